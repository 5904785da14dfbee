"""Two versions of an agenda beside each other, action by action."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from assistant.domain.agenda import AgendaInfo, Quotation, RegisteredAction


class Change(StrEnum):
    """What happened to an action from one version to the next; several may have happened to one."""

    NEW = "new"
    GONE = "gone"
    TERM = "term"  # moved in time
    OWNERS = "owners"  # given to others, or to the same in another role
    WORDING = "wording"
    STEP = "step"  # moved to another step


@dataclass(frozen=True, slots=True)
class ActionChange:
    """An action in both versions, or in one of them; without ``changes`` it is the same in both."""

    old: RegisteredAction | None
    new: RegisteredAction | None
    changes: tuple[Change, ...] = ()

    @property
    def sources(self) -> tuple[Quotation, ...]:
        """The words of both versions, the older first."""
        return tuple(each.action.quotation for each in (self.old, self.new) if each)


@dataclass(frozen=True, slots=True)
class AgendaDiff:
    """``actions`` stand in the order of the new version, those that are gone after them in the order of the old one.

    ``related`` is False for two agendas that share so little that they are no versions of one; then all that is old is
    gone and all that is new is new.
    """

    old: AgendaInfo
    new: AgendaInfo
    related: bool
    actions: tuple[ActionChange, ...]

    @property
    def changed(self) -> tuple[ActionChange, ...]:
        return tuple(each for each in self.actions if each.changes)
