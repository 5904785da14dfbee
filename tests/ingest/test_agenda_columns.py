"""What the columns of an agenda mean, by the words that agendas use."""

from __future__ import annotations

import pytest

from assistant.domain.agenda import Role
from ingest.agenda_columns import Meaning, columns_of, is_agenda_header, meaning_of, names_above, role_of


@pytest.mark.parametrize(
    ("column", "meaning"),
    [
        ("Wie", Meaning.OWNER),
        ("Door wie?", Meaning.OWNER),
        ("Trekker(s)", Meaning.OWNER),
        ("Actiehouder", Meaning.OWNER),
        ("Actiehouder(s)", Meaning.OWNER),
        ("Eerst verantwoordelijke", Meaning.OWNER),
        ("Betrokken partijen", Meaning.OWNER),
        ("Eigenaar", Meaning.OWNER),
        ("Lead", Meaning.OWNER),
        ("Eerste aanspreekpunt", Meaning.OWNER),
        ("Bestuurlijk trekker", Meaning.OWNER),
        ("Overige partijen", Meaning.OWNER),
        ("Mede-uitvoerders", Meaning.OWNER),
        ("Samen met", Meaning.OWNER),
        ("Mijlpaal en planning", Meaning.TERM),
        ("Uitvoeringsperiode", Meaning.TERM),
        ("Doet wat", Meaning.WHAT),
        ("Eindverantwoorde lijk", Meaning.OWNER),
        ("Te ondernemen activiteit", Meaning.WHAT),
        ("Onze gezamenlijke inzet", Meaning.WHAT),
        ("Volgende stap", None),
        ("Wanneer", Meaning.TERM),
        ("PLANNING", Meaning.TERM),
        (" Looptijd van de actie", Meaning.TERM),
        ("Verwachte opleverdatum", Meaning.TERM),
        ("Gereed", Meaning.TERM),
        ("Due", Meaning.TERM),
        ("Wat", Meaning.WHAT),
        ("Actie", Meaning.WHAT),
        ("Maatregelen", Meaning.WHAT),
        ("Te nemen acties", Meaning.WHAT),
        ("Measure", Meaning.WHAT),
        ("Stand van zaken", Meaning.STANDING),
        ("Actielijn", Meaning.STEP),
        ("Thema", Meaning.STEP),
        ("Nr.", Meaning.NUMBER),
        ("#", Meaning.NUMBER),
        ("Actienummer", Meaning.NUMBER),
        ("Waterschap", None),
        ("Notitie", None),
        ("Budget", None),
        ("", None),
    ],
)
def test_a_column_is_known_by_its_first_words(column: str, meaning: Meaning | None) -> None:
    assert meaning_of(column) is meaning


@pytest.mark.parametrize(
    ("column", "role"),
    [
        ("Wie", Role.OWNER),
        ("Trekker", Role.LEAD),
        ("Verantwoordelijk", Role.LEAD),
        ("Betrokkenen", Role.INVOLVED),
        ("In samenwerking met", Role.INVOLVED),
        ("Eerste aanspreekpunt", Role.LEAD),
        ("Overige partijen", Role.INVOLVED),
        ("Eindverantwoorde lijk", Role.LEAD),
        ("Trekker en betrokkenen", Role.OWNER),
    ],
)
def test_the_name_of_a_column_may_say_what_its_owners_do(column: str, role: Role) -> None:
    assert role_of(column) is role


def test_of_two_columns_that_could_be_the_action_the_plainest_name_is() -> None:
    meanings = [column.meaning for column in columns_of(["Maatregel", "Actie", "Omschrijving", "Wie"])]
    assert meanings == [None, Meaning.WHAT, None, Meaning.OWNER]


def test_a_row_that_begins_as_a_header_does_is_none_where_it_holds_a_term() -> None:
    assert not is_agenda_header(["Afspraken met webwinkels", "Thuiswinkel.org", "begin 2027"])
    assert not is_agenda_header(["Maatregelen tegen hitte", "ministeries", "jaarlijks"])
    assert is_agenda_header(["Maatregel", "Partijen", "Planning 2026"])
    assert is_agenda_header(["Maatregel", "Begin", "Eind"])


def test_a_column_that_holds_terms_says_when_where_no_name_does() -> None:
    header = ["Opgave", "Project", "Kartrekker", "Mijlpaal"]
    assert not is_agenda_header(header)
    assert is_agenda_header(header, dated={3})
    assert [column.meaning for column in columns_of(header, dated={3})] == [
        Meaning.STEP, Meaning.WHAT, Meaning.OWNER, Meaning.TERM,
    ]  # fmt: skip


def test_where_no_column_is_the_action_but_who_and_when_are_told_what_comes_of_it_is() -> None:
    meanings = [column.meaning for column in columns_of(["Thema", "Project", "Resultaat", "Trekker", "Gereed in"])]
    assert meanings == [Meaning.STEP, Meaning.WHAT, None, Meaning.OWNER, Meaning.TERM]
    assert Meaning.WHAT not in [column.meaning for column in columns_of(["Project", "Trekker", "Jaar"])]


def test_what_stands_below_a_name_that_spans_columns_is_a_part_of_it() -> None:
    upper, lower = ["Actie", "Wie", "", "Planning", ""], ["", "Initiatief", "Medewerking", "Start", "Eind"]
    columns = columns_of([*upper[:1], *lower[1:]], names_above(upper, lower))
    assert [(column.meaning, column.role) for column in columns[:3]] == [
        (Meaning.WHAT, Role.OWNER), (Meaning.OWNER, Role.LEAD), (Meaning.OWNER, Role.INVOLVED),
    ]  # fmt: skip
    assert [column.meaning for column in columns[3:]] == [Meaning.TERM, Meaning.TERM]


def test_a_header_of_an_agenda_names_an_action_and_an_owner_or_a_term() -> None:
    assert is_agenda_header(["Nr.", "Actie", "Wanneer"])
    assert is_agenda_header(["Lead", "What"])
    assert is_agenda_header(["Wie", "Wat", "Datum"])
    assert not is_agenda_header(["Actie", "Kosten"])
    assert not is_agenda_header(["Activiteit", "Datum"])
    assert not is_agenda_header(["Naam", "Partij", "Datum"])
    assert not is_agenda_header(["Wat de instellingen de komende jaren aan extra middelen krijgen", "Jaar"])
