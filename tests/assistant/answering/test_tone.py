"""What goes well and what does not."""

from __future__ import annotations

import pytest

from assistant.answering.tone import tone_of


@pytest.mark.parametrize(
    ("text", "tone"),
    [
        ("Wat werkt niet", -1),
        ("Waar lopen scholen tegenaan?", -1),
        ("Welke knelpunten zijn er?", -1),
        ("What does not work?", -1),
        ("Wat werkt wel", 1),
        ("Welke succesfactoren zijn er?", 1),
        ("What works?", 1),
        ("Wie verkent de rol van leerrechten?", 0),
    ],
)
def test_the_words_tell_it(text: str, tone: int) -> None:
    assert tone_of(text) == tone
