"""The lines of an answer's text as paragraphs, lists and tables.

The text is plain: a line that begins with a bullet is an item of a list, and a line of cells between bars is a row of a
table, whose cells may name their column: ``Wat: Pilots | Wie: OCW | Wanneer: 2024 [1]``.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from itertools import groupby

from assistant.web.markup import escaped, listed, tag

Linked = Callable[[str], str]

CELL_SEPARATOR = " | "
BULLET = re.compile(r"\s*[-•*] ")
MARKERS_AT_END = re.compile(r"(?:\s*\[\d+\])+\s*$")
COLUMN = re.compile(r"([^:|]{1,40}): ")


def prose_html(text: str, linked: Linked) -> str:
    """``linked`` turns the citation numbers in a text that is HTML already into what a person can click."""
    lines = [line for line in text.splitlines() if line.strip()]
    return "".join(as_html(list(group), linked) for as_html, group in groupby(lines, key=_kind))


def _kind(line: str) -> Callable[[Sequence[str], Linked], str]:
    if CELL_SEPARATOR in line:
        return _table
    return _list if BULLET.match(line) else _paragraphs


def _paragraphs(lines: Sequence[str], linked: Linked) -> str:
    return "".join(tag("p", linked(escaped(line))) for line in lines)


def _list(lines: Sequence[str], linked: Linked) -> str:
    return listed([linked(escaped(BULLET.sub("", line, count=1))) for line in lines])


@dataclass(frozen=True, slots=True)
class _Row:
    """Cells by column: its name where the row is ``named``, else its place from 0."""

    cells: dict[str, str]
    markers: str
    named: bool


def _table(lines: Sequence[str], linked: Linked) -> str:
    rows = [_row(line) for line in lines]
    columns = list(dict.fromkeys(column for row in rows for column in row.cells))
    names = [tag("th", escaped(column), scope="col") for column in columns]
    head = tag("thead", tag("tr", "".join([*names, tag("th", "")]))) if all(row.named for row in rows) else ""
    return tag("table", head + tag("tbody", "".join(_row_html(row, columns, linked) for row in rows)))


def _row(line: str) -> _Row:
    """A row names its columns when all of its cells do."""
    markers = MARKERS_AT_END.search(line)
    cells = (line[: markers.start()] if markers else line).strip().split(CELL_SEPARATOR)
    names = [COLUMN.match(cell) for cell in cells]
    named = all(names)
    by_column = {
        (name[1] if name and named else str(number)): (cell[name.end() :] if name and named else cell)
        for number, (name, cell) in enumerate(zip(names, cells, strict=True))
    }
    return _Row(by_column, markers[0] if markers else "", named)


def _row_html(row: _Row, columns: Sequence[str], linked: Linked) -> str:
    cells = [
        tag("td", linked(escaped(row.cells.get(column, ""))), title=column if row.named else "") for column in columns
    ]
    return tag("tr", "".join([*cells, tag("td", linked(row.markers.strip()), "markers")]))
