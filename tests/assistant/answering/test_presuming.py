"""What a question takes for granted must stand in the documents."""

from __future__ import annotations

from pathlib import Path

import pytest

from assistant.answering.presuming import silent_party, unheard_ending, unknown_subject
from assistant.index.analyzer import stem
from tests.assistant.answering.material import Everywhere, Piece, read, terms_of, understood

UNKNOWN = Everywhere(of={stem(word): 0 for word in ("kinderopvang", "salaris", "huisarts", "duurzaamheid", "rol")})


@pytest.fixture
def piece(tmp_path: Path) -> Piece:
    return read(
        tmp_path,
        "De docent geeft les en de brief gaat over scholing.\n\n"
        "## Werkgroep\n\nDe werkgroep valideren adviseert over toetsing.\n\n"
        "## Partijen\n\nUNL pleit voor bekostiging van scholing. NVAO en UNL werken samen.\n\n"
        "## Einde\n\nDe regeling voor vouchers is in 2023 ingetrokken.\n",
    )


def subject(piece: Piece, question: str) -> str:
    understanding = understood(question)
    return unknown_subject(understanding, piece.hits(), terms_of(understanding, UNKNOWN))


@pytest.mark.parametrize(
    ("question", "unknown"),
    [
        ("Wat schrijft de brief over kinderopvang?", "kinderopvang"),
        ("Wat is het salaris van een docent?", "salaris"),
        ("Welke rol speelt de huisarts bij scholing?", "huisarts"),
        ("Wat adviseert de werkgroep duurzaamheid?", "duurzaamheid"),
        ("Welk salaris verdient een docent?", "salaris"),
        ("Wat schrijft de brief over scholing?", ""),
        ("Wat adviseert de werkgroep valideren?", ""),
        ("Wat is de rol van de docent?", ""),  # 'rol' asks for a kind of answer, and need not stand in it
    ],
)
def test_the_noun_that_a_question_is_about_must_stand_somewhere(piece: Piece, question: str, unknown: str) -> None:
    assert subject(piece, question) == unknown


@pytest.mark.parametrize(
    ("question", "said"),
    [
        ("Waarom stopt de werkgroep valideren?", "stopt"),
        ("Why was the werkgroep valideren cancelled?", "cancelled"),
        ("Waarom is de regeling voor vouchers afgeschaft?", ""),  # that it was withdrawn says the same
        ("Wat adviseert de werkgroep?", ""),
    ],
)
def test_an_ending_that_nothing_speaks_of_is_named(piece: Piece, question: str, said: str) -> None:
    understanding = understood(question)
    assert unheard_ending(understanding, piece.hits(), terms_of(understanding)) == said


@pytest.mark.parametrize(
    ("question", "silent"),
    [
        ("Wat vindt NVAO van vouchers?", "nvao"),  # named, but not where vouchers are
        ("Hoe luidt het oordeel van de NVAO over vouchers?", "nvao"),
        ("Wat vindt UNL van bekostiging?", ""),
        ("Wat staat er over NVAO?", ""),  # asks for no view
    ],
)
def test_a_party_must_be_named_where_its_subject_is(piece: Piece, question: str, silent: str) -> None:
    understanding = understood(question)
    assert silent_party(understanding, piece.hits(), terms_of(understanding)) == silent
