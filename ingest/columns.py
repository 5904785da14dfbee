"""Reading order: the file's own, unless it goes from left to right across columns.

Most files give their text column by column. Some give it line by line, so that one line holds a piece of every column.
Those lines are cut at the gutter, and each column is read to its end, from one full-width line to the next.
"""

from __future__ import annotations

from collections.abc import Sequence

from ingest.layout import RawLine

GUTTER = 1.5  # times the size of the type: wider than any space in justified text
SHARED_LINES = 4  # lines that must be cut at the same gutter
SHARED_PART = 0.3  # of the page's lines


def in_reading_order(lines: Sequence[RawLine]) -> list[RawLine]:
    """The same words, in lines that each belong to one column, column after column."""
    gutter = _gutter(lines)
    if gutter is None:
        return list(lines)
    return _by_column([piece for line in lines for piece in _cut(line, gutter)], gutter)


def _gaps(line: RawLine) -> list[tuple[float, float]]:
    wide = GUTTER * line.size
    pairs = zip(line.words, line.words[1:], strict=False)
    return [(a.right, b.left) for a, b in pairs if b.left - a.right > wide]


def _gutter(lines: Sequence[RawLine]) -> float | None:
    """The middle of the gap that most lines share, if enough do."""
    gaps = [gap for line in lines for gap in _gaps(line)]
    best, shared = None, 0
    for left, right in gaps:
        middle = (left + right) / 2
        count = sum(1 for low, high in gaps if low < middle < high)
        if count > shared:
            best, shared = middle, count
    return best if shared >= max(SHARED_LINES, SHARED_PART * len(lines)) else None


def _cut(line: RawLine, gutter: float) -> list[RawLine]:
    if not any(left < gutter < right for left, right in _gaps(line)):
        return [line]
    left = tuple(word for word in line.words if word.right <= gutter)
    right = tuple(word for word in line.words if word.right > gutter)
    return [RawLine(left, bold=line.bold), RawLine(right, hyphen=line.hyphen, bold=line.bold)]


def _by_column(lines: Sequence[RawLine], gutter: float) -> list[RawLine]:
    ordered: list[RawLine] = []
    left: list[RawLine] = []
    right: list[RawLine] = []
    for line in lines:
        if line.box.right <= gutter:
            left.append(line)
        elif line.box.left >= gutter:
            right.append(line)
        else:
            ordered += [*in_reading_order(left), *in_reading_order(right), line]
            left, right = [], []
    return [*ordered, *in_reading_order(left), *in_reading_order(right)]
