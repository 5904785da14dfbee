"""What an index of passages and an embedder must do; ``assistant.testing`` holds the contract tests of both."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Protocol

import numpy as np
from numpy.typing import NDArray

from assistant.domain.passages import Passage

Vectors = NDArray[np.float32]


@dataclass(frozen=True, slots=True)
class Query:
    """A question made ready for search.

    ``text`` is the question itself; ``expansions`` are words that mean the same as words in it (acronyms, synonyms,
    translations), which weigh less than the question's own.
    """

    text: str
    expansions: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Match:
    """A passage's id with the score that one index gave it; higher is better, scores of two indexes do not compare."""

    passage: str
    score: float


class Embedder(Protocol):
    """Turns texts into vectors of unit length; a text without words may give zeros, which match nothing.

    ``name`` identifies model and settings: vectors of two names never mix.
    """

    @property
    def name(self) -> str: ...

    @property
    def dimensions(self) -> int: ...

    def embed_passages(self, texts: Sequence[str]) -> Vectors:
        """One row per text, in order; an empty sequence gives shape (0, dimensions)."""

    def embed_query(self, text: str) -> Vectors:
        """One vector, shape (dimensions,)."""


class PassageIndex(Protocol):
    """Finds passages. Passages are kept under their ids and belong to a document version.

    Adding is idempotent: an id that is present is replaced. Removing an unknown version does nothing. What was added
    can be found when ``add`` returns, and is still there after a restart for an index that is persistent.
    """

    @property
    def name(self) -> str: ...

    def add(self, passages: Sequence[Passage]) -> None: ...

    def remove(self, versions: Sequence[str]) -> None:
        """Drops every passage of these document versions."""

    def search(self, query: Query, k: int) -> list[Match]:
        """At most ``k`` matches, best first; ties in order of passage id. No match is an empty list."""

    def counts(self) -> Mapping[str, int]:
        """The number of passages kept, by document version."""

    def size(self) -> int:
        """The number of passages kept; cheap, where ``counts`` may look at each of them."""

    def clear(self) -> None:
        """Drops everything, also what cannot be read any more."""
