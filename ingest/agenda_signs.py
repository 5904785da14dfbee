"""Footnotes that a sign leads to: 'schoolbesturen*' in a cell, and '* Besturen in het voortgezet onderwijs' below it.

Readers know the marks that are set as small figures; figures that are raised by themselves ('²') are signs here. A sign
may also be a bullet, a unit or a part of a name ('NOC*NSF'), so it counts only where it ends a word of a table and one
text at most on a page begins with it.
"""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Iterator
from dataclasses import replace

from assistant.domain.documents import Block, BlockKind, Document, Mark, Page, Span

_SIGN = r"(?:\*{1,4}|†{1,2}|‡{1,2}|[⁰¹²³⁴⁵⁶⁷⁸⁹]{1,2})"
_MARK = re.compile(rf"(?<=[\w)’'”\"])(?<![kcd ]m)(?<!CO)\s?(?P<sign>{_SIGN})(?=[\s,;.:)/]|$)")
_BEGINS = re.compile(rf"(?:^|(?<=[.!?)])\s)\(?(?P<sign>{_SIGN})\)?\s*(?=[\w(‘“'\"])")
_MARKED = (BlockKind.TABLE_ROW, BlockKind.TABLE_SECTION)
_NOTES = (BlockKind.PARAGRAPH, BlockKind.LIST_ITEM, BlockKind.FOOTNOTE)


def with_signs(document: Document) -> Document:
    """The document with marks at the signs in its tables that lead to a note."""
    known = {sign for page in document.pages for sign in sign_notes(page)}
    if not known:
        return document
    return replace(document, pages=tuple(_marked(page, known) for page in document.pages))


def sign_notes(page: Page) -> dict[str, Span]:
    """The notes of a page by their signs, each without its sign."""
    found = [note for block in page.blocks if block.kind in _NOTES for note in _notes(page, block)]
    times = Counter(sign for sign, _ in found)
    return {sign: span for sign, span in found if times[sign] == 1}


def _notes(page: Page, block: Block) -> Iterator[tuple[str, Span]]:
    text = page.text[block.start : block.end]
    begins = list(_BEGINS.finditer(text))
    ends = [each.start() for each in begins[1:]]
    for match, end in zip(begins, [*ends, len(text)], strict=False):
        yield _label(match["sign"]), Span(block.start + match.end(), block.start + len(text[:end].rstrip()))


def _label(sign: str) -> str:
    return unicodedata.normalize("NFKC", sign)


def _marked(page: Page, known: set[str]) -> Page:
    found = [
        Mark(block.start + match.start(), block.start + match.end(), _label(match["sign"]))
        for block in page.blocks
        if block.kind in _MARKED
        for match in _MARK.finditer(page.text[block.start : block.end])
        if _label(match["sign"]) in known
    ]
    return replace(page, marks=tuple(sorted([*page.marks, *found], key=lambda mark: mark.start)))
