"""Agendas in a real library, for tests of the register."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, datetime

from assistant.agenda.parties import KnownParties
from assistant.agenda.register import AgendaRegister
from assistant.domain.agenda import CELL_JOINT, Action, Agenda, Correction, Owner, Quotation, Step
from assistant.domain.documents import BlockKind, Document
from assistant.domain.period_parser import parse_period
from assistant.domain.stakeholders import Name, Stakeholder
from assistant.library.library import Library
from assistant.testing import make_document
from ingest.stakeholders import StakeholderRegister
from tests.fakes.documents import page_of

PARTIES = StakeholderRegister(
    (
        Stakeholder("ocw", (Name("OCW"),), "ministry"),
        Stakeholder("sbb", (Name("SBB"),), "agency"),
        Stakeholder("mbo-raad", (Name("MBO Raad"),), "association", groups=("sectorverenigingen",)),
        Stakeholder("unl", (Name("UNL", since=2021), Name("VSNU", until=2020)), "association"),
        Stakeholder("sectorverenigingen", (Name("sectorverenigingen"),), "group"),
    )
)
NOON = datetime(2025, 11, 1, 12, tzinfo=UTC)
AT = NOON.replace(tzinfo=None)

Row = tuple[str, str, str]  # what, owners with commas, when


def plan(document: str, *steps: tuple[str, Sequence[Row]], version: str = "v1", title: str = "") -> Agenda:
    """An agenda of steps with these titles, numbered from 1."""
    made = [
        Step(number, name, tuple(_action(document, number, place, row) for place, row in enumerate(rows, start=1)))
        for number, (name, rows) in enumerate(steps, start=1)
    ]
    return Agenda(document, f"{document}-{version}", title or f"Plan {document}", tuple(made))


def _action(document: str, step: int, place: int, row: Row) -> Action:
    what, owners, when = row
    quotation = Quotation(document, 1, CELL_JOINT.join(row))
    named = tuple(Owner(name) for name in owners.split(", ") if name)
    return Action(f"{document}:{step}.{place}", what, named, parse_period(when), quotation, ())


def paper(document: str, version: str = "v1", date: str = "", sentences: Sequence[str] = ()) -> Document:
    """A document of one page of paragraphs."""
    made = make_document(f"{document}-{version}", document)
    page = page_of(1, *((BlockKind.PARAGRAPH, sentence) for sentence in sentences))
    return replace(made, source=replace(made.source, date=date), pages=(page,))


def keep(library: Library, agenda: Agenda, date: str = "") -> None:
    library.put(paper(agenda.document, agenda.version.rpartition("-")[2], date), [], agenda=agenda)


def register_of(library: Library) -> AgendaRegister:
    return AgendaRegister(library, KnownParties(lambda: PARTIES), lambda: NOON)


def correction(action: str, column: str, value: str, by: str = "M. de Wit", why: str = "verlengd") -> Correction:
    return Correction(action, column, value, by, AT, why)
