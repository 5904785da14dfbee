"""Who may measure the answers does so from the page: with own questions, and with the report beside them."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from evals.workbench import read_in
from tests.e2e.conftest import APPLICATIONS, Running, running

pytestmark = pytest.mark.e2e

PLAN = """# Agenda duurzaam varen

De proef met waterstof kost 12 miljoen euro.
De minister wil minder uitstoot van schepen, omdat de lucht in havensteden schoner moet.
"""
COSTS = {
    "id": "costs",
    "question": "Hoeveel kost de proef met waterstof?",
    "language": "nl",
    "type": "number",
    "family": "costs",
    "split": "dev",
    "gold": [[{"document": "plan", "page": 1, "anchors": ["12 miljoen"]}]],
    "facts": [{"name": "12 miljoen", "patterns": ["12 miljoen"]}],
}
REASON = COSTS | {
    "id": "reason",
    "question": "Waarom wil de minister minder uitstoot van schepen?",
    "type": "reason",
    "family": "reason",
    "facts": [{"name": "nooit genoemd", "patterns": ["omdat het moet van de koning"]}],
}
ELSEWHERE = COSTS | {"gold": [[{"document": "brief", "page": 3, "anchors": ["12 miljoen"]}]]}
SETS = {"varen.jsonl": [COSTS, REASON], "elders.jsonl": [ELSEWHERE]}


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Running]:
    """The page of the prepared application; what is measured is a real library beside it, of one small document."""
    folder = tmp_path_factory.mktemp("evaluation")
    (folder / "plan.md").write_text(PLAN, encoding="utf-8")
    read_in(folder / "data", [str(folder / "plan.md")])
    questions = folder / "data" / "evaluation" / "questions"
    questions.mkdir(parents=True)
    for name, entries in SETS.items():
        (questions / name).write_text("".join(f"{json.dumps(each)}\n" for each in entries), encoding="utf-8")
    with running(APPLICATIONS["fake"], folder, WIEWATWANNEER_EVALUATION="1") as server:
        yield server


@pytest.fixture
def tab(page: Page) -> Page:
    page.get_by_role("tab", name="Evaluatie").click()
    expect(page.get_by_role("heading", name="Hoe goed zijn de antwoorden?")).to_be_visible(timeout=20_000)
    return page


def test_own_questions_are_measured_and_the_report_shows_figures_slices_and_the_worst_case(
    tab: Page, tmp_path: Path
) -> None:
    chosen = tab.get_by_role("combobox", name="Vragen")
    chosen.focus()
    chosen.select_option("varen.jsonl")
    expect(chosen).to_be_focused()
    expect(tab.locator("#evaluation-report")).to_contain_text("nog niet gemeten")
    tab.get_by_role("button", name="Meet nu").click()
    expect(tab.get_by_role("button", name="Stop")).to_be_focused()
    expect(tab.get_by_role("progressbar", name="Voortgang van de meting")).to_be_visible()
    outcome = tab.locator("#evaluation-state [role=status]")
    expect(outcome).to_contain_text("Gemeten: voldoet aan alle eisen.", timeout=120_000)
    report = tab.frame_locator("#evaluation-report iframe")
    expect(report.get_by_role("heading", name="Evaluatie van antwoorden")).to_be_visible()
    expect(report.get_by_role("heading", name="Per soort vraag")).to_be_visible()
    expect(report.locator("article")).to_contain_text(str(REASON["question"]))
    expect(report.locator("article")).to_contain_text("12 miljoen")
    with tab.expect_download() as download:
        tab.get_by_role("link", name="Bewaar als bestand").click()
    download.value.save_as(tmp_path / "report.html")
    assert "nooit genoemd" in (tmp_path / "report.html").read_text(encoding="utf-8")


def test_questions_that_do_not_fit_the_library_are_refused_in_a_sentence(tab: Page) -> None:
    tab.get_by_role("combobox", name="Vragen").select_option("elders.jsonl")
    tab.get_by_role("button", name="Meet nu").click()
    said, refusal = tab.locator("#evaluation-state [role=status]"), "De vragen passen niet bij de documenten."
    expect(said).to_contain_text(f"Er kon niet worden gemeten: {refusal}", timeout=120_000)
    expect(said).to_contain_text("brief p. 3 is er niet")
    expect(tab.get_by_role("button", name="Meet nu")).to_be_visible()


def test_a_measurement_is_stopped(tab: Page) -> None:
    tab.get_by_role("button", name="Meet nu").click()
    tab.get_by_role("button", name="Stop").click()
    expect(tab.locator("#evaluation-state")).to_contain_text("Gestopt.", timeout=30_000)


def test_the_tab_turns_english_and_says_where_own_questions_go(tab: Page) -> None:
    tab.get_by_text("English").click()
    expect(tab.get_by_role("tab", name="Evaluation")).to_be_visible()
    expect(tab.get_by_role("heading", name="How good are the answers?")).to_be_visible()
    expect(tab.locator("#evaluation-choice")).to_contain_text("evaluation/questions")
    tab.get_by_text("Nederlands").click()
    expect(tab.get_by_role("tab", name="Evaluatie")).to_be_visible()


@pytest.mark.parametrize("width", [1280, 390])
def test_nothing_sticks_out_of_the_window(tab: Page, width: int) -> None:
    tab.set_viewport_size({"width": width, "height": 800})
    assert tab.evaluate("document.documentElement.scrollWidth") <= width


def test_who_may_not_measure_has_no_such_tab_and_no_report(tmp_path: Path, page: Page) -> None:
    with running(APPLICATIONS["fake"], tmp_path, WIEWATWANNEER_EVALUATION="0") as other:
        response = page.request.get(f"{other.address}evaluation/report?questions=core")
        assert "Evaluatie van antwoorden" not in response.text()
        ours = page.context.new_page()
        ours.goto(other.address)
        expect(ours.get_by_role("tab", name="Documenten")).to_be_visible()
        expect(ours.get_by_role("tab", name="Evaluatie")).to_have_count(0)
        ours.close()
