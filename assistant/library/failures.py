"""Failures of disks and databases, told in our own errors with what to do about them."""

from __future__ import annotations

from assistant.domain.errors import DamagedIndex, DiskFull, ReadOnlyData, StorageError

# What operating systems, SQLite and PostgreSQL say; libraries in between often leave only the text.
_FULL = ("no space left", "disk is full", "disk full", "disk quota exceeded", "could not extend file")
_READ_ONLY = (
    "read-only",
    "readonly",
    "permission denied",
    "access is denied",
    "unable to open database file",
    "operation not permitted",
)
# What SQLite and tantivy say of files that were overwritten, cut off or taken away.
_DAMAGED = ("corrupt", "malformed", "not a database", "filedoesnotexist")


def storage_error(error: BaseException, place: str) -> StorageError:
    """The error to raise ``from`` this one; ``place`` is what could not be used, as people know it."""
    said = str(error).lower()
    if any(words in said for words in _FULL):
        return DiskFull("De schijf van {place} is vol: maak ruimte vrij en probeer het opnieuw.", place=place)
    if any(words in said for words in _READ_ONLY):
        return ReadOnlyData(
            "In {place} kan niet worden geschreven: geef schrijfrechten of kies een andere map (--data).", place=place
        )
    return StorageError(
        "Er ging iets mis met {place} ({reason}): controleer de map met gegevens.",
        place=place,
        reason=first_line(error),
    )


def index_error(error: BaseException, place: str) -> StorageError:
    """As ``storage_error``, for an index: where it is damaged the library still holds all that it held."""
    said = str(error).lower()
    if any(words in said for words in _DAMAGED):
        return DamagedIndex(
            "In {place} zijn bestanden beschadigd: herstel dat met 'wiewatwanneer status'.", place=place
        )
    return storage_error(error, place)


def first_line(error: BaseException) -> str:
    """What an error says, as far as it fits in a sentence; the name of its kind when it says nothing."""
    lines = str(error).strip().splitlines()
    return lines[0] if lines else type(error).__name__
