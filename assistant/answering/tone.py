"""Whether words are about what goes well or about what does not."""

from __future__ import annotations

import re

_ADVERSE = re.compile(
    r"\b(?:niet|geen|tegenaan|mis(?:gaat|gaan|lukt|lukken)?|\w*knelpunt\w*|\w*belemmer\w*|\w*obstakel\w*|\w*proble(?:em|men)|"
    r"nade(?:el|len)|valkuil\w*|hinder\w*|struikel\w*|drempels?|moeilijk\w*|lastig\w*|stroef|zwakke|moeizaam|"
    r"not|no|barriers?|obstacles?|problems?|pitfalls?|fails?)\b",
    re.IGNORECASE,
)
_FAVOURABLE = re.compile(
    r"\b(?:wel|werkt|werkte|werken|werkzame|succes\w*|lukt|lukken|voorde(?:el|len)|goed|helpt|works?|working|well|success\w*)\b",
    re.IGNORECASE,
)


def tone_of(text: str) -> int:
    """-1 for what does not go well, 1 for what does, 0 where the words tell neither."""
    if _ADVERSE.search(text):
        return -1
    return 1 if _FAVOURABLE.search(text) else 0
