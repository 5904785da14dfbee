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
    texts = texts_in(language)
    page = gr.Blocks(title=texts.page.name, analytics_enabled=False, fill_width=True, fill_height=True)
    with page:
        with gr.Row(elem_id="header"):
            header = gr.HTML(header_html(texts), apply_default_css=False)
            switch = gr.Radio(
                LANGUAGE_NAMES, value=language, label=texts.page.language, show_label=False, container=False,
                scale=0, min_width=210, elem_id="language",
            )  # fmt: skip
        with gr.Tabs(elem_id="tabs") as tabs:
            with gr.Tab(texts.page.ask_tab, id="ask") as ask_tab, gr.Row(elem_id="workplace"):
                with gr.Column(scale=3, elem_id="chat"):
                    chat = Chat(application, texts)
                with gr.Column(scale=2, elem_id="source-column"):
                    sources = SourcePanel(application, texts)
            with gr.Tab(texts.agenda_tab.tab, id="agenda") as agenda_tab:
                agenda = AgendaTab(application, texts)
            with gr.Tab(texts.parties_tab.tab, id="parties") as parties_tab:
                parties = PartiesTab(application, texts)
            with gr.Tab(texts.positions_tab.tab, id="positions") as positions_tab:
                positions = PositionsTab(application, texts)
            with gr.Tab(texts.page.documents_tab, id="documents") as documents_tab:
                documents = Documents(application, texts)
            if evaluator:
                with gr.Tab(texts.evaluation.tab, id="evaluation") as evaluation_tab:
                    evaluation = EvaluationTab(application, evaluator)
                evaluation.connect(evaluation_tab, switch)

        chat.connect(switch)
        sources.connect(chat.conversation, switch)
        agenda.connect(agenda_tab, switch)
        parties.connect(parties_tab, switch)
        positions.connect(positions_tab, switch)
        documents.connect(switch)

        def compare(view: PositionsView | None, event: gr.EventData) -> tuple[gr.Tabs, PositionsView]:
            return gr.Tabs(selected="positions"), positions.beside(view, sent(event, "party"))

        parties.panel.compare(compare, positions.view, [tabs, positions.view], **in_turn("positions"))
        chat.anew.click(sources.shut, switch, [sources.panel, sources.view], **AT_ONCE)

        def translate(
            language: str,
            conversation: Conversation,
            view: View | None,
            agenda_view: AgendaView | None,
            parties_view: PartiesView | None,
            positions_view: PositionsView | None,
        ) -> dict[Any, Any]:
            texts = texts_in(language)
            return {
                header: header_html(texts),
                switch: gr.update(label=texts.page.language),
                ask_tab: gr.update(label=texts.page.ask_tab),
                agenda_tab: gr.update(label=texts.agenda_tab.tab),
                parties_tab: gr.update(label=texts.parties_tab.tab),
                positions_tab: gr.update(label=texts.positions_tab.tab),
                documents_tab: gr.update(label=texts.page.documents_tab),
                sources.panel: sources.html(view, texts),
                **chat.translated(conversation, texts),
                **agenda.translated(agenda_view, texts),
                **parties.translated(parties_view, texts),
                **positions.translated(positions_view, texts),
                **documents.translated(texts),
            }

        translated = list(translate(language, (), None, None, None, None))
        spoken = [switch, chat.conversation, sources.view, agenda.view, parties.view, positions.view]
        switch.change(translate, spoken, translated, **AT_ONCE)
        switch.change(None, switch, None, js=SET_LANGUAGE)
        gr.on([page.load, documents_tab.select], documents.listed, switch, documents.list, **AT_ONCE)
        page.load(None, switch, None, js=SET_LANGUAGE)
    return page


def header_html(texts: Texts) -> str:
    words = texts.page
    name = tag("span", escaped(words.conversation), id="conversation-name", hidden="hidden")
    return tag("h1", escaped(words.name)) + tag("p", escaped(words.tagline)) + name
