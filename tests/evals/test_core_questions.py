"""The core suite itself: complete, spread over what is asked, and true to the documents and to their digests."""

from __future__ import annotations

import json
import re
from collections import Counter
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest

from evals.metrics.wording import letters
from evals.questions import DATASETS, Place, Question, load
from evals.validation import faults, misplaced
from ingest.readers.pdf_text import page_text

CORE = DATASETS / "core.jsonl"
DIGESTS = Path(__file__).parents[2] / "corpus" / "digests"
LONGEST_PHRASE = 15  # words of a document in a row
WITHOUT_A_QUESTION = {  # a heading of appendices, and a caption that repeats a sentence of the page before
    ("vh-congresbundel-2025", 29),
    ("vh-congresbundel-2025", 31),
}

QUESTIONS = load(CORE)
ANSWERABLE = [each for each in QUESTIONS if each.is_answerable]


@cache
def digest_pages() -> dict[Place, str]:
    pages = {}
    for path in sorted(DIGESTS.glob("*.md")):
        parts = re.split(r"<!-- pagina (\d+) -->", path.read_text(encoding="utf-8"))
        for number, text in zip(parts[1::2], parts[2::2], strict=True):
            pages[path.stem, int(number)] = text
    return pages


@pytest.fixture(scope="module")
def original_pages(shared_documents: Path) -> dict[Place, str]:
    """The pages with evidence, by an extractor that is not the product's."""
    places = {place for question in ANSWERABLE for place in question.places}
    return {place: page_text(shared_documents / f"{place[0]}.pdf", place[1]) for place in places}


def test_there_are_enough_questions_with_and_without_an_answer() -> None:
    assert len(ANSWERABLE) >= 260
    assert len(QUESTIONS) - len(ANSWERABLE) >= 60


def test_every_type_is_asked_in_both_splits() -> None:
    counts = Counter((each.type, each.split) for each in QUESTIONS)
    types = {each.type for each in QUESTIONS}
    assert len(types) == 13
    assert {key: count for key in ((t, s) for t in types for s in ("dev", "test")) if (count := counts[key]) < 4} == {}


def test_every_reason_to_have_no_answer_is_in_both_splits() -> None:
    counts = Counter((each.unanswerable, each.split) for each in QUESTIONS if each.unanswerable)
    assert len(counts) == 14
    assert min(counts.values()) >= 3


def test_about_forty_in_a_hundred_are_kept_for_the_test() -> None:
    share = sum(each.split == "test" for each in QUESTIONS) / len(QUESTIONS)
    assert 0.35 <= share <= 0.45


@pytest.mark.parametrize(
    ("name", "least"),
    [
        ("english", 25),
        ("misspelt", 12),
        ("telegram", 20),
        ("multi-document", 15),
        ("literal", 100),
        ("paraphrased", 100),
    ],
)
def test_ways_of_asking_are_there(name: str, least: int) -> None:
    assert sum(name in each.slices for each in ANSWERABLE) >= least


def test_every_page_of_the_digests_answers_something() -> None:
    asked = {place for question in ANSWERABLE for place in question.places}
    assert set(digest_pages()) - asked == WITHOUT_A_QUESTION


@pytest.mark.parametrize("asked_for", ["owner", "term"])
def test_every_action_of_the_agenda_is_asked_after(asked_for: str) -> None:
    anchors = [
        letters(anchor)
        for question in ANSWERABLE
        if (question.owners if asked_for == "owner" else question.term)
        for requirement in question.gold
        for gold in requirement
        for anchor in gold.anchors
    ]
    assert [what for what in actions() if not any(anchor in letters(what) for anchor in anchors)] == []


def actions() -> list[str]:
    rows = [line for page in (5, 6) for line in digest_pages()["kst-30012-157", page].splitlines() if "|" in line]
    cells = [[cell.strip() for cell in row.strip("|").split("|")] for row in rows]
    found = [what for what, who, _ in cells if who and who != "Wie" and set(who) != {"-"}]
    assert len(found) == 18
    return found


def test_nothing_is_misplaced_doubled_or_leaked_in_the_digests() -> None:
    assert faults(QUESTIONS, digest_pages().get) == []


def test_nothing_is_misplaced_in_the_originals(original_pages: dict[Place, str]) -> None:
    assert misplaced(QUESTIONS, original_pages.get) == []


def test_every_anchor_stands_in_an_original_or_in_its_digest(original_pages: dict[Place, str]) -> None:
    both = {place: letters(text) + " " + letters(digest_pages()[place]) for place, text in original_pages.items()}
    assert [
        (question.id, anchor)
        for question in ANSWERABLE
        for requirement in question.gold
        for gold in requirement
        for anchor in gold.anchors
        if letters(anchor) not in both[gold.place]
    ] == []


def test_every_fact_stands_in_the_evidence_of_the_digests() -> None:
    assert list(facts_without_evidence(digest_pages())) == []


def test_every_fact_stands_in_the_evidence_of_the_originals(original_pages: dict[Place, str]) -> None:
    assert list(facts_without_evidence(original_pages)) == []


def facts_without_evidence(pages: dict[Place, str]) -> Iterator[tuple[str, str]]:
    """A word that is broken at a line end is looked for joined as well."""
    for question in ANSWERABLE:
        plain = " ".join(pages[place] for place in sorted(question.places))
        joined = re.sub(r"(?<=\w)-?\s*\n\s*(?=[a-z])", "", plain)
        yield from ((question.id, fact.name) for fact in question.facts if not fact.is_in(f"{plain}\n{joined}"))


def test_no_question_gives_its_own_answer_away() -> None:
    assert [(q.id, fact.name) for q in ANSWERABLE for fact in q.facts if fact.is_in(q.text)] == []


def test_owners_are_among_the_facts_that_an_answer_says() -> None:
    assert [q.id for q in ANSWERABLE if not {each.name for each in q.owners} <= {each.name for each in q.facts}] == []


def test_follow_ups_have_a_history() -> None:
    assert [each.id for each in QUESTIONS if (each.type == "followup") != bool(each.history)] == []


def test_lines_are_sorted_and_written_in_one_way() -> None:
    lines = CORE.read_text(encoding="utf-8").splitlines()
    entries = [json.loads(line) for line in lines]
    assert [json.dumps(entry, ensure_ascii=False) for entry in entries] == lines
    assert [entry["id"] for entry in entries] == sorted(entry["id"] for entry in entries)


def test_no_sentence_is_copied_from_a_document(shared_documents: Path) -> None:
    pages = digest_pages().keys() - WITHOUT_A_QUESTION
    copied = {run for place in pages for run in runs(page_text(shared_documents / f"{place[0]}.pdf", place[1]))}
    own = {(question.id, run) for question in QUESTIONS for text in texts(question) for run in runs(text)}
    assert [(id_, run) for id_, run in sorted(own) if run in copied] == []


def texts(question: Question) -> Iterator[str]:
    yield from (question.text, *question.history)
    yield from (anchor for requirement in question.gold for gold in requirement for anchor in gold.anchors)
    yield from (pattern for fact in question.facts for pattern in fact.patterns)


def runs(text: str) -> set[str]:
    """Every sequence of one word more than may be quoted."""
    found = re.findall(r"\w+", text.lower())
    size = LONGEST_PHRASE + 1
    return {" ".join(found[at : at + size]) for at in range(len(found) - size + 1)}
