"""Silence where the documents are silent, and nowhere else."""

from __future__ import annotations

from pathlib import Path

import pytest

from assistant.answering.abstaining import Abstention, Reason, known_steps, left_open, why_abstain
from assistant.answering.glossary import Glossary
from assistant.index.analyzer import stem
from tests.assistant.answering.material import Counts, Everywhere, Piece, read, terms_of, understood

STEPS = (1, 2, 3, 4, 5, 6, 7)
GLOSSARY = Glossary(strong={("vsnu",): ("Universiteiten van Nederland", "UNL"), ("fnv",): ("vakbond",)})


@pytest.fixture
def piece(tmp_path: Path) -> Piece:
    return read(
        tmp_path,
        "Microcredentials leiden tot meer deelname aan scholing van werkenden, vindt UNL.\n\n"
        "## Geld\n\nVoor de groei van pilots is in 2023/2026 € 5 mln beschikbaar, zegt Delft.\n\n"
        "## Deel\n\nVan de opleiders doet 85% mee aan toezicht.\n",
    )


def why(piece: Piece, question: str, counts: Counts | None = None) -> Abstention | None:
    understanding = understood(question, glossary=GLOSSARY)
    return why_abstain(understanding, piece.hits(), terms_of(understanding, counts), STEPS)


@pytest.mark.parametrize(
    "question",
    [
        "Waarom leiden microcredentials tot meer deelname?",
        "Wat vindt UNL van scholing?",
        "Wat vindt de VSNU van scholing?",  # by its other name
        "Wat doen de MICROCREDENTIALS voor werkenden?",
        "Wat zegt Delft over de pilots?",
        "Wat gebeurt er in 2023 met de pilots?",
        "Wat gebeurt er in 2025 met de pilots?",  # between 2023 and 2026
        "Hoeveel geld is er voor pilots?",
        "Hoeveel euro is er voor pilots?",
        "Welk percentage van de opleiders doet mee?",
        "Wat houdt stap 3 in voor werkenden?",
        "Who benefits from microcredentials?",
        "Wat zegt de Kamerbrief over scholing?",  # a capital that names no one
    ],
)
def test_what_the_documents_speak_of_is_not_refused(piece: Piece, question: str) -> None:
    assert why(piece, question) is None


@pytest.mark.parametrize(
    ("question", "reason", "detail"),
    [
        ("Wat houdt stap 8 in voor werkenden?", Reason.STEP, "8"),
        ("Wat houden stap 8 en stap 9 in voor werkenden?", Reason.STEP, "8, 9"),
        ("Wat vindt Leiden van scholing?", Reason.NAME, "Leiden"),  # 'leiden tot' is no Leiden
        ("Wat is DEEL voor de pilots?", Reason.NAME, "DEEL"),  # no heading 'Deel'
        ("Wat vindt de Open Universiteit van scholing?", Reason.NAME, "Open Universiteit"),
        ("Wat vindt FNV van scholing?", Reason.NAME, "FNV"),
        ("Wat gebeurt er in 2027 met de pilots?", Reason.YEAR, "2027"),
        ("Hoeveel euro is er voor microcredentials?", Reason.AMOUNT, ""),
        ("Wat kost toezicht, en hoeveel is dat?", Reason.AMOUNT, ""),
        ("Welk percentage van de werkenden doet mee aan scholing?", Reason.AMOUNT, ""),
        ("Wer ist für die Umsetzung der Agenda verantwortlich und wann?", Reason.LANGUAGE, ""),
    ],
)
def test_what_they_do_not_speak_of_is_refused_by_name(piece: Piece, question: str, reason: Reason, detail: str) -> None:
    assert why(piece, question) == Abstention(reason, detail)


def test_a_name_that_no_document_holds_is_refused_as_it_was_written(piece: Piece) -> None:
    assert why(piece, "Wat vindt Wageningen ervan?", Everywhere(of={stem("wageningen"): 0})) == (
        Abstention(Reason.NAME, "Wageningen")
    )


def test_a_name_that_is_misspelt_is_not_refused(piece: Piece) -> None:
    unknown = Counts(of={"scholing": 10, "vindt": 10})
    assert why(piece, "Wat vindt men van Microcredentails?", unknown) is None


def test_a_subject_of_which_hardly_a_word_is_found_is_refused(piece: Piece) -> None:
    question = "Hoe bak ik een taart met appels, kaneel, rozijnen, boter, eieren, meel, suiker en deelname?"
    assert why(piece, question) == Abstention(Reason.NOTHING_FOUND)


def test_a_subject_in_words_that_stand_nowhere_needs_more_to_be_found(piece: Piece) -> None:
    """One word of six is found: 17 % of the weight is enough, 14 % is too little when no document has the others."""
    question = "Hoe helpt bemesting de tulpenbollen, narcissen, krokussen en deelname?"
    assert why(piece, question) is None
    unknown = Counts(of={"deelname": 1})
    assert why(piece, question, unknown) == Abstention(Reason.NOTHING_FOUND)


def test_the_small_words_of_a_name_need_no_capital(tmp_path: Path) -> None:
    piece = read(tmp_path, "De Raad van State vraagt om scholing.\n")
    assert why(piece, "Wat vraagt de Raad van State over scholing?") is None


def test_words_that_lack_a_translation_count_for_little_in_another_language(tmp_path: Path) -> None:
    """One word of five is found: too little in Dutch, and enough where four words may only lack a translation."""
    piece = read(tmp_path, "Deelname aan pilots loopt.\n")
    only = Counts(of={stem("pilots"): 1})
    english = "Who will probably attend pilots tomorrow morning?"
    dutch = "Wie gaat morgenvroeg waarschijnlijk meefietsen, zwemmen bij pilots?"
    assert why(piece, english, only) is None
    assert why(piece, dutch, only) == Abstention(Reason.NOTHING_FOUND)


def test_an_adjective_of_a_place_is_found_in_its_name(tmp_path: Path) -> None:
    piece = read(tmp_path, "In Gelderland volgen trainees scholing.\n")
    unknown = Counts(of={stem("trainees"): 5, stem("scholing"): 5})
    assert why(piece, "Wat volgen Gelderse trainees?", unknown) is None
    assert why(piece, "Wat volgen Brabantse trainees?", unknown) == Abstention(Reason.NAME, "Brabantse")


def test_a_part_that_is_not_answered_is_told_beside_the_answer_to_another(piece: Piece) -> None:
    understanding = understood("Wat zegt Delft over de pilots, en hoeveel werkenden zijn er?")
    terms = terms_of(understanding)
    assert why_abstain(understanding, piece.hits(), terms, STEPS) is None
    assert left_open(understanding, piece.hits(), terms) == (Abstention(Reason.COUNT, "werkenden"),)


def test_nothing_found_is_said_so(piece: Piece) -> None:
    assert why_abstain(understood("Wat is scholing?"), [], (), STEPS) == Abstention(Reason.NOTHING_FOUND)
    assert why_abstain(understood("Wat is stap 8?"), [], (), STEPS) == Abstention(Reason.STEP, "8")


def test_without_an_agenda_no_step_is_unknown(piece: Piece) -> None:
    understanding = understood("Wat houdt stap 8 in voor werkenden?")
    assert why_abstain(understanding, piece.hits(), terms_of(understanding), ()) is None


def test_a_step_that_stands_in_a_heading_is_not_unknown(tmp_path: Path) -> None:
    piece = read(tmp_path, "## Stap 8: afronden\n\nDe werkenden ronden af.\n")
    assert why(piece, "Wat houdt stap 8 in voor werkenden?") is None


def test_a_footnote_mark_behind_a_year_hides_it_not(tmp_path: Path) -> None:
    piece = read(tmp_path, "De pilots lopen tot 2024[^1] door.\n")
    assert why(piece, "Wat gebeurt er in 2024 met de pilots?") is None


@pytest.mark.parametrize(
    ("titles", "steps"),
    [
        (["2 Bouwen", "1 Scholing", "Stap 3: toezicht", "2 Bouwen (vervolg)"], (1, 2, 3)),
        (["Bouwen", "2024 en verder"], ()),
        ([], ()),
    ],
)
def test_the_known_steps_are_the_numbers_of_section_titles(titles: list[str], steps: tuple[int, ...]) -> None:
    assert known_steps(titles) == steps
