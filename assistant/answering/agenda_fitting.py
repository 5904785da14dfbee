"""Whether an action fits the conditions of a question: its step, dates, standing, status, number and parties."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date

from assistant.answering.agenda_forms import Form
from assistant.answering.agenda_parties import Concerns, may_concern, owned_by
from assistant.answering.agenda_question import AgendaQuestion
from assistant.domain.agenda import RegisteredAction


@dataclass(frozen=True, slots=True)
class Conditions:
    """``documents`` are the agendas that are meant; ``concerns`` says whether an action is a party's."""

    asked: AgendaQuestion
    documents: Collection[str]
    today: date
    concerns: Concerns

    def fit(self, action: RegisteredAction) -> bool:
        return (
            action.agenda.document in self.documents
            and self._is_numbered(action)
            and self._is_dated(action)
            and self._is_of_parties(action)
        )

    def _is_numbered(self, action: RegisteredAction) -> bool:
        asked, code = self.asked, self.asked.selection.code
        return (not asked.steps or action.step.number in asked.steps) and (not code or code in _codes(action))

    def _is_dated(self, action: RegisteredAction) -> bool:
        asked = self.asked
        if asked.standings and action.standing(self._day) not in asked.standings:
            return False
        if asked.statuses and (not action.status or action.status.status not in asked.statuses):
            return False
        return not asked.window or self._leaves_dates_open or asked.window.holds(action.action.when)

    def _is_of_parties(self, action: RegisteredAction) -> bool:
        asked = self.asked
        if any(may_concern(action, party) for party in asked.without):
            return False
        if asked.selection.alone and asked.parties and not owned_by(action, asked.parties):
            return False
        quantified = all if asked.together else any
        return not asked.parties or quantified(self.concerns(action, party) for party in asked.parties)

    @property
    def _is_of_one_day(self) -> bool:
        return bool(self.asked.standings and self.asked.window and self.asked.window.is_of_one_day)

    @property
    def _day(self) -> date:
        return self.asked.window.first if self.asked.window and self._is_of_one_day else self.today

    @property
    def _leaves_dates_open(self) -> bool:
        """Where actions stand on a day is computed, and whether one runs then is what is asked of it."""
        return self._is_of_one_day or (self.asked.whether and self.asked.form is Form.ROW)


def _codes(action: RegisteredAction) -> tuple[str, str]:
    """How an action is numbered: by its document, or by its step and its place there."""
    return action.action.number, action.action.id.rpartition(":")[2]
