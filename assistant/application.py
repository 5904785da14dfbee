"""The application: what the command line, the web page and the evaluation ask of it, and nothing they do not."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Protocol

from assistant.domain.answers import Answer, Turn
from assistant.domain.documents import Page
from assistant.domain.passages import Hit
from assistant.domain.reports import DocumentSummary, IngestReport, LibraryStatus


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

    def page(self, document: str, number: int) -> Page:
        """Raises ``UnknownDocument``, also for a page that the document does not have."""
