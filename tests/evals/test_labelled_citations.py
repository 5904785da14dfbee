"""The labels of citations that a person read: of enough answers of each kind, and of words that are on their pages."""

from __future__ import annotations

import hashlib
import json
from collections import Counter
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from evals.metrics.wording import letters
from evals.questions import DATASETS, load
from ingest.readers.pdf_text import page_text

KINDS = {
    "owner": "owner or term",
    "term": "owner or term",
    "reason": "reason or list",
    "list": "reason or list",
    "position": "position or comparison",
    "comparison": "position or comparison",
}

LABELLED: list[dict[str, Any]] = [
    json.loads(line) for line in (DATASETS / "labelled_citations.jsonl").read_text(encoding="utf-8").splitlines()
]
QUESTIONS = {each.id: each for each in load(DATASETS / "core.jsonl")}

read = cache(page_text)


def test_ten_answers_of_each_kind_are_labelled() -> None:
    kinds = Counter(KINDS.get(QUESTIONS[each["id"]].type, "other") for each in LABELLED)
    assert kinds == {"owner or term": 10, "reason or list": 10, "position or comparison": 10, "other": 10}


def test_answers_stand_once_in_order() -> None:
    ids = [each["id"] for each in LABELLED]
    assert ids == sorted(set(ids))


def test_words_that_answer_stand_on_a_page_that_answers() -> None:
    labels = [each for answer in LABELLED for each in answer["citations"]]
    assert [each for each in labels if each["quote_relevant"] and not each["page_relevant"]] == []


def test_no_words_of_a_document_are_in_the_file() -> None:
    kept = {key for answer in LABELLED for each in answer["citations"] for key in each}
    assert kept == {"document", "page", "spans", "checksum", "page_relevant", "quote_relevant"}


@pytest.mark.parametrize("answer", LABELLED, ids=lambda answer: str(answer["id"]))
def test_offsets_mark_the_words_that_were_read(answer: dict[str, Any], shared_documents: Path) -> None:
    for each in answer["citations"]:
        text = read(shared_documents / f"{each['document']}.pdf", each["page"])
        words = "".join(letters(text[start:end]) for start, end in each["spans"])
        assert hashlib.sha256(words.encode()).hexdigest()[:12] == each["checksum"]
