"""Connections to the library's database, and its errors in our own terms."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from sqlalchemy import URL, Connection, Engine, StaticPool, create_engine, event, make_url
from sqlalchemy.exc import ArgumentError, SQLAlchemyError

from assistant.domain.errors import SettingsError
from assistant.library.failures import storage_error
from assistant.library.folders import is_writable

_PATIENCE = 30_000  # milliseconds that SQLite waits for another process's transaction
_BEGIN = "how_to_begin"


class Database:
    """Transactions on a SQLite file, a database at a URL such as ``postgresql+psycopg://…``, or memory for None.

    A SQLite file in a folder that may not be written to is read as it was when the last process closed it.
    """

    def __init__(self, where: Path | str | None) -> None:
        self._place = "de bibliotheek" if where is None else str(where)
        with self._translated():
            self._engine = _engine(where)

    @contextmanager
    def reading(self) -> Iterator[Connection]:
        """All that is read inside is of one moment."""
        with self._translated(), self._engine.connect() as connection:
            yield connection

    @contextmanager
    def writing(self) -> Iterator[Connection]:
        """One transaction: an error undoes all of it. SQLite lets one process write at a time, and the others wait."""
        with self._translated(), self._engine.execution_options(**{_BEGIN: "BEGIN IMMEDIATE"}).begin() as connection:
            yield connection

    def close(self) -> None:
        self._engine.dispose()

    @contextmanager
    def _translated(self) -> Iterator[None]:
        try:
            yield
        except (SQLAlchemyError, OSError) as error:
            raise storage_error(error, self._place) from error


def _engine(where: Path | str | None) -> Engine:
    if isinstance(where, str):
        return _server_engine(where)
    if where is None:
        engine = create_engine("sqlite://", poolclass=StaticPool, connect_args={"check_same_thread": False})
    else:
        engine = create_engine(_file_url(where), connect_args={"timeout": _PATIENCE / 1000})
    event.listen(engine, "connect", _prepare)
    event.listen(engine, "begin", _begin)
    return engine


def _server_engine(address: str) -> Engine:
    try:
        url = make_url(address)
        return create_engine(url, isolation_level="REPEATABLE READ", pool_pre_ping=True)
    except (ArgumentError, ImportError) as error:
        raise SettingsError(
            f"De bibliotheek kan niet op {address!r} worden bewaard ({error}): geef een adres zoals "
            "postgresql+psycopg://gebruiker@host/database, en installeer het stuurprogramma."
        ) from error


def _file_url(path: Path) -> URL:
    if path.exists() and not is_writable(path.parent):
        # Without 'immutable' SQLite wants to make its own files beside a database in WAL mode, even to read it.
        return URL.create("sqlite", database=f"file:{path}", query={"immutable": "1", "uri": "true"})
    path.parent.mkdir(parents=True, exist_ok=True)
    return URL.create("sqlite", database=str(path))


def _prepare(connection: Any, _record: object) -> None:
    """SQLAlchemy begins transactions itself: Python's sqlite3 would begin only at the first change."""
    connection.isolation_level = None
    for pragma in ("journal_mode=WAL", "foreign_keys=ON", f"busy_timeout={_PATIENCE}"):
        connection.execute(f"PRAGMA {pragma}")


def _begin(connection: Connection) -> None:
    connection.exec_driver_sql(connection.get_execution_options().get(_BEGIN, "BEGIN"))
