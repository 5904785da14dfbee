"""The numbers that Word shows before list items and headings, which stand nowhere in the text."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from docx.oxml.ns import qn

from ingest.readers.numerals import letters, roman
from ingest.readers.word_styles import Element, Styles

_PLACE = re.compile(r"%([1-9])")


@dataclass(frozen=True, slots=True)
class _Level:
    start: int
    style: str  # decimal, lowerLetter, upperRoman, …, bullet
    text: str  # '%1.%2' is the first level's number, a full stop, the second's


@dataclass(frozen=True, slots=True)
class _List:
    """Lists of one ``family`` count on from each other."""

    family: str
    levels: dict[int, _Level]


class Numbering:
    """Counts the items of every list, in the order in which the paragraphs are asked for."""

    def __init__(self, root: Element | None, styles: Styles) -> None:
        self._styles = styles
        self._lists = {} if root is None else dict(_lists(root))
        self._counts: dict[str, dict[int, int]] = {}

    def label(self, paragraph: Element) -> str | None:
        """The number or bullet; nothing for what is not in a list."""
        place = self._styles.numbering(paragraph)
        if place is None:
            return self._styles.list_bullet(paragraph)
        numbered = self._lists.get(place[0])
        if numbered is None or place[1] not in numbered.levels:
            return "•"
        return self._count(numbered, place[1])

    def _count(self, numbered: _List, depth: int) -> str:
        counts = self._counts.setdefault(numbered.family, {})
        for above in range(depth):
            if above in numbered.levels:
                counts.setdefault(above, numbered.levels[above].start)
        counts[depth] = counts.get(depth, numbered.levels[depth].start - 1) + 1
        for below in [level for level in counts if level > depth]:
            del counts[below]
        return _shown(numbered.levels, counts, depth)


def _shown(levels: dict[int, _Level], counts: dict[int, int], depth: int) -> str:
    level = levels[depth]
    if level.style == "bullet":
        return "•"  # the file's own is often a character that only its font knows

    def number(place: re.Match[str]) -> str:
        above = int(place[1]) - 1
        return _written(counts[above], levels[above].style) if above in counts else ""

    return _PLACE.sub(number, level.text).strip()


def _lists(root: Element) -> Iterator[tuple[str, _List]]:
    families = {
        family.get(qn("w:abstractNumId")): dict(_levels(family)) for family in root.findall(qn("w:abstractNum"))
    }
    for numbered in root.findall(qn("w:num")):
        identifier = numbered.get(qn("w:numId"), "")
        family = _value(numbered, "w:abstractNumId")
        restarts = dict(_restarts(numbered))
        levels = {
            depth: _Level(restarts.get(depth, level.start), level.style, level.text)
            for depth, level in families.get(family, {}).items()
        }
        yield identifier, _List(f"{family}/{identifier}" if restarts else family, levels)


def _levels(family: Element) -> Iterator[tuple[int, _Level]]:
    for level in family.findall(qn("w:lvl")):
        start = _value(level, "w:start") or "1"
        style = _value(level, "w:numFmt") or "decimal"
        yield int(level.get(qn("w:ilvl"))), _Level(int(start), style, _value(level, "w:lvlText"))


def _restarts(numbered: Element) -> Iterator[tuple[int, int]]:
    for override in numbered.findall(qn("w:lvlOverride")):
        if start := _value(override, "w:startOverride"):
            yield int(override.get(qn("w:ilvl"))), int(start)


def _value(element: Element, tag: str) -> str:
    child = element.find(qn(tag))
    return "" if child is None else str(child.get(qn("w:val"), ""))


def _written(number: int, style: str) -> str:
    if style.endswith("Letter"):
        written = letters(number)
    elif style.endswith("Roman"):
        written = roman(number)
    else:
        written = "" if style == "none" else str(number)
    return written.upper() if style.startswith("upper") else written
