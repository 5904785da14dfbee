"""Comments such as ``<!-- pagina 12 -->`` that say where the pages of a printed original begin."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise
from pathlib import Path

from assistant.domain.errors import ReadError

_MARKER = re.compile(r"\s*(?:pagina|page)\s+(\d{1,6})\s*", re.IGNORECASE)


def marked_page(comment: str) -> int | None:
    """The page that begins at a comment with this text; nothing for any other comment."""
    match = _MARKER.fullmatch(comment)
    return int(match[1]) if match else None


def check_order(numbers: Sequence[int], path: Path) -> None:
    for before, after in pairwise(numbers):
        if after <= before:
            raise ReadError(
                "{name} heeft de markering van pagina {after} na die van pagina {before}: "
                "zet de pagina's op volgorde en voeg het nog eens toe.",
                name=path.name,
                after=after,
                before=before,
            )
