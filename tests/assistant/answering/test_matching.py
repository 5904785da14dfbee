"""How much of a question a text holds."""

from __future__ import annotations

import pytest

from assistant.answering.matching import ALTERNATIVE, COMPOUND, MISSPELT, WEAK, WeighedTerm, coverage, found, weighed
from assistant.answering.understanding import Term
from tests.assistant.answering.material import Counts

WORD = Term("scholing", ("scholing",))
PHRASE = Term(
    "derde leerweg",
    ("der", "leerweg"),
    alternatives=(("loopbaan", "leerweg", "mbo"), ("dl",)),
    weak=(("zijpad",),),
)


def sure(term: Term, *stems: str, known: bool = True) -> float:
    return found(WeighedTerm(term, 1.0, known), frozenset(stems))


# --- weights: ln(1 + passages / (count + 0.5)) / ln(1 + 2 * passages), where passages counts one more than there are


@pytest.mark.parametrize(
    ("count", "weight"),
    [
        (0, 1.0),  # ln 201 / ln 201
        (7, 0.502),  # ln 14.33 / ln 201 = 2.663 / 5.303
        (99, 0.131),  # ln 2.005 / ln 201 = 0.696 / 5.303
    ],
)
def test_the_rarer_a_word_the_more_it_weighs(count: int, weight: float) -> None:
    (term,) = weighed([WORD], Counts(99, {"scholing": count}))
    assert term.weight == pytest.approx(weight, abs=0.001)
    assert term.known == (count > 0)


def test_a_name_weighs_a_quarter_more_and_a_pale_word_a_quarter() -> None:
    name, pale, pale_name = weighed(
        [Term("unl", ("unl",), name=True), Term("jaar", ("jar",), pale=True), Term("x", ("x",), name=True, pale=True)],
        Counts(99),
    )
    assert (name.weight, pale.weight, pale_name.weight) == (1.25, 0.25, 0.25)


def test_a_phrase_weighs_as_its_rarest_word() -> None:
    (phrase,) = weighed([PHRASE], Counts(99, {"der": 50, "leerweg": 7}))
    assert phrase.weight == pytest.approx(0.502, abs=0.001)


def test_a_term_that_stands_nowhere_weighs_as_what_may_stand_in_its_place() -> None:
    (phrase,) = weighed([PHRASE], Counts(99, {"der": 50, "dl": 3, "zijpad": 7}))
    assert phrase.weight == pytest.approx(0.502, abs=0.001)
    assert phrase.known


def test_a_term_of_which_one_word_stands_nowhere_is_not_known() -> None:
    (phrase,) = weighed([PHRASE], Counts(99, {"der": 50, "loopbaan": 5, "leerweg": 0}))
    assert (phrase.weight, phrase.known) == (1.0, False)


def test_an_empty_library_gives_every_word_the_same_weight() -> None:
    assert [term.weight for term in weighed([WORD, PHRASE], Counts(0))] == [1.0, 1.0]


# --- found


def test_a_word_is_found_or_not() -> None:
    assert sure(WORD, "de", "scholing") == 1.0
    assert sure(WORD, "leerweg") == 0.0


def test_what_means_the_same_counts_for_less_than_the_word_itself() -> None:
    assert sure(PHRASE, "der", "leerweg") == 1.0
    assert sure(PHRASE, "dl") == ALTERNATIVE == 0.9
    assert sure(PHRASE, "zijpad") == WEAK == 0.6


def test_half_a_phrase_counts_for_a_quarter() -> None:
    assert sure(PHRASE, "leerweg") == pytest.approx(max(0.25, 0.6 * (1 / 3) ** 2))


def test_a_large_part_of_an_alternative_counts_for_a_little() -> None:
    assert sure(PHRASE, "loopbaan", "mbo") == pytest.approx(0.6 * (2 / 3) ** 2)


def test_a_part_of_a_compound_counts_when_it_begins_or_ends_it() -> None:
    assert sure(WORD, "scholingsbudget") == COMPOUND == 0.6
    assert sure(WORD, "bijscholing") == COMPOUND
    assert sure(Term("groeifondsproject", ("groeifondsproject",)), "groeifond") == COMPOUND
    assert sure(Term("politie", ("politie",)), "geopolitiek") == 0.0
    assert sure(Term("mbo", ("mbo",)), "mbostudent") == 0.0  # three letters are part of too much


def test_a_misspelt_word_is_found_when_no_document_holds_it() -> None:
    """'schooling' and 'scholing' share 6 of 7 and 8 letter pairs: 12/15 = 0.8."""
    misspelt = Term("schooling", ("schooling",))
    assert sure(misspelt, "scholing", known=False) == MISSPELT == 0.5
    assert sure(misspelt, "scholing", known=True) == 0.0
    assert sure(Term("politie", ("politie",)), "positie", known=False) == 0.0  # 8/12: another word


# --- coverage


def test_coverage_is_the_share_of_the_weight_that_is_found() -> None:
    terms = [WeighedTerm(WORD, 3.0, True), WeighedTerm(PHRASE, 1.0, True)]
    assert coverage(terms, {"scholing"}) == pytest.approx(0.75)
    assert coverage(terms, {"scholing", "zijpad"}) == pytest.approx(0.75 + 0.25 * 0.6)
    assert coverage(terms, {"bijscholing", "leerweg"}) == pytest.approx(0.75 * 0.6 + 0.25 * 0.25)
    assert coverage(terms, {"scholing", "der", "leerweg"}) == 1.0
    assert coverage(terms, set()) == 0.0


def test_no_terms_are_never_covered() -> None:
    assert coverage([], {"scholing"}) == 0.0
