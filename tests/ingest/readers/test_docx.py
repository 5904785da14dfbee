"""The text of Word files: headings, lists and their numbers, notes, and what is not text."""

from __future__ import annotations

from docx.document import Document
from docx.enum.text import WD_BREAK
from docx.oxml.parser import parse_xml

from assistant.domain.documents import BlockKind, Mark
from tests.ingest.readers.word_files import ReadFilled, W, add_notes, insert, note_mark


def test_headings_paragraphs_and_lists_keep_their_order(read_word: ReadFilled) -> None:
    def fill(document: Document) -> None:
        document.add_heading("Doel", level=2)
        document.add_paragraph("De  ministers\tpresenteren een agenda.")
        document.add_paragraph("kansen benutten", style="List Bullet")
        document.add_paragraph("knelpunten oplossen", style="List Number")
        document.add_paragraph("opleiders toerusten", style="List Number")

    page = read_word(fill).pages[0]
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


def test_a_style_that_only_its_dutch_name_makes_a_heading_is_one(read_word: ReadFilled) -> None:
    def fill(document: Document) -> None:
        document.styles.add_style("Kop 3", 1)
        document.add_paragraph("Toelichting", style="Kop 3")

    assert [(block.kind, block.level) for block in read_word(fill).pages[0].blocks] == [(BlockKind.HEADING, 3)]


def test_multilevel_numbers_are_counted_as_word_shows_them(read_word: ReadFilled) -> None:
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

    assert read_word(fill).pages[0].text == "3 Kansen\n3.a) mbo\n3.b) hbo\n4 Knelpunten\n4.a) wo"


def test_footnotes_and_endnotes_stand_at_the_end_of_their_page(read_word: ReadFilled) -> None:
    def fill(document: Document) -> None:
        add_notes(document, "footnote", {"7": "Mbo, hbo en wo.", "8": "De koepels."})
        add_notes(document, "endnote", {"2": "Zie de bijlage."})
        first = document.add_paragraph("OCW en onderwijsveld")
        insert(first, note_mark("footnote", "7") + "<w:r><w:t>, samen</w:t></w:r>" + note_mark("endnote", "2"))
        second = document.add_paragraph()
        second.add_run().add_break(WD_BREAK.PAGE)
        second.add_run("sectorverenigingen")
        insert(second, note_mark("footnote", "8"))

    first, second = read_word(fill).pages
    assert first.text == "OCW en onderwijsveld1, samen2\n1 Mbo, hbo en wo.\n2 Zie de bijlage."
    assert first.marks == (Mark(20, 21, "1"), Mark(28, 29, "2"))
    assert second.text == "sectorverenigingen3\n3 De koepels."
    assert [(block.kind, block.label) for block in second.blocks] == [
        (BlockKind.PARAGRAPH, ""),
        (BlockKind.FOOTNOTE, "3"),
    ]


def test_tracked_insertions_are_kept_and_deletions_dropped(read_word: ReadFilled) -> None:
    def fill(document: Document) -> None:
        paragraph = document.add_paragraph("De termijn is ")
        insert(
            paragraph,
            '<w:del w:id="1" w:author="x"><w:r><w:delText>2023</w:delText></w:r></w:del>'
            '<w:ins w:id="2" w:author="x"><w:r><w:t>2024</w:t></w:r></w:ins>',
        )

    assert read_word(fill).pages[0].text == "De termijn is 2024"


def test_hidden_text_field_codes_and_page_furniture_are_left_out(read_word: ReadFilled) -> None:
    def fill(document: Document) -> None:
        document.sections[0].header.paragraphs[0].text = "Concept"
        paragraph = document.add_paragraph("Zie ")
        insert(
            paragraph,
            '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>REF stap4</w:instrText></w:r>'
            '<w:r><w:fldChar w:fldCharType="separate"/></w:r><w:r><w:t>stap 4</w:t></w:r>'
            '<w:r><w:fldChar w:fldCharType="end"/></w:r><w:r><w:rPr><w:vanish/></w:rPr><w:t> geheim</w:t></w:r>',
        )

    assert read_word(fill).pages[0].text == "Zie stap 4"


BOX = "<w:txbxContent><w:p><w:r><w:t>{}</w:t></w:r></w:p></w:txbxContent>"


def test_a_text_box_stands_once_behind_its_paragraph(read_word: ReadFilled) -> None:
    """Word writes it twice: as its own shape, and for programs that cannot draw that."""
    both = (
        '<w:r><mc:AlternateContent xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006">'
        f"<mc:Choice><w:drawing>{BOX.format('In het kader.')}</w:drawing></mc:Choice>"
        f"<mc:Fallback><w:pict>{BOX.format('In het kader.')}</w:pict></mc:Fallback></mc:AlternateContent></w:r>"
    )
    old = f"<w:r><w:pict>{BOX.format('In een oud kader.')}</w:pict></w:r>"

    def fill(document: Document) -> None:
        insert(document.add_paragraph("Ervoor."), f"{both}{old}<w:r><w:t> Erna.</w:t></w:r>")
        insert(document.add_paragraph("Geschrapt."), f"<w:del>{old}</w:del>")

    assert read_word(fill).pages[0].text == "Ervoor. Erna.\nIn het kader.\nIn een oud kader.\nGeschrapt."


def test_text_in_a_content_control_or_a_link_is_read(read_word: ReadFilled) -> None:
    def fill(document: Document) -> None:
        control = f"<w:sdt {W}><w:sdtContent><w:p><w:r><w:t>Ingevuld.</w:t></w:r></w:p></w:sdtContent></w:sdt>"
        document.element.body.insert(0, parse_xml(control))
        insert(document.add_paragraph("Zie "), "<w:hyperlink><w:r><w:t>de website</w:t></w:r></w:hyperlink>")

    assert read_word(fill).pages[0].text == "Ingevuld.\nZie de website"


def test_the_title_is_what_the_properties_say(read_word: ReadFilled) -> None:
    def fill(document: Document) -> None:
        document.core_properties.title = "Onderwijsagenda LLO"
        document.add_heading("Inleiding")

    assert read_word(fill).title == "Onderwijsagenda LLO"


def test_without_properties_the_title_is_what_is_styled_as_title(read_word: ReadFilled) -> None:
    def fill(document: Document) -> None:
        document.add_heading("Directoraat-generaal", level=1)
        document.add_paragraph("Onderwijsagenda", style="Title")

    assert read_word(fill).title == "Onderwijsagenda"
