"""Tables from drawn rules: which words stand in which cell.

Rules that touch make one grid. Between two level rules lies a band; the upright rules that cross the band cut it into
cells, so that a cell which spans columns shows itself by the rules that are missing. Filled rectangles draw a table
with their edges, but only where no rules do: beside drawn rules they are shades and highlights, which follow the words
and not the cells.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from typing import TypeAlias

from ingest.layout import Box, RawLine, RawPage, RawWord

THIN = 3.0  # points: a box no wider or no higher than this is a rule
TOUCH = 2.0  # points within which two rules meet
IN_LINE = 1.0  # points within which pieces of one rule lie in line
SMALLEST = 4.0  # points: a band or column narrower than this is a double rule, not a cell
MOST_CROSSINGS = 100_000  # level times upright rules: more is a drawing

_Word: TypeAlias = tuple[RawLine, RawWord]


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
class _Rule:
    """It lies at ``at`` on its own axis, from ``low`` to ``high`` on the other."""

    at: float
    low: float
    high: float

    def spans(self, place: float) -> bool:
        return self.low - TOUCH <= place <= self.high + TOUCH


@dataclass(frozen=True, slots=True)
class _Rules:
    upright: tuple[_Rule, ...]
    level: tuple[_Rule, ...]

    @property
    def box(self) -> Box:
        xs = [rule.at for rule in self.upright]
        ys = [rule.at for rule in self.level]
        return Box(min(xs), min(ys), max(xs), max(ys))


def grids(page: RawPage) -> list[Grid]:
    """The tables drawn on a page, from top to bottom: at least two columns and two rows, with words in them."""
    if len(page.rules) < 3:
        return []
    found = _grids(page, [box for box in page.rules if min(box.width, box.height) <= THIN])
    filled = [box for box in page.rules if min(box.width, box.height) > THIN]
    free = [box for box in filled if not any(grid.box.contains(box.centre) for grid in found)]
    return sorted([*found, *_grids(page, free)], key=lambda grid: grid.box.top)


def _grids(page: RawPage, boxes: Sequence[Box]) -> list[Grid]:
    rules = _Rules(tuple(_whole(_upright(boxes))), tuple(_whole(_level(boxes))))
    if len(rules.upright) * len(rules.level) > MOST_CROSSINGS:
        return []
    return [grid for group in _touching(rules) if (grid := _grid(page, group))]


def _upright(boxes: Iterable[Box]) -> list[_Rule]:
    return [
        _Rule(at, box.top, box.bottom)
        for box in boxes
        if box.height > THIN
        for at in ([box.centre[0]] if box.width <= THIN else [box.left, box.right])
    ]


def _level(boxes: Iterable[Box]) -> list[_Rule]:
    return [
        _Rule(at, box.left, box.right)
        for box in boxes
        if box.width > THIN
        for at in ([box.centre[1]] if box.height <= THIN else [box.top, box.bottom])
    ]


def _whole(pieces: Iterable[_Rule]) -> list[_Rule]:
    """Rules made of the pieces that lie in line and touch: many files draw the edges of each cell by themselves."""
    rules: list[_Rule] = []
    in_line: list[_Rule] = []
    for piece in sorted(pieces, key=lambda rule: rule.at):
        if in_line and piece.at - in_line[0].at > IN_LINE:
            rules += _joined(in_line)
            in_line = []
        in_line.append(piece)
    return rules + _joined(in_line)


def _joined(in_line: Iterable[_Rule]) -> list[_Rule]:
    rules: list[_Rule] = []
    for piece in sorted(in_line, key=lambda rule: rule.low):
        if rules and piece.low <= rules[-1].high + TOUCH:
            rules[-1] = _Rule(rules[-1].at, rules[-1].low, max(rules[-1].high, piece.high))
        else:
            rules.append(piece)
    return rules


def _touching(rules: _Rules) -> list[_Rules]:
    """Rules in groups that hang together: each upright rule joins the groups of the level rules that it meets."""
    groups = [_Rules((), (rule,)) for rule in rules.level]
    for rule in rules.upright:
        joined, apart = _Rules((rule,), ()), list[_Rules]()
        for group in groups:
            if any(_meet(rule, level) for level in group.level):
                joined = _Rules(joined.upright + group.upright, joined.level + group.level)
            else:
                apart.append(group)
        groups = [*apart, joined]
    return [group for group in groups if group.upright and group.level]


def _meet(upright: _Rule, level: _Rule) -> bool:
    return level.spans(upright.at) and upright.spans(level.at)


def _grid(page: RawPage, rules: _Rules) -> Grid | None:
    edges, bands = _positions(rules.upright), _positions(rules.level)
    if len(edges) < 3 or len(bands) < 3:
        return None
    in_bands = zip(_words(page, rules.box, bands), pairwise(bands), strict=True)
    rows = [_row(words, edges, rules.upright, sum(band) / 2) for words, band in in_bands]
    rows = _spanning(rows, bands, edges, rules.level)
    filled = [row for row in rows if any(cell.lines for cell in row)]
    if len(filled) < 2 or max(sum(1 for cell in row if cell.lines) for row in filled) < 2:
        return None
    return Grid(rules.box, len(edges) - 1, tuple(filled))


def _positions(rules: Iterable[_Rule]) -> list[float]:
    """Distinct places in order; places closer than a cell can be are one."""
    places: list[float] = []
    for at in sorted(rule.at for rule in rules):
        if not places or at - places[-1] > SMALLEST:
            places.append(at)
    return places


def _words(page: RawPage, box: Box, bands: Sequence[float]) -> list[list[_Word]]:
    """The words in each band, with the line that each stands on."""
    found: list[list[_Word]] = [[] for _ in pairwise(bands)]
    for line in page.lines:
        if line.box.bottom < box.top or line.box.top > box.bottom:
            continue
        for word in line.words:
            x, y = word.box.centre
            if box.left <= x <= box.right and bands[0] <= y < bands[-1]:
                found[bisect_right(bands, y) - 1].append((line, word))
    return found


def _row(words: Iterable[_Word], edges: Sequence[float], upright: Iterable[_Rule], middle: float) -> tuple[Cell, ...]:
    crossing = [rule.at for rule in upright if rule.spans(middle)]
    cells: list[Cell] = []
    first = 0
    for index, right in enumerate(edges[1:]):
        if index == len(edges) - 2 or any(abs(at - right) <= SMALLEST for at in crossing):
            mine = [(line, word) for line, word in words if edges[first] <= word.box.centre[0] < right]
            cells.append(Cell(first, index, _lines(mine)))
            first = index + 1
    return tuple(cells)


def _spanning(
    rows: Sequence[tuple[Cell, ...]], bands: Sequence[float], edges: Sequence[float], level: Sequence[_Rule]
) -> list[tuple[Cell, ...]]:
    """The same rows, in which a cell without a rule above it is part of the cell above."""
    found: list[list[Cell]] = []
    topmost: dict[tuple[int, int], int] = {}  # the row in which the cell over these columns began
    for index, (row, top) in enumerate(zip(rows, bands, strict=False)):
        found.append([])
        for cell in row:
            middle = (edges[cell.first] + edges[cell.last + 1]) / 2
            ruled = any(abs(rule.at - top) <= SMALLEST and rule.spans(middle) for rule in level)
            home = index if ruled else topmost.get((cell.first, cell.last), index)
            topmost[cell.first, cell.last] = home
            if home != index:
                cell = _moved(found[home], cell)
            found[index].append(cell)
    return [tuple(row) for row in found]


def _moved(home: list[Cell], cell: Cell) -> Cell:
    """What is left of a cell when its lines have gone to the cell above."""
    for place, above in enumerate(home):
        if above.first == cell.first:
            home[place] = replace(above, lines=above.lines + cell.lines)
    return replace(cell, lines=())


def _lines(words: Iterable[_Word]) -> tuple[RawLine, ...]:
    """Words of a cell as lines again; a line of the page may hold words of several cells."""
    by_line: dict[int, tuple[RawLine, list[RawWord]]] = {}
    for line, word in words:
        by_line.setdefault(line.start, (line, []))[1].append(word)
    pieces = [
        RawLine(tuple(mine), hyphen=line.hyphen and mine[-1] == line.words[-1], bold=line.bold)
        for line, mine in by_line.values()
    ]
    return tuple(sorted(pieces, key=lambda piece: (round(piece.box.top), piece.start)))
