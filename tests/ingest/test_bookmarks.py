"""What bookmarks add to the headings of a text."""

from __future__ import annotations

from assistant.domain.documents import Block, BlockKind, Mark, Page
from ingest.bookmarks import Bookmark, with_bookmarks

HEADING, PARAGRAPH = BlockKind.HEADING, BlockKind.PARAGRAPH


def page(number: int, *blocks: tuple[BlockKind, str, int]) -> Page:
    text, found = "", []
    for kind, piece, level in blocks:
        start = len(text) + 1 if text else 0
        text = f"{text}\n{piece}" if text else piece
        found.append(Block(kind, start, len(text), level))
    return Page(number, text, blocks=tuple(found))


def shown(pages: tuple[Page, ...]) -> list[list[tuple[BlockKind, int, str]]]:
    return [
        [(block.kind, block.level, block.label or page.text[block.start : block.end]) for block in page.blocks]
        for page in pages
    ]


def test_bookmarks_that_are_headings_of_the_text_tell_their_level() -> None:
    """A heading that no bookmark names comes below them all."""
    pages = [
        page(1, (HEADING, "1 Doel", 4), (PARAGRAPH, "Reikwijdte", 0), (HEADING, "Los", 2), (PARAGRAPH, "Tekst.", 0))
    ]
    found = with_bookmarks(pages, [Bookmark(1, "1 Doel"), Bookmark(1, "reikwijdte", 1)])
    assert shown(found) == [
        [(HEADING, 1, "1 Doel"), (HEADING, 2, "Reikwijdte"), (HEADING, 4, "Los"), (PARAGRAPH, 0, "Tekst.")]
    ]


def test_bookmarks_that_stand_nowhere_in_the_text_are_titles_of_their_pages() -> None:
    pages = [page(1, (PARAGRAPH, "Tekst.", 0)), page(2, (HEADING, "Kop", 2)), page(3, (PARAGRAPH, "Slot.", 0))]
    found = with_bookmarks(pages, [Bookmark(1, "Dia 1"), Bookmark(2, "Dia 2"), Bookmark(2, "Dia 2, vervolg")])
    assert shown(found) == [
        [(HEADING, 0, "Dia 1"), (PARAGRAPH, 0, "Tekst.")],
        [(HEADING, 0, "Dia 2"), (HEADING, 2, "Kop")],
        [(PARAGRAPH, 0, "Slot.")],
    ]
    assert (found[0].blocks[0].start, found[0].blocks[0].end) == (0, 0)


def test_a_footnote_mark_does_not_hide_a_heading() -> None:
    marked = Page(1, "Doel1", blocks=(Block(PARAGRAPH, 0, 5),), marks=(Mark(4, 5, "1"),))
    assert with_bookmarks([marked], [Bookmark(1, "Doel")])[0].blocks[0].kind is HEADING


def test_without_bookmarks_nothing_changes() -> None:
    pages = (page(1, (HEADING, "Kop", 2)),)
    assert with_bookmarks(pages, ()) == pages
