"""Measures search and answers over the steering questions: python -m evals.benchmarks.answers [--short] [--split dev]

Reads the originals beside the project where they are, and always the project's digests. Prints, for each: page@k of
``search``; for ``ask`` the share of expected facts, of questions with a citation of a right page, of citations on a
right page, of quotations found on their page by another extractor, and how often it refused.
"""

from __future__ import annotations

import argparse
import json
import re
import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from statistics import quantiles
from tempfile import TemporaryDirectory
from time import perf_counter
from typing import Any

from assistant.application import Application
from assistant.bootstrap import build_application
from assistant.domain.answers import Answer, Status, Turn
from assistant.domain.reports import Outcome
from assistant.settings import Settings
from evals.benchmarks.other_extractor import OtherExtractor
from evals.originals import ORIGINALS, original_files

QUESTIONS = Path(__file__).parents[1] / "datasets" / "steering.jsonl"
DEPTHS = (1, 3, 5, 10)

Place = tuple[str, int]


@dataclass(frozen=True, slots=True)
class Question:
    """``facts`` are alternatives of patterns each; without ``gold`` the documents do not answer it."""

    id: str
    text: str
    type: str
    split: str
    gold: frozenset[Place]
    facts: tuple[tuple[str, ...], ...]
    history: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Result:
    question: Question
    answer: Answer
    rank: int | None  # from 0, of the first right page in the search; None when it is not among the first ten
    facts: int
    search_seconds: float
    ask_seconds: float

    @property
    def refused(self) -> bool:
        return self.answer.status is Status.ABSTAINED

    @property
    def places(self) -> list[Place]:
        return [(citation.document, citation.page) for citation in self.answer.citations]


def questions(path: Path = QUESTIONS, split: str = "") -> list[Question]:
    entries = (json.loads(line) for line in path.read_text(encoding="utf-8").splitlines() if line.strip())
    return [_question(entry) for entry in entries if not split or entry["split"] == split]


def _question(entry: dict[str, Any]) -> Question:
    return Question(
        id=entry["id"],
        text=entry["question"],
        type=entry["type"],
        split=entry["split"],
        gold=frozenset((gold["document"], page) for gold in entry["gold"] for page in gold["pages"]),
        facts=tuple(tuple(fact) for fact in entry["facts"]),
        history=tuple(entry.get("history") or ()),
    )


def run(application: Application, asked: Sequence[Question]) -> Iterator[Result]:
    for question in asked:
        history = tuple(Turn(text) for text in question.history)
        started = perf_counter()
        hits = application.search(" ".join([*question.history, question.text]), 10)
        searched = perf_counter()
        answer = application.ask(question.text, history)
        done = perf_counter()
        pages = [(hit.passage.document, hit.passage.page) for hit in hits]
        rank = next((i for i, place in enumerate(pages) if place in question.gold), None)
        yield Result(question, answer, rank, facts_in(answer, question), searched - started, done - searched)


def facts_in(answer: Answer, question: Question) -> int:
    return sum(any(re.search(each, answer.text, re.IGNORECASE) for each in fact) for fact in question.facts)


def report(title: str, results: Sequence[Result], extractor: OtherExtractor | None) -> None:
    answerable = [each for each in results if each.question.gold]
    others = [each for each in results if not each.question.gold]
    found = [sum(each.rank is not None and each.rank < k for each in answerable) for k in DEPTHS]
    citations = [(each, place) for each in answerable for place in each.places]
    print(f"\n{title}: {len(answerable)} questions with an answer, {len(others)} without")
    print("  search  " + "  ".join(f"page@{k} {n / len(answerable):.3f}" for k, n in zip(DEPTHS, found, strict=True)))
    _line("facts in the answer", sum(r.facts for r in answerable), sum(len(r.question.facts) for r in answerable))
    _share("questions with a right page cited", [bool(set(r.places) & r.question.gold) for r in answerable])
    _share("citations on a right page", [place in r.question.gold for r, place in citations])
    _share("sentences with a citation", [bool(s.citations) for r in results for s in r.answer.sentences])
    if extractor:
        quotes = [c for r in results for c in r.answer.citations if not c.digest]
        held = [extractor.holds(citation.document, citation.page, citation.quote) for citation in quotes]
        _share("quotations found by another extractor", held)
    _share("refused, without an answer", [r.refused for r in others])
    _share("refused, with an answer", [r.refused for r in answerable])
    _times("search", [r.search_seconds for r in results])
    _times("ask", [r.ask_seconds for r in results])


def _share(name: str, right: Sequence[bool]) -> None:
    _line(name, sum(right), len(right))


def _line(name: str, count: int, of: int) -> None:
    print(f"  {name:<40}{count / of if of else 0:7.3f}   {count}/{of}")


def _times(name: str, seconds: Sequence[float]) -> None:
    cuts = quantiles(seconds, n=20)
    print(f"  {name:<10}p50 {cuts[9] * 1000:6.1f} ms   p95 {cuts[18] * 1000:6.1f} ms")


def show_failures(results: Sequence[Result]) -> None:
    for each in results:
        question = each.question
        if each.facts == len(question.facts) and (not question.gold or set(each.places) & question.gold):
            continue
        print(f"\n{question.id} [{question.type}] {question.text}")
        print(f"  gold {sorted(question.gold)}, facts {each.facts}/{len(question.facts)}")
        for sentence, citation in zip(each.answer.sentences, each.answer.citations, strict=False):
            print(f"    {citation.document} p. {citation.page}: {sentence.text[:140]}")


def measured(targets: Sequence[str], asked: Sequence[Question], data: Path) -> list[Result]:
    application = build_application(Settings(data))
    for ingested in application.ingest(targets):
        if ingested.outcome is Outcome.FAILED:
            raise SystemExit(f"{ingested.path}: {ingested.message}")
    return list(run(application, asked))


def main(arguments: Sequence[str] | None = None) -> int:
    parser = argparse.ArgumentParser(description="Measures search and answers over the steering questions.")
    parser.add_argument("--short", action="store_true", help="every third question")
    parser.add_argument("--split", default="", choices=("", "dev", "test"))
    parser.add_argument("--failures", action="store_true", help="show what was answered to the questions that failed")
    parser.add_argument("--digests", action="store_true", help="the digests alone")
    parser.add_argument("--questions", type=Path, default=QUESTIONS, help="another file of questions in the same form")
    options = parser.parse_args(arguments)
    asked = questions(options.questions, options.split)[:: 3 if options.short else 1]
    with TemporaryDirectory(prefix="wiewatwanneer-") as folder:
        digests = measured([], asked, Path(folder) / "digests")
        report("digests", digests, None)
        if options.failures and options.digests:
            show_failures(digests)
        if ORIGINALS.is_dir() and not options.digests:
            originals = measured(original_files(), asked, Path(folder) / "originals")
            report("originals", originals, OtherExtractor(ORIGINALS))
            if options.failures:
                show_failures(originals)
    return 0


if __name__ == "__main__":
    sys.exit(main())
