"""What a Word paragraph is: a heading, a list item or plain text, by its own properties and those of its styles."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any, TypeAlias

from docx.oxml.ns import qn

Element: TypeAlias = Any  # an element of python-docx's tree; lxml has no types

_HEADING = re.compile(r"(?:heading|kop)\s*(\d)", re.IGNORECASE)
_TITLE = re.compile(r"(?:title|titel)$", re.IGNORECASE)
_BULLET_LIST = re.compile(r"list bullet|lijst opsom", re.IGNORECASE)
_NUMBERED_LIST = re.compile(r"list number|lijstnummering", re.IGNORECASE)
_DEEPEST_HEADING = 9  # an outline level of 9 (from 0) is Word's way to say body text


class Styles:
    """The styles of one file. A style takes what it does not say itself from the style it is based on."""

    def __init__(self, root: Element) -> None:
        styles = root.findall(qn("w:style"))
        self._by_id = {style.get(qn("w:styleId")): style for style in styles}
        self._chains: dict[str, tuple[Element, ...]] = {}

    def heading_level(self, paragraph: Element) -> int:
        """From 1; 0 for what is no heading."""
        outline = self.property(paragraph, "w:outlineLvl")
        if outline is not None and (level := _number(outline, default=_DEEPEST_HEADING)) < _DEEPEST_HEADING:
            return level + 1
        for name in self._names(paragraph):
            if match := _HEADING.match(name):
                return int(match[1])
            if _TITLE.match(name):
                return 1
        return 0

    def is_title(self, paragraph: Element) -> bool:
        return any(_TITLE.match(name) for name in self._names(paragraph))

    def numbering(self, paragraph: Element) -> tuple[str, int] | None:
        """The id of the list's numbering and the level in it, from 0; nothing for what is not in a list."""
        reference = self.property(paragraph, "w:numPr")
        if reference is None or (number := reference.find(qn("w:numId"))) is None:
            return None
        identifier = number.get(qn("w:val"))
        return None if identifier in (None, "0") else (identifier, _number(reference.find(qn("w:ilvl")), default=0))

    def list_bullet(self, paragraph: Element) -> str | None:
        """For a list that is one by the name of its style alone: its bullet, empty for a numbered list."""
        for name in self._names(paragraph):
            if _BULLET_LIST.match(name):
                return "•"
            if _NUMBERED_LIST.match(name):
                return ""
        return None

    def property(self, paragraph: Element, tag: str) -> Element | None:
        """The paragraph's own property, or that of the nearest style that has it."""
        holders = (paragraph, *self._chain(paragraph))
        found = (holder.find(f"{qn('w:pPr')}/{qn(tag)}") for holder in holders)
        return next((element for element in found if element is not None), None)

    def _names(self, paragraph: Element) -> Iterator[str]:
        for style in self._chain(paragraph):
            if (name := style.find(qn("w:name"))) is not None:
                yield name.get(qn("w:val"), "")

    def _chain(self, paragraph: Element) -> tuple[Element, ...]:
        """The paragraph's style and those that it is based on, nearest first."""
        identifier = _style_id(paragraph, f"{qn('w:pPr')}/{qn('w:pStyle')}")
        if identifier not in self._chains:
            self._chains[identifier] = tuple(self._ancestry(identifier))
        return self._chains[identifier]

    def _ancestry(self, identifier: str) -> Iterator[Element]:
        seen: set[str] = set()  # a broken file may base styles on each other
        while identifier not in seen and (style := self._by_id.get(identifier)) is not None:
            seen.add(identifier)
            yield style
            identifier = _style_id(style, qn("w:basedOn"))


def _style_id(element: Element, path: str) -> str:
    reference = element.find(path)
    return "" if reference is None else str(reference.get(qn("w:val"), ""))


def _number(element: Element | None, default: int) -> int:
    value = "" if element is None else element.get(qn("w:val"), "")
    return int(value) if value.isdecimal() else default
