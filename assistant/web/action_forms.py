"""The forms of the action panel: recording a status with its proof, and correcting what was read."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from assistant.domain.agenda import RegisteredAction
from assistant.domain.reports import DocumentSummary
from assistant.texts import Texts
from assistant.web.agenda_view import Form
from assistant.web.markup import escaped, options, tag

RECORD, CORRECT = "record", "correct"
FIELDS = {
    RECORD: ("status", "document", "words", "remark", "by"),
    CORRECT: ("column", "value", "why", "by"),
}
OPTIONAL = {"remark"}


def missing(name: str, values: Mapping[str, str], texts: Texts) -> str:
    """A sentence that names what was not filled in; empty when nothing is missing."""
    labels = {
        "status": texts.agenda_tab.status,
        "document": texts.agenda_tab.document,
        "words": texts.agenda_tab.words,
        "by": texts.agenda_tab.by,
        "column": texts.agenda_tab.column,
        "value": texts.agenda_tab.value,
        "why": texts.agenda_tab.why,
    }
    absent = [labels[field] for field in FIELDS[name] if field not in OPTIONAL and not values.get(field, "").strip()]
    return texts.agenda_tab.missing.format(fields=", ".join(absent)) if absent else ""


def forms_html(
    action: RegisteredAction, documents: Sequence[DocumentSummary], sent: Form | None, by: str, texts: Texts
) -> str:
    """Both forms, closed but for the one that was sent; what was refused keeps what stood in it."""
    record = sent if sent and sent.name == RECORD else None
    correct = sent if sent and sent.name == CORRECT else None
    return _record(documents, record, by, texts) + _correct(action, correct, by, texts)


def _record(documents: Sequence[DocumentSummary], sent: Form | None, by: str, texts: Texts) -> str:
    words, values = texts.agenda_tab, _kept(sent, by)
    titles = [("", "–"), *((each.id, each.title) for each in documents)]
    statuses = [("", "–"), *texts.agenda.statuses.items()]
    fields = [
        _select("status", words.status, statuses, values),
        _select("document", words.document, titles, values),
        _textarea("words", words.words, words.words_hint, values),
        _input("remark", words.remark, values),
        _input("by", words.by, values),
    ]
    return _form(RECORD, words.record, words.record_explained, fields, words.save_status, sent)


def _correct(action: RegisteredAction, sent: Form | None, by: str, texts: Texts) -> str:
    words, values = texts.agenda_tab, _kept(sent, by)
    fields = [
        _select("column", words.column, [("", "–"), *texts.agenda.columns.items()], values),
        _textarea("value", words.value, action.action.when.text, values),
        _input("why", words.why, values),
        _input("by", words.by, values),
    ]
    return _form(CORRECT, words.correct, words.correct_explained, fields, words.save_correction, sent)


def _kept(sent: Form | None, by: str) -> dict[str, str]:
    return {"by": by, **(sent.values if sent and sent.problem else {})}


def _form(name: str, title: str, explanation: str, fields: Sequence[str], save: str, sent: Form | None) -> str:
    told = ""
    if sent and (sent.problem or sent.done):
        told = tag("p", escaped(sent.problem or sent.done), f"result {'failed' if sent.problem else 'done'}")
    told = tag("div", told, role="status", aria_live="polite")
    button = tag("button", escaped(save), "save", type="submit")
    form = tag("form", tag("p", escaped(explanation), "hint") + "".join(fields) + button, data_form=name)
    return tag("details", tag("summary", escaped(title)) + told + form, "form", open="open" if sent else "")


def _select(name: str, label: str, choices: Sequence[tuple[str, str]], values: Mapping[str, str]) -> str:
    value = values.get(name, "")
    return _labelled(label, tag("select", options(choices, value), name=name, data_value=value))


def _textarea(name: str, label: str, hint: str, values: Mapping[str, str]) -> str:
    """The script puts the value in it: markup would turn its lines into elements."""
    return _labelled(label, tag("textarea", "", name=name, rows="2", placeholder=hint, data_value=values.get(name, "")))


def _input(name: str, label: str, values: Mapping[str, str]) -> str:
    value = values.get(name, "")
    return _labelled(label, tag("input", "", name=name, type="text", value=value, data_value=value))


def _labelled(label: str, control: str) -> str:
    return tag("label", tag("span", escaped(label)) + control)
