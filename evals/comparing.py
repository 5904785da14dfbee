"""Two runs beside each other: what they gained and lost on the questions that they share, and how sure that is."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass, replace

from evals.errors import EvaluationError
from evals.metrics.catalogue import METRICS, PRIMARY, Better, Metric
from evals.statistics import DIGITS, Difference, holm, mcnemar_p, permutation_p
from evals.summary import Kept

ALPHA = 0.05


@dataclass(frozen=True, slots=True)
class Comparison:
    """``primary`` differences are tested and corrected for their number; ``others`` are described, without a test.

    ``turned`` are the questions whose outcome turned, with what it was and is. ``only_before`` and ``only_after`` count
    the questions that stand in one run alone, or have changed.
    """

    primary: tuple[Difference, ...]
    others: tuple[Difference, ...]
    turned: tuple[tuple[str, float, float], ...]
    shared: int
    only_before: int
    only_after: int

    @property
    def losses(self) -> tuple[Difference, ...]:
        return tuple(each for each in self.primary if is_loss(each))


def is_loss(difference: Difference) -> bool:
    """Whether a tested metric is worse, and by more than chance explains."""
    metric = next(each for each in METRICS if each.name == difference.metric)
    worse = difference.gain < 0 if metric.better is Better.HIGHER else difference.gain > 0
    return worse and difference.adjusted < ALPHA


def compare(before: Kept, after: Kept) -> Comparison:
    """Raises ``EvaluationError`` for runs over other documents, or without a question in common."""
    if before.corpus != after.corpus:
        raise EvaluationError(
            "The two runs are over other documents and do not compare: {before} against {after}.",
            before=before.corpus,
            after=after.corpus,
        )
    shared = [id_ for id_, digest in after.digests.items() if before.digests.get(id_) == digest]
    if not shared:
        raise EvaluationError("The two runs have no question in common: run the same suite twice.")
    tested = [each for metric in PRIMARY if (each := _difference(metric, before, after, shared, test=True))]
    adjusted = holm([each.p for each in tested])
    return Comparison(
        primary=tuple(replace(each, adjusted=round(p, DIGITS)) for each, p in zip(tested, adjusted, strict=True)),
        others=tuple(
            each
            for metric in METRICS
            if not metric.primary and (each := _difference(metric, before, after, shared, test=False))
        ),
        turned=tuple(_turned(before, after, shared)),
        shared=len(shared),
        only_before=len(before.digests) - len(shared),
        only_after=len(after.digests) - len(shared),
    )


def _difference(metric: Metric, before: Kept, after: Kept, shared: Sequence[str], *, test: bool) -> Difference | None:
    """Over the questions that both measured; a metric that one of the runs does not know is left out."""
    pairs = [
        (one, other)
        for id_ in shared
        if (one := before.scores[id_].get(metric.name)) is not None
        and (other := after.scores[id_].get(metric.name)) is not None
    ]
    if not pairs:
        return None
    old, new = ([pair[side] for pair in pairs] for side in (0, 1))
    p = (mcnemar_p if metric.flag else permutation_p)(old, new) if test else math.nan
    return Difference(metric.name, round(_mean(old), DIGITS), round(_mean(new), DIGITS), len(pairs), p)


def _mean(values: Sequence[float]) -> float:
    return math.fsum(values) / len(values)


def _turned(before: Kept, after: Kept, shared: Sequence[str]) -> list[tuple[str, float, float]]:
    pairs = [
        (id_, before.scores[id_].get("answers.correct"), after.scores[id_].get("answers.correct")) for id_ in shared
    ]
    return [(id_, one, other) for id_, one, other in pairs if one is not None and other is not None and one != other]
