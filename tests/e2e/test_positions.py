"""Someone of a sector association looks up who a party is, and who stands where in whose words."""

from __future__ import annotations

import csv
import re
from io import StringIO
from pathlib import Path

import pytest
from docx import Document
from playwright.sync_api import Locator, Page, expect

from tests.e2e.conftest import Running

pytestmark = pytest.mark.e2e

PARTIES = ("unl", "mbo-raad", "ocw")
THEMES = ("bekostiging", "microcredentials")


@pytest.fixture
def positions(page: Page) -> Page:
    page.get_by_role("tab", name="Standpunten").click()
    expect(page.locator("#positions-matrix .matrix")).to_be_visible(timeout=20_000)
    return page


@pytest.fixture
def parties(page: Page) -> Page:
    page.get_by_role("tab", name="Partijen").click()
    expect(page.locator("#parties-list table")).to_be_visible(timeout=20_000)
    return page


def tick(positions: Page, name: str, wanted: tuple[str, ...]) -> None:
    """Leaves these ticked alone in one of the two lists."""
    picker = positions.locator(f"#positions-filters .picker[data-name={name}]")
    picker.locator("summary").click()
    boxes = [(box, box.get_attribute("value")) for box in picker.get_by_role("checkbox").all()]
    assert set(wanted) <= {value for _, value in boxes}
    for box, value in boxes:
        box.set_checked(value in wanted)
    positions.keyboard.press("Escape")
    expect(picker.locator(".choices")).to_be_hidden()


def compare(positions: Page) -> Locator:
    """Three parties and two themes; its cells."""
    tick(positions, "parties", PARTIES)
    tick(positions, "themes", THEMES)
    cells = positions.get_by_role("grid").locator("td button")
    expect(cells).to_have_count(len(PARTIES) * len(THEMES))
    return cells


def open_cell(positions: Page, party: str, theme: str) -> Locator:
    positions.locator(f'.matrix td button[data-party="{party}"][data-theme="{theme}"]').click()
    panel = positions.locator("#statements")
    expect(panel.get_by_role("heading", level=3)).to_be_focused()
    return panel


def squeezed(text: str) -> str:
    """The letters and digits alone: a page has its line ends elsewhere."""
    return re.sub(r"\W", "", text).casefold()


def test_three_parties_on_two_themes_are_compared_followed_and_taken_along(positions: Page, tmp_path: Path) -> None:
    compare(positions)
    panel = open_cell(positions, "unl", "bekostiging")
    statement = panel.locator(".statements li.current blockquote")
    said = squeezed(statement.inner_text())
    marks = panel.locator(".page mark")
    expect(marks.first).to_be_in_viewport()
    marked = squeezed("".join(marks.all_inner_texts()))
    assert marked
    assert marked in said
    expect(panel.locator(".source .place")).to_contain_text(re.compile(r"pagina \d+"))

    with positions.expect_download() as downloading:
        positions.get_by_role("link", name="Word").click()
    path = tmp_path / downloading.value.suggested_filename
    downloading.value.save_as(path)
    assert path.suffix == ".docx"
    document = Document(str(path))
    assert len(document.tables) == len(THEMES)
    rows = [[cell.text for cell in row.cells] for table in document.tables for row in table.rows[1:]]
    assert len(rows) == len(PARTIES) * len(THEMES)
    [universities] = [row for row in rows[: len(PARTIES)] if row[0] in {"UNL", "Universiteiten van Nederland"}]
    assert said in squeezed("".join(universities))


def test_the_table_for_excel_has_a_source_for_every_statement(positions: Page, tmp_path: Path) -> None:
    compare(positions)
    with positions.expect_download() as downloading:
        positions.get_by_role("link", name="Excel (CSV)").click()
    downloading.value.save_as(tmp_path / "standpunten.csv")
    text = (tmp_path / "standpunten.csv").read_text(encoding="utf-8-sig")
    rows = list(csv.DictReader(StringIO(text), delimiter=";"))
    said = [row for row in rows if row["Stand"] == "standpunt"]
    assert said
    assert all(row["Document"] and row["Pagina"] and row["Woorden in de bron"] for row in said)


def test_a_silent_cell_says_that_nothing_was_found_and_is_not_neutral(positions: Page) -> None:
    silent = positions.locator(".matrix td.silent button").first
    expect(silent).to_have_text("geen passage gevonden")
    silent.click()
    panel = positions.locator("#statements")
    expect(panel.locator(".notice")).to_contain_text("Dat is geen neutraal standpunt")
    expect(panel.locator("blockquote")).to_have_count(0)


def test_everyone_on_a_theme_stands_side_by_side(positions: Page) -> None:
    compare(positions)
    positions.locator('.matrix button.theme[data-theme="bekostiging"]').click()
    columns = positions.locator("#statements .columns section")
    expect(columns).to_have_count(len(PARTIES))
    boxes = [column.bounding_box() for column in columns.all()]
    tops = {round(box["y"]) for box in boxes if box}
    assert len(tops) == 1
    columns.first.get_by_role("button", name="Toon in de bron").first.click()
    expect(positions.locator("#statements .page mark").first).to_be_in_viewport()


def test_what_is_pointed_out_has_both_quotations_and_both_pages(positions: Page, server: Running) -> None:
    contrasts = positions.locator("#positions-contrasts .contrast-list > li")
    if not server.is_fake and contrasts.count() == 0:
        expect(positions.locator("#positions-contrasts")).to_contain_text("Dat zegt niet dat")
        return
    expect(contrasts.first.locator("blockquote")).to_have_count(2)
    contrasts.first.get_by_role("button", name="Toon beide bronnen").click()
    panel = positions.locator("#statements")
    expect(panel.locator(".page")).to_have_count(2)
    for side in panel.locator(".columns section").all():
        expect(side.locator("mark").first).to_be_visible()


def test_a_kind_and_a_period_narrow_what_is_shown(positions: Page) -> None:
    search = positions.get_by_role("search")
    before = positions.locator(".matrix td.position").count()
    search.get_by_label("Soort standpunt").select_option(value="demand")
    expect(positions.locator(".matrix td.left_out").first).to_be_visible()
    assert 0 < positions.locator(".matrix td.position").count() < before
    assert set(positions.locator(".matrix .top b").all_inner_texts()) == {"bepleit"}
    search.get_by_label("Vanaf jaar").select_option(index=1)
    positions.get_by_role("button", name="Beginstand").click()
    expect(positions.locator(".matrix td.position")).to_have_count(before)
    expect(search.get_by_label("Soort standpunt")).to_have_value("")


def test_the_matrix_is_walked_through_with_the_arrow_keys(positions: Page) -> None:
    cells = compare(positions)
    assert [each.get_attribute("tabindex") for each in cells.all()].count("0") == 1
    cells.first.focus()
    positions.keyboard.press("ArrowRight")
    positions.keyboard.press("ArrowDown")
    walked = positions.locator(".matrix tbody tr:nth-child(2) td:nth-child(3) button")
    expect(walked).to_be_focused()
    positions.keyboard.press("Enter")
    expect(positions.locator("#statements").get_by_role("heading", level=3)).to_be_focused()
    positions.keyboard.press("Escape")
    expect(positions.locator("#statements article")).to_have_count(0)
    expect(walked).to_be_focused()


def test_a_party_is_searched_by_a_former_name_and_opens_with_its_sources(parties: Page) -> None:
    parties.get_by_label("Naam of afkorting").fill("vsnu")
    row = parties.locator("#parties-list tr[data-row]")
    expect(row).to_have_count(1)
    row.get_by_role("button").click()
    panel = parties.locator("#party")
    expect(panel.get_by_role("heading", level=3)).to_be_focused()
    expect(panel.locator(".facts")).to_contain_text("VSNU")
    expect(panel.get_by_role("heading", name="Rol in de agenda")).to_be_visible()
    panel.locator("section").last.get_by_role("button", name="Toon de bladzijde").first.click()
    expect(panel.locator(".page mark").first).to_be_in_viewport()
    parties.keyboard.press("Escape")
    expect(panel.locator("article")).to_have_count(0)
    expect(row.get_by_role("button")).to_be_focused()


def test_the_documents_that_name_a_party_open_where_they_do(parties: Page) -> None:
    parties.locator("#parties-list button[data-id=sbb]").click()
    panel = parties.locator("#party")
    expect(panel.get_by_role("img", name=re.compile("^Vermeldingen van .* naar het jaar"))).to_be_visible()
    panel.locator(".pages button").first.click()
    expect(panel.locator(".page mark").first).to_be_in_viewport()


def test_a_party_is_set_beside_others_from_its_panel(parties: Page) -> None:
    parties.locator('#parties-list tr[data-row="mbo-raad"] button').click()
    parties.locator("#party").get_by_role("button", name="Zet naast andere partijen").click()
    expect(parties.get_by_role("tab", name="Standpunten")).to_have_attribute("aria-selected", "true")
    expect(parties.locator("#positions-matrix thead th").nth(1)).to_contain_text("MBO Raad")
    expect(parties.locator("#positions-matrix thead th")).not_to_have_count(2)


def test_the_tabs_turn_english_as_they_are(positions: Page) -> None:
    open_cell(positions, "unl", "bekostiging")
    positions.get_by_text("English").click()
    expect(positions.get_by_role("heading", name="Differences and agreements")).to_be_visible()
    expect(positions.locator("#statements .kind-line").first).to_contain_text(re.compile("calls for|wishes"))
    positions.get_by_text("Nederlands", exact=True).click()
    expect(positions.get_by_role("heading", name="Verschillen en overeenkomsten")).to_be_visible()


@pytest.mark.parametrize("width", [1280, 900, 390])
@pytest.mark.parametrize("tab", ["Partijen", "Standpunten"])
def test_nothing_sticks_out_of_the_window(page: Page, width: int, tab: str) -> None:
    page.get_by_role("tab", name=tab).click()
    expect(page.locator("#parties-list table, #positions-matrix .matrix").first).to_be_visible(timeout=20_000)
    page.set_viewport_size({"width": width, "height": 800})
    assert page.evaluate("document.documentElement.scrollWidth") <= width


def test_on_a_telephone_the_statements_lie_over_the_matrix(positions: Page) -> None:
    positions.set_viewport_size({"width": 390, "height": 844})
    panel = open_cell(positions, "unl", "bekostiging")
    expect(panel.get_by_role("heading", level=3)).to_be_in_viewport()
    panel.get_by_role("button", name="Sluit de uitspraken").click()
    expect(panel.locator("article")).to_have_count(0)
