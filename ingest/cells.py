"""Tables of a page in the making: cells with the lines of words in them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import TypeAlias

from ingest.layout import Box, RawLine, RawPage, RawWord

SPACE = 0.6  # of the size of the type: the widest between two words of a line
BESIDE = 2.0  # points by which pieces of one line may overlap

_BEGINS_NAME = re.compile(
    r"(?:gemeente|provincie|waterschap|ministerie van|[Ss]tichting) [A-Z]|[A-Z]{2,6}$"
    r"|(?:\w*besturen|\w*instellingen|\w*corporaties|\w*gemeenten|provincies|\w*schappen|\w*bedrijven|\w*diensten"
    r"|\w*organisaties|\w*regio['’]s|\w*partners|scholen|werkgevers|netbeheerders)$"
)
_ENDS_NAME = re.compile(r"(?:(?:^|\s)(?!\w+(?:nde|ijke|ige|ische)$)[A-Z0-9][\w'’-]*|\))$")

PlacedWord: TypeAlias = tuple[RawLine, RawWord]  # a word with the line of the file that it stands on


@dataclass(frozen=True, slots=True)
class Cell:
    """Column ``first`` to ``last``, inclusive, from 0, and the lines of words in it, from top to bottom.

    ``left`` and ``right`` are its edges, in points. ``merged`` says that the cell above goes on in it.
    """

    first: int
    last: int
    lines: tuple[RawLine, ...]
    left: float = 0.0
    right: float = 0.0
    merged: bool = False

    def breaks_after(self, index: int) -> bool:
        """Whether the author ended the line at ``index``: the first word of the next would have fitted on it."""
        if index + 1 >= len(self.lines):
            return False
        line, word = self.lines[index], self.lines[index + 1].words[0]
        gaps = [gap for each in self.lines for gap in (each.box.left - self.left, self.right - each.box.right)]
        room = self.right - self.left - 2 * max(0.0, min(gaps))
        return not line.hyphen and line.box.width + SPACE * line.size + word.right - word.left < room


@dataclass(frozen=True, slots=True)
class Grid:
    """A table as drawn: rows of cells from left to right; each row covers all ``columns``.

    ``headed`` says whether the first row names the columns, None that only its words can tell. ``coloured`` says that
    no rules draw it.
    """

    box: Box
    columns: int
    rows: tuple[tuple[Cell, ...], ...]
    headed: bool | None = None
    coloured: bool = False


def begins_name(page: RawPage, line: RawLine, following: RawLine) -> bool:
    """Whether a line ends with a name and the next begins one by its words: 'gemeente Ede', or 'VNG' alone."""
    ends, begins = page.text(line), page.text(following)
    return bool(_ENDS_NAME.search(ends) and _BEGINS_NAME.match(begins)) and not line.hyphen


def cell_lines(page: RawPage, words: Iterable[PlacedWord]) -> tuple[RawLine, ...]:
    """Words of a cell as lines again; a line of the page may hold words of several cells.

    Many files have a raised mark, and what follows it, on lines of their own: they are pieces of the line that they
    stand on.
    """
    by_line: dict[int, tuple[RawLine, list[RawWord]]] = {}
    for line, word in words:
        by_line.setdefault(line.start, (line, []))[1].append(word)
    pieces = [
        RawLine(tuple(mine), hyphen=_is_broken(page, line, mine[-1]), bold=line.bold) for line, mine in by_line.values()
    ]
    levels: list[list[RawLine]] = []
    for piece in sorted(pieces, key=lambda piece: (-piece.size, round(piece.box.top), piece.start)):
        mine = next((level for level in levels if _is_beside(piece.box, level[0].box)), None)
        if mine is None:
            levels.append([piece])
        else:
            mine.append(piece)
    return tuple(
        line
        for level in sorted(levels, key=lambda level: (round(level[0].box.top), level[0].start))
        for line in _one_line(sorted(level, key=lambda piece: piece.box.left))
    )


def _is_beside(box: Box, line: Box) -> bool:
    """Whether a piece stands on a line, before or behind what is there."""
    apart = box.left >= line.right - BESIDE or box.right <= line.left + BESIDE or box.height < line.height
    return apart and line.top <= box.centre[1] <= line.bottom


def _one_line(pieces: Sequence[RawLine]) -> list[RawLine]:
    """The pieces as one line where they follow each other in the file too."""
    lines = [pieces[0]]
    for piece in pieces[1:]:
        if piece.start >= lines[-1].end:
            lines[-1] = RawLine((*lines[-1].words, *piece.words), piece.hyphen, lines[-1].bold)
        else:
            lines.append(piece)
    return lines


def _is_broken(page: RawPage, line: RawLine, last: RawWord) -> bool:
    """Whether a piece of a line ends in a hyphen; pdfium tells it of the last word of a whole line alone."""
    if last == line.words[-1]:
        return line.hyphen
    return last.end - last.start > 2 and page.word(last).endswith("-")
