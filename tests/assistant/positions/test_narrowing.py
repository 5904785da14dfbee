"""A comparison with the statements of one kind or period alone."""

from __future__ import annotations

import pytest

from assistant.domain.positions import CellState, PositionKind
from assistant.positions.narrowing import EVERYTHING, Narrowing, narrowed, year_of
from tests.fakes.positions import AGAINST, EXPLORED, FUNDING, LETTER, RECOGNITION, compare

WHOLE = compare(["unl", "mbo-raad", "ocw", "duo"])
DATES = {LETTER: "2023"}


def test_without_a_wish_the_comparison_stays_as_it_is() -> None:
    assert narrowed(WHOLE, EVERYTHING, {}) is WHOLE


def test_one_kind_leaves_its_statements_alone() -> None:
    wishes = narrowed(WHOLE, Narrowing(kind=PositionKind.WISH), DATES)
    assert wishes.cell("unl", "bekostiging").positions == (FUNDING,)
    assert wishes.cell("unl", "bekostiging").state is CellState.POSITION


def test_a_party_whose_statements_are_all_of_another_kind_is_not_silent() -> None:
    wishes = narrowed(WHOLE, Narrowing(kind=PositionKind.WISH), DATES)
    assert wishes.cell("mbo-raad", "bekostiging").state is CellState.LEFT_OUT
    assert wishes.cell("mbo-raad", "wettelijke-taak").state is CellState.SILENT


def test_a_kind_says_nothing_of_mentions() -> None:
    wishes = narrowed(WHOLE, Narrowing(kind=PositionKind.WISH), DATES)
    assert wishes.cell("duo", "microcredentials").state is CellState.MENTIONED


@pytest.mark.parametrize(
    ("since", "until", "left"),
    [
        (2023, None, {RECOGNITION, FUNDING, AGAINST, EXPLORED}),
        (2024, None, {AGAINST}),
        (None, 2023, {RECOGNITION, FUNDING, EXPLORED}),
        (2025, 2025, {AGAINST}),
        (2025, 2023, set()),
    ],
)
def test_a_period_holds_the_years_at_its_ends(since: int | None, until: int | None, left: set[object]) -> None:
    comparison = narrowed(WHOLE, Narrowing(since=since, until=until), DATES)
    assert {each for cell in comparison.cells for each in cell.positions} == left


def test_mentions_in_a_document_of_another_year_are_left_out() -> None:
    later = narrowed(WHOLE, Narrowing(since=2024), DATES)
    assert later.cell("duo", "microcredentials").state is CellState.LEFT_OUT
    assert later.cell("duo", "microcredentials").mentions == ()


def test_no_period_holds_a_document_without_a_date() -> None:
    undated = narrowed(WHOLE, Narrowing(until=2030), {})
    assert undated.cell("duo", "microcredentials").state is CellState.LEFT_OUT


def test_a_contrast_needs_both_its_sides() -> None:
    assert len(WHOLE.contrasts) == 1
    assert narrowed(WHOLE, Narrowing(since=2023, until=2025), DATES).contrasts == WHOLE.contrasts
    assert narrowed(WHOLE, Narrowing(since=2024), DATES).contrasts == ()


@pytest.mark.parametrize(
    ("date", "year"), [("2023", 2023), ("2025-06-01", 2025), ("", None), ("202", None), ("juni", None), ("٢٠٢٣", 2023)]
)
def test_the_year_is_that_of_a_date_as_precise_as_it_is_known(date: str, year: int | None) -> None:
    assert year_of(date) == year
