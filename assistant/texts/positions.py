"""The texts of positions: what parties say on themes, in comparisons, answers and exports."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class PositionTexts:
    """Mappings are by value. ``speakers`` say how it is known who says a sentence.

    ``switches`` are the options of the commands, ``answers`` what stands around positions in an answer.
    """

    theme: str
    party: str
    state: str
    statements: str
    headline: str
    silence: str
    states: Mapping[str, str]
    kinds: Mapping[str, str]
    bases: Mapping[str, str]
    speakers: Mapping[str, str]
    contrasts: Mapping[str, str]
    contrast: str
    against: str
    contrast_with: str
    statement: str
    quoted_source: str
    csv_columns: tuple[str, ...]
    no_themes: str
    nothing: str
    more: str
    count: str
    switches: Mapping[str, str]
    answers: Mapping[str, str]
