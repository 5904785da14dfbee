"""What is handed over opens in what an office uses, with the same actions."""

from __future__ import annotations

import csv
import io
import json
from dataclasses import replace
from datetime import date, timedelta

import docx
import pytest
from docx.oxml.ns import qn
from icalendar import Calendar

from assistant.agenda.exports.formats import Export, Format, exported
from assistant.domain.agenda import Owner, RegisteredAction, Role
from assistant.texts import texts_in
from tests.fakes.agenda import AGENDAS, FIRST, STEP_4, action, registered, years

NL = texts_in("nl")
ACTIONS = [each for agenda in AGENDAS for each in agenda.actions]
ON = date(2025, 11, 1)


def made(format: Format, actions: list[RegisteredAction] = ACTIONS, language: str = "nl") -> Export:  # noqa: A002
    return exported(format, actions, ON, texts_in(language))


def rows(export: Export) -> list[list[str]]:
    return list(csv.reader(io.StringIO(export.content.decode("utf-8-sig"), newline=""), delimiter=";"))


def events(export: Export) -> list[dict[str, object]]:
    parsed = Calendar.from_ical(export.content)
    return [
        {name: event.decoded(name) for name in ("uid", "summary", "dtstart", "dtend")}
        for event in parsed.walk("VEVENT")
    ]


def single(what: str) -> RegisteredAction:
    return registered(FIRST, STEP_4, action("kst-30012-157:4.9", what, [Owner("OCW")], years(2024, 2024)))


def test_csv_is_what_a_dutch_excel_opens() -> None:
    export = made(Format.CSV)
    assert export.content.startswith(b"\xef\xbb\xbfId;Agenda;Stap;")
    assert export.content.count(b"\r\n") == len(ACTIONS) + 1
    header, *lines = rows(export)
    pilots = dict(zip(header, lines[3], strict=True))
    assert pilots["Wanneer"] == "2023/2026"
    assert (pilots["Begin"], pilots["Einde"], pilots["Stand"]) == ("2023-01-01", "2026-12-31", "loopt")
    assert pilots["Gecorrigeerd"] == "Wanneer: 2023/2025"
    assert pilots["Woorden in de bron"] == "Pilots met een skillspaspoort | OCW | 2023/2025"
    certificates = dict(zip(header, lines[5], strict=True))
    assert certificates["Status"] == "deels voldaan (werkverslag, p. 1)"
    assert certificates["Bewijs van de status"] == "De verkenning van certificaten is half gereed."
    assert dict(zip(header, lines[6], strict=True))["Wie"].startswith("werkgroep: OCW, DUO")


@pytest.mark.parametrize("start", ["=", "+", "-", "@", "\t", "\r"])
def test_no_cell_of_a_csv_is_run_as_a_formula(start: str) -> None:
    (_, line) = rows(made(Format.CSV, [single(f'{start}HYPERLINK("http://x";"y")')]))
    assert line[4] == f'\'{start}HYPERLINK("http://x";"y")'


def test_a_cell_with_semicolons_quotes_and_lines_comes_back_whole() -> None:
    what = 'Advies; "snel"\nen goed'
    assert rows(made(Format.CSV, [single(what)]))[1][4] == what


def test_the_calendar_has_a_day_on_the_end_of_each_term_and_counts_the_rest() -> None:
    export = made(Format.ICS)
    assert export.notes == ("3 acties zonder einddatum staan niet in de kalender.",)
    found = events(export)
    assert {str(each["dtstart"]) for each in found} == {"2027-12-31", "2026-12-31", "2024-12-31"}
    assert all(each["dtend"] - each["dtstart"] == timedelta(days=1) for each in found)  # type: ignore[operator]
    assert len(found) == 5


def test_the_ids_of_events_stay_the_same_and_differ_from_each_other() -> None:
    first, again = (
        [str(event["UID"]) for event in Calendar.from_ical(made(Format.ICS).content).walk("VEVENT")] for _ in range(2)
    )
    assert first == again
    assert len({*first}) == 5
    assert "kst-30012-157:4.1@wiewatwanneer" in first


def test_a_calendar_of_nothing_is_one_and_says_so() -> None:
    export = made(Format.ICS, [])
    assert events(export) == []
    assert export.notes == ("De kalender is leeg: geen van de acties heeft een einddatum.",)
    undated = [each for each in ACTIONS if each.action.when.end is None]
    assert made(Format.ICS, undated, "en").notes == (
        "The calendar is empty: none of the actions has an end date.",
        "3 actions without an end date are not in the calendar.",
    )


def test_an_event_keeps_commas_and_line_ends_of_its_action() -> None:
    (event,) = Calendar.from_ical(made(Format.ICS, [single("Advies, snel;\nen goed")]).content).walk("VEVENT")
    assert str(event["SUMMARY"]) == "Advies, snel;\nen goed"
    assert "Onderwijsagenda LLO, p. 2 (samenvatting)" in str(event["DESCRIPTION"])


def opened(export: Export) -> docx.document.Document:
    return docx.Document(io.BytesIO(export.content))


def test_the_word_document_has_a_table_for_each_agenda() -> None:
    document = opened(made(Format.DOCX))
    assert [each.text for each in document.paragraphs if each.style and "Heading" in str(each.style.name)] == [
        "Actieplan bij- en omscholing",
        "Onderwijsagenda LLO",
    ]
    assert document.paragraphs[0].text == "WieWatWanneer: Agenda"
    assert "Stand op 2025-11-01" in [each.text for each in document.paragraphs]
    table = document.tables[1]
    assert [cell.text for cell in table.rows[0].cells] == ["Wat", "Wie", "Wanneer", "Stand", "Bron"]
    assert {cell.text for cell in table.rows[1].cells} == {"Stap 1: Inzicht in vaardigheden"}
    assert [cell.text for cell in table.rows[5].cells] == [
        "Verkenning doorontwikkeling van certificaten",
        "OCW, SBB",
        "2023/2024",
        "termijn voorbij\ndeels voldaan (werkverslag, p. 1)",
        "Onderwijsagenda LLO, p. 2 (samenvatting)",
    ]
    assert table.rows[2].cells[0].text == "Pilots met een skillspaspoort (gecorrigeerd)"
    assert len(table.rows) == 1 + 2 + 5  # its header, two steps and five actions


def test_the_header_of_a_table_is_repeated_and_pages_are_numbered() -> None:
    document = opened(made(Format.DOCX))
    for table in document.tables:
        marks = [row._tr.trPr is not None and row._tr.trPr.find(qn("w:tblHeader")) is not None for row in table.rows]
        assert marks == [True, *[False] * (len(table.rows) - 1)]
    footer = document.sections[0].footer._element
    assert [each.text for each in footer.iter(qn("w:instrText"))] == ["PAGE", "NUMPAGES"]


def test_a_word_document_of_nothing_says_so_and_strange_characters_do_no_harm() -> None:
    assert "Er zijn geen acties die hieraan voldoen." in [
        each.text for each in opened(made(Format.DOCX, [])).paragraphs
    ]
    table = opened(made(Format.DOCX, [single("Ad\x00vies\x0b & <snel>")])).tables[0]
    assert table.rows[2].cells[0].text == "Advies & <snel>"


def test_json_is_as_the_contract_says() -> None:
    tree = json.loads(made(Format.JSON).content)
    assert [each["document"] for each in tree["agendas"]] == ["actieplan-2025", "kst-30012-157"]
    (step, _) = tree["agendas"][1]["steps"]
    assert (step["number"], step["title"]) == (1, "Inzicht in vaardigheden")
    pilots = step["actions"][0]
    assert pilots["id"] == "kst-30012-157:1.1"
    assert [(each["name"], each["stakeholder"]) for each in pilots["owners"]] == [("OCW", "ocw")]
    assert pilots["when"] == {
        "text": "2023/2026",
        "start": "2023-01-01",
        "end": "2026-12-31",
        "precision": "span",
    }
    assert pilots["standing"] == "running"
    assert [(each["column"], each["value"], each["at"]) for each in pilots["corrections"]] == [
        ("when", "2023/2026", "2025-09-02T09:30:00Z")
    ]
    assert pilots["read"] == {
        "what": "Pilots met een skillspaspoort",
        "owners": ["OCW"],
        "when": "2023/2025",
        "step": 1,
    }
    assert step["actions"][1]["read"] is None
    assert pilots["source"] == {
        "document": "kst-30012-157",
        "page": 2,
        "quote": "Pilots met een skillspaspoort | OCW | 2023/2025",
    }
    assert json.loads(made(Format.JSON, []).content) == {"agendas": []}
    unknown = tree["agendas"][0]["steps"][1]["actions"][0]["owners"]
    assert [(each["name"], each["stakeholder"]) for each in unknown] == [("Gemeente Zuid", None)]


def test_what_the_document_itself_says_of_the_standing_is_kept_apart() -> None:
    said = replace(ACTIONS[0].action, status="eerste meting klaar")
    actions = [registered(FIRST, STEP_4, said)]
    header, line = rows(made(Format.CSV, actions))
    by_column = dict(zip(header, line, strict=True))
    assert (by_column["Stand"], by_column["Stand volgens het document"]) == ("loopt", "eerste meting klaar")
    (agenda,) = json.loads(made(Format.JSON, actions).content)["agendas"]
    assert agenda["steps"][0]["actions"][0]["stated"] == "eerste meting klaar"


def test_roles_are_named_where_the_document_gives_them() -> None:
    owners = [Owner("OCW", Role.LEAD), Owner("SBB", Role.INVOLVED), Owner("DUO", Role.INVOLVED)]
    (_, line) = rows(made(Format.CSV, [registered(FIRST, STEP_4, replace(ACTIONS[0].action, owners=tuple(owners)))]))
    assert line[5] == "trekker: OCW; betrokken: SBB, DUO"
