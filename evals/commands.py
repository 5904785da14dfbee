"""What each command of the suite does; each returns the exit status."""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from tempfile import TemporaryDirectory
from time import perf_counter

from assistant.domain.phrases import Phrase, joined
from assistant.texts import LANGUAGES
from evals.agreement import load_labels, named, page_agreement, words_agreement
from evals.candidates import write_candidates
from evals.comparing import Comparison, compare
from evals.counterfactual import Laboratory, chosen_edits, digests, summary_of_trials, trials, trials_as_text
from evals.errors import EvaluationError
from evals.explaining import explained
from evals.export import export_csv, export_trec
from evals.gates import GATES, Gates, Verdict, corpus_kind, load_gates, verdicts
from evals.kinds import Documents, Engine
from evals.originals import ORIGINALS
from evals.questions import Question, chosen, load, suite_path
from evals.report.junit import as_junit
from evals.report.page import as_page
from evals.report.table import comparison_as_text, run_as_text
from evals.runner import alone_in, finish
from evals.runner import run as ask_all
from evals.scoring import scored
from evals.summary import (
    TIMINGS,
    Json,
    Kept,
    Run,
    as_text,
    kept_of,
    read_kept,
    summary_of,
    timings_of,
    write_results,
    write_without_words,
)
from evals.validation import faults, misplaced
from evals.workbench import Corpus, corpus_of, judged_in, opened, page_text
from ingest.readers.pdf_text import page_text as pdf_text

PASSED, GATE_FAILED, SET_UP_WRONG = 0, 1, 2
BASELINE = Path(__file__).parent / "baseline"
JUNIT, PAGE, COUNTERFACTUAL = "junit.xml", "report.html", "counterfactual.json"
MOST_SHOWN = 20  # faults that are named


def run(options: argparse.Namespace) -> int:
    gates = load_gates(options.gates or GATES)
    everything = load(suite_path(options.suite))
    questions = chosen(everything, options.slice, options.split)
    if questions != everything:
        gates = replace(gates, floors={})  # they are of the whole suite
    output = _folder(options.output)
    with alone_in(output):
        return _run(options, gates, questions, output)


def _run(options: argparse.Namespace, gates: Gates, questions: Sequence[Question], output: Path) -> int:
    started = perf_counter()
    with opened(options.data, Documents(options.documents), Engine(options.engine)) as examined:
        text = page_text(examined)
        _require_sound(misplaced(questions, text))
        corpus = corpus_of(examined)
        with _progress(len(questions), in_lines=options.progress == "lines") as progress:
            asked = ask_all(examined, questions, output, options.repeat, progress)
        done = Run(Path(options.suite).stem, options.engine, corpus, scored(asked, text), options.repeat)
    finish(output)
    _require_some_reply(done)
    summary = summary_of(done)
    comparison = None if options.no_baseline else _against_baseline(done)
    held = verdicts(gates, done.suite, corpus, summary, comparison)
    write_results(output, done, summary)
    (output / TIMINGS).write_text(as_text(timings_of(asked, perf_counter() - started)), encoding="utf-8")
    (output / JUNIT).write_text(as_junit(done, held), encoding="utf-8")
    page = as_page(done, summary, held, comparison, _trials(output), options.language or LANGUAGES[0])
    (output / PAGE).write_text(page, encoding="utf-8")
    print(run_as_text(summary, held))
    print(f"Written to {output}: {PAGE}, {JUNIT} and the results of each question.")
    return _status(held)


def _trials(output: Path) -> Json | None:
    """What `counterfactual` wrote into the same folder, if it did."""
    path = output / COUNTERFACTUAL
    return json.loads(path.read_text(encoding="utf-8")) if path.is_file() else None


def _status(held: Sequence[Verdict]) -> int:
    return PASSED if all(each.passed for each in held) else GATE_FAILED


def _folder(path: Path) -> Path:
    try:
        path.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise EvaluationError(
            "{path} cannot be made a folder ({reason}): give another --output.", path=path, reason=error.strerror
        ) from error
    return path


def _require_sound(found: Sequence[str]) -> None:
    if not found:
        return
    sentences = [Phrase("The questions do not fit the documents."), found[0]]
    if more := len(found) - 1:
        sentences.append(Phrase("And {more} more: python -m evals validate names them.", more=more))
    raise EvaluationError("{sentences}", sentences=joined(" ", sentences))


def _require_some_reply(done: Run) -> None:
    """Single questions that fail count as failed; when all do, there is nothing to measure."""
    if len(done.failed) == len(done.results):
        raise EvaluationError("Every question failed, the first with {error}.", error=done.failed[0].reply.error)


def _against_baseline(done: Run) -> Comparison | None:
    baseline = baseline_of(done.suite, done.corpus)
    return compare(baseline, kept_of(done)) if baseline else None


def baseline_of(suite: str, corpus: Corpus) -> Kept | None:
    """The blessed run of the suite over this kind of corpus, if there is one."""
    folder = _baseline_folder(suite, corpus)
    return read_kept(folder) if folder.is_dir() else None


def _baseline_folder(suite: str, corpus: Corpus) -> Path:
    return BASELINE / f"{suite}-{corpus_kind(corpus)}"


@contextmanager
def _progress(total: int, *, in_lines: bool = False) -> Iterator[Callable[[int, int], None]]:
    """A bar on standard error where someone watches it; ``in_lines`` a line such as 3/20 for each question."""
    if in_lines:
        print(f"0/{total}", file=sys.stderr, flush=True)
        yield lambda done, of: print(f"{done}/{of}", file=sys.stderr, flush=True)
        return
    from tqdm import tqdm

    with tqdm(total=total, file=sys.stderr, disable=None, unit="question", leave=False) as bar:

        def show(done: int, _: int) -> None:
            bar.update(done - bar.n)

        yield show


def diff(options: argparse.Namespace) -> int:
    comparison = compare(read_kept(options.base), read_kept(options.new))
    print(comparison_as_text(comparison))
    return GATE_FAILED if comparison.losses else PASSED


def validate(options: argparse.Namespace) -> int:
    questions = load(suite_path(options.suite))
    with opened(options.data, Documents(options.documents)) as examined:
        found = faults(questions, page_text(examined))
    for each in found[:MOST_SHOWN]:
        print(each, file=sys.stderr)
    if found:
        raise EvaluationError(
            "{faults} faults in {questions} questions: mend them, and validate again.",
            faults=len(found),
            questions=len(questions),
        )
    print(f"{len(questions)} questions are sound: evidence where it should be, no doubles, no leaks over the split.")
    return PASSED


def explain(options: argparse.Namespace) -> int:
    questions = load(suite_path(options.suite))
    question = next((each for each in questions if each.id == options.id), None)
    if question is None:
        raise EvaluationError(
            "There is no question {id!r} in {suite}; the first is {first}.",
            id=options.id,
            suite=options.suite,
            first=questions[0].id,
        )
    with opened(options.data, Documents(options.documents), Engine(options.engine)) as examined:
        print(explained(examined, question, questions))
    return PASSED


def bless(options: argparse.Namespace) -> int:
    """Keeps a run as what later runs are compared with: what was measured and cited, without the words of others."""
    kept = read_kept(options.run)
    if kept.summary["failed"]:
        raise EvaluationError(
            "{failed} questions failed in {run}: bless a whole run.",
            failed=len(kept.summary["failed"]),
            run=options.run,
        )
    folder = _baseline_folder(kept.summary["suite"], kept.corpus)
    write_without_words(options.run, folder)
    print(f"Blessed as {folder.name}: commit it to make it what later runs are compared with.")
    return PASSED


def agree(options: argparse.Namespace) -> int:
    """How well the citation metrics agree with a person, by page and, where the originals are, by words."""
    questions = {each.id: each for each in load(suite_path("core"))}
    labels = load_labels()
    found = {"page": page_agreement(labels, questions)}
    if ORIGINALS.is_dir():
        found["words"] = words_agreement(labels, questions, lambda place: pdf_text(_original(place[0]), place[1]))
    print("\n".join(named(found)))
    return PASSED


def _original(document: str) -> Path:
    return ORIGINALS / f"{document}.pdf"


def counterfactual(options: argparse.Namespace) -> int:
    """Always over the digests: the originals are not ours to edit."""
    output = _folder(options.output)
    originals = digests()
    edits = chosen_edits(load(suite_path(options.suite)), originals, options.cases)
    with TemporaryDirectory(prefix="wiewatwanneer-") as folder, _progress(len(edits)) as progress:
        found = list(trials(Laboratory(Path(folder), originals), edits, options.seconds, progress))
    summary = summary_of_trials(found, edits)
    (output / COUNTERFACTUAL).write_text(as_text(summary), encoding="utf-8")
    print(trials_as_text(summary))
    return PASSED


def export(options: argparse.Namespace) -> int:
    output = options.output or options.run
    if options.to == "questions":
        paths = [_export_candidates(options.data, output)]
    elif options.to == "csv":
        paths = export_csv(options.run, output)
    else:
        paths = export_trec(options.run, load(suite_path(options.suite)), output)
    print("\n".join(map(str, paths)))
    return PASSED


def _export_candidates(data: Path | None, output: Path) -> Path:
    if data is None:
        raise EvaluationError("Which answers were judged stands in a library: name its folder with --data.")
    found = judged_in(data)
    if not found:
        raise EvaluationError(
            "No answer has been judged in {data}: users do so under each answer on the page.", data=data
        )
    return write_candidates(found, output)
