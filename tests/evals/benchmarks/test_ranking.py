"""Measures of a ranking, with values worked out by hand."""

from __future__ import annotations

import pytest

from evals.benchmarks.ranking import found_within, mean_reciprocal_rank, page_at, wilson, won_and_lost

RANKS = [0, 2, None, 9, 10]


def test_a_page_is_found_within_k_when_its_rank_is_below_k() -> None:
    assert [found_within(k, RANKS) for k in (1, 3, 10)] == [1, 2, 3]


def test_page_at_k_is_a_share_of_all_questions() -> None:
    assert page_at(3, RANKS) == 0.4


def test_reciprocal_rank_counts_nothing_past_the_tenth_page() -> None:
    assert mean_reciprocal_rank(RANKS) == pytest.approx((1 + 1 / 3 + 1 / 10) / 5)


def test_wilson_for_half_of_a_hundred() -> None:
    # middle 0.5; spread 1.96 * sqrt(0.25/100 + 3.8415/40000) / (1 + 0.038415) = 0.0962
    assert wilson(50, 100) == pytest.approx((0.4038, 0.5962), abs=1e-4)


def test_wilson_stays_within_nought_and_one() -> None:
    assert wilson(0, 10)[0] == 0.0
    assert wilson(10, 10)[1] == pytest.approx(1.0)


def test_won_and_lost_count_questions_that_cross_the_line() -> None:
    assert won_and_lost(1, before=[0, 0, 1, None], after=[0, 3, 0, 0]) == (2, 1)
