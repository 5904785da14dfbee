"""What of the register of agendas a question asks for: steps, parties, dates, standings, a subject.

When unsure, nothing: a wrong owner or term is worse than none, and the passages may still answer.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import date

from assistant.answering import agenda_forms as forms
from assistant.answering.agenda_dates import timing_of
from assistant.answering.agenda_forms import Form
from assistant.answering.agenda_parties import Parties, Party, by_part, found_in
from assistant.answering.agenda_selection import Selection, selection_of
from assistant.answering.agenda_subject import ACTIONS, is_task, subject_of, titles_in
from assistant.answering.agenda_windows import Window
from assistant.answering.understanding import STEP_NUMBER, Term, Understanding
from assistant.domain.agenda import Standing, Status
from assistant.index.analyzer import fold, tokens


@dataclass(frozen=True, slots=True)
class AgendaQuestion:
    """``terms`` say what the actions are about. ``named`` says that the question speaks of actions or an agenda.

    ``together`` wants all parties in one action. ``of_whom`` says that what remains of the question names who acts.
    ``deeds`` are folded words that stand where a question has its verbs. ``whether`` asks where an action stands.
    ``impossible`` is a date that does not exist, and ``unclear`` a list with more conditions than are understood.
    ``without`` are parties that must not be in an action, and ``whose`` those of which is asked whether they are in the
    one that is described. ``owners`` asks for the parties of all that fit. ``of_steps`` counts steps.
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
    without: tuple[Party, ...] = ()
    whose: tuple[Party, ...] = ()
    owners: bool = False
    of_steps: bool = False
    impossible: str = ""
    unclear: bool = False
    selection: Selection = Selection()  # noqa: RUF009  (it is frozen)

    @property
    def compares(self) -> bool:
        """Whether it asks for the actions of each of several parties."""
        return len(self.parties) > 1 and not self.together and self.form is Form.ROWS

    @property
    def narrows(self) -> bool:
        """Whether it asks for less than all steps."""
        return bool(self.parties or self.without or self.window or self.standings)


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
    if question.language not in ("nl", "en") or forms.is_of_other_things(question):
        return None
    titles, rest = titles_in(question.text, vocabulary.titles)
    statuses, rest = _statuses(rest)
    timing = timing_of(STEP_NUMBER.sub(" ", rest), today)
    text = question.text
    if timing.unclear:
        return _unclear(question)
    selection, rest = selection_of(text, timing.rest)
    found = _parties(question, rest, parties, vocabulary)
    if found.unclear:
        return _unclear(question)
    named, rest = found.named, found.rest
    of_whom = bool(forms.INVOLVES.search(text))
    speaks = bool(titles or forms.speaks(text) or selection.code)
    form = forms.form_of(question, speaks, timing, named)
    if not form:
        return None
    whose: tuple[Party, ...] = ()
    if form is Form.ROW and forms.asks_of_party(text, named):
        whose, named = named, ()
    elif form in (Form.ROW, Form.STEP_OF) and named:  # 'wie doet met SBB de pilots': a party describes the action
        rest, named = f"{rest} {' '.join(party.written for party in named)}", ()
    terms = subject_of(
        question, rest, {word for party in (*named, *whose, *found.without) for word in tokens(party.written)}
    )
    if whose and all(is_task(term) for term in terms):  # 'moet SBB iets doen volgens de agenda', 'heeft SBB taken'
        if not (speaks or terms):
            return None
        terms = ()
        form, named, whose = Form.ROWS, whose, ()
    owned = of_whom or bool(forms.OF.search(text))
    together = bool(forms.TOGETHER.search(text))
    alone = not (named or found.without) or (together and len(named) == 1)
    if form is Form.ROWS and owned and alone and (party := by_part(terms, vocabulary.parties)):
        named, terms = (*named, party), ()
    return AgendaQuestion(
        form=form,
        steps=question.steps,
        parties=named,
        window=timing.window,
        standings=timing.standings if form in (Form.ROWS, Form.STEPS) else (),
        statuses=statuses,
        terms=terms,
        titles=titles,
        named=speaks,
        counts=bool(forms.COUNTS.search(text)),
        together=len(named) > 1 and together,
        of_whom=of_whom,
        whether=forms.asks_whether(text, timing) if form is Form.ROW else forms.asks_standing(text),
        deeds=frozenset(fold(word) for match in forms.DEEDS.finditer(text) for word in match.groups() if word),
        without=found.without,
        whose=whose,
        owners=form is Form.ROWS and not named and bool(forms.OWNERS.search(text)),
        impossible=timing.impossible,
        of_steps=bool(forms.OF_STEPS.search(text)),
        selection=selection if form is not Form.ROW or selection.code else Selection(),
    )


def _unclear(question: Understanding) -> AgendaQuestion | None:
    """A list that asks for more than is understood: what the passages show of it would be another list."""
    return AgendaQuestion(Form.ROWS, unclear=True) if forms.asks_for_list(question) else None


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


@dataclass(frozen=True, slots=True)
class _Named:
    """The parties of a question, those that it leaves out, and the question without both; ``unclear`` where it denies
    something else."""

    named: tuple[Party, ...]
    without: tuple[Party, ...]
    rest: str
    unclear: bool = False


_LEAVING_OUT = re.compile(
    r"\b(?:zonder|behalve|uitgezonderd|without|except|excluding)\s+(?:(?:de|het|the)\s+)?$", re.IGNORECASE
)


def _parties(question: Understanding, rest: str, parties: Parties, vocabulary: Vocabulary) -> _Named:
    """Those of a follow-up replace the ones before it."""
    found = found_in(rest, parties, vocabulary.owners)
    own = found_in(question.question, parties, vocabulary.owners) if question.follow_up else []
    left_out = [party for start, _, party in found if _LEAVING_OUT.search(rest[:start])]
    pieces, at = [], 0
    for start, end, _ in found:
        pieces.append(_LEAVING_OUT.sub("", rest[at:start]))
        at = end
    bare = " ".join([*pieces, rest[at:]])
    named = tuple(dict.fromkeys(party for _, _, party in own or found if party not in left_out))
    if not forms.NEGATION.search(bare):
        return _Named(named, tuple(dict.fromkeys(left_out)), bare)
    if len(named) == 1 and not left_out and forms.denies_part(bare):
        return _Named((), named, forms.NEGATION.sub(" ", bare))
    return _Named(named, (), bare, unclear=True)
