"""The tab of parties: the register, and what is known of each."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import replace
from typing import Any

import gradio as gr

from assistant.application import Application
from assistant.domain.agenda import ActionFilter
from assistant.domain.documents import Page
from assistant.domain.errors import UnknownDocument
from assistant.domain.stakeholders import Stakeholder
from assistant.texts import Texts, texts_in
from assistant.web.events import in_turn, sent
from assistant.web.parties_list import list_html, search_html
from assistant.web.parties_view import FIELDS, PAGE_SIZE, PANEL_SIZE, Known, Opened, PartiesView, found, search_from
from assistant.web.party_panel import Shown, gone_html, panel_html
from assistant.web.positions_words import Setting
from assistant.web.scripted import scripted

Changed = tuple[Any, Any, Any, PartiesView]  # search, list, panel and view

SAME = gr.skip()


class PartiesTab:
    """``view`` is what the session looks at, None until the tab is opened: no earlier is anything read for it.

    It is None again for a page that outlived its server; such a page starts anew with what is clicked first.
    """

    def __init__(self, application: Application, texts: Texts) -> None:
        self._application = application
        self.view = gr.State(None)
        self.search = scripted("parties-search", "parties_search.js")
        with gr.Row(elem_id="parties-place"):
            with gr.Column(scale=3, elem_id="parties-column"):
                self.list = scripted("parties-list", "parties_list.js")
            with gr.Column(scale=2, elem_id="party-column"):
                self.panel = scripted("party", "party_panel.js")

    def connect(self, tab: gr.Tab, language: gr.Radio) -> None:
        outputs = [self.search, self.list, self.panel, self.view]
        inputs, looking = [self.view, language], in_turn("parties")
        tab.select(self._load, inputs, outputs, **looking)
        self.search.filter(self._filter, inputs, outputs, **looking)
        self.search.clear(self._clear, inputs, outputs, **looking)
        self.list.act(self._look, inputs, outputs, **looking)
        self.panel.act(self._handle, inputs, outputs, **looking)

    def translated(self, view: PartiesView | None, texts: Texts) -> dict[Any, Any]:
        """The components' values in another language."""
        if view is None:
            return {self.search: "", self.list: "", self.panel: ""}
        return {
            self.search: self._search_html(view, texts),
            self.list: self._list_html(view, texts),
            self.panel: self._panel_html(view, texts),
        }

    def _load(self, view: PartiesView | None, language: str) -> Changed:
        """Anew each time: documents may have come and gone since."""
        view, texts = view or PartiesView(), texts_in(language)
        return self._search_html(view, texts), self._list_html(view, texts), self._panel_html(view, texts), view

    def _filter(self, view: PartiesView | None, language: str, event: gr.EventData) -> Changed:
        view = replace(
            view or PartiesView(), search=search_from({name: sent(event, name) for name in FIELDS}), shown=PAGE_SIZE
        )
        return SAME, self._list_html(view, texts_in(language)), SAME, view

    def _clear(self, view: PartiesView | None, language: str) -> Changed:
        view, texts = view or PartiesView(), texts_in(language)
        view = PartiesView(opened=view.opened, narrowed=view.narrowed + 1)
        return self._search_html(view, texts), self._list_html(view, texts), SAME, view

    def _look(self, view: PartiesView | None, language: str, event: gr.EventData) -> Changed:
        """What is clicked in the list."""
        view = view or PartiesView()
        if sent(event, "action") == "open":
            return self._opened(view, Opened(sent(event, "id")), language)
        view = replace(view, shown=view.shown + PAGE_SIZE)
        return SAME, self._list_html(view, texts_in(language)), SAME, view

    def _handle(self, view: PartiesView | None, language: str, event: gr.EventData) -> Changed:
        """What is clicked in the panel; a source that is open shuts."""
        view = view or PartiesView()
        action, opened = sent(event, "action"), view.opened
        if action == "open":
            return self._opened(view, Opened(sent(event, "id")), language)
        if opened and action == "longer":
            return self._opened(view, replace(opened, most=opened.most + PANEL_SIZE), language)
        if opened is None or action != "source":
            return self._opened(view, None, language)
        key = sent(event, "key")
        return self._opened(view, replace(opened, source="" if opened.source == key else key), language)

    def _opened(self, view: PartiesView, opened: Opened | None, language: str) -> Changed:
        view = replace(view, opened=opened)
        return SAME, SAME, self._panel_html(view, texts_in(language)), view

    def _search_html(self, view: PartiesView, texts: Texts) -> str:
        return search_html(self._application.stakeholders(), view.search, texts, view.narrowed)

    def _list_html(self, view: PartiesView, texts: Texts) -> str:
        known = self._known()
        parties = {each.party.id: each.party for each in known}
        return list_html(found(known, view.search), view, parties, texts)

    def _known(self) -> list[Known]:
        parties = self._application.stakeholders()
        actions, positions = self._actions(), self._positions()
        named = self._application.mentioning([each.id for each in parties])
        return [Known(each, actions[each.id], positions[each.id], len(named[each.id])) for each in parties]

    def _actions(self) -> Counter[str]:
        """How many actions each party owns, as itself or in a group, or is touched by."""
        return Counter(
            party
            for action in self._application.actions()
            for party in {
                id_ for each in (*action.owners, *action.touched) for id_ in (each.stakeholder, *each.members) if id_
            }
        )

    def _positions(self) -> Counter[str]:
        return Counter(party for each in self._application.positions() for party in each.speaker.stakeholders)

    def _panel_html(self, view: PartiesView, texts: Texts) -> str:
        if view.opened is None:
            return ""
        parties = {each.id: each for each in self._application.stakeholders()}
        party = parties.get(view.opened.party)
        if party is None:
            return gone_html(texts)
        setting = Setting(parties, {each.id: each for each in self._application.documents()}, texts)
        return panel_html(self._shown(party, view.opened, parties.values()), self._page, setting)

    def _shown(self, party: Stakeholder, opened: Opened, parties: Iterable[Stakeholder]) -> Shown:
        return Shown(
            party=party,
            members=[each for each in parties if party.id in each.groups],
            actions=self._application.actions(ActionFilter(stakeholder=party.id)),
            places=self._application.named(party.id),
            positions=self._application.positions(party.id),
            themes=self._application.themes(),
            opened=opened,
        )

    def _page(self, document: str, number: int) -> Page | None:
        try:
            return self._application.page(document, number)
        except UnknownDocument:
            return None
