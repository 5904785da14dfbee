"""What of a web page is read, and in which order: its main content, without navigation, scripts and hidden parts."""

from __future__ import annotations

import re
from collections.abc import Iterator
from enum import Enum, auto
from typing import TypeAlias

from bs4 import BeautifulSoup, Comment, Tag
from bs4.element import NavigableString, PreformattedString

from ingest.readers.page_builder import LINE_BREAK, FootnoteMark, Piece

_LEFT_OUT = {
    *("aside", "dialog", "footer", "header", "nav"),  # beside the content
    *("head", "link", "meta", "noscript", "script", "style", "template", "title"),  # never shown
    *("audio", "canvas", "iframe", "object", "svg", "video"),
    *("button", "input", "option", "select", "textarea"),
}
_ROLES_LEFT_OUT = {"banner", "complementary", "contentinfo", "dialog", "navigation", "search"}
_INVISIBLE = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.IGNORECASE)
_DECLARATION = re.compile(r"\s*<\?xml[^>]*\?>")

BLOCKS = {
    *("h1", "h2", "h3", "h4", "h5", "h6"),
    *("address", "blockquote", "dd", "details", "dl", "dt", "hr", "li", "ol", "p", "pre", "summary", "ul"),
    *("article", "body", "div", "fieldset", "figcaption", "figure", "form", "header", "main", "section"),
    *("caption", "table", "tbody", "td", "tfoot", "th", "thead", "tr"),
}


class MarkText(NavigableString):
    """Stands in the tree where a footnote mark was; ``note`` is the footnote's text."""

    note: str = ""


class Step(Enum):
    OPEN = auto()
    CLOSE = auto()
    TEXT = auto()
    TABLE = auto()
    COMMENT = auto()


Event: TypeAlias = tuple[Step, Tag] | tuple[Step, NavigableString]


def parse(text: str) -> BeautifulSoup:
    # A declaration of XML would make the parser warn that it reads the page as HTML, which is what it should do.
    return BeautifulSoup(_DECLARATION.sub("", text, count=1) + "\n", "lxml")


def main_content(soup: BeautifulSoup) -> Tag:
    """The element for the main content, or the only article, when it holds text; else the whole page."""
    articles = soup.find_all("article")
    candidates = [soup.find("main"), soup.select_one('[role="main"]'), articles[0] if len(articles) == 1 else None]
    return next((tag for tag in candidates if tag is not None and tag.get_text(strip=True)), soup.body or soup)


def events(root: Tag, *, into_tables: bool = False) -> Iterator[Event]:
    """Walks the tree without recursion, as pages may be nested thousands deep; a table of data is a single event."""
    open_tags: list[Tag] = []
    levels = [iter(root.contents)]
    while levels:
        node = next(levels[-1], None)
        if node is None:
            levels.pop()
            if open_tags:
                yield Step.CLOSE, open_tags.pop()
        elif isinstance(node, Tag):
            if is_left_out(node):
                continue
            if not into_tables and is_data_table(node):
                yield Step.TABLE, node
                continue
            yield Step.OPEN, node
            open_tags.append(node)
            levels.append(iter(node.contents))
        elif isinstance(node, Comment):
            yield Step.COMMENT, node
        elif isinstance(node, NavigableString) and not isinstance(node, PreformattedString):
            yield Step.TEXT, node


def pieces(root: Tag) -> list[Piece]:
    """All text within, its blocks and lines parted."""
    found: list[Piece] = []
    for step, node in events(root, into_tables=True):
        if step is Step.TEXT:
            found.append(piece(node))
        elif isinstance(node, Tag) and (node.name in BLOCKS or node.name == "br"):
            found.append(LINE_BREAK)
    return found


def piece(node: Tag | NavigableString) -> Piece:
    return FootnoteMark(str(node)) if isinstance(node, MarkText) else str(node)


def is_left_out(tag: Tag) -> bool:
    if tag.name == "header" and tag.find("h1") is not None:
        return False  # the heading of an article, not of the site
    return (
        tag.name in _LEFT_OUT
        or tag.get("role") in _ROLES_LEFT_OUT
        or tag.has_attr("hidden")
        or tag.get("aria-hidden") == "true"
        or bool(_INVISIBLE.search(str(tag.get("style", ""))))
    )


def is_data_table(tag: Tag) -> bool:
    """Not a table that only lays out the page: one that holds tables or headings, or has a single column."""
    return (
        tag.name == "table"
        and tag.get("role") not in ("presentation", "none")
        and tag.find(["table", "h1", "h2", "h3"]) is None
        and any(len(row.find_all(["td", "th"], recursive=False)) > 1 for row in tag.find_all("tr"))
    )
