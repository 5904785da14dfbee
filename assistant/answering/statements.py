"""What may be said: literal stretches of a page, each of which can stand as a sentence of an answer."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from assistant.domain.documents import Block, BlockKind, Page, Span
from assistant.domain.passages import Passage
from assistant.domain.text import masked, sentence_spans

CELL_SEPARATOR = " | "

_BULLET = re.compile(r"(?:[•▪●■◦○‣⁃►➢✓*–-]\s+)")
_NOTE_LABEL = re.compile(r"\d{1,3}\s+")
_SPACE_BEFORE_STOP = re.compile(r"\s+([.,;:!?)])")


@dataclass(frozen=True, slots=True)
class Statement:
    """A sentence for an answer and where the words stand that prove it.

    ``spans`` are stretches of the page's text which together are the quotation: one for a sentence, one for each
    filled cell of a table row. A composer that does not know where they stand gives the words themselves as ``quotes``,
    and no spans. ``block`` is the index of the page's block that the sentence stands in; ``text`` is what is shown.
    """

    text: str
    document: str
    page: int
    spans: tuple[Span, ...] = ()
    kind: BlockKind = BlockKind.PARAGRAPH
    block: int = -1
    quotes: tuple[str, ...] = ()


def sentences(document: str, page: Page) -> tuple[Statement, ...]:
    """The sentences of a page's paragraphs, list items and footnotes, in order, and headings that lead a list in."""
    return tuple(
        statement
        for index, block in enumerate(page.blocks)
        if _speaks(page, block)
        for statement in _of_block(document, page, block, index)
    )


def section_titles(document: str, page: Page) -> tuple[Statement, ...]:
    """The rows that title a part of a table, in order."""
    return tuple(
        Statement(
            displayed(masked(page)[block.start : block.end]),
            document,
            page.number,
            (Span(block.start, block.end),),
            block.kind,
            index,
        )
        for index, block in enumerate(page.blocks)
        if block.kind is BlockKind.TABLE_SECTION
    )


def row(passage: Passage, page: Page) -> Statement:
    """A table row as one statement, each cell behind its column's name; a cell with a dash alone says nothing."""
    shown = []
    for index, span in enumerate(passage.cells):
        words = displayed(masked(page)[span.start : span.end])
        if any(map(str.isalnum, words)):
            column = passage.columns[index] if index < len(passage.columns) else ""
            shown.append(f"{column}: {words}" if column else words)
    filled = tuple(span for span in passage.cells if any(map(str.isalnum, page.text[span.start : span.end])))
    return Statement(CELL_SEPARATOR.join(shown), passage.document, passage.page, filled, BlockKind.TABLE_ROW)


def displayed(words: str) -> str:
    """Words on one line; what a footnote mark leaves before a full stop is closed up."""
    return _SPACE_BEFORE_STOP.sub(r"\1", " ".join(words.split()))


def _speaks(page: Page, block: Block) -> bool:
    if block.kind is BlockKind.HEADING:
        return page.text[block.start : block.end].rstrip().endswith(":")
    return block.kind in (BlockKind.PARAGRAPH, BlockKind.LIST_ITEM, BlockKind.FOOTNOTE)


def _of_block(document: str, page: Page, block: Block, index: int) -> Iterator[Statement]:
    text = masked(page)[block.start : block.end]
    for position, found in enumerate(sentence_spans(text)):
        skipped = 0
        if position == 0:
            label = (_NOTE_LABEL if block.kind is BlockKind.FOOTNOTE else _BULLET).match(found.of(text))
            skipped = label.end() if label else 0
        span = Span(block.start + found.start + skipped, block.start + found.end)
        shown = displayed(masked(page)[span.start : span.end])
        if any(char.isalpha() for char in shown):
            yield Statement(shown, document, page.number, (span,), block.kind, index)
