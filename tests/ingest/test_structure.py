"""Headings, paragraphs and list items, found by the shape of the text where its type does not tell."""

from __future__ import annotations

from pathlib import Path

import pytest

from assistant.domain.documents import Block, BlockKind
from ingest.assembly import assemble
from ingest.layout import Box, RawPage
from ingest.readers.pdf import PdfReader
from tests.ingest.paper import HEIGHT, WIDTH, Line, Sheet, page, shown

BODY = "Deze alinea loopt over een paar regels en laat zo zien hoe breed de kolom van dit document is gezet. "


def read(sheet: RawPage) -> list[tuple[str, str]]:
    return shown(assemble([sheet])[0])


def kinds(sheet: Sheet) -> list[str]:
    return [kind for kind, _ in read(sheet.page())]


def blocks(sheet: Sheet, number: int = 1) -> tuple[Block, ...]:
    return assemble([sheet.page(number)])[0].blocks


# --- paragraphs


def test_lines_of_a_paragraph_are_joined_and_space_parts_paragraphs() -> None:
    sheet = (
        Sheet()
        .text("Een zin die over twee regels loopt, omdat hij lang genoeg is.")
        .text("Een tweede alinea.", space=8)
    )
    assert read(sheet.page()) == [
        ("paragraph", "Een zin die over twee regels loopt, omdat hij lang genoeg is."),
        ("paragraph", "Een tweede alinea."),
    ]


def test_a_line_that_ends_early_ends_a_paragraph_without_space() -> None:
    sheet = (
        Sheet()
        .text(BODY * 2 + "Kort slot.")
        .text("Nieuwe alinea die ook weer langer is dan een enkele regel van deze kolom.")
    )
    assert kinds(sheet) == ["paragraph", "paragraph"]


@pytest.mark.parametrize("end", ["nader rapport d.d.", "de inzet van de", "in overleg met,", "het lid Hagen c.s."])
def test_a_line_that_ends_early_but_not_its_sentence_goes_on(end: str) -> None:
    sheet = Sheet()
    sheet.lines = [
        Line(BODY.strip(), 100),
        Line(f"Zo staat het in {end}", 112),
        Line("Augustus 2020 en in meer stukken.", 124),
    ]
    assert len(read(sheet.page())) == 1


def test_a_paragraph_goes_on_in_the_next_column() -> None:
    left = [
        Line("Deze zin staat onder aan de linker kolom en", 700),
        Line("houdt daar nog niet op, want hij gaat", 712),
    ]
    right = [Line("verder boven aan de rechter kolom.", 100, 320)]
    assert len(read(page([*left, *right]))) == 1


# --- headings


def test_large_type_and_bold_type_are_headings() -> None:
    sheet = (
        Sheet(top=200).text("Inleiding", size=16).text(BODY).text("Doel van de brief", bold=True, space=8).text(BODY)
    )
    assert kinds(sheet) == ["heading", "paragraph", "heading", "paragraph"]


def test_bold_tells_nothing_where_everything_is_bold() -> None:
    sheet = Sheet(top=200).text(BODY, bold=True).text("Dat is de vraag die nu voorligt.", bold=True, space=8)
    assert kinds(sheet.text(BODY, bold=True, space=8)) == ["paragraph"] * 3


def test_a_numbered_line_in_large_type_is_a_heading_though_the_next_number_is_near() -> None:
    sheet = Sheet(top=200)
    for title in ("1. Inleiding", "2. Samenstelling", "3. Achtergrond"):
        sheet.text(title, size=14, space=8).text(BODY, space=8)
    assert kinds(sheet) == ["heading", "paragraph"] * 3


@pytest.mark.parametrize("line", ["15", "4 5", "1.1 1.2"])
def test_numbers_alone_are_no_heading(line: str) -> None:
    assert "heading" not in kinds(Sheet(top=300).text(BODY).text(line, size=14, space=20).text(BODY, space=20))


def test_a_sentence_that_leads_a_list_is_no_heading_and_a_short_title_with_a_colon_is() -> None:
    for words, kind in (("Bij de analyse staan deze punten centraal:", "paragraph"), ("Advies aan allen:", "heading")):
        sheet = Sheet(top=300).text(BODY).text(words, space=8).text("• Een punt dat langer is dan een regel. " + BODY)
        assert kinds(sheet) == ["paragraph", kind, "list_item"]


def test_a_heading_in_the_type_of_the_text_is_a_short_line_above_a_paragraph() -> None:
    sheet = Sheet(top=300).text(BODY * 2).text("Kansen en knelpunten", space=8).text(BODY * 2)
    assert read(sheet.page())[1] == ("heading", "Kansen en knelpunten")


def test_a_heading_may_take_two_lines_and_end_in_a_question_mark() -> None:
    sheet = Sheet(top=300)
    sheet.text(BODY).text("Waar streven we naar", space=8).text("in de komende jaren?").text(BODY * 2)
    assert ("heading", "Waar streven we naar in de komende jaren?") in read(sheet.page())


@pytest.mark.parametrize(
    "line",
    [
        "Dat is een zin van meer woorden.",
        "Wij vragen daarom aandacht voor,",
        "kleine letters aan het begin",
        "De vicepresident van de Raad,",
    ],
)
def test_a_short_line_that_is_a_sentence_or_a_part_of_one_is_no_heading(line: str) -> None:
    assert "heading" not in kinds(Sheet(top=300).text(BODY * 2).text(line, space=8).text(BODY * 2, space=8))


def test_small_type_is_never_a_heading() -> None:
    assert "heading" not in kinds(
        Sheet(top=300).text(BODY * 3).text("ISSN 0921 - 7371", size=6, space=20).text(BODY, size=6)
    )


def test_a_line_of_capitals_is_a_heading_and_an_acronym_is_not() -> None:
    sheet = Sheet(top=300).text(BODY).text("PERSPECTIEF OP LLO").text(BODY * 2).text("NVAO", space=8)
    assert [text for kind, text in read(sheet.page()) if kind == "heading"] == ["PERSPECTIEF OP LLO"]


def test_numbered_titles_are_headings_with_the_depth_of_their_number() -> None:
    sheet = Sheet(top=300)
    for title in ("1. Inleiding", "1.1 Doel", "1.1.1 Reikwijdte"):
        sheet.text(title, space=8).text(BODY * 2, space=8)
    levels = [block.level for block in blocks(sheet) if block.kind is BlockKind.HEADING]
    assert levels == [3, 4, 5]


def test_a_numbered_section_may_begin_with_a_lettered_one() -> None:
    sheet = Sheet(top=300).text(BODY).text("3. Gegevensbescherming", space=8).text("a. Doelomschrijving", space=8)
    sheet.text(BODY * 2, space=8)
    assert [text for kind, text in read(sheet.page()) if kind == "heading"] == [
        "3. Gegevensbescherming",
        "a. Doelomschrijving",
    ]


def test_large_titles_are_levelled_by_size() -> None:
    sheet = Sheet(top=50)
    for title, size in (("Plan", 24.0), ("Deel", 18.0), ("Nog een deel", 18.0)):
        sheet.text(title, size=size).text(BODY)
    assert [block.level for block in blocks(sheet, 2) if block.kind is BlockKind.HEADING] == [1, 2, 2]


def test_the_title_of_a_slide_is_a_heading_though_its_text_stands_beside_it() -> None:
    lines = [Line("Werkgroep ecosystemen", 50), Line("De werkgroep heeft hiervoor een handreiking gemaakt.", 50, 320)]
    slide = page(lines)
    wide = RawPage(slide.number, "", HEIGHT, WIDTH, slide.chars, slide.lines)
    assert read(wide)[0] == ("heading", "Werkgroep ecosystemen")


def test_the_line_above_a_table_is_its_heading() -> None:
    lines = [Line(BODY.strip(), 60), Line("1.3 Documenthistorie", 85)]
    cells = [Line(text, top, left) for top in (105, 125) for text, left in (("v0.1", 60), ("mei", 210))]
    rules = [Box(50, top, 350, top + 0.5) for top in (100, 120, 140)] + [
        Box(x, 100, x + 0.5, 140) for x in (50, 200, 350)
    ]
    assert [kind for kind, _ in read(page([*lines, *cells], rules=rules))][:2] == ["paragraph", "heading"]


# --- lists


@pytest.mark.parametrize(
    ("first", "second"),
    [("• een", "• twee"), ("- een", "- twee"), ("– een", "– twee"), ("a. Een", "b. Twee"), ("1) Een", "2) Twee")],
)
def test_bullets_and_numbers_begin_list_items(first: str, second: str) -> None:
    sheet = Sheet(top=300).text(BODY + "Wij willen:").text(f"{first} punt;").text(f"{second} punt.")
    assert [block.label for block in blocks(sheet) if block.kind is BlockKind.LIST_ITEM] == [
        first.split()[0],
        second.split()[0],
    ]


def test_a_bullet_of_a_symbol_font_is_labelled_as_it_is_shown() -> None:
    assert blocks(Sheet(top=300).text("\uf0b7 Een punt dat in Word is gezet."))[0].label == "•"


def test_lettered_parts_in_small_letters_are_items_after_a_colon_or_a_semicolon() -> None:
    sheet = (
        Sheet(top=300)
        .text(BODY + "Dit geldt voor:")
        .text("a. de minister;")
        .text("b. de instelling;")
        .text("c. de student.")
    )
    assert kinds(sheet)[1:] == ["list_item"] * 3


def test_a_dash_or_number_inside_a_sentence_begins_no_item() -> None:
    sheet = Sheet()
    sheet.lines = [
        Line("Dit gaat over een leven lang ontwikkelen in het", 300),
        Line("– zo heet het – onderwijs van", 312),
    ]
    sheet.lines += [Line("2 Mensen die", 324), Line("samen werken.", 336)]
    assert len(read(sheet.page())) == 1


def test_codes_of_requirements_are_labels() -> None:
    sheet = Sheet(top=300).text("F1. De app vraagt om toestemming van de gebruiker en legt uit waarvoor die nodig is.")
    sheet.text("F2. De app werkt niet zonder toestemming.").text("Q13. De app is goed te lezen.")
    assert [block.label for block in blocks(sheet)] == ["F1.", "F2.", "Q13."]


def test_a_short_line_between_two_lists_is_the_title_of_the_second() -> None:
    sheet = Sheet(top=300)
    for text in (
        "▪ Focus op vraaggericht onderwijs als strategische beweging.",
        "Wat werkt niet",
        "▪ Organische ontwikkeling.",
    ):
        sheet.text(text)
    assert kinds(sheet) == ["list_item", "heading", "list_item"]


def test_lines_of_a_table_of_contents_are_items_with_their_numbers() -> None:
    lines = ["1 Inleiding ............ 3", "1.1 Doel ........... 3", "Bijlage ............ 12"]
    sheet = Sheet(top=300).text(BODY * 2)
    for line in lines:
        sheet.text(line)
    found = [(block.kind, block.label) for block in blocks(sheet)][1:]
    assert found == [(BlockKind.LIST_ITEM, "1"), (BlockKind.LIST_ITEM, "1.1"), (BlockKind.LIST_ITEM, "")]


# --- the real documents


def test_headings_of_the_letter_are_found_though_they_are_set_like_its_text(shared_documents: Path) -> None:
    pages = PdfReader().read(shared_documents / "kst-30012-157.pdf").pages
    found = [text.split()[0] for page_ in pages[6:12] for kind, text in shown(page_) if kind == "heading"]
    assert found == ["Toelichting", "1.", "2.", "3.", "4.", "5.", "6.", "7."]


def test_sections_of_the_advice_are_found_and_requirements_are_no_headings(shared_documents: Path) -> None:
    advice = PdfReader().read(shared_documents / "other" / "kst-35538-4_advies-raad-van-state.pdf").pages
    numbered = [
        text.split()[0] for page_ in advice for kind, text in shown(page_) if kind == "heading" and text[1] == "."
    ]
    assert numbered == ["1.", "2.", "3.", "a.", "b.", "c.", "d.", "e.", "f.", "4.", "5.", "6.", "7."]
    programme = PdfReader().read(shared_documents / "other" / "vws_programma-van-eisen_2020.pdf").pages
    labels = [block.label for page_ in programme[8:] for block in page_.blocks if block.kind is BlockKind.LIST_ITEM]
    assert labels == [f"F{number}." for number in range(1, 24)] + [f"Q{number}." for number in range(1, 39)]
