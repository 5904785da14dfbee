"""Where a quotation stands on its page.

The quotation was found there when the answer was made; here its place is found again, by the letters and digits alone,
which is the loosest way in which it may have been found.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from assistant.domain.documents import Block, BlockKind, Page, Span
from assistant.domain.text import masked

CELL_SEPARATOR = " | "


@dataclass(frozen=True, slots=True)
class _Letters:
    """The letters and digits of a text, folded, with the position of each in the text."""

    text: str
    positions: tuple[int, ...]

    @classmethod
    def of(cls, text: str) -> _Letters:
        # A character can fold to several, as 'ß' does to 'ss': each has the position of the one that it comes from.
        folded = [(letter, place) for place, char in enumerate(text) if char.isalnum() for letter in char.casefold()]
        return cls("".join(letter for letter, _ in folded), tuple(place for _, place in folded))

    def places_of(self, part: str) -> Iterator[Span]:
        at = self.text.find(part) if part else -1
        while at >= 0:
            yield Span(self.positions[at], self.positions[at + len(part) - 1] + 1)
            at = self.text.find(part, at + 1)


def quoted_spans(page: Page, quote: str) -> tuple[Span, ...]:
    """The stretches of the page that the quotation is made of, in the order of the page; empty when it is not there.

    A table row's quotation has a stretch for each cell, all of them in one row where there is such a row.
    """
    parts = [part for part in (_Letters.of(cell).text for cell in quote.split(CELL_SEPARATOR)) if part]
    # A quotation may leave out the footnote marks between its words.
    return _spans(parts, page, page.text) or _spans(parts, page, masked(page))


def _spans(parts: Sequence[str], page: Page, text: str) -> tuple[Span, ...]:
    for row in page.blocks if len(parts) > 1 else ():
        if row.kind is BlockKind.TABLE_ROW and (spans := _in_row(parts, row, text)):
            return _merged(spans)
    return _merged(_on_page(parts, _Letters.of(text)))


def _in_row(parts: Sequence[str], row: Block, text: str) -> list[Span]:
    """A span for each part, or none at all; a cell that is the part goes before one that holds it."""
    cells = {_Letters.of(cell.of(text)).text: cell for cell in reversed(row.cells)}
    inside = _Letters.of(text[row.start : row.end])
    spans = []
    for part in parts:
        found = cells.get(part) or next(inside.places_of(part), None)
        if found is None:
            return []
        spans.append(found if part in cells else Span(row.start + found.start, row.start + found.end))
    return spans


def _on_page(parts: Sequence[str], letters: _Letters) -> list[Span]:
    """A span for each part, or none at all: the first place at or after the longest part's, else the last before it."""
    anchor = next(letters.places_of(max(parts, key=len, default="")), None)
    spans = []
    for part in parts:
        places = list(letters.places_of(part))
        if anchor is None or not places:
            return []
        spans.append(next((place for place in places if place.start >= anchor.start), places[-1]))
    return spans


def _merged(spans: Sequence[Span]) -> tuple[Span, ...]:
    merged: list[Span] = []
    for span in sorted(spans, key=lambda each: each.start):
        if merged and span.start < merged[-1].end:
            merged[-1] = Span(merged[-1].start, max(merged[-1].end, span.end))
        else:
            merged.append(span)
    return tuple(merged)
