"""Searching two indexes as one."""

from __future__ import annotations

from collections.abc import Sequence

from assistant.index.fusion import by_rank
from assistant.index.hybrid import HybridIndex, Weights
from assistant.index.interface import Match, Query
from assistant.testing import InMemoryIndex, make_passage


class Scripted(InMemoryIndex):
    """Finds the same whatever is asked, and remembers how much was asked."""

    def __init__(self, *found: tuple[str, float]) -> None:
        super().__init__()
        self.found = [Match(passage, score) for passage, score in found]
        self.asked: list[int] = []

    def search(self, query: Query, k: int) -> list[Match]:
        self.asked.append(k)
        return self.found[:k]


def ids(matches: Sequence[Match]) -> list[str]:
    return [match.passage for match in matches]


def test_a_passage_that_both_know_comes_first() -> None:
    hybrid = HybridIndex(Scripted(("a", 9.0), ("b", 8.0)), Scripted(("b", 0.5), ("c", 0.4)), Weights(1, 1))
    # b: 8/9 + 1; a: 1; c: 0.8
    assert ids(hybrid.search(Query("wet"), 10)) == ["b", "a", "c"]


def test_without_vectors_the_lexical_index_alone_answers() -> None:
    assert ids(HybridIndex(Scripted(("a", 9.0), ("b", 8.0))).search(Query("wet"), 1)) == ["a"]


def test_an_index_of_weight_zero_is_not_asked() -> None:
    vectors = Scripted(("b", 0.5))
    HybridIndex(Scripted(("a", 9.0)), vectors, Weights(vectors=0)).search(Query("wet"), 5)
    assert vectors.asked == []


def test_an_empty_vector_index_is_asked_like_any_other() -> None:
    lexical = InMemoryIndex()
    lexical.add([make_passage("Een wet.")])
    assert ids(HybridIndex(lexical, InMemoryIndex()).search(Query("wet"), 5)) == ["v1:00000"]


def test_each_index_gives_more_than_k_so_that_what_both_know_can_rise() -> None:
    lexical, vectors = Scripted(("a", 9.0)), Scripted(("b", 0.5))
    hybrid = HybridIndex(lexical, vectors)
    hybrid.search(Query("wet"), 10)
    hybrid.search(Query("wet"), 40)
    assert lexical.asked == vectors.asked == [50, 80]


def test_the_fusion_can_be_chosen() -> None:
    hybrid = HybridIndex(Scripted(("a", 9.0), ("b", 0.1)), Scripted(("b", 0.5)), Weights(1, 1), fuse=by_rank)
    assert ids(hybrid.search(Query("wet"), 2)) == ["b", "a"]
