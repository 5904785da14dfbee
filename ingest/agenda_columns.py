"""What the columns of an agenda's table mean, by the words that such tables use."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum

from assistant.domain.agenda import Role

LONGEST_NAME = 8  # words in the name of a column


class Meaning(StrEnum):
    """What the cells of a column hold."""

    WHAT = "what"
    OWNER = "owner"
    TERM = "term"
    STANDING = "standing"
    STEP = "step"  # the part of the agenda that the row belongs to
    NUMBER = "number"  # what the row calls itself


@dataclass(frozen=True, slots=True)
class Column:
    """``meaning`` is None for a column of another meaning; ``role`` is that of the owners in it."""

    name: str
    meaning: Meaning | None
    role: Role = Role.OWNER


_BEFORE = r"(?:(?:beoogde?|verwachte?|geplande?|concrete|voorgenomen|te nemen|uiterste|planned|expected) )*"
_LEAD = (
    r"trekkers?|(?:actie|maatregel|probleem)?houders?|(?:(?:eerste?|eind) ?)?verantwoordelijk(?:en?|heid)?"
    r"|eigena(?:ar|ren)|penvoerders?|co[öo]rdinator(?:en)?|regie(?:houder)?|in the lead|leads?|owners?"
    r"|leader|responsible"
)
_INVOLVED = (
    r"(?:overige |andere )?betrokken\w*|(?:samenwerkings)?partners?|(?:in )?samenwerking met|i\.?s\.?m\.?|met wie"
    r"|involved|with"
)
_PATTERNS: tuple[tuple[Meaning, str], ...] = (
    (Meaning.NUMBER, r"(?:(?:actie|volg)?(?:nr|nummer)|no|id|code|number)\.?\W*$|#"),
    (Meaning.STANDING, r"status|stand(?: van zaken)?|voortgang|progress|state"),
    (
        Meaning.OWNER,
        rf"(?:door |voor )?wie|{_LEAD}|{_INVOLVED}|uitvoerders?|uitvoerende\w*|partij(?:en)?|(?:by )?who|part(?:y|ies)",
    ),
    (
        Meaning.TERM,
        r"wanneer|planning|termijn|deadline|(?:datum )?gereed|periode|datum|jaar|tijdpad|tijdlijn|tijdvak|klaar"
        r"|(?:door)?looptijd|oplever(?:ing|datum|termijn)|eind(?:e|datum)|streefdatum|start(?:datum)?|begin(?:datum)?"
        r"|afronding|uiterlijk|(?:by )?when|timing|timeline|timeframe|due|period|date|year",
    ),
    (
        Meaning.WHAT,
        r"wat|acties?|actiepunt(?:en)?|maatregel(?:en)?|activiteit(?:en)?|voornemens?|omschrijving(?:en)?|beschrijving"
        r"|afspra(?:ak|ken)|ta(?:ak|ken)|inzet|toezegging(?:en)?|what|actions?|measures?|activit(?:y|ies)|tasks?"
        r"|description",
    ),
    (
        Meaning.STEP,
        r"stap(?:pen)?|(?:actie|programma|hoofd)?lijn|thema|pijler|spoor|ambitie|(?:hoofd)?doel(?:stelling)?|speerpunt"
        r"|onderwerp|cluster|bouwsteen|step|theme|pillar|line|goal|objective|topic",
    ),
)
_MEANINGS = tuple((meaning, re.compile(rf"{_BEFORE}(?:{words})(?!\w)", re.IGNORECASE)) for meaning, words in _PATTERNS)
_IS_LEAD, _IS_INVOLVED = (re.compile(rf"(?<!\w)(?:{words})(?!\w)", re.IGNORECASE) for words in (_LEAD, _INVOLVED))
_PLAIN_ACTION = re.compile(r"(?:wat|acties?|actiepunt\w*|what|actions?)(?!\w)", re.IGNORECASE)
_DATED = re.compile(r"(?:datum|data|jaar|jaren|periode|date|dates|years?|period)\W*", re.IGNORECASE)
_EXPLAINS = re.compile(r"(?:omschrijving|beschrijving|description)", re.IGNORECASE)


def meaning_of(column: str) -> Meaning | None:
    """The meaning of a column by its first words; nothing for a column of another meaning."""
    return next((meaning for meaning, pattern in _MEANINGS if pattern.match(column.strip())), None)


def role_of(column: str) -> Role:
    """The role of the owners in a column; a name that says two of them tells nothing of either."""
    lead, involved = bool(_IS_LEAD.search(column)), bool(_IS_INVOLVED.search(column))
    if lead == involved:
        return Role.OWNER
    return Role.LEAD if lead else Role.INVOLVED


def columns_of(names: Sequence[str]) -> tuple[Column, ...]:
    """The columns of a table by their names. One column at most is the action: others that could be say more of it."""
    columns = [Column(name, meaning_of(name), role_of(name)) for name in names]
    candidates = [index for index, column in enumerate(columns) if column.meaning is Meaning.WHAT]
    chosen = min(candidates, key=lambda index: _rank(names[index]), default=None)
    return tuple(
        replace(column, meaning=None) if index in candidates and index != chosen else column
        for index, column in enumerate(columns)
    )


def _rank(name: str) -> int:
    """Of 'Maatregel', 'Actie' and 'Omschrijving' beside each other, 'Actie' is the action."""
    if _PLAIN_ACTION.match(name.strip()):
        return 0
    return 2 if _EXPLAINS.match(name.strip()) else 1


def is_agenda_header(names: Sequence[str]) -> bool:
    """Whether a row names the columns of an agenda: an action, and an owner or a term.

    A mere date or year beside an activity makes a programme of a day, or figures by year.
    """
    if any(len(name.split()) > LONGEST_NAME for name in names):
        return False
    columns = columns_of(names)
    telling = [
        column
        for column in columns
        if column.meaning is Meaning.OWNER
        or (column.meaning is Meaning.TERM and not _DATED.fullmatch(column.name.strip()))
    ]
    return bool(telling) and any(column.meaning is Meaning.WHAT for column in columns)


def is_second_header(names: Sequence[str]) -> bool:
    """Whether a row below a header names parts of its columns: 'Trekker' and 'Betrokken' below 'Wie'."""
    filled = [name for name in names if name]
    return len(filled) >= 2 and all(len(name.split()) <= LONGEST_NAME // 2 and meaning_of(name) for name in filled)


def merged_names(upper: Iterable[str], lower: Sequence[str]) -> tuple[str, ...]:
    """The names of columns whose header has two rows; the lower one says more."""
    return tuple(below or above for above, below in zip(upper, lower, strict=True))
