"""Rows of an agenda beside another document that uses one of their words, over real stores."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from assistant.answering.agenda_finding import AgendaFinder
from assistant.answering.composing import ExtractiveComposer
from assistant.answering.retrieving import Retriever
from assistant.answering.service import AnsweringService
from assistant.index.hybrid import HybridIndex
from assistant.index.lexical import LexicalIndex
from assistant.ingestion import Archive
from assistant.library.library import Library
from assistant.shelf import LibraryShelf
from tests.assistant.answering.agendas import Names, Register, agenda_of
from tests.assistant.answering.material import NO_WORDS, Piece, read

NAMES = Names({"Waterschap": "waterschap", "gemeente": "gemeente"})
PLAN = """
De schouw is nodig na de winter van 2023.

| Wat | Wie | Wanneer |
|---|---|---|
| **1 Sterke dijken** | | |
| Verkenning nieuwe keringen | Waterschap | 2024/2025 |
| Herstel van rietkragen | gemeente | 2027 |
"""
VILLAGE = "De keringen in het dorp worden in de zomer geteerd. De opzichter is mevrouw Lak."


@pytest.fixture
def plan(tmp_path: Path) -> Piece:
    return read(tmp_path, PLAN, "Waterplan", "waterplan")


def service_over(folder: Path, plan: Piece, *others: Piece) -> AnsweringService:
    lexical, library = LexicalIndex(folder / "lexical"), Library(folder / "library.sqlite")
    archive = Archive(folder, library, [lexical], HybridIndex(lexical))
    for piece in (plan, *others):
        archive.store(piece.document, piece.passages)
    shelf = LibraryShelf(library)
    return AnsweringService(
        NO_WORDS,
        Retriever(archive, lexical, shelf.agenda_rows),
        shelf.agenda_rows,
        shelf,
        ExtractiveComposer(),
        agendas=AgendaFinder(Register((agenda_of(plan, NAMES),)), NAMES, lambda: date(2026, 6, 1)),
    )


def first_quoted(service: AnsweringService, question: str) -> str:
    return service.ask(question).citations[0].quote


def test_a_passage_with_all_words_goes_before_a_row_whose_document_lacks_some(tmp_path: Path, plan: Piece) -> None:
    village = read(tmp_path, VILLAGE, "Dorpsblad", "dorpsblad")
    question = "Wie is de opzichter van de keringen?"
    assert first_quoted(service_over(tmp_path / "een", plan), question).startswith("Verkenning nieuwe keringen")
    both = service_over(tmp_path / "twee", plan, village)
    assert first_quoted(both, question) == "De opzichter is mevrouw Lak."


@pytest.mark.parametrize("question", ["Wie verkent de nieuwe keringen?", "Wie verkent na de winter nieuwe keringen?"])
def test_a_row_stands_where_its_document_has_the_words(tmp_path: Path, plan: Piece, question: str) -> None:
    """The second question has a word that the row lacks, and its document has."""
    village = read(tmp_path, "Na de winter verkent het dorp nieuwe keringen.", "Dorpsblad", "dorpsblad")
    both = service_over(tmp_path / "twee", plan, village)
    assert first_quoted(both, question).startswith("Verkenning nieuwe keringen")


def test_a_passage_with_some_of_the_words_leaves_the_row_where_it_is(tmp_path: Path, plan: Piece) -> None:
    village = read(tmp_path, "De keringen in het dorp worden in de zomer geteerd.", "Dorpsblad", "dorpsblad")
    both = service_over(tmp_path / "twee", plan, village)
    assert first_quoted(both, "Wie is de opzichter van de keringen?").startswith("Verkenning nieuwe keringen")
