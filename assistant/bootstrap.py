"""The composition root: the one place where everything is wired."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache
from pathlib import Path

from assistant.agenda.mentions import LaterMentions
from assistant.agenda.parties import KnownParties
from assistant.agenda.party_mentions import PartyMentions
from assistant.agenda.register import AgendaRegister, today
from assistant.answering.agenda_finding import AgendaFinder
from assistant.answering.composing import ExtractiveComposer
from assistant.answering.glossary import Glossary
from assistant.answering.retrieving import Retriever
from assistant.answering.service import AnsweringService
from assistant.domain.errors import StorageError
from assistant.index.chroma import ChromaIndex
from assistant.index.embeddings import make_embedder
from assistant.index.hybrid import HybridIndex
from assistant.index.interface import PassageIndex
from assistant.index.lexical import LexicalIndex
from assistant.ingestion import Archive
from assistant.library.failures import storage_error
from assistant.library.library import Library
from assistant.local_application import Agendas, LocalApplication
from assistant.positions.register import PositionRegister
from assistant.settings import Settings
from assistant.shelf import LibraryShelf
from ingest.catalogue import CORPUS, load_catalogue
from ingest.pipeline import Pipeline
from ingest.stakeholders import StakeholderRegister, load_stakeholders
from ingest.themes import load_themes


def build_application(settings: Settings, *, rebuild: bool = False) -> LocalApplication:
    """Raises ``StorageError`` for a data folder that cannot be used; ``rebuild`` makes the indexes anew."""
    folder = _prepared(settings.data)
    lexical = LexicalIndex(folder / "lexical")
    vectors = _vectors(settings, folder)
    indexes: list[PassageIndex] = [lexical, *([vectors] if vectors else [])]
    archive = Archive(folder, Library(folder / "library.sqlite"), indexes, HybridIndex(lexical, vectors))
    if rebuild:
        archive.rebuild()
    catalogue = load_catalogue()
    stakeholders, themes = cache(load_stakeholders), cache(load_themes)
    shelf, glossary = LibraryShelf(archive.library), cache(_glossary)
    agendas = _agendas(archive, lexical, shelf, glossary, stakeholders)
    return LocalApplication(
        settings,
        archive,
        catalogue,
        Pipeline(catalogue, stakeholders, themes),
        agendas,
        PositionRegister(archive.library, stakeholders, themes),
        lambda: _answering(archive, lexical, shelf, glossary, ExtractiveComposer(), agendas),
    )


def _glossary() -> Glossary:
    return Glossary.load(CORPUS / "glossary.yaml", CORPUS / "synonyms.yaml")


def _agendas(
    archive: Archive,
    lexical: LexicalIndex,
    shelf: LibraryShelf,
    glossary: Callable[[], Glossary],
    stakeholders: Callable[[], StakeholderRegister],
) -> Agendas:
    library = archive.library
    parties = KnownParties(stakeholders)
    register = AgendaRegister(library, parties)
    later = LaterMentions(library, register, archive.search, shelf.page, lexical, glossary, parties.named_in)
    return Agendas(register, later, PartyMentions(library, stakeholders), stakeholders)


def _answering(
    archive: Archive,
    lexical: LexicalIndex,
    shelf: LibraryShelf,
    glossary: Callable[[], Glossary],
    composer: ExtractiveComposer,
    agendas: Agendas,
) -> AnsweringService:
    return AnsweringService(
        glossary=glossary(),
        retriever=Retriever(archive, lexical, shelf.agenda_rows),
        agenda_rows=shelf.agenda_rows,
        shelf=shelf,
        composer=composer,
        agendas=AgendaFinder(agendas.register, KnownParties(agendas.stakeholders), today),
    )


def _prepared(folder: Path) -> Path:
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except (FileExistsError, NotADirectoryError) as error:
        raise StorageError(f"{folder} is geen map en kan er geen worden: kies een andere map (--data).") from error
    except OSError as error:
        raise storage_error(error, str(folder)) from error
    return folder


def _vectors(settings: Settings, folder: Path) -> ChromaIndex | None:
    embedder = make_embedder(settings.embedder)
    return ChromaIndex(embedder, settings.chroma or folder / "vectors") if embedder else None
