"""Figures that say the same are written one way."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from assistant.answering.figures import Figure, figures, first_missing
from assistant.answering.numerals import CARDINALS, ORDINALS


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("€ 1,5 mln", [Figure("1500000", "euro")]),
        ("1.500.000 euro", [Figure("1500000", "euro")]),
        ("EUR 2 miljard", [Figure("2000000000", "euro")]),
        ("een miljoen", [Figure("1000000")]),
        ("een stap", []),
        ("62,5 procent", [Figure("62.5", "%")]),
        ("5 procentpunt", [Figure("5", "procentpunt")]),
        ("0,125", [Figure("0.125")]),
        ("134 000", [Figure("134000")]),
        ("12,345.67", [Figure("12345.67")]),
        ("2024/2025", [Figure("2024"), Figure("2025")]),
        ("de 3e stap van de tweede lijn", [Figure("3", "ordinal"), Figure("2", "ordinal")]),
        ("anderhalf jaar", [Figure("1.5", "jaar")]),
        ("3 weken", [Figure("3", "week")]),
        ("3 oktober", [Figure("3", "oktober"), Figure("", "oktober")]),
        ("May 2024", [Figure("2024"), Figure("", "mei"), Figure("2024", "mei")]),
        ("it may be", []),
        ("ten slotte", []),
    ],
)
def test_a_figure_has_its_value_and_its_unit(text: str, found: list[Figure]) -> None:
    assert figures(text) == found


def test_a_date_in_digits_is_the_date_in_words() -> None:
    assert figures("03-10-2024") == figures("3 oktober 2024")
    assert first_missing("3-10-2024", "op 3 oktober 2024") == ""
    assert first_missing("10-3-2024", "op 3 oktober 2024") == "10 maart"


@pytest.mark.parametrize(
    ("word", "number"),
    [("zeven", 7), ("tweeentwintig", 22), ("negenennegentig", 99), ("driehonderd", 300), ("forty-two", 42)],
)
def test_numerals_are_read_in_both_languages(word: str, number: int) -> None:
    assert CARDINALS[word] == number


@pytest.mark.parametrize(
    ("word", "number"), [("derde", 3), ("twaalfde", 12), ("eenentwintigste", 21), ("fourth", 4), ("twelfth", 12)]
)
def test_ordinals_are_read_in_both_languages(word: str, number: int) -> None:
    assert ORDINALS[word] == number


@settings(deadline=None)  # the machine may be busy
@given(st.text(max_size=60))
def test_a_text_holds_its_own_figures(text: str) -> None:
    assert first_missing(text, text) == ""
