"""The register of agendas: what the documents say, and what is known of it besides."""

from __future__ import annotations

import threading
from collections import defaultdict
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime
from typing import TypeVar

from assistant.agenda.correcting import Placed, corrected, is_of, placed_actions, why_impossible
from assistant.agenda.diffing import diff
from assistant.agenda.filtering import matching
from assistant.agenda.parties import Parties
from assistant.agenda.proving import is_row_of, proof
from assistant.clock import in_utc, now
from assistant.domain.agenda import (
    Action,
    ActionFilter,
    Agenda,
    AgendaInfo,
    Correction,
    RecordedStatus,
    RegisteredAction,
    RegisteredAgenda,
    Status,
)
from assistant.domain.agenda_diff import AgendaDiff
from assistant.domain.documents import Origin
from assistant.domain.errors import BadCorrection, NoAgenda, NotProven, UnknownAction
from assistant.domain.phrases import Phrase
from assistant.domain.reports import DocumentSummary
from assistant.library.library import Library

Said = Mapping[str, Sequence[Correction]]
Recorded = Mapping[str, Sequence[RecordedStatus]]


@dataclass(frozen=True)
class _Memory:
    """What was read at one state of the library."""

    state: tuple[int, int]
    agendas: tuple[RegisteredAgenda, ...] = ()
    actions: tuple[RegisteredAction, ...] = ()
    by_id: Mapping[str, RegisteredAction] = field(default_factory=dict)
    read: Mapping[str, RegisteredAgenda] = field(default_factory=dict)  # without what people said
    detached: tuple[Correction | RecordedStatus, ...] = ()


class AgendaRegister:
    """Safe to use from several threads; sees what other processes change at the next question.

    An agenda is read once for each version of its document.
    """

    def __init__(self, library: Library, parties: Parties, clock: Callable[[], datetime] = now) -> None:
        """``clock`` gives moments with their time zone."""
        self._library = library
        self._parties = parties
        self._clock = clock
        self._lock = threading.Lock()
        self._memory = _Memory((-1, -1))

    def agendas(self) -> tuple[RegisteredAgenda, ...]:
        """Newest first, then by title."""
        return self._current().agendas

    def actions(self, wanted: ActionFilter) -> tuple[RegisteredAction, ...]:
        return matching(self._current().actions, wanted, self._clock().date())

    def action(self, id: str) -> RegisteredAction:  # noqa: A002  (its own name)
        """Raises ``UnknownAction``."""
        if found := self._current().by_id.get(id):
            return found
        raise UnknownAction("Er is geen actie {action!r}: 'wiewatwanneer agenda' toont welke er zijn.", action=id)

    def agenda(self, document: str) -> RegisteredAgenda:
        """Raises ``NoAgenda``."""
        for each in self._current().agendas:
            if each.info.document == document:
                return each
        if known := sorted(each.info.document for each in self._current().agendas):
            raise NoAgenda(
                "In {document} is geen agenda gevonden: kies uit {known}.", document=document, known=", ".join(known)
            )
        raise NoAgenda(
            "In {document} is geen agenda gevonden: er is nog geen document met een agenda ingelezen.",
            document=document,
        )

    def diff(self, old: str, new: str) -> AgendaDiff:
        """Of the agendas of two documents. Raises ``NoAgenda``."""
        return diff(self.agenda(old), self.agenda(new))

    def detached(self) -> tuple[Correction | RecordedStatus, ...]:
        """Oldest first."""
        return self._current().detached

    def correct(self, corrections: Sequence[Correction]) -> None:
        """Keeps all of them, or none: raises ``BadCorrection``."""
        found = [(place, self._problem(each)) for place, each in enumerate(corrections)]
        if problems := [(place, problem) for place, problem in found if problem]:
            raise BadCorrection(problems)
        rows = [replace(each, row=self.action(each.action).read.what) for each in corrections]
        self._library.annotations.add_corrections(rows)

    def record(
        self, action: str, status: Status, document: str, words: str, by: str, remark: str = ""
    ) -> RecordedStatus:
        """Raises ``NotProven``, ``UnknownAction`` or ``UnknownDocument``."""
        read = self.action(action).read
        if not by.strip():
            raise NotProven("Bij een status hoort wie haar vastlegt: vul een naam in.")
        proven = proof(words, document, self._library.document(document).pages)
        if not read.status and is_row_of(proven, read):
            raise NotProven("Dit is de rij van de actie zelf, die niet zegt wat ervan kwam: neem andere woorden over.")
        at = in_utc(self._clock())
        recorded = RecordedStatus(action, status, proven, by.strip(), at, remark.strip(), read.what)
        self._library.annotations.add_status(recorded)
        return recorded

    def _problem(self, correction: Correction) -> Phrase | None:
        try:
            document = self.action(correction.action).agenda.document
        except UnknownAction as error:
            return error.sentence
        return why_impossible(correction, self.agenda(document).agenda, self._parties)

    def state(self) -> tuple[int, int]:
        """Higher after every change of a document or of what people said: what was derived is current while equal."""
        return self._library.changes(), self._library.annotations.count()

    def _current(self) -> _Memory:
        """What was read last, where that is still so. Two threads may read at once, and find the same."""
        state = self.state()
        memory = self._memory
        if memory.state == state:
            return memory
        memory = self._read(state, memory)
        with self._lock:
            if memory.state > self._memory.state:
                self._memory = memory
        return memory

    def _read(self, state: tuple[int, int], before: _Memory) -> _Memory:
        read = self._as_read(before.read)
        placed = {id_: each for agenda in read.values() for id_, each in placed_actions(agenda.agenda).items()}
        corrections, recorded = self._library.annotations.corrections(), self._library.annotations.statuses()
        said: Said = _by_action([each for each in corrections if is_of(each.row, placed, each.action)])
        proven: Recorded = _by_action([each for each in recorded if is_of(each.row, placed, each.action)])
        agendas = [self._with_what_was_said(each, said, proven) for each in read.values()]
        agendas.sort(key=lambda each: (each.info.title.casefold(), each.info.document))
        agendas.sort(key=lambda each: each.info.date, reverse=True)
        actions = tuple(action for agenda in agendas for action in agenda.actions)
        everything: list[Correction | RecordedStatus] = [*corrections, *recorded]
        detached = [each for each in everything if not is_of(each.row, placed, each.action)]
        return _Memory(
            state=state,
            agendas=tuple(agendas),
            actions=actions,
            by_id={each.action.id: each for each in actions},
            read=read,
            detached=tuple(sorted(detached, key=lambda each: each.at)),
        )

    def _as_read(self, before: Mapping[str, RegisteredAgenda]) -> dict[str, RegisteredAgenda]:
        """Each agenda as its document has it, by document; those that were read before are not read again."""
        versions = self._library.agenda_versions()
        kept = {id_: each for id_, each in before.items() if versions.get(id_) == each.agenda.version}
        fresh = self._library.agendas([document for document in versions if document not in kept])
        if fresh:
            known = {each.id: each for each in self._library.documents()}
            found = ((each, known.get(each.document)) for each in fresh)
            kept |= {each.document: self._resolved(each, _info(each, document)) for each, document in found if document}
        return kept

    def _resolved(self, agenda: Agenda, info: AgendaInfo) -> RegisteredAgenda:
        actions = (
            self._registered(info, Placed(action, step), action) for step in agenda.steps for action in step.actions
        )
        return RegisteredAgenda(info, agenda, tuple(actions))

    def _registered(self, info: AgendaInfo, now: Placed, read: Action) -> RegisteredAction:
        return RegisteredAction(
            agenda=info,
            step=now.step,
            action=now.action,
            read=read,
            owners=tuple(map(self._parties.resolve, now.action.owners)),
            touched=self._parties.touched(now.action),
        )

    def _with_what_was_said(self, agenda: RegisteredAgenda, said: Said, proven: Recorded) -> RegisteredAgenda:
        if not any(each.action.id in said or each.action.id in proven for each in agenda.actions):
            return agenda
        actions = [self._changed(each, agenda.agenda, said, proven) for each in agenda.actions]
        order = {id(step): place for place, step in enumerate(agenda.agenda.steps)}
        return replace(agenda, actions=tuple(sorted(actions, key=lambda each: order[id(each.step)])))

    def _changed(self, read: RegisteredAction, agenda: Agenda, said: Said, proven: Recorded) -> RegisteredAction:
        changes, statuses = said.get(read.action.id, ()), tuple(reversed(proven.get(read.action.id, ())))
        if not changes:
            return replace(read, statuses=statuses)
        now = corrected(Placed(read.read, read.step), changes, agenda, self._parties)
        return replace(
            self._registered(read.agenda, now, read.read),
            corrections=tuple(reversed(changes)),
            statuses=statuses,
            read_step=None if now.step is read.step else read.step,
        )


def _info(agenda: Agenda, document: DocumentSummary) -> AgendaInfo:
    title = agenda.title or document.title
    return AgendaInfo(document.id, title, document.date, document.origin is Origin.DIGEST)


SaidOfAction = TypeVar("SaidOfAction", Correction, RecordedStatus)


def _by_action(said: Sequence[SaidOfAction]) -> dict[str, list[SaidOfAction]]:
    found: dict[str, list[SaidOfAction]] = defaultdict(list)
    for each in said:
        found[each.action].append(each)
    return found
