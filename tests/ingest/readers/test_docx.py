"""Word files, made with python-docx and with the parts that it does not make put in by hand."""

from __future__ import annotations

import zipfile
from collections.abc import Callable
from pathlib import Path

import docx
import pytest
from docx.document import Document
from docx.enum.section import WD_SECTION
from docx.enum.text import WD_BREAK
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.opc.packuri import PackURI
from docx.opc.part import Part
from docx.oxml.parser import parse_xml
from docx.text.paragraph import Paragraph

from assistant.domain.documents import Block, BlockKind, Mark, Page
from assistant.domain.errors import DamagedFile, EmptyFile, EncryptedFile, TooLarge, UnsupportedFormat
from ingest.readers import word_package
from ingest.readers.docx import DocxReader
from ingest.readers.interface import Reading

W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
Fill = Callable[[Document], object]


@pytest.fixture
def read(tmp_path: Path) -> Callable[[Fill], Reading]:
    """Reads the file that a function fills."""

    def read_filled(fill: Fill) -> Reading:
        document = docx.Document()
        fill(document)
        path = tmp_path / "brief.docx"
        document.save(str(path))
        return DocxReader().read(path)

    return read_filled


def insert(paragraph: Paragraph, xml: str) -> None:
    """Adds raw WordprocessingML at the end of a paragraph."""
    for element in parse_xml(f"<w:p {W}>{xml}</w:p>"):
        paragraph._p.append(element)


def add_notes(document: Document, kind: str, notes: dict[str, str]) -> None:
    """Adds a part with footnotes or endnotes by their ids, after the separator that Word itself keeps there."""
    separator = f'<w:{kind} w:type="separator" w:id="-1"><w:p><w:r><w:separator/></w:r></w:p></w:{kind}>'
    body = "".join(
        f'<w:{kind} w:id="{key}"><w:p><w:r><w:{kind}Ref/></w:r><w:r><w:t xml:space="preserve"> {text}</w:t></w:r></w:p>'
        f"</w:{kind}>"
        for key, text in notes.items()
    )
    xml = f"<w:{kind}s {W}>{separator}{body}</w:{kind}s>"
    content_type = f"application/vnd.openxmlformats-officedocument.wordprocessingml.{kind}s+xml"
    part = Part(PackURI(f"/word/{kind}s.xml"), content_type, xml.encode(), document.part.package)
    document.part.relate_to(part, getattr(RELATIONSHIP_TYPE, f"{kind}s".upper()))


def note_mark(kind: str, key: str) -> str:
    return f'<w:r><w:{kind}Reference w:id="{key}"/></w:r>'


def text_of(page: Page, block: Block) -> str:
    return page.text[block.start : block.end]


def shown(page: Page) -> list[tuple[BlockKind, str]]:
    return [(block.kind, text_of(page, block)) for block in page.blocks]


def test_headings_paragraphs_and_lists_keep_their_order(read: Callable[[Fill], Reading]) -> None:
    def fill(document: Document) -> None:
        document.add_heading("Doel", level=2)
        document.add_paragraph("De  ministers\tpresenteren een agenda.")
        document.add_paragraph("kansen benutten", style="List Bullet")
        document.add_paragraph("knelpunten oplossen", style="List Number")
        document.add_paragraph("opleiders toerusten", style="List Number")

    page = read(fill).pages[0]
    assert page.text == (
        "Doel\nDe ministers presenteren een agenda.\nkansen benutten\n1. knelpunten oplossen\n2. opleiders toerusten"
    )
    assert [(block.kind, block.level, block.label) for block in page.blocks] == [
        (BlockKind.HEADING, 2, ""),
        (BlockKind.PARAGRAPH, 0, ""),
        (BlockKind.LIST_ITEM, 0, "•"),
        (BlockKind.LIST_ITEM, 0, "1."),
        (BlockKind.LIST_ITEM, 0, "2."),
    ]


def test_a_style_that_only_its_dutch_name_makes_a_heading_is_one(read: Callable[[Fill], Reading]) -> None:
    def fill(document: Document) -> None:
        document.styles.add_style("Kop 3", 1)
        document.add_paragraph("Toelichting", style="Kop 3")

    assert [(block.kind, block.level) for block in read(fill).pages[0].blocks] == [(BlockKind.HEADING, 3)]


def test_multilevel_numbers_are_counted_as_word_shows_them(read: Callable[[Fill], Reading]) -> None:
    levels = (
        '<w:lvl w:ilvl="0"><w:start w:val="3"/><w:numFmt w:val="decimal"/><w:lvlText w:val="%1"/></w:lvl>'
        '<w:lvl w:ilvl="1"><w:start w:val="1"/><w:numFmt w:val="lowerLetter"/><w:lvlText w:val="%1.%2)"/></w:lvl>'
    )

    def fill(document: Document) -> None:
        numbering = document.part.numbering_part.element
        numbering.insert(0, parse_xml(f'<w:abstractNum {W} w:abstractNumId="90">{levels}</w:abstractNum>'))
        numbering.append(parse_xml(f'<w:num {W} w:numId="90"><w:abstractNumId w:val="90"/></w:num>'))
        for depth, text in ((0, "Kansen"), (1, "mbo"), (1, "hbo"), (0, "Knelpunten"), (1, "wo")):
            paragraph = document.add_paragraph(text)
            place = f'<w:numPr {W}><w:ilvl w:val="{depth}"/><w:numId w:val="90"/></w:numPr>'
            paragraph._p.get_or_add_pPr().append(parse_xml(place))

    assert read(fill).pages[0].text == "3 Kansen\n3.a) mbo\n3.b) hbo\n4 Knelpunten\n4.a) wo"


def test_a_table_gives_header_section_and_rows_with_a_span_per_column(read: Callable[[Fill], Reading]) -> None:
    def fill(document: Document) -> None:
        table = document.add_table(rows=3, cols=3)
        for cell, text in zip(table.rows[0].cells, ("Wat", "Wie", "Wanneer"), strict=True):
            cell.text = text
        table.cell(1, 0).merge(table.cell(1, 2)).text = "1 Vereenvoudiging"
        table.cell(2, 0).text = "Wetsvoorstel"
        table.cell(2, 2).text = "2023/2025"

    page = read(fill).pages[0]
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


def test_a_vertically_merged_cell_says_its_text_once(read: Callable[[Fill], Reading]) -> None:
    def fill(document: Document) -> None:
        table = document.add_table(rows=3, cols=2)
        table.cell(0, 0).text, table.cell(0, 1).text = "Partij", "Termijn"
        table.cell(1, 0).merge(table.cell(2, 0)).text = "OCW"
        table.cell(1, 1).text, table.cell(2, 1).text = "2023", "2024"

    page = read(fill).pages[0]
    assert page.text == "Partij\tTermijn\nOCW\t2023\n\t2024"
    assert [block.merged for block in page.blocks] == [(), (), (0,)]


def test_a_cell_tells_where_its_lines_begin(read: Callable[[Fill], Reading]) -> None:
    def fill(document: Document) -> None:
        table = document.add_table(rows=2, cols=2)
        table.cell(0, 0).text, table.cell(0, 1).text = "Partij", "Termijn"
        table.cell(1, 0).text = "OCW\nSZW"
        table.cell(1, 0).add_paragraph("UWV")

    page = read(fill).pages[0]
    assert [page.text[place : place + 3] for place in page.blocks[1].breaks] == ["SZW", "UWV"]


def test_a_first_row_with_figures_is_no_header(read: Callable[[Fill], Reading]) -> None:
    def fill(document: Document) -> None:
        table = document.add_table(rows=2, cols=2)
        for row, (left, right) in zip(table.rows, (("2023", "12 mln"), ("2024", "15 mln")), strict=True):
            row.cells[0].text, row.cells[1].text = left, right

    assert [block.kind for block in read(fill).pages[0].blocks] == [BlockKind.TABLE_ROW, BlockKind.TABLE_ROW]


def test_a_row_that_repeats_on_each_page_is_the_header_whatever_it_says(read: Callable[[Fill], Reading]) -> None:
    def fill(document: Document) -> None:
        table = document.add_table(rows=2, cols=2)
        for row, (left, right) in zip(table.rows, (("2023", "2024"), ("12 mln", "15 mln")), strict=True):
            row.cells[0].text, row.cells[1].text = left, right
        table.rows[0]._tr.get_or_add_trPr().append(parse_xml(f"<w:tblHeader {W}/>"))

    assert [block.kind for block in read(fill).pages[0].blocks] == [BlockKind.TABLE_HEADER, BlockKind.TABLE_ROW]


def test_a_table_within_a_cell_is_read_as_the_text_of_the_cell(read: Callable[[Fill], Reading]) -> None:
    def fill(document: Document) -> None:
        table = document.add_table(rows=1, cols=2)
        table.cell(0, 0).text = "Wie"
        inner = table.cell(0, 1).add_table(rows=1, cols=2)
        inner.cell(0, 0).text, inner.cell(0, 1).text = "OCW", "SZW"

    assert read(fill).pages[0].text == "Wie\tOCW SZW"


def test_a_table_of_one_column_is_a_frame_around_text(read: Callable[[Fill], Reading]) -> None:
    def fill(document: Document) -> None:
        document.add_table(rows=1, cols=1).cell(0, 0).text = "Een kader met uitleg."

    assert shown(read(fill).pages[0]) == [(BlockKind.PARAGRAPH, "Een kader met uitleg.")]


def test_footnotes_and_endnotes_stand_at_the_end_of_their_page(read: Callable[[Fill], Reading]) -> None:
    def fill(document: Document) -> None:
        add_notes(document, "footnote", {"7": "Mbo, hbo en wo.", "8": "De koepels."})
        add_notes(document, "endnote", {"2": "Zie de bijlage."})
        first = document.add_paragraph("OCW en onderwijsveld")
        insert(first, note_mark("footnote", "7") + "<w:r><w:t>, samen</w:t></w:r>" + note_mark("endnote", "2"))
        second = document.add_paragraph()
        second.add_run().add_break(WD_BREAK.PAGE)
        second.add_run("sectorverenigingen")
        insert(second, note_mark("footnote", "8"))

    first, second = read(fill).pages
    assert first.text == "OCW en onderwijsveld1, samen2\n1 Mbo, hbo en wo.\n2 Zie de bijlage."
    assert first.marks == (Mark(20, 21, "1"), Mark(28, 29, "2"))
    assert second.text == "sectorverenigingen3\n3 De koepels."
    assert [(block.kind, block.label) for block in second.blocks] == [
        (BlockKind.PARAGRAPH, ""),
        (BlockKind.FOOTNOTE, "3"),
    ]


def test_a_mark_in_a_table_cell_stays_with_its_cell(read: Callable[[Fill], Reading]) -> None:
    def fill(document: Document) -> None:
        add_notes(document, "footnote", {"1": "Mbo, hbo en wo."})
        table = document.add_table(rows=1, cols=2)
        table.cell(0, 0).text, table.cell(0, 1).text = "Verkenning", "onderwijsveld"
        insert(table.cell(0, 1).paragraphs[0], note_mark("footnote", "1"))

    page = read(fill).pages[0]
    assert page.text == "Verkenning\tonderwijsveld1\n1 Mbo, hbo en wo."
    assert page.marks == (Mark(24, 25, "1"),)
    assert page.blocks[0].cells[1].of(page.text) == "onderwijsveld1"


def test_a_file_that_marks_no_pages_is_one_page(read: Callable[[Fill], Reading]) -> None:
    def fill(document: Document) -> None:
        for number in range(200):
            document.add_paragraph(f"Alinea {number}.")

    assert [page.number for page in read(fill).pages] == [1]


def test_a_paragraph_over_a_page_break_goes_on_as_a_block_of_the_next_page(read: Callable[[Fill], Reading]) -> None:
    def fill(document: Document) -> None:
        paragraph = document.add_paragraph("Het kabinet is demissionair en")
        insert(paragraph, "<w:r><w:lastRenderedPageBreak/><w:t>besluit daarom niet.</w:t></w:r>")

    first, second = read(fill).pages
    assert (first.text, second.text) == ("Het kabinet is demissionair en", "besluit daarom niet.")
    assert [first.blocks[0].continues, second.blocks[0].continues] == [False, True]


def test_a_break_that_word_recorded_after_a_break_of_the_author_is_the_same_break(
    read: Callable[[Fill], Reading],
) -> None:
    def fill(document: Document) -> None:
        document.add_paragraph("Pagina een.").add_run().add_break(WD_BREAK.PAGE)
        insert(document.add_paragraph(), "<w:r><w:lastRenderedPageBreak/><w:t>Pagina twee.</w:t></w:r>")

    assert [page.text for page in read(fill).pages] == ["Pagina een.", "Pagina twee."]


def test_an_empty_page_between_two_breaks_keeps_its_number(read: Callable[[Fill], Reading]) -> None:
    def fill(document: Document) -> None:
        document.add_paragraph("Pagina een.")
        document.add_paragraph().add_run().add_break(WD_BREAK.PAGE)
        document.add_paragraph().add_run().add_break(WD_BREAK.PAGE)
        document.add_paragraph("Pagina drie.")

    pages = read(fill).pages
    assert [(page.number, page.text) for page in pages] == [(1, "Pagina een."), (2, ""), (3, "Pagina drie.")]


def test_a_section_begins_a_page_unless_it_is_continuous(read: Callable[[Fill], Reading]) -> None:
    def fill(document: Document) -> None:
        document.add_paragraph("Deel een.")
        document.add_section(WD_SECTION.NEW_PAGE)
        document.add_paragraph("Deel twee.")
        document.add_section(WD_SECTION.CONTINUOUS)
        document.add_paragraph("Deel drie.")

    assert [page.text for page in read(fill).pages] == ["Deel een.", "Deel twee.\nDeel drie."]


def test_a_row_stands_whole_on_the_page_where_it_begins(read: Callable[[Fill], Reading]) -> None:
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

    assert [page.text for page in read(fill).pages] == [
        "Pilots met 2 partijen verder\tOCW en verder",
        "Toolbox\tKennispunt",
        "Evaluatie\tSBB",
    ]


def test_tracked_insertions_are_kept_and_deletions_dropped(read: Callable[[Fill], Reading]) -> None:
    def fill(document: Document) -> None:
        paragraph = document.add_paragraph("De termijn is ")
        insert(
            paragraph,
            '<w:del w:id="1" w:author="x"><w:r><w:delText>2023</w:delText></w:r></w:del>'
            '<w:ins w:id="2" w:author="x"><w:r><w:t>2024</w:t></w:r></w:ins>',
        )

    assert read(fill).pages[0].text == "De termijn is 2024"


def test_hidden_text_field_codes_and_page_furniture_are_left_out(read: Callable[[Fill], Reading]) -> None:
    def fill(document: Document) -> None:
        document.sections[0].header.paragraphs[0].text = "Concept"
        paragraph = document.add_paragraph("Zie ")
        insert(
            paragraph,
            '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>REF stap4</w:instrText></w:r>'
            '<w:r><w:fldChar w:fldCharType="separate"/></w:r><w:r><w:t>stap 4</w:t></w:r>'
            '<w:r><w:fldChar w:fldCharType="end"/></w:r><w:r><w:rPr><w:vanish/></w:rPr><w:t> geheim</w:t></w:r>',
        )

    assert read(fill).pages[0].text == "Zie stap 4"


def test_text_in_a_content_control_or_a_link_is_read(read: Callable[[Fill], Reading]) -> None:
    def fill(document: Document) -> None:
        control = f"<w:sdt {W}><w:sdtContent><w:p><w:r><w:t>Ingevuld.</w:t></w:r></w:p></w:sdtContent></w:sdt>"
        document.element.body.insert(0, parse_xml(control))
        insert(document.add_paragraph("Zie "), "<w:hyperlink><w:r><w:t>de website</w:t></w:r></w:hyperlink>")

    assert read(fill).pages[0].text == "Ingevuld.\nZie de website"


def test_the_title_is_what_the_properties_say(read: Callable[[Fill], Reading]) -> None:
    def fill(document: Document) -> None:
        document.core_properties.title = "Onderwijsagenda LLO"
        document.add_heading("Inleiding")

    assert read(fill).title == "Onderwijsagenda LLO"


def test_without_properties_the_title_is_what_is_styled_as_title(read: Callable[[Fill], Reading]) -> None:
    def fill(document: Document) -> None:
        document.add_heading("Directoraat-generaal", level=1)
        document.add_paragraph("Onderwijsagenda", style="Title")

    assert read(fill).title == "Onderwijsagenda"


def test_a_file_without_text_is_empty(read: Callable[[Fill], Reading]) -> None:
    with pytest.raises(EmptyFile, match=r"brief\.docx bevat geen tekst"):
        read(lambda document: document.add_paragraph("  "))


def saved(path: Path) -> Path:
    document = docx.Document()
    document.add_paragraph("Tekst.")
    document.save(str(path))
    return path


def rewritten(path: Path, change: Callable[[str, bytes], bytes]) -> Path:
    """The same archive with its entries changed."""
    with zipfile.ZipFile(path) as archive:
        entries = {name: archive.read(name) for name in archive.namelist()}
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in entries.items():
            archive.writestr(name, change(name, data))
    return path


def test_a_file_that_is_cut_off_is_damaged(tmp_path: Path) -> None:
    path = saved(tmp_path / "rapport.docx")
    path.write_bytes(path.read_bytes()[:2000])
    with pytest.raises(DamagedFile, match=r"^rapport\.docx is beschadigd: open het in Word"):
        DocxReader().read(path)


def test_broken_xml_is_damage(tmp_path: Path) -> None:
    def change(name: str, data: bytes) -> bytes:
        return data[:-40] if name == "word/document.xml" else data

    with pytest.raises(DamagedFile):
        DocxReader().read(rewritten(saved(tmp_path / "rapport.docx"), change))


def test_a_file_with_macros_is_refused(tmp_path: Path) -> None:
    def change(name: str, data: bytes) -> bytes:
        plain = b"application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"
        return data.replace(plain, b"application/vnd.ms-word.document.macroEnabled.main+xml")

    with pytest.raises(UnsupportedFormat, match=r"macro's .* sla het in Word op als \.docx"):
        DocxReader().read(rewritten(saved(tmp_path / "rapport.docm"), change))


def test_a_file_that_inflates_too_far_is_refused_before_it_is_inflated(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(word_package, "LARGEST_CONTENT", 1_000_000)
    path = saved(tmp_path / "bom.docx")
    with zipfile.ZipFile(path, "a", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("word/media/image1.bmp", bytes(1_000_000))
    assert path.stat().st_size < 100_000
    with pytest.raises(TooLarge, match="wordt na uitpakken te groot"):
        DocxReader().read(path)


def test_an_archive_that_lies_about_a_size_is_damaged(tmp_path: Path) -> None:
    """The directory says 10 bytes where the document inflates to more; no more than 10 are inflated."""
    path = saved(tmp_path / "bom.docx")
    with zipfile.ZipFile(path) as archive:
        size = archive.getinfo("word/document.xml").file_size.to_bytes(4, "little")
    path.write_bytes(path.read_bytes().replace(size, (10).to_bytes(4, "little")))
    with pytest.raises(DamagedFile):
        DocxReader().read(path)


def test_an_archive_with_encrypted_entries_needs_a_password(tmp_path: Path) -> None:
    path = saved(tmp_path / "geheim.docx")
    data = bytearray(path.read_bytes())
    entry = data.find(b"PK\x01\x02")
    data[entry + 8] |= 1  # the first bit of the entry's flags
    path.write_bytes(data)
    with pytest.raises(EncryptedFile, match=r"geheim\.docx is met een wachtwoord beveiligd"):
        DocxReader().read(path)
