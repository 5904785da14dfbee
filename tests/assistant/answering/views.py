"""Invented papers of real parties, with a service that answers from what they say."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from functools import cache
from pathlib import Path

from assistant.agenda.parties import KnownParties
from assistant.answering.composing import ExtractiveComposer
from assistant.answering.glossary import Glossary
from assistant.answering.positions_answers import PositionAnswers
from assistant.answering.positions_finding import PositionFinder
from assistant.answering.retrieving import Retriever
from assistant.answering.service import AnsweringService
from assistant.domain.documents import Document, Source
from assistant.index.hybrid import HybridIndex
from assistant.index.lexical import LexicalIndex
from assistant.ingestion import Archive
from assistant.library.known_views import KnownViews
from assistant.library.library import Library
from assistant.positions.register import PositionRegister
from assistant.shelf import LibraryShelf
from ingest.passages import passages
from ingest.positions import read_views
from ingest.stakeholders import load_stakeholders
from ingest.themes import load_themes
from ingest.token_count import count_tokens
from tests.assistant.answering.material import read

GLOSSARY = Glossary(strong={("funding",): ("bekostiging",)})
STAKEHOLDERS, THEMES = cache(load_stakeholders), cache(load_themes)

PAPER = """
<!-- pagina 1 -->
# Visie

UNL pleit voor bekostiging van korte modules voor werkenden.

<!-- pagina 2 -->
# Waar pleiten we voor

Om dit te bereiken pleit UNL voor:

- een landelijk register van microcredentials;
- meer ruimte voor deeltijdstudenten in de regio.
"""
LETTER = """
<!-- pagina 1 -->
Geachte voorzitter,

We verkennen of de wettelijke taak van instellingen kan worden verbreed.

Bij het verbreden van de wettelijke taak moet de bekostiging gelijk blijven.

Private opleiders hebben zorgen over het gelijke speelveld bij contractonderwijs.

<!-- pagina 2 -->
De NRTO neemt deel aan de werkgroep over microcredentials.
"""
BUNDLE = """
<!-- pagina 1 -->
De Vereniging Hogescholen is tegen bekostiging van korte modules voor werkenden.

De Vereniging Hogescholen adviseert een gezamenlijke prijslijst voor maatwerk.
"""
MINISTERS = ("Minister van Onderwijs, Cultuur en Wetenschap", "Minister van Sociale Zaken en Werkgelegenheid")
SOURCES = (
    (PAPER, Source("paper-unl", "Korte modules", "position-paper", ("Universiteiten van Nederland (UNL)",), "2023")),
    (LETTER, Source("brief", "Brief over modules", "kamerbrief", MINISTERS, "2024", aliases=("modulebrief",))),
    (BUNDLE, Source("bundel", "Bundel van het congres", "congresbundel", ("Vereniging Hogescholen (VH)",), "2025")),
)


def documents(folder: Path) -> list[Document]:
    return [replace(read(folder, text, source.title, source.id).document, source=source) for text, source in SOURCES]


def service_over(folder: Path, texts: Sequence[Document]) -> AnsweringService:
    lexical, library = LexicalIndex(folder / "lexical"), Library(folder / "library.sqlite")
    archive = Archive(folder, library, [lexical], HybridIndex(lexical))
    for document in texts:
        views = read_views(document, STAKEHOLDERS(), THEMES())
        archive.store(document, passages(document, count_tokens), views=views)
    shelf, parties = LibraryShelf(library), KnownParties(STAKEHOLDERS)
    retriever, composer = Retriever(archive, lexical, shelf.agenda_rows), ExtractiveComposer()
    register = PositionRegister(KnownViews(library), STAKEHOLDERS, THEMES)
    finder = PositionFinder(register, retriever, composer, parties)
    return AnsweringService(
        GLOSSARY,
        retriever,
        shelf.agenda_rows,
        shelf,
        composer,
        positions=PositionAnswers(finder, parties, shelf),
    )
