"""A conversation: what was asked and what came of it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from assistant.domain.answers import Answer, Citation, Turn


@dataclass(frozen=True, slots=True)
class Exchange:
    """A question with its answer, or with the sentence that says why there is none; ``question`` may be empty then."""

    question: str
    answer: Answer | None = None
    failure: str = ""


Conversation = tuple[Exchange, ...]


def earlier_turns(conversation: Sequence[Exchange]) -> tuple[Turn, ...]:
    """What a follow-up question may refer to: the questions that were answered, oldest first."""
    return tuple(Turn(each.question, each.answer) for each in conversation if each.answer)


def cited(conversation: Sequence[Exchange], name: str) -> Citation | None:
    """The citation that a button names: the place of its answer from 0, a point, and its number in that answer."""
    turn, _, number = name.partition(".")
    if not (turn.isdecimal() and number.isdecimal() and int(turn) < len(conversation)):
        return None
    answer = conversation[int(turn)].answer
    return next((each for each in answer.citations if each.number == int(number)), None) if answer else None
