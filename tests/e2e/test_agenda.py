"""A policy officer looks up who does what and when, follows an action, and takes the table along."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from docx import Document
from playwright.sync_api import Locator, Page, expect

from tests.e2e.conftest import Running

pytestmark = pytest.mark.e2e

MICROCREDENTIALS = "Verkenning rol en gebruik microcredentials"


@pytest.fixture
def agenda(page: Page) -> Page:
    page.get_by_role("tab", name="Agenda").click()
    expect(page.locator("#agenda-results .actions")).to_be_visible(timeout=20_000)
    return page


def rows(agenda: Page) -> Locator:
    return agenda.locator("#agenda-results .actions tr[data-row]")


def choose(agenda: Page, label: str, choice: str) -> None:
    """Picks the choice of the filter that begins so, and waits until what it finds stands there."""
    results = agenda.locator("#agenda-results")
    before = results.inner_html()
    control = agenda.get_by_role("search").get_by_label(label)
    named = control.locator("option", has_text=re.compile(rf"^{choice}\b")).first
    control.select_option(value=named.get_attribute("value"))
    expect(results).not_to_have_js_property("innerHTML", before)
    shown = ""
    while shown != (shown := results.inner_html()):
        agenda.wait_for_timeout(500)


def look(agenda: Page, part: str) -> None:
    agenda.get_by_role("group", name="Weergave").get_by_role("button", name=part).click()


def open_action(agenda: Page, what: str) -> Locator:
    agenda.locator("#agenda-results").get_by_role("button", name=what).first.click()
    panel = agenda.locator("#action")
    expect(panel.get_by_role("heading", name=what)).to_be_focused()
    return panel


def test_the_actions_of_a_party_in_a_year_are_followed_and_taken_along(agenda: Page, tmp_path: Path) -> None:
    every = rows(agenda).count()
    choose(agenda, "Partij", "SBB")
    choose(agenda, "Jaar", "2025")
    shown = rows(agenda)
    assert 0 < shown.count() < every
    found = [each.inner_text() for each in shown.locator("button.open").all()]

    panel = open_action(agenda, found[0])
    expect(panel.locator(".facts")).to_contain_text("SBB")
    expect(panel.get_by_role("heading", name="Latere vermeldingen")).to_be_visible()

    with agenda.expect_download() as downloading:
        agenda.get_by_role("link", name="Word").click()
    path = tmp_path / downloading.value.suggested_filename
    downloading.value.save_as(path)
    assert path.suffix == ".docx"
    cells = [row.cells[0].text for table in Document(str(path)).tables for row in table.rows]
    assert [cell for cell in cells if cell in found] == found
    assert not [cell for cell in cells if cell == MICROCREDENTIALS]  # over by 2024


def test_an_action_is_read_with_its_source(agenda: Page) -> None:
    panel = open_action(agenda, MICROCREDENTIALS)
    expect(panel.locator(".facts")).to_contain_text("werkgroep")
    marks = panel.locator(".page mark")
    expect(marks.first).to_be_in_viewport()
    assert MICROCREDENTIALS in marks.all_inner_texts()


def test_of_quick_clicks_the_last_one_is_shown(agenda: Page) -> None:
    buttons = agenda.locator("#agenda-results button.open")
    last = buttons.nth(4).inner_text()
    buttons.evaluate_all("buttons => buttons.slice(0, 5).forEach(button => button.click())")
    expect(agenda.locator("#action h3")).to_have_text(last)
    agenda.wait_for_timeout(1_000)  # an answer to an earlier click would come by now
    expect(agenda.locator("#action h3")).to_have_text(last)


def test_of_quick_choices_in_a_filter_the_last_one_counts(agenda: Page) -> None:
    every = rows(agenda).count()
    agenda.get_by_role("search").get_by_label("Jaar").evaluate(
        """control => {
            for (const place of [1, 2, 0]) {
                control.selectedIndex = place;
                control.dispatchEvent(new Event('change', { bubbles: true }));
            }
        }"""
    )
    agenda.wait_for_timeout(1_000)  # the answers to all three
    expect(rows(agenda)).to_have_count(every)


def test_the_page_of_a_mention_opens_in_the_place_of_the_row(agenda: Page, server: Running) -> None:
    what, document = (MICROCREDENTIALS, "Werkverslag") if server.is_fake else ("Leeruitkomsten", "congresbundel")
    panel = open_action(agenda, what)
    mention = panel.locator(".mentions li", has_text=re.compile(document, re.IGNORECASE)).first
    expect(mention.locator("blockquote")).not_to_be_empty()
    mention.get_by_role("button", name="Toon de bladzijde").click()
    expect(panel.locator(".source .place")).to_contain_text(re.compile(document, re.IGNORECASE))
    panel.get_by_role("button", name="Toon de rij in de agenda").click()
    expect(panel.locator(".source .place")).to_contain_text("Onderwijsagenda LLO")


def test_an_action_is_opened_and_closed_with_the_keyboard(agenda: Page) -> None:
    button = agenda.locator("#agenda-results").get_by_role("button", name=MICROCREDENTIALS).first
    button.focus()
    agenda.keyboard.press("Enter")
    expect(agenda.locator("#action").get_by_role("heading", name=MICROCREDENTIALS)).to_be_focused()
    expect(agenda.locator("tr[data-current]")).to_have_count(1)
    agenda.keyboard.press("Escape")
    expect(agenda.locator("#action article")).to_have_count(0)
    expect(button).to_be_focused()


def test_a_status_without_words_that_prove_it_is_refused_and_one_with_them_is_kept(agenda: Page) -> None:
    panel = open_action(agenda, MICROCREDENTIALS)
    panel.get_by_text("Status vastleggen").click()
    form = panel.locator("form[data-form=record]")
    form.get_by_role("button", name="Leg vast").click()
    expect(panel.locator(".result.failed")).to_contain_text("Vul ook in: Status")
    form.locator("[name=status]").select_option(label="deels voldaan")
    form.locator("[name=document]").select_option(value="kst-30012-157")
    form.get_by_label("Woorden die het bewijzen").fill("de verkenning is in Terneuzen afgerond")
    form.get_by_label("Uw naam").fill("J. de Vries")
    form.get_by_role("button", name="Leg vast").click()
    expect(panel.locator(".result.failed")).not_to_contain_text("Vul ook in", timeout=10_000)
    expect(panel.locator(".result.failed")).to_contain_text("kst-30012-157")
    expect(form.get_by_label("Woorden die het bewijzen")).to_have_value("de verkenning is in Terneuzen afgerond")

    form.get_by_label("Woorden die het bewijzen").fill("Een microcredential is een digitaal certificaat")
    form.get_by_role("button", name="Leg vast").click()
    expect(panel.locator(".result.done")).to_have_text("De status is vastgelegd.")
    expect(panel.locator(".history li").first).to_contain_text("J. de Vries")
    row = rows(agenda).filter(has_text=MICROCREDENTIALS)
    expect(row).to_contain_text("deels voldaan")
    expect(form.get_by_label("Woorden die het bewijzen")).to_have_value("")
    expect(form.get_by_label("Uw naam")).to_have_value("J. de Vries")


def test_a_correction_stands_beside_what_was_read(agenda: Page) -> None:
    panel = open_action(agenda, MICROCREDENTIALS)
    panel.get_by_text("Gelezen waarde corrigeren").click()
    form = panel.locator("form[data-form=correct]")
    form.get_by_label("Onderdeel").select_option(label="Wat")
    form.get_by_label("Moet zijn").fill("Verkenning <b>microcredentials</b>")
    form.get_by_label("Waarom").fill("de kop was afgebroken")
    form.get_by_label("Uw naam").fill("J. de Vries")
    form.get_by_role("button", name="Corrigeer").click()
    expect(panel.locator(".result.done")).to_have_text("De correctie is bewaard.")
    expect(panel.locator(".facts .original")).to_contain_text(MICROCREDENTIALS)
    expect(panel.get_by_role("heading", name="Verkenning <b>microcredentials</b>")).to_be_visible()
    form.get_by_label("Onderdeel").select_option(label="Wat")
    form.get_by_label("Moet zijn").fill(MICROCREDENTIALS)
    form.get_by_label("Waarom").fill("toch niet")
    form.get_by_role("button", name="Corrigeer").click()
    expect(panel.get_by_role("heading", name=MICROCREDENTIALS)).to_be_visible()
    expect(panel.locator(".history li", has_text="Wat gecorrigeerd")).to_have_count(2)


def test_corrections_are_filled_in_in_a_file_and_all_of_it_is_kept_or_nothing(agenda: Page, tmp_path: Path) -> None:
    action = rows(agenda).filter(has_text=MICROCREDENTIALS).first.get_attribute("data-row")
    corrections = agenda.locator("#agenda-results .import")
    corrections.locator("summary").click()
    with agenda.expect_download() as downloading:
        corrections.get_by_role("link", name="Leeg bestand met de kolommen").click()
    path = tmp_path / downloading.value.suggested_filename
    downloading.value.save_as(path)
    empty = path.read_bytes()
    good, bad = (f"{each};wat;Proeven <b>nu</b>;J. de Vries;nieuw\r\n".encode() for each in (action, "nergens:1.1"))

    path.write_bytes(empty + good + bad)
    corrections.get_by_label("CSV-bestand").set_input_files(path)
    expect(corrections.locator(".result.failed")).to_contain_text("rij 3: Er is geen actie 'nergens:1.1'")
    expect(rows(agenda).filter(has_text="Proeven <b>nu</b>")).to_have_count(0)

    path.write_bytes(empty + good)
    corrections.get_by_label("CSV-bestand").set_input_files(path)
    expect(corrections.locator(".result.done")).to_have_text("1 correctie vastgelegd.")
    expect(rows(agenda).filter(has_text="Proeven <b>nu</b>")).to_have_count(1)

    path.write_bytes(empty + good.replace(b"Proeven <b>nu</b>", MICROCREDENTIALS.encode()))
    corrections.get_by_label("CSV-bestand").set_input_files(path)
    expect(rows(agenda).filter(has_text=MICROCREDENTIALS).first).to_be_visible()


def test_the_timeline_shows_terms_beside_the_date_and_what_has_none(agenda: Page) -> None:
    agenda.get_by_label("Op datum").fill("2024-06-01")
    expect(agenda.locator("#agenda-results .summary")).to_contain_text("op 1 juni 2024")
    look(agenda, "Tijdlijn")
    chart = agenda.get_by_role("group", name=re.compile("Tijdlijn van .* 1 juni 2024"))
    expect(chart).to_be_visible()
    expect(chart.locator(".now b")).to_have_text("1 juni 2024")
    bar = chart.get_by_role("img", name="2023/2024: 1 januari 2023 t/m 31 december 2024; loopt").first
    expect(bar).to_be_visible()
    line, box = chart.locator(".now").bounding_box(), bar.bounding_box()
    assert line is not None
    assert box is not None
    assert box["x"] < line["x"] < box["x"] + box["width"]


def test_a_number_of_the_workload_leads_to_its_actions(agenda: Page) -> None:
    look(agenda, "Werklast")
    cell = agenda.locator(".heat").get_by_role("button", name=re.compile("^SBB, Stap 4: .*: 2$"))
    cell.click()
    expect(rows(agenda)).to_have_count(2)
    expect(agenda.get_by_role("search").get_by_label("Partij")).to_have_value("sbb")
    agenda.get_by_role("button", name="Wis filters").click()
    expect(agenda.get_by_role("search").get_by_label("Partij")).to_have_value("")


def test_filters_that_fit_nothing_are_told_and_can_be_cleared(agenda: Page) -> None:
    every = rows(agenda).count()
    agenda.get_by_label("Onderwerp").fill("zandkastelen")
    expect(agenda.locator("#agenda-results .empty")).to_contain_text("Geen enkele actie past")
    agenda.get_by_role("button", name="Wis filters").click()
    expect(rows(agenda)).to_have_count(every)
    expect(agenda.get_by_label("Onderwerp")).to_have_value("")


def test_versions_are_compared_where_there_are_two(agenda: Page, server: Running) -> None:
    look(agenda, "Versies")
    if not server.is_fake:
        expect(agenda.locator(".comparing")).to_contain_text("Er is één agenda")
        return
    agenda.get_by_label("Oude versie").select_option(value="kst-30012-157")
    agenda.get_by_label("Nieuwe versie").select_option(value="actieplan-2025")
    changed = agenda.locator(".versions td", has_text="2025/2027")
    expect(changed.locator("ins")).to_have_text("2025/2027")


def test_the_tab_turns_english_as_it_is(agenda: Page) -> None:
    open_action(agenda, MICROCREDENTIALS)
    agenda.get_by_text("English").click()
    expect(agenda.get_by_role("heading", name="Later mentions")).to_be_visible()
    expect(agenda.get_by_role("button", name="Timeline")).to_be_visible()
    expect(agenda.get_by_role("search").get_by_label("Party")).to_be_visible()
    agenda.get_by_text("Nederlands", exact=True).click()
    expect(agenda.get_by_role("heading", name="Latere vermeldingen")).to_be_visible()


@pytest.mark.parametrize("width", [1280, 390])
def test_nothing_sticks_out_of_the_window(agenda: Page, width: int) -> None:
    agenda.set_viewport_size({"width": width, "height": 800})
    for part in ("Tabel", "Tijdlijn", "Werklast", "Versies"):
        look(agenda, part)
        expect(agenda.get_by_role("button", name=part)).to_have_attribute("aria-pressed", "true")
        assert agenda.evaluate("document.documentElement.scrollWidth") <= width, part


def test_on_a_telephone_the_action_lies_over_the_table(agenda: Page) -> None:
    agenda.set_viewport_size({"width": 390, "height": 844})
    panel = open_action(agenda, MICROCREDENTIALS)
    expect(panel.get_by_role("heading", name=MICROCREDENTIALS)).to_be_in_viewport()
    panel.get_by_role("button", name="Sluit de actie").click()
    expect(agenda.locator("#action article")).to_have_count(0)
