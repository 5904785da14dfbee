"""What columns mean by what stands in them, where their names do not say.

Names are many: 'Rol', 'Moment', 'Uitvoering'. A column that holds little else than terms, or known parties, says when
or who; and a first column whose cells are merged over rows cuts the agenda into parts.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import replace

from assistant.domain.agenda import Role
from assistant.domain.period_parser import holds_period
from ingest.agenda_columns import Column, Meaning
from ingest.agenda_rows import Row, Table, holds_mostly
from ingest.owners import owners_of
from ingest.stakeholders import StakeholderRegister

_OPEN = re.compile(r"uitvoering\W*$", re.IGNORECASE)  # who does it, or when


def understood(table: Table, stakeholders: StakeholderRegister) -> tuple[Column, ...]:
    """The columns of a table, those that its names leave open by their cells."""
    rows = [line for line in table.lines if isinstance(line, Row)]
    columns = list(table.columns)

    def names_parties(cell: str) -> bool:
        return any(stakeholders.find(owner.name) for owner in owners_of(cell, Role.OWNER, stakeholders))

    for meaning, holds in ((Meaning.TERM, holds_period), (Meaning.OWNER, names_parties)):
        if not table.of(meaning):
            index = _telling(columns, rows, holds)
            if index is not None:
                columns[index] = replace(columns[index], meaning=meaning)
    if not table.of(Meaning.STEP):
        columns[: table.of(Meaning.WHAT)[0]] = _parts(columns[: table.of(Meaning.WHAT)[0]], rows)
    return tuple(columns)


def _telling(columns: Sequence[Column], rows: Sequence[Row], holds: Callable[[str], bool]) -> int | None:
    open_columns = [index for index, column in enumerate(columns) if column.meaning is None or _OPEN.match(column.name)]
    return next((index for index in open_columns if holds_mostly(index, rows, holds)), None)


def _parts(before_action: Sequence[Column], rows: Sequence[Row]) -> list[Column]:
    """The columns before the action, of which the first that is merged over rows names the parts."""
    columns = list(before_action)
    for index, column in enumerate(columns):
        if column.meaning is None and any(index in row.merged for row in rows):
            columns[index] = replace(column, meaning=Meaning.STEP)
            break
    return columns
