"""What an answer must show to be one."""

from __future__ import annotations

from pathlib import Path

import pytest

from assistant.answering.binding import lines_of
from assistant.answering.doubts import Doubt, Part, Sign
from assistant.answering.expecting import is_form, unshown
from assistant.index.analyzer import stem
from tests.assistant.answering.material import Everywhere, Piece, read, terms_of, understood


@pytest.fixture
def piece(tmp_path: Path) -> Piece:
    return read(
        tmp_path,
        "Aan het congres in 2024 deden 120 enthousiaste deelnemers mee. Sprekers waren er ook. Een wens van de zaal "
        "was meer pauze.\n\n"
        "## Contact\n\nDe helpdesk is bereikbaar via hulp@voorbeeld.nl en op www.voorbeeld.nl.\n\n"
        "## Kosten\n\nEen kaartje voor het congres kost € 45. De zaal is open vanaf 18 jaar.\n\n"
        "## Pilots\n\nDe pilots lopen twee jaar, en worden in mei herhaald. Tientallen betrokken werkgevers helpen.\n",
    )


def doubts(piece: Piece, question: str) -> list[Doubt]:
    understanding = understood(question)
    terms = tuple(each for each in terms_of(understanding) if not each.term.pale)
    return list(unshown(Part(understanding.text, terms), lines_of(piece.hits())))


@pytest.mark.parametrize(
    "question",
    [
        "Hoeveel deelnemers had het congres?",
        "Hoeveel werkgevers helpen pilots?",  # 'tientallen' is a number, as much as can be said
        "Wat kost een kaartje voor het congres?",
        "Wat is het e-mailadres van de helpdesk?",
        "Op welke website staat de helpdesk?",
        "Hoe lang lopen de pilots?",
        "Wanneer worden de pilots herhaald?",
        "Wie spreekt op het congres?",
    ],
)
def test_a_question_whose_kind_of_answer_is_shown_with_its_subject_leaves_little_doubt(
    piece: Piece, question: str
) -> None:
    assert all(doubt.strength < 0.5 for doubt in doubts(piece, question))


@pytest.mark.parametrize(
    ("question", "sign"),
    [
        ("Hoeveel sprekers had het congres?", Sign.COUNT),  # 'sprekers' stands there, without a number
        ("Hoeveel enthousiaste sprekers had het congres?", Sign.COUNT),
        ("Hoeveel kaartjes zijn er?", Sign.COUNT),  # 'een kaartje' counts nothing
        ("Wat kost de helpdesk, en hoeveel is dat?", Sign.MONEY),
        ("Welk percentage van de deelnemers komt?", Sign.SHARE),
        ("Wat is het telefoonnummer van de helpdesk?", Sign.CONTACT),
        ("What is the email of the congres?", Sign.CONTACT),
        ("Hoe laat begint het congres?", Sign.TIME),
        ("Hoe oud zijn de sprekers?", Sign.AGE),
        ("Hoe lang praten de sprekers?", Sign.LENGTH),
        ("Wanneer is de helpdesk gesloten?", Sign.DATE),
    ],
)
def test_what_is_not_shown_with_the_subject_is_doubted(piece: Piece, question: str, sign: Sign) -> None:
    assert [doubt.sign for doubt in doubts(piece, question) if doubt.strength >= 0.65] == [sign]


@pytest.mark.parametrize(
    ("question", "doubted"),
    [
        ("Wat verdient de helpdesk?", True),
        ("Hoeveel subsidie krijgt de helpdesk?", True),
        ("Waar gaat subsidie van de helpdesk heen?", False),
        ("Wat staat er over betaald werk op de helpdesk?", False),
        ("Hoe komt de helpdesk aan geld?", False),
    ],
)
def test_only_a_question_for_a_sum_expects_one(piece: Piece, question: str, doubted: bool) -> None:
    assert [doubt.sign for doubt in doubts(piece, question)] == [Sign.MONEY] * doubted


def test_any_number_with_the_subject_is_half_an_answer_for_a_word_that_no_document_holds(piece: Piece) -> None:
    understanding = understood("Hoeveel toehoorders had het congres?")
    terms = terms_of(understanding, Everywhere(of={stem("toehoorders"): 0}))
    (doubt,) = unshown(Part(understanding.text, terms), lines_of(piece.hits()))
    assert doubt == Doubt(Sign.COUNT, 0.5, "toehoorders")


def test_the_word_that_is_counted_is_named(piece: Piece) -> None:
    assert doubts(piece, "Hoeveel sprekers had het congres?") == [Doubt(Sign.COUNT, 1.0, "sprekers")]


def test_a_number_of_it_that_stands_with_another_subject_is_none(tmp_path: Path) -> None:
    piece = read(tmp_path, "## Congres\n\nEr waren 80 deelnemers.\n\n## Pilots\n\nDe pilots zijn begonnen.\n")
    (doubt,) = doubts(piece, "Hoeveel deelnemers hebben de pilots?")
    assert doubt == Doubt(Sign.COUNT, 1.0, "deelnemers")


@pytest.mark.parametrize(
    "text", ["In 2024 deelnemers geworven voor het congres.", "Stap 2023/2026 deelnemers congres."]
)
def test_a_year_before_a_word_counts_nothing(tmp_path: Path, text: str) -> None:
    piece = read(tmp_path, f"{text}\n")
    assert doubts(piece, "Hoeveel deelnemers had het congres?") == [Doubt(Sign.COUNT, 1.0, "deelnemers")]


def test_the_year_that_a_question_names_does_not_answer_when(tmp_path: Path) -> None:
    piece = read(tmp_path, "Het congres van 2025 was vol.\n")
    assert [each.strength for each in doubts(piece, "Op welke dag was het congres van 2025?")] == [1.0]
    assert [each.strength for each in doubts(piece, "Wanneer was het congres?")] == [0.0]


@pytest.mark.parametrize(("word", "so"), [("budget", True), ("leeftijd", True), ("voorzitter", False)])
def test_words_with_a_form_of_their_own_are_known(word: str, so: bool) -> None:
    assert is_form(word) is so
