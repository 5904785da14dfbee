"""From a file to a document and its passages."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from pathlib import Path

from assistant.domain.documents import Document, Origin, Source
from assistant.domain.passages import Passage
from ingest.catalogue import Catalogue, slug
from ingest.passages import passages
from ingest.readers.interface import Reading
from ingest.readers.registry import reader_for
from ingest.token_count import count_tokens

METHOD = "1"  # changes when the same file would be read or cut in another way, so that it is read anew

_HASHED_AT_ONCE = 1 << 20


@dataclass(frozen=True, slots=True)
class Prepared:
    """A document that is ready to be stored."""

    document: Document
    passages: tuple[Passage, ...]


class Pipeline:
    def __init__(self, catalogue: Catalogue) -> None:
        self._catalogue = catalogue

    def version(self, path: Path, origin: Origin) -> str:
        """What the document's version will be: the same for the same bytes read in the same way."""
        digest = hashlib.sha256()
        with path.open("rb") as file:
            while chunk := file.read(_HASHED_AT_ONCE):
                digest.update(chunk)
        return f"{digest.hexdigest()[:32]}-{origin.value[0]}{METHOD}"

    def prepare(self, path: Path, name: str = "") -> Prepared:
        """Reads a file that a person gave; ``name`` is what it was called there. Raises ``ReadError``."""
        name = name or path.name
        reading = reader_for(path).read(path)
        return self._prepared(path, name, self._source(name, reading), Origin.ORIGINAL, reading)

    def prepare_digest(self, source: Source) -> Prepared:
        """Reads the project's own summary of a source of the catalogue."""
        path = self._catalogue.digest_path(source)
        return self._prepared(path, path.name, source, Origin.DIGEST, reader_for(path).read(path))

    def _source(self, name: str, reading: Reading) -> Source:
        texts = [page.text for page in reading.pages]
        known = self._catalogue.match(name, reading.title, texts)
        return known or Source(id=slug(name), title=reading.title or Path(name).stem)

    def _prepared(self, path: Path, name: str, source: Source, origin: Origin, reading: Reading) -> Prepared:
        document = Document(source, self.version(path, origin), origin, name, reading.extractor, reading.pages)
        return Prepared(document, passages(document, count_tokens))
