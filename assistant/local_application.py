"""The application over one data folder: reading documents in, and answering from them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory
from time import perf_counter

from assistant.answering.service import AnsweringService
from assistant.application import Progress
from assistant.domain.answers import Answer, Turn
from assistant.domain.documents import Origin, Page, Source
from assistant.domain.errors import ReadError, StorageError, UnknownDocument
from assistant.domain.passages import Hit
from assistant.domain.reports import (
    DocumentSummary,
    IngestReport,
    LibraryStatus,
    Outcome,
    PageProblem,
)
from assistant.fetching import fetch
from assistant.ingestion import Archive
from assistant.library.failures import storage_error
from ingest.catalogue import Catalogue
from ingest.pipeline import Pipeline, Prepared


@dataclass(frozen=True, slots=True)
class _Task:
    """One document to read: a digest of the project, a file, or an address; ``name`` is what reports call it."""

    name: str
    digest: Source | None = None
    path: Path | None = None
    address: str = ""
    refused: str = ""


class LocalApplication:
    def __init__(
        self,
        data: Path,
        embedder: str,
        archive: Archive,
        catalogue: Catalogue,
        pipeline: Pipeline,
        answering: AnsweringService,
    ) -> None:
        self._data = data
        self._embedder = embedder
        self._archive = archive
        self._library = archive.library
        self._catalogue = catalogue
        self._pipeline = pipeline
        self._answering = answering

    # --- asking

    def search(self, question: str, k: int = 10) -> tuple[Hit, ...]:
        return self._answering.search(question, k)

    def ask(self, question: str, history: Sequence[Turn] = ()) -> Answer:
        return self._answering.ask(question, history)

    def page(self, document: str, number: int) -> Page:
        return self._library.page(document, number)

    def documents(self) -> tuple[DocumentSummary, ...]:
        return self._library.documents()

    def status(self) -> LibraryStatus:
        stores = self._archive.status()
        differs = any(store.missing or store.surplus for store in stores)
        return LibraryStatus(str(self._data), self._embedder, self.documents(), stores, repaired=differs)

    # --- reading in

    def ingest(self, targets: Sequence[str] = (), progress: Progress | None = None) -> Iterator[IngestReport]:
        tasks = list(self._tasks(targets))
        for done, task in enumerate(tasks):
            if progress:
                progress(done, len(tasks), task.name)
            yield self._report(task)
        if progress and tasks:
            progress(len(tasks), len(tasks), tasks[-1].name)

    def remove(self, document: str) -> IngestReport:
        title = next((each.title for each in self.documents() if each.id == document), "")
        self._archive.remove(document)
        return IngestReport(document, Outcome.REMOVED, document, title)

    def _tasks(self, targets: Sequence[str]) -> Iterator[_Task]:
        if not targets:
            yield from (_Task(source.id, digest=source) for source in self._catalogue.sources)
        for target in targets:
            yield from self._task(target)

    def _task(self, target: str) -> Iterator[_Task]:
        if target.startswith(("http://", "https://")):
            yield _Task(target, address=target)
            return
        path = Path(target).expanduser()
        known = next((source for source in self._catalogue.sources if source.id == target), None)
        if known and not path.exists():
            yield _Task(target, address=known.address, refused="" if known.address else _no_address(target))
        elif path.is_dir():
            yield from _in_folder(path)
        else:
            yield _Task(target, path=path)

    def _report(self, task: _Task) -> IngestReport:
        started = perf_counter()
        try:
            report = self._read(task)
        except ReadError as error:
            return IngestReport(task.name, Outcome.FAILED, message=str(error))
        except OSError as error:
            failure = storage_error(error, str(self._data))
            return IngestReport(task.name, Outcome.FAILED, message=str(failure))
        except StorageError as error:
            return IngestReport(task.name, Outcome.FAILED, message=str(error))
        seconds = round(perf_counter() - started, 3)
        return IngestReport(
            report.path,
            report.outcome,
            report.document,
            report.title,
            report.pages,
            report.passages,
            report.problems,
            report.message,
            seconds,
        )

    def _read(self, task: _Task) -> IngestReport:
        if task.refused:
            raise ReadError(task.refused)
        if task.digest:
            return self._read_digest(task.name, task.digest)
        if task.path:
            return self._read_file(task.name, task.path)
        with TemporaryDirectory(prefix="wiewatwanneer-") as folder:
            return self._read_file(task.name, fetch(task.address, Path(folder)))

    def _read_digest(self, name: str, source: Source) -> IngestReport:
        present = self._summary(document=source.id)
        if present and present.origin is Origin.ORIGINAL:
            return _unchanged(name, present)
        version = self._pipeline.version(self._catalogue.digest_path(source), Origin.DIGEST)
        if present and present.version == version:
            return _unchanged(name, present)
        return self._stored(name, self._pipeline.prepare_digest(source), present, None)

    def _read_file(self, name: str, path: Path) -> IngestReport:
        try:
            version = self._pipeline.version(path, Origin.ORIGINAL)
        except FileNotFoundError as error:
            raise ReadError(f"{name} bestaat niet: controleer de naam en de map.") from error
        except OSError as error:
            raise ReadError(f"{name} kan niet worden geopend: controleer of u het bestand mag lezen.") from error
        if present := self._summary(version=version):
            return _unchanged(name, present)
        prepared = self._pipeline.prepare(path)
        return self._stored(name, prepared, self._summary(document=prepared.document.id), path)

    def _stored(
        self, name: str, prepared: Prepared, present: DocumentSummary | None, original: Path | None
    ) -> IngestReport:
        document = prepared.document
        self._archive.store(document, prepared.passages, original)
        return IngestReport(
            path=name,
            outcome=Outcome.REPLACED if present else Outcome.ADDED,
            document=document.id,
            title=document.source.title,
            pages=len(document.pages),
            passages=len(prepared.passages),
            problems=tuple(PageProblem(page.number, page.problem) for page in document.unreadable),
        )

    def _summary(self, document: str = "", version: str = "") -> DocumentSummary | None:
        return next((each for each in self.documents() if each.id == document or each.version == version), None)


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


def _in_folder(folder: Path) -> Iterator[_Task]:
    """All files below a folder, in order of name; hidden ones are left out."""
    try:
        entries = sorted(folder.iterdir())
    except OSError:
        yield _Task(str(folder), refused=f"De map {folder} kan niet worden geopend: controleer of u haar mag lezen.")
        return
    for entry in entries:
        if entry.name.startswith("."):
            continue
        if entry.is_dir():
            yield from _in_folder(entry)
        else:
            yield _Task(str(entry), path=entry)


def _no_address(source: str) -> str:
    return f"Van {source} is geen adres bekend: haal het document op bij de uitgever en geef het bestand."


__all__ = ["LocalApplication", "UnknownDocument"]
