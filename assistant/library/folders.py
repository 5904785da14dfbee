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
    """A copy of a folder, for libraries that must write beside what they read; it goes when the program ends."""

    def __init__(self, folder: Path) -> None:
        self._home = tempfile.TemporaryDirectory(prefix="wiewatwanneer-")
        self.folder = Path(self._home.name) / folder.name
        shutil.copytree(folder, self.folder, copy_function=shutil.copyfile)
        for path in (self.folder, *self.folder.rglob("*")):
            path.chmod(0o700)
