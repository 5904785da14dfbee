"""What people said of actions: corrections and recorded statuses, which are added and never taken out."""

from __future__ import annotations

from collections.abc import Sequence

from sqlalchemy import func, insert, select

from assistant.domain.agenda import Correction, RecordedStatus
from assistant.library.agenda_rows import correction_of, correction_row, status_of, status_row
from assistant.library.connection import Database
from assistant.library.tables import CORRECTIONS, STATUSES


class Annotations:
    """Kept by the ids of actions, whether these are known at present or not. Each method is one transaction."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def add_corrections(self, corrections: Sequence[Correction]) -> None:
        """All of them, or none."""
        if corrections:
            with self._database.writing() as connection:
                connection.execute(insert(CORRECTIONS), [correction_row(each) for each in corrections])

    def add_status(self, recorded: RecordedStatus) -> None:
        with self._database.writing() as connection:
            connection.execute(insert(STATUSES), [status_row(recorded)])

    def corrections(self) -> tuple[Correction, ...]:
        """Oldest first."""
        with self._database.reading() as connection:
            rows = connection.execute(select(CORRECTIONS).order_by(CORRECTIONS.c.id)).mappings().all()
        return tuple(map(correction_of, rows))

    def statuses(self) -> tuple[RecordedStatus, ...]:
        """Oldest first."""
        with self._database.reading() as connection:
            rows = connection.execute(select(STATUSES).order_by(STATUSES.c.id)).mappings().all()
        return tuple(map(status_of, rows))

    def count(self) -> int:
        """How many there are: what was derived from them is current while this is equal."""
        with self._database.reading() as connection:
            return int(connection.scalar(_COUNT) or 0)


_COUNT = select(
    select(func.count()).select_from(CORRECTIONS).scalar_subquery()
    + select(func.count()).select_from(STATUSES).scalar_subquery()
)
