"""Reading questions, and refusing what are none in a sentence that says what to do."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from evals.errors import EvaluationError
from evals.questions import DATASETS, Fact, chosen, load, suite_path
from tests.evals.samples import UNANSWERABLE, question

ENTRY: dict[str, Any] = {
    "id": "owner-1",
    "question": "Wie verkent certificaten?",
    "language": "nl",
    "type": "owner",
    "slices": ["misspelt"],
    "family": "f1",
    "split": "dev",
    "gold": [[{"document": "agenda", "page": 5, "anchors": ["certificaten"]}]],
    "facts": [{"name": "OCW", "patterns": ["\\bOCW\\b"]}],
    "owners": [{"name": "OCW", "aliases": ["Ministerie van OCW"]}],
    "term": "2023/2024",
}


def written(path: Path, *entries: dict[str, Any] | str) -> Path:
    lines = (each if isinstance(each, str) else json.dumps(each) for each in entries)
    path.write_text("".join(f"{line}\n" for line in lines), encoding="utf-8")
    return path


def test_a_question_is_read_with_all_that_it_has(tmp_path: Path) -> None:
    (read,) = load(written(tmp_path / "own.jsonl", ENTRY, ""))
    assert (read.id, read.type, read.term, read.slices) == ("owner-1", "owner", "2023/2024", ("misspelt",))
    assert read.places == {("agenda", 5)}
    assert read.owners[0].forms == ("OCW", "Ministerie van OCW")
    assert read.is_answerable
    assert ("slice", "misspelt") in read.traits


def test_the_digest_changes_with_the_content(tmp_path: Path) -> None:
    one, other = load(written(tmp_path / "own.jsonl", ENTRY, ENTRY | {"id": "owner-2"}))
    assert one.digest != other.digest
    assert load(tmp_path / "own.jsonl")[0].digest == one.digest


def test_a_fact_is_found_by_any_pattern_whatever_the_case() -> None:
    assert Fact("x", ("leer-\\s+en", "skills")).is_in("SKILLS")
    assert not Fact("x", ("skill$",)).is_in("skills")


def test_questions_hang_together_by_the_document_of_their_first_evidence() -> None:
    assert question().cluster == "agenda"
    assert UNANSWERABLE.cluster == "family f1"


@pytest.mark.parametrize(
    ("entries", "complaint"),
    [
        ((), "holds no questions"),
        (("{",), "line 1 is not JSON"),
        ((ENTRY, "[]"), "line 2 is not a question"),
        ((ENTRY | {"page": 3},), "at the question: it has page, which no question has"),
        ((ENTRY | {"split": "train"},), "at split: 'train' is none of dev, test"),
        (({**ENTRY, "facts": [{"name": "x"}]},), "at facts/0: it lacks patterns"),
        ((ENTRY | {"facts": [{"name": "x", "patterns": ["("]}]},), "has a pattern that is none"),
        ((ENTRY, ENTRY), "has two questions 'owner-1'"),
    ],
)
def test_what_is_no_set_of_questions_is_refused(
    entries: tuple[dict[str, Any] | str, ...], complaint: str, tmp_path: Path
) -> None:
    with pytest.raises(EvaluationError, match=complaint):
        load(written(tmp_path / "own.jsonl", *entries))


def test_another_encoding_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "own.jsonl"
    path.write_bytes('{"question": "één"}'.encode("latin-1"))
    with pytest.raises(EvaluationError, match="not in UTF-8"):
        load(path)


def test_a_mark_of_the_encoding_and_line_ends_within_words_do_no_harm(tmp_path: Path) -> None:
    path = tmp_path / "own.jsonl"
    line = json.dumps(ENTRY | {"question": "Wie\u2028verkent?"}, ensure_ascii=False)
    path.write_text(f"\ufeff{line}\r\n", encoding="utf-8", newline="")
    assert load(path)[0].text == "Wie\u2028verkent?"


def test_a_suite_is_known_by_its_name_or_its_path(tmp_path: Path) -> None:
    assert suite_path("core") == DATASETS / "core.jsonl"
    own = written(tmp_path / "own.jsonl", ENTRY)
    assert suite_path(str(own)) == own
    with pytest.raises(EvaluationError, match=r"no suite or file 'onbekend'.*core"):
        suite_path("onbekend")


def test_slices_and_split_narrow_the_questions_and_none_left_is_an_error() -> None:
    asked = (question(), UNANSWERABLE)
    assert chosen(asked, ["type=owner"]) == (question(),)
    assert chosen(asked, ["unanswerable=outside"], "dev") == (UNANSWERABLE,)
    with pytest.raises(EvaluationError, match=r"No question is in type=term: .*type=owner"):
        chosen(asked, ["type=term"])
