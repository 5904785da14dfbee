"""Noticing that files were left half-changed."""

from __future__ import annotations

from pathlib import Path

import pytest

from assistant.index.seal import Seal


@pytest.fixture
def file(tmp_path: Path) -> Path:
    """A file in a folder of the sealed folder, as Chroma keeps its vectors."""
    (tmp_path / "vectors").mkdir()
    path = tmp_path / "vectors" / "data.bin"
    path.write_bytes(b"whole")
    return path


def test_what_was_never_sealed_is_trusted(tmp_path: Path) -> None:
    assert Seal(tmp_path).trusted()
    assert Seal(tmp_path).state() is None


def test_a_write_that_ended_is_trusted_whatever_it_changed(tmp_path: Path, file: Path) -> None:
    seal = Seal(tmp_path)
    seal.break_()
    file.write_bytes(b"changed")
    seal.close()
    assert seal.trusted()


def test_a_write_that_was_cut_off_before_it_changed_a_file_is_trusted(tmp_path: Path, file: Path) -> None:
    Seal(tmp_path).break_()
    assert Seal(tmp_path).trusted()


def test_a_write_that_was_cut_off_while_it_changed_a_file_is_not_trusted(tmp_path: Path, file: Path) -> None:
    Seal(tmp_path).break_()
    file.write_bytes(b"half")
    assert not Seal(tmp_path).trusted()


def test_a_file_that_came_or_went_is_a_change(tmp_path: Path, file: Path) -> None:
    Seal(tmp_path).break_()
    file.with_name("links.bin").touch()
    assert not Seal(tmp_path).trusted()


def test_condemned_files_are_not_trusted_until_the_seal_is_closed(tmp_path: Path, file: Path) -> None:
    seal = Seal(tmp_path)
    seal.condemn()
    assert not Seal(tmp_path).trusted()
    seal.close()
    assert Seal(tmp_path).trusted()


def test_every_write_leaves_another_mark(tmp_path: Path) -> None:
    seal = Seal(tmp_path)
    marks = {seal.close(), seal.close()}
    seal.break_()
    state = seal.state()
    assert state is not None
    assert len(marks | {state.mark}) == 3
