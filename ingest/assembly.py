"""Pages made whole: clean text with its blocks, footnote marks and the way back to the raw characters."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from assistant.domain.documents import Block, BlockKind, Mark, Page, Span
from ingest.cells import Cell, Grid, begins_name
from ingest.clean_text import CleanText
from ingest.columns import in_reading_order
from ingest.footnotes import Note, NoteNumbers, carried, marks, without_footnotes
from ingest.furniture import without_furniture
from ingest.headings import with_depths
from ingest.joining import Joiner
from ingest.layout import RawLine, RawPage, RawWord
from ingest.structure import Group, running_text
from ingest.tables import grids
from ingest.typography import Typography
from ingest.unruled_columns import Columns
from ingest.unruled_tables import with_agendas

TOUCHING = 0.1  # of the size of the type: less than any space

# Words one space apart, without digits: a line that can be copied as it is and carries no marks.
_PLAIN = re.compile(r"[^\s\d\x00-\x1f]+(?: [^\s\d\x00-\x1f]+)*")


@dataclass(frozen=True)
class _Layout:
    """The parts of one page in reading order: running text and tables, then the footnotes."""

    page: RawPage
    body: tuple[Group | Grid, ...]
    notes: tuple[Note, ...]
    open: Columns | None  # of a table that may go on at the top of the next page

    @property
    def labels(self) -> frozenset[str]:
        return frozenset(note.label for note in self.notes)


def assemble(pages: Sequence[RawPage]) -> tuple[Page, ...]:
    """The clean pages of a document, one for each raw page, in the same order."""
    cleaned = without_furniture(pages)
    typography = Typography.of(cleaned)
    joiner = Joiner.of(cleaned)
    layouts = _layouts(cleaned, typography)
    following = [*(layout.labels for layout in layouts[1:]), frozenset[str]()]
    written = [
        _PageWriter(layout.page, joiner, layout.labels | later).write(layout)
        for layout, later in zip(layouts, following, strict=True)
    ]
    return with_depths(written, typography.plain_level)


def _layouts(pages: Sequence[RawPage], typography: Typography) -> list[_Layout]:
    layouts: list[_Layout] = []
    expected = 1
    before: frozenset[int] = frozenset()
    for page in pages:
        here = carried(page)
        layout = _layout(page, typography, NoteNumbers(expected, before, here), layouts[-1].open if layouts else None)
        expected = max([expected, *(int(label) + 1 for label in layout.labels)])
        before = frozenset(here)
        layouts.append(layout)
    return layouts


def _layout(page: RawPage, typography: Typography, numbers: NoteNumbers, going_on: Columns | None) -> _Layout:
    body: list[Group | Grid] = []
    notes: list[Note] = []
    rest = list(page.lines)
    found = with_agendas(page, grids(page), going_on)
    for grid in [*found.grids, None]:
        above, rest = _split(rest, grid)
        text, marked = without_footnotes(page, in_reading_order(above), typography, numbers)
        body += running_text(page, text, typography, leads_table=grid is not None)
        notes += marked
        if grid:
            body.append(grid)
    return _Layout(page, tuple(body), tuple(notes), found.open)


def _split(lines: Sequence[RawLine], grid: Grid | None) -> tuple[list[RawLine], list[RawLine]]:
    """Lines before and after a table in the order of the file; the table's own are in neither."""
    if grid is None:
        return list(lines), []
    above: list[RawLine] = []
    below: list[RawLine] = []
    inside = False
    for line in lines:
        if grid.box.contains(line.box.centre):
            inside = True
        else:
            (below if inside else above).append(line)
    return above, below


class _PageWriter:
    def __init__(self, page: RawPage, joiner: Joiner, labels: frozenset[str]) -> None:
        self._page = page
        self._joiner = joiner
        self._labels = labels
        self._text = CleanText()
        self._blocks: list[Block] = []
        self._marks: list[Mark] = []
        self._breaks: list[int] = []

    def write(self, layout: _Layout) -> Page:
        page = layout.page
        for part in layout.body:
            if isinstance(part, Grid):
                self._table(part)
            else:
                self._group(part)
        for note in layout.notes:
            self._note(note)
        return Page(
            number=page.number,
            text=self._text.text,
            label=page.label,
            blocks=tuple(self._blocks),
            marks=tuple(self._marks),
            runs=self._text.runs,
            problem=page.problem,
        )

    def _group(self, group: Group) -> None:
        start = self._new_block()
        self._lines(group.lines)
        self._blocks.append(
            Block(group.kind, start, self._text.length, group.level, group.label, continues=group.continues)
        )

    def _note(self, note: Note) -> None:
        """A footnote's own number is its label, not a mark."""
        start = self._new_block()
        first_mark = len(self._marks)
        self._lines(note.lines)
        self._marks[first_mark:] = [mark for mark in self._marks[first_mark:] if mark.start > start]
        self._blocks.append(Block(BlockKind.FOOTNOTE, start, self._text.length, label=note.label))

    def _new_block(self) -> int:
        if self._text.length:
            self._text.add("\n")
        return self._text.length

    def _table(self, grid: Grid) -> None:
        header = _is_header(self._page, grid.rows[0]) if grid.headed is None else grid.headed
        for index, row in enumerate(grid.rows):
            start = self._new_block()
            spans = len(row) == 1
            cells = [self._cell(row, column) for column in range(1 if spans else grid.columns)]
            kind = BlockKind.TABLE_HEADER if header and index == 0 else BlockKind.TABLE_ROW
            kind = BlockKind.TABLE_SECTION if spans else kind
            merged = tuple(cell.first for cell in row if cell.merged)
            breaks = tuple(place for place in self._breaks if place > start)
            self._blocks.append(Block(kind, start, self._text.length, cells=tuple(cells), merged=merged, breaks=breaks))

    def _cell(self, row: Sequence[Cell], column: int) -> Span:
        if column:
            self._text.add("\t")
        start = self._text.length
        for cell in row:
            if cell.first == column:
                begins = self._lines(cell.lines)
                self._breaks += [place for index, place in enumerate(begins[1:]) if self._is_ended(cell, index)]
        return Span(start, self._text.length)

    def _is_ended(self, cell: Cell, index: int) -> bool:
        """Whether an author ended a line of a cell, or a name ends with it."""
        return cell.breaks_after(index) or begins_name(self._page, *cell.lines[index : index + 2])

    def _lines(self, lines: Sequence[RawLine]) -> list[int]:
        """Gives back where each line begins."""
        begins: list[int] = []
        before = " " if self._text.length else ""
        for index, line in enumerate(lines):
            begins.append(self._text.length)
            end = line.end - 1 if line.hyphen else line.end
            self._line(line, end, before)
            before = self._page.chars[line.start : end]
            self._text.add(self._line_end(line, end, lines[index + 1] if index + 1 < len(lines) else None))
        return begins

    def _line(self, line: RawLine, end: int, before: str) -> None:
        chars = self._page.chars
        if _PLAIN.fullmatch(chars, line.start, end):
            self._text.copy(chars, line.start, end)
            return
        for word in line.words[:-1]:
            self._text.copy(chars, word.start, word.end)
            self._text.add(" ")
        self._text.copy(chars, line.words[-1].start, end)
        self._marks += [
            Mark(self._text.place(mark.start), self._text.place(mark.end - 1) + 1, mark.label)
            for mark in marks(self._page, line, before, self._labels)
        ]

    def _line_end(self, line: RawLine, end: int, following: RawLine | None) -> str:
        if following is None:
            return "-" if line.hyphen else ""
        if _touch(line.words[-1], following.words[0]):
            return ""
        left = self._page.chars[line.words[-1].start : end]
        return self._joiner.glue(left, self._page.word(following.words[0]), line.hyphen)


def _touch(left: RawWord, right: RawWord) -> bool:
    """Whether a line goes on where the one before it ended: a raised mark between them makes two lines of one."""
    gap = right.left - left.right
    return left.top < right.centre[1] < left.bottom and abs(gap) < TOUCHING * left.size


def _is_header(page: RawPage, row: Iterable[Cell]) -> bool:
    """Whether a table's first row names its columns: a few words in each cell, no figures."""
    texts = [" ".join(page.text(line) for line in cell.lines) for cell in row]
    filled = [text for text in texts if text]
    return len(filled) >= 2 and all(len(text.split()) <= 5 and not re.search(r"\d{2}", text) for text in filled)
