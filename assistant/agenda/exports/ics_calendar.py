"""Actions as a calendar: an all-day event on the last day of each term."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, date, datetime, timedelta

from icalendar import Calendar, Event

from assistant.agenda.exports import wording
from assistant.agenda.exports.formats import Export
from assistant.domain.agenda import RegisteredAction, Standing
from assistant.texts import Texts

_HOST = "wiewatwanneer"  # where the ids are unique, which RFC 5545 wants to be a host or the like
_DAY = timedelta(days=1)  # a calendar's last day is the first that does not belong to the event


def as_ics(actions: Sequence[RegisteredAction], texts: Texts) -> Export:
    """Terms without an end are left out, and counted in the notes."""
    calendar = Calendar()
    calendar.add("prodid", f"-//WieWatWanneer//{_HOST}//{texts.language.upper()}")
    calendar.add("version", "2.0")
    now = datetime.now(UTC)
    dated = [(each, end) for each in actions if (end := _end(each))]
    for action, end in dated:
        calendar.add_component(_event(action, end, now, texts))
    return Export(calendar.to_ical(), tuple(_notes(len(dated), len(actions), texts)))


def _end(action: RegisteredAction) -> date | None:
    """None for what goes on and for what names no date."""
    when = action.action.when
    ends = when.end and action.standing(when.end) not in (Standing.CONTINUOUS, Standing.OPEN)
    return when.end if ends else None


def _event(action: RegisteredAction, end: date, now: datetime, texts: Texts) -> Event:
    event = Event()
    event.add("uid", f"{action.action.id}@{_HOST}")
    event.add("dtstamp", now)
    event.add("dtstart", end)
    event.add("dtend", end + _DAY)
    event.add("summary", action.action.what)
    event.add("description", "\n".join(_description(action, texts)))
    event.add("categories", [action.agenda.title])
    event.add("transp", "TRANSPARENT")  # nobody is busy all day because a term ends
    return event


def _description(action: RegisteredAction, texts: Texts) -> list[str]:
    lines = [
        action.agenda.title,
        wording.step_title(action.step, texts),
        f"{texts.agenda.who}: {wording.who(action, texts)}",
        f"{texts.agenda.when}: {action.action.when.text}",
        f"{texts.agenda.source}: {wording.source(action, texts)}",
    ]
    return [line for line in lines if line]


def _notes(dated: int, all_: int, texts: Texts) -> list[str]:
    words = texts.register
    left_out = all_ - dated
    notes = [] if dated else [words.empty_calendar]
    if left_out:
        notes.append(words.left_out_one if left_out == 1 else words.left_out.format(count=left_out))
    return notes
