"""Pages cut into passages: stretches of 150 to 250 tokens inside one page, each with what its surroundings say of it.

A passage is made of whole blocks where they fit, and of whole sentences of a block that is longer. Table rows and footnotes
are passages of their own.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from functools import partial

from assistant.domain.documents import Block, BlockKind, Document, Page, Span
from assistant.domain.passages import Passage
from assistant.domain.text import masked, sentence_spans

MOST_TOKENS = 250
ENOUGH_TOKENS = 150
WORDS_BEFORE_MARK = 6

CountTokens = Callable[[str], int]


@dataclass(frozen=True, slots=True)
class Sizes:
    """A passage is closed at ``enough`` tokens or before it would exceed ``most``."""

    enough: int = ENOUGH_TOKENS
    most: int = MOST_TOKENS


@dataclass
class _Surroundings:
    """What a reader would know at a place in the document: its headings, its table's columns and section."""

    headings: dict[int, str] = field(default_factory=dict)
    columns: tuple[str, ...] = ()
    section: str = ""
    lead_in: str = ""

    def enter(self, heading: str, level: int) -> None:
        self.headings = {depth: text for depth, text in self.headings.items() if depth < level}
        self.headings[level] = heading

    @property
    def path(self) -> tuple[str, ...]:
        """Headings from outer to inner; one that only repeats another's end is left out."""
        texts = [self.headings[depth] for depth in sorted(self.headings)]
        return tuple(
            text for i, text in enumerate(texts) if not any(other.endswith(text) for other in texts[:i])
        )


def passages(document: Document, count_tokens: CountTokens, sizes: Sizes | None = None) -> tuple[Passage, ...]:
    """The document's passages in reading order; their ids are unique to the document's version."""
    found = _Cutter(document, count_tokens, sizes or Sizes()).cut()
    return tuple(replace(passage, id=f"{document.version}:{number:05d}") for number, passage in enumerate(found))


class _Cutter:
    def __init__(self, document: Document, count_tokens: CountTokens, sizes: Sizes) -> None:
        self._document = document
        self._count = count_tokens
        self._sizes = sizes
        self._around = _Surroundings()

    def cut(self) -> Iterator[Passage]:
        for index, page in enumerate(self._document.pages):
            nearby = self._document.pages[max(0, index - 1) : index + 1]
            yield from self._page(page, nearby)

    def _page(self, page: Page, nearby: Sequence[Page]) -> Iterator[Passage]:
        open_blocks: list[Block] = []
        close = partial(self._close, page)
        for position, block in enumerate(page.blocks):
            if block.kind in (BlockKind.PARAGRAPH, BlockKind.LIST_ITEM):
                if open_blocks and self._full(page, open_blocks, block):
                    yield from close(open_blocks)
                    open_blocks = []
                open_blocks.append(block)
                continue
            if block.kind is BlockKind.HEADING and block.start == block.end:
                self._around = _Surroundings(headings={0: block.label})
                continue
            if block.kind is BlockKind.HEADING and self._is_label(page, position):
                open_blocks.append(block)  # a heading without text below it is text
                continue
            yield from close(open_blocks)
            open_blocks = []
            yield from self._single(page, block, nearby)
        yield from close(open_blocks)

    def _is_label(self, page: Page, position: int) -> bool:
        return position == len(page.blocks) - 1 and page is self._document.pages[-1]

    def _single(self, page: Page, block: Block, nearby: Sequence[Page]) -> Iterator[Passage]:
        text = page.text[block.start : block.end]
        match block.kind:
            case BlockKind.HEADING:
                self._around.enter(_plain(text), block.level)
            case BlockKind.TABLE_HEADER:
                self._header(tuple(_plain(cell.of(page.text)) for cell in block.cells))
            case BlockKind.TABLE_SECTION:
                self._around.section = _plain(masked(page)[block.start : block.end])
                yield self._passage(page, block.start, block.end, BlockKind.TABLE_SECTION, self._context())
            case BlockKind.TABLE_ROW:
                yield self._row(page, block)
            case BlockKind.FOOTNOTE:
                context = self._context(_marked_words(nearby, block.label))
                note = self._passage(page, block.start, block.end, BlockKind.FOOTNOTE, context)
                yield replace(note, label=block.label)

    def _header(self, columns: tuple[str, ...]) -> None:
        """A header that repeats the one before it continues its table, and the table's section with it."""
        if columns != self._around.columns:
            self._around.section = ""
        self._around.columns = columns

    def _row(self, page: Page, block: Block) -> Passage:
        columns = self._around.columns if len(self._around.columns) == len(block.cells) else ()
        cells = [_plain(cell.of(masked(page))) for cell in block.cells]
        named = [f"{name}: {cell}" for name, cell in zip(columns, cells, strict=True)] if columns else cells
        context = self._context(self._around.section, " ".join(filter(None, named)))
        row = self._passage(page, block.start, block.end, BlockKind.TABLE_ROW, context)
        return replace(row, columns=columns, cells=block.cells, section=self._around.section)

    def _full(self, page: Page, blocks: Sequence[Block], block: Block) -> bool:
        so_far = self._count(page.text[blocks[0].start : blocks[-1].end])
        if block.kind is BlockKind.LIST_ITEM and page.text[blocks[-1].start : blocks[-1].end].rstrip().endswith(":"):
            return False  # a list stays with its lead-in
        return so_far >= self._sizes.enough or self._count(page.text[blocks[0].start : block.end]) > self._sizes.most

    def _close(self, page: Page, blocks: Sequence[Block]) -> Iterator[Passage]:
        if not blocks:
            return
        led_in = blocks[0].kind is BlockKind.LIST_ITEM and self._around.lead_in
        context = self._context(self._around.lead_in if led_in else "")
        kind = blocks[0].kind if len({block.kind for block in blocks}) == 1 else BlockKind.PARAGRAPH
        for span in self._fitting(page, Span(blocks[0].start, blocks[-1].end)):
            yield self._passage(page, span.start, span.end, kind, context)
        self._remember_lead_in(page, blocks)

    def _remember_lead_in(self, page: Page, blocks: Sequence[Block]) -> None:
        for block in blocks:
            text = page.text[block.start : block.end].rstrip()
            if block.kind is not BlockKind.LIST_ITEM:
                self._around.lead_in = ""
            if text.endswith(":"):
                self._around.lead_in = _plain(page.text[sentence_spans(text)[-1].start + block.start : block.end])

    def _fitting(self, page: Page, span: Span) -> Iterator[Span]:
        """The stretch in pieces of whole sentences that fit."""
        text = span.of(page.text)
        if self._count(text) <= self._sizes.most:
            yield span
            return
        start = end = span.start
        for sentence in sentence_spans(span.of(masked(page))):
            reach = span.start + sentence.end
            if end > start and self._count(page.text[start:reach]) > self._sizes.most:
                yield Span(start, end)
                start = span.start + sentence.start
            end = reach
        yield Span(start, end)

    def _context(self, *more: str) -> str:
        return "\n".join(filter(None, [self._document.source.title, *self._around.path, *more]))

    def _passage(self, page: Page, start: int, end: int, kind: BlockKind, context: str) -> Passage:
        return Passage(
            id="",
            document=self._document.id,
            version=self._document.version,
            page=page.number,
            start=start,
            end=end,
            text=page.text[start:end],
            kind=kind,
            headings=self._around.path,
            context=context,
        )


def _marked_words(pages: Iterable[Page], label: str) -> str:
    """The words that carry a footnote's mark, on its own page or the one before; nothing when no mark is found."""
    for page in reversed(list(pages)):
        for mark in page.marks:
            if mark.label == label:
                return " ".join(masked(page)[: mark.start].split()[-WORDS_BEFORE_MARK:])
    return ""


def _plain(text: str) -> str:
    return " ".join(text.split())
