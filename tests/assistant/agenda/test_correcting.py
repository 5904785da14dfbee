"""Why a correction cannot be made."""

from __future__ import annotations

from dataclasses import replace

from assistant.agenda.correcting import why_impossible
from assistant.agenda.parties import KnownParties
from tests.assistant.agenda.plans import PARTIES, correction, plan

PLAN = plan("a", ("", [("Pilots", "OCW", "2025")]))


def test_a_step_of_an_agenda_without_steps_is_refused_with_a_whole_sentence() -> None:
    loose = replace(PLAN, steps=(replace(PLAN.steps[0], number=None),))
    said = why_impossible(correction("a:1.1", "step", "8"), loose, KnownParties(lambda: PARTIES))
    assert said == "Stap '8' staat niet in a: deze agenda is niet in stappen verdeeld."
