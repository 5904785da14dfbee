"""Positions as statements: their literal sentences with the words that lead them in, as they stand on the page."""

from __future__ import annotations

from assistant.answering.agenda_statements import Pages
from assistant.answering.statements import Statement, displayed
from assistant.domain.documents import BlockKind, Span
from assistant.domain.positions import Position
from assistant.domain.text import masked


def position_statements(position: Position, pages: Pages) -> tuple[Statement, ...]:
    """What leads the sentence in, where it leans on that, and the sentence."""
    view = pages(position.quotation.document, position.quotation.page)
    sentences = view.sentences
    index = next((i for i, each in enumerate(sentences) if _covers(each, position)), None)
    if index is None:
        return (_at_its_place(position, pages),)
    before = reversed(sentences[:index])
    lead = next((each for each in before if position.lead_in and same(each) == _letters(position.lead_in)), None)
    return (*([lead] if lead else []), sentences[index])


def pointed_at(position: Position, pages: Pages) -> Statement | None:
    """The sentence that a position points back to ('op dit punt'), where it stands right before it on the page."""
    sentences = pages(position.quotation.document, position.quotation.page).sentences
    index = next((i for i, each in enumerate(sentences) if _covers(each, position)), 0)
    before = sentences[index - 1] if index else None
    return before if before and same(before) in _letters(position.context) else None


def same(statement: Statement) -> str:
    """Equal for the same words."""
    return _letters(statement.text)


def _covers(statement: Statement, position: Position) -> bool:
    """Whether the sentence is the position's, give or take a bullet or a full stop."""
    start, end = statement.spans[0].start, statement.spans[-1].end
    return start < position.end and position.start < end and _letters(position.text) in same(statement)


def _at_its_place(position: Position, pages: Pages) -> Statement:
    page = pages(position.quotation.document, position.quotation.page).page
    words = displayed(masked(page)[position.start : position.end])
    span = Span(position.start, position.end)
    return Statement(words, position.quotation.document, page.number, (span,), BlockKind.PARAGRAPH)


def _letters(text: str) -> str:
    return "".join(filter(str.isalnum, text.casefold()))
