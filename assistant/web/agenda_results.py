"""What stands under the filter of the agenda tab: the ways to look, what was found, and the files to take along."""

from __future__ import annotations

from collections.abc import Sequence
from urllib.parse import urlencode

from assistant.domain.agenda import ActionFilter, Correction, RecordedStatus, RegisteredAction, RegisteredAgenda
from assistant.presentation import counted
from assistant.texts import Texts
from assistant.web.agenda_table import table_html
from assistant.web.agenda_view import AgendaView, Part, fields_of
from assistant.web.agenda_words import Setting, actions_counted, agenda_title, day_in_words, standing_counts
from assistant.web.corrections import Told, import_html
from assistant.web.markup import escaped, fold, listed, tag
from assistant.web.timeline import legend_html, timeline_html
from assistant.web.workload import workload_html

DOWNLOAD_PATH = "agenda/export"

Annotation = Correction | RecordedStatus


def results_html(
    agendas: Sequence[RegisteredAgenda],
    actions: Sequence[RegisteredAction],
    view: AgendaView,
    setting: Setting,
    told: Told | None = None,
) -> str:
    """The actions that the filter found, as a table, in time or by party; ``told`` is of a file of corrections."""
    texts = setting.texts
    found = tag("div", _summary(actions, setting) + _downloads(actions, view.wanted, setting), "found")
    bar = tag("div", views_html(view.part, texts) + (found if actions else "") + import_html(told, texts), "bar")
    return bar + problems_html(agendas, view.wanted, texts) + _actions(actions, view, setting)


def _actions(actions: Sequence[RegisteredAction], view: AgendaView, setting: Setting) -> str:
    if not actions:
        return tag("p", escaped(setting.texts.agenda_tab.no_actions), "empty")
    if view.part is Part.TIMELINE:
        return timeline_html(actions, view.shown, setting)
    if view.part is Part.WORKLOAD:
        return workload_html(actions, view.shown, setting)
    return table_html(actions, view.shown, setting)


def empty_html(texts: Texts) -> str:
    return tag("p", escaped(texts.agenda_tab.no_agendas), "empty")


def views_html(part: Part, texts: Texts) -> str:
    words = texts.agenda_tab
    buttons = [
        tag(
            "button",
            escaped(words.parts[each.value]),
            type="button",
            data_action="view",
            data_part=each.value,
            aria_pressed="true" if each is part else "false",
        )
        for each in Part
    ]
    return tag("div", "".join(buttons), "views", role="group", aria_label=words.view)


def _summary(actions: Sequence[RegisteredAction], setting: Setting) -> str:
    texts = setting.texts
    day = texts.agenda_tab.on_date.format(date=day_in_words(setting.on, texts))
    count = tag("strong", escaped(actions_counted(len(actions), texts))) + " " + escaped(day)
    counts = list(standing_counts(actions, setting.on).items())
    return tag("div", tag("p", count, role="status") + legend_html(counts, texts), "summary")


def _downloads(actions: Sequence[RegisteredAction], wanted: ActionFilter, setting: Setting) -> str:
    """Links to the files; a calendar takes only what ends, so it says how many actions do not."""
    words = setting.texts.agenda_tab
    endless = sum(each.action.when.end is None for each in actions)
    remark = counted(endless, words.not_in_calendar_one, words.not_in_calendar) if endless else ""
    links = [
        tag(
            "a",
            escaped(name),
            href=download_address(kind, wanted, setting),
            download="download",
            title=remark if kind == "ics" else "",
        )
        for kind, name in words.downloads.items()
    ]
    label = tag("span", escaped(words.export))
    return tag("div", label + "".join(links), "downloads", role="group", aria_label=words.export)


def download_address(kind: str, wanted: ActionFilter, setting: Setting) -> str:
    """With the date that is on screen also where that is today: it is another day when the file is asked for."""
    fields = {**fields_of(wanted), "on": setting.on.isoformat()}
    return f"{DOWNLOAD_PATH}?{urlencode({'format': kind, 'language': setting.texts.language, **fields})}"


def problems_html(agendas: Sequence[RegisteredAgenda], wanted: ActionFilter, texts: Texts) -> str:
    """The rows that could not be read, of the agendas that the filter is about."""
    words = texts.agenda_tab
    items = [
        escaped(
            words.problem.format(
                title=agenda_title(agenda.info, texts), page=each.page, reason=texts.agenda.problems[each.kind.value]
            )
        )
        + tag("q", escaped(each.text))
        for agenda in agendas
        if wanted.document in ("", agenda.info.document)
        for each in agenda.agenda.problems
    ]
    if not items:
        return ""
    return tag("div", fold(counted(len(items), words.problems_one, words.problems), listed(items)), "problems")


def detached_html(annotations: Sequence[Annotation], texts: Texts) -> str:
    """What people recorded and corrected of actions that are no longer there: kept, and nowhere else to be seen."""
    words = texts.agenda_tab
    items = [
        escaped(f"{_said(each, texts)} ({words.by_whom.format(by=each.by, date=day_in_words(each.at.date(), texts))})")
        for each in annotations
    ]
    if not items:
        return ""
    return tag("div", fold(counted(len(items), words.detached_one, words.detached), listed(items)), "problems")


def _said(annotation: Annotation, texts: Texts) -> str:
    """The action as it was, and what was said of it."""
    words = texts.agenda_tab
    if isinstance(annotation, RecordedStatus):
        said = words.history_status.format(status=texts.agenda.statuses[annotation.status.value])
    else:
        column = texts.agenda.columns.get(annotation.column, annotation.column)
        said = f"{words.history_correction.format(column=column)}: {annotation.value}"
    return f"{annotation.row or annotation.action}: {said}"
