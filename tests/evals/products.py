"""Products to evaluate: replies that are prepared, over pages that are given."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from assistant.domain.answers import Answer, Citation, MatchTier, Searched, Sentence, Status, Turn
from assistant.domain.documents import Origin, Page
from assistant.domain.errors import UnknownDocument
from assistant.domain.passages import Hit, Passage
from assistant.domain.reports import DocumentSummary
from evals.questions import Place
from evals.replies import Reply
from tests.evals.samples import PAGES


class PreparedProduct:
    """Gives each question its reply; raises for a question that has none. ``asked`` are the questions so far."""

    def __init__(self, replies: Mapping[str, Reply], pages: Mapping[Place, str] = PAGES) -> None:
        self._replies = replies
        self._pages = pages
        self.asked: list[str] = []

    def ask(self, question: str, history: Sequence[Turn] = ()) -> Answer:
        self.asked.append(question)
        if question not in self._replies:
            raise ValueError("daar kan het niet tegen")
        return as_answer(question, self._replies[question])

    def search(self, question: str, k: int = 10) -> tuple[Hit, ...]:
        hits = self._replies[question].hits[:k]
        return tuple(Hit(_passage(*place), 1.0 - rank / 100) for rank, place in enumerate(hits))

    def page(self, document: str, number: int) -> Page:
        if (document, number) not in self._pages:
            raise UnknownDocument(document)
        return Page(number, self._pages[document, number])

    def documents(self) -> tuple[DocumentSummary, ...]:
        ids = sorted({document for document, _ in self._pages})
        return tuple(DocumentSummary(each, each, "document", (), "", Origin.DIGEST, "", "1", 9, 9) for each in ids)


def as_answer(question: str, reply: Reply) -> Answer:
    citations = tuple(
        Citation(each.number, each.document, "", each.page, "", each.quote, MatchTier.EXACT) for each in reply.citations
    )
    sentences = tuple(Sentence(each.text, each.citations) for each in reply.sentences)
    status = Status(reply.status)
    searched = Searched(("agenda", "brief"))
    return Answer(question, "nl", "open", "test", status, reply.text, sentences, citations, (), searched, 0.1)


def _passage(document: str, page: int) -> Passage:
    return Passage(f"{document}:{page}", document, "1", page, 0, 1, "x")
