"""Agendas set in columns without rules."""

from __future__ import annotations

from assistant.domain.documents import BlockKind
from ingest.assembly import assemble
from ingest.layout import Box, RawPage
from tests.ingest.paper import Line, page

HEADER = [Line("Actie", 100, 50), Line("Wie", 100, 300), Line("Wanneer", 100, 450)]
TABLE = (BlockKind.TABLE_HEADER, BlockKind.TABLE_SECTION, BlockKind.TABLE_ROW)


def row(top: float, *cells: str) -> list[Line]:
    return [Line(text, top, left) for text, left in zip(cells, (50, 300, 450), strict=True) if text]


def tables(*sheets: RawPage) -> list[list[str]]:
    """The cells of every row of the tables."""
    return [
        [cell.of(each.text) for cell in block.cells]
        for each in assemble(sheets)
        for block in each.blocks
        if block.kind in TABLE
    ]


def test_words_below_the_names_of_an_agendas_columns_stand_in_them() -> None:
    sheet = page([*HEADER, *row(120, "Loket", "OCW", "2026"), *row(140, "Wet indienen", "SZW, UWV", "medio 2027")])
    assert tables(sheet) == [
        ["Actie", "Wie", "Wanneer"],
        ["Loket", "OCW", "2026"],
        ["Wet indienen", "SZW, UWV", "medio 2027"],
    ]


def test_a_narrow_column_of_numbers_stands_apart_from_the_words_right_behind_it() -> None:
    header = [Line("Nr.", 100, 50), Line("Actie", 100, 74), Line("Wie", 100, 300), Line("Wanneer", 100, 450)]
    first = [Line("1.10", 140, 50), Line("Loket openen", 140, 74), Line("OCW", 140, 300), Line("2026", 140, 450)]
    second = [Line("1.11", 160, 50), Line("Wet indienen", 160, 74), Line("SZW", 160, 300), Line("2027", 160, 450)]
    sheet = page([*header, Line("Lijn 1: Wonen en werken", 120, 50), *first, *second])
    assert tables(sheet) == [
        ["Nr.", "Actie", "Wie", "Wanneer"],
        ["Lijn 1: Wonen en werken"],
        ["1.10", "Loket openen", "OCW", "2026"],
        ["1.11", "Wet indienen", "SZW", "2027"],
    ]


def test_lines_that_stand_close_are_one_row() -> None:
    lines = [*row(120, "Een loket voor", "OCW,", "voor de"), *row(132, "iedereen", "SBB", "zomer")]
    sheet = page([*HEADER, *lines, *row(152, "Wet", "SZW", "2027")])
    assert tables(sheet)[1:] == [["Een loket voor iedereen", "OCW, SBB", "voor de zomer"], ["Wet", "SZW", "2027"]]


def test_without_white_space_between_rows_a_line_with_a_word_in_each_column_begins_one() -> None:
    lines = [*row(112, "Een loket voor", "OCW", "2026"), *row(124, "iedereen", "", ""), *row(136, "Wet", "SZW", "2027")]
    assert tables(page([*HEADER, *lines]))[1:] == [["Een loket voor iedereen", "OCW", "2026"], ["Wet", "SZW", "2027"]]


def test_rules_between_rows_tell_them_apart() -> None:
    """Three lines at one distance; the second belongs to the first row, though it begins with a capital."""
    lines = [*row(112, "Loket", "OCW", "2026"), *row(124, "Helpdesk", "SBB", "2027"), *row(136, "Wet", "SZW", "2027")]
    rules = [Box(50, top, 520, top + 0.5) for top in (110.5, 135, 147)]
    sheet = page([*HEADER, *lines, *row(148.5, "Slot", "UWV", "2028")], rules=rules)
    assert tables(sheet)[1:] == [
        ["Loket Helpdesk", "OCW SBB", "2026 2027"],
        ["Wet", "SZW", "2027"],
        ["Slot", "UWV", "2028"],
    ]


def test_a_line_across_the_columns_with_a_number_is_the_title_of_a_part() -> None:
    title = Line("Stap 1: Wonen in alle dorpen en steden van het hele land samen", 120, 50)
    sheet = page([*HEADER, title, *row(140, "Loket", "OCW", "2026"), *row(160, "Wet", "SZW", "2027")])
    assert tables(sheet)[1] == [title.text]
    assert len(tables(sheet)) == 4


def test_text_below_the_columns_is_no_part_of_the_table() -> None:
    text = Line("De partijen spreken af dat zij elkaar twee keer per jaar zien om te praten.", 180, 50)
    sheet = page([*HEADER, *row(120, "Loket", "OCW", "2026"), *row(140, "Wet", "SZW", "2027"), text])
    assert len(tables(sheet)) == 3


def test_the_columns_go_on_at_the_top_of_the_next_page() -> None:
    first = page([*HEADER, *row(120, "Loket", "OCW", "2026"), *row(140, "Wet", "SZW", "2027")])
    second = page([*row(60, "Overleg", "SBB", "2028"), *row(80, "Slot", "UWV", "2029")], 2)
    assert tables(first, second)[3:] == [["Overleg", "SBB", "2028"], ["Slot", "UWV", "2029"]]


def test_a_name_over_two_lines_is_one_name() -> None:
    header = [*HEADER[:2], Line("Beoogde", 100, 450), Line("planning", 112, 450)]
    sheet = page([*header, *row(140, "Loket", "OCW", "2026"), *row(160, "Wet", "SZW", "2027")])
    assert tables(sheet)[0] == ["Actie", "Wie", "Beoogde planning"]


def test_columns_that_name_no_agenda_are_text() -> None:
    header = [Line("Naam", 100, 50), Line("Partij", 100, 300), Line("Zetels", 100, 450)]
    assert tables(page([*header, *row(120, "Jansen", "OCW", "3"), *row(140, "Pietersen", "SZW", "4")])) == []


def test_names_above_prose_make_no_table() -> None:
    prose = [
        Line("Hier volgt een alinea die over de hele breedte van de pagina loopt en verder", 120 + 12 * n)
        for n in range(4)
    ]
    assert tables(page([*HEADER, *prose])) == []


def test_the_columns_go_on_below_the_title_of_a_part_at_the_top_of_the_next_page() -> None:
    first = page([*HEADER, *row(120, "Loket", "OCW", "2026"), *row(140, "Wet", "SZW", "2027")])
    title = Line("Stap 2: Zorg in alle dorpen en steden van het hele land samen", 60, 50)
    second = page([title, *row(80, "Overleg", "SBB", "2028"), *row(100, "Slot", "UWV", "2029")], 2)
    assert tables(first, second)[3:] == [[title.text], ["Overleg", "SBB", "2028"], ["Slot", "UWV", "2029"]]


def test_a_title_over_two_lines_is_no_part_of_the_row_below_it() -> None:
    title = [Line("Stap 2: Zorg en", 120, 50), Line("ondersteuning", 131, 50)]
    sheet = page([*HEADER, *title, *row(152, "Loket", "OCW", "2026"), *row(172, "Wet", "SZW", "2027")])
    assert tables(sheet)[1:] == [
        ["Stap 2: Zorg en ondersteuning", "", ""],
        ["Loket", "OCW", "2026"],
        ["Wet", "SZW", "2027"],
    ]


def test_the_title_of_a_part_may_be_the_last_line_of_its_page() -> None:
    first = page(
        [
            *HEADER,
            Line("Stap 1: Wonen", 120, 50),
            *row(140, "Loket", "OCW", "2026"),
            *row(160, "Wet", "SZW", "2027"),
            Line("Stap 2: Zorg", 180, 50),
        ]
    )
    second = page([*HEADER, *row(120, "Overleg", "SBB", "2028"), *row(140, "Slot", "UWV", "2029")], 2)
    assert [cells[0] for cells in tables(first, second)] == [
        "Actie", "Stap 1: Wonen", "Loket", "Wet", "Stap 2: Zorg", "Actie", "Overleg", "Slot",
    ]  # fmt: skip


def test_a_title_below_an_agenda_without_parts_is_of_the_text() -> None:
    sheet = page(
        [*HEADER, *row(120, "Loket", "OCW", "2026"), *row(140, "Wet", "SZW", "2027"), Line("3.1 Slot", 160, 50)]
    )
    assert len(tables(sheet)) == 3
