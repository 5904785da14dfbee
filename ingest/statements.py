"""The sentences of a document's running text, each with the titles and the lead-in that it stands under."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from assistant.domain.documents import Block, BlockKind, Document, Page
from assistant.domain.text import masked, sentence_spans

_ITEM_MARK = re.compile(r"\s*(?:[•▪◦‣·*–—-]|\(?(?:\d{1,2}|[a-z])[.)]|\d{1,2}(?=\s))\s*")
_ENDS = re.compile(r"[.!?:;…][)”’»\"'\]]*$")
_LONGEST = 3_000  # characters; what is longer is no sentence, but a table or a list that lost its form
_LONGEST_TITLE = 14  # words of a bold line that a list leans on
_PATIENCE = 1  # paragraphs between the items of one list


@dataclass(frozen=True, slots=True)
class LeadIn:
    """The title or sentence that a list leans on, with its place."""

    page: int
    start: int
    text: str


@dataclass(frozen=True, slots=True)
class Statement:
    """A sentence. ``text`` has spaces for footnote marks; the page's own words are ``page.text[start:end]``.

    ``headings`` are the titles above it, outermost first. ``lead`` is set for what stands in a list; ``opens`` says
    that it is the first of its item. ``before`` is the sentence before it in its paragraph, ``paragraph`` all of that;
    ``above`` is the last sentence above its paragraph, on the same page and under the same title.
    """

    page: Page
    start: int
    end: int
    text: str
    headings: tuple[str, ...]
    paragraph: str
    before: str = ""
    lead: LeadIn | None = None
    opens: bool = False
    above: str = ""

    @property
    def literal(self) -> str:
        return self.page.text[self.start : self.end]


def statements(document: Document) -> Iterator[Statement]:
    """In reading order; neither titles, tables nor footnotes."""
    reader = _Reader()
    pages = document.pages
    for number, page in enumerate(pages):
        following = pages[number + 1] if number + 1 < len(pages) else None
        yield from reader.read(page, following)


class _Reader:
    def __init__(self) -> None:
        self._headings: list[tuple[int, str]] = []
        self._lead: LeadIn | None = None
        self._since = 0  # paragraphs since the last item of the list
        self._above = ""

    def read(self, page: Page, following: Page | None) -> Iterator[Statement]:
        shown = masked(page)
        self._above = ""
        for block in page.blocks:
            if block.kind is BlockKind.HEADING:
                self._enter(block, page, shown)
            elif block.kind is BlockKind.PARAGRAPH:
                yield from self._sentences(block, page, shown, following)
                self._after_paragraph(block, page, shown)
            elif block.kind is BlockKind.LIST_ITEM:
                yield from self._sentences(block, page, shown, None)
                self._after_item(block, page, shown)

    def _enter(self, block: Block, page: Page, shown: str) -> None:
        title = " ".join(shown[block.start : block.end].split())
        if block.label and not title:
            title = block.label
        self._headings = [(level, text) for level, text in self._headings if level < block.level]
        if title or not block.level:
            self._headings.append((block.level, title or block.label))
        self._lead, self._since, self._above = None, 0, ""
        if title:
            self._lead = LeadIn(page.number, block.start, page.text[block.start : block.end])

    def _after_paragraph(self, block: Block, page: Page, shown: str) -> None:
        text = shown[block.start : block.end].rstrip()
        self._since += 1
        if text.endswith(":") or (len(text.split()) <= _LONGEST_TITLE and not _ENDS.search(text)):
            last = sentence_spans(text)[-1] if text else None
            if last:
                start = block.start + last.start
                self._lead = LeadIn(page.number, start, page.text[start : block.start + last.end])
                self._since = 0
        elif self._since > _PATIENCE:
            self._lead = None

    def _after_item(self, block: Block, page: Page, shown: str) -> None:
        self._since = 0
        if shown[block.start : block.end].rstrip().endswith(":") and self._lead is None:
            self._lead = LeadIn(page.number, block.start, page.text[block.start : block.end])

    def _sentences(self, block: Block, page: Page, shown: str, following: Page | None) -> Iterator[Statement]:
        text = shown[block.start : block.end]
        item = block.kind is BlockKind.LIST_ITEM
        skipped = self._mark_length(text) if item else 0
        spans = sentence_spans(text[skipped:])
        cut_before = block is page.blocks[0] and bool(spans) and text[skipped:].lstrip()[:1].islower()
        cut_after = not item and _is_cut(block, page, text, following)
        before = ""
        for place, span in enumerate(spans):
            start, end = block.start + skipped + span.start, block.start + skipped + span.end
            whole = not (cut_before and place == 0 and not item) and not (cut_after and place == len(spans) - 1)
            if whole and end - start <= _LONGEST:
                yield Statement(
                    page=page,
                    start=start,
                    end=end,
                    text=shown[start:end],
                    headings=tuple(title for _, title in self._headings if title),
                    paragraph=text,
                    before=before,
                    lead=self._lead if item or self._since == 0 else None,
                    opens=item and place == 0,
                    above=self._above,
                )
            before = shown[start:end]
        self._above = before or self._above

    @staticmethod
    def _mark_length(text: str) -> int:
        found = _ITEM_MARK.match(text)
        return found.end() if found else 0


def _is_cut(block: Block, page: Page, text: str, following: Page | None) -> bool:
    """Whether the last sentence goes on at the next page."""
    paragraphs = [each for each in page.blocks if each.kind in (BlockKind.PARAGRAPH, BlockKind.LIST_ITEM)]
    if following is None or not paragraphs or block is not paragraphs[-1] or _ENDS.search(text.rstrip()):
        return False
    return bool(following.blocks) and following.text[following.blocks[0].start :].lstrip()[:1].islower()
