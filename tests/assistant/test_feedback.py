"""A judged answer is kept with what it rested on, and with nothing of who judged it."""

from __future__ import annotations

from dataclasses import fields, replace
from pathlib import Path

from assistant.bootstrap import build_application
from assistant.domain.answers import Turn
from assistant.domain.feedback import CitedWords, Feedback, Verdict
from assistant.feedback import LONGEST_REMARK, feedback_on
from assistant.settings import Settings
from tests.fakes.answers import WORKING_GROUP
from tests.fakes.documents import ROW

QUESTION = "Wie verkent microcredentials?"


def test_the_answer_its_citations_and_the_versions_of_what_was_searched_are_kept() -> None:
    answer = replace(WORKING_GROUP, question="En wanneer?")
    found = feedback_on(answer, Verdict.GOOD, " Klopt. ", [Turn(QUESTION)], {"kst-30012-157": "v7"})
    assert (found.question, found.history, found.answer) == ("En wanneer?", (QUESTION,), WORKING_GROUP.text)
    assert found.citations[0] == CitedWords("kst-30012-157", 2, " | ".join(ROW))
    assert found.documents == (("kst-30012-157", "v7"), ("werkverslag", ""))
    assert (found.verdict, found.remark, found.status, found.language) == (Verdict.GOOD, "Klopt.", "answered", "nl")


def test_each_gets_an_id_of_its_own_unless_it_replaces_another() -> None:
    ids = {feedback_on(WORKING_GROUP, Verdict.BAD, "", (), {}).id for _ in range(3)}
    assert len(ids) == 3
    assert feedback_on(WORKING_GROUP, Verdict.BAD, "", (), {}, "a1").id == "a1"


def test_a_remark_without_end_is_cut_off() -> None:
    assert len(feedback_on(WORKING_GROUP, Verdict.BAD, "x" * 9_999, (), {}).remark) == LONGEST_REMARK


def test_nothing_is_kept_of_the_person() -> None:
    assert {each.name for each in fields(Feedback)} == {
        *("id", "question", "history", "language", "status", "answer"),
        *("citations", "documents", "verdict", "remark", "at"),
    }


def test_an_answer_that_was_really_given_is_judged_twice_kept_once_and_taken_back(tmp_path: Path) -> None:
    (tmp_path / "brief.md").write_text("De proef met waterstof kost 12 miljoen euro.\n", encoding="utf-8")
    application = build_application(Settings(tmp_path / "data"))
    list(application.ingest([str(tmp_path / "brief.md")]))
    answer = application.ask("Hoeveel kost de proef met waterstof?")
    first = application.remark_on(answer, Verdict.GOOD)
    application.remark_on(answer, Verdict.BAD, "Het is meer.", instead_of=first.id)
    (kept,) = application.feedback()
    assert (kept.verdict, kept.remark) == (Verdict.BAD, "Het is meer.")
    assert kept.documents == (("brief", application.documents()[0].version),)
    application.withdraw_feedback(kept.id)
    assert application.feedback() == ()
