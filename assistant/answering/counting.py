"""Whether a sentence gives a number of what a question counts: 'ruim 200 betrokkenen' for 'hoeveel deelnemers'."""

from __future__ import annotations

import re
from collections.abc import Sequence

from assistant.answering.matching import WeighedTerm, found
from assistant.answering.numerals import CARDINALS
from assistant.answering.understanding import Understanding
from assistant.index.analyzer import stems

_COUNTED = re.compile(r"\b(?:hoeveel|how many)\s+((?:[\w’'-]+\s*){1,2})", re.IGNORECASE)
_NUMERAL = "|".join(sorted((word for word in CARDINALS if word not in ("een", "one")), key=len, reverse=True))
_NUMBER_BEFORE = re.compile(
    rf"(?<![\d(])\b(?!(?:19|20)\d{{2}}\b)(?:\d[\d.]*|{_NUMERAL})\s+((?:[\w’'-]+\s+){{0,2}}[\w’'-]+)", re.IGNORECASE
)
_PEOPLE = frozenset(
    stems("aanwezigen betrokkenen bezoekers deelnemers leden mensen personen werkenden people participants")
)


def counts(question: Understanding, terms: Sequence[WeighedTerm], text: str) -> bool:
    """Whether a number, other than a year, stands at most two words before what is counted; people are of one kind."""
    match = _COUNTED.search(question.text)
    if not match:
        return False
    words = frozenset(stems(match[1]))
    asked = [term for term in terms if set(term.term.stems) & words]
    near = [frozenset(stems(each)) for each in _NUMBER_BEFORE.findall(text)]
    if words & _PEOPLE:
        return any(each & _PEOPLE for each in near)
    return any(found(term, each) for each in near for term in asked)
