"""The frame of an answer: numbered citations and the words around them, in the question's language."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Protocol

from assistant.answering.abstaining import Abstention, Reason
from assistant.answering.statements import CELL_SEPARATOR, Statement
from assistant.answering.understanding import Understanding
from assistant.answering.verifying import Verdict
from assistant.domain.answers import Answer, Citation, RejectedStatement, Searched, Sentence, Status
from assistant.domain.documents import BlockKind, Origin
from assistant.texts import LANGUAGES, texts_in
from ingest.agenda_columns import meaning_of

MOST_UNREADABLE = 5  # pages named in an abstention; the answer's ``searched`` has all


class Known(Protocol):
    @property
    def title(self) -> str: ...

    @property
    def origin(self) -> Origin: ...


@dataclass(frozen=True, slots=True)
class Frame:
    """What the program itself says around statements: counts and corrections, never what a document says.

    ``opening`` stands before all of them, ``before`` and ``after`` beside one.
    """

    opening: str = ""
    before: Mapping[Statement, str] = field(default_factory=dict)
    after: Mapping[Statement, str] = field(default_factory=dict)
    closing: str = ""


NO_FRAME = Frame()


class Framer:
    def __init__(self, question: Understanding, engine: str, searched: Searched) -> None:
        self._question = question
        self._engine = engine
        self._texts = texts_in(question.language if question.language in LANGUAGES else "nl").answer
        self.searched = searched

    def answered(
        self,
        verdicts: Sequence[Verdict],
        known: Mapping[str, Known],
        label: Callable[[str, int], str],
        frame: Frame = NO_FRAME,
        status: Status | None = None,
    ) -> Answer:
        """An answer from the proven statements, in order; the others are rejected with their reason.

        Without a ``status`` it is partial when any was rejected.
        """
        citations: list[Citation] = []
        sentences: list[Sentence] = []
        proven = [verdict for verdict in verdicts if verdict.proofs]
        for verdict in proven:
            statement = verdict.statement
            document = known[statement.document]
            first = len(citations) + 1
            citations += [
                Citation(
                    number=first + offset,
                    document=statement.document,
                    title=document.title,
                    page=statement.page,
                    page_label=label(statement.document, statement.page),
                    quote=proof.quote,
                    match=proof.match,
                    digest=document.origin is Origin.DIGEST,
                )
                for offset, proof in enumerate(verdict.proofs)
            ]
            numbers = tuple(range(first, len(citations) + 1))
            sentences.append(Sentence(self._shown(verdict), numbers))
        rejected = self._rejected(verdicts)
        status = status or (Status.PARTIAL if rejected else Status.ANSWERED)
        return self._answer(status, self._text(proven, sentences, frame), tuple(sentences), tuple(citations), rejected)

    def abstained(self, abstention: Abstention, steps: Sequence[int] = (), rejected: Sequence[Verdict] = ()) -> Answer:
        """No answer, with the reason and what was searched."""
        texts = self._texts
        said = [self.reason(abstention)]
        if abstention.reason is Reason.STEP and steps:
            span = texts.step_range.format(first=steps[0], last=steps[-1])
            said.append(texts.known_steps.format(count=len(steps), range=span))
        if abstention.reason is not Reason.EMPTY_LIBRARY:
            said.append(self._searched())
        return self._answer(Status.ABSTAINED, " ".join(said), (), (), self._rejected(rejected))

    def reason(self, abstention: Abstention) -> str:
        return self._texts.abstentions[abstention.reason.value].format(detail=abstention.detail)

    def silent(self, said: Sequence[str]) -> Answer:
        """No answer, for a reason in whole sentences, with what was searched."""
        return self._answer(Status.ABSTAINED, " ".join([*said, self._searched()]), (), (), ())

    def _searched(self) -> str:
        count = len(self.searched.documents)
        said = self._texts.searched_one if count == 1 else self._texts.searched.format(count=count)
        pages = [f"{each.document} p. {each.page}" for each in self.searched.unreadable]
        if pages:
            more = f" (+{len(pages) - MOST_UNREADABLE})" if len(pages) > MOST_UNREADABLE else ""
            said += " " + self._texts.unreadable.format(pages=", ".join(pages[:MOST_UNREADABLE]) + more)
        return said

    def _shown(self, verdict: Verdict) -> str:
        """A row's columns are named in the question's language; the words in its cells stay as they are."""
        text = verdict.statement.text
        if verdict.statement.kind is not BlockKind.TABLE_ROW or not self._texts.columns:
            return text
        return CELL_SEPARATOR.join(map(self._cell, text.split(CELL_SEPARATOR)))

    def _cell(self, cell: str) -> str:
        name, colon, words = cell.partition(": ")
        shown = self._texts.columns.get(meaning_of(name) or "") if colon else None
        return f"{shown}: {words}" if shown else cell

    def _text(self, verdicts: Sequence[Verdict], sentences: Sequence[Sentence], frame: Frame) -> str:
        """Sentences of one paragraph run on; lists, rows and other places begin on a new line."""
        lines: list[str] = []
        before: tuple[str, int, int] | None = None
        for verdict, sentence in zip(verdicts, sentences, strict=True):
            statement = verdict.statement
            marks = "".join(f"[{number}]" for number in sentence.citations)
            shown = f"{sentence.text} {marks}"
            if statement.kind is BlockKind.LIST_ITEM:
                shown = f"- {shown}"
            if statement in frame.before:
                lines.append(frame.before[statement])
                before = None
            place = (statement.document, statement.page, statement.block)
            if before == place and statement.kind is BlockKind.PARAGRAPH:
                lines[-1] += f" {shown}"
            else:
                lines.append(shown)
            before = place
            if statement in frame.after:
                lines.append(frame.after[statement])
                before = None
        opening, closing = ([line] if line else [] for line in (frame.opening, frame.closing))
        return "\n".join([*opening, self._texts.lead + lines[0], *lines[1:], *closing])

    def _rejected(self, verdicts: Sequence[Verdict]) -> tuple[RejectedStatement, ...]:
        return tuple(
            RejectedStatement(each.statement.text, self._texts.flaws[each.flaw.value].format(detail=each.detail))
            for each in verdicts
            if each.flaw
        )

    def _answer(
        self,
        status: Status,
        text: str,
        sentences: tuple[Sentence, ...],
        citations: tuple[Citation, ...],
        rejected: tuple[RejectedStatement, ...],
    ) -> Answer:
        return Answer(
            question=self._question.question,
            language=self._question.language,
            kind=self._question.kind,
            engine=self._engine,
            status=status,
            text=text,
            sentences=sentences,
            citations=citations,
            rejected=rejected,
            searched=self.searched,
            seconds=0.0,
        )
