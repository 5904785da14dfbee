"""Reads Markdown, among which our own digests; comments may mark the pages of a printed original."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from importlib.metadata import version
from pathlib import Path

import yaml
from markdown_it import MarkdownIt
from markdown_it.token import Token
from mdit_py_plugins.footnote import footnote_plugin

from assistant.domain.documents import BlockKind, Page
from assistant.domain.errors import EmptyFile
from ingest.readers.encoding import decode
from ingest.readers.html_tree import parse, pieces
from ingest.readers.interface import Reading
from ingest.readers.page_builder import LINE_BREAK, FootnoteMark, PageBuilder, Piece, plain
from ingest.readers.page_markers import check_order, marked_page
from ingest.readers.signatures import is_binary, unsupported
from ingest.readers.tables import write_row

_FRONT_MATTER = re.compile(r"\A\s*---[ \t]*\n(.*?)^---[ \t]*$", re.DOTALL | re.MULTILINE)
_COMMENT_LINE = re.compile(r"^ {0,3}<!--(.*?)-->[ \t]*$", re.MULTILINE)
_LINE_BREAK = re.compile(r"<br\s*/?>", re.IGNORECASE)


class MarkdownReader:
    def read(self, path: Path) -> Reading:
        data = path.read_bytes()
        if is_binary(data):
            raise unsupported(path)
        text = decode(data).replace("\r\n", "\n")
        front_matter = _FRONT_MATTER.match(text)
        pages = tuple(_page(number, part) for number, part in _parts(text[_end(front_matter) :], path))
        if not any(page.text for page in pages):
            raise EmptyFile("{name} bevat geen tekst: voeg het bestand met inhoud toe.", name=path.name)
        title = _declared_title(front_matter[1]) if front_matter else ""
        return Reading(title or _first_heading(pages), f"markdown-it-py {version('markdown-it-py')}", pages)


def _end(match: re.Match[str] | None) -> int:
    return match.end() if match else 0


def _declared_title(front_matter: str) -> str:
    try:
        declared = yaml.safe_load(front_matter)
    except yaml.YAMLError:  # it holds nothing that we cannot do without
        return ""
    title = declared.get("title") if isinstance(declared, dict) else None
    return title.strip() if isinstance(title, str) else ""


def _first_heading(pages: Sequence[Page]) -> str:
    """A heading of the first level is the document's; our digests have none."""
    headings = (
        page.text[block.start : block.end]
        for page in pages
        for block in page.blocks
        if block.kind is BlockKind.HEADING and block.level == 1
    )
    return next(headings, "")


def _parts(text: str, path: Path) -> Iterator[tuple[int, str]]:
    """Each page's number and Markdown; what stands before the first marker belongs to the first page."""
    found = [(number, match) for match in _COMMENT_LINE.finditer(text) if (number := marked_page(match[1])) is not None]
    numbers = [number for number, _ in found] or [1]
    check_order(numbers, path)
    starts = [0, *(match.start() for _, match in found[1:])]
    ends = [*starts[1:], len(text)]
    for number, start, end in zip(numbers, starts, ends, strict=True):
        yield number, text[start:end]


def _page(number: int, text: str) -> Page:
    """Pages are parsed one by one, as a label may stand for another footnote on each.

    A mark is recognised whether or not its footnote stands on the same page: it may stand on the next.
    """
    parser = MarkdownIt("commonmark", {"maxNesting": 100}).enable("table")
    footnote_plugin(parser, inline=False, move_to_end=False, always_match_refs=True)
    writer = _Writer(PageBuilder(number))
    for token in parser.parse(text):
        writer.take(token)
    return writer.page.page()


class _Writer:
    """Writes blocks as their tokens pass; what a text is, is said by the last token that opened something."""

    def __init__(self, page: PageBuilder) -> None:
        self.page = page
        self._heading = 0  # level of the open heading
        self._item: str | None = None  # label of a list item that has no text yet
        self._note: tuple[str, list[Piece]] | None = None  # the open footnote
        self._cells: list[list[Piece]] | None = None  # of the open row
        self._in_header = False

    def take(self, token: Token) -> None:
        match token.type:
            case "inline":
                self._text(_pieces(token.children or []))
            case "code_block" | "fence":
                self._text([token.content])
            case "html_block":
                self._text(pieces(parse(token.content)))
            case "footnote_reference_close":
                self._end_note()
            case "tr_close":
                self._end_row()
            case _:
                self._place(token)

    def _place(self, token: Token) -> None:
        """What the token says of the text that follows it."""
        match token.type:
            case "heading_open" | "heading_close":
                self._heading = int(token.tag[1]) if token.nesting > 0 else 0
            case "list_item_open":
                self._item = f"{token.info}{token.markup}"
            case "footnote_reference_open":
                self._note = (str(token.meta["label"]), [])
            case "thead_open" | "thead_close":
                self._in_header = token.nesting > 0
            case "tr_open":
                self._cells = []

    def _text(self, text: list[Piece]) -> None:
        if self._cells is not None:
            self._cells.append(text)
        elif self._note is not None:
            self._note[1].extend([*text, " "])
        elif self._heading:
            self.page.heading(text, self._heading)
        elif self._item is not None:
            self.page.list_item(text, self._item)
            self._item = None
        else:
            self.page.paragraph(text)

    def _end_note(self) -> None:
        if self._note is not None:
            self.page.footnote(*self._note)
        self._note = None

    def _end_row(self) -> None:
        if self._cells is not None:
            write_row(self.page, self._cells, self._kind([plain(cell) for cell in self._cells]))
        self._cells = None

    def _kind(self, cells: list[str]) -> BlockKind:
        """Markdown cannot merge cells, so a row with its first cell alone is how a section is written."""
        if self._in_header:
            return BlockKind.TABLE_HEADER
        return BlockKind.TABLE_SECTION if len(cells) > 1 and cells[0] and not any(cells[1:]) else BlockKind.TABLE_ROW


def _pieces(tokens: Sequence[Token]) -> list[Piece]:
    return [_piece(token) for token in tokens]


def _piece(token: Token) -> Piece:
    match token.type:
        case "footnote_ref":
            return FootnoteMark(str(token.meta["label"]))
        case "softbreak" | "hardbreak":
            return " "
        case "html_inline":
            return LINE_BREAK if _LINE_BREAK.fullmatch(token.content) else ""
        case _:
            return token.content  # empty for what opens and closes emphasis or a link
