"""From a file to a document and its passages."""

from __future__ import annotations

import filecmp
import hashlib
import os
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from functools import cache
from pathlib import Path

from assistant.domain.agenda import Agenda
from assistant.domain.documents import Document, Origin, Source
from assistant.domain.passages import Passage
from assistant.domain.positions import Views
from assistant.domain.text import one_line
from ingest.agenda_tables import read_agenda
from ingest.catalogue import Catalogue, slug
from ingest.digests import said_by_page, with_digest
from ingest.named_parties import named_in
from ingest.passages import passages
from ingest.positions import read_views
from ingest.readers.interface import Reading
from ingest.readers.registry import reader_for
from ingest.readers.signatures import format_of
from ingest.stakeholders import StakeholderRegister, load_stakeholders
from ingest.themes import ThemeRegister, load_themes
from ingest.titles import title_of
from ingest.token_count import count_tokens

METHOD = "9"  # changes when the same file would be read or cut in another way, so that it is read anew


class Pipeline:
    def __init__(
        self,
        catalogue: Catalogue,
        stakeholders: Callable[[], StakeholderRegister] = load_stakeholders,
        themes: Callable[[], ThemeRegister] = load_themes,
        own_files: Sequence[Path] = (),
    ) -> None:
        """The parties and the themes are read when the first document is.

        ``own_files`` are those of a user that add to them; a document is read anew when one of them changed.
        """
        self._catalogue = catalogue
        self._stakeholders = cache(stakeholders)
        self._themes = cache(themes)
        self._own_files = tuple(own_files)
        self._method = METHOD + _fingerprint(own_files)
        self._digest_mark = cache(self._mark_of_digest)

    def check_own_files(self) -> None:
        """Raises ``DamagedFile`` for a mistake in a user's file of parties or themes, before any document is read."""
        if any(path.is_file() for path in self._own_files):
            self._stakeholders()
            self._themes()

    def version(self, path: Path, source: Source | None = None) -> str:
        """What the document's version will be: the same for the same bytes read in the same way.

        The original of a ``source`` with a digest has another one when the digest changes. Raises ``ReadError`` for
        what is no file that can be read, and does not begin to read it then.
        """
        return self._version(path, Origin.ORIGINAL, source.id if source else "")

    def versions(self, path: Path) -> tuple[str, ...]:
        """What it can be before the file is read, when nobody knows yet whether it is the original of a source."""
        plain = self.version(path)
        marks = (self._digest_mark(source.id) for source in self._catalogue.sources)
        return tuple(dict.fromkeys([plain, *(plain + mark for mark in marks)]))

    def digest_version(self, source: Source) -> str:
        return self._version(self._catalogue.digest_path(source), Origin.DIGEST)

    def digested_in(self, path: Path) -> Source | None:
        """The source of which the file is the project's own digest: our words never pass for those of the original."""
        digests = ((source, self._catalogue.digest_path(source)) for source in self._catalogue.sources)
        same = (source for source, digest in digests if digest.is_file() and filecmp.cmp(path, digest, shallow=False))
        return next(same, None)

    def read(self, path: Path, place: str = "", name: str = "") -> Document:
        """Reads a file that a person gave, under the ``name`` that it came with. Raises ``ReadError``.

        A document that the catalogue does not know has the slug of the file's name as its id, and as its title what the
        file says, what its first page opens with, or the name.
        """
        name = _readable(name or path.name)
        reading = reader_for(path).read(path)
        known = self._catalogue.match(name, reading.title, [page.text for page in reading.pages])
        source = known or Source(id=slug(name), title=self._title(reading) or one_line(Path(name).stem))
        return _document(source, self.version(path, known), Origin.ORIGINAL, name, reading, place)

    def _title(self, reading: Reading) -> str:
        return one_line(reading.title) or title_of(
            reading.pages, lambda name: self._stakeholders().find(name) is not None
        )

    def read_digest(self, source: Source) -> Document:
        """Reads the project's own summary of a source of the catalogue."""
        path = self._catalogue.digest_path(source)
        return _document(source, self.digest_version(source), Origin.DIGEST, path.name, reader_for(path).read(path))

    def agenda(self, document: Document) -> Agenda | None:
        """The agenda that a document holds, if any."""
        return read_agenda(document, self._stakeholders())

    def views(self, document: Document, passages: Sequence[Passage]) -> Views:
        """The positions that a document holds, and where it names parties, on a theme and at all."""
        views = read_views(document, self._stakeholders(), self._themes())
        return replace(views, named=named_in(passages, self._stakeholders()))

    def is_current(self, version: str, document: str = "") -> bool:
        """Whether the document with this id and version was read and cut as this program does it."""
        return version.endswith(tuple(self._way(origin, document) for origin in Origin))

    def cut(self, document: Document) -> tuple[Passage, ...]:
        return with_digest(passages(document, count_tokens), self.said_of(document))

    def said_of(self, document: Document) -> Mapping[int, str]:
        """What our digest says of each page, of an original that has the pages that the digest was made of too."""
        if document.origin is Origin.DIGEST:
            return said_by_page(document)
        original = self._catalogue.original(document.id)
        if not original or original.pages not in (0, len(document.pages)):
            return {}
        return said_by_page(self.read_digest(original.source)) if self._digest_mark(document.id) else {}

    def _version(self, path: Path, origin: Origin, document: str = "") -> str:
        format_of(path)
        return f"{_digest(path)[:32]}{self._way(origin, document)}"

    def _way(self, origin: Origin, document: str) -> str:
        """How the document is read and cut, as it stands at the end of its version."""
        mark = self._digest_mark(document) if origin is Origin.ORIGINAL else ""
        return f"-{origin.value[0]}{self._method}{mark}"

    def _mark_of_digest(self, document: str) -> str:
        """Changes with the digest of a document of the catalogue; empty where there is none."""
        original = self._catalogue.original(document)
        path = self._catalogue.digest_path(original.source) if original else None
        return f"-{_digest(path)[:8]}" if path and path.is_file() else ""


def _digest(path: Path) -> str:
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def _fingerprint(files: Sequence[Path]) -> str:
    """Empty where there is none of them."""
    digests = [_digest(path) for path in files if path.is_file()]
    return f".{hashlib.sha256(''.join(digests).encode()).hexdigest()[:8]}" if digests else ""


def _document(source: Source, version: str, origin: Origin, name: str, reading: Reading, place: str = "") -> Document:
    return Document(source, version, origin, name, reading.extractor, reading.pages, place)


def _readable(name: str) -> str:
    """A file's name in UTF-8; Python keeps other bytes as lone surrogates, which no database takes."""
    return os.fsencode(name).decode("utf-8", errors="replace")
