"""Agendas, their differences and parties as text for a terminal and as JSON."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date
from typing import Any

from assistant.agenda.concerning import Concern
from assistant.agenda.exports import wording
from assistant.domain.agenda import Correction, RecordedStatus, RegisteredAction, RegisteredAgenda
from assistant.domain.agenda_diff import ActionChange, AgendaDiff, Change
from assistant.presentation import counted, table
from assistant.texts import Texts

Json = dict[str, Any]


def actions_as_text(actions: Sequence[RegisteredAction], on: date, texts: Texts) -> str:
    """A table for each agenda, with a line that counts the actions."""
    words = texts.agenda
    header = (words.step, words.what, words.who, words.when, words.standing, words.source, "Id")
    tables = [
        f"{first.agenda.title} ({first.agenda.document})\n"
        + table([header, *(_row(each, on, texts) for _, group in steps for each in group)])
        for first, steps in wording.by_agenda_and_step(actions)
    ]
    count, day = len(actions), on.isoformat()
    line = (texts.register.count_one if count == 1 else texts.register.count).format(count=count, date=day)
    return "\n\n".join([*tables, line])


def _row(action: RegisteredAction, on: date, texts: Texts) -> tuple[str, ...]:
    standing = texts.agenda.standings[action.standing(on).value]
    notes = [standing, wording.status(action, texts), texts.register.corrected if action.corrections else ""]
    return (
        "" if action.step.number is None else str(action.step.number),
        action.action.what,
        wording.who(action, texts),
        action.action.when.text,
        ", ".join(note for note in notes if note),
        texts.source.short_page.format(page=wording.pages(action)),
        action.action.id,
    )


def concerns_as_text(party: str, found: Iterable[Concern], texts: Texts) -> list[str]:
    """Why actions of other owners are among those of a party, a line for each reason."""
    return [_concern_line(party, each, texts) for each in found]


def _concern_line(party: str, concern: Concern, texts: Texts) -> str:
    words, group, actions = texts.register, concern.group, ", ".join(concern.actions)
    if group is None:
        return words.concern_itself.format(party=party, actions=actions)
    if group.definition is None:
        return words.concern_list.format(party=party, group=group.owner.name, actions=actions)
    return words.concern_definition.format(
        party=party,
        group=group.owner.name,
        actions=actions,
        text=" ".join(group.definition.text.split()),
        document=group.definition.document,
        page=group.definition.page,
    )


def unread_as_text(agendas: Iterable[RegisteredAgenda], texts: Texts) -> list[str]:
    """What looks like a row of an agenda and was not read as one, a line each."""
    return [
        f"{agenda.info.document}, "
        + texts.register.unread_row.format(
            page=each.page, reason=texts.agenda.problems[each.kind.value], text=" ".join(each.text.split())
        )
        for agenda in agendas
        for each in agenda.agenda.problems
    ]


def detached_as_text(detached: Sequence[Correction | RecordedStatus], texts: Texts) -> list[str]:
    if not detached:
        return []
    actions = ", ".join(dict.fromkeys(each.action for each in detached))
    words = texts.register.detached_one if len(detached) == 1 else texts.register.detached
    return [words.format(count=len(detached), actions=actions)]


def diff_as_text(diff: AgendaDiff, texts: Texts) -> str:
    words = texts.register
    if not diff.related:
        return words.diff_unrelated.format(old=diff.old.document, new=diff.new.document)
    if not diff.changed:
        return words.diff_none.format(count=len(diff.actions))
    lines = [words.diff_headline.format(old=diff.old.document, new=diff.new.document)]
    for change in diff.changed:
        lines += ["", *_change_lines(change, texts)]
    if same := len(diff.actions) - len(diff.changed):
        lines += ["", words.diff_unchanged.format(count=same)]
    return "\n".join(lines)


def _change_lines(change: ActionChange, texts: Texts) -> list[str]:
    shown = change.new or change.old
    what = shown.action.what if shown else ""
    kinds = ", ".join(texts.agenda.changes[each.value] for each in change.changes)
    lines = [f"{kinds}: {what}"]
    if change.old and change.new and Change.STEP in change.changes:
        steps = (wording.step_title(each.step, texts) for each in (change.old, change.new))
        lines.append(f"  {' → '.join(steps)}")
    sides = (("-", change.old), ("+", change.new))
    lines += [f"  {sign} “{side.read.quotation.text}” ({wording.source(side, texts)})" for sign, side in sides if side]
    return lines


def diff_as_json(diff: AgendaDiff) -> Json:
    return {
        "old": diff.old.document,
        "new": diff.new.document,
        "related": diff.related,
        "actions": [
            {
                "changes": [kind.value for kind in each.changes],
                "old": _side_as_json(each.old),
                "new": _side_as_json(each.new),
            }
            for each in diff.actions
        ],
    }


def _side_as_json(side: RegisteredAction | None) -> Json | None:
    if side is None:
        return None
    quotation = side.read.quotation
    source = {"document": quotation.document, "page": quotation.page, "quote": quotation.text}
    return {"id": side.action.id, "what": side.action.what, "step": side.step.number, "source": source}


def parties_as_text(parties: Sequence[Json], texts: Texts) -> str:
    """From what ``--json`` writes; the numbers of actions and documents stand for their ids."""
    if not parties:
        return texts.register.no_stakeholders
    rows = [
        (
            each["id"],
            each["name"],
            ", ".join(each["aliases"]),
            texts.parties_tab.kinds.get(each["kind"], each["kind"]),
            str(len(each["actions"])),
            str(len(each["documents"])),
        )
        for each in parties
    ]
    return table([texts.register.party_columns, *rows])


def kept_corrections(count: int, texts: Texts) -> str:
    return counted(count, texts.register.corrections_kept_one, texts.register.corrections_kept)
