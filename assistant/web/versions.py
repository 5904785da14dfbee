"""Two versions of an agenda beside each other: what is new, gone, moved in time, given to others or reworded."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Sequence

from assistant.domain.agenda import RegisteredAction, RegisteredAgenda
from assistant.domain.agenda_diff import ActionChange, AgendaDiff, Change
from assistant.presentation import counted
from assistant.texts import Texts
from assistant.web.agenda_words import Setting, agenda_title, open_button, owners_html, step_title
from assistant.web.markup import escaped, fold, listed, options, tag

Cell = Callable[[RegisteredAction, Setting], str]


def choice_html(agendas: Sequence[RegisteredAgenda], old: str, new: str, texts: Texts) -> str:
    """Which two versions; a sentence where there are not two."""
    words = texts.agenda_tab
    if len(agendas) < 2:
        return tag("p", escaped(words.one_agenda), "hint")
    choices = _choice("old", words.old_version, old, agendas, texts) + _choice(
        "new", words.new_version, new, agendas, texts
    )
    return tag("div", choices, "choice")


def _choice(name: str, label: str, value: str, agendas: Sequence[RegisteredAgenda], texts: Texts) -> str:
    choices = [("", texts.agenda_tab.choose_version)]
    choices += [(each.info.document, agenda_title(each.info, texts)) for each in agendas]
    return tag(
        "label", tag("span", escaped(label)) + tag("select", options(choices, value), name=name, data_value=value)
    )


def diff_html(diff: AgendaDiff, setting: Setting) -> str:
    texts = setting.texts
    words = texts.agenda_tab
    changed = diff.changed
    same = [escaped(each.new.action.what) for each in diff.actions if not each.changes and each.new]
    parts = [
        "" if diff.related else tag("p", escaped(words.unrelated), "notice"),
        _counts(changed, texts) if changed else tag("p", escaped(words.no_changes), "hint"),
        _table(changed, diff, setting) if changed else "",
        fold(counted(len(same), words.unchanged_one, words.unchanged), listed(same)) if same else "",
    ]
    return tag("div", "".join(parts), "diff")


def _counts(changes: Sequence[ActionChange], texts: Texts) -> str:
    counts = Counter(kind for each in changes for kind in each.changes)
    return listed([f"{_badge(kind, texts)} {counts[kind]}" for kind in Change if counts[kind]], "legend")


def _badge(kind: Change, texts: Texts) -> str:
    return tag("span", escaped(texts.agenda.changes[kind.value]), f"badge change {kind.value}")


def _table(changes: Sequence[ActionChange], diff: AgendaDiff, setting: Setting) -> str:
    titles = [agenda_title(info, setting.texts) for info in (diff.old, diff.new)]
    head = tag("tr", "".join(tag("th", escaped(each), scope="col") for each in titles))
    rows = "".join(_change(each, titles, setting) for each in changes)
    return tag("table", tag("thead", head) + tag("tbody", rows), "versions")


def _change(change: ActionChange, titles: Sequence[str], setting: Setting) -> str:
    badges = " ".join(_badge(each, setting.texts) for each in change.changes)
    sides = "".join(
        tag("td", _side(each, change.changes, setting), data_label=title)
        for each, title in zip((change.old, change.new), titles, strict=True)
    )
    return tag("tr", tag("td", badges, colspan="2"), "kinds") + tag("tr", sides)


def _side(action: RegisteredAction | None, changes: Sequence[Change], setting: Setting) -> str:
    """What one version says, the parts that differ marked."""
    texts = setting.texts
    if action is None:
        return tag("p", escaped(texts.agenda_tab.not_there), "hint")
    page = texts.source.short_page.format(page=action.action.quotation.page)
    facts = (
        (Change.STEP, texts.agenda.step, escaped(step_title(action.step, texts))),
        (Change.OWNERS, texts.agenda.who, owners_html(action.owners, setting)),
        (Change.TERM, texts.agenda.when, escaped(action.action.when.text)),
    )
    lines = [
        tag("dt", escaped(label)) + tag("dd", tag("ins", content) if kind in changes else content)
        for kind, label, content in facts
        if content
    ]
    source = tag("dt", escaped(texts.agenda.source)) + tag("dd", escaped(page))
    what = open_button(action, texts)
    return tag("p", tag("ins", what) if Change.WORDING in changes else what) + tag("dl", "".join(lines) + source)
