"""Footnotes and their marks, raised and not, and what only looks like them."""

from __future__ import annotations

from pathlib import Path

import pytest

from assistant.domain.documents import BlockKind, Page
from ingest.assembly import assemble
from ingest.layout import RawPage
from ingest.readers.pdf import PdfReader
from tests.ingest.paper import Line, Sheet, shown

BODY = "In deze alinea staat gewone tekst die over een paar regels loopt en de breedte van de kolom laat zien. "


def read(*pages: RawPage) -> tuple[Page, ...]:
    return assemble(pages)


def notes(page: Page) -> list[tuple[str, str]]:
    return [
        (block.label, page.text[block.start : block.end]) for block in page.blocks if block.kind is BlockKind.FOOTNOTE
    ]


def marks(page: Page) -> list[tuple[str, str]]:
    """The three letters before each mark, and its label."""
    return [(page.text[mark.start - 3 : mark.start], mark.label) for mark in page.marks]


def test_small_type_that_begins_with_a_number_is_a_footnote() -> None:
    sheet = Sheet(top=300).text(BODY + "Dat geldt voor het onderwijsveld^1 en voor de sectorverenigingen^2.")
    sheet.text("1 Het mbo, hbo en wo.", size=7, space=20)
    sheet.text("2 De koepels, die samen langer zijn dan een regel van kleine letters kan dragen in deze kolom.", size=7)
    (page,) = read(sheet.page())
    assert [label for label, _ in notes(page)] == ["1", "2"]
    assert notes(page)[0][1] == "1 Het mbo, hbo en wo."
    assert marks(page) == [("eld", "1"), ("gen", "2")]


def test_marks_that_are_not_raised_are_known_by_their_notes() -> None:
    """'2030' and 'artikel 7.2' hold the same digits and are no marks."""
    text = (
        BODY + "Dat geldt voor het onderwijsveld1 in 2030, artikel 7.2, en voor «leren».2 Dan verder (AVG)1 tot slot."
    )
    sheet = (
        Sheet(top=300).text(text).text("1 Het mbo, hbo en wo.", space=30).text("2 Wat scholen leren noemen.", space=30)
    )
    (page,) = read(sheet.page())
    assert [label for label, _ in notes(page)] == ["1", "2"]
    assert marks(page) == [("eld", "1"), ("n».", "2"), ("VG)", "1")]


def test_the_number_of_an_action_is_no_mark_though_there_is_such_a_note() -> None:
    """'A.1' and 'B.1' have the number of the note."""
    sheet = Sheet(top=300).text(BODY + "Dat staat bij A.1 over het onderwijsveld^1 en bij B.1 daarna.")
    (page,) = read(sheet.text("1 Het mbo, hbo en wo.", size=7, space=20).page())
    assert marks(page) == [("eld", "1")]


def test_a_footnote_in_the_middle_of_the_text_order_is_taken_out() -> None:
    """The left column ends with a note; its sentence goes on at the top of the right column."""
    left = Sheet(left=50, top=300, letters=40)
    left.text("Nederland wil dat meer mensen zich blijven ontwikkelen. Daarvoor is het nodig om de deelname1 van alle")
    left.text("1 Het aandeel dat scholing volgt.", space=20)
    right = Sheet(left=320, top=100, letters=40).text(
        "volwassenen te vergroten, en wel in korte tijd. Dat vraagt iets van allen."
    )
    (page,) = read(Sheet().page(), _joined(left, right))[1:]
    assert [kind for kind, _ in shown(page)] == ["paragraph", "footnote"]
    assert "deelname1 van alle volwassenen te vergroten" in page.text


def _joined(*sheets: Sheet) -> RawPage:
    whole = Sheet()
    whole.lines = [line for sheet in sheets for line in sheet.lines]
    return whole.page(2)


def test_a_mark_after_the_end_of_a_sentence_stands_apart() -> None:
    """As some files leave it: a space, the number, and the end of the line."""
    sheet = Sheet(top=300, letters=60)
    sheet.lines = [
        Line("Een budget1 voor alle volwassenen, dat zij per jaar ontvangen; 2", 300),
        Line("en verder.", 312),
    ]
    sheet.lines += [Line("1 Een bedrag in euro per jaar dat iedereen krijgt.", 360), Line("2 Een ander bedrag.", 372)]
    (page,) = read(sheet.page())
    assert marks(page) == [("get", "1"), ("n; ", "2")]


def test_numbers_of_a_list_are_not_footnotes_though_their_marks_seem_to_stand_nearby() -> None:
    sheet = Sheet(top=300).text(BODY + "Zie het veld1 en daarnaast het werk2. Wij willen:")
    sheet.text("1 Het introduceren van leerrechten.").text("2 Het toekennen van budget.")
    (page,) = read(sheet.page())
    assert [kind for kind, _ in shown(page)] == ["paragraph", "list_item", "list_item"]


@pytest.mark.parametrize(
    "line", ["25 295, nr. 219", "1.1 Over dit document ........ 3", "1 Inleiding .............. 3"]
)
def test_numbers_that_begin_a_line_of_another_kind_are_not_footnotes(line: str) -> None:
    (page,) = read(Sheet(top=300).text(BODY * 2).text(line, size=7, space=30).page())
    assert notes(page) == []


def test_a_numbered_title_above_the_mark_is_not_its_note() -> None:
    sheet = Sheet(top=200).text(BODY).text("1 Inleiding", space=20).text(BODY + "Dat gaat over de app.^1", space=20)
    (page,) = read(sheet.text("1 Een proef.", size=7, space=20).page())
    assert notes(page) == [("1", "1 Een proef.")]


def test_a_number_that_begins_a_line_inside_a_note_begins_no_note() -> None:
    sheet = Sheet(top=200).text(BODY * 3 + "Zie de tekst.^1")
    (page,) = read(sheet.text("1 Deze versie is van", size=7, space=20).text("25 Mei 2020.", size=7).page())
    assert notes(page) == [("1", "1 Deze versie is van 25 Mei 2020.")]


def test_numbering_goes_on_over_pages_and_may_begin_again() -> None:
    first = Sheet(top=300).text(BODY * 3 + "Een^1.").text("1 Een noot.", size=7, space=20).page(1)
    second = Sheet(top=300).text(BODY * 3 + "Twee^2.").text("2 Nog een noot.", size=7, space=20).page(2)
    third = Sheet(top=300).text(BODY * 3 + "Weer^1.").text("1 Een noot bij een tabel.", size=7, space=20).page(3)
    assert [[label for label, _ in notes(page)] for page in read(first, second, third)] == [["1"], ["2"], ["1"]]


@pytest.mark.parametrize("text", ["een zaal van 30 m^2", "een tank van 5 dm^3"])
def test_units_are_no_marks(text: str) -> None:
    (page,) = read(Sheet(top=300).text(BODY + text).page())
    assert page.marks == ()


def test_marks_stand_where_their_digits_are_also_after_a_broken_word() -> None:
    lines = [Line("Hier wordt het beroeps~", 300), Line("onderwijs^1 genoemd, en dan nog een regel.", 312)]
    sheet = Sheet()
    sheet.lines = lines
    (page,) = read(sheet.page())
    (mark,) = page.marks
    assert page.text[: mark.end] == "Hier wordt het beroepsonderwijs1"


def test_footnotes_of_the_real_documents_have_their_own_numbers(shared_documents: Path) -> None:
    """Counted by hand: 28 in the letter with 2 under its table, 62 in the advice."""
    letter = PdfReader().read(shared_documents / "kst-30012-157.pdf").pages
    advice = PdfReader().read(shared_documents / "other" / "kst-35538-4_advies-raad-van-state.pdf").pages
    numbers = [int(label) for page in letter for label, _ in notes(page)]
    assert numbers == [*range(1, 13), 1, 2, *range(13, 29)]
    assert [int(label) for page in advice for label, _ in notes(page)] == [*range(1, 63)]


def test_every_footnote_of_the_letter_has_its_mark_on_its_page_or_the_one_before(shared_documents: Path) -> None:
    pages = PdfReader().read(shared_documents / "kst-30012-157.pdf").pages
    for index, page in enumerate(pages):
        nearby = {mark.label for each in pages[max(0, index - 1) : index + 1] for mark in each.marks}
        assert {label for label, _ in notes(page)} <= nearby
