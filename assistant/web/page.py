"""The web page: its header, its tabs and the language that all of it is in."""

from __future__ import annotations

from typing import Any

import gradio as gr

from assistant.application import Application
from assistant.suite_program import Evaluator
from assistant.texts import Texts, texts_in
from assistant.web.agenda import AgendaTab
from assistant.web.agenda_view import AgendaView
from assistant.web.chat import Chat
from assistant.web.conversation import Conversation
from assistant.web.documents import Documents
from assistant.web.evaluation import EvaluationTab
from assistant.web.events import AT_ONCE, in_turn, sent
from assistant.web.markup import escaped, tag
from assistant.web.parties import PartiesTab
from assistant.web.parties_view import PartiesView
from assistant.web.positions import PositionsTab
from assistant.web.positions_view import PositionsView
from assistant.web.sources import SourcePanel, View

LANGUAGE_NAMES = [("Nederlands", "nl"), ("English", "en")]
SET_LANGUAGE = "(language) => { document.documentElement.lang = language; return [language]; }"


def build_page(application: Application, language: str, evaluator: Evaluator | None = None) -> gr.Blocks:
    """The page for all sessions; what a person asks and opens is kept per session. Without an evaluator, nobody may
    measure the answers."""
    blocks = gr.Blocks(title=texts_in(language).page.name, analytics_enabled=False, fill_width=True, fill_height=True)
    with blocks:
        _Page(application, language, evaluator).connect(blocks)
    return blocks


class _Page:
    def __init__(self, application: Application, language: str, evaluator: Evaluator | None) -> None:
        texts = texts_in(language)
        with gr.Row(elem_id="header"):
            self._header = gr.HTML(header_html(texts), apply_default_css=False)
            self._switch = gr.Radio(
                LANGUAGE_NAMES, value=language, label=texts.page.language, show_label=False, container=False,
                scale=0, min_width=210, elem_id="language",
            )  # fmt: skip
        with gr.Tabs(elem_id="tabs") as self._tabs:
            with gr.Tab(texts.page.ask_tab, id="ask") as self._ask_tab, gr.Row(elem_id="workplace"):
                with gr.Column(scale=3, elem_id="chat"):
                    self._chat = Chat(application, texts)
                with gr.Column(scale=2, elem_id="source-column"):
                    self._sources = SourcePanel(application, texts)
            with gr.Tab(texts.agenda_tab.tab, id="agenda") as self._agenda_tab:
                self._agenda = AgendaTab(application, texts)
            with gr.Tab(texts.parties_tab.tab, id="parties") as self._parties_tab:
                self._parties = PartiesTab(application, texts)
            with gr.Tab(texts.positions_tab.tab, id="positions") as self._positions_tab:
                self._positions = PositionsTab(application, texts)
            with gr.Tab(texts.page.documents_tab, id="documents") as self._documents_tab:
                self._documents = Documents(application, texts)
            if evaluator:
                with gr.Tab(texts.evaluation.tab, id="evaluation") as tab:
                    evaluation = EvaluationTab(application, evaluator)
                evaluation.connect(tab, self._switch)

    def connect(self, blocks: gr.Blocks) -> None:
        chat, sources, positions, switch = self._chat, self._sources, self._positions, self._switch
        chat.connect(switch)
        sources.connect(chat.conversation, switch)
        self._agenda.connect(self._agenda_tab, switch)
        self._parties.connect(self._parties_tab, switch)
        positions.connect(self._positions_tab, switch)
        self._documents.connect(switch)

        self._parties.panel.compare(self._compare, positions.view, [self._tabs, positions.view], **in_turn("positions"))
        chat.anew.click(sources.shut, switch, [sources.panel, sources.view], **AT_ONCE)
        opened = [self._documents_tab.select, blocks.load]
        gr.on(opened, self._documents.listed, switch, self._documents.list, **AT_ONCE)

        looked_at = [chat.conversation, sources.view, self._agenda.view, self._parties.view, positions.view]
        translated = list(self._translated("nl", (), None, None, None, None))
        switch.change(self._translated, [switch, *looked_at], translated, **AT_ONCE)
        for event in (switch.change, blocks.load):
            event(None, switch, None, js=SET_LANGUAGE)

    def _compare(self, view: PositionsView | None, event: gr.EventData) -> tuple[gr.Tabs, PositionsView]:
        return gr.Tabs(selected="positions"), self._positions.beside(view, sent(event, "party"))

    def _translated(
        self,
        language: str,
        conversation: Conversation,
        source: View | None,
        agenda: AgendaView | None,
        parties: PartiesView | None,
        positions: PositionsView | None,
    ) -> dict[Any, Any]:
        """All that is said on the page, by the component that says it; what a session looks at stays what it is."""
        texts = texts_in(language)
        return {
            self._header: header_html(texts),
            self._switch: gr.update(label=texts.page.language),
            self._ask_tab: gr.update(label=texts.page.ask_tab),
            self._agenda_tab: gr.update(label=texts.agenda_tab.tab),
            self._parties_tab: gr.update(label=texts.parties_tab.tab),
            self._positions_tab: gr.update(label=texts.positions_tab.tab),
            self._documents_tab: gr.update(label=texts.page.documents_tab),
            self._sources.panel: self._sources.html(source, texts),
            **self._chat.translated(conversation, texts),
            **self._agenda.translated(agenda, texts),
            **self._parties.translated(parties, texts),
            **self._positions.translated(positions, texts),
            **self._documents.translated(texts),
        }


def header_html(texts: Texts) -> str:
    words = texts.page
    name = tag("span", escaped(words.conversation), id="conversation-name", hidden="hidden")
    return tag("h1", escaped(words.name)) + tag("p", escaped(words.tagline)) + name
