"""Actions as CSV for the Excel of a Dutch office: UTF-8 with its mark, semicolons, days that it reads as dates."""

from __future__ import annotations

import csv
import io
from collections.abc import Sequence
from datetime import date

from assistant.agenda.exports import wording
from assistant.agenda.exports.formats import Export
from assistant.domain.agenda import RegisteredAction
from assistant.texts import Texts

_ACTIVE = ("=", "+", "-", "@", "\t", "\r", "\n")  # a cell that begins so is run as a formula (OWASP, CSV injection)
_HARMLESS = "-–"  # alone in a cell


def as_csv(actions: Sequence[RegisteredAction], on: date, texts: Texts) -> Export:
    file = io.StringIO(newline="")
    writer = csv.writer(file, delimiter=";", lineterminator="\r\n")
    writer.writerow(texts.register.csv_columns)
    for action in actions:
        writer.writerow([_inert(cell) for cell in _row(action, on, texts)])
    return Export(file.getvalue().encode("utf-8-sig"))


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
        wording.status(action, texts),
        action.status.proof.text if action.status else "",
        action.agenda.document,
        wording.pages(action),
        action.read.quotation.text,
        wording.corrections(action, texts),
    )


def _inert(cell: str) -> str:
    """An apostrophe before what a spreadsheet would run."""
    return f"'{cell}" if cell.startswith(_ACTIVE) and cell not in _HARMLESS else cell
