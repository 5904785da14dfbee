"""Makes the PDF and Word files of the agendas in this folder: python -m tests.agendas.printing

Those in YAML are set here. A web page that says how it is to be printed (``@page``) is printed by Chromium.

In a cell ``^1`` is a footnote mark, ``|`` ends a line (so ``onder-|wijs`` is a broken word), and ``=`` alone says that
the cell is merged with the one above it; in the header of a Word file ``<`` says so of the one before it.
"""

from __future__ import annotations

import re
import subprocess
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import docx
import yaml
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.opc.packuri import PackURI
from docx.opc.part import Part
from docx.oxml.parser import parse_xml
from reportlab.lib import colors
from reportlab.lib.pagesizes import A4, landscape
from reportlab.lib.styles import ParagraphStyle
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import PageBreak, Paragraph, SimpleDocTemplate, Spacer, Table, TableStyle

FOLDER = Path(__file__).parent
W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
ABOVE = "="
BESIDE = "<"
GREY, LIGHT = colors.HexColor("#d0d8e0"), colors.HexColor("#eef2f6")

BODY = ParagraphStyle("body", fontName="Helvetica", fontSize=9, leading=11)
BOLD = ParagraphStyle("bold", parent=BODY, fontName="Helvetica-Bold")
TITLE = ParagraphStyle("title", parent=BODY, fontName="Helvetica-Bold", fontSize=15, leading=20, spaceAfter=6)
SMALL = ParagraphStyle("small", parent=BODY, fontSize=7, leading=9)

Agenda = dict[str, Any]


def main() -> None:
    for path in sorted(FOLDER.glob("*.yaml")):
        agenda = yaml.safe_load(path.read_text(encoding="utf-8"))
        if agenda["layout"] == "docx":
            _print_word(agenda, path.with_suffix(".docx"))
        else:
            _print_pdf(agenda, path.with_suffix(".pdf"))
    for path in sorted(FOLDER.glob("*.html")):
        if "@page" in path.read_text(encoding="utf-8"):
            _print_page(path)


def _print_page(path: Path) -> None:
    flags = ["--headless", "--no-sandbox", "--disable-gpu", "--disable-background-networking", "--no-first-run"]
    target = f"--print-to-pdf={path.with_suffix('.pdf')}"
    subprocess.run(["chromium", *flags, "--no-pdf-header-footer", target, path.as_uri()], check=True)


# --- PDF


def _print_pdf(agenda: Agenda, path: Path) -> None:
    size = landscape(A4) if agenda.get("landscape") else A4
    bottom = agenda.get("bottom", 90)
    template = SimpleDocTemplate(
        str(path), pagesize=size, title=agenda["title"], invariant=1, topMargin=50, bottomMargin=bottom
    )
    story = [Paragraph(agenda["title"], TITLE), Paragraph(agenda["intro"], BODY), Spacer(0, 10)]
    rows = agenda["rows"]
    cut = agenda.get("break_after", len(rows))
    story.append(_table(agenda, rows[:cut], headed=True))
    if rows[cut:]:
        story += [PageBreak(), _table(agenda, rows[cut:], headed=agenda.get("repeat_header", False))]

    def foot(canvas: Canvas, _: object) -> None:
        page = canvas.getPageNumber()
        top = bottom - 10
        for label, text in agenda.get("notes", {}).items():
            if agenda.get("notes_on", {}).get(label, 1) != page:
                continue
            note = Paragraph(f'<super rise="3" size="5">{label}</super> {text}', SMALL)
            _, height = note.wrap(size[0] - 144, 100)
            top -= height
            note.drawOn(canvas, 72, top)
        canvas.setFont("Helvetica", 7)
        canvas.drawString(72, 25, agenda["title"])
        canvas.drawRightString(size[0] - 72, 25, str(page))

    template.build(story, onFirstPage=foot, onLaterPages=foot)


def _table(agenda: Agenda, rows: Sequence[Any], *, headed: bool) -> Table:
    width = len(agenda["header"])
    heads = [agenda[key] for key in ("upper_header", "header") if headed and key in agenda]
    data: list[list[Any]] = [[Paragraph(_marked(name), BOLD) for name in head] for head in heads]
    style: list[tuple[Any, ...]] = [("VALIGN", (0, 0), (-1, -1), "TOP"), *_rules(agenda["layout"], len(heads))]
    began = [0] * width
    for row in rows:
        at = len(data)
        if isinstance(row, dict):
            data.append([Paragraph(_marked(row["section"]), BOLD), *[""] * (width - 1)])
            if agenda["layout"] != "plain":
                style.append(("SPAN", (0, at), (-1, at)))
            continue
        data.append(["" if cell == ABOVE else Paragraph(_marked(cell), BODY) for cell in row])
        for column, cell in enumerate(row):
            if cell != ABOVE:
                began[column] = at
            else:
                style.append(("SPAN", (column, began[column]), (column, at)))
        if agenda["layout"] == "shaded" and at % 2 == 0:
            style.append(("BACKGROUND", (0, at), (-1, at), LIGHT))
    merged = [each for each in style if each[0] == "SPAN" and each[1][0] == each[2][0]]
    longest = {each[1]: each for each in merged}  # of spans that begin in one cell the last is the widest
    style = [each for each in style if each not in merged] + list(longest.values())
    return Table(
        data,
        colWidths=agenda["widths"],
        style=TableStyle(style),
        repeatRows=len(heads) if agenda.get("repeat_header", True) and "break_after" not in agenda else 0,
        splitInRow=1,
    )


def _rules(layout: str, heads: int) -> list[tuple[Any, ...]]:
    match layout:
        case "ruled":
            return [("GRID", (0, 0), (-1, -1), 0.5, colors.black), ("BACKGROUND", (0, 0), (-1, heads - 1), GREY)]
        case "shaded":
            return [("BACKGROUND", (0, 0), (-1, heads - 1), GREY)]
        case "head rules":
            return [
                ("LINEABOVE", (0, 0), (-1, 0), 1, colors.black),
                ("LINEBELOW", (0, heads - 1), (-1, heads - 1), 0.5, colors.black),
                ("LINEBELOW", (0, -1), (-1, -1), 1, colors.black),
            ]
        case _:
            return []


def _marked(text: str) -> str:
    return re.sub(r"\^(\d+)", r'<super rise="3" size="6">\1</super>', text).replace("|", "<br/>")


# --- Word


def _print_word(agenda: Agenda, path: Path) -> None:
    document = docx.Document()
    document.add_heading(agenda["title"], level=1)
    document.add_paragraph(agenda["intro"])
    table = _headed(document, [agenda[key] for key in ("upper_header", "header") if key in agenda])
    for row in agenda["rows"]:
        cells = table.add_row().cells
        if isinstance(row, dict):
            merged = cells[0].merge(cells[-1])
            merged.paragraphs[0].add_run(row["section"]).bold = True
            continue
        for column, text in enumerate(row):
            if text == ABOVE:
                table.cell(len(table.rows) - 2, column).merge(cells[column])
            else:
                _fill(cells[column].paragraphs[0], text)
    _add_notes(document, agenda.get("notes", {}))
    document.save(str(path))


def _headed(document: Any, heads: Sequence[Sequence[str]]) -> Any:
    """A table with the rows of its header, and the cells of these merged."""
    table = document.add_table(rows=len(heads), cols=len(heads[0]))
    for place, head in enumerate(heads):
        for column, name in enumerate(head):
            cell = table.cell(place, column)
            if name == ABOVE:
                table.cell(place - 1, column).merge(cell)
            elif name == BESIDE:
                table.cell(place, column - 1).merge(cell)
            else:
                cell.paragraphs[0].add_run(name).bold = True
    return table


def _fill(paragraph: Any, text: str) -> None:
    for piece in re.split(r"(\^\d+|\|)", text):
        if piece == "|":
            paragraph.add_run().add_break()
        elif piece.startswith("^"):
            xml = f'<w:p {W}><w:r><w:footnoteReference w:id="{piece[1:]}"/></w:r></w:p>'
            paragraph._p.append(parse_xml(xml)[0])
        else:
            paragraph.add_run(piece)


def _add_notes(document: Any, notes: dict[str, str]) -> None:
    if not notes:
        return
    separator = '<w:footnote w:type="separator" w:id="-1"><w:p><w:r><w:separator/></w:r></w:p></w:footnote>'
    body = "".join(
        f'<w:footnote w:id="{label}"><w:p><w:r><w:footnoteRef/></w:r><w:r><w:t xml:space="preserve"> {text}</w:t></w:r>'
        "</w:p></w:footnote>"
        for label, text in notes.items()
    )
    content_type = "application/vnd.openxmlformats-officedocument.wordprocessingml.footnotes+xml"
    part = Part(
        PackURI("/word/footnotes.xml"),
        content_type,
        f"<w:footnotes {W}>{separator}{body}</w:footnotes>".encode(),
        document.part.package,
    )
    document.part.relate_to(part, RELATIONSHIP_TYPE.FOOTNOTES)


if __name__ == "__main__":
    main()
