"""Whether the product is silent where there is no answer, and only there."""

from __future__ import annotations

from evals.metrics.case import Case, Measurement, flag, not_measured


def recall(case: Case) -> Measurement:
    """Of the questions without an answer: the share that got none."""
    if case.question.is_answerable:
        return not_measured("there is an answer")
    return flag(case.reply.abstained, "silent" if case.reply.abstained else "answered what no document answers")


def precision(case: Case) -> Measurement:
    """Of the silences: the share where there was nothing to say."""
    if not case.reply.abstained:
        return not_measured("it answered")
    return flag(not case.question.is_answerable, "silent")


def over_refusal(case: Case) -> Measurement:
    """Of the questions with an answer: the share that was refused. Lower is better."""
    if not case.question.is_answerable:
        return not_measured("there is no answer")
    return flag(case.reply.abstained, "refused" if case.reply.abstained else "answered")
