"""Pages as they lie on paper: lines, words and rules with their places, before any cleaning.

All lengths are points (1/72 inch); x grows to the right from the left edge, y grows downwards from the top edge.
``start`` and ``end`` are indices into the page's raw characters, from 0, half open.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from statistics import median
from typing import NamedTuple


class Box(NamedTuple):
    left: float
    top: float
    right: float
    bottom: float

    @property
    def width(self) -> float:
        return self.right - self.left

    @property
    def height(self) -> float:
        return self.bottom - self.top

    @property
    def centre(self) -> tuple[float, float]:
        return (self.left + self.right) / 2, (self.top + self.bottom) / 2

    def contains(self, point: tuple[float, float]) -> bool:
        return self.left <= point[0] <= self.right and self.top <= point[1] <= self.bottom


class RawWord(NamedTuple):
    """Characters without white space between them, and the box they stand in.

    ``raised`` counts the smaller, higher characters at its end. Words are flat named tuples: a page has hundreds, and
    these take a third of the time and half of the memory of objects that hold a box.
    """

    start: int
    end: int
    left: float
    top: float
    right: float
    bottom: float
    size: float
    raised: int = 0

    @property
    def centre(self) -> tuple[float, float]:
        return (self.left + self.right) / 2, (self.top + self.bottom) / 2


@dataclass(frozen=True)
class RawLine:
    """Words on one line, never empty. ``hyphen`` says that its last character is a hyphen that breaks a word.

    ``bold`` is that of its first and last word.
    """

    words: tuple[RawWord, ...]
    hyphen: bool = False
    bold: bool = False

    @property
    def start(self) -> int:
        return self.words[0].start

    @property
    def end(self) -> int:
        return self.words[-1].end

    @cached_property
    def box(self) -> Box:
        """The smallest box around its words."""
        words = self.words
        return Box(
            min([word.left for word in words]),
            min([word.top for word in words]),
            max([word.right for word in words]),
            max([word.bottom for word in words]),
        )

    @cached_property
    def size(self) -> float:
        return median([word.size for word in self.words])


@dataclass(frozen=True)
class RawPage:
    """A page as its file gives it, lines in the order of the file.

    ``chars`` are all raw characters; ``rules`` are the boxes of drawn lines and filled rectangles. ``problem`` says why
    the page has no readable text.
    """

    number: int
    label: str
    width: float = 0.0
    height: float = 0.0
    chars: str = ""
    lines: tuple[RawLine, ...] = ()
    rules: tuple[Box, ...] = ()
    problem: str = ""

    def text(self, line: RawLine) -> str:
        return self.chars[line.start : line.end]

    def word(self, word: RawWord) -> str:
        return self.chars[word.start : word.end]
