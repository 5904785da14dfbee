"""What is asked of a peer: the pages that it finds for a question."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import islice
from typing import Protocol

from evals.questions import Place

MOST_PIECES = 50  # that a search by pieces of pages looks at to find ten pages


@dataclass(frozen=True, slots=True)
class PageText:
    document: str
    number: int
    text: str


class Peer(Protocol):
    """A search over pages that it has been given."""

    def ranked(self, question: str, k: int) -> Sequence[Place]:
        """The best pages, best first, each once."""


def first_places(found: Iterable[Place], k: int) -> list[Place]:
    """Each page at the rank of its first piece."""
    return list(islice(dict.fromkeys(found), k))
