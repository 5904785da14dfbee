"""What people think of answers: a verdict and a remark, with all that the answer rested on; nothing of the person."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum


class Verdict(StrEnum):
    GOOD = "good"
    BAD = "bad"


@dataclass(frozen=True, slots=True)
class CitedWords:
    """What a citation of the answer named and quoted."""

    document: str
    page: int
    quote: str


@dataclass(frozen=True, slots=True)
class Feedback:
    """``history`` are the questions before this one in the conversation, oldest first; ``status`` is the answer's.

    ``documents`` are the ids and versions of all that was searched: the same question may be answered otherwise over
    others. ``at`` is in UTC.
    """

    id: str
    question: str
    history: tuple[str, ...]
    language: str
    status: str
    answer: str
    citations: tuple[CitedWords, ...]
    documents: tuple[tuple[str, str], ...]
    verdict: Verdict
    remark: str
    at: datetime
