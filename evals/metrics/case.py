"""What a metric is given, and what it gives."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from evals.questions import OwnerName, Place, Question
from evals.replies import Reply


@dataclass(frozen=True, slots=True)
class Measurement:
    """``value`` is None when there is nothing to measure, which is not zero; ``explanation`` says what was counted."""

    value: float | None
    explanation: str


@dataclass(frozen=True, slots=True)
class Case:
    """A question, the reply to it, and the words of the pages that the reply cites.

    A page that does not exist is not in ``pages``. ``owners`` are all owners that any question of the set names: an
    answer that names one too many names one of these.
    """

    question: Question
    reply: Reply
    pages: Mapping[Place, str] = field(default_factory=dict)
    owners: tuple[OwnerName, ...] = ()


def not_measured(why: str) -> Measurement:
    return Measurement(None, why)


def share(count: float, of: int, what: str) -> Measurement:
    """``count`` of ``of``; where there is nothing to count, nothing is measured."""
    if not of:
        return not_measured(f"none to count ({what})")
    return Measurement(count / of, f"{count:g} of {of} {what}")


def flag(right: bool, what: str) -> Measurement:
    return Measurement(float(right), what)
