"""Corrections of what was read of an action: whether one can be made, and what the action is with it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from assistant.agenda.diffing import ALIKE, likeness
from assistant.agenda.parties import Parties
from assistant.domain.agenda import Action, Agenda, Correction, Step
from assistant.domain.period_parser import parse_period
from assistant.domain.periods import Precision
from assistant.domain.phrases import Phrase
from assistant.index.analyzer import fold, stems

COLUMNS = ("what", "owners", "when", "step")


@dataclass(frozen=True, slots=True)
class Placed:
    """An action with the step that it stands under."""

    action: Action
    step: Step


def placed_actions(agenda: Agenda) -> dict[str, Placed]:
    """As the document has them, by id."""
    return {action.id: Placed(action, step) for step in agenda.steps for action in step.actions}


def why_impossible(correction: Correction, agenda: Agenda, parties: Parties) -> Phrase | None:
    """What is wrong with a correction of an action of this agenda, as a sentence; None when nothing is."""
    value = correction.value.strip()
    if not correction.by.strip() or not correction.why.strip():
        return Phrase(
            "Bij de correctie van {action} staat niet wie haar doet of waarom: vul beide in.", action=correction.action
        )
    if correction.column not in COLUMNS:
        return Phrase(
            "{column!r} is geen kolom van een actie: kies uit wat, wie, wanneer en stap.",
            column=correction.column,
        )
    if not value:
        return Phrase(
            "De correctie van {action} heeft geen waarde: vul in wat er moet staan.", action=correction.action
        )
    if correction.column == "when" and parse_period(value).precision is Precision.IMPOSSIBLE:
        return Phrase(
            "{value!r} is geen termijn die bestaat: noem een datum, jaar of periode zoals 2025/2026.", value=value
        )
    if correction.column == "owners" and not parties.owners_in(value):
        return Phrase(
            "In {value!r} staat geen naam van een partij: noem er een of meer, met komma's ertussen.", value=value
        )
    if correction.column == "step" and _step(agenda, value) is None:
        return _no_step(value, agenda)
    return None


def _no_step(value: str, agenda: Agenda) -> Phrase:
    if known := ", ".join(filter(None, map(_name, agenda.steps))):
        return Phrase(
            "Stap {value!r} staat niet in {document}: kies uit {known}.",
            value=value,
            document=agenda.document,
            known=known,
        )
    return Phrase(
        "Stap {value!r} staat niet in {document}: deze agenda is niet in stappen verdeeld.",
        value=value,
        document=agenda.document,
    )


def corrected(read: Placed, corrections: Sequence[Correction], agenda: Agenda, parties: Parties) -> Placed:
    """The action with its corrections, oldest first; of two in one column the last counts."""
    action, step = read.action, read.step
    for each in corrections:
        value = each.value.strip()
        if each.column == "what":
            action = replace(action, what=value)
        elif each.column == "when":
            action = replace(action, when=parse_period(value))
        elif each.column == "owners":
            notes = {owner.name: owner.note for owner in read.action.owners}
            owners = (replace(owner, note=notes.get(owner.name)) for owner in parties.owners_in(value))
            action = replace(action, owners=tuple(owners))
        elif each.column == "step":
            step = _step(agenda, value) or step
    return Placed(action, step)


def is_of(row: str, read: Mapping[str, Placed], id: str) -> bool:  # noqa: A002  (its own name)
    """Whether the action of this id is still the one of which something was said when it read ``row``."""
    return id in read and (
        not row or likeness(frozenset(stems(row)), frozenset(stems(read[id].action.what)), {}) >= ALIKE
    )


def _step(agenda: Agenda, value: str) -> Step | None:
    """By its number, or by its title where that is how a person calls it."""
    wanted = fold(value)
    same = (step for step in agenda.steps if wanted in (str(step.number), fold(step.title)) and wanted)
    return next(same, None)


def _name(step: Step) -> str:
    return str(step.number) if step.number is not None else step.title
