"""A process that is killed at any moment of storing a document leaves the old version or the new one, and no harm."""

from __future__ import annotations

import os
import random
import signal
import time
from itertools import count
from multiprocessing.connection import Connection
from multiprocessing.context import ForkServerContext
from pathlib import Path
from typing import NamedTuple

from assistant.domain.reports import StoreStatus
from assistant.index.chroma import ChromaIndex
from assistant.index.embeddings import HashedEmbedder
from assistant.index.hybrid import HybridIndex
from assistant.index.interface import Query
from assistant.index.lexical import LexicalIndex
from assistant.ingestion import Archive
from assistant.library.library import Library
from assistant.testing import make_document, make_passage

KILLS = 50
LONGEST = 0.4  # seconds until a kill; storing one document takes some 0.2
PASSAGES = 40  # of the document whose versions alternate


class Answer(NamedTuple):
    """The ids of the passages that a search finds, in order of id, and the text of the library's page."""

    passages: list[str]
    page: str


class State(NamedTuple):
    number: int  # of the version that was stored last
    answer: Answer
    stores: tuple[StoreStatus, ...]
    files: list[str]  # the contents of the originals that are kept


def test_killed_anywhere_the_old_or_the_new_version_answers_and_the_next_store_mends(
    processes: ForkServerContext, tmp_path: Path
) -> None:
    """Each process looks before it writes, and every fifth is killed while it may still be mending."""
    moments = random.Random(2024)
    store(open_archive(tmp_path), 0, tmp_path / "original.txt")
    for kill in range(KILLS):
        ours, theirs = processes.Pipe()
        process = processes.Process(target=look_and_store_for_ever, args=(tmp_path, theirs))
        process.start()
        theirs.close()
        check_answer(ours.recv())
        if kill % 5 or kill == KILLS - 1:
            check_state(ours.recv())
        time.sleep(moments.uniform(0, LONGEST))
        os.kill(process.pid or 0, signal.SIGKILL)
        process.join()
    check_answer(answer(open_archive(tmp_path)))


def check_answer(answer: Answer) -> None:
    """All of one version."""
    number = number_of(answer.passages[0])
    assert answer == whole_answer(number)


def check_state(state: State) -> None:
    assert state.answer == whole_answer(state.number)
    assert [(status.passages, status.missing, status.surplus) for status in state.stores] == [(PASSAGES, 0, 0)] * 3
    assert state.files == [f"original of {state.number}"]


def look_and_store_for_ever(folder: Path, connection: Connection) -> None:
    """Sends what is answered before anything was mended, and the state when one more document was stored."""
    archive, original = open_archive(folder), folder / "original.txt"
    connection.send(answer(archive))
    [version] = archive.library.versions()
    stored = number_of(version)
    store(archive, stored + 1, original)
    files = [path.read_text() for path in (folder / "files").iterdir()]
    connection.send(State(stored + 1, answer(archive), archive.status(repair=False), files))
    for number in count(stored + 2):
        store(archive, number, original)


def open_archive(folder: Path) -> Archive:
    lexical, vectors = LexicalIndex(folder / "lexical"), ChromaIndex(HashedEmbedder(64), folder / "vectors")
    return Archive(folder, Library(folder / "library.sqlite"), [lexical, vectors], HybridIndex(lexical, vectors))


def store(archive: Archive, number: int, original: Path) -> None:
    original.write_text(f"original of {number}")
    passages = [make_passage(sentence(number), i, f"version{number}") for i in range(PASSAGES)]
    archive.store(make_document(f"version{number}", pages=[sentence(number)]), passages, original)


def answer(archive: Archive) -> Answer:
    hits = archive.search(Query("Welke boom bloeit in mei?"), 3 * PASSAGES)
    return Answer(sorted(hit.passage.id for hit in hits), archive.library.page("doc", 1).text)


def whole_answer(number: int) -> Answer:
    return Answer([f"version{number}:{i:05d}" for i in range(PASSAGES)], sentence(number))


def sentence(number: int) -> str:
    """All that a passage of this version says; every second version says the same."""
    return f"De {'peer' if number % 2 else 'appel'}boom bloeit in mei."


def number_of(name: str) -> int:
    """Of a version, or of a passage of it."""
    return int(name.removeprefix("version").partition(":")[0])
