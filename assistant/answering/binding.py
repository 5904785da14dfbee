"""How much of a question stands together with what it asks for.

A number, a name or a claim answers only where the rest of the question stands with it: in its sentence, beside it, or
in what is known of its place.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from assistant.answering.matching import WeighedTerm, found, weight_of
from assistant.answering.reranking import analysed
from assistant.domain.documents import BlockKind
from assistant.domain.passages import Hit, Passage
from assistant.domain.text import sentence_spans

BEFORE = 0.7  # how far a term counts that stands in the sentence before
AFTER = 0.5
AROUND = 0.6  # elsewhere in the passage, or in what is known of its place
LOOKED_INTO = 24  # best passages


@dataclass(frozen=True, slots=True)
class Line:
    """A sentence or a table row; ``around`` is what stands near it, with how far that counts."""

    text: str
    stems: frozenset[str]
    around: tuple[tuple[frozenset[str], float], ...]

    def holds(self, term: WeighedTerm) -> float:
        """From 0 to 1: how surely the term stands here or near."""
        here = found(term, self.stems)
        if here == 1.0:
            return here
        return max(here, *(found(term, near) * share for near, share in self.around))


def lines_of(hits: Sequence[Hit]) -> list[Line]:
    return [line for hit in hits[:LOOKED_INTO] for line in _lines(hit.passage)]


def _lines(passage: Passage) -> Iterator[Line]:
    held = analysed(passage)
    if passage.kind is BlockKind.TABLE_ROW:
        yield Line(passage.text, held.body, ((held.whole, AROUND),))
        return
    nothing: frozenset[str] = frozenset()
    each = (nothing, *held.sentences, nothing)
    for index, span in enumerate(sentence_spans(passage.text), start=1):
        around = ((each[index - 1], BEFORE), (each[index + 1], AFTER), (held.whole, AROUND))
        yield Line(span.of(passage.text), each[index], around)


def together(terms: Sequence[WeighedTerm], lines: Iterable[Line]) -> float:
    """From 0 to 1: the most of the terms, by weight, that stands with one of the lines."""
    total = weight_of(terms)
    if not total:
        return float(any(True for _ in lines))
    return max((sum(term.weight * line.holds(term) for term in terms) / total for line in lines), default=0.0)
