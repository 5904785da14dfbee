"""What the columns of an agenda's table mean, by the words that such tables use."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum

from assistant.domain.agenda import Role
from assistant.domain.period_parser import holds_period

LONGEST_NAME = 8  # words in the name of a column
LONG_WORD = 10  # letters: one that a narrow column may break


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


# What says which: 'beoogde', 'te ondernemen', 'onze'. What comes next is no action of the agenda yet.
_BEFORE = (
    r"(?:(?:te \w+en|bestuurlijk|ambtelijk|uiterst|onze|de|het|(?!volgende|next)\w{3,}e|planned|expected|our) ){0,3}"
)
_LEAD = (
    r"(?:kar)?trekkers?|trekkend|(?:actie|maatregel|probleem|portefeuille|dossier)?houders?"
    r"|(?:(?:eerste?|eind|hoofd) ?)?verantwoordelijk(?:en?|heid)?|verantw|(?:probleem)?eigena(?:ar|ren)|penvoerders?"
    r"|co[öo]rdinat(?:or(?:en)?|ie)|regie(?:houder|voerder)?|(?:eerste )?aanspreekpunt(?:en)?|initiatiefnemers?"
    r"|in the lead|leads?|owners?|leader|responsible"
)
_INVOLVED = (
    r"(?:overige |andere )betrokken\w*|betrokken\w*|(?:samenwerkings|keten)?partners?|(?:overige|andere) partijen"
    r"|(?:in )?samenwerking met|samen met|i\.?s\.?m\.?|met wie|mede-?\s?(?:uitvoerders?|werking|werkers?)"
    r"|meewerkend\w*|ondersteuning|ondersteund door|ondersteunend\w*|m\.?m\.?v\.?|involved|with|supported by"
)
_PATTERNS: tuple[tuple[Meaning, str], ...] = (
    (Meaning.NUMBER, r"(?:(?:actie|volg)?(?:nr|nummer)|no|id|code|number)\.?\W*$|#"),
    (Meaning.STANDING, r"status|stand(?: van zaken)?|voortgang|progress|state"),
    (
        Meaning.OWNER,
        rf"(?:door |voor )?wie|{_LEAD}|{_INVOLVED}|uitvoer(?:ders?|ing(?: door)?)|uitvoerende\w*"
        r"|(?:keten)?partij(?:en)?|aan zet|organisaties?|departement(?:en)?|ministeries?|(?:by )?who|part(?:y|ies)"
        r"|organi[sz]ations?",
    ),
    (
        Meaning.TERM,
        r"wanneer|(?:tijds?)?planning|(?:uitvoerings|realisatie|streef)?termijn|deadline|(?:datum )?gereed|tijds?pad"
        r"|(?:uitvoerings|looptijd|plan)?periode|(?:mijlpaal|mijlpalen|fasering) en (?:planning|termijn|datum)"
        r"|datum|jaar|kwartaal|tijdlijn|tijdvak|tijdstip|moment|tijdsindicatie|klaar|af in|fasering|planningshorizon"
        r"|(?:door)?looptijd|oplever(?:ing|datum|termijn|moment)|eind(?:e|datum)?|streefdatum|start(?:datum|moment)?"
        r"|begin(?:datum)?|realisatie(?:datum|jaar)|afronding|uiterlijk|(?:by )?when|timing|timeline|timeframe|due"
        r"|period|date|year",
    ),
    (
        Meaning.WHAT,
        r"(?:doet |doen )?wat|acties?|actiepunt(?:en)?|(?:beheers)?maatregel(?:en)?|(?:deel|kern)?activiteit(?:en)?"
        r"|voornemens?|omschrijving(?:en)?|beschrijving|(?:beleids|werk)?afspra(?:ak|ken)|ta(?:ak|ken)|inzet|interventies?"
        r"|werkzaamheden|toezegging(?:en)?|aanbeveling(?:en)?|initiatief|initiatieven|what|actions?|measures?"
        r"|activit(?:y|ies)|tasks?|interventions?|description",
    ),
    (
        Meaning.STEP,
        r"stap(?:pen)?|(?:actie|programma|hoofd)?lijn|thema|pijler|spoor|ambitie|opgave|(?:hoofd)?doel(?:stelling)?"
        r"|speerpunt|prioriteit|onderwerp|cluster|bouwsteen|step|theme|pillar|line|goal|objective|topic",
    ),
)
_MEANINGS = tuple((meaning, re.compile(rf"{_BEFORE}(?:{words})(?!\w)", re.IGNORECASE)) for meaning, words in _PATTERNS)
_IS_LEAD, _IS_INVOLVED = (
    re.compile(rf"(?<!\w)(?:{words})(?!\w)", re.IGNORECASE) for words in (rf"{_LEAD}|initiatief", _INVOLVED)
)
_OUTCOME = re.compile(
    r"(?:deel|beoogd |gewenst )?(?:project|product|resultaat|resultaten|onderwerp|opdracht|mijlpa(?:al|len)|doel"
    r"|ambitie|opgave|deliverables?|results?|outcomes?|milestones?)(?:en)?(?!\w)",
    re.IGNORECASE,
)
_PLAIN_ACTION = re.compile(r"(?:wat|acties?|actiepunt\w*|what|actions?)(?!\w)", re.IGNORECASE)
_DATED = re.compile(r"(?:datum|data|jaar|jaren|periode|date|dates|years?|period)\W*", re.IGNORECASE)
_REACHED = re.compile(r"(?:telefoon|tel|e-?mail|mail|adres|website|bereikbaar|phone|address)(?!\w)", re.IGNORECASE)
_PLANNING = re.compile(r"(?:planning|periode|looptijd|termijn|period|timing)(?!\w)", re.IGNORECASE)
_EXPLAINS = re.compile(r"(?:omschrijving|beschrijving|description)", re.IGNORECASE)


def meaning_of(column: str) -> Meaning | None:
    """The meaning of a column by its first words; nothing for a column of another meaning."""
    return next((meaning for meaning, pattern in _MEANINGS if pattern.match(column.strip())), None) or _broken(column)


def _broken(column: str) -> Meaning | None:
    """The meaning of a long word that a narrow column broke: 'Eindverantwoorde lijk'."""
    whole = re.sub(r"[\s\-]+", "", column)
    if whole == column or len(whole) < LONG_WORD:
        return None
    return next((meaning for meaning, pattern in _MEANINGS if pattern.fullmatch(whole)), None)


def role_of(column: str) -> Role:
    """The role of the owners in a column; a name that says two of them tells nothing of either."""
    if meaning_of(column) is Meaning.OWNER and _broken(column):
        column = re.sub(r"[\s\-]+", "", column)
    lead, involved = bool(_IS_LEAD.search(column)), bool(_IS_INVOLVED.search(column))
    if lead == involved:
        return Role.OWNER
    return Role.LEAD if lead else Role.INVOLVED


def columns_of(
    names: Sequence[str], above: Sequence[str] = (), dated: Collection[int] | None = None
) -> tuple[Column, ...]:
    """The columns of a table by their names, and by the names ``above`` them where the header has two rows.

    ``dated`` are the columns that hold terms, whatever they are called, None where that is not known: the first of them
    says when where no name does.
    One column at most is the action: others that could be say more of it. Where none is called so, but who and when
    are, what comes of it is the action: a project, a product, a result.
    """
    columns = [Column(name, meaning_of(name), role_of(name)) for name in names]
    columns = [_within(column, upper) for column, upper in zip(columns, above or [""] * len(columns), strict=True)]
    if not any(column.meaning is Meaning.TERM for column in columns):
        for index in [index for index in sorted(dated or ()) if columns[index].meaning is None][:1]:
            columns[index] = replace(columns[index], meaning=Meaning.TERM)
    candidates = [index for index, column in enumerate(columns) if column.meaning is Meaning.WHAT]
    candidates = candidates or _outcomes(columns, dated)
    chosen = min(candidates, key=lambda index: _rank(names[index]), default=None)
    return tuple(
        replace(column, meaning=Meaning.WHAT if index == chosen else None) if index in candidates else column
        for index, column in enumerate(columns)
    )


def _within(column: Column, above: str) -> Column:
    """What stands below 'Wie' or 'Planning' is a part of it, whatever its own name would mean elsewhere."""
    meaning = meaning_of(above)
    if meaning not in (Meaning.OWNER, Meaning.TERM):
        return replace(column, meaning=column.meaning or meaning)
    role = column.role if _IS_INVOLVED.search(column.name) or _IS_LEAD.search(column.name) else role_of(above)
    return replace(column, meaning=meaning, role=role)


def _outcomes(columns: Sequence[Column], dated: Collection[int] | None) -> list[int]:
    """The column that may be the action, not in the programme of a day: there 'Wanneer' holds hours."""
    if dated is not None and not any(columns[index].meaning is Meaning.TERM for index in dated):
        return []
    told = {column.meaning for column in columns if not _DATED.fullmatch(column.name.strip())}
    if not {Meaning.OWNER, Meaning.TERM} <= told:
        return []
    named = [index for index, column in enumerate(columns) if _OUTCOME.match(column.name.strip())]
    free = [index for index in named if columns[index].meaning is None]
    return (free or [index for index in named if columns[index].meaning is Meaning.STEP])[:1]


def _rank(name: str) -> int:
    """Of 'Maatregel', 'Actie' and 'Omschrijving' beside each other, 'Actie' is the action."""
    if _PLAIN_ACTION.match(name.strip()):
        return 0
    return 2 if _EXPLAINS.match(name.strip()) else 1


def is_agenda_header(names: Sequence[str], above: Sequence[str] = (), dated: Collection[int] | None = None) -> bool:
    """Whether a row names the columns of an agenda: an action, and an owner or a term.

    A mere date or year beside an activity makes a programme of a day, or figures by year.
    """
    if any(len(name.split()) > LONGEST_NAME or _is_content(name) for name in names):
        return False
    columns = columns_of(names, above, dated)
    if any(_REACHED.match(name.strip()) for name in names) and all(
        each.meaning is not Meaning.TERM for each in columns
    ):
        return False  # whom to ask for what
    telling = [
        column
        for column in columns
        if column.meaning is Meaning.OWNER
        or (column.meaning is Meaning.TERM and not _DATED.fullmatch(column.name.strip()))
    ]
    return bool(telling) and any(column.meaning is Meaning.WHAT for column in columns)


def _is_content(name: str) -> bool:
    """Whether a text is a term, as cells hold them: 'eind 2025' and 'jaarlijks', but not 'Eind' or 'Planning 2026'."""
    if not holds_period(name) or _PLANNING.match(name.strip()):
        return False
    return any(character.isdigit() for character in name) or meaning_of(name) is not Meaning.TERM


def is_second_header(names: Sequence[str]) -> bool:
    """Whether a row below a header names parts of its columns: 'Trekker' and 'Betrokken' below 'Wie'."""
    filled = [name for name in names if name]
    if any(character.isdigit() for name in filled for character in name):
        return False  # 'Stap 2: Zorg' is the name of a step
    return len(filled) >= 2 and all(len(name.split()) <= LONGEST_NAME // 2 and meaning_of(name) for name in filled)


def merged_names(upper: Iterable[str], lower: Sequence[str]) -> tuple[str, ...]:
    """The names of columns whose header has two rows; the lower one says more."""
    return tuple(below or above for above, below in zip(upper, lower, strict=True))


def names_above(upper: Sequence[str], lower: Sequence[str]) -> list[str]:
    """For each column the name in the upper row that stands over it; one that spans columns stands in the first."""
    found: list[str] = []
    for above, below in zip(upper, lower, strict=True):
        found.append(above or (found[-1] if found and below else ""))
    return [name if below else "" for name, below in zip(found, lower, strict=True)]
