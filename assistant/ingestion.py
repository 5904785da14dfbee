"""The archive: the library, the indexes and the original files, kept as one.

There is no transaction over the three stores, so each document goes in steps that may be cut off anywhere:

1. the original file is copied, and the library notes that the new version is unsettled;
2. its passages go into the indexes, where they are not visible yet: a search drops what the library does not know;
3. the library replaces the old version by the new one in one transaction, which is the moment that counts, and
   notes in the same transaction that the new version is settled and the old one is not;
4. the old version leaves the indexes, its file is dropped, and the library notes that it is settled.

Whoever writes next first settles what is left: a version that the library has goes into the indexes whole, and one that
it does not have leaves them.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from itertools import chain, islice
from pathlib import Path

from filelock import FileLock, Timeout

from assistant.domain.agenda import Agenda
from assistant.domain.documents import Document
from assistant.domain.errors import DamagedIndex, StorageError
from assistant.domain.passages import Hit, Passage
from assistant.domain.positions import Views
from assistant.domain.reports import StoreStatus
from assistant.index.hybrid import HybridIndex
from assistant.index.interface import PassageIndex, Query
from assistant.library.failures import storage_error
from assistant.library.files import FileStore, content_hash
from assistant.library.folders import is_writable, why_not_writable
from assistant.library.library import Library
from assistant.library.recent import RecentPassages

LIBRARY = "library"  # its name among the stores
PATIENCE = 60.0  # seconds to wait for another process that writes
_AT_ONCE = 5_000  # passages given to an index in one call, when there are many
_SPARE = 10  # matches fetched besides, for those that the library does not know

_TRIES = 3  # a document that is changed during a search makes it look again


class Archive:
    """One per data folder and process; safe to use from several threads, and beside other processes.

    ``indexes`` are kept equal to the library; ``search`` goes through ``hybrid``, which is made of the same ones.
    """

    def __init__(
        self,
        folder: Path,
        library: Library,
        indexes: Sequence[PassageIndex],
        hybrid: HybridIndex,
        patience: float = PATIENCE,
    ) -> None:
        self._folder = folder
        self._library = library
        self._recent = RecentPassages(library)
        self._indexes = indexes
        self._hybrid = hybrid
        self._files = FileStore(folder / "files")
        self._lock = FileLock(folder / "writer.lock", timeout=patience)
        self._checked = False

    @property
    def library(self) -> Library:
        return self._library

    @contextmanager
    def writing(self) -> Iterator[None]:
        """No other thread or process stores or removes anything inside; calls may be nested."""
        with self._locked():
            if not self._checked:
                self._empty_damaged()
            left_behind = self._settle()
            if left_behind or not self._checked:
                self._check_sizes()
            yield

    def store(
        self,
        document: Document,
        passages: Sequence[Passage],
        original: Path | None = None,
        agenda: Agenda | None = None,
        views: Views | None = None,
    ) -> None:
        """Adds the document or replaces its older version; all of it is there when this returns.

        ``original`` is the file that it was read from, of which a copy is kept.
        """
        sha256 = content_hash(original) if original else ""
        with self.writing():
            if original:
                self._files.keep(original, sha256)
            self._library.unsettle(document.version)
            for index in self._indexes:
                index.add(passages)
            self._library.put(document, passages, sha256, agenda, views)
            self._settle()

    def remove(self, document: str) -> None:
        """Raises ``UnknownDocument``."""
        with self.writing():
            self._library.remove(document)
            self._settle()

    def rebuild(self) -> None:
        """Makes both indexes anew from the library, also when another embedder or a broken disk left them unusable."""
        with self._locked():
            for index in self._indexes:
                index.clear()
                self._mend(index, [*self._library.versions()])
            self._library.settle(self._library.unsettled())

    def status(self, repair: bool = True) -> tuple[StoreStatus, ...]:
        """The library and each index, with the differences as they were found.

        ``repair`` mends them, where the folder can be written to.
        """
        if not repair or not is_writable(self._folder):
            return self._compared()
        with self._locked():
            self._empty_damaged()
            self._settle()
            found = self._compared()
            self._repair()
            return found

    def search(self, query: Query, k: int) -> list[Hit]:
        """At most ``k`` hits, best first. A document that is being replaced is there as the old one or the new one."""
        for _ in range(_TRIES):
            before = self._library.changes()
            hits = self._hits(query, k, before)
            if self._library.changes() == before:
                break
        return hits

    def file(self, document: str) -> Path | None:
        """The copy of the file that a document was read from, None where there is none."""
        sha256, filename = self._library.files().get(document, ("", ""))
        path = self._files.path(sha256, filename)
        return path if sha256 and path.exists() else None

    def _hits(self, query: Query, k: int, changes: int) -> list[Hit]:
        wanted = k + _SPARE
        while True:
            matches = self._hybrid.search(query, wanted)
            known = self._recent.passages([match.passage for match in matches], changes)
            hits = [Hit(known[match.passage], match.score) for match in matches if match.passage in known]
            if len(hits) >= k or len(matches) < wanted:
                return hits[:k]
            wanted *= 2

    @contextmanager
    def _locked(self) -> Iterator[None]:
        try:
            self._folder.mkdir(parents=True, exist_ok=True)
            if reason := why_not_writable(self._folder):
                raise reason
            with self._lock.acquire():
                yield
        except Timeout as error:
            raise StorageError(
                "Een ander proces schrijft al langer dan {seconds:.0f} seconden in {folder}: "
                "wacht tot het klaar is en probeer het opnieuw.",
                seconds=self._lock.timeout,
                folder=self._folder,
            ) from error
        except OSError as error:
            raise storage_error(error, str(self._folder)) from error

    def _settle(self) -> bool:
        """Whether there was anything to settle."""
        versions = self._library.unsettled()
        if not versions:
            return False
        for index in self._indexes:
            self._mend(index, versions)
        self._files.keep_only({self._files.path(*file) for file in self._library.files().values()})
        self._library.settle(versions)
        return True

    def _check_sizes(self) -> None:
        """Notices at little cost that an index was lost, or thrown away because a killed process left it damaged."""
        if any(index.size() != self._library.size() for index in self._indexes):
            self._repair()
        self._checked = True

    def _empty_damaged(self) -> None:
        """An index whose files are damaged is as good as lost: emptied, it is filled from the library."""
        for index in self._indexes:
            try:
                index.size()
            except DamagedIndex:
                index.clear()

    def _repair(self) -> None:
        for index in self._indexes:
            self._mend(index, self._differences(index))

    def _mend(self, index: PassageIndex, versions: Sequence[str]) -> None:
        """Makes the index hold of these versions what the library holds of them."""
        index.remove(versions)
        passages = chain.from_iterable(map(self._library.passages_of_version, versions))
        while chunk := [*islice(passages, _AT_ONCE)]:
            index.add(chunk)

    def _differences(self, index: PassageIndex) -> list[str]:
        """Versions of which the index holds more or fewer passages than the library."""
        ours, theirs = Counter(self._library.versions()), Counter(index.counts())
        return [*(ours - theirs) + (theirs - ours)]

    def _compared(self) -> tuple[StoreStatus, ...]:
        return (StoreStatus(LIBRARY, self._library.size()), *map(self._status, self._indexes))

    def _status(self, index: PassageIndex) -> StoreStatus:
        ours, theirs = Counter(self._library.versions()), Counter(index.counts())
        return StoreStatus(index.name, theirs.total(), missing=(ours - theirs).total(), surplus=(theirs - ours).total())
