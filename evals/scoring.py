"""Scores: every metric of every question, and what they come to together."""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from evals.metrics.case import Case, Measurement
from evals.metrics.catalogue import METRICS, Metric, measured
from evals.questions import OwnerName, Question
from evals.replies import Reply
from evals.runner import Asked
from evals.statistics import Estimate, estimate
from evals.workbench import PageText


@dataclass(frozen=True, slots=True)
class Scored:
    """A question with its first reply and its measurements by the metric's name; values are means over repeats."""

    question: Question
    reply: Reply
    measurements: Mapping[str, Measurement]
    is_steady: bool = True

    def value(self, metric: str) -> float | None:
        return self.measurements[metric].value


@dataclass(frozen=True, slots=True)
class CoveragePoint:
    """When only this share of the questions with the surest replies is answered: the share of these that is wrong."""

    coverage: float
    risk: float


def scored(asked: Iterable[Asked], text: PageText) -> list[Scored]:
    everything = list(asked)
    owners = tuple(dict.fromkeys(owner for each in everything for owner in each.question.owners))
    return [_scored(each, text, owners) for each in everything]


def _scored(asked: Asked, text: PageText, owners: tuple[OwnerName, ...]) -> Scored:
    cases = [case_of(asked.question, reply, text, owners) for reply in dict.fromkeys(asked.replies)]
    each = [{metric.name: measured(metric, case) for metric in METRICS} for case in cases]
    weights = [asked.replies.count(case.reply) for case in cases]
    found = each[0] if len(each) == 1 else {name: _mean([one[name] for one in each], weights) for name in each[0]}
    return Scored(asked.question, asked.reply, found, asked.is_steady)


def case_of(question: Question, reply: Reply, text: PageText, owners: tuple[OwnerName, ...]) -> Case:
    texts = {each.place: text(each.place) for each in reply.citations}
    return Case(question, reply, {place: page for place, page in texts.items() if page is not None}, owners)


def _mean(measurements: Sequence[Measurement], weights: Sequence[int]) -> Measurement:
    pairs = [(each.value, weight) for each, weight in zip(measurements, weights, strict=True) if each.value is not None]
    if not pairs:
        return measurements[0]
    total = sum(weight for _, weight in pairs)
    value = math.fsum(value * weight for value, weight in pairs) / total
    return Measurement(value, f"mean of {total} times; first: {measurements[0].explanation}")


def estimated(metric: Metric, results: Sequence[Scored]) -> Estimate | None:
    """The metric over these questions, None when none of them measures it."""
    found = [(value, each.question.cluster) for each in results if (value := each.value(metric.name)) is not None]
    return estimate([value for value, _ in found], [cluster for _, cluster in found]) if found else None


def by_trait(results: Sequence[Scored]) -> dict[tuple[str, str], list[Scored]]:
    """The results in each slice, in the order in which slices are first met, grouped by the slice's name."""
    found: dict[tuple[str, str], list[Scored]] = {}
    for each in results:
        for trait in each.question.traits:
            found.setdefault(trait, []).append(each)
    names = list(dict.fromkeys(name for name, _ in found))
    return {trait: found[trait] for trait in sorted(found, key=lambda trait: (names.index(trait[0]), trait[1]))}


def risk_against_coverage(results: Sequence[Scored]) -> list[CoveragePoint]:
    """The curve of selective answering (El-Yaniv and Wiener 2010): replies in order of confidence, surest first.

    Only what was answered is in it. Confidence is the score of the best passage that a search finds.
    """
    answered = [each for each in results if not each.reply.abstained]
    surest = sorted(answered, key=lambda each: (-each.reply.confidence, each.question.id))
    points, wrong = [], 0
    for count, each in enumerate(surest, start=1):
        wrong += each.value("answers.correct") != 1.0
        points.append(CoveragePoint(count / len(results), wrong / count))
    return points


def worst_first(results: Sequence[Scored]) -> list[Scored]:
    """Wrong answers before silences before answers that are right but cite too much or too little."""
    return sorted(results, key=_merit)


def _merit(result: Scored) -> tuple[float, ...]:
    names = ("answers.net", "citations.resolvable", "answers.facts", "citations.page_f1")
    failed = 0.0 if result.reply.failed else 1.0
    return (failed, *(1.0 if (value := result.value(name)) is None else value for name in names))
