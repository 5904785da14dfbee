"""The suite as a program beside the page: how far it is, what came of it, and how it is stopped."""

from __future__ import annotations

import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from assistant.settings import Settings
from assistant.suite_program import Phase, State, SuiteProgram, own_questions

# Programs that stand in for the suite; each is given the same arguments.
WRITES_A_REPORT = """
import os, pathlib, sys
given = dict(zip(sys.argv[2::2], sys.argv[3::2]))
folder = pathlib.Path(given["--output"])
folder.mkdir(parents=True, exist_ok=True)
(folder / "report.html").write_text(" ".join([*sys.argv[1:], os.environ["WIEWATWANNEER_EMBEDDER"]]))
print("2/2", file=sys.stderr)
"""
GOES_ON = "import sys, time; print('1/9', file=sys.stderr, flush=True); time.sleep(60)"


@pytest.fixture
def suite(tmp_path: Path) -> Callable[[str], SuiteProgram]:
    own = own_questions(tmp_path)
    own.mkdir(parents=True)
    (own / "mijn-vragen.jsonl").touch()
    return lambda script: SuiteProgram(Settings(tmp_path, embedder="none"), [sys.executable, "-c", script])


def until(suite: SuiteProgram, reached: Callable[[State], bool]) -> State:
    for _ in range(600):
        if reached(suite.state()):
            return suite.state()
        time.sleep(0.05)
    pytest.fail(f"it stays {suite.state()}")


def is_over(state: State) -> bool:
    return state.phase not in (Phase.IDLE, Phase.RUNNING)


def test_own_questions_stand_beside_those_of_the_project(suite: Callable[[str], SuiteProgram], tmp_path: Path) -> None:
    (own_questions(tmp_path) / "kladje.txt").touch()
    assert suite("").sets() == ("core", "mijn-vragen.jsonl")


def test_without_a_folder_of_questions_there_are_those_of_the_project(tmp_path: Path) -> None:
    assert SuiteProgram(Settings(tmp_path / "nieuw")).sets() == ("core",)


def test_a_run_is_over_the_library_and_its_settings_and_leaves_a_report(
    suite: Callable[[str], SuiteProgram], tmp_path: Path
) -> None:
    program = suite(WRITES_A_REPORT)
    assert program.report("mijn-vragen.jsonl") is None
    program.start("mijn-vragen.jsonl", "en")
    assert until(program, is_over) == State("mijn-vragen.jsonl", Phase.PASSED, 2, 2)
    report = program.report("mijn-vragen.jsonl")
    assert report is not None
    said = report.read_text(encoding="utf-8")
    assert said.startswith(f"run --questions {tmp_path}/evaluation/questions/mijn-vragen.jsonl --data {tmp_path} ")
    assert said.endswith("--language en --progress lines --no-baseline none")
    assert program.report("core") is None


@pytest.mark.parametrize(
    ("end", "phase"),
    [("", Phase.PASSED), ("sys.exit(1)", Phase.BELOW), ("sys.exit(2)", Phase.WRONG), ("os.abort()", Phase.WRONG)],
)
def test_the_exit_status_says_what_came_of_it(suite: Callable[[str], SuiteProgram], end: str, phase: Phase) -> None:
    program = suite(WRITES_A_REPORT + end)
    program.start("core", "nl")
    assert until(program, is_over).phase is phase


@pytest.mark.parametrize("status", [0, 1, 2])
def test_without_a_new_report_nothing_was_measured_and_the_last_sentence_says_why(
    suite: Callable[[str], SuiteProgram], status: int
) -> None:
    program = suite(f"import sys; print('De bibliotheek is leeg: lees in.', file=sys.stderr); sys.exit({status})")
    program.start("core", "nl")
    state = until(program, is_over)
    assert (state.phase, state.said) == (Phase.WRONG, "De bibliotheek is leeg: lees in.")


def test_one_run_at_a_time_is_followed_and_stopped(suite: Callable[[str], SuiteProgram]) -> None:
    program = suite(GOES_ON)
    program.start("core", "nl")
    until(program, lambda state: state.total == 9)
    program.start("mijn-vragen.jsonl", "nl")
    assert program.state() == State("core", Phase.RUNNING, 1, 9)
    began = time.monotonic()
    program.stop()
    assert time.monotonic() - began < 30
    assert program.state() == State("core", Phase.STOPPED, 1, 9)
    program.stop()
    assert program.state().phase is Phase.STOPPED


@pytest.mark.parametrize("questions", ["", "onbekend", "../../geheim.jsonl", "mijn-vragen"])
def test_what_is_no_set_of_questions_is_not_asked_and_has_no_report(
    suite: Callable[[str], SuiteProgram], questions: str
) -> None:
    program = suite(WRITES_A_REPORT)
    program.start(questions, "nl")
    assert program.state() == State()
    assert program.report(questions) is None
