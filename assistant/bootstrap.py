"""The composition root: the one place where everything is wired."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache
from pathlib import Path

from assistant.agenda.mentions import LaterMentions
from assistant.agenda.parties import KnownParties
from assistant.agenda.party_mentions import PartyMentions
from assistant.agenda.register import AgendaRegister
from assistant.answering.agenda_finding import AgendaFinder
from assistant.answering.composing import ExtractiveComposer
from assistant.answering.glossary import Glossary
from assistant.answering.positions_answers import PositionAnswers
from assistant.answering.positions_finding import PositionFinder
from assistant.answering.retrieving import Retriever
from assistant.answering.service import AnsweringService
from assistant.clock import today
from assistant.domain.errors import StorageError
from assistant.index.chroma import ChromaIndex
from assistant.index.embeddings import make_embedder
from assistant.index.hybrid import HybridIndex
from assistant.index.interface import PassageIndex
from assistant.index.lexical import LexicalIndex
from assistant.ingestion import Archive
from assistant.library.failures import storage_error
from assistant.library.known_views import KnownViews
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
    own_parties, own_themes = folder / "stakeholders.yaml", folder / "themes.yaml"
    stakeholders = cache(lambda: load_stakeholders(extra=_present(own_parties)))
    themes = cache(lambda: load_themes(extra=_present(own_themes)))
    shelf, glossary = LibraryShelf(archive.library), cache(_glossary)
    views = KnownViews(archive.library)
    agendas = _agendas(archive, lexical, shelf, glossary, views, stakeholders)
    positions = PositionRegister(views, stakeholders, themes)
    return LocalApplication(
        settings,
        archive,
        catalogue,
        Pipeline(catalogue, stakeholders, themes, own_files=(own_parties, own_themes)),
        agendas,
        positions,
        lambda: _answering(archive, lexical, shelf, glossary, ExtractiveComposer(), agendas, positions),
    )


def _present(path: Path) -> Path | None:
    return path if path.is_file() else None


def _glossary() -> Glossary:
    return Glossary.load(CORPUS / "glossary.yaml", CORPUS / "synonyms.yaml")


def _agendas(
    archive: Archive,
    lexical: LexicalIndex,
    shelf: LibraryShelf,
    glossary: Callable[[], Glossary],
    views: KnownViews,
    stakeholders: Callable[[], StakeholderRegister],
) -> Agendas:
    library = archive.library
    parties = KnownParties(stakeholders)
    register = AgendaRegister(library, parties)
    later = LaterMentions(library, register, archive.search, shelf.page, lexical, glossary, parties.named_in)
    return Agendas(register, later, PartyMentions(library, views, stakeholders), stakeholders)


def _answering(
    archive: Archive,
    lexical: LexicalIndex,
    shelf: LibraryShelf,
    glossary: Callable[[], Glossary],
    composer: ExtractiveComposer,
    agendas: Agendas,
    positions: PositionRegister,
) -> AnsweringService:
    retriever, parties = Retriever(archive, lexical, shelf.agenda_rows), KnownParties(agendas.stakeholders)
    return AnsweringService(
        glossary=glossary(),
        retriever=retriever,
        agenda_rows=shelf.agenda_rows,
        shelf=shelf,
        composer=composer,
        agendas=AgendaFinder(agendas.register, parties, today),
        positions=PositionAnswers(PositionFinder(positions, retriever, composer, parties), parties, shelf),
    )


def _prepared(folder: Path) -> Path:
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except (FileExistsError, NotADirectoryError) as error:
        raise StorageError(
            "{folder} is geen map en kan er geen worden: kies een andere map (--data).", folder=folder
        ) from error
    except OSError as error:
        raise storage_error(error, str(folder)) from error
    return folder


def _vectors(settings: Settings, folder: Path) -> ChromaIndex | None:
    embedder = make_embedder(settings.embedder)
    return ChromaIndex(embedder, settings.chroma or folder / "vectors") if embedder else None
