"""What a session looks at in the agenda tab, and its filter as the fields that a browser sends and an address holds."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import MAXYEAR, MINYEAR, date
from enum import StrEnum

from assistant.application import EVERY_ACTION
from assistant.domain.agenda import ActionFilter, Standing, Status

PAGE_SIZE = 100  # actions that are shown before a person asks for more
LITERAL = "="  # before the name of an owner that is no known party, in the field of the party
FIELDS = ("document", "step", "party", "year", "standing", "on", "theme")


class Part(StrEnum):
    """The ways to look at the actions."""

    TABLE = "table"
    TIMELINE = "timeline"
    WORKLOAD = "workload"
    VERSIONS = "versions"


@dataclass(frozen=True, slots=True)
class Form:
    """A form of the action panel as it was sent: what stood in it, and why it was refused or that it was accepted."""

    name: str
    values: Mapping[str, str]
    problem: str = ""
    done: str = ""


@dataclass(frozen=True, slots=True)
class Opened:
    """An action in the panel; ``mention`` is the place of the mention whose page is shown, None for the row itself."""

    action: str
    mention: int | None = None
    form: Form | None = None


@dataclass(frozen=True, slots=True)
class AgendaView:
    """``shown`` is how many actions, or parties, are shown at most; ``by`` is the name that a person gave last.

    ``narrowed`` counts how often the filter was set by something else than itself.
    """

    wanted: ActionFilter = EVERY_ACTION
    part: Part = Part.TABLE
    shown: int = PAGE_SIZE
    old: str = ""
    new: str = ""
    opened: Opened | None = None
    by: str = ""
    narrowed: int = 0

    def on(self, today: date) -> date:
        return self.wanted.on or today

    def filtered(self, wanted: ActionFilter) -> AgendaView:
        return replace(self, wanted=wanted, shown=PAGE_SIZE)


def filter_from(fields: Mapping[str, str]) -> ActionFilter:
    """Fields that say nothing sensible exclude nothing: they may come from an address that somebody typed."""
    party = fields.get("party", "")
    standing = fields.get("standing", "")
    literal = party.startswith(LITERAL)
    return ActionFilter(
        document=fields.get("document", ""),
        step=_number(fields.get("step", "")),
        stakeholder="" if literal else party,
        owner=party.removeprefix(LITERAL) if literal else "",
        year=_year(fields.get("year", "")),
        on=_date(fields.get("on", "")),
        standings=tuple(each for each in Standing if each == standing),
        statuses=tuple(each for each in Status if each == standing),
        theme=fields.get("theme", "").strip(),
    )


def fields_of(wanted: ActionFilter) -> dict[str, str]:
    """The fields that ``filter_from`` makes the filter of; empty ones are left out."""
    fields = {
        "document": wanted.document,
        "step": "" if wanted.step is None else str(wanted.step),
        "party": wanted.stakeholder or (f"{LITERAL}{wanted.owner}" if wanted.owner else ""),
        "year": "" if wanted.year is None else str(wanted.year),
        "standing": next((each.value for each in (*wanted.standings, *wanted.statuses)), ""),
        "on": wanted.on.isoformat() if wanted.on else "",
        "theme": wanted.theme,
    }
    return {name: value for name, value in fields.items() if value}


def _number(text: str) -> int | None:
    return int(text) if text.isdecimal() and len(text) < 10 else None


def _year(text: str) -> int | None:
    year = _number(text)
    return year if year is not None and MINYEAR <= year <= MAXYEAR else None


def _date(text: str) -> date | None:
    try:
        return date.fromisoformat(text)
    except ValueError:
        return None
