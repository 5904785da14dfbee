"""Which documents name which parties."""

from __future__ import annotations

import threading
from collections.abc import Callable, Sequence

from assistant.library.library import Library
from ingest.stakeholders import StakeholderRegister


class PartyMentions:
    """Safe to use from several threads; each version of a document is looked through once."""

    def __init__(self, library: Library, stakeholders: Callable[[], StakeholderRegister]) -> None:
        self._library = library
        self._stakeholders = stakeholders
        self._lock = threading.Lock()
        self._named: dict[tuple[str, str], frozenset[str]] = {}  # by document and version

    def documents(self, parties: Sequence[str]) -> dict[str, tuple[str, ...]]:
        """The ids of the documents that name each of these parties, in order."""
        present = [(each.id, each.version) for each in self._library.documents()]
        named = {document: self._in(document, version) for document, version in sorted(present)}
        return {party: tuple(document for document, found in named.items() if party in found) for party in parties}

    def _in(self, document: str, version: str) -> frozenset[str]:
        with self._lock:
            if (document, version) in self._named:
                return self._named[document, version]
        stakeholders = self._stakeholders()
        texts = (passage.text for passage in self._library.passages_of(document))
        found = frozenset(mention.stakeholder for text in texts for mention in stakeholders.mentions(text))
        with self._lock:
            self._named[document, version] = found
        return found
