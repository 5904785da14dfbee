"""What is usual in a document: the size of its text, the distance of its lines, the sizes of its titles."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise

from ingest.layout import RawLine, RawPage

SMALL = 0.9  # of the body's size: the type of footnotes
LARGE = 1.12  # of the body's size: the type of titles
SAME = 0.07  # of the body's size: sizes that differ less are one
MOST_BOLD = 0.4  # of the letters of a document: where more are bold, bold is its body
TITLE_SIZES = 3  # that are told apart, from the largest down
TITLE_SHARE = 0.002  # of a document's letters: a size that is used less is an ornament


@dataclass(frozen=True, slots=True)
class Typography:
    """``size`` and ``pitch`` are of the body, in points; ``titles`` are the sizes of large type, largest first."""

    size: float
    pitch: float
    titles: tuple[float, ...] = ()
    bold_tells: bool = True  # whether bold sets anything apart: some fonts call all their type bold

    @classmethod
    def of(cls, pages: Sequence[RawPage]) -> Typography:
        sizes: Counter[float] = Counter()
        bold = 0
        for page in pages:
            for line in page.lines:
                sizes[round(line.size, 1)] += line.end - line.start
                bold += line.bold and line.end - line.start
        size = sizes.most_common(1)[0][0] if sizes else 10.0
        steps = Counter(step for page in pages for step in _steps(page.lines, size))
        pitch = _usual_step(steps) if steps else 1.25 * size
        return cls(size, pitch, _title_sizes(sizes, size), bold < MOST_BOLD * sizes.total())

    def bold(self, line: RawLine) -> bool:
        return self.bold_tells and line.bold

    @property
    def plain_level(self) -> int:
        """The level of titles in the type of the text, below those in large type; 1 is a document's or slide's own."""
        return max(2, len(self.titles) + 1)

    def same(self, size: float, other: float) -> bool:
        return abs(size - other) <= SAME * self.size

    def small(self, line: RawLine) -> bool:
        return line.size <= SMALL * self.size

    def large(self, line: RawLine) -> bool:
        return line.size >= LARGE * self.size

    def pitch_of(self, line: RawLine) -> float:
        return self.pitch * line.size / self.size

    def rank(self, line: RawLine) -> int:
        """The place of a title's size among those of the document, from 1."""
        larger = sum(1 for size in self.titles if size > line.size + SAME * self.size)
        return min(larger + 1, max(1, len(self.titles)))


def _steps(lines: Iterable[RawLine], size: float) -> Iterable[float]:
    for above, below in pairwise(lines):
        step = below.box.top - above.box.top
        if 0.8 * size < step < 2.5 * size and abs(above.size - size) < SAME * size:
            yield round(step, 1)


def _usual_step(steps: Counter[float]) -> float:
    """The smallest distance that is common: text set with wider lines has more paragraphs, not a wider pitch."""
    most = max(steps.values())
    return min(step for step, count in steps.items() if 4 * count >= most)


def _title_sizes(sizes: Counter[float], body: float) -> tuple[float, ...]:
    enough = TITLE_SHARE * sizes.total()
    titles: list[float] = []
    for size in sorted((size for size in sizes if size >= LARGE * body), reverse=True):
        if sizes[size] >= enough and (not titles or titles[-1] - size > SAME * body):
            titles.append(size)
    return tuple(titles[:TITLE_SIZES])
