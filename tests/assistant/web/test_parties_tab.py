"""The tab of parties: what it finds, what it says of a party, and that nothing in it works as markup."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import Any

import gradio as gr
import pytest

from assistant.domain.agenda import Owner, Quotation, ResolvedOwner
from assistant.domain.documents import Page
from assistant.domain.positions import Theme
from assistant.domain.stakeholders import Name, NamedAt, Stakeholder
from assistant.texts import texts_in
from assistant.web.parties import PartiesTab
from assistant.web.parties_list import list_html, search_html
from assistant.web.parties_view import Known, Opened, Order, PartiesView, Search, found, search_from
from assistant.web.party_chart import chart_html
from assistant.web.party_panel import Shown, panel_html, role_in_words
from assistant.web.positions_words import Setting
from tests.assistant.web.markup_reading import EVIL, Reader
from tests.fakes.agenda import AGENDAS, STAKEHOLDERS
from tests.fakes.application import FakeApplication
from tests.fakes.documents import AGENDA, PAPER, REPORT
from tests.fakes.positions import FUNDING, RECOGNITION

NL, EN = texts_in("nl"), texts_in("en")
PARTIES = {each.id: each for each in STAKEHOLDERS}
SETTING = Setting(PARTIES, {each.id: each for each in (AGENDA, PAPER, REPORT)}, NL)
ACTIONS = {each.action.id: each for agenda in AGENDAS for each in agenda.actions}
KNOWN = [
    Known(PARTIES["duo"], actions=2, documents=1),
    Known(PARTIES["mbo-raad"], positions=1, documents=3),
    Known(PARTIES["unl"], actions=1, positions=4, documents=3),
]


class Session:
    """The tab as one browser has it; what is shown stays until it is replaced."""

    def __init__(self, application: FakeApplication) -> None:
        with gr.Blocks(analytics_enabled=False):
            self.tab = PartiesTab(application, NL)
        self.view: PartiesView = PartiesView()
        self.search = self.list = self.panel = ""
        self._show(self.tab._load(None, "nl"))

    def filter(self, **fields: str) -> None:
        self._show(self.tab._filter(self.view, "nl", gr.EventData(None, fields)))

    def open(self, party: str) -> None:
        self._show(self.tab._look(self.view, "nl", gr.EventData(None, {"action": "open", "id": party})))

    def handle(self, action: str, **fields: str) -> None:
        self._show(self.tab._handle(self.view, "nl", gr.EventData(None, {"action": action, **fields})))

    def clear(self) -> None:
        self._show(self.tab._clear(self.view, "nl"))

    def _show(self, changed: tuple[Any, Any, Any, PartiesView]) -> None:
        for name, html in zip(("search", "list", "panel"), changed[:3], strict=True):
            if isinstance(html, str):
                setattr(self, name, html)
        self.view = changed[3]

    @property
    def rows(self) -> list[str]:
        return re.findall(r'data-row="([\w-]+)"', self.list)


@pytest.fixture
def session() -> Session:
    return Session(FakeApplication())


# --- finding


@pytest.mark.parametrize(
    ("search", "ids"),
    [
        (Search(), ["unl", "mbo-raad", "duo"]),  # of those named as often, the one of which most is known
        (Search(words="vsnu"), ["unl"]),  # a former name
        (Search(words="dienst uitvoering"), ["duo"]),  # an alias
        (Search(words="DIENST onderwijs"), ["duo"]),  # words in any place
        (Search(words="zandkasteel"), []),
        (Search(kind="sectorvereniging"), ["unl", "mbo-raad"]),
        (Search(group="sectorverenigingen"), ["mbo-raad"]),
        (Search(order=Order.POSITIONS), ["unl", "mbo-raad", "duo"]),
        (Search(order=Order.ACTIONS), ["duo", "unl", "mbo-raad"]),
        (Search(order=Order.NAME), ["duo", "mbo-raad", "unl"]),
    ],
)
def test_parties_are_found_by_all_their_names_and_put_in_order(search: Search, ids: list[str]) -> None:
    assert [each.party.id for each in found(KNOWN, search)] == ids


def test_fields_that_say_nothing_sensible_exclude_nothing() -> None:
    assert search_from({"order": "random", "words": "  ", "unheard": "of"}) == Search()


def test_a_row_says_what_a_party_is_called_and_how_much_there_is_of_it() -> None:
    text = Reader(list_html(KNOWN, PartiesView(), PARTIES, NL)).text
    assert "3 partijen" in text
    assert "voorheen VSNU" in text
    assert "ook: Dienst Uitvoering Onderwijs" in text


def test_nothing_found_is_told() -> None:
    assert "Geen partij past" in list_html([], PartiesView(), PARTIES, NL)


def test_more_parties_wait_behind_a_button() -> None:
    html = list_html(KNOWN, PartiesView(shown=2), PARTIES, NL)
    assert html.count("data-row") == 2
    assert "Toon meer (1)" in html


# --- one party


def shown(party: str, source: str = "", **known: Any) -> Shown:
    given: dict[str, Any] = {
        "members": [], "actions": [], "places": [], "positions": [], "themes": FakeApplication().themes(), **known
    }  # fmt: skip
    return Shown(party=PARTIES[party], opened=Opened(party, source), **given)


def page_of(document: str, number: int) -> Page:
    return FakeApplication().page(document, number)


def test_names_have_their_years() -> None:
    text = Reader(panel_html(shown("unl"), page_of, SETTING)).text
    assert "UNL sinds 2021" in text
    assert "VSNU tot en met 2021" in text


def test_a_party_without_anything_is_not_called_neutral() -> None:
    text = Reader(panel_html(shown("sbb"), page_of, SETTING)).text
    assert "Geen actie van een agenda noemt deze partij." in text
    assert "Geen van de ingelezen documenten noemt deze partij." in text
    assert "Dat zegt niet dat zij neutraal is." in text


def test_roles_are_its_own_or_those_of_its_group_or_being_named() -> None:
    working_group, advice = ACTIONS["kst-30012-157:4.2"], ACTIONS["kst-30012-157:4.3"]
    assert role_in_words(working_group, "duo", SETTING) == "werkgroep"
    assert role_in_words(advice, "unl", SETTING) == "actiehouder via sectorverenigingen"
    touched = replace(advice, touched=(ResolvedOwner(Owner("SBB"), "sbb"),))
    assert role_in_words(touched, "sbb", SETTING) == "genoemd in de rij"


def test_an_action_opens_its_row_on_its_page_under_it() -> None:
    action = ACTIONS["kst-30012-157:4.2"]
    closed = panel_html(shown("sbb", actions=[action]), page_of, SETTING)
    assert "Onderwijsagenda LLO (2023)" in closed
    assert "<mark>" not in closed
    row = replace(action, read=replace(action.read, quotation=Quotation(AGENDA.id, 3, "digitaal certificaat")))
    html = panel_html(shown("sbb", "action kst-30012-157:4.2", actions=[row]), page_of, SETTING)
    assert re.findall(r"<mark>(.*?)</mark>", html) == ["digitaal certificaat"]


def test_the_pages_that_name_a_party_open_with_its_names_marked() -> None:
    places = FakeApplication().named("sbb")
    html = panel_html(shown("sbb", f"page {AGENDA.id} 2", places=places), page_of, SETTING)
    assert re.findall(r"<mark>(.*?)</mark>", html) == ["SBB", "SBB"]
    assert "2 keer" in html


def test_positions_stand_under_their_themes_and_open_their_page() -> None:
    source = f"position bekostiging {FUNDING.id}"
    html = panel_html(shown("unl", source, positions=[RECOGNITION, FUNDING]), page_of, SETTING)
    assert html.count(RECOGNITION.text) == 2  # on two themes
    assert re.findall(r"<mark>(.*?)</mark>", html) == [FUNDING.text]


def test_more_of_everything_waits_behind_a_button() -> None:
    many = [replace(FUNDING, id=f"{place}") for place in range(14)]
    html = panel_html(shown("unl", positions=many), page_of, SETTING)
    assert html.count(FUNDING.text) == 12
    assert "Toon meer (2)" in html
    longer = replace(shown("unl", positions=many), opened=Opened("unl", most=24))
    assert panel_html(longer, page_of, SETTING).count(FUNDING.text) == 14


def test_the_panel_speaks_english() -> None:
    text = Reader(panel_html(shown("unl"), page_of, replace(SETTING, texts=EN))).text
    assert "VSNU until 2021" in text
    assert "Role in the agenda" in text


# --- the chart


def at(document: str, count: int) -> list[NamedAt]:
    return [NamedAt("unl", document, 1, place, place + 3) for place in range(count)]


def test_the_chart_has_a_bar_for_each_year_and_says_so_in_words() -> None:
    html = chart_html("UNL", [*at("a", 4), *at("b", 1), *at("c", 2)], {"a": "2021", "b": "2023-05", "c": "2023"}, NL)
    assert 'aria-label="Vermeldingen van UNL naar het jaar van het document: 2021: 4; 2023: 3."' in html
    assert re.findall(r"height:(\d+)%", html) == ["100", "75"]
    assert "2022" in Reader(html).text  # a year without a bar has its place


def test_documents_without_a_date_are_told_beside_the_chart() -> None:
    assert "1 document heeft geen datum" in chart_html("UNL", [*at("a", 4), *at("b", 1)], {"a": "2021", "b": ""}, NL)
    alone = chart_html("UNL", at("b", 2), {"b": ""}, NL)
    assert "over-time" not in alone
    assert "1 document heeft geen datum" in alone


def test_a_long_time_has_no_more_labels_than_fit() -> None:
    html = chart_html("UNL", [*at("a", 1), *at("b", 1)], {"a": "1985", "b": "2025"}, NL)
    assert len(re.findall(r"<small>\d+</small>", html)) <= 8


# --- in use


def test_nothing_is_read_before_the_tab_is_opened(monkeypatch: pytest.MonkeyPatch) -> None:
    tab = Session(FakeApplication()).tab

    def unexpected(self: FakeApplication) -> None:
        pytest.fail("the parties were read")

    monkeypatch.setattr(FakeApplication, "stakeholders", unexpected)
    assert set(tab.translated(None, EN).values()) == {""}


def test_a_search_narrows_the_list_and_clearing_makes_another_form(session: Session) -> None:
    before = session.search
    assert len(session.rows) == 7
    session.filter(words="vsnu")
    assert session.rows == ["unl"]
    session.clear()
    assert len(session.rows) == 7
    assert session.search != before


def test_a_party_opens_with_its_roles_and_shuts(session: Session) -> None:
    session.open("duo")
    assert "Register van erkende scholing" in session.panel
    session.handle("source", key="action kst-30012-157:1.2")
    assert 'aria-expanded="true"' in session.panel
    session.handle("source", key="action kst-30012-157:1.2")
    assert 'aria-expanded="true"' not in session.panel
    session.handle("shut")
    assert session.panel == ""


def test_a_member_leads_to_its_group_and_back(session: Session) -> None:
    session.open("mbo-raad")
    session.handle("open", id="sectorverenigingen")
    assert "Leden" in session.panel
    assert "MBO Raad" in session.panel


def test_a_party_that_is_gone_is_told(session: Session) -> None:
    session.open("zandkasteel")
    assert "staat niet meer in het register" in session.panel


# --- nothing works as markup

EVIL_PARTY = Stakeholder(EVIL, (Name(EVIL), Name(EVIL, 1, 2)), EVIL, (EVIL,), (EVIL,), tooi=EVIL)
EVIL_SETTING = Setting({EVIL: EVIL_PARTY}, {EVIL: replace(REPORT, id=EVIL, title=EVIL, date="2023")}, NL)
EVIL_ACTION = ACTIONS["kst-30012-157:4.2"]
EVIL_POSITION = replace(FUNDING, id=EVIL, text=EVIL, quotation=Quotation(EVIL, 1, EVIL), themes=(EVIL,))


def evil_panel(source: str) -> str:
    action = replace(EVIL_ACTION, action=replace(EVIL_ACTION.action, what=EVIL, id=EVIL))
    shown = Shown(
        party=EVIL_PARTY,
        members=[EVIL_PARTY],
        actions=[action],
        places=at(EVIL, 2),
        positions=[EVIL_POSITION, replace(EVIL_POSITION, themes=())],
        themes=[Theme(EVIL, EVIL, ())],
        opened=Opened(EVIL, source),
    )
    return panel_html(shown, lambda document, number: Page(1, EVIL), EVIL_SETTING)


@pytest.mark.parametrize(
    "html",
    [
        list_html([Known(EVIL_PARTY, 1, 1, 1)], PartiesView(), {EVIL: EVIL_PARTY}, NL),
        search_html([EVIL_PARTY], Search(EVIL, EVIL, EVIL), NL),
        evil_panel(""),
        evil_panel(f"action {EVIL}"),
        evil_panel(f"page {EVIL} 1"),
        evil_panel(f"position {EVIL} {EVIL}"),
        chart_html(EVIL, at(EVIL, 1), {EVIL: "2023"}, NL),
    ],
)
def test_nothing_that_comes_from_outside_works_as_markup(html: str) -> None:
    read = Reader(html)
    assert not {"script", "a", "img"} & set(read.elements)
    assert not [name for name in read.attributes if name.startswith("on")]


def test_a_page_that_outlived_its_server_starts_anew(session: Session) -> None:
    tab, click = session.tab, gr.EventData(None, {"action": "open", "id": "sbb"})
    assert "<article" in tab._look(None, "nl", click)[2]
    assert tab._filter(None, "nl", gr.EventData(None, {"words": "sbb"}))[1].count("data-row=") == 1
    assert tab._clear(None, "nl")[1].count("data-row=") == len(session.rows)
    assert tab._handle(None, "nl", gr.EventData(None, {"action": "shut"}))[2] == ""
