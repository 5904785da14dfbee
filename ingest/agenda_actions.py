"""From a row's cells to an action: its words, owners and term, or the reason why it cannot be read."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from assistant.domain.agenda import CELL_JOINT, Note, Owner, ProblemKind, Role
from assistant.domain.period_parser import holds_period, parse_period
from assistant.domain.periods import Period, Precision
from ingest.agenda_columns import Column, Meaning
from ingest.agenda_notes import Notes
from ingest.agenda_rows import Row
from ingest.agenda_texts import lined
from ingest.owners import owners_of
from ingest.stakeholders import StakeholderRegister


@dataclass(frozen=True, slots=True)
class Draft:
    """An action whose step is not numbered yet. ``owner_notes`` are the footnotes in the cells of its owners."""

    row: Row
    what: str
    owners: tuple[Owner, ...]
    when: Period
    number: str
    status: str
    others: tuple[tuple[str, str], ...]
    owner_notes: tuple[Note, ...]
    notes: tuple[Note, ...]


class Drafter:
    def __init__(self, stakeholders: StakeholderRegister, notes: Notes) -> None:
        self._stakeholders = stakeholders
        self._notes = notes

    def draft(self, columns: Sequence[Column], row: Row) -> tuple[Draft | None, ProblemKind | None]:
        """An action that has a problem of its own is given with it; one that cannot be read is not given."""
        cells = _Cells(columns, row)
        problem = self._refusal(cells)
        if problem:
            return None, problem
        owner_columns = cells.of(Meaning.OWNER)
        owners = [owner for column in owner_columns for owner in self._owners(columns[column], row, column)]
        named = [owner.name for owner in owners]
        owner_notes = [note for column in owner_columns for note in self._notes.see(named, row.cells[column])]
        rest = [note for column in row.filled if column not in owner_columns for note in self._see(row, column)]
        when = _term([row.text(column) for column in cells.of(Meaning.TERM) if row.text(column)])
        draft = Draft(
            row=row,
            what=cells.text(Meaning.WHAT),
            owners=tuple(owners),
            when=when,
            number=cells.text(Meaning.NUMBER),
            status=cells.text(Meaning.STANDING),
            others=tuple(cells.others()),
            owner_notes=tuple(owner_notes),
            notes=(*(note for note in owner_notes if note.word not in named), *rest),
        )
        return draft, ProblemKind.TERM if when.precision is Precision.IMPOSSIBLE else None

    def _refusal(self, cells: _Cells) -> ProblemKind | None:
        owner, term = cells.text(Meaning.OWNER), cells.text(Meaning.TERM)
        if not cells.text(Meaning.WHAT):
            return ProblemKind.NO_ACTION
        if owner and holds_period(owner) and not holds_period(term):
            return ProblemKind.SWAPPED
        if not owner and term and not holds_period(term) and self._stakeholders_only(term):
            return ProblemKind.SWAPPED
        return None

    def _stakeholders_only(self, text: str) -> bool:
        """Whether a text is the names of known parties."""
        names = [owner.name for owner in owners_of(text, Role.OWNER, self._stakeholders)]
        return bool(names) and all(self._stakeholders.find(name) for name in names)

    def _owners(self, column: Column, row: Row, index: int) -> Sequence[Owner]:
        """A name that its author wrote on two lines is one again."""
        owners = owners_of(lined(row.cells[index]), column.role, self._stakeholders)
        return [one for owner in owners for one in self._apart(replace(owner, name=" ".join(owner.name.split())))]

    def _apart(self, owner: Owner) -> Iterator[Owner]:
        """Known parties that stand side by side with nothing between them: each had a line of its own."""
        mentions = self._stakeholders.mentions(owner.name)
        names = [owner.name[mention.start : mention.end] for mention in mentions]
        if len(names) > 1 and " ".join(names) == owner.name and self._stakeholders.find(owner.name) is None:
            yield from (replace(owner, name=name) for name in names)
        else:
            yield owner

    def _see(self, row: Row, column: int) -> list[Note]:
        return self._notes.see((), row.cells[column])


class _Cells:
    def __init__(self, columns: Sequence[Column], row: Row) -> None:
        self._columns = columns
        self._row = row

    def of(self, meaning: Meaning) -> list[int]:
        return [index for index, column in enumerate(self._columns) if column.meaning is meaning]

    def text(self, meaning: Meaning) -> str:
        return " ".join(filter(None, (self._row.text(column) for column in self.of(meaning))))

    def others(self) -> list[tuple[str, str]]:
        return [
            (self._columns[column].name, self._row.text(column))
            for column in self._row.filled
            if self._columns[column].meaning is None and self._columns[column].name
        ]


def _term(texts: Sequence[str]) -> Period:
    """The term of a row; where one column has its beginning and another its end, from the first to the last."""
    periods = [parse_period(text) for text in texts]
    if not periods:
        return parse_period("")
    if len(periods) == 1:
        return periods[0]
    text, start, end = CELL_JOINT.join(texts), periods[0].start, periods[-1].end
    if any(period.precision is Precision.IMPOSSIBLE for period in periods) or (start and end and start > end):
        return Period(text, None, None, Precision.IMPOSSIBLE)
    return Period(text, start, end, Precision.SPAN if start or end else periods[-1].precision)
