"""The pages of Word files, which keep only the breaks that Word recorded or people made."""

from __future__ import annotations

from docx.document import Document
from docx.enum.section import WD_SECTION
from docx.enum.text import WD_BREAK

from tests.ingest.readers.word_files import ReadFilled, insert


def test_a_file_that_marks_no_pages_is_one_page(read_word: ReadFilled) -> None:
    def fill(document: Document) -> None:
        for number in range(200):
            document.add_paragraph(f"Alinea {number}.")

    assert [page.number for page in read_word(fill).pages] == [1]


def test_a_paragraph_over_a_page_break_goes_on_as_a_block_of_the_next_page(read_word: ReadFilled) -> None:
    def fill(document: Document) -> None:
        paragraph = document.add_paragraph("Het kabinet is demissionair en")
        insert(paragraph, "<w:r><w:lastRenderedPageBreak/><w:t>besluit daarom niet.</w:t></w:r>")

    first, second = read_word(fill).pages
    assert (first.text, second.text) == ("Het kabinet is demissionair en", "besluit daarom niet.")
    assert [first.blocks[0].continues, second.blocks[0].continues] == [False, True]


def test_a_break_that_word_recorded_after_a_break_of_the_author_is_the_same_break(
    read_word: ReadFilled,
) -> None:
    def fill(document: Document) -> None:
        document.add_paragraph("Pagina een.").add_run().add_break(WD_BREAK.PAGE)
        insert(document.add_paragraph(), "<w:r><w:lastRenderedPageBreak/><w:t>Pagina twee.</w:t></w:r>")

    assert [page.text for page in read_word(fill).pages] == ["Pagina een.", "Pagina twee."]


def test_an_empty_page_between_two_breaks_keeps_its_number(read_word: ReadFilled) -> None:
    def fill(document: Document) -> None:
        document.add_paragraph("Pagina een.")
        document.add_paragraph().add_run().add_break(WD_BREAK.PAGE)
        document.add_paragraph().add_run().add_break(WD_BREAK.PAGE)
        document.add_paragraph("Pagina drie.")

    pages = read_word(fill).pages
    assert [(page.number, page.text) for page in pages] == [(1, "Pagina een."), (2, ""), (3, "Pagina drie.")]


def test_a_section_begins_a_page_unless_it_is_continuous(read_word: ReadFilled) -> None:
    def fill(document: Document) -> None:
        document.add_paragraph("Deel een.")
        document.add_section(WD_SECTION.NEW_PAGE)
        document.add_paragraph("Deel twee.")
        document.add_section(WD_SECTION.CONTINUOUS)
        document.add_paragraph("Deel drie.")

    assert [page.text for page in read_word(fill).pages] == ["Deel een.", "Deel twee.\nDeel drie."]
