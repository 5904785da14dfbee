"""The extractive composer: an answer made of the documents' own sentences and table rows.

It may choose and order, never phrase. What it chooses is proven by the same verifier as anything else.
An answer is made of bundles: a table row, a few sentences that stand together, or a list with the sentence that leads it in.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from assistant.answering.matching import WeighedTerm, coverage
from assistant.answering.reranking import analysed, defining, is_of_step, shows
from assistant.answering.statements import Statement, row, sentences
from assistant.answering.understanding import Asks, Understanding
from assistant.domain.documents import BlockKind, Page
from assistant.domain.passages import Hit, Passage
from assistant.index.analyzer import stems

Pages = Callable[[str, int], Page]


@dataclass(frozen=True, slots=True)
class ComposerSettings:
    """Chosen with ``evals/benchmarks/answers.py``; see ``docs/answers.md``."""

    passages: int = 12  # best passages to look into
    sentences: int = 5  # most sentences of an answer, lists and rows aside
    items: int = 10  # most table rows or list items of an answer
    window: int = 3  # sentences that stand together
    own: float = 1.0  # weight of the terms in a bundle's first sentence
    together: float = 0.5  # of the terms in all its sentences
    around: float = 0.5  # of the terms in its passage and headings
    found: float = 0.7  # of the passage's place in the search
    kind: float = 0.25  # of the outward sign of what is asked
    number: float = 0.5  # of a figure, where a number is asked for
    note: float = 0.6  # what a footnote inherits from the sentence that carries its mark
    definition: float = 1.0  # of saying what a term is
    list: float = 0.3  # of being a list, where a list is asked for
    close: float = 0.6  # of the best bundle's score that another needs
    near_row: float = 0.9  # of the best row's score that another row needs


@dataclass(frozen=True, slots=True)
class _Bundle:
    statements: tuple[Statement, ...]
    score: float
    is_list: bool = False


class ExtractiveComposer:
    """Composes from hits that are in order, best first."""

    name = "extractive"

    def __init__(self, settings: ComposerSettings | None = None) -> None:
        self._settings = settings or ComposerSettings()

    def compose(
        self, question: Understanding, hits: Sequence[Hit], terms: Sequence[WeighedTerm], pages: Pages
    ) -> tuple[Statement, ...]:
        if question.steps:
            of_step = self._rows_of_step(question, hits, pages)
            if of_step:
                return of_step
        work = _Work(self._settings, question, terms, pages, hits[0].score if hits else 1.0)
        bundles = [bundle for hit in hits[: self._settings.passages] for bundle in work.bundles(hit)]
        return self._chosen(sorted(bundles, key=lambda bundle: -bundle.score))

    def _rows_of_step(self, question: Understanding, hits: Sequence[Hit], pages: Pages) -> tuple[Statement, ...]:
        """All rows of the step, in their own order."""
        rows = [
            hit.passage
            for hit in hits
            if hit.passage.kind is BlockKind.TABLE_ROW and is_of_step(hit.passage, question.steps) == 1.0
        ]
        rows.sort(key=lambda passage: (passage.document, passage.page, passage.start))
        return tuple(row(each, pages(each.document, each.page)) for each in rows[: self._settings.items])

    def _chosen(self, bundles: Sequence[_Bundle]) -> tuple[Statement, ...]:
        settings = self._settings
        chosen: list[Statement] = []
        said: set[str] = set()
        room = settings.sentences
        for bundle in bundles:
            if bundle.score < settings.close * bundles[0].score or room <= 0:
                break
            limit = settings.items if bundle.is_list and not chosen else room
            new = [each for each in bundle.statements if _key(each) not in said][:limit]
            said.update(_key(each) for each in new)
            chosen += new
            room -= len(new)
        return tuple(chosen)


def _key(statement: Statement) -> str:
    """The same words on two pages are said once."""
    return "".join(filter(str.isalnum, statement.text.lower()))


@dataclass(frozen=True)
class _Work:
    """Making and scoring bundles for one question."""

    settings: ComposerSettings
    question: Understanding
    terms: Sequence[WeighedTerm]
    pages: Pages
    top: float

    def bundles(self, hit: Hit) -> Iterator[_Bundle]:
        passage = hit.passage
        page = self.pages(passage.document, passage.page)
        around = self._around(hit)
        if passage.kind is BlockKind.TABLE_ROW:
            yield self._row(passage, page, around)
            return
        of_page = sentences(passage.document, page)
        inside = [i for i, each in enumerate(of_page) if _within(each, passage)]
        for index in inside:
            window = tuple(of_page[i] for i in range(index, min(index + self.settings.window, inside[-1] + 1)))
            yield _Bundle(window, around + self._score(window))
            if of_page[index].text.endswith(":"):
                yield self._list(of_page, index, around)
            yield from self._notes(page, of_page, index, around)

    def _around(self, hit: Hit) -> float:
        held = coverage(self.terms, analysed(hit.passage).whole)
        return self.settings.around * held + self.settings.found * hit.score / self.top

    def _row(self, passage: Passage, page: Page, around: float) -> _Bundle:
        statement = row(passage, page)
        asked = bool({Asks.OWNER, Asks.TERM} & set(self.question.asks))
        held = coverage(self.terms, frozenset(stems(f"{passage.section} {statement.text}")))
        settings = self.settings
        score = (settings.own + settings.together) * held + settings.kind * asked
        return _Bundle((statement,), around + score)

    def _list(self, of_page: Sequence[Statement], lead_in: int, around: float) -> _Bundle:
        """A sentence that ends in a colon, with the list items after it."""
        items = [of_page[lead_in]]
        for each in of_page[lead_in + 1 :]:
            if each.kind is not BlockKind.LIST_ITEM:
                break
            items.append(each)
        wanted = bool({Asks.LIST, Asks.POSITION, Asks.STEP} & set(self.question.asks))
        bonus = self.settings.list * (wanted and len(items) > 2)
        return _Bundle(tuple(items), around + self._score(tuple(items)) + bonus, is_list=True)

    def _notes(self, page: Page, of_page: Sequence[Statement], index: int, around: float) -> Iterator[_Bundle]:
        """The footnotes of a sentence speak of what it speaks of."""
        sentence = of_page[index].spans[0]
        labels = {mark.label for mark in page.marks if sentence.start <= mark.start <= sentence.end}
        if not labels or of_page[index].kind is BlockKind.FOOTNOTE:
            return
        inherited = self.settings.note * coverage(self.terms, frozenset(stems(of_page[index].text)))
        notes = [each for each in of_page if each.kind is BlockKind.FOOTNOTE and page.blocks[each.block].label in labels]
        for start in range(len(notes)):
            window = tuple(notes[start : start + self.settings.window])
            yield _Bundle(window, around + inherited + self._score(window))

    def _score(self, statements: tuple[Statement, ...]) -> float:
        settings = self.settings
        held = [frozenset(stems(each.text)) for each in statements]
        first = statements[0]
        score = settings.own * coverage(self.terms, held[0])
        score += settings.together * coverage(self.terms, frozenset().union(*held))
        score += self._sign(first)
        if Asks.DEFINITION in self.question.asks:
            score += settings.definition * defining(first.text, self.terms)
        return score

    def _sign(self, statement: Statement) -> float:
        shown = {asks for asks in self.question.asks if shows(asks, statement.text)}
        if Asks.NUMBER in shown:
            return self.settings.number
        return self.settings.kind * bool(shown)



def _within(statement: Statement, passage: Passage) -> bool:
    return passage.start <= statement.spans[0].start and statement.spans[-1].end <= passage.end
