"""Web pages, as they are saved or fetched."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from assistant.domain.documents import BlockKind, Mark, Page
from assistant.domain.errors import EmptyFile, ReadError
from ingest.readers.html import HtmlReader
from ingest.readers.interface import Reading

Read = Callable[[str], Reading]


@pytest.fixture
def read(tmp_path: Path) -> Read:
    def read_markup(markup: str) -> Reading:
        path = tmp_path / "pagina.html"
        path.write_text(markup, encoding="utf-8")
        return HtmlReader().read(path)

    return read_markup


def shown(page: Page) -> list[tuple[BlockKind, str]]:
    return [(block.kind, page.text[block.start : block.end]) for block in page.blocks]


def test_the_main_content_is_read_without_what_stands_around_it(read: Read) -> None:
    reading = read(
        """<!doctype html><html><head><title>Kamerbrief | Rijksoverheid</title><style>p {}</style></head><body>
        <header>Logo</header><nav><ul><li>Home</li></ul></nav>
        <main><h1>Kamerbrief</h1><p>De ministers <em>presenteren</em> een
        agenda.</p><script>alert(1)</script><aside>Zie ook</aside></main>
        <footer>Colofon</footer></body></html>"""
    )
    assert reading.title == "Kamerbrief | Rijksoverheid"
    assert [page.number for page in reading.pages] == [1]
    assert shown(reading.pages[0]) == [
        (BlockKind.HEADING, "Kamerbrief"),
        (BlockKind.PARAGRAPH, "De ministers presenteren een agenda."),
    ]


def test_a_page_without_main_content_is_read_whole(read: Read) -> None:
    assert read("<div>Eerst<p>dan</p>en later</div>").pages[0].text == "Eerst\ndan\nen later"


def test_the_heading_of_an_article_stays_in_its_header(read: Read) -> None:
    page = read("<article><header><h1>Titel</h1></header><p>Tekst.</p></article>").pages[0]
    assert page.text == "Titel\nTekst."


def test_hidden_parts_are_left_out(read: Read) -> None:
    page = read(
        '<p>Zichtbaar.</p><p hidden>a</p><p style="display: none">b</p><div aria-hidden="true">c</div>'
        '<div role="navigation">d</div><!-- e -->'
    ).pages[0]
    assert page.text == "Zichtbaar."


def test_list_items_have_their_number_or_a_bullet(read: Read) -> None:
    page = read(
        "<ol start=3><li>basisrecht<li><p>extra recht</p><p>voor werkenden</p><ul><li>entree</ul></ol>"
        '<ol type="a"><li>mbo<li value="4">wo</ol>'
    ).pages[0]
    assert page.text == "3. basisrecht\n4. extra recht\nvoor werkenden\nentree\na. mbo\nd. wo"
    assert [(block.kind, block.label) for block in page.blocks] == [
        (BlockKind.LIST_ITEM, "3."),
        (BlockKind.LIST_ITEM, "4."),
        (BlockKind.PARAGRAPH, ""),
        (BlockKind.LIST_ITEM, "•"),
        (BlockKind.LIST_ITEM, "a."),
        (BlockKind.LIST_ITEM, "d."),
    ]


def test_terms_definitions_and_quotations_are_blocks_of_their_own(read: Read) -> None:
    page = read(
        "<dl><dt>LLO</dt><dd>Leven lang ontwikkelen</dd></dl><blockquote>Leren is <b>leuk</b>.</blockquote>"
    ).pages[0]
    assert page.text == "LLO\nLeven lang ontwikkelen\nLeren is leuk."


def test_a_table_gives_header_section_and_rows_with_a_span_per_column(read: Read) -> None:
    page = read(
        """<table><caption>De agenda</caption>
        <thead><tr><th>Wat<th>Wie<th>Wanneer</tr></thead>
        <tr><td colspan="3"><b>1 Vereenvoudiging</b></td></tr>
        <tr><td rowspan="2">Verkenning<td>OCW<td>2023</tr>
        <tr><td>SZW<td>2024</tr>
        <tr><td colspan="2">Pilots<td>2025</tr></table>"""
    ).pages[0]
    assert [block.kind for block in page.blocks] == [
        BlockKind.PARAGRAPH,
        BlockKind.TABLE_HEADER,
        BlockKind.TABLE_SECTION,
        BlockKind.TABLE_ROW,
        BlockKind.TABLE_ROW,
        BlockKind.TABLE_ROW,
    ]
    assert [block.merged for block in page.blocks[3:]] == [(), (0,), ()]
    assert [[span.of(page.text) for span in block.cells] for block in page.blocks[1:]] == [
        ["Wat", "Wie", "Wanneer"],
        ["1 Vereenvoudiging"],
        ["Verkenning", "OCW", "2023"],
        ["", "SZW", "2024"],
        ["Pilots", "", "2025"],
    ]
    assert (
        page.text
        == "De agenda\nWat\tWie\tWanneer\n1 Vereenvoudiging\nVerkenning\tOCW\t2023\n\tSZW\t2024\nPilots\t\t2025"
    )


def test_a_table_that_lays_out_the_page_is_read_as_text(read: Read) -> None:
    page = read("<table><tr><td>Menu</td><td><h2>Kop</h2><p>Tekst.</p></td></tr></table>").pages[0]
    assert shown(page) == [
        (BlockKind.PARAGRAPH, "Menu"),
        (BlockKind.HEADING, "Kop"),
        (BlockKind.PARAGRAPH, "Tekst."),
    ]


def test_a_footnote_stands_at_the_end_without_its_links(read: Read) -> None:
    page = read(
        """<p>OCW, onderwijsveld<sup id="fnref1"><a href="#fn1">1</a></sup> en SBB.</p><p>Verder.</p>
        <footer><ol><li id="fn1"><p>Mbo, hbo en wo. <a href="#fnref1">↩</a></p></li></ol></footer>"""
    ).pages[0]
    assert page.text == "OCW, onderwijsveld1 en SBB.\nVerder.\n1 Mbo, hbo en wo."
    assert page.marks == (Mark(18, 19, "1"),)
    assert [(block.kind, block.label) for block in page.blocks][-1] == (BlockKind.FOOTNOTE, "1")


def test_a_footnote_as_word_saves_it_is_recognised(read: Read) -> None:
    page = read(
        """<p>koepels<a href="#_ftn1" name="_ftnref1"><sup>[1]</sup></a></p><hr>
        <div id="ftn1"><p><a href="#_ftnref1" name="_ftn1"><sup>[1]</sup></a> MBO Raad en UNL.</p></div>"""
    ).pages[0]
    assert page.text == "koepels1\n1 MBO Raad en UNL."
    assert page.marks == (Mark(7, 8, "1"),)


def test_a_raised_figure_that_links_nowhere_is_text(read: Read) -> None:
    page = read('<p>100 m<sup>2</sup> en <a href="#deel">deel 2</a></p><h2 id="deel">Deel 2</h2>').pages[0]
    assert page.text == "100 m2 en deel 2\nDeel 2"
    assert page.marks == ()


def test_a_mark_in_a_table_brings_its_footnote_along(read: Read) -> None:
    page = read(
        '<table><tr><th>Wat<th>Wie</tr><tr><td>Pilot<td>veld<a href="#noot1"><sup>1</sup></a></tr></table>'
        '<p id="noot1">1. Mbo en hbo.</p>'
    ).pages[0]
    assert page.text == "Wat\tWie\nPilot\tveld1\n1 Mbo en hbo."
    assert page.marks == (Mark(18, 19, "1"),)


def test_page_markers_part_the_pages_and_their_footnotes(read: Read) -> None:
    reading = read(
        """<h1>Titel</h1><!-- pagina 3 --><p>Drie<a href="#fn1"><sup>1</sup></a>.</p><!-- Page 5 --><p>Vijf.</p>
        <p id="fn1">Noot.</p>"""
    )
    assert [(page.number, page.text) for page in reading.pages] == [(3, "Titel\nDrie1.\n1 Noot."), (5, "Vijf.")]


def test_page_markers_out_of_order_are_an_error(read: Read) -> None:
    with pytest.raises(ReadError, match=r"pagina\.html heeft de markering van pagina 2 na die van pagina 3"):
        read("<p>a</p><!-- pagina 3 --><p>b</p><!-- pagina 2 --><p>c</p>")


@pytest.mark.parametrize(
    "markup",
    [
        '<meta charset="windows-1252"><p>financiële €</p>'.encode("cp1252"),
        "<p>financiële €</p>".encode("cp1252"),
        '<meta charset="iso-8859-1"><p>financiële €</p>'.encode(),
        "<p>financiële €</p>".encode("utf-16"),
        '<?xml version="1.0" encoding="utf-8"?><html><body><p>financiële €</p></body></html>'.encode(),
    ],
    ids=["declared", "undeclared", "declared wrongly", "byte order mark", "xhtml"],
)
def test_every_encoding_gives_the_same_text(tmp_path: Path, markup: bytes) -> None:
    path = tmp_path / "pagina.html"
    path.write_bytes(markup)
    assert HtmlReader().read(path).pages[0].text == "financiële €"


def test_a_page_nested_thousands_deep_is_read(read: Read) -> None:
    assert read("<div>" * 3000 + "diep" + "</div>" * 3000).pages[0].text == "diep"


def test_a_page_without_text_is_empty(read: Read) -> None:
    with pytest.raises(EmptyFile, match=r"pagina\.html bevat geen leesbare tekst"):
        read("<html><body><script>render()</script></body></html>")


def test_a_raised_number_is_a_mark_when_a_paragraph_further_on_begins_with_it(read: Read) -> None:
    page = read("<p>Het veld<sup>1</sup> en 3 m<sup>2</sup>.</p><p><sup>1</sup> Alle scholen.</p>").pages[0]
    assert page.text == "Het veld1 en 3 m2.\n1 Alle scholen."
    assert [block.kind for block in page.blocks] == [BlockKind.PARAGRAPH, BlockKind.FOOTNOTE]
    assert [(mark.start, mark.label) for mark in page.marks] == [(8, "1")]


def test_a_raised_number_without_a_note_stays_text(read: Read) -> None:
    page = read("<p>Dat is 10<sup>6</sup>.</p><p>6 scholen doen mee.</p>").pages[0]
    assert page.marks == ()
    assert [block.kind for block in page.blocks] == [BlockKind.PARAGRAPH, BlockKind.PARAGRAPH]
