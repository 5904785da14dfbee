"""Columns that white space alone makes: where they part, by the line that names them and the lines below it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from ingest.agenda_columns import Meaning, columns_of, is_agenda_header
from ingest.layout import RawPage, RawWord
from ingest.levels import SMALL, THIN, Level, separators, text_of

LOOSE = 0.25  # of the size of the type: white space between rows is this much more than that between lines
FAR = 4.0  # sizes of type: below more white space than this the table has ended
HEADER_LINES = 3
APART = 1.5  # sizes of type: two rows of a header stand no further apart, nor does a name from one that goes on in it
ALIGNED = 4.0  # points within which columns on two pages have the same left edge


@dataclass(frozen=True, slots=True)
class Columns:
    """``edges`` are the left edges of all columns and the right edge of the last; ``meanings`` what each holds."""

    edges: tuple[float, ...]
    meanings: tuple[Meaning | None, ...]
    size: float

    def column(self, word: RawWord) -> int:
        return max(0, sum(1 for edge in self.edges[1:-1] if word.centre[0] >= edge))

    def filled(self, level: Level) -> set[int]:
        return {self.column(word) for _, word in level.words}

    def spanned_by(self, level: Level) -> bool:
        """Whether text runs on from one column into another; a word that begins with its column does not."""
        return any(level.crosses(edge) and not level.begins_at(edge, ALIGNED) for edge in self.edges[1:-1])


def header_lines(page: RawPage, levels: Sequence[Level], at: int) -> int:
    """How many lines from ``at`` on are the header of an agenda; 0 if none is."""
    if len(levels[at].runs()) < 2:
        return 0
    most = 0
    for count in range(1, HEADER_LINES + 1):
        lines = levels[at : at + count]
        after = levels[at + count] if at + count < len(levels) else None
        if len(lines) < count or (count > 1 and not _goes_with(page, lines[-2], lines[-1], after)):
            break
        if is_agenda_header([text_of(page, words) for words in _heads(lines)]):
            most = count
    return most


def _goes_with(page: RawPage, line: Level, below: Level, after: Level | None) -> bool:
    """Whether a line belongs to the header above it: close to it, and set apart from the line after it.

    The same bold type or colour sets it apart, and so does more white space. Names of parts of columns, all of them
    bold, are a row of their own and stand further off.
    """
    space = below.box.top - line.box.bottom
    parts = line.bold and below.bold and len(below.runs()) > 1 and not (after and after.bold)
    if space > (APART if parts else 0.5) * line.size or any(page.word(word).isdigit() for _, word in below.words):
        return False
    if any(line.box.bottom - 1 <= place <= below.box.top + 1 for place in separators(page, line.box)):
        return False
    shaded = any(
        box.contains(line.box.centre) and box.contains(below.box.centre) and box.height < 5 * line.size
        for box in page.rules
        if box.height > THIN
    )
    spaced = after is not None and after.box.top - below.box.bottom > max(0.0, space) + LOOSE * line.size
    return shaded or spaced or (line.bold and below.bold)


def _heads(lines: Sequence[Level]) -> list[list[RawWord]]:
    """The names of the columns: runs of words, with those that stand below them."""
    heads = [[*run] for run in max(lines, key=lambda line: len(line.runs())).runs()]
    widest = max(lines, key=lambda line: len(line.runs()))
    for line in lines:
        if line is widest:
            continue
        for run in line.runs():
            nearest = max(heads, key=lambda head: _overlap(head, run))
            if _overlap(nearest, run) < -APART * line.size:  # a name that the other line has no part of
                heads.append([*run])
                continue
            under = [head for head in heads if _overlap(head, run) > 0]
            for head in under or [nearest]:
                head += run
    heads.sort(key=lambda head: min(word.left for word in head))
    return [sorted(head, key=lambda word: (round(word.top), word.left)) for head in heads]


def _overlap(head: Sequence[RawWord], run: Sequence[RawWord]) -> float:
    left, right = min(word.left for word in head), max(word.right for word in head)
    return min(right, run[-1].right) - max(left, run[0].left)


def columns_below(page: RawPage, levels: Sequence[Level], at: int, count: int) -> Columns:
    heads = _heads(levels[at : at + count])
    below = levels[at + count :]
    lefts = [min(word.left for word in head) for head in heads]
    rights = [max(word.right for word in head) for head in heads]
    edges = [min([lefts[0], *(level.box.left for level in below if level.box.left > lefts[0] - levels[at].size)])]
    near = _nearby(below, levels[at].size)
    edges += [_edge(near, right, left) for right, left in zip(rights, lefts[1:], strict=False)]
    meanings = tuple(column.meaning for column in columns_of([text_of(page, head) for head in heads]))
    right = max(word.right for level in levels[at:] for _, word in level.words)
    return Columns((*edges, right + 1), meanings, levels[at].size)


def _nearby(below: Sequence[Level], size: float) -> list[Level]:
    """The lines that may belong to a table: down to small type or much white space."""
    near: list[Level] = []
    for level in below:
        if level.size < SMALL * size or (near and level.box.top - near[-1].box.bottom > FAR * size):
            break
        near.append(level)
    return near


def _edge(below: Sequence[Level], name_ends: float, name_begins: float) -> float:
    """Where two columns part: the place that fewest lines run across, nearest to where the second name begins."""
    begins = name_begins - 1
    starts = [right[0].left - 1 for level in below for _, right in pairwise(level.runs())]
    places = [begins, *(x for x in starts if name_ends < x < begins)]
    return min(places, key=lambda x: (sum(1 for level in below if level.crosses(x)), abs(x - begins)))


def goes_on(levels: Sequence[Level], columns: Columns) -> bool:
    """Whether the first lines of a page stand in the columns that the page before left open."""
    first = levels[:HEADER_LINES]
    if not first or columns.spanned_by(first[0]):
        return False
    lefts = {columns.column(run[0]): run[0].left for level in first for run in level.runs()}
    aligned = [column for column, left in lefts.items() if abs(left - columns.edges[column]) < ALIGNED]
    return len(columns.filled(first[0])) >= 2 and len(aligned) >= 2


def is_small(level: Level, columns: Columns) -> bool:
    """Set smaller than the header: a note below the table."""
    return level.size < SMALL * columns.size
