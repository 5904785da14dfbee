"""Silence, where it is right and where it is not."""

from __future__ import annotations

from evals.metrics import abstention
from tests.evals.samples import PERFECT, SILENCE, UNANSWERABLE, case


def test_silence_is_recalled_where_there_is_no_answer() -> None:
    assert abstention.recall(case(SILENCE, UNANSWERABLE)).value == 1.0
    assert abstention.recall(case(PERFECT, UNANSWERABLE)).value == 0.0
    assert abstention.recall(case(SILENCE)).value is None


def test_silence_is_precise_where_there_is_no_answer() -> None:
    assert abstention.precision(case(SILENCE, UNANSWERABLE)).value == 1.0
    assert abstention.precision(case(SILENCE)).value == 0.0
    assert abstention.precision(case(PERFECT)).value is None


def test_an_answer_that_is_refused_is_over_refusal() -> None:
    assert abstention.over_refusal(case(SILENCE)).value == 1.0
    assert abstention.over_refusal(case(PERFECT)).value == 0.0
    assert abstention.over_refusal(case(SILENCE, UNANSWERABLE)).value is None
