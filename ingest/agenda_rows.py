"""Tables as agendas have them: whole rows under known columns, whatever page breaks cut.

A table may go on over pages, with its header again or without it, and so may a row. A cell that is merged over rows
counts for each of them.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterator, Sequence
from dataclasses import dataclass, field

from assistant.domain.documents import Block, BlockKind, Document, Page, Span
from assistant.domain.period_parser import holds_period
from ingest.agenda_columns import (
    LONGEST_NAME,
    Column,
    Meaning,
    columns_of,
    is_agenda_header,
    is_second_header,
    meaning_of,
    merged_names,
    names_above,
)
from ingest.agenda_texts import Piece, joined

TABLE = (BlockKind.TABLE_HEADER, BlockKind.TABLE_SECTION, BlockKind.TABLE_ROW)
MOST = 0.75  # of the cells in a column tell what it holds
FEWEST = 2  # cells that tell
HEADERS_WITHIN = 3  # rows of a table, of which one is its header

_GOES_ON = re.compile(
    r"(?:[,;:(\-–]|(?<!\w)(?:de|het|een|en|of|van|in|op|voor|met|aan|bij|om|te|the|and|or|of|to|for))$"
)
_KEY = (Meaning.WHAT, Meaning.OWNER, Meaning.TERM)


@dataclass(frozen=True, slots=True)
class Row:
    """``cells`` has the pieces of each column, one for each page that the cell stands on.

    ``merged`` are the columns whose cell is one with that of the row before.
    """

    cells: tuple[tuple[Piece, ...], ...]
    merged: frozenset[int] = frozenset()

    def text(self, column: int) -> str:
        return joined(self.cells[column])

    @property
    def filled(self) -> list[int]:
        return [column for column, pieces in enumerate(self.cells) if any(piece.text for piece in pieces)]

    @property
    def page(self) -> int:
        return min((piece.page.number for pieces in self.cells for piece in pieces), default=0)

    def upon(self, above: Row) -> Row:
        """The row with the cells that it shares with the one above."""
        cells = tuple(above.cells[column] if column in self.merged else own for column, own in enumerate(self.cells))
        return Row(cells, self.merged)

    def with_rest(self, rest: Row) -> Row:
        """The row with what stands of it on the next page."""
        cells = zip(self.cells, rest.cells, strict=True)
        return Row(tuple((*pieces, *more) for pieces, more in cells), self.merged)


@dataclass(frozen=True, slots=True)
class Section:
    """A row that spans the table, or the only filled cell of a row."""

    piece: Piece


@dataclass(frozen=True, slots=True)
class Odd:
    """A row whose cells are other than the table's columns."""

    row: Row


@dataclass
class Table:
    """``heading`` is the one that the table stands under; ``contradicting`` are headers that this one contradicts."""

    columns: tuple[Column, ...]
    header: Row
    heading: Piece | None
    lines: list[Row | Section | Odd] = field(default_factory=list)
    contradicting: list[Row] = field(default_factory=list)

    def of(self, meaning: Meaning) -> list[int]:
        return [index for index, column in enumerate(self.columns) if column.meaning is meaning]

    @property
    def names(self) -> list[str]:
        return [column.name.casefold() for column in self.columns]


@dataclass(frozen=True, slots=True)
class _Stretch:
    """Blocks of one table on one page; ``first`` and ``last`` say that nothing of the text stands above or below it."""

    page: Page
    blocks: tuple[Block, ...]
    heading: Piece | None
    first: bool
    last: bool


def agenda_tables(document: Document) -> list[Table]:
    """The tables of a document that are agendas by their headers, in order."""
    tables: list[Table] = []
    open_table: Table | None = None  # one that may go on at the top of the next page
    for stretch in _stretches(document):
        reader = _TableReader(stretch, open_table if stretch.first else None)
        current = reader.read()
        tables += [table for table in reader.tables if not any(table is other for other in tables)]
        if current or stretch.first:
            open_table = current if stretch.last else None
    return tables


def _stretches(document: Document) -> Iterator[_Stretch]:
    heading: Piece | None = None
    for page in document.pages:
        body = [block for block in page.blocks if block.kind is not BlockKind.FOOTNOTE]
        start = 0
        while start < len(body):
            if body[start].kind not in TABLE:
                if body[start].kind is BlockKind.HEADING:
                    heading = Piece(page, Span(body[start].start, body[start].end))
                start += 1
                continue
            end = start
            while end < len(body) and body[end].kind in TABLE and (end == start or not _begins(body, end)):
                end += 1
            yield _Stretch(page, tuple(body[start:end]), heading, start == 0, end == len(body))
            start = end


def _begins(body: Sequence[Block], index: int) -> bool:
    """Whether another table begins: a header after rows, with another number of columns."""
    return body[index].kind is BlockKind.TABLE_HEADER and len(body[index].cells) != len(body[index - 1].cells)


class _TableReader:
    """Reads one stretch, as more of ``going_on`` or as tables of its own, which ``tables`` then are."""

    def __init__(self, stretch: _Stretch, going_on: Table | None) -> None:
        self.tables: list[Table] = []
        self._stretch = stretch
        self._table = going_on
        self._last_on_page_before = _last_row(going_on)
        self._rows = [_row(stretch.page, block) for block in stretch.blocks]

    def read(self) -> Table | None:
        """The table that the stretch ends with, if it is an agenda."""
        at = self._begin()
        if self._table is None:
            return None
        for index in range(at, len(self._rows)):
            self._line(self._stretch.blocks[index], self._rows[index], first=index == at)
        return self._table

    def _begin(self) -> int:
        """Finds the header; gives back where the rows begin."""
        for index in self._first_rows():
            row = self._rows[index]
            names, above = self._header(index)
            dated = self._dated(index, names)
            if len(row.cells) > 1 and is_agenda_header(names, above, dated):
                self._enter(columns_of(names, above, dated), row)
                return index + 2 if above else index + 1
        if self._table and not self._fits(self._table):
            self._table = None
        return 0

    def _first_rows(self) -> list[int]:
        """Where the header may be; behind another table where nothing goes on."""
        later = range(HEADERS_WITHIN, len(self._rows)) if self._table is None else ()
        blocks = self._stretch.blocks
        headers = [index for index in later if blocks[index].kind is BlockKind.TABLE_HEADER]
        return [*range(min(HEADERS_WITHIN, len(self._rows))), *headers]

    def _header(self, index: int) -> tuple[Sequence[str], Sequence[str]]:
        """The names in a row, with those of the row below it where that names parts of them, and what stands above."""
        row, following = self._rows[index], self._rows[index + 1 : index + 2]
        marked = any(block.kind is BlockKind.TABLE_HEADER for block in self._stretch.blocks[index + 1 : index + 2])
        if not following or not _is_below(row, following[0], marked):
            return self._names(row), ()
        upper, lower = self._names(row), self._names(following[0])
        return merged_names(upper, lower), names_above(upper, lower)

    def _dated(self, index: int, names: Sequence[str]) -> Collection[int] | None:
        """The columns below a row that hold terms, where the row names who and no action; None where no rows tell."""
        meanings = {meaning_of(name) for name in names}
        below = [row for row in self._rows[index + 1 :] if len(row.cells) == len(names)]
        if Meaning.WHAT in meanings or Meaning.OWNER not in meanings or len(below) < FEWEST:
            return None
        named = {column for column, name in enumerate(names) if meaning_of(name) is Meaning.TERM}
        told = {column for column in named if any(holds_period(row.text(column)) for row in below)}
        return told | {column for column in range(len(names)) if holds_mostly(column, below, holds_period)}

    def _enter(self, columns: tuple[Column, ...], header: Row) -> None:
        """A header that repeats that of the table on the page before goes on with it, if no heading comes between."""
        going_on = self._table
        if going_on and [column.name.casefold() for column in columns] == going_on.names:
            return
        self._last_on_page_before = None
        self._table = Table(columns, header, self._stretch.heading)
        self.tables.append(self._table)

    def _fits(self, table: Table) -> bool:
        return any(len(row.cells) == len(table.columns) for row in self._rows)

    def _names(self, row: Row) -> list[str]:
        return [row.text(column) for column in range(len(row.cells))]

    def _line(self, block: Block, row: Row, *, first: bool) -> None:
        table = self._table
        assert table is not None
        names = self._names(row)
        if block.kind is BlockKind.TABLE_SECTION or (len(row.cells) == 1 and len(table.columns) > 1):
            self._section(row, first)
        elif is_agenda_header(names):
            self._repeat(row, names)
        elif len(row.cells) != len(table.columns):
            self._odd(row)
        elif first and self._last_on_page_before and _continues(table, self._last_on_page_before, row):
            table.lines[-1] = self._last_on_page_before.with_rest(row)
        elif row.filled:
            above = table.lines[-1] if table.lines else None
            table.lines.append(row.upon(above) if isinstance(above, Row) else row)

    def _section(self, row: Row, first: bool) -> None:
        """A title; but at the top of a page a lone cell may be the rest of an action."""
        table, before = self._table, self._last_on_page_before
        assert table is not None
        rest = Row((*row.cells, *[()] * (len(table.columns) - 1)))
        if first and before and table.of(Meaning.WHAT) == [0] and _goes_on(before.text(0), rest.text(0)):
            table.lines[-1] = before.with_rest(rest)
        elif row.filled:
            table.lines.append(Section(row.cells[0][0]))

    def _repeat(self, row: Row, names: Sequence[str]) -> None:
        """A header among the rows: the same again says nothing, another begins a table of its own.

        Right below a header it contradicts that one.
        """
        table = self._table
        assert table is not None
        if [name.casefold() for name in names] == table.names:
            return
        contradicting = [] if table.lines else [*table.contradicting, table.header]
        if contradicting and table in self.tables:
            self.tables.remove(table)
        self._enter(columns_of(names), row)
        if self._table is not None:
            self._table.contradicting += contradicting

    def _odd(self, row: Row) -> None:
        """Cells beyond the last column that are empty say nothing."""
        table = self._table
        assert table is not None
        width = len(table.columns)
        if len(row.cells) > width and not any(column >= width for column in row.filled):
            table.lines.append(Row(row.cells[:width], row.merged))
        elif row.filled:
            table.lines.append(Odd(row))


def holds_mostly(column: int, rows: Sequence[Row], holds: Callable[[str], bool]) -> bool:
    """Whether nearly all cells of a column are of a kind, and not one alone."""
    cells = [text for row in rows if column not in row.merged and (text := row.text(column))]
    return len(cells) >= FEWEST and sum(map(holds, cells)) >= MOST * len(cells)


def _last_row(table: Table | None) -> Row | None:
    last = table.lines[-1] if table and table.lines else None
    return last if isinstance(last, Row) else None


def _row(page: Page, block: Block) -> Row:
    """A merged cell that has words of its own is not merged."""
    spans = block.cells or (Span(block.start, block.end),)
    cells = tuple((Piece(page, span, block.breaks),) for span in spans)
    return Row(
        cells, frozenset(column for column, (piece,) in enumerate(cells) if column in block.merged and not piece.text)
    )


def _is_below(header: Row, row: Row, marked: bool) -> bool:
    """Whether a row is the second of a header: cells of the first go on in it, or it names parts of them.

    ``marked`` says that the file calls it a header.
    """
    names = [row.text(column) for column in range(len(row.cells))]
    if len(row.cells) != len(header.cells) or not row.filled or max(len(name.split()) for name in names) > LONGEST_NAME:
        return False
    if any(column in row.merged for column in header.filled) or (marked and _is_spanned(header, row)):
        return True
    return not is_agenda_header(names) and is_second_header(names)


def _is_spanned(header: Row, row: Row) -> bool:
    """Whether a row has words only below names that span columns, which leave the next one empty."""
    spanned = {column for column in range(len(header.cells)) if column not in header.filled}
    spanned |= {column - 1 for column in spanned}
    return len(row.filled) > 1 and spanned.issuperset(row.filled)


def _continues(table: Table, before: Row, row: Row) -> bool:
    """Whether the first row on a page is the rest of the last row on the page before.

    Where a row has a number, a row without one is its rest. Else the rest has an empty cell where the row began one,
    and the text of its action goes on.
    """
    numbers = table.of(Meaning.NUMBER)
    if any(before.text(column) for column in numbers):
        return not any(row.text(column) for column in numbers)
    (what,) = table.of(Meaning.WHAT)
    keys = [column for meaning in _KEY for column in table.of(meaning)]
    begun = [column for column in keys if before.text(column)]
    ended = [column for column in begun if not row.text(column) and column not in row.merged]
    text = row.text(what)
    if not begun or not ended:
        return before.text(what).endswith("-")
    return not text or _goes_on(before.text(what), text) or (row.filled == [what] and len(begun) > 1)


def _goes_on(text: str, following: str) -> bool:
    """Whether the text of an action goes on in what follows it."""
    return bool(text) and (following[:1].islower() or bool(_GOES_ON.search(text)))
