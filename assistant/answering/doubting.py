"""Whether what was found answers what is asked: the doubts of each part of a question, weighed together.

No doubt alone is a proof. Each counts by its strength and by how well its sign told answered questions from others
(``docs/answers.md``); where they add up to the threshold, something else would be answered than was asked.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from assistant.answering.binding import Line, lines_of
from assistant.answering.doubts import Doubt, Part, Sign
from assistant.answering.expecting import unshown
from assistant.answering.matching import WeighedTerm
from assistant.answering.presuming import apart, unclaimed
from assistant.answering.understanding import Understanding
from assistant.domain.passages import Hit
from assistant.index.analyzer import tokens

WEIGHTS = {
    Sign.MONEY: 1.3,
    Sign.SHARE: 1.3,
    Sign.CONTACT: 1.3,
    Sign.TIME: 1.3,
    Sign.AGE: 1.0,
    Sign.LENGTH: 1.0,
    Sign.DATE: 0.4,
    Sign.COUNT: 1.0,
    Sign.NOUN: 1.0,
    Sign.ACTOR: 0.9,
    Sign.CLAIM: 1.3,
    Sign.NAME: 0.75,
}
REFUSED = 0.85  # the weight of doubts from which a question is not answered
UNTRANSLATED = 0.3  # the share of its weight that an unknown word of another language keeps


@dataclass(frozen=True, slots=True)
class Weighed:
    """``refused`` is the gravest doubt where nothing that is asked is answered; else ``left`` has those of the parts
    that are not."""

    refused: Doubt | None = None
    left: tuple[Doubt, ...] = ()


def weighed_doubts(question: Understanding, hits: Sequence[Hit], terms: Sequence[WeighedTerm]) -> Weighed:
    lines = lines_of(hits)
    gravest = [_gravest([_doubts(part, lines) for part in readings]) for readings in parts_asked(question, terms)]
    doubtful = [doubt for doubt in gravest if doubt]
    if len(doubtful) < len(gravest):
        return Weighed(left=tuple(doubtful))
    return Weighed(refused=max(doubtful, key=_weight, default=None))


def _doubts(part: Part, lines: Sequence[Line]) -> list[Doubt]:
    """The strongest of each sign."""
    strongest: dict[Sign, Doubt] = {}
    for doubt in (*unshown(part, lines), *unclaimed(part, lines), *apart(part, lines)):
        if doubt.sign not in strongest or strongest[doubt.sign].strength < doubt.strength:
            strongest[doubt.sign] = doubt
    return list(strongest.values())


def _gravest(readings: Sequence[Sequence[Doubt]]) -> Doubt | None:
    """The doubt that weighs most, where even in the best reading all together are too grave."""
    best = min(readings, key=_sum, default=())
    return max(best, key=_weight) if _sum(best) >= REFUSED else None


def _sum(doubts: Sequence[Doubt]) -> float:
    return sum(map(_weight, doubts))


def _weight(doubt: Doubt) -> float:
    return WEIGHTS[doubt.sign] * doubt.strength


_JOINED = re.compile(
    r",?\s+(?:en|and)\s+(?=(?:(?:voor|bij|met|in|op|tot|door|for|by|in|at)\s+)?"
    r"(?:hoeveel|hoe|wie|wat|wanneer|waar\w*|welke?|who|what|when|where|why|which|how)\b)",
    re.IGNORECASE,
)


def parts_asked(question: Understanding, terms: Sequence[WeighedTerm]) -> Iterator[tuple[Part, ...]]:
    """The question, or those that are joined in it, each with its own terms and, as it may lean on others, with all.

    A follow-up asks only what it says itself.
    """
    content = tuple(_lighter(each, question.language) for each in terms if not each.term.pale)
    texts = [question.question] if question.follow_up else _JOINED.split(question.text)
    for text in texts:
        own = frozenset(tokens(text))
        of_part = tuple(each for each in content if own.issuperset(each.term.text.split()))
        if len(texts) == 1:
            yield (Part(text, content),)
        elif of_part:
            yield Part(text, of_part), Part(text, content)


def _lighter(term: WeighedTerm, language: str) -> WeighedTerm:
    """In another language than that of the documents an unknown word may only lack a translation."""
    return term if term.known or language == "nl" else replace(term, weight=term.weight * UNTRANSLATED)
