"""What ingest, removal and a health check report: failure is data, never silence."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from assistant.domain.agenda import RowProblem
from assistant.domain.answers import UnreadablePage
from assistant.domain.documents import Origin


class Outcome(StrEnum):
    ADDED = "added"
    REPLACED = "replaced"
    UNCHANGED = "unchanged"
    REMOVED = "removed"
    FAILED = "failed"


@dataclass(frozen=True, slots=True)
class PageProblem:
    page: int
    reason: str


@dataclass(frozen=True, slots=True)
class IngestReport:
    """What became of one file or address. ``message`` is one sentence for people, and for a failure says what to do.

    ``actions`` counts those of its agenda, and ``unread_rows`` has what looks like a row of it and was not read as one.
    """

    path: str
    outcome: Outcome
    document: str = ""
    title: str = ""
    pages: int = 0
    passages: int = 0
    problems: tuple[PageProblem, ...] = ()
    message: str = ""
    seconds: float = 0.0
    actions: int = 0
    unread_rows: tuple[RowProblem, ...] = ()


@dataclass(frozen=True, slots=True)
class DocumentSummary:
    """A document in the library, as lists show it."""

    id: str
    title: str
    kind: str
    publishers: tuple[str, ...]
    date: str
    origin: Origin
    filename: str
    version: str
    pages: int
    passages: int
    problems: tuple[PageProblem, ...] = ()


@dataclass(frozen=True, slots=True)
class StoreStatus:
    """Passages in one store, and how many of them are missing from it or left over, measured against the library."""

    name: str
    passages: int
    missing: int = 0
    surplus: int = 0


@dataclass(frozen=True, slots=True)
class LibraryStatus:
    """The state of the three stores; ``repaired`` tells whether a difference was found and mended.

    ``outdated`` are ids of documents that an older version of the program read, in another way than this one would.
    ``detached`` counts corrections and statuses of actions that no document has any more.
    """

    data: str
    embedder: str
    documents: tuple[DocumentSummary, ...]
    stores: tuple[StoreStatus, ...]
    repaired: bool = False
    outdated: tuple[str, ...] = ()
    detached: int = 0


def unreadable_pages(documents: Iterable[DocumentSummary]) -> tuple[UnreadablePage, ...]:
    """The pages of all these documents that could not be read, as answers name them."""
    return tuple(
        UnreadablePage(document.id, problem.page, problem.reason)
        for document in documents
        for problem in document.problems
    )
