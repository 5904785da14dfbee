"""Periods: when something is to happen, as a document says it and as dates."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum


class Precision(StrEnum):
    """How exactly a term says when."""

    DAY = "day"
    MONTH = "month"
    QUARTER = "quarter"
    SEASON = "season"
    PART = "part"  # 'begin', 'medio', 'eind' of a year
    HALF = "half"
    YEAR = "year"
    SCHOOL_YEAR = "school_year"
    SPAN = "span"  # from one year, month or day to another
    CONTINUOUS = "continuous"  # goes on without an end: 'Continu', 'jaarlijks'
    OPEN = "open"  # names no date: 'na de kabinetsformatie', 'n.t.b.', or nothing
    IMPOSSIBLE = "impossible"  # names a date that does not exist: '31-02-2026'


@dataclass(frozen=True, slots=True)
class Period:
    """``text`` is literal. ``start`` and ``end`` are inclusive; None means that the term gives no such bound."""

    text: str
    start: date | None
    end: date | None
    precision: Precision

    def __post_init__(self) -> None:
        if self.start and self.end and self.start > self.end:
            raise ValueError(f"{self.text!r} would start on {self.start}, after its end {self.end}")

    def touches(self, first: date, last: date) -> bool:
        """Whether any day from ``first`` to ``last`` lies in the period; never for one that names no date."""
        if self.precision in (Precision.OPEN, Precision.IMPOSSIBLE):
            return False
        return (self.start is None or self.start <= last) and (self.end is None or self.end >= first)
