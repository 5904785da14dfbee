"""Measures answers about agendas: python -m evals.benchmarks.agenda_answers [--split dev] [--originals] [--failures]

Asks the questions of ``evals/datasets/agenda.jsonl``, each of the library that it is about: the project's digests (with
``--originals`` the PDFs beside the project), or an invented agenda. Prints for each split the share of expected facts
(owners, terms, steps, actions), the questions that were answered with something of another row, the refusals, and
the time.
"""

from __future__ import annotations

import argparse
import json
import re
import sys
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory
from time import perf_counter

from assistant.bootstrap import build_application
from assistant.domain.answers import Answer, Status, Turn
from assistant.domain.reports import Outcome
from assistant.settings import Settings
from evals.originals import original_files

DATASETS = Path(__file__).parents[1] / "datasets"
QUESTIONS = DATASETS / "agenda.jsonl"
LIBRARIES: dict[str, tuple[str, ...]] = {  # what to ingest; nothing is the project's digests
    "onderwijs": (),
    "water": (str(DATASETS / "agendas" / "waterplan-linge-2026.md"),),
    "wonen": (str(DATASETS / "agendas" / "woonzorgagenda.md"),),
}
SPLITS = ("dev", "test", "held_out")

Ask = Callable[[str, Sequence[Turn]], Answer]


@dataclass(frozen=True, slots=True)
class Question:
    """``facts`` are alternatives of patterns each, ``forbidden`` patterns of other rows; both of the answer's text.

    A question of type 'none' has no answer in its library.
    """

    id: str
    library: str
    text: str
    type: str
    split: str
    facts: tuple[tuple[str, ...], ...]
    forbidden: tuple[str, ...]
    history: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Result:
    question: Question
    answer: Answer
    seconds: float

    @property
    def held(self) -> int:
        return sum(any(map(self._says, fact)) for fact in self.question.facts)

    @property
    def wrong(self) -> list[str]:
        return [pattern for pattern in self.question.forbidden if self._says(pattern)]

    @property
    def refused(self) -> bool:
        return self.answer.status is Status.ABSTAINED

    def _says(self, pattern: str) -> bool:
        return bool(re.search(pattern, self.answer.text, re.IGNORECASE))


def questions(path: Path = QUESTIONS, split: str = "") -> list[Question]:
    entries = (json.loads(line) for line in path.read_text(encoding="utf-8").splitlines())
    return [
        Question(
            id=entry["id"],
            library=entry["library"],
            text=entry["question"],
            type=entry["type"],
            split=entry["split"],
            facts=tuple(map(tuple, entry["facts"])),
            forbidden=tuple(entry["forbidden"]),
            history=tuple(entry["history"]),
        )
        for entry in entries
        if not split or entry["split"] == split
    ]


def run(ask: Ask, asked: Sequence[Question]) -> Iterator[Result]:
    for question in asked:
        history = tuple(map(Turn, question.history))
        started = perf_counter()
        answer = ask(question.text, history)
        yield Result(question, answer, perf_counter() - started)


def report(title: str, results: Sequence[Result]) -> None:
    answerable = [each for each in results if each.question.type != "none"]
    others = [each for each in results if each.question.type == "none"]
    print(f"\n{title}: {len(answerable)} questions with an answer, {len(others)} without")
    for kind in dict.fromkeys(each.question.type for each in answerable):
        _facts(kind, [each for each in answerable if each.question.type == kind])
    _facts("all facts", answerable)
    _share("answered with something of another row", sum(bool(each.wrong) for each in results), len(results))
    _share("refused, with an answer", sum(each.refused for each in answerable), len(answerable))
    _share("refused, without an answer", sum(each.refused for each in others), len(others))
    milliseconds = sorted(1000 * each.seconds for each in results)
    print(f"  {'time':<42}p50 {median(milliseconds):.1f} ms   p95 {milliseconds[int(0.95 * len(milliseconds))]:.1f} ms")


def _facts(name: str, results: Sequence[Result]) -> None:
    _share(name, sum(each.held for each in results), sum(len(each.question.facts) for each in results))


def _share(name: str, count: int, of: int) -> None:
    print(f"  {name:<40}{count / of if of else 0:7.3f}   {count}/{of}")


def show_failures(results: Sequence[Result]) -> None:
    for each in results:
        question = each.question
        missed = each.held < len(question.facts) or (question.type == "none" and not each.refused)
        if missed or each.wrong:
            print(f"\n{question.id} [{question.type}] {' / '.join([*question.history, question.text])}")
            print(f"  facts {each.held}/{len(question.facts)}, wrong {each.wrong}")
            print("    " + each.answer.text.replace("\n", "\n    ")[:900])


def measured(asked: Sequence[Question], folder: Path, originals: Sequence[str] = ()) -> list[Result]:
    results: list[Result] = []
    for library, targets in LIBRARIES.items():
        targets = targets or tuple(originals)
        application = build_application(Settings(folder / library))
        for ingested in application.ingest(targets):
            if ingested.outcome is Outcome.FAILED:
                raise SystemExit(f"{ingested.path}: {ingested.message}")
        mine = [question for question in asked if question.library == library]
        list(run(application.ask, mine[:1]))  # the first question of a program reads what it needs
        results += run(application.ask, mine)
    return results


def main(arguments: Sequence[str] | None = None) -> int:
    parser = argparse.ArgumentParser(description="Measures answers about agendas.")
    parser.add_argument("--split", default="", choices=("", *SPLITS))
    parser.add_argument("--failures", action="store_true", help="show what was answered to the questions that failed")
    parser.add_argument("--originals", action="store_true", help="the PDFs beside the project, for the digests")
    options = parser.parse_args(arguments)
    originals = original_files() if options.originals else []
    with TemporaryDirectory(prefix="wiewatwanneer-") as folder:
        results = measured(questions(split=options.split), Path(folder), originals)
    for split in SPLITS:
        mine = [each for each in results if each.question.split == split]
        if mine:
            report(split, mine)
            if options.failures:
                show_failures(mine)
    return 0


if __name__ == "__main__":
    sys.exit(main())
