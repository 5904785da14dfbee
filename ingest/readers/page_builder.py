"""Builds a page from its blocks, for the formats whose structure the file itself gives.

Blocks are joined by line ends and the cells of a row by tabs. A footnote and a numbered list item begin with their
label, as they do on a printed page; a bullet is layout, and stands in the block's label alone.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import TypeAlias

from assistant.domain.documents import Block, BlockKind, Mark, Page, Span

_WHITE = re.compile(r"\s+")
_BREAK = re.compile("(\u2028)")
_INVISIBLE = re.compile("[\x00-\x08\x0e-\x1b\x7f\u00ad\u200b\u2060\ufeff]")


@dataclass(frozen=True, slots=True)
class FootnoteMark:
    """A footnote mark within text; its label is what the page shows."""

    label: str


LINE_BREAK = "\u2028"  # in a piece: white space at which the author of a table's cell began a new line

Piece: TypeAlias = str | FootnoteMark
Inline: TypeAlias = str | Sequence[Piece]


@dataclass(frozen=True, slots=True)
class _Line:
    """Text with its white space collapsed; the marks, and the places where lines begin, count from its start."""

    text: str
    marks: tuple[Mark, ...] = ()
    breaks: tuple[int, ...] = ()


class PageBuilder:
    """Takes the blocks of one page in reading order; a block without text is left out."""

    def __init__(self, number: int, label: str = "") -> None:
        self._number = number
        self._label = label
        self._parts: list[str] = []
        self._length = 0
        self._blocks: list[Block] = []
        self._marks: list[Mark] = []

    @property
    def empty(self) -> bool:
        return not self._blocks

    def heading(self, text: Inline, level: int, number: str = "") -> None:
        """``number`` is one that stands nowhere in the file's text, as Word gives them."""
        self._add(_labelled(number, text), Block(BlockKind.HEADING, 0, 0, level=level))

    def paragraph(self, text: Inline, *, continues: bool = False) -> None:
        self._add(text, Block(BlockKind.PARAGRAPH, 0, 0, continues=continues))

    def list_item(self, text: Inline, label: str = "", *, continues: bool = False) -> None:
        block = Block(BlockKind.LIST_ITEM, 0, 0, label=label, continues=continues)
        self._add(_labelled(shown_number(label), text), block)

    def footnote(self, label: str, text: Inline) -> None:
        self._add(_labelled(label, text), Block(BlockKind.FOOTNOTE, 0, 0, label=label))

    def table_header(self, cells: Iterable[Inline]) -> None:
        self._add_row(cells, BlockKind.TABLE_HEADER)

    def table_row(self, cells: Iterable[Inline], merged: Iterable[int] = ()) -> None:
        """``merged`` are the columns whose cell is one with the cell above."""
        self._add_row(cells, BlockKind.TABLE_ROW, tuple(merged))

    def table_section(self, text: Inline) -> None:
        self._add_row([text], BlockKind.TABLE_SECTION)

    def page(self) -> Page:
        return Page(self._number, "".join(self._parts), self._label, tuple(self._blocks), tuple(self._marks))

    def _add(self, text: Inline, block: Block) -> None:
        line = _line(text)
        if line.text:
            self._begin_block()
            span = self._write(line)
            self._blocks.append(replace(block, start=span.start, end=span.end))

    def _add_row(self, cells: Iterable[Inline], kind: BlockKind, merged: tuple[int, ...] = ()) -> None:
        lines = [_line(cell) for cell in cells]
        if not any(line.text for line in lines):
            return
        self._begin_block()
        spans: list[Span] = []
        for line in lines:
            if spans:
                self._append("\t")
            spans.append(self._write(line))
        breaks = [span.start + place for span, line in zip(spans, lines, strict=True) for place in line.breaks]
        row = Block(kind, spans[0].start, spans[-1].end, cells=tuple(spans), merged=merged, breaks=tuple(breaks))
        self._blocks.append(row)

    def _begin_block(self) -> None:
        if self._parts:
            self._append("\n")

    def _write(self, line: _Line) -> Span:
        start = self._length
        self._append(line.text)
        self._marks += [Mark(start + mark.start, start + mark.end, mark.label) for mark in line.marks]
        return Span(start, self._length)

    def _append(self, text: str) -> None:
        self._parts.append(text)
        self._length += len(text)


def shown_number(label: str) -> str:
    """The label of a list item as far as the text shows it: nothing for a bullet."""
    return label if any(character.isalnum() for character in label) else ""


def plain(text: Inline) -> str:
    """The text as a page shows it."""
    return _line(text).text


def _labelled(label: str, text: Inline) -> Inline:
    """The text behind its label; no text stays no text, so that a lone label is no block."""
    return [f"{label} ", *_pieces(text)] if label and plain(text) else text


def _pieces(text: Inline) -> Sequence[Piece]:
    return [text] if isinstance(text, str) else text


def _line(text: Inline) -> _Line:
    joined = ""
    marks: list[Mark] = []
    breaks: set[int] = set()
    for piece in _lines_apart(text):
        shown = _WHITE.sub(" ", _INVISIBLE.sub("", piece.label if isinstance(piece, FootnoteMark) else piece))
        if not joined or joined.endswith(" "):
            shown = shown.lstrip()
        if isinstance(piece, FootnoteMark) and shown:
            marks.append(Mark(len(joined), len(joined) + len(shown), piece.label))
        joined += shown
        if piece == LINE_BREAK and joined:
            breaks.add(len(joined))
    joined = joined.rstrip()
    return _Line(joined, tuple(marks), tuple(sorted(place for place in breaks if place < len(joined))))


def _lines_apart(text: Inline) -> Iterator[Piece]:
    """The pieces, with each break of a line as a piece of its own."""
    for piece in _pieces(text):
        if isinstance(piece, str) and LINE_BREAK in piece:
            yield from _BREAK.split(piece)
        else:
            yield piece
