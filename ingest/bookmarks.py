"""Bookmarks: what a file says of its own parts, laid over the headings that its text shows."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from assistant.domain.documents import Block, BlockKind, Page
from assistant.domain.text import masked


@dataclass(frozen=True, slots=True)
class Bookmark:
    """``page`` counts from 1; ``depth`` is 0 for the outermost."""

    page: int
    title: str
    depth: int = 0


def with_bookmarks(pages: Sequence[Page], bookmarks: Sequence[Bookmark]) -> tuple[Page, ...]:
    """The same pages with what their bookmarks add.

    Where most bookmarks are headings of the text, they tell which blocks are headings, and of what level. Elsewhere, as
    in most slides, a bookmark is a title of its page that stands nowhere in the text: a heading without text.
    """
    by_page: defaultdict[int, list[Bookmark]] = defaultdict(list)
    for bookmark in bookmarks:
        by_page[bookmark.page].append(bookmark)
    found = {page.number: _found(page, by_page[page.number]) for page in pages}
    if 2 * sum(len(blocks) for blocks in found.values()) <= len(bookmarks):
        return tuple(_titled(page, by_page[page.number]) for page in pages)
    deepest = max(bookmark.depth for bookmark in bookmarks) + 1
    return tuple(replace(page, blocks=_levelled(page, found[page.number], deepest)) for page in pages)


def _found(page: Page, bookmarks: Iterable[Bookmark]) -> dict[int, int]:
    """The depth of the bookmark that each block is, by the block's place on the page."""
    depths = {_plain(bookmark.title): bookmark.depth for bookmark in bookmarks}
    if not depths:
        return {}
    text = masked(page)
    titles = [_plain(text[block.start : block.end]) if not block.cells else "" for block in page.blocks]
    return {index: depths[title] for index, title in enumerate(titles) if title and title in depths}


def _levelled(page: Page, depths: dict[int, int], deepest: int) -> tuple[Block, ...]:
    blocks = list(page.blocks)
    for index, block in enumerate(blocks):
        if index in depths:
            blocks[index] = replace(block, kind=BlockKind.HEADING, level=depths[index] + 1, label="", continues=False)
        elif block.kind is BlockKind.HEADING:
            blocks[index] = replace(block, level=block.level + deepest)
    return tuple(blocks)


def _titled(page: Page, bookmarks: Sequence[Bookmark]) -> Page:
    if not bookmarks:
        return page
    return replace(page, blocks=(Block(BlockKind.HEADING, 0, 0, 0, bookmarks[0].title), *page.blocks))


def _plain(text: str) -> str:
    return " ".join(text.split()).casefold()
