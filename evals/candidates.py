"""What users judged, as candidate questions: lines of a suite that lack what only a person can say.

Users know whether an answer helped them; where the evidence stands and what a right answer says is still to be looked
up, in the documents and not in the answer. A candidate shows what was answered and said of it under ``feedback``, and
is taken as a question when that has gone.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable
from itertools import groupby
from pathlib import Path
from typing import Any

from assistant.domain.feedback import Feedback
from evals.questions import CANDIDATE

CANDIDATES = "candidates.jsonl"
LANGUAGES = ("nl", "en")


def candidates(feedback: Iterable[Feedback]) -> list[dict[str, Any]]:
    """One for each question with the questions before it, those first that most find badly answered."""
    by_question = sorted(feedback, key=_asked)
    found = [_candidate(list(group)) for _, group in groupby(by_question, key=_asked)]
    return sorted(found, key=lambda each: (-_times_bad(each), each["id"]))


def _asked(feedback: Feedback) -> tuple[str, tuple[str, ...]]:
    return feedback.question.strip(), feedback.history


def _candidate(judged: list[Feedback]) -> dict[str, Any]:
    question, history = _asked(judged[0])
    name = f"feedback-{hashlib.sha256(json.dumps([question, history]).encode()).hexdigest()[:10]}"
    language = judged[-1].language
    return {
        "id": name,
        "question": question,
        "language": language if language in LANGUAGES else LANGUAGES[0],
        "type": "",
        "slices": ["feedback"],
        "family": name,
        "split": "dev",
        "history": list(history),
        "gold": [],
        "facts": [],
        "unanswerable": "",
        CANDIDATE: [_judged(each) for each in sorted(judged, key=lambda each: each.at)],
    }


def _judged(feedback: Feedback) -> dict[str, Any]:
    return {
        "verdict": feedback.verdict.value,
        "remark": feedback.remark,
        "at": feedback.at.isoformat(timespec="seconds"),
        "status": feedback.status,
        "answer": feedback.answer,
        "cited": [{"document": each.document, "page": each.page, "quote": each.quote} for each in feedback.citations],
        "versions": dict(feedback.documents),
    }


def _times_bad(candidate: dict[str, Any]) -> int:
    return sum(each["verdict"] == "bad" for each in candidate[CANDIDATE])


def write_candidates(feedback: Iterable[Feedback], folder: Path) -> Path:
    folder.mkdir(parents=True, exist_ok=True)
    path = folder / CANDIDATES
    lines = (json.dumps(each, ensure_ascii=False) + "\n" for each in candidates(feedback))
    path.write_text("".join(lines), encoding="utf-8")
    return path
