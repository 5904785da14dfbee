"""What is kept when somebody judges an answer."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from uuid import uuid4

from assistant.clock import utc_now
from assistant.domain.answers import Answer, Turn
from assistant.domain.feedback import CitedWords, Feedback, Verdict

LONGEST_REMARK = 2_000  # characters that are kept


def feedback_on(
    answer: Answer,
    verdict: Verdict,
    remark: str,
    history: Sequence[Turn],
    versions: Mapping[str, str],
    id_: str = "",
) -> Feedback:
    """``versions`` are those of the documents as they are; one that has gone since the answer has none. Without an id
    it gets one, which says nothing of who gave it."""
    return Feedback(
        id=id_ or uuid4().hex,
        question=answer.question,
        history=tuple(turn.question for turn in history),
        language=answer.language,
        status=answer.status.value,
        answer=answer.text,
        citations=tuple(CitedWords(each.document, each.page, each.quote) for each in answer.citations),
        documents=tuple((each, versions.get(each, "")) for each in answer.searched.documents),
        verdict=verdict,
        remark=remark.strip()[:LONGEST_REMARK],
        at=utc_now(),
    )
