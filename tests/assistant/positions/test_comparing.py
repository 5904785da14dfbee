"""Parties side by side: what each says, where it is only named, and where nothing is found."""

from __future__ import annotations

from dataclasses import replace

import pytest

from assistant.domain.agenda import Quotation
from assistant.domain.positions import CellState, Naming, Position, PositionKind
from assistant.positions.comparing import compared, newest, ranked
from tests.fakes.agenda import STAKEHOLDERS
from tests.fakes.positions import AGAINST, FUNDING, NAMINGS, POSITIONS, RECOGNITION, THEMES, UNL, position

PARTIES = {each.id: each for each in STAKEHOLDERS}
FUNDS, MICRO, TASK = THEMES


def test_each_pair_of_party_and_theme_has_its_state() -> None:
    parties = [PARTIES[each] for each in ("unl", "duo", "mbo-raad")]
    comparison = compared(parties, THEMES, POSITIONS, NAMINGS)
    states = [[comparison.cell(party.id, theme.id).state for theme in THEMES] for party in parties]
    said, named, silent = CellState.POSITION, CellState.MENTIONED, CellState.SILENT
    assert states == [[said, silent, said], [silent, named, silent], [said, silent, silent]]
    assert (comparison.stakeholders, comparison.themes) == (tuple(parties), THEMES)


def test_a_cell_has_its_positions_strongest_first_and_where_the_party_is_named() -> None:
    comparison = compared([PARTIES["unl"], PARTIES["duo"]], THEMES, POSITIONS, NAMINGS)
    assert comparison.cell("unl", FUNDS.id).positions == (RECOGNITION, FUNDING)
    assert comparison.cell("duo", MICRO.id).mentions == (NAMINGS[0].quotation,)


def test_a_sentence_in_which_a_party_takes_a_position_does_not_only_name_it() -> None:
    quoted = Quotation(FUNDING.quotation.document, FUNDING.quotation.page, FUNDING.text)
    naming = Naming(("unl",), (FUNDS.id,), quoted)
    cell = compared([PARTIES["unl"]], [FUNDS], [FUNDING], [naming]).cell("unl", FUNDS.id)
    assert (cell.positions, cell.mentions) == ((FUNDING,), ())


def test_a_pair_that_was_not_compared_is_unknown() -> None:
    with pytest.raises(KeyError):
        compared([PARTIES["unl"]], [FUNDS], [], []).cell("unl", MICRO.id)


def test_differences_name_both_sides() -> None:
    [contrast] = compared([PARTIES["unl"], PARTIES["mbo-raad"]], THEMES, POSITIONS, NAMINGS).contrasts
    assert {contrast.one, contrast.other} == {FUNDING, AGAINST}


def test_positions_are_ranked_by_strength_then_date_then_kind() -> None:
    def made(start: int, strength: int, date: str, kind: PositionKind = PositionKind.DEMAND) -> Position:
        return replace(position("Zo is het.", UNL, kind, (), ("stuk", 1, start), strength=strength), date=date)

    mild, old, new = made(1, 1, "2025"), made(2, 3, "2020"), made(3, 3, "2024-05")
    wish = made(4, 3, "2024-05", PositionKind.WISH)
    assert ranked([mild, old, wish, new]) == (new, wish, old, mild)


def test_namings_are_ranked_newest_first() -> None:
    old, new = (Naming(("unl",), ("a",), Quotation("stuk", 1, date), date) for date in ("2020", "2024"))
    assert newest([old, new]) == (new, old)
