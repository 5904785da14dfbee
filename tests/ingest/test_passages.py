"""Passages: what goes together, how long it may be, and what its surroundings say of it. A word counts as a token."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from assistant.domain.documents import Block, BlockKind, Document, Mark, Origin, Page, Source, Span
from assistant.domain.passages import Passage
from ingest.passages import Sizes, passages
from ingest.readers.pdf import PdfReader
from ingest.token_count import count_tokens

SMALL = Sizes(enough=6, most=10)


def words(text: str) -> int:
    return len(text.split())


def paragraph(text: str) -> tuple[BlockKind, str]:
    return BlockKind.PARAGRAPH, text


def heading(text: str, level: int = 1) -> tuple[BlockKind, str, int]:
    return BlockKind.HEADING, text, level


def item(text: str) -> tuple[BlockKind, str]:
    return BlockKind.LIST_ITEM, text


def row(*cells: str, kind: BlockKind = BlockKind.TABLE_ROW) -> tuple[BlockKind, str]:
    return kind, "\t".join(cells)


Part = tuple[BlockKind, str] | tuple[BlockKind, str, int]


def sheet(*parts: Part, number: int = 1, marks: Sequence[str] = ()) -> Page:
    """A page of blocks; ``marks`` are words that end in a mark of one digit."""
    text, blocks = "", []
    for kind, piece, *level in parts:
        start = len(text) + 1 if text else 0
        text = f"{text}\n{piece}" if text else piece
        label = piece.split()[0] if kind is BlockKind.FOOTNOTE else ""
        cells = _cells(kind, piece, start)
        blocks.append(Block(kind, start, len(text), sum(level), label, cells))
    ends = [text.index(word) + len(word) for word in marks]
    return Page(number, text, blocks=tuple(blocks), marks=tuple(Mark(end - 1, end, text[end - 1]) for end in ends))


def _cells(kind: BlockKind, text: str, start: int) -> tuple[Span, ...]:
    if kind not in (BlockKind.TABLE_HEADER, BlockKind.TABLE_ROW, BlockKind.TABLE_SECTION):
        return ()
    spans = []
    for cell in text.split("\t"):
        spans.append(Span(start, start + len(cell)))
        start += len(cell) + 1
    return tuple(spans)


def document(*pages: Page) -> Document:
    return Document(Source("brief", "De brief"), "v1", Origin.ORIGINAL, "brief.pdf", "test", pages)


def cut(*pages: Page, sizes: Sizes = SMALL) -> list[Passage]:
    return list(passages(document(*pages), words, sizes))


def test_short_paragraphs_go_together_until_there_is_enough() -> None:
    found = cut(sheet(paragraph("een twee drie."), paragraph("vier vijf zes."), paragraph("zeven acht.")))
    assert [passage.text for passage in found] == ["een twee drie.\nvier vijf zes.", "zeven acht."]


def test_a_paragraph_that_would_make_it_too_long_begins_a_new_passage() -> None:
    found = cut(sheet(paragraph("een twee drie vier vijf."), paragraph("zes zeven acht negen tien elf.")))
    assert [words(passage.text) for passage in found] == [5, 6]


def test_a_long_paragraph_is_cut_between_sentences() -> None:
    found = cut(sheet(paragraph("Een twee drie vier. Vijf zes zeven acht. Negen tien elf twaalf. Dertien.")))
    assert [passage.text for passage in found] == [
        "Een twee drie vier. Vijf zes zeven acht.",
        "Negen tien elf twaalf. Dertien.",
    ]


def test_a_long_sentence_is_cut_between_words() -> None:
    found = cut(sheet(paragraph(" ".join(f"w{n}" for n in range(25)))))
    assert [words(passage.text) for passage in found] == [10, 10, 5]


def test_a_word_without_end_is_cut_too() -> None:
    """250 letters without a space; the count is of letters here."""
    found = passages(document(sheet(paragraph("x" * 250))), len, Sizes(enough=60, most=100))
    assert [len(passage.text) for passage in found] == [100, 100, 50]


def test_a_passage_ends_where_its_page_ends() -> None:
    found = cut(sheet(paragraph("een twee.")), sheet(paragraph("drie vier."), number=2))
    assert [(passage.page, passage.text) for passage in found] == [(1, "een twee."), (2, "drie vier.")]


def test_headings_are_context_from_outer_to_inner() -> None:
    begun: list[Part] = [heading("Doel"), paragraph("een."), heading("Deel", 2), paragraph("twee.")]
    found = cut(sheet(*begun, heading("Slot"), paragraph("drie.")))
    assert [passage.headings for passage in found] == [("Doel",), ("Doel", "Deel"), ("Slot",)]
    assert found[1].context == "De brief\nDoel\nDeel"
    assert found[1].indexed_text == "De brief\nDoel\nDeel\ntwee."


def test_headings_go_on_over_the_page() -> None:
    found = cut(sheet(heading("Doel"), paragraph("een.")), sheet(paragraph("twee."), number=2))
    assert [passage.headings for passage in found] == [("Doel",), ("Doel",)]


def test_a_heading_without_text_below_it_is_text_itself() -> None:
    """So that nothing that stands in the document is left out of what can be quoted."""
    first = sheet(heading("Kop zonder tekst", 2), heading("Kop", 2), paragraph("een."))
    found = cut(first, sheet(heading("Slot"), number=2))
    assert [passage.text for passage in found] == ["Kop zonder tekst", "een.", "Slot"]


def test_a_heading_above_a_deeper_heading_is_context_alone() -> None:
    found = cut(sheet(heading("Hoofdstuk", 1), heading("Paragraaf", 2), paragraph("een.")))
    assert [passage.text for passage in found] == ["een."]


def test_a_bookmark_begins_a_new_path_of_headings() -> None:
    bookmark = Block(BlockKind.HEADING, 0, 0, 0, "Dia 2")
    page = sheet(heading("Kop"), paragraph("een."), number=2)
    bookmarked = Page(2, page.text, blocks=(bookmark, *page.blocks))
    found = cut(sheet(heading("Dia 1"), paragraph("nul.")), bookmarked)
    assert found[1].headings == ("Dia 2", "Kop")


def test_a_list_stays_with_the_words_that_lead_it_in() -> None:
    found = cut(sheet(paragraph("een twee drie vier vijf zes zeven:"), item("- acht negen"), item("- tien elf twaalf")))
    first, second = (passage.text for passage in found)
    assert first == "een twee drie vier vijf zes zeven:\n- acht negen"
    assert second == "- tien elf twaalf"
    assert found[1].context == "De brief\neen twee drie vier vijf zes zeven:"
    assert found[1].kind is BlockKind.LIST_ITEM


def test_a_lead_in_is_the_last_sentence_alone_and_ends_with_the_list() -> None:
    led_in = [paragraph("Een twee drie. Wij willen:"), item("- vier vijf zes"), item("- zeven acht negen")]
    found = cut(sheet(*led_in, paragraph("Tien.")), sheet(item("- elf"), number=2))
    assert [passage.context.split("\n")[1:] for passage in found] == [[], ["Wij willen:"], []]


AGENDA_HEADER = row("Wat", "Wie", "Wanneer", kind=BlockKind.TABLE_HEADER)
STEP = row("1 Vereenvoudigen", kind=BlockKind.TABLE_SECTION)


def test_a_table_row_knows_its_columns_and_the_section_it_stands_in() -> None:
    section, found = cut(sheet(AGENDA_HEADER, STEP, row("Pilots", "OCW", "2024")))
    assert section.text == "1 Vereenvoudigen"
    assert found.text == "Pilots\tOCW\t2024"
    assert found.columns == ("Wat", "Wie", "Wanneer")
    assert [found.cell(index) for index in range(3)] == ["Pilots", "OCW", "2024"]
    assert found.section == "1 Vereenvoudigen"
    assert found.context == "De brief\n1 Vereenvoudigen\nWat: Pilots Wie: OCW Wanneer: 2024"


def test_a_table_goes_on_over_the_page_with_its_header_repeated_or_without() -> None:
    begun = sheet(heading("Agenda"), AGENDA_HEADER, STEP)
    repeated = cut(begun, sheet(heading("Agenda"), AGENDA_HEADER, row("Pilots", "OCW", "2024"), number=2))
    plain = cut(begun, sheet(row("Pilots", "OCW", "2024"), number=2))
    assert [found[-1].section for found in (repeated, plain)] == ["1 Vereenvoudigen"] * 2
    assert [found[-1].columns for found in (repeated, plain)] == [("Wat", "Wie", "Wanneer")] * 2


@pytest.mark.parametrize("between", [paragraph("Tekst ertussen."), heading("Een andere tabel")])
def test_another_table_does_not_inherit_columns_or_section(between: Part) -> None:
    found = cut(sheet(AGENDA_HEADER, STEP, row("Pilots", "OCW", "2024"), between, row("v0.1", "16 mei", "versie")))
    assert (found[-1].columns, found[-1].section) == ((), "")
    assert found[-1].context.endswith("\nv0.1 16 mei versie")


def test_marks_stay_in_the_text_and_out_of_the_context() -> None:
    (found,) = cut(sheet(row("Pilots", "onderwijsveld1"), marks=["onderwijsveld1"]))
    assert found.text == "Pilots\tonderwijsveld1"
    assert found.context == "De brief\nPilots onderwijsveld"


def test_a_footnote_names_the_words_that_carry_its_mark() -> None:
    note = (BlockKind.FOOTNOTE, "1 Het mbo, hbo en wo.")
    text = paragraph("Dit vraagt veel van het onderwijsveld1 in Nederland.")
    found = cut(sheet(text, note, marks=["onderwijsveld1"]))
    assert found[1].label == "1"
    assert found[1].context == "De brief\nDit vraagt veel van het onderwijsveld"


def test_a_footnote_on_the_next_page_is_tied_to_its_mark_too() -> None:
    note = (BlockKind.FOOTNOTE, "5 Een cijfer.")
    found = cut(sheet(paragraph("Dat daalt5."), marks=["daalt5"]), sheet(paragraph("Tekst."), note, number=2))
    assert found[-1].context == "De brief\nDat daalt"


def test_a_long_footnote_is_cut_and_every_piece_keeps_its_label() -> None:
    note = (BlockKind.FOOTNOTE, "1 Een twee drie vier vijf zes. Zeven acht negen tien elf.")
    found = cut(sheet(paragraph("Veld1 is hier."), note, marks=["Veld1"]))
    assert [passage.text for passage in found[1:]] == ["1 Een twee drie vier vijf zes.", "Zeven acht negen tien elf."]
    assert [passage.label for passage in found[1:]] == ["1", "1"]


def test_ids_count_within_the_version_of_the_document() -> None:
    found = cut(sheet(paragraph("een.")), sheet(paragraph("twee."), number=2))
    assert [passage.id for passage in found] == ["v1:00000", "v1:00001"]


KINDS = st.sampled_from([kind for kind in BlockKind if kind not in (BlockKind.TABLE_HEADER, BlockKind.TABLE_SECTION)])
TEXTS = st.text(alphabet="abC1. \t:;", min_size=1, max_size=80).map(lambda text: f"1 {text.strip()} x")


@example([[(BlockKind.HEADING, "1 2 3 4 5 6 7 8 9 10 11")]])
@given(st.lists(st.lists(st.tuples(KINDS, TEXTS), max_size=6), min_size=1, max_size=3))
def test_every_passage_is_text_of_its_page_and_no_word_is_lost(parts: list[list[tuple[BlockKind, str]]]) -> None:
    pages = [sheet(*page, number=number) for number, page in enumerate(parts, 1)]
    found = cut(*pages)
    assert all(pages[passage.page - 1].text[passage.start : passage.end] == passage.text for passage in found)
    assert all(words(passage.text) <= SMALL.most for passage in found if passage.kind is not BlockKind.TABLE_ROW)
    for page in pages:
        spans = [range(passage.start, passage.end) for passage in found if passage.page == page.number]
        reached = {index for span in spans for index in span}
        for block in page.blocks:
            stands = {index for index in range(block.start, block.end) if not page.text[index].isspace()}
            assert block.kind is BlockKind.HEADING or stands <= reached


def test_passages_of_the_real_documents_are_literal_and_of_the_right_size(shared_documents: Path) -> None:
    for path in sorted(shared_documents.rglob("*.pdf")):
        pages = PdfReader().read(path).pages
        found = passages(document(*pages), count_tokens)
        assert all(pages[passage.page - 1].text[passage.start : passage.end] == passage.text for passage in found)
        assert max(count_tokens(passage.text) for passage in found if not passage.cells) <= 250


def test_footnotes_of_the_agenda_define_its_groups(shared_documents: Path) -> None:
    pages = PdfReader().read(shared_documents / "kst-30012-157.pdf").pages
    notes = [passage for passage in passages(document(*pages), count_tokens) if passage.page == 6 and passage.label]
    assert [note.context.split("\n")[-1].split()[-1] for note in notes] == ["onderwijsveld", "sectorverenigingen"]
    assert [note.text.split()[2] for note in notes] == ["onderwijsveld", "sectorverenigingen"]
