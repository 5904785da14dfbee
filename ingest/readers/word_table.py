"""The cells of a Word table, laid out on the table's columns."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from docx.oxml.ns import qn

from assistant.domain.documents import BlockKind
from ingest.readers.page_builder import plain
from ingest.readers.tables import RowShape, kinds
from ingest.readers.word_inline import blocks, is_on, words
from ingest.readers.word_styles import Element

_ROW = frozenset({qn("w:tr")})
_CELL = frozenset({qn("w:tc")})
_PARAGRAPH_OR_TABLE = frozenset({qn("w:p"), qn("w:tbl")})


@dataclass(frozen=True, slots=True)
class WordCell:
    """One column of a row; a column whose cell is merged with the one before or above it has no paragraphs."""

    paragraphs: tuple[Element, ...] = ()
    from_above: bool = False


@dataclass(frozen=True, slots=True)
class WordRow:
    """``cells`` has one for each column; ``merged`` says that the first covers them all."""

    cells: tuple[WordCell, ...]
    merged: bool
    header: bool  # marked to be repeated on each page
    bold: bool

    @property
    def from_above(self) -> tuple[int, ...]:
        """The columns whose cell is one with the cell above."""
        return tuple(index for index, cell in enumerate(self.cells) if cell.from_above)


def word_rows(table: Element) -> list[WordRow]:
    """Without the rows that are deleted with changes tracked."""
    return [_row(row) for row in blocks(table, _ROW) if row.find(f"{qn('w:trPr')}/{qn('w:del')}") is None]


def row_kinds(rows: Sequence[WordRow]) -> list[BlockKind]:
    return kinds([RowShape(_texts(row), row.merged, row.header, row.bold) for row in rows])


def framed_blocks(table: Element) -> Iterator[Element]:
    """The paragraphs and tables of all cells in reading order: for a table that is a frame around text."""
    for row in blocks(table, _ROW):
        for cell in blocks(row, _CELL):
            yield from blocks(cell, _PARAGRAPH_OR_TABLE)


def _row(row: Element) -> WordRow:
    cells = list(blocks(row, _CELL))
    before, after = _number(row, "w:trPr/w:gridBefore"), _number(row, "w:trPr/w:gridAfter")
    columns = [WordCell()] * before + [column for cell in cells for column in _columns(cell)] + [WordCell()] * after
    merged = len(cells) == 1 and _number(cells[0], "w:tcPr/w:gridSpan") == len(columns) > 1
    return WordRow(tuple(columns), merged, is_on(row, "w:trPr/w:tblHeader"), _is_bold(row))


def _columns(cell: Element) -> Iterator[WordCell]:
    merge = cell.find(f"{qn('w:tcPr')}/{qn('w:vMerge')}")
    goes_on = merge is not None and merge.get(qn("w:val")) != "restart"
    yield WordCell(from_above=True) if goes_on else WordCell(tuple(_paragraphs(cell)))
    yield from [WordCell()] * (_number(cell, "w:tcPr/w:gridSpan") - 1)


def _paragraphs(cell: Element) -> Iterator[Element]:
    """Those of tables within the cell too."""
    for block in blocks(cell, _PARAGRAPH_OR_TABLE):
        if block.tag == qn("w:p"):
            yield block
        else:
            yield from (paragraph for row in word_rows(block) for inner in row.cells for paragraph in inner.paragraphs)


def _texts(row: WordRow) -> tuple[str, ...]:
    return tuple(plain(" ".join(words(paragraph) for paragraph in cell.paragraphs)) for cell in row.cells)


def _number(holder: Element, path: str) -> int:
    found = holder.find("/".join(qn(tag) for tag in path.split("/")))
    value = "" if found is None else found.get(qn("w:val"), "")
    return int(value) if value.isdecimal() else 0


def _is_bold(row: Element) -> bool:
    runs = [run for run in row.iter(qn("w:r")) if words(run).strip()]
    return bool(runs) and all(is_on(run, "w:rPr/w:b") for run in runs)
