"""The tab of positions: parties side by side, what each says, and the page that it stands on."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, replace
from typing import Any

import gradio as gr

from assistant.application import Application
from assistant.domain.documents import Page
from assistant.domain.errors import UnknownDocument
from assistant.domain.positions import Comparison
from assistant.positions.narrowing import narrowed
from assistant.texts import Texts, texts_in
from assistant.web.events import in_turn, sent
from assistant.web.markup import escaped, tag
from assistant.web.positions_contrasts import contrasts_html
from assistant.web.positions_filters import Choices, filters_html
from assistant.web.positions_matrix import matrix_html
from assistant.web.positions_panel import Shown, panel_html
from assistant.web.positions_results import bar_html
from assistant.web.positions_view import (
    CONTRASTS_AT_ONCE,
    FIELDS,
    STATEMENTS_AT_ONCE,
    Opened,
    PositionsView,
    view_from,
)
from assistant.web.positions_words import Setting
from assistant.web.scripted import scripted

FEWEST = 2  # parties that can be compared
AT_FIRST = 6  # parties that are compared before anything is chosen

Changed = tuple[Any, Any, Any, Any, PositionsView]  # filter, matrix, panel, contrasts and view

SAME = gr.skip()


@dataclass(frozen=True, slots=True)
class _Compared:
    """A comparison as it is narrowed, and whole; None where too little is chosen."""

    comparison: Comparison | None
    whole: Comparison | None
    setting: Setting


class PositionsTab:
    """``view`` is what the session looks at, None until the tab is opened: no earlier is anything read for it.

    It is None again for a page that outlived its server; such a page starts anew with what is clicked first.
    """

    def __init__(self, application: Application, texts: Texts) -> None:
        self._application = application
        self.view = gr.State(None)
        self.filters = scripted("positions-filters", "positions_filters.js")
        with gr.Column(elem_id="positions-place"):
            self.matrix = scripted("positions-matrix", "positions_matrix.js")
            self.panel = scripted("statements", "positions_panel.js")
            self.contrasts = scripted("positions-contrasts", "positions_contrasts.js")

    def connect(self, tab: gr.Tab, language: gr.Radio) -> None:
        outputs = [self.filters, self.matrix, self.panel, self.contrasts, self.view]
        inputs, looking = [self.view, language], in_turn("positions")
        tab.select(self._load, inputs, outputs, **looking)
        self.filters.filter(self._filter, inputs, outputs, **looking)
        self.filters.clear(self._clear, inputs, outputs, **looking)
        for component in (self.matrix, self.panel, self.contrasts):
            component.act(self._act, inputs, outputs, **looking)

    def translated(self, view: PositionsView | None, texts: Texts) -> dict[Any, Any]:
        """The components' values in another language."""
        components = (self.filters, self.matrix, self.panel, self.contrasts)
        if view is None:
            return dict.fromkeys(components, "")
        return dict(zip(components, self._everything(view, texts), strict=True))

    def beside(self, view: PositionsView | None, party: str) -> PositionsView:
        """The view with a party before the others that are compared."""
        view = self._begun(view)
        others = [each for each in view.parties or () if each != party]
        return replace(view, parties=(party, *others), opened=None, narrowed=view.narrowed + 1)

    def _load(self, view: PositionsView | None, language: str) -> Changed:
        """Anew each time: documents may have come and gone since."""
        view = self._begun(view)
        return (*self._everything(view, texts_in(language)), view)

    def _filter(self, view: PositionsView | None, language: str, event: gr.EventData) -> Changed:
        view = view_from({name: sent(event, name) for name in FIELDS}, view or PositionsView())
        return (SAME, *self._everything(view, texts_in(language))[1:], view)

    def _clear(self, view: PositionsView | None, language: str) -> Changed:
        return self._load(PositionsView(narrowed=(view or PositionsView()).narrowed + 1), language)

    def _act(self, view: PositionsView | None, language: str, event: gr.EventData) -> Changed:
        """What is clicked in the matrix, in the panel and under them."""
        view, action, texts = self._begun(view), sent(event, "action"), texts_in(language)
        if action == "drop":
            view = view.without(sent(event, "party"))
            return (*self._everything(view, texts), view)
        compared = self._compared(view, texts)
        if action == "more":
            view = replace(view, contrasts=view.contrasts + CONTRASTS_AT_ONCE)
            return SAME, SAME, SAME, self._contrasts_html(view, compared), view
        view = replace(view, opened=_opened(view.opened, action, event))
        return SAME, SAME, self._panel_html(view, compared), SAME, view

    def _begun(self, view: PositionsView | None) -> PositionsView:
        """With the parties that say most, and all themes, where nothing is chosen yet."""
        view = view or PositionsView()
        if view.parties is not None:
            return view
        counts = self._counts()
        parties = tuple(party for party, _ in counts.most_common(AT_FIRST))
        themes = tuple(each.id for each in self._application.themes())
        return replace(view, parties=parties, themes=themes) if parties else view

    def _counts(self) -> Counter[str]:
        """The positions of each party that is known, on a theme."""
        known = {each.id for each in self._application.stakeholders()}
        return Counter(
            party
            for position in self._application.positions()
            if position.themes
            for party in position.speaker.stakeholders
            if party in known
        )

    def _everything(self, view: PositionsView, texts: Texts) -> tuple[str, str, str, str]:
        compared = self._compared(view, texts)
        return (
            self._filters_html(view, compared.setting),
            self._matrix_html(view, compared),
            self._panel_html(view, compared),
            self._contrasts_html(view, compared),
        )

    def _compared(self, view: PositionsView, texts: Texts) -> _Compared:
        parties = {each.id: each for each in self._application.stakeholders()}
        documents = {each.id: each for each in self._application.documents()}
        setting = Setting(parties, documents, texts)
        themes = {each.id for each in self._application.themes()}
        chosen = [each for each in view.parties or () if each in parties]
        wanted = [each for each in view.themes or () if each in themes]
        if len(chosen) < FEWEST or not wanted:
            return _Compared(None, None, setting)
        whole = self._application.compare(chosen, wanted)
        dates = {each.id: each.date for each in documents.values()}
        return _Compared(narrowed(whole, view.wanted, dates), whole, setting)

    def _filters_html(self, view: PositionsView, setting: Setting) -> str:
        counts = self._counts()
        if not counts:
            return ""
        parties = list(setting.parties.values())
        mentioning = self._application.mentioning([each.id for each in parties])
        named = frozenset(party for party, documents in mentioning.items() if documents)
        dates = [each.date for each in setting.documents.values()]
        return filters_html(Choices(parties, self._application.themes(), counts, named, dates), view, setting.texts)

    def _matrix_html(self, view: PositionsView, compared: _Compared) -> str:
        words = compared.setting.texts.positions_tab
        if compared.comparison:
            undated = any(not each.date for each in compared.setting.documents.values())
            bar = bar_html(compared.comparison, view.wanted, undated, compared.setting)
            return bar + matrix_html(compared.comparison, compared.setting)
        if view.parties is None:
            return tag("p", escaped(words.no_positions), "empty")
        known = [each for each in view.parties if each in compared.setting.parties]
        said = words.choose_more if len(known) < FEWEST else words.choose_theme
        return tag("p", escaped(said), "empty")

    def _panel_html(self, view: PositionsView, compared: _Compared) -> str:
        opened = view.opened
        if opened is None or not (compared.comparison and compared.whole):
            return ""
        elsewhere = self._application.mentioning([opened.party])[opened.party] if opened.party else ()
        shown = Shown(compared.comparison, compared.whole, opened, elsewhere)
        return panel_html(shown, self._page, compared.setting)

    def _contrasts_html(self, view: PositionsView, compared: _Compared) -> str:
        if compared.comparison is None:
            return ""
        return contrasts_html(compared.comparison, view.contrasts, compared.setting)

    def _page(self, document: str, number: int) -> Page | None:
        try:
            return self._application.page(document, number)
        except UnknownDocument:
            return None


def _opened(opened: Opened | None, action: str, event: gr.EventData) -> Opened | None:
    place = sent(event, "place")
    shown = int(place) if place.isdecimal() and len(place) < 9 else 0
    if action in ("cell", "theme"):
        return Opened(sent(event, "theme"), sent(event, "party"), shown=shown)
    if action == "pair":
        return Opened(sent(event, "theme"), pair=(sent(event, "one"), sent(event, "other")))
    if opened and action == "longer":
        return replace(opened, most=opened.most + STATEMENTS_AT_ONCE)
    return replace(opened, shown=shown) if opened and action == "source" else None
