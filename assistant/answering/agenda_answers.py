"""Answers from the register of agendas: its rows as statements to prove, and the words around them.

A row is said in its literal words. What is counted, corrected or recorded is the program's own, and stands around it.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from assistant.answering.agenda_finding import Found
from assistant.answering.agenda_forms import Form
from assistant.answering.agenda_parties import Party, definitions_of, groups_with, names_itself
from assistant.answering.agenda_selection import Selection
from assistant.answering.agenda_statements import Pages, note_statements, quoted, row_statements, title_statement
from assistant.answering.agenda_windows import Window
from assistant.answering.agenda_wording import Wording
from assistant.answering.asking import Asks
from assistant.answering.framing import Frame
from assistant.answering.statements import Statement
from assistant.answering.understanding import Understanding
from assistant.domain.agenda import RegisteredAction, ResolvedOwner, Step
from assistant.domain.passages import Passage

MOST_ROWS = 40  # rows that an answer shows; it says how many there are
MOST_OLDER = 3  # earlier versions that it names


@dataclass(frozen=True, slots=True)
class Reply:
    """Statements that are yet to be proven, with their frame; without any, ``said`` is why there are none."""

    statements: tuple[Statement, ...] = ()
    frame: Frame = Frame()  # noqa: RUF009  (it is frozen)
    said: tuple[str, ...] = ()


def reply(found: Found, question: Understanding, rows: Sequence[Passage], pages: Pages, wording: Wording) -> Reply:
    """``rows`` are the passages of tables, which know the names of their columns."""
    if found.unknown_steps:
        return Reply(said=wording.unknown_steps(found.unknown_steps, found.considered))
    if found.asked.impossible:
        return Reply(said=(wording.impossible(found.asked.impossible),))
    if found.asked.unclear:
        return Reply(said=(wording.unclear(),))
    if found.asked.form is Form.STEPS and not found.asked.narrows:
        return _steps(found, pages, wording)
    if not found.rows:
        return Reply(said=(wording.nothing(found),))
    if found.asked.form is Form.MEMBERS:
        return _members(found, pages)
    return _Told(found, question, rows, pages, wording).reply()


def _steps(found: Found, pages: Pages, wording: Wording) -> Reply:
    """The titles of all steps, counted agenda by agenda."""
    statements: list[Statement] = []
    before: dict[Statement, str] = {}
    for agenda in found.considered:
        titles = [title_statement(step, pages) for step in agenda.agenda.steps if step.quotation]
        shown = [title for title in titles if title]
        if shown:
            before[shown[0]] = wording.steps(agenda)
            statements += shown
    return Reply(tuple(statements), Frame(before=before))


def _members(found: Found, pages: Pages) -> Reply:
    """Who a group is, in the document's own words."""
    (group,) = found.asked.parties
    notes = (note for action in found.rows for note in definitions_of(action, group))
    return Reply(tuple(dict.fromkeys(each for note in notes for each in note_statements(note, pages))))


class _Told:
    """Rows as statements, in the register's order, each agenda and step opened by its name."""

    def __init__(
        self, found: Found, question: Understanding, rows: Sequence[Passage], pages: Pages, wording: Wording
    ) -> None:
        self._found = found
        self._question = question
        documents = {action.agenda.document for action in found.rows[:MOST_ROWS]}
        self._passages = [each for each in rows if each.document in documents]
        self._pages = pages
        self._wording = wording
        self._before: dict[Statement, str] = {}
        self._after: dict[Statement, str] = {}

    @property
    def _window(self) -> Window | None:
        """The dates of which is asked whether the one action holds them."""
        return self._found.asked.window if self._found.asked.form is Form.ROW else None

    def reply(self) -> Reply:
        shown = self._found.rows[:MOST_ROWS]
        statements = [*self._rows(shown), *self._definitions(shown)]
        opening = self._wording.opening(self._found, len(shown)) if self._is_counted() else ""
        closing = "\n".join(filter(None, (self._beyond(), self._wording.older(self._found.older[:MOST_OLDER]))))
        return Reply(tuple(dict.fromkeys(statements)), Frame(opening, self._before, self._after, closing))

    def _is_counted(self) -> bool:
        asked = self._found.asked
        filtered = asked.parties or asked.without or asked.window or asked.standings or asked.statuses or asked.terms
        chosen = bool(filtered) or asked.counts or asked.owners or asked.selection != Selection()
        counted = asked.form in (Form.MOST, Form.LEAST, Form.STEPS)
        return counted or (asked.form is Form.ROWS and (chosen or not asked.steps))

    def _rows(self, actions: Sequence[RegisteredAction]) -> Iterator[Statement]:
        titled = self._found.asked.form is not Form.ROW or Asks.STEP in self._question.asks
        document, step = "", Step(None, "", ())
        several = len(self._found.considered) > 1
        for action in actions:
            opens: list[Statement] = []
            if titled and (action.agenda.document, action.step) != (document, step):
                title = title_statement(action.step, self._pages)
                opens += [title] if title else []
            statements = row_statements(action, self._passages, self._pages)
            if several and action.agenda.document != document and (opens or statements):
                self._before[(opens or statements)[0]] = self._wording.of_agenda(action.agenda)
            document, step = action.agenda.document, action.step
            yield from (*opens, *statements, *self._known_besides(action, statements))

    def _known_besides(self, action: RegisteredAction, statements: Sequence[Statement]) -> Iterator[Statement]:
        """Corrections stand behind the row; a recorded status is proven by words of its own."""
        told = [*map(self._wording.correction, action.corrections)]
        if self._found.asked.whether:
            told.append(self._wording.standing(action, self._window))
        told += [self._wording.partakes(action, party) for party in self._found.asked.whose]
        if statements and told:
            self._after[statements[-1]] = "\n".join(told)
        if action.status and (proof := quoted(action.status.proof)):
            self._before[proof] = self._wording.recorded(action.status)
            yield proof

    def _definitions(self, actions: Sequence[RegisteredAction]) -> Iterator[Statement]:
        """Through which group a party is in a row, with the footnote that says who that is."""
        for party in (*self._found.asked.parties, *self._found.asked.whose):
            for group in _groups(actions, party):
                told = self._wording.through(party, group)
                notes = note_statements(group.definition, self._pages) if group.definition else ()
                if notes:
                    self._before[notes[0]] = told
                    yield from notes
                else:
                    self._note(actions, group, told)

    def _beyond(self) -> str:
        """Rows with a group that no document puts the party in are counted, not shown as its own."""
        groups = [
            group.owner.name.lower()
            for action in self._found.beyond
            for party in self._found.asked.parties
            for group in groups_with(action, party)
        ]
        if not groups:
            return ""
        parties = ", ".join(party.written for party in self._found.asked.parties)
        return self._wording.beyond(len(self._found.beyond), tuple(dict.fromkeys(groups)), parties)

    def _note(self, actions: Sequence[RegisteredAction], group: ResolvedOwner, told: str) -> None:
        """Says it behind the last row, where no footnote can be shown."""
        last = row_statements(actions[-1], self._passages, self._pages)[-1:]
        for statement in last:
            self._after[statement] = "\n".join(filter(None, (self._after.get(statement, ""), told)))


def _groups(actions: Iterable[RegisteredAction], party: Party) -> Iterator[ResolvedOwner]:
    """The groups by which a party is in these rows, each once; none by which it is named in the same row itself."""
    known: set[str] = set()
    for action in actions:
        if names_itself(action, party):
            continue
        for group in groups_with(action, party):
            key = group.definition.text if group.definition else group.owner.name.casefold()
            if key not in known:
                known.add(key)
                yield group
