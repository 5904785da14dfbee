"""What the panel of the tab of positions says of what is opened."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest

from assistant.domain.agenda import Quotation
from assistant.domain.documents import Page, Span
from assistant.domain.positions import Comparison, PositionKind
from assistant.positions.narrowing import Narrowing, narrowed
from assistant.web.positions_panel import Shown, panel_html
from assistant.web.positions_view import Opened
from assistant.web.positions_words import speaker_html
from assistant.web.source_page import spans_of
from tests.assistant.web.markup_reading import Reader
from tests.assistant.web.positions_shown import SETTING, WHOLE, panel
from tests.fakes.documents import REPORT
from tests.fakes.positions import AGAINST, EXPLORED, FUNDING, RECOGNITION, SKETCHED


def test_a_cell_opens_its_strongest_statement_on_its_page_with_the_words_marked() -> None:
    html = panel(Opened("bekostiging", "unl"))
    assert html.index("bepleit") < html.index("wenst")
    marked = re.findall(r"<mark>(.*?)</mark>", html)
    assert marked == ["Daarom pleit UNL voor:", RECOGNITION.text.rstrip(".")]
    assert "Positie UNL (2023), pagina 4" in html


def test_another_statement_has_its_own_page() -> None:
    html = panel(Opened("bekostiging", "unl", shown=1))
    assert re.findall(r"<mark>(.*?)</mark>", html) == [FUNDING.text]
    assert html.count('aria-pressed="true"') == 1


def test_a_statement_that_is_no_longer_there_opens_the_first() -> None:
    assert "Positie UNL (2023), pagina 4" in panel(Opened("bekostiging", "unl", shown=99))


def test_a_silent_cell_says_where_the_party_is_named() -> None:
    html = panel(Opened("wettelijke-taak", "mbo-raad"), elsewhere=[REPORT.id])
    text = Reader(html).text
    assert "geen passage gevonden die MBO Raad bij dit thema noemt" in text
    assert "Dat is geen neutraal standpunt" in text
    assert "Werkverslag" in text
    assert "wordt ook elders in de documenten niet genoemd" in Reader(panel(Opened("wettelijke-taak", "mbo-raad"))).text


def test_a_cell_that_the_filter_empties_says_how_much_is_left_out() -> None:
    wishes = narrowed(WHOLE, Narrowing(kind=PositionKind.WISH), {})
    text = Reader(panel(Opened("bekostiging", "mbo-raad"), wishes)).text
    assert "1 standpunt valt buiten de filter." in text
    assert "geen passage" not in text


def test_a_mention_has_its_page_and_says_that_it_is_no_position() -> None:
    html = panel(Opened("microcredentials", "duo"))
    assert "Genoemd zonder standpunt" in html
    assert "Onderwijsagenda LLO (2023), pagina 2" in html


def test_a_theme_opens_everyone_side_by_side() -> None:
    text = Reader(panel(Opened("bekostiging"))).text
    assert text.index("Iedereen over Bekostiging") < text.index(RECOGNITION.text) < text.index(AGAINST.text)
    assert text.count("geen passage gevonden") == 2  # OCW and DUO


def many(count: int) -> Comparison:
    cell = replace(WHOLE.cell("unl", "bekostiging"), positions=(FUNDING,) * count)
    return replace(WHOLE, cells=(cell, *WHOLE.cells))


def test_the_rest_of_a_cell_waits_behind_a_button() -> None:
    html = panel(Opened("bekostiging", "unl"), many(23))
    assert html.count("<blockquote>") == 20
    assert "Toon meer (3)" in html
    assert panel(Opened("bekostiging", "unl", most=40), many(23)).count("<blockquote>") == 23


def test_beside_others_a_party_shows_its_first_statements_and_a_way_to_the_rest() -> None:
    html = panel(Opened("bekostiging"), many(10))
    assert html.count(FUNDING.text) == 8
    assert "Toon meer (2)" in html


def test_a_difference_opens_both_statements_each_with_its_page() -> None:
    html = panel(Opened("bekostiging", pair=(FUNDING.id, AGAINST.id)))
    assert re.findall(r"<mark>(.*?)</mark>", html) == [FUNDING.text, AGAINST.text]
    assert "Verschil: Bekostiging en leerrechten" in html


@pytest.mark.parametrize(
    "opened",
    [Opened("onbekend", "unl"), Opened("bekostiging", "onbekend"), Opened("bekostiging", pair=("weg", "weg"))],
)
def test_what_is_no_longer_there_is_told(opened: Opened) -> None:
    assert "Deze uitspraken zijn er niet meer" in panel(opened)


def test_a_page_that_is_gone_is_told_beside_the_statement() -> None:
    html = panel_html(Shown(WHOLE, WHOLE, Opened("bekostiging", "unl")), lambda document, number: None, SETTING)
    assert RECOGNITION.text in html
    assert "Deze bladzijde is er niet meer" in html


def test_where_a_statement_stands_is_marked_by_its_place_and_its_lead_in_before_it() -> None:
    page = Page(4, "Wij pleiten voor:\nrust. Wij pleiten voor:\nrust.")
    said = replace(FUNDING, text="rust.", start=42, end=47, lead_in="Wij pleiten voor:")
    assert said.text == page.text[42:47]
    assert spans_of(said, page)[-1] == Span(42, 47)
    moved = replace(said, start=0, end=5, quotation=Quotation("d", 4, "rust."))
    assert spans_of(moved, page) == (Span(18, 22),)


def test_an_unsure_speaker_is_the_document() -> None:
    assert "volgens Werkverslag" in speaker_html(SKETCHED, SETTING)
    assert "De minister, ondertekenaar van de brief" in speaker_html(EXPLORED, SETTING)
