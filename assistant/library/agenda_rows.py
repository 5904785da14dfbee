"""Agendas, corrections and statuses as values of the tables, and back; pure functions.

What comes back equals what went in.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Any

from sqlalchemy import RowMapping

from assistant.domain.agenda import (
    Action,
    Agenda,
    Correction,
    Note,
    Owner,
    ProblemKind,
    Quotation,
    RecordedStatus,
    Role,
    RowPart,
    RowProblem,
    Status,
    Step,
)
from assistant.domain.periods import Period, Precision
from assistant.library.spans import flat, spans_of

Values = list[Any]


def agenda_values(agenda: Agenda) -> Values:
    """All of an agenda but its document and version, which its row has."""
    return [
        agenda.title,
        [_step_values(step) for step in agenda.steps],
        [[each.page, each.text, each.kind.value] for each in agenda.problems],
    ]


def agenda_of(document: str, version: str, values: Sequence[Any]) -> Agenda:
    title, steps, problems = values
    return Agenda(
        document=document,
        version=version,
        title=title,
        steps=tuple(map(_step_of, steps)),
        problems=tuple(RowProblem(page, text, ProblemKind(kind)) for page, text, kind in problems),
    )


def correction_row(correction: Correction) -> dict[str, Any]:
    return {
        "action": correction.action,
        "column": correction.column,
        "value": correction.value,
        "by": correction.by,
        "at": correction.at,
        "why": correction.why,
        "row": correction.row,
    }


def correction_of(row: RowMapping) -> Correction:
    return Correction(row["action"], row["column"], row["value"], row["by"], row["at"], row["why"], row["row"])


def status_row(recorded: RecordedStatus) -> dict[str, Any]:
    return {
        "action": recorded.action,
        "status": recorded.status.value,
        "document": recorded.proof.document,
        "page": recorded.proof.page,
        "words": recorded.proof.text,
        "by": recorded.by,
        "at": recorded.at,
        "remark": recorded.remark,
        "row": recorded.row,
    }


def status_of(row: RowMapping) -> RecordedStatus:
    return RecordedStatus(
        action=row["action"],
        status=Status(row["status"]),
        proof=Quotation(row["document"], row["page"], row["words"]),
        by=row["by"],
        at=row["at"],
        remark=row["remark"],
        row=row["row"],
    )


def _step_values(step: Step) -> Values:
    quotation = _quotation_values(step.quotation) if step.quotation else None
    return [step.number, step.title, quotation, [_action_values(each) for each in step.actions]]


def _step_of(values: Sequence[Any]) -> Step:
    number, title, quotation, actions = values
    return Step(
        number=number,
        title=title,
        actions=tuple(map(_action_of, actions)),
        quotation=_quotation_of(quotation) if quotation else None,
    )


def _action_values(action: Action) -> Values:
    return [
        action.id,
        action.what,
        [_owner_values(each) for each in action.owners],
        _period_values(action.when),
        _quotation_values(action.quotation),
        [[part.page, flat(part.cells)] for part in action.parts],
        action.number,
        action.status,
        [list(each) for each in action.others],
        [_note_values(each) for each in action.notes],
    ]


def _action_of(values: Sequence[Any]) -> Action:
    id_, what, owners, when, quotation, parts, number, status, others, notes = values
    return Action(
        id=id_,
        what=what,
        owners=tuple(map(_owner_of, owners)),
        when=_period_of(when),
        quotation=_quotation_of(quotation),
        parts=tuple(RowPart(page, spans_of(cells)) for page, cells in parts),
        number=number,
        status=status,
        others=tuple((header, cell) for header, cell in others),
        notes=tuple(map(_note_of, notes)),
    )


def _owner_values(owner: Owner) -> Values:
    return [owner.name, owner.role.value, _note_values(owner.note) if owner.note else None]


def _owner_of(values: Sequence[Any]) -> Owner:
    name, role, note = values
    return Owner(name, Role(role), _note_of(note) if note else None)


def _note_values(note: Note) -> Values:
    return [note.word, note.label, _quotation_values(note.quotation)]


def _note_of(values: Sequence[Any]) -> Note:
    word, label, quotation = values
    return Note(word, label, _quotation_of(quotation))


def _quotation_values(quotation: Quotation) -> Values:
    return [quotation.document, quotation.page, quotation.text]


def _quotation_of(values: Sequence[Any]) -> Quotation:
    return Quotation(*values)


def _period_values(period: Period) -> Values:
    bounds = (each.isoformat() if each else None for each in (period.start, period.end))
    return [period.text, *bounds, period.precision.value]


def _period_of(values: Sequence[Any]) -> Period:
    text, start, end, precision = values
    first, last = (date.fromisoformat(each) if each else None for each in (start, end))
    return Period(text, first, last, Precision(precision))
