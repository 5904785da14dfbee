"""Where two parties say the same or the opposite: only where the words carry it."""

from __future__ import annotations

import pytest

from assistant.domain.positions import Cell, CellState, Contrast, ContrastKind, Position, PositionKind, Speaker
from assistant.positions.contrasting import contrast_kind, contrasts
from tests.fakes.positions import MBO_RAAD, MINISTER, UNL, position

DEMAND, REJECTION, CONDITION = PositionKind.DEMAND, PositionKind.REJECTION, PositionKind.CONDITION
FUND = "UNL pleit voor een landelijk fonds met korte modules voor werkenden."


def said(
    text: str, kind: PositionKind = DEMAND, speaker: Speaker = UNL, themes: tuple[str, ...] = ("bekostiging",)
) -> Position:
    return position(text, speaker, kind, themes, (speaker.name.casefold(), 1, len(text)), strength=3)


@pytest.mark.parametrize(
    ("kind", "text", "expected"),
    [
        (REJECTION, "De raad is tegen een landelijk fonds met korte modules.", ContrastKind.DIFFERENCE),
        (DEMAND, "Ook de raad bepleit een landelijk fonds met korte modules.", ContrastKind.AGREEMENT),
        (DEMAND, "De raad bepleit een regionaal loket met ruime openingstijden.", None),
        (DEMAND, "De raad bepleit 3 keer een landelijk fonds met korte modules.", None),
        (PositionKind.EXPLORATION, "De raad verkent een landelijk fonds met korte modules.", None),
        (PositionKind.DOUBT, "De raad twijfelt aan een landelijk fonds met korte modules.", None),
    ],
)
def test_two_statements_are_held_against_each_other(
    kind: PositionKind, text: str, expected: ContrastKind | None
) -> None:
    ours, theirs = said(FUND), said(text, kind, MBO_RAAD)
    assert contrast_kind(ours, theirs) is expected
    assert contrast_kind(theirs, ours) is expected


def test_a_demand_that_denies_contradicts_no_rejection() -> None:
    ours = said("UNL pleit voor een landelijk fonds zonder korte modules.")
    theirs = said("De raad is tegen een landelijk fonds met korte modules.", REJECTION, MBO_RAAD)
    assert contrast_kind(ours, theirs) is None


def test_the_very_thing_that_is_refused_is_a_difference_on_two_themes_at_least() -> None:
    both = ("bekostiging", "wettelijke-taak")
    refusal = "Bij het verbreden van de taak wordt geen bekostiging verstrekt."
    wish = "UNL pleit voor erkenning in de wet, met bekostiging."
    assert contrast_kind(said(wish, themes=both), said(refusal, REJECTION, MINISTER, both)) is ContrastKind.DIFFERENCE
    assert contrast_kind(said(wish), said(refusal, REJECTION, MINISTER)) is None


@pytest.mark.parametrize(
    ("terms", "expected"),
    [
        ("mits de gemeente meebetaalt aan het toezicht", ContrastKind.DIFFERENCE),
        ("mits het landelijk blijft", ContrastKind.AGREEMENT),
    ],
)
def test_the_same_under_other_conditions_differs(terms: str, expected: ContrastKind) -> None:
    ours = said("UNL steunt een gezamenlijk fonds met korte modules, mits het landelijk blijft.", CONDITION)
    theirs = said(f"De raad steunt een gezamenlijk fonds met korte modules, {terms}.", CONDITION, MBO_RAAD)
    assert contrast_kind(ours, theirs) is expected


def cell(party: str, *positions: Position, theme: str = "bekostiging") -> Cell:
    return Cell(party, theme, CellState.POSITION, positions)


def test_differences_come_first_and_each_pair_once_a_theme() -> None:
    ours = said(FUND)
    against = said("De raad is tegen een landelijk fonds met korte modules.", REJECTION, MBO_RAAD)
    same = said("De minister bepleit een landelijk fonds met korte modules.", DEMAND, MINISTER)
    found = contrasts([cell("unl", ours), cell("ocw", same), cell("mbo-raad", against)])
    assert [each.kind for each in found] == [ContrastKind.DIFFERENCE, ContrastKind.DIFFERENCE, ContrastKind.AGREEMENT]
    assert {(each.one.id, each.other.id) for each in found} == {
        (ours.id, against.id),
        (same.id, against.id),
        (ours.id, same.id),
    }


def test_what_two_parties_demand_together_they_agree_on() -> None:
    joint = said(FUND, speaker=Speaker(("unl", "mbo-raad"), "UNL en MBO Raad", UNL.basis))
    assert contrasts([cell("unl", joint), cell("mbo-raad", joint)]) == (
        Contrast(ContrastKind.AGREEMENT, "bekostiging", joint, joint),
    )


def test_a_letter_that_ministers_sign_together_is_no_agreement_between_them() -> None:
    signed = said(FUND, speaker=Speaker(("ocw", "szw"), "De ministers", MINISTER.basis))
    assert contrasts([cell("ocw", signed), cell("szw", signed)]) == ()


def test_cells_of_other_themes_are_not_held_against_each_other() -> None:
    against = said("De raad is tegen een landelijk fonds met korte modules.", REJECTION, MBO_RAAD)
    assert contrasts([cell("unl", said(FUND)), cell("mbo-raad", against, theme="samenwerking")]) == ()
