"""What a person does in the agenda tab, and what the application is asked for it."""

from __future__ import annotations

import base64
from typing import Any

import gradio as gr
import pytest

from assistant.domain.agenda import Status
from assistant.domain.errors import UnknownAction
from assistant.texts import texts_in
from assistant.web.agenda import AgendaTab
from assistant.web.agenda_view import AgendaView
from tests.fakes.agenda import CERTIFICATES, MICROCREDENTIALS, PILOTS
from tests.fakes.application import TODAY, FakeApplication


class Session:
    """The tab as one browser has it; what is shown stays until it is replaced."""

    def __init__(self, application: FakeApplication) -> None:
        with gr.Blocks(analytics_enabled=False):
            self.tab = AgendaTab(application, texts_in("nl"), clock=lambda: TODAY)
        self.view: AgendaView = AgendaView()
        self.filters = self.results = self.panel = ""

    def open(self) -> None:
        self._show(self.tab._load(None, "nl"))

    def filter(self, **fields: str) -> None:
        self._show(self.tab._filter(self.view, "nl", self._event(fields)))

    def look(self, action: str, **fields: str) -> None:
        self._show(self.tab._look(self.view, "nl", self._event({"action": action, **fields})))

    def handle(self, action: str, **fields: str) -> None:
        self._show(self.tab._handle(self.view, "nl", self._event({"action": action, **fields})))

    def pick(self, content: str, name: str = "correcties.csv") -> None:
        self.look("import", name=name, content=base64.b64encode(content.encode()).decode())

    def clear(self) -> None:
        self._show(self.tab._clear(self.view, "nl"))

    def _event(self, data: dict[str, str]) -> gr.EventData:
        return gr.EventData(None, data)

    def _show(self, changed: tuple[Any, Any, Any, AgendaView]) -> None:
        for name, html in zip(("filters", "results", "panel"), changed[:3], strict=True):
            if isinstance(html, str):
                setattr(self, name, html)
        self.view = changed[3]

    @property
    def rows(self) -> int:
        return self.results.count("data-row=")


@pytest.fixture
def application() -> FakeApplication:
    return FakeApplication()


@pytest.fixture
def session(application: FakeApplication) -> Session:
    session = Session(application)
    session.open()
    return session


def test_nothing_is_read_before_the_tab_is_opened(monkeypatch: pytest.MonkeyPatch) -> None:
    def unexpected(self: FakeApplication) -> None:
        pytest.fail("the agendas were read")

    monkeypatch.setattr(FakeApplication, "agendas", unexpected)
    tab = Session(FakeApplication()).tab
    assert set(tab.translated(None, texts_in("en")).values()) == {""}


def test_the_filter_narrows_the_table(session: Session) -> None:
    assert session.rows == 8
    session.filter(party="sbb", year="2025")
    assert session.rows == 1  # the register goes on; what else SBB was to do was over by 2024
    session.clear()
    assert session.rows == 8


def test_another_agenda_has_other_steps(session: Session) -> None:
    session.filter(document="kst-30012-157", step="4")
    assert '<option value="4">Stap 4: Bevorderen' in session.filters
    assert session.view.wanted.step is None  # it was a step of all agendas
    session.filter(document="kst-30012-157", step="4")
    assert session.rows == 3


def test_the_standing_is_that_of_the_date(session: Session) -> None:
    session.filter(standing="running", on="2023-06-01")
    assert session.rows == 3
    assert "op 1 juni 2023" in session.results


def test_a_number_of_the_workload_leads_to_those_actions(session: Session) -> None:
    session.filter(year="2024")
    session.look("view", part="workload")
    session.look("cell", party="sbb", document="kst-30012-157", step="4")
    assert session.rows == 2
    assert session.view.wanted.year == 2024
    assert 'data-value="sbb"' in session.filters


def test_an_action_is_opened_and_closed(session: Session) -> None:
    session.look("open", id=MICROCREDENTIALS.id)
    assert "De werkgroep microcredentials kwam drie keer bijeen" in session.panel.replace("<strong>", "").replace(
        "</strong>", ""
    )
    session.handle("mention", place="1")
    assert "Toon de rij in de agenda" in session.panel
    session.handle("row")
    assert "Toon de rij in de agenda" not in session.panel
    session.handle("shut")
    assert session.panel == ""


def test_an_action_that_has_gone_is_told(session: Session) -> None:
    session.look("open", id="weg:1.1")
    assert "Deze actie is er niet meer" in session.panel


def test_a_status_is_kept_with_words_that_stand_in_the_document(session: Session, application: FakeApplication) -> None:
    session.look("open", id=PILOTS.id)
    form = {"status": "done", "document": "kst-30012-157", "by": "J. de Vries", "remark": ""}
    session.handle("record", words="Dit staat nergens", **form)
    assert "Deze woorden staan niet in kst-30012-157" in session.panel
    assert application.action(PILOTS.id).status is None
    session.handle("record", words=" Een microcredential is een digitaal certificaat. ", **form)
    recorded = application.action(PILOTS.id).status
    assert recorded is not None
    assert (recorded.status, recorded.by, recorded.proof.page) == (Status.DONE, "J. de Vries", 3)
    assert "De status is vastgelegd." in session.panel
    assert "voldaan" in session.results
    assert session.view.by == "J. de Vries"


def test_a_status_without_proof_is_not_even_asked_for(session: Session, application: FakeApplication) -> None:
    session.look("open", id=PILOTS.id)
    session.handle("record", status="done", by="J")
    assert "Vul ook in: Document, Woorden die het bewijzen." in session.panel
    assert application.action(PILOTS.id).status is None


def test_a_correction_is_kept_with_who_when_and_why(session: Session, application: FakeApplication) -> None:
    session.look("open", id=CERTIFICATES.id)
    session.handle("correct", column="what", value="Verkenning van certificaten", why="titel was afgebroken", by="J")
    made = application.action(CERTIFICATES.id).corrections[0]
    assert (made.column, made.by, made.why) == ("what", "J", "titel was afgebroken")
    assert made.at.tzinfo is None
    assert "Gelezen als" in session.panel
    assert "Verkenning van certificaten" in session.results


def test_a_fault_that_nobody_foresaw_is_a_sentence(session: Session) -> None:
    session.look("open", id=PILOTS.id)
    session.handle("record", status="nonsense", document="x", words="y", by="J")
    assert "Er ging iets mis bij het bewaren" in session.panel


def test_two_versions_are_compared(session: Session) -> None:
    session.look("view", part="versions")
    assert "Oude versie" in session.results
    session.look("compare", old="kst-30012-157", new="kst-30012-157")
    assert "twee keer dezelfde agenda" in session.results
    session.look("compare", old="kst-30012-157", new="actieplan-2025")
    assert "andere termijn" in session.results
    session.look("compare", old="kst-30012-157", new="weg")
    assert "In weg staat geen agenda" in session.results


def test_an_empty_register_says_what_is_missing(application: FakeApplication) -> None:
    application.register = ()
    session = Session(application)
    session.open()
    assert "Er is nog geen agenda" in session.results
    assert session.filters == ""
    with pytest.raises(UnknownAction):
        application.action(PILOTS.id)


def test_all_of_it_turns_english(session: Session) -> None:
    session.look("open", id=PILOTS.id)
    shown = session.tab.translated(session.view, texts_in("en"))
    assert "All parties" in shown[session.tab.filters]
    assert "8 actions" in shown[session.tab.results]
    assert "Later mentions" in shown[session.tab.panel]


def test_a_number_that_is_clicked_twice_sets_the_filter_twice(session: Session) -> None:
    session.look("cell", party="sbb", document="kst-30012-157", step="4")
    before = session.filters
    session.filter(party="ocw", document="kst-30012-157", step="4")
    assert session.filters == before  # what the browser shows, it knows itself
    session.look("cell", party="sbb", document="kst-30012-157", step="4")
    assert session.filters != before


def test_a_page_that_outlived_its_server_starts_anew(application: FakeApplication) -> None:
    tab = Session(application).tab
    click = gr.EventData(None, {"action": "open", "id": PILOTS.id, "party": "sbb"})
    assert "Pilots" in tab._look(None, "nl", click)[2]
    assert tab._filter(None, "nl", click)[1].count("data-row=") == 3
    assert tab._clear(None, "nl")[1].count("data-row=") == 8
    assert tab._handle(None, "nl", click)[2] == ""


HEADER = "actie;kolom;waarde;door;waarom\n"


def test_corrections_from_a_file_are_kept_and_seen(session: Session) -> None:
    session.look("open", id=PILOTS.id)
    rows = f"{PILOTS.id};wat;Proeven <b>nu</b>;M. de Wit;nieuw\n{MICROCREDENTIALS.id};wat;Twee;M. de Wit;nieuw\n"
    session.pick(HEADER + rows)
    assert "2 correcties vastgelegd." in session.results
    assert "Proeven &lt;b&gt;nu&lt;/b&gt;" in session.results
    assert "Proeven &lt;b&gt;nu&lt;/b&gt;" in session.panel
    session.filter()
    assert "vastgelegd." not in session.results


def test_one_wrong_row_of_a_file_keeps_all_of_it_out(session: Session) -> None:
    session.pick(HEADER + f"{PILOTS.id};wat;Proeven;M. de Wit;nieuw\n<i>9;wat;Twee;M. de Wit;nieuw\n")
    assert "rij 3: Er is geen actie" in session.results
    assert "&lt;i&gt;9" in session.results
    assert "Proeven" not in session.results
    assert '<details class="fold import" open="open">' in session.results


@pytest.mark.parametrize(
    ("content", "sentence"),
    [
        ("", "In a&amp;b.csv ontbreken de kolommen actie, kolom, waarde, door, waarom"),
        (HEADER, "In a&amp;b.csv staan geen correcties"),
        ("x" * 1_000_001, "a&amp;b.csv is groter dan 1 MB"),
    ],
)
def test_a_file_of_another_form_is_refused_by_the_name_it_has(session: Session, content: str, sentence: str) -> None:
    session.pick(content, "a&b.csv")
    assert sentence in session.results


def test_what_is_no_file_is_refused(session: Session) -> None:
    session.look("import", name="a.csv", content="-")
    assert "Er ging iets mis bij het bewaren" in session.results


def test_corrections_are_told_in_the_language_of_the_page(session: Session) -> None:
    content = base64.b64encode(b"action;value\n").decode()
    event = gr.EventData(None, {"action": "import", "name": "a.csv", "content": content})
    shown = session.tab._look(session.view, "en", event)[1]
    assert "a.csv lacks the columns column, by, why" in shown
    assert 'href="agenda/corrections?language=en"' in shown
