"""Data folders for the acceptance tests: an empty one, and some that hold something."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest

from assistant.answering.glossary import Glossary
from tests.acceptance.files import write_pdf
from tests.acceptance.garden import GARDEN
from tests.acceptance.mixed import make_mixed_folder
from tests.acceptance.program import Ended, Program


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


@pytest.fixture
def garden(program: Program, tmp_path: Path) -> Program:
    """Holds one document, of one sentence."""
    assert program("ingest", write_pdf(tmp_path / "tuin.pdf", [GARDEN])).status == 0
    return program


@pytest.fixture(scope="session")
def mixed(tmp_path_factory: pytest.TempPathFactory) -> tuple[Program, Ended]:
    """A library of one document after a folder of good and bad files was read in, and what was said of it.

    For tests that change nothing.
    """
    home = tmp_path_factory.mktemp("gemengd")
    program = Program(home / "gegevens")
    program("ingest", write_pdf(home / "tuin.pdf", [GARDEN]))
    return program, program("ingest", make_mixed_folder(home / "map"), "--json")
