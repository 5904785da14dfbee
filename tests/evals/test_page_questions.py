"""The questions whose answer pages are known: of one form, with their facts on their pages, and both halves alike."""

from __future__ import annotations

import json
import re
from collections import Counter
from pathlib import Path

from evals.benchmarks.answers import QUESTIONS, Question, questions
from ingest.readers.pdf_text import page_text

PATH = QUESTIONS.with_name("page_questions.jsonl")
ASKED = questions(PATH)
ANSWERABLE = [each for each in ASKED if each.gold]
FIELDS = ["id", "question", "language", "type", "split", "gold", "facts", "history"]
END_OF_LINE = re.compile(r"(?<=\w)-?\s*\n\s*(?=[a-z])")


def test_every_line_has_all_fields_and_none_is_doubled() -> None:
    lines = [json.loads(line) for line in PATH.read_text(encoding="utf-8").splitlines()]
    assert {tuple(line) for line in lines} == {tuple(FIELDS)}
    assert [line["id"] for line in lines] == [f"p{number:03}" for number in range(1, len(lines) + 1)]
    assert len({each.text for each in ASKED}) == len(ASKED)


def test_they_are_as_many_as_the_readme_says() -> None:
    counts = Counter(json.loads(line)["language"] for line in PATH.read_text(encoding="utf-8").splitlines())
    assert (counts["nl"], counts["en"]) == (83, 6)
    assert len(ASKED) - len(ANSWERABLE) == 12


def test_every_fact_stands_on_a_right_page(shared_documents: Path) -> None:
    assert [(each.id, fact) for each in ANSWERABLE for fact in _absent(each, shared_documents)] == []


def _absent(question: Question, documents: Path) -> list[tuple[str, ...]]:
    found = "\n".join(page_text(documents / f"{name}.pdf", page) for name, page in sorted(question.gold))
    text = f"{found}\n{END_OF_LINE.sub('', found)}"
    return [fact for fact in question.facts if not any(re.search(each, text, re.IGNORECASE) for each in fact)]


def test_no_question_gives_all_of_its_answer_away() -> None:
    assert [each.id for each in ANSWERABLE if not _withheld(each)] == []


def _withheld(question: Question) -> bool:
    return any(not any(re.search(each, question.text, re.IGNORECASE) for each in fact) for fact in question.facts)


def test_the_halves_have_as_many_of_each_type() -> None:
    halves = [Counter(each.type for each in ASKED if each.split == split) for split in ("dev", "test")]
    assert max(abs(halves[0][kind] - halves[1][kind]) for kind in halves[0] | halves[1]) <= 1
