"""Markup as a browser reads it, and text that would do harm if a browser read it as markup."""

from __future__ import annotations

from html.parser import HTMLParser

EVIL = "<script>alert(1)</script> <b onclick='x'> & \"'; DROP TABLE documents; -- # [a](javascript:b) `c` $$d$$"


class Reader(HTMLParser):
    """What a browser makes of markup: the text it shows, the elements and their attributes."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.text = ""
        self.elements: list[str] = []
        self.attributes: set[str] = set()
        self.feed(html)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.append(tag)
        self.attributes.update(name for name, _ in attrs)

    def handle_data(self, data: str) -> None:
        self.text += data
