"""Which documents name which parties, and where."""

from __future__ import annotations

import threading
from collections import defaultdict
from collections.abc import Callable, Mapping, Sequence

from assistant.domain.stakeholders import NamedAt
from assistant.library.library import Library
from ingest.stakeholders import StakeholderRegister

Places = Mapping[str, Sequence[NamedAt]]  # by party


class PartyMentions:
    """Safe to use from several threads; each version of a document is looked through once."""

    def __init__(self, library: Library, stakeholders: Callable[[], StakeholderRegister]) -> None:
        self._library = library
        self._stakeholders = stakeholders
        self._lock = threading.Lock()
        self._named: dict[tuple[str, str], Places] = {}  # by document and version

    def documents(self, parties: Sequence[str]) -> dict[str, tuple[str, ...]]:
        """The ids of the documents that name each of these parties, in order."""
        named = self._in_all()
        return {party: tuple(document for document, found in named.items() if party in found) for party in parties}

    def places(self, party: str) -> tuple[NamedAt, ...]:
        """Document by document, in the order of each."""
        return tuple(place for found in self._in_all().values() for place in found.get(party, ()))

    def _in_all(self) -> dict[str, Places]:
        """By document, in the order of their ids."""
        present = [(each.id, each.version) for each in self._library.documents()]
        return {document: self._in(document, version) for document, version in sorted(present)}

    def _in(self, document: str, version: str) -> Places:
        with self._lock:
            if (document, version) in self._named:
                return self._named[document, version]
        stakeholders = self._stakeholders()
        found: dict[str, list[NamedAt]] = defaultdict(list)
        for passage in self._library.passages_of(document):
            for mention in stakeholders.mentions(passage.text):
                start, end = passage.start + mention.start, passage.start + mention.end
                found[mention.stakeholder].append(NamedAt(document, passage.page, start, end))
        with self._lock:
            self._named[document, version] = dict(found)
        return found
