"""The rows of a table in a web page, laid out on the table's columns."""

from __future__ import annotations

from dataclasses import dataclass

from bs4 import Tag

from ingest.readers.html_tree import is_left_out, pieces
from ingest.readers.page_builder import Inline, plain
from ingest.readers.tables import RowShape

_WIDEST = 100  # columns; a cell may claim to span any number
_TALLEST = 10_000  # rows


@dataclass(frozen=True, slots=True)
class HtmlRow:
    """``cells`` has one text per column, empty where a cell is merged with one before or above it."""

    cells: tuple[Inline, ...]
    shape: RowShape
    merged: tuple[int, ...]  # the columns of cells that are one with the cell above


def html_rows(table: Tag) -> list[HtmlRow]:
    rows = [row for row in table.find_all("tr") if not is_left_out(row)]
    from_above: dict[int, int] = {}
    laid_out = [_lay_out(row, from_above) for row in rows]
    width = max((len(cells) for row, (cells, _) in zip(rows, laid_out, strict=True) if len(_cells(row)) > 1), default=1)
    return [_row(row, cells, merged, width) for row, (cells, merged) in zip(rows, laid_out, strict=True)]


def _lay_out(row: Tag, from_above: dict[int, int]) -> tuple[list[Inline], list[int]]:
    """The cells, and which columns a cell above goes on in.

    ``from_above`` has for each column how many more rows a cell above it covers, and is brought up to date.
    """
    cells: list[Inline] = []
    merged: list[int] = []

    def fill() -> None:
        while from_above.get(len(cells), 0):
            from_above[len(cells)] -= 1
            merged.append(len(cells))
            cells.append("")

    for cell in _cells(row):
        fill()
        columns, rows = _span(cell, "colspan", _WIDEST), _span(cell, "rowspan", _TALLEST)
        from_above.update(dict.fromkeys(range(len(cells), len(cells) + columns), rows - 1))
        cells += [pieces(cell), *[""] * (columns - 1)]
    fill()
    return cells, merged


def _row(row: Tag, cells: list[Inline], merged: list[int], width: int) -> HtmlRow:
    own = _cells(row)
    spanning = len(own) == 1 and len(cells) >= width > 1 and _span(own[0], "colspan", _WIDEST) >= width
    columns = cells[:1] if spanning else [*cells, *[""] * (width - len(cells))]
    shape = RowShape(
        texts=tuple(plain(cell) for cell in columns),
        spanning=spanning,
        header=len(own) > 1 and (_in_header(row) or all(cell.name == "th" for cell in own)),
        bold=all(_is_bold(cell) for cell in own),
    )
    return HtmlRow(tuple(columns), shape, tuple(merged))


def _cells(row: Tag) -> list[Tag]:
    return row.find_all(["td", "th"], recursive=False)


def _span(cell: Tag, attribute: str, most: int) -> int:
    value = str(cell.get(attribute, "1")).strip()
    return min(max(int(value), 1), most) if value.isdecimal() else 1


def _in_header(row: Tag) -> bool:
    return row.parent is not None and row.parent.name == "thead"


def _is_bold(cell: Tag) -> bool:
    bold = "".join(tag.get_text() for tag in cell.find_all(["b", "strong"]))
    return "".join(bold.split()) == "".join(cell.get_text().split())
