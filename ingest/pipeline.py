"""From a file to a document and its passages."""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path

from assistant.domain.documents import Document, Origin, Page, Source
from assistant.domain.passages import Passage
from ingest.passages import Sizes, passages
from ingest.readers.interface import Reading
from ingest.token_count import count_tokens

CUT = "1"  # changes when the same reading would be cut into other passages

Match = Callable[[str, Reading], Source]


@dataclass(frozen=True, slots=True)
class Prepared:
    """A document that is ready to be stored."""

    document: Document
    passages: tuple[Passage, ...]
