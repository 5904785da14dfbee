"""Joining the ranked lists of several indexes into one; pure functions.

Both take lists of matches, best first, each with its weight. A passage that a list lacks gets nothing from it. The
result is best first, ties in order of passage id.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

from assistant.index.interface import Match
from assistant.index.ranking import in_order

RANK_CONSTANT = 60  # Cormack, Clarke and Büttcher, 'Reciprocal Rank Fusion' (SIGIR 2009)


@dataclass(frozen=True, slots=True)
class Ranking:
    """What one index found, best first, and how much it counts beside the others."""

    matches: Sequence[Match]
    weight: float = 1.0


def by_rank(rankings: Sequence[Ranking], constant: int = RANK_CONSTANT) -> list[Match]:
    """Weighted reciprocal-rank fusion: weight / (constant + rank), ranks from 1."""
    totals: defaultdict[str, float] = defaultdict(float)
    for ranking in rankings:
        for rank, match in enumerate(ranking.matches, start=1):
            totals[match.passage] += ranking.weight / (constant + rank)
    return _ranked(totals)


def by_score(rankings: Sequence[Ranking]) -> list[Match]:
    """Weighted sum of each list's scores, divided by the best score of that list; scores are above zero."""
    totals: defaultdict[str, float] = defaultdict(float)
    for ranking in rankings:
        for match in ranking.matches:
            totals[match.passage] += ranking.weight * match.score / ranking.matches[0].score
    return _ranked(totals)


def _ranked(totals: dict[str, float]) -> list[Match]:
    return in_order(Match(passage, score) for passage, score in totals.items())
