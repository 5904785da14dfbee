"""Names and roles in the cell that says who acts."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.domain.agenda import Role
from ingest.owners import owners_of
from ingest.stakeholders import StakeholderRegister, load_stakeholders

PARTIES = load_stakeholders()


def named(cell: str) -> list[str]:
    return [owner.name for owner in owners_of(cell, Role.OWNER, PARTIES)]


def roles(cell: str, role: Role = Role.OWNER) -> list[tuple[str, Role]]:
    return [(owner.name, owner.role) for owner in owners_of(cell, role, PARTIES)]


@pytest.mark.parametrize(
    ("cell", "expected"),
    [
        ("OCW", ["OCW"]),
        ("SZW, OCW, sociale partners", ["SZW", "OCW", "sociale partners"]),
        ("OCW; SBB;UWV", ["OCW", "SBB", "UWV"]),
        ("OCW/SZW", ["OCW", "SZW"]),
        ("OCW\nSBB", ["OCW", "SBB"]),
        ("• OCW\n• SBB", ["OCW", "SBB"]),
        ("- OCW\n- SBB", ["OCW", "SBB"]),
        ("1. OCW\n2. SBB", ["OCW", "SBB"]),
        ("OCW, SBB en UWV", ["OCW", "SBB", "UWV"]),
        ("OCW & SZW", ["OCW", "SZW"]),
        ("OCW, en de MBO Raad", ["OCW", "MBO Raad"]),
        ("o.a. OCW, VNG e.a.", ["OCW", "VNG"]),
        ("De gemeenten, Het Rijk, de VNG", ["gemeenten", "Rijk", "VNG"]),
        ("De Woonplaats en Vechthuis", ["De Woonplaats", "Vechthuis"]),
        ("Landschap Overijssel en Natuurmonumenten", ["Landschap Overijssel", "Natuurmonumenten"]),
        ("gemeenten & provincies", ["gemeenten", "provincies"]),
        ("OCW*, SBB †", ["OCW", "SBB"]),
        ("OCW – SBB", ["OCW", "SBB"]),
        ("OCW, OCW", ["OCW"]),
    ],
)
def test_a_cell_is_split_into_its_names(cell: str, expected: list[str]) -> None:
    assert named(cell) == expected


@pytest.mark.parametrize(
    ("cell", "expected"),
    [
        ("Sociale Zaken en Werkgelegenheid en OCW", ["Sociale Zaken en Werkgelegenheid", "OCW"]),
        ("Ministerie van Onderwijs, Cultuur en Wetenschap, SBB", [
            "Ministerie van Onderwijs, Cultuur en Wetenschap", "SBB",
        ]),
        ("Nederlandse Raad voor Training en Opleiding", ["Nederlandse Raad voor Training en Opleiding"]),
        ("Universiteiten\nvan Nederland\nVH", ["Universiteiten\nvan Nederland", "VH"]),
        ("Samenwerkingsverband Rijn & Gelderse Vallei", ["Samenwerkingsverband Rijn & Gelderse Vallei"]),
        ("waterschap Vallei en Veluwe", ["waterschap Vallei en Veluwe"]),
        ("gemeente\nHaarlemmermeer", ["gemeente\nHaarlemmermeer"]),
        ("gemeente\nProRail\nPolitie", ["gemeente", "ProRail", "Politie"]),
        ("Stichting\nWoonWijzer", ["Stichting\nWoonWijzer"]),
        ("O&O-fondsen, TU/e", ["O&O-fondsen", "TU/e"]),
        ("werkgevers- en werknemersorganisaties", ["werkgevers- en werknemersorganisaties"]),
    ],
)  # fmt: skip
def test_a_known_party_stays_whole(cell: str, expected: list[str]) -> None:
    assert named(cell) == expected


@pytest.mark.parametrize(
    ("cell", "expected"),
    [
        ("hogescholen en universiteiten", ["hogescholen", "universiteiten"]),
        ("scholen en besturen", ["scholen", "besturen"]),
        ("Gemeente Utrecht en Provincie Utrecht", ["Gemeente Utrecht", "Provincie Utrecht"]),
        ("mbo- en hbo-instellingen", ["mbo- en hbo-instellingen"]),
        ("publieke en private opleiders", ["publieke en private opleiders"]),
        ("College van B en W", ["College van B en W"]),
        ("Bureau Wonen - Zorg", ["Bureau Wonen - Zorg"]),
        ("Raad voor Cultuur en Media", ["Raad voor Cultuur en Media"]),
        ("Stichting Leren en Werken", ["Stichting Leren en Werken"]),
        ("Commissie Onderwijs, Jeugd en Sport, OCW", ["Commissie Onderwijs, Jeugd en Sport", "OCW"]),
        ("Raad voor\nCultuur", ["Raad voor\nCultuur"]),
    ],
)
def test_an_unknown_name_is_split_only_where_both_parts_are_names(cell: str, expected: list[str]) -> None:
    assert named(cell) == expected


@pytest.mark.parametrize(
    ("cell", "expected"),
    [
        ("Ministerie van OCW (OCW)", ["Ministerie van OCW (OCW)"]),
        ("onderwijsveld (mbo, hbo), SBB", ["onderwijsveld (mbo, hbo)", "SBB"]),
        ("OCW (DUO en SURF)", ["OCW (DUO en SURF)"]),
    ],
)
def test_brackets_belong_to_their_name(cell: str, expected: list[str]) -> None:
    assert named(cell) == expected


@pytest.mark.parametrize(
    ("cell", "expected"),
    [
        ("Werkgroep: OCW, SBB", [("OCW", Role.WORKING_GROUP), ("SBB", Role.WORKING_GROUP)]),
        ("Werkgroep microcredentials:\nOCW\nDUO", [("OCW", Role.WORKING_GROUP), ("DUO", Role.WORKING_GROUP)]),
        ("Werkgroep certificaten (OCW, SBB)", [("OCW", Role.WORKING_GROUP), ("SBB", Role.WORKING_GROUP)]),
        ("Trekker OCW, met SBB", [("OCW", Role.LEAD), ("SBB", Role.INVOLVED)]),
        ("OCW (trekker), SBB", [("OCW", Role.LEAD), ("SBB", Role.OWNER)]),
        ("Trekker: OCW; betrokken: SBB, UWV", [
            ("OCW", Role.LEAD), ("SBB", Role.INVOLVED), ("UWV", Role.INVOLVED),
        ]),
        ("Trekker: gemeente Ede Betrokken: GGD Midden, Opella", [
            ("gemeente Ede", Role.LEAD), ("GGD Midden", Role.INVOLVED), ("Opella", Role.INVOLVED),
        ]),
        ("scholen o.l.v. Noorderpoort", [("scholen", Role.OWNER), ("Noorderpoort", Role.LEAD)]),
        ("Trekker: OCW\nSBB", [("OCW", Role.LEAD), ("SBB", Role.OWNER)]),
        ("OCW i.s.m. SBB en UWV", [("OCW", Role.OWNER), ("SBB", Role.INVOLVED), ("UWV", Role.INVOLVED)]),
        ("OCW in samenwerking met de MBO Raad", [("OCW", Role.OWNER), ("MBO Raad", Role.INVOLVED)]),
        ("OCW samen met SBB", [("OCW", Role.OWNER), ("SBB", Role.INVOLVED)]),
        ("OCW (i.s.m. SBB, UWV), DUO", [
            ("OCW", Role.OWNER), ("SBB", Role.INVOLVED), ("UWV", Role.INVOLVED), ("DUO", Role.OWNER),
        ]),
    ],
)  # fmt: skip
def test_the_cell_says_who_leads_and_who_helps(cell: str, expected: list[tuple[str, Role]]) -> None:
    assert roles(cell) == expected


def test_the_column_says_it_where_the_cell_does_not() -> None:
    assert roles("OCW, SBB", Role.LEAD) == [("OCW", Role.LEAD), ("SBB", Role.LEAD)]


@pytest.mark.parametrize("cell", ["", "-", "–", "n.t.b.", "nog te bepalen", "...", "()", ":"])
def test_nobody_is_made_of_an_empty_cell(cell: str) -> None:
    assert named(cell) == []


PIECES = """
    OCW SBB en & , ; / : ( ) - i.s.m. samen met Werkgroep: Trekker: (trekker) van de MBO Raad onderwijsveld e.a. o.a.
    publieke private opleiders werkgevers- Sociale Zaken Werkgelegenheid \u2022 1. n.t.b.
"""
CELLS = st.text() | st.lists(st.sampled_from([*PIECES.split(), "\n"]), max_size=12).map(" ".join)


@given(CELLS)
def test_every_name_stands_in_its_cell_in_order(cell: str) -> None:
    owners = owners_of(cell, Role.OWNER, PARTIES)
    assert all(owner.name in cell and owner.name.strip() == owner.name for owner in owners)
    assert len({owner.name for owner in owners}) == len(owners)


def test_a_register_without_parties_splits_all_the_same() -> None:
    owners = owners_of("Partij A, Partij B", Role.OWNER, StakeholderRegister(()))
    assert [owner.name for owner in owners] == ["Partij A", "Partij B"]
