"""What a sentence does: whether it demands, rejects, supports, doubts, advises, promises, wishes or only explores.

Told from its words. The first kind whose words it has counts, in an order that puts the careful reading first: what is
explored is never supported, and 'niet moeten' is no demand.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from assistant.domain.positions import PositionKind
from ingest.lead_in_words import LEAD_INS
from ingest.stance_words import (
    ADVISES,
    CONDITIONS,
    DEMANDS,
    DEMANDS_OPENLY,
    DOUBTS,
    EXPLORES,
    HEDGES,
    IMPERATIVES,
    NO_ADVICE,
    NO_DEMAND,
    NO_DEMANDING,
    NO_EXPLORING,
    NO_IMPERATIVE,
    NO_PROMISE,
    NO_WISH,
    PROMISES,
    REJECTS,
    SUPPORTS,
    WISHES,
)

MILD, PLAIN, FIRM = 1, 2, 3


@dataclass(frozen=True, slots=True)
class Stance:
    """``start`` is where the words begin that tell it; -1 where it is told from the lead-in or the form."""

    kind: PositionKind
    strength: int
    start: int = -1


_ORDER = (
    (PositionKind.EXPLORATION, EXPLORES, NO_EXPLORING),
    (PositionKind.REJECTION, REJECTS, None),
    (PositionKind.CONDITION, CONDITIONS, None),
    (PositionKind.DEMAND, DEMANDS_OPENLY, NO_DEMANDING),
    (PositionKind.ADVICE, ADVISES, NO_ADVICE),
    (PositionKind.SUPPORT, SUPPORTS, None),
    (PositionKind.DOUBT, DOUBTS, None),
    (PositionKind.DEMAND, DEMANDS, NO_DEMAND),
    (PositionKind.PROMISE, PROMISES, NO_PROMISE),
    (PositionKind.WISH, WISHES, NO_WISH),
)
_USUAL = {
    PositionKind.DEMAND: FIRM,
    PositionKind.REJECTION: FIRM,
    PositionKind.WISH: MILD,
    PositionKind.EXPLORATION: MILD,
}
_QUESTION = re.compile(r"\?[”’»\"')]*\s*$")


def stance_of(text: str) -> Stance | None:
    """None for a sentence that takes no position; a question takes none."""
    if _QUESTION.search(text):
        return None
    for kind, words, not_when in _ORDER:
        found = words.search(text)
        if found and not (not_when and not_when.search(text)):
            return Stance(kind, _strength(kind, text), found.start())
    if is_imperative(text):
        return Stance(PositionKind.ADVICE, PLAIN)
    return None


def is_imperative(text: str) -> bool:
    """Whether a sentence tells its reader to do something: 'Maak ruimte voor …'."""
    return bool(IMPERATIVES.match(text)) and not NO_IMPERATIVE.match(text)


def _strength(kind: PositionKind, text: str) -> int:
    usual = _USUAL.get(kind, PLAIN)
    return max(MILD, usual - 1) if HEDGES.search(text) else usual


# --- lists

_TITLE = 14  # words, at most, of a title or sentence that is read as one
_SPEAKS_FOR_ITSELF = (PositionKind.EXPLORATION, PositionKind.REJECTION, PositionKind.CONDITION)
_BARE = re.compile(r"(?:geen|niet(?! alleen)|nooit|no|not(?! only))\b", re.IGNORECASE)


def lead_in_stance(text: str) -> Stance | None:
    """What the items of a list do that this title or sentence stands above."""
    if DEMANDS_OPENLY.search(text):
        return Stance(PositionKind.DEMAND, FIRM)
    for kind, words in LEAD_INS:
        if words.search(text) and len(text.split()) <= _TITLE:
            return Stance(kind, _USUAL.get(kind, PLAIN))
    own = stance_of(text.rstrip(":? "))
    return Stance(own.kind, own.strength) if own else None


def item_stance(text: str, lead: Stance) -> Stance:
    """Of an item that leans on a lead-in: its own where its words tell another one, else that of the lead-in."""
    if _BARE.match(text) and lead.kind in (PositionKind.DEMAND, PositionKind.WISH, PositionKind.ADVICE):
        return Stance(PositionKind.REJECTION, lead.strength)
    if lead.kind is PositionKind.DEMAND and is_imperative(text):
        return Stance(PositionKind.ADVICE, PLAIN)
    own = stance_of(text)
    if own and own.kind is PositionKind.DEMAND and DEMANDS_OPENLY.search(text):
        return own
    if own and own.kind in _SPEAKS_FOR_ITSELF and lead.kind not in (PositionKind.DOUBT, PositionKind.ADVICE):
        return own
    return lead
