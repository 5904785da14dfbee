"""Documents as they are read: pages of literal text, and the structure found in them.

All positions are character offsets into ``Page.text``, from 0, half open. All page numbers count the
pages of the file, from 1; what is printed on a page is its label.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum


class BlockKind(StrEnum):
    """What a stretch of a page is."""

    HEADING = "heading"
    PARAGRAPH = "paragraph"
    LIST_ITEM = "list_item"
    TABLE_HEADER = "table_header"
    TABLE_SECTION = "table_section"
    TABLE_ROW = "table_row"
    FOOTNOTE = "footnote"


class Origin(StrEnum):
    """Whose words a document's pages hold."""

    ORIGINAL = "original"
    DIGEST = "digest"


@dataclass(frozen=True, slots=True)
class Span:
    """A stretch of a page's text."""

    start: int
    end: int

    def of(self, text: str) -> str:
        return text[self.start : self.end]


@dataclass(frozen=True, slots=True)
class Mark:
    """A footnote mark in running text, such as the ``1`` of ``onderwijsveld1``; the span is the mark alone."""

    start: int
    end: int
    label: str


@dataclass(frozen=True, slots=True)
class Block:
    """One heading, paragraph, list item, table row or footnote; blocks do not overlap and stand in reading order.

    ``level`` is the depth of a heading, from 1. ``label`` is a footnote's mark or a list item's number or bullet,
    empty where there is none. ``cells`` are the columns of a table's header or row in the table's column
    order; an empty cell is an empty span. A section row (a cell that spans the table) has one cell. ``continues`` says
    that the block goes on from the block before it, on the same page or the page before. ``merged`` are the columns of
    a row, from 0, whose cell is one with the cell above. ``breaks`` are the places in the page's text where the author
    of a cell began a new line.
    """

    kind: BlockKind
    start: int
    end: int
    level: int = 0
    label: str = ""
    cells: tuple[Span, ...] = ()
    continues: bool = False
    merged: tuple[int, ...] = ()
    breaks: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class Run:
    """``length`` characters of clean text from ``clean`` that are the raw characters from ``raw`` on."""

    clean: int
    raw: int
    length: int


@dataclass(frozen=True, slots=True)
class Page:
    """One page: its clean text, which is what is quoted, and the way back to the raw characters.

    Only white space, line ends, end-of-line hyphens, page furniture (running headers and footers, page numbers)
    and the order of columns differ between clean and raw; every letter of ``text`` stands in the file.
    ``runs`` map it back, in clean order; characters that we added (spaces) are in no run, and formats without
    character positions have no runs. ``problem`` says why a page could not be read; its text is then empty.
    """

    number: int
    text: str
    label: str = ""
    blocks: tuple[Block, ...] = ()
    marks: tuple[Mark, ...] = ()
    runs: tuple[Run, ...] = ()
    problem: str = ""


@dataclass(frozen=True, slots=True)
class Source:
    """What is known of a document besides its text: an entry of the catalogue, or what the file says of itself.

    ``date`` is ISO 8601 as precise as it is known ('2023', '2025-05-15'), empty when unknown. ``kamerstuk`` is dossier
    and number ('30012-157'). ``address`` is where its publisher offers it, empty when unknown.
    """

    id: str
    title: str
    kind: str = "document"
    publishers: tuple[str, ...] = ()
    date: str = ""
    language: str = "nl"
    aliases: tuple[str, ...] = ()
    kamerstuk: str = ""
    address: str = ""
    rights: str = ""


@dataclass(frozen=True, slots=True)
class Document:
    """A document as it is read at one moment.

    ``version`` identifies content and the way it was read: the same bytes read by the same reader
    and cut the same way give the same version. ``extractor`` names the reader and its version. ``place`` is where it
    was read: a file's absolute path or an address, empty for a digest of the project.
    """

    source: Source
    version: str
    origin: Origin
    filename: str
    extractor: str
    pages: tuple[Page, ...] = field(repr=False)
    place: str = ""

    @property
    def id(self) -> str:
        return self.source.id

    @property
    def unreadable(self) -> tuple[Page, ...]:
        return tuple(page for page in self.pages if page.problem)
