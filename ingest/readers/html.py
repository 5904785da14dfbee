"""Reads web pages: one page, unless comments mark the pages of a printed original."""

from __future__ import annotations

from importlib.metadata import version
from pathlib import Path

from bs4 import BeautifulSoup, Comment, Tag
from bs4.dammit import EncodingDetector

from assistant.domain.documents import Page
from assistant.domain.errors import EmptyFile
from ingest.readers.encoding import decode
from ingest.readers.html_notes import lift_notes
from ingest.readers.html_table import html_rows
from ingest.readers.html_tree import BLOCKS, Event, MarkText, Step, events, main_content, parse, piece, pieces
from ingest.readers.interface import Reading
from ingest.readers.numerals import letters, roman
from ingest.readers.page_builder import PageBuilder, Piece, plain
from ingest.readers.page_markers import check_order, marked_page
from ingest.readers.tables import kinds, write_row

_HEADINGS = ("h1", "h2", "h3", "h4", "h5", "h6")


class HtmlReader:
    def read(self, path: Path) -> Reading:
        data = path.read_bytes()
        declared = EncodingDetector.find_declared_encoding(data, is_html=True)
        soup = parse(decode(data, declared or ""))
        lift_notes(soup)
        pages = _pages(main_content(soup), path)
        if not any(page.text for page in pages):
            raise EmptyFile(
                "{name} bevat geen leesbare tekst: bewaar de pagina in de browser als PDF en voeg die toe.",
                name=path.name,
            )
        return Reading(_title(soup), f"beautifulsoup4 {version('beautifulsoup4')}", pages)


def _title(soup: BeautifulSoup) -> str:
    found = (tag for name in ("title", "h1") if (tag := soup.find(name)) is not None)
    return next((title for tag in found if (title := plain(tag.get_text()))), "")


def _pages(root: Tag, path: Path) -> tuple[Page, ...]:
    found = (marked_page(node) for step, node in events(root) if step is Step.COMMENT and isinstance(node, Comment))
    numbers = [number for number in found if number is not None]
    check_order(numbers, path)
    writer = _Writer(first_page=numbers[0] if numbers else 1)
    for event in events(root):
        writer.take(event)
    return writer.finish()


class _Writer:
    """Gathers text until a block begins or ends, and writes it as what its surroundings make it."""

    def __init__(self, first_page: int) -> None:
        self._number = first_page
        self._page = PageBuilder(first_page)
        self._done: list[Page] = []
        self._notes: dict[str, str] = {}  # of the page at hand, by label
        self._text: list[Piece] = []
        self._around: list[Tag] = []  # open headings and list items
        self._labels: dict[int, str] = {}  # of list items that have not been written yet
        self._counts: dict[int, int] = {}  # of ordered lists

    def take(self, event: Event) -> None:
        step, node = event
        if step is Step.TEXT:
            self._take_text(event)
        elif isinstance(node, Comment):
            self._take_comment(node)
        elif isinstance(node, Tag):
            self._take_tag(step, node)

    def finish(self) -> tuple[Page, ...]:
        self._write()
        self._close_page()
        return tuple(self._done)

    def _take_text(self, event: Event) -> None:
        node = event[1]
        self._text.append(piece(node))
        if isinstance(node, MarkText):
            self._notes.setdefault(str(node), node.note)

    def _take_comment(self, comment: Comment) -> None:
        number = marked_page(comment)
        if number is not None and number != self._number:
            self._write()
            self._close_page()
            self._number, self._page = number, PageBuilder(number)

    def _take_tag(self, step: Step, tag: Tag) -> None:
        if step is Step.TABLE:
            self._write()
            self._table(tag)
        elif tag.name in BLOCKS:
            self._write()
            self._enter_or_leave(step, tag)
        elif tag.name == "br":
            self._text.append(" ")

    def _enter_or_leave(self, step: Step, tag: Tag) -> None:
        if step is Step.CLOSE:
            if self._around and self._around[-1] is tag:
                self._around.pop()
        elif tag.name in _HEADINGS:
            self._around.append(tag)
        elif tag.name == "li":
            self._around.append(tag)
            self._labels[id(tag)] = self._label(tag)

    def _write(self) -> None:
        text, self._text = self._text, []
        if not plain(text):
            return
        around = self._around[-1] if self._around else None
        if around is not None and around.name in _HEADINGS:
            self._page.heading(text, int(around.name[1]))
        elif around is not None and id(around) in self._labels:
            self._page.list_item(text, self._labels.pop(id(around)))
        else:
            self._page.paragraph(text)

    def _label(self, item: Tag) -> str:
        parent = item.parent
        if parent is None or parent.name != "ol":
            return "•"
        value = str(item.get("value", ""))
        number = int(value) if value.isdecimal() else self._counts.get(id(parent), _start(parent))
        self._counts[id(parent)] = number + 1
        return f"{_shown(number, str(parent.get('type', '1')))}."

    def _table(self, table: Tag) -> None:
        caption = table.find("caption")
        if caption is not None:
            self._page.paragraph(pieces(caption))
        rows = html_rows(table)
        for row, kind in zip(rows, kinds([row.shape for row in rows]), strict=True):
            write_row(self._page, row.cells, kind, row.merged)
        for mark in table.find_all(string=lambda text: isinstance(text, MarkText)):
            if isinstance(mark, MarkText):
                self._notes.setdefault(str(mark), mark.note)

    def _close_page(self) -> None:
        for label, note in self._notes.items():
            self._page.footnote(label, note)
        self._notes = {}
        self._done.append(self._page.page())


def _start(ordered_list: Tag) -> int:
    value = str(ordered_list.get("start", "1"))
    return int(value) if value.isdecimal() else 1


def _shown(number: int, style: str) -> str:
    shown = {"a": letters, "i": roman}.get(style.lower(), str)(number)
    return shown.upper() if style.isupper() else shown
