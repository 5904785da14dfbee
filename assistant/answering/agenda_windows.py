"""Terms by dates: which terms of actions lie as a question asks."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from assistant.domain.periods import Period, Precision


class Relation(StrEnum):
    """How what is asked for lies to the dates that the question names."""

    DURING = "during"
    BEFORE = "before"
    BY = "by"
    UNTIL = "until"
    AFTER = "after"
    FROM = "from"


class Edge(StrEnum):
    """What of a term must lie so."""

    ANY_DAY = "any_day"
    START = "start"
    END = "end"
    NOT_BEGUN = "not_begun"  # it begins after them


@dataclass(frozen=True, slots=True)
class Window:
    """Terms by dates; ``text`` is how the question says it.

    ``running`` says that it asks for what goes on then, ``planned`` for what is to be done. ``also`` is what else must
    hold: 'beginnen in 2023 en eindigen in 2024'.
    """

    text: str
    first: date
    last: date
    relation: Relation = Relation.DURING
    edge: Edge = Edge.ANY_DAY
    running: bool = False
    planned: bool = False
    also: Window | None = None

    @property
    def is_of_one_day(self) -> bool:
        return self.first == self.last and self.also is None

    def holds(self, term: Period) -> bool:
        """Never for a term that names no date; one without an end never ends, and is planned for no year."""
        if self.also and not self.also.holds(term):
            return False
        if term.precision in (Precision.OPEN, Precision.IMPOSSIBLE):
            return False
        if self.planned and not self.running and not (term.start or term.end):
            return False
        match self.edge:
            case Edge.START:
                return term.start is not None and self._contains(term.start)
            case Edge.NOT_BEGUN:
                return term.start is not None and term.start > self.last
            case Edge.END:
                return term.end is not None and self._contains(term.end)
        return self._touches(term)

    def _contains(self, day: date) -> bool:
        match self.relation:
            case Relation.BEFORE:
                return day < self.first
            case Relation.BY | Relation.UNTIL:
                return day <= self.last
            case Relation.AFTER:
                return day > self.last
            case Relation.FROM:
                return day >= self.first
        return self.first <= day <= self.last

    def _touches(self, term: Period) -> bool:
        match self.relation:
            case Relation.BEFORE:
                return term.start is not None and term.start < self.first
            case Relation.BY:
                return term.end is not None and term.end <= self.last
            case Relation.UNTIL:
                return term.end is not None and self.first <= term.end <= self.last
            case Relation.AFTER:
                return term.end is None or term.end > self.last
            case Relation.FROM:
                return term.end is None or term.end >= self.first
        return term.touches(self.first, self.last)
