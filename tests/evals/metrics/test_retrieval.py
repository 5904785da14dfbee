"""Search measures, with values worked out by hand."""

from __future__ import annotations

import math

import pytest

from evals.metrics import retrieval
from evals.metrics.case import Case
from evals.questions import GoldPlace
from tests.evals.samples import COST, ROW, UNANSWERABLE, case, reply

OTHER = ("other", 1)


def found(*hits: tuple[str, int]) -> Case:
    return case(reply([], [], hits))


def test_recall_is_the_share_of_the_needed_pages_within_k() -> None:
    one_of_two = found(OTHER, ROW.place, ("agenda", 6), COST.place)
    assert [retrieval.page_recall(one_of_two, k).value for k in (1, 2, 3, 4)] == [0.0, 0.5, 0.5, 1.0]


def test_reciprocal_rank_is_one_over_the_rank_of_the_first_needed_page() -> None:
    assert retrieval.page_reciprocal_rank(found(OTHER, ("agenda", 6), COST.place)).value == pytest.approx(1 / 3)


def test_ndcg_discounts_by_the_logarithm_of_the_rank() -> None:
    """Needed pages at 1 and 3: (1 + 1 / log2 4) over (1 + 1 / log2 3)."""
    expected = (1 + 1 / 2) / (1 + 1 / math.log2(3))
    assert retrieval.page_ndcg(found(ROW.place, OTHER, COST.place)).value == pytest.approx(expected)


def test_of_alternatives_the_first_found_counts_and_the_others_are_not_in_the_way() -> None:
    elsewhere = GoldPlace("agenda", 9, ("certificaten",))
    given = case(reply([], [], [elsewhere.place, ROW.place, COST.place]), requirements=[(ROW, elsewhere), (COST,)])
    assert retrieval.page_recall(given, 2).value == 1.0
    assert retrieval.page_ndcg(given).value == 1.0


def test_a_page_that_serves_two_requirements_counts_once() -> None:
    given = case(reply([], [], [OTHER, ROW.place]), requirements=[(ROW,), (ROW,), (COST,)])
    assert retrieval.page_recall(given, 5).value == 0.5


def test_documents_count_at_the_rank_of_their_first_page() -> None:
    given = found(("agenda", 1), ("agenda", 2), ("brief", 9))
    assert retrieval.document_recall(given, 2).value == 1.0
    assert retrieval.document_ndcg(given).value == 1.0
    assert retrieval.page_recall(given, 10).value == 0.0


def test_all_evidence_needs_every_requirement() -> None:
    given = found(ROW.place, OTHER, COST.place)
    assert [retrieval.all_evidence(given, k).value for k in (1, 2, 3)] == [0.0, 0.0, 1.0]


def test_a_search_that_finds_nothing_scores_zero() -> None:
    assert retrieval.page_ndcg(found()).value == 0.0
    assert retrieval.page_reciprocal_rank(found(OTHER)).value == 0.0


def test_without_evidence_nothing_is_measured() -> None:
    given = case(asked=UNANSWERABLE)
    assert retrieval.page_ndcg(given).value is None
    assert retrieval.all_evidence(given, 5).value is None
