"""The program's own sentences around rows of the register: counts, conditions, corrections, versions."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date

from assistant.answering.agenda_finding import Found
from assistant.answering.agenda_parties import Party
from assistant.answering.agenda_question import Form
from assistant.answering.agenda_windows import Edge
from assistant.domain.agenda import (
    AgendaInfo,
    Correction,
    RecordedStatus,
    RegisteredAction,
    RegisteredAgenda,
    ResolvedOwner,
    Standing,
)
from assistant.texts import LANGUAGES, texts_in

MOST_NAMED = 3  # agendas that a sentence names; of more it says how many
_EDGES = {Edge.ANY_DAY: "term", Edge.START: "begin", Edge.END: "end"}


class Wording:
    def __init__(self, language: str, today: date) -> None:
        texts = texts_in(language if language in LANGUAGES else LANGUAGES[0])
        self._texts = texts.answer.register
        self._answer = texts.answer
        self._agenda = texts.agenda
        self._today = today

    # --- counts

    def opening(self, found: Found, shown: int) -> str:
        """How many rows fit, and to what; the rows themselves follow."""
        count, total, agendas = len(found.rows), self._total(found), self._names(found.considered)
        if found.asked.form is Form.MOST:
            said = self._texts["most"].format(names=", ".join(found.most), count=count, total=total, agendas=agendas)
        elif conditions := "; ".join(self._conditions(found)):
            key = "count_one" if count == 1 else "count"
            said = self._texts[key].format(count=count, total=total, agendas=agendas, conditions=conditions)
        else:
            said = self._texts["all"].format(total=total, agendas=agendas)
        sentences = [said]
        if Standing.ENDED in found.asked.standings:
            sentences.append(self._texts["ended"])
        if shown < count:
            sentences.append(self._texts["more"].format(count=shown))
        return " ".join(sentences)

    def nothing(self, found: Found) -> str:
        """That no row fits."""
        total, agendas = self._total(found), self._names(found.considered)
        if found.absent:
            return self._texts["absent"].format(total=total, agendas=agendas, name=found.absent)
        return self._texts["none"].format(total=total, agendas=agendas, conditions="; ".join(self._conditions(found)))

    def steps(self, agenda: RegisteredAgenda) -> str:
        return self._texts["steps"].format(agenda=_named(agenda.info), count=len(_numbers(agenda)))

    def unknown_steps(self, steps: Sequence[int], agendas: Sequence[RegisteredAgenda]) -> tuple[str, ...]:
        said = self._answer.abstentions["step"].format(detail=", ".join(map(str, steps)))
        if len(agendas) == 1:
            numbers = _numbers(agendas[0])
            span = self._answer.step_range.format(first=numbers[0], last=numbers[-1])
            return said, self._answer.known_steps.format(count=len(numbers), range=span)
        numbered = [agenda for agenda in agendas if _numbers(agenda)]
        return said, *map(self.steps, numbered[:MOST_NAMED])

    def _conditions(self, found: Found) -> Iterator[str]:
        asked, texts = found.asked, self._texts
        joint = texts["and"] if asked.together else ", "
        if asked.parties:
            yield texts["party"].format(name=joint.join(party.written for party in asked.parties))
        if asked.steps:
            yield texts["step"].format(number=", ".join(map(str, asked.steps)))
        if asked.window:
            yield texts[_EDGES[asked.window.edge]].format(window=asked.window.text)
        if asked.standings:
            standings = ", ".join(self._agenda.standings[each.value] for each in asked.standings)
            yield texts["standing"].format(date=self._date(self._today), standing=standings)
        if asked.statuses:
            yield texts["status"].format(status=", ".join(self._agenda.statuses[each.value] for each in asked.statuses))
        if asked.terms:
            yield texts["subject"].format(words=" ".join(term.text for term in asked.terms))

    def _total(self, found: Found) -> int:
        return sum(len(agenda.actions) for agenda in found.considered)

    def _names(self, agendas: Sequence[RegisteredAgenda]) -> str:
        if len(agendas) > MOST_NAMED:
            return self._texts["agendas"].format(count=len(agendas))
        return ", ".join(_named(agenda.info) for agenda in agendas)

    # --- what stands beside a row

    def of_agenda(self, agenda: AgendaInfo) -> str:
        return self._texts["of_agenda"].format(agenda=_named(agenda))

    def older(self, agendas: Sequence[RegisteredAgenda]) -> str:
        named = ", ".join(_dated(agenda.info) for agenda in agendas)
        return self._texts["older"].format(agendas=named) if named else ""

    def through(self, party: Party, group: ResolvedOwner) -> str:
        key = "through_note" if group.definition else "through_register"
        return self._texts[key].format(party=party.written, group=group.owner.name)

    def beyond(self, count: int, groups: Sequence[str], parties: str) -> str:
        named = ", ".join(f"‘{group}’" for group in groups)
        key = "beyond_one" if count == 1 else "beyond"
        return self._texts[key].format(count=count, groups=named, party=parties)

    def correction(self, correction: Correction) -> str:
        return self._texts["corrected"].format(
            date=self._date(correction.at.date()),
            by=correction.by,
            column=self._agenda.columns.get(correction.column, correction.column),
            value=correction.value,
            why=correction.why,
        )

    def standing(self, action: RegisteredAction) -> str:
        """Where the action stands by its term, which does not say whether it is done."""
        standing = action.standing(self._today)
        said = self._texts["standing"].format(
            date=self._date(self._today), standing=self._agenda.standings[standing.value]
        )
        sentence = f"{said[0].upper()}{said[1:]}."
        return f"{sentence} {self._texts['ended']}" if standing is Standing.ENDED else sentence

    def recorded(self, status: RecordedStatus) -> str:
        return self._texts["recorded"].format(
            status=self._agenda.statuses[status.status.value], date=self._date(status.at.date()), by=status.by
        )

    def _date(self, day: date) -> str:
        return f"{day.day}-{day.month}-{day.year}"


def _named(agenda: AgendaInfo) -> str:
    return f"‘{agenda.title}’"


def _dated(agenda: AgendaInfo) -> str:
    return f"{_named(agenda)} ({agenda.date})" if agenda.date else f"{_named(agenda)} ({agenda.document})"


def _numbers(agenda: RegisteredAgenda) -> list[int]:
    return sorted({step.number for step in agenda.agenda.steps if step.number is not None})
