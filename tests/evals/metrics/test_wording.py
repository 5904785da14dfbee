"""What is read in a text."""

from __future__ import annotations

import pytest

from evals.metrics.wording import amounts, dates, holds, names, numbers, without_labels, without_marks, years


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("1.500 en 1 500 en 1500", ["1500", "1500", "1500"]),
        ("62,5% van 1.500,75", ["62.5", "1500.75"]),
        ("2023/2024 en 2025-2026", ["2023", "2024", "2025", "2026"]),
        ("artikel 2.1", ["2.1"]),
        ("geen", []),
    ],
)
def test_numbers_in_plain_digits(text: str, expected: list[str]) -> None:
    assert numbers(text) == expected


def test_dates_by_day_and_month_in_two_languages() -> None:
    assert dates("3 oktober 2024, 15 May") == ["2024-10-03", "--05-15"]


def test_amounts_with_their_scale() -> None:
    assert amounts("€ 1,5 mln, 12 miljard euro en € 3.000") == ["1.5 miljoen", "12 miljard", "3000"]


def test_names_are_acronyms_and_capitals_within_a_sentence() -> None:
    assert names("De minister van OCW en Jansen. Het UWV") == ["OCW", "UWV", "Jansen"]


def test_years_of_terms() -> None:
    assert list(years("2023/2024, 2025-27 en 2030")) == [{2023, 2024}, {2025, 2026, 2027}, {2030}]


def test_a_phrase_is_held_as_whole_words() -> None:
    assert holds("het ministerie van OCW.", "Ministerie van ocw")
    assert not holds("de OCWs", "OCW")


def test_marks_and_labels_are_no_part_of_what_is_said() -> None:
    assert without_marks("Een zin. [1][12] Nog een [2].") == "Een zin. Nog een."
    assert without_labels("Wat: A: b | Wie: OCW | Wanneer: 2024") == "A: b | OCW | 2024"
    assert without_labels("Let op: dit blijft.") == "Let op: dit blijft."
