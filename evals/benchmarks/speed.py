"""Measures speed and memory against their bars: python -m evals.benchmarks.speed [--quick]

Uses the originals beside the project, or the project's digests where those are absent. ``--quick`` leaves out the part
with 100,000 passages, which takes most of the time. Exit status 1 when a bar is missed.
"""

from __future__ import annotations

import argparse
import os
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from statistics import median, quantiles
from tempfile import TemporaryDirectory

import psutil

from assistant.application import Application
from assistant.bootstrap import build_application
from assistant.settings import Settings
from evals.benchmarks import extraction, scale
from evals.benchmarks.answers import questions
from evals.originals import original_files

PASSAGES = 100_000
COMMAND = [sys.executable, "-m", "assistant.cli"]
ROUNDS = 3


@dataclass(frozen=True, slots=True)
class Figure:
    """A measured figure beside its bar, if it has one; ``least`` says that the bar is the least it may be."""

    name: str
    value: float
    bar: float | None
    unit: str
    least: bool = False

    @property
    def passes(self) -> bool:
        if self.bar is None:
            return True
        return self.value >= self.bar if self.least else self.value <= self.bar

    def __str__(self) -> str:
        relation = ">=" if self.least else "<="
        bar = f"{relation} {self.bar:g} {self.unit}" if self.bar is not None else ""
        verdict = "" if self.passes else "   MISSED"
        return f"| {self.name:<52} | {self.value:9.1f} {self.unit:<8} | {bar}{verdict} |"


def reading(folder: Path) -> Iterator[Figure]:
    seconds = min(_seconds(partial(_ingest, folder / str(i))) for i in range(ROUNDS))
    yield Figure("five documents ingested, after start-up", seconds, 6, "s")
    paths = [Path(path) for path in original_files()]
    if paths:
        text = extraction.pages_a_second(paths, extraction.extracted, ROUNDS)
        yield Figure("text with the places of its words", text, 200, "pages/s", least=True)
        whole = extraction.pages_a_second(paths, extraction.read, ROUNDS)
        yield Figure("the same with headings, tables and footnotes", whole, None, "pages/s", least=True)


def _ingest(folder: Path) -> None:
    application = build_application(Settings(folder))
    list(application.ingest(original_files()))


def answering(application: Application) -> Iterator[Figure]:
    asked = [question.text for question in questions()]
    for text in asked:
        application.ask(text)
    searched = _milliseconds([partial(application.search, text) for text in asked])
    answered = _milliseconds([partial(application.ask, text) for text in asked])
    yield Figure("search, p50", median(searched), 15, "ms")
    yield Figure("ask, p50", median(answered), 50, "ms")
    yield Figure("ask, p95", _p95(answered), 150, "ms")
    yield Figure("resident memory after all these questions", _resident(os.getpid()), 800, "MB")


def growing(folder: Path) -> Iterator[Figure]:
    """Search and storing among 100,000 passages."""
    looks = list(scale.looks(folder, PASSAGES, "hashed"))
    yield Figure(f"search among {PASSAGES:,} passages, p95", _p95(looks[-1].searched), 80, "ms")
    first, last = median(looks[0].stored), median(looks[-1].stored)
    yield Figure("storing a document then, against at the start", last / first, 1.5, "times")


def starting() -> Iterator[Figure]:
    helped = min(_seconds(partial(_run, "--help")) for _ in range(ROUNDS))
    yield Figure("wiewatwanneer --help", helped, 0.5, "s")


def serving(folder: Path) -> Iterator[Figure]:
    port = _free_port()
    address = f"http://127.0.0.1:{port}/"
    started = time.perf_counter()
    process = subprocess.Popen(
        [*COMMAND, "--data", str(folder), "serve", "--port", str(port)], stdout=subprocess.DEVNULL
    )
    try:
        while not _answers(address):
            time.sleep(0.1)
        yield Figure("the page answers after", time.perf_counter() - started, 15, "s")
        yield Figure("resident memory of the server, before questions", _resident(process.pid), 800, "MB")
    finally:
        process.terminate()
        process.wait(timeout=30)


def _resident(pid: int) -> float:
    process = psutil.Process(pid)
    family = [process, *process.children(recursive=True)]
    return float(sum(each.memory_info().rss for each in family)) / 2**20


def _run(*arguments: str) -> None:
    subprocess.run([*COMMAND, *arguments], stdout=subprocess.DEVNULL, check=True)


def _free_port() -> int:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        return int(free.getsockname()[1])


def _answers(address: str) -> bool:
    try:
        with urllib.request.urlopen(address, timeout=30) as response:
            return bool(response.status == 200)
    except (urllib.error.URLError, ConnectionError, TimeoutError):
        return False


def _seconds(work: Callable[[], object]) -> float:
    started = time.perf_counter()
    work()
    return time.perf_counter() - started


def _milliseconds(works: Sequence[Callable[[], object]]) -> list[float]:
    return [_seconds(work) * 1000 for work in works]


def _p95(values: Sequence[float]) -> float:
    return quantiles(values, n=20)[18]


def figures(folder: Path, quick: bool) -> Iterator[Figure]:
    yield from reading(folder / "reading")
    application = build_application(Settings(folder / "data"))
    list(application.ingest(original_files()))
    yield from answering(application)
    yield from starting()
    yield from serving(folder / "data")
    if not quick:
        yield from growing(folder / "scale")


def main(arguments: Sequence[str] | None = None) -> int:
    parser = argparse.ArgumentParser(description="Measures speed and memory against their bars.")
    parser.add_argument("--quick", action="store_true", help="without the part with 100,000 passages")
    options = parser.parse_args(arguments)
    missed = 0
    print(f"| {'what':<52} | {'measured':<18} | bar |\n|{'-' * 54}|{'-' * 20}|-----|")
    with TemporaryDirectory(prefix="wiewatwanneer-") as folder:
        for figure in figures(Path(folder), options.quick):
            print(figure, flush=True)
            missed += not figure.passes
    return 1 if missed else 0


if __name__ == "__main__":
    sys.exit(main())
