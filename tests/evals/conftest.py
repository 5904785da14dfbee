"""The suite over a small library that is really read in and asked."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from evals.__main__ import main
from evals.workbench import read_in
from tests.evals.harbour import AGENDA, QUESTIONS, written


@pytest.fixture(scope="session")
def library(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A data folder with one document of two pages."""
    folder = tmp_path_factory.mktemp("evals")
    (folder / "agenda.md").write_text(AGENDA, encoding="utf-8")
    read_in(folder / "data", [str(folder / "agenda.md")])
    return folder / "data"


@pytest.fixture(scope="session")
def suite(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return written(tmp_path_factory.mktemp("suite") / "haven.jsonl", QUESTIONS)


@pytest.fixture
def evals(library: Path, suite: Path, tmp_path: Path) -> Callable[..., int]:
    """Runs a command over the small library; the output is in 'run'."""

    def call(command: str, *arguments: object) -> int:
        shared = ["--suite", suite, "--data", library] if command in ("run", "validate", "explain") else []
        output = ["--output", tmp_path / "run"] if command == "run" and "--output" not in arguments else []
        return main([command, *map(str, [*shared, *output, *arguments])])

    return call
