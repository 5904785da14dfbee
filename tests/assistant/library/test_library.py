"""The library keeps what it is given, exactly, and one version of each document."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable
from contextlib import AbstractContextManager
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from sqlalchemy.dialects import postgresql
from sqlalchemy.schema import CreateTable

from assistant.domain.documents import Block, BlockKind, Document, Mark, Origin, Page, Run, Source, Span
from assistant.domain.errors import (
    DiskFull,
    NewerData,
    ReadOnlyData,
    SettingsError,
    StorageError,
    UnknownDocument,
)
from assistant.domain.passages import Passage
from assistant.domain.reports import PageProblem
from assistant.library.library import Library
from assistant.library.tables import METADATA
from assistant.testing import make_document, make_passage

SAID = [(1, "Er komt een fonds."), (1, "Er komt een fonds."), (2, "")]  # page, and what its digest says
_POSTGRESQL = postgresql.dialect()  # type: ignore[no-untyped-call]
ReadOnly = Callable[[Path], AbstractContextManager[None]]

texts = st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0"), max_size=20)
places = st.integers(0, 1 << 40)
spans = st.builds(Span, places, places)
blocks = st.builds(
    Block, st.sampled_from(BlockKind), places, places, places, texts, st.lists(spans).map(tuple), st.booleans()
)
several_texts = st.lists(texts, max_size=3).map(tuple)
pages = st.lists(
    st.builds(
        Page,
        st.integers(1, 10_000),
        texts,
        texts,
        st.lists(blocks, max_size=3).map(tuple),
        st.lists(st.builds(Mark, places, places, texts), max_size=3).map(tuple),
        st.lists(st.builds(Run, places, places, places), max_size=3).map(tuple),
        texts,
    ),
    unique_by=lambda page: page.number,
    max_size=4,
).map(lambda found: tuple(sorted(found, key=lambda page: page.number)))
sources = st.builds(Source, texts, texts, texts, several_texts, texts, texts, several_texts, texts, texts, texts)
documents = st.builds(Document, sources, texts, st.sampled_from(Origin), texts, texts, pages)
passages = st.builds(
    Passage,
    id=texts,
    document=st.just(""),
    version=st.just(""),
    page=places,
    start=places,
    end=places,
    text=texts,
    kind=st.sampled_from(BlockKind),
    headings=several_texts,
    context=texts,
    columns=several_texts,
    cells=st.lists(spans, max_size=3).map(tuple),
    section=texts,
    label=texts,
)


@given(documents, st.lists(passages, unique_by=lambda passage: passage.id, max_size=4))
@settings(deadline=None, max_examples=50)
def test_what_goes_in_comes_out_exactly(document: Document, found: list[Passage]) -> None:
    given_passages = tuple(replace(each, document=document.id, version=document.version) for each in found)
    library = Library()
    library.put(document, given_passages)
    assert library.document(document.id) == document
    assert library.passages_of(document.id) == given_passages
    assert library.passages([each.id for each in found]) == {each.id: each for each in given_passages}
    library.close()


def put(library: Library, version: str, id: str = "doc", passages: int = 2, sha256: str = "") -> None:  # noqa: A002
    found = [make_passage(f"Tekst {number}.", number, version, id) for number in range(passages)]
    library.put(make_document(version, id, ["Een pagina."]), found, sha256)


def test_a_new_version_replaces_the_old_one() -> None:
    library = Library()
    put(library, "v1", passages=3)
    put(library, "v2", passages=2)
    assert library.versions() == {"v2": 2}
    assert [*library.passages(["v1:00000", "v2:00001", "v9:00000"])] == ["v2:00001"]
    assert library.passages_of_version("v1") == ()
    assert library.size() == 2


def test_what_the_digest_says_of_a_page_comes_back_with_each_of_its_passages_and_goes_with_them() -> None:
    library = Library()
    told = [replace(make_passage(f"Tekst {i}.", i), page=page, digest=said) for i, (page, said) in enumerate(SAID)]
    library.put(make_document("v1", pages=["Een.", "Twee."]), told)
    assert [(each.page, each.digest) for each in library.passages_of("doc")] == SAID
    assert library.passages(["v1:00001"]) == {"v1:00001": told[1]}
    put(library, "v2", passages=1)
    assert [each.digest for each in library.passages_of("doc")] == [""]


def test_putting_the_same_version_twice_changes_nothing_but_the_count_of_changes() -> None:
    library = Library()
    put(library, "v1")
    put(library, "v1")
    assert library.versions() == {"v1": 2}
    assert library.changes() == 2


def test_passages_of_another_document_are_refused_and_nothing_is_changed() -> None:
    library = Library()
    with pytest.raises(ValueError, match="another document"):
        library.put(make_document("v1"), [make_passage("Tekst.", document="other")])
    assert (library.versions(), library.changes()) == ({}, 0)


def test_an_error_half_way_leaves_the_old_version_whole() -> None:
    library = Library()
    put(library, "v1", "other", passages=1)
    put(library, "v2")
    twice = [make_passage("Tekst.", 0, "v3"), make_passage("Tekst.", 0, "v3")]
    with pytest.raises(StorageError):
        library.put(make_document("v3", pages=["Nieuw."]), twice)
    assert library.versions() == {"v1": 1, "v2": 2}
    assert library.page("doc", 1).text == "Een pagina."
    assert library.changes() == 2


def test_a_removed_document_is_gone_with_its_pages_and_passages() -> None:
    library = Library()
    put(library, "v1")
    library.remove("doc")
    assert (library.documents(), library.versions(), library.passages(["v1:00000"])) == ((), {}, {})
    assert library.changes() == 2


def test_an_unknown_document_is_named() -> None:
    library = Library()
    for ask in (library.document, library.remove, lambda name: library.page(name, 1)):
        with pytest.raises(UnknownDocument, match="leerrechten"):
            ask("leerrechten")
    put(library, "v1")
    with pytest.raises(UnknownDocument, match="pagina 2"):
        library.page("doc", 2)


def test_documents_are_listed_by_title_with_what_could_not_be_read() -> None:
    library = Library()
    unread = Page(2, "", problem="De pagina is een beeld.")
    second = make_document("v1", "b", ["Tekst."])
    library.put(replace(second, pages=(*second.pages, unread)), [make_passage("Tekst.", document="b")])
    library.put(make_document("v2", "a", []), [])
    first, last = library.documents()
    assert (first.id, first.pages, first.passages, first.problems) == ("a", 0, 0, ())
    assert (last.id, last.pages, last.passages) == ("b", 2, 1)
    assert last.problems == (PageProblem(2, "De pagina is een beeld."),)


def test_the_content_and_name_of_the_file_of_each_document_are_known() -> None:
    library = Library()
    put(library, "v1", "b", sha256="abc")
    put(library, "v2", "a")
    assert library.files() == {"a": ("", "a.txt"), "b": ("abc", "b.txt")}


def test_more_ids_than_a_query_takes_can_be_asked_at_once() -> None:
    library = Library()
    put(library, "v1", passages=1200)
    asked = [f"v1:{number:05d}" for number in range(2000)]
    assert len(library.passages(asked)) == 1200


def test_a_replaced_version_is_unsettled_until_the_indexes_agree() -> None:
    library = Library()
    library.unsettle("v1")
    library.unsettle("v1")
    assert library.unsettled() == ("v1",)
    put(library, "v1")
    assert library.unsettled() == ()
    put(library, "v2")
    assert library.unsettled() == ("v1",)
    library.remove("doc")
    assert library.unsettled() == ("v1", "v2")
    library.settle(["v1", "v2"])
    assert library.unsettled() == ()


def test_it_is_all_there_when_it_is_opened_anew(tmp_path: Path) -> None:
    put(Library(tmp_path / "library.sqlite"), "v1")
    assert Library(tmp_path / "library.sqlite").versions() == {"v1": 2}


def test_another_connection_sees_a_change_at_once(tmp_path: Path) -> None:
    one, other = Library(tmp_path / "library.sqlite"), Library(tmp_path / "library.sqlite")
    put(one, "v1")
    assert other.changes() == 1
    assert other.versions() == {"v1": 2}


def test_data_of_a_newer_version_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "library.sqlite"
    Library(path).close()
    with sqlite3.connect(path) as connection:
        connection.execute("UPDATE numbers SET value = 99 WHERE name = 'schema'")
    with pytest.raises(NewerData, match="nieuwere versie"):
        Library(path)


def test_a_file_that_is_no_database_is_told(tmp_path: Path) -> None:
    path = tmp_path / "library.sqlite"
    path.write_text("this is not a database, and long enough to be looked at" * 20)
    with pytest.raises(StorageError, match=r"library\.sqlite"):
        Library(path)


def test_a_library_that_may_not_be_written_to_is_read(open_folder: Path, read_only: ReadOnly) -> None:
    path = open_folder / "library.sqlite"
    first = Library(path)
    put(first, "v1")
    first.close()
    with read_only(open_folder):
        library = Library(path)
        assert library.versions() == {"v1": 2}
        assert library.page("doc", 1).text == "Een pagina."
        with pytest.raises(ReadOnlyData, match="schrijfrechten"):
            put(library, "v2")


def test_what_a_killed_process_left_in_its_log_is_read_too(open_folder: Path, read_only: ReadOnly) -> None:
    path = open_folder / "library.sqlite"
    unclosed = Library(path)
    put(unclosed, "v1")
    assert (open_folder / "library.sqlite-wal").stat().st_size > 0
    (open_folder / "library.sqlite-shm").unlink()
    with read_only(open_folder):
        assert Library(path).versions() == {"v1": 2}


def test_a_database_that_is_none_is_refused() -> None:
    with pytest.raises(SettingsError, match="postgresql"):
        Library("nosuch://host/database")


def test_the_tables_can_be_made_in_postgresql() -> None:
    made = [str(CreateTable(table).compile(dialect=_POSTGRESQL)) for table in METADATA.sorted_tables]
    assert sum("CREATE TABLE" in statement for statement in made) == 11


def test_a_full_disk_is_told_and_the_old_version_stays(tmp_path: Path) -> None:
    path = tmp_path / "library.sqlite"
    library = Library(path)
    put(library, "v1")
    _let_it_grow_no_more(library)
    with pytest.raises(DiskFull, match="vol"):
        library.put(make_document("v2", pages=["woord " * 1_000_000]), [])
    assert library.versions() == {"v1": 2}


def _let_it_grow_no_more(library: Library) -> None:
    """SQLite answers to its own limit as it does to a full disk."""
    with library._database.reading() as connection:
        pages = connection.exec_driver_sql("PRAGMA page_count").scalar()
        connection.exec_driver_sql(f"PRAGMA max_page_count = {pages}")
