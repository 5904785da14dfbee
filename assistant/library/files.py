"""Copies of the original files, each under the hash of its content."""

from __future__ import annotations

import hashlib
import os
import shutil
from collections.abc import Collection, Iterator
from contextlib import contextmanager
from pathlib import Path

from assistant.library.failures import storage_error

_DRAFT = ".part"


def content_hash(path: Path) -> str:
    """SHA-256 of the file's bytes, in hexadecimal."""
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


class FileStore:
    """Files in one folder, named by the hash of their content and the extension they came with."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def keep(self, path: Path, sha256: str) -> None:
        """Copies the file whole or not at all; one that is already there stays."""
        target = self.path(sha256, path.name)
        if target.exists():
            return
        with self._translated():
            self._folder.mkdir(parents=True, exist_ok=True)
            draft = target.with_suffix(_DRAFT)
            try:
                _copy(path, draft)
                draft.replace(target)
            finally:
                draft.unlink(missing_ok=True)

    def path(self, sha256: str, filename: str) -> Path:
        """Where the file is when it was kept."""
        return self._folder / f"{sha256}{Path(filename).suffix.lower()}"

    def keep_only(self, paths: Collection[Path]) -> None:
        """Drops every other file in the folder, also copies that were never finished."""
        if not self._folder.exists():
            return
        with self._translated():
            for path in self._folder.iterdir():
                if path not in paths:
                    path.unlink()

    def drop(self, path: Path) -> None:
        with self._translated():
            path.unlink(missing_ok=True)

    @contextmanager
    def _translated(self) -> Iterator[None]:
        try:
            yield
        except OSError as error:
            raise storage_error(error, str(self._folder)) from error


def _copy(path: Path, copy: Path) -> None:
    """The bytes are on the disk when it returns, so that no crash leaves a file with a name but without content."""
    with path.open("rb") as source, copy.open("wb") as target:
        shutil.copyfileobj(source, target)
        target.flush()
        os.fsync(target.fileno())
