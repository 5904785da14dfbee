"""Plain text."""

from __future__ import annotations

import codecs
from pathlib import Path

import pytest

from assistant.domain.documents import BlockKind, Page
from assistant.domain.errors import EmptyFile, UnsupportedFormat
from ingest.readers.interface import Reading
from ingest.readers.text import TextReader


def read(folder: Path, data: bytes) -> Reading:
    path = folder / "verslag.txt"
    path.write_bytes(data)
    return TextReader().read(path)


def shown(page: Page) -> list[tuple[BlockKind, str]]:
    return [(block.kind, page.text[block.start : block.end]) for block in page.blocks]


@pytest.mark.parametrize(
    "data",
    [
        "Reële kosten: € 100.".encode(),
        codecs.BOM_UTF8 + "Reële kosten: € 100.".encode(),
        "Reële kosten: € 100.".encode("utf-16"),
        codecs.BOM_UTF16_BE + "Reële kosten: € 100.".encode("utf-16-be"),
        "Reële kosten: € 100.".encode("cp1252"),
    ],
    ids=["utf-8", "utf-8 with mark", "utf-16", "utf-16 big endian", "windows"],
)
def test_every_encoding_gives_the_same_text(tmp_path: Path, data: bytes) -> None:
    assert read(tmp_path, data).pages[0].text == "Reële kosten: € 100."


def test_form_feeds_part_pages(tmp_path: Path) -> None:
    pages = read(tmp_path, b"Een.\n\fTwee.\n\f\fVier.\f\n").pages
    assert [(page.number, page.text) for page in pages] == [(1, "Een."), (2, "Twee."), (3, ""), (4, "Vier.")]


def test_blank_lines_part_paragraphs_and_line_ends_do_not(tmp_path: Path) -> None:
    page = read(tmp_path, b"Een zin die\r\nverder gaat.\r\n \r\nEen tweede\r\nalinea.\r\n").pages[0]
    assert shown(page) == [
        (BlockKind.PARAGRAPH, "Een zin die verder gaat."),
        (BlockKind.PARAGRAPH, "Een tweede alinea."),
    ]


def test_a_short_line_that_is_no_sentence_is_a_heading(tmp_path: Path) -> None:
    page = read(
        tmp_path,
        b"VERSLAG\n=======\n\nBesluiten\n\n2.1 Voortgang van de agenda\n\nWaar pleiten we voor?\n\n"
        b"Aanwezig zijn OCW en SZW.\n\nDaarna:\n\nen zo verder\n",
    ).pages[0]
    assert [(block.kind, block.level) for block in page.blocks] == [
        (BlockKind.HEADING, 1),
        (BlockKind.HEADING, 1),
        (BlockKind.HEADING, 2),
        (BlockKind.HEADING, 1),
        (BlockKind.PARAGRAPH, 0),
        (BlockKind.PARAGRAPH, 0),
        (BlockKind.PARAGRAPH, 0),
    ]
    assert page.text.startswith("VERSLAG\nBesluiten\n2.1 Voortgang van de agenda\n")


def test_list_items_need_no_blank_line_between_them(tmp_path: Path) -> None:
    page = read(tmp_path, "De eisen:\n- basisrecht\n  voor iedereen\n• extra recht\n2. geld\na) tijd\n".encode()).pages[
        0
    ]
    assert [(block.kind, block.label) for block in page.blocks] == [
        (BlockKind.PARAGRAPH, ""),
        (BlockKind.LIST_ITEM, "-"),
        (BlockKind.LIST_ITEM, "•"),
        (BlockKind.LIST_ITEM, "2."),
        (BlockKind.LIST_ITEM, "a)"),
    ]
    assert page.text == "De eisen:\nbasisrecht voor iedereen\nextra recht\n2. geld\na) tijd"


def test_a_date_or_a_dash_in_a_sentence_begins_no_list(tmp_path: Path) -> None:
    page = read(tmp_path, b"De bundel is van\n15 mei 2025 en telt 42\n-soms lege- bladzijden.\n").pages[0]
    assert shown(page) == [(BlockKind.PARAGRAPH, "De bundel is van 15 mei 2025 en telt 42 -soms lege- bladzijden.")]


def test_binary_content_is_refused(tmp_path: Path) -> None:
    with pytest.raises(UnsupportedFormat, match=r"^verslag\.txt is van een soort die hier niet gelezen wordt"):
        read(tmp_path, b"Begin " * 1000 + bytes(range(32)))


def test_white_space_alone_is_an_empty_file(tmp_path: Path) -> None:
    with pytest.raises(EmptyFile, match=r"verslag\.txt bevat geen tekst"):
        read(tmp_path, b" \n\f\n ")
