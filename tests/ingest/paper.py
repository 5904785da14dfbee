"""Pages set line by line, as a reader finds them: every letter is half as wide as the type is high.

In the text of a line ``^`` comes before raised digits (``onderwijsveld^1``), and a ``~`` at its end is the hyphen of a
broken word.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from textwrap import wrap
from typing import NamedTuple

from assistant.domain.documents import Page
from ingest.layout import Box, RawLine, RawPage, RawWord
from ingest.readers.pdfium_page import SOFT_BREAK

WIDTH, HEIGHT = 600.0, 800.0
PITCH = 1.2  # times the size of the type


class Line(NamedTuple):
    text: str
    top: float
    left: float = 50.0
    size: float = 10.0
    bold: bool = False


class Sheet:
    """A page in the making, on which text flows down; ``letters`` is the width of its column."""

    def __init__(self, left: float = 50.0, top: float = 100.0, letters: int = 60) -> None:
        self._left, self._top, self._letters = left, top, letters
        self.lines: list[Line] = []

    def text(self, text: str, *, size: float = 10.0, bold: bool = False, space: float = 0.0) -> Sheet:
        """Wraps the text; ``space`` is left above it, in points."""
        self._top += space
        for piece in wrap(text, int(self._letters * 10 / size), break_on_hyphens=False):
            self.lines.append(Line(piece, self._top, self._left, size, bold))
            self._top += PITCH * size
        return self

    def page(self, number: int = 1) -> RawPage:
        return page(self.lines, number)


def page(lines: Iterable[Line], number: int = 1, rules: Iterable[Box] = (), label: str = "") -> RawPage:
    raw_lines: list[RawLine] = []
    chars = ""
    for line in lines:
        text = re.sub(r"~$", SOFT_BREAK, line.text)
        raw_lines.append(
            RawLine(tuple(_words(line._replace(text=text), len(chars))), text.endswith(SOFT_BREAK), line.bold)
        )
        chars += text.replace("^", "") + "\r\n"
    return RawPage(number, label, WIDTH, HEIGHT, chars, tuple(raw_lines), tuple(rules))


def _words(line: Line, start: int) -> Iterable[RawWord]:
    width = line.size / 2
    left = line.left
    for text in line.text.split(" "):
        shown, mark = text.replace("^", ""), text.partition("^")[2]
        right = left + len(shown) * width
        if text:
            digits = len(mark) if mark.isdigit() else 0  # those at the end of a word, as a reader finds them
            yield RawWord(start, start + len(shown), left, line.top, right, line.top + line.size, line.size, digits)
        start += len(shown) + 1
        left = right + width


def shown(page: Page) -> list[tuple[str, str]]:
    """Kind and text of each block."""
    return [(block.kind.value, page.text[block.start : block.end]) for block in page.blocks]
