"""Corrections from a CSV file, as Excel in a Dutch office saves it: semicolons or commas, UTF-8 or Windows' own."""

from __future__ import annotations

import csv
import io
from collections.abc import Callable, Mapping, Sequence
from datetime import datetime
from pathlib import Path

from assistant.domain.agenda import Correction
from assistant.domain.errors import BadCorrection, UsageError
from assistant.domain.phrases import Phrase, joined
from assistant.exports.csv_file import csv_file
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


Rows = tuple[tuple[int, Correction], ...]  # each with the number of its row in the file


def template(words: RegisterTexts) -> bytes:
    """A file with the names of the columns alone."""
    return csv_file(words.correction_columns, ())


def read_corrections(path: Path, at: datetime, words: RegisterTexts) -> Rows:
    """Raises ``UsageError`` as ``corrections_in`` does, and of a file that cannot be read."""
    try:
        content = path.read_bytes()
    except OSError as error:
        raise UsageError(
            "{path} kan niet worden geopend: controleer de naam en of u het mag lezen.",
            path=path,
        ) from error
    return corrections_in(content, str(path), at, words)


def corrections_in(content: bytes, name: str, at: datetime, words: RegisterTexts) -> Rows:
    """Those in the content of a file. Raises ``UsageError`` of rows that are not of the right form."""
    lines = _lines(content, name)
    header = [each.strip().casefold() for each in lines[0]] if lines else []
    places = {field: _place(header, names) for field, names in _NAMES.items()}
    called = dict(zip(_NAMES, words.correction_columns, strict=True))
    if missing := [called[field] for field, place in places.items() if place is None]:
        known = ", ".join(called.values())
        raise UsageError(
            "In {path} ontbreken de kolommen {missing}; de eerste regel noemt {known}.",
            path=name,
            missing=", ".join(missing),
            known=known,
        )
    wrong = [
        Phrase("rij {row}: {fields} velden onder {columns} kolommen", row=number, fields=len(line), columns=len(header))
        for number, line in _filled(lines)
        if len(line) != len(header)
    ]
    if wrong:
        raise UsageError("{rows}.", rows=joined("; ", wrong))
    found = tuple((number, _correction(line, places, at)) for number, line in _filled(lines))
    if not found:
        raise UsageError("In {path} staan geen correcties; zet er een per rij onder de kolomnamen.", path=name)
    return found


def keep(rows: Rows, correct: Callable[[Sequence[Correction]], None]) -> None:
    """Hands them over to be kept, all or none. Raises ``UsageError`` with a line for each row that is wrong."""
    try:
        correct([correction for _, correction in rows])
    except BadCorrection as error:
        problems = [
            Phrase("rij {row}: {problem}", row=rows[place][0], problem=problem) for place, problem in error.problems
        ]
        raise UsageError("{rows}", rows=joined("\n", problems)) from error


def _correction(line: Sequence[str], places: Mapping[str, int | None], at: datetime) -> Correction:
    values = {field: line[place].strip() for field, place in places.items() if place is not None}
    column = values["column"].casefold()
    return Correction(**values | {"column": _COLUMNS.get(column, column)}, at=at)


def _place(header: Sequence[str], names: Sequence[str]) -> int | None:
    return next((header.index(name) for name in names if name in header), None)


def _filled(lines: Sequence[Sequence[str]]) -> list[tuple[int, Sequence[str]]]:
    """Rows that hold anything, below the header."""
    return [(number, line) for number, line in enumerate(lines[1:], start=FIRST_ROW) if any(map(str.strip, line))]


def _lines(content: bytes, name: str) -> list[list[str]]:
    try:
        text = _decoded(content)
        delimiter = ";" if ";" in text.partition("\n")[0] else ","
        return list(csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, strict=True))
    except (UnicodeDecodeError, csv.Error) as error:
        raise UsageError(
            "{path} kan niet als CSV worden gelezen: sla het in Excel op als ‘CSV UTF-8’.",
            path=name,
        ) from error


def _decoded(content: bytes) -> str:
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError:
        return content.decode("cp1252")
