"""Answers against what they should say."""

from __future__ import annotations

import pytest

from evals.metrics import answers
from evals.metrics.case import Case
from evals.questions import Fact, Question
from evals.replies import Reply
from tests.evals.samples import PERFECT, SILENCE, UNANSWERABLE, case, question, reply


def row(who: str, when: str = "2023/2024") -> Case:
    quote = f"Verkenning certificaten | {who} | {when}"
    return case(reply([(f"Wat: Verkenning certificaten | Wie: {who} | Wanneer: {when}", (1,))], [("agenda", 5, quote)]))


@pytest.mark.parametrize(
    ("who", "f1"),
    [
        ("OCW, SBB", 1.0),
        ("Ministerie van OCW, SBB", 1.0),
        ("OCW", 2 / 3),
        ("OCW, SBB, UWV", 0.8),
        ("OCW, UWV", 0.5),
        ("UWV", 0.0),
        ("OCW, SBB, iemand anders", 1.0),
    ],
)
def test_owners_are_compared_as_a_set_by_any_of_their_names(who: str, f1: float) -> None:
    assert answers.owners(row(who)).value == pytest.approx(f1)


def test_rows_alone_say_who() -> None:
    given = reply([("Wat: Verkenning | Wie: OCW, SBB", (1,)), ("Het UWV kijkt toe.", (1,))], [("agenda", 5, "OCW")])
    assert answers.owners(case(given)).value == 1.0


def test_a_term_stands_literally_or_not() -> None:
    assert answers.exact_term(row("OCW", "2023/2024")).value == 1.0
    assert answers.exact_term(row("OCW", "2023/2025")).value == 0.0
    assert answers.exact_term(case(SILENCE)).value == 0.0


@pytest.mark.parametrize(("when", "overlap"), [("2023/2024", 1.0), ("2023/2025", 2 / 3), ("2024", 0.5), ("2030", 0.0)])
def test_terms_overlap_by_their_years(when: str, overlap: float) -> None:
    assert answers.term_overlap(row("OCW", when)).value == pytest.approx(overlap)


def test_a_term_without_a_year_has_no_overlap_to_measure() -> None:
    assert answers.term_overlap(case(PERFECT, question(term="Continu"))).value is None


def test_facts_are_looked_for_in_what_is_shown_but_for_citation_numbers() -> None:
    given = reply([("OCW doet het voor 12 mln.", (1,))], [("agenda", 6, "OCW")])
    assert answers.facts(case(given)).value == pytest.approx(2 / 3)
    numbered = question(facts=(Fact("een", (r"\b1\b",)),))
    assert answers.facts(case(given, numbered)).value == 0.0


def test_a_fact_is_proven_in_words_of_a_right_page_alone() -> None:
    given = reply([("OCW, SBB, 12 mln.", (1, 2))], [("agenda", 5, "OCW"), ("agenda", 6, "SBB")])
    assert answers.facts(case(given)).value == 1.0
    assert answers.proven_facts(case(given)).value == pytest.approx(1 / 3)


def test_silence_states_no_fact() -> None:
    assert answers.facts(case(SILENCE)).value == 0.0
    assert answers.facts(case(SILENCE, UNANSWERABLE)).value is None


@pytest.mark.parametrize(
    ("given", "asked", "correct", "net"),
    [
        (PERFECT, question(), 1.0, 1.0),
        (SILENCE, question(), 0.0, 0.0),
        (SILENCE, UNANSWERABLE, 1.0, 1.0),
        (PERFECT, UNANSWERABLE, 0.0, -1.0),
        (reply([("OCW, SBB, 12 mln.", (1,))], [("agenda", 5, "OCW")]), question(), 0.0, -1.0),
    ],
)
def test_an_outcome_is_right_when_all_is_stated_and_cited_or_rightly_silent(
    given: Reply, asked: Question, correct: float, net: float
) -> None:
    assert answers.correct(case(given, asked)).value == correct
    assert answers.net(case(given, asked)).value == net
