"""The commands of the register as scripts and people meet them."""

from __future__ import annotations

import io
import json
from dataclasses import replace
from pathlib import Path
from typing import Any

import docx
import pytest
from icalendar import Calendar

from assistant.domain.agenda import Correction, Owner, ProblemKind, Quotation, ResolvedOwner, RowProblem
from tests.fakes.agenda import PILOTS
from tests.fakes.application import NOW, FakeApplication
from tests.fakes.command_line import Bench

LETTER = "kst-30012-157"


def ids(tree: dict[str, Any]) -> list[str]:
    return [each["id"] for agenda in tree["agendas"] for step in agenda["steps"] for each in step["actions"]]


def test_the_table_has_each_agenda_with_its_actions_and_counts_them(run: Bench[bytes]) -> None:
    status, out, err = run("agenda", "--on", "01-11-2025")
    lines = out.decode().splitlines()
    assert (status, err) == (0, "")
    assert lines[0] == "Actieplan bij- en omscholing (actieplan-2025)"
    assert lines[1].split() == ["Stap", "Wat", "Wie", "Wanneer", "Stand", "Bron", "Id"]
    assert any("Pilots" in line and "loopt, gecorrigeerd" in line and line.endswith(f"{LETTER}:1.1") for line in lines)
    assert lines[-1] == "8 acties, stand op 2025-11-01."


@pytest.mark.parametrize(
    ("filters", "expected"),
    [
        (["--step", "4"], ["4.1", "4.2", "4.3"]),
        (["--owner", "sbb"], ["4.1", "4.2"]),
        (["--owner", "MBO Raad"], ["4.3"]),
        (["--owner", "onderwijsveld"], ["4.2"]),  # an owner that is no known party
        (["--year", "2026"], ["1.1", "1.2"]),
        (["--on", "2025-01-01", "--standing", "termijn voorbij"], ["4.1", "4.2"]),
        (["--standing", "ended", "--on", "31-12-2024"], []),
        (["--standing", "zonder-datum"], ["4.3"]),
        (["--theme", "certificaten verkenning"], ["4.1", "4.2"]),
    ],
)
def test_filters_leave_the_actions_that_are_asked_for(
    run: Bench[bytes], filters: list[str], expected: list[str]
) -> None:
    status, out, _ = run("agenda", "--document", LETTER, *filters, "--format", "json")
    assert status == 0
    assert ids(json.loads(out)) == [f"{LETTER}:{each}" for each in expected]


@pytest.mark.parametrize(
    ("arguments", "sentence"),
    [
        (["--on", "31-02-2026"], "31-02-2026 is geen bestaande datum"),
        (["--on", "morgen"], "geen bestaande datum"),
        (["--year", "26"], "geen jaar van vier cijfers"),
        (["--step", "vier"], "geen geheel getal"),
        (["--standing", "klaar"], "kies uit nog-niet-begonnen, loopt"),
        (["--format", "xml"], "bestaat niet"),
        (["--owner", "SBBB"], "geen partij of actiehouder 'SBBB'; bedoelt u SBB?"),
        (["--owner", "zwembad"], "geen partij of actiehouder 'zwembad'; 'wiewatwanneer stakeholders'"),
        (["--document", "werkverslag"], "geen agenda"),
    ],
)
def test_what_is_asked_wrongly_is_one_sentence(run: Bench[bytes], arguments: list[str], sentence: str) -> None:
    assert sentence in run.refused("agenda", *arguments)


def test_a_known_party_without_actions_is_an_empty_list_and_a_sentence(run: Bench[bytes]) -> None:
    status, out, err = run("agenda", "--owner", "VSNU", "--on", "2025-11-01", "--document", "actieplan-2025")
    assert (status, out) == (0, b"0 acties, stand op 2025-11-01.\n")
    assert err == "Er zijn geen acties die hieraan voldoen.\n"


def touching(run: Bench[bytes], *touched: ResolvedOwner) -> None:
    """The pilots of the letter name these parties outside their owners."""
    run.application.register = tuple(
        replace(
            agenda,
            actions=tuple(
                replace(each, touched=touched) if each.action.id == PILOTS.id else each for each in agenda.actions
            ),
        )
        for agenda in run.application.register
    )


DEFINED = ResolvedOwner(
    Owner("sectorverenigingen"),
    "sectorverenigingen",
    ("mbo-raad", "unl"),
    Quotation(LETTER, 2, "1 Hiermee worden\nbedoeld: MBO Raad en UNL."),
)


def test_an_action_that_concerns_a_party_outside_its_owners_is_found_with_the_definition(run: Bench[bytes]) -> None:
    touching(run, DEFINED)
    _, out, _ = run("agenda", "--owner", "MBO Raad", "--on", "2025-11-01")
    assert out.decode().splitlines()[-3:] == [
        "2 acties, stand op 2025-11-01.",
        f"MBO Raad valt onder ‘sectorverenigingen’ ({LETTER}:1.1): “1 Hiermee worden bedoeld: MBO Raad en UNL.” "
        f"({LETTER}, p. 2).",
        f"MBO Raad valt onder ‘sectorverenigingen’ ({LETTER}:4.3): “2 MBO Raad en UNL.” ({LETTER}, p. 2).",
    ]
    _, out, err = run("agenda", "--owner", "MBO Raad", "--format", "csv")
    assert (out.count(b"\r\n"), err.count("valt onder")) == (3, 2)
    tree = run.json("agenda", "--owner", "MBO Raad", "--format", "json")
    assert ids(tree) == [f"{LETTER}:1.1", f"{LETTER}:4.3"]
    (touched,) = tree["agendas"][0]["steps"][0]["actions"][0]["touched"]
    assert touched == {
        "name": "sectorverenigingen",
        "stakeholder": "sectorverenigingen",
        "members": ["mbo-raad", "unl"],
        "definition": {"document": LETTER, "page": 2, "quote": "1 Hiermee worden\nbedoeld: MBO Raad en UNL."},
    }


@pytest.mark.parametrize(
    ("touched", "name", "line"),
    [
        (DEFINED, "Sectorverenigingen", "Sectorverenigingen staat elders in de rij dan bij de actiehouders: {id}."),
        (ResolvedOwner(Owner("SBB"), "sbb"), "SBB", "SBB staat elders in de rij dan bij de actiehouders: {id}."),
        (
            ResolvedOwner(Owner("koepels"), "", ("mbo-raad",), DEFINED.definition),
            "Koepels",
            "Koepels staat elders in de rij dan bij de actiehouders: {id}.",
        ),
        (
            ResolvedOwner(Owner("opleiders"), "opleiders", ("unl",)),
            "VSNU",
            "VSNU valt volgens de lijst van partijen onder ‘opleiders’ ({id}).",
        ),
    ],
)
def test_why_an_action_of_other_owners_is_shown_stands_below_the_table(
    run: Bench[bytes], touched: ResolvedOwner, name: str, line: str
) -> None:
    touching(run, touched)
    _, out, _ = run("agenda", "--owner", name, "--step", "1", "--document", LETTER)
    assert line.format(id=PILOTS.id) in out.decode().splitlines()


def test_an_owner_that_is_named_elsewhere_in_its_row_needs_no_reason(run: Bench[bytes]) -> None:
    touching(run, ResolvedOwner(Owner("OCW"), "ocw"))
    _, out, _ = run("agenda", "--owner", "OCW", "--on", "2025-11-01")
    assert out.decode().splitlines()[-1] == "5 acties, stand op 2025-11-01."


def test_the_actions_of_a_party_are_those_it_owns(run: Bench[bytes]) -> None:
    touching(run, ResolvedOwner(Owner("SBB"), "sbb"))
    (party,) = run.json("stakeholders", "SBB", "--json")
    assert party["actions"] == ["actieplan-2025:1.2", f"{LETTER}:4.1", f"{LETTER}:4.2"]


def test_a_step_that_is_not_there_is_told_with_those_that_are(run: Bench[bytes]) -> None:
    assert run("agenda", "--step", "8")[2] == "Stap 8 is er niet; er zijn de stappen 1, 2, 4.\n"


def test_a_library_without_agendas_says_so(run: Bench[bytes]) -> None:
    run.application.register = ()
    status, out, err = run("agenda", "--format", "json")
    assert (status, json.loads(out)) == (0, {"agendas": []})
    assert err.startswith("In geen van de documenten is een agenda gevonden")


def test_each_format_is_written_to_a_pipe_as_it_is(run: Bench[bytes]) -> None:
    assert run("agenda", "--format", "csv")[1].startswith(b"\xef\xbb\xbfId;")
    _, calendar, notes = run("agenda", "--format", "ics")
    assert (len(Calendar.from_ical(calendar).walk("VEVENT")), notes.count("3 acties")) == (5, 1)
    assert len(docx.Document(io.BytesIO(run("agenda", "--format", "docx")[1])).tables) == 2


def test_a_word_document_is_not_put_on_a_screen(run: Bench[bytes], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.stdout.isatty", lambda: True)
    status, out, err = run("agenda", "--format", "docx")
    assert (status, out) == (2, b"")
    assert "--output FILE" in err


def test_a_file_is_written_where_a_person_says(run: Bench[bytes], tmp_path: Path) -> None:
    path = tmp_path / "agenda.docx"
    assert run("agenda", "--format", "docx", "--output", str(path)) == (0, b"", f"Geschreven: {path}\n")
    assert len(docx.Document(str(path)).tables) == 2
    status, _, err = run("agenda", "--format", "csv", "--output", str(tmp_path / "nergens" / "agenda.csv"))
    assert (status, err.count("\n")) == (1, 1)
    assert "kan niet worden geschreven" in err


def test_two_versions_are_compared_with_both_sources(run: Bench[bytes]) -> None:
    status, out, _ = run("agenda", "diff", LETTER, "actieplan-2025")
    text = out.decode()
    assert status == 0
    assert "andere termijn: Pilots met een skillspaspoort" in text
    assert "  - “Pilots met een skillspaspoort | OCW | 2023/2025” (Onderwijsagenda LLO, p. 2 (samenvatting))" in text
    assert "  + “Pilots met een skillspaspoort | OCW | 2025/2027” (Actieplan bij- en omscholing, p. 2)" in text
    assert "nieuw: Beurzen voor zij-instromers" in text
    tree = run.json("agenda", "diff", LETTER, "actieplan-2025", "--json")
    assert [each["changes"] for each in tree["actions"]] == [["term"], ["owners"], ["new"], *[["gone"]] * 3]
    assert run("agenda", "diff", LETTER, LETTER)[1].decode() == "De twee agenda's zijn gelijk: 5 acties.\n"


def test_agendas_on_other_subjects_are_said_to_be_no_versions(run: Bench[bytes]) -> None:
    first, last = run.application.register
    run.application.register = (first, replace(last, actions=last.actions[3:]))
    status, out, _ = run("agenda", "diff", LETTER, "actieplan-2025")
    assert (status, out.decode().count("te weinig gemeen")) == (0, 1)


def test_corrections_from_a_file_are_kept_all_or_none(run: Bench[bytes], tmp_path: Path) -> None:
    path = tmp_path / "correcties.csv"
    header = "actie;kolom;waarde;door;waarom\n"
    path.write_text(f"{header}{LETTER}:1.2;wat;Lijst;ik;korter\n{LETTER}:4.1;kleur;rood;ik;mooi\nweg;wat;x;ik;y\n")
    status, _, err = run("agenda", "correct", str(path))
    assert status == 2
    assert err.startswith("rij 3: Er is geen kolom 'kleur'.")
    assert run.application.action(f"{LETTER}:1.2").corrections == ()
    path.write_text(f"{header}{LETTER}:1.2;wat;Lijst;ik;korter\n")
    assert run("agenda", "correct", str(path)) == (0, b"1 correctie vastgelegd.\n", "")
    assert run.application.action(f"{LETTER}:1.2").action.what == "Lijst"


def test_a_status_is_recorded_with_its_proof_and_refused_without(run: Bench[bytes]) -> None:
    proof = ["--document", "werkverslag", "--by", "ik"]
    status, out, _ = run("agenda", "status", f"{LETTER}:4.2", "deels voldaan", *proof, "--words", "Dit verslag bevat")
    assert (status, out.decode()) == (0, f"Vastgelegd: {LETTER}:4.2 is deels voldaan, volgens werkverslag, p. 1.\n")
    status, _, err = run("agenda", "status", f"{LETTER}:4.2", "voldaan", *proof, "--words", "Alles is gereed")
    assert (status, "neem ze letterlijk over" in err) == (2, True)
    status, _, err = run("agenda", "status", f"{LETTER}:4.2", "voldaan", "--by", "ik")
    assert (status, "--document, --words" in err) == (2, True)
    status, _, err = run("agenda", "status", f"{LETTER}:4.2", "klaar", *proof, "--words", "Dit verslag bevat")
    assert (status, "openstaand, deels-voldaan, voldaan, vervallen" in err) == (2, True)


def test_parties_come_with_their_actions_and_the_documents_that_name_them(run: Bench[bytes]) -> None:
    parties = run.json("stakeholders", "--json")
    assert [*parties[0]] == ["id", "name", "aliases", "kind", "actions", "documents"]
    by_id = {each["id"]: each for each in parties}
    assert by_id["sbb"]["actions"] == ["actieplan-2025:1.2", f"{LETTER}:4.1", f"{LETTER}:4.2"]
    assert by_id["sbb"]["documents"] == [LETTER]
    assert by_id["unl"]["aliases"] == ["VSNU"]
    assert [each["id"] for each in run.json("stakeholders", "vsnu", "--json")] == ["unl"]
    status, _, err = run("stakeholders", "Gemeent Zuid")
    assert (status, err.count("\n")) == (2, 1)
    assert run("stakeholders", "SBB")[1].decode().splitlines()[1].split() == [
        "sbb",
        "SBB",
        "samenwerkingsorganisatie",
        "3",
        "1",
    ]


def test_what_waits_for_its_action_is_counted_under_the_table(
    run: Bench[bytes], monkeypatch: pytest.MonkeyPatch
) -> None:
    waiting = (Correction("weg:1.1", "what", "x", "ik", NOW, "y"), Correction("weg:1.2", "what", "x", "ik", NOW, "y"))
    monkeypatch.setattr(run.application, "detached", lambda: waiting)
    assert run("agenda")[1].decode().splitlines()[-1] == (
        "2 correcties en statussen horen bij acties die er niet meer zo zijn: weg:1.1, weg:1.2."
    )


def test_what_looks_like_a_row_and_was_not_read_is_shown_with_its_reason(run: Bench[bytes]) -> None:
    first, last = run.application.register
    unread = RowProblem(3, "Werkgroep  financiën\n2026", ProblemKind.NO_ACTION)
    run.application.register = (replace(first, agenda=replace(first.agenda, problems=(unread,))), last)
    line = "actieplan-2025, p. 3: er staat niet bij wat er moet gebeuren: “Werkgroep financiën 2026”"
    assert run("agenda")[1].decode().splitlines()[-1] == line
    assert line not in run("agenda", "--step", "4")[1].decode()


def test_an_empty_library_says_what_to_do(run: Bench[bytes]) -> None:
    run.application = FakeApplication(documents=())
    status, _, err = run("agenda")
    assert (status, "wiewatwanneer ingest" in err) == (1, True)


def test_the_commands_speak_english_too(run: Bench[bytes]) -> None:
    run.environment["WIEWATWANNEER_LANGUAGE"] = "en"
    assert run("agenda", "--step", "8")[2] == "There is no step 8; there are the steps 1, 2, 4.\n"
    assert "31-02-2026 is no date that exists" in run("agenda", "--on", "31-02-2026")[2]
    assert ids(json.loads(run("agenda", "--standing", "termijn-voorbij", "--on", "2026-01-01", "--format", "json")[1]))
