"""Which documents name which parties, and where."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence

from assistant.domain.positions import Views
from assistant.domain.stakeholders import NamedAt
from assistant.library.known_views import KnownViews
from assistant.library.library import Library
from ingest.named_parties import named_in
from ingest.stakeholders import StakeholderRegister

Places = Mapping[str, Sequence[NamedAt]]  # by party
Version = tuple[str, str]  # a document, and its version


class PartyMentions:
    """Safe to use from several threads; each version of a document is asked for once.

    What was found when a document was read in is in the library; one that an older program read is looked through.
    """

    def __init__(self, library: Library, views: KnownViews, stakeholders: Callable[[], StakeholderRegister]) -> None:
        """``views`` are those of the library."""
        self._library = library
        self._views = views
        self._stakeholders = stakeholders
        self._named: Mapping[Version, Places] = {}

    def documents(self, parties: Sequence[str]) -> dict[str, tuple[str, ...]]:
        """The ids of the documents that name each of these parties, in order."""
        named = self._current()
        return {party: tuple(document for document, found in named.items() if party in found) for party in parties}

    def places(self, party: str) -> tuple[NamedAt, ...]:
        """Document by document, in the order of each."""
        return tuple(place for found in self._current().values() for place in found.get(party, ()))

    def _current(self) -> dict[str, Places]:
        """By document, in the order of their ids. Two threads may look at once, and find the same."""
        versions = sorted((each.id, each.version) for each in self._library.documents())
        known = self._named
        fresh = self._found([each for each in versions if each not in known])
        now = {each: known[each] if each in known else fresh[each] for each in versions}
        self._named = now
        return {document: found for (document, _), found in now.items()}

    def _found(self, wanted: Sequence[Version]) -> dict[Version, Places]:
        views = self._views.by_document()
        return {(id_, version): _by_party(self._places(id_, version, views.get(id_))) for id_, version in wanted}

    def _places(self, document: str, version: str, kept: Views | None) -> Sequence[NamedAt]:
        if kept and kept.version == version:
            return kept.named
        return named_in(self._library.passages_of(document), self._stakeholders())


def _by_party(places: Iterable[NamedAt]) -> Places:
    found: dict[str, list[NamedAt]] = defaultdict(list)
    for place in places:
        found[place.stakeholder].append(place)
    return dict(found)
