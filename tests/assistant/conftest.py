"""The command line over a fake application, folders that cannot be written, and processes beside the test's own.

These start at once: they come from a server that has loaded the heavy libraries.
"""

from __future__ import annotations

import multiprocessing
import os
import tempfile
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from multiprocessing.context import ForkServerContext
from pathlib import Path

import pytest

from tests.fakes.application import FakeApplication
from tests.fakes.command_line import Bench

_NOBODY = 65534
_LOADED = [
    "assistant.ingestion",
    "assistant.testing",
    "chromadb.api.rust",
    "pytest",
    "snowballstemmer",
    "sqlalchemy.dialects.sqlite",
    "tantivy",
]


@pytest.fixture
def run(capfdbinary: pytest.CaptureFixture[bytes]) -> Bench[bytes]:
    return Bench(capfdbinary, FakeApplication())


@pytest.fixture(scope="session")
def processes() -> ForkServerContext:
    """What runs in such a process is a function of a module, so that it can be found there by its name."""
    context = multiprocessing.get_context("forkserver")
    context.set_forkserver_preload(_LOADED)
    return context


@pytest.fixture
def in_another_process(processes: ForkServerContext) -> Callable[..., None]:
    """Runs a function with these arguments in another process, and returns when that has ended."""

    def run(work: Callable[..., None], *arguments: object) -> None:
        process = processes.Process(target=work, args=arguments)
        process.start()
        process.join()
        assert process.exitcode == 0

    return run


@pytest.fixture
def read_only() -> Callable[[Path], AbstractContextManager[None]]:
    """While it lasts nothing in the folder can be written. Who is root, who may write anywhere, becomes nobody."""

    @contextmanager
    def protect(folder: Path) -> Iterator[None]:
        everything = [folder, *folder.rglob("*")]
        for path in everything:
            path.chmod(0o555 if path.is_dir() else 0o444)
        root = os.geteuid() == 0
        try:
            if root:
                os.seteuid(_NOBODY)
            yield
        finally:
            if root:
                os.seteuid(0)
            for path in everything:
                path.chmod(0o755 if path.is_dir() else 0o644)

    return protect


@pytest.fixture
def open_folder() -> Iterator[Path]:
    """A folder that every user can reach, as pytest's own is not."""
    with tempfile.TemporaryDirectory() as name:
        Path(name).chmod(0o755)
        yield Path(name)
