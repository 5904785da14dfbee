"""A Word document for tables: landscape pages with numbers, and rows that stay whole under a repeated header."""

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
from docx.shared import Cm, Length, Pt
from docx.table import Table, _Row
from docx.text.paragraph import Paragraph
from docx.text.run import Run

from assistant.texts import Texts

SIZE = Pt(9)  # of the words in a table

_GREY = "E7ECEF"
_NOT_IN_XML = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]")


def new_document(title: str, on: date, texts: Texts) -> WordDocument:
    """Empty but for its title and the numbers of its pages."""
    document = Document()
    _landscape(document)
    _number_pages(document, texts)
    properties = document.core_properties
    properties.title, properties.author = title, "WieWatWanneer"
    properties.created = properties.modified = datetime(on.year, on.month, on.day, tzinfo=UTC)
    document.add_heading(title, level=0)
    return document


def saved(document: WordDocument) -> bytes:
    file = io.BytesIO()
    document.save(file)
    return file.getvalue()


def _landscape(document: WordDocument) -> None:
    section = document.sections[0]
    section.orientation = WD_ORIENT.LANDSCAPE
    section.page_width, section.page_height = Cm(29.7), Cm(21)
    section.left_margin = section.right_margin = section.top_margin = section.bottom_margin = Cm(2)


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


def add_table(document: WordDocument, header: Sequence[str], widths: Sequence[Length]) -> Table:
    """A table of its header alone, which every page repeats."""
    table: Table = document.add_table(rows=1, cols=len(widths), style="Table Grid")
    table.autofit = False
    for column, width in zip(table.columns, widths, strict=True):
        column.width = width
    fill(table.rows[0], header, widths, bold=True)
    table.rows[0]._tr.get_or_add_trPr().append(OxmlElement("w:tblHeader"))
    shade(table.rows[0])
    return table


def add_row(table: Table) -> _Row:
    row: _Row = table.add_row()  # type: ignore[no-untyped-call]
    return row


def fill(row: _Row, texts: Sequence[str], widths: Sequence[Length], bold: bool = False) -> None:
    for cell, text, width in zip(row.cells, texts, widths, strict=True):
        cell.width = width
        add_words(cell.paragraphs[0], text, bold)
    keep_whole(row)


def add_words(paragraph: Paragraph, text: str, bold: bool = False) -> Run:
    run = paragraph.add_run(clean(text))
    run.font.size = SIZE
    run.bold = bold
    return run


def keep_whole(row: _Row) -> None:
    row._tr.get_or_add_trPr().append(OxmlElement("w:cantSplit"))


def shade(row: _Row) -> None:
    for cell in row._tr.tc_lst:
        shading = OxmlElement("w:shd")
        for name, value in (("val", "clear"), ("color", "auto"), ("fill", _GREY)):
            shading.set(qn(f"w:{name}"), value)
        cell.get_or_add_tcPr().append(shading)


def clean(text: str) -> str:
    """Without the control characters that some PDFs hold, and no XML does."""
    return _NOT_IN_XML.sub("", text)
