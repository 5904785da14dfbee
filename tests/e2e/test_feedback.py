"""A person says whether an answer was good, and why."""

from __future__ import annotations

import pytest
from playwright.sync_api import Locator, Page, expect

pytestmark = pytest.mark.e2e

QUESTION = "Wie zit er in de werkgroep die microcredentials verkent, en wanneer?"


def judged(page: Page, question: str) -> Locator:
    """Asks, and gives the buttons under the answer."""
    before = page.locator("#conversation .verdicts").count()
    page.get_by_role("textbox", name="Uw vraag").fill(question)
    page.keyboard.press("Enter")
    buttons = page.locator("#conversation .verdicts").nth(before)
    expect(buttons).to_be_visible(timeout=20_000)
    return buttons


def test_a_thumb_and_a_remark_are_left_with_an_answer(page: Page) -> None:
    buttons = judged(page, QUESTION)
    bad = buttons.get_by_role("button", name="Niet goed")
    bad.click()
    expect(bad).to_have_attribute("aria-pressed", "true")
    expect(buttons.get_by_role("button", name="Goed", exact=True)).to_have_attribute("aria-pressed", "false")
    bar = page.locator("#feedback")
    expect(bar.get_by_role("status")).to_have_text("Bewaard als antwoord dat niet goed is.")
    remark = bar.get_by_role("textbox", name="Opmerking")
    expect(remark).to_be_focused()
    remark.fill("De werkgroep is <b>groter</b>.")
    bar.get_by_role("button", name="Verstuur").click()
    expect(bar.get_by_role("status")).to_contain_text("Bedankt")
    expect(remark).to_have_count(0)


def test_a_verdict_is_changed_and_its_remark_stays(page: Page) -> None:
    buttons = judged(page, QUESTION)
    bar = page.locator("#feedback")
    buttons.get_by_role("button", name="Niet goed").click()
    bar.get_by_role("textbox", name="Opmerking").fill("Ik zie het nu.")
    bar.get_by_role("button", name="Verstuur").click()
    expect(bar.get_by_role("status")).to_contain_text("Bedankt")
    buttons.get_by_role("button", name="Goed", exact=True).click()
    expect(bar.get_by_role("status")).to_have_text("Bewaard als goed antwoord.")
    expect(bar.get_by_role("textbox", name="Opmerking")).to_have_value("Ik zie het nu.")
    expect(buttons.get_by_role("button", name="Niet goed")).to_have_attribute("aria-pressed", "false")


def test_a_verdict_is_taken_back(page: Page) -> None:
    good = judged(page, QUESTION).get_by_role("button", name="Goed", exact=True)
    good.click()
    bar = page.locator("#feedback")
    bar.get_by_role("button", name="Neem terug").click()
    expect(bar.get_by_role("status")).to_contain_text("Teruggenomen")
    expect(good).to_have_attribute("aria-pressed", "false")
    expect(good).to_be_focused()
    expect(bar.get_by_role("button", name="Neem terug")).to_have_count(0)


def test_the_bar_closes_with_escape_and_what_was_chosen_stays_marked_in_each_language(page: Page) -> None:
    good = judged(page, QUESTION).get_by_role("button", name="Goed", exact=True)
    good.click()
    expect(page.locator("#feedback").get_by_role("textbox", name="Opmerking")).to_be_focused()
    page.keyboard.press("Escape")
    expect(page.locator("#feedback .open")).to_have_count(0)
    expect(good).to_be_focused()
    expect(good).to_have_attribute("aria-pressed", "true")
    page.get_by_text("English").click()
    expect(page.get_by_role("button", name="Good", exact=True)).to_have_attribute("aria-pressed", "true")


def test_an_answer_that_nothing_was_found_is_judged_too_and_a_new_conversation_begins_without(page: Page) -> None:
    judged(page, "Wat kost een brood bij de bakker in Zwolle?").get_by_role("button", name="Goed", exact=True).click()
    expect(page.locator("#feedback .open")).to_be_visible()
    page.get_by_role("button", name="Nieuw gesprek").click()
    expect(page.locator("#feedback .open")).to_have_count(0)
    expect(judged(page, QUESTION).locator('[aria-pressed="true"]')).to_have_count(0)


@pytest.mark.parametrize("width", [1280, 390])
def test_nothing_sticks_out_of_the_window(page: Page, width: int) -> None:
    page.set_viewport_size({"width": width, "height": 800})
    judged(page, QUESTION).get_by_role("button", name="Niet goed").click()
    expect(page.locator("#feedback").get_by_role("button", name="Verstuur")).to_be_in_viewport()
    assert page.evaluate("document.documentElement.scrollWidth") <= width
