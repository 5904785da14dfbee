"""Corrections from a CSV file, as Excel in a Dutch office saves it: semicolons or commas, UTF-8 or Windows' own."""

from __future__ import annotations

import csv
import io
from collections.abc import Mapping, Sequence
from datetime import datetime
from pathlib import Path

from assistant.domain.agenda import Correction
from assistant.domain.errors import UsageError
from assistant.texts.register import RegisterTexts

FIRST_ROW = 2  # of the file, under the names of the columns
_NAMES = {
    "action": ("actie", "action", "id"),
    "column": ("kolom", "column"),
    "value": ("waarde", "value"),
    "by": ("door", "by"),
    "why": ("waarom", "why", "reden"),
}
_COLUMNS = {
    "wat": "what",
    "wie": "owners",
    "who": "owners",
    "wanneer": "when",
    "stap": "step",
}


def read_corrections(path: Path, at: datetime, words: RegisterTexts) -> tuple[tuple[int, Correction], ...]:
    """Each with the number of its row in the file. Raises ``UsageError`` of rows that are not of the right form."""
    lines = _rows(path, words)
    header = [name.strip().casefold() for name in lines[0]] if lines else []
    places = {field: _place(header, names) for field, names in _NAMES.items()}
    if missing := [_NAMES[field][0] for field, place in places.items() if place is None]:
        known = ", ".join(names[0] for names in _NAMES.values())
        raise UsageError(words.corrections_header.format(path=path, missing=", ".join(missing), known=known))
    wrong = [
        words.corrections_width.format(row=number, fields=len(line), columns=len(header))
        for number, line in _filled(lines)
        if len(line) != len(header)
    ]
    if wrong:
        raise UsageError(f"{'; '.join(wrong)}.")
    found = tuple((number, _correction(line, places, at)) for number, line in _filled(lines))
    if not found:
        raise UsageError(words.corrections_empty.format(path=path))
    return found


def _correction(line: Sequence[str], places: Mapping[str, int | None], at: datetime) -> Correction:
    values = {field: line[place].strip() for field, place in places.items() if place is not None}
    column = values["column"].casefold()
    return Correction(**values | {"column": _COLUMNS.get(column, column)}, at=at)


def _place(header: Sequence[str], names: Sequence[str]) -> int | None:
    return next((header.index(name) for name in names if name in header), None)


def _filled(lines: Sequence[Sequence[str]]) -> list[tuple[int, Sequence[str]]]:
    """Rows that hold anything, below the header."""
    return [(number, line) for number, line in enumerate(lines[1:], start=FIRST_ROW) if any(map(str.strip, line))]


def _rows(path: Path, words: RegisterTexts) -> list[list[str]]:
    try:
        text = _decoded(path.read_bytes())
        delimiter = ";" if ";" in text.partition("\n")[0] else ","
        return list(csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, strict=True))
    except (OSError, UnicodeDecodeError, csv.Error) as error:
        reason = error.strerror if isinstance(error, OSError) and error.strerror else str(error)
        raise UsageError(words.corrections_file.format(path=path, reason=reason)) from error


def _decoded(content: bytes) -> str:
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError:
        return content.decode("cp1252")
