"""The benchmark of reading agendas, on an agenda whose figures are counted by hand."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from evals.benchmarks.agendas import compared, main, read

AGENDA = """
| Actie | Wie | Wanneer |
|---|---|---|
| Loket open- zetten | OCW | 2026 |
| Wet | SZW | 2027 |
| Slot | UWV | |
"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Of three rows one is not expected; of the two that are, one has another owner and one another end."""
    (tmp_path / "plan.md").write_text(AGENDA, encoding="utf-8")
    actions = [
        {"step": None, "what": "Loket openzetten", "owners": [["owner", "OCW"]], "when": "2026", "end": "2026-12-31"},
        {"step": None, "what": "Wet …", "owners": [["owner", "BZK"]], "when": "2027", "end": "2027-06-30"},
        {"step": None, "what": "Evaluatie", "owners": [], "when": "2028", "end": "2028-12-31"},
    ]
    (tmp_path / "plan.json").write_text(json.dumps({"steps": [[None, ""]], "actions": actions}), encoding="utf-8")
    return tmp_path


def test_rows_owners_terms_and_ends_are_counted(folder: Path) -> None:
    expected = json.loads((folder / "plan.json").read_text(encoding="utf-8"))
    score = compared(read(folder / "plan.md"), expected)
    assert (score.expected, score.found, score.too_many) == (3, 2, 1)
    assert (score.owners, score.terms, score.ends, score.dated) == (1, 2, 1, 3)


def test_it_prints_a_line_for_each_agenda_and_what_is_wrong(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    main([str(folder), "--wrong"])
    _, line, *wrong = capsys.readouterr().out.splitlines()
    assert line.split() == ["plan.md", "2/3", "1", "1/3", "2/3", "1/3", "0"]
    assert [sentence.split()[0] for sentence in wrong] == ["owners", "end", "missing:", "too"]


def test_a_folder_without_agendas_is_asked_wrongly(tmp_path: Path) -> None:
    with pytest.raises(SystemExit):
        main([str(tmp_path)])
