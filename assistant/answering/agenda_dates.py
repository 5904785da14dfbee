"""Dates in a question about an agenda: which terms it asks for ('voor 1 juli 2024 klaar', 'na 2025', 'nu lopend')."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta

from assistant.answering.agenda_windows import Edge, Relation, Window
from assistant.answering.figures import MONTHS
from assistant.answering.numerals import ORDINALS
from assistant.domain.agenda import Standing
from assistant.domain.period_parser import parse_period
from assistant.domain.periods import Period, Precision
from assistant.index.analyzer import fold


@dataclass(frozen=True, slots=True)
class Timing:
    """What a question says of time, and the question without it; ``unclear`` where it says more than is understood.

    ``impossible`` is a date that does not exist, as the question writes it.
    """

    rest: str
    window: Window | None = None
    standings: tuple[Standing, ...] = ()
    unclear: bool = False
    impossible: str = ""


def timing_of(text: str, today: date) -> Timing:
    if (found := _DATE.search(text)) and (written := _impossible(found)):
        return Timing(f"{text[: found.start()]} {text[found.end() :]}", impossible=written)
    if _LASTING.search(text):
        return Timing(text, unclear=True)
    clauses = [timing_of(clause, today) for clause in both] if len(both := _clauses(text)) > 1 else []
    if clauses:
        windows = [each.window for each in clauses if each.window and not each.standings]
        unclear = len(windows) < len(clauses)
        return Timing(" ".join(each.rest for each in clauses), _together(windows), unclear=unclear)
    standings, rest = _standings(text)
    window, bare = _from_to(rest, today)
    if not window:
        window, bare = _of_clause(rest, today)
    if not window and (_DATE.search(rest) or not standings):
        return Timing(rest, None, standings, unclear=_DATE.search(rest) is not None)
    if not window:
        return Timing(_EDGES.sub(" ", rest), None, standings)
    return Timing(_EDGES.sub(" ", bare), *_of_whole(window, standings, text), _DATE.search(bare) is not None)


_LASTING = re.compile(
    r"\b(?:duurt|duren|duurde|duurden|lasts?|lasting)\b.*\b(?:jaar|jaren|maand(?:en)?|years?|months?)\b", re.IGNORECASE
)
_UNFINISHED = re.compile(r"\b(?:niet|not)\b", re.IGNORECASE)
_WITHIN = ("in", "op", "eind", "einde", "on", "end")


def _of_whole(window: Window, standings: tuple[Standing, ...], text: str) -> tuple[Window, tuple[Standing, ...]]:
    """Where actions stand is asked of a day. In a year they run, or have not begun before it is over."""
    if window.is_of_one_day:
        return window, standings
    if standings == (Standing.NOT_BEGUN,):
        return replace(window, edge=Edge.NOT_BEGUN), ()
    if standings != (Standing.RUNNING, Standing.CONTINUOUS):
        return window, standings
    if not _UNFINISHED.search(text):
        return replace(window, running=True), ()
    if window.text.split()[0].lower() in _WITHIN:
        return replace(window, relation=Relation.AFTER, edge=Edge.ANY_DAY, text=window.text), ()
    return replace(window, edge=Edge.ANY_DAY), standings  # 'uit 2023, en nog niet afgerond' is so today


# --- dates

_MONTH = "|".join(sorted(MONTHS, key=len, reverse=True))
_NTH = "|".join(sorted((word for word, number in ORDINALS.items() if number <= 4), key=len, reverse=True))
_YEAR = r"(?:19|20)\d\d"
_EXPRESSION = (
    rf"\d{{1,2}}[-/.]\d{{1,2}}[-/.]{_YEAR}|(?:\d{{1,2}}\s+)?(?:{_MONTH})\s+(?:van\s+|of\s+)?{_YEAR}"
    rf"|(?:(?:begin|medio|eind|einde|voorjaar|lente|zomer|najaar|herfst|winter|schooljaar|studiejaar|"
    r"early|mid|late|spring|summer|autumn|(?:end|beginning|start|middle)(?=\s+of))|"
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

ENDS = (
    r"af|klaar|gereed|afgerond|afgelopen|eindig(?:t|en|den?)|aflo(?:opt|pen)|stop(?:t|pen)|voltooid|opgeleverd|deadlines?|"
    r"afronden|finish(?:ed)?|done|completed?|ends?|ending|expires?|due|ready|loopt\s+af|lopen\s+af|liep(?:en)?\s+af|ten\s+einde"
)
STARTS = r"begint|beginnen|begon|begonnen|starten|start|startten?|gestart|van\s+start|starts?|begins?|begun|started"
_RUNS = r"loopt|lopen|liep|liepen|lopend|lopende|bezig|actief|gaande|running|runs?|active|ongoing|going\s+on|door"
_PLANNED = r"gepland|planning|op\s+(?:de|het)\s+(?:planning|programma|rol)|planned|scheduled"
_IS_END, _IS_START, _IS_RUN, _IS_PLAN = (
    re.compile(rf"\b(?:{words})\b", re.IGNORECASE) for words in (ENDS, STARTS, _RUNS, _PLANNED)
)
_EDGES = re.compile(rf"\b(?:{_PLANNED}|{ENDS}|{STARTS}|{_RUNS})\b", re.IGNORECASE)

_IS_DUE = re.compile(r"\b(?:moet|moeten|must|should|has to|have to)\b", re.IGNORECASE)


_MORE = re.compile(rf"\s*(?:,|en|of|and|or)\s+(?:in\s+|op\s+|on\s+)?(?P<at>{_EXPRESSION})(?!\w)", re.IGNORECASE)
_FROM_TO = re.compile(
    rf"(?<!\w)(?:van|vanaf|from)\s+(?P<low>{_EXPRESSION})\s+(?:tot(?:\s+en\s+met)?|t/m|until|till|to|through)\s+"
    rf"(?P<high>{_EXPRESSION})(?!\w)",
    re.IGNORECASE,
)
_CLAUSE = re.compile(r"\s*(?:,|\b(?:en|and|maar|but)\b)\s*(?:(?:die|dat|that|which)\s+)?", re.IGNORECASE)
_ALREADY = re.compile(r"\b(?:al|reeds|inmiddels|already)\b", re.IGNORECASE)


def _clauses(text: str) -> tuple[str, ...]:
    """A question that says of two dates what begins, ends or runs then, cut between the two."""
    dates = list(_DATE.finditer(text))
    if len(dates) == 2 and (joint := _CLAUSE.search(text, dates[0].end(), dates[1].start())):
        clauses = text[: joint.start()], text[joint.end() :]
        if all(_IS_END.search(each) or _IS_START.search(each) or _IS_RUN.search(each) for each in clauses):
            return clauses
    return (text,)


def _together(windows: Sequence[Window]) -> Window | None:
    if not windows:
        return None
    return replace(windows[0], also=windows[1]) if len(windows) > 1 else windows[0]


def _from_to(text: str, today: date) -> tuple[Window | None, str]:
    """What runs 'van 2023 tot 2026' begins in the one year and ends in the other; else it is anything between them."""
    found = _FROM_TO.search(text)
    if not found:
        return None, text
    low, high = _dates(found["low"], today), _dates(found["high"], today)
    if not low or not high or low[0] > high[1]:
        return None, text
    rest = text[: found.start()] + " " + text[found.end() :]
    if _IS_RUN.search(rest) and all(re.fullmatch(_YEAR, found[each]) for each in ("low", "high")):
        last = Window(found["high"], *high, edge=Edge.END)
        return Window(found["low"], *low, edge=Edge.START, also=last), rest
    return Window(" ".join(found[0].split()), low[0], high[1]), rest


def _of_clause(text: str, today: date) -> tuple[Window | None, str]:
    """The first date of a clause, and the clause without it."""
    found = _DATE.search(text)
    if not found:
        return None, text
    end = found.end()
    low = _dates(found["low"] or found["at"], today)
    high = _dates(found["high"], today) if found["high"] else low
    if low and high and (more := _MORE.match(text, end)) and (next_ := _dates(more["at"], today)):
        if next_[0] - high[1] != timedelta(1):
            return None, text
        high, end = next_, more.end()
    if not low or not high or low[0] > high[1]:
        return None, text
    rest = text[: found.start()] + " " + text[end:]
    said = " ".join(text[found.start() : end].split())
    edge = Edge.END if _IS_END.search(rest) else Edge.START if _IS_START.search(rest) else Edge.ANY_DAY
    relation = _relation(found, rest, edge)
    return Window(said, low[0], high[1], relation, edge, bool(_IS_RUN.search(rest)), bool(_IS_PLAN.search(rest))), rest


def _relation(found: re.Match[str], around: str, edge: Edge) -> Relation:
    word = " ".join((found["word"] or "").lower().split())
    relation = _BY_WORD.get(word) or _BY_WORD.get(word.partition(" ")[0], Relation.DURING)
    bare_year = bool(re.fullmatch(_YEAR, found["at"] or ""))
    if word == "voor" and bare_year and edge is Edge.ANY_DAY:
        return Relation.DURING  # 'wat staat er voor 2025 op de planning' asks for that year
    if word == "tot" and edge is not Edge.ANY_DAY:
        return Relation.BEFORE
    if relation is not Relation.DURING or edge is Edge.ANY_DAY:
        return relation
    if _ALREADY.search(around):
        return Relation.BY  # 'op 1 juli 2024 al begonnen' holds for what began before too
    is_due = edge is Edge.END and not bare_year and _IS_DUE.search(around)
    return Relation.BY if is_due else relation  # 'moet eind 2026 klaar zijn' holds for what is ready before too


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
    term = _period(expression)
    return (term.start, term.end) if term.start and term.end else None


def _impossible(found: re.Match[str]) -> str:
    for expression in filter(None, (found["low"], found["high"], found["at"])):
        if any(map(str.isdigit, expression)) and _period(expression).precision is Precision.IMPOSSIBLE:
            return str(expression)
    return ""


def _period(expression: str) -> Period:
    folded = " ".join(fold(expression).split())
    return parse_period(re.sub(rf"\b(?:{_MONTH})\b", lambda month: MONTHS[month[0]], folded).replace(" of ", " "))


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
            r"lopen\s+nog|nog\s+lopen(?:de)?|nog\s+lopend|sta(?:at|an)\s+nog\s+open|still\s+open",
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
        (r"(?:al\s+|reeds\s+)?(?:afgelopen|verlopen|voorbij|verstreken)|already\s+(?:ended|over)|expired|te\s+laat|overdue",
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
