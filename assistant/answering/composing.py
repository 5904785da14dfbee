"""The extractive composer: an answer made of the documents' own sentences, lists and table rows.

It may choose and order, never phrase. What it chooses is proven by the same verifier as anything else.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import accumulate, chain
from typing import Protocol

from assistant.answering.listing import items_after, lead_in, leads_in, opens_list
from assistant.answering.matching import WeighedTerm, coverage
from assistant.answering.page_view import PageView
from assistant.answering.reranking import analysed, defining, is_of_party, is_of_step, shows
from assistant.answering.statements import Statement, displayed, row
from assistant.answering.understanding import Asks, Understanding
from assistant.domain.documents import BlockKind
from assistant.domain.passages import Hit, Passage
from assistant.index.analyzer import stems

Pages = Callable[[str, int], PageView]


@dataclass(frozen=True, slots=True)
class ComposerSettings:
    """Chosen with ``evals/benchmarks/answers.py``; see ``docs/answers.md``."""

    passages: int = 24  # best passages to look into; more changed no answer
    words: int = 175  # an answer is closed when it has as many: some five sentences, or more short ones
    sentences: int = 8  # most sentences of an answer, lists and rows aside
    items: int = 10  # most table rows or list items of an answer
    own: float = 1.0  # weight of the terms in the sentence itself
    around: float = 0.25  # of the terms in its passage and headings
    before: float = 0.6  # of the terms in the sentence before it
    after: float = 0.2  # of the terms in the sentence after it
    found: float = 0.7  # of the passage's place in the search
    page: float = 0.05  # of standing on the page of the best passage
    kind: float = 0.25  # of the outward sign of what is asked
    definition: float = 1.0  # of saying what a term is
    list: float = 0.05  # of being a list, where a list is asked for
    close: float = 0.5  # of the best score that another sentence needs
    settled: float = 0.9  # the same, when the best is the row whose owner or term is asked for, or the definition
    pages: int = 3  # most pages that an answer draws on
    fragment: float = 0.1  # off a sentence that is cut off by the end of its page


@dataclass(frozen=True, slots=True)
class _Candidate:
    """One sentence or row, or a list with the sentence that leads it in."""

    statements: tuple[Statement, ...]
    score: float

    @property
    def is_list(self) -> bool:
        return len(self.statements) > 1

    @property
    def place(self) -> tuple[str, int]:
        return self.statements[0].document, self.statements[0].page


class Composer(Protocol):
    """Makes statements of what was found, best first; none of them is believed before it is verified."""

    @property
    def name(self) -> str:
        """What an answer calls its engine."""

    def compose(
        self, question: Understanding, hits: Sequence[Hit], terms: Sequence[WeighedTerm], pages: Pages
    ) -> Sequence[Statement]: ...


class ExtractiveComposer:
    """Composes from hits that are in order, best first."""

    name = "extractive"

    def __init__(self, settings: ComposerSettings | None = None) -> None:
        self._settings = settings or ComposerSettings()

    def compose(
        self, question: Understanding, hits: Sequence[Hit], terms: Sequence[WeighedTerm], pages: Pages
    ) -> tuple[Statement, ...]:
        rows = _rows_of_step(question, hits) or _rows_of_party(question, hits)
        if rows or not hits:
            return _with_sections(rows[: self._settings.items], pages)
        scorer = _Scorer(self._settings, question, terms, hits[0], pages)
        candidates = [candidate for hit in hits[: self._settings.passages] for candidate in scorer.candidates(hit)]
        if not candidates:
            return ()
        candidates.sort(key=lambda candidate: -candidate.score)
        candidates[0] = scorer.understandable(candidates[0])
        close = self._settings.settled if scorer.settles(candidates[0]) else self._settings.close
        return self._chosen(candidates, close)

    def _chosen(self, candidates: Sequence[_Candidate], close: float) -> tuple[Statement, ...]:
        """Best first; what opens with the same words, such as the items of one list, stands together."""
        settings = self._settings
        needed = close * candidates[0].score
        pages: set[tuple[str, int]] = set()
        groups: dict[str, list[Statement]] = {}
        said: set[str] = set()
        sentences = words = 0
        for candidate in candidates:
            if candidate.score < needed or words >= settings.words or sentences >= settings.sentences:
                break
            if candidate.place not in pages and len(pages) >= settings.pages:
                continue
            most = settings.items if candidate.is_list and not said else settings.sentences - sentences
            new = _cut([each for each in candidate.statements if _key(each) not in said], most)
            if all(map(leads_in, new)):
                continue
            pages.add(candidate.place)
            groups.setdefault(_key(candidate.statements[0]), []).extend(new)
            said.update(map(_key, new))
            sentences += sum(not leads_in(each) for each in new)
            words += sum(len(each.text.split()) for each in new)
        return tuple(chain.from_iterable(groups.values()))


def _cut(statements: Sequence[Statement], most: int) -> list[Statement]:
    """As many of them as may be said, what leads others in not counted."""
    counts = accumulate(not leads_in(each) for each in statements)
    return [each for each, count in zip(statements, counts, strict=True) if count <= most]


def _rows_of_step(question: Understanding, hits: Sequence[Hit]) -> list[Passage]:
    """All rows of the steps that the question numbers, in their own order; none when it numbers none."""
    return _in_order(hit.passage for hit in hits if is_of_step(hit.passage, question.steps) == 1.0)


def _rows_of_party(question: Understanding, hits: Sequence[Hit]) -> list[Passage]:
    """All rows that name a party among their owners, where the actions of that party are asked for."""
    if Asks.STEP not in question.asks or {Asks.OWNER, Asks.TERM} & set(question.asks):
        return []
    return _in_order(hit.passage for hit in hits if is_of_party(hit.passage, question))


def _in_order(passages: Iterable[Passage]) -> list[Passage]:
    rows = [each for each in passages if each.kind is BlockKind.TABLE_ROW]
    return sorted(rows, key=lambda passage: (passage.document, passage.page, passage.start))


def _key(statement: Statement) -> str:
    """The same words on two pages are said once."""
    return "".join(filter(str.isalnum, statement.text.lower()))


_FIGURE = re.compile(r"\d")

# Words by which a sentence leans on the one before it.
_LEANS = re.compile(
    r"^(?:Dit|Dat|Deze|Die|Daarom|Daardoor|Daarmee|Hierdoor|Hiermee|Hierbij|Hiervoor|Hiertoe|Zo|Zij|Ze|Hij|"
    r"Om die reden|Daarvoor|Daarbij|Beide|Bovendien|Daarnaast)\b|\b(?:daardoor|daarom|hierdoor|hiervoor)\b"
)


@dataclass(frozen=True)
class _Scorer:
    settings: ComposerSettings
    question: Understanding
    terms: Sequence[WeighedTerm]
    best: Hit
    pages: Pages

    def settles(self, best: _Candidate) -> bool:
        """Whether the best candidate is of the very kind that is asked for, so that little need stand beside it."""
        statement = best.statements[-1]
        if statement.kind is BlockKind.TABLE_ROW:
            return self.asks_for_cells
        return self._defines(best.statements[0])

    @property
    def asks_for_cells(self) -> bool:
        return bool({Asks.OWNER, Asks.TERM} & set(self.question.asks))

    def candidates(self, hit: Hit) -> Iterator[_Candidate]:
        passage = hit.passage
        view = self.pages(passage.document, passage.page)
        around = self._around(hit)
        if passage.kind is BlockKind.TABLE_ROW:
            yield self._row(passage, view, around)
            return
        for index, statement in enumerate(view.sentences):
            if not _within(statement, passage):
                continue
            items = items_after(view.sentences, index)
            held = coverage(self.terms, view.stems[index])
            score = self._beside(view, index) + around + self._sentence(statement, held)
            if not leads_in(statement):
                yield _Candidate((*lead_in(view.sentences, index), statement), score)
            if items and (self._wants_list() or statement.text.endswith(":")):
                yield _Candidate((statement, *items), score + self.settings.list * self._wants_list())
            if opens_list(view.sentences, index):
                yield from self._headed_list(passage, view.sentences, index, around)

    def _beside(self, view: PageView, index: int) -> float:
        """A cause or a consequence often stands beside the sentence that holds the question's words."""
        before = coverage(self.terms, view.stems[index - 1]) if index else 0.0
        after = coverage(self.terms, view.stems[index + 1]) if index + 1 < len(view.stems) else 0.0
        return self.settings.before * before + self.settings.after * after

    def understandable(self, best: _Candidate) -> _Candidate:
        """The best sentence with what makes it understood.

        That is the sentence before it when it leans on that, the next one when it defines what is asked, and its
        footnote or the next one when they bear the figure that is asked for and it does not.
        """
        first = best.statements[0]
        if best.is_list or first.kind in (BlockKind.TABLE_ROW, BlockKind.TABLE_SECTION):
            return best
        view = self.pages(first.document, first.page)
        index = view.sentences.index(first)
        before = view.sentences[max(0, index - 1) : index] if _LEANS.search(first.text) else ()
        after = self._figure(view, index) if Asks.NUMBER in self.question.asks else ()
        if self._defines(first):
            after = tuple(each for each in view.sentences[index + 1 : index + 2] if each.block == first.block)
        return _Candidate((*(each for each in before if each.kind is first.kind), first, *after), best.score)

    def _defines(self, statement: Statement) -> bool:
        return Asks.DEFINITION in self.question.asks and defining(statement.text, self.terms) >= SURELY_DEFINES

    def _figure(self, view: PageView, index: int) -> tuple[Statement, ...]:
        sentence = view.sentences[index]
        if _FIGURE.search(sentence.text):
            return ()
        labels = view.labels_in(sentence)
        notes = [each for each in view.sentences if each.kind is BlockKind.FOOTNOTE and view.label(each) in labels]
        nearby = [*notes, *view.sentences[index + 1 : index + 2]]
        return tuple(each for each in nearby if _FIGURE.search(each.text))[:2]

    def _headed_list(
        self, passage: Passage, sentences: Sequence[Statement], index: int, around: float
    ) -> Iterator[_Candidate]:
        """A list that its heading leads in, such as 'Wat werkt niet', where a list is asked for or the heading is."""
        led = coverage(self.terms, frozenset(stems(" ".join(passage.headings))))
        if self._wants_list() or led >= SURELY_HEADED:
            items = (*lead_in(sentences, index), sentences[index], *items_after(sentences, index, any_lead=True))
            yield _Candidate(items, around + self.settings.own * led + self.settings.list)

    def _around(self, hit: Hit) -> float:
        settings = self.settings
        held = coverage(self.terms, analysed(hit.passage).whole)
        best = self.best.passage
        same_page = (hit.passage.document, hit.passage.page) == (best.document, best.page)
        place = hit.score / (self.best.score or 1.0)
        return settings.around * held + settings.found * place + settings.page * same_page

    def _wants_list(self) -> bool:
        return bool({Asks.LIST, Asks.POSITION} & set(self.question.asks))

    def _row(self, passage: Passage, view: PageView, around: float) -> _Candidate:
        statement = row(passage, view.page)
        held = coverage(self.terms, frozenset(stems(f"{passage.section} {statement.text}")))
        score = around + self.settings.own * held + self.settings.kind * self.asks_for_cells
        if Asks.STEP in self.question.asks:
            return _Candidate(_with_sections([passage], self.pages), score)
        return _Candidate((statement,), score)

    def _sentence(self, statement: Statement, held: float) -> float:
        settings = self.settings
        score = settings.own * held - settings.fragment * _is_fragment(statement)
        score += settings.kind * any(shows(asks, statement.text) for asks in self.question.asks)
        if Asks.DEFINITION in self.question.asks:
            score += settings.definition * defining(statement.text, self.terms)
        return score


def _within(statement: Statement, passage: Passage) -> bool:
    return passage.start <= statement.spans[0].start and statement.spans[-1].end <= passage.end


def _is_fragment(statement: Statement) -> bool:
    """Whether running text stops without a full stop: it goes on on the next page, or is no sentence."""
    return statement.kind is BlockKind.PARAGRAPH and statement.text[-1:] not in ".!?…:;”’»)\"'"


SURELY_DEFINES = 0.5
SURELY_HEADED = 0.6  # share of the question that a heading must hold for its list to be meant


def _with_sections(rows: Sequence[Passage], pages: Pages) -> tuple[Statement, ...]:
    """Table rows, each part of the table opened by its title, which may stand on the page before."""
    shown: list[Statement] = []
    opened = ("", "")
    for passage in rows:
        if (passage.document, passage.section) != opened:
            opened = passage.document, passage.section
            title = _section_title(passage, pages)
            shown += [title] if title else []
        shown.append(row(passage, pages(passage.document, passage.page).page))
    return tuple(shown)


def _section_title(passage: Passage, pages: Pages) -> Statement | None:
    for number in (passage.page, passage.page - 1):
        if number < 1:
            break
        view = pages(passage.document, number)
        end = passage.start if number == passage.page else len(view.page.text)
        titles = (title for title in reversed(view.section_titles) if title.spans[0].start < end)
        if found := next((title for title in titles if title.text == displayed(passage.section)), None):
            return found
    return None
