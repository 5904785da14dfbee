"""Measures answers about positions: python -m evals.benchmarks.position_answers [--split dev] [--failures]

Asks the questions of type position and comparison of a set (``--suite``, the core one by default; ``party_questions``
names parties in each), and those on which a party says nothing, of the project's digests, and of the originals beside
the project where they are. Prints for each split the share of expected facts, the
questions of which an answer cites a right page, the comparisons that cite a right page of both sides, the sentences
with a citation, and the refusals.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory
from time import perf_counter

from assistant.application import Application
from assistant.bootstrap import build_application
from assistant.domain.answers import Answer, Status, Turn
from assistant.domain.reports import Outcome
from assistant.settings import Settings
from evals.originals import ORIGINALS, original_files
from evals.questions import Place, Question, load, suite_path

TYPES = ("position", "comparison")
NO_POSITION = "wrong_party"  # why there is no answer: the party says nothing of it
SPLITS = ("dev", "test")
FACTS, PAGES, SIDES = 0.85, 0.95, 1.0  # what is to be reached


@dataclass(frozen=True, slots=True)
class Result:
    question: Question
    answer: Answer
    seconds: float

    @property
    def held(self) -> int:
        return sum(fact.is_in(self.answer.text) for fact in self.question.facts)

    @property
    def places(self) -> frozenset[Place]:
        return frozenset((each.document, each.page) for each in self.answer.citations)

    @property
    def cites_a_right_page(self) -> bool:
        return bool(self.places & self.question.places)

    @property
    def is_right(self) -> bool:
        if not self.question.is_answerable:
            return self.answer.status is Status.ABSTAINED
        sided = self.question.type != "comparison" or self.cites_both_sides
        return self.held == len(self.question.facts) and self.cites_a_right_page and sided

    @property
    def cites_both_sides(self) -> bool:
        """Whether a document of each piece of evidence is cited; where they are in one document, a page of each."""
        if len(self._documents) == 1:
            return all(self.places & {gold.place for gold in each} for each in self.question.gold)
        cited = {document for document, _ in self.places}
        return all(cited & {gold.document for gold in each} for each in self.question.gold)

    @property
    def _documents(self) -> frozenset[str]:
        return frozenset(document for document, _ in self.question.places)


def questions(suite: str = "core", split: str = "") -> list[Question]:
    return [
        each
        for each in load(suite_path(suite))
        if (each.type in TYPES or each.unanswerable == NO_POSITION) and (not split or each.split == split)
    ]


def run(application: Application, asked: Sequence[Question]) -> Iterator[Result]:
    for question in asked:
        history = tuple(map(Turn, question.history))
        started = perf_counter()
        answer = application.ask(question.text, history)
        yield Result(question, answer, perf_counter() - started)


def report(title: str, results: Sequence[Result]) -> None:
    answerable = [each for each in results if each.question.is_answerable]
    others = [each for each in results if not each.question.is_answerable]
    comparisons = [each for each in answerable if each.question.type == "comparison"]
    print(f"\n{title}: {len(answerable)} questions with an answer, {len(others)} without")
    for kind in TYPES:
        _facts(f"facts, {kind}", [each for each in answerable if each.question.type == kind])
    _facts("facts", answerable, FACTS)
    _share("questions with a right page cited", [each.cites_a_right_page for each in answerable], PAGES)
    _share("comparisons that cite both sides", [each.cites_both_sides for each in comparisons], SIDES)
    _share("sentences with a citation", [bool(each.citations) for r in results for each in r.answer.sentences], 1.0)
    _share("refused, with an answer", [each.answer.status is Status.ABSTAINED for each in answerable])
    _share("refused, without an answer", [each.answer.status is Status.ABSTAINED for each in others])
    milliseconds = sorted(1000 * each.seconds for each in results)
    print(f"  {'time':<42}p50 {median(milliseconds):.1f} ms   p95 {milliseconds[int(0.95 * len(milliseconds))]:.1f} ms")


def _facts(name: str, results: Sequence[Result], bar: float | None = None) -> None:
    _line(name, sum(each.held for each in results), sum(len(each.question.facts) for each in results), bar)


def _share(name: str, right: Sequence[bool], bar: float | None = None) -> None:
    _line(name, sum(right), len(right), bar)


def _line(name: str, count: int, of: int, bar: float | None = None) -> None:
    wanted = f"   (bar {bar})" if bar is not None else ""
    print(f"  {name:<40}{count / of if of else 0:7.3f}   {count}/{of}{wanted}")


def show_failures(results: Sequence[Result]) -> None:
    for each in results:
        question = each.question
        one_sided = question.type == "comparison" and not each.cites_both_sides
        if each.is_right:
            continue
        print(f"\n{question.id} [{question.split}] {' / '.join([*question.history, question.text])}")
        missed = [fact.name for fact in question.facts if not fact.is_in(each.answer.text)]
        print(f"  gold {sorted(question.places)}, missed {missed}{', one side' if one_sided else ''}")
        print("    " + each.answer.text.replace("\n", "\n    ")[:1200])
        print(f"    {sorted(each.places)}")


def measured(targets: Sequence[str], asked: Sequence[Question], data: Path) -> list[Result]:
    application = build_application(Settings(data))
    for ingested in application.ingest(targets):
        if ingested.outcome is Outcome.FAILED:
            raise SystemExit(f"{ingested.path}: {ingested.message}")
    list(run(application, asked[:1]))  # the first question of a program reads what it needs
    return list(run(application, asked))


def main(arguments: Sequence[str] | None = None) -> int:
    parser = argparse.ArgumentParser(description="Measures answers about positions.")
    parser.add_argument("--suite", default="core", help="name of a suite, or a file of questions")
    parser.add_argument("--split", default="", choices=("", *SPLITS))
    parser.add_argument("--failures", action="store_true", help="show what was answered to the questions that failed")
    parser.add_argument("--digests", action="store_true", help="the digests alone")
    options = parser.parse_args(arguments)
    asked = questions(options.suite, options.split)
    libraries: dict[str, list[str]] = {"digests": []}
    if ORIGINALS.is_dir() and not options.digests:
        libraries["originals"] = original_files()
    with TemporaryDirectory(prefix="wiewatwanneer-") as folder:
        for library, targets in libraries.items():
            results = measured(targets, asked, Path(folder) / library)
            for split in SPLITS:
                if mine := [each for each in results if each.question.split == split]:
                    report(f"{library}, {split}", mine)
            if options.failures:
                show_failures(results)
    return 0


if __name__ == "__main__":
    sys.exit(main())
