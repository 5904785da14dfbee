"""Answers: sentences with the citations that prove them, and what could not be proven."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class MatchTier(StrEnum):
    """How a quotation was found on its page, strictest first."""

    EXACT = "exact"
    NORMALISED = "normalised"  # white space, hyphens and quotation marks folded
    LETTERS = "letters"  # letters and digits only


class Status(StrEnum):
    ANSWERED = "answered"
    PARTIAL = "partial"
    ABSTAINED = "abstained"


@dataclass(frozen=True, slots=True)
class Citation:
    """Literal words on a page, found there by the verifier.

    ``number`` is the citation's number in its answer, from 1. The quotation of a table row joins the words of its cells
    with `` | ``. ``digest`` says that the page is our own summary of the document.
    """

    number: int
    document: str
    title: str
    page: int
    page_label: str
    quote: str
    match: MatchTier
    digest: bool = False


@dataclass(frozen=True, slots=True)
class Sentence:
    """One sentence of an answer; ``citations`` are numbers of the answer's citations and never empty."""

    text: str
    citations: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class RejectedStatement:
    """A statement that was not proven, with the reason in the question's language."""

    text: str
    reason: str


@dataclass(frozen=True, slots=True)
class UnreadablePage:
    document: str
    page: int
    reason: str


@dataclass(frozen=True, slots=True)
class Searched:
    """What an answer was sought in: the ids of all documents, and the pages that could not be read."""

    documents: tuple[str, ...]
    unreadable: tuple[UnreadablePage, ...] = ()


@dataclass(frozen=True, slots=True)
class Answer:
    """The answer to one question.

    ``text`` is the answer as it is shown: the sentences with their citation numbers, framed in the question's language;
    for an abstention it says why and what was searched. ``kind`` is what was asked for: 'owner', 'term', 'definition',
    'number', 'reason', 'list', 'open', …
    """

    question: str
    language: str
    kind: str
    engine: str
    status: Status
    text: str
    sentences: tuple[Sentence, ...]
    citations: tuple[Citation, ...]
    rejected: tuple[RejectedStatement, ...]
    searched: Searched
    seconds: float


@dataclass(frozen=True, slots=True)
class Turn:
    """An earlier question in a conversation, with the answer it got."""

    question: str
    answer: Answer | None = None
