"""Putting matches in order: best first, ties in order of passage id."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from math import floor, log10

from assistant.index.interface import Match

_SPARE = 16  # fetched besides, so that a tie at the end seldom needs a second look


def in_order(matches: Iterable[Match]) -> list[Match]:
    """Scores are rounded to five digits first: sums of floats that should tie differ in their last bits."""
    rounded = (Match(match.passage, _rounded(match.score)) for match in matches)
    return sorted(rounded, key=lambda match: (-match.score, match.passage))


def _rounded(score: float) -> float:
    return round(score, 4 - floor(log10(abs(score)))) if score else 0.0


def best(fetch: Callable[[int], Iterable[Match]], k: int) -> list[Match]:
    """The ``k`` best matches, where ``fetch(count)`` gives at most ``count`` of them and breaks ties as it likes."""
    count = k + _SPARE
    while True:
        matches = in_order(fetch(count))
        if len(matches) < count or matches[-1].score < matches[k - 1].score:
            return matches[:k]
        count *= 2
