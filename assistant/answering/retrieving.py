"""From an understood question to the passages that may answer it, best first."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from enum import StrEnum
from itertools import chain
from typing import Protocol

from assistant.answering.asking import Asks
from assistant.answering.matching import Frequencies, WeighedTerm, weighed
from assistant.answering.reranking import RerankWeights, is_of_party, is_of_step, rerank
from assistant.answering.understanding import Term, Understanding
from assistant.domain.passages import Hit, Passage
from assistant.index.interface import Query

CANDIDATES = 80  # passages of the index that are looked at more closely
KEPT_OF = 500  # passages of the index among which those of one party are sought

Keep = Callable[[Passage], bool]


class Expansion(StrEnum):
    """Which words are added to the question when the index is searched."""

    NONE = "none"
    GLOSSARY = "glossary"
    UNHELD = "unheld"  # the glossary's, and everyday synonyms of words that no document holds
    ALL = "all"


@dataclass(frozen=True, slots=True)
class Retrieval:
    """How passages are retrieved. The defaults are what the ablation in ``docs/retrieval.md`` chose.

    ``rerank`` is None to keep the order of the index.
    """

    candidates: int = CANDIDATES
    expansion: Expansion = Expansion.UNHELD
    rerank: RerankWeights | None = RerankWeights()  # noqa: RUF009  (it is frozen)


class Search(Protocol):
    """Finds passages that the library knows."""

    def search(self, query: Query, k: int) -> list[Hit]: ...


class AgendaRows(Protocol):
    """The rows of tables that are cut into titled parts: the seam at which a register of agendas will take over."""

    def __call__(self) -> Sequence[Passage]: ...


@dataclass(frozen=True, slots=True)
class Evidence:
    """``hits`` are best first; ``terms`` are the question's, weighed against the library."""

    hits: tuple[Hit, ...]
    terms: tuple[WeighedTerm, ...]


class Retriever:
    def __init__(
        self, search: Search, frequencies: Frequencies, agenda_rows: AgendaRows, retrieval: Retrieval | None = None
    ) -> None:
        self._search = search
        self._frequencies = frequencies
        self._agenda_rows = agenda_rows
        self._retrieval = retrieval or Retrieval()

    def retrieve(self, question: Understanding, keep: Keep | None = None) -> Evidence:
        """Only passages that ``keep`` says yes to, of more candidates then."""
        terms = weighed(question.terms, self._frequencies)
        if keep:
            candidates = self._search.search(self._query(question), KEPT_OF)
            return self._of_kept([hit for hit in candidates if keep(hit.passage)], question, terms)
        hits = self._search.search(self._query(question), self._retrieval.candidates)
        if self._retrieval.rerank is None:
            return Evidence(tuple(hits), terms)
        hits += self._rows_asked_for(question, hits)
        return Evidence(rerank(hits, question, terms, self._retrieval.rerank), terms)

    def weighed(self, terms: Sequence[Term]) -> tuple[WeighedTerm, ...]:
        """Terms with their weight in the library."""
        return weighed(terms, self._frequencies)

    def _of_kept(self, hits: Sequence[Hit], question: Understanding, terms: tuple[WeighedTerm, ...]) -> Evidence:
        weights = self._retrieval.rerank
        chosen = hits[: self._retrieval.candidates]
        return Evidence(rerank(chosen, question, terms, weights) if weights else tuple(chosen), terms)

    def _query(self, question: Understanding) -> Query:
        added = chain.from_iterable(map(self._expansions, question.terms))
        return Query(question.text, tuple(dict.fromkeys(added)))

    def _expansions(self, term: Term) -> tuple[str, ...]:
        """Everyday synonyms are added only for words that no document holds: they blur what is said literally."""
        match self._retrieval.expansion:
            case Expansion.NONE:
                return ()
            case Expansion.UNHELD if not all(map(self._frequencies.frequency, term.stems)):
                return (*term.written, *term.weakly_written)
            case Expansion.ALL:
                return (*term.written, *term.weakly_written)
        return term.written

    def _rows_asked_for(self, question: Understanding, hits: Sequence[Hit]) -> list[Hit]:
        """Rows of the steps that the question numbers, and of the parties whose actions it asks for.

        They may hold none of the question's other words, and all of them are wanted.
        """
        if not question.steps and Asks.STEP not in question.asks:
            return []
        found = {hit.passage.id for hit in hits}
        return [
            Hit(passage, 0.0)
            for passage in self._agenda_rows()
            if passage.id not in found
            and (is_of_step(passage, question.steps) == 1.0 or is_of_party(passage, question))
        ]


def by_page(hits: Sequence[Hit]) -> tuple[Hit, ...]:
    """The best hit of each page, best first: who searches wants to see the next page, not the next paragraph."""
    pages: dict[tuple[str, int], Hit] = {}
    for hit in hits:
        pages.setdefault((hit.passage.document, hit.passage.page), hit)
    return tuple(pages.values())
