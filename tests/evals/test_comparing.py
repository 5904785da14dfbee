"""Two runs beside each other."""

from __future__ import annotations

from pathlib import Path

import pytest

from evals.comparing import compare, is_loss
from evals.errors import EvaluationError
from evals.summary import Kept


def kept(values: dict[str, float | None], metric: str = "answers.correct", corpus: str = "brief (digest)") -> Kept:
    return Kept(
        Path(), {"corpus": [corpus]}, dict.fromkeys(values, "same"), {k: {metric: v} for k, v in values.items()}
    )


def flags(rights: int, of: int) -> dict[str, float | None]:
    return {f"q{number}": float(number < rights) for number in range(of)}


def test_a_loss_that_chance_does_not_explain_is_a_loss() -> None:
    """Ten turned wrong and none right: p is 2 · ½¹⁰ = 0.002, of one metric that was tested."""
    found = compare(kept(flags(20, 30)), kept(flags(10, 30)))
    (difference,) = found.primary
    assert difference.before == pytest.approx(2 / 3, abs=1e-6)
    assert difference.after == pytest.approx(1 / 3, abs=1e-6)
    assert difference.adjusted == 0.001953
    assert found.losses == (difference,)
    assert len(found.turned) == 10


def test_a_gain_is_no_loss_and_a_small_loss_may_be_chance() -> None:
    assert compare(kept(flags(10, 30)), kept(flags(20, 30))).losses == ()
    assert compare(kept(flags(20, 30)), kept(flags(18, 30))).losses == ()


def test_where_lower_is_better_a_rise_is_the_loss() -> None:
    metric = "abstention.over_refusal"
    found = compare(kept(flags(0, 30), metric), kept(flags(10, 30), metric))
    assert is_loss(found.primary[0])


def test_runs_over_other_documents_do_not_compare() -> None:
    with pytest.raises(EvaluationError, match="over other documents"):
        compare(kept(flags(1, 2)), kept(flags(1, 2), corpus="brief (original)"))


def test_questions_that_changed_or_stand_in_one_run_alone_are_left_out_and_counted() -> None:
    before, after = kept(flags(3, 4)), kept(flags(3, 6))
    before.digests["q0"] = "other"
    found = compare(before, after)
    assert (found.shared, found.only_before, found.only_after) == (3, 1, 3)
    with pytest.raises(EvaluationError, match="no question in common"):
        compare(kept({"a": 1.0}), kept({"b": 1.0}))


def test_a_question_counts_when_both_runs_measured_it() -> None:
    found = compare(kept({"a": 1.0, "b": None, "c": 1.0}), kept({"a": 1.0, "b": 1.0, "c": None}))
    assert found.primary[0].questions == 1


def test_what_is_not_primary_is_described_and_not_tested() -> None:
    found = compare(kept(flags(20, 30), "answers.net"), kept(flags(0, 30), "answers.net"))
    assert (found.primary, [each.metric for each in found.others], found.losses) == ((), ["answers.net"], ())
