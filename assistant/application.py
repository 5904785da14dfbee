"""The application: what the command line, the web page and the evaluation ask of it, and nothing they do not."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Protocol

from assistant.domain.agenda import (
    ActionFilter,
    ActionMention,
    Correction,
    RecordedStatus,
    RegisteredAction,
    RegisteredAgenda,
    Status,
)
from assistant.domain.agenda_diff import AgendaDiff
from assistant.domain.answers import Answer, Turn
from assistant.domain.documents import Page
from assistant.domain.feedback import Feedback, Verdict
from assistant.domain.passages import Hit
from assistant.domain.positions import Comparison, Position, Theme
from assistant.domain.reports import DocumentSummary, IngestReport, LibraryStatus
from assistant.domain.stakeholders import NamedAt, Stakeholder

EVERY_ACTION = ActionFilter()


class Progress(Protocol):
    """Told how far an ingest is: ``done`` of ``total`` documents, and the name of the one at hand."""

    def __call__(self, done: int, total: int, name: str) -> None: ...


class Application(Protocol):
    def ingest(self, targets: Sequence[str] = (), progress: Progress | None = None) -> Iterator[IngestReport]:
        """Reads files, folders and http(s) addresses; without targets the project's own corpus.

        Yields a report per document as it is done; a failure is a report, and the rest goes on."""

    def documents(self) -> tuple[DocumentSummary, ...]:
        """All documents, by title."""

    def remove(self, document: str) -> IngestReport:
        """Raises ``UnknownDocument``."""

    def status(self) -> LibraryStatus:
        """Compares the three stores, and mends a difference."""

    def search(self, question: str, k: int = 10) -> tuple[Hit, ...]:
        """Best first. Raises ``QuestionError``."""

    def ask(self, question: str, history: Sequence[Turn] = ()) -> Answer:
        """Raises ``QuestionError``. ``history`` is oldest first."""

    def remark_on(
        self, answer: Answer, verdict: Verdict, remark: str = "", history: Sequence[Turn] = (), instead_of: str = ""
    ) -> Feedback:
        """Keeps what somebody thinks of an answer, ``instead_of`` what was kept under that id. ``history`` is as in
        ``ask``."""

    def withdraw_feedback(self, id: str) -> None:  # noqa: A002  (its own name)
        """Keeps nothing any more of what was kept under this id, if anything was."""

    def feedback(self) -> tuple[Feedback, ...]:
        """All of it, oldest first."""

    def page(self, document: str, number: int) -> Page:
        """Raises ``UnknownDocument``, also for a page that the document does not have."""

    def agendas(self) -> tuple[RegisteredAgenda, ...]:
        """Newest first, then by title."""

    def actions(self, wanted: ActionFilter = EVERY_ACTION) -> tuple[RegisteredAction, ...]:
        """Agenda by agenda, newest first, in the order of each document."""

    def action(self, id: str) -> RegisteredAction:  # noqa: A002  (its own name)
        """Raises ``UnknownAction``."""

    def mentions(self, action: str) -> tuple[ActionMention, ...]:
        """What later documents say of an action, newest first. Raises ``UnknownAction``."""

    def detached(self) -> tuple[Correction | RecordedStatus, ...]:
        """Corrections and statuses, oldest first, of actions that no document has any more, or has other words for."""

    def stakeholders(self) -> tuple[Stakeholder, ...]:
        """All known parties, by name."""

    def mentioning(self, stakeholders: Sequence[str]) -> dict[str, tuple[str, ...]]:
        """The ids of the documents that name each of these parties, by the party's id."""

    def named(self, stakeholder: str) -> tuple[NamedAt, ...]:
        """Where documents name a party, by its id: document by document, in the order of each."""

    def themes(self) -> tuple[Theme, ...]:
        """All known themes, in the order of their file, a user's own after those of the corpus."""

    def positions(self, stakeholder: str = "", theme: str = "") -> tuple[Position, ...]:
        """Strongest and newest first, of one party or on one theme where these are given, by id or name.

        Raises ``UnknownStakeholder`` or ``UnknownTheme``."""

    def compare(self, stakeholders: Sequence[str], themes: Sequence[str] = ()) -> Comparison:
        """Parties side by side on these themes, or on all, by ids or names and in the order given.

        Raises ``UnknownStakeholder`` or ``UnknownTheme``, with the nearest names, and ``NoComparison``."""

    def correct(self, corrections: Sequence[Correction]) -> None:
        """Keeps all of them, or none: raises ``BadCorrection`` when there are any that cannot be made."""

    def record_status(
        self, action: str, status: Status, document: str, words: str, by: str, remark: str = ""
    ) -> RecordedStatus:
        """Raises ``NotProven`` unless the words stand on a page of the document, else ``UnknownAction``."""

    def agenda_diff(self, old: str, new: str) -> AgendaDiff:
        """Of the agendas of two documents. Raises ``NoAgenda``."""
