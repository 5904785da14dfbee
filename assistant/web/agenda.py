"""The agenda tab: who does what and when, filtered, in a table, in time, by party and beside another version."""

from __future__ import annotations

import logging
from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import date
from typing import Any

import gradio as gr

from assistant.application import Application
from assistant.clock import today, utc_now
from assistant.domain.agenda import ActionFilter, Correction, Status
from assistant.domain.documents import Page
from assistant.domain.errors import UnknownAction, UnknownDocument, WieWatWanneerError
from assistant.texts import Texts, texts_in
from assistant.web.action_forms import CORRECT, FIELDS, RECORD, forms_html, missing
from assistant.web.action_panel import Shown, gone_html, panel_html
from assistant.web.agenda_filters import filters_html
from assistant.web.agenda_results import detached_html, empty_html, results_html, views_html
from assistant.web.agenda_view import FIELDS as FILTER_FIELDS
from assistant.web.agenda_view import PAGE_SIZE, AgendaView, Form, Opened, Part, filter_from
from assistant.web.agenda_words import Setting
from assistant.web.corrections import Told, picked
from assistant.web.events import in_turn, sent
from assistant.web.markup import escaped, tag
from assistant.web.scripted import scripted
from assistant.web.versions import choice_html, diff_html

Changed = tuple[Any, Any, Any, AgendaView]  # filter, results, panel and view

SAME = gr.skip()

log = logging.getLogger(__name__)


class AgendaTab:
    """``view`` is what the session looks at, None until the tab is opened: no earlier is anything read for it.

    It is None again for a page that outlived its server; such a page starts anew with what is clicked first.
    """

    def __init__(self, application: Application, texts: Texts, clock: Callable[[], date] = today) -> None:
        self._application = application
        self._clock = clock
        self.view = gr.State(None)
        self.filters = scripted("agenda-filters", "agenda_filters.js")
        with gr.Row(elem_id="agenda-place"):
            with gr.Column(scale=3, elem_id="agenda-column"):
                self.results = scripted("agenda-results", "agenda_results.js")
            with gr.Column(scale=2, elem_id="action-column"):
                self.panel = scripted("action", "action_panel.js")

    def connect(self, tab: gr.Tab, language: gr.Radio) -> None:
        outputs = [self.filters, self.results, self.panel, self.view]
        inputs, looking, sending = [self.view, language], in_turn("agenda"), in_turn("agenda", once=True)
        tab.select(self._load, inputs, outputs, **looking)
        self.filters.filter(self._filter, inputs, outputs, **looking)
        self.filters.clear(self._clear, inputs, outputs, **looking)
        self.results.act(self._look, inputs, outputs, **looking)
        self.panel.act(self._handle, inputs, outputs, **looking)
        self.panel.send(self._handle, inputs, outputs, **sending)

    def translated(self, view: AgendaView | None, texts: Texts) -> dict[Any, Any]:
        """The components' values in another language."""
        if view is None:
            return {self.filters: "", self.results: "", self.panel: ""}
        setting = self._setting(view, texts)
        return {
            self.filters: self._filters_html(view, setting),
            self.results: self._results_html(view, setting),
            self.panel: self._panel_html(view, setting),
        }

    def _load(self, view: AgendaView | None, language: str) -> Changed:
        """Anew each time: documents may have come and gone since."""
        view = view or AgendaView()
        setting = self._setting(view, texts_in(language))
        return (
            self._filters_html(view, setting),
            self._results_html(view, setting),
            self._panel_html(view, setting),
            view,
        )

    def _filter(self, view: AgendaView | None, language: str, event: gr.EventData) -> Changed:
        view = view or AgendaView()
        wanted = filter_from({name: sent(event, name) for name in FILTER_FIELDS})
        if wanted.document != view.wanted.document:
            return self._narrowed(view, replace(wanted, step=None), language)
        view = view.filtered(wanted)
        return SAME, self._results_html(view, self._setting(view, texts_in(language))), SAME, view

    def _clear(self, view: AgendaView | None, language: str) -> Changed:
        return self._narrowed(view or AgendaView(), ActionFilter(), language)

    def _narrowed(self, view: AgendaView, wanted: ActionFilter, language: str) -> Changed:
        """With the choices of the filter as they are now."""
        view = replace(view.filtered(wanted), narrowed=view.narrowed + 1)
        setting = self._setting(view, texts_in(language))
        return self._filters_html(view, setting), self._results_html(view, setting), SAME, view

    def _look(self, view: AgendaView | None, language: str, event: gr.EventData) -> Changed:
        """What is clicked among the results."""
        view, action = view or AgendaView(), sent(event, "action")
        if action == "open":
            return self._opened(view, Opened(sent(event, "id")), language)
        if action == "cell":
            cell = filter_from({name: sent(event, name) for name in ("document", "step", "party")})
            wanted = replace(
                view.wanted, document=cell.document, step=cell.step, stakeholder=cell.stakeholder, owner=cell.owner
            )
            return self._narrowed(replace(view, part=Part.TABLE), wanted, language)
        if action == "view":
            part = next((each for each in Part if each == sent(event, "part")), view.part)
            view = replace(view, part=part, shown=PAGE_SIZE)
        elif action == "more":
            view = replace(view, shown=view.shown + PAGE_SIZE)
        elif action == "compare":
            view = replace(view, old=sent(event, "old"), new=sent(event, "new"))
        elif action == "import":
            return self._imported(view, sent(event, "name"), sent(event, "content"), texts_in(language))
        return SAME, self._results_html(view, self._setting(view, texts_in(language))), SAME, view

    def _imported(self, view: AgendaView, name: str, content: str, texts: Texts) -> Changed:
        told = picked(self._application, name, content, utc_now(), texts)
        setting = self._setting(view, texts)
        panel = self._panel_html(view, setting) if told.kept else SAME
        return SAME, self._results_html(view, setting, told), panel, view

    def _handle(self, view: AgendaView | None, language: str, event: gr.EventData) -> Changed:
        """What is clicked and sent in the panel."""
        view, action = view or AgendaView(), sent(event, "action")
        opened = view.opened
        if opened is None or action == "shut":
            return self._opened(view, None, language)
        if action in FIELDS:
            return self._sent(view, opened, {name: sent(event, name) for name in FIELDS[action]}, action, language)
        place = sent(event, "place")
        mention = int(place) if action == "mention" and place.isdecimal() else None
        return self._opened(view, Opened(opened.action, mention), language)

    def _opened(self, view: AgendaView, opened: Opened | None, language: str) -> Changed:
        view = replace(view, opened=opened)
        return SAME, SAME, self._panel_html(view, self._setting(view, texts_in(language))), view

    def _sent(self, view: AgendaView, opened: Opened, values: Mapping[str, str], name: str, language: str) -> Changed:
        texts = texts_in(language)
        problem = missing(name, values, texts) or self._problem_with(opened.action, name, values, texts)
        done = texts.agenda_tab.recorded_done if name == RECORD else texts.agenda_tab.corrected_done
        form = Form(name, values, problem, "" if problem else done)
        view = replace(view, opened=replace(opened, form=form), by=values["by"].strip())
        setting = self._setting(view, texts)
        results = SAME if problem else self._results_html(view, setting)
        return SAME, results, self._panel_html(view, setting), view

    def _problem_with(self, action: str, name: str, values: Mapping[str, str], texts: Texts) -> str:
        """Keeps what was sent; why it cannot be kept, empty when it is."""
        try:
            if name == RECORD:
                self._record(action, values)
            elif name == CORRECT:
                self._correct(action, values)
        except WieWatWanneerError as error:
            return error.said(texts.errors)
        except Exception:
            log.exception("What was sent of an action could not be kept")
            return texts.agenda_tab.failed
        return ""

    def _record(self, action: str, values: Mapping[str, str]) -> None:
        given = {name: value.strip() for name, value in values.items()}
        self._application.record_status(
            action, Status(given["status"]), given["document"], given["words"], given["by"], given["remark"]
        )

    def _correct(self, action: str, values: Mapping[str, str]) -> None:
        given = {name: value.strip() for name, value in values.items()}
        at = utc_now()
        self._application.correct([Correction(action, given["column"], given["value"], given["by"], at, given["why"])])

    def _setting(self, view: AgendaView, texts: Texts) -> Setting:
        parties = {each.id: each for each in self._application.stakeholders()}
        return Setting(view.on(self._clock()), parties, texts)

    def _filters_html(self, view: AgendaView, setting: Setting) -> str:
        agendas = self._application.agendas()
        return filters_html(agendas, view.wanted, setting, view.narrowed) if agendas else ""

    def _results_html(self, view: AgendaView, setting: Setting, told: Told | None = None) -> str:
        agendas = self._application.agendas()
        detached = detached_html(self._application.detached(), setting.texts)
        if not agendas:
            return empty_html(setting.texts) + detached
        if view.part is Part.VERSIONS:
            bar = tag("div", views_html(view.part, setting.texts), "bar")
            choice = choice_html(agendas, view.old, view.new, setting.texts)
            return bar + tag("div", choice + self._diff_html(view, setting), "comparing")
        actions = self._application.actions(replace(view.wanted, on=setting.on))
        return results_html(agendas, actions, view, setting, told) + detached

    def _diff_html(self, view: AgendaView, setting: Setting) -> str:
        if not (view.old and view.new):
            return ""
        if view.old == view.new:
            return tag("p", escaped(setting.texts.agenda_tab.same_version), "hint")
        try:
            return diff_html(self._application.agenda_diff(view.old, view.new), setting)
        except WieWatWanneerError as error:
            return tag("p", escaped(error.said(setting.texts.errors)), "hint")

    def _panel_html(self, view: AgendaView, setting: Setting) -> str:
        if view.opened is None:
            return ""
        try:
            action = self._application.action(view.opened.action)
            mentions = self._application.mentions(view.opened.action)
        except UnknownAction:
            return gone_html(setting.texts)
        documents = self._application.documents()
        shown = Shown(action, mentions, {each.id: each.title for each in documents}, view.opened)
        forms = forms_html(action, documents, view.opened.form, view.by, setting.texts)
        return panel_html(shown, self._page, forms, setting)

    def _page(self, document: str, number: int) -> Page | None:
        try:
            return self._application.page(document, number)
        except UnknownDocument:
            return None
