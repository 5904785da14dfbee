"""What a document is called whose file does not say."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from reportlab.lib.pagesizes import A4
from reportlab.pdfgen.canvas import Canvas

from assistant.domain.documents import BlockKind, Page
from ingest.catalogue import load_catalogue
from ingest.pipeline import Pipeline
from ingest.readers.page_builder import FootnoteMark, PageBuilder
from ingest.titles import title_of

RUNNING = "De gemeente zet in het voorjaar overal nieuwe lantaarns neer, en " * 4

Build = Callable[[PageBuilder], None]


def titled(build: Build) -> str:
    builder = PageBuilder(1)
    build(builder)
    return title_of((builder.page(),), lambda name: name == "Tweede Kamer")


def test_the_first_heading_is_the_title() -> None:
    def build(page: PageBuilder) -> None:
        page.paragraph("Gemeente Zonnedam, afdeling Beheer")
        page.heading(["Nota openbare verlichting", FootnoteMark("1")], 1)
        page.heading("Wat er verandert", 2)
        page.paragraph(RUNNING)

    assert titled(build) == "Nota openbare verlichting"


def test_a_higher_heading_below_a_lower_one_is_the_title() -> None:
    def build(page: PageBuilder) -> None:
        page.heading("Voor de raad", 3)
        page.heading("Nota openbare verlichting", 1)

    assert titled(build) == "Nota openbare verlichting"


def test_a_letterhead_and_its_year_are_no_title() -> None:
    def build(page: PageBuilder) -> None:
        page.heading("Tweede Kamer 2", 1)
        page.heading("Vergaderjaar 2019-2020", 1)
        page.heading("35 538 Bepalingen over een app", 1)

    assert titled(build) == "35 538 Bepalingen over een app"


@pytest.mark.parametrize(
    "heading",
    ["Inleiding", "1 Waarom deze nota", "2.3. Waarom dan", "Hoofdstuk twee", "Onderwerp van de brief:", "12 3"],
)
def test_a_heading_of_a_section_is_no_title(heading: str) -> None:
    def build(page: PageBuilder) -> None:
        page.heading(heading, 1)
        page.paragraph(RUNNING)

    assert titled(build) == ""


def test_a_heading_below_running_text_is_no_title() -> None:
    def build(page: PageBuilder) -> None:
        page.paragraph(RUNNING)
        page.heading("Wat er verandert", 1)

    assert titled(build) == ""


def test_without_text_on_the_first_page_there_is_no_title() -> None:
    cover = Page(1, "", problem="pagina 1 is een scan zonder tekst; gebruik OCR")
    inside = PageBuilder(2)
    inside.heading("Wat er verandert", 1)
    assert title_of((cover, inside.page()), lambda name: False) == ""
    assert title_of((), lambda name: False) == ""


@pytest.mark.parametrize(("declared", "title"), [("", "Nota openbare verlichting"), ("Verlichting", "Verlichting")])
def test_a_pdf_is_called_what_it_says_or_else_what_it_opens_with(tmp_path: Path, declared: str, title: str) -> None:
    path = tmp_path / "scan0001.pdf"
    canvas = Canvas(str(path), pagesize=A4, invariant=1)
    canvas.setTitle(declared)
    canvas.setFont("Helvetica-Bold", 20)
    canvas.drawString(60, 740, "Nota openbare verlichting")
    text = canvas.beginText(60, 700)
    text.setFont("Helvetica", 10)
    for _ in range(8):
        text.textLine("De gemeente zet in het voorjaar overal nieuwe lantaarns neer, en ook in de straten")
    canvas.drawText(text)
    canvas.save()
    document = Pipeline(load_catalogue()).read(path)
    assert (document.id, document.source.title) == ("scan0001", title)
    assert document.pages[0].blocks[0].kind is BlockKind.HEADING


def test_a_file_that_opens_with_no_title_is_called_by_its_name(tmp_path: Path) -> None:
    path = tmp_path / "Nota verlichting.txt"
    path.write_text(RUNNING, encoding="utf-8")
    assert Pipeline(load_catalogue()).read(path).source.title == "Nota verlichting"
