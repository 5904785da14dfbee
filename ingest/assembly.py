"""Pages made whole: clean text with its blocks, footnote marks and the way back to the raw characters."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from assistant.domain.documents import Block, BlockKind, Mark, Page, Span
from ingest.clean_text import CleanText
from ingest.columns import in_reading_order
from ingest.furniture import without_furniture
from ingest.joining import Joiner
from ingest.layout import RawLine, RawPage, RawWord
from ingest.structure import Group, NoteNumbers, Typography, running_text, without_footnotes
from ingest.tables import Cell, Grid, grids

# A mark follows a word or its punctuation and is followed by the end of the word, punctuation or the next sentence.
_GLUED = re.compile(r"(?:(?<=[a-zà-ÿ])|(?<=[A-Za-zà-ÿ)»”’%][).,;:!?»”’])|(?<=[)»”’]))(\d{1,2})(?=$|[.,;:)!?]|[A-Z])")
_LOOSE = re.compile(r"\d{1,2}$")


@dataclass(frozen=True)
class _Layout:
    """The parts of one page in reading order: running text and tables, then the footnotes."""

    page: RawPage
    body: tuple[Group | Grid, ...]
    notes: tuple[Group, ...]

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
    return tuple(
        _PageWriter(layout.page, joiner, layout.labels | later).write(layout)
        for layout, later in zip(layouts, following, strict=True)
    )


def _layouts(pages: Sequence[RawPage], typography: Typography) -> list[_Layout]:
    layouts: list[_Layout] = []
    expected = 1
    before: tuple[str, ...] = ()
    for page in pages:
        texts = tuple(page.text(line) for line in page.lines)
        layout = _layout(page, typography, NoteNumbers(expected, before + texts))
        expected = max([expected, *(int(label) + 1 for label in layout.labels)])
        before = texts
        layouts.append(layout)
    return layouts


def _layout(page: RawPage, typography: Typography, numbers: NoteNumbers) -> _Layout:
    body: list[Group | Grid] = []
    notes: list[Group] = []
    rest = list(page.lines)
    for grid in [*grids(page), None]:
        above, rest = _split(rest, grid)
        text, found = without_footnotes(page, in_reading_order(above), typography, numbers)
        body += running_text(page, text, typography)
        notes += found
        if grid:
            body.append(grid)
    return _Layout(page, tuple(body), tuple(notes))


def _split(lines: Sequence[RawLine], grid: Grid | None) -> tuple[list[RawLine], list[RawLine]]:
    """Lines before and after a table in the order of the file; the table's own are in neither."""
    if grid is None:
        return list(lines), []
    inside = [index for index, line in enumerate(lines) if grid.box.contains(line.box.centre)]
    first = inside[0] if inside else len(lines)
    outside = [(index, line) for index, line in enumerate(lines) if index not in set(inside)]
    return [line for i, line in outside if i < first], [line for i, line in outside if i > first]


class _PageWriter:
    def __init__(self, page: RawPage, joiner: Joiner, labels: frozenset[str]) -> None:
        self._page = page
        self._joiner = joiner
        self._labels = labels
        self._text = CleanText()
        self._blocks: list[Block] = []
        self._marks: list[Mark] = []

    def write(self, layout: _Layout) -> Page:
        page = layout.page
        for part in (*layout.body, *layout.notes):
            if isinstance(part, Grid):
                self._table(part)
            else:
                self._group(part)
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
        first_mark = len(self._marks)
        self._lines(group.lines)
        if group.kind is BlockKind.FOOTNOTE:  # a footnote's own number is its label, not a mark
            self._marks[first_mark:] = [mark for mark in self._marks[first_mark:] if mark.start > start]
        self._blocks.append(
            Block(group.kind, start, self._text.length, group.level, group.label, continues=group.continues)
        )

    def _new_block(self) -> int:
        if self._text.length:
            self._text.add("\n")
        return self._text.length

    def _table(self, grid: Grid) -> None:
        header = _is_header(self._page, grid.rows[0])
        for index, row in enumerate(grid.rows):
            start = self._new_block()
            spans = len(row) == 1
            cells = [self._cell(row, column) for column in range(1 if spans else grid.columns)]
            kind = BlockKind.TABLE_HEADER if header and index == 0 else BlockKind.TABLE_ROW
            kind = BlockKind.TABLE_SECTION if spans else kind
            self._blocks.append(Block(kind, start, self._text.length, cells=tuple(cells)))

    def _cell(self, row: Sequence[Cell], column: int) -> Span:
        if column:
            self._text.add("\t")
        start = self._text.length
        for cell in row:
            if cell.first == column:
                self._lines(cell.lines)
        return Span(start, self._text.length)

    def _lines(self, lines: Sequence[RawLine]) -> None:
        for index, line in enumerate(lines):
            following = lines[index + 1] if index + 1 < len(lines) else None
            for word in line.words[:-1]:
                self._word(word, line)
                self._text.add(" ")
            self._line_end(line, following)

    def _line_end(self, line: RawLine, following: RawLine | None) -> None:
        last = line.words[-1]
        if line.hyphen:
            last = last._replace(end=last.end - 1)
        self._word(last, line, ends_line=True)
        if following is None:
            self._text.add("-" if line.hyphen else "")
            return
        right = self._chars(following.words[0])
        glue = self._joiner.glue(self._chars(last), right, line.hyphen)
        self._text.add(glue)

    def _chars(self, word: RawWord) -> str:
        return self._page.chars[word.start : word.end]

    def _word(self, word: RawWord, line: RawLine, ends_line: bool = False) -> None:
        start = self._text.length
        self._text.copy(self._page.chars, word.start, word.end)
        text = self._chars(word)
        if word.raised:
            self._marks.append(Mark(self._text.length - word.raised, self._text.length, text[-word.raised :]))
        elif self._is_loose_mark(text, word, line, start, ends_line):
            self._marks.append(Mark(start, self._text.length, text))
        else:
            self._marks += [
                Mark(start + found.start(), start + found.end(), found[1])
                for found in _GLUED.finditer(text)
                if found[1] in self._labels
            ]

    def _is_loose_mark(self, text: str, word: RawWord, line: RawLine, start: int, ends_line: bool) -> bool:
        """A mark with space before it: set smaller than its line, or left over after the end of a sentence."""
        if not start or not _LOOSE.fullmatch(text) or text not in self._labels:
            return False
        before = self._text.text[:start].rstrip()
        follows_mark = bool(self._marks) and before == self._text.text[: self._marks[-1].end].rstrip() + " ,"
        return word.size < 0.85 * line.size or follows_mark or (ends_line and before.endswith((".", ";")))


def _is_header(page: RawPage, row: Iterable[Cell]) -> bool:
    """Whether a table's first row names its columns: a few words in each cell, no figures."""
    texts = [" ".join(page.text(line) for line in cell.lines) for cell in row]
    filled = [text for text in texts if text]
    return len(filled) >= 2 and all(len(text.split()) <= 5 and not re.search(r"\d{2}", text) for text in filled)
