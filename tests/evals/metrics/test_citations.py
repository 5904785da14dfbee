"""Citation measures, with values worked out by hand."""

from __future__ import annotations

import pytest

from evals.metrics import citations
from evals.questions import GoldPlace
from evals.replies import Reply
from tests.evals.samples import COST, PERFECT, ROW, SILENCE, UNANSWERABLE, case, reply

COST_QUOTE = "De pilot kost 12 miljoen euro"
THREE = reply([("Een.", (1, 2, 3))], [("agenda", 5, "OCW, SBB"), ("agenda", 4, "OCW"), ("nota", 1, "SBB")])


def test_precision_is_the_share_of_citations_that_are_right_and_recall_of_the_evidence_that_is_cited() -> None:
    """One of three is on a gold page, and one of two pieces of evidence is cited: F1 is 2·⅓·½ / (⅓ + ½) = 0.4."""
    assert citations.precision(case(THREE), citations.same_page).value == pytest.approx(1 / 3)
    assert citations.recall(case(THREE), citations.same_page).value == 0.5
    assert citations.f1(case(THREE), citations.same_page).value == pytest.approx(0.4)


def test_a_page_beside_the_right_one_counts_in_the_diagnosis_alone() -> None:
    assert citations.precision(case(THREE), citations.near_page).value == pytest.approx(2 / 3)


def test_at_document_level_any_page_of_it_is_right() -> None:
    assert citations.precision(case(THREE), citations.same_document).value == pytest.approx(2 / 3)


def test_words_are_right_when_the_quotation_holds_an_anchor_of_its_page() -> None:
    """The row's quotation has no anchor; the cost's has, in other letters and white space."""
    given = reply([("Een.", (1, 2))], [("agenda", 5, "OCW, SBB"), ("brief", 2, "kost 12\nMiljoen")])
    assert citations.precision(case(given), citations.same_words).value == 0.5
    assert citations.recall(case(given), citations.same_words).value == 0.5


def test_any_of_the_places_of_a_requirement_will_do() -> None:
    either = GoldPlace("agenda", 4, ("OCW",))
    assert citations.recall(case(THREE, requirements=[(ROW, either)]), citations.same_page).value == 1.0
    assert citations.precision(case(THREE, requirements=[(ROW, either)]), citations.same_page).value == pytest.approx(
        2 / 3
    )


@pytest.mark.parametrize("given", [SILENCE, reply([("Een.", ())], [])])
def test_an_answer_without_citations_scores_zero_and_is_never_skipped(given: Reply) -> None:
    for measure in (citations.precision, citations.recall, citations.f1):
        assert measure(case(given), citations.same_page).value == 0.0


def test_where_there_is_no_evidence_nothing_is_measured() -> None:
    assert citations.f1(case(PERFECT, UNANSWERABLE), citations.same_page).value is None
    assert citations.surplus(case(PERFECT, UNANSWERABLE)).value is None


def test_a_citation_resolves_when_its_page_exists_and_holds_its_words() -> None:
    given = reply([("Een.", (1, 2, 3, 4))], [
        ("brief", 2, COST_QUOTE), ("brief", 3, COST_QUOTE), ("agenda", 5, COST_QUOTE), ("nota", 1, COST_QUOTE),
    ])  # fmt: skip
    assert citations.resolvable(case(given)).value == 0.25


def test_resolving_is_not_measured_for_silence_and_zero_for_an_answer_without_citations() -> None:
    assert citations.resolvable(case(SILENCE)).value is None
    assert citations.resolvable(case(reply([("Een.", ())], []))).value == 0.0


def test_coverage_is_the_share_of_sentences_with_a_citation_that_the_answer_has() -> None:
    given = reply([("Een.", (1,)), ("Twee.", ()), ("Drie.", (7,)), ("Vier.", (1,))], [("brief", 2, COST_QUOTE)])
    assert citations.coverage(case(given)).value == 0.5
    assert citations.coverage(case(reply([], []))).value == 0.0
    assert citations.coverage(case(SILENCE)).value is None


def test_surplus_counts_pages_beyond_the_pieces_of_evidence() -> None:
    assert citations.surplus(case(THREE)).value == 1.0
    assert citations.surplus(case(THREE, requirements=[(ROW,)])).value == 2.0
    assert citations.surplus(case(PERFECT)).value == 0.0
    assert citations.surplus(case(reply([("Een.", (1, 2))], [("brief", 2, "a"), ("brief", 2, "b")]))).value == 0.0


def test_length_is_in_words_of_sentences() -> None:
    assert citations.length(case(reply([("Een korte zin.", (1,)), ("Nog een.", (1,))], []))).value == 5.0


def test_words_outside_cited_sentences_are_counted() -> None:
    given = reply([("Een korte zin.", (1,)), ("Zonder bewijs.", ())], [("brief", 2, COST_QUOTE)])
    assert citations.uncited_words(case(given)).value == 2.0
    assert citations.uncited_words(case(PERFECT, requirements=[(COST,)])).value == 0.0
