"""Copies of the original files."""

from __future__ import annotations

from pathlib import Path

import pytest

from assistant.domain.errors import DiskFull, ReadOnlyData, StorageError
from assistant.library.failures import storage_error
from assistant.library.files import FileStore, content_hash

ABC = "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"  # SHA-256 of 'abc', from FIPS 180-2


@pytest.fixture
def original(tmp_path: Path) -> Path:
    path = tmp_path / "Brief.PDF"
    path.write_bytes(b"abc")
    return path


def test_the_hash_is_of_the_content(original: Path) -> None:
    assert content_hash(original) == ABC


def test_a_copy_is_named_by_its_hash_and_its_extension_in_lower_case(tmp_path: Path, original: Path) -> None:
    files = FileStore(tmp_path / "files")
    files.keep(original, ABC)
    assert [path.name for path in (tmp_path / "files").iterdir()] == [f"{ABC}.pdf"]
    assert files.path(ABC, "Brief.PDF").read_bytes() == b"abc"


def test_keeping_it_again_leaves_it_as_it_is(tmp_path: Path, original: Path) -> None:
    files = FileStore(tmp_path / "files")
    files.keep(original, ABC)
    before = files.path(ABC, "Brief.PDF").stat()
    files.keep(original, ABC)
    assert files.path(ABC, "Brief.PDF").stat().st_mtime_ns == before.st_mtime_ns


def test_what_is_not_wanted_any_more_goes_and_so_do_copies_that_were_cut_off(tmp_path: Path, original: Path) -> None:
    files = FileStore(tmp_path / "files")
    files.keep(original, ABC)
    (tmp_path / "files" / "old.pdf").touch()
    (tmp_path / "files" / "half.part").touch()
    files.keep_only({files.path(ABC, "Brief.PDF")})
    assert [path.name for path in (tmp_path / "files").iterdir()] == [f"{ABC}.pdf"]


def test_no_folder_has_nothing_to_drop(tmp_path: Path) -> None:
    FileStore(tmp_path / "files").keep_only(set())
    assert not (tmp_path / "files").exists()


def test_a_copy_that_fails_leaves_nothing_behind(tmp_path: Path) -> None:
    with pytest.raises(StorageError):
        FileStore(tmp_path / "files").keep(tmp_path / "absent.pdf", ABC)
    assert [*(tmp_path / "files").iterdir()] == []


@pytest.mark.parametrize(
    ("said", "kind"),
    [
        (OSError(28, "No space left on device"), DiskFull),
        (OSError(122, "Disk quota exceeded"), DiskFull),
        (ValueError("Io error: An IO error occurred: 'No space left on device (os error 28)'"), DiskFull),
        (RuntimeError("error returned from database: (code: 13) database or disk is full"), DiskFull),
        (OSError(30, "Read-only file system"), ReadOnlyData),
        (PermissionError(13, "Permission denied"), ReadOnlyData),
        (RuntimeError("(sqlite3.OperationalError) attempt to write a readonly database"), ReadOnlyData),
        (RuntimeError("file is not a database"), StorageError),
    ],
)
def test_what_a_disk_says_becomes_our_own_error_in_one_sentence(said: Exception, kind: type[StorageError]) -> None:
    error = storage_error(said, "de map")
    assert type(error) is kind
    assert "de map" in str(error)


def test_an_error_that_says_nothing_is_told_by_its_kind() -> None:
    assert "KeyError" in str(storage_error(KeyError(), "de map"))
