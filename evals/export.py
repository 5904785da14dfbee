"""A run for other programs: TREC's run and judgement files, and a table of scores."""

from __future__ import annotations

import csv
from collections.abc import Sequence
from pathlib import Path

from evals.errors import EvaluationError
from evals.metrics.catalogue import METRICS
from evals.questions import Question
from evals.summary import Json, read_entries, read_kept


def export_trec(run: Path, questions: Sequence[Question], folder: Path) -> list[Path]:
    """``run.trec`` (question Q0 page rank score tag), ``qrels.trec`` (question 0 page 1); a page is 'document:page'."""
    ranked = [
        f"{entry['id']} Q0 {hit['document']}:{hit['page']} {rank} {len(entry['hits']) - rank + 1} wiewatwanneer\n"
        for entry in _results(run)
        for rank, hit in enumerate(entry["hits"], start=1)
    ]
    judged = [
        f"{question.id} 0 {document}:{page} 1\n" for question in questions for document, page in sorted(question.places)
    ]
    return [_write(folder / "run.trec", ranked), _write(folder / "qrels.trec", judged)]


def export_csv(run: Path, folder: Path) -> list[Path]:
    """``scores.csv``: a row for each question, a column for each metric, empty where it was not measured."""
    folder.mkdir(parents=True, exist_ok=True)
    path = folder / "scores.csv"
    with path.open("w", encoding="utf-8", newline="") as file:
        table = csv.writer(file)
        table.writerow(["id", "status", *(metric.name for metric in METRICS)])
        for entry in _results(run):
            scores = (entry["scores"].get(metric.name) for metric in METRICS)
            table.writerow([entry["id"], entry["status"], *("" if each is None else each for each in scores)])
    return [path]


def _results(run: Path) -> list[Json]:
    """Raises ``EvaluationError`` for a folder without a run."""
    read_kept(run)
    return read_entries(run)


def _write(path: Path, lines: Sequence[str]) -> Path:
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text("".join(lines), encoding="utf-8")
    except OSError as error:
        raise EvaluationError("{path} cannot be written: {reason}.", path=path, reason=error.strerror) from error
    return path
