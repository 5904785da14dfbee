"""Connections to the library's database, and its errors in our own terms."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any
from urllib.parse import quote

from sqlalchemy import URL, Connection, Engine, StaticPool, create_engine, event, make_url
from sqlalchemy.exc import ArgumentError, SQLAlchemyError

from assistant.domain.errors import SettingsError
from assistant.domain.phrases import Phrase
from assistant.library.failures import first_line, storage_error
from assistant.library.folders import PrivateCopy, is_writable

_PATIENCE = 30.0  # seconds that SQLite waits for another process's transaction
_BEGIN = "how_to_begin"


class Database:
    """Transactions on a SQLite file, a database at a URL such as ``postgresql+psycopg://…``, or memory for None.

    A SQLite file in a folder that may not be written to is read as it is when this opens.
    """

    def __init__(self, where: Path | str | None) -> None:
        self._place = Phrase("de bibliotheek") if where is None else str(where)
        self._copy: PrivateCopy | None = None
        with self._translated():
            self._engine, begin = self._server(where) if isinstance(where, str) else self._sqlite(where)
        self._writer = self._engine.execution_options(**begin)

    @contextmanager
    def reading(self) -> Iterator[Connection]:
        """All that is read inside is of one moment."""
        with self._translated(), self._engine.connect() as connection:
            yield connection

    @contextmanager
    def writing(self) -> Iterator[Connection]:
        """One transaction: an error undoes all of it. SQLite lets one process write at a time, and the others wait."""
        with self._translated(), self._writer.begin() as connection:
            yield connection

    def close(self) -> None:
        self._engine.dispose()

    def _sqlite(self, path: Path | None) -> tuple[Engine, dict[str, Any]]:
        """With what a transaction that writes asks for."""
        if path is None:
            engine = create_engine("sqlite://", poolclass=StaticPool, connect_args={"check_same_thread": False})
        elif path.exists() and not is_writable(path.parent):
            engine = create_engine(self._read_only(path))
        else:
            path.parent.mkdir(parents=True, exist_ok=True)
            engine = create_engine(URL.create("sqlite", database=str(path)), connect_args={"timeout": _PATIENCE})
        event.listen(engine, "connect", _prepare)
        event.listen(engine, "begin", _begin)
        return engine, {_BEGIN: "BEGIN IMMEDIATE"}

    def _read_only(self, path: Path) -> URL:
        """SQLite makes files beside a database in WAL mode, even to read it, unless it is told that nothing changes."""
        log = path.with_name(f"{path.name}-wal")
        if log.exists() and log.stat().st_size:  # a process was killed, and the database alone is not up to date
            self._copy = PrivateCopy(path, log)
            return URL.create("sqlite", database=str(self._copy.of(path)))
        return URL.create("sqlite", database=f"file:{quote(str(path))}", query={"immutable": "1", "uri": "true"})

    def _server(self, address: str) -> tuple[Engine, dict[str, Any]]:
        """Writers wait for each other's rows, where repeatable reads would make the second of them fail."""
        try:
            engine = create_engine(make_url(address), isolation_level="REPEATABLE READ", pool_pre_ping=True)
            return engine, {"isolation_level": "READ COMMITTED"}
        except (ArgumentError, ImportError) as error:
            raise SettingsError(
                "De bibliotheek kan niet op {address!r} worden bewaard ({reason}): geef een adres zoals "
                "postgresql+psycopg://gebruiker@host/database, en installeer het stuurprogramma.",
                address=address,
                reason=first_line(error),
            ) from error

    @contextmanager
    def _translated(self) -> Iterator[None]:
        try:
            yield
        except (SQLAlchemyError, OSError) as error:
            raise storage_error(error, self._place) from error


def _prepare(connection: Any, _record: object) -> None:
    """SQLAlchemy begins transactions itself: Python's sqlite3 would begin only at the first change."""
    connection.isolation_level = None
    for pragma in ("journal_mode=WAL", "foreign_keys=ON"):
        connection.execute(f"PRAGMA {pragma}")


def _begin(connection: Connection) -> None:
    connection.exec_driver_sql(connection.get_execution_options().get(_BEGIN, "BEGIN"))
