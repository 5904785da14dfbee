"""Gates: what a run must reach, from a file that users can edit."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml

from evals.comparing import Comparison
from evals.errors import EvaluationError
from evals.metrics.catalogue import BY_NAME, Better
from evals.summary import Json
from evals.workbench import Corpus

GATES = Path(__file__).parent / "gates.yaml"
_KEYS = {"invariants", "failures", "unsteady", "floors", "baseline"}


@dataclass(frozen=True, slots=True)
class Gates:
    """``floors`` are by suite and kind of corpus, as in 'core/digests'. None allows any number."""

    invariants: Mapping[str, float]
    floors: Mapping[str, Mapping[str, float]]
    failures: int | None = 0
    unsteady: int | None = 0
    baseline: bool = True


@dataclass(frozen=True, slots=True)
class Verdict:
    """One gate, whether it holds, and what was found, in figures; a dash where nothing was measured."""

    gate: str
    passed: bool
    said: str


def load_gates(path: Path = GATES) -> Gates:
    """Raises ``EvaluationError`` for a file that is none, or names what is not measured."""
    try:
        entry = yaml.safe_load(path.read_text(encoding="utf-8"))
    except (OSError, UnicodeDecodeError, yaml.YAMLError) as error:
        raise EvaluationError(
            "{path} cannot be read as gates: {reason}.", path=path, reason=" ".join(str(error).split())
        ) from error
    if not isinstance(entry, dict) or set(entry) - _KEYS:
        raise EvaluationError("{path} holds no gates: it may have {known}.", path=path, known=", ".join(sorted(_KEYS)))
    floors = {name: _limits(path, limits) for name, limits in (entry.get("floors") or {}).items()}
    return Gates(
        invariants=_limits(path, entry.get("invariants")),
        floors=floors,
        failures=entry.get("failures"),
        unsteady=entry.get("unsteady"),
        baseline=bool(entry.get("baseline")),
    )


def _limits(path: Path, entry: Any) -> dict[str, float]:
    if not isinstance(entry or {}, dict):
        raise EvaluationError("{path} holds no gates: metrics stand there as `name: value`.", path=path)
    for name, value in (entry or {}).items():
        if name not in BY_NAME:
            raise EvaluationError(
                "{path} names {name}, which is not measured; known are {known}.",
                path=path,
                name=name,
                known=", ".join(BY_NAME),
            )
        if not isinstance(value, int | float):
            raise EvaluationError("{path} has no number for {name}: {value!r}.", path=path, name=name, value=value)
    return dict(entry or {})


def verdicts(gates: Gates, suite: str, corpus: Corpus, summary: Json, comparison: Comparison | None) -> list[Verdict]:
    """Every gate that applies to this run; without a comparison there is no baseline to lose against."""
    floors = gates.floors.get(f"{suite}/{corpus_kind(corpus)}", {})
    return [
        *(_exact(name, wanted, summary["metrics"].get(name)) for name, wanted in gates.invariants.items()),
        *(_counts(gates, summary)),
        *(_floor(name, limit, summary["metrics"].get(name)) for name, limit in floors.items()),
        *(_losses(comparison) if gates.baseline and comparison else ()),
    ]


def corpus_kind(corpus: Corpus) -> str:
    """'digests', 'originals', or 'mixed'."""
    origins = {each.rpartition("(")[2].rstrip(")") for each in corpus.documents}
    return f"{origins.pop()}s" if len(origins) == 1 else "mixed"


def _exact(name: str, wanted: float, found: Json | None) -> Verdict:
    if not found:
        return Verdict(name, True, "–")
    return Verdict(name, found["mean"] == wanted, f"{found['mean']:.4g} (= {wanted:g})")


def _counts(gates: Gates, summary: Json) -> Iterator[Verdict]:
    for name, most, found in (
        ("failures", gates.failures, summary["failed"]),
        ("unsteady", gates.unsteady, summary["unsteady"]),
    ):
        if most is not None:
            named = f": {', '.join(found[:5])}" if found else ""
            yield Verdict(name, len(found) <= most, f"{len(found)} (≤ {most}){named}")


def _floor(name: str, limit: float, found: Json | None) -> Verdict:
    """What is to be reached and is not measured is not reached."""
    if not found:
        return Verdict(f"floor of {name}", False, "–")
    if BY_NAME[name].better is Better.LOWER:
        return Verdict(f"ceiling of {name}", found["high"] <= limit, f"{found['high']:.3f} (≤ {limit:g})")
    return Verdict(f"floor of {name}", found["low"] >= limit, f"{found['low']:.3f} (≥ {limit:g})")


def _losses(comparison: Comparison) -> Iterator[Verdict]:
    losses = {each.metric for each in comparison.losses}
    for each in comparison.primary:
        said = f"{each.before:.3f} → {each.after:.3f} (p = {each.adjusted:.3f}, n = {each.questions})"
        yield Verdict(f"no loss of {each.metric}", each.metric not in losses, said)
