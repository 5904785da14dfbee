"""Measures of a ranking, from the rank at which the first right page stands; pure functions.

A rank counts from 0 and is None when no right page was found.
"""

from __future__ import annotations

from collections.abc import Sequence
from math import sqrt

Rank = int | None

DEPTH = 10  # pages of a ranking that are looked at
_Z = 1.959964  # standard deviations on both sides of the mean that hold 95 % of a normal distribution


def page_at(k: int, ranks: Sequence[Rank]) -> float:
    """The share of questions with a right page among the first ``k``."""
    return found_within(k, ranks) / len(ranks)


def found_within(k: int, ranks: Sequence[Rank]) -> int:
    return sum(rank is not None and rank < k for rank in ranks)


def mean_reciprocal_rank(ranks: Sequence[Rank]) -> float:
    """The mean of 1 / place of the first right page, the first place being 1; a page past the tenth counts 0."""
    return sum(1 / (rank + 1) for rank in ranks if rank is not None and rank < DEPTH) / len(ranks)


def wilson(successes: int, trials: int) -> tuple[float, float]:
    """The 95 % interval of a share (Wilson, 'Probable inference' (JASA 1927)); it stays within 0 and 1."""
    share = successes / trials
    middle = share + _Z**2 / (2 * trials)
    spread = _Z * sqrt(share * (1 - share) / trials + _Z**2 / (4 * trials**2))
    whole = 1 + _Z**2 / trials
    return max(0.0, (middle - spread) / whole), min(1.0, (middle + spread) / whole)


def won_and_lost(k: int, before: Sequence[Rank], after: Sequence[Rank]) -> tuple[int, int]:
    """The questions that came among the first ``k`` and those that left them; both lists are in the same order."""
    pairs = [(found_within(k, [old]), found_within(k, [new])) for old, new in zip(before, after, strict=True)]
    return pairs.count((0, 1)), pairs.count((1, 0))
