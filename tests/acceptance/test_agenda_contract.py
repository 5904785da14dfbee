"""What scripts and offices rely on of agendas: the real program over the corpus."""

from __future__ import annotations

import csv
import io
import subprocess
from pathlib import Path
from typing import Any

import docx
import pytest
from icalendar import Calendar

from tests.acceptance.program import Program

LETTER = "kst-30012-157"
BUNDLE = "vh-congresbundel-2025"


def actions(tree: dict[str, Any]) -> list[dict[str, Any]]:
    return [action for agenda in tree["agendas"] for step in agenda["steps"] for action in step["actions"]]


def asked(program: Program, *filters: str) -> list[dict[str, Any]]:
    ended = program("agenda", "--format", "json", *filters)
    assert ended.status == 0
    return actions(ended.json)


def test_the_agenda_of_the_corpus_has_seven_steps_and_eighteen_actions(corpus: Program) -> None:
    ended = corpus("agenda", "--format", "json")
    assert (ended.status, ended.err) == (0, "")
    (agenda,) = ended.json["agendas"]
    assert (agenda["document"], agenda["title"]) == (LETTER, "Onderwijsagenda LLO")
    assert [each["number"] for each in agenda["steps"]] == [1, 2, 3, 4, 5, 6, 7]
    assert [len(each["actions"]) for each in agenda["steps"]] == [2, 1, 2, 3, 4, 2, 4]


def test_an_action_has_the_fields_of_the_contract(corpus: Program) -> None:
    found = asked(corpus, "--step", "4", "--on", "2024-06-01")
    first = found[0]
    assert [*first][:6] == ["id", "what", "owners", "when", "standing", "source"]
    assert {"name", "stakeholder"} <= {*first["owners"][0]}
    assert first["when"] == {
        "text": "2023/2024", "start": "2023-01-01", "end": "2024-12-31", "precision": "span",
    }  # fmt: skip
    assert [each["name"] for each in first["owners"]] == ["OCW", "DUO", "onderwijsveld", "SBB", "sociale partners"]
    assert (first["standing"], first["source"]["document"], first["source"]["page"]) == ("running", LETTER, 5)
    assert first["source"]["quote"].count(" | ") == 2


@pytest.mark.parametrize(
    ("filters", "count"),
    [
        (("--owner", "SBB"), 7),
        (("--owner", "UWV"), 1),
        (("--owner", "SBB", "--year", "2026"), 3),
        (("--standing", "doorlopend"), 1),
        (("--on", "2028-01-01", "--standing", "loopt"), 0),
        (("--on", "2028-01-01", "--standing", "termijn voorbij"), 17),
    ],
)
def test_filters_find_the_actions_that_they_describe(corpus: Program, filters: tuple[str, ...], count: int) -> None:
    assert len(asked(corpus, *filters)) == count


@pytest.mark.parametrize(
    ("arguments", "sentence"),
    [
        (("--on", "31-02-2026"), "geen bestaande datum"),
        (("--owner", "SBBB"), "bedoelt u SBB"),
        (("--document", "unl-llo"), "geen agenda"),
        (("diff", LETTER, "unl-llo"), "geen agenda"),
        (("diff", LETTER), "NEW"),
    ],
)
def test_what_is_asked_wrongly_is_one_sentence(corpus: Program, arguments: tuple[str, ...], sentence: str) -> None:
    ended = corpus("agenda", *arguments)
    assert (ended.status, ended.out) == (2, "")
    assert sentence in ended.complaint


def test_every_format_comes_through_a_pipe_as_a_program_opens_it(corpus: Program) -> None:
    def piped(format: str) -> bytes:  # noqa: A002
        process = corpus.started("agenda", "--format", format, stderr=subprocess.DEVNULL)
        out, _ = process.communicate(timeout=120)
        assert process.returncode == 0
        return out

    rows = list(csv.reader(io.StringIO(piped("csv").decode("utf-8-sig"), newline=""), delimiter=";"))
    assert (len(rows), {len(row) for row in rows}) == (19, {17})
    assert len(Calendar.from_ical(piped("ics")).walk("VEVENT")) == 17
    (table,) = docx.Document(io.BytesIO(piped("docx"))).tables
    assert len(table.rows) == 1 + 7 + 18


def test_corrections_and_statuses_outlive_removing_and_reading_anew(changeable_corpus: Program, tmp_path: Path) -> None:
    program, first = changeable_corpus, f"{LETTER}:4.1"
    path = tmp_path / "correcties.csv"
    path.write_text(f"actie;kolom;waarde;door;waarom\n{first};wanneer;2023/2027;M. de Wit;verlengd\n")
    assert program("agenda", "correct", path).status == 0
    (hit,) = program("search", "microcredentials", "-k", "1", "--json").json["hits"]
    words = " ".join(hit["text"].split()[:8])
    proof = ("--document", hit["document"], "--words", words, "--by", "M. de Wit")
    assert program("agenda", "status", first, "deels voldaan", *proof).status == 0
    refused = program(
        "agenda", "status", first, "voldaan", "--document", BUNDLE, "--words", "kaas uit 1604", "--by", "ik"
    )
    assert (refused.status, "letterlijk" in refused.complaint) == (2, True)
    program("remove", LETTER)
    assert program("status", "--json").json["detached"] == 2
    program("ingest")
    (found,) = [each for each in asked(program) if each["id"] == first]
    assert (found["when"]["text"], found["corrections"][0]["by"]) == ("2023/2027", "M. de Wit")
    assert found["status"]["status"] == "partly_done"
    assert found["source"]["quote"].endswith("2023/2024")
    assert program("status", "--json").json["detached"] == 0


def test_parties_have_actions_and_documents(corpus: Program) -> None:
    (sbb,) = corpus("stakeholders", "SBB", "--json").json
    assert [*sbb][:6] == ["id", "name", "aliases", "kind", "actions", "documents"]
    assert len(sbb["actions"]) == 7
    assert LETTER in sbb["documents"]
    ended = corpus("stakeholders", "zwembad")
    assert (ended.status, "zwembad" in ended.complaint) == (2, True)
