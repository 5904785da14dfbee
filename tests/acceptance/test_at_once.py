"""Several threads and processes on one data folder."""

from __future__ import annotations

import threading
import time
from concurrent.futures import Future, ThreadPoolExecutor
from functools import partial
from pathlib import Path

import pytest
from filelock import FileLock

from assistant.application import Application
from assistant.bootstrap import build_application
from assistant.ingestion import Archive
from assistant.settings import Settings
from tests.acceptance.program import Ended, Program

CHANGES = 12  # times that the document changes while it is asked about


def chair(number: int) -> str:
    return f"De voorzitter van het zonnepark is in termijn {number} mevrouw Bakker."


def test_questions_are_answered_while_documents_come_and_go(tmp_path: Path) -> None:
    """Every answer is of a version that was there, whole, and none fails."""
    application = build_application(Settings(tmp_path / "gegevens"))
    note = tmp_path / "verslag.txt"
    note.write_text(chair(0))
    assert [report.outcome for report in application.ingest([str(note)])] == ["added"]
    done = threading.Event()

    def change() -> None:
        try:
            for number in range(1, CHANGES + 1):
                note.write_text(chair(number))
                assert [report.outcome for report in application.ingest([str(note)])] == ["replaced"]
        finally:
            done.set()

    with ThreadPoolExecutor(3) as threads:
        asking = [threads.submit(answers_until, done, application) for _ in range(2)]
        threads.submit(change).result()
        quotes = [quote for each in asking for quote in each.result()]
    assert quotes
    assert set(quotes) <= {(chair(number),) for number in range(CHANGES + 1)}
    (last,) = application.ask("Wie is de voorzitter van het zonnepark?").citations
    assert last.quote == chair(CHANGES)


def answers_until(done: threading.Event, application: Application) -> list[tuple[str, ...]]:
    """The quotations of each answer."""
    found = []
    while not done.is_set():
        answer = application.ask("Wie is de voorzitter van het zonnepark?")
        found.append(tuple(citation.quote for citation in answer.citations))
    return found


def test_what_another_process_reads_in_or_removes_is_seen_at_once(program: Program, tmp_path: Path) -> None:
    """As a server sees what is done on the command line."""
    application = build_application(Settings(program.data))
    question = "Wie is de voorzitter van het zonnepark?"
    assert application.ask(question).searched.documents == ()
    (tmp_path / "verslag.txt").write_text(chair(1))
    assert program.ran("ingest", tmp_path / "verslag.txt").status == 0
    assert [citation.quote for citation in application.ask(question).citations] == [chair(1)]
    assert program.ran("remove", "verslag").status == 0
    assert application.ask(question).citations == ()


def test_two_processes_that_read_in_at_once_both_finish(program: Program, tmp_path: Path) -> None:
    """The folders hold files of the same names, which are other documents, and one that is the same in both."""
    for folder in ("noord", "zuid"):
        (tmp_path / folder).mkdir()
        (tmp_path / folder / "gelijk.txt").write_text("Dit is hetzelfde.")
        for number in range(5):
            (tmp_path / folder / f"verslag {number}.txt").write_text(f"Verslag {number} van {folder}.")
    processes = [program.started("ingest", tmp_path / folder) for folder in ("noord", "zuid")]
    written = [process.communicate(timeout=120) for process in processes]
    assert [process.returncode for process in processes] == [0, 0], written
    assert [err for _, err in written] == [b"", b""]
    names = [f"verslag-{number}" for number in range(5)]
    assert sorted(program.documents()) == sorted(["gelijk", *names, *(f"{name}-2" for name in names)])
    assert program.is_whole()


@pytest.fixture
def note(tmp_path: Path) -> Path:
    path = tmp_path / "verslag.txt"
    path.write_text(chair(1))
    return path


def test_reading_in_waits_for_another_that_writes(program: Program, note: Path) -> None:
    program("status")
    with ThreadPoolExecutor(1) as threads:
        with FileLock(program.data / "writer.lock"):
            reading: Future[Ended] = threads.submit(program, "ingest", note)
            time.sleep(0.5)
            assert not reading.done()
        assert reading.result(timeout=30).status == 0


def test_reading_in_says_so_when_another_writes_too_long(
    program: Program, note: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    program("status")
    monkeypatch.setattr("assistant.bootstrap.Archive", partial(Archive, patience=0.1))
    with FileLock(program.data / "writer.lock"):
        ended = program("ingest", note)
        assert (ended.status, ended.out) == (1, "")
        assert "Een ander proces schrijft" in ended.complaint
        assert "wacht tot het klaar is" in ended.complaint
        assert program("documents").status == 0
