"""What a session looks at in the tab of positions, as the fields that a browser sends and an address holds."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace

from assistant.domain.positions import PositionKind
from assistant.positions.narrowing import EVERYTHING, Narrowing, year_of

FIELDS = ("parties", "themes", "kind", "since", "until")
CONTRASTS_AT_ONCE = 6
STATEMENTS_AT_ONCE = 20


@dataclass(frozen=True, slots=True)
class Opened:
    """What the panel shows of a theme: a party's cell; two statements that are contrasted, by id; or, with neither,
    all parties. ``shown`` is the place of the statement whose page is open, the mentions after the positions;
    ``most`` is how many of them are listed at most."""

    theme: str
    party: str = ""
    pair: tuple[str, ...] = ()
    shown: int = 0
    most: int = STATEMENTS_AT_ONCE


@dataclass(frozen=True, slots=True)
class PositionsView:
    """Ids of parties and themes in the order of their choice, None before anything is chosen.

    ``narrowed`` counts how often the choice was set by something else than the filter itself.
    """

    parties: tuple[str, ...] | None = None
    themes: tuple[str, ...] | None = None
    wanted: Narrowing = EVERYTHING
    opened: Opened | None = None
    contrasts: int = CONTRASTS_AT_ONCE
    narrowed: int = 0

    def without(self, party: str) -> PositionsView:
        left = tuple(each for each in self.parties or () if each != party)
        return replace(self, parties=left, opened=None, narrowed=self.narrowed + 1)


def view_from(fields: Mapping[str, str], view: PositionsView) -> PositionsView:
    """The view with what a browser or an address says; ids already chosen keep their places."""
    return replace(
        view,
        parties=_kept_order(view.parties or (), fields.get("parties", "").split()),
        themes=tuple(dict.fromkeys(fields.get("themes", "").split())),
        wanted=narrowing_from(fields),
        opened=None,
        contrasts=CONTRASTS_AT_ONCE,
    )


def narrowing_from(fields: Mapping[str, str]) -> Narrowing:
    """Fields that say nothing sensible exclude nothing."""
    kind = fields.get("kind", "")
    return Narrowing(
        kind=next((each for each in PositionKind if each == kind), None),
        since=_year(fields.get("since", "")),
        until=_year(fields.get("until", "")),
    )


def _year(text: str) -> int | None:
    year = year_of(text)
    return year if text == f"{year}" else None


def fields_of(parties: Iterable[str], themes: Iterable[str], wanted: Narrowing) -> dict[str, str]:
    """The fields of an address; empty ones are left out."""
    fields = {
        "parties": " ".join(parties),
        "themes": " ".join(themes),
        "kind": wanted.kind.value if wanted.kind else "",
        "since": "" if wanted.since is None else str(wanted.since),
        "until": "" if wanted.until is None else str(wanted.until),
    }
    return {name: value for name, value in fields.items() if value}


def _kept_order(before: Iterable[str], chosen: Iterable[str]) -> tuple[str, ...]:
    wanted = dict.fromkeys(chosen)
    return (*(each for each in before if each in wanted), *(each for each in wanted if each not in set(before)))
