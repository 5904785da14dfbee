"""Markdown, among which the digests of the corpus."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from assistant.domain.documents import BlockKind, Mark
from assistant.domain.errors import EmptyFile, ReadError, UnsupportedFormat
from ingest.readers.interface import Reading
from ingest.readers.markdown import MarkdownReader

Read = Callable[[str], Reading]
DIGESTS = Path(__file__).parents[3] / "corpus" / "digests"


@pytest.fixture
def read(tmp_path: Path) -> Read:
    def read_markdown(text: str) -> Reading:
        path = tmp_path / "notitie.md"
        path.write_text(text, encoding="utf-8")
        return MarkdownReader().read(path)

    return read_markdown


def test_headings_paragraphs_and_lists_lose_their_markup(read: Read) -> None:
    reading = read(
        "# De *agenda*\n\nEen **zin**\nmet [een link](https://voorbeeld.nl) &amp; `code`.\n\n"
        "- eerste\n- tweede\n\n  met uitleg\n\n2. derde\n   - diep\n"
    )
    page = reading.pages[0]
    assert reading.title == "De agenda"
    assert page.text == "De agenda\nEen zin met een link & code.\neerste\ntweede\nmet uitleg\n2. derde\ndiep"
    assert [(block.kind, block.level, block.label) for block in page.blocks] == [
        (BlockKind.HEADING, 1, ""),
        (BlockKind.PARAGRAPH, 0, ""),
        (BlockKind.LIST_ITEM, 0, "-"),
        (BlockKind.LIST_ITEM, 0, "-"),
        (BlockKind.PARAGRAPH, 0, ""),
        (BlockKind.LIST_ITEM, 0, "2."),
        (BlockKind.LIST_ITEM, 0, "-"),
    ]


def test_a_table_row_with_its_first_cell_alone_is_a_section(read: Read) -> None:
    page = read(
        "| Wat | Wie | Wanneer |\n|---|---|---|\n| **1 Eenvoud** | | |\n| Pilot | OCW \\| SZW | 2023 |\n| | SBB | |\n"
    ).pages[0]
    assert page.text == "Wat\tWie\tWanneer\n1 Eenvoud\nPilot\tOCW | SZW\t2023\n\tSBB\t"
    assert [(block.kind, [span.of(page.text) for span in block.cells]) for block in page.blocks] == [
        (BlockKind.TABLE_HEADER, ["Wat", "Wie", "Wanneer"]),
        (BlockKind.TABLE_SECTION, ["1 Eenvoud"]),
        (BlockKind.TABLE_ROW, ["Pilot", "OCW | SZW", "2023"]),
        (BlockKind.TABLE_ROW, ["", "SBB", ""]),
    ]


def test_a_footnote_mark_shows_its_bare_label(read: Read) -> None:
    page = read("OCW, onderwijsveld[^1] en SBB.[^12]\n\n[^1]: Mbo *en* hbo.\n[^12]: De\n    stichting.\n").pages[0]
    assert page.text == "OCW, onderwijsveld1 en SBB.12\n1 Mbo en hbo.\n12 De stichting."
    assert page.marks == (Mark(18, 19, "1"), Mark(27, 29, "12"))
    assert [(block.kind, block.label) for block in page.blocks[1:]] == [
        (BlockKind.FOOTNOTE, "1"),
        (BlockKind.FOOTNOTE, "12"),
    ]


def test_markers_part_pages_and_give_their_numbers(read: Read) -> None:
    reading = read("# Titel\n<!-- pagina 3 -->\nDrie.\n<!-- PAGE 7 -->\nZeven. <!-- pagina 8 --> Ook.\n")
    assert [(page.number, page.text) for page in reading.pages] == [(3, "Titel\nDrie."), (7, "Zeven. Ook.")]


def test_a_label_stands_for_another_footnote_on_each_page(read: Read) -> None:
    first, second = read(
        "<!-- pagina 1 -->\neen[^1]\n\n[^1]: Eerste.\n<!-- pagina 2 -->\ntwee[^1]\n\n[^1]: Tweede.\n"
    ).pages
    assert (first.text, second.text) == ("een1\n1 Eerste.", "twee1\n1 Tweede.")


def test_a_mark_whose_footnote_stands_on_the_next_page_is_a_mark(read: Read) -> None:
    first, second = read("<!-- pagina 1 -->\nde daling[^5] is\n<!-- pagina 2 -->\nVerder.\n\n[^5]: Statline.\n").pages
    assert first.text == "de daling5 is"
    assert first.marks == (Mark(9, 10, "5"),)
    assert second.text == "Verder.\n5 Statline."


def test_markers_out_of_order_are_an_error(read: Read) -> None:
    with pytest.raises(ReadError, match="zet de pagina's op volgorde"):
        read("<!-- pagina 2 -->\na\n<!-- pagina 2 -->\nb\n")


def test_front_matter_gives_the_title_and_is_no_text(read: Read) -> None:
    reading = read("---\ntitle: Onderwijsagenda\ndate: 2023\n---\n# Inleiding\n\nTekst.\n")
    assert (reading.title, reading.pages[0].text) == ("Onderwijsagenda", "Inleiding\nTekst.")


def test_a_rule_at_the_beginning_is_no_front_matter(read: Read) -> None:
    assert read("---\n\nTekst.\n").pages[0].text == "Tekst."


def test_html_within_markdown_is_read_as_text(read: Read) -> None:
    page = read("<div>\n<p>In een kader.</p>\n</div>\n\nNa een<br>regel.\n\n<!-- geen pagina -->\n").pages[0]
    assert page.text == "In een kader.\nNa een regel."


def test_empty_and_binary_files_are_refused(tmp_path: Path) -> None:
    path = tmp_path / "notitie.md"
    path.write_text("<!-- pagina 1 -->\n\n")
    with pytest.raises(EmptyFile, match=r"notitie\.md bevat geen tekst"):
        MarkdownReader().read(path)
    path.write_bytes(b"# Kop\n\x00\x01\x02")
    with pytest.raises(UnsupportedFormat):
        MarkdownReader().read(path)


@pytest.mark.parametrize("path", sorted(DIGESTS.glob("*.md")), ids=lambda path: path.stem)
def test_a_digest_leaves_no_markup_and_resolves_every_mark(path: Path) -> None:
    pages = MarkdownReader().read(path).pages
    notes = [block.label for page in pages for block in page.blocks if block.kind is BlockKind.FOOTNOTE]
    marks = [mark for page in pages for mark in page.marks]
    assert {mark.label for mark in marks} == set(notes)
    assert all(page.text[mark.start : mark.end] == mark.label for page in pages for mark in page.marks)
    assert not any(markup in page.text for page in pages for markup in ("[^", "**", "<!--", "|", "##"))


def test_the_agenda_of_the_digest_has_its_seven_steps_on_two_pages() -> None:
    pages = MarkdownReader().read(DIGESTS / "kst-30012-157.md").pages
    steps = {
        page.number: [page.text[block.start] for block in page.blocks if block.kind is BlockKind.TABLE_SECTION]
        for page in pages
    }
    assert {number: found for number, found in steps.items() if found} == {5: ["1", "2", "3", "4", "5"], 6: ["6", "7"]}


def test_text_in_deep_nesting_is_not_lost(read: Read) -> None:
    assert read("> " * 40 + "diep").pages[0].text == "diep"
