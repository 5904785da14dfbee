"""Tables in Word files."""

from __future__ import annotations

from docx.document import Document
from docx.oxml.parser import parse_xml

from assistant.domain.documents import BlockKind, Mark
from tests.ingest.readers.word_files import ReadFilled, W, add_notes, insert, note_mark


def test_a_table_gives_header_section_and_rows_with_a_span_per_column(read_word: ReadFilled) -> None:
    def fill(document: Document) -> None:
        table = document.add_table(rows=3, cols=3)
        for cell, text in zip(table.rows[0].cells, ("Wat", "Wie", "Wanneer"), strict=True):
            cell.text = text
        table.cell(1, 0).merge(table.cell(1, 2)).text = "1 Vereenvoudiging"
        table.cell(2, 0).text = "Wetsvoorstel"
        table.cell(2, 2).text = "2023/2025"

    page = read_word(fill).pages[0]
    assert page.text == "Wat\tWie\tWanneer\n1 Vereenvoudiging\nWetsvoorstel\t\t2023/2025"
    assert [block.kind for block in page.blocks] == [
        BlockKind.TABLE_HEADER,
        BlockKind.TABLE_SECTION,
        BlockKind.TABLE_ROW,
    ]
    assert [[span.of(page.text) for span in block.cells] for block in page.blocks] == [
        ["Wat", "Wie", "Wanneer"],
        ["1 Vereenvoudiging"],
        ["Wetsvoorstel", "", "2023/2025"],
    ]


def test_a_vertically_merged_cell_says_its_text_once(read_word: ReadFilled) -> None:
    def fill(document: Document) -> None:
        table = document.add_table(rows=3, cols=2)
        table.cell(0, 0).text, table.cell(0, 1).text = "Partij", "Termijn"
        table.cell(1, 0).merge(table.cell(2, 0)).text = "OCW"
        table.cell(1, 1).text, table.cell(2, 1).text = "2023", "2024"

    page = read_word(fill).pages[0]
    assert page.text == "Partij\tTermijn\nOCW\t2023\n\t2024"
    assert [block.merged for block in page.blocks] == [(), (), (0,)]


def test_a_cell_tells_where_its_lines_begin(read_word: ReadFilled) -> None:
    def fill(document: Document) -> None:
        table = document.add_table(rows=2, cols=2)
        table.cell(0, 0).text, table.cell(0, 1).text = "Partij", "Termijn"
        table.cell(1, 0).text = "OCW\nSZW"
        table.cell(1, 0).add_paragraph("UWV")

    page = read_word(fill).pages[0]
    assert [page.text[place : place + 3] for place in page.blocks[1].breaks] == ["SZW", "UWV"]


def test_a_first_row_with_figures_is_no_header(read_word: ReadFilled) -> None:
    def fill(document: Document) -> None:
        table = document.add_table(rows=2, cols=2)
        for row, (left, right) in zip(table.rows, (("2023", "12 mln"), ("2024", "15 mln")), strict=True):
            row.cells[0].text, row.cells[1].text = left, right

    assert [block.kind for block in read_word(fill).pages[0].blocks] == [BlockKind.TABLE_ROW, BlockKind.TABLE_ROW]


def test_a_row_that_repeats_on_each_page_is_the_header_whatever_it_says(read_word: ReadFilled) -> None:
    def fill(document: Document) -> None:
        table = document.add_table(rows=2, cols=2)
        for row, (left, right) in zip(table.rows, (("2023", "2024"), ("12 mln", "15 mln")), strict=True):
            row.cells[0].text, row.cells[1].text = left, right
        table.rows[0]._tr.get_or_add_trPr().append(parse_xml(f"<w:tblHeader {W}/>"))

    assert [block.kind for block in read_word(fill).pages[0].blocks] == [BlockKind.TABLE_HEADER, BlockKind.TABLE_ROW]


def test_a_table_within_a_cell_is_read_as_the_text_of_the_cell(read_word: ReadFilled) -> None:
    def fill(document: Document) -> None:
        table = document.add_table(rows=1, cols=2)
        table.cell(0, 0).text = "Wie"
        inner = table.cell(0, 1).add_table(rows=1, cols=2)
        inner.cell(0, 0).text, inner.cell(0, 1).text = "OCW", "SZW"

    assert read_word(fill).pages[0].text == "Wie\tOCW SZW"


def test_a_table_of_one_column_is_a_frame_around_text(read_word: ReadFilled) -> None:
    def fill(document: Document) -> None:
        document.add_table(rows=1, cols=1).cell(0, 0).text = "Een kader met uitleg."

    page = read_word(fill).pages[0]
    assert (page.text, [block.kind for block in page.blocks]) == ("Een kader met uitleg.", [BlockKind.PARAGRAPH])


def test_a_mark_in_a_table_cell_stays_with_its_cell(read_word: ReadFilled) -> None:
    def fill(document: Document) -> None:
        add_notes(document, "footnote", {"1": "Mbo, hbo en wo."})
        table = document.add_table(rows=1, cols=2)
        table.cell(0, 0).text, table.cell(0, 1).text = "Verkenning", "onderwijsveld"
        insert(table.cell(0, 1).paragraphs[0], note_mark("footnote", "1"))

    page = read_word(fill).pages[0]
    assert page.text == "Verkenning\tonderwijsveld1\n1 Mbo, hbo en wo."
    assert page.marks == (Mark(24, 25, "1"),)
    assert page.blocks[0].cells[1].of(page.text) == "onderwijsveld1"


def test_a_row_stands_whole_on_the_page_where_it_begins(read_word: ReadFilled) -> None:
    """The first row's cells both run over the page's end; the third row begins a page."""
    rendered = "<w:r><w:lastRenderedPageBreak/><w:t>{}</w:t></w:r>"

    def fill(document: Document) -> None:
        table = document.add_table(rows=3, cols=2)
        texts = (("Pilots met 2 partijen", "OCW en"), ("Toolbox", "Kennispunt"), ("", "SBB"))
        for row, (left, right) in zip(table.rows, texts, strict=True):
            row.cells[0].text, row.cells[1].text = left, right
        for cell in table.rows[0].cells:
            insert(cell.paragraphs[0], rendered.format(" verder"))
        insert(table.cell(2, 0).paragraphs[0], rendered.format("Evaluatie"))

    assert [page.text for page in read_word(fill).pages] == [
        "Pilots met 2 partijen verder\tOCW en verder",
        "Toolbox\tKennispunt",
        "Evaluatie\tSBB",
    ]
