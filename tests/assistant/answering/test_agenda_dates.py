"""Dates in questions about agendas, and which terms fit them."""

from __future__ import annotations

from datetime import date

import pytest

from assistant.answering.agenda_dates import timing_of
from assistant.answering.agenda_windows import Edge, Relation
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
        ("Welke acties starten in 2023 en eindigen in 2024?", ["2023/2024"]),
        ("Welke acties beginnen voor 2025 maar lopen in 2026 nog?", ["2023/2026"]),
        ("Welke acties starten in 2023, maar zijn in 2025 nog niet afgerond?", ["2023/2026"]),
        ("Which actions start in 2023 and end in 2026?", ["2023/2026"]),
        ("Welke acties lopen van 2023 tot 2026?", ["2023/2026"]),
        ("Wat gebeurt er van 2025 tot en met 2026?", ["2024/2025", "2025", "2023/2026", "Continu"]),
        ("Welke acties lopen af in 2024 of 2025?", ["2023/2024", "2024/2025", "2025"]),
        ("Welke acties waren op 1 juli 2024 al begonnen?", ["2023/2024", "2024/2025", "2023/2026"]),
        ("Welke acties zijn op 31 december 2025 al afgerond?", ["2023/2024", "2024/2025", "2025"]),
        ("Welke acties liepen er in het eerste kwartaal van 2024?", ["2023/2024", "2024/2025", "2023/2026", "Continu"]),
        ("Welke acties lopen nog in 2025?", ["2024/2025", "2025", "2023/2026", "Continu"]),
        ("Welke acties zijn in 2024 nog niet begonnen?", ["2025"]),
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
    timing = timing_of("Wat moet voor 31-02-2026 af?", TODAY)
    assert (timing.window, timing.impossible) == (None, "31-02-2026")


@pytest.mark.parametrize(
    "question", ["Welke acties lopen in 2023 en 2026?", "Welke acties van 2023, en van 2026 ook, zijn van OCW?"]
)
def test_two_dates_that_are_not_understood_together_are_unclear(question: str) -> None:
    assert timing_of(question, TODAY).unclear


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
        ("Welke acties waren op 1 februari 2024 nog niet begonnen?", (Standing.NOT_BEGUN,)),
        ("Welke acties lopen nog in 2025?", ()),
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
