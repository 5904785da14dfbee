"""The archive keeps the library, the indexes and the files as one."""

from __future__ import annotations

import gc
import threading
from collections.abc import Callable, Sequence
from contextlib import AbstractContextManager
from pathlib import Path

import pytest
from filelock import FileLock

from assistant.domain.errors import DamagedIndex, DiskFull, OtherEmbedder, ReadOnlyData, StorageError, UnknownDocument
from assistant.domain.passages import Passage
from assistant.domain.reports import StoreStatus
from assistant.index.chroma import ChromaIndex
from assistant.index.embeddings import HashedEmbedder
from assistant.index.hybrid import HybridIndex
from assistant.index.interface import Match, Query
from assistant.index.lexical import FORMAT, LexicalIndex
from assistant.ingestion import Archive
from assistant.library.files import content_hash
from assistant.library.library import Library
from assistant.testing import InMemoryIndex, make_document, make_passage

ReadOnly = Callable[[Path], AbstractContextManager[None]]


def open_archive(folder: Path, dimensions: int = 64) -> Archive:
    """With the real stores."""
    lexical, vectors = LexicalIndex(folder / "lexical"), ChromaIndex(HashedEmbedder(dimensions), folder / "vectors")
    return Archive(folder, Library(folder / "library.sqlite"), [lexical, vectors], HybridIndex(lexical, vectors))


def over(folder: Path, index: InMemoryIndex, library: Library | None = None, patience: float = 5) -> Archive:
    return Archive(folder, library or Library(), [index], HybridIndex(index), patience)


def store(archive: Archive, version: str = "v1", text: str = "Scholing.", id: str = "doc", passages: int = 2) -> None:  # noqa: A002
    found = [make_passage(text, number, version, id) for number in range(passages)]
    archive.store(make_document(version, id, [text]), found)


def found(archive: Archive, question: str, k: int = 10) -> list[str]:
    return [hit.passage.id for hit in archive.search(Query(question), k)]


def test_a_document_is_in_all_stores_when_it_is_stored(tmp_path: Path) -> None:
    archive = open_archive(tmp_path)
    store(archive, passages=3)
    assert archive.status(repair=False) == (
        StoreStatus("library", 3),
        StoreStatus("lexical", 3),
        StoreStatus("vectors", 3),
    )
    assert found(archive, "scholing") == ["v1:00000", "v1:00001", "v1:00002"]


def test_a_new_version_takes_the_place_of_the_old_one_in_all_stores(tmp_path: Path) -> None:
    archive = open_archive(tmp_path)
    store(archive, "v1", "Scholing.", passages=3)
    store(archive, "v2", "Toezicht.", passages=1)
    assert {status.passages for status in archive.status(repair=False)} == {1}
    assert found(archive, "scholing") == []
    assert found(archive, "toezicht") == ["v2:00000"]


def test_a_removed_document_is_in_no_store(tmp_path: Path) -> None:
    archive = open_archive(tmp_path)
    store(archive)
    archive.remove("doc")
    assert {status.passages for status in archive.status(repair=False)} == {0}
    with pytest.raises(UnknownDocument):
        archive.remove("doc")


def test_the_original_is_kept_as_long_as_its_document(tmp_path: Path) -> None:
    archive = over(tmp_path / "data", InMemoryIndex())
    original = tmp_path / "doc.txt"
    for version in ("v1", "v2"):
        original.write_text(version)
        archive.store(make_document(version), [], original)
        kept = archive.file("doc")
        assert kept is not None
        assert kept.read_text() == version
        assert kept.name == f"{content_hash(original)}.txt"
    assert len([*(tmp_path / "data" / "files").iterdir()]) == 1
    archive.remove("doc")
    assert archive.file("doc") is None
    assert [*(tmp_path / "data" / "files").iterdir()] == []


def test_a_file_that_two_documents_share_stays_until_the_last_one_goes(tmp_path: Path) -> None:
    archive = over(tmp_path / "data", InMemoryIndex())
    original = tmp_path / "same.txt"
    original.write_text("same")
    for name in ("a", "b"):
        archive.store(make_document(f"v-{name}", name), [], original)
    archive.remove("a")
    assert archive.file("b") is not None


def test_a_document_without_an_original_has_no_file(tmp_path: Path) -> None:
    archive = over(tmp_path, InMemoryIndex())
    store(archive)
    assert archive.file("doc") is None
    assert archive.file("unknown") is None


class Failing(InMemoryIndex):
    """Cannot add while ``full``: it keeps the first passage and then finds no room."""

    full = False

    def add(self, passages: Sequence[Passage]) -> None:
        super().add(passages[:1] if self.full else passages)
        if self.full:
            raise DiskFull("vol")


def test_what_fails_half_way_leaves_the_old_version_and_the_next_store_mends(tmp_path: Path) -> None:
    index = Failing()
    archive = over(tmp_path, index)
    store(archive, "v1", "Scholing over wetten.")
    index.full = True
    with pytest.raises(DiskFull):
        store(archive, "v2", "Toezicht op wetten.")
    assert found(archive, "wetten") == ["v1:00000", "v1:00001"]
    assert archive.status(repair=False)[1] == StoreStatus("memory", 3, surplus=1)
    index.full = False
    store(archive, "v3", "Over wetten.")
    assert dict(index.counts()) == {"v3": 2}


def test_an_index_that_was_lost_is_made_anew_by_the_next_store(tmp_path: Path) -> None:
    library = Library(tmp_path / "library.sqlite")
    store(over(tmp_path, InMemoryIndex(), library), "v1", id="a")
    empty = InMemoryIndex()
    store(over(tmp_path, empty, library), "v2", id="b")
    assert dict(empty.counts()) == {"v1": 2, "v2": 2}


def test_status_tells_the_differences_and_mends_them(tmp_path: Path) -> None:
    index = InMemoryIndex()
    archive = over(tmp_path, index)
    store(archive, "v1", id="a", passages=3)
    store(archive, "v2", id="b")
    index.remove(["v1"])
    index.add([make_passage("Scholing.", number, "v9") for number in range(4)])
    differing = StoreStatus("memory", 6, missing=3, surplus=4)
    assert archive.status(repair=False)[1] == differing
    assert archive.status()[1] == differing
    assert archive.status()[1] == StoreStatus("memory", 5)


DAMAGED = (f"lexical/{FORMAT}/meta.json", f"lexical/{FORMAT}/*.term", "vectors/chroma/chroma.sqlite3")


@pytest.fixture(params=DAMAGED)
def damaged(tmp_path: Path, request: pytest.FixtureRequest) -> Path:
    """An archive's folder in which other bytes stand in some files of an index."""
    store(open_archive(tmp_path))
    gc.collect()  # closes Chroma
    for path in [*tmp_path.glob(request.param)]:
        path.write_bytes(bytes(range(256)) * 4)
    return tmp_path


def test_status_makes_a_damaged_index_anew(damaged: Path) -> None:
    with pytest.raises(DamagedIndex, match="wiewatwanneer status"):
        found(open_archive(damaged), "scholing")
    assert sorted(status.missing for status in open_archive(damaged).status()) == [0, 0, 2]
    archive = open_archive(damaged)
    assert found(archive, "scholing") == ["v1:00000", "v1:00001"]
    assert {status.missing for status in archive.status(repair=False)} == {0}


def test_the_next_store_makes_a_damaged_index_anew(damaged: Path) -> None:
    archive = open_archive(damaged)
    store(archive, "v2", "Scholing.", "tweede", passages=1)
    assert found(archive, "scholing") == ["v1:00000", "v1:00001", "v2:00000"]
    assert [(status.passages, status.missing) for status in archive.status(repair=False)] == [(3, 0)] * 3


def test_status_of_an_archive_that_does_not_exist_yet_is_empty(tmp_path: Path) -> None:
    assert [status.passages for status in open_archive(tmp_path / "data").status()] == [0, 0, 0]


def test_rebuilding_makes_the_vectors_of_another_embedder(tmp_path: Path) -> None:
    store(open_archive(tmp_path, 64))
    archive = open_archive(tmp_path, 128)
    with pytest.raises(OtherEmbedder):
        store(archive, "v2")
    with pytest.raises(OtherEmbedder):
        found(archive, "scholing")
    archive.rebuild()
    assert found(archive, "scholing") == ["v1:00000", "v1:00001"]
    assert {(status.passages, status.missing, status.surplus) for status in archive.status()} == {(2, 0, 0)}


def test_what_the_library_does_not_know_is_not_found_however_much_of_it_there_is(tmp_path: Path) -> None:
    """The forty unknown passages rank above the one that is known."""
    index = InMemoryIndex()
    archive = over(tmp_path, index)
    store(archive, "v1", "Scholing.", passages=1)
    index.add([make_passage("Scholing en toezicht.", number, "v9") for number in range(40)])
    assert found(archive, "scholing toezicht", k=1) == ["v1:00000"]


def test_a_search_during_which_a_document_changed_looks_again(tmp_path: Path) -> None:
    library = Library()

    class Changing(InMemoryIndex):
        """The first search takes so long that the document is replaced meanwhile."""

        searches = 0

        def search(self, query: Query, k: int) -> list[Match]:
            matches = super().search(query, k)
            self.searches += 1
            if self.searches == 1:
                store(archive, "v2", "Scholing.")
            return matches

    archive = over(tmp_path, Changing(), library)
    store(archive, "v1", "Scholing.")
    assert found(archive, "scholing") == ["v2:00000", "v2:00001"]


def test_a_folder_that_may_not_be_written_to_answers_and_refuses_to_store(
    open_folder: Path, read_only: ReadOnly
) -> None:
    store(open_archive(open_folder))
    gc.collect()
    with read_only(open_folder):
        archive = open_archive(open_folder)
        assert found(archive, "scholing") == ["v1:00000", "v1:00001"]
        assert [status.missing for status in archive.status()] == [0, 0, 0]
        with pytest.raises(ReadOnlyData):
            store(archive, "v2")
        with pytest.raises(ReadOnlyData):
            archive.remove("doc")


def test_who_waits_too_long_for_another_writer_is_told(tmp_path: Path) -> None:
    archive = over(tmp_path, InMemoryIndex(), patience=0.2)
    with FileLock(tmp_path / "writer.lock"), pytest.raises(StorageError, match=r"Een ander proces.*wacht"):
        _in_a_thread(lambda: store(archive))


def test_writers_in_several_threads_take_turns(tmp_path: Path) -> None:
    archive = open_archive(tmp_path)
    threads = [threading.Thread(target=store, args=(archive, f"v{i}", "Scholing.", f"doc{i}")) for i in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert [(status.passages, status.missing) for status in archive.status(repair=False)] == [(8, 0)] * 3


def _in_a_thread(work: object) -> None:
    """A lock is held by a thread; another one has to wait for it. Raises what the work raised."""
    from concurrent.futures import ThreadPoolExecutor

    assert callable(work)
    with ThreadPoolExecutor(1) as threads:
        threads.submit(work).result()
