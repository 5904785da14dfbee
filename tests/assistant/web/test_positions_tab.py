"""What a person does in the tab of positions, and what it makes of what a browser sends."""

from __future__ import annotations

import csv
from collections.abc import Iterator
from io import BytesIO, StringIO
from typing import Any

import gradio as gr
import pytest
from docx import Document
from hypothesis import given
from hypothesis import strategies as st
from starlette.testclient import TestClient

from assistant.domain.positions import PositionKind
from assistant.positions.narrowing import EVERYTHING
from assistant.texts import texts_in
from assistant.web.asgi import asgi_app
from assistant.web.positions import PositionsTab
from assistant.web.positions_view import FIELDS, Opened, PositionsView, fields_of, view_from
from tests.fakes.application import FakeApplication
from tests.fakes.positions import AGAINST, FUNDING, RECOGNITION


class Session:
    """The tab as one browser has it; what is shown stays until it is replaced."""

    def __init__(self, application: FakeApplication) -> None:
        with gr.Blocks(analytics_enabled=False):
            self.tab = PositionsTab(application, texts_in("nl"))
        self.view: PositionsView = PositionsView()
        self.filters = self.matrix = self.panel = self.contrasts = ""

    def open(self) -> None:
        self._show(self.tab._load(None, "nl"))

    def choose(self, parties: str, themes: str, **fields: str) -> None:
        event = gr.EventData(None, {"parties": parties, "themes": themes, **fields})
        self._show(self.tab._filter(self.view, "nl", event))

    def act(self, action: str, **fields: str) -> None:
        self._show(self.tab._act(self.view, "nl", gr.EventData(None, {"action": action, **fields})))

    def clear(self) -> None:
        self._show(self.tab._clear(self.view, "nl"))

    def _show(self, changed: tuple[Any, Any, Any, Any, PositionsView]) -> None:
        for name, html in zip(("filters", "matrix", "panel", "contrasts"), changed[:4], strict=True):
            if isinstance(html, str):
                setattr(self, name, html)
        self.view = changed[4]

    @property
    def cells(self) -> int:
        return self.matrix.count('data-action="cell"')


@pytest.fixture
def session() -> Session:
    session = Session(FakeApplication())
    session.open()
    return session


def test_nothing_is_read_before_the_tab_is_opened(monkeypatch: pytest.MonkeyPatch) -> None:
    def unexpected(self: FakeApplication) -> None:
        pytest.fail("the positions were read")

    monkeypatch.setattr(FakeApplication, "positions", unexpected)
    tab = Session(FakeApplication()).tab
    assert set(tab.translated(None, texts_in("en")).values()) == {""}


def test_it_begins_with_the_parties_that_say_most_on_all_themes(session: Session) -> None:
    assert session.view.parties is not None
    assert session.view.parties[0] == "unl"
    assert set(session.view.parties) == {"unl", "mbo-raad", "sbb", "ocw"}
    assert session.cells == 4 * 3


def test_a_choice_is_compared_and_parties_keep_their_places(session: Session) -> None:
    session.choose("duo unl", "bekostiging")
    assert session.view.parties == ("unl", "duo")
    assert session.cells == 2


def test_a_cell_opens_its_statements_and_a_source_another_page(session: Session) -> None:
    session.act("cell", party="unl", theme="bekostiging")
    assert "pagina 4" in session.panel
    session.act("source", place="1")
    assert session.view.opened == Opened("bekostiging", "unl", shown=1)
    assert "pagina 2" in session.panel
    session.act("shut")
    assert session.panel == ""


def test_a_difference_opens_with_both_sources(session: Session) -> None:
    assert FUNDING.text in session.contrasts
    session.act("pair", theme="bekostiging", one=FUNDING.id, other=AGAINST.id)
    assert session.panel.count("<mark>") == 2


def test_a_party_is_taken_out_and_the_form_knows(session: Session) -> None:
    session.act("drop", party="unl")
    assert "unl" not in (session.view.parties or ())
    assert 'value="unl" checked' not in session.filters
    assert session.cells == 3 * 3


def test_the_kind_narrows_the_matrix(session: Session) -> None:
    session.choose("unl mbo-raad", "bekostiging", kind="wish")
    assert "wel iets, buiten de keuze" in session.matrix
    assert "wijst af" not in session.matrix


@pytest.mark.parametrize(
    ("parties", "themes", "said"),
    [
        ("unl", "bekostiging", "ten minste twee partijen"),
        ("", "", "ten minste twee partijen"),
        ("unl weg", "bekostiging", "ten minste twee partijen"),
        ("unl ocw", "", "ten minste een thema"),
    ],
)
def test_too_little_to_compare_is_told(session: Session, parties: str, themes: str, said: str) -> None:
    session.choose(parties, themes)
    assert (session.contrasts, session.panel) == ("", "")
    assert said in session.matrix


def test_clearing_begins_anew(session: Session) -> None:
    before = session.filters
    session.choose("unl ocw", "bekostiging", kind="wish")
    session.clear()
    assert session.cells == 4 * 3
    assert session.view.wanted == EVERYTHING
    assert session.filters != before  # another form, or a browser would keep what was ticked


def test_without_any_position_the_tab_says_so(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(FakeApplication, "positions", lambda self, stakeholder="", theme="": ())
    session = Session(FakeApplication())
    session.open()
    assert "Er zijn nog geen standpunten" in session.matrix
    assert session.filters == ""


def test_an_open_tab_speaks_the_other_language(session: Session) -> None:
    session.act("cell", party="unl", theme="bekostiging")
    html = " ".join(session.tab.translated(session.view, texts_in("en")).values())
    assert "calls for" in html
    assert "Differences and agreements" in html
    assert "2 positions from 1 document" in html


@pytest.mark.parametrize(
    "fields", [{"kind": "boos"}, {"since": "MMXX"}, {"until": "1"}, {"since": "9" * 5000}, {"unheard": "of"}]
)
def test_a_field_that_says_nothing_sensible_excludes_nothing(fields: dict[str, str]) -> None:
    assert view_from(fields, PositionsView()).wanted == EVERYTHING


@given(st.dictionaries(st.sampled_from(FIELDS), st.text()))
def test_whatever_is_sent_makes_a_view_that_its_own_fields_make_again(fields: dict[str, str]) -> None:
    view = view_from(fields, PositionsView())
    again = view_from(fields_of(view.parties or (), view.themes or (), view.wanted), PositionsView())
    assert again == view


# --- files


@pytest.fixture(scope="module")
def browser() -> Iterator[TestClient]:
    with TestClient(asgi_app(FakeApplication(), "nl")) as client:
        yield client


ADDRESS = "/positions/export?language=nl&parties=unl+mbo-raad&themes=bekostiging"


def test_a_word_document_holds_the_comparison_on_screen(browser: TestClient) -> None:
    answer = browser.get(f"{ADDRESS}&format=docx")
    assert answer.headers["content-disposition"].startswith("attachment; filename=standpunten-")
    tables = Document(BytesIO(answer.content)).tables
    text = "\n".join(cell.text for table in tables for row in table.rows for cell in row.cells)
    assert RECOGNITION.text in text
    assert AGAINST.text in text


def test_a_csv_file_is_narrowed_as_the_screen_is(browser: TestClient) -> None:
    content = browser.get(f"{ADDRESS}&format=csv&kind={PositionKind.WISH}").content.decode("utf-8-sig")
    rows = list(csv.reader(StringIO(content), delimiter=";"))[1:]
    assert [row[2:5] for row in rows] == [
        ["standpunt", "wenst", FUNDING.text],
        ["wel iets, buiten de keuze", "", ""],
    ]


@pytest.mark.parametrize(
    ("address", "said"),
    [
        ("/positions/export", "Dit bestand kan niet worden gemaakt"),
        ("/positions/export?format=exe&parties=unl+ocw", "Dit bestand kan niet worden gemaakt"),
        ("/positions/export?format=csv", "ten minste twee partijen"),
        ("/positions/export?format=csv&parties=unl+zandkasteel", "zandkasteel"),
    ],
)
def test_a_file_that_cannot_be_made_is_refused_with_a_sentence(browser: TestClient, address: str, said: str) -> None:
    answer = browser.get(address)
    assert answer.status_code == 404
    assert said in answer.text


def test_a_page_that_outlived_its_server_starts_anew(session: Session) -> None:
    tab = session.tab
    choice = gr.EventData(None, {"parties": "unl duo", "themes": "bekostiging"})
    assert 'data-action="cell"' in tab._filter(None, "nl", choice)[1]
    assert tab._clear(None, "nl")[1].count('data-action="cell"') == session.cells
    click = gr.EventData(None, {"action": "shut"})
    assert tab._act(None, "nl", click)[2] == ""


def test_a_party_comes_before_the_others_that_are_compared(session: Session) -> None:
    session.choose("duo unl", "bekostiging")
    session.act("cell", party="unl", theme="bekostiging")
    view = session.tab.beside(session.view, "duo")
    assert view.parties == ("duo", "unl")
    assert view.themes == ("bekostiging",)
    assert view.opened is None


def test_a_party_comes_before_those_that_say_most_when_nothing_was_compared_yet(session: Session) -> None:
    view = session.tab.beside(None, "duo")
    assert view.parties is not None
    assert view.parties[0] == "duo"
    assert set(view.parties) == {"duo", "unl", "mbo-raad", "sbb", "ocw"}
