"""Writes a period as a Dutch term that reads back as the same dates."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta

from assistant.domain.period_words import CHOICES, MONTHS, month, quarter
from assistant.domain.periods import Period, Precision

_QUARTERS = ("eerste", "tweede", "derde", "vierde")
_MONTHS = MONTHS[0].split()
_DAY = timedelta(days=1)


def render_period(period: Period) -> str:
    """Parsed again it gives the same start and end, and, without an end, is continuous when the period is."""
    start, end = period.start, period.end
    if start and end:
        return _span(start, end, period.precision)
    continuous = period.precision is Precision.CONTINUOUS
    if start:
        since = f"vanaf {start.year if (start.month, start.day) == (1, 1) else _day(start)}"
        return f"doorlopend {since}" if continuous else since
    if end:
        until = end + _DAY
        return f"tot en met {end.year}" if (until.month, until.day) == (1, 1) else f"uiterlijk {_day(end)}"
    return "doorlopend" if continuous else "nog te bepalen"


def _span(start: date, end: date, precision: Precision) -> str:
    if start == end:
        return _day(start)
    same = [(kind, text) for kind, text, dates in _stretches(start.year) if dates == (start, end)]
    if same:
        return next((text for kind, text in same if kind is precision), same[0][1])
    if (start.month, start.day, end.month, end.day) == (1, 1, 12, 31):
        return f"{start.year}-{end.year}"
    return f"{_day(start)} tot en met {_day(end)}"


def _stretches(year: int) -> Iterator[tuple[Precision, str, tuple[date, date]]]:
    """Everything that has a name and begins in a year; the plainest names first."""
    yield Precision.YEAR, str(year), (date(year, 1, 1), date(year, 12, 31))
    for number, name in enumerate(_MONTHS, start=1):
        yield Precision.MONTH, f"{name} {year}", month(number).dates(year)
    for number, name in enumerate(_QUARTERS, start=1):
        yield Precision.QUARTER, f"{name} kwartaal {year}", quarter(number).dates(year)
    for choice in CHOICES:
        school = f"-{year + 1}" if choice.precision is Precision.SCHOOL_YEAR else ""
        yield choice.precision, f"{choice.words[0]} {year}{school}", choice.dates(year)


def _day(day: date) -> str:
    return f"{day.day} {_MONTHS[day.month - 1]} {day.year}"
