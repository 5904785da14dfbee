"""What the evaluation tab shows and starts, and the address under which a report stands."""

from __future__ import annotations

from dataclasses import dataclass, field
from html import unescape
from pathlib import Path
from typing import Any

import gradio as gr
import pytest
from starlette.testclient import TestClient

from assistant.domain.feedback import Verdict
from assistant.suite_program import Phase, State
from assistant.web.asgi import asgi_app
from assistant.web.evaluation import EvaluationTab
from tests.fakes.answers import WORKING_GROUP
from tests.fakes.application import FakeApplication


@dataclass
class PreparedEvaluator:
    """Is in the state that it is given; ``asked`` remembers what was started and stopped."""

    data: Path
    now: State = field(default_factory=State)
    asked: list[tuple[str, ...]] = field(default_factory=list)

    def sets(self) -> tuple[str, ...]:
        return ("core", "mijn-vragen.jsonl")

    def start(self, questions: str, language: str) -> None:
        self.asked.append(("start", questions, language))
        self.now = State(questions, Phase.RUNNING)

    def stop(self) -> None:
        self.asked.append(("stop",))
        self.now = State(self.now.questions, Phase.STOPPED)

    def state(self) -> State:
        return self.now

    def report(self, questions: str) -> Path | None:
        path = self.data / f"{questions}.html"
        return path if path.is_file() else None


class Session:
    """The tab as one browser has it; what is shown stays until it is replaced."""

    def __init__(self, evaluator: PreparedEvaluator, application: FakeApplication) -> None:
        with gr.Blocks(analytics_enabled=False):
            self.tab = EvaluationTab(application, evaluator)
        self.shown = {"choice": "", "state": "", "report": ""}
        self.ticking = False
        self.questions = ""

    def open(self, language: str = "nl") -> None:
        self._show(self.tab._load(self.questions, language))

    def act(self, action: str, questions: str = "") -> None:
        event = gr.EventData(None, {"action": action, "questions": questions})
        self._show(self.tab._act(self.questions, "nl", event))

    def look(self) -> None:
        self._show(self.tab._look(self.questions, "nl"))

    def _show(self, changed: tuple[Any, ...]) -> None:
        self.shown |= {name: html for name, html in zip(self.shown, changed[:3], strict=True) if isinstance(html, str)}
        if isinstance(changed[3], gr.Timer):
            self.ticking = changed[3].active
        self.questions = changed[4]


@pytest.fixture
def evaluator(tmp_path: Path) -> PreparedEvaluator:
    return PreparedEvaluator(tmp_path)


@pytest.fixture
def application() -> FakeApplication:
    return FakeApplication()


@pytest.fixture
def session(evaluator: PreparedEvaluator, application: FakeApplication) -> Session:
    session = Session(evaluator, application)
    session.open()
    return session


def test_the_questions_of_the_project_are_chosen_and_own_ones_have_a_place(session: Session, tmp_path: Path) -> None:
    assert '<option value="core" selected>De vragen van het project' in session.shown["choice"]
    assert str(tmp_path / "evaluation" / "questions") in unescape(session.shown["choice"])
    assert (session.shown["state"], session.ticking) == ("", False)
    assert "nog niet gemeten" in session.shown["report"]


def test_a_run_is_followed_until_it_is_over_and_only_its_progress_changes(
    session: Session, evaluator: PreparedEvaluator
) -> None:
    session.act("start", "mijn-vragen.jsonl")
    assert evaluator.asked == [("start", "mijn-vragen.jsonl", "nl")]
    assert 'data-action="stop"' in session.shown["choice"]
    assert (session.ticking, "De meting begint" in session.shown["state"]) == (True, True)
    session.shown["choice"] = "as it is"
    evaluator.now = State("mijn-vragen.jsonl", Phase.RUNNING, 3, 12)
    session.look()
    assert "3 van 12 vragen" in session.shown["state"]
    assert 'value="3" max="12"' in session.shown["state"]
    assert session.shown["choice"] == "as it is"
    (evaluator.data / "mijn-vragen.jsonl.html").touch()
    evaluator.now = State("mijn-vragen.jsonl", Phase.BELOW, 12, 12)
    session.look()
    assert "voldoet niet aan alle eisen" in session.shown["state"]
    assert "questions=mijn-vragen.jsonl" in session.shown["report"]
    assert (session.ticking, 'data-action="start"' in session.shown["choice"]) == (False, True)


def test_a_run_that_another_session_started_is_followed_too(evaluator: PreparedEvaluator) -> None:
    evaluator.now = State("mijn-vragen.jsonl", Phase.RUNNING, 3, 12)
    session = Session(evaluator, FakeApplication())
    session.open()
    assert (session.ticking, session.questions) == (True, "mijn-vragen.jsonl")
    session.act("stop")
    assert evaluator.asked == [("stop",)]
    assert "Gestopt" in session.shown["state"]


def test_why_nothing_was_measured_is_said_literally(session: Session, evaluator: PreparedEvaluator) -> None:
    evaluator.now = State("core", Phase.WRONG, said="<b>brief</b> {p. 3} is not among the documents.")
    session.open()
    assert "&lt;b&gt;brief&lt;/b&gt; {p. 3} is not" in session.shown["state"]


def test_another_choice_shows_its_report_and_leaves_the_list_as_it_is(
    session: Session, evaluator: PreparedEvaluator
) -> None:
    (evaluator.data / "mijn-vragen.jsonl.html").touch()
    session.shown["choice"] = "as it is"
    session.act("choose", "mijn-vragen.jsonl")
    assert "questions=mijn-vragen.jsonl" in session.shown["report"]
    assert (session.shown["choice"], evaluator.asked) == ("as it is", [])
    session.open()
    assert '<option value="mijn-vragen.jsonl" selected>' in session.shown["choice"]


def test_what_no_list_offers_is_not_started(session: Session, evaluator: PreparedEvaluator) -> None:
    session.act("start", "../geheim.jsonl")
    assert evaluator.asked == [("start", "core", "nl")]


def test_judged_answers_are_counted_with_the_command_that_exports_them(
    session: Session, application: FakeApplication
) -> None:
    assert "nog geen antwoorden beoordeeld" in session.shown["choice"]
    application.remark_on(WORKING_GROUP, Verdict.BAD)
    session.open()
    assert "hebben 1 antwoord beoordeeld" in session.shown["choice"]
    assert "python -m evals export --to questions --data" in session.shown["choice"]


def test_a_page_that_was_never_opened_stays_as_it_is_in_another_language(evaluator: PreparedEvaluator) -> None:
    tab = Session(evaluator, FakeApplication()).tab
    label, *shown = tab._translated("", "en")
    assert label["label"] == "Evaluation"
    assert [each for each in shown if isinstance(each, str) and each] == []


def test_a_report_is_served_in_a_frame_of_this_page_alone_and_no_other_file_is(evaluator: PreparedEvaluator) -> None:
    (evaluator.data / "core.html").write_text("<h1>Verslag</h1>", encoding="utf-8")
    with TestClient(asgi_app(FakeApplication(), "nl", evaluator)) as client:
        found = client.get("/evaluation/report?questions=core")
        assert (found.status_code, found.text) == (200, "<h1>Verslag</h1>")
        assert "frame-ancestors 'self'" in found.headers["content-security-policy"]
        assert found.headers["cache-control"] == "no-store"
        gone = client.get("/evaluation/report?questions=mijn-vragen.jsonl&language=en")
        assert (gone.status_code, gone.text[:27]) == (404, "This report is not there; m")


def test_without_an_evaluator_no_report_is_served(evaluator: PreparedEvaluator) -> None:
    (evaluator.data / "core.html").write_text("<h1>Verslag</h1>", encoding="utf-8")
    with TestClient(asgi_app(FakeApplication(), "nl")) as client:
        assert "Verslag" not in client.get("/evaluation/report?questions=core").text
