"""The actions as a table, under their agendas and steps."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby

from assistant.domain.agenda import RegisteredAction
from assistant.texts import Texts
from assistant.web.agenda_words import Setting, agenda_title, open_button, owners_html, standing_html, step_title
from assistant.web.markup import escaped, tag


def table_html(actions: Sequence[RegisteredAction], shown: int, setting: Setting) -> str:
    """The first ``shown`` actions, and a button for more."""
    texts = setting.texts
    words = texts.agenda
    columns = (words.what, words.who, words.when, words.standing, words.source)
    head = tag("thead", tag("tr", "".join(tag("th", escaped(each), scope="col") for each in columns)))
    bodies = [
        _agenda(list(group), setting) for _, group in groupby(actions[:shown], key=lambda each: each.agenda.document)
    ]
    return tag("table", head + "".join(bodies), "actions") + more_html(len(actions) - shown, texts)


def more_html(count: int, texts: Texts) -> str:
    if count <= 0:
        return ""
    label = texts.agenda_tab.more.format(count=count)
    return tag("p", tag("button", escaped(label), "more", type="button", data_action="more"), "rest")


def _agenda(actions: Sequence[RegisteredAction], setting: Setting) -> str:
    heading = tag("tbody", _heading(actions[0], setting.texts), "agenda")
    steps = by_step(actions, setting.texts)
    return heading + "".join(_step(title, group, setting) for title, group in steps)


def _heading(action: RegisteredAction, texts: Texts) -> str:
    title = escaped(agenda_title(action.agenda, texts)) + digest_badge(action, texts)
    return tag("tr", tag("th", title, colspan="5", scope="rowgroup"))


def digest_badge(action: RegisteredAction, texts: Texts) -> str:
    if not action.agenda.digest:
        return ""
    return " " + tag("span", escaped(texts.source.digest), "badge digest", title=texts.page.digest_explained)


def by_step(actions: Sequence[RegisteredAction], texts: Texts) -> list[tuple[str, list[RegisteredAction]]]:
    """The actions of one agenda under the titles of their steps; those that open it without a step need none."""
    groups = [(title, list(group)) for title, group in groupby(actions, key=lambda each: step_title(each.step, texts))]
    first = groups[0][1][0].step
    return groups if first.number is not None or first.title else [("", groups[0][1]), *groups[1:]]


def _step(title: str, actions: Sequence[RegisteredAction], setting: Setting) -> str:
    heading = tag("tr", tag("th", escaped(title), colspan="5", scope="rowgroup"), "step") if title else ""
    return tag("tbody", heading + "".join(_row(each, setting) for each in actions))


def _row(registered: RegisteredAction, setting: Setting) -> str:
    texts = setting.texts
    words, action = texts.agenda, registered.action
    corrected = " " + tag("span", escaped(texts.agenda_tab.corrected), "badge corrected")
    cells = (
        ("", open_button(registered, texts) + (corrected if registered.corrections else "")),
        (words.who, owners_html(registered.owners, setting)),
        (words.when, escaped(action.when.text)),
        (words.standing, standing_html(registered, setting)),
        (words.source, escaped(texts.source.short_page.format(page=action.quotation.page))),
    )
    row = "".join(tag("td", content, data_label=label) for label, content in cells)
    return tag("tr", row, data_row=action.id)
