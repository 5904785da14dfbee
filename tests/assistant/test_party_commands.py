"""The commands of parties as scripts and people meet them."""

from __future__ import annotations

import csv
import io
from pathlib import Path

import docx
import pytest

from tests.fakes.command_line import Bench


def test_json_has_a_cell_for_each_party_and_theme_as_the_contract_says(run: Bench[bytes]) -> None:
    tree = run.json("compare", "UNL", "MBO Raad", "DUO", "--json")
    assert tree["parties"] == ["unl", "mbo-raad", "duo"]
    assert [each["id"] for each in tree["themes"]] == ["bekostiging", "microcredentials", "wettelijke-taak"]
    cells = tree["themes"][0]["cells"]
    assert {party: cell["state"] for party, cell in cells.items()} == {
        "unl": "position",
        "mbo-raad": "position",
        "duo": "silent",
    }
    strongest = cells["unl"]["statements"][0]
    assert (strongest["document"], strongest["page"], strongest["speaker"]) == (
        "positie-unl",
        4,
        "Universiteiten van Nederland",
    )
    assert strongest["text"].startswith("erkenning van post-initieel")
    assert strongest["lead_in"] == "Daarom pleit UNL voor:"
    mentioned = tree["themes"][1]["cells"]["duo"]
    assert (mentioned["state"], mentioned["statements"], mentioned["mentions"][0]["page"]) == ("mentioned", [], 2)
    (contrast,) = tree["themes"][0]["contrasts"]
    assert (contrast["kind"], [each["page"] for each in contrast["statements"]]) == ("difference", [2, 1])


def test_json_says_of_an_unsure_speaker_that_the_document_says_it(run: Bench[bytes]) -> None:
    tree = run.json("compare", "SBB", "UNL", "--theme", "microcredentials", "--format", "json")
    (statement,) = tree["themes"][0]["cells"]["sbb"]["statements"]
    assert statement["speaker"].startswith("volgens ")
    assert statement["basis"] == "document"


def test_the_table_has_statements_with_their_sources_and_names_differences(run: Bench[bytes]) -> None:
    status, out, err = run("compare", "UNL", "MBO Raad", "--theme", "bekostiging")
    lines = out.decode().splitlines()
    assert (status, err) == (0, "")
    assert lines[0] == "Bekostiging en leerrechten"
    assert lines[1] == "  UNL: standpunt"
    assert lines[2].startswith("    - bepleit: “Daarom pleit UNL voor: erkenning")
    assert lines[3].startswith("      Universiteiten van Nederland (")
    assert lines[3].endswith("p. 4")
    assert any(line.startswith("  Verschil: Universiteiten van Nederland “UNL wil") for line in lines)


def test_who_is_silent_is_shown_and_told_not_to_be_neutral(run: Bench[bytes]) -> None:
    status, out, err = run("compare", "DUO", "SBB", "--theme", "bekostiging")
    assert status == 0
    assert out.decode().count("geen passage gevonden") == 2
    assert "zwijgen is geen neutraliteit" in err


def test_a_kind_leaves_the_statements_of_that_kind(run: Bench[bytes]) -> None:
    tree = run.json("compare", "UNL", "MBO Raad", "--theme", "bekostiging", "--kind", "wenst", "--json")
    cells = tree["themes"][0]["cells"]
    assert [each["kind"] for each in cells["unl"]["statements"]] == ["wish"]
    assert cells["mbo-raad"]["statements"] == []
    assert tree["themes"][0]["contrasts"] == []


@pytest.mark.parametrize(
    ("arguments", "sentence"),
    [
        (["UNL", "MBO Raat"], "'MBO Raat' is geen bekende partij: bedoelt u MBO Raad?"),
        (["UNL", "Zwembad"], "'Zwembad' is geen bekende partij"),
        (["UNL", "VSNU"], "UNL staat er twee keer"),
        (["UNL"], "ten minste twee partijen"),
        (["UNL", "SBB", "--theme", "zwemmen"], "'zwemmen' is geen bekend thema: bedoelt u bekostiging"),
        (["UNL", "SBB", "--kind", "zingt"], "kies uit bepleit, wijst-af"),
        (["UNL", "SBB", "--format", "ics"], "bestaat niet"),
        ([], "er ontbreekt nog iets"),
    ],
)
def test_what_is_asked_wrongly_is_one_sentence(run: Bench[bytes], arguments: list[str], sentence: str) -> None:
    assert sentence in run.refused("compare", *arguments)


def test_csv_and_word_documents_are_written_to_a_pipe_as_they_are(run: Bench[bytes]) -> None:
    out = run("compare", "UNL", "MBO Raad", "--format", "csv")[1]
    rows = list(csv.reader(io.StringIO(out.decode("utf-8-sig"), newline=""), delimiter=";"))
    assert rows[0][:3] == ["Thema", "Partij", "Stand"]
    document = docx.Document(io.BytesIO(run("compare", "UNL", "MBO Raad", "--format", "docx")[1]))
    assert len(document.tables) == 3


def test_a_word_document_goes_to_a_file_and_not_to_a_screen(
    run: Bench[bytes], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "vergelijking.docx"
    assert run("compare", "UNL", "SBB", "--format", "docx", "--output", str(path))[0] == 0
    assert len(docx.Document(str(path)).tables) == 3
    monkeypatch.setattr("sys.stdout.isatty", lambda: True)
    assert run("compare", "UNL", "SBB", "--format", "docx")[0] == 2


def test_one_party_is_shown_with_its_documents_and_its_positions_counted(run: Bench[bytes]) -> None:
    lines = run("stakeholders", "SBB")[1].decode().splitlines()
    assert lines[2] == "Standpunten: 1 (bepleit 1)"
    assert lines[3].endswith("(kst-30012-157)")
    (party,) = run.json("stakeholders", "UNL", "--json")
    assert party["positions"] == 2


def test_the_kind_of_a_party_is_told_in_the_reader_s_words(run: Bench[bytes]) -> None:
    assert "uitvoeringsorganisatie" in run("stakeholders", "DUO")[1].decode()
    assert run.json("stakeholders", "DUO", "--json")[0]["kind"] == "agency"


def test_english_is_spoken_where_it_is_set(run: Bench[bytes]) -> None:
    run.environment["WIEWATWANNEER_LANGUAGE"] = "en"
    _, out, err = run("compare", "DUO", "SBB", "--theme", "bekostiging")
    assert "DUO: no passage found" in out.decode()
    assert "silence is not neutrality" in err
