"""The register of positions: what the documents hold, by party and theme."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from assistant.domain.positions import Comparison, Naming, Position, Theme, Views
from assistant.library.known_views import KnownViews
from assistant.positions.choosing import chosen_party, chosen_theme, chosen_themes, compared_parties
from assistant.positions.comparing import compared, newest, ranked
from ingest.stakeholders import StakeholderRegister
from ingest.themes import ThemeRegister


@dataclass(frozen=True)
class _Memory:
    """What was put in order of these views, by document."""

    views: Mapping[str, Views] | None = None
    positions: tuple[Position, ...] = ()
    namings: tuple[Naming, ...] = ()


class PositionRegister:
    """Safe to use from several threads; sees what other processes change at the next question."""

    def __init__(
        self,
        views: KnownViews,
        stakeholders: Callable[[], StakeholderRegister],
        themes: Callable[[], ThemeRegister],
    ) -> None:
        """Parties and themes are read at the first question."""
        self._views = views
        self._stakeholders = stakeholders
        self._themes = themes
        self._memory = _Memory()

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
        """What was put in order last, where that is still so. Two threads may do it at once, and find the same."""
        views = self._views.by_document()
        memory = self._memory
        if memory.views is not views:
            memory = self._memory = _Memory(
                views,
                ranked(position for each in views.values() for position in each.positions),
                newest(naming for each in views.values() for naming in each.namings),
            )
        return memory
