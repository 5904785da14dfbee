"""Agendas set in columns without rules: which words stand in which cell, by white space alone.

Text in columns may be many things, so only a line that names the columns of an agenda makes a table of what stands in
line below it. Colour behind rows and level rules between them tell rows apart where there are any; else white space
does, or else that a line has a word in every column that counts.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from statistics import median

from ingest.agenda_columns import Meaning, columns_of, is_agenda_header
from ingest.agenda_steps import is_labelled
from ingest.layout import Box, RawLine, RawPage, RawWord
from ingest.tables import THIN, Cell, Grid, cell_lines

SPACE = 0.6  # of the size of the type: the widest between two words of a line
LOOSE = 0.25  # of the size of the type: white space between rows is this much more than that between lines
WIDE = 0.6  # of the table's width: a rule or shade behind a row is at least as wide
SMALL = 0.85  # of the size of the header: the type of notes below a table
FAR = 4.0  # sizes of type: below more white space than this the table has ended
HEADER_LINES = 3
ALIGNED = 3.0  # points within which columns on two pages have the same left edge
FOOT = 0.92  # of the height of the page: what stands lower is no text
FULL = 0.6  # of the rows have an action and an owner or a term

_KEYS = (Meaning.WHAT, Meaning.OWNER, Meaning.TERM)


@dataclass(frozen=True, slots=True)
class Level:
    """Words at one height, from left to right, with the line of the file that each stands on."""

    words: tuple[tuple[RawLine, RawWord], ...]

    @property
    def box(self) -> Box:
        words = [word for _, word in self.words]
        return Box(
            words[0].left,
            min(word.top for word in words),
            max(word.right for word in words),
            max(word.bottom for word in words),
        )

    @property
    def size(self) -> float:
        return max(word.size for _, word in self.words)

    @property
    def bold(self) -> bool:
        return all(line.bold for line, _ in self.words)

    def runs(self) -> list[list[RawWord]]:
        """Stretches of words no further apart than words of a text are."""
        runs: list[list[RawWord]] = []
        for _, word in self.words:
            if runs and word.left - runs[-1][-1].right < SPACE * word.size:
                runs[-1].append(word)
            else:
                runs.append([word])
        return runs

    def crosses(self, x: float) -> bool:
        """Whether its text runs across ``x``."""
        return any(run[0].left < x < run[-1].right for run in self.runs())


@dataclass(frozen=True, slots=True)
class Columns:
    """``edges`` are the left edges of all columns and the right edge of the last; ``meanings`` what each holds."""

    edges: tuple[float, ...]
    meanings: tuple[Meaning | None, ...]
    size: float

    def column(self, word: RawWord) -> int:
        return max(0, sum(1 for edge in self.edges[1:-1] if word.centre[0] >= edge))

    def filled(self, level: Level) -> set[int]:
        return {self.column(word) for _, word in level.words}

    def spanned_by(self, level: Level) -> bool:
        return any(level.crosses(edge) for edge in self.edges[1:-1])


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
    names = [_text(page, _cell_words(cell)) for cell in header]
    if len(header) != grid.columns or not is_agenda_header(names):
        return None
    meanings = tuple(column.meaning for column in columns_of(names))
    columns = Columns((*(cell.left for cell in header), header[-1].right), meanings, _size(header))
    below = [level for level in _levels(page, [grid.box]) if level.box.top > grid.box.bottom - 1]
    return columns if _is_last(page, below, columns) else None


def _size(row: Sequence[Cell]) -> float:
    return max(word.size for cell in row for word in _cell_words(cell))


def _touch(box: Box, other: Box) -> bool:
    return box.top < other.bottom and other.top < box.bottom and box.left < other.right and other.left < box.right


def _with_header(page: RawPage, grid: Grid) -> Grid:
    """The table with the names of its columns, where they stand above what is drawn."""
    cells = next((row for row in grid.rows if len(row) == grid.columns), ())
    if not cells or is_agenda_header([_text(page, _cell_words(cell)) for cell in grid.rows[0]]):
        return grid
    columns = Columns((*(cell.left for cell in cells), cells[-1].right), (None,) * grid.columns, 0.0)
    above = [level for level in _levels(page, [grid.box]) if level.box.bottom <= grid.box.top + 1]
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
        if is_agenda_header([_text(page, _cell_words(cell)) for cell in row]):
            box = Box(grid.box.left, lines[0].box.top, grid.box.right, grid.box.bottom)
            return replace(grid, box=box, rows=(row, *grid.rows), headed=True)
    return grid


def _cell_words(cell: Cell) -> list[RawWord]:
    return [word for line in cell.lines for word in line.words]


def unruled(page: RawPage, ruled: Iterable[Grid], going_on: Columns | None = None) -> Found:
    """The agendas in columns beside the ``ruled`` tables; ``going_on`` is what the page before left open."""
    levels = _levels(page, [grid.box for grid in ruled])
    found: list[Grid] = []
    open_columns: Columns | None = None
    at = 0
    if going_on and _goes_on(levels, going_on):
        end = _end(page, levels, 0, going_on)
        grid = _grid(page, levels[:end], [], going_on, 1)
        if grid:
            found.append(grid)
            at, open_columns = end, going_on if _is_last(page, levels[end:], going_on) else None
    while at < len(levels):
        header = _header(page, levels, at)
        if not header:
            at += 1
            continue
        columns = _columns(page, levels, at, header)
        end = _end(page, levels, at + header, columns)
        again = going_on is not None and going_on.meanings == columns.meanings
        grid = _grid(page, levels[at + header : end], levels[at : at + header], columns, 1 if again else 2)
        if grid:
            found.append(grid)
            open_columns = columns if _is_last(page, levels[end:], columns) else None
        at = end if grid else at + 1
    return Found(tuple(found), open_columns)


def _levels(page: RawPage, taken: Sequence[Box]) -> list[Level]:
    words = [
        (line, word)
        for line in page.lines
        for word in line.words
        if not any(box.contains(word.centre) for box in taken)
    ]
    if not words:
        return []
    usual = median(word.size for _, word in words)
    levels = _at_one_height([pair for pair in words if pair[1].size >= SMALL * usual])
    loose: list[tuple[RawLine, RawWord]] = []
    for pair in words:
        if pair[1].size < SMALL * usual:
            beside = next((level for level in levels if _is_mark(pair[1], level)), None)
            (loose if beside is None else beside).append(pair)
    levels += _at_one_height(loose)
    found = [Level(tuple(sorted(level, key=lambda pair: pair[1].left))) for level in levels]
    return sorted(found, key=lambda level: level.box.top)


def _at_one_height(words: Sequence[tuple[RawLine, RawWord]]) -> list[list[tuple[RawLine, RawWord]]]:
    levels: list[list[tuple[RawLine, RawWord]]] = []
    for pair in sorted(words, key=lambda pair: pair[1].centre[1]):
        last = levels[-1][-1][1] if levels else None
        if last and pair[1].centre[1] - last.centre[1] < pair[1].size / 4:
            levels[-1].append(pair)
        else:
            levels.append([pair])
    return levels


def _is_mark(word: RawWord, level: Sequence[tuple[RawLine, RawWord]]) -> bool:
    """Whether a small word stands at the end of one of a line: a footnote mark."""
    return any(
        each.top <= word.centre[1] <= each.bottom and abs(word.left - each.right) < each.size for _, each in level
    )


# --- the header and its columns


def _header(page: RawPage, levels: Sequence[Level], at: int) -> int:
    """How many lines from ``at`` on are the header of an agenda; 0 if none is."""
    if len(levels[at].runs()) < 2:
        return 0
    most = 0
    for count in range(1, HEADER_LINES + 1):
        lines = levels[at : at + count]
        after = levels[at + count] if at + count < len(levels) else None
        if len(lines) < count or (count > 1 and not _goes_with(page, lines[-2], lines[-1], after)):
            break
        if is_agenda_header([_text(page, words) for words in _heads(lines)]):
            most = count
    return most


def _goes_with(page: RawPage, line: Level, below: Level, after: Level | None) -> bool:
    """Whether a line belongs to the header above it: close to it, and set apart from the line after it.

    The same bold type or colour sets it apart, and so does more white space.
    """
    space = below.box.top - line.box.bottom
    if space > line.size / 2 or any(page.word(word).isdigit() for _, word in below.words):
        return False
    if any(line.box.bottom - 1 <= place <= below.box.top + 1 for place in _separators(page, line.box)):
        return False
    shaded = any(
        box.contains(line.box.centre) and box.contains(below.box.centre) and box.height < 5 * line.size
        for box in page.rules
        if box.height > THIN
    )
    spaced = after is not None and after.box.top - below.box.bottom > max(0.0, space) + LOOSE * line.size
    return shaded or spaced or (line.bold and below.bold)


def _heads(lines: Sequence[Level]) -> list[list[RawWord]]:
    """The names of the columns: runs of words, with those that stand below them."""
    heads = [[*run] for run in max(lines, key=lambda line: len(line.runs())).runs()]
    widest = max(lines, key=lambda line: len(line.runs()))
    for line in lines:
        if line is widest:
            continue
        for run in line.runs():
            under = [head for head in heads if _overlap(head, run) > 0]
            for head in under or [min(heads, key=lambda head: abs(head[0].left - run[0].left))]:
                head += run
    return [sorted(head, key=lambda word: (round(word.top), word.left)) for head in heads]


def _overlap(head: Sequence[RawWord], run: Sequence[RawWord]) -> float:
    left, right = min(word.left for word in head), max(word.right for word in head)
    return min(right, run[-1].right) - max(left, run[0].left)


def _columns(page: RawPage, levels: Sequence[Level], at: int, count: int) -> Columns:
    heads = _heads(levels[at : at + count])
    below = levels[at + count :]
    lefts = [min(word.left for word in head) for head in heads]
    rights = [max(word.right for word in head) for head in heads]
    edges = [min([lefts[0], *(level.box.left for level in below if level.box.left > lefts[0] - levels[at].size)])]
    near = _nearby(below, levels[at].size)
    edges += [_edge(near, right, left) for right, left in zip(rights, lefts[1:], strict=False)]
    meanings = tuple(column.meaning for column in columns_of([_text(page, head) for head in heads]))
    right = max(word.right for level in levels[at:] for _, word in level.words)
    return Columns((*edges, right + 1), meanings, levels[at].size)


def _nearby(below: Sequence[Level], size: float) -> list[Level]:
    """The lines that may belong to a table: down to small type or much white space."""
    near: list[Level] = []
    for level in below:
        if level.size < SMALL * size or (near and level.box.top - near[-1].box.bottom > FAR * size):
            break
        near.append(level)
    return near


def _edge(below: Sequence[Level], name_ends: float, name_begins: float) -> float:
    """Where two columns part: the place that fewest lines run across, nearest to where the second name begins."""
    begins = name_begins - 1
    starts = [right[0].left - 1 for level in below for _, right in pairwise(level.runs())]
    places = [begins, *(x for x in starts if name_ends < x < begins)]
    return min(places, key=lambda x: (sum(1 for level in below if level.crosses(x)), abs(x - begins)))


def _goes_on(levels: Sequence[Level], columns: Columns) -> bool:
    """Whether the first lines of a page stand in the columns that the page before left open."""
    first = levels[:HEADER_LINES]
    if not first or columns.spanned_by(first[0]):
        return False
    lefts = {columns.column(run[0]): run[0].left for level in first for run in level.runs()}
    aligned = [column for column, left in lefts.items() if abs(left - columns.edges[column]) < ALIGNED + 1]
    return len(columns.filled(first[0])) >= 2 and len(aligned) >= 2


# --- the rows


def _end(page: RawPage, levels: Sequence[Level], at: int, columns: Columns) -> int:
    """Where the table ends: at a line that runs across its columns and is no title, or below much white space."""
    end = at
    while end < len(levels):
        level = levels[end]
        if end > 0 and level.box.top - levels[end - 1].box.bottom > FAR * columns.size:
            break
        if columns.spanned_by(level) and not _is_title(page, level, levels[end + 1 : end + 3], columns):
            break
        if _is_small(level, columns) or _header(page, levels, end):
            break
        end += 1
    while end > at and _is_title(page, levels[end - 1], (), columns):
        end -= 1
    return end


def _is_last(page: RawPage, rest: Sequence[Level], columns: Columns) -> bool:
    """Whether nothing of the text stands below the table on its page."""
    return all(_is_small(level, columns) or level.box.top > FOOT * page.height for level in rest)


def _is_small(level: Level, columns: Columns) -> bool:
    """Set smaller than the header: a note below the table."""
    return level.size < SMALL * columns.size


def _is_title(page: RawPage, level: Level, following: Sequence[Level], columns: Columns) -> bool:
    """Whether a line is the title of a part: it begins where the table does, alone, bold or with a number."""
    runs = level.runs()
    if len(runs) > 1 and not columns.spanned_by(level):
        return False
    if abs(level.box.left - columns.edges[0]) > columns.size or _is_small(level, columns):
        return False
    if not level.bold and not is_labelled(_text(page, [word for _, word in level.words])):
        return False
    below = [len(columns.filled(each)) > 1 and not columns.spanned_by(each) for each in following]
    return not following or any(below)


def _grid(
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
    return Grid(box, len(columns.meanings), (*head, *rows), headed=bool(header))


def _steps_apart(
    page: RawPage, body: Sequence[Level], columns: Columns
) -> tuple[list[Level], list[tuple[RawLine, RawWord]]]:
    """The lines without the words of a column of steps, which may be merged over rows, and those words."""
    if Meaning.STEP not in columns.meanings:
        return list(body), []
    at = columns.meanings.index(Meaning.STEP)
    rest: list[Level] = []
    steps: list[tuple[RawLine, RawWord]] = []
    for index, level in enumerate(body):
        if _is_own_row(page, level, columns, body[index + 1 : index + 3]):
            rest.append(level)
            continue
        others = tuple(pair for pair in level.words if columns.column(pair[1]) != at)
        steps += [pair for pair in level.words if columns.column(pair[1]) == at]
        rest += [Level(others)] if others else []
    return rest, steps


def _with_steps(
    page: RawPage, rows: Sequence[Sequence[Level]], steps: Sequence[tuple[RawLine, RawWord]], columns: Columns
) -> list[list[Level]]:
    """The rows with the name of each step in the row that it begins beside."""
    found = [list(row) for row in rows]
    tops = [row[0].box.top for row in rows]
    home, bottom = 0, float("-inf")
    for level in (Level(tuple(words)) for words in _at_one_height(steps)):
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


def _is_full(row: Sequence[Cell], columns: Columns) -> bool:
    filled = {columns.meanings[cell.first] for cell in row if cell.lines}
    return len(row) > 1 and Meaning.WHAT in filled and bool({Meaning.OWNER, Meaning.TERM} & filled)


def _row(page: RawPage, levels: Sequence[Level], columns: Columns) -> tuple[Cell, ...]:
    words = [pair for level in levels for pair in level.words]
    width = len(columns.meanings)
    if len(levels) == 1 and (columns.spanned_by(levels[0]) or _is_title(page, levels[0], (), columns)):
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
    drawn = _separators(page, Box(columns.edges[0], body[0].box.top, columns.edges[-1], body[-1].box.bottom))
    drawn = [place for place in drawn if body[0].box.bottom < place < body[-1].box.top]
    spaces = [max(0.0, below.box.top - above.box.bottom) for above, below in pairwise(body)]
    least = min(spaces, default=0.0) + LOOSE * columns.size
    rows: list[list[Level]] = []
    for index, level in enumerate(body):
        title = columns.spanned_by(level) or _is_title(page, level, body[index + 1 : index + 3], columns)
        if not rows or title or (len(rows[-1]) == 1 and _is_own_row(page, rows[-1][0], columns)):
            rows.append([level])
        elif len(drawn) > 1:
            bottom = max(each.box.bottom for each in rows[-1])
            apart = any(bottom - 2 <= place <= level.box.top + 2 for place in drawn)
            rows[-1:] = [rows[-1], [level]] if apart else [[*rows[-1], level]]
        else:
            apart = spaces[index - 1] > least or _begins_row(page, rows[-1], level, columns)
            rows[-1:] = [rows[-1], [level]] if apart else [[*rows[-1], level]]
    return rows


def _is_own_row(page: RawPage, level: Level, columns: Columns, following: Sequence[Level] = ()) -> bool:
    return columns.spanned_by(level) or _is_title(page, level, following, columns)


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


def _separators(page: RawPage, box: Box) -> list[float]:
    """The heights of level rules and of the edges of colour that lie behind most of the width."""
    reaches: dict[int, list[float]] = {}
    for rule in page.rules:
        reach = min(rule.right, box.right) - max(rule.left, box.left)
        if reach <= 0 or rule.height > page.height / 2 or rule.width <= THIN:
            continue
        for place in [rule.centre[1]] if rule.height <= THIN else [rule.top, rule.bottom]:
            reaches.setdefault(round(place), []).append(reach)
    return [float(place) for place, parts in sorted(reaches.items()) if sum(parts) >= WIDE * box.width]


def _text(page: RawPage, words: Sequence[RawWord]) -> str:
    whole = ""
    for word in words:
        text = page.word(word)
        broken = whole.endswith(("-", "\x02"))
        whole = whole[:-1] + text if broken else f"{whole} {text}".strip()
    return whole
