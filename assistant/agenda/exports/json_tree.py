"""Actions as the JSON that scripts rely on."""

from __future__ import annotations

import json
from collections.abc import Sequence
from datetime import date, datetime
from typing import Any

from assistant.agenda.exports.formats import Export
from assistant.agenda.exports.wording import by_agenda_and_step
from assistant.domain.agenda import Correction, Quotation, RecordedStatus, RegisteredAction, ResolvedOwner

Json = dict[str, Any]


def as_json(actions: Sequence[RegisteredAction], on: date) -> Export:
    """One line."""
    return Export(f"{json.dumps(tree(actions, on), ensure_ascii=False)}\n".encode())


def tree(actions: Sequence[RegisteredAction], on: date) -> Json:
    """Agendas with the steps that hold any of these actions."""
    return {
        "agendas": [
            {
                "document": first.agenda.document,
                "title": first.agenda.title,
                "date": first.agenda.date,
                "steps": [
                    {
                        "number": step.number,
                        "title": step.title,
                        "actions": [action_as_json(each, on) for each in group],
                    }
                    for step, group in steps
                ],
            }
            for first, steps in by_agenda_and_step(actions)
        ]
    }


def action_as_json(action: RegisteredAction, on: date) -> Json:
    when = action.action.when
    return {
        "id": action.action.id,
        "what": action.action.what,
        "owners": [_owner_as_json(each) for each in action.owners],
        "when": {
            "text": when.text,
            "start": when.start.isoformat() if when.start else None,
            "end": when.end.isoformat() if when.end else None,
            "precision": when.precision.value,
        },
        "standing": action.standing(on).value,
        "source": quotation_as_json(action.read.quotation),
        "stated": action.action.status,
        "touched": [_touched_as_json(each) for each in action.touched],
        "status": _status_as_json(action.status) if action.status else None,
        "corrections": [_correction_as_json(each) for each in action.corrections],
        "read": _read_as_json(action) if action.corrections else None,
    }


def quotation_as_json(quotation: Quotation) -> Json:
    return {"document": quotation.document, "page": quotation.page, "quote": quotation.text}


def _owner_as_json(owner: ResolvedOwner) -> Json:
    return {
        "name": owner.owner.name,
        "stakeholder": owner.stakeholder or None,
        "role": owner.owner.role.value,
        "members": list(owner.members),
        "definition": quotation_as_json(owner.definition) if owner.definition else None,
    }


def _touched_as_json(party: ResolvedOwner) -> Json:
    """A party that the row names outside its owners, and the footnote that says who that is."""
    return {
        "name": party.owner.name,
        "stakeholder": party.stakeholder or None,
        "members": list(party.members),
        "definition": quotation_as_json(party.definition) if party.definition else None,
    }


def _status_as_json(recorded: RecordedStatus) -> Json:
    return {
        "status": recorded.status.value,
        "proof": quotation_as_json(recorded.proof),
        "by": recorded.by,
        "at": _moment(recorded.at),
        "remark": recorded.remark,
    }


def _correction_as_json(correction: Correction) -> Json:
    return {
        "column": correction.column,
        "value": correction.value,
        "by": correction.by,
        "at": _moment(correction.at),
        "why": correction.why,
    }


def _read_as_json(action: RegisteredAction) -> Json:
    """What the document has, in the columns that people may correct."""
    return {
        "what": action.read.what,
        "owners": [each.name for each in action.read.owners],
        "when": action.read.when.text,
        "step": (action.read_step or action.step).number,
    }


def _moment(at: datetime) -> str:
    return f"{at.isoformat(timespec='seconds')}Z"
