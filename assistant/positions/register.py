"""The register of positions: what the documents hold, by party and theme."""

from __future__ import annotations

import threading
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field

from assistant.domain.positions import Comparison, Naming, Position, Theme, Views
from assistant.library.library import Library
from assistant.positions.choosing import chosen_party, chosen_theme, chosen_themes, compared_parties
from assistant.positions.comparing import compared, newest, ranked
from ingest.stakeholders import StakeholderRegister
from ingest.themes import ThemeRegister


@dataclass(frozen=True)
class _Memory:
    """What was read at one state of the library; ``changes`` is that state."""

    changes: int
    read: Mapping[str, Views] = field(default_factory=dict)  # by document
    positions: tuple[Position, ...] = ()
    namings: tuple[Naming, ...] = ()


class PositionRegister:
    """Safe to use from several threads; sees what other processes change at the next question.

    The positions of a document are read once for each of its versions.
    """

    def __init__(
        self,
        library: Library,
        stakeholders: Callable[[], StakeholderRegister],
        themes: Callable[[], ThemeRegister],
    ) -> None:
        """Parties and themes are read at the first question."""
        self._library = library
        self._stakeholders = stakeholders
        self._themes = themes
        self._lock = threading.Lock()
        self._memory = _Memory(-1)

    def themes(self) -> tuple[Theme, ...]:
        return self._themes().all

    def themes_in(self, text: str) -> tuple[str, ...]:
        """The ids of the themes that a text speaks of."""
        return self._themes().within(text)

    def positions(self, stakeholder: str = "", theme: str = "") -> tuple[Position, ...]:
        """Strongest and newest first. Raises ``UnknownStakeholder`` or ``UnknownTheme``."""
        party = chosen_party(stakeholder, self._stakeholders()).id if stakeholder else ""
        wanted = chosen_theme(theme, self.themes()).id if theme else ""
        return tuple(
            each
            for each in self._current().positions
            if (not party or party in each.speaker.stakeholders) and (not wanted or wanted in each.themes)
        )

    def compare(self, stakeholders: Sequence[str], themes: Sequence[str] = ()) -> Comparison:
        """Raises ``UnknownStakeholder``, ``UnknownTheme`` or ``NoComparison``."""
        parties = compared_parties(stakeholders, self._stakeholders())
        wanted = chosen_themes(themes, self.themes())
        memory = self._current()
        return compared(parties, wanted, memory.positions, memory.namings)

    def _current(self) -> _Memory:
        """What was read last, where that is still so. Two threads may read at once, and find the same."""
        changes = self._library.changes()
        memory = self._memory
        if memory.changes == changes:
            return memory
        memory = self._read(changes, memory.read)
        with self._lock:
            if memory.changes > self._memory.changes:
                self._memory = memory
        return memory

    def _read(self, changes: int, before: Mapping[str, Views]) -> _Memory:
        versions = self._library.view_versions()
        kept = {id_: each for id_, each in before.items() if versions.get(id_) == each.version}
        fresh = self._library.views([document for document in versions if document not in kept])
        read = kept | {each.document: each for each in fresh}
        return _Memory(
            changes,
            read,
            ranked(position for views in read.values() for position in views.positions),
            newest(naming for views in read.values() for naming in views.namings),
        )
