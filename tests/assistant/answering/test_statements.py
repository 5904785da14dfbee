"""What may be said: sentences, items, footnotes and rows as they stand, without marks and bullets."""

from __future__ import annotations

from pathlib import Path

from assistant.answering.page_view import PageView
from assistant.answering.statements import Statement, displayed, row, section_titles, sentences
from assistant.domain.documents import BlockKind, Page, Span
from ingest.readers.page_builder import FootnoteMark, PageBuilder
from tests.assistant.answering.material import read


def said(page: Page) -> list[tuple[str, str]]:
    """What is shown, and the words of the page that it stands for."""
    return [(each.text, each.spans[0].of(page.text)) for each in sentences("stuk", page)]


def test_a_page_is_said_sentence_by_sentence() -> None:
    builder = PageBuilder(3)
    builder.heading("Scholing", 2)
    builder.paragraph("Dat kost ca. 5 mln. euro. En nu?")
    builder.paragraph("Verder.")
    first, second, third = sentences("stuk", builder.page())
    assert first == Statement("Dat kost ca. 5 mln. euro.", "stuk", 3, (Span(9, 34),), BlockKind.PARAGRAPH, 1)
    assert (second.text, second.block, third.text, third.block) == ("En nu?", 1, "Verder.", 2)


def test_a_footnote_mark_is_quoted_and_not_shown() -> None:
    builder = PageBuilder(1)
    builder.paragraph(["Het onderwijsveld", FootnoteMark("1"), " doet mee", FootnoteMark("2"), "."])
    assert said(builder.page()) == [("Het onderwijsveld doet mee.", "Het onderwijsveld1 doet mee2.")]


def test_a_footnote_is_said_without_its_number() -> None:
    builder = PageBuilder(1)
    builder.footnote("12", "Dat zijn 3 partijen. Zie de bijlage.")
    assert said(builder.page()) == [("Dat zijn 3 partijen.",) * 2, ("Zie de bijlage.",) * 2]


def test_a_bullet_is_not_said() -> None:
    builder = PageBuilder(1)
    for bullet in "•–*▪":
        builder.list_item(f"{bullet} een punt", bullet)
    assert said(builder.page()) == [("een punt",) * 2] * 4


def test_a_hyphen_or_a_number_that_belongs_to_the_words_stays() -> None:
    builder = PageBuilder(1)
    builder.paragraph("-5 graden")
    builder.paragraph("12 scholen doen mee.")
    assert [shown for shown, _ in said(builder.page())] == ["-5 graden", "12 scholen doen mee."]


def test_what_holds_no_letter_is_no_sentence() -> None:
    builder = PageBuilder(1)
    builder.paragraph("123")
    builder.list_item("• —", "•")
    assert sentences("stuk", builder.page()) == ()


def test_a_heading_is_said_when_it_leads_a_list_in() -> None:
    builder = PageBuilder(1)
    builder.heading("Wat werkt niet:", 2)
    builder.heading("Wat wel", 2)
    assert [shown for shown, _ in said(builder.page())] == ["Wat werkt niet:"]


def test_tables_are_said_row_by_row_and_not_in_sentences() -> None:
    builder = PageBuilder(1)
    builder.table_header(["Wat", "Wie"])
    builder.table_section("1 Scholing")
    builder.table_row(["Een wet", "OCW"])
    page = builder.page()
    assert sentences("stuk", page) == ()
    (title,) = section_titles("stuk", page)
    assert (title.text, title.spans[0].of(page.text), title.block) == ("1 Scholing", "1 Scholing", 1)


def test_a_row_names_its_columns_and_leaves_out_empty_cells(tmp_path: Path) -> None:
    piece = read(tmp_path, "| Wat | Wie | Wanneer |\n|---|---|---|\n| Een wet. | | 2024 |\n| | OCW[^1] | Continu |\n")
    page = piece.document.pages[0]
    first, second = (row(passage, page) for passage in piece.passages)
    assert first.text == "Wat: Een wet. | Wanneer: 2024"
    assert [span.of(page.text) for span in first.spans] == ["Een wet.", "2024"]
    assert second.text == "Wie: OCW | Wanneer: Continu"
    assert [span.of(page.text) for span in second.spans] == ["OCW1", "Continu"]
    assert (second.document, second.page, second.kind) == ("stuk", 1, BlockKind.TABLE_ROW)


def test_a_row_without_known_columns_is_its_cells(tmp_path: Path) -> None:
    """A row with more cells than its table has columns is of another table."""
    builder = PageBuilder(1)
    builder.table_row(["Een wet", "OCW"])
    page = builder.page()
    (block,) = page.blocks
    piece = read(tmp_path, "| Wat |\n|---|\n| Een wet |\n")
    (passage,) = piece.passages
    assert row(passage, piece.document.pages[0]).text == "Wat: Een wet"
    without = type(passage)("p", "stuk", "v", 1, block.start, block.end, page.text, cells=block.cells)
    assert row(without, page).text == "Een wet | OCW"


def test_words_are_shown_on_one_line_with_stops_closed_up() -> None:
    assert displayed(" Dit  is\nhet veld , en meer . ") == "Dit is het veld, en meer."


# --- a page with what answering needs of it


def test_a_view_knows_the_footnotes_that_a_sentence_refers_to(tmp_path: Path) -> None:
    piece = read(tmp_path, "Het veld[^1] doet mee. De rest niet.[^2]\n\n[^1]: Dat is breed.\n\n[^2]: Nog niet.\n")
    view = PageView("stuk", piece.document.pages[0])
    first, second, note, other = view.sentences
    assert [view.labels_in(each) for each in (first, second)] == [{"1"}, {"2"}]
    assert [view.label(each) for each in (note, other)] == ["1", "2"]


def test_a_view_has_the_stems_of_each_sentence(tmp_path: Path) -> None:
    piece = read(tmp_path, "De plannen groeien. De wet komt in 2024.\n")
    stems = PageView("stuk", piece.document.pages[0]).stems
    assert list(map(sorted, stems)) == [["groei", "plan"], ["2024", "komt", "wet"]]
