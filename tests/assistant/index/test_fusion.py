"""Joining ranked lists; the scores were computed by hand."""

from __future__ import annotations

from assistant.index.fusion import Ranking, by_rank, by_score
from assistant.index.interface import Match


def test_by_rank_adds_the_reciprocals_of_the_ranks() -> None:
    words = Ranking([Match("a", 9.0), Match("b", 8.0)])
    vectors = Ranking([Match("b", 0.5), Match("c", 0.4)])
    # a: 1/61; b: 1/62 + 1/61; c: 1/62
    assert by_rank([words, vectors]) == [Match("b", 0.032522), Match("a", 0.016393), Match("c", 0.016129)]


def test_by_rank_multiplies_by_the_weight() -> None:
    words = Ranking([Match("a", 9.0)], weight=1.0)
    vectors = Ranking([Match("b", 0.5)], weight=0.5)
    # a: 1/10; b: 0.5/10
    assert by_rank([words, vectors], constant=9) == [Match("a", 0.1), Match("b", 0.05)]


def test_by_score_takes_each_list_relative_to_its_best() -> None:
    words = Ranking([Match("a", 10.0), Match("b", 5.0)])
    vectors = Ranking([Match("b", 0.8), Match("c", 0.2)], weight=0.4)
    # a: 1; b: 5/10 + 0.4 * 1; c: 0.4 * 0.2/0.8
    assert by_score([words, vectors]) == [Match("a", 1.0), Match("b", 0.9), Match("c", 0.1)]


def test_ties_come_in_order_of_id() -> None:
    assert by_rank([Ranking([Match("b", 2.0)]), Ranking([Match("a", 1.0)])]) == by_score(
        [Ranking([Match("b", 1 / 61)], 1 / 61), Ranking([Match("a", 1.0)], 1 / 61)]
    )


def test_lists_that_are_empty_give_nothing() -> None:
    assert by_rank([Ranking([]), Ranking([])]) == []
    assert by_score([Ranking([])]) == []
