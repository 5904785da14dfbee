"""What a run comes to, as data: the same inputs give the same bytes. What differs each time stands in timings.json."""

from __future__ import annotations

import json
import platform
from collections.abc import Iterable, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path
from statistics import quantiles
from typing import Any

from evals.errors import EvaluationError
from evals.metrics.catalogue import METRICS, Metric
from evals.replies import reply_as_json
from evals.runner import Asked
from evals.scoring import Scored, by_trait, estimated, risk_against_coverage
from evals.statistics import DIGITS, SEED, Estimate, smallest_detectable
from evals.workbench import Corpus

SUMMARY, RESULTS, TIMINGS = "summary.json", "results.jsonl", "timings.json"

Json = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Run:
    """A run with its results; ``repeat`` is how often each question was asked."""

    suite: str
    engine: str
    corpus: Corpus
    results: Sequence[Scored]
    repeat: int = 1

    @property
    def failed(self) -> list[Scored]:
        return [each for each in self.results if each.reply.failed]

    @property
    def unsteady(self) -> list[Scored]:
        return [each for each in self.results if not each.is_steady]


def summary_of(run: Run) -> Json:
    metrics = {metric.name: entry for metric in METRICS if (entry := _estimate(metric, run.results))}
    return {
        "suite": run.suite,
        "engine": run.engine,
        "corpus": list(run.corpus.documents),
        "questions": len(run.results),
        "answerable": sum(each.question.is_answerable for each in run.results),
        "repeat": run.repeat,
        "failed": [each.question.id for each in run.failed],
        "unsteady": [each.question.id for each in run.unsteady],
        "seed": SEED,
        "metrics": metrics,
        "slices": [
            {
                "name": name,
                "value": value,
                "questions": len(inside),
                "metrics": {
                    metric.name: entry for metric in METRICS if metric.primary and (entry := _estimate(metric, inside))
                },
            }
            for (name, value), inside in by_trait(run.results).items()
        ],
        "risk_against_coverage": [
            [round(point.coverage, DIGITS), round(point.risk, DIGITS)] for point in risk_against_coverage(run.results)
        ],
    }


def _estimate(metric: Metric, results: Sequence[Scored]) -> Json | None:
    found: Estimate | None = estimated(metric, results)
    if found is None:
        return None
    return asdict(found) | {"smallest_detectable": smallest_detectable(found.error)}


def result_as_json(result: Scored) -> Json:
    return {
        "id": result.question.id,
        "digest": result.question.digest,
        "question": result.question.text,
        **reply_as_json(result.reply),
        "steady": result.is_steady,
        "scores": {name: _rounded(each.value) for name, each in result.measurements.items()},
        "explanations": {name: each.explanation for name, each in result.measurements.items()},
    }


def _rounded(value: float | None) -> float | None:
    return None if value is None else round(value, DIGITS)


def timings_of(asked: Sequence[Asked], total: float) -> Json:
    seconds = sorted(each for one in asked for each in one.seconds)
    cuts = quantiles(seconds, n=20, method="inclusive") if len(seconds) > 1 else [*seconds] * 19
    return {
        "seconds": round(total, 1),
        "ask_p50_seconds": round(cuts[9], 4),
        "ask_p95_seconds": round(cuts[18], 4),
        "python": platform.python_version(),
        "machine": platform.machine(),
    }


def write_results(folder: Path, run: Run, summary: Json) -> None:
    folder.mkdir(parents=True, exist_ok=True)
    _write_lines(folder / RESULTS, map(result_as_json, run.results))
    (folder / SUMMARY).write_text(as_text(summary), encoding="utf-8")


def write_without_words(run: Path, folder: Path) -> None:
    """Copies a run, but for the words of questions, answers and quotations: those of others stay where they are."""
    kept = read_kept(run)
    folder.mkdir(parents=True, exist_ok=True)
    (folder / SUMMARY).write_text(as_text(kept.summary), encoding="utf-8")
    _write_lines(folder / RESULTS, map(_without_words, read_entries(run)))


def _without_words(entry: Json) -> Json:
    cited = [{"document": each["document"], "page": each["page"]} for each in entry["citations"]]
    measured = {name: value for name, value in entry["scores"].items() if value is not None}
    return {name: entry[name] for name in ("id", "digest", "status")} | {"cited": cited, "scores": measured}


def _write_lines(path: Path, entries: Iterable[Json]) -> None:
    path.write_text("".join(json.dumps(each, ensure_ascii=False) + "\n" for each in entries), encoding="utf-8")


def read_entries(run: Path) -> list[Json]:
    """The results of each question as they were written."""
    lines = (run / RESULTS).read_text(encoding="utf-8").split("\n")  # texts may hold other ends of lines
    return [json.loads(line) for line in lines if line]


def as_text(entry: Json) -> str:
    return json.dumps(entry, ensure_ascii=False, indent=1) + "\n"


@dataclass(frozen=True, slots=True)
class Kept:
    """A run as it was written: its summary, and of each question its digest and scores."""

    folder: Path
    summary: Json
    digests: dict[str, str]
    scores: dict[str, dict[str, float | None]]

    @property
    def corpus(self) -> Corpus:
        return Corpus(tuple(self.summary["corpus"]))


def kept_of(run: Run) -> Kept:
    """A run as if it was written and read again."""
    return _kept(Path(), summary_of(run), [result_as_json(each) for each in run.results])


def read_kept(folder: Path) -> Kept:
    """Raises ``EvaluationError`` for a folder without a run."""
    try:
        summary = json.loads((folder / SUMMARY).read_text(encoding="utf-8"))
        return _kept(folder, summary, read_entries(folder))
    except (OSError, ValueError, KeyError, TypeError) as error:
        raise EvaluationError(
            "{folder} holds no results of a run ({summary} and {results}): give the folder that --output named.",
            folder=folder,
            summary=SUMMARY,
            results=RESULTS,
        ) from error


def _kept(folder: Path, summary: Json, entries: Sequence[Json]) -> Kept:
    return Kept(
        folder,
        summary,
        {entry["id"]: entry["digest"] for entry in entries},
        {entry["id"]: entry["scores"] for entry in entries},
    )
