"""Folders that can only be read: by their rights, by how they are mounted, or because their disk is full."""

from __future__ import annotations

import shutil
import tempfile
from pathlib import Path

ROOM = 2**18  # bytes: SQLite and Chroma take half of it to open what they only read


def is_writable(folder: Path) -> bool:
    return why_not_writable(folder) is None


def why_not_writable(folder: Path) -> OSError | None:
    """The reason why no small file can be written in this existing folder; None where one can.

    Found out by trying: access bits do not tell of mounts and full disks.
    """
    try:
        with tempfile.TemporaryFile(dir=folder, buffering=0) as file:
            file.write(bytes(ROOM))
    except OSError as error:
        return error
    return None


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
