"""What people think of answers, kept for those who improve them; documents may come and go meanwhile."""

from __future__ import annotations

from typing import Any

from sqlalchemy import RowMapping, delete, insert, select

from assistant.domain.feedback import CitedWords, Feedback, Verdict
from assistant.library.connection import Database
from assistant.library.tables import FEEDBACK


class FeedbackBook:
    """Each method is one transaction."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def put(self, feedback: Feedback) -> None:
        """Adds it, or replaces what was kept under its id."""
        with self._database.writing() as connection:
            connection.execute(delete(FEEDBACK).where(FEEDBACK.c.id == feedback.id))
            connection.execute(insert(FEEDBACK), [_row_of(feedback)])

    def remove(self, id: str) -> None:  # noqa: A002  (its own name)
        """Whether it was kept or not."""
        with self._database.writing() as connection:
            connection.execute(delete(FEEDBACK).where(FEEDBACK.c.id == id))

    def all(self) -> tuple[Feedback, ...]:
        """Oldest first."""
        with self._database.reading() as connection:
            rows = connection.execute(select(FEEDBACK).order_by(FEEDBACK.c.at, FEEDBACK.c.id)).mappings().all()
        return tuple(map(_feedback_of, rows))


def _row_of(feedback: Feedback) -> dict[str, Any]:
    return {
        "id": feedback.id,
        "question": feedback.question,
        "history": list(feedback.history),
        "language": feedback.language,
        "status": feedback.status,
        "answer": feedback.answer,
        "citations": [[each.document, each.page, each.quote] for each in feedback.citations],
        "documents": [list(each) for each in feedback.documents],
        "verdict": feedback.verdict.value,
        "remark": feedback.remark,
        "at": feedback.at,
    }


def _feedback_of(row: RowMapping) -> Feedback:
    return Feedback(
        id=row["id"],
        question=row["question"],
        history=tuple(row["history"]),
        language=row["language"],
        status=row["status"],
        answer=row["answer"],
        citations=tuple(CitedWords(*each) for each in row["citations"]),
        documents=tuple((document, version) for document, version in row["documents"]),
        verdict=Verdict(row["verdict"]),
        remark=row["remark"],
        at=row["at"],
    )
