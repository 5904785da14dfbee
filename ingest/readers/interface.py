"""What every reader gives."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

from assistant.domain.documents import Page


@dataclass(frozen=True, slots=True)
class Reading:
    """A file as it was read. ``title`` is what the file itself says it is, empty when it says nothing.

    ``extractor`` names the library and version that gave the text. ``pages`` are in order and never empty; page numbers
    ascend but may have gaps (a digest leaves out empty pages).
    """

    title: str
    extractor: str
    pages: tuple[Page, ...]


class Reader(Protocol):
    """Reads one format. Raises ``ReadError`` with one sentence when the file as a whole cannot be read."""

    def read(self, path: Path) -> Reading: ...
