"""What an answer must show to be one."""

from __future__ import annotations

from pathlib import Path

import pytest

from assistant.answering.expecting import Expected, not_shown
from tests.assistant.answering.material import Piece, read, terms_of, understood


@pytest.fixture
def piece(tmp_path: Path) -> Piece:
    return read(
        tmp_path,
        "Aan het congres in 2024 deden 120 enthousiaste deelnemers mee. Sprekers waren er ook.\n\n"
        "## Contact\n\nDe helpdesk is bereikbaar via hulp@voorbeeld.nl en op www.voorbeeld.nl.\n\n"
        "## Kosten\n\nEen kaartje voor het congres kost € 45.\n",
    )


def expected(piece: Piece, question: str) -> Expected | None:
    understanding = understood(question)
    return not_shown(understanding, piece.hits(), (), terms_of(understanding))


@pytest.mark.parametrize(
    "question",
    [
        "Hoeveel deelnemers had het congres?",
        "Wat kost een kaartje voor het congres?",
        "Wat is het e-mailadres van de helpdesk?",
        "Op welke website staat de helpdesk?",
        "Wie spreekt op het congres?",
    ],
)
def test_a_question_whose_kind_of_answer_is_shown_expects_nothing_more(piece: Piece, question: str) -> None:
    assert expected(piece, question) is None


@pytest.mark.parametrize(
    ("question", "missing"),
    [
        ("Hoeveel sprekers had het congres?", Expected.AMOUNT),  # 'sprekers' stands there, without a number
        ("Wat kost de helpdesk, en hoeveel is dat?", Expected.AMOUNT),
        ("Welk percentage van de deelnemers komt?", Expected.AMOUNT),
        ("Wat is het telefoonnummer van de helpdesk?", Expected.CONTACT),
        ("What is the email of the congres?", Expected.CONTACT),
        ("Hoe laat begint het congres?", Expected.TIME),
    ],
)
def test_what_is_expected_and_not_shown_is_named(piece: Piece, question: str, missing: Expected) -> None:
    assert expected(piece, question) is missing


def test_a_year_before_a_word_counts_nothing(tmp_path: Path) -> None:
    piece = read(tmp_path, "In 2024 deelnemers geworven voor het congres.\n")
    assert expected(piece, "Hoeveel deelnemers had het congres?") is Expected.AMOUNT


def test_a_number_further_down_the_hits_is_enough(piece: Piece) -> None:
    understanding = understood("Hoeveel deelnemers had het congres?")
    assert not_shown(understanding, piece.hits()[1:], piece.hits()[:1], terms_of(understanding)) is None
