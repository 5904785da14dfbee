"""Scores of questions, and what they come to together."""

from __future__ import annotations

from dataclasses import replace

import pytest

from evals.questions import Place
from evals.replies import Reply
from evals.runner import Asked
from evals.scoring import CoveragePoint, by_trait, risk_against_coverage, scored, worst_first
from tests.evals.samples import PAGES, PERFECT, SILENCE, UNANSWERABLE, question

WRONG = replace(PERFECT, sentences=PERFECT.sentences[1:], text=PERFECT.sentences[1].text)


def text(place: Place) -> str | None:
    return PAGES.get(place)


def results(*replies: Reply) -> list:  # type: ignore[type-arg]
    asked = [Asked(question(id=f"q{number}"), (each,), (0.1,)) for number, each in enumerate(replies)]
    return scored(asked, text)


def test_values_of_a_question_that_is_repeated_are_means() -> None:
    (found,) = scored([Asked(question(), (PERFECT, PERFECT, PERFECT, SILENCE), (0.1,) * 4)], text)
    assert found.value("answers.facts") == 0.75
    assert found.value("abstention.over_refusal") == 0.25
    assert found.value("citations.coverage") == 1.0  # silence has nothing to cover
    assert not found.is_steady


def test_results_are_grouped_by_trait() -> None:
    asked = [Asked(question(slices=("misspelt",)), (PERFECT,), (0.1,)), Asked(UNANSWERABLE, (SILENCE,), (0.1,))]
    found = by_trait(scored(asked, text))
    assert [each.question.id for each in found["split", "dev"]] == ["q1", "q2"]
    assert [each.question.id for each in found["slice", "misspelt"]] == ["q1"]
    assert [each.question.id for each in found["document", "agenda"]] == ["q1"]
    assert [each.question.id for each in found["unanswerable", "outside"]] == ["q2"]


def test_risk_is_the_share_of_wrong_answers_among_the_surest() -> None:
    sure, unsure = replace(PERFECT, confidence=0.9), replace(WRONG, confidence=0.2)
    assert risk_against_coverage(results(unsure, sure, SILENCE, SILENCE)) == [
        CoveragePoint(0.25, 0.0),
        CoveragePoint(0.5, 0.5),
    ]


def test_the_worst_come_first() -> None:
    found = worst_first(results(PERFECT, SILENCE, WRONG, Reply("q", error="stuk")))
    assert [each.question.id for each in found] == ["q3", "q2", "q1", "q0"]


def test_what_one_answer_names_too_many_is_known_from_the_other_questions() -> None:
    other = question(id="q9", owners=(*question().owners, type(question().owners[0])("UWV")))
    many = replace(PERFECT, sentences=(replace(PERFECT.sentences[0], text="A | OCW, SBB, UWV"),))
    found = scored([Asked(question(), (many,), (0.1,)), Asked(other, (many,), (0.1,))], text)
    assert found[0].value("answers.owners_f1") == pytest.approx(0.8)
    assert found[1].value("answers.owners_f1") == 1.0
