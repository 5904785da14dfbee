"""What makes it doubtful that the evidence answers a question."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from assistant.answering.matching import WeighedTerm


class Sign(StrEnum):
    """What is missing near the question's subject."""

    MONEY = "money"
    SHARE = "share"
    CONTACT = "contact"
    TIME = "time"
    AGE = "age"
    LENGTH = "length"
    DATE = "date"
    COUNT = "count"  # a number of what is counted
    NOUN = "noun"  # the noun that is asked for: the chair of, the fine for, the role of
    ACTOR = "actor"  # people or institutions that no policy text would call otherwise
    CLAIM = "claim"  # what the question takes for granted
    NAME = "name"  # a name


@dataclass(frozen=True, slots=True)
class Doubt:
    """``strength``, from 0 to 1, is the share of the subject that does not stand with what is asked for; ``detail`` is
    the word in question, as it was written."""

    sign: Sign
    strength: float
    detail: str = ""


@dataclass(frozen=True, slots=True)
class Part:
    """A question, or one of those that are joined in it ('… en hoeveel …'), with the terms that say something."""

    text: str
    terms: tuple[WeighedTerm, ...]

    def term_of(self, word: str) -> WeighedTerm | None:
        """The term that a folded word of the text stands in."""
        return next((each for each in self.terms if word in each.term.text.split()), None)

    def others(self, term: WeighedTerm) -> Sequence[WeighedTerm]:
        return [each for each in self.terms if each is not term]
