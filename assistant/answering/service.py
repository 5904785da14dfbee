"""The answering service: understanding, retrieval, composing and proving, joined."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from functools import cache
from time import perf_counter
from typing import Protocol

from assistant.answering.abstaining import Abstention, Reason, known_steps, why_abstain
from assistant.answering.composing import Composer, Pages
from assistant.answering.framing import Framer
from assistant.answering.glossary import Glossary
from assistant.answering.page_view import PageView
from assistant.answering.retrieving import AgendaRows, Evidence, Retriever, by_page
from assistant.answering.understanding import Understanding, understand
from assistant.answering.verifying import Verdict, verify
from assistant.domain.answers import Answer, Searched, Turn
from assistant.domain.documents import BlockKind, Origin
from assistant.domain.passages import Hit


@dataclass(frozen=True, slots=True)
class KnownDocument:
    title: str
    origin: Origin


class Shelf(Protocol):
    """What answering asks of the library."""

    def page(self, document: str, number: int) -> PageView: ...

    def known(self) -> dict[str, KnownDocument]:
        """Title and origin of every document, by id."""

    def searched(self) -> Searched:
        """All documents, and the pages that could not be read."""


Clock = Callable[[], float]


class AnsweringService:
    def __init__(
        self,
        glossary: Glossary,
        retriever: Retriever,
        agenda_rows: AgendaRows,
        shelf: Shelf,
        composer: Composer,
        clock: Clock = perf_counter,
    ) -> None:
        self._glossary = glossary
        self._retriever = retriever
        self._agenda_rows = agenda_rows
        self._shelf = shelf
        self._composer = composer
        self._clock = clock

    def search(self, question: str, k: int) -> tuple[Hit, ...]:
        """At most ``k`` hits of as many pages, best first. Raises ``QuestionError``."""
        understood = understand(question, (), self._glossary)
        return by_page(self._retriever.retrieve(understood).hits)[:k]

    def ask(self, question: str, history: Sequence[Turn] = ()) -> Answer:
        """Raises ``QuestionError``. ``history`` is oldest first."""
        started = self._clock()
        understood = understand(question, history, self._glossary)
        return replace(self._answered(understood), seconds=round(self._clock() - started, 4))

    def _answered(self, question: Understanding) -> Answer:
        framer = Framer(question, self._composer.name, self._shelf.searched())
        if not framer.searched.documents:
            return framer.abstained(Abstention(Reason.EMPTY_LIBRARY))
        evidence = self._retriever.retrieve(question)
        steps = self._steps() if question.steps else ()
        abstention = why_abstain(question, evidence.hits, evidence.terms, steps)
        if abstention:
            return framer.abstained(abstention, steps)
        pages = cache(self._shelf.page)  # the shelf asks the library each time whether it has changed
        verdicts = self._proven(question, evidence, pages)
        if not any(verdict.proofs for verdict in verdicts):
            return framer.abstained(Abstention(Reason.NOT_PROVEN), rejected=verdicts)
        return framer.answered(verdicts, self._shelf.known(), lambda document, page: pages(document, page).page.label)

    def _steps(self) -> tuple[int, ...]:
        """The numbers of all steps of the agendas."""
        return known_steps([each.text for each in self._agenda_rows() if each.kind is BlockKind.TABLE_SECTION])

    def _proven(self, question: Understanding, evidence: Evidence, pages: Pages) -> tuple[Verdict, ...]:
        statements = self._composer.compose(question, evidence.hits, evidence.terms, pages)
        return tuple(verify(each, pages(each.document, each.page).page) for each in statements)
