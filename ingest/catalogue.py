"""The catalogue: the sources that the project knows, and how to recognise their originals."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path, PurePath

import corpus
from assistant.domain.documents import Source
from ingest.catalogue_file import read_originals
from ingest.recognition import SIGNS, Evidence, Original

CORPUS = Path(corpus.__file__).parent
_LONGEST_SLUG = 80  # characters


@dataclass(frozen=True, slots=True)
class Catalogue:
    """Known sources; ``folder`` holds their digests."""

    folder: Path
    originals: tuple[Original, ...]

    @property
    def sources(self) -> tuple[Source, ...]:
        return tuple(original.source for original in self.originals)

    def original(self, id: str) -> Original | None:  # noqa: A002  (its own name)
        """What is known of the original of the source with this id."""
        return next((original for original in self.originals if original.source.id == id), None)

    def match(self, filename: str, title: str, pages: Sequence[str]) -> Source | None:
        """The source whose original this is: by the file's name, the title in its metadata and its pages' text.

        Pages come from the first on; more than are looked at do no harm. A sign that fits two sources decides nothing.
        """
        evidence = Evidence(filename, title, pages)
        for shows in SIGNS:
            found = [original.source for original in self.originals if shows(original, evidence)]
            if len(found) == 1:
                return found[0]
        return None

    def digest_path(self, source: Source) -> Path:
        return self.folder / "digests" / f"{source.id}.md"


def load_catalogue(folder: Path = CORPUS) -> Catalogue:
    """Raises ``ReadError`` that names the line."""
    return Catalogue(folder, read_originals(folder / "catalogue.yaml"))


def slug(filename: str) -> str:
    """The id of a document that the catalogue does not know: 'Verslag 3 mei (v2).pdf' is 'verslag-3-mei-v2'."""
    plain = unicodedata.normalize("NFKD", PurePath(filename).stem).encode("ascii", "ignore").decode()
    words = re.findall(r"[a-z0-9]+", plain.lower())
    return "-".join(words)[:_LONGEST_SLUG].strip("-") or "document"
