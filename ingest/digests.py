"""What the project's digest says of each page, as a help to find the pages of the original.

A digest tells a page in other words, as those do who ask about it. Searching a document's text together with questions
or descriptions of it is known as document expansion (Nogueira, Yang, Lin and Cho 2019).
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from assistant.domain.documents import Block, BlockKind, Document, Page
from assistant.domain.passages import Passage
from assistant.domain.text import masked, sentence_spans

_WHOLE = (BlockKind.HEADING, BlockKind.TABLE_HEADER, BlockKind.TABLE_SECTION, BlockKind.TABLE_ROW)


def said_by_page(digest: Document) -> dict[int, str]:
    """By the number of a page, what the digest says of it: a sentence, heading or table row to a line."""
    said = {page.number: "\n".join(_sentences(page)) for page in digest.pages}
    return {number: text for number, text in said.items() if text}


def with_digest(passages: Sequence[Passage], said: Mapping[int, str]) -> tuple[Passage, ...]:
    return tuple(replace(passage, digest=said.get(passage.page, "")) for passage in passages)


def _sentences(page: Page) -> Iterator[str]:
    text = masked(page)
    for block in page.blocks:
        for sentence in _parts(block, text[block.start : block.end]):
            if plain := " ".join(sentence.split()):
                yield plain


def _parts(block: Block, text: str) -> list[str]:
    if block.kind in _WHOLE:
        return [text]
    words = text.removeprefix(block.label) if block.kind is BlockKind.FOOTNOTE else text
    return [span.of(words) for span in sentence_spans(words)]
