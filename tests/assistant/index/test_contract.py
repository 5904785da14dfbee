"""Every index and every embedder keeps its contract."""

from __future__ import annotations

import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from assistant.index.chroma import ChromaIndex
from assistant.index.embeddings import HashedEmbedder, LangchainEmbedder
from assistant.index.interface import Embedder
from assistant.index.lexical import LexicalIndex
from assistant.testing import EmbedderContract, InMemoryIndex, LetterModel, OpenIndex, PassageIndexContract


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    port = _free_port()
    folder = tmp_path_factory.mktemp("server")
    command = [sys.executable, "-c", _SERVE, "run", "--path", str(folder), "--port", str(port)]
    with (folder / "log").open("wb") as log, subprocess.Popen(command, stdout=log, stderr=log) as process:
        _wait_for(port)
        yield f"http://localhost:{port}"
        process.kill()


class TestInMemoryIndex(PassageIndexContract):
    persistent = False

    @pytest.fixture
    def open_index(self) -> OpenIndex:
        return InMemoryIndex


class TestLexicalIndexInAFolder(PassageIndexContract):
    @pytest.fixture
    def open_index(self, tmp_path: Path) -> OpenIndex:
        return lambda: LexicalIndex(tmp_path / "lexical")


class TestLexicalIndexInMemory(PassageIndexContract):
    persistent = False

    @pytest.fixture
    def open_index(self) -> OpenIndex:
        return LexicalIndex


class TestChromaIndexInAFolder(PassageIndexContract):
    @pytest.fixture
    def open_index(self, tmp_path: Path) -> OpenIndex:
        return lambda: ChromaIndex(HashedEmbedder(), tmp_path / "vectors")


class TestChromaIndexInMemory(PassageIndexContract):
    persistent = False

    @pytest.fixture
    def open_index(self) -> OpenIndex:
        return lambda: ChromaIndex(HashedEmbedder())


class TestChromaIndexOnAServer(PassageIndexContract):
    @pytest.fixture
    def open_index(self, server: str) -> OpenIndex:
        ChromaIndex(HashedEmbedder(), server).clear()
        return lambda: ChromaIndex(HashedEmbedder(), server)


class TestHashedEmbedder(EmbedderContract):
    @pytest.fixture
    def embedder(self) -> Embedder:
        return HashedEmbedder()


class TestLangchainEmbedder(EmbedderContract):
    @pytest.fixture
    def embedder(self) -> Embedder:
        return LangchainEmbedder("letters:26", LetterModel())


_SERVE = "from chromadb.cli.cli import app; app()"


def _free_port() -> int:
    with socket.socket() as free:
        free.bind(("localhost", 0))
        return int(free.getsockname()[1])


def _wait_for(port: int) -> None:
    """At most half a minute."""
    for _ in range(300):
        try:
            socket.create_connection(("localhost", port)).close()
        except ConnectionRefusedError:
            time.sleep(0.1)
        else:
            return
    raise TimeoutError(f"nothing listens on port {port}")
