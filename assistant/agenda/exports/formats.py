"""Actions of the register in the formats that an office uses."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from assistant.domain.agenda import RegisteredAction
from assistant.texts import Texts


class Format(StrEnum):
    JSON = "json"
    CSV = "csv"
    ICS = "ics"
    DOCX = "docx"


@dataclass(frozen=True, slots=True)
class Export:
    """A file's content, and sentences on what it leaves out."""

    content: bytes
    notes: tuple[str, ...] = ()


def exported(format: Format, actions: Sequence[RegisteredAction], on: date, texts: Texts) -> Export:  # noqa: A002
    """These actions in their order, with where they stand on a day."""
    if format is Format.JSON:
        from assistant.agenda.exports.json_tree import as_json

        return as_json(actions, on)
    if format is Format.CSV:
        from assistant.agenda.exports.csv_table import as_csv

        return as_csv(actions, on, texts)
    if format is Format.ICS:
        from assistant.agenda.exports.ics_calendar import as_ics

        return as_ics(actions, texts)
    from assistant.agenda.exports.docx_table import as_docx

    return as_docx(actions, on, texts)
