"""Faults in a set of questions."""

from __future__ import annotations

from evals.questions import Place
from evals.validation import faults
from tests.evals.samples import PAGES, ROW, UNANSWERABLE, question


def text(place: Place) -> str | None:
    return PAGES.get(place)


def test_a_sound_set_has_none() -> None:
    assert faults([question(), UNANSWERABLE], text) == []


def test_a_page_that_is_not_there_and_one_without_an_anchor_are_named() -> None:
    elsewhere = type(ROW)("agenda", 7, ("certificaten",))
    bare = type(ROW)("agenda", 6, ("certificaten", "OCW"))
    found = faults([question(gold=((ROW,), (elsewhere, bare)))], text)
    assert found == [
        "q1: agenda p. 7 is not among the documents.",
        "q1: agenda p. 6 holds none of 'certificaten', 'OCW'.",
    ]


def test_one_question_twice_is_a_double() -> None:
    twice = question(id="q3", text="Wie verkent certificaten; wanneer - en wat kost de pilot")
    assert faults([question(), twice], text) == ["q3 asks what q1 asks."]


def test_a_family_in_both_splits_is_a_leak() -> None:
    other = question(id="q3", text="Hoe heet het?", split="test")
    assert faults([question(), other], text) == ["Family f1 is in dev and test: a family stays in one split."]


def test_nearly_the_same_question_in_both_splits_is_a_leak_whatever_its_family() -> None:
    other = question(
        id="q3", text="Wie verkent nu certificaten, wanneer, en wat kost de pilot?", split="test", family="f2"
    )
    assert faults([question(), other], text) == ["q1 and q3 ask nearly the same, and are in dev and test."]


def test_evidence_for_what_has_no_answer_is_a_contradiction() -> None:
    (found,) = faults([question(unanswerable="outside")], text)
    assert "never both" in found
