"""Page furniture: running headers and footers and page numbers, which are not part of the text.

A line is furniture when it stands in the margin zone and its words, with numbers taken out, return at the same height on other
pages, or when it is the number of its page.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace

from ingest.layout import RawLine, RawPage

MARGIN = 0.12  # of the page's height, at top and bottom
HEIGHT_STEP = 6.0  # points within which two lines stand at the same height
REPEATED_ON = 3  # pages; or on both pages of a document of two
PAGE_NUMBER = re.compile(r"(?:pagina|page|p\.|blz\.?)?\s*[-–]?\s*(\d{1,4})\s*[-–]?(?:\s*(?:van|of|/)\s*\d{1,4})?", re.IGNORECASE)
_DIGITS = re.compile(r"\d+")


@dataclass(frozen=True, slots=True)
class _Place:
    words: str
    height: int


def without_furniture(pages: Sequence[RawPage]) -> list[RawPage]:
    """The same pages without their furniture; a page without a label gets the page number that is printed on it."""
    repeated = _repeated(pages)
    return [_clean(page, repeated) for page in pages]


def _clean(page: RawPage, repeated: set[_Place]) -> RawPage:
    furniture = [line for line in _margin_lines(page) if _is_number(page, line) or _places(page, line) & repeated]
    if not furniture:
        return page
    kept = tuple(line for line in page.lines if line not in furniture)
    return replace(page, lines=kept, label=page.label or _printed_number(page, furniture))


def _margin_lines(page: RawPage) -> list[RawLine]:
    low, high = page.height * MARGIN, page.height * (1 - MARGIN)
    return [line for line in page.lines if line.box.bottom < low or line.box.top > high]


def _repeated(pages: Sequence[RawPage]) -> set[_Place]:
    seen = Counter(place for page in pages for line in _margin_lines(page) for place in _own_places(page, line))
    needed = min(REPEATED_ON, max(2, len(pages)))
    common = {place for place, count in seen.items() if count >= needed and count * 3 >= len(pages)}
    return {place for place in common if place.words != "#" or len(pages) > 1}


def _own_places(page: RawPage, line: RawLine) -> set[_Place]:
    return {_Place(_DIGITS.sub("#", page.text(line)), round(line.box.top / HEIGHT_STEP))}


def _places(page: RawPage, line: RawLine) -> set[_Place]:
    (place,) = _own_places(page, line)
    return {replace(place, height=place.height + step) for step in (-1, 0, 1)}


def _is_number(page: RawPage, line: RawLine) -> bool:
    match = PAGE_NUMBER.fullmatch(page.text(line).strip())
    edge = line.box.top > page.height * 0.9 or line.box.bottom < page.height * 0.08
    return bool(match) and edge and (len(match[1]) < 4 or match[1] == str(page.number)) if match else False


def _printed_number(page: RawPage, furniture: Sequence[RawLine]) -> str:
    for line in furniture:
        match = PAGE_NUMBER.fullmatch(page.text(line).strip())
        if match:
            return match[1]
        last = page.chars[line.words[-1].start : line.words[-1].end]
        if last.isdigit() and int(last) == page.number:
            return last
    return ""
