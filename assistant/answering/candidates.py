"""What an answer may be made of: sentences, table rows and lists with what leads them in, each with its score."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from assistant.answering.asking import Asks
from assistant.answering.counting import counts
from assistant.answering.listing import items_after, lead_in, leads_in, opens_list
from assistant.answering.matching import WeighedTerm, coverage
from assistant.answering.page_view import PageView
from assistant.answering.reranking import analysed, defining, shows
from assistant.answering.statements import Statement, displayed, row
from assistant.answering.tone import tone_of
from assistant.answering.understanding import Understanding
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
    count: float = 0.3  # of being a list of as many as are asked for
    tone: float = 0.3  # of being a list of what goes well, or of what does not, as the question asks
    origin: float = 0.5  # how far the title and publishers of its document count as a sentence's own words
    counted: float = 0.3  # of giving a number of what is counted
    close: float = 0.6  # of the best score that another sentence needs
    settled: float = 0.9  # the same, when the best is the row whose owner or term is asked for, or the definition
    pages: int = 3  # most pages that an answer draws on
    fragment: float = 0.1  # off a sentence that is cut off by the end of its page


@dataclass(frozen=True, slots=True)
class Candidate:
    """One sentence or row, or a list with the sentence that leads it in."""

    statements: tuple[Statement, ...]
    score: float

    @property
    def is_list(self) -> bool:
        return len(self.statements) > 1

    @property
    def place(self) -> tuple[str, int]:
        return self.statements[0].document, self.statements[0].page


SURELY_DEFINES = 0.5
SURELY_HEADED = 0.6  # share of the question that a heading must hold for its list to be meant


_FIGURE = re.compile(r"\d")

# Words by which a sentence leans on the one before it.
_LEANS = re.compile(
    r"^(?:Dit|Dat|Deze|Die|Daarom|Daardoor|Daarmee|Hierdoor|Hiermee|Hierbij|Hiervoor|Hiertoe|Zo|Zij|Ze|Hij|"
    r"Om die reden|Daarvoor|Daarbij|Beide|Bovendien|Daarnaast)\b|\b(?:daardoor|daarom|hierdoor|hiervoor)\b"
)


@dataclass(frozen=True)
class Scorer:
    settings: ComposerSettings
    question: Understanding
    terms: Sequence[WeighedTerm]
    best: Hit
    pages: Pages

    def settles(self, best: Candidate) -> bool:
        """Whether the best candidate is of the very kind that is asked for, so that little need stand beside it."""
        statement = best.statements[-1]
        if statement.kind is BlockKind.TABLE_ROW:
            return self.asks_for_cells
        return self._defines(best.statements[0])

    @property
    def asks_for_cells(self) -> bool:
        return bool({Asks.OWNER, Asks.TERM} & set(self.question.asks))

    def candidates(self, hit: Hit) -> Iterator[Candidate]:
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
            held = self._held(view.stems[index], passage)
            score = self._beside(view, index) + around + self._sentence(statement, held)
            if not leads_in(statement):
                yield Candidate((*lead_in(view.sentences, index), statement), score)
            if items and (self._wants_list() or statement.text.endswith(":")):
                yield Candidate((statement, *items), score + self._list(statement.text, items))
            if opens_list(view.sentences, index):
                yield from self._headed_list(passage, view.sentences, index, around)

    def _held(self, own: frozenset[str], passage: Passage) -> float:
        """How much of the question a sentence holds; what names its document is said of each of its sentences."""
        share = self.settings.origin
        return (1 - share) * coverage(self.terms, own) + share * coverage(self.terms, own | analysed(passage).origin)

    def _list(self, lead: str, items: Sequence[Statement]) -> float:
        """What a list is worth beyond the sentence that leads it in."""
        settings, question = self.settings, self.question
        asked = len({each.block for each in items}) == question.count
        toned = tone_of(question.text) * tone_of(lead)
        return settings.list * self._wants_list() + settings.count * asked + settings.tone * toned

    def _beside(self, view: PageView, index: int) -> float:
        """A cause or a consequence often stands beside the sentence that holds the question's words."""
        before = coverage(self.terms, view.stems[index - 1]) if index else 0.0
        after = coverage(self.terms, view.stems[index + 1]) if index + 1 < len(view.stems) else 0.0
        return self.settings.before * before + self.settings.after * after

    def understandable(self, best: Candidate) -> Candidate:
        """The best sentence with what makes it understood.

        That is the sentence before it when it leans on that, the next one when it defines what is asked, and its
        footnote or the next one when they bear the figure or the names that are asked for and it does not.
        """
        first = best.statements[0]
        if best.is_list or first.kind in (BlockKind.TABLE_ROW, BlockKind.TABLE_SECTION):
            return best
        view = self.pages(first.document, first.page)
        index = view.sentences.index(first)
        before = view.sentences[max(0, index - 1) : index] if _LEANS.search(first.text) else ()
        after = self._shown_nearby(view, index)
        if self._defines(first):
            after = tuple(each for each in view.sentences[index + 1 : index + 2] if each.block == first.block)
        return Candidate((*(each for each in before if each.kind is first.kind), first, *after), best.score)

    def _shown_nearby(self, view: PageView, index: int) -> tuple[Statement, ...]:
        figures = self._figure(view, index) if Asks.NUMBER in self.question.asks else ()
        if figures or Asks.NAME not in self.question.asks:
            return figures
        return tuple(each for each in self._notes(view, index) if shows(Asks.NAME, each.text))[:1]

    def _notes(self, view: PageView, index: int) -> list[Statement]:
        labels = view.labels_in(view.sentences[index])
        return [each for each in view.sentences if each.kind is BlockKind.FOOTNOTE and view.label(each) in labels]

    def _defines(self, statement: Statement) -> bool:
        return Asks.DEFINITION in self.question.asks and defining(statement.text, self.terms) >= SURELY_DEFINES

    def _figure(self, view: PageView, index: int) -> tuple[Statement, ...]:
        sentence = view.sentences[index]
        if _FIGURE.search(sentence.text):
            return ()
        nearby = [*self._notes(view, index), *view.sentences[index + 1 : index + 2]]
        return tuple(each for each in nearby if _FIGURE.search(each.text))[:2]

    def _headed_list(
        self, passage: Passage, sentences: Sequence[Statement], index: int, around: float
    ) -> Iterator[Candidate]:
        """A list that its heading leads in ('Wat werkt niet'), where a list, its tone or the heading is asked for."""
        led = coverage(self.terms, frozenset(stems(" ".join(passage.headings))))
        toned = tone_of(self.question.text) * tone_of(" ".join(passage.headings[-1:])) > 0
        if self._wants_list() or toned or led >= SURELY_HEADED:
            items = (sentences[index], *items_after(sentences, index, any_lead=True))
            lead = lead_in(sentences, index)
            worth = self._list(" ".join([*passage.headings[-1:], *(each.text for each in lead)]), items)
            yield Candidate((*lead, *items), around + self.settings.own * led + worth)

    def _around(self, hit: Hit) -> float:
        settings = self.settings
        held = coverage(self.terms, analysed(hit.passage).whole)
        best = self.best.passage
        same_page = (hit.passage.document, hit.passage.page) == (best.document, best.page)
        place = hit.score / (self.best.score or 1.0)
        return settings.around * held + settings.found * place + settings.page * same_page

    def _wants_list(self) -> bool:
        return bool({Asks.LIST, Asks.POSITION} & set(self.question.asks))

    def _row(self, passage: Passage, view: PageView, around: float) -> Candidate:
        statement = row(passage, view.page)
        held = coverage(self.terms, frozenset(stems(f"{passage.section} {statement.text}")))
        score = around + self.settings.own * held + self.settings.kind * self.asks_for_cells
        if Asks.STEP in self.question.asks:
            return Candidate(with_sections([passage], self.pages), score)
        return Candidate((statement,), score)

    def _sentence(self, statement: Statement, held: float) -> float:
        settings = self.settings
        score = settings.own * held - settings.fragment * _is_fragment(statement)
        score += settings.kind * any(shows(asks, statement.text) for asks in self.question.asks)
        score += settings.counted * counts(self.question, self.terms, statement.text)
        if Asks.DEFINITION in self.question.asks:
            score += settings.definition * defining(statement.text, self.terms)
        return score


def _within(statement: Statement, passage: Passage) -> bool:
    return passage.start <= statement.spans[0].start and statement.spans[-1].end <= passage.end


def _is_fragment(statement: Statement) -> bool:
    """Whether running text stops without a full stop: it goes on on the next page, or is no sentence."""
    return statement.kind is BlockKind.PARAGRAPH and statement.text[-1:] not in ".!?…:;”’»)\"'"


def with_sections(rows: Sequence[Passage], pages: Pages) -> tuple[Statement, ...]:
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
