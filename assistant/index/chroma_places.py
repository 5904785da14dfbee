"""Where Chroma keeps its vectors: in a folder, in memory or on a server; each gives clients to read and to write."""

from __future__ import annotations

import shutil
import threading
import time
import weakref
from collections.abc import Iterator
from contextlib import AbstractContextManager, contextmanager, suppress
from pathlib import Path
from typing import TYPE_CHECKING, Protocol
from urllib.parse import urlsplit
from uuid import uuid4
from weakref import WeakValueDictionary

from filelock import FileLock

from assistant.domain.errors import SettingsError, StorageError
from assistant.index.seal import Seal
from assistant.library.failures import storage_error
from assistant.library.folders import PrivateCopy, is_writable

if TYPE_CHECKING:
    from chromadb.api import ClientAPI
    from chromadb.config import Settings

_COLLECTION = "passages"
# Opening 100,000 vectors takes half a second. While another process adds documents, a reader that opens so slowly does
# it again only after a rest of so many times as long; until then it searches what it has.
_QUICK, _REST = 0.25, 10  # seconds, times

_PORTS = {"http": 80, "https": 443}


class Place(Protocol):
    @property
    def collection(self) -> str:
        """The collection's name."""

    def reading(self) -> AbstractContextManager[ClientAPI | None]:
        """A client that sees what every process has written; None where there is nothing that can be read."""

    def writing(self) -> AbstractContextManager[ClientAPI]: ...

    def emptied(self) -> AbstractContextManager[ClientAPI]:
        """A client to write with, after everything was thrown away, also what could not be read."""


def place_of(where: Path | str | None) -> Place:
    """A folder, the address of a Chroma server, or memory for None."""
    if where is None:
        return _in_memory()
    if isinstance(where, str):
        return _on_server(where)
    if where.exists() and not is_writable(where):
        return ReadOnlyPlace(where)
    with _registering:
        return _FOLDERS.setdefault(where.resolve(), FolderPlace(where))


class FolderPlace:
    """Chroma inside this process, kept in ``folder``.

    Chroma assumes that it is alone: a process that has the folder open does not see what another adds, and loses that
    when it writes itself. So a client is opened anew once another process has written, and every process locks the
    folder while it opens or writes. Within a process all clients of a folder share one state, so ``place_of`` gives
    one of these per folder.
    """

    collection = _COLLECTION

    def __init__(self, folder: Path) -> None:
        self._home = folder
        self._files = folder / "chroma"
        self._seal = Seal(self._files)
        self._threads = threading.RLock()
        self._lock = FileLock(folder / "chroma.lock")
        self._client: ClientAPI | None = None
        self._closing: weakref.finalize[[], FolderPlace] | None = None
        self._mark = ""  # the seal's when the client was opened or last wrote
        self._rest_until = 0.0  # a monotonic time

    @contextmanager
    def reading(self) -> Iterator[ClientAPI | None]:
        with self._threads:
            if self._is_outdated() and time.monotonic() >= self._rest_until:
                started = time.monotonic()
                self._open_to_read()
                took = time.monotonic() - started
                self._rest_until = time.monotonic() + (_REST * took if took > _QUICK else 0)
            yield self._client

    @contextmanager
    def writing(self) -> Iterator[ClientAPI]:
        with self._threads, self._locked():
            if not self._seal.trusted():
                self._throw_away()
            client = self._current() or self._open()
            self._seal.break_()
            yield client
            self._mark = self._seal.close()

    @contextmanager
    def emptied(self) -> Iterator[ClientAPI]:
        with self._threads, self._locked():
            self._throw_away()
            with self.writing() as client:
                yield client

    def _is_outdated(self) -> bool:
        """Whether another process has written since; one that is still at it, or never ended, does not count."""
        state = self._seal.state()
        if state is None:
            return self._client is not None  # someone threw the folder away
        return state.mark != self._mark and not (state.broken and self._client)

    def _current(self) -> ClientAPI | None:
        """The open client, unless another process has written since, or a write of our own failed."""
        state = self._seal.state()
        return self._client if state and not state.broken and state.mark == self._mark else None

    def _open_to_read(self) -> None:
        """The client stays None where the files cannot be trusted; the next write starts anew."""
        with self._locked():
            state = self._seal.state()
            self._close()
            if state and self._seal.trusted():
                # Opening may change files that were never filled: a broken seal is closed while it is known to be good.
                mark = self._seal.close() if state.broken else state.mark
                self._open()
                self._mark = mark

    def _open(self) -> ClientAPI:
        import chromadb
        from chromadb.api.client import Client

        self._close()
        self._client = client = self._started()
        assert isinstance(client, Client)
        self._closing = weakref.finalize(self, client.close)
        self._closing.atexit = False
        # Chroma reads its vector files when it first needs them, which is now: no other process can change them.
        with suppress(chromadb.errors.NotFoundError):
            client.get_collection(self.collection, embedding_function=None).get(limit=1, include=["embeddings"])
        return client

    def _started(self) -> ClientAPI:
        import chromadb
        from chromadb.api.shared_system_client import SharedSystemClient

        try:
            return chromadb.PersistentClient(self._files, settings=_settings())
        except Exception:
            # Chroma keeps what it could not start, on a full disk for instance, and would give it out again.
            SharedSystemClient._identifier_to_system.pop(str(self._files), None)
            raise

    def _close(self) -> None:
        if self._closing is not None:
            self._closing()
        self._client, self._closing, self._mark = None, None, ""

    def _throw_away(self) -> None:
        """Killed on the way, the seal still says that nothing here can be trusted."""
        self._close()
        self._seal.condemn()
        for path in self._files.iterdir():
            if path.is_dir():
                shutil.rmtree(path)
            elif path != self._seal.path:
                path.unlink()
        self._seal.close()

    @contextmanager
    def _locked(self) -> Iterator[None]:
        self._home.mkdir(parents=True, exist_ok=True)
        with self._lock:
            yield


_FOLDERS: WeakValueDictionary[Path, FolderPlace] = WeakValueDictionary()
_registering = threading.Lock()


class ReadOnlyPlace:
    """A folder that may not be written to, read from a copy as it was: Chroma writes beside what it reads."""

    collection = _COLLECTION

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._copy: PrivateCopy | None = None
        self._place: FolderPlace | None = None

    @contextmanager
    def reading(self) -> Iterator[ClientAPI | None]:
        if self._place is None:
            self._copy = PrivateCopy(self._folder)
            self._place = FolderPlace(self._copy.of(self._folder))
        with self._place.reading() as client:
            yield client

    def writing(self) -> AbstractContextManager[ClientAPI]:
        raise storage_error(PermissionError("permission denied"), str(self._folder))

    emptied = writing


class SharedPlace:
    """Chroma in memory or on a server: it looks after its readers and writers itself."""

    def __init__(self, client: ClientAPI, collection: str) -> None:
        self._client = client
        self.collection = collection

    @contextmanager
    def reading(self) -> Iterator[ClientAPI | None]:
        yield self._client

    @contextmanager
    def writing(self) -> Iterator[ClientAPI]:
        yield self._client

    @contextmanager
    def emptied(self) -> Iterator[ClientAPI]:
        import chromadb

        with suppress(chromadb.errors.NotFoundError):
            self._client.delete_collection(self.collection)
        yield self._client


def _in_memory() -> SharedPlace:
    """All of Chroma's in-memory clients share one state; a name of its own keeps the collection apart."""
    import chromadb

    return SharedPlace(chromadb.EphemeralClient(_settings()), f"{_COLLECTION}-{uuid4().hex}")


def _on_server(address: str) -> SharedPlace:
    import chromadb

    url = urlsplit(address)
    if url.scheme not in _PORTS or not url.hostname:
        raise SettingsError(
            "{address!r} is geen adres van een Chroma-server: schrijf het als http://host:poort.", address=address
        )
    try:
        client = chromadb.HttpClient(
            url.hostname, url.port or _PORTS[url.scheme], ssl=url.scheme == "https", settings=_settings()
        )
    except ValueError as error:  # what Chroma makes of a refused connection
        raise StorageError(
            "De Chroma-server {address} antwoordt niet: start hem, of laat --chroma weg.", address=address
        ) from error
    return SharedPlace(client, _COLLECTION)


def _settings() -> Settings:
    from chromadb.config import Settings

    return Settings(anonymized_telemetry=False)
