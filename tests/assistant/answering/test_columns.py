"""What the columns of an agenda mean, by the words that agendas use."""

from __future__ import annotations

import pytest

from assistant.answering.columns import OWNER, STANDING, TERM, WHAT, meaning_of


@pytest.mark.parametrize(
    ("column", "meaning"),
    [
        ("Wie", OWNER),
        ("Door wie?", OWNER),
        ("Trekker(s)", OWNER),
        ("Actiehouder", OWNER),
        ("Betrokken partijen", OWNER),
        ("Wanneer", TERM),
        ("PLANNING", TERM),
        (" Looptijd van de actie", TERM),
        ("Wat", WHAT),
        ("Actie", WHAT),
        ("Maatregelen", WHAT),
        ("Stand van zaken", STANDING),
        ("Nr.", None),
        ("Waterschap", None),
        ("", None),
    ],
)
def test_a_column_is_known_by_its_first_words(column: str, meaning: str | None) -> None:
    assert meaning_of(column) == meaning
