"""Measures the register over many agendas in a real library: python -m evals.benchmarks.register [--agendas 500]

How long the first read takes, then a filter alone and with the rows of its table, and what a correction costs. Exit
status 1 when a bar is missed.
"""

from __future__ import annotations

import argparse
import sys
import time
from collections.abc import Callable, Iterator, Sequence
from datetime import date
from functools import partial
from itertools import cycle, islice
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory

from assistant.agenda.parties import KnownParties
from assistant.agenda.register import AgendaRegister
from assistant.agenda_presentation import actions_as_text
from assistant.clock import utc_now
from assistant.domain.agenda import (
    CELL_JOINT,
    Action,
    ActionFilter,
    Agenda,
    Correction,
    Quotation,
    Role,
    Standing,
    Step,
)
from assistant.domain.documents import Document, Origin, Page, Source
from assistant.domain.period_parser import parse_period
from assistant.library.library import Library
from assistant.texts import texts_in
from evals.benchmarks.speed import Figure
from ingest.owners import owners_of
from ingest.stakeholders import StakeholderRegister, load_stakeholders

STEPS = 5  # of an agenda
ROUNDS = 9
TODAY = date(2026, 1, 15)
VERBS = ("Verkenning", "Uitvoering", "Evaluatie", "Opschaling", "Advies", "Pilots", "Regeling")
SUBJECTS = ("microcredentials", "vrijstellingen", "regionale loketten", "het scholingsregister", "leerrechten")
OWNERS = ("OCW, SBB", "MBO Raad", "OCW, DUO, sociale partners", "UWV, SZW", "Gemeente Zuid, VNG", "sectorverenigingen")
TERMS = ("2023/2024", "2025", "2026-2028", "Continu", "na de kabinetsformatie", "uiterlijk 1 juli 2027")
FILTERS = {
    "of a party": ActionFilter(stakeholder="sbb"),
    "of a step": ActionFilter(step=3),
    "in a year": ActionFilter(year=2027),
    "by standing": ActionFilter(standings=(Standing.RUNNING,), on=TODAY),
    "on a theme": ActionFilter(theme="microcredentials"),
    "of a party, a step and a year": ActionFilter(stakeholder="ocw", step=2, year=2025),
}


def agenda(number: int, actions: int, parties: StakeholderRegister) -> Agenda:
    """Its words, owners and terms differ from those of the agendas around it."""
    document = f"agenda-{number:04d}"
    rows = islice(zip(cycle(VERBS), cycle(SUBJECTS), cycle(OWNERS), cycle(TERMS), strict=False), number, None)
    made = []
    for place in range(actions):
        verb, subject, owners, term = next(rows)
        what = f"{verb} {subject} in regio {number}"
        made.append(
            Action(
                id=f"{document}:{place % STEPS + 1}.{place // STEPS + 1}",
                what=what,
                owners=owners_of(owners, Role.OWNER, parties),
                when=parse_period(term),
                quotation=Quotation(document, 1, CELL_JOINT.join((what, owners, term))),
                parts=(),
            )
        )
    steps = (Step(step + 1, f"Stap over {SUBJECTS[step]}", tuple(made[step::STEPS])) for step in range(STEPS))
    return Agenda(document, f"{document}-v1", f"Agenda {number}", tuple(steps))


def filled(path: Path, agendas: int, actions: int, parties: StakeholderRegister) -> Library:
    library = Library(path)
    for number in range(agendas):
        made = agenda(number, actions, parties)
        source = Source(made.document, made.title, date=str(2018 + number % 8))
        pages = (Page(1, made.title),)
        document = Document(source, made.version, Origin.ORIGINAL, f"{made.document}.pdf", "none", pages)
        library.put(document, [], agenda=made)
    return library


def figures(path: Path, agendas: int, actions: int) -> Iterator[Figure]:
    parties = load_stakeholders()
    library = filled(path, agendas, actions, parties)
    register = AgendaRegister(library, KnownParties(lambda: parties))
    yield Figure("the first read of all", _milliseconds(register.agendas), 5_000, "ms")
    for name, wanted in FILTERS.items():
        found = register.actions(wanted)
        yield Figure(f"{len(found):,} actions {name}, p50", _p50(partial(register.actions, wanted)), 50, "ms")
    for name in ("of a party", "of a party, a step and a year"):
        yield Figure(f"actions {name} with their rows, p50", _p50(partial(_rows, register, FILTERS[name])), 200, "ms")
    yield Figure("one action by its id, p50", _p50(partial(register.action, "agenda-0000:1.1")), 20, "ms")
    said = Correction("agenda-0000:1.1", "when", "2030", "M. de Wit", utc_now(), "verlengd")
    yield Figure("a correction", _milliseconds(partial(register.correct, [said])), None, "ms")
    yield Figure("the read after it", _milliseconds(register.agendas), 1_000, "ms")


def _rows(register: AgendaRegister, wanted: ActionFilter) -> str:
    return actions_as_text(register.actions(wanted), TODAY, texts_in("nl"))


def _p50(work: Callable[[], object]) -> float:
    return median(_milliseconds(work) for _ in range(ROUNDS))


def _milliseconds(work: Callable[[], object]) -> float:
    started = time.perf_counter()
    work()
    return (time.perf_counter() - started) * 1000


def main(arguments: Sequence[str] | None = None) -> int:
    parser = argparse.ArgumentParser(description="Measures the register over many agendas against its bars.")
    parser.add_argument("--agendas", type=int, default=500)
    parser.add_argument("--actions", type=int, default=20)
    options = parser.parse_args(arguments)
    missed = 0
    with TemporaryDirectory(prefix="wiewatwanneer-") as folder:
        for figure in figures(Path(folder) / "library.sqlite", options.agendas, options.actions):
            print(figure, flush=True)
            missed += not figure.passes
    return 1 if missed else 0


if __name__ == "__main__":
    sys.exit(main())
