"""The words of an agenda's cells: literal, without footnote marks, and with what lines and pages cut made whole."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from assistant.domain.documents import Mark, Page, Span

_APART = ("en", "of", "and", "or")  # after a hyphen these begin a word of their own: 'in- en uitstroom'


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of a page's text; ``breaks`` are the places in it where its author began a new line."""

    page: Page
    span: Span
    breaks: tuple[int, ...] = ()

    @property
    def text(self) -> str:
        return without_marks(self)

    @property
    def literal(self) -> str:
        return " ".join(self.span.of(self.page.text).split())

    @property
    def marks(self) -> tuple[Mark, ...]:
        return tuple(mark for mark in self.page.marks if self.span.start <= mark.start and mark.end <= self.span.end)

    def lines(self) -> list[Piece]:
        """The lines as the author began them."""
        places = [place for place in self.breaks if self.span.start < place < self.span.end]
        ends = [*places, self.span.end]
        return [Piece(self.page, Span(a, b)) for a, b in zip([self.span.start, *places], ends, strict=True)]


def without_marks(piece: Piece) -> str:
    kept: list[str] = []
    start = piece.span.start
    for mark in piece.marks:
        kept.append(piece.page.text[start : mark.start])
        start = mark.end
    return " ".join("".join([*kept, piece.page.text[start : piece.span.end]]).split())


def lined(pieces: Sequence[Piece]) -> str:
    """The text of a cell, with the line ends that its author made."""
    return joined(pieces, "\n")


def joined(pieces: Sequence[Piece], line_end: str = " ") -> str:
    """The text of pieces of one cell, a word that a page break cut made whole."""
    whole = ""
    for text in (line_end.join(line.text for line in piece.lines() if line.text) for piece in pieces):
        if not text:
            continue
        if whole.endswith("-") and text[0].islower():
            whole = f"{whole} {text}" if text.split()[0] in _APART else whole[:-1] + text
        else:
            whole = f"{whole} {text}" if whole else text
    return whole
