"""Reading documents in, one after another."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from tempfile import TemporaryDirectory
from time import perf_counter

from assistant.arguments import as_utf8
from assistant.domain.agenda import Agenda
from assistant.domain.documents import Document, Origin, Source
from assistant.domain.errors import ReadError, WieWatWanneerError
from assistant.domain.passages import Passage
from assistant.domain.phrases import Phrase, joined
from assistant.domain.positions import Views
from assistant.domain.reports import DocumentSummary, IngestReport, Outcome, PageProblem
from assistant.fetching import fetch
from assistant.ingestion import Archive
from assistant.naming import id_for
from assistant.targets import Target, is_address
from assistant.texts import Texts
from assistant.unforeseen import unforeseen
from ingest.catalogue import Catalogue
from ingest.pipeline import Pipeline


class Intake:
    """One run. A source of the catalogue that several files of a run hold is read from the first of them.

    Else two editions in one folder would replace each other at every run.
    """

    def __init__(self, archive: Archive, catalogue: Catalogue, pipeline: Pipeline, texts: Texts) -> None:
        self._archive = archive
        self._library = archive.library
        self._sources = catalogue.sources
        self._pipeline = pipeline
        self._texts = texts
        self._read_from: dict[str, str] = {}  # the name of the target that held a document's original, by its id

    def report(self, target: Target) -> IngestReport:
        """Whatever is wrong with the target becomes a report; raises what concerns all of them, such as a full disk."""
        started = perf_counter()
        try:
            report = self._read(target)
        except ReadError as error:
            report = IngestReport(target.name, Outcome.FAILED, message=error.sentence)
        except WieWatWanneerError:
            raise
        except Exception as error:  # a fault that one file brings out must not cost the others their turn
            report = IngestReport(target.name, Outcome.FAILED, message=unforeseen(error, self._texts.command))
        return replace(self._with_agenda(report), seconds=round(perf_counter() - started, 3))

    def _with_agenda(self, report: IngestReport) -> IngestReport:
        for agenda in self._library.agendas([report.document]):
            report = replace(report, actions=len(agenda.actions), unread_rows=agenda.problems)
        return report

    def _read(self, target: Target) -> IngestReport:
        if target.refused:
            raise target.refused
        if target.digest:
            return self._read_digest(target.name, target.digest)
        if target.path:
            return self._read_file(target.name, target.path)
        with TemporaryDirectory(prefix="wiewatwanneer-") as folder:
            return self._read_file(target.name, fetch(target.address, Path(folder)), target.address)

    def _read_digest(self, name: str, source: Source) -> IngestReport:
        """Stores the digest where the library has neither it nor the original.

        An original that was read with another digest, or in another way, is read anew from the copy that is kept.
        """
        present = self._library.summary(source.id)
        if present and present.origin is Origin.ORIGINAL:
            current = self._pipeline.is_current(present.version, present.id)
            return _unchanged(name, present) if current else self._from_copy(name, present)
        if present and present.version == self._pipeline.digest_version(source):
            return _unchanged(name, present)
        return self._stored(name, self._pipeline.read_digest(source))

    def _from_copy(self, name: str, present: DocumentSummary) -> IngestReport:
        copy = self._archive.file(present.id)
        if not copy:
            return _unchanged(name, present)
        place = self._library.places()[present.id]
        return self._stored(name, self._pipeline.read(copy, place, present.filename), copy)

    def _read_file(self, name: str, path: Path, address: str = "") -> IngestReport:
        with _explained(path):
            versions = self._pipeline.versions(path)
            if source := self._pipeline.digested_in(path):
                return self._read_digest(name, source)
            present = next(filter(None, map(self._library.summary_of_version, versions)), None)
            report = _same(name, path, present) if present else self._read_anew(name, path, address)
        self._read_from.setdefault(report.document, name)
        return report

    def _read_anew(self, name: str, path: Path, address: str) -> IngestReport:
        document = self._pipeline.read(path, address or as_utf8(str(path.resolve())))
        present = self._library.summary(document.id)
        if present and document.source in self._sources and document.id in self._read_from:
            first = self._read_from[document.id]
            message = Phrase(
                "Dit is {document}, dat al uit {first} is gelezen: lees {name} apart in als het dat vervangt.",
                document=document.id,
                first=first,
                name=name,
            )
            return replace(_unchanged(name, present), message=message)
        return self._stored(name, document, path)

    def _stored(self, name: str, document: Document, original: Path | None = None) -> IngestReport:
        """No other process stores anything in between: it may have read the same file, or one of the same name."""
        with self._archive.writing():
            if same := self._library.summary_of_version(document.version):
                return _unchanged(name, same)
            named = self._named(document)
            present = self._library.summary(named.id)
            passages = self._pipeline.cut(named)
            agenda, without_agenda = self._agenda(named)
            views, without_views = self._views(named, passages)
            self._archive.store(named, passages, original, agenda, views)
        renamed = "" if present or named.id == document.id else _another(document.id)
        return IngestReport(
            path=name,
            outcome=Outcome.REPLACED if present else Outcome.ADDED,
            document=named.id,
            title=named.source.title,
            pages=len(named.pages),
            passages=len(passages),
            problems=tuple(PageProblem(page.number, page.problem) for page in named.unreadable),
            message=joined(" ", [each for each in (renamed, without_agenda, without_views) if each]),
        )

    def _agenda(self, document: Document) -> tuple[Agenda | None, str]:
        """With a sentence where nobody can tell whether there is one: a document is worth more than its agenda."""
        try:
            return self._pipeline.agenda(document), ""
        except Exception as error:
            reason = unforeseen(error, self._texts.command)
            return None, self._texts.register.agenda_unread.format(reason=reason)

    def _views(self, document: Document, passages: Sequence[Passage]) -> tuple[Views | None, str]:
        """With a sentence where they could not be read, as for the agenda."""
        try:
            return self._pipeline.views(document, passages), ""
        except Exception as error:
            reason = unforeseen(error, self._texts.command)
            return None, self._texts.register.positions_unread.format(reason=reason)

    def _named(self, document: Document) -> Document:
        if document.source in self._sources:
            return document
        reserved = [source.id for source in self._sources]
        id_ = id_for(document.id, document.place, self._library.places(), reserved, _is_left)
        return replace(document, source=replace(document.source, id=id_))


def _is_left(place: str) -> bool:
    """Of an address nobody knows without the network."""
    return not is_address(place) and not Path(place).exists()


def _another(document: str) -> Phrase:
    return Phrase(
        "Er is al een ander document {document}, dat blijft: verwijder het als dit ervoor in de plaats komt.",
        document=document,
    )


@contextmanager
def _explained(path: Path) -> Iterator[None]:
    try:
        yield
    except OSError as error:
        raise ReadError(
            "{name} kan niet worden gelezen: controleer of het bestand er nog is.", name=path.name
        ) from error


def _same(name: str, path: Path, present: DocumentSummary) -> IngestReport:
    if as_utf8(path.name) == present.filename:
        return _unchanged(name, present)
    message = Phrase("{name} heeft dezelfde inhoud als {present}.", name=path.name, present=present.filename)
    return replace(_unchanged(name, present), message=message)


def _unchanged(name: str, present: DocumentSummary) -> IngestReport:
    return IngestReport(
        path=name,
        outcome=Outcome.UNCHANGED,
        document=present.id,
        title=present.title,
        pages=present.pages,
        passages=present.passages,
        problems=present.problems,
    )
