"""Gates that hold, and gates that do not."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from evals.errors import EvaluationError
from evals.gates import Gates, corpus_kind, load_gates, verdicts
from evals.workbench import Corpus

DIGESTS = Corpus(("brief (digest)",))


def summary(failed: tuple[str, ...] = (), **means: float) -> dict[str, Any]:
    metrics = {
        name.replace("__", "."): {"mean": mean, "low": mean - 0.1, "high": mean + 0.1} for name, mean in means.items()
    }
    return {"metrics": metrics, "failed": list(failed), "unsteady": []}


def failing(gates: Gates, found: dict[str, Any], corpus: Corpus = DIGESTS) -> list[str]:
    return [each.gate for each in verdicts(gates, "core", corpus, found, None) if not each.passed]


def test_an_invariant_holds_exactly_or_not_at_all() -> None:
    gates = Gates({"citations.resolvable": 1.0, "support.unsupported_numbers": 0}, {})
    assert failing(gates, summary(citations__resolvable=1.0, support__unsupported_numbers=0.0)) == []
    assert failing(gates, summary(citations__resolvable=0.999, support__unsupported_numbers=0.01)) == [
        "citations.resolvable",
        "support.unsupported_numbers",
    ]


def test_a_floor_is_for_the_lower_bound_and_a_ceiling_for_the_upper() -> None:
    gates = Gates({}, {"core/digests": {"answers.facts": 0.7, "abstention.over_refusal": 0.2}})
    assert failing(gates, summary(answers__facts=0.81, abstention__over_refusal=0.09)) == []
    assert failing(gates, summary(answers__facts=0.79, abstention__over_refusal=0.11)) == [
        "floor of answers.facts",
        "ceiling of abstention.over_refusal",
    ]
    assert failing(gates, summary(abstention__over_refusal=0.0)) == ["floor of answers.facts"]


def test_floors_are_of_one_suite_and_one_kind_of_corpus() -> None:
    gates = Gates({}, {"core/originals": {"answers.facts": 0.9}})
    assert failing(gates, summary(answers__facts=0.1)) == []
    assert failing(gates, summary(answers__facts=0.1), Corpus(("brief (original)",))) == ["floor of answers.facts"]
    assert corpus_kind(Corpus(("a (digest)", "b (original)"))) == "mixed"


def test_a_question_that_failed_fails_the_run_unless_some_are_allowed() -> None:
    found = summary(failed=("q1",))
    assert failing(Gates({}, {}), found) == ["failures"]
    assert failing(Gates({}, {}, failures=1), found) == []
    assert failing(Gates({}, {}, failures=None), found) == []


def test_the_project_s_gates_hold_the_invariants() -> None:
    assert load_gates().invariants == {
        "citations.resolvable": 1.0,
        "citations.coverage": 1.0,
        "quotations.found": 1.0,
        "support.unsupported_numbers": 0,
    }


@pytest.mark.parametrize(
    ("text", "complaint"),
    [
        ("- een lijst", "holds no gates"),
        ("drempels: {}", "holds no gates"),
        ("invariants: [a", "cannot be read as gates"),
        ("invariants: {onbekend: 1}", "names onbekend, which is not measured; known are retrieval"),
        ("floors: {core/digests: {answers.facts: veel}}", "no number for answers.facts"),
        ("floors: {core/digests: [1]}", "stand there as"),
    ],
)
def test_what_are_no_gates_is_refused(text: str, complaint: str, tmp_path: Path) -> None:
    path = tmp_path / "gates.yaml"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(EvaluationError, match=complaint):
        load_gates(path)
