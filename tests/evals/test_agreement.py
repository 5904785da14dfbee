"""Agreement of the citation metrics with a person's labels."""

from __future__ import annotations

from pathlib import Path

import pytest

from evals.agreement import Label, cohens_kappa, load_labels, page_agreement, words_agreement
from evals.errors import EvaluationError
from evals.questions import DATASETS, load
from tests.evals.samples import ROW, question

LEAST_KAPPA = 0.8


def test_kappa_is_agreement_beyond_chance() -> None:
    """20 yes-yes, 15 no-no, 5 and 10 apart of 50: 0.7 observed, 0.5 by chance, so 0.4."""
    pairs = [(True, True)] * 20 + [(False, False)] * 15 + [(True, False)] * 5 + [(False, True)] * 10
    assert cohens_kappa(pairs) == pytest.approx(0.4)
    assert cohens_kappa([(True, True), (False, False)]) == 1.0
    assert cohens_kappa([(True, False), (False, True)]) == -1.0
    assert cohens_kappa([(True, True)]) == 1.0


def test_pages_and_words_are_judged_as_the_metrics_do() -> None:
    labels = [Label("q1", ROW.place, ((0, 6),), True, True), Label("q1", ("agenda", 9), ((0, 6),), True, False)]
    questions = {"q1": question()}
    assert page_agreement(labels, questions).agreed == 1
    assert words_agreement(labels, questions, lambda place: "Verken de certificaten").agreed == 1
    assert words_agreement(labels, questions, lambda place: "certificaten").agreed == 1


def test_a_labelled_question_that_is_gone_is_an_error() -> None:
    with pytest.raises(EvaluationError, match="q9 is labelled and not in the suite"):
        page_agreement([Label("q9", ROW.place, (), True, True)], {})


def test_what_holds_no_labels_is_refused(tmp_path: Path) -> None:
    with pytest.raises(EvaluationError, match="holds no labels"):
        load_labels(tmp_path / "nergens.jsonl")


def test_the_page_metric_agrees_with_the_labels_of_the_core_suite() -> None:
    questions = {each.id: each for each in load(DATASETS / "core.jsonl")}
    labels = load_labels()
    assert len({each.question for each in labels}) == 40
    assert page_agreement(labels, questions).kappa >= LEAST_KAPPA
