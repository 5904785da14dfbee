"""What a session looks at in the tab of parties, and which parties that are."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

from assistant.domain.stakeholders import Stakeholder
from assistant.index.analyzer import fold

PAGE_SIZE = 60  # parties that are shown before a person asks for more
PANEL_SIZE = 12
FIELDS = ("words", "kind", "group", "order")


class Order(StrEnum):
    """What parties are listed by: most first, and by name where that is the same."""

    DOCUMENTS = "documents"
    ACTIONS = "actions"
    POSITIONS = "positions"
    NAME = "name"


@dataclass(frozen=True, slots=True)
class Search:
    """``words`` are looked for in all names of a party; an empty field excludes none."""

    words: str = ""
    kind: str = ""
    group: str = ""
    order: Order = Order.DOCUMENTS


EVERY_PARTY = Search()


@dataclass(frozen=True, slots=True)
class Opened:
    """A party in the panel; ``source`` is the key of what its page is shown of, empty for no page.

    ``most`` is how many documents, statements on a theme and actions are listed at most.
    """

    party: str
    source: str = ""
    most: int = PANEL_SIZE


@dataclass(frozen=True, slots=True)
class PartiesView:
    """``shown`` is how many parties are shown at most; ``narrowed`` counts how often the search was cleared."""

    search: Search = EVERY_PARTY
    shown: int = PAGE_SIZE
    opened: Opened | None = None
    narrowed: int = 0


@dataclass(frozen=True, slots=True)
class Known:
    """A party, and how many actions, positions and documents there are of it."""

    party: Stakeholder
    actions: int = 0
    positions: int = 0
    documents: int = 0

    def count(self, order: Order) -> int:
        counts = {Order.DOCUMENTS: self.documents, Order.ACTIONS: self.actions, Order.POSITIONS: self.positions}
        return counts.get(order, 0)


def search_from(fields: Mapping[str, str]) -> Search:
    order = fields.get("order", "")
    return Search(
        words=fields.get("words", "").strip(),
        kind=fields.get("kind", ""),
        group=fields.get("group", ""),
        order=next((each for each in Order if each == order), Order.DOCUMENTS),
    )


def found(known: Iterable[Known], search: Search) -> Sequence[Known]:
    """The parties that are looked for, in order."""
    words = fold(search.words).split()
    wanted = [
        each
        for each in known
        if (not search.kind or each.party.kind == search.kind)
        and (not search.group or search.group in each.party.groups)
        and all(word in _forms(each.party) for word in words)
    ]
    return sorted(wanted, key=lambda each: (*_places(each, search.order), fold(each.party.name)))


def _places(known: Known, order: Order) -> tuple[int, int]:
    """Most first; of those alike, the ones of which most is known. By name alone both are the same for all."""
    everything = 0 if order is Order.NAME else known.documents + known.actions + known.positions
    return -known.count(order), -everything


def _forms(party: Stakeholder) -> str:
    return fold(" ".join((*(each.text for each in party.names), *party.aliases)))
