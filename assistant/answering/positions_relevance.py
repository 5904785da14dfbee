"""Which positions are on the subject of a question, and how far: by its words, and by the themes of its words."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Protocol

from assistant.answering.matching import COMPOUND, SHORTEST_PART, WeighedTerm, found, weight_of
from assistant.answering.positions_question import PositionsQuestion
from assistant.answering.retrieving import Retriever
from assistant.domain.positions import Position
from assistant.index.analyzer import stems, tokens

ON_THEME = 0.4  # how far a word of the question counts as held by a position on the word's theme
LEAST = 0.3  # of the subject, for a position to be on it
SURELY = 0.4  # the same in literal words, to name a party as one that demands or rejects it
OF_KIND = 0.2  # what a position gains that is of the kind that the question asks for
NEAR_BY = 0.15  # what a position gains that stands on a page with one that is surely on the subject
STRENGTHS = 100  # positions of equal relevance go by strength
IN_CONTEXT = 0.7  # what is left where a word stands in the title above, or in what the sentence points back to
OF_A_PART = 0.5  # what is left where only a part of a compound is found
TEXTS_KEPT = 1 << 14


@dataclass(frozen=True, slots=True)
class Nearness:
    """How much of the subject a position must hold, and how much of what the best one holds."""

    least: float
    of_best: float


ISSUED = Nearness(LEAST, 0.5)
REPORTED = Nearness(0.2, 0.0)  # of a party that only others speak of: it says little, and all on the theme is shown
TAKEN = Nearness(LEAST, 0.35)  # of whoever takes a position of the kind that is asked for


@dataclass(frozen=True, slots=True)
class Scored:
    """``literal`` is how much of the subject its words hold, from 0 to 1; ``held`` the same where themes count too."""

    position: Position
    literal: float
    held: float

    @property
    def page(self) -> tuple[str, int]:
        return self.position.quotation.document, self.position.quotation.page


class Themes(Protocol):
    """The register of themes, as far as relevance needs it."""

    def themes_in(self, text: str) -> tuple[str, ...]:
        """The ids of the themes that a text speaks of."""


class Relevance:
    def __init__(self, themes: Themes, retriever: Retriever) -> None:
        self._themes = themes
        self._retriever = retriever

    def on_subject(
        self, asked: PositionsQuestion, positions: Sequence[Position], nearness: Nearness = ISSUED
    ) -> list[Scored]:
        """Those on the subject, best first; where none is named all of them, those of the kind asked for first."""
        if not asked.terms:
            return [Scored(each, 0.0, 0.0) for each in sorted(positions, key=lambda each: not _is_of_kind(each, asked))]
        near = self._near(asked, positions, nearness)
        return sorted(
            near,
            key=lambda each: (
                -each.held - OF_KIND * _is_of_kind(each.position, asked) - each.position.strength / STRENGTHS
            ),
        )

    def surely(self, asked: PositionsQuestion, positions: Sequence[Position]) -> list[Position]:
        """Those that hold the subject in their own words, best first."""
        return [each.position for each in self.on_subject(asked, positions) if each.literal >= SURELY]

    def spoken_of(self, asked: PositionsQuestion, positions: Sequence[Position]) -> list[Position]:
        """Those of which the sentence itself holds the subject, best first: what it stands under does not count."""
        terms = self._retriever.weighed(asked.terms)
        total = weight_of(terms)
        return [
            each
            for each in self.surely(asked, positions)
            if sum(term.weight * _held_in(term, each.text) for term in terms) >= SURELY * total
        ]

    def taken(self, asked: PositionsQuestion, positions: Sequence[Position]) -> list[Position]:
        """Those on the subject or its theme where one is surely on it, best first; none where a word of the subject is
        in no document and in none of them."""
        near = self._near(asked, positions, TAKEN)
        sure = [each for each in near if each.literal >= SURELY]
        unknown = [each for each in self._retriever.weighed(asked.terms) if not each.known and not each.term.pale]
        if not sure or not all(any(_held(term, each.position) for each in sure) for term in unknown):
            return []
        pages = {each.page for each in sure}
        near.sort(key=lambda each: -each.held - NEAR_BY * (each.page in pages) - each.position.strength / STRENGTHS)
        return [each.position for each in near]

    def _near(self, asked: PositionsQuestion, positions: Sequence[Position], nearness: Nearness) -> list[Scored]:
        terms = self._retriever.weighed(asked.terms)
        themes = {term.term.text: frozenset(self._themes.themes_in(term.term.text)) for term in terms}
        scored = [_scored(each, terms, themes) for each in positions]
        least = max(nearness.least, nearness.of_best * max((each.held for each in scored), default=0.0))
        return [each for each in scored if each.held >= least]


def _is_of_kind(position: Position, asked: PositionsQuestion) -> bool:
    return position.kind in asked.kinds


def _scored(position: Position, terms: Sequence[WeighedTerm], themes: Mapping[str, frozenset[str]]) -> Scored:
    total = weight_of(terms)
    if not total:
        return Scored(position, 0.0, 0.0)
    literal = [(term, _held(term, position)) for term in terms]
    themed = (
        term.weight * max(held, ON_THEME * (not themes[term.term.text].isdisjoint(position.themes)))
        for term, held in literal
    )
    return Scored(position, sum(term.weight * held for term, held in literal) / total, sum(themed) / total)


def _held(term: WeighedTerm, position: Position) -> float:
    """How surely its words hold a term, or those that it stands under."""
    own = _held_in(term, f"{position.lead_in} {position.text}")
    return max(own, IN_CONTEXT * _held_in(term, f"{position.speaker.name} {position.context}"))


def _held_in(term: WeighedTerm, text: str) -> float:
    """A part of a compound is less than a compound with the whole of it: 'vraag' is not 'vraagfinanciering', and
    'accreditatiekramp' is on 'accreditatie'."""
    stems_held = stems_of(text)
    held = found(term, stems_held)
    if held not in (0.0, COMPOUND) or not term.stems.isdisjoint(stems_held) or len(term.term.stems) > 1:
        return held
    (stem,), written = term.term.stems, term.term.text
    if any(stem in each for each in stems_held):
        return held
    if len(written) >= SHORTEST_PART and any(each.startswith(written) for each in _tokens_of(text)):
        return COMPOUND
    return held * OF_A_PART


@lru_cache(maxsize=TEXTS_KEPT)
def _tokens_of(text: str) -> frozenset[str]:
    return frozenset(tokens(text))


@lru_cache(maxsize=TEXTS_KEPT)
def stems_of(text: str) -> frozenset[str]:
    return frozenset(stems(text))
