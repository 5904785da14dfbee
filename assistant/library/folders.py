"""Folders that may only be read."""

from __future__ import annotations

import shutil
import tempfile
from pathlib import Path


def is_writable(folder: Path) -> bool:
    """Whether a file can be made in this existing folder, found out by trying: access bits do not tell of mounts."""
    try:
        with tempfile.TemporaryFile(dir=folder):
            return True
    except OSError:
        return False


class PrivateCopy:
    """Copies of files and folders, for libraries that must write beside what they read.

    They are gone when this object is, or when the program ends.
    """

    def __init__(self, *paths: Path) -> None:
        self._home = tempfile.TemporaryDirectory(prefix="wiewatwanneer-")
        for path in paths:
            if path.is_dir():
                shutil.copytree(path, self.of(path), copy_function=shutil.copyfile)
            elif path.exists():
                shutil.copyfile(path, self.of(path))
        for copied in Path(self._home.name).rglob("*"):
            copied.chmod(0o700)

    def of(self, path: Path) -> Path:
        return Path(self._home.name) / path.name
