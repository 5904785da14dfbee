"""What of the register of agendas a question asks for: steps, parties, dates, standings, a subject.

When unsure, nothing: a wrong owner or term is worse than none, and the passages may still answer.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from assistant.answering.agenda_dates import Timing, timing_of
from assistant.answering.agenda_parties import Parties, Party, by_part, found_in
from assistant.answering.agenda_subject import ACTION, ACTIONS, subject_of, titles_in
from assistant.answering.agenda_windows import Edge, Window
from assistant.answering.asking import Asks
from assistant.answering.understanding import STEP_NUMBER, Term, Understanding
from assistant.domain.agenda import Standing, Status
from assistant.index.analyzer import fold, tokens


class Form(StrEnum):
    """What kind of answer is asked for."""

    ROWS = "rows"  # all actions that fit
    ROW = "row"  # the one that is described
    STEP_OF = "step_of"  # the step of what is described
    STEPS = "steps"  # the steps themselves
    MOST = "most"  # the party with most actions


@dataclass(frozen=True, slots=True)
class AgendaQuestion:
    """``terms`` say what the actions are about. ``named`` says that the question speaks of actions or an agenda.

    ``together`` wants all parties in one action. ``of_whom`` says that what remains of the question names who acts.
    ``deeds`` are folded words that stand where a question has its verbs. ``whether`` asks where an action stands.
    """

    form: Form
    steps: tuple[int, ...] = ()
    parties: tuple[Party, ...] = ()
    window: Window | None = None
    standings: tuple[Standing, ...] = ()
    statuses: tuple[Status, ...] = ()
    terms: tuple[Term, ...] = ()
    titles: frozenset[str] = frozenset()
    named: bool = False
    counts: bool = False
    together: bool = False
    of_whom: bool = False
    deeds: frozenset[str] = frozenset()
    whether: bool = False


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """What the agendas call themselves and their owners: titles and owners' names, word by word.

    ``parties`` are the owners with the words of all their names, for a question that uses part of one ('de inspectie').
    """

    titles: Collection[tuple[str, ...]]
    owners: Collection[tuple[str, ...]]
    parties: Mapping[Party, frozenset[str]]


def asked_of_agendas(
    question: Understanding, parties: Parties, vocabulary: Vocabulary, today: date
) -> AgendaQuestion | None:
    """Nothing for a question that is not the register's."""
    if question.language not in ("nl", "en") or _is_of_other_things(question):
        return None
    titles, rest = titles_in(question.text, vocabulary.titles)
    statuses, rest = _statuses(rest)
    timing = timing_of(STEP_NUMBER.sub(" ", rest), today)
    if timing.unclear or _NEGATION.search(timing.rest):
        return None
    named, rest = _parties(question, timing.rest, parties, vocabulary)
    of_whom = bool(_INVOLVES.search(question.text))
    speaks = bool(titles) or any(pattern.search(question.text) for pattern in (_NAMED_ACTIONS, _AGENDA, _INVOLVED_IN))
    form = _form(question, speaks, timing, named)
    if not form:
        return None
    if form in (Form.ROW, Form.STEP_OF) and named:  # 'wie doet met SBB de pilots': a party describes the action
        rest, named = f"{rest} {' '.join(party.written for party in named)}", ()
    terms = subject_of(question, rest, {word for party in named for word in tokens(party.written)})
    owned = of_whom or bool(_OF.search(question.text))
    if form is Form.ROWS and owned and not named and (party := by_part(terms, vocabulary.parties)):
        named, terms = (party,), ()
    return AgendaQuestion(
        form=form,
        steps=question.steps,
        parties=named,
        window=timing.window,
        standings=timing.standings if form is Form.ROWS else (),
        statuses=statuses,
        terms=terms,
        titles=titles,
        named=speaks,
        counts=bool(_COUNTS.search(question.text)),
        together=len(named) > 1 and bool(_TOGETHER.search(question.text)),
        of_whom=of_whom,
        whether=bool(_WHETHER.search(question.text)),
        deeds=frozenset(fold(word) for match in _DEEDS.finditer(question.text) for word in match.groups() if word),
    )


# --- whether, and in what form

# 'Maatregelen' and 'activiteiten' are those of an agenda where they are asked for, not where they are mentioned.
_NAMED_ACTIONS = re.compile(
    rf"\b(?:acties?|actiepunt(?:en)?|actions?)\b|\b(?:welke?|hoeveel|alle|noem|geef|toon|overzicht|lijst|which|what|all|list)"
    rf"\s+(?:[\w-]+\s+){{0,2}}(?:{ACTION})\b|^(?:{ACTION})\b",
    re.IGNORECASE,
)
_IDENTITY = re.compile(
    r"\b(?:wie\s+zijn|who\s+are)\b(?!.*\b(?:betrokken|verantwoordelijk\w*|bezig|aan\s+zet|trekkers?|leden|involved|"
    r"responsible|members|working)\b)",
    re.IGNORECASE,
)
_AGENDA = re.compile(r"\b(?:\w*agenda|actieplan|actieprogramma|action\s+plan)\b", re.IGNORECASE)
_STEPS = re.compile(r"\b(?:stappen|lijnen|actielijnen|steps)\b", re.IGNORECASE)
_COUNTS = re.compile(r"\b(?:hoeveel|aantal|how\s+many|number\s+of)\b", re.IGNORECASE)
_MOST = re.compile(rf"\b(?:de\s+)?(?:meeste|most)\s+(?:{ACTION})\b|\bvaakst\s+(?:genoemd|betrokken)\b", re.IGNORECASE)
_STEP_OF = re.compile(
    r"\b(?:(?:bij|onder|in|tot|van|uit|aan)\s+)?(?:welke?|which|what)\s+(?:stap|onderdeel|lijn|actielijn|step|line)\b",
    re.IGNORECASE,
)
_LISTS = re.compile(
    rf"\b(?:{ACTION})\b|\b(?:overzicht|lijst)\b|\b(?:wat|welke?|what|which|waar|waaraan|alle|all)\b", re.IGNORECASE
)
_INVOLVES = re.compile(
    r"\b(?:betrokken|involved|mee|meedoen|meewerk\w*|deelneem\w*|neemt\s+deel|nemen\s+deel|aan\s+zet|verantwoordelijk|"
    r"responsible|trek(?:t|ken|kers?)|heeft|hebben|has|have|doet|doen|does|do|raken|raakt|affects?|concerns?|taken|rol|"
    r"uitvoer\w*|voert|oppak\w*|pakt)\b",
    re.IGNORECASE,
)
_OF = re.compile(r"\b(?:van|of|by)\b(?!.*\b(?:over|about)\b)", re.IGNORECASE)
_MEMBERS = re.compile(
    r"\b(?:leden|deelnemers|uitvoerders|trekkers|members|participants|"
    r"welke\s+(?:partij|organisatie|instantie|instelling|ministerie))\b",
    re.IGNORECASE,
)
_NEGATION = re.compile(r"\b(?:niet|geen|zonder|behalve|not|without|except|nooit|never)\b|n['’]t\b", re.IGNORECASE)
_TOGETHER = re.compile(r"\b(?:samen|beiden?|allebei|zowel|together|both|én)\b", re.IGNORECASE)


def asks_for_views(question: Understanding) -> bool:
    """Whether a question is about what somebody thinks or wants, which no row says."""
    return bool(_VIEWS.search(question.text))


def _asks_for_names(question: Understanding) -> bool:
    """Whether it asks what words mean, or who somebody is, other than who acts."""
    if _IDENTITY.search(question.text):
        return True
    return Asks.DEFINITION in question.asks or (Asks.NAME in question.asks and not _MEMBERS.search(question.text))


_VIEWS = re.compile(
    r"\b(?:(?:is|was|zijn|waren)\s+(?:tegen|voor|against|for)|vindt|vinden|wil|willen|wenst|wensen|standpunt(?:en)?|mening|pleit(?:en|ten)?|bepleit(?:en)?|eist?|eisen|"
    r"adviseert|adviseren|advies|aanbeveling(?:en)?|wants?|demands?|recommends?|thinks?|opinion|views?)\b",
    re.IGNORECASE,
)


def _is_of_other_things(question: Understanding) -> bool:
    """A sum, a share, a view or a meaning is no business of the register, unless it is of its actions and steps."""
    of_register = bool(
        question.steps
        or _NAMED_ACTIONS.search(question.text)
        or _STEPS.search(question.text)
        or _STEP_OF.search(question.text)
    )
    if Asks.NUMBER in question.asks and not (of_register and _COUNTS.search(question.text)):
        return True
    if not of_register and (asks_for_views(question) or _asks_for_names(question)):
        return True
    return question.asks == (Asks.REASON,)


def _form(question: Understanding, speaks: bool, timing: Timing, parties: Sequence[Party]) -> Form | None:
    text = question.text
    if _MOST.search(text):
        return Form.MOST
    if _STEPS.search(text) and not question.steps and (_COUNTS.search(text) or Asks.LIST in question.asks):
        return Form.STEPS
    if _STEP_OF.search(text) and not question.steps:
        return Form.STEP_OF
    if question.steps:
        return Form.ROWS
    owner_or_term = bool({Asks.OWNER, Asks.TERM} & set(question.asks)) or bool(_MEMBERS.search(text))
    if _NAMED_ACTIONS.search(text) and (_LISTS.search(text) or parties):
        return Form.ROWS
    if parties and _INVOLVES.search(text) and _LISTS.search(text) and (speaks or timing.window or not owner_or_term):
        bare = re.search(r"\bwat\s+(?:doet|doen)\b|\bwhat\s+does?\b", text, re.IGNORECASE)
        return Form.ROWS if speaks or timing.window or not bare else None
    if Asks.OWNER not in question.asks and _asks_by_time(text, timing, speaks):
        return Form.ROWS
    if _INVOLVED_IN.search(text):
        return Form.ROWS
    return Form.ROW if owner_or_term or _WHETHER.search(text) else None


# 'is het offensief al afgelopen', 'loopt de pilot nog'
_WHETHER = re.compile(
    r"^(?:en\s+|and\s+)?(?:is|zijn|loopt|lopen|are|has|have|does)\b.*\b(?:afgelopen|klaar|afgerond|begonnen|gestart|nog|"
    r"voorbij|bezig|finished|ended|started|running|over|done)\b",
    re.IGNORECASE,
)
_INVOLVED_IN = re.compile(
    r"\bwaar(?:aan|bij)?\b.*\b(?:betrokken|mee|deel|aan\s+zet)\b|\bwhat\b.*\binvolved\s+in\b", re.IGNORECASE
)
_BY_TIME = re.compile(r"^(?:en\s+|and\s+)?(?:wat|welke|what|which)\b", re.IGNORECASE)


def _asks_by_time(text: str, timing: Timing, speaks: bool) -> bool:
    if not (_BY_TIME.search(text) and (timing.window or timing.standings)):
        return False
    return (
        speaks
        or not timing.window
        or timing.window.running
        or timing.window.planned
        or timing.window.edge is not Edge.ANY_DAY
    )


# The word behind 'wie', 'wanneer' and their auxiliaries, and the last word of the question.
_AUXILIARY = r"(?:is|zijn|was|waren|wordt|worden|werd|werden|heeft|hebben|kan|kunnen|moet|moeten|gaat|gaan|zal|zullen)"
_DEEDS = re.compile(
    rf"\b(?:wie|wanneer|waarin|who|whom|when)\s+(?:{_AUXILIARY}\s+)?([^\W\d_]+)|([^\W\d_]+)\W*$", re.IGNORECASE
)


_STATUSES: tuple[tuple[re.Pattern[str], Status], ...] = tuple(
    (re.compile(rf"\b(?:{words})\b", re.IGNORECASE), status)
    for words, status in (
        (r"(?:deels|gedeeltelijk)\s+voldaan|partly\s+(?:done|fulfilled)", Status.PARTLY_DONE),
        (r"voldaan|fulfilled", Status.DONE),
        (r"vervallen|lapsed", Status.LAPSED),
        (r"openstaande?|open\s+staan|outstanding", Status.OUTSTANDING),
    )
)


def _statuses(text: str) -> tuple[tuple[Status, ...], str]:
    """What was recorded of the actions that are asked for, and the question without it."""
    for pattern, status in _STATUSES if ACTIONS.search(text) else ():
        if pattern.search(text):
            return (status,), pattern.sub(" ", text)
    return (), text


# --- who


def _parties(
    question: Understanding, rest: str, parties: Parties, vocabulary: Vocabulary
) -> tuple[tuple[Party, ...], str]:
    """The parties that are named, and the question without them; those of a follow-up replace the ones before it."""
    found = found_in(rest, parties, vocabulary.owners)
    own = found_in(question.question, parties, vocabulary.owners) if question.follow_up else []
    named = own or found
    pieces, at = [], 0
    for start, end, _ in found:
        pieces.append(rest[at:start])
        at = end
    return tuple(dict.fromkeys(party for _, _, party in named)), " ".join([*pieces, rest[at:]])
