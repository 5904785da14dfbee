"""The texts of judging answers, one by one in the conversation and all at once in the evaluation tab."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class FeedbackTexts:
    """``verdicts`` and ``kept`` are by value."""

    ask: str
    verdicts: Mapping[str, str]
    kept: Mapping[str, str]
    remark: str
    remark_hint: str
    privacy: str
    send: str
    thanks: str
    close: str
    failed: str
    withdraw: str
    withdrawn: str
    withdraw_failed: str


@dataclass(frozen=True, slots=True)
class EvaluationTexts:
    """The evaluation tab; ``outcomes`` are by the phase of a run."""

    tab: str
    title: str
    intro: str
    questions: str
    project_questions: str
    start: str
    stop: str
    starting: str
    busy: str
    progress: str
    outcomes: Mapping[str, str]
    own_questions: str
    feedback_none: str
    feedback_one: str
    feedback: str
    feedback_export: str
    report: str
    made_at: str
    no_report: str
    save_report: str
    open_report: str
    gone: str
