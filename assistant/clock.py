"""The time, as people and the library know it."""

from __future__ import annotations

from datetime import UTC, date, datetime


def now() -> datetime:
    """The moment, with the time zone of where the program runs."""
    return datetime.now(UTC).astimezone()


def today() -> date:
    """The day that it is where the program runs."""
    return now().date()


def utc_now() -> datetime:
    """The moment as the library keeps it: in UTC, without saying so."""
    return in_utc(now())


def in_utc(moment: datetime) -> datetime:
    return moment.astimezone(UTC).replace(tzinfo=None)
