"""How deep titles without a number stand among titles that have one.

In one document numbered sections are the parts of a titled chapter; in another each numbered section has titled parts.
The numbering tells: titles between section 2 and section 3 are parts of section 2.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from assistant.domain.documents import Block, BlockKind, Page

_NUMBER = re.compile(r"\(?(\d{1,2})\b")
DEEPEST_NUMBER = 4  # levels that numbers take: '1.1.1.1'


def with_depths(pages: Sequence[Page], plain: int) -> tuple[Page, ...]:
    """The same pages, where ``plain`` is the level of titles without a number; those of section 1 have the next."""
    numbers = [_number(page, block, plain) for page, block in _headings(pages)]
    if not _are_parts_of_sections(numbers):
        return tuple(pages)
    first = next(place for place, (_, block) in enumerate(_headings(pages)) if block.level > plain)
    parts = {id(block) for _, block in list(_headings(pages))[first:] if block.level == plain}
    return tuple(
        replace(page, blocks=tuple(_deeper(block) if id(block) in parts else block for block in page.blocks))
        for page in pages
    )


def _headings(pages: Iterable[Page]) -> Iterator[tuple[Page, Block]]:
    return ((page, block) for page in pages for block in page.blocks if block.kind is BlockKind.HEADING)


def _deeper(block: Block) -> Block:
    return replace(block, level=block.level + DEEPEST_NUMBER)


def _number(page: Page, block: Block, plain: int) -> int | None:
    """The number of a section; 0 for a title without one; nothing for what does not tell."""
    if block.level == plain:
        return 0
    number = _NUMBER.match(page.text, block.start) if block.level == plain + 1 else None
    return int(number[1]) if number else None


def _are_parts_of_sections(numbers: Iterable[int | None]) -> bool:
    """Whether more titles stand between a section and the next than between the last of one row and another row."""
    inside = outside = titles = last = 0
    for number in numbers:
        if number == 0:
            titles += 1
        elif number:
            if number == last + 1 and last:
                inside += titles
            elif last:
                outside += titles
            last, titles = number, 0
    return inside > outside
