"""The words of time expressions, and the choices made where they leave room.

``CHOICES`` is the one place that says which days 'medio' or 'najaar' are; the guide for users repeats it.
"""

from __future__ import annotations

import re
import unicodedata
from calendar import monthrange
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from enum import Enum, auto

from assistant.domain.periods import Precision


class Kind(Enum):
    """What a word does in a term."""

    YEAR = auto()
    DATE = auto()
    NUMBER = auto()
    ORDINAL = auto()
    MONTH = auto()
    STRETCH = auto()  # a named stretch of a year that the sentence gives: 'najaar', 'Q3'
    PART = auto()  # a part of what follows: 'begin', 'eerste helft'
    QUARTER_WORD = auto()
    HALF_WORD = auto()
    SCHOOL = auto()
    BOUND = auto()
    RANGE = auto()
    JOIN = auto()
    OPENING = auto()
    CLOSING = auto()
    RECURRING = auto()  # goes on without an end
    EACH = auto()  # before a stretch of the year: recurs with it
    RUNNING = auto()  # goes on where no date says otherwise
    ONWARD = auto()  # 'en verder'
    THEN = auto()  # 'daarna': goes on where something recurring follows, or nothing
    FIRST = auto()  # 'te beginnen': the date that follows is the first of more
    OPEN = auto()  # names a time without a date
    UNKNOWN_TIME = auto()  # says that no time is known, or that there is none
    FILLER = auto()
    OTHER = auto()


class Bound(Enum):
    """Which side of a date is meant."""

    FROM = auto()
    AFTER = auto()
    BEFORE = auto()  # the date itself is not in it
    BY = auto()
    THROUGH = auto()
    AT = auto()


@dataclass(frozen=True, slots=True)
class Choice:
    """What we take a word to mean. ``last`` lies ``later`` years after ``first``; day 0 is the last of its month.

    ``before`` is the last day of what comes before it, where that is not the day before ``first``.
    """

    words: tuple[str, ...]
    first: tuple[int, int]
    last: tuple[int, int]
    precision: Precision = Precision.SEASON
    later: int = 0
    before: tuple[int, int] | None = None

    def dates(self, year: int) -> tuple[date, date]:
        return day_in(year, *self.first), day_in(year + self.later, *self.last)


# (month, day). 'Begin', 'medio' and 'eind' of a year are its first three, middle six and last three months.
CHOICES = (
    Choice(("begin", "aanvang", "vroeg in", "early", "beginning", "start of"), (1, 1), (3, 31), Precision.PART),
    Choice(("medio", "midden", "halverwege", "half", "mid", "middle"), (4, 1), (9, 30), Precision.PART),
    Choice(("eind", "einde", "laat in", "late", "end"), (10, 1), (12, 31), Precision.PART),
    Choice(("eerste helft", "eerste halfjaar", "first half", "h1", "1h"), (1, 1), (6, 30), Precision.HALF),
    Choice(("tweede helft", "tweede halfjaar", "second half", "h2", "2h"), (7, 1), (12, 31), Precision.HALF),
    Choice(("voorjaar", "lente", "spring"), (3, 1), (5, 31)),
    Choice(("zomer", "zomerperiode", "summer"), (6, 1), (8, 31), before=(6, 30)),
    Choice(("najaar", "herfst", "autumn", "fall"), (9, 1), (11, 30)),
    Choice(("winter",), (12, 1), (2, 0), later=1),
    Choice(("zomerreces", "zomervakantie", "summer recess"), (7, 1), (8, 31)),
    Choice(("kerst", "kerstmis", "christmas"), (12, 25), (12, 26)),
    Choice(("kerstreces", "kerstvakantie", "christmas recess"), (12, 20), (12, 31)),
    Choice(("primo",), (1, 1), (1, 1), Precision.DAY),
    Choice(("ultimo",), (12, 31), (12, 31), Precision.DAY),
    Choice(("schooljaar", "schooljaren", "cursusjaar", "school year"), (8, 1), (7, 31), Precision.SCHOOL_YEAR, later=1),
    Choice(
        ("studiejaar", "studiejaren", "collegejaar", "academisch jaar", "academic year"),
        (9, 1),
        (8, 31),
        Precision.SCHOOL_YEAR,
        later=1,
    ),
)
MONTHS = (
    "januari februari maart april mei juni juli augustus september oktober november december",
    "january february march april may june july august september october november december",
    "jan feb mrt apr mei jun jul aug sep okt nov dec",
    "jan febr mar apr may jun jul aug sept oct nov dec",
)
ORDINALS = {"eerste": 1, "tweede": 2, "derde": 3, "vierde": 4, "first": 1, "second": 2, "third": 3, "fourth": 4}
LAST = 0  # 'laatste': the fourth quarter, the second half

_PLAIN: Mapping[Kind, str] = {
    Kind.QUARTER_WORD: "kwartaal, kwartalen, kwrt, kw, quarter, quarters",
    Kind.HALF_WORD: "helft, halfjaar, half jaar, half-year",
    Kind.RANGE: "-, /, ->, →",
    Kind.JOIN: "en, and, &, +, ;, :",
    Kind.OPENING: "(, [",
    Kind.CLOSING: "), ]",
    Kind.RECURRING: "continu, continue, continuous, continuously, doorlopend, doorlopende, structureel, structurele, "
    "jaarlijks, jaarlijkse, tweejaarlijks, halfjaarlijks, driemaandelijks, maandelijks, wekelijks, dagelijks, "
    "per kwartaal, elk kwartaal, ieder kwartaal, per jaar, elk jaar, ieder jaar, per maand, elke maand, iedere maand, "
    "voortdurend, permanent, periodiek, regelmatig, ongoing, annually, annual, yearly, quarterly, monthly, each year, "
    "every year, every quarter, each quarter, every month, gehele looptijd",
    Kind.EACH: "elk, elke, ieder, iedere, every, each",
    Kind.RUNNING: "lopend, lopende, loopt, loopt al, in uitvoering, running, in progress",
    Kind.ONWARD: "e.v, ev, en verder, en later, of later, or later, en volgende jaren, and beyond, onwards, onward, "
    "tot heden, heden, tot nu, to date, to present, present",
    Kind.THEN: "daarna, en daarna, vervolgens, en vervolgens, nadien, thereafter, afterwards, and then",
    Kind.FIRST: "start, gestart, voor het eerst, eerste keer, first time",
    Kind.OPEN: "kabinetsformatie, formatie, nieuw kabinet, nieuwe kabinet, volgend kabinet, volgende kabinet, "
    "kabinetsperiode, deze kabinetsperiode, volgende kabinetsperiode, verkiezingen, dit jaar, volgend jaar, "
    "komend jaar, komende jaren, komende periode, dit schooljaar, volgend schooljaar, dit studiejaar, "
    "volgend studiejaar, korte termijn, middellange termijn, lange termijn, op termijn, z.s.m, zsm, "
    "zo snel mogelijk, zo spoedig mogelijk, asap, as soon as possible, next year, this year, per direct, direct, "
    "onmiddellijk, immediately, tot nader order",
    Kind.UNKNOWN_TIME: "n.t.b, ntb, n.n.b, nnb, nog te bepalen, nader te bepalen, nog onbekend, onbekend, "
    "nog niet bekend, tbd, t.b.d, to be determined, to be decided, n.v.t, nvt, n/a, pm, p.m",
    Kind.FILLER: "van, de, het, in, op, of, the, jaar, jaren, year, kalenderjaar, begrotingsjaar, in de loop van, "
    "in de periode, periode, gedurende, tijdens, during, heel, gehele, rond, omstreeks, circa, ca, ongeveer, around, "
    "about, naar verwachting, verwacht, gepland, planning, expected, tussen, between, komend, komende, dit, deze, "
    "aan, zijn, bij, on, at, with, gereed, klaar, afgerond, gereed in, ready, done, beginnend in, maandag, dinsdag, "
    "woensdag, donderdag, vrijdag, zaterdag, zondag, monday, tuesday, wednesday, thursday, friday, saturday, sunday, "
    "°, ., !, *, ?",
}
_BOUNDS: Mapping[Bound, str] = {
    Bound.FROM: "vanaf, sinds, met ingang van, m.i.v, ingaande, ingaand, op zijn vroegst, niet eerder dan, niet voor, "
    "from, since, starting, starting from, not before, te beginnen, te beginnen vanaf, beginnend, te starten, v.a",
    Bound.AFTER: "na, after, na afloop van",
    Bound.BEFORE: "voor, voorafgaand aan, before, prior to, tot, tot aan, until, till",
    Bound.BY: "uiterlijk, uiterlijk in, uiterlijk op, tot uiterlijk, niet later dan, op zijn laatst, ten laatste, "
    "by, by the, no later than, at the latest, uiterste datum, deadline",
    Bound.THROUGH: "tot en met, t/m, tm, through, up to and including, to",
    Bound.AT: "per, as of, as from",
}
_KINDS = {Precision.PART: Kind.PART, Precision.HALF: Kind.PART, Precision.SCHOOL_YEAR: Kind.SCHOOL}


@dataclass(frozen=True, slots=True)
class Token:
    """``value`` is a year, a number or a month; ``day`` a date, None for one that does not exist."""

    kind: Kind
    value: int = 0
    day: date | None = None
    choice: Choice | None = None
    bound: Bound = Bound.AT


def day_in(year: int, month: int, day: int) -> date:
    """Day 0 is the month's last. Raises ``ValueError`` for a day that does not exist."""
    return date(year, month, day or monthrange(year, month)[1])


def quarter(number: int) -> Choice:
    """Raises ``ValueError`` for a quarter that no year has."""
    if number not in (1, 2, 3, 4):
        raise ValueError(f"a year has no quarter {number}")
    return Choice((f"q{number}",), (3 * number - 2, 1), (3 * number, 0), Precision.QUARTER)


def month(number: int) -> Choice:
    return Choice((), (number, 1), (number, 0), Precision.MONTH)


def named(word: str) -> Choice:
    return next(choice for choice in CHOICES if word in choice.words)


def tokens(text: str) -> list[Token]:
    folded = "".join(mark for mark in unicodedata.normalize("NFD", text.lower()) if not unicodedata.combining(mark))
    plain = re.sub(r"[‐-―−]", "-", folded).replace("’", "'").replace("‘", "'")
    return [token for match in _TOKEN.finditer(_ELLIPSIS.sub(r"\1 \4 \2 \3 \4", plain)) for token in _tokens(match)]


def _vocabulary() -> dict[str, Token]:
    words: dict[str, Token] = {}
    for kind, listed in _PLAIN.items():
        words |= {word.strip().strip("`"): Token(kind) for word in re.split(r", (?!`$)", listed)}
    for bound, listed in _BOUNDS.items():
        words |= {word: Token(Kind.BOUND, bound=bound) for word in listed.split(", ")}
    for row in MONTHS:
        words |= {word: Token(Kind.MONTH, number) for number, word in enumerate(row.split(), start=1)}
    words |= {word: Token(Kind.ORDINAL, number) for word, number in ORDINALS.items()}
    words |= {"laatste": Token(Kind.ORDINAL, LAST), "last": Token(Kind.ORDINAL, LAST)}
    for choice in CHOICES:
        words |= {word: Token(_KINDS.get(choice.precision, Kind.STRETCH), choice=choice) for word in choice.words}
    return words | {",": Token(Kind.JOIN), "prinsjesdag": Token(Kind.STRETCH)}


_VOCABULARY = _vocabulary()
_WORDS = "|".join(
    rf"(?<!\w){re.escape(word)}(?!\w)\.?" if word[0].isalnum() else re.escape(word)
    for word in sorted(_VOCABULARY, key=len, reverse=True)
)
_YEAR = r"(?:19|20)[0-9]{2}"
_ORDINAL = r"(?:eerste|tweede|derde|vierde|first|second|third|fourth|[1-4](?:e|ste|de|st|nd|rd|th))"
_ELLIPSIS = re.compile(
    rf"\b({_ORDINAL})\s?(en|and|&|-|/|t/m|tot en met)\s?({_ORDINAL})\s(kwartaal|quarter|helft|half)\b"
)
_TOKEN = re.compile(
    rf"(?<![\w.,])(?P<iso>{_YEAR}[-/.][0-9]{{1,2}}[-/.][0-9]{{1,2}})(?![\w])"
    rf"|(?<![\w.,])(?P<dmy>[0-9]{{1,2}}\s?[-/.]\s?[0-9]{{1,2}}\s?[-/.]\s?(?:{_YEAR}|'?[0-9]{{2}}))(?!\w)"
    rf"|(?<!\w)(?P<year_and>{_YEAR}[-/][0-9]{{2}})(?!\w)"
    rf"|(?<!\w)(?P<month_of>(?:0?[1-9]|1[0-2])[-/]{_YEAR})(?!\w)"
    rf"|(?<![\w€])(?P<year>{_YEAR})(?![\w%]|[.,][0-9]|\s(?:euro|miljoen|mln))"
    r"|(?<!\w)'(?P<short>[0-9]{2})(?!\w)"
    r"|(?<!\w)(?P<quarter>q\s?[0-9]|[0-9]\s?q|kw\.?\s?[0-9]|k[1-4])(?!\w)"
    r"|(?<!\w)(?:week|weken|wk)\.?\s?(?P<week>[0-9]{1,2}(?:\s?(?:-|t/m|en)\s?[0-9]{1,2})?)(?!\w)"
    r"|(?P<within>(?<!\w)(?:binnen|within)\s(?:\w+\s)?(?:jaar|jaren|maand|maanden|weken|years?|months?|weeks)(?!\w))"
    r"|(?<!\w)(?P<ordinal>[0-9]{1,2})(?:e|ste|de|st|nd|rd|th)(?!\w)"
    r"|(?<!\w)(?P<number>[0-9]{1,2})(?!\w)"
    rf"|(?P<word>{_WORDS})|(?P<other>\w+|\S)"
)


def _tokens(match: re.Match[str]) -> list[Token]:
    shape, text = match.lastgroup or "other", match[match.lastgroup or 0]
    figures = [int(figure) for figure in re.findall(r"[0-9]+", text)]
    if shape == "iso":
        return [Token(Kind.DATE, day=existing(*figures))]
    if shape == "dmy":
        return [Token(Kind.DATE, day=existing(full_year(figures[2]), figures[1], figures[0]))]
    if shape == "year_and":
        return _year_and(*figures)
    if shape == "month_of":
        return [Token(Kind.MONTH, figures[0]), Token(Kind.YEAR, figures[1])]
    if shape in ("year", "short"):
        return [Token(Kind.YEAR, full_year(figures[0]))]
    if shape == "quarter":
        return [Token(Kind.QUARTER_WORD), Token(Kind.NUMBER, figures[0])]
    if shape == "week":
        first, *last = (Token(Kind.STRETCH, figure) for figure in figures)
        return [first, Token(Kind.RANGE), *last] if last else [first]
    if shape in ("ordinal", "number"):
        return [Token(Kind.ORDINAL if shape == "ordinal" else Kind.NUMBER, figures[0])]
    if shape == "within":
        return [Token(Kind.OPEN)]
    return [_VOCABULARY.get(text, _VOCABULARY.get(text.removesuffix("."), Token(Kind.OTHER)))]


def _year_and(year: int, figure: int) -> list[Token]:
    """'2026-09' is a month, '2026-27' a span; '2026-20' is neither."""
    if 1 <= figure <= 12:
        return [Token(Kind.MONTH, figure), Token(Kind.YEAR, year)]
    second = year - year % 100 + figure
    return [Token(Kind.YEAR, year), Token(Kind.RANGE), Token(Kind.YEAR, second)]


def existing(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None


def full_year(figure: int) -> int:
    return figure if figure > 99 else 2000 + figure
