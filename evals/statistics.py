"""How sure a number is, and whether two runs differ. Every draw is seeded: the same values give the same result.

Questions about one document tend to succeed or fail together, so intervals come from resampling documents, not
questions (cluster bootstrap, Cameron, Gelbach and Miller 2008; percentile intervals, Efron 1979). A share of 0 or 1
has no spread to resample: there Wilson's interval (1927) says how many questions stand behind it.
"""

from __future__ import annotations

import math
from collections.abc import Hashable, Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from scipy import stats

LEVEL = 0.95
RESAMPLES = 2000
SEED = 20231
LEAST_CLUSTERS = 5  # with fewer, resampling them says next to nothing, and questions are resampled instead
FOUND = 0.8  # in how many of ten comparisons the smallest detectable difference would be found
DIGITS = 6  # of what is reported: more are noise of the machine's arithmetic

Numbers = NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Estimate:
    """A mean with its interval, and the number of questions and clusters behind it. ``error`` is its standard error."""

    mean: float
    low: float
    high: float
    error: float
    questions: int
    clusters: int


@dataclass(frozen=True, slots=True)
class Difference:
    """What a metric gained from one run to the other, over the questions that both measured.

    ``p`` is two-sided, ``adjusted`` after Holm's correction for the number of metrics that were looked at.
    """

    metric: str
    before: float
    after: float
    questions: int
    p: float
    adjusted: float = math.nan

    @property
    def gain(self) -> float:
        return round(self.after - self.before, DIGITS)


def estimate(values: Sequence[float], clusters: Sequence[Hashable]) -> Estimate:
    """The mean of the values with its 95 % interval. There is at least one value."""
    mean = math.fsum(values) / len(values)
    groups = _groups(values, clusters)
    low, high, error = _interval(values, groups)
    rounded = [round(each, DIGITS) for each in (mean, low, high, error)]
    return Estimate(rounded[0], rounded[1], rounded[2], rounded[3], len(values), len(groups))


def _interval(values: Sequence[float], groups: Mapping[Hashable, Sequence[float]]) -> tuple[float, float, float]:
    if len({*values}) == 1:
        return _without_spread(values)
    if len(groups) < LEAST_CLUSTERS:
        groups = dict(enumerate([value] for value in values))
    sums = np.array([math.fsum(group) for group in groups.values()])
    counts = np.array([len(group) for group in groups.values()], dtype=np.float64)
    drawn = stats.bootstrap(
        (sums, counts),
        _ratio,
        paired=True,
        vectorized=True,
        n_resamples=RESAMPLES,
        confidence_level=LEVEL,
        method="percentile",
        rng=np.random.default_rng(SEED),
    )
    return float(drawn.confidence_interval.low), float(drawn.confidence_interval.high), float(drawn.standard_error)


def _without_spread(values: Sequence[float]) -> tuple[float, float, float]:
    """All values are one value: for a share that is Wilson's case, for anything else there is nothing to resample."""
    value, count = values[0], len(values)
    if value not in (0.0, 1.0):
        return value, value, 0.0
    found = stats.binomtest(round(value * count), count).proportion_ci(LEVEL, method="wilson")
    low, high = float(found.low), float(found.high)
    return low, high, (high - low) / (2 * _normal((1 + LEVEL) / 2))


def _ratio(sums: Numbers, counts: Numbers, axis: int) -> Numbers:
    ratio: Numbers = np.sum(sums, axis=axis) / np.sum(counts, axis=axis)
    return ratio


def _groups(values: Sequence[float], clusters: Sequence[Hashable]) -> dict[Hashable, list[float]]:
    groups: dict[Hashable, list[float]] = {}
    for value, cluster in zip(values, clusters, strict=True):
        groups.setdefault(cluster, []).append(value)
    return groups


def smallest_detectable(error: float) -> float:
    """The difference that two runs of this size would show in eight of ten cases, at 5 % two-sided.

    It takes the two as independent (Bloom 1995); runs over the same questions show smaller differences.
    """
    return round((_normal((1 + LEVEL) / 2) + _normal(FOUND)) * math.sqrt(2) * error, DIGITS)


def _normal(share: float) -> float:
    return float(stats.norm.ppf(share))


def permutation_p(before: Sequence[float], after: Sequence[float]) -> float:
    """Two-sided p of the paired permutation test on the difference of means (Fisher 1935, Edgington 1969)."""
    if list(before) == list(after):
        return 1.0
    result = stats.permutation_test(
        (np.array(after), np.array(before)),
        _mean_difference,
        permutation_type="samples",
        vectorized=True,
        n_resamples=RESAMPLES,
        rng=np.random.default_rng(SEED),
    )
    return round(float(result.pvalue), DIGITS)


def _mean_difference(one: Numbers, other: Numbers, axis: int) -> Numbers:
    difference: Numbers = np.mean(one, axis=axis) - np.mean(other, axis=axis)
    return difference


def mcnemar_p(before: Sequence[float], after: Sequence[float]) -> float:
    """Two-sided p of the exact McNemar test (1947): do as many questions turn right as turn wrong?"""
    pairs = list(zip(before, after, strict=True))
    gained, lost = (sum(one < other for one, other in pairs), sum(one > other for one, other in pairs))
    if not gained + lost:
        return 1.0
    return round(float(stats.binomtest(gained, gained + lost, 0.5).pvalue), DIGITS)


def holm(values: Sequence[float]) -> list[float]:
    """p-values corrected for their number (Holm 1979), in the order given."""
    adjusted = [0.0] * len(values)
    highest = 0.0
    for rank, index in enumerate(sorted(range(len(values)), key=values.__getitem__)):
        highest = max(highest, min(1.0, (len(values) - rank) * values[index]))
        adjusted[index] = highest
    return adjusted
