"""The register of agendas: what the documents say, and what is known of it besides."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import UTC, date, datetime

from assistant.agenda.filtering import matching
from assistant.domain.agenda import (
    Action,
    ActionFilter,
    Agenda,
    AgendaInfo,
    Owner,
    RegisteredAction,
    RegisteredAgenda,
    ResolvedOwner,
)
from assistant.domain.documents import Origin
from assistant.domain.errors import NoAgenda, UnknownAction
from assistant.domain.reports import DocumentSummary
from assistant.library.library import Library

ResolveOwner = Callable[[Owner], ResolvedOwner]
TouchedParties = Callable[[Action], tuple[ResolvedOwner, ...]]


def today() -> date:
    """The day that it is where the program runs."""
    return datetime.now(UTC).astimezone().date()


@dataclass(frozen=True)
class _Memory:
    """What was read at one state of the library."""

    state: tuple[int, int]
    agendas: tuple[RegisteredAgenda, ...] = ()
    actions: tuple[RegisteredAction, ...] = ()
    by_id: Mapping[str, RegisteredAction] = field(default_factory=dict)
    read: Mapping[str, Agenda] = field(default_factory=dict)


class AgendaRegister:
    """Safe to use from several threads; sees what other processes change at the next question.

    An agenda is read once for each version of its document.
    """

    def __init__(
        self,
        library: Library,
        resolve: ResolveOwner,
        touched: TouchedParties,
        clock: Callable[[], date] = today,
    ) -> None:
        self._library = library
        self._resolve = resolve
        self._touched = touched
        self._clock = clock
        self._lock = threading.Lock()
        self._memory = _Memory((-1, -1))

    def agendas(self) -> tuple[RegisteredAgenda, ...]:
        """Newest first, then by title."""
        return self._current().agendas

    def actions(self, wanted: ActionFilter) -> tuple[RegisteredAction, ...]:
        return matching(self._current().actions, wanted, self._clock())

    def action(self, id: str) -> RegisteredAction:  # noqa: A002  (its own name)
        """Raises ``UnknownAction``."""
        if found := self._current().by_id.get(id):
            return found
        raise UnknownAction(f"Er is geen actie {id!r}: 'wiewatwanneer agenda' toont welke er zijn.")

    def agenda(self, document: str) -> RegisteredAgenda:
        """Raises ``NoAgenda``."""
        for each in self._current().agendas:
            if each.info.document == document:
                return each
        known = ", ".join(sorted(each.info.document for each in self._current().agendas))
        hint = f"kies uit {known}" if known else "er is nog geen document met een agenda ingelezen"
        raise NoAgenda(f"In {document} is geen agenda gevonden: {hint}.")

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
        read = self._agendas(before.read)
        known = {each.id: each for each in self._library.documents()}
        agendas = [
            self._registered(each, _info(known[each.document])) for each in read.values() if each.document in known
        ]
        agendas.sort(key=lambda each: (each.info.title.casefold(), each.info.document))
        agendas.sort(key=lambda each: each.info.date, reverse=True)
        actions = tuple(action for agenda in agendas for action in agenda.actions)
        return _Memory(state, tuple(agendas), actions, {each.action.id: each for each in actions}, read)

    def _agendas(self, before: Mapping[str, Agenda]) -> dict[str, Agenda]:
        versions = self._library.agenda_versions()
        kept = {document: agenda for document, agenda in before.items() if versions.get(document) == agenda.version}
        fresh = self._library.agendas([document for document in versions if document not in kept])
        return kept | {each.document: each for each in fresh}

    def _registered(self, agenda: Agenda, info: AgendaInfo) -> RegisteredAgenda:
        return RegisteredAgenda(info, agenda, tuple(self._actions(agenda, info)))

    def _actions(self, agenda: Agenda, info: AgendaInfo) -> Iterator[RegisteredAction]:
        for step in agenda.steps:
            for action in step.actions:
                owners: Sequence[ResolvedOwner] = [self._resolve(each) for each in action.owners]
                yield RegisteredAction(info, step, action, action, tuple(owners), self._touched(action))


def _info(document: DocumentSummary) -> AgendaInfo:
    return AgendaInfo(document.id, document.title, document.date, document.origin is Origin.DIGEST)
