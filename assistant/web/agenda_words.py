"""Actions in words: their terms, owners and standing, as every view of the agenda tab shows them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import groupby

from assistant.domain.agenda import AgendaInfo, RegisteredAction, ResolvedOwner, Role, Standing, Step
from assistant.domain.periods import Period, Precision
from assistant.domain.stakeholders import Stakeholder
from assistant.presentation import counted
from assistant.texts import Texts
from assistant.web.markup import escaped, tag
from assistant.web.party_words import CallsParties


@dataclass(frozen=True, slots=True)
class Setting(CallsParties):
    """What all views need besides the actions: the date they are seen on, the parties by id, the words."""

    on: date
    parties: Mapping[str, Stakeholder]
    texts: Texts


def day_in_words(day: date, texts: Texts) -> str:
    words = texts.agenda_tab
    return words.day.format(day=day.day, month=words.months[day.month - 1], year=day.year)


def known_date_in_words(iso: str, texts: Texts) -> str:
    """A date as precise as it is known: a year, a month or a day; anything else as it is."""
    words = texts.agenda_tab
    numbers = [int(part) for part in iso.split("-") if part.isdecimal()]
    if len(numbers) < 2 or not 1 <= numbers[1] <= 12:
        return iso
    month = words.months[numbers[1] - 1]
    if len(numbers) == 2:
        return words.month.format(month=month, year=numbers[0])
    return words.day.format(day=numbers[2], month=month, year=numbers[0])


def period_in_words(period: Period, texts: Texts) -> str:
    """What the term was read as."""
    words = texts.agenda_tab
    start = day_in_words(period.start, texts) if period.start else ""
    if period.precision in (Precision.OPEN, Precision.IMPOSSIBLE):
        return words.no_date
    if period.end is None:
        return f"{words.from_day.format(start=start)}, {words.no_end}" if start else words.no_end
    end = day_in_words(period.end, texts)
    if not start:
        return words.to_day.format(end=end)
    return start if period.start == period.end else words.until.format(start=start, end=end)


def step_title(step: Step, texts: Texts) -> str:
    if step.number is None:
        return step.title or texts.agenda_tab.without_step
    numbered = texts.agenda.numbered_step.format(number=step.number)
    return f"{numbered}: {step.title}" if step.title else numbered


def agenda_title(info: AgendaInfo, texts: Texts) -> str:
    return f"{info.title} ({known_date_in_words(info.date, texts)})" if info.date else info.title


def owners_in_words(action: RegisteredAction, texts: Texts) -> str:
    """The owners as plain text, in order, under their roles."""
    return "; ".join(
        _role(role, texts) + ", ".join(each.owner.name for each in group) for role, group in _by_role(action.owners)
    )


def owners_html(owners: Sequence[ResolvedOwner], setting: Setting) -> str:
    """The owners in order, under their roles; a name that is a group, or that is not known, says so."""
    return "; ".join(
        escaped(_role(role, setting.texts)) + ", ".join(_owner(each, setting) for each in group)
        for role, group in _by_role(owners)
    )


def _by_role(owners: Sequence[ResolvedOwner]) -> list[tuple[Role, list[ResolvedOwner]]]:
    return [(role, list(group)) for role, group in groupby(owners, key=lambda each: each.owner.role)]


def _role(role: Role, texts: Texts) -> str:
    return "" if role is Role.OWNER else f"{texts.agenda.roles[role.value].capitalize()}: "


def _owner(resolved: ResolvedOwner, setting: Setting) -> str:
    name, remark = escaped(resolved.owner.name), owner_remark(resolved, setting)
    css = "" if not remark else "group" if resolved.members else "unknown"
    return tag("span", name, css, title=remark) if remark else name


def owner_remark(resolved: ResolvedOwner, setting: Setting) -> str:
    """What there is to say of an owner besides its name: for whom it stands, or that nobody knows it."""
    words = setting.texts.agenda_tab
    if resolved.members:
        return words.stands_for.format(members=", ".join(map(setting.short, resolved.members)))
    return "" if resolved.stakeholder else words.not_known


def standing_html(action: RegisteredAction, setting: Setting) -> str:
    """Where the action is by its term, and the status that somebody recorded, which are two things."""
    words = setting.texts.agenda
    standing = action.standing(setting.on)
    badges = tag("span", escaped(words.standings[standing.value]), f"standing {standing.value}")
    if action.status:
        badges += " " + tag("span", escaped(words.statuses[action.status.status.value]), "badge status")
    return badges


def standing_counts(actions: Sequence[RegisteredAction], on: date) -> dict[Standing, int]:
    """How many actions have each standing, in the order of time; those that none has are left out."""
    standings = [each.standing(on) for each in actions]
    return {each: count for each in Standing if (count := standings.count(each))}


def actions_counted(count: int, texts: Texts) -> str:
    return counted(count, texts.agenda_tab.actions_one, texts.agenda_tab.actions)


def open_button(action: RegisteredAction, texts: Texts) -> str:
    """The text of an action, after the number that its row has, as a button that opens it."""
    number = tag("span", escaped(action.action.number), "number") + " " if action.action.number else ""
    return tag(
        "button",
        number + escaped(action.action.what),
        "open",
        type="button",
        data_action="open",
        data_id=action.action.id,
    )
