"""The whole suite from its command line, over a small library that is really read in and asked."""

from __future__ import annotations

import csv
import json
import shutil
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from typing import Any
from xml.etree import ElementTree as ET

import pytest

from assistant.domain.answers import Answer
from evals import commands
from evals.__main__ import main
from evals.workbench import Examined, opened
from tests.evals.harbour import QUESTIONS, written


def results(folder: Path) -> dict[str, dict[str, Any]]:
    lines = (folder / "results.jsonl").read_text(encoding="utf-8").splitlines()
    return {entry["id"]: entry for entry in map(json.loads, lines)}


def test_a_run_measures_each_question_and_passes(
    evals: Callable[..., int], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert evals("run") == 0
    found = results(tmp_path / "run")
    assert [found[key]["scores"]["answers.correct"] for key in ("owner-1", "number-1", "none-1")] == [1.0, 1.0, 1.0]
    assert found["owner-1"]["scores"]["answers.owners_f1"] == 1.0
    assert found["none-1"]["scores"]["citations.page_f1"] is None
    shown = capsys.readouterr().out
    assert "citations.page_f1" in shown
    assert "passed  citations.resolvable: 1" in shown
    summary = json.loads((tmp_path / "run" / "summary.json").read_text(encoding="utf-8"))
    assert (summary["questions"], summary["answerable"], summary["corpus"]) == (3, 2, ["agenda (original)"])


def test_two_runs_give_the_same_bytes(evals: Callable[..., int], tmp_path: Path) -> None:
    for name in ("one", "two"):
        evals("run", "--output", tmp_path / name)
    for file in ("results.jsonl", "summary.json", "report.html", "junit.xml"):
        assert (tmp_path / "one" / file).read_bytes() == (tmp_path / "two" / file).read_bytes()


def test_broken_citations_turn_the_gate_red(
    evals: Callable[..., int], tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """The same product, but that each citation names the page after the right one."""

    class OffByOne:
        def __init__(self, examined: Examined) -> None:
            self.search, self.page, self.documents = examined.search, examined.page, examined.documents
            self._ask = examined.ask

        def ask(self, question: str, history: object = ()) -> Answer:
            answer = self._ask(question)
            return replace(answer, citations=tuple(replace(each, page=each.page + 1) for each in answer.citations))

    @contextmanager
    def broken(*arguments: Any) -> Iterator[Any]:
        with opened(*arguments) as examined:
            yield OffByOne(examined)

    monkeypatch.setattr(commands, "opened", broken)
    assert evals("run") == 1
    assert "FAILED  citations.resolvable: 0" in capsys.readouterr().out
    failed = [case.get("name") for case in cases(tmp_path, "gates") if case.find("failure") is not None]
    assert failed == ["citations.resolvable", "quotations.found"]
    assert "✗" in (tmp_path / "run" / "report.html").read_text(encoding="utf-8")


def cases(folder: Path, suite: str) -> list[ET.Element]:
    tree = ET.parse(folder / "run" / "junit.xml")
    return list(tree.iterfind(f"testsuite[@name='{suite}']/testcase"))


def test_the_page_needs_nothing_but_itself_and_holds_each_language(evals: Callable[..., int], tmp_path: Path) -> None:
    evals("run", "--language", "en")
    page = (tmp_path / "run" / "report.html").read_text(encoding="utf-8")
    assert "Meets every requirement" in page
    assert not [word for word in ("<script", "<link", "http:", "https:", "url(", "src=") if word in page]


def test_a_slice_is_asked_alone(evals: Callable[..., int], tmp_path: Path) -> None:
    assert evals("run", "--slice", "type=number") == 0
    assert list(results(tmp_path / "run")) == ["number-1"]


def test_a_run_against_a_blessed_one_shows_what_was_lost(
    evals: Callable[..., int], tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(commands, "BASELINE", tmp_path / "baseline")
    evals("run")
    assert evals("bless", tmp_path / "run") == 0
    kept = results(tmp_path / "baseline" / "haven-originals")
    assert sorted(kept["owner-1"]) == ["cited", "digest", "id", "scores", "status"]
    assert evals("run") == 0
    assert "no loss of answers.correct: 1.000 → 1.000" in capsys.readouterr().out
    assert evals("diff", tmp_path / "baseline" / "haven-originals", tmp_path / "run") == 0
    assert "3 questions in common" in capsys.readouterr().out


def test_a_baseline_over_other_documents_is_no_baseline(
    evals: Callable[..., int], tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(commands, "BASELINE", tmp_path / "baseline")
    evals("run")
    evals("bless", tmp_path / "run")
    summary = tmp_path / "baseline" / "haven-originals" / "summary.json"
    summary.write_text(summary.read_text(encoding="utf-8").replace("agenda (", "brief ("), encoding="utf-8")
    assert evals("run") == 2
    assert "over other documents" in capsys.readouterr().err
    assert evals("run", "--no-baseline") == 0


def test_explain_shows_gold_beside_cited_words(evals: Callable[..., int], capsys: pytest.CaptureFixture[str]) -> None:
    assert evals("explain", "number-1") == 0
    shown = capsys.readouterr().out
    assert "1. agenda p. 2" in shown
    assert "| ✓ [1] agenda p. 2" in shown
    assert "answers.correct                       1.000   right" in shown
    assert evals("explain", "number-9") == 2
    assert "no question 'number-9'" in capsys.readouterr().err


def test_validate_says_that_questions_are_sound_or_what_is_wrong(
    evals: Callable[..., int], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert evals("validate") == 0
    assert "3 questions are sound" in capsys.readouterr().out
    elsewhere = QUESTIONS[1] | {"gold": [[{"document": "agenda", "page": 1, "anchors": ["12 miljoen"]}]]}
    assert evals("validate", "--suite", written(tmp_path / "own.jsonl", [elsewhere])) == 2
    assert "number-1: agenda p. 1 holds none of '12 miljoen'" in capsys.readouterr().err


def test_a_run_exports_to_trec_and_csv(evals: Callable[..., int], suite: Path, tmp_path: Path) -> None:
    evals("run")
    assert evals("export", tmp_path / "run", "--to", "trec", "--suite", suite) == 0
    ranked = (tmp_path / "run" / "run.trec").read_text(encoding="utf-8").splitlines()
    assert ranked[0].split()[:2] == ["owner-1", "Q0"]
    judged = (tmp_path / "run" / "qrels.trec").read_text(encoding="utf-8")
    assert judged == "owner-1 0 agenda:1 1\nnumber-1 0 agenda:2 1\n"
    assert evals("export", tmp_path / "run", "--to", "csv") == 0
    with (tmp_path / "run" / "scores.csv").open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    assert [row["answers.correct"] for row in rows] == ["1.0", "1.0", "1.0"]
    assert [row["answers.owners_f1"] for row in rows] == ["1.0", "", ""]


def test_the_project_s_own_corpus_is_read_where_no_library_is_given(tmp_path: Path) -> None:
    assert main(["run", "--slice", "type=step", "--split", "test", "--no-baseline", "--output", str(tmp_path)]) == 0
    shutil.rmtree(tmp_path)


def test_other_programs_are_told_how_far_a_run_is(
    evals: Callable[..., int], capsys: pytest.CaptureFixture[str]
) -> None:
    assert evals("run", "--progress", "lines") == 0
    assert capsys.readouterr().err == "0/3\n1/3\n2/3\n3/3\n"


def test_a_file_of_questions_of_one_s_own_goes_by_either_name(
    library: Path, suite: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["run", "--questions", str(suite), "--data", str(library), "--output", str(tmp_path / "run")]) == 0
    assert "haven, extractive: 3 questions" in capsys.readouterr().out
