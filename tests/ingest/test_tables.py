"""Tables found from the rules that are drawn on a page."""

from __future__ import annotations

import time
from dataclasses import replace
from pathlib import Path

import pytest

from assistant.domain.documents import BlockKind, Page
from ingest.cells import Grid, begins_name
from ingest.layout import Box, RawPage
from ingest.readers.pdf import PdfReader
from ingest.tables import grids
from tests.ingest.paper import Line, page


def level(top: float, left: float = 50, right: float = 350) -> Box:
    return Box(left, top, right, top + 0.5)


def upright(left: float, top: float, bottom: float) -> Box:
    return Box(left, top, left + 0.5, bottom)


def texts(sheet: RawPage, grid: Grid) -> list[list[str]]:
    return [[" ".join(sheet.text(line) for line in cell.lines) for cell in row] for row in grid.rows]


def ruled(lines: list[Line], *, inner_from: float = 100) -> RawPage:
    """A table of two rows and two columns, from 100 to 140; the inner upright rule may begin lower."""
    rules = [level(100), level(120), level(140), upright(50, 100, 140), upright(350, 100, 140)]
    return page(lines, rules=[*rules, upright(200, inner_from, 140)])


def page_with(sheet: RawPage, rule: Box) -> RawPage:
    return replace(sheet, rules=(*sheet.rules, rule))


def test_words_stand_in_the_cells_that_the_rules_draw() -> None:
    sheet = ruled([Line("Wat", 105, 60), Line("Wie", 105, 210), Line("Verkenning", 125, 60), Line("OCW", 125, 210)])
    (grid,) = grids(sheet)
    assert texts(sheet, grid) == [["Wat", "Wie"], ["Verkenning", "OCW"]]


def test_a_line_of_the_file_that_crosses_cells_is_cut() -> None:
    """At 5 points a letter 'OCW' begins at 210: 20 letters and spaces after 60 comes 30 spaces."""
    sheet = ruled([Line("Wat" + " " * 27 + "Wie", 105, 60), Line("Pilots" + " " * 24 + "OCW", 125, 60)])
    (grid,) = grids(sheet)
    assert texts(sheet, grid) == [["Wat", "Wie"], ["Pilots", "OCW"]]


def test_a_row_without_its_inner_rule_is_one_cell() -> None:
    lines = [Line("Stap 1 Vereenvoudigen", 105, 60), Line("Pilots", 125, 60), Line("OCW", 125, 210)]
    sheet = ruled(lines, inner_from=120)
    (grid,) = grids(sheet)
    assert [[(cell.first, cell.last) for cell in row] for row in grid.rows] == [[(0, 1)], [(0, 0), (1, 1)]]


def test_a_cell_over_two_rows_has_its_words_in_the_first() -> None:
    """The rule between the rows runs under the second column alone."""
    rules = [level(100), level(120, left=200), level(140), *(upright(x, 100, 140) for x in (50, 200, 350))]
    lines = [
        Line("Thema over", 105, 60),
        Line("Pilots", 105, 210),
        Line("twee rijen", 125, 60),
        Line("Verkenning", 125, 210),
    ]
    sheet = page(lines, rules=rules)
    (grid,) = grids(sheet)
    assert texts(sheet, grid) == [["Thema over twee rijen", "Pilots"], ["", "Verkenning"]]
    assert [[cell.merged for cell in row] for row in grid.rows] == [[False, False], [True, False]]


def test_a_line_that_ends_though_the_next_word_would_have_fitted_was_ended_by_its_author() -> None:
    """The second column is 150 points wide: 'OCW' and 'SZW' fit beside each other, the long names do not."""
    ended = [Line("Wat", 105, 60), Line("OCW", 102, 210), Line("SZW", 112, 210), Line("Pilots", 125, 60)]
    wrapped = [
        Line("Wat", 105, 60),
        Line("Universiteiten van", 102, 210),
        Line("Nederlandenland", 112, 210),
        Line("P", 125, 60),
    ]
    assert [[cell.breaks_after(0) for cell in grids(ruled(lines))[0].rows[0]] for lines in (ended, wrapped)] == [
        [False, True],
        [False, False],
    ]


@pytest.mark.parametrize(
    ("above", "below", "begins"),
    [
        ("Team Sportservice", "gemeente Ede", True),
        ("ROC van Amsterdam", "KHN", True),
        ("Wageningen Research", "provincies", True),
        ("College van de", "gemeente Ede", False),
        ("Samenwerkende", "gemeenten", False),
        ("Universiteit", "Leiden", False),
    ],
)
def test_some_words_begin_a_name_where_the_line_above_ends_one(above: str, below: str, begins: bool) -> None:
    sheet = page([Line(above, 100), Line(below, 112)])
    assert begins_name(sheet, *sheet.lines) is begins


def test_the_colour_behind_the_header_ends_it_where_no_rule_does() -> None:
    """Rules at 100 and 160, one row below the header: the colour ends at 120."""
    rules = [level(100), level(160), level(190), *(upright(x, 100, 190) for x in (50, 200, 350))]
    lines = [Line("Wat", 105, 60), Line("Wie", 105, 210), Line("Pilots", 125, 60), Line("OCW", 125, 210)]
    sheet = page([*lines, Line("Slot", 170, 60), Line("SZW", 170, 210)], rules=[*rules, Box(50, 100, 350, 120)])
    (grid,) = grids(sheet)
    assert texts(sheet, grid) == [["Wat", "Wie"], ["Pilots", "OCW"], ["Slot", "SZW"]]


def test_a_raised_mark_on_a_line_of_its_own_stands_behind_the_word_that_carries_it() -> None:
    lines = [Line("Wat", 105, 60), Line("Wie", 105, 210), Line("Pilots", 128, 60)]
    sheet = ruled([*lines, Line("onderwijsveld", 126, 210), Line("1", 125, 276, size=6), Line("en OCW", 126, 284)])
    (grid,) = grids(sheet)
    assert texts(sheet, grid)[1] == ["Pilots", "onderwijsveld\r\n1\r\nen OCW"]


def test_lines_of_a_cell_stand_from_top_to_bottom_whatever_their_order_in_the_file() -> None:
    sheet = ruled([Line("tweede", 110, 60), Line("eerste", 101, 60), Line("OCW", 105, 210), Line("Pilots", 125, 60)])
    (grid,) = grids(sheet)
    assert texts(sheet, grid)[0] == ["eerste tweede", "OCW"]


def test_an_underlined_heading_and_a_frame_are_no_table() -> None:
    lines = [Line("Kop", 90), Line("Tekst in een kader", 125, 60)]
    frame = [level(120), level(140), upright(50, 120, 140), upright(350, 120, 140)]
    assert grids(page(lines, rules=[level(102), *frame])) == []


def test_rules_that_do_not_touch_are_tables_of_their_own() -> None:
    first = ruled([])
    lower = [Box(b.left, b.top + 300, b.right, b.bottom + 300) for b in first.rules]
    lines = [Line(text, top, left) for top in (105, 125, 405, 425) for text, left in (("Wat", 60), ("Wie", 210))]
    assert [round(grid.box.top) for grid in grids(page(lines, rules=[*lower, *first.rules]))] == [100, 400]


def test_filled_cells_draw_a_table_where_there_are_no_rules() -> None:
    shades = [Box(left, top, left + 150, top + 20) for left in (50, 200) for top in (100, 120)]
    lines = [Line(text, top, left) for top in (105, 125) for text, left in (("Wat", 60), ("Wie", 210))]
    sheet = page(lines, rules=shades)
    (grid,) = grids(sheet)
    assert texts(sheet, grid) == [["Wat", "Wie"], ["Wat", "Wie"]]


def test_shades_beside_drawn_rules_are_not_cells() -> None:
    """A highlight over half a cell."""
    sheet = ruled([Line("Wat", 105, 60), Line("Wie", 105, 210), Line("Pilots", 125, 60), Line("OCW", 125, 210)])
    shaded = page_with(sheet, Box(55, 122, 120, 138))
    (grid,) = grids(shaded)
    assert texts(shaded, grid) == [["Wat", "Wie"], ["Pilots", "OCW"]]


def test_edges_that_each_cell_draws_for_itself_make_whole_rules() -> None:
    edges = [
        edge
        for left in (50, 200)
        for top in (100, 120)
        for edge in (level(top, left, left + 150), upright(left, top, top + 20), upright(left + 150, top, top + 20))
    ]
    lines = [Line(text, top, left) for top in (105, 125) for text, left in (("Wat", 60), ("Wie", 210))]
    sheet = page(lines, rules=[*edges, level(140, 50, 350)])
    (grid,) = grids(sheet)
    assert texts(sheet, grid) == [["Wat", "Wie"], ["Wat", "Wie"]]


FOUR = [Line(text, top, left) for top in (105, 125) for text, left in (("Wat", 60), ("Wie", 210))]


def test_a_table_that_is_open_at_its_sides_reaches_as_far_as_its_rules() -> None:
    sheet = page(FOUR, rules=[level(100), level(120), level(140), upright(200, 100, 140)])
    (grid,) = grids(sheet)
    assert texts(sheet, grid) == [["Wat", "Wie"], ["Wat", "Wie"]]


def test_space_between_cells_that_are_drawn_one_by_one_is_no_column() -> None:
    """Ten points lie between the cells; the third column has no words and stays."""
    edges = [upright(left, 100, 140) for left in (50, 190, 200, 340, 350, 450)]
    sheet = page(FOUR, rules=[*edges, *(level(top, 50, 450) for top in (100, 120, 140))])
    (grid,) = grids(sheet)
    assert texts(sheet, grid) == [["Wat", "Wie", ""], ["Wat", "Wie", ""]]


def test_shades_behind_single_lines_are_not_rows() -> None:
    """Every second row is coloured cell by cell, and in it each line of text once more."""
    cells = [Box(left, top, left + 150, top + 40) for top in (100, 180) for left in (50, 200)]
    behind = [Box(left + 5, top, left + 145, top + 12) for top in (100, 112, 180, 192) for left in (50, 200)]
    lines = [
        Line(text, top, 60 + place) for top, text, place in ((102, "Wat", 0), (114, "en hoe", 0), (102, "Wie", 150))
    ]
    lines += [Line("Pilots", 145, 60), Line("OCW", 145, 210), Line("Slot", 182, 60), Line("SZW", 182, 210)]
    sheet = page(lines, rules=[*cells, *behind])
    (grid,) = grids(sheet)
    assert texts(sheet, grid) == [["Wat en hoe", "Wie"], ["Pilots", "OCW"], ["Slot", "SZW"]]


def test_text_that_runs_across_the_columns_of_coloured_cells_is_one_cell() -> None:
    cells = [Box(left, top, left + 150, top + 20) for top in (100, 140) for left in (50, 200)]
    between = Line("Hieronder staat wat er nog meer is gevonden", 125, 60)
    sheet = page([*FOUR[:2], between, Line("Wat", 145, 60), Line("Wie", 145, 210)], rules=cells)
    (grid,) = grids(sheet)
    assert texts(sheet, grid) == [["Wat", "Wie"], ["Hieronder staat wat er nog meer is gevonden"], ["Wat", "Wie"]]


def test_underlines_and_boxes_that_hold_few_words_are_no_table() -> None:
    rules = [level(top) for top in (100, 120, 140, 160)] + [upright(left, 100, 160) for left in range(50, 400, 60)]
    lines = [Line("een", 105, 60), Line("los", 105, 240), Line("woord", 125, 60), Line("hier", 145, 300)]
    assert grids(page(lines, rules=rules)) == []


def test_a_frame_around_the_page_does_not_join_its_tables() -> None:
    first = ruled([])
    lower = [Box(b.left, b.top + 300, b.right, b.bottom + 300) for b in first.rules]
    frame = [level(10, 10, 590), level(790, 10, 590), upright(10, 10, 790), upright(590, 10, 790), Box(0, 0, 600, 800)]
    lines = [Line(text, top, left) for top in (105, 125, 405, 425) for text, left in (("Wat", 60), ("Wie", 210))]
    assert len(grids(page(lines, rules=[*frame, *first.rules, *lower]))) == 2


def test_a_drawing_of_thousands_of_rules_is_no_table_and_takes_no_time() -> None:
    """Four thousand rules that all cross: four million crossings."""
    rules = [level(top / 4, 0, 600) for top in range(0, 3200, 2)] + [upright(x / 4, 0, 800) for x in range(0, 2400, 2)]
    started = time.perf_counter()
    assert grids(page([Line("Kaart", 100)], rules=rules)) == []
    assert time.perf_counter() - started < 2


PARTNERS = "OCW, onderwijsveld, sociale partners"
# The agenda of the Kamerbrief as people read it: step, first words of the action, owners, term.
AGENDA = [
    (1, "Nadere uitwerking", "OCW", "2023/2025"),
    (1, "Verkenning wettelijke", "OCW, onderwijsveld1", "2024/2025"),
    (2, "Verkenning verbreding", "OCW, onderwijsveld, IvhO, NVAO, SBB", "2024/2025"),
    (3, "Verkenning naar", "OCW, IvhO, landsadvocaat, onderwijsveld, accountants", "2023/2024"),
    (3, "Resultaten meenemen", "OCW", "2024/2025"),
    (4, "Verkenning rol", "Werkgroep: OCW, DUO, onderwijsveld, SBB, sociale partners", "2023/2024"),
    (4, "Uitvoering pilots", "Onderwijsveld, bedrijfsleven", "2023/2026"),
    (4, "Verkenning doorontwikkeling", "OCW, SBB", "2023/2024"),
    (5, "Ontwikkeling van", "SZW, OCW, UWV, SBB, onderwijsveld, sociale partners", "2023/2025"),
    (5, "Pilots CompetentNL", "OCW, SBB, onderwijsveld", "2023/2026"),
    (5, "Verkenning verruiming", PARTNERS, "2023/2024"),
    (5, "Parlementaire behandeling", "OCW", "2024"),
    (6, "Gezamenlijke uitvoering", f"{PARTNERS}, SBB, ketenpartijen, bedrijfsleven", "2023/2026"),
    (6, "Voortzetting gesprekken", PARTNERS, "Continu"),
    (7, "Start en", "OCW, onderwijsveld, SBB, sociale partners", "2023/2027"),
    (7, "Mkb-route in", PARTNERS, "2023/2025"),
    (7, "Meer aandacht", "OCW", "2023/2024"),
    (7, "Benutten middelen", "onderwijsveld", "2023/2026"),
]


def test_the_agenda_of_the_kamerbrief_has_its_eighteen_rows(shared_documents: Path) -> None:
    pages = PdfReader().read(shared_documents / "kst-30012-157.pdf").pages
    assert agenda_rows(pages[4:6]) == AGENDA


def agenda_rows(pages: tuple[Page, ...]) -> list[tuple[int, str, str, str]]:
    step, rows = 0, []
    for page_ in pages:
        for block in page_.blocks:
            cells = [cell.of(page_.text) for cell in block.cells]
            if block.kind is BlockKind.TABLE_SECTION:
                step = int(cells[0].split()[0])
            elif block.kind is BlockKind.TABLE_ROW:
                rows.append((step, " ".join(cells[0].split()[:2]), cells[1], cells[2]))
    return rows
