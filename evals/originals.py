"""The documents that others wrote, which stand beside the project where they are at hand."""

from __future__ import annotations

from pathlib import Path

ORIGINALS = Path(__file__).parents[2] / "shared" / "documents"


def original_files() -> list[str]:
    """The paths of all of them, in order of name; none where they are not at hand."""
    return [str(path) for path in sorted(ORIGINALS.glob("*.pdf"))]
