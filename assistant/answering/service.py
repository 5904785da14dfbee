"""The answering service: understanding, retrieval, composing and proving, joined."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from functools import cache
from time import perf_counter
from typing import Protocol

from assistant.answering.abstaining import Abstention, Reason, known_steps, left_open, why_abstain
from assistant.answering.agenda_answers import reply
from assistant.answering.agenda_finding import AgendaFinder, Found
from assistant.answering.agenda_parties import Place
from assistant.answering.agenda_wording import Wording
from assistant.answering.asking import Asks
from assistant.answering.candidates import Pages
from assistant.answering.composing import Composer
from assistant.answering.elsewhere import lacking, said_elsewhere
from assistant.answering.framing import NO_FRAME, Frame, Framer
from assistant.answering.glossary import Glossary
from assistant.answering.page_view import PageView
from assistant.answering.parted_answers import beside
from assistant.answering.parting import parts_of
from assistant.answering.positions_answers import PositionAnswers, Told
from assistant.answering.presuming import unsaid
from assistant.answering.retrieving import AgendaRows, Evidence, Retriever, by_page
from assistant.answering.statements import Statement
from assistant.answering.understanding import Understanding, understand
from assistant.answering.verifying import Verdict, verify
from assistant.domain.answers import Answer, Searched, Status, Turn
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
        agendas: AgendaFinder | None = None,
        positions: PositionAnswers | None = None,
    ) -> None:
        """Without ``agendas`` and ``positions`` all questions are put to the passages."""
        self._glossary = glossary
        self._retriever = retriever
        self._agenda_rows = agenda_rows
        self._shelf = shelf
        self._composer = composer
        self._clock = clock
        self._agendas = agendas
        self._positions = positions

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
        pages = cache(self._shelf.page)  # the shelf asks the library each time whether it has changed
        found = self._in_agendas(question)
        answer = self._from_agendas(found, question, framer, pages) if found and found.sure else None
        answer = answer or self._from_positions(question, framer, pages) or self._from_parts(question, framer, pages)
        if not answer and found and not found.sure:
            answer = self._from_agendas(found, question, framer, pages)
        return answer or self._from_passages(question, framer, pages)

    def _in_agendas(self, question: Understanding) -> Found | None:
        """What the register has, unless a passage of another document has more of what is asked."""
        found = self._agendas.find(question) if self._agendas else None
        if not found:
            return None
        terms = self._retriever.weighed(found.asked.terms)
        if lacking(found, terms) and said_elsewhere(found, terms, self._retriever.retrieve(question).hits):
            return None
        return found

    def _from_agendas(self, found: Found, question: Understanding, framer: Framer, pages: Pages) -> Answer | None:
        """Nothing where no row could be proven, or where none says what the question takes for granted.

        What is open in the question ('waarom …') is put to the passages.
        """
        assert self._agendas
        wording = Wording(question.language, self._agendas.today())
        told = reply(found, question, self._agenda_rows(), pages, wording)
        if told.said:
            return framer.silent(told.said)
        verdicts = _verified(told.statements, pages)
        proven = [verdict.statement.text for verdict in verdicts if verdict.proofs]
        if not proven or unsaid(question.text, proven):
            return None
        if Asks.REASON in question.asks or not found.sure:
            open_part = replace(question, asks=(Asks.REASON,)) if found.sure else question
            evidence = self._retriever.retrieve(open_part)
            abstention = why_abstain(open_part, evidence.hits, evidence.terms, ())
            if abstention and not found.sure:
                return framer.abstained(abstention)
            verdicts = _each_once([*verdicts, *(() if abstention else self._proven(open_part, evidence, pages))])
        return framer.answered(verdicts, self._shelf.known(), _labels(pages), told.frame)

    def _from_positions(self, question: Understanding, framer: Framer, pages: Pages) -> Answer | None:
        """Nothing where no statement could be proven, but for a silence that is told."""
        told = self._positions.told(question, pages) if self._positions else None
        if not told:
            return None
        verdicts = _verified(told.statements, pages)
        proven = [verdict.statement for verdict in verdicts if verdict.proofs]
        if not proven:
            return framer.silent([told.opening]) if told.status is Status.ABSTAINED else None
        return framer.answered(verdicts, self._shelf.known(), _labels(pages), told.frame(proven), told.status)

    def _from_parts(self, question: Understanding, framer: Framer, pages: Pages) -> Answer | None:
        """Of a question that sets two things beside each other what is found of each; nothing unless both are."""
        parts = parts_of(question)
        if not parts:
            return None
        asked = (understand(part.question, (), self._glossary) for part in parts)
        found = beside(parts, [self._found(replace(each, language=question.language), pages) for each in asked])
        return framer.answered(found[0], self._shelf.known(), _labels(pages), found[1]) if found else None

    def _found(self, question: Understanding, pages: Pages) -> tuple[tuple[Verdict, ...], Frame]:
        """Rows of an agenda where they are surely meant, else sentences of passages."""
        found = self._in_agendas(question)
        if self._agendas and found and found.sure:
            wording = Wording(question.language, self._agendas.today())
            told = reply(found, question, self._agenda_rows(), pages, wording)
            return _verified(told.statements, pages), told.frame
        return self._proven(question, self._retriever.retrieve(question), pages), NO_FRAME

    def _from_passages(self, question: Understanding, framer: Framer, pages: Pages) -> Answer:
        evidence = self._retriever.retrieve(question)
        steps = self._steps() if question.steps else ()
        abstention = why_abstain(question, evidence.hits, evidence.terms, steps)
        if abstention:
            return framer.abstained(abstention, steps)
        verdicts = self._proven(question, evidence, pages)
        if not any(verdict.proofs for verdict in verdicts):
            reason = Reason.NOT_PROVEN if verdicts or not self._agendas else Reason.NOTHING_FOUND
            return framer.abstained(Abstention(reason), rejected=verdicts)
        statements = [verdict.statement for verdict in verdicts]
        told = self._positions.beside(question, statements, pages) if self._positions else Told()
        beside_them = _verified(told.statements, pages)
        frame = told.frame([verdict.statement for verdict in beside_them if verdict.proofs])
        left = left_open(question, evidence.hits, evidence.terms)
        frame = replace(frame, closing="\n".join(filter(None, (frame.closing, *map(framer.reason, left)))))
        status = Status.PARTIAL if left else None
        return framer.answered((*verdicts, *beside_them), self._shelf.known(), _labels(pages), frame, status)

    def _steps(self) -> tuple[int, ...]:
        """The numbers of all steps of the agendas."""
        return known_steps([each.text for each in self._agenda_rows() if each.kind is BlockKind.TABLE_SECTION])

    def _proven(self, question: Understanding, evidence: Evidence, pages: Pages) -> tuple[Verdict, ...]:
        statements = self._composer.compose(question, evidence.hits, evidence.terms, pages)
        if self._agendas and {Asks.OWNER, Asks.TERM} & set(question.asks):
            others = self._agendas.misleading(question)
            statements = [each for each in statements if _place(each) not in others]
        return _verified(statements, pages)


def _verified(statements: Sequence[Statement], pages: Pages) -> tuple[Verdict, ...]:
    return tuple(verify(each, pages(each.document, each.page).page) for each in statements)


def _place(statement: Statement) -> Place | None:
    if not statement.spans:
        return None
    return statement.document, statement.page, min(span.start for span in statement.spans)


def _each_once(verdicts: Sequence[Verdict]) -> tuple[Verdict, ...]:
    said: dict[str, Verdict] = {}
    for verdict in verdicts:
        said.setdefault(verdict.statement.text, verdict)
    return tuple(said.values())


def _labels(pages: Pages) -> Callable[[str, int], str]:
    return lambda document, page: pages(document, page).page.label
