"""Data folders for the acceptance tests: an empty one, and one that holds the corpus."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest

from assistant.answering.glossary import Glossary
from tests.acceptance.program import Program


@pytest.fixture(scope="session", autouse=True)
def glossary_read_once() -> Iterator[None]:
    """Each question on the command line reads it, which takes longer than all the rest."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(Glossary, "load", cache(Glossary.load))
        yield


@pytest.fixture
def program(tmp_path: Path) -> Program:
    """Over a folder that is not there yet."""
    return Program(tmp_path / "gegevens")


@pytest.fixture(scope="session")
def corpus(tmp_path_factory: pytest.TempPathFactory) -> Program:
    """Over the corpus; for tests that change nothing."""
    program = Program(tmp_path_factory.mktemp("corpus") / "gegevens")
    assert program("ingest").status == 0
    return program


@pytest.fixture
def changeable_corpus(corpus: Program, tmp_path: Path) -> Program:
    """Over a copy of the corpus."""
    return Program(Path(shutil.copytree(corpus.data, tmp_path / "gegevens")))
