"""Versions of documents: the same for the same bytes, read in the same way."""

from __future__ import annotations

from pathlib import Path

import pytest

from ingest.catalogue import load_catalogue
from ingest.pipeline import Pipeline


@pytest.fixture
def paper(tmp_path: Path) -> Path:
    path = tmp_path / "stuk.txt"
    path.write_text("Wij pleiten voor een fonds.", encoding="utf-8")
    return path


def test_a_users_own_file_makes_another_version_of_every_document(paper: Path, tmp_path: Path) -> None:
    own = tmp_path / "themes.yaml"

    def pipeline() -> Pipeline:
        return Pipeline(load_catalogue(), own_files=(own,))

    without = pipeline().version(paper)
    assert without == Pipeline(load_catalogue()).version(paper)
    own.write_text("themes: []", encoding="utf-8")
    added = pipeline().version(paper)
    own.write_text("themes: [ ]", encoding="utf-8")
    changed = pipeline().version(paper)
    assert len({without, added, changed}) == 3
    assert [pipeline().is_current(each) for each in (without, added, changed)] == [False, False, True]


def test_without_own_files_a_version_is_current_as_long_as_the_method_is(paper: Path) -> None:
    pipeline = Pipeline(load_catalogue())
    version = pipeline.version(paper)
    assert pipeline.is_current(version)
    assert not pipeline.is_current(f"{version}.0123abcd")
