"""The program's own sentences around rows of the register: counts, conditions, corrections, versions."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date

from assistant.answering.agenda_counting import counts
from assistant.answering.agenda_finding import Found
from assistant.answering.agenda_forms import Form
from assistant.answering.agenda_parties import Party, key_of, may_concern
from assistant.answering.agenda_selection import Selection
from assistant.answering.agenda_windows import Edge, Window
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
_EDGES = {Edge.ANY_DAY: "term", Edge.START: "begin", Edge.END: "end", Edge.NOT_BEGUN: "not_begun"}


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
        conditions = "; ".join(self._conditions(found))
        if found.most:
            said = self._most(found)
        elif found.asked.form is Form.STEPS:
            steps = len({(each.agenda.document, each.step) for each in found.rows})
            of = sum(len(agenda.agenda.steps) for agenda in found.considered)
            said = self._texts["steps_of_one" if steps == 1 else "steps_of"].format(
                count=steps, total=of, agendas=agendas, conditions=conditions
            )
        elif conditions:
            key = "count_one" if count == 1 else "count"
            said = self._texts[key].format(count=count, total=total, agendas=agendas, conditions=conditions)
        else:
            said = self._texts["all"].format(total=total, agendas=agendas)
        sentences = [said]
        if Standing.ENDED in found.asked.standings:
            sentences.append(self._texts["ended"])
        if found.asked.compares:
            shares = ((party, sum(may_concern(row, party) for row in found.rows)) for party in found.asked.parties)
            sentences.append(", ".join(f"{party.written}: {count}" for party, count in shares) + ".")
        if found.asked.owners:
            names = {key_of(each): each.owner.name for action in found.rows for each in action.owners}
            sentences.append(self._texts["owners"].format(count=len(names), names=", ".join(names.values())))
        if found.undated:
            sentences.append(self._texts["undated"].format(count=found.undated))
        if shown < count:
            sentences.append(self._texts["more"].format(count=shown))
        return " ".join(sentences)

    def _most(self, found: Found) -> str:
        asked, names = found.asked, found.most
        if asked.of_steps:
            names = tuple(self._texts["step"].format(number=number) for number in names)
        held = counts(found.rows, asked.of_steps)
        each = (max if asked.form is Form.MOST else min)(held.values())
        said = self._texts[f"{asked.form.value}_each" if len(names) > 1 else asked.form.value].format(
            names=", ".join(names),
            count=each,
            total=self._total(found),
            agendas=self._names(found.considered),
            kind=self._texts["a_step" if asked.of_steps else "a_party"],
        )
        return f"{said[0].upper()}{said[1:]}"

    def nothing(self, found: Found) -> str:
        """That no row fits."""
        total, agendas = self._total(found), self._names(found.considered)
        if found.absent:
            return self._texts["absent"].format(total=total, agendas=agendas, name=found.absent)
        return self._texts["none"].format(total=total, agendas=agendas, conditions="; ".join(self._conditions(found)))

    def impossible(self, written: str) -> str:
        return self._texts["impossible"].format(date=written)

    def unclear(self) -> str:
        return self._texts["unclear"]

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
        if asked.without:
            yield texts["without"].format(name=", ".join(party.written for party in asked.without))
        if asked.steps:
            yield texts["step"].format(number=", ".join(map(str, asked.steps)))
        of_day = asked.window if asked.standings and asked.window and asked.window.is_of_one_day else None
        if asked.window and not of_day:
            yield self._when(asked.window)
        if asked.standings:
            standings = ", ".join(self._agenda.standings[each.value] for each in asked.standings)
            yield texts["standing"].format(date=self._date(of_day.first if of_day else self._today), standing=standings)
        if asked.statuses:
            yield texts["status"].format(status=", ".join(self._agenda.statuses[each.value] for each in asked.statuses))
        if asked.terms:
            yield texts["subject"].format(words=" ".join(term.text for term in asked.terms))
        yield from self._selected(asked.selection)

    def _selected(self, selection: Selection) -> Iterator[str]:
        if selection.alone:
            yield self._texts["alone"]
        if selection.extreme:
            yield self._texts[selection.extreme.value]
        if selection.code:
            yield self._texts["code"].format(number=selection.code)
        if selection.place:
            yield self._texts["last" if selection.place < 0 else "place"].format(number=selection.place)

    def _when(self, window: Window) -> str:
        windows = (window, window.also) if window.also else (window,)
        return "; ".join(self._texts[_EDGES[each.edge]].format(window=each.text) for each in windows)

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

    def standing(self, action: RegisteredAction, window: Window | None) -> str:
        """Where the action stands by its term, which does not say whether it is done; or whether its term fits."""
        if window:
            key = "within" if window.holds(action.action.when) else "outside"
            return self._texts[key].format(condition=self._when(window))
        standing = action.standing(self._today)
        said = self._texts["standing"].format(
            date=self._date(self._today), standing=self._agenda.standings[standing.value]
        )
        sentence = f"{said[0].upper()}{said[1:]}."
        return f"{sentence} {self._texts['ended']}" if standing is Standing.ENDED else sentence

    def partakes(self, action: RegisteredAction, party: Party) -> str:
        """Whether the row names a party, itself or through a group."""
        return self._texts["names" if may_concern(action, party) else "names_not"].format(party=party.written)

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
