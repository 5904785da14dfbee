"""What the product replied to a question, as far as it is judged, and the way it is kept."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from assistant.domain.answers import Answer, Sentence, Status
from assistant.domain.passages import Hit
from evals.questions import Place


@dataclass(frozen=True, slots=True)
class Cited:
    """A citation as the answer gives it; nothing of it is taken for granted."""

    number: int
    document: str
    page: int
    quote: str

    @property
    def place(self) -> Place:
        return (self.document, self.page)


@dataclass(frozen=True, slots=True)
class Reply:
    """``hits`` are the pages that a search for the question gives, best first, each once; ``confidence`` is the score
    of the best. ``error`` says what went wrong when there is no answer at all."""

    question: str
    status: str = ""
    text: str = ""
    sentences: tuple[Sentence, ...] = ()
    citations: tuple[Cited, ...] = ()
    hits: tuple[Place, ...] = ()
    confidence: float = 0.0
    error: str = ""

    @property
    def abstained(self) -> bool:
        return self.status == Status.ABSTAINED

    @property
    def failed(self) -> bool:
        return bool(self.error)

    def cited_by(self, sentence: Sentence) -> tuple[Cited, ...]:
        return tuple(each for each in self.citations if each.number in sentence.citations)


def reply_of(question: str, answer: Answer, hits: Sequence[Hit]) -> Reply:
    places = dict.fromkeys((hit.passage.document, hit.passage.page) for hit in hits)
    return Reply(
        question=question,
        status=answer.status.value,
        text=answer.text,
        sentences=answer.sentences,
        citations=tuple(Cited(each.number, each.document, each.page, each.quote) for each in answer.citations),
        hits=tuple(places),
        confidence=round(max((hit.score for hit in hits), default=0.0), 6),
    )


def reply_as_json(reply: Reply) -> dict[str, Any]:
    return {
        "status": reply.status,
        "text": reply.text,
        "sentences": [{"text": each.text, "citations": list(each.citations)} for each in reply.sentences],
        "citations": [
            {"number": each.number, "document": each.document, "page": each.page, "quote": each.quote}
            for each in reply.citations
        ],
        "hits": [{"document": document, "page": page} for document, page in reply.hits],
        "confidence": reply.confidence,
        "error": reply.error,
    }


def reply_from_json(question: str, entry: dict[str, Any]) -> Reply:
    return Reply(
        question=question,
        status=entry["status"],
        text=entry["text"],
        sentences=tuple(Sentence(each["text"], tuple(each["citations"])) for each in entry["sentences"]),
        citations=tuple(Cited(**each) for each in entry["citations"]),
        hits=tuple((each["document"], each["page"]) for each in entry["hits"]),
        confidence=entry["confidence"],
        error=entry["error"],
    )
