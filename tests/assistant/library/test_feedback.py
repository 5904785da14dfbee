"""What people think of answers is kept, whatever becomes of the documents."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime
from pathlib import Path

from assistant.domain.feedback import CitedWords, Feedback, Verdict
from assistant.library.library import Library
from assistant.testing import make_document

GIVEN = Feedback(
    id="a1",
    question="En wanneer?",
    history=("Wie verkent microcredentials?",),
    language="nl",
    status="answered",
    answer="In 2023/2024. [1]",
    citations=(CitedWords("agenda", 5, "2023/2024"),),
    documents=(("agenda", "v1"), ("brief", "")),
    verdict=Verdict.BAD,
    remark="Het jaar klopt, de bladzijde niet.",
    at=datetime.fromisoformat("2025-11-01T12:00"),
)


def test_what_comes_back_is_what_went_in_also_for_who_opens_it_later(tmp_path: Path) -> None:
    library = Library(tmp_path / "library.sqlite")
    library.feedback.put(GIVEN)
    library.close()
    assert Library(tmp_path / "library.sqlite").feedback.all() == (GIVEN,)


def test_the_same_id_replaces_and_another_adds_oldest_first() -> None:
    library = Library()
    later = replace(GIVEN, id="b2", at=datetime.fromisoformat("2025-11-02T12:00"))
    for each in (later, GIVEN, replace(GIVEN, verdict=Verdict.GOOD)):
        library.feedback.put(each)
    assert library.feedback.all() == (replace(GIVEN, verdict=Verdict.GOOD), later)


def test_what_is_removed_is_kept_no_more_and_the_rest_stays() -> None:
    library = Library()
    library.feedback.put(GIVEN)
    library.feedback.put(replace(GIVEN, id="b2"))
    library.feedback.remove("a1")
    library.feedback.remove("never kept")
    assert [each.id for each in library.feedback.all()] == ["b2"]


def test_a_document_that_is_removed_takes_nothing_with_it() -> None:
    library = Library()
    library.put(make_document("v1", pages=["Een pagina."]), [])
    library.feedback.put(replace(GIVEN, citations=(CitedWords("doc", 1, "Een pagina."),)))
    library.remove("doc")
    assert len(library.feedback.all()) == 1
