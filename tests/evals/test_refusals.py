"""What ends a command of the suite before it has a result, in one sentence."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest
from filelock import FileLock

from evals import commands
from evals.__main__ import main
from evals.runner import LOCK
from tests.evals.harbour import QUESTIONS, written
from tests.evals.products import PreparedProduct


@pytest.mark.parametrize(
    ("arguments", "complaint"),
    [
        (["--suite", "onbekend"], "no suite or file 'onbekend'"),
        (["--data", "nergens"], "nergens is no data folder"),
        (["--engine", "model"], "No language model is set up"),
        (["--slice", "type=multi"], "No question is in type=multi"),
        (["--gates", "nergens.yaml"], "nergens.yaml cannot be read as gates"),
        (["--output", "/dev/null/run"], "cannot be made a folder"),
    ],
)
def test_what_is_set_up_wrong_is_said_in_one_sentence(
    arguments: list[str], complaint: str, evals: Callable[..., int], capsys: pytest.CaptureFixture[str]
) -> None:
    assert evals("run", *arguments) == 2
    captured = capsys.readouterr()
    assert complaint in captured.err
    assert captured.err.count("\n") == 1
    assert captured.out == ""


def test_gold_for_a_document_that_is_absent_is_refused(
    evals: Callable[..., int], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    absent = QUESTIONS[1] | {"gold": [[{"document": "brief", "page": 2, "anchors": ["12 miljoen"]}]]}
    assert evals("run", "--suite", written(tmp_path / "own.jsonl", [absent])) == 2
    assert "number-1: brief p. 2 is not among the documents" in capsys.readouterr().err


def test_an_empty_library_has_nothing_to_ask(tmp_path: Path, suite: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "data").mkdir()
    assert main(["run", "--suite", str(suite), "--data", str(tmp_path / "data"), "--output", str(tmp_path)]) == 2
    assert "is empty: read documents in" in capsys.readouterr().err


def test_a_folder_without_a_run_is_none(
    evals: Callable[..., int], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    for command in (("bless", tmp_path), ("diff", tmp_path, tmp_path), ("export", tmp_path, "--to", "csv")):
        assert evals(*command) == 2
        assert "holds no results of a run" in capsys.readouterr().err


def test_when_every_question_fails_the_set_up_is_wrong(
    evals: Callable[..., int], monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    @contextmanager
    def dead(*arguments: Any) -> Iterator[Any]:
        yield PreparedProduct({}, {("agenda", 1): "walstroom", ("agenda", 2): "12 miljoen"})

    monkeypatch.setattr(commands, "opened", dead)
    assert evals("run") == 2
    assert "Every question failed, the first with ValueError: daar kan het niet tegen" in capsys.readouterr().err


def test_a_folder_that_cannot_be_written_to_is_said_in_one_sentence(
    evals: Callable[..., int], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "run" / "results.jsonl").mkdir(parents=True)
    assert evals("run") == 2
    assert "results.jsonl" in capsys.readouterr().err


def test_an_interrupted_run_says_that_it_goes_on(
    evals: Callable[..., int], monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def interrupted(*arguments: Any) -> Any:
        raise KeyboardInterrupt

    monkeypatch.setattr(commands, "ask_all", interrupted)
    assert evals("run") == 2
    assert "goes on where this one stopped" in capsys.readouterr().err


def test_refusals_of_a_run_are_in_the_language_of_its_page(
    evals: Callable[..., int], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    misplaced = {**QUESTIONS[1], "gold": [[{"document": "brief", "page": 2, "anchors": ["12"]}]]}
    suite = written(tmp_path / "elders.jsonl", [misplaced])
    assert evals("run", "--suite", suite, "--language", "nl") == 2
    said = "De vragen passen niet bij de documenten. number-1: brief p. 2 is er niet.\n"
    assert capsys.readouterr().err == said
    assert evals("run", "--data", tmp_path / "nergens", "--language", "nl") == 2
    assert "is geen map met gegevens" in capsys.readouterr().err


def test_questions_that_are_being_measured_are_not_measured_beside_it(
    evals: Callable[..., int], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "run").mkdir()
    with FileLock(tmp_path / "run" / LOCK):
        assert evals("run") == 2
        assert "are being measured already" in capsys.readouterr().err
        assert not (tmp_path / "run" / commands.PAGE).exists()
        assert evals("run", "--output", tmp_path / "elsewhere") == 0
    assert evals("run") == 0


def test_what_is_not_installed_is_said_with_the_way_to_install_it(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setitem(sys.modules, "evals.commands", None)
    monkeypatch.delattr("evals.commands")
    assert main(["agree"]) == 2
    assert "install it with pip install '.[eval]'" in capsys.readouterr().err
