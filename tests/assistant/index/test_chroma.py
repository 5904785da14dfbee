"""What is particular to the vector index."""

from __future__ import annotations

import gc
import threading
from collections.abc import Callable
from contextlib import AbstractContextManager
from pathlib import Path

import pytest

from assistant.domain.errors import OtherEmbedder, ReadOnlyData, SettingsError, StorageError
from assistant.index import chroma_places
from assistant.index.chroma import ChromaIndex
from assistant.index.chroma_places import _settings
from assistant.index.embeddings import HashedEmbedder
from assistant.index.interface import Query
from assistant.index.seal import Seal
from assistant.testing import make_passage

Run = Callable[..., None]
ReadOnly = Callable[[Path], AbstractContextManager[None]]


def ids(index: ChromaIndex, question: str, k: int = 10) -> list[str]:
    return [match.passage for match in index.search(Query(question), k)]


def test_scores_are_cosines() -> None:
    index = ChromaIndex(HashedEmbedder())
    index.add([make_passage("leerrechten")])
    assert index.search(Query("leerrechten"), 1)[0].score == 1.0


def test_vectors_of_another_embedder_are_refused_with_the_command_that_makes_them_anew(tmp_path: Path) -> None:
    ChromaIndex(HashedEmbedder(64), tmp_path).add([make_passage("Scholing.")])
    other = ChromaIndex(HashedEmbedder(128), tmp_path)
    for use in (other.size, other.counts, lambda: ids(other, "wet"), lambda: other.add([make_passage("Wet.")])):
        with pytest.raises(OtherEmbedder, match=r"hashed:64 en niet door hashed:128.*wiewatwanneer ingest --rebuild"):
            use()
    other.clear()
    other.add([make_passage("Toezicht.")])
    assert ids(other, "toezicht") == ["v1:00000"]


def test_a_search_sees_what_another_process_has_added(tmp_path: Path, in_another_process: Run) -> None:
    index = ChromaIndex(HashedEmbedder(64), tmp_path)
    index.add([make_passage("Scholing.", 0)])
    assert ids(index, "scholing") == ["v1:00000"]
    in_another_process(add_scholing, tmp_path, 1)
    assert ids(index, "scholing") == ["v1:00000", "v2:00000"]


def test_who_opens_slowly_does_not_do_so_after_every_change(
    tmp_path: Path, in_another_process: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(chroma_places, "_QUICK", 0)
    monkeypatch.setattr(chroma_places, "_REST", 1_000)
    in_another_process(add_scholing, tmp_path, 1)
    index = ChromaIndex(HashedEmbedder(64), tmp_path)
    assert len(ids(index, "scholing")) == 1
    in_another_process(add_scholing, tmp_path, 2)
    assert len(ids(index, "scholing")) == 1
    index.remove(["v9"])  # who writes always opens anew
    assert len(ids(index, "scholing")) == 2


def test_nothing_that_another_process_has_added_is_lost_by_a_write(tmp_path: Path, in_another_process: Run) -> None:
    """Chroma writes its vector files after 1,000 changes, and a client that was open before knows only its own.

    Of so many vectors a search through the graph may miss a few.
    """
    index = ChromaIndex(HashedEmbedder(64), tmp_path)
    index.add([make_passage("Scholing.", 0)])
    in_another_process(add_scholing, tmp_path, 1200)
    index.add([make_passage(f"Toezicht {number}.", number, "v3") for number in range(1200)])
    assert index.size() == 2401
    assert len(ids(index, "scholing", 1201)) > 1100


def test_vectors_that_were_left_half_written_count_as_none_and_the_next_write_starts_anew(
    tmp_path: Path, in_another_process: Run
) -> None:
    in_another_process(add_scholing, tmp_path, 1200)
    Seal(tmp_path / "chroma").break_()
    (data,) = (tmp_path / "chroma").glob("*/data_level0.bin")
    data.write_bytes(data.read_bytes()[:1000])
    index = ChromaIndex(HashedEmbedder(64), tmp_path)
    assert (index.size(), dict(index.counts()), ids(index, "scholing")) == (0, {}, [])
    index.add([make_passage("Toezicht.")])
    assert dict(index.counts()) == {"v1": 1}
    assert ids(index, "toezicht") == ["v1:00000"]


def test_a_write_that_was_cut_off_before_the_vector_files_changed_loses_nothing(
    tmp_path: Path, in_another_process: Run
) -> None:
    in_another_process(add_scholing, tmp_path, 3)
    Seal(tmp_path / "chroma").break_()
    index = ChromaIndex(HashedEmbedder(64), tmp_path)
    assert len(ids(index, "scholing")) == 3
    index.add([make_passage("Toezicht.")])
    assert index.size() == 4


def test_more_passages_than_chroma_takes_at_once(tmp_path: Path) -> None:
    index = ChromaIndex(HashedEmbedder(16), tmp_path)
    index.add([make_passage("Scholing.", number) for number in range(6000)])
    assert dict(index.counts()) == {"v1": 6000}
    index.remove(["v1"])
    assert index.size() == 0


def test_replacing_again_and_again_leaves_no_growing_heap_of_removed_vectors(tmp_path: Path) -> None:
    """1,500 vectors were removed, of which Chroma's files hold no more than those after the last 1,000."""
    index = ChromaIndex(HashedEmbedder(16), tmp_path)
    kept = [make_passage("Toezicht.", number, "kept") for number in range(30)]
    index.add(kept)
    for version in range(16):
        index.add([make_passage(f"Scholing {number}.", number, f"v{version}") for number in range(100)])
        index.remove([f"v{version - 1}"])
    assert dict(index.counts()) == {"kept": 30, "v15": 100}
    assert len(ids(index, "toezicht", 30)) == 30
    assert ids(index, "scholing 7", 1) == ["v15:00007"]
    assert index_metadata(index)["removed"] == 400  # made anew after 1,100 of 1,500


def test_several_threads_search_while_one_adds(tmp_path: Path) -> None:
    index = ChromaIndex(HashedEmbedder(64), tmp_path)
    index.add([make_passage("Scholing.", 0)])
    found: list[int] = []
    threads = [threading.Thread(target=lambda: found.append(len(ids(index, "scholing")))) for _ in range(20)]
    for number, thread in enumerate(threads, start=1):
        thread.start()
        if number % 5 == 0:
            index.add([make_passage("Toezicht.", number)])
    for thread in threads:
        thread.join()
    assert found == [1] * 20


def test_an_index_that_is_let_go_lets_go_of_chroma(tmp_path: Path) -> None:
    from chromadb.api.shared_system_client import SharedSystemClient

    index = ChromaIndex(HashedEmbedder(64), tmp_path)
    index.add([make_passage("Scholing.")])
    assert any(str(tmp_path) in name for name in SharedSystemClient._identifier_to_system)
    del index
    gc.collect()
    assert not any(str(tmp_path) in name for name in SharedSystemClient._identifier_to_system)


def test_nothing_is_written_by_a_search(tmp_path: Path) -> None:
    ids(ChromaIndex(HashedEmbedder(64), tmp_path / "vectors"), "wet")
    assert list(tmp_path.iterdir()) == []


def test_a_folder_that_may_not_be_written_to_is_searched(open_folder: Path, read_only: ReadOnly) -> None:
    ChromaIndex(HashedEmbedder(64), open_folder).add([make_passage("Scholing.")])
    gc.collect()
    with read_only(open_folder):
        index = ChromaIndex(HashedEmbedder(64), open_folder)
        assert ids(index, "scholing") == ["v1:00000"]
        with pytest.raises(ReadOnlyData):
            index.add([make_passage("Wet.")])
        with pytest.raises(ReadOnlyData):
            index.remove(["v1"])
        with pytest.raises(ReadOnlyData):
            index.clear()


def test_telemetry_is_off() -> None:
    assert not _settings().anonymized_telemetry


def test_a_server_that_does_not_answer_is_told() -> None:
    with pytest.raises(StorageError, match=r"http://localhost:9 antwoordt niet"):
        ChromaIndex(HashedEmbedder(), "http://localhost:9")


def test_an_address_that_is_none_is_refused() -> None:
    with pytest.raises(SettingsError, match="http://host:poort"):
        ChromaIndex(HashedEmbedder(), "chroma.local:8000")


def index_metadata(index: ChromaIndex) -> dict[str, object]:
    with index._place.reading() as client:
        assert client is not None
        return dict(client.get_collection("passages", embedding_function=None).metadata)


def add_scholing(folder: Path, passages: int) -> None:
    index = ChromaIndex(HashedEmbedder(64), folder)
    index.add([make_passage(f"Scholing {number}.", number, "v2") for number in range(passages)])
