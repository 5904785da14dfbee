"""Where the terms of actions stand in the chart."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.domain.agenda import RegisteredAction
from assistant.domain.periods import Period, Precision
from assistant.texts import texts_in
from assistant.web.agenda_words import Setting
from assistant.web.timeline import Bar, Scale, bar_for, scale_for, timeline_html
from tests.fakes.agenda import AGENDAS, CONTINUOUS, OPEN, years

NL = texts_in("nl")
ACTIONS = [action for agenda in AGENDAS for action in agenda.actions]
FOUR_YEARS = Scale(2023, 2026)  # 1461 days


def with_terms(*terms: Period) -> list[RegisteredAction]:
    return [replace(ACTIONS[0], action=replace(ACTIONS[0].action, when=each)) for each in terms]


def chart(actions: Sequence[RegisteredAction], on: date = date(2025, 11, 1), shown: int = 100) -> str:
    return timeline_html(actions, shown, Setting(on, {}, NL))


def test_a_term_of_whole_years_fills_them() -> None:
    assert bar_for(years(2023, 2024), FOUR_YEARS) == Bar(0.0, 50.03, False, False)  # 731 of 1461 days: 2024 is longer
    assert bar_for(years(2026, 2026), FOUR_YEARS) == Bar(75.02, 24.98, False, False)


def test_the_last_day_of_a_term_belongs_to_it() -> None:
    day = Period("1 september 2026", date(2026, 9, 1), date(2026, 9, 2), Precision.DAY)
    year = Scale(2026, 2026)
    assert bar_for(day, year).width == pytest.approx(0.6)  # two days are 0.55 per cent, which nobody would see
    assert bar_for(replace(day, end=date(2026, 9, 30)), year).width == pytest.approx(30 / 365 * 100, abs=0.02)


def test_what_goes_on_runs_to_the_edge_and_what_has_no_beginning_comes_from_it() -> None:
    assert bar_for(CONTINUOUS, FOUR_YEARS) == Bar(0.0, 100.0, True, True)
    since = Period("vanaf 2025", date(2025, 1, 1), None, Precision.CONTINUOUS)
    assert bar_for(since, FOUR_YEARS) == Bar(50.03, 49.97, False, True)
    until = Period("uiterlijk 2024", None, date(2024, 12, 31), Precision.YEAR)
    assert bar_for(until, FOUR_YEARS) == Bar(0.0, 50.03, True, False)


@pytest.mark.parametrize(("year", "range_"), [(2024, (2023, 2026)), (2029, (2023, 2029)), (2030, (2023, 2026))])
def test_the_chart_reaches_to_the_date_where_that_is_near(year: int, range_: tuple[int, int]) -> None:
    assert scale_for(with_terms(years(2023, 2026)), date(year, 6, 1)) == Scale(*range_)


def test_a_date_that_is_far_away_is_told_and_not_drawn() -> None:
    assert "1 juni 1950 ligt buiten deze tijdlijn" in chart(ACTIONS, date(1950, 6, 1))
    assert 'class="now' not in chart(ACTIONS, date(1950, 6, 1))
    assert 'class="now' in chart(ACTIONS)


def test_the_line_stands_at_the_date() -> None:
    html = chart(with_terms(years(2023, 2026)), date(2025, 1, 1))
    assert re.search(r'class="now \w+" style="left:50\.03%"><b>1 januari 2025</b>', html)


def test_actions_without_a_date_are_listed_beside_the_chart() -> None:
    inside, beside = chart(with_terms(years(2024, 2024), OPEN)).split("<aside")
    assert inside.count('role="img"') == 1
    assert "Zonder datum (1)" in beside
    assert "na de kabinetsformatie" in beside


def test_only_actions_without_a_date_make_no_chart_but_a_sentence() -> None:
    html = chart(with_terms(OPEN))
    assert "Geen van deze acties heeft een termijn met een datum." in html
    assert 'class="chart"' not in html


def test_a_bar_says_in_words_what_it_shows() -> None:
    html = chart(with_terms(years(2023, 2024)))
    assert 'aria-label="2023/2024: 1 januari 2023 t/m 31 december 2024; termijn voorbij"' in html
    assert "Tijdlijn van 1 actie, 2023 tot en met 2025; de lijn staat op 1 november 2025." in html


def test_centuries_have_no_more_labels_than_fit() -> None:
    assert list(Scale(1900, 2025).labelled) == [1900, 1925, 1950, 1975, 2000, 2025]
    assert len(Scale(1, 9999).labelled) <= 12


def test_more_actions_than_are_shown_can_be_asked_for() -> None:
    html = chart(with_terms(*[years(2024, 2024)] * 5), shown=3)
    assert html.count('role="img"') == 3
    assert "Toon meer (2)" in html


@given(st.dates(), st.dates(), st.dates(), st.dates())
def test_every_bar_stays_within_the_chart(one: date, other: date, first: date, last: date) -> None:
    start, end = sorted((one, other))
    scale = Scale(*sorted((first.year, last.year)))
    bar = bar_for(Period("", start, end, Precision.SPAN), scale)
    assert 0 <= bar.left <= bar.left + bar.width <= 100.01
    assert bar.width >= 0.6
