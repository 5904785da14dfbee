"""Reads Word files (.docx).

Pages begin where the author or Word itself says so; a file that says it nowhere is one page. A text box stands behind
the paragraph that it is anchored in, running headers and footers are left out; macros are never run.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from importlib.metadata import version
from itertools import pairwise
from pathlib import Path

from docx.oxml.ns import qn

from assistant.domain.documents import BlockKind, Page
from assistant.domain.errors import EmptyFile
from ingest.readers.interface import Reading
from ingest.readers.page_builder import LINE_BREAK, Piece, plain, shown_number
from ingest.readers.tables import write_row
from ingest.readers.word_inline import NoteReference, Sign, blocks, contents, is_on, text_boxes
from ingest.readers.word_numbering import Numbering
from ingest.readers.word_package import WordFile, open_word_file
from ingest.readers.word_pages import Notes, Pages
from ingest.readers.word_styles import Element, Styles
from ingest.readers.word_table import WordCell, WordRow, framed_blocks, row_kinds, word_rows

_BODY = frozenset({qn("w:p"), qn("w:tbl")})


class DocxReader:
    def read(self, path: Path) -> Reading:
        file = open_word_file(path)
        story = _Story(file)
        pages = story.read(file.body)
        if not any(page.text for page in pages):
            raise EmptyFile(
                "{name} bevat geen tekst: voeg een versie toe waarin de tekst te selecteren is.", name=path.name
            )
        return Reading(file.title or story.title, f"python-docx {version('python-docx')}", pages)


@dataclass(frozen=True, slots=True)
class _Role:
    """What a paragraph is: a heading of a ``level``, an item of a list when it has a ``label``, else plain text."""

    level: int
    label: str | None


class _Story:
    """Writes the body onto pages as it is walked. ``title`` is what is styled as one, else the first heading."""

    def __init__(self, file: WordFile) -> None:
        self.title = ""
        self._styled_title = False
        self._styles = Styles(file.styles)
        self._numbering = Numbering(file.numbering, self._styles)
        self._notes = Notes(file)
        self._pages = Pages()

    def read(self, body: Element) -> tuple[Page, ...]:
        last_in_section = _ends_of_sections(body)
        for block in blocks(body, _BODY):
            self._block(block)
            if block in last_in_section:
                self._pages.turn(forced=True)
        return self._pages.finish()

    def _block(self, block: Element) -> None:
        if block.tag == qn("w:p"):
            self._paragraph(block)
        else:
            self._table(block)

    def _paragraph(self, paragraph: Element) -> None:
        if is_on(paragraph, "w:pPr/w:pageBreakBefore"):
            self._pages.turn(forced=False)
        role = _Role(self._styles.heading_level(paragraph), self._numbering.label(paragraph))
        written = ""
        for part, sign in _parts(self._pieces(paragraph)):
            written += self._write(role, part, continues=bool(written))
            if sign is not None:
                self._pages.turn(forced=sign is Sign.PAGE_BREAK)
        if role.level and written:
            self._consider_title(paragraph, written)
        for box in text_boxes(paragraph):
            for block in blocks(box, _BODY):
                self._block(block)

    def _write(self, role: _Role, text: list[Piece], *, continues: bool) -> str:
        """Gives back what was written: a paragraph over two pages is two blocks, and only the first has the label."""
        page = self._pages.current
        if role.level:
            page.heading(text, role.level, number="" if continues else shown_number(role.label or ""))
        elif role.label is not None:
            page.list_item(text, "" if continues else role.label, continues=continues)
        else:
            page.paragraph(text, continues=continues)
        return plain(text)

    def _pieces(self, paragraph: Element) -> Iterator[Piece | Sign]:
        """Text, marks and breaks; a note is put on the page at hand when its mark is met."""
        for content in contents(paragraph):
            if isinstance(content, NoteReference):
                mark = self._notes.mark(content)
                self._pages.note(mark.label, self._notes.text(content))
                yield mark
            elif content is Sign.PICTURE:
                self._pages.picture()
            else:
                yield content

    def _consider_title(self, paragraph: Element, heading: str) -> None:
        styled = self._styles.is_title(paragraph)
        if not self.title or (styled and not self._styled_title):
            self.title, self._styled_title = heading, styled

    def _table(self, table: Element) -> None:
        rows = word_rows(table)
        if all(len(row.cells) <= 1 for row in rows):
            for block in framed_blocks(table):
                self._block(block)
            return
        for row, kind in zip(rows, row_kinds(rows), strict=True):
            self._row(row, kind)

    def _row(self, row: WordRow, kind: BlockKind) -> None:
        """A row stands whole on the page where it begins; the pages that it runs over are turned after it."""
        if _begins_page(row):
            self._pages.turn(forced=False)
        cells = [list(self._cell(cell)) for cell in row.cells]
        texts = [[piece for piece in cell if not isinstance(piece, Sign)] for cell in cells]
        write_row(self._pages.current, texts, kind, row.from_above)
        for _ in range(_pages_crossed(cells)):
            self._pages.turn(forced=True)

    def _cell(self, cell: WordCell) -> Iterator[Piece | Sign]:
        for paragraph in cell.paragraphs:
            yield f"{LINE_BREAK}{shown_number(self._numbering.label(paragraph) or '')} "
            yield from self._pieces(paragraph)


def _parts(pieces: Iterable[Piece | Sign]) -> Iterator[tuple[list[Piece], Sign | None]]:
    """The stretches between breaks, each with the break that ends it."""
    part: list[Piece] = []
    for piece in pieces:
        if isinstance(piece, Sign):
            yield part, piece
            part = []
        else:
            part.append(piece)
    yield part, None


def _begins_page(row: WordRow) -> bool:
    """Whether a break stands before the row's first words."""
    for cell in row.cells:
        for paragraph in cell.paragraphs:
            for content in contents(paragraph):
                if isinstance(content, str) and content.strip():
                    return False
                if content in (Sign.PAGE_BREAK, Sign.RENDERED_BREAK):
                    return True
    return False


def _pages_crossed(cells: list[list[Piece | Sign]]) -> int:
    """The same page's end may be recorded in several cells; a break before a cell's first words is the row's own."""
    return max((_breaks_within(cell) for cell in cells), default=0)


def _breaks_within(cell: list[Piece | Sign]) -> int:
    parts = [bool(plain(part)) for part, _ in _parts(cell)]
    return len(parts) - 1 - parts.index(True) if True in parts else 0


def _ends_of_sections(body: Element) -> set[Element]:
    """The paragraphs after which a section begins on a page of its own."""
    sections = list(body.iter(qn("w:sectPr")))
    return {
        section.getparent().getparent()
        for section, following in pairwise(sections)
        if section.getparent().tag == qn("w:pPr") and _begins_on_new_page(following)
    }


def _begins_on_new_page(section: Element) -> bool:
    kind = section.find(qn("w:type"))
    return kind is None or kind.get(qn("w:val")) not in ("continuous", "nextColumn")
