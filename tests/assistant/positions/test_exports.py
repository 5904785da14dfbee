"""A comparison that is handed over opens in what an office uses, each statement with its source."""

from __future__ import annotations

import csv
import io
from dataclasses import replace
from datetime import date
from pathlib import Path

import docx
import pytest
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.oxml import parse_xml
from docx.oxml.ns import qn

from assistant.domain.documents import Origin
from assistant.domain.positions import Comparison, PositionKind
from assistant.domain.reports import DocumentSummary
from assistant.positions.comparing import compared
from assistant.positions.exports.csv_table import comparison_as_csv
from assistant.positions.exports.docx_table import comparison_as_docx
from assistant.texts import texts_in
from ingest.readers.docx import DocxReader
from tests.fakes.positions import PAPER, UNL, compare, position

NL, EN = texts_in("nl"), texts_in("en")
ON = date(2025, 11, 1)


def summary(id: str, title: str, origin: Origin = Origin.ORIGINAL) -> DocumentSummary:  # noqa: A002
    return DocumentSummary(id, title, "position-paper", (), "2023-05", origin, f"{id}.pdf", "v1", 4, 9)


DOCUMENTS = (summary("positie-unl", "Positie van UNL"), summary("kst-30012-157", "Kamerbrief", Origin.DIGEST))


def rows(content: bytes) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(content.decode("utf-8-sig"), newline=""), delimiter=";"))


def as_csv(comparison: Comparison) -> list[dict[str, str]]:
    return rows(comparison_as_csv(comparison, DOCUMENTS, NL))


def opened(content: bytes) -> docx.document.Document:
    return docx.Document(io.BytesIO(content))


def notes(content: bytes) -> dict[str, str]:
    """The footnotes by their id, without the separators."""
    package = opened(content).part
    root = parse_xml(package.part_related_by(RELATIONSHIP_TYPE.FOOTNOTES).blob)
    return {
        each.get(qn("w:id")): "".join(words.text for words in each.iter(qn("w:t")))
        for each in root
        if each.get(qn("w:type")) is None
    }


def said(text: str) -> Comparison:
    whole = compare(["UNL", "SBB"], ["bekostiging"])
    positions = [position(text, UNL, PositionKind.WISH, ["bekostiging"], (PAPER, 1, 0))]
    return compared(whole.stakeholders, whole.themes, positions, [])


def test_csv_has_a_row_for_each_statement_with_its_source_in_columns() -> None:
    content = comparison_as_csv(compare(["UNL", "MBO Raad"], ["bekostiging"]), DOCUMENTS, NL)
    assert content.startswith(b"\xef\xbb\xbfThema;Partij;Stand;")
    demand, wish, against = rows(content)
    assert (demand["Partij"], demand["Stand"], demand["Soort"]) == ("UNL", "standpunt", "bepleit")
    assert demand["Uitspraak"].startswith("Daarom pleit UNL voor: erkenning van post-initieel")
    assert (demand["Document"], demand["Titel"], demand["Datum"], demand["Pagina"]) == (
        "positie-unl",
        "Positie van UNL",
        "2023-05",
        "4",
    )
    assert (demand["Spreker"], demand["Hoe bekend"]) == ("Universiteiten van Nederland", "uitgever van het document")
    assert against["Hoe bekend"] == "weergegeven door het document"
    assert wish["Verschil of overeenkomst"] == "Verschil met MBO Raad (werkverslag, p. 1)"
    assert against["Verschil of overeenkomst"] == "Verschil met Universiteiten van Nederland (positie-unl, p. 2)"


def test_csv_shows_who_is_only_mentioned_and_who_is_silent() -> None:
    mentioned, silent = as_csv(compare(["DUO", "UNL"], ["microcredentials"]))
    assert (mentioned["Stand"], mentioned["Uitspraak"], mentioned["Pagina"]) == ("genoemd, geen standpunt", "", "2")
    assert mentioned["Woorden in de bron"].startswith("OCW en DUO nemen deel")
    assert mentioned["Tekst"] == "samenvatting"
    assert (silent["Partij"], silent["Stand"], silent["Document"]) == ("UNL", "geen passage gevonden", "")


@pytest.mark.parametrize("start", ["=", "+", "-", "@"])
def test_no_cell_of_a_comparison_is_run_as_a_formula(start: str) -> None:
    line = as_csv(said(f"{start}1+1"))[0]
    assert line["Woorden in de bron"] == f"'{start}1+1"


def test_the_word_document_has_a_table_for_each_theme_and_a_footnote_for_each_statement() -> None:
    content = comparison_as_docx(compare(["UNL", "MBO Raad", "DUO"], ["bekostiging"]), DOCUMENTS, ON, NL)
    document = opened(content)
    (table,) = document.tables
    assert [cell.text for cell in table.rows[0].cells] == ["Partij", "Stand", "Uitspraken"]
    assert [(row.cells[0].text, row.cells[1].text) for row in table.rows[1:]] == [
        ("UNL", "standpunt"),
        ("MBO Raad", "standpunt"),
        ("DUO", "geen passage gevonden"),
    ]
    first, second = table.rows[1].cells[2].paragraphs
    assert first.text.startswith("bepleit: “Daarom pleit UNL voor: erkenning")
    assert second.text == "wenst: “UNL wil bekostiging van kleine modules voor alle werkenden.”"
    marks = [each.get(qn("w:id")) for each in document.element.iter(qn("w:footnoteReference"))]
    found = notes(content)
    assert marks == ["1", "2", "3", "4", "5"] == list(found)
    assert found["2"] == (
        " Universiteiten van Nederland (uitgever van het document). Positie van UNL, 2023-05, p. 2: "
        "“UNL wil bekostiging van kleine modules voor alle werkenden.”"
    )
    assert found["3"].startswith(" MBO Raad (weergegeven door het document). werkverslag, p. 1:")


def test_the_word_document_sets_both_sides_of_a_difference_beside_each_other() -> None:
    document = opened(comparison_as_docx(compare(["UNL", "MBO Raad"], ["bekostiging"]), DOCUMENTS, ON, NL))
    assert document.paragraphs[-1].text == (
        "Verschil: Universiteiten van Nederland “UNL wil bekostiging van kleine modules voor alle werkenden.” "
        "tegenover MBO Raad “De MBO Raad is tegen bekostiging van kleine modules voor werkenden.”"
    )


def test_the_word_document_speaks_english_and_says_what_silence_is() -> None:
    document = opened(comparison_as_docx(compare(["UNL", "DUO"]), DOCUMENTS, ON, EN))
    assert document.paragraphs[0].text == "WieWatWanneer: Positions compared"
    assert any("silence is not neutrality" in each.text for each in document.paragraphs)
    assert [cell.text for cell in document.tables[0].rows[0].cells] == ["Party", "State", "Statements"]


def test_what_only_a_digest_says_is_shown_as_such_in_its_footnote() -> None:
    content = comparison_as_docx(compare(["DUO", "UNL"], ["microcredentials"]), DOCUMENTS, ON, NL)
    assert notes(content)["1"].startswith(" Kamerbrief, 2023-05, p. 2 (samenvatting): “OCW en DUO")


def test_the_footnotes_are_read_as_such_by_a_reader_of_word_documents(tmp_path: Path) -> None:
    path = tmp_path / "vergelijking.docx"
    path.write_bytes(comparison_as_docx(compare(["UNL", "MBO Raad"], ["bekostiging"]), DOCUMENTS, ON, NL))
    pages = DocxReader().read(path).pages
    assert any("(uitgever van het document). Positie van UNL" in page.text for page in pages)


def test_strange_characters_do_no_harm() -> None:
    comparison = said("UNL wil\x00 < meer\x0b & beter >")
    (table,) = opened(comparison_as_docx(comparison, DOCUMENTS, ON, NL)).tables
    assert table.rows[1].cells[2].text == "wenst: “UNL wil < meer & beter >”"
    assert as_csv(replace(comparison, contrasts=()))[0]["Uitspraak"] == "UNL wil\x00 < meer & beter >"
