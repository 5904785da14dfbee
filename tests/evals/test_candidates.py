"""What users judged becomes candidate questions, which a person has to complete."""

from __future__ import annotations

import json
from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from typing import Any

import pytest

from assistant.bootstrap import build_application
from assistant.domain.feedback import CitedWords, Feedback, Verdict
from assistant.settings import Settings
from evals.__main__ import main
from evals.candidates import candidates
from evals.questions import load

QUESTION = "Hoeveel kost de proef met waterstof?"


def given(**changes: Any) -> Feedback:
    usual: dict[str, Any] = {
        "id": "a1",
        "question": QUESTION,
        "history": (),
        "language": "nl",
        "status": "answered",
        "answer": "12 miljoen euro. [1]",
        "citations": (CitedWords("brief", 1, "12 miljoen euro"),),
        "documents": (("brief", "v1"),),
        "verdict": Verdict.GOOD,
        "remark": "",
        "at": datetime.fromisoformat("2025-11-01T12:00"),
    }
    return Feedback(**usual | changes)


def test_a_candidate_has_the_question_as_it_was_asked_and_what_was_said_of_its_answer() -> None:
    (found,) = candidates([given(history=("Wat is de proef?",), verdict=Verdict.BAD, remark="Het is meer.")])
    assert (found["question"], found["history"], found["language"]) == (QUESTION, ["Wat is de proef?"], "nl")
    assert (found["type"], found["gold"], found["facts"], found["slices"]) == ("", [], [], ["feedback"])
    assert found["feedback"] == [
        {
            "verdict": "bad",
            "remark": "Het is meer.",
            "at": "2025-11-01T12:00:00",
            "status": "answered",
            "answer": "12 miljoen euro. [1]",
            "cited": [{"document": "brief", "page": 1, "quote": "12 miljoen euro"}],
            "versions": {"brief": "v1"},
        }
    ]


def test_one_question_is_one_candidate_under_one_name_however_often_it_was_judged() -> None:
    later = given(id="b2", verdict=Verdict.BAD, at=datetime.fromisoformat("2025-11-02T12:00"))
    (once,) = candidates([given()])
    (twice,) = candidates([later, given()])
    assert once["id"] == twice["id"]
    assert [each["verdict"] for each in twice["feedback"]] == ["good", "bad"]


def test_another_conversation_makes_another_question_and_the_worst_come_first() -> None:
    found = candidates(
        [given(), given(id="b2", history=("Eerder?",), verdict=Verdict.BAD), given(id="c3", question="Wie?")]
    )
    assert found[0]["history"] == ["Eerder?"]
    assert len({each["id"] for each in found}) == 3


def test_an_answer_in_a_language_without_a_catalogue_makes_a_dutch_question() -> None:
    assert [each["language"] for each in candidates([given(language="en")])] == ["en"]
    assert [each["language"] for each in candidates([given(language="de")])] == ["nl"]


@pytest.fixture
def library(tmp_path: Path) -> Path:
    """A data folder with one document of one page."""
    (tmp_path / "brief.md").write_text("De proef met waterstof kost 12 miljoen euro.\n", encoding="utf-8")
    list(build_application(Settings(tmp_path / "data")).ingest([str(tmp_path / "brief.md")]))
    return tmp_path / "data"


@pytest.fixture
def exported(library: Path, tmp_path: Path) -> Callable[[], int]:
    return lambda: main(["export", "--to", "questions", "--data", str(library), "--output", str(tmp_path / "out")])


def test_what_was_judged_comes_out_and_is_a_sound_question_when_it_is_completed(
    library: Path, exported: Callable[[], int], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    application = build_application(Settings(library))
    application.remark_on(application.ask(QUESTION), Verdict.GOOD)
    assert exported() == 0
    path = tmp_path / "out" / "candidates.jsonl"
    assert capsys.readouterr().out == f"{path}\n"
    validate = ["validate", "--questions", str(path), "--data", str(library)]
    assert main(validate) == 2
    said = capsys.readouterr().err
    assert "line 1 is a candidate: fill in its type, the gold" in said
    assert said.count("\n") == 1

    entry = json.loads(path.read_text(encoding="utf-8"))
    del entry["feedback"]
    entry |= {
        "type": "number",
        "gold": [[{"document": "brief", "page": 1, "anchors": ["12 miljoen"]}]],
        "facts": [{"name": "12 miljoen", "patterns": ["12 miljoen"]}],
    }
    path.write_text(json.dumps(entry), encoding="utf-8")
    assert main(validate) == 0
    assert load(path)[0].text == QUESTION


def test_where_nothing_was_judged_there_is_nothing_to_export(
    exported: Callable[[], int], capsys: pytest.CaptureFixture[str]
) -> None:
    assert exported() == 2
    assert "No answer has been judged" in capsys.readouterr().err
    assert main(["export", "--to", "questions"]) == 2
    assert "name its folder with --data" in capsys.readouterr().err
