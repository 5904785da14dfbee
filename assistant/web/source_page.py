"""A page of a document with words marked in it, as the panels of parties and positions show a source."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from assistant.domain.agenda import Quotation
from assistant.domain.documents import Origin, Page, Span
from assistant.domain.positions import Position
from assistant.domain.reports import DocumentSummary
from assistant.presentation import full_page
from assistant.texts import Texts
from assistant.web.agenda_words import known_date_in_words
from assistant.web.highlighting import quoted_spans
from assistant.web.markup import escaped, tag
from assistant.web.pages import page_html

PageOf = Callable[[str, int], Page | None]


def source_html(
    page: Page | None, document: DocumentSummary | None, marked: Sequence[Span], gone: str, texts: Texts
) -> str:
    """The page under its place; ``gone`` is said where there is no such page any more."""
    if page is None or document is None:
        return tag("p", escaped(gone), "hint")
    place = f"{titled(document, texts)}, {full_page(page.number, page.label, texts.source)}"
    remark = "" if marked else tag("p", escaped(texts.page.quote_not_marked), "remark")
    text = tag("div", page_html(page, marked), "page", tabindex="0", role="region", aria_label=place)
    return tag("p", escaped(place) + digest_badge(document, texts), "place") + remark + text


def spans_of(position: Position, page: Page | None) -> tuple[Span, ...]:
    """Where a statement stands on its page, with the words that it leans on."""
    if page is None:
        return ()
    if page.text[position.start : position.end] != position.text:
        return quoted_spans(page, position.quotation.text) or quoted_spans(page, position.text)
    led = quoted_spans(page, position.lead_in) if position.lead_in else ()
    return (*(each for each in led if each.end <= position.start), Span(position.start, position.end))


def spans_in(quotation: Quotation, page: Page | None) -> tuple[Span, ...]:
    return quoted_spans(page, quotation.text) if page else ()


def titled(document: DocumentSummary, texts: Texts) -> str:
    date = known_date_in_words(document.date, texts)
    return f"{document.title} ({date})" if date else document.title


def digest_badge(document: DocumentSummary | None, texts: Texts) -> str:
    if document is None or document.origin is not Origin.DIGEST:
        return ""
    return " " + tag("span", escaped(texts.source.digest), "badge digest", title=texts.page.digest_explained)
