"""Dates in a question about an agenda: which terms it asks for ('voor 1 juli 2024 klaar', 'na 2025', 'nu lopend')."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from assistant.answering.figures import MONTHS
from assistant.answering.numerals import ORDINALS
from assistant.domain.agenda import Standing
from assistant.domain.period_parser import parse_period
from assistant.domain.periods import Period, Precision
from assistant.index.analyzer import fold


class Relation(StrEnum):
    """How what is asked for lies to the dates that the question names."""

    DURING = "during"
    BEFORE = "before"
    BY = "by"
    UNTIL = "until"
    AFTER = "after"
    FROM = "from"


class Edge(StrEnum):
    """What of a term must lie so."""

    ANY_DAY = "any_day"
    START = "start"
    END = "end"


@dataclass(frozen=True, slots=True)
class Window:
    """Terms by dates; ``text`` is how the question says it.

    ``running`` says that it asks for what goes on then, ``planned`` for what is to be done.
    """

    text: str
    first: date
    last: date
    relation: Relation = Relation.DURING
    edge: Edge = Edge.ANY_DAY
    running: bool = False
    planned: bool = False

    def holds(self, term: Period) -> bool:
        """Never for a term that names no date; one without an end never ends, and is planned for no year."""
        if term.precision in (Precision.OPEN, Precision.IMPOSSIBLE):
            return False
        if self.planned and not self.running and not (term.start or term.end):
            return False
        match self.edge:
            case Edge.START:
                return term.start is not None and self._contains(term.start)
            case Edge.END:
                return term.end is not None and self._contains(term.end)
        return self._touches(term)

    def _contains(self, day: date) -> bool:
        match self.relation:
            case Relation.BEFORE:
                return day < self.first
            case Relation.BY | Relation.UNTIL:
                return day <= self.last
            case Relation.AFTER:
                return day > self.last
            case Relation.FROM:
                return day >= self.first
        return self.first <= day <= self.last

    def _touches(self, term: Period) -> bool:
        match self.relation:
            case Relation.BEFORE:
                return term.start is not None and term.start < self.first
            case Relation.BY:
                return term.end is not None and term.end <= self.last
            case Relation.UNTIL:
                return term.end is not None and self.first <= term.end <= self.last
            case Relation.AFTER:
                return term.end is None or term.end > self.last
            case Relation.FROM:
                return term.end is None or term.end >= self.first
        return term.touches(self.first, self.last)


@dataclass(frozen=True, slots=True)
class Timing:
    """What a question says of time, and the question without it."""

    rest: str
    window: Window | None = None
    standings: tuple[Standing, ...] = ()


def timing_of(text: str, today: date) -> Timing:
    standings, rest = _standings(text)
    found = _DATE.search(rest)
    if not found:
        return Timing(_EDGES.sub(" ", rest) if standings else rest, None, standings)
    window = _window(rest, found, today)
    if not window:
        return Timing(rest, None, standings)
    rest = _EDGES.sub(" ", rest[: found.start()] + " " + rest[found.end() :])
    return Timing(rest, window, standings)


# --- dates

_MONTH = "|".join(sorted(MONTHS, key=len, reverse=True))
_NTH = "|".join(sorted((word for word, number in ORDINALS.items() if number <= 4), key=len, reverse=True))
_YEAR = r"(?:19|20)\d\d"
_EXPRESSION = (
    rf"\d{{1,2}}[-/.]\d{{1,2}}[-/.]{_YEAR}|(?:\d{{1,2}}\s+)?(?:{_MONTH})\s+(?:van\s+|of\s+)?{_YEAR}"
    rf"|(?:(?:begin|medio|eind|einde|voorjaar|lente|zomer|najaar|herfst|winter|schooljaar|studiejaar)|"
    rf"(?:{_NTH})\s+(?:helft|kwartaal|half|quarter)|q[1-4])\s+(?:van\s+|of\s+)?(?:de\s+)?{_YEAR}(?:\s?[/–-]\s?\d{{2,4}})?"
    rf"|{_YEAR}\s?[/–-]\s?(?:\d\d){{1,2}}(?!\d)|{_YEAR}"
)
_RELATIVE = (
    r"(?:dit|volgend|komend|vorig|this|next|last)\s+(?:jaar|year)|nu|momenteel|op\s+dit\s+moment|vandaag|now|today|"
    r"currently|at\s+the\s+moment"
)
_DATE = re.compile(
    rf"(?<!\w)(?:(?P<between>tussen|between)\s+(?P<low>{_EXPRESSION})\s+(?:en|and)\s+(?P<high>{_EXPRESSION})"
    rf"|(?:(?P<word>tot\s+en\s+met|t/m|tot\s+aan|tot|voor|vóór|eerder\s+dan|uiterlijk(?:\s+op|\s+in)?|na|later\s+dan|"
    rf"vanaf|sinds|per|in\s+de\s+loop\s+van|in|op|rond|before|by|until|through|after|since|from|during|on|as\s+of)\s+)?"
    rf"(?:(?:het\s+)?jaar\s+|the\s+year\s+)?(?:de\s+|the\s+)?(?P<at>{_EXPRESSION}|{_RELATIVE}))(?!\w)",
    re.IGNORECASE,
)
_RELATIONS = {
    Relation.BEFORE: "voor vóór eerder before tot_aan",
    Relation.BY: "uiterlijk by",
    Relation.UNTIL: "tot_en_met t/m through until tot",
    Relation.AFTER: "na later after",
    Relation.FROM: "vanaf sinds since from as_of",
}
_BY_WORD = {word.replace("_", " "): relation for relation, words in _RELATIONS.items() for word in words.split()}

_ENDS = (
    r"af|klaar|gereed|afgerond|afgelopen|eindig(?:t|en)|aflo(?:opt|pen)|stop(?:t|pen)|voltooid|opgeleverd|deadlines?|"
    r"afronden|finish(?:ed)?|done|completed?|ends?|ending|expires?|due|ready|loopt\s+af|lopen\s+af|ten\s+einde"
)
_STARTS = r"begint|beginnen|begonnen|starten|start|gestart|van\s+start|starts?|begins?|begun|started"
_RUNS = r"loopt|lopen|lopend|lopende|bezig|actief|gaande|running|runs?|active|ongoing|going\s+on|door"
_PLANNED = r"gepland|planning|op\s+(?:de|het)\s+(?:planning|programma|rol)|planned|scheduled"
_IS_END, _IS_START, _IS_RUN, _IS_PLAN = (
    re.compile(rf"\b(?:{words})\b", re.IGNORECASE) for words in (_ENDS, _STARTS, _RUNS, _PLANNED)
)
_EDGES = re.compile(rf"\b(?:{_PLANNED}|{_ENDS}|{_STARTS}|{_RUNS})\b", re.IGNORECASE)

_IS_DUE = re.compile(r"\b(?:moet|moeten|must|should|has to|have to)\b", re.IGNORECASE)


def _window(text: str, found: re.Match[str], today: date) -> Window | None:
    low = _dates(found["low"] or found["at"], today)
    high = _dates(found["high"], today) if found["high"] else low
    if not low or not high or low[0] > high[1]:
        return None
    around = text[: found.start()] + " " + text[found.end() :]
    edge = Edge.END if _IS_END.search(around) else Edge.START if _IS_START.search(around) else Edge.ANY_DAY
    said = " ".join(found[0].split())
    word = " ".join((found["word"] or "").lower().split())
    relation = _BY_WORD.get(word) or _BY_WORD.get(word.partition(" ")[0], Relation.DURING)
    bare_year = bool(re.fullmatch(_YEAR, found["at"] or ""))
    if word == "voor" and bare_year and edge is Edge.ANY_DAY:
        relation = Relation.DURING  # 'wat staat er voor 2025 op de planning' asks for that year
    if _IS_DUE.search(around) and edge is Edge.END and relation is Relation.DURING and not bare_year:
        relation = Relation.BY  # 'moet eind 2026 klaar zijn' holds for what is ready before too
    if word == "tot" and edge is not Edge.ANY_DAY:
        relation = Relation.BEFORE
    return Window(said, low[0], high[1], relation, edge, bool(_IS_RUN.search(around)), bool(_IS_PLAN.search(around)))


def _dates(expression: str, today: date) -> tuple[date, date] | None:
    folded = " ".join(fold(expression).split())
    if re.match(r"(?:dit|this)\b", folded) and "moment" not in folded:
        return _year(today.year)
    if re.match(r"(?:volgend|komend|next)\b", folded):
        return _year(today.year + 1)
    if re.match(r"(?:vorig|last)\b", folded):
        return _year(today.year - 1)
    if not any(map(str.isdigit, folded)):
        return today, today
    dutch = re.sub(rf"\b(?:{_MONTH})\b", lambda month: MONTHS[month[0]], folded).replace(" of ", " ")
    term = parse_period(dutch)
    return (term.start, term.end) if term.start and term.end else None


def _year(year: int) -> tuple[date, date]:
    return date(year, 1, 1), date(year, 12, 31)


# --- standings

_STANDINGS: tuple[tuple[re.Pattern[str], tuple[Standing, ...]], ...] = tuple(
    (re.compile(rf"\b(?:{words})\b", re.IGNORECASE), standings)
    for words, standings in (
        (
            r"(?:nog\s+)?niet\s+(?:begonnen|gestart)|(?:nog\s+)?niet\s+van\s+start(?:\s+gegaan)?|"
            r"moeten\s+nog\s+(?:beginnen|starten)|not\s+(?:yet\s+)?(?:begun|started)|yet\s+to\s+(?:begin|start)",
            (Standing.NOT_BEGUN,),
        ),
        (
            r"(?:nog\s+)?niet\s+(?:afgelopen|afgerond|verlopen|voorbij)|not\s+(?:yet\s+)?(?:ended|finished|expired)|"
            r"lopen\s+nog|nog\s+lopen(?:de)?|nog\s+lopend",
            (Standing.RUNNING, Standing.CONTINUOUS),
        ),
        (
            r"(?:zonder|geen)\s+eind(?:datum|e|termijn)|(?:without|no)\s+(?:an\s+)?end(?:\s+date)?|continue?|doorlopende?|permanente?|voortdurende?|continuous(?:ly)?",
            (Standing.CONTINUOUS,),
        ),
        (
            r"(?:zonder|geen)\s+(?:termijn|datum|planning)|(?:without|no)\s+(?:a\s+)?(?:term|date|deadline)",
            (Standing.OPEN,),
        ),
        (
            r"lopen\s+nu|nu\s+lopend?e?|lopende|current(?:ly)?\s+running|ongoing",
            (Standing.RUNNING, Standing.CONTINUOUS),
        ),
        (r"(?:al\s+|reeds\s+)?(?:afgelopen|verlopen|voorbij|verstreken)|already\s+(?:ended|over)|expired",
         (Standing.ENDED,)),
    )
)  # fmt: skip


def _standings(text: str) -> tuple[tuple[Standing, ...], str]:
    """The standings that a question names, and the question without them; none where it names a date to end by."""
    for pattern, standings in _STANDINGS:
        found = pattern.search(text)
        if not found:
            continue
        rest = text[: found.start()] + " " + text[found.end() :]
        if standings == (Standing.ENDED,) and _DATE.search(rest):
            return (), text  # 'voor 1 juli 2024 afgelopen' asks for ends, on whatever day it is asked
        return standings, rest
    return (), text
