"""The register of parties: those of the corpus, with what a user's own file adds or overrides."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from assistant.domain.stakeholders import Mention, Stakeholder
from ingest.catalogue import CORPUS
from ingest.party_names import NameFinder, key_of, variants
from ingest.stakeholders_file import check, read_entries

PARTIES = CORPUS / "stakeholders.yaml"


@dataclass(frozen=True)
class StakeholderRegister:
    """Known parties, in the order of their file."""

    all: tuple[Stakeholder, ...]

    def get(self, id: str) -> Stakeholder | None:  # noqa: A002  (the field's own name)
        return self._by_id.get(id)

    def find(self, name: str) -> Stakeholder | None:
        """The party of a whole name or alias, also a former one, with or without article, ministry or genitive."""
        if name not in self._found:  # agendas repeat the same few hundred names
            ids = (self._by_key.get(key_of(variant)) for variant in variants(name))
            self._found[name] = next((self._by_id[found] for found in ids if found), None)
        return self._found[name]

    def mentions(self, text: str) -> tuple[Mention, ...]:
        """Where a text names parties, in its order; the longest name at a place."""
        return tuple(self._finder.mentions(text))

    def asked(self, text: str) -> tuple[Mention, ...]:
        """The parties that a question names: as ``mentions``, with abbreviations in any case and without context."""
        return tuple(self._finder.mentions(text, any_case=True))

    def members(self, id: str) -> tuple[Stakeholder, ...]:  # noqa: A002
        """The parties of a group, those of groups within it too; no group among them."""
        found: dict[str, Stakeholder] = {}
        for party in self.all:
            if id in party.groups:
                inner = self.members(party.id) if party.kind == "group" else ()
                found |= {each.id: each for each in inner or (party,)}
        return tuple(found.values())

    @cached_property
    def _found(self) -> dict[str, Stakeholder | None]:
        return {}

    @cached_property
    def _by_id(self) -> Mapping[str, Stakeholder]:
        return {party.id: party for party in self.all}

    @cached_property
    def _by_key(self) -> Mapping[str, str]:
        names = ((name, party.id) for party in self.all for name in _names(party))
        return {key_of(name): party for name, party in names}

    @cached_property
    def _finder(self) -> NameFinder:
        return NameFinder(self.all)


def load_stakeholders(path: Path = PARTIES, extra: Path | None = None) -> StakeholderRegister:
    """Raises ``ReadError`` that names the line. An entry of ``extra`` takes the place of the one with its id."""
    entries = {entry.party.id: entry for entry in read_entries(path)}
    own = {entry.party.id: entry for entry in read_entries(extra)} if extra else {}
    entries |= own
    check([*(entry for id_, entry in entries.items() if id_ not in own), *own.values()])  # a mistake is in their own
    return StakeholderRegister(tuple(entry.party for entry in entries.values()))


def _names(party: Stakeholder) -> tuple[str, ...]:
    return (*(name.text for name in party.names), *party.aliases)
