"""A table as CSV for the Excel of a Dutch office: UTF-8 with its mark, semicolons, nothing that it would run."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Sequence

_ACTIVE = ("=", "+", "-", "@", "\t", "\r", "\n")  # a cell that begins so is run as a formula (OWASP, CSV injection)
_HARMLESS = "-–"  # alone in a cell


def csv_file(columns: Sequence[str], rows: Iterable[Sequence[str]]) -> bytes:
    file = io.StringIO(newline="")
    writer = csv.writer(file, delimiter=";", lineterminator="\r\n")
    writer.writerow(columns)
    for row in rows:
        writer.writerow([_inert(cell) for cell in row])
    return file.getvalue().encode("utf-8-sig")


def _inert(cell: str) -> str:
    """An apostrophe before what a spreadsheet would run."""
    return f"'{cell}" if cell.startswith(_ACTIVE) and cell not in _HARMLESS else cell
