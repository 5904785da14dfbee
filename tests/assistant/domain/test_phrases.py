"""A phrase is Dutch text, and knows how to be said otherwise."""

from __future__ import annotations

import json
import pickle
from copy import deepcopy

import pytest

from assistant.domain.errors import BadCorrection, DamagedFile
from assistant.domain.phrases import Phrase, joined, said, said_again

ENGLISH = {
    "{name} is leeg": "{name} is empty",
    "rij {row}: {problem}": "row {row}: {problem}",
    "pagina {number} is een scan": "page {number} is a scan",
    "de zoekindex": "the search index",
}


def test_a_phrase_is_its_dutch_text() -> None:
    phrase = Phrase("{name} is leeg", name="a.pdf")
    assert phrase == "a.pdf is leeg"
    assert json.dumps({"message": phrase}) == '{"message": "a.pdf is leeg"}'


def test_what_fills_a_gap_is_said_in_the_same_language() -> None:
    phrase = Phrase("rij {row}: {problem}", row=3, problem=Phrase("{name} is leeg", name="kolom"))
    assert phrase == "rij 3: kolom is leeg"
    assert phrase.said(ENGLISH) == "row 3: kolom is empty"


def test_a_phrase_that_no_catalogue_has_stays_dutch() -> None:
    phrase = Phrase("{name} is {state!r}", name=Phrase("de zoekindex"), state="vol")
    assert phrase.said(ENGLISH) == "the search index is 'vol'"
    assert phrase.said({}) == "de zoekindex is 'vol'"


@pytest.mark.parametrize("text", ["{niet} een gat", "{", "%s {0}"])
def test_braces_in_what_is_filled_in_are_no_gaps(text: str) -> None:
    assert Phrase("{name} is leeg", name=text).said(ENGLISH) == f"{text} is empty"
    assert Phrase(text).said(ENGLISH) == text


def test_a_copy_can_be_said_too() -> None:
    phrase = Phrase("{name} is leeg", name="{a}.pdf")
    for copy in (deepcopy(phrase), pickle.loads(pickle.dumps(phrase))):
        assert (copy, copy.said(ENGLISH)) == ("{a}.pdf is leeg", "{a}.pdf is empty")


def test_other_texts_stay_as_they_are() -> None:
    assert said("a.pdf is leeg", ENGLISH) == "a.pdf is leeg"


def test_several_are_said_each_for_itself() -> None:
    both = joined("; ", [Phrase("{name} is leeg", name="a"), "b"])
    assert (both, both.said(ENGLISH)) == ("a is leeg; b", "a is empty; b")
    assert joined("; ", []) == ""


def test_a_text_that_was_kept_is_said_again() -> None:
    assert said_again("pagina 3 is een scan", ENGLISH) == "page 3 is a scan"
    assert said_again("pagina 3 is een scan.", ENGLISH) == "pagina 3 is een scan."
    assert said_again("", ENGLISH) == ""


def test_an_error_is_its_dutch_sentence() -> None:
    error = DamagedFile("{name} is leeg", name="a.pdf")
    assert (str(error), error.said(ENGLISH)) == ("a.pdf is leeg", "a.pdf is empty")


def test_the_problems_of_corrections_are_said_each_for_itself() -> None:
    error = BadCorrection([(0, Phrase("{name} is leeg", name="a")), (4, "b is vol")])
    assert (str(error), error.said(ENGLISH)) == ("a is leeg b is vol", "a is empty b is vol")
