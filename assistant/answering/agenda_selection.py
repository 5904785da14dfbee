"""Which of the actions that fit a question means: the longest, the first of a step, those of one party alone."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from assistant.answering.agenda_dates import ENDS, STARTS
from assistant.answering.agenda_subject import ACTION
from assistant.answering.numerals import ORDINALS
from assistant.domain.agenda import RegisteredAction


class Extreme(StrEnum):
    """What of an action, mostly of its term, must be more than of all others."""

    LONGEST = "longest"
    SHORTEST = "shortest"
    FIRST_START = "first_start"
    LAST_START = "last_start"
    FIRST_END = "first_end"
    LAST_END = "last_end"
    MOST_OWNERS = "most_owners"


@dataclass(frozen=True, slots=True)
class Selection:
    """``alone`` wants no owners but those that are named. ``place`` is that of one action among those that fit, from 1;
    -1 is the last, and 0 none. ``code`` is the number of an action ('4.2')."""

    alone: bool = False
    extreme: Extreme | None = None
    place: int = 0
    code: str = ""


def selection_of(text: str, rest: str) -> tuple[Selection, str]:
    """What a question selects, and what is left of it in ``rest``, the question without dates."""
    for pattern, extreme in _EXTREMES:
        if pattern.search(text):
            return Selection(extreme=extreme), pattern.sub(" ", rest)
    if code := _CODE.search(rest):
        return Selection(code=code["code"]), _without(rest, code)
    if nth := _NTH.search(rest):
        word = nth["nth"].lower()
        return Selection(place=-1 if word in _LAST else ORDINALS[word]), _without(rest, nth)
    if alone := _ALONE.search(rest):
        return Selection(alone=True), _without(rest, alone)
    return Selection(), rest


def _without(text: str, found: re.Match[str]) -> str:
    return f"{text[: found.start()]} {text[found.end() :]}"


def extremes(actions: Sequence[RegisteredAction], extreme: Extreme) -> tuple[RegisteredAction, ...]:
    """The actions of which the term is so, in order; a term without the dates that it takes is none of them."""
    measured = [(action, value) for action in actions if (value := _measure(action, extreme)) is not None]
    if not measured:
        return ()
    pick: Callable[[Sequence[int]], int] = min if extreme in _LEAST else max
    best = pick([value for _, value in measured])
    return tuple(action for action, value in measured if value == best)


_LEAST = (Extreme.SHORTEST, Extreme.FIRST_START, Extreme.FIRST_END)


def _measure(action: RegisteredAction, extreme: Extreme) -> int | None:
    term = action.action.when
    if extreme is Extreme.MOST_OWNERS:
        return len(action.owners)
    if extreme in (Extreme.LONGEST, Extreme.SHORTEST):
        return (term.end - term.start).days if term.start and term.end else None
    day: date | None = term.start if extreme in (Extreme.FIRST_START, Extreme.LAST_START) else term.end
    return day.toordinal() if day else None


_ENDING, _STARTING = rf"\b(?:{ENDS})\b", rf"\b(?:{STARTS})\b"
_STOP = r"(?=\s*(?:$|[?.!,]|(?:af|klaar|gereed|afge\w+|begin\w*|begon\w*|start\w*|eindig\w*|van\s+start|in|uit|van)\b))"
_FIRST = rf"\b(?:eerst|vroegst|(?:het|als)\s+(?:eerste|vroegste){_STOP}|first|earliest)\b"
_FINAL = rf"\b(?:laatst|(?:het|als)\s+laatste{_STOP}|last|latest)\b"
_EXTREMES: tuple[tuple[re.Pattern[str], Extreme], ...] = tuple(
    (re.compile(pattern, re.IGNORECASE), extreme)
    for pattern, extreme in (
        (
            r"\b(?:de\s+)?(?:meeste|most)\s+(?:actiehouders|partijen|partners|eigenaren|trekkers|owners|parties)",
            Extreme.MOST_OWNERS,
        ),
        (r"\b(?:het\s+)?(?:langst\w*|longest)\b(?:\s+(?:looptijd|termijn|term|duration))?", Extreme.LONGEST),
        (r"\b(?:het\s+)?(?:kortst\w*|shortest)\b(?:\s+(?:looptijd|termijn|term|duration))?", Extreme.SHORTEST),
        (
            rf"(?:{_FIRST})(?=.*{_ENDING})|(?<=\w)(?:\s+(?:{_ENDING}))\s+(?:(?:het|als)\s+)?(?:{_FIRST})",
            Extreme.FIRST_END,
        ),
        (
            rf"(?:{_FINAL})(?=.*{_ENDING})|(?<=\w)(?:\s+(?:{_ENDING}))\s+(?:(?:het|als)\s+)?(?:{_FINAL})",
            Extreme.LAST_END,
        ),
        (
            rf"(?:{_FIRST})(?=.*{_STARTING})|(?<=\w)(?:\s+(?:{_STARTING}))\s+(?:(?:het|als)\s+)?(?:{_FIRST})",
            Extreme.FIRST_START,
        ),
        (
            rf"(?:{_FINAL})(?=.*{_STARTING})|(?<=\w)(?:\s+(?:{_STARTING}))\s+(?:(?:het|als)\s+)?(?:{_FINAL})",
            Extreme.LAST_START,
        ),
    )
)
_LAST = ("laatste", "last")
_ORDINAL = "|".join(sorted((word for word, number in ORDINALS.items() if number <= 20), key=len, reverse=True))
_NTH = re.compile(
    rf"\b(?:de\s+|the\s+)?(?P<nth>{_ORDINAL}|{'|'.join(_LAST)})\s+(?:actie|maatregel|activiteit|action|measure|activity)\b",
    re.IGNORECASE,
)
_CODE = re.compile(
    rf"\b(?:(?:{ACTION})\s+(?:nummer\s+|nr\.?\s+|number\s+)?|[\w.-]+:)(?P<code>\d{{1,2}}\.\d{{1,2}})(?![\w.]*\d)",
    re.IGNORECASE,
)
_ALONE = re.compile(
    r"\b(?:alleen|uitsluitend|enkel|zelfstandig|in\s+(?:zijn|haar|hun)\s+eentje|solely|only|alone|by\s+(?:itself|themselves)|"
    r"on\s+(?:its|their)\s+own|(?:zonder|without)\s+(?:anderen|andere\s+partijen|(?:any\s+)?partners?|(?:any\s+)?others|"
    rf"(?:any\s+)?other\s+parties))\b(?!\s+(?:(?:de|die|deze|the|those)\s+)?(?:{ACTION}|partij|stap|in|op|nog|voor|wat)\b)",
    re.IGNORECASE,
)
