"""Actions as CSV, with days that Excel reads as dates."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from assistant.agenda.exports import wording
from assistant.agenda.exports.formats import Export
from assistant.domain.agenda import RegisteredAction
from assistant.exports.csv_file import csv_file
from assistant.texts import Texts


def as_csv(actions: Sequence[RegisteredAction], on: date, texts: Texts) -> Export:
    return Export(csv_file(texts.register.csv_columns, (_row(action, on, texts) for action in actions)))


def _row(action: RegisteredAction, on: date, texts: Texts) -> tuple[str, ...]:
    now = action.action
    return (
        now.id,
        action.agenda.title,
        "" if action.step.number is None else str(action.step.number),
        action.step.title,
        now.what,
        wording.who(action, texts),
        now.when.text,
        now.when.start.isoformat() if now.when.start else "",
        now.when.end.isoformat() if now.when.end else "",
        texts.agenda.standings[action.standing(on).value],
        now.status,
        wording.status(action, texts),
        action.status.proof.text if action.status else "",
        action.agenda.document,
        wording.pages(action),
        action.read.quotation.text,
        wording.corrections(action, texts),
    )
