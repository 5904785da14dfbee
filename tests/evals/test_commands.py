"""The whole suite from its command line, over a small library that is really read in and asked."""

from __future__ import annotations

import csv
import json
import shutil
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from typing import Any
from xml.etree import ElementTree as ET

import pytest
from filelock import FileLock

from assistant.domain.answers import Answer
from evals import commands
from evals.__main__ import main
from evals.runner import LOCK
from evals.workbench import Examined, opened, read_in
from tests.evals.products import PreparedProduct

AGENDA = """<!-- pagina 1 -->
# Agenda duurzaam varen

## Stap 1: Havens

| Wat | Wie | Wanneer |
|---|---|---|
| Verkenning walstroom in havens | Rijkswaterstaat, HavenRaad | 2024/2025 |
| Proef met waterstof | TNO | 2026 |

<!-- pagina 2 -->
De proef met waterstof kost 12 miljoen euro.
De minister wil minder uitstoot van schepen, omdat de lucht in havensteden schoner moet.
"""
QUESTIONS: list[dict[str, Any]] = [
    {
        "id": "owner-1",
        "question": "Wie doet de verkenning walstroom in havens?",
        "type": "owner",
        "gold": [[{"document": "agenda", "page": 1, "anchors": ["walstroom"]}]],
        "facts": [{"name": "Rijkswaterstaat", "patterns": ["Rijkswaterstaat"]}],
        "owners": [{"name": "Rijkswaterstaat"}, {"name": "HavenRaad"}],
    },
    {
        "id": "number-1",
        "question": "Hoeveel kost de proef met waterstof?",
        "type": "number",
        "gold": [[{"document": "agenda", "page": 2, "anchors": ["12 miljoen"]}]],
        "facts": [{"name": "12 miljoen", "patterns": ["12 miljoen"]}],
    },
    {
        "id": "none-1",
        "question": "Wat vindt de voetbalbond van kunstgras?",
        "type": "unanswerable",
        "gold": [],
        "facts": [],
        "unanswerable": "outside",
    },
]


@pytest.fixture(scope="module")
def library(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A data folder with one document of two pages."""
    folder = tmp_path_factory.mktemp("evals")
    (folder / "agenda.md").write_text(AGENDA, encoding="utf-8")
    read_in(folder / "data", [str(folder / "agenda.md")])
    return folder / "data"


@pytest.fixture(scope="module")
def suite(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return written(tmp_path_factory.mktemp("suite") / "haven.jsonl", QUESTIONS)


@pytest.fixture
def evals(library: Path, suite: Path, tmp_path: Path) -> Callable[..., int]:
    """Runs a command over the small library; the output is in 'run'."""

    def call(command: str, *arguments: object) -> int:
        shared = ["--suite", suite, "--data", library] if command in ("run", "validate", "explain") else []
        output = ["--output", tmp_path / "run"] if command == "run" and "--output" not in arguments else []
        return main([command, *map(str, [*shared, *output, *arguments])])

    return call


def written(path: Path, entries: list[dict[str, Any]]) -> Path:
    usual = {"language": "nl", "split": "dev"}
    lines = (json.dumps(usual | {"family": each["id"]} | each) for each in entries)
    path.write_text("".join(f"{line}\n" for line in lines), encoding="utf-8")
    return path


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


def test_what_is_not_installed_is_said_with_the_way_to_install_it(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setitem(sys.modules, "evals.commands", None)
    monkeypatch.delattr("evals.commands")
    assert main(["agree"]) == 2
    assert "install it with pip install '.[eval]'" in capsys.readouterr().err
