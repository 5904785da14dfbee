"""A note beside files that a library changes in place, so that a change cut off half-way is noticed.

Chroma writes its vector files in place, now and then, while records are added. A process killed just then leaves files
that load wrongly or not at all. The seal is broken before each write, with a note of how the files were, and closed
after it: a broken seal over files that have changed since means that they cannot be trusted. Chroma's own database,
which holds what was not yet written to those files, is safe by itself.
"""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass
from pathlib import Path
from uuid import uuid4

_NAME = "seal.json"


@dataclass(frozen=True, slots=True)
class State:
    """``mark`` is new with every write. ``broken`` holds while a write is going on, or after one that never ended."""

    mark: str
    broken: bool
    files: str


class Seal:
    """The seal of the files in the folders inside ``folder``. Whoever writes it holds a lock on them."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self.path = folder / _NAME

    def state(self) -> State | None:
        """None where nothing was ever written."""
        try:
            return State(**json.loads(self.path.read_text(encoding="utf-8")))
        except FileNotFoundError:
            return None

    def trusted(self) -> bool:
        """False when a write ended half-way through changing the files. Ask it with the lock in hand."""
        state = self.state()
        return state is None or not state.broken or state.files == self._files()

    def break_(self) -> None:
        self._write(State(uuid4().hex, broken=True, files=self._files()))

    def condemn(self) -> None:
        """Makes the files untrusted until the seal is closed, whatever becomes of them."""
        self._write(State(uuid4().hex, broken=True, files="condemned"))

    def close(self) -> str:
        """The new mark."""
        state = State(uuid4().hex, broken=False, files="")
        self._write(state)
        return state.mark

    def _files(self) -> str:
        """How the files are: their names, sizes in bytes and times of change."""
        found = ((path, path.stat()) for path in sorted(self._folder.glob("*/*")))
        return "\n".join(f"{path.name} {status.st_size} {status.st_mtime_ns}" for path, status in found)

    def _write(self, state: State) -> None:
        self._folder.mkdir(parents=True, exist_ok=True)
        draft = self.path.with_suffix(".draft")
        draft.write_text(json.dumps(asdict(state)), encoding="utf-8")
        draft.replace(self.path)
