"""Putting matches in order."""

from __future__ import annotations

from assistant.index.interface import Match
from assistant.index.ranking import best, in_order


def test_the_best_come_first_and_ties_in_order_of_id() -> None:
    matches = [Match("c", 1.0), Match("b", 2.0), Match("a", 1.0)]
    assert in_order(matches) == [Match("b", 2.0), Match("a", 1.0), Match("c", 1.0)]


def test_sums_that_differ_in_their_last_bits_tie() -> None:
    assert [match.passage for match in in_order([Match("b", 0.3), Match("a", 0.1 + 0.2)])] == ["a", "b"]


def test_a_tie_that_goes_on_past_k_is_fetched_whole() -> None:
    """The index breaks ties from z to a; the best three are nevertheless a, b and c."""
    ties = [Match(letter, 1.0) for letter in "zyxwvutsrqponmlkjihgfedcba"]
    asked: list[int] = []

    def fetch(count: int) -> list[Match]:
        asked.append(count)
        return ties[:count]

    assert [match.passage for match in best(fetch, 3)] == ["a", "b", "c"]
    assert asked == [19, 38]


def test_one_look_is_enough_where_the_scores_differ() -> None:
    asked: list[int] = []

    def fetch(count: int) -> list[Match]:
        asked.append(count)
        return [Match(f"{i:03d}", 100.0 - i) for i in range(count)]

    assert [match.passage for match in best(fetch, 2)] == ["000", "001"]
    assert asked == [18]
