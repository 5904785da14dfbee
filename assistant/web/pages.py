"""A page of a document as HTML, with the quoted words marked."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import groupby, pairwise

from assistant.domain.documents import Block, BlockKind, Page, Span
from assistant.web.markup import escaped, tag

TABLE_KINDS = {BlockKind.TABLE_HEADER, BlockKind.TABLE_SECTION, BlockKind.TABLE_ROW}


def page_html(page: Page, quoted: Sequence[Span]) -> str:
    """Headings, lists, tables and footnotes as such; text outside of any block as paragraphs; nothing is left out."""
    stretches = list(_stretches(page))
    parts = []
    for is_table, group in groupby(stretches, key=lambda block: block.kind in TABLE_KINDS):
        blocks = list(group)
        parts.append(_table(blocks, page, quoted) if is_table else "".join(_block(b, page, quoted) for b in blocks))
    return "".join(parts)


def _stretches(page: Page) -> Iterable[Block]:
    """The page's blocks, and paragraphs for the text between them."""
    end = 0
    for block in page.blocks:
        yield from _between(page, end, block.start)
        yield block
        end = block.end
    yield from _between(page, end, len(page.text))


def _between(page: Page, start: int, end: int) -> Iterable[Block]:
    if page.text[start:end].strip():
        yield Block(BlockKind.PARAGRAPH, start, end)


def _block(block: Block, page: Page, quoted: Sequence[Span]) -> str:
    content = _marked(Span(block.start, block.end), page, quoted)
    if block.kind is BlockKind.HEADING:
        return tag(f"h{min(block.level + 3, 6)}", content)
    return tag("p", content, {BlockKind.LIST_ITEM: "item", BlockKind.FOOTNOTE: "footnote"}.get(block.kind, ""))


def _table(rows: Sequence[Block], page: Page, quoted: Sequence[Span]) -> str:
    columns = max(len(row.cells) for row in rows) or 1
    return tag("table", "".join(_row(row, columns, page, quoted) for row in rows))


def _row(row: Block, columns: int, page: Page, quoted: Sequence[Span]) -> str:
    cells = row.cells or (Span(row.start, row.end),)
    name = "td" if row.kind is BlockKind.TABLE_ROW else "th"
    spanning = str(columns) if len(cells) == 1 and columns > 1 else ""
    return tag("tr", "".join(tag(name, _marked(cell, page, quoted), colspan=spanning) for cell in cells))


def _marked(span: Span, page: Page, quoted: Sequence[Span]) -> str:
    """The text of the span, its quoted words in ``mark`` and its footnote marks raised."""
    raised = [Span(mark.start, mark.end) for mark in page.marks]
    edges = {span.start, span.end}
    edges.update(edge for each in (*quoted, *raised) for edge in (each.start, each.end) if span.start < edge < span.end)
    places = sorted(edges)
    pieces = [Span(start, end) for start, end in pairwise(places)]
    return "".join(
        tag("mark", "".join(_piece(each, page, raised) for each in group))
        if is_quoted
        else "".join(_piece(each, page, raised) for each in group)
        for is_quoted, group in groupby(pieces, key=lambda piece: _is_within(piece, quoted))
    )


def _piece(piece: Span, page: Page, raised: Sequence[Span]) -> str:
    content = escaped(piece.of(page.text)) if page.text[piece.start : piece.end].strip() else " "
    return tag("sup", content) if _is_within(piece, raised) else content


def _is_within(piece: Span, spans: Sequence[Span]) -> bool:
    return any(each.start <= piece.start and piece.end <= each.end for each in spans)
