"""A person asks, reads the answer and looks at its sources."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import Browser, Dialog, Locator, Page, expect

from tests.e2e.conftest import Running

pytestmark = pytest.mark.e2e

QUESTION = "Wie zit er in de werkgroep die microcredentials verkent, en wanneer?"


def ask(page: Page, question: str) -> Locator:
    """Types the question, presses Enter, and gives the answer when it is whole."""
    answers = page.locator("#conversation .answer:has(.notes), #conversation .notice")
    before = answers.count()
    page.get_by_role("textbox").fill(question)
    page.keyboard.press("Enter")
    expect(answers).to_have_count(before + 1, timeout=20_000)
    return answers.nth(before)


def test_an_answer_says_who_and_opens_the_page_that_proves_it(page: Page) -> None:
    answer = ask(page, QUESTION)
    expect(answer).to_contain_text("DUO")
    expect(answer).to_contain_text("SBB")
    expect(answer).to_contain_text(re.compile(r"Doorzocht: \d+ documenten"))
    answer.get_by_role("button", name="1").first.click()
    source = page.locator("#source")
    expect(source).to_contain_text("Onderwijsagenda LLO")
    expect(source).to_contain_text(re.compile(r"pagina \d+"))
    expect(source.locator("mark").first).to_be_visible()
    expect(source.locator("mark").first).to_be_in_viewport()
    assert "DUO" in "".join(source.locator("mark").all_inner_texts())


def test_the_words_that_prove_an_answer_are_scrolled_into_view_within_the_panel(page: Page) -> None:
    page.set_viewport_size({"width": 1280, "height": 600})
    ask(page, QUESTION).get_by_role("button", name="1").first.click()
    mark, panel = page.locator("#source mark").first, page.locator("#source .page")
    expect(mark).to_be_visible()
    mark_box, panel_box = mark.bounding_box(), panel.bounding_box()
    assert mark_box is not None
    assert panel_box is not None
    assert panel_box["y"] <= mark_box["y"] < panel_box["y"] + panel_box["height"]
    assert page.evaluate("window.scrollY") == 0


def test_a_summary_is_named_as_such(page: Page) -> None:
    answer = ask(page, QUESTION)
    expect(answer.locator(".sources")).to_contain_text("samenvatting")
    answer.get_by_role("button", name="1").first.click()
    expect(page.locator("#source .place")).to_contain_text("samenvatting")


def test_pages_can_be_turned_and_the_source_closed_with_the_keyboard(page: Page) -> None:
    citation = ask(page, QUESTION).get_by_role("button", name="1").first
    citation.click()
    place = page.locator("#source .number-of-page")
    expect(place).to_be_visible()
    shown = place.inner_text()
    page.get_by_role("button", name="Volgende pagina").click()
    expect(place).not_to_have_text(shown)
    page.get_by_role("button", name="Vorige pagina").click()
    expect(place).to_have_text(shown)
    expect(page.locator("#source mark").first).to_be_visible()
    page.keyboard.press("Escape")
    expect(page.locator("#source .page")).to_have_count(0)
    expect(citation).to_be_focused()


def test_an_example_is_asked_by_clicking_it(page: Page) -> None:
    page.get_by_role("group", name="Voorbeeldvragen").get_by_role("button").first.click()
    expect(page.locator("#conversation .answer .notes")).to_be_visible(timeout=20_000)
    expect(page.locator("#conversation .question")).to_have_text(QUESTION)


def test_an_empty_question_and_one_that_is_too_long_are_answered_with_a_sentence(page: Page) -> None:
    expect(ask(page, "   ")).to_contain_text("typ eerst")
    page.get_by_role("textbox").fill("waarom " * 300)
    page.get_by_role("button", name="Vraag", exact=True).click()
    expect(page.locator("#conversation .notice")).to_contain_text("hoogstens 2000 tekens")
    expect(ask(page, QUESTION)).to_contain_text("DUO")


def test_a_question_is_shown_literally_and_harms_nothing(page: Page) -> None:
    dialogs: list[str] = []

    def note(dialog: Dialog) -> None:
        dialogs.append(dialog.message)
        dialog.dismiss()

    page.on("dialog", note)
    question = (
        "<img src=x onerror=alert(1)> <script>alert(2)</script> # **vet** `code` $$x^2$$ [l](javascript:alert(3)) "
        "'; DROP TABLE documents; -- &lt;b&gt;"
    )
    ask(page, question)
    expect(page.locator("#conversation .question")).to_have_text(question)
    assert page.locator("#conversation .question *").count() == 0
    expect(ask(page, QUESTION)).to_contain_text("DUO")
    assert dialogs == []


def test_what_was_searched_but_not_found_is_an_answer(page: Page) -> None:
    answer = ask(page, "Wat kost een brood bij de bakker in Zwolle?")
    expect(answer).to_contain_text(re.compile(r"Doorzocht: \d+ documenten"))
    expect(answer.get_by_role("button")).to_have_count(0)


def test_a_new_conversation_begins_empty(page: Page) -> None:
    ask(page, QUESTION)
    page.locator("#conversation").get_by_role("button", name="1").first.click()
    expect(page.locator("#source mark").first).to_be_visible()
    page.get_by_role("button", name="Nieuw gesprek").click()
    expect(page.locator("#source .page")).to_have_count(0)
    expect(page.locator("#conversation .question")).to_have_count(0)
    expect(page.get_by_text("Wat wilt u weten?")).to_be_visible()


def test_the_page_turns_english_and_keeps_the_conversation(page: Page) -> None:
    ask(page, QUESTION).get_by_role("button", name="1").first.click()
    expect(page.locator("#source mark").first).to_be_visible()
    page.get_by_text("English").click()
    expect(page.get_by_role("tab", name="Questions")).to_be_visible()
    expect(page.get_by_role("button", name="Ask", exact=True)).to_be_visible()
    expect(page.get_by_role("textbox", name="Your question")).to_be_visible()
    expect(page.locator("#conversation .question")).to_have_text(QUESTION)
    expect(page.locator("#conversation .notes")).to_contain_text("Searched:")
    expect(page.locator("#source .number-of-page")).to_contain_text("page")
    expect(page.locator("html")).to_have_attribute("lang", "en")
    page.get_by_text("Nederlands").click()
    expect(page.get_by_role("tab", name="Vragen")).to_be_visible()
    expect(page.locator("html")).to_have_attribute("lang", "nl")


def test_one_visitor_does_not_see_what_another_asks(page: Page, browser: Browser, server: Running) -> None:
    ask(page, QUESTION)
    other = browser.new_context().new_page()
    other.goto(server.address)
    other.get_by_role("textbox").wait_for()
    expect(other.locator("#conversation .question")).to_have_count(0)
    other.context.close()


def test_on_a_telephone_the_source_lies_over_the_conversation(page: Page) -> None:
    page.set_viewport_size({"width": 390, "height": 844})
    answer = ask(page, QUESTION)
    answer.get_by_role("button", name="1").first.click()
    expect(page.locator("#source mark").first).to_be_in_viewport()
    page.get_by_role("button", name="Sluit de bron").click()
    expect(answer.get_by_role("button", name="1").first).to_be_in_viewport()


@pytest.mark.parametrize("width", [1280, 390])
def test_nothing_sticks_out_of_the_window(page: Page, width: int) -> None:
    page.set_viewport_size({"width": width, "height": 800})
    ask(page, f"{QUESTION} {'x' * 400}")
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    tab = page.get_by_role("tab", name="Documenten")
    if not tab.is_visible():  # a narrow window keeps the last tabs in a menu
        page.get_by_role("button", name="More tabs").click()
        tab = page.get_by_role("button", name="Documenten")
    tab.click()
    expect(page.locator("#documents table")).to_be_visible()
    assert page.evaluate("document.documentElement.scrollWidth") <= width


def test_screen_readers_get_words_and_not_markup(page: Page) -> None:
    ask(page, QUESTION)
    expect(page.get_by_role("log", name="Gesprek")).to_be_visible()
    labels = page.locator("[aria-label]").evaluate_all("all => all.map(each => each.getAttribute('aria-label'))")
    assert [label for label in labels if "<" in label] == []
