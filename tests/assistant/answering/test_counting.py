"""A number of what is counted, and no other."""

from __future__ import annotations

import pytest

from assistant.answering.counting import counts
from assistant.answering.glossary import Glossary
from tests.assistant.answering.material import terms_of, understood

GLOSSARY = Glossary(weak={("scholen",): ("instellingen",)})


@pytest.mark.parametrize(
    ("question", "text", "expected"),
    [
        ("Hoeveel scholen doen mee?", "Er doen 80 scholen mee.", True),
        ("Hoeveel scholen doen mee?", "Er doen tachtig mbo- en hbo-scholen mee.", True),
        ("Hoeveel scholen doen mee?", "Er zijn 80 betrokken instellingen.", True),
        ("Hoeveel scholen doen mee?", "Er doen 80 bedrijven mee.", False),
        ("Hoeveel scholen doen mee?", "Sinds 2023 scholen wij om.", False),
        ("Hoeveel scholen doen mee?", "Veel scholen doen mee.", False),
        ("Hoeveel mensen waren er?", "In de zaal waren 200 betrokkenen.", True),
        ("Hoeveel mensen waren er?", "Er waren 3 zalen.", False),
        ("How many participants came?", "Er waren 200 bezoekers.", True),
        ("Welke scholen doen mee?", "Er doen 80 scholen mee.", False),
    ],
)
def test_what_stands_behind_the_number_is_what_is_asked_after(question: str, text: str, expected: bool) -> None:
    understanding = understood(question, glossary=GLOSSARY)
    assert counts(understanding, terms_of(understanding), text) is expected
