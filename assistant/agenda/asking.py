"""A name that a person gives, as the filter of actions that it asks for."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from difflib import get_close_matches

from assistant.domain.agenda import ActionFilter, RegisteredAction
from assistant.domain.stakeholders import Stakeholder
from assistant.index.analyzer import fold
from ingest.stakeholders import StakeholderRegister

MOST_CLOSE = 3  # names that are offered for one that is not known
CLOSE = 0.6  # difflib's ratio; 'Nufic' and 'Nuffic' have 0.91


def with_owner(
    wanted: ActionFilter, name: str, parties: Sequence[Stakeholder], actions: Iterable[RegisteredAction]
) -> ActionFilter | None:
    """Actions of this party, or of the owner or group that is no known party; None for a name that is neither."""
    party = StakeholderRegister(tuple(parties)).find(name)
    if party:
        return replace(wanted, stakeholder=party.id)
    named = {fold(each.owner.name) for action in actions for each in (*action.owners, *action.touched)}
    return replace(wanted, owner=name) if fold(name.strip()) in named else None


def close_names(name: str, parties: Sequence[Stakeholder], actions: Iterable[RegisteredAction] = ()) -> tuple[str, ...]:
    """Known names that are written much like this one, the closest first."""
    names = [text for party in parties for text in (*(each.text for each in party.names), *party.aliases)]
    names += [each.owner.name for action in actions for each in action.owners]
    known = {_letters(each): each for each in reversed(names)}
    return tuple(known[each] for each in get_close_matches(_letters(name), known, MOST_CLOSE, CLOSE))


def _letters(name: str) -> str:
    """The same for 'MBO Raad' and 'MBO-raad', of which one is enough to offer."""
    return "".join(filter(str.isalnum, fold(name)))
