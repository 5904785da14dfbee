"""Dates in questions about agendas, and which terms fit them."""

from __future__ import annotations

from datetime import date

import pytest

from assistant.answering.agenda_dates import Edge, Relation, timing_of
from assistant.domain.agenda import Standing
from assistant.domain.period_parser import parse_period

TODAY = date(2026, 6, 1)
TERMS = ("2023/2024", "2024/2025", "2025", "2023/2026", "Continu", "na de kabinetsformatie")


def fitting(question: str) -> list[str]:
    window = timing_of(question, TODAY).window
    assert window
    return [term for term in TERMS if window.holds(parse_period(term))]


@pytest.mark.parametrize(
    ("question", "terms"),
    [
        ("Wat loopt er in 2025?", ["2024/2025", "2025", "2023/2026", "Continu"]),
        ("Wat loopt er dit jaar?", ["2023/2026", "Continu"]),
        ("Wat is er op dit moment gaande?", ["2023/2026", "Continu"]),
        ("Wat moet voor 1 juli 2025 klaar zijn?", ["2023/2024"]),
        ("Wat is uiterlijk eind 2025 gereed?", ["2023/2024", "2024/2025", "2025"]),
        ("Welke acties eindigen in 2025?", ["2024/2025", "2025"]),
        ("Welke acties zijn tussen 2024 en 2025 afgerond?", ["2023/2024", "2024/2025", "2025"]),
        ("Welke acties beginnen na 2023?", ["2024/2025", "2025"]),
        ("Welke acties starten in 2023?", ["2023/2024", "2023/2026"]),
        ("Welke acties lopen tot en met 2024?", ["2023/2024"]),
        ("Welke acties lopen na 2025 door?", ["2023/2026", "Continu"]),
        ("Welke acties lopen vanaf 2026?", ["2023/2026", "Continu"]),
        ("Which actions end before 2025?", ["2023/2024"]),
        ("Which actions run on 3 October 2026?", ["2023/2026", "Continu"]),
    ],
)
def test_terms_fit_by_the_words_before_the_date(question: str, terms: list[str]) -> None:
    assert fitting(question) == terms


def test_for_a_year_is_in_it_and_before_a_day_is_before_it() -> None:
    of_year = timing_of("Wat staat er voor 2025 op de planning?", TODAY).window
    before_day = timing_of("Wat moet er voor 1 maart 2025 af?", TODAY).window
    assert of_year
    assert before_day
    assert (of_year.relation, of_year.planned) == (Relation.DURING, True)
    assert (before_day.relation, before_day.edge) == (Relation.BEFORE, Edge.END)


def test_a_date_that_does_not_exist_is_no_window() -> None:
    assert timing_of("Wat moet voor 31-02-2026 af?", TODAY).window is None


@pytest.mark.parametrize(
    ("question", "standings"),
    [
        ("Welke acties zijn afgelopen?", (Standing.ENDED,)),
        ("Welke acties zijn nog niet begonnen?", (Standing.NOT_BEGUN,)),
        ("Welke acties zijn nog niet afgelopen?", (Standing.RUNNING, Standing.CONTINUOUS)),
        ("Welke acties lopen nu?", (Standing.RUNNING, Standing.CONTINUOUS)),
        ("Wat is continu?", (Standing.CONTINUOUS,)),
        ("Welke acties zijn zonder datum?", (Standing.OPEN,)),
        ("Welke acties zijn voor 1 juli 2024 afgelopen?", ()),
    ],
)
def test_standings_are_named_in_words(question: str, standings: tuple[Standing, ...]) -> None:
    assert timing_of(question, TODAY).standings == standings


def test_what_is_said_of_time_is_cut_out_of_the_rest() -> None:
    assert timing_of("Welke acties van SBB lopen in 2026?", TODAY).rest.split() == [
        "Welke",
        "acties",
        "van",
        "SBB",
        "?",
    ]
