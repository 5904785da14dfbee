"""Finding in the register of agendas what a question asks for."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date
from itertools import chain
from typing import Protocol

from assistant.answering.agenda_counting import counted, leaders, names_of
from assistant.answering.agenda_deeds import is_other_deed
from assistant.answering.agenda_fitting import Conditions
from assistant.answering.agenda_forms import Form, asks_for_views
from assistant.answering.agenda_parties import (
    Concerns,
    Parties,
    Party,
    Place,
    definitions_of,
    may_concern,
    names_party,
    places_of,
)
from assistant.answering.agenda_question import AgendaQuestion, asked_of_agendas
from assistant.answering.agenda_rows import AHEAD, LEAST, Match, Row, about, described, holds, in_order, leading
from assistant.answering.agenda_selection import Extreme, extremes
from assistant.answering.agenda_subject import misspells_asking
from assistant.answering.agenda_versions import Newest
from assistant.answering.understanding import Understanding
from assistant.domain.agenda import RegisteredAction, RegisteredAgenda
from assistant.index.analyzer import tokens

MOST_NEAR = 3  # rows that a question for one may be about: of more, none is meant


class Agendas(Protocol):
    """The register, as far as questions need it."""

    def agendas(self) -> tuple[RegisteredAgenda, ...]:
        """Newest first; the same object while nothing changed."""


@dataclass(frozen=True, slots=True)
class Found:
    """What the register has for a question, before it is proven.

    ``rows`` are the actions, in order; none for a question to which the honest answer is that there are none.
    ``considered`` are the agendas in which was looked, ``older`` their earlier versions. ``unknown_steps`` are step
    numbers that none of them has. ``sure`` is False for rows that only seem to be meant: the passages are asked too.
    """

    asked: AgendaQuestion
    rows: tuple[RegisteredAction, ...]
    considered: tuple[RegisteredAgenda, ...]
    older: tuple[RegisteredAgenda, ...] = ()
    unknown_steps: tuple[int, ...] = ()
    absent: str = ""  # words for who or what is asked after, and stands in no row
    sure: bool = True
    beyond: tuple[RegisteredAction, ...] = ()  # rows with a group that only the list of parties puts the party in
    undated: int = 0  # rows whose term lacks a date, where the dates of terms are compared
    most: tuple[str, ...] = ()  # the names of the parties, or the numbers of the steps, with most actions or least


class AgendaFinder:
    """Finds what the register has for a question. Rows are analysed once for each state of the register."""

    def __init__(self, register: Agendas, parties: Parties, today: Callable[[], date]) -> None:
        self._register = register
        self._parties = parties
        self.today = today
        self._memory: tuple[tuple[RegisteredAgenda, ...], Newest] | None = None

    def find(self, question: Understanding) -> Found | None:
        """Nothing for a question that is not the register's, or when it is not sure."""
        newest = self._newest()
        if not newest.agendas:
            return None
        today = self.today()
        asked = asked_of_agendas(question, self._parties, newest.vocabulary, today)
        if not asked:
            return None
        found = _Search(question, asked, newest, today).found()
        if not asked.parties:
            return found
        wider = _Search(question, asked, newest, today, may_concern).found()
        if not found or not found.rows:
            return wider or found
        shown = {each.action.id for each in found.rows}
        return replace(found, beyond=tuple(each for each in (wider or found).rows if each.action.id not in shown))

    def misleading(self, question: Understanding) -> frozenset[Place]:
        """Rows that would name an owner or a term that a question does not ask for, where the passages answer it.

        They hold less of it than another row, or it says that something else is done than any row says.
        """
        newest, today = self._newest(), self.today()
        if asks_for_views(question):
            return frozenset(chain.from_iterable(places_of(row.registered) for row in newest.rows.all))
        asked = asked_of_agendas(question, self._parties, newest.vocabulary, today)
        if not asked or asked.form is not Form.ROW:
            return frozenset()
        return _Search(question, asked, newest, today).misleading()

    def _newest(self) -> Newest:
        agendas = self._register.agendas()
        if not self._memory or self._memory[0] is not agendas:
            self._memory = agendas, Newest.of(agendas, self._parties)
        return self._memory[1]


class _Search:
    def __init__(
        self,
        question: Understanding,
        asked: AgendaQuestion,
        newest: Newest,
        today: date,
        concerns: Concerns = names_party,
    ) -> None:
        self._question = question
        self._asked = asked
        self._newest = newest
        self._agendas = _of_titles(newest.agendas, asked.titles)
        documents = frozenset(each.info.document for each in self._agendas)
        self._conditions = Conditions(asked, documents, today, concerns)
        self._terms = tuple(each for each in newest.rows.weighed(asked.terms) if not misspells_asking(each))

    def found(self) -> Found | None:
        asked = self._asked
        known = {step.number for agenda in self._agendas for step in agenda.agenda.steps}
        if asked.steps and known - {None} and known.isdisjoint(asked.steps):
            return self._found((), unknown_steps=asked.steps)
        if asked.impossible or asked.unclear:
            return self._found(())
        match asked.form:
            case Form.STEPS:
                return self._steps() if known - {None} and not self._terms else None
            case Form.MOST | Form.LEAST:
                return self._most()
            case Form.MEMBERS:
                return self._members()
            case Form.ROWS:
                return self._selected(self._rows())
        return self._described()

    # --- steps and groups

    def _steps(self) -> Found | None:
        """All of them, or those with actions that fit."""
        if not self._asked.narrows:
            return self._found(())
        return self._found(self._fitting())

    def _members(self) -> Found | None:
        """Rows with the group where the document itself says who that is."""
        (group,) = self._asked.parties
        rows = [row for row in self._newest.rows.all if self._fits(row) and definitions_of(row.registered, group)]
        return self._found(rows[:1]) if rows else None

    # --- rows

    def _selected(self, found: Found | None) -> Found | None:
        """Of the rows that fit those that the question means; nothing where that cannot be told."""
        selection = self._asked.selection
        if not found or not found.rows:
            return found
        if selection.extreme:
            undated = 0 if selection.extreme is Extreme.MOST_OWNERS else _undated(found.rows)
            return replace(found, rows=extremes(found.rows, selection.extreme), undated=undated)
        if not selection.place:
            return found
        if len(found.considered) > 1 or found.asked.terms:
            return None
        at = selection.place - 1 if selection.place > 0 else selection.place
        return replace(found, rows=found.rows[at : at + 1 or None])

    def _described(self) -> Found | None:
        """Surely when the rows hold most of the question and what it says is done, else perhaps.

        Never when it says that something else is done than any row says: 'wie betaalt de pilots'.
        """
        matches = self._matches()
        sure = described(matches)
        chosen = sure or leading(matches)
        if not chosen or self._is_of_other_deed(matches) or self._is_done_to_others(matches[0]):
            return None
        return replace(self._found(in_order(chosen)), sure=bool(sure) and not any(map(self._does_otherwise, chosen)))

    def misleading(self) -> frozenset[Place]:
        matches = self._matches()
        near = {match.row.registered.action.id for match in matches if match.score * AHEAD > matches[0].score}
        other = self._is_of_other_deed(matches) or (bool(matches) and self._is_done_to_others(matches[0]))
        if len(near) > MOST_NEAR or other or self._are_unheard_of(matches):
            near = set()
        elif not matches or matches[0].share < LEAST:
            return frozenset()
        others = (row.registered for row in self._newest.rows.all if row.registered.action.id not in near)
        return frozenset(chain.from_iterable(map(places_of, others)))

    def _are_unheard_of(self, matches: Sequence[Match]) -> bool:
        """Whether no row holds any word of the question, save as a part of another word."""
        return bool(matches) and not any(term.known for term in matches[0].terms)

    def _is_of_other_deed(self, matches: Sequence[Match]) -> bool:
        held = matches[0].terms if matches else ()
        return any(is_other_deed(term) and term not in held for term in self._terms)

    def _is_done_to_others(self, best: Match) -> bool:
        """Whether the row holds no more than what is done, and not to what: 'wie legt de fietsbrug aan'."""
        unheld = [term for term in self._terms if term not in best.terms and not term.known]
        return bool(unheld) and best.is_headed_alone

    def _does_otherwise(self, match: Match) -> bool:
        held = {word for term in match.terms for word in term.term.text.split()}
        said = {word for term in self._terms for word in term.term.text.split()}
        return bool((self._asked.deeds & said) - held)

    def _rows(self) -> Found | None:
        if self._terms:
            return self._rows_about()
        rows = self._fitting()
        if not rows:
            return self._none()
        window = self._asked.window
        if window and not window.running and all(row.registered.action.when.end is None for row in rows):
            return self._none()  # 'wat staat er voor 2031 gepland': what has no end says nothing of that year
        return self._found(rows)

    def _rows_about(self) -> Found | None:
        if rows := self._of_title():
            return self._found(rows)
        matches = self._matches()
        subject = about(matches)
        if subject:
            return self._found(subject)
        if matches and matches[0].is_broader and not self._asked.of_whom:
            return None
        if self._asked.steps and not self._asked.named:
            return self._of_step()
        if not self._asked.of_whom and (found := self._described()) and found.sure:
            return found
        anywhere = self._newest.rows.holding(self._terms, lambda row: True)
        nowhere = not anywhere or any(each.term.name and not each.known for each in self._terms)
        if self._asked.of_whom and self._asked.form is Form.ROWS and not self._asked.parties and nowhere:
            return self._absent(_as_written([each.term.text for each in self._terms], self._question.text))
        return None

    def _of_title(self) -> list[Row]:
        """The rows of a step whose title has all words of the subject, where no row has them all itself."""
        terms = self._terms
        rows = self._fitting()
        if len(terms) < 2 or any(all(holds(row.own, term) for term in terms) for row in rows):
            return []
        return [row for row in rows if all(holds(row.title, term) for term in terms)]

    def _absent(self, written: str) -> Found:
        """Who is named in no row may stand in the footnote at one."""
        party = Party(written, noted=True)
        rows = [row for row in self._newest.rows.all if self._fits(row) and names_party(row.registered, party)]
        found = self._found(rows, absent=written)
        return replace(found, asked=replace(self._asked, parties=(party,), terms=()), absent="") if rows else found

    def _of_step(self) -> Found | None:
        """All rows of a step whose number is named: what else the question says puts it in other words."""
        rows = self._fitting()
        return self._found(rows) if rows else None

    def _none(self) -> Found | None:
        asked = self._asked
        return self._found(()) if asked.named or asked.window or asked.standings else None

    def _matches(self) -> list[Match]:
        return self._newest.rows.holding(self._terms, self._fits)

    def _most(self) -> Found | None:
        """Parties or steps by their actions; of several with most none is told, unless they are steps."""
        of_steps, most = self._asked.of_steps, self._asked.form is Form.MOST
        actions = [row.registered for row in self._fitting()]
        winners = leaders(actions, of_steps, most)
        if not winners or (of_steps and len(self._agendas) > 1) or (len(winners) > 1 and most and not of_steps):
            return None
        chosen = [row for row in self._fitting() if winners & counted(row.registered, of_steps)]
        names = names_of(winners, [row.registered for row in chosen], of_steps)
        return replace(self._found(chosen), most=names)

    # --- what fits

    def _fits(self, row: Row) -> bool:
        return self._conditions.fit(row.registered)

    def _fitting(self) -> list[Row]:
        return [row for row in self._newest.rows.all if self._fits(row)]

    def _found(self, rows: Iterable[Row], unknown_steps: tuple[int, ...] = (), absent: str = "") -> Found:
        older = tuple(each for agenda in self._agendas for each in self._newest.older[agenda.info.document])
        actions = tuple(row.registered for row in rows)
        return Found(self._asked, actions, self._agendas, older, unknown_steps, absent)


def _of_titles(agendas: tuple[RegisteredAgenda, ...], words: frozenset[str]) -> tuple[RegisteredAgenda, ...]:
    """The agendas whose titles hold these words; all, where the question names none."""
    return tuple(each for each in agendas if words <= set(tokens(each.info.title))) or agendas


def _undated(actions: Sequence[RegisteredAction]) -> int:
    return sum(action.action.when.end is None for action in actions)


def _as_written(terms: Sequence[str], text: str) -> str:
    """The words of the terms as the question writes them."""
    wanted = {word for term in terms for word in term.split()}
    return " ".join(word.strip(".,?!:;'\"") for word in text.split() if wanted & set(tokens(word)))
