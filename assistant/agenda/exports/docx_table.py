"""Actions as a Word document: a table of Wat, Wie, Wanneer, Stand and Bron for each agenda."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from docx.document import Document as WordDocument
from docx.shared import Cm
from docx.table import Table

from assistant.agenda.exports import wording
from assistant.agenda.exports.formats import Export
from assistant.domain.agenda import RegisteredAction, Step
from assistant.exports.docx_file import add_row, add_table, clean, fill, keep_whole, new_document, saved, shade
from assistant.texts import Texts

_WIDTHS = tuple(Cm(width) for width in (9.2, 5.6, 3.0, 3.2, 4.7))


def as_docx(actions: Sequence[RegisteredAction], on: date, texts: Texts) -> Export:
    document = new_document(texts.register.headline.format(title=texts.agenda.agenda), on, texts)
    document.add_paragraph(texts.register.on_date.format(date=on.isoformat()))
    if not actions:
        document.add_paragraph(texts.register.no_actions)
    for first, steps in wording.by_agenda_and_step(actions):
        document.add_heading(clean(first.agenda.title), level=1)
        _add_table(document, steps, on, texts)
    return Export(saved(document))


def _add_table(
    document: WordDocument, steps: Sequence[tuple[Step, Sequence[RegisteredAction]]], on: date, texts: Texts
) -> None:
    words = texts.agenda
    table = add_table(document, (words.what, words.who, words.when, words.standing, words.source), _WIDTHS)
    for step, actions in steps:
        if title := wording.step_title(step, texts):
            _add_step(table, title)
        for action in actions:
            fill(add_row(table), _cells(action, on, texts), _WIDTHS)


def _cells(action: RegisteredAction, on: date, texts: Texts) -> tuple[str, ...]:
    standing = texts.agenda.standings[action.standing(on).value]
    changed = f" ({texts.register.corrected})" if action.corrections else ""
    return (
        f"{action.action.what}{changed}",
        wording.who(action, texts),
        action.action.when.text,
        "\n".join(part for part in (standing, wording.status(action, texts)) if part),
        wording.source(action, texts),
    )


def _add_step(table: Table, title: str) -> None:
    row = add_row(table)
    merged = row.cells[0].merge(row.cells[-1])
    merged.paragraphs[0].paragraph_format.keep_with_next = True
    merged.paragraphs[0].add_run(clean(title)).bold = True
    shade(row)
    keep_whole(row)
