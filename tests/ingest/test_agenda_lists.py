"""Agendas in numbered lists."""

from __future__ import annotations

from pathlib import Path

import pytest

from assistant.domain.agenda import Agenda, ProblemKind, Role
from assistant.domain.documents import Document, Origin, Source
from ingest.agenda_tables import read_agenda
from ingest.readers.markdown import MarkdownReader
from ingest.stakeholders import load_stakeholders

LEAD_IN = "De volgende acties zijn afgesproken:\n\n"


def agenda_of(text: str, folder: Path, title: str = "Brief") -> Agenda | None:
    path = folder / "brief.md"
    path.write_text(text, encoding="utf-8")
    pages = MarkdownReader().read(path).pages
    document = Document(Source("brief", title), "1", Origin.ORIGINAL, path.name, "test", pages)
    return read_agenda(document, load_stakeholders())


def rows(agenda: Agenda | None) -> list[tuple[str, str, list[str], str]]:
    assert agenda is not None
    return [
        (action.number, action.what, [owner.name for owner in action.owners], action.when.text)
        for action in agenda.actions
    ]


def test_brackets_at_the_end_say_who_and_when(tmp_path: Path) -> None:
    text = LEAD_IN + "1. Loket (landelijk) openen (VNG en OCW, voor de zomer van 2026).\n2. Wet indienen (SZW; 2027)\n"
    assert rows(agenda_of(text, tmp_path)) == [
        ("1", "Loket (landelijk) openen", ["VNG", "OCW"], "voor de zomer van 2026"),
        ("2", "Wet indienen", ["SZW"], "2027"),
    ]


def test_fields_with_a_name_say_who_and_when(tmp_path: Path) -> None:
    text = (
        "Actie 1: Loket openen. Trekker: VNG. Betrokkenen: OCW, SBB. Planning: eind 2026.\n\n"
        "Actie 2: Wet indienen. Trekker: SZW. Planning: 2027.\n"
    )
    agenda = agenda_of(text, tmp_path, "Actieplan")
    assert rows(agenda) == [
        ("1", "Loket openen.", ["VNG", "OCW", "SBB"], "eind 2026"),
        ("2", "Wet indienen.", ["SZW"], "2027"),
    ]
    assert agenda is not None
    assert [owner.role for owner in agenda.actions[0].owners] == [Role.LEAD, Role.INVOLVED, Role.INVOLVED]


def test_fields_may_stand_on_lines_below_the_action(tmp_path: Path) -> None:
    text = (
        "### Actie 1: Loket openen\n\n- Trekker: VNG\n- Planning: eind 2026\n\n"
        "### Actie 2: Wet indienen\n\n- Trekker: SZW\n- Planning: 2027\n"
    )
    assert rows(agenda_of(text, tmp_path, "Actieplan")) == [
        ("1", "Loket openen", ["VNG"], "eind 2026"),
        ("2", "Wet indienen", ["SZW"], "2027"),
    ]


def test_dashes_set_fields_without_a_capital_apart(tmp_path: Path) -> None:
    text = (
        "Actie 1: Loket – ook online – openen – trekker: VNG – gereed: Q4 2026\n\n"
        "Actie 2: Wet indienen - wie: SZW - planning: n.t.b.\n"
    )
    assert rows(agenda_of(text, tmp_path, "Actieplan")) == [
        ("1", "Loket – ook online – openen", ["VNG"], "Q4 2026"),
        ("2", "Wet indienen", ["SZW"], "n.t.b."),
    ]


def test_brackets_may_say_that_no_term_is_known(tmp_path: Path) -> None:
    text = LEAD_IN + "1. Loket openen (VNG, nader te bepalen).\n2. Wet indienen (SZW, 2027)\n"
    assert rows(agenda_of(text, tmp_path))[0] == ("1", "Loket openen", ["VNG"], "nader te bepalen")


def test_brackets_may_name_what_they_say(tmp_path: Path) -> None:
    text = LEAD_IN + "1. Loket openen (trekker: VNG; gereed: najaar 2026).\n2. Wet indienen (SZW, 2027)\n"
    agenda = agenda_of(text, tmp_path)
    assert rows(agenda)[0] == ("1", "Loket openen", ["VNG"], "najaar 2026")
    assert agenda is not None
    assert agenda.actions[0].owners[0].role is Role.LEAD


def test_a_paragraph_may_stand_between_an_action_and_its_fields_and_one_under_each_heading_is_enough(
    tmp_path: Path,
) -> None:
    text = "".join(
        f"## {step}\n\n### Maatregel {number}: {what}\n\nDat is hard nodig.\n\nTrekker: VNG\n\nPlanning: 2026\n\n"
        for step, number, what in (("Prioriteit 1: Zorg", "1.1", "Loket openen"), ("Prioriteit 2: Werk", "2.1", "Bus"))
    )
    agenda = agenda_of(text, tmp_path, "Actieprogramma")
    assert rows(agenda) == [("1.1", "Loket openen", ["VNG"], "2026"), ("2.1", "Bus", ["VNG"], "2026")]
    assert agenda is not None
    assert [(step.number, step.title) for step in agenda.steps] == [(1, "Zorg"), (2, "Werk")]


def test_an_item_of_such_a_list_that_says_neither_is_reported(tmp_path: Path) -> None:
    text = LEAD_IN + "1. Loket (VNG, eind 2026)\n2. Verder praten\n3. Wet (SZW, 2027)\n"
    agenda = agenda_of(text, tmp_path)
    assert agenda is not None
    assert len(agenda.actions) == 2
    assert [(problem.kind, problem.text) for problem in agenda.problems] == [(ProblemKind.CELLS, "2 | Verder praten")]


@pytest.mark.parametrize(
    "text",
    [
        LEAD_IN + "1. Loket openen (VNG, eind 2026)\n\nVerder niets.\n",
        LEAD_IN + "1. Zie het rapport (CBS, 2021).\n2. Zie ook een ander (SCP, 2019).\n",
        "Bronnen:\n\n1. Een studie (CBS, 2021).\n2. Een studie (SCP, najaar 2019).\n",
        LEAD_IN + "- Loket (VNG, eind 2026)\n- Wet (SZW, 2027)\n",
    ],
    ids=["one item", "sources with years", "not of actions", "not numbered"],
)
def test_other_lists_are_left_alone(text: str, tmp_path: Path) -> None:
    assert agenda_of(text, tmp_path) is None
