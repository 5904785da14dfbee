"""Doubts are weighed together, part by part."""

from __future__ import annotations

from pathlib import Path

import pytest

from assistant.answering.doubting import REFUSED, WEIGHTS, Weighed, parts_asked, weighed_doubts
from assistant.answering.doubts import Doubt, Sign
from tests.assistant.answering.material import Piece, read, terms_of, understood


@pytest.fixture
def piece(tmp_path: Path) -> Piece:
    return read(
        tmp_path,
        "Aan het congres deden 120 deelnemers mee.\n\n"
        "## Pilots\n\nDe pilots van Zuyd zijn begonnen, met steun van werkgevers en docenten.\n",
    )


def weighed(piece: Piece, question: str, *earlier: str) -> Weighed:
    understanding = understood(question, *earlier)
    return weighed_doubts(understanding, piece.hits(), terms_of(understanding))


def test_a_question_without_a_doubt_is_answered(piece: Piece) -> None:
    assert weighed(piece, "Hoeveel deelnemers had het congres?") == Weighed()
    assert weighed(piece, "Wie steunen de pilots?") == Weighed()


def test_a_grave_doubt_refuses(piece: Piece) -> None:
    assert weighed(piece, "Hoeveel docenten steunen de pilots?") == Weighed(Doubt(Sign.COUNT, 1.0, "docenten"))


def test_small_doubts_refuse_together(tmp_path: Path) -> None:
    """Half of what is asked stands with the number, and a third of it with the name: neither refuses alone."""
    piece = read(tmp_path, "Er zijn 30 docenten bij pilots.\n\n## Zuyd\n\nOver Zuyd en pilots.\n")
    assert WEIGHTS[Sign.COUNT] * 0.6 < REFUSED
    assert WEIGHTS[Sign.NAME] < REFUSED
    refused = weighed(piece, "Hoeveel docenten begeleiden pilots bij Zuyd?").refused
    assert refused
    assert refused.sign is Sign.COUNT
    assert refused.strength < REFUSED


def test_where_one_part_is_answered_the_other_is_left(piece: Piece) -> None:
    question = "Hoeveel deelnemers had het congres en hoeveel docenten steunen de pilots?"
    assert weighed(piece, question) == Weighed(left=(Doubt(Sign.COUNT, 1.0, "docenten"),))


def test_where_no_part_is_answered_all_is_refused(piece: Piece) -> None:
    question = "Hoe oud zijn werkgevers en hoeveel docenten steunen pilots?"
    assert weighed(piece, question).refused


def test_a_part_may_lean_on_the_others(piece: Piece) -> None:
    """'Daarbij' and 'zaten' stand nowhere, but the congress does."""
    assert weighed(piece, "Wat was het congres en hoeveel deelnemers zaten daarbij?") == Weighed()


def test_a_follow_up_asks_what_it_says_itself(piece: Piece) -> None:
    assert weighed(piece, "En wie steunt die?", "Hoeveel docenten steunen de pilots?") == Weighed()


@pytest.mark.parametrize(
    ("question", "parts"),
    [
        ("Wie steunt de pilots en het congres?", ["Wie steunt de pilots en het congres?"]),
        ("Wie steunt de pilots, en tot wanneer lopen ze?", ["Wie steunt de pilots", "tot wanneer lopen ze?"]),
        ("Who supports it and for how long do pilots run?", ["Who supports it", "for how long do pilots run?"]),
    ],
)
def test_questions_that_are_joined_are_parts(question: str, parts: list[str]) -> None:
    understanding = understood(question)
    assert [readings[0].text for readings in parts_asked(understanding, terms_of(understanding))] == parts
