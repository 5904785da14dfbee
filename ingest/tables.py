"""Tables from drawn rules: which words stand in which cell.

Rules that touch make one grid. Between two level rules lies a band; the upright rules that cross the band cut it into
cells, so that a cell which spans columns shows itself by the rules that are missing. Filled rectangles draw a table
with their edges, but only where no rules do: beside drawn rules they are shades and highlights, which follow the words
and not the cells.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from ingest.cells import SPACE, Cell, Grid, PlacedWord, cell_lines
from ingest.layout import Box, RawPage

THIN = 3.0  # points: a box no wider or no higher than this is a rule
TOUCH = 2.0  # points within which two rules meet
IN_LINE = 1.0  # points within which pieces of one rule lie in line
PADDING = 15.0  # points: what lies between cells that are drawn one by one
UNCOLOURED = 1.5  # heights of a coloured row: a row between two of them may be left without colour
SMALLEST = 4.0  # points: a band or column narrower than this is a double rule, not a cell
MOST_CROSSINGS = 100_000  # level times upright rules: more is a drawing

FEWEST_FILLED = 0.35  # of the cells of a table hold words


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


def grids(page: RawPage) -> list[Grid]:
    """The tables drawn on a page, from top to bottom: at least two columns and two rows, with words in them."""
    if len(page.rules) < 3:
        return []
    found = _grids(page, [box for box in page.rules if min(box.width, box.height) <= THIN])
    filled = [box for box in page.rules if min(box.width, box.height) > THIN]
    free = [box for box in filled if not any(grid.box.contains(box.centre) for grid in found)]
    return sorted([*found, *_grids(page, _side_by_side(free), filled=True)], key=lambda grid: grid.box.top)


def _side_by_side(boxes: Iterable[Box]) -> list[Box]:
    """Boxes that touch another in the same row: shades behind single lines of text stand apart."""
    found: list[Box] = []
    for left, right in pairwise(sorted(boxes, key=lambda box: (round(box.top), round(box.bottom), box.left))):
        level = abs(left.top - right.top) <= TOUCH and abs(left.bottom - right.bottom) <= TOUCH
        if level and abs(left.right - right.left) <= TOUCH:
            found += [left, right]
    return found


def _grids(page: RawPage, boxes: Sequence[Box], *, filled: bool = False) -> list[Grid]:
    reach = UNCOLOURED if filled else 0.0
    rules = _Rules(tuple(_whole(_upright(boxes), reach)), tuple(_whole(_level(boxes))))
    if len(rules.upright) * len(rules.level) > MOST_CROSSINGS:
        return []
    return [grid for group in _touching(rules) if (grid := _grid(page, group, filled))]


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


def _whole(pieces: Iterable[_Rule], reach: float = 0.0) -> list[_Rule]:
    """Rules made of the pieces that lie in line and touch: many files draw the edges of each cell by themselves.

    ``reach`` is how far apart they may be, in lengths of the piece.
    """
    rules: list[_Rule] = []
    in_line: list[_Rule] = []
    for piece in sorted(pieces, key=lambda rule: rule.at):
        if in_line and piece.at - in_line[0].at > IN_LINE:
            rules += _joined(in_line, reach)
            in_line = []
        in_line.append(piece)
    return rules + _joined(in_line, reach)


def _joined(in_line: Iterable[_Rule], reach: float) -> list[_Rule]:
    rules: list[_Rule] = []
    for piece in sorted(in_line, key=lambda rule: rule.low):
        if rules and piece.low <= rules[-1].high + TOUCH + reach * (piece.high - piece.low):
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


def _grid(page: RawPage, rules: _Rules, filled: bool) -> Grid | None:
    """``filled`` says that cells are drawn by their colour; text between two such tables runs across their columns."""
    if not filled:
        rules = _Rules(rules.upright, (*rules.level, *_below_header(page, rules)))
    edges, bands = _places(rules.upright, rules.level), _places(rules.level, rules.upright)
    if len(edges) < 3 or len(bands) < 3:
        return None
    box = Box(edges[0], bands[0], edges[-1], bands[-1])
    in_bands = zip(_words(page, box, bands), pairwise(bands), strict=True)
    rows = []
    for words, band in in_bands:
        crossing = [rule.at for rule in rules.upright if rule.spans(sum(band) / 2)]
        rows.append(_row(page, words, edges, [] if filled and _run_across(words, edges) else crossing))
    rows = _spanning(rows, bands, edges, rules.level)
    rows = _without_padding([row for row in rows if any(cell.lines for cell in row)], edges)
    if len(rows) < 2 or max(sum(1 for cell in row if cell.lines) for row in rows) < 2 or _is_sparse(rows):
        return None
    return Grid(box, max(cell.last for row in rows for cell in row) + 1, tuple(rows), coloured=filled)


def _below_header(page: RawPage, rules: _Rules) -> list[_Rule]:
    """Where the colour behind a table's first row ends: not all tables draw a rule there too."""
    left, right = min(rule.low for rule in rules.level), max(rule.high for rule in rules.level)
    top = min(rule.at for rule in rules.level)
    colours = [
        box
        for box in page.rules
        if min(box.width, box.height) > THIN and abs(box.top - top) <= TOUCH and left - TOUCH <= box.left < right
    ]
    below = _whole(_Rule(box.bottom, box.left, box.right) for box in colours)
    return [rule for rule in below if rule.low <= left + TOUCH and right - TOUCH <= rule.high]


def _places(rules: Sequence[_Rule], across: Sequence[_Rule]) -> list[float]:
    """The distinct places of rules in order, and how far those across reach: many tables are open at their sides.

    Places closer than a cell can be are one.
    """
    ends = [min(rule.low for rule in across), max(rule.high for rule in across)]
    places: list[float] = []
    for at in sorted([*ends, *(rule.at for rule in rules)]):
        if not places or at - places[-1] > SMALLEST:
            places.append(at)
    return places


def _run_across(words: Sequence[PlacedWord], edges: Sequence[float]) -> bool:
    """Whether a line of text goes on over the edge of a column, with no more than a space."""
    for (line, left), (same, right) in pairwise(words):
        if line is same and right.left - left.right < SPACE * line.size:
            x, y = left.centre[0], right.centre[0]
            if any(x < edge < y for edge in edges[1:-1]):
                return True
    return False


def _without_padding(rows: Sequence[tuple[Cell, ...]], edges: Sequence[float]) -> list[tuple[Cell, ...]]:
    """The rows without the narrow empty columns that lie between cells which are drawn one by one."""
    begun = {cell.first for row in rows if len(row) > 1 for cell in row if cell.lines}
    widths = [right - left for left, right in pairwise(edges)]
    kept = [index for index, width in enumerate(widths) if index in begun or width > PADDING]
    return [
        tuple(
            replace(cell, first=first, last=last)
            for cell in row
            if (first := bisect_left(kept, cell.first)) <= (last := bisect_right(kept, cell.last) - 1)
        )
        for row in rows
    ]


def _is_sparse(rows: Iterable[tuple[Cell, ...]]) -> bool:
    """Whether most cells are empty: then the rules underline and frame, and make no table."""
    cells = [cell for row in rows for cell in row if len(row) > 1]
    return sum(1 for cell in cells if cell.lines) < FEWEST_FILLED * len(cells)


def _words(page: RawPage, box: Box, bands: Sequence[float]) -> list[list[PlacedWord]]:
    """The words in each band, with the line that each stands on."""
    found: list[list[PlacedWord]] = [[] for _ in pairwise(bands)]
    for line in page.lines:
        if line.box.bottom < box.top or line.box.top > box.bottom:
            continue
        for word in line.words:
            x, y = word.centre
            if box.left <= x <= box.right and bands[0] <= y < bands[-1]:
                found[bisect_right(bands, y) - 1].append((line, word))
    return found


def _row(
    page: RawPage, words: Iterable[PlacedWord], edges: Sequence[float], crossing: Sequence[float]
) -> tuple[Cell, ...]:
    """``crossing`` are the places of the upright rules that cut the row."""
    cells: list[Cell] = []
    first = 0
    for index, right in enumerate(edges[1:]):
        if index == len(edges) - 2 or any(abs(at - right) <= SMALLEST for at in crossing):
            mine = [(line, word) for line, word in words if edges[first] <= word.centre[0] < right]
            cells.append(Cell(first, index, cell_lines(page, mine), edges[first], right))
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
    return replace(cell, lines=(), merged=True)
