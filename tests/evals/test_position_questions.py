"""The questions about positions: of both kinds, true to the originals, and none in the words of its answer."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest

from evals.questions import DATASETS, Place, load
from evals.validation import faults
from ingest.readers.pdf_text import page_text

PATH = DATASETS / "position_questions.jsonl"
QUESTIONS = load(PATH)
ANSWERABLE = [each for each in QUESTIONS if each.is_answerable]
LONGEST_ANCHOR = 6  # words


@pytest.fixture(scope="module")
def original_pages(shared_documents: Path) -> dict[Place, str]:
    places = {place for question in ANSWERABLE for place in question.places}
    return {place: page_text(shared_documents / f"{place[0]}.pdf", place[1]) for place in places}


def test_half_name_a_party_and_half_do_not() -> None:
    named = [each for each in QUESTIONS if each.id.startswith("named-")]
    assert (len(named), len(QUESTIONS) - len(named)) == (30, 29)


def test_nothing_is_misplaced_doubled_or_leaked(original_pages: dict[Place, str]) -> None:
    assert faults(QUESTIONS, original_pages.get) == []


def test_every_fact_stands_in_the_evidence(original_pages: dict[Place, str]) -> None:
    assert [
        (question.id, fact.name)
        for question in ANSWERABLE
        for fact in question.facts
        if not fact.is_in(_joined(" ".join(original_pages[place] for place in sorted(question.places))))
    ] == []


def _joined(text: str) -> str:
    """With the words that are broken at a line end in one piece as well."""
    return "\n".join((text, re.sub(r"(?<=\w)-?\s*\n\s*(?=[a-z])", "", text)))


def test_no_question_gives_its_own_answer_away() -> None:
    assert [(q.id, fact.name) for q in ANSWERABLE for fact in q.facts if fact.is_in(q.text)] == []


def test_an_anchor_is_no_more_than_a_few_words() -> None:
    anchors = (anchor for q in ANSWERABLE for gold in q.gold for place in gold for anchor in place.anchors)
    assert max(len(anchor.split()) for anchor in anchors) <= LONGEST_ANCHOR


def test_lines_are_sorted_and_written_in_one_way() -> None:
    lines = PATH.read_text(encoding="utf-8").splitlines()
    entries = [json.loads(line) for line in lines]
    assert [json.dumps(entry, ensure_ascii=False) for entry in entries] == lines
    assert [entry["id"] for entry in entries] == sorted(entry["id"] for entry in entries)
