"""Rows of a table without rules: which lines belong to one.

Colour behind rows and level rules between them tell rows apart where there are any; else white space does, or else
that a line has a word in every column that counts.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from ingest.agenda_columns import Meaning
from ingest.agenda_steps import is_labelled
from ingest.cells import Cell, Grid, PlacedWord, cell_lines
from ingest.layout import Box, RawPage
from ingest.levels import Level, at_one_height, separators, text_of
from ingest.unruled_columns import LOOSE, Columns, is_small

FULL = 0.6  # of the rows have an action and an owner or a term

_KEYS = (Meaning.WHAT, Meaning.OWNER, Meaning.TERM)


def grid_of(
    page: RawPage, body: Sequence[Level], header: Sequence[Level], columns: Columns, fewest: int = 2
) -> Grid | None:
    """The table of these lines, if it has rows enough, and most of them say who or when."""
    rest, steps = _steps_apart(page, body, columns)
    cut = _rows(page, rest, columns)
    rows = [_row(page, levels, columns) for levels in _with_steps(page, cut, steps, columns)]
    full = [row for row in rows if _is_full(row, columns)]
    plain = [row for row in rows if len(row) > 1]
    if len(full) < fewest or len(full) < FULL * len(plain):
        return None
    boxes = [level.box for level in (*header, *body)]
    box = Box(
        columns.edges[0] - 1,
        min(each.top for each in boxes),
        max(columns.edges[-1], *(each.right for each in boxes)),
        max(each.bottom for each in boxes),
    )
    head = [_row(page, header, columns)] if header else []
    rows = [tuple(_with_gutter(cell, rows, columns) for cell in row) for row in rows]
    return Grid(box, len(columns.meanings), (*head, *rows), headed=bool(header))


def _with_gutter(cell: Cell, rows: Sequence[Sequence[Cell]], columns: Columns) -> Cell:
    """The cell with its right edge where text of its column ends: short of the next column, as far as any line."""
    if cell.last == len(columns.meanings) - 1:
        return cell
    column = (line for row in rows for each in row if each.last == cell.last for line in each.lines)
    reach = max((line.box.right for line in column), default=cell.left)
    return replace(cell, right=max(reach, cell.right - columns.size))


def _is_full(row: Sequence[Cell], columns: Columns) -> bool:
    filled = {columns.meanings[cell.first] for cell in row if cell.lines}
    return len(row) > 1 and Meaning.WHAT in filled and bool({Meaning.OWNER, Meaning.TERM} & filled)


def _row(page: RawPage, levels: Sequence[Level], columns: Columns) -> tuple[Cell, ...]:
    words = [pair for level in levels for pair in level.words]
    width = len(columns.meanings)
    if all(_is_own_row(page, level, columns) for level in levels):
        return (Cell(0, width - 1, cell_lines(page, words), columns.edges[0], columns.edges[-1]),)
    return tuple(
        Cell(
            index,
            index,
            cell_lines(page, [(line, word) for line, word in words if columns.column(word) == index]),
            left,
            right,
        )
        for index, (left, right) in enumerate(pairwise(columns.edges))
    )


def _rows(page: RawPage, body: Sequence[Level], columns: Columns) -> list[list[Level]]:
    """The lines of each row; the title of a part is a row of its own."""
    if not body:
        return []
    drawn = separators(page, Box(columns.edges[0], body[0].box.top, columns.edges[-1], body[-1].box.bottom))
    drawn = [place for place in drawn if body[0].box.bottom < place < body[-1].box.top]
    spaces = [max(0.0, below.box.top - above.box.bottom) for above, below in pairwise(body)]
    least = min(spaces, default=0.0) + LOOSE * columns.size
    rows: list[list[Level]] = []
    for index, level in enumerate(body):
        title = columns.spanned_by(level) or is_title(page, level, body[index + 1 : index + 3], columns)
        if rows and _ends_title(page, rows[-1], level, body[index + 1 : index + 2], columns):
            rows[-1].append(level)
        elif not rows or title or _is_own_row(page, rows[-1][-1], columns):
            rows.append([level])
        elif len(drawn) > 1:
            bottom = max(each.box.bottom for each in rows[-1])
            apart = any(bottom - 2 <= place <= level.box.top + 2 for place in drawn)
            rows[-1:] = [rows[-1], [level]] if apart else [[*rows[-1], level]]
        else:
            apart = spaces[index - 1] > least or _begins_row(page, rows[-1], level, columns)
            rows[-1:] = [rows[-1], [level]] if apart else [[*rows[-1], level]]
    return rows


def _ends_title(page: RawPage, title: Sequence[Level], level: Level, below: Sequence[Level], columns: Columns) -> bool:
    """Whether a title goes on in a second line: close below it, apart from what follows, without a number."""
    space = level.box.top - title[-1].box.bottom
    apart = all(each.box.top - level.box.bottom > space + LOOSE * columns.size for each in below)
    if not apart or space > columns.size / 4 or not _is_own_row(page, title[-1], columns):
        return False
    return columns.filled(level) == {0} and not is_labelled(_words(page, level))


def _words(page: RawPage, level: Level) -> str:
    return text_of(page, [word for _, word in level.words])


def _is_own_row(page: RawPage, level: Level, columns: Columns, following: Sequence[Level] = ()) -> bool:
    return columns.spanned_by(level) or is_title(page, level, following, columns)


def _begins_row(page: RawPage, row: Sequence[Level], level: Level, columns: Columns) -> bool:
    """Whether a line begins a row though it stands no further off: it has a number, or a word in each column."""
    filled = columns.filled(level)
    numbers = {index for index, meaning in enumerate(columns.meanings) if meaning is Meaning.NUMBER}
    if numbers:
        return bool(numbers & filled)
    keys = {index for index, meaning in enumerate(columns.meanings) if meaning in _KEYS}
    what = columns.meanings.index(Meaning.WHAT)
    first = next((page.word(word) for _, word in level.words if columns.column(word) == what), "")
    return keys <= filled and (first[:1].isupper() or first[:1].isdigit())


def is_title(page: RawPage, level: Level, following: Sequence[Level], columns: Columns) -> bool:
    """Whether a line is the title of a part: it begins where the table does, alone, bold or with a number."""
    runs = level.runs()
    if len(runs) > 1 and not columns.spanned_by(level):
        return False
    if abs(level.box.left - columns.edges[0]) > columns.size or is_small(level, columns):
        return False
    if not level.bold and not is_labelled(_words(page, level)):
        return False
    below = [len(columns.filled(each)) > 1 and not columns.spanned_by(each) for each in following]
    return not following or any(below)


def _steps_apart(page: RawPage, body: Sequence[Level], columns: Columns) -> tuple[list[Level], list[PlacedWord]]:
    """The lines without the words of a column of steps, which may be merged over rows, and those words."""
    if Meaning.STEP not in columns.meanings:
        return list(body), []
    at = columns.meanings.index(Meaning.STEP)
    rest: list[Level] = []
    steps: list[PlacedWord] = []
    for index, level in enumerate(body):
        if _is_own_row(page, level, columns, body[index + 1 : index + 3]):
            rest.append(level)
            continue
        others = tuple(pair for pair in level.words if columns.column(pair[1]) != at)
        steps += [pair for pair in level.words if columns.column(pair[1]) == at]
        rest += [Level(others)] if others else []
    return rest, steps


def _with_steps(
    page: RawPage, rows: Sequence[Sequence[Level]], steps: Sequence[PlacedWord], columns: Columns
) -> list[list[Level]]:
    """The rows with the name of each step in the row that it begins beside."""
    found = [list(row) for row in rows]
    tops = [row[0].box.top for row in rows]
    home, bottom = 0, float("-inf")
    for level in (Level(tuple(words)) for words in at_one_height(steps)):
        box = level.box
        beside = max((index for index, top in enumerate(tops) if top <= box.centre[1]), default=0)
        begins = beside != home and abs(tops[beside] - box.top) < columns.size / 2
        named = page.word(min(level.words, key=lambda pair: pair[1].left)[1])[:1]
        if box.top - bottom > columns.size / 2 or (begins and (named.isupper() or named.isdigit())):
            home = beside
        if found:
            found[home].append(level)
        bottom = box.bottom
    return found
