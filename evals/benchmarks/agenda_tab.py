"""Measures the agenda tab over many agendas: python -m evals.benchmarks.agenda_tab [--agendas 500] [--actions 20]

What the server does for a click: finding the actions that the filter wants, and making the page of them. Exit status 1
when a bar is missed.
"""

from __future__ import annotations

import argparse
import sys
import time
from collections.abc import Callable, Iterator
from datetime import date
from functools import partial
from itertools import cycle, islice

from assistant.agenda.filtering import matching
from assistant.domain.agenda import (
    CELL_JOINT,
    Action,
    ActionFilter,
    Agenda,
    AgendaInfo,
    Owner,
    Quotation,
    RegisteredAction,
    RegisteredAgenda,
    ResolvedOwner,
    Standing,
    Step,
)
from assistant.domain.periods import Period, Precision
from assistant.domain.stakeholders import Name, Stakeholder
from assistant.texts import texts_in
from assistant.web.agenda_filters import filters_html
from assistant.web.agenda_results import results_html
from assistant.web.agenda_view import AgendaView, Part
from assistant.web.agenda_words import Setting
from evals.benchmarks.speed import Figure

BAR = 200  # milliseconds
ROUNDS = 7
STEPS = 5  # of an agenda
TODAY = date(2026, 1, 15)
PARTIES = {
    f"partij-{number}": Stakeholder(f"partij-{number}", (Name(f"Partij {number}"),), "association")
    for number in range(60)
}
IDS = {each.name: each.id for each in PARTIES.values()}
VERBS = ("Verkenning", "Uitvoering", "Evaluatie", "Opschaling", "Advies")
SUBJECTS = ("microcredentials", "vrijstellingen", "regionale loketten", "het scholingsregister", "leerrechten")
TERMS = (
    Period("2023/2024", date(2023, 1, 1), date(2024, 12, 31), Precision.SPAN),
    Period("2025", date(2025, 1, 1), date(2025, 12, 31), Precision.YEAR),
    Period("2026-2028", date(2026, 1, 1), date(2028, 12, 31), Precision.SPAN),
    Period("Continu", None, None, Precision.CONTINUOUS),
    Period("na de kabinetsformatie", None, None, Precision.OPEN),
)


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--agendas", type=int, default=500)
    parser.add_argument("--actions", type=int, default=20)
    given = parser.parse_args()
    agendas = [agenda(number, given.actions) for number in range(given.agendas)]
    print(f"{given.agendas} agendas of {given.actions} actions")
    figures = [*measured(agendas)]
    print(*figures, sep="\n")
    return 0 if all(each.passes for each in figures) else 1


def measured(agendas: list[RegisteredAgenda]) -> Iterator[Figure]:
    """The slowest of some rounds, for each thing that a person may click."""
    actions = [each for agenda in agendas for each in agenda.actions]
    setting = Setting(TODAY, PARTIES, texts_in("nl"))
    work = partial(filters_html, agendas, ActionFilter(), setting)
    yield Figure("filter, as the tab opens", _slowest(work), BAR, "ms")
    filters = {
        "everything": ActionFilter(),
        "a party": ActionFilter(stakeholder="partij-7"),
        "a party and a year": ActionFilter(stakeholder="partij-7", year=2025),
        "a standing": ActionFilter(standings=(Standing.RUNNING,)),
        "an agenda": ActionFilter(document="agenda-123"),
        "a subject": ActionFilter(theme="regionale loketten"),
        "nothing": ActionFilter(stakeholder="nobody"),
    }
    for name, wanted in filters.items():
        work = partial(_page, agendas, actions, AgendaView(wanted), setting)
        yield Figure(f"table of {name}", _slowest(work), BAR, "ms")
    for part in (Part.TIMELINE, Part.WORKLOAD):
        work = partial(_page, agendas, actions, AgendaView(part=part), setting)
        yield Figure(f"{part} of everything", _slowest(work), BAR, "ms")


def _page(agendas: list[RegisteredAgenda], actions: list[RegisteredAction], view: AgendaView, setting: Setting) -> str:
    return results_html(agendas, matching(actions, view.wanted, setting.on), view, setting)


def _slowest(work: Callable[[], object]) -> float:
    return max(_milliseconds(work) for _ in range(ROUNDS))


def _milliseconds(work: Callable[[], object]) -> float:
    start = time.perf_counter()
    work()
    return (time.perf_counter() - start) * 1000


def agenda(number: int, actions: int) -> RegisteredAgenda:
    info = AgendaInfo(f"agenda-{number}", f"Agenda {number}", str(2020 + number % 6))
    each = -(-actions // STEPS)
    steps = [_step(info, step, range(step * each, min((step + 1) * each, actions))) for step in range(STEPS)]
    registered = [_registered(info, step, action) for step in steps for action in step.actions]
    return RegisteredAgenda(info, Agenda(info.document, "1", info.title, tuple(steps)), tuple(registered))


def _step(info: AgendaInfo, step: int, places: range) -> Step:
    title = f"Beter gebruik van {SUBJECTS[step % len(SUBJECTS)]}"
    return Step(step + 1, title, tuple(_action(info, step, place) for place in places))


def _action(info: AgendaInfo, step: int, place: int) -> Action:
    seed = place + int(info.document.removeprefix("agenda-"))
    what = f"{VERBS[seed % len(VERBS)]} van {SUBJECTS[step % len(SUBJECTS)]} in regio {seed}"
    owners = tuple(Owner(name) for name in islice(cycle(IDS), seed % 60, seed % 60 + 1 + seed % 4))
    when = TERMS[seed % len(TERMS)]
    words = CELL_JOINT.join((what, ", ".join(each.name for each in owners), when.text))
    return Action(f"{info.document}:{step + 1}.{place}", what, owners, when, Quotation(info.document, 3, words), ())


def _registered(info: AgendaInfo, step: Step, action: Action) -> RegisteredAction:
    owners = tuple(ResolvedOwner(each, IDS[each.name]) for each in action.owners)
    return RegisteredAction(info, step, action, action, owners)


if __name__ == "__main__":
    sys.exit(main())
