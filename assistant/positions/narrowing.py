"""A comparison with the statements of one kind or period alone; pure functions."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from assistant.domain.agenda import Quotation
from assistant.domain.positions import Cell, CellState, Comparison, Position, PositionKind

_YEAR = 4  # digits that a date begins with


@dataclass(frozen=True, slots=True)
class Narrowing:
    """Which statements are wanted; an empty field excludes none. Years are those of documents, both inclusive, and
    a document without a date is outside of every period."""

    kind: PositionKind | None = None
    since: int | None = None
    until: int | None = None

    def holds(self, position: Position) -> bool:
        return (self.kind is None or position.kind is self.kind) and self.holds_date(position.date)

    def holds_date(self, date: str) -> bool:
        if self.since is None and self.until is None:
            return True
        year = year_of(date)
        return year is not None and (self.since or year) <= year <= (self.until or year)


EVERYTHING = Narrowing()


def year_of(date: str) -> int | None:
    """The year of a date as precise as it is known; None of anything else."""
    year = date[:_YEAR]
    return int(year) if len(year) == _YEAR and year.isdecimal() else None


def narrowed(comparison: Comparison, wanted: Narrowing, dates: Mapping[str, str]) -> Comparison:
    """``dates`` are those of the documents, by id, for the mentions. What is left decides the state of a cell."""
    if wanted == EVERYTHING:
        return comparison
    return replace(
        comparison,
        cells=tuple(_cell(each, wanted, dates) for each in comparison.cells),
        contrasts=tuple(each for each in comparison.contrasts if wanted.holds(each.one) and wanted.holds(each.other)),
    )


def _cell(cell: Cell, wanted: Narrowing, dates: Mapping[str, str]) -> Cell:
    positions = tuple(filter(wanted.holds, cell.positions))
    mentions = tuple(each for each in cell.mentions if wanted.holds_date(dates.get(each.document, "")))
    return replace(cell, state=_state(cell, positions, mentions), positions=positions, mentions=mentions)


def _state(cell: Cell, positions: Sequence[Position], mentions: Sequence[Quotation]) -> CellState:
    """A party that said or was called something else is not silent."""
    if positions:
        return CellState.POSITION
    if mentions and not cell.positions:
        return CellState.MENTIONED
    return CellState.LEFT_OUT if cell.positions or cell.mentions else CellState.SILENT
