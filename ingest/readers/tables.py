"""Which rows of a table are header, section and plain row, for formats that hardly say so."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from assistant.domain.documents import BlockKind
from ingest.readers.page_builder import Inline, PageBuilder

_LABEL_WORDS = 4
_LABEL_CHARACTERS = 40


@dataclass(frozen=True, slots=True)
class RowShape:
    """What tells a row's kind: ``texts`` are its cells, one per column of the table.

    ``spanning`` says that one cell covers the table's whole width, ``header`` that the file itself marks the row as a
    header, ``bold`` that all its words are.
    """

    texts: tuple[str, ...]
    spanning: bool = False
    header: bool = False
    bold: bool = False


def kinds(rows: Sequence[RowShape]) -> list[BlockKind]:
    headers = _headers(rows)
    return [_kind(row, index in headers) for index, row in enumerate(rows)]


def write_row(page: PageBuilder, cells: Sequence[Inline], kind: BlockKind, merged: Sequence[int] = ()) -> None:
    """``cells`` has one text per column, empty where a cell is merged with one before or above it.

    ``merged`` are the columns of those above.
    """
    match kind:
        case BlockKind.TABLE_HEADER:
            page.table_header(cells)
        case BlockKind.TABLE_SECTION:
            page.table_section(cells[0])
        case _:
            page.table_row(cells, merged)


def _kind(row: RowShape, header: bool) -> BlockKind:
    if row.spanning:
        return BlockKind.TABLE_SECTION
    return BlockKind.TABLE_HEADER if header else BlockKind.TABLE_ROW


def _headers(rows: Sequence[RowShape]) -> set[int]:
    """The rows that are marked; else the first row, when it looks like one and has rows to head."""
    marked = {index for index, row in enumerate(rows) if row.header}
    if marked:
        return marked
    candidates = [index for index, row in enumerate(rows) if not row.spanning]
    if len(candidates) > 1 and _looks_like_header(rows[candidates[0]]):
        return {candidates[0]}
    return set()


def _looks_like_header(row: RowShape) -> bool:
    return row.bold or all(_is_label(text) for text in row.texts)


def _is_label(text: str) -> bool:
    return (
        0 < len(text) <= _LABEL_CHARACTERS
        and len(text.split()) <= _LABEL_WORDS
        and not any(character.isdigit() for character in text)
        and text[-1] not in ".;!"
    )
