"""Pages cut into passages: stretches of 150 to 250 tokens inside one page, each with what its surroundings say of it.

A passage is made of whole blocks where they fit, and of whole sentences of a block that is longer. Table rows and
footnotes are passages of their own, and so is a heading that has no text below it: nothing that a document says may be
missing from what can be quoted.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace

from assistant.domain.documents import Block, BlockKind, Document, Page, Span
from assistant.domain.passages import Passage
from assistant.domain.text import masked, sentence_spans

MOST_TOKENS = 250
ENOUGH_TOKENS = 150
WORDS_BEFORE_MARK = 6
_WORD = re.compile(r"\S{1,100}")  # longer ones are codes and addresses, which may be cut

CountTokens = Callable[[str], int]


@dataclass(frozen=True, slots=True)
class Sizes:
    """A passage is closed at ``enough`` tokens or before it would exceed ``most``; only a table row may be longer."""

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
        """A heading that repeats the one before it (at the top of the next page) leaves everything as it is."""
        if self.headings.get(level) != heading:
            self.leave(level)
            self.headings[level] = heading

    def leave(self, level: int) -> None:
        self.headings = {depth: text for depth, text in self.headings.items() if depth < level}
        self.lead_in = ""
        self.leave_table()

    def leave_table(self) -> None:
        self.columns, self.section = (), ""

    def enter_columns(self, columns: tuple[str, ...]) -> None:
        """A header that repeats the one before it continues its table, and the table's section with it."""
        if columns != self.columns:
            self.columns, self.section = columns, ""

    @property
    def path(self) -> tuple[str, ...]:
        """Headings from outer to inner; one that only repeats another's end is left out."""
        texts = [self.headings[depth] for depth in sorted(self.headings)]
        return tuple(text for i, text in enumerate(texts) if not any(other.endswith(text) for other in texts[:i]))


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
        self._page = Page(0, "")
        self._masked = ""
        self._nearby: tuple[Page, ...] = ()

    def cut(self) -> Iterator[Passage]:
        pages = self._document.pages
        for index, page in enumerate(pages):
            self._page, self._masked = page, masked(page)
            self._nearby = pages[max(0, index - 1) : index + 1]
            later = next((following.blocks[:1] for following in pages[index + 1 :] if following.blocks), ())
            yield from self._blocks((*page.blocks[1:], *later))

    def _blocks(self, following: Sequence[Block]) -> Iterator[Passage]:
        """``following`` holds what comes after each block of the page; nothing after the last of the document."""
        open_blocks: list[Block] = []
        for index, block in enumerate(self._page.blocks):
            is_text = block.kind in (BlockKind.PARAGRAPH, BlockKind.LIST_ITEM)
            if open_blocks and not (is_text and self._has_room(open_blocks, block)):
                yield from self._close(open_blocks)
                open_blocks = []
            if is_text:
                open_blocks.append(block)
            else:
                yield from self._single(block, following[index] if index < len(following) else None)
        if open_blocks:
            yield from self._close(open_blocks)

    def _single(self, block: Block, after: Block | None) -> Iterator[Passage]:
        match block.kind:
            case BlockKind.HEADING:
                yield from self._heading(block, after)
            case BlockKind.TABLE_HEADER:
                self._around.enter_columns(tuple(self._plain(cell) for cell in block.cells))
            case BlockKind.TABLE_SECTION:
                self._around.section = self._plain(_span(block))
                yield from self._whole(block, self._context())
            case BlockKind.TABLE_ROW:
                yield self._row(block)
            case BlockKind.FOOTNOTE:
                yield from self._whole(block, self._context(_marked_words(self._nearby, block.label)))

    def _heading(self, block: Block, after: Block | None) -> Iterator[Passage]:
        if block.start == block.end:
            self._around = _Surroundings({0: block.label})
        elif after is None or (after.kind is BlockKind.HEADING and after.level <= block.level):
            self._around.leave(block.level)
            yield from self._whole(block, self._context())
        else:
            self._around.enter(self._plain(_span(block)), block.level)

    def _row(self, block: Block) -> Passage:
        columns = self._around.columns if len(self._around.columns) == len(block.cells) else ()
        cells = [self._plain(cell) for cell in block.cells]
        named = [f"{name}: {cell}" for name, cell in zip(columns, cells, strict=True)] if columns else cells
        context = self._context(self._around.section, " ".join(filter(None, named)))
        row = self._passage(_span(block), block.kind, context)
        return replace(row, columns=columns, cells=block.cells, section=self._around.section)

    def _whole(self, block: Block, context: str) -> Iterator[Passage]:
        """One block by itself, in pieces where it is too long."""
        for span in self._fitting(_span(block)):
            yield replace(self._passage(span, block.kind, context), label=block.label)

    def _close(self, blocks: Sequence[Block]) -> Iterator[Passage]:
        self._around.leave_table()
        led_in = blocks[0].kind is BlockKind.LIST_ITEM and self._around.lead_in
        context = self._context(self._around.lead_in if led_in else "")
        kind = blocks[0].kind if len({block.kind for block in blocks}) == 1 else BlockKind.PARAGRAPH
        for span in self._fitting(Span(blocks[0].start, blocks[-1].end)):
            yield self._passage(span, kind, context)
        self._remember_lead_in(blocks)

    def _has_room(self, blocks: Sequence[Block], block: Block) -> bool:
        if block.kind is BlockKind.LIST_ITEM and self._text(_span(blocks[-1])).rstrip().endswith(":"):
            return True  # a list stays with its lead-in
        if self._count(self._text(Span(blocks[0].start, blocks[-1].end))) >= self._sizes.enough:
            return False
        return self._fits(Span(blocks[0].start, block.end))

    def _remember_lead_in(self, blocks: Sequence[Block]) -> None:
        for block in blocks:
            text = self._text(_span(block)).rstrip()
            if block.kind is not BlockKind.LIST_ITEM:
                self._around.lead_in = ""
            if text.endswith(":"):
                self._around.lead_in = self._plain(Span(block.start + sentence_spans(text)[-1].start, block.end))

    def _fitting(self, span: Span) -> Iterator[Span]:
        """The stretch in pieces that fit: of whole sentences, and of whole words of a sentence that is too long."""
        if self._fits(span):
            yield span
            return
        sentences = [_moved(sentence, span.start) for sentence in sentence_spans(span.of(self._masked))]
        pieces = [piece for sentence in sentences for piece in self._pieces(sentence)]
        start = end = span.start
        for piece in pieces:
            if end > start and not self._fits(Span(start, piece.end)):
                yield Span(start, end)
                start = piece.start
            end = piece.end
        yield Span(start, end)

    def _pieces(self, sentence: Span) -> list[Span]:
        if self._fits(sentence):
            return [sentence]
        return [_moved(Span(*word.span()), sentence.start) for word in _WORD.finditer(self._text(sentence))]

    def _fits(self, span: Span) -> bool:
        return self._count(self._text(span)) <= self._sizes.most

    def _text(self, span: Span) -> str:
        return span.of(self._page.text)

    def _plain(self, span: Span) -> str:
        """The words of a stretch without footnote marks, for use as context."""
        return " ".join(span.of(self._masked).split())

    def _context(self, *more: str) -> str:
        return "\n".join(filter(None, [self._document.source.title, *self._around.path, *more]))

    def _passage(self, span: Span, kind: BlockKind, context: str) -> Passage:
        return Passage(
            id="",
            document=self._document.id,
            version=self._document.version,
            page=self._page.number,
            start=span.start,
            end=span.end,
            text=self._text(span),
            kind=kind,
            headings=self._around.path,
            context=context,
        )


def _span(block: Block) -> Span:
    return Span(block.start, block.end)


def _moved(span: Span, by: int) -> Span:
    return Span(span.start + by, span.end + by)


def _marked_words(pages: Iterable[Page], label: str) -> str:
    """The words that carry a footnote's mark, on its own page or the one before; nothing when no mark is found."""
    for page in reversed(list(pages)):
        for mark in page.marks:
            if mark.label == label:
                return " ".join(masked(page)[: mark.start].split()[-WORDS_BEFORE_MARK:])
    return ""
