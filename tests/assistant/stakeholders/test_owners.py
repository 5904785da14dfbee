"""Which parties owners are, and which others a row touches."""

from __future__ import annotations

import pytest

from assistant.domain.agenda import Action, Note, Owner, Quotation, ResolvedOwner, Role
from assistant.domain.period_parser import parse_period
from assistant.stakeholders.owners import resolve_owner, touched_parties
from ingest.stakeholders import StakeholderRegister, load_stakeholders


@pytest.fixture(scope="module")
def parties() -> StakeholderRegister:
    return load_stakeholders()


def note(word: str, text: str) -> Note:
    return Note(word, "2", Quotation("brief", 6, text))


def action(what: str, *owners: str, notes: tuple[Note, ...] = (), others: tuple[tuple[str, str], ...] = ()) -> Action:
    return Action(
        id="brief:1.1",
        what=what,
        owners=tuple(Owner(name) for name in owners),
        when=parse_period("2026"),
        quotation=Quotation("brief", 6, what),
        parts=(),
        notes=notes,
        others=others,
    )


def test_an_owner_is_the_party_of_its_name(parties: StakeholderRegister) -> None:
    owner = Owner("Ministerie van OCW (OCW)", Role.LEAD)
    assert resolve_owner(owner, parties) == ResolvedOwner(owner, "ocw")


@pytest.mark.parametrize("name", ["politie", "directie MBO van OCW", "OCW en SBB"])
def test_a_name_that_nobody_knows_stays_unresolved(parties: StakeholderRegister, name: str) -> None:
    assert resolve_owner(Owner(name), parties) == ResolvedOwner(Owner(name))


def test_a_group_stands_for_its_members_in_the_register(parties: StakeholderRegister) -> None:
    resolved = resolve_owner(Owner("de sectorverenigingen"), parties)
    assert resolved.stakeholder == "sectorverenigingen"
    assert resolved.members == ("mbo-raad", "vh", "unl", "nrto")
    assert resolved.definition is None


def test_the_document_s_own_footnote_goes_before_the_register(parties: StakeholderRegister) -> None:
    defined = note("sectorverenigingen", "Hiermee worden bedoeld: de MBO Raad en de VO-raad.")
    resolved = resolve_owner(Owner("sectorverenigingen", note=defined), parties)
    assert resolved.members == ("mbo-raad", "vo-raad")
    assert resolved.definition == defined.quotation


def test_a_group_in_a_footnote_stands_for_its_members(parties: StakeholderRegister) -> None:
    defined = note("koepels", "Te weten de sectorverenigingen en SBB")
    resolved = resolve_owner(Owner("koepels", note=defined), parties)
    assert (resolved.stakeholder, resolved.members) == ("", ("mbo-raad", "vh", "unl", "nrto", "sbb"))


def test_a_footnote_that_only_refers_defines_nothing(parties: StakeholderRegister) -> None:
    reference = note("sociale partners", "Zie voor de stand van zaken ook het advies dat de SER hierover uitbracht.")
    resolved = resolve_owner(Owner("sociale partners", note=reference), parties)
    assert "ser" not in resolved.members
    assert "fnv" in resolved.members
    assert resolved.definition is None


def test_a_definition_that_names_nobody_goes_before_the_register_too(parties: StakeholderRegister) -> None:
    kinds = note("sectorverenigingen", "Met sectorverenigingen wordt bedoeld: het publieke en private mbo, hbo en wo.")
    resolved = resolve_owner(Owner("sectorverenigingen", note=kinds), parties)
    assert (resolved.stakeholder, resolved.members) == ("sectorverenigingen", ())
    assert resolved.definition == kinds.quotation


def test_names_in_brackets_are_the_members(parties: StakeholderRegister) -> None:
    assert resolve_owner(Owner("sociale partners (FNV en VNO-NCW)"), parties).members == ("fnv", "vno-ncw")


def test_a_row_touches_the_parties_in_its_words(parties: StakeholderRegister) -> None:
    touched = touched_parties(
        action("Gesprekken met UNL en OCW", "OCW", others=(("Opmerking", "UWV levert cijfers; UNL leest mee"),)),
        parties,
    )
    assert [(each.owner.name, each.stakeholder) for each in touched] == [("UNL", "unl"), ("UWV", "uwv")]


def test_a_footnote_at_a_word_says_who_is_touched(parties: StakeholderRegister) -> None:
    defined = note("sectorverenigingen", "Hiermee worden bedoeld: MBO Raad en Vereniging Hogescholen.")
    (touched,) = touched_parties(action("Gesprekken met de sectorverenigingen", "OCW", notes=(defined,)), parties)
    assert (touched.stakeholder, touched.members) == ("sectorverenigingen", ("mbo-raad", "vh"))
    assert touched.definition == defined.quotation


def test_a_footnote_at_a_word_that_is_no_party_says_so_too(parties: StakeholderRegister) -> None:
    defined = note("kerngroep", "De kerngroep bestaat uit SBB en DUO.")
    (touched,) = touched_parties(action("Overleg met de kerngroep", "OCW", notes=(defined,)), parties)
    assert (touched.owner.name, touched.stakeholder, touched.members) == ("kerngroep", "", ("sbb", "duo"))


def test_a_row_without_names_touches_nobody(parties: StakeholderRegister) -> None:
    reference = note("kader", "Zie de brief van OCW over de invoering van deze wet en wat daarbij nog te doen is.")
    assert touched_parties(action("Uitwerken van het kader", "OCW", notes=(reference,)), parties) == ()
