"""Actions as a Word document: a table of Wat, Wie, Wanneer, Stand and Bron for each agenda."""

from __future__ import annotations

import io
import re
from collections.abc import Sequence
from datetime import UTC, date, datetime

from docx import Document
from docx.document import Document as WordDocument
from docx.enum.section import WD_ORIENT
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Cm, Pt
from docx.table import Table, _Row
from docx.text.run import Run

from assistant.agenda.exports import wording
from assistant.agenda.exports.formats import Export
from assistant.domain.agenda import RegisteredAction, Step
from assistant.texts import Texts

_WIDTHS = tuple(Cm(width) for width in (9.2, 5.6, 3.0, 3.2, 4.7))
_GREY = "E7ECEF"
_NOT_IN_XML = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]")


def as_docx(actions: Sequence[RegisteredAction], on: date, texts: Texts) -> Export:
    document = Document()
    _landscape(document)
    _number_pages(document, texts)
    _say_what_it_is(document, on, texts)
    if not actions:
        document.add_paragraph(texts.register.no_actions)
    for first, steps in wording.by_agenda_and_step(actions):
        document.add_heading(_clean(first.agenda.title), level=1)
        _add_table(document, steps, on, texts)
    file = io.BytesIO()
    document.save(file)
    return Export(file.getvalue())


def _landscape(document: WordDocument) -> None:
    section = document.sections[0]
    section.orientation = WD_ORIENT.LANDSCAPE
    section.page_width, section.page_height = Cm(29.7), Cm(21)
    section.left_margin = section.right_margin = section.top_margin = section.bottom_margin = Cm(2)


def _say_what_it_is(document: WordDocument, on: date, texts: Texts) -> None:
    title = texts.register.headline.format(title=texts.agenda.agenda)
    properties = document.core_properties
    properties.title, properties.author = title, "WieWatWanneer"
    properties.created = properties.modified = datetime(on.year, on.month, on.day, tzinfo=UTC)
    document.add_heading(title, level=0)
    document.add_paragraph(texts.register.on_date.format(date=on.isoformat()))


def _number_pages(document: WordDocument, texts: Texts) -> None:
    paragraph = document.sections[0].footer.paragraphs[0]
    paragraph.alignment = WD_ALIGN_PARAGRAPH.RIGHT
    paragraph.add_run(f"{texts.register.page_number} ")
    _add_field(paragraph.add_run(), "PAGE")
    paragraph.add_run(" / ")
    _add_field(paragraph.add_run(), "NUMPAGES")


def _add_field(run: Run, code: str) -> None:
    """A field that Word fills in; python-docx has no call for it."""
    for kind in ("begin", "separate", "end"):
        mark = OxmlElement("w:fldChar")
        mark.set(qn("w:fldCharType"), kind)
        run._r.append(mark)
        if kind == "begin":
            instruction = OxmlElement("w:instrText")
            instruction.text = code
            run._r.append(instruction)


def _add_table(
    document: WordDocument, steps: Sequence[tuple[Step, Sequence[RegisteredAction]]], on: date, texts: Texts
) -> None:
    words = texts.agenda
    table = document.add_table(rows=1, cols=len(_WIDTHS), style="Table Grid")
    table.autofit = False
    _fill(table.rows[0], (words.what, words.who, words.when, words.standing, words.source), bold=True)
    _repeat_on_each_page(table.rows[0])
    for step, actions in steps:
        if title := wording.step_title(step, texts):
            _add_step(table, title)
        for action in actions:
            _fill(_add_row(table), _cells(action, on, texts))


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
    row = _add_row(table)
    merged = row.cells[0].merge(row.cells[-1])
    merged.paragraphs[0].paragraph_format.keep_with_next = True
    merged.paragraphs[0].add_run(_clean(title)).bold = True
    _shade(row)
    _keep_whole(row)


def _add_row(table: Table) -> _Row:
    row: _Row = table.add_row()  # type: ignore[no-untyped-call]
    return row


def _fill(row: _Row, texts: Sequence[str], bold: bool = False) -> None:
    for cell, text, width in zip(row.cells, texts, _WIDTHS, strict=True):
        cell.width = width
        run = cell.paragraphs[0].add_run(_clean(text))
        run.font.size = Pt(9)
        run.bold = bold
    _keep_whole(row)


def _repeat_on_each_page(row: _Row) -> None:
    row._tr.get_or_add_trPr().append(OxmlElement("w:tblHeader"))
    _shade(row)


def _keep_whole(row: _Row) -> None:
    row._tr.get_or_add_trPr().append(OxmlElement("w:cantSplit"))


def _shade(row: _Row) -> None:
    for cell in row._tr.tc_lst:
        shade = OxmlElement("w:shd")
        for name, value in (("val", "clear"), ("color", "auto"), ("fill", _GREY)):
            shade.set(qn(f"w:{name}"), value)
        cell.get_or_add_tcPr().append(shade)


def _clean(text: str) -> str:
    """Without the control characters that some PDFs hold, and no XML does."""
    return _NOT_IN_XML.sub("", text)
