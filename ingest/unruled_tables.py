"""Agendas set in columns without rules, and what white space adds to tables with them.

Text in columns may be many things, so only a line that names the columns of an agenda makes a table of what stands in
line below it.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from ingest.agenda_columns import columns_of, is_agenda_header
from ingest.cells import Cell, Grid, cell_lines
from ingest.layout import Box, RawPage, RawWord
from ingest.levels import SMALL, Level, levels_of, text_of
from ingest.unruled_columns import FAR, HEADER_LINES, Columns, columns_below, goes_on, header_lines, is_small
from ingest.unruled_rows import grid_of, is_title

FOOT = 0.92  # of the height of the page: what stands lower is no text


@dataclass(frozen=True, slots=True)
class Found:
    """``open`` has the columns of a table that may go on at the top of the next page."""

    grids: tuple[Grid, ...] = ()
    open: Columns | None = None


def with_agendas(page: RawPage, drawn: Sequence[Grid], going_on: Columns | None = None) -> Found:
    """All tables of a page, from top to bottom: an agenda in columns goes before the colours behind it."""
    ruled = [_with_header(page, grid) for grid in drawn if not grid.coloured]
    found = unruled(page, ruled, going_on)
    coloured = [grid for grid in drawn if grid.coloured and not any(_touch(grid.box, own.box) for own in found.grids)]
    tables = sorted([*ruled, *found.grids, *coloured], key=lambda grid: grid.box.top)
    return Found(tuple(tables), found.open or (_left_open(page, tables[-1]) if tables else None))


def _left_open(page: RawPage, grid: Grid) -> Columns | None:
    """The columns of a drawn agenda that ends its page."""
    header = grid.rows[0]
    names = [text_of(page, _cell_words(cell)) for cell in header]
    if len(header) != grid.columns or not is_agenda_header(names):
        return None
    meanings = tuple(column.meaning for column in columns_of(names))
    columns = Columns((*(cell.left for cell in header), header[-1].right), meanings, _size(header))
    below = [level for level in levels_of(page, [grid.box]) if level.box.top > grid.box.bottom - 1]
    return columns if _is_last(page, below, columns) else None


def _size(row: Sequence[Cell]) -> float:
    return max(word.size for cell in row for word in _cell_words(cell))


def _touch(box: Box, other: Box) -> bool:
    return box.top < other.bottom and other.top < box.bottom and box.left < other.right and other.left < box.right


def _with_header(page: RawPage, grid: Grid) -> Grid:
    """The table with the names of its columns, where they stand above what is drawn."""
    cells = next((row for row in grid.rows if len(row) == grid.columns), ())
    if not cells or is_agenda_header([text_of(page, _cell_words(cell)) for cell in grid.rows[0]]):
        return grid
    columns = Columns((*(cell.left for cell in cells), cells[-1].right), (None,) * grid.columns, 0.0)
    above = [level for level in levels_of(page, [grid.box]) if level.box.bottom <= grid.box.top + 1]
    for count in range(1, HEADER_LINES + 1):
        lines = above[-count:]
        if len(lines) < count or grid.box.top - lines[0].box.top > HEADER_LINES * 1.5 * lines[0].size:
            break
        row = tuple(
            replace(
                cell,
                lines=cell_lines(
                    page, [pair for level in lines for pair in level.words if columns.column(pair[1]) == index]
                ),
            )
            for index, cell in enumerate(cells)
        )
        if is_agenda_header([text_of(page, _cell_words(cell)) for cell in row]):
            box = Box(grid.box.left, lines[0].box.top, grid.box.right, grid.box.bottom)
            return replace(grid, box=box, rows=(row, *grid.rows), headed=True)
    return grid


def _cell_words(cell: Cell) -> list[RawWord]:
    return [word for line in cell.lines for word in line.words]


def unruled(page: RawPage, ruled: Iterable[Grid], going_on: Columns | None = None) -> Found:
    """The agendas in columns beside the ``ruled`` tables; ``going_on`` is what the page before left open."""
    levels = levels_of(page, [grid.box for grid in ruled])
    found: list[Grid] = []
    open_columns: Columns | None = None
    at = 0
    titled = going_on is not None and bool(levels) and is_title(page, levels[0], levels[1:3], going_on)
    if going_on and goes_on(levels[titled:], going_on):
        end = _end(page, levels, 0, going_on)
        grid = grid_of(page, levels[:end], [], going_on, 1)
        if grid:
            found.append(grid)
            at, open_columns = end, going_on if _is_last(page, levels[end:], going_on) else None
    while at < len(levels):
        header = header_lines(page, levels, at)
        if not header:
            at += 1
            continue
        columns = columns_below(page, levels, at, header)
        end = _end(page, levels, at + header, columns)
        again = going_on is not None and going_on.meanings == columns.meanings
        grid = grid_of(page, levels[at + header : end], levels[at : at + header], columns, 1 if again else 2)
        if grid:
            found.append(grid)
            open_columns = columns if _is_last(page, levels[end:], columns) else None
        at = end if grid else at + 1
    return Found(tuple(found), open_columns)


def _end(page: RawPage, levels: Sequence[Level], at: int, columns: Columns) -> int:
    """Where the table ends: at a line that runs across its columns and is no title, or below much white space.

    A title below its last row is of the text, unless the page ends there and the table has titles of parts: then its
    part goes on over the page.
    """
    end = at
    while end < len(levels):
        level = levels[end]
        if end > 0 and level.box.top - levels[end - 1].box.bottom > FAR * columns.size:
            break
        if columns.spanned_by(level) and not is_title(page, level, levels[end + 1 : end + 3], columns):
            break
        if is_small(level, columns) or header_lines(page, levels, end) or _begins_other(levels, end, columns):
            break
        end += 1
    last = end
    while end > at and is_title(page, levels[end - 1], (), columns):
        end -= 1
    parted = any(is_title(page, level, (), columns) for level in levels[at:end])
    return last if parted and _is_last(page, levels[last:], columns) else end


def _begins_other(levels: Sequence[Level], at: int, columns: Columns) -> bool:
    """Whether a line in larger type than the table's stands above something that is not in its columns."""
    if not _is_large(levels[at], columns):
        return False
    below = [level for level in levels[at : at + 2 * HEADER_LINES] if not _is_large(level, columns)]
    return not goes_on(below, columns)


def _is_large(level: Level, columns: Columns) -> bool:
    return SMALL * level.size > columns.size


def _is_last(page: RawPage, rest: Sequence[Level], columns: Columns) -> bool:
    """Whether nothing of the text stands below the table on its page."""
    return all(is_small(level, columns) or level.box.top > FOOT * page.height for level in rest)
