"""The source panel: the page that a citation points at, and the pages around it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace

import gradio as gr

from assistant.application import Application
from assistant.domain.answers import Citation
from assistant.domain.documents import Page
from assistant.domain.errors import UnknownDocument
from assistant.domain.phrases import said_again
from assistant.presentation import full_page
from assistant.texts import PageTexts, Texts, texts_in
from assistant.web.conversation import Conversation, cited
from assistant.web.events import in_turn, sent
from assistant.web.highlighting import quoted_spans
from assistant.web.markup import escaped, tag
from assistant.web.pages import page_html
from assistant.web.scripted import scripted

WIDEST_GAP = 10  # a digest leaves out empty pages; more than this in a row is the end of the document


@dataclass(frozen=True, slots=True)
class View:
    """An open citation, and the number of the page of its document that is shown."""

    citation: Citation
    page: int


class SourcePanel:
    """Shows the source of a citation; ``view`` is what the session has open, None when that is nothing."""

    def __init__(self, application: Application, texts: Texts) -> None:
        self._application = application
        self.view = gr.State(None)
        self.panel = scripted("source", "sources.js", closed_html(texts))

    def connect(self, conversation: gr.State, language: gr.Radio) -> None:
        """Opens the citations that are clicked in the conversation, and follows the panel's own buttons."""
        outputs = [self.panel, self.view]
        looking = in_turn("sources")
        self.panel.cite(self._open, [conversation, language], outputs, **looking)
        self.panel.turn(self._turn, [self.view, language], outputs, **looking)
        self.panel.shut(self.shut, [language], outputs, **looking)

    def html(self, view: View | None, texts: Texts) -> str:
        if view is None:
            return closed_html(texts)
        page = self._page(view.citation.document, view.page)
        if page is None:
            return closed_html(texts, texts.page.source_gone)
        return open_html(view, page, self._neighbour(view, -1), self._neighbour(view, 1), texts)

    def _open(self, conversation: Conversation, language: str, event: gr.EventData) -> tuple[str, View | None]:
        citation = cited(conversation, sent(event, "citation"))
        view = View(citation, citation.page) if citation else None
        return self.html(view, texts_in(language)), view

    def _turn(self, view: View | None, language: str, event: gr.EventData) -> tuple[str, View | None]:
        page = sent(event, "page")
        turned = replace(view, page=int(page)) if view and page.isdecimal() else view
        return self.html(turned, texts_in(language)), turned

    def shut(self, language: str) -> tuple[str, None]:
        return closed_html(texts_in(language)), None

    def _page(self, document: str, number: int) -> Page | None:
        try:
            return self._application.page(document, number)
        except UnknownDocument:
            return None

    def _neighbour(self, view: View, step: int) -> int:
        """The number of the nearest page in that direction, 0 where there is none."""
        numbers = (view.page + step * distance for distance in range(1, WIDEST_GAP + 1))
        document = view.citation.document
        return next((number for number in numbers if number > 0 and self._page(document, number)), 0)


def closed_html(texts: Texts, sentence: str = "") -> str:
    """The panel with nothing open."""
    return tag("p", escaped(sentence or texts.page.source_hint), "hint")


def open_html(view: View, page: Page, before: int, after: int, texts: Texts) -> str:
    """The panel with a page open; ``before`` and ``after`` are the pages to turn to, 0 for none."""
    words, citation = texts.page, view.citation
    header = tag("span", str(citation.number), "number") + tag("h3", escaped(citation.title), tabindex="-1")
    parts = [
        tag("header", header + _button(words.close, "×", "close", "shut")),
        tag("div", _place(view, page, texts) + _turning(before, after, words), "place"),
        *_remarks(view, page, words),
        tag("div", _text(page, citation, texts), "page", tabindex="0", role="region", aria_label=words.source),
    ]
    return tag("article", "".join(parts), "open", data_shown=f"{citation.document} {citation.number} {page.number}")


def _place(view: View, page: Page, texts: Texts) -> str:
    digest = tag("span", escaped(texts.source.digest), "badge digest", title=texts.page.digest_explained)
    shown = tag("span", escaped(full_page(page.number, page.label, texts.source)), "number-of-page")
    return shown + (digest if view.citation.digest else "")


def _turning(before: int, after: int, words: PageTexts) -> str:
    buttons = _button(words.previous_page, "‹", "turn", "turn", before) + _button(
        words.next_page, "›", "turn", "turn", after
    )
    return tag("span", buttons, "turning")


def _button(label: str, sign: str, css: str, action: str, page: int | None = None) -> str:
    """A button that a sign stands on; one that leads to page 0 is switched off."""
    return tag(
        "button",
        sign,
        css,
        type="button",
        title=label,
        aria_label=label,
        data_action=action,
        data_page=str(page or ""),
        disabled="disabled" if page == 0 else "",
    )


def _remarks(view: View, page: Page, words: PageTexts) -> Iterable[str]:
    if view.citation.digest:
        yield tag("p", escaped(words.digest_explained), "remark")
    if page.text.strip() and not quoted_spans(page, view.citation.quote):
        yield tag("p", escaped(words.quote_not_marked), "remark")


def _text(page: Page, citation: Citation, texts: Texts) -> str:
    if not page.text.strip():
        problem = said_again(page.problem, texts.source.page_problems)
        return tag("p", escaped(problem or texts.page.page_without_text), "remark")
    return page_html(page, quoted_spans(page, citation.quote))
