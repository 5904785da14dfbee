"""What a question takes for granted must stand in the documents."""

from __future__ import annotations

from pathlib import Path

import pytest

from assistant.answering.binding import lines_of
from assistant.answering.doubts import Doubt, Part, Sign
from assistant.answering.presuming import apart, silent_party, unclaimed, unknown_subject, unsaid
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


def part_of(question: str) -> Part:
    understanding = understood(question)
    return Part(understanding.text, tuple(each for each in terms_of(understanding) if not each.term.pale))


@pytest.mark.parametrize(
    ("question", "said"),
    [
        ("Waarom stopt de werkgroep valideren?", "stopt"),
        ("Why was the werkgroep valideren cancelled?", "cancelled"),
        ("Waarom is de NVAO tegen scholing?", "is de NVAO tegen"),
        ("Waarom weigerde de docent scholing?", "weigerde"),
        ("Wie stemde voor de regeling?", "stemde"),
        ("Welke kritiek kreeg de werkgroep?", "kritiek"),
        ("Wat waren de resultaten van de pilots?", "Wat waren de resultaten van de pilots"),
        ("Waarom gaat de bekostiging omlaag?", "omlaag"),
    ],
)
def test_what_a_question_takes_for_granted_and_nothing_says_is_named(piece: Piece, question: str, said: str) -> None:
    assert list(unclaimed(part_of(question), lines_of(piece.hits()))) == [Doubt(Sign.CLAIM, 1.0, said)]


def test_what_is_said_in_other_words_is_granted(piece: Piece) -> None:
    question = "Waarom is de regeling voor vouchers afgeschaft?"  # that it was withdrawn says the same
    (doubt,) = unclaimed(part_of(question), lines_of(piece.hits()))
    assert doubt == Doubt(Sign.CLAIM, 0.0, "afgeschaft")
    assert not list(unclaimed(part_of("Wat is the task as opposed to the role?"), lines_of(piece.hits())))
    assert not list(unclaimed(part_of("Wat adviseert de werkgroep?"), lines_of(piece.hits())))


@pytest.mark.parametrize(
    ("question", "said"),
    [
        ("Wanneer is er ingestemd met de wet?", "ingestemd"),
        ("Wanneer is de regeling geschrapt?", ""),  # a row says that it is stopped
        ("Wanneer loopt de regeling?", ""),
    ],
)
def test_rows_must_say_what_is_taken_for_granted(question: str, said: str) -> None:
    assert unsaid(question, ["Wat: Behandeling van de wet", "Wat: De regeling is gestopt"]) == said


@pytest.mark.parametrize(
    ("question", "sign", "word"),
    [
        ("Wie is de voorzitter van de werkgroep valideren?", Sign.NOUN, "voorzitter"),
        ("In welke stad zit de werkgroep valideren?", Sign.NOUN, "stad"),
        ("Krijgen ouders les in toetsing?", Sign.ACTOR, "ouders"),
        ("Welke vouchers krijgt NVAO?", Sign.NAME, "nvao"),
    ],
)
def test_a_noun_or_a_name_without_the_rest_of_the_question_is_doubted(
    piece: Piece, question: str, sign: Sign, word: str
) -> None:
    (doubt,) = [each for each in apart(part_of(question), lines_of(piece.hits())) if each.strength > 0.3]
    assert (doubt.sign, doubt.detail) == (sign, word)


@pytest.mark.parametrize(
    "question",
    [
        "Wie is de docent van de les?",
        "Wat is de rol van de docent?",  # 'rol' asks for a kind of answer
        "Wat is de prijs van de vouchers?",  # an amount: what it must show is looked for elsewhere
        "Wat doet UNL met NVAO?",
    ],
)
def test_what_stands_together_is_not_doubted(piece: Piece, question: str) -> None:
    assert all(doubt.strength < 0.3 for doubt in apart(part_of(question), lines_of(piece.hits())))


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
