"""Reads plain text: form feeds part pages, blank lines paragraphs, and headings and lists are told by their shape."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

from assistant.domain.documents import Page
from assistant.domain.errors import EmptyFile
from ingest.readers.encoding import decode
from ingest.readers.interface import Reading
from ingest.readers.page_builder import PageBuilder
from ingest.readers.signatures import is_binary, unsupported

_ITEM = re.compile(r"\s*([-–•*▪◦]|\(?(?:\d{1,2}|[a-z])[.)])\s+(\S.*)")
_NUMBERED_HEADING = re.compile(r"(\d{1,2}(?:\.\d{1,2})*)\.?\s+[A-ZÀ-Þ]")
_UNDERLINE = re.compile(r"(=|-)\1{2,}\s*")
_HEADING_WORDS = 10


class TextReader:
    def read(self, path: Path) -> Reading:
        data = path.read_bytes()
        if is_binary(data):
            raise unsupported(path)
        parts = decode(data).rstrip("\f \r\n").split("\f")
        pages = tuple(_page(number, part) for number, part in enumerate(parts, start=1))
        if not any(page.text for page in pages):
            raise EmptyFile("{name} bevat geen tekst: voeg het bestand met inhoud toe.", name=path.name)
        return Reading("", "text 1", pages)


def _page(number: int, text: str) -> Page:
    page = PageBuilder(number)
    for lines in _stretches(text):
        _write(page, lines)
    return page.page()


def _stretches(text: str) -> Iterator[list[str]]:
    """Lines between blank lines; each list item begins one too."""
    lines: list[str] = []
    for line in [*text.splitlines(), ""]:
        if lines and (not line.strip() or _ITEM.match(line)):
            yield lines
            lines = []
        if line.strip():
            lines.append(line)


def _write(page: PageBuilder, lines: list[str]) -> None:
    item = _ITEM.match(lines[0])
    if level := _heading_level(lines):
        page.heading(lines[0], level)
    elif item:
        page.list_item(" ".join([item[2], *lines[1:]]), item[1])
    else:
        page.paragraph(" ".join(lines))


def _heading_level(lines: list[str]) -> int:
    """From 1; 0 for what is no heading: a heading is one short line that does not end as a sentence does."""
    if len(lines) == 2 and _UNDERLINE.fullmatch(lines[1].strip()):
        return 1 if lines[1].strip().startswith("=") else 2
    line = lines[0].strip()
    if len(lines) > 1 or len(line.split()) > _HEADING_WORDS or line[-1] in ".,;:!" or not line[0].isalnum():
        return 0
    if numbered := _NUMBERED_HEADING.match(line):
        return numbered[1].count(".") + 1
    return 1 if line[0].isupper() else 0
