"""What a person asks to read in, as single documents."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from assistant.domain.documents import Source
from assistant.domain.errors import ReadError
from ingest.catalogue import Catalogue

_ADDRESS = re.compile(r"[a-z][a-z0-9+.-]+://", re.IGNORECASE)
_NO_DOCUMENTS = (".", "~$")  # how the names of hidden files and of Word's locks begin


@dataclass(frozen=True, slots=True)
class Target:
    """One document to read: a digest of the project, a file, or an address; else the error that says why there is none.

    ``name`` is what reports call it.
    """

    name: str
    digest: Source | None = None
    path: Path | None = None
    address: str = ""
    refused: ReadError | None = None


def is_address(name: str) -> bool:
    return _ADDRESS.match(name) is not None


def targets_of(given: Sequence[str], catalogue: Catalogue, data: Path) -> Iterator[Target]:
    """Files, folders, addresses and ids of the catalogue; without any the digests. ``data`` is never read from."""
    if not given:
        yield from (Target(source.id, digest=source) for source in catalogue.sources)
    for name in given:
        yield from _targets(name, catalogue, data)


def _targets(name: str, catalogue: Catalogue, data: Path) -> Iterator[Target]:
    path = Path(name).expanduser()
    known = next((source for source in catalogue.sources if source.id == name), None)
    if _is_folder(path):
        yield from _in_folder(path, data)
    elif is_address(name):
        yield Target(name, address=name)
    elif known and not path.exists():
        yield Target(name, address=known.address, refused=None if known.address else _no_address(name))
    else:
        yield Target(name, path=path)


def _in_folder(folder: Path, data: Path) -> Iterator[Target]:
    found = list(_below(folder, {data.resolve()}))
    refused = ReadError("In de map {folder} staan geen bestanden: controleer of dit de juiste map is.", folder=folder)
    yield from found or [Target(str(folder), refused=refused)]


def _below(folder: Path, passed: set[Path]) -> Iterator[Target]:
    """All files below a folder, in order of name; a folder in ``passed`` is left out, so that no link goes round."""
    if folder.resolve() in passed:
        return
    passed.add(folder.resolve())
    try:
        entries = sorted(folder.iterdir())
    except OSError:
        refused = ReadError("De map {folder} kan niet worden geopend: controleer of u haar mag lezen.", folder=folder)
        yield Target(str(folder), refused=refused)
        return
    for entry in entries:
        if entry.name.startswith(_NO_DOCUMENTS):
            continue
        if _is_folder(entry):
            yield from _below(entry, passed)
        else:
            yield Target(str(entry), path=entry)


def _is_folder(path: Path) -> bool:
    """False also for what may not be looked at: reading it says why."""
    try:
        return path.is_dir()
    except (OSError, ValueError):
        return False


def _no_address(source: str) -> ReadError:
    return ReadError(
        "Van {source} is geen adres bekend: haal het document op bij de uitgever en geef het bestand.", source=source
    )
