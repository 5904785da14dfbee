"""The extractive composer: an answer made of the documents' own sentences, lists and table rows.

It may choose and order, never phrase. What it chooses is proven by the same verifier as anything else.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import accumulate, chain
from typing import Protocol

from assistant.answering.asking import Asks
from assistant.answering.candidates import Candidate, ComposerSettings, Pages, Scorer, with_sections
from assistant.answering.listing import leads_in
from assistant.answering.matching import WeighedTerm
from assistant.answering.reranking import is_of_party, is_of_step
from assistant.answering.statements import Statement
from assistant.answering.understanding import Understanding
from assistant.domain.documents import BlockKind
from assistant.domain.passages import Hit, Passage


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
            return with_sections(rows[: self._settings.items], pages)
        scorer = Scorer(self._settings, question, terms, hits[0], pages)
        candidates = [candidate for hit in hits[: self._settings.passages] for candidate in scorer.candidates(hit)]
        if not candidates:
            return ()
        candidates.sort(key=lambda candidate: -candidate.score)
        candidates[0] = scorer.understandable(candidates[0])
        close = self._settings.settled if scorer.settles(candidates[0]) else self._settings.close
        return self._chosen(candidates, close)

    def _chosen(self, candidates: Sequence[Candidate], close: float) -> tuple[Statement, ...]:
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
