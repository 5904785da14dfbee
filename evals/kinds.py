"""What a run can be over, and what can answer in it; standard library only, so that ``--help`` answers at once."""

from __future__ import annotations

from enum import StrEnum


class Documents(StrEnum):
    """What the project's corpus is read from."""

    DIGESTS = "digests"
    ORIGINALS = "originals"


class Engine(StrEnum):
    """What phrases the answers."""

    EXTRACTIVE = "extractive"
    MODEL = "model"
