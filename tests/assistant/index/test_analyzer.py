"""What text becomes when it is indexed and searched."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.index.analyzer import fold, grams, stems, words


@pytest.mark.parametrize(
    ("text", "folded"),
    [
        ("Financiën", "financien"),
        ("COÖPERATIE", "cooperatie"),
        ("ﬁnanciering", "financiering"),
        ("Straße", "strasse"),
        ("2023–24", "2023-24"),
        ("leer\u00adrecht", "leerrecht"),
    ],
)
def test_folding_leaves_lower_case_letters_without_marks(text: str, folded: str) -> None:
    assert fold(text) == folded


def test_words_leave_out_those_that_only_frame_a_question() -> None:
    assert words("Wie zit er in de werkgroep van het ministerie?") == ["zit", "werkgroep", "ministerie"]
    assert words("Which parties are in the working group?") == ["parties", "working", "group"]


def test_a_negation_is_a_word() -> None:
    assert words("Er is geen wet, en dus ook niet nodig") == ["geen", "wet", "niet", "nodig"]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("stap", "stappen"),
        ("opleiding", "opleidingen"),
        ("scholing", "geschoold"),
        ("leerrecht", "leerrechten"),
        ("Financiën", "financien"),
        ("onderwijsveld1", "onderwijsveld"),
    ],
)
def test_forms_of_a_word_share_a_stem(one: str, other: str) -> None:
    assert {*stems(one)} & {*stems(other)}


@pytest.mark.parametrize(
    ("text", "whole"),
    [
        ("in 2023/2025", "2023/2025"),
        ("in 2023–24", "2023/2024"),
        ("in 2023-2024", "2023/2024"),
        ("62% van de werkenden", "62%"),
        ("62 procent van de werkenden", "62%"),
        ("62,5 %", "62,5%"),
        ("1.000 euro", "1.000"),
        ("1.000 euro", "1000"),
        ("1000 euro", "1000"),
        ("op 15-05-2025", "15-05-2025"),
        ("Kamerstuk 30 012, nr. 157", "30012-157"),
        ("30012-157", "30012-157"),
        ("30 012 nr 157", "30012-157"),
        ("36 200-VIII, nr. 5", "36200-viii-5"),
        ("Kamerstuk 30 012", "30012"),
    ],
)
def test_numbers_are_kept_whole_and_written_one_way(text: str, whole: str) -> None:
    assert whole in stems(text)


def test_numbers_are_kept_in_parts_too() -> None:
    assert stems("30 012, nr. 157") == ["30012", "30012-157", "30", "012", "nr", "157"]


def test_a_word_that_is_said_twice_counts_twice_and_a_whole_number_once() -> None:
    assert stems("wet en wet, 62% en 62%") == ["62%", "wet", "wet", "62", "62"]


def test_grams_are_of_padded_words() -> None:
    assert grams("LLO wetten") == ["_llo", "llo_", "_wet", "wett", "ette", "tten", "ten_"]


def test_short_words_are_one_gram_and_bare_numbers_none() -> None:
    assert grams("vo in 2023") == ["_vo_"]
    assert grams("B 4") == ["_b_"]


def test_nothing_gives_nothing() -> None:
    assert (stems(""), grams(""), words(" - ")) == ([], [], [])


@given(st.text())
def test_no_term_is_empty_or_holds_white_space(text: str) -> None:
    assert all(term.split() == [term] for term in (*stems(text), *grams(text)))


@given(st.text())
def test_case_makes_no_difference(text: str) -> None:
    assert fold(fold(text)) == fold(text)
