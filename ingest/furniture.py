"""Page furniture: running headers and footers and page numbers, which are not part of the text.

A line is furniture when it stands in the margin zone and its words, with numbers taken out, return at the same height
on other pages, or when it is the number of its page. What a file sets on one line with a running footer (an imprint)
goes with it.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import TypeAlias

from ingest.layout import RawLine, RawPage

MARGIN = 0.12  # of the page's height, at top and bottom
EDGE = 0.1  # of the page's height: where a number that stands alone is that of the page
HEIGHT_STEP = 6.0  # points within which two lines stand at the same height
REPEATED_ON = 3  # pages; or on both pages of a document of two
RUNS_THROUGH = 6  # pages: a running head of one chapter; fewer may be the title of a subject that takes some pages
SHARE = 3  # it returns on one of so many pages: heads of left and right pages may differ
LAST_WORDS = 3  # that must return before what stands before them on their line is furniture too
PAGE_NUMBER = re.compile(
    r"(?:pagina|page|p\.|blz\.?)?\s*[-–]?\s*(\d{1,4})\s*[-–]?(?:\s*(?:van|of|/)\s*\d{1,4})?", re.IGNORECASE
)
_DIGITS = re.compile(r"\d+")

Place: TypeAlias = tuple[str, int]  # words with # for numbers, and their height in steps


def without_furniture(pages: Sequence[RawPage]) -> list[RawPage]:
    """The same pages without their furniture; a page without a label gets the page number that is printed on it."""
    repeated = _repeated(pages)
    cleaned = [_clean(page, repeated) for page in pages]
    return [_clean(page, set()) for page in pages] if _are_emptied(pages, cleaned) else cleaned


def _are_emptied(pages: Sequence[RawPage], cleaned: Sequence[RawPage]) -> bool:
    """Whether most pages would keep nothing: then their lines are the text itself, such as one sentence a page."""
    kept = [bool(after.lines) for before, after in zip(pages, cleaned, strict=True) if before.lines]
    return 2 * sum(kept) < len(kept)


def _clean(page: RawPage, repeated: set[Place]) -> RawPage:
    furniture = [line for line in _margin_lines(page) if _is_number(page, line) or _returns(page, line, repeated)]
    if not furniture:
        return page
    starts = {line.start for line in furniture}
    kept = tuple(line for line in page.lines if line.start not in starts)
    return replace(page, lines=kept, label=page.label or _printed_number(page, furniture))


def _margin_lines(page: RawPage) -> list[RawLine]:
    low, high = page.height * MARGIN, page.height * (1 - MARGIN)
    return [line for line in page.lines if line.box.bottom < low or line.box.top > high]


def _repeated(pages: Sequence[RawPage]) -> set[Place]:
    found: defaultdict[Place, list[int]] = defaultdict(list)
    for index, page in enumerate(pages):
        for line in _margin_lines(page):
            found[_DIGITS.sub("#", page.text(line)), _height(line)].append(index)
    return {place for place, indices in found.items() if _is_running(indices, len(pages))}


def _is_running(indices: Sequence[int], pages: int) -> bool:
    count = len(set(indices))
    if count >= min(REPEATED_ON, max(2, pages)) and count * SHARE >= pages:
        return True
    return count >= RUNS_THROUGH and count * SHARE >= indices[-1] - indices[0] + 1


def _height(line: RawLine) -> int:
    return round(line.box.top / HEIGHT_STEP)


def _returns(page: RawPage, line: RawLine, repeated: set[Place]) -> bool:
    height = _height(line)
    return any((words, height + step) in repeated for words in _tails(page, line) for step in (-1, 0, 1))


def _tails(page: RawPage, line: RawLine) -> Iterator[str]:
    """The words of the line from each of them on."""
    for word in line.words[: max(1, len(line.words) - LAST_WORDS + 1)]:
        yield _DIGITS.sub("#", page.chars[word.start : line.end])


def _is_number(page: RawPage, line: RawLine) -> bool:
    match = PAGE_NUMBER.fullmatch(page.text(line).strip())
    if not match:
        return False
    edge = (EDGE if match[0].isdigit() else MARGIN) * page.height
    if line.box.bottom >= edge and line.box.top <= page.height - edge:
        return False
    return len(match[1]) < 4 or match[1] == str(page.number)  # four digits are a year


def _printed_number(page: RawPage, furniture: Sequence[RawLine]) -> str:
    for line in furniture:
        match = PAGE_NUMBER.fullmatch(page.text(line).strip())
        if match:
            return match[1]
        last = page.chars[line.words[-1].start : line.words[-1].end]
        if last.isdigit() and int(last) == page.number:
            return last
    return ""
