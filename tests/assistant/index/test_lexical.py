"""What is particular to the lexical index."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import AbstractContextManager
from dataclasses import replace
from pathlib import Path

import pytest

from assistant.domain.errors import ReadOnlyData
from assistant.index.interface import Query
from assistant.index.lexical import Boosts, LexicalIndex, term_boosts
from assistant.testing import make_passage

Run = Callable[..., None]
ReadOnly = Callable[[Path], AbstractContextManager[None]]


def ids(index: LexicalIndex, query: Query) -> list[str]:
    return [match.passage for match in index.search(query, 10)]


def test_a_part_of_a_compound_is_found_by_its_grams() -> None:
    index = LexicalIndex()
    index.add([make_passage("De onderwijsinstellingen werken samen.")])
    assert ids(index, Query("instelling")) == ["v1:00000"]


def test_a_misspelt_word_is_found_by_its_grams() -> None:
    index = LexicalIndex()
    index.add([make_passage("Microcredentials in het hoger onderwijs.")])
    assert ids(index, Query("microcredentails")) == ["v1:00000"]


def test_the_own_text_weighs_more_than_the_context() -> None:
    index = LexicalIndex()
    index.add([make_passage("Scholing.", 0, context="Toezicht."), make_passage("Toezicht.", 1, context="Scholing.")])
    assert ids(index, Query("toezicht")) == ["v1:00001", "v1:00000"]


def test_a_passage_is_found_by_what_the_digest_says_of_its_page_and_that_is_no_text_of_its_own() -> None:
    index = LexicalIndex()
    index.add([make_passage("Scholing.", 0), replace(make_passage("Scholing.", 1), digest="Toezicht.")])
    assert ids(index, Query("toezicht")) == ["v1:00001"]
    assert ids(index, Query("scholing")) == ["v1:00000", "v1:00001"]
    assert index.frequency("toezicht") == 0


def test_a_passage_of_which_no_digest_tells_does_not_stand_behind_those_of_which_one_does() -> None:
    own, told = make_passage("Scholing en toezicht.", 0), replace(make_passage("Scholing.", 1), digest="Scholing.")
    index = LexicalIndex()
    index.add([own, told])
    assert ids(index, Query("scholing en toezicht")) == ["v1:00000", "v1:00001"]


def test_the_score_of_a_passage_of_which_no_digest_tells_is_multiplied() -> None:
    once, thrice = (LexicalIndex(boosts=Boosts(plain=plain)) for plain in (1.0, 3.0))
    for index in (once, thrice):
        index.add([make_passage("Scholing.", 0), replace(make_passage("Scholing.", 1), digest="Toezicht.")])
    scores = [{each.passage: each.score for each in index.search(Query("scholing"), 2)} for index in (once, thrice)]
    assert scores[1]["v1:00000"] == pytest.approx(3 * scores[0]["v1:00000"], rel=1e-3)
    assert scores[1]["v1:00001"] == pytest.approx(scores[0]["v1:00001"], rel=1e-3)


def test_a_boost_of_zero_leaves_a_field_out() -> None:
    index = LexicalIndex(boosts=Boosts(context_stems=0, context_grams=0))
    index.add([make_passage("Scholing.", context="Toezicht.")])
    assert ids(index, Query("toezicht")) == []


def test_an_expansion_finds_what_the_question_does_not_say_but_weighs_less() -> None:
    index = LexicalIndex()
    index.add([make_passage("Over leerrechten.", 0), make_passage("Over vouchers.", 1)])
    assert ids(index, Query("vouchers", ("leerrechten",))) == ["v1:00001", "v1:00000"]
    assert ids(index, Query("leerrechten", ("vouchers",))) == ["v1:00000", "v1:00001"]


def test_boosts_of_terms_are_those_of_their_field_times_what_they_count() -> None:
    boosts = Boosts(2.0, 0.5, context_stems=1.0, context_grams=0.0, digest_stems=0.5, digest_grams=0.0, expansions=0.25)
    found = term_boosts(Query("wet wet", ("wet wo wo",)), boosts)
    assert found == {
        ("text_stems", "wet"): 4.0,  # said twice; that an expansion says it too adds nothing
        ("text_stems", "wo"): 0.5,  # added words count once
        ("text_grams", "_wet"): 1.0,
        ("text_grams", "wet_"): 1.0,
        ("text_grams", "_wo_"): 0.125,
        ("context_stems", "wet"): 2.0,
        ("context_stems", "wo"): 0.25,
        ("digest_stems", "wet"): 1.0,
        ("digest_stems", "wo"): 0.125,
    }


def test_the_frequency_of_a_stem_is_the_number_of_passages_that_hold_it_themselves() -> None:
    index = LexicalIndex()
    assert index.frequency("wet") == 0
    index.add([make_passage("Wet en wet.", 0), make_passage("De wet.", 1), make_passage("Geld.", 2, context="Wet.")])
    assert index.frequency("wet") == 2


def test_among_many_passages_grams_that_most_of_them_hold_are_not_searched() -> None:
    index = LexicalIndex()
    index.add([make_passage("Scholing.", number) for number in range(5_000)])
    index.add([make_passage("Toezicht.", number, "v2") for number in range(1_000)])
    assert ids(index, Query("toezichd"))[0] == "v2:00000"
    assert ids(index, Query("scholind")) == []
    assert ids(index, Query("scholing"))[0] == "v1:00000"


def test_a_search_sees_what_another_process_has_added(tmp_path: Path, in_another_process: Run) -> None:
    index = LexicalIndex(tmp_path)
    index.add([make_passage("Scholing.", 0)])
    assert ids(index, Query("scholing")) == ["v1:00000"]
    in_another_process(add_scholing, tmp_path)
    assert ids(index, Query("scholing")) == ["v1:00000", "v2:00000"]
    index.remove(["v1"])
    assert ids(index, Query("scholing")) == ["v2:00000"]


def test_a_commit_that_was_cut_off_can_be_done_again(tmp_path: Path) -> None:
    """The files that it wrote are there, and the list of what counts, which is replaced last, does not name them."""
    index = LexicalIndex(tmp_path)
    index.add([make_passage("Scholing.", 0, version) for version in ("v1", "v2")])
    (listed,) = tmp_path.glob("*/meta.json")
    before = listed.read_bytes()
    index.remove(["v1"])
    listed.write_bytes(before)
    survivor = LexicalIndex(tmp_path)
    assert ids(survivor, Query("scholing")) == ["v1:00000", "v2:00000"]
    survivor.remove(["v1"])
    assert ids(survivor, Query("scholing")) == ["v2:00000"]


def test_a_folder_that_may_not_be_written_to_is_searched(open_folder: Path, read_only: ReadOnly) -> None:
    LexicalIndex(open_folder).add([make_passage("Scholing.")])
    with read_only(open_folder):
        index = LexicalIndex(open_folder)
        assert ids(index, Query("scholing")) == ["v1:00000"]
        assert dict(index.counts()) == {"v1": 1}
        with pytest.raises(ReadOnlyData):
            index.add([make_passage("Wet.")])
        with pytest.raises(ReadOnlyData):
            index.remove(["v1"])
        with pytest.raises(ReadOnlyData):
            index.clear()


def test_nothing_is_written_by_a_search(tmp_path: Path) -> None:
    LexicalIndex(tmp_path / "lexical").search(Query("wet"), 5)
    assert list(tmp_path.iterdir()) == []


def add_scholing(folder: Path) -> None:
    LexicalIndex(folder).add([make_passage("Scholing.", 0, "v2")])
