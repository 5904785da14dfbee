"""What the register asks of whoever knows the parties."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import lru_cache
from typing import Protocol

from assistant.domain.agenda import Action, Owner, ResolvedOwner, Role
from assistant.domain.stakeholders import Mention, Stakeholder
from assistant.stakeholders.owners import resolve_owner, touched_parties
from ingest.owners import owners_of
from ingest.speakers import reported_in
from ingest.stakeholders import StakeholderRegister

PROGRAMME = "programme"  # a kind of party
TEXTS_KEPT = 1 << 12  # passages and sentences in which parties were looked for


class Parties(Protocol):
    def resolve(self, owner: Owner) -> ResolvedOwner:
        """The party that an owner is, and those that it stands for."""

    def touched(self, action: Action) -> tuple[ResolvedOwner, ...]:
        """The parties that a row names outside its owners."""

    def owners_in(self, text: str) -> Sequence[Owner]:
        """The owners that a person names, in order; none in a text that names nobody."""


class KnownParties:
    """Those of the register of parties, which is read at the first question."""

    def __init__(self, stakeholders: Callable[[], StakeholderRegister]) -> None:
        self._stakeholders = stakeholders
        self._ids_in = lru_cache(maxsize=TEXTS_KEPT)(self._named)

    def resolve(self, owner: Owner) -> ResolvedOwner:
        return resolve_owner(owner, self._stakeholders())

    def touched(self, action: Action) -> tuple[ResolvedOwner, ...]:
        return touched_parties(action, self._stakeholders())

    def owners_in(self, text: str) -> Sequence[Owner]:
        return owners_of(text, Role.OWNER, self._stakeholders())

    def mentions(self, text: str) -> Sequence[Mention]:
        """The parties that a question names, abbreviations in small letters too."""
        return self._stakeholders().asked(text)

    def get(self, id: str) -> Stakeholder | None:  # noqa: A002  (its own name)
        return self._stakeholders().get(id)

    def ids_in(self, text: str) -> frozenset[str]:
        """The parties that a document's text names."""
        return self._ids_in(text)

    def reported_in(self, text: str) -> frozenset[str]:
        """The parties of which a document's sentence says what they say or think."""
        return frozenset(mention.stakeholder for mention in reported_in(text, self._stakeholders()))

    def _named(self, text: str) -> frozenset[str]:
        return frozenset(mention.stakeholder for mention in self._stakeholders().mentions(text))

    def named_in(self, text: str) -> dict[str, tuple[str, ...]]:
        """The parties that a text names, by the words that do, each with all its names when it is a programme."""
        stakeholders = self._stakeholders()
        found: dict[str, tuple[str, ...]] = {}
        for mention in stakeholders.mentions(text):
            party = stakeholders.get(mention.stakeholder)
            forms = (*(name.text for name in party.names), *party.aliases) if party and party.kind == PROGRAMME else ()
            found[text[mention.start : mention.end]] = forms
        return found
