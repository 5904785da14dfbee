"""Data of an older version is brought to the present layout, and nothing in it is lost."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable
from contextlib import AbstractContextManager, closing
from pathlib import Path

import pytest

from assistant.domain.agenda import Agenda
from assistant.domain.errors import ReadOnlyData
from assistant.library.library import Library
from assistant.library.tables import SCHEMA
from assistant.testing import make_document, make_passage

ReadOnly = Callable[[Path], AbstractContextManager[None]]
LATER_TABLES = ("agendas", "corrections", "statuses", "feedback", "digests")


def older(path: Path, *lacking: tuple[str, str]) -> Path:
    """A library of the first layout with one document, that lacks these columns of tables too."""
    library = Library(path)
    library.put(make_document("v1", pages=["Een pagina."]), [make_passage("Een pagina.")])
    library.close()
    with closing(sqlite3.connect(path)) as connection:
        for table in LATER_TABLES:
            connection.execute(f"DROP TABLE {table}")
        for table, column in lacking:
            connection.execute(f"ALTER TABLE {table} DROP COLUMN {column}")
        connection.execute("UPDATE numbers SET value = 1 WHERE name = 'schema'")
        connection.commit()
    return path


@pytest.mark.parametrize(
    "lacking", [(), (("documents", "place"), ("passages", "section")), (("passages", "cells"), ("pages", "marks"))]
)
def test_a_library_of_the_first_layout_gets_what_it_lacks(tmp_path: Path, lacking: tuple[tuple[str, str], ...]) -> None:
    library = Library(older(tmp_path / "library.sqlite", *lacking))
    assert library.page("doc", 1).text == "Een pagina."
    assert library.document("doc") == make_document("v1", pages=["Een pagina."])
    assert library.passages_of("doc") == (make_passage("Een pagina."),)
    assert (library.agenda_versions(), library.annotations.count(), library.changes()) == ({}, 0, 1)
    assert library.feedback.all() == ()
    library.put(make_document("v2"), [], agenda=Agenda("doc", "v2", "Actieplan", ()))
    library.close()
    with closing(sqlite3.connect(tmp_path / "library.sqlite")) as connection:
        assert connection.execute("SELECT value FROM numbers WHERE name = 'schema'").fetchall() == [(SCHEMA,)]
    assert Library(tmp_path / "library.sqlite").agenda_versions() == {"doc": "v2"}


def test_an_older_library_that_may_not_be_written_to_says_so(open_folder: Path, read_only: ReadOnly) -> None:
    path = older(open_folder / "library.sqlite")
    with read_only(open_folder), pytest.raises(ReadOnlyData, match="schrijfrechten"):
        Library(path)
