"""Tables from drawn rules: which words stand in which cell.

Rules that touch make one grid. Between two horizontal rules lies a band; the vertical rules that cross the band cut it
into cells, so that a cell which spans columns shows itself by the rules that are missing.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from ingest.layout import Box, RawLine, RawPage, RawWord, enclosing

THIN = 3.0  # points: a box no wider or no higher than this is a line
TOUCH = 2.0  # points within which two rules meet
SMALLEST = 4.0  # points: a band or column narrower than this is a double rule, not a cell


@dataclass(frozen=True, slots=True)
class Cell:
    """Column ``first`` to ``last``, inclusive, from 0, and the lines of words in it, from top to bottom."""

    first: int
    last: int
    lines: tuple[RawLine, ...]


@dataclass(frozen=True, slots=True)
class Grid:
    """A table as drawn: rows of cells from left to right; each row covers all ``columns``."""

    box: Box
    columns: int
    rows: tuple[tuple[Cell, ...], ...]


@dataclass(frozen=True, slots=True)
class _Segment:
    """A rule: at ``at`` on its own axis, from ``low`` to ``high`` on the other."""

    at: float
    low: float
    high: float

    def crosses(self, low: float, high: float) -> bool:
        """Whether it runs along the middle of the stretch."""
        middle = (low + high) / 2
        return self.low - TOUCH <= middle <= self.high + TOUCH


def grids(page: RawPage) -> list[Grid]:
    """The tables drawn on a page, from top to bottom: at least two columns and two rows, with words in them."""
    found = [_grid(page, boxes) for boxes in _touching(page.rules)]
    return sorted((grid for grid in found if grid), key=lambda grid: grid.box.top)


def _touching(rules: Iterable[Box]) -> list[list[Box]]:
    """Rules in groups of which each touches another of its group."""
    groups: list[tuple[Box, list[Box]]] = []
    for rule in sorted(rules, key=lambda box: box.top):
        near = [group for group in groups if _meet(group[0], rule)]
        members = [rule, *(box for _, boxes in near for box in boxes)]
        groups = [group for group in groups if group not in near]
        groups.append((enclosing(members), members))
    return [members for _, members in groups]


def _meet(a: Box, b: Box) -> bool:
    return (
        a.left <= b.right + TOUCH
        and b.left <= a.right + TOUCH
        and a.top <= b.bottom + TOUCH
        and b.top <= a.bottom + TOUCH
    )


def _grid(page: RawPage, boxes: Sequence[Box]) -> Grid | None:
    box = enclosing(list(boxes))
    upright, level = _segments(boxes)
    edges, bands = _positions([s.at for s in upright]), _positions([s.at for s in level])
    if len(edges) < 3 or len(bands) < 3:
        return None
    words = [(line, word) for line in page.lines for word in line.words if box.contains(word.box.centre)]
    columns = list(zip(edges, edges[1:], strict=False))
    rows = [_row(words, columns, upright, top, bottom) for top, bottom in zip(bands, bands[1:], strict=False)]
    filled = [row for row in rows if any(cell.lines for cell in row)]
    if len(filled) < 2 or max(sum(1 for cell in row if cell.lines) for row in filled) < 2:
        return None
    return Grid(box, len(columns), tuple(filled))


def _segments(boxes: Sequence[Box]) -> tuple[list[_Segment], list[_Segment]]:
    """Upright and level rules. Filled rectangles give their edges only where nothing else draws the table:
    beside drawn rules they are shades and highlights, which follow the words and not the cells."""
    thin = [box for box in boxes if min(box.width, box.height) <= THIN]
    boxes = thin if len(thin) >= 4 else boxes
    upright: list[_Segment] = []
    level: list[_Segment] = []
    for box in boxes:
        if box.height > THIN:
            ats = [box.centre[0]] if box.width <= THIN else [box.left, box.right]
            upright += [_Segment(at, box.top, box.bottom) for at in ats]
        if box.width > THIN:
            ats = [box.centre[1]] if box.height <= THIN else [box.top, box.bottom]
            level += [_Segment(at, box.left, box.right) for at in ats]
    return upright, level


def _positions(values: Iterable[float]) -> list[float]:
    """Distinct places in order; values closer than a cell can be are one place."""
    places: list[float] = []
    for value in sorted(values):
        if not places or value - places[-1] > SMALLEST:
            places.append(value)
    return places


def _row(
    words: Sequence[tuple[RawLine, RawWord]],
    columns: Sequence[tuple[float, float]],
    upright: Sequence[_Segment],
    top: float,
    bottom: float,
) -> tuple[Cell, ...]:
    inside = [(line, word) for line, word in words if top <= word.box.centre[1] < bottom]
    cells: list[Cell] = []
    first = 0
    for index, (left, right) in enumerate(columns):
        closed = index == len(columns) - 1 or any(
            abs(rule.at - right) <= SMALLEST and rule.crosses(top, bottom) for rule in upright
        )
        if closed:
            low, high = columns[first][0], right
            mine = [(line, word) for line, word in inside if low <= word.box.centre[0] < high]
            cells.append(Cell(first, index, _lines(mine)))
            first = index + 1
    return tuple(cells)


def _lines(words: Sequence[tuple[RawLine, RawWord]]) -> tuple[RawLine, ...]:
    """Words of a cell as lines again; a line of the page may hold words of several cells."""
    by_line: dict[int, tuple[RawLine, list[RawWord]]] = {}
    for line, word in words:
        by_line.setdefault(line.start, (line, []))[1].append(word)
    pieces = [
        RawLine(tuple(mine), hyphen=line.hyphen and mine[-1] == line.words[-1], bold=line.bold)
        for line, mine in by_line.values()
    ]
    return tuple(sorted(pieces, key=lambda piece: (round(piece.box.top), piece.start)))
