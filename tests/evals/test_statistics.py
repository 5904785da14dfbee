"""Intervals and tests, with values that can be looked up or worked out."""

from __future__ import annotations

import pytest

from evals.statistics import estimate, holm, mcnemar_p, permutation_p, smallest_detectable


def test_the_interval_holds_the_mean_and_is_the_same_each_time() -> None:
    values, clusters = [0.0, 1.0, 1.0, 0.5, 1.0, 0.0], ["a", "b", "c", "d", "e", "e"]
    first = estimate(values, clusters)
    assert first.low < first.mean < first.high
    assert first.mean == pytest.approx(3.5 / 6)
    assert (first.questions, first.clusters) == (6, 5)
    assert estimate(values, clusters) == first


def test_questions_that_hang_together_leave_more_doubt_than_questions_apart() -> None:
    """Ten documents that are all right or all wrong are ten observations, not a hundred."""
    values = [float(number % 2) for number in range(10) for _ in range(10)]
    together = estimate(values, [number for number in range(10) for _ in range(10)])
    apart = estimate(values, list(range(100)))
    assert together.high - together.low > 2 * (apart.high - apart.low)


def test_the_error_of_a_share_of_questions_apart_is_the_textbook_s() -> None:
    """√(0.5 · 0.5 / 100) = 0.05."""
    assert estimate([0.0, 1.0] * 50, list(range(100))).error == pytest.approx(0.05, rel=0.1)


def test_a_share_without_spread_has_wilson_s_interval() -> None:
    """20 of 20: from 20 / (20 + 1.96²) = 0.839 to 1."""
    found = estimate([1.0] * 20, list(range(20)))
    assert found.low == pytest.approx(0.8389, abs=1e-4)
    assert found.high == 1.0
    assert estimate([0.0] * 20, list(range(20))).high == pytest.approx(1 - 0.8389, abs=1e-4)


def test_values_that_are_all_alike_and_no_share_have_no_interval_to_speak_of() -> None:
    found = estimate([12.0] * 5, list(range(5)))
    assert (found.low, found.high, found.error) == (12.0, 12.0, 0.0)


def test_a_few_documents_are_resampled_by_their_questions() -> None:
    values = [0.0, 1.0] * 50
    few, apart = estimate(values, ["a", "b"] * 50), estimate(values, list(range(100)))
    assert (few.low, few.high) == (apart.low, apart.high)


def test_the_smallest_detectable_difference_is_some_four_errors() -> None:
    """(1.960 + 0.842) · √2 = 3.962."""
    assert smallest_detectable(0.05) == pytest.approx(0.1981, abs=1e-4)


def test_mcnemar_counts_those_that_turned() -> None:
    """Six turned wrong and none right: 2 · ½⁶ = 0.03125. Those that stayed tell nothing."""
    before = [1.0] * 6 + [1.0] * 50 + [0.0] * 50
    after = [0.0] * 6 + [1.0] * 50 + [0.0] * 50
    assert mcnemar_p(before, after) == 0.03125
    assert mcnemar_p(after, before) == 0.03125
    assert mcnemar_p(before, before) == 1.0


def test_the_permutation_test_of_few_pairs_tries_every_sign() -> None:
    """Five gains: 2 of the 2⁵ ways to sign them are as extreme."""
    assert permutation_p([0.0] * 5, [0.1, 0.2, 0.3, 0.4, 0.5]) == 0.0625
    assert permutation_p([0.1, 0.2], [0.1, 0.2]) == 1.0


def test_holm_corrects_the_smallest_most_and_keeps_the_order() -> None:
    """0.01 · 3, then max(0.03, 0.02 · 2), then max(0.04, 0.04 · 1)."""
    assert holm([0.04, 0.01, 0.02]) == pytest.approx([0.04, 0.03, 0.04])
    assert holm([0.9, 0.8]) == [1.0, 1.0]
    assert holm([]) == []
