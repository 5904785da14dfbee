"""The register's rows, titles and footnotes as statements: literal words with the place where they stand."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace

from assistant.answering.page_view import PageView
from assistant.answering.statements import Statement, displayed, row
from assistant.domain.agenda import CELL_JOINT, Quotation, RegisteredAction, RowPart, Step
from assistant.domain.documents import Block, BlockKind, Page, Span
from assistant.domain.passages import Passage
from assistant.domain.text import masked

Pages = Callable[[str, int], PageView]

PAGES_JOINT = " … "  # between the words of two pages in one quotation


def row_statements(action: RegisteredAction, rows: Sequence[Passage], pages: Pages) -> tuple[Statement, ...]:
    """The row as its document has it, a statement for each page that it stands on."""
    document = action.agenda.document
    passages = [each for each in rows if each.document == document]
    return tuple(_part(document, part, passages, pages(document, part.page).page) for part in action.read.parts)


def title_statement(step: Step, pages: Pages) -> Statement | None:
    """The title of a step; nothing where the document gives none."""
    quotation = step.quotation
    if not quotation:
        return None
    titles = pages(quotation.document, quotation.page).section_titles
    wanted = _letters(quotation.text)
    title = next((each for each in titles if _letters(each.text) == wanted), None) or quoted(quotation)
    return replace(title, kind=BlockKind.TABLE_SECTION) if title else None


def quoted(quotation: Quotation) -> Statement | None:
    """Words of one page as a statement of their own; nothing for those of two pages, which no one page proves."""
    if PAGES_JOINT in quotation.text:
        return None
    quotes = tuple(quotation.text.split(CELL_JOINT))
    return Statement(displayed(quotation.text), quotation.document, quotation.page, quotes=quotes)


def note_statements(quotation: Quotation, pages: Pages) -> tuple[Statement, ...]:
    """The sentences of a footnote, without its mark."""
    wanted = _letters(quotation.text)
    sentences = pages(quotation.document, quotation.page).sentences
    notes = (each for each in sentences if each.kind is BlockKind.FOOTNOTE and _letters(each.text) in wanted)
    return tuple(notes) or tuple(filter(None, [quoted(quotation)]))


def _part(document: str, part: RowPart, passages: Sequence[Passage], page: Page) -> Statement:
    filled = tuple(cell for cell in part.cells if any(map(str.isalnum, cell.of(page.text))))
    start = min((cell.start for cell in filled), default=0)
    passage = next((each for each in passages if each.page == part.page and _is_at(each, start)), None)
    if passage:
        return row(passage, page)
    block = next((each for each in page.blocks if each.start <= start < each.end), None)
    if block and block.kind is not BlockKind.TABLE_ROW:
        return _prose(document, page, block)
    return Statement(_named_cells(part, page, start), document, part.page, filled, BlockKind.TABLE_ROW)


def _named_cells(part: RowPart, page: Page, start: int) -> str:
    """The cells behind the names of their columns, where the table's header stands above the row on the same page."""
    shown = masked(page)
    headers = [each for each in page.blocks if each.kind is BlockKind.TABLE_HEADER and each.end <= start]
    names = [displayed(cell.of(shown)) for cell in headers[-1].cells] if headers else []
    if len(names) != len(part.cells):
        names = [""] * len(part.cells)
    words = [displayed(cell.of(shown)) for cell in part.cells]
    return CELL_JOINT.join(
        f"{name}: {cell}" if name else cell
        for name, cell in zip(names, words, strict=True)
        if any(map(str.isalnum, cell))
    )


def _is_at(passage: Passage, start: int) -> bool:
    return passage.kind is BlockKind.TABLE_ROW and passage.start <= start < passage.end


def _prose(document: str, page: Page, block: Block) -> Statement:
    """An action that stands in a list: all of its item, which says more than its parts."""
    text = displayed(masked(page)[block.start : block.end])
    return Statement(text, document, page.number, (Span(block.start, block.end),), block.kind)


def _letters(text: str) -> str:
    return "".join(filter(str.isalnum, text.casefold()))
