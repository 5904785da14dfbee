"""What sentences do, told from their words."""

from __future__ import annotations

import time

import pytest

from assistant.domain.positions import PositionKind
from ingest.stances import is_imperative, item_stance, lead_in_stance, stance_of

DEMAND, REJECTION, SUPPORT = PositionKind.DEMAND, PositionKind.REJECTION, PositionKind.SUPPORT
CONDITION, ADVICE, PROMISE = PositionKind.CONDITION, PositionKind.ADVICE, PositionKind.PROMISE
DOUBT, WISH, EXPLORATION = PositionKind.DOUBT, PositionKind.WISH, PositionKind.EXPLORATION


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("De bond pleit voor een fonds.", DEMAND),
        ("Het fonds moet er komen.", DEMAND),
        ("Een fonds is noodzakelijk.", DEMAND),
        ("Leerbedrijven dienen een begeleider aan te wijzen.", DEMAND),
        ("De vakbonden dringen aan op een fonds.", DEMAND),
        ("The association calls for a fund.", DEMAND),
        ("De bond is tegen een fonds.", REJECTION),
        ("Een fonds is onwenselijk.", REJECTION),
        ("Scholen moeten geen fonds beheren.", REJECTION),
        ("Een fonds is niet noodzakelijk.", REJECTION),
        ("Wij willen geen fonds.", REJECTION),
        ("De gemeenten verzetten zich tegen het fonds.", REJECTION),
        ("De bond steunt het fonds.", SUPPORT),
        ("Wij zijn voorstander van een fonds.", SUPPORT),
        ("Wij doen mee, mits het fonds er komt.", CONDITION),
        ("Dat kan alleen als het fonds er komt.", CONDITION),
        ("De raad adviseert een fonds.", ADVICE),
        ("Wij stellen voor om een fonds op te richten.", ADVICE),
        ("Maak ruimte voor een fonds.", ADVICE),
        ("De scholen hebben zorgen over het fonds.", DOUBT),
        ("Het fonds is onvoldoende gevuld.", DOUBT),
        ("Zo'n fonds werkt niet: de drempel is hoog.", DOUBT),
        ("Wij starten een fonds.", PROMISE),
        ("De ministers starten een fonds.", PROMISE),
        ("De raad heeft geadviseerd om een fonds te onderzoeken.", ADVICE),
        ("Wij willen het fonds in beginsel waarborgen, en de motie verzoekt dat ook.", SUPPORT),
        ("Het college zegt een fonds toe.", PROMISE),
        ("De scholen willen een fonds.", WISH),
    ],
)
def test_a_position_is_known_by_its_words(text: str, kind: PositionKind) -> None:
    found = stance_of(text)
    assert found
    assert found.kind is kind


@pytest.mark.parametrize(
    "text",
    [
        "De minister verkent een fonds.",
        "Wij overwegen een fonds.",
        "Het ministerie onderzoekt of een fonds nodig is.",
        "Dit willen we nader verkennen.",
        "We zullen ook kijken naar de steun voor een fonds.",
        "De ministers voeren een verkenning naar een fonds uit.",
    ],
)
def test_what_is_explored_is_never_supported_or_demanded(text: str) -> None:
    found = stance_of(text)
    assert found
    assert found.kind is EXPLORATION


@pytest.mark.parametrize(
    "text",
    [
        "",
        "Het fonds telt tien miljoen.",
        "Er is in 2021 een fonds opgericht.",
        "Moet er een fonds komen?",
        "In de bijlage treft u een overzicht van het fonds.",
        "We gaan eerst kort in op het fonds.",
        "Mensen die zich willen of moeten ontwikkelen, kennen het fonds.",
        "Er is een opleiding voor volwassenen die een diploma willen halen.",
        "Sfeer en beheer van het fonds zijn goed.",
        "Zo nodig wordt het fonds aangevuld.",
        "Het fonds is aangepast zoals de raad adviseert.",
    ],
)
def test_other_sentences_take_no_position(text: str) -> None:
    assert stance_of(text) is None


def test_firm_words_weigh_more_than_mild_ones_and_hedges_take_off() -> None:
    strengths = [stance_of(f"Een fonds {words}.") for words in ("is noodzakelijk", "zou noodzakelijk zijn")]
    assert [each.strength for each in strengths if each] == [3, 2]
    wish = stance_of("Wij willen graag een fonds.")
    assert wish
    assert wish.strength == 1


@pytest.mark.parametrize(
    ("text", "told"), [("Stimuleer het leren.", True), ("Wanneer het kan.", False), ("Weer.", False)]
)
def test_an_imperative_is_known_by_its_first_word(text: str, told: bool) -> None:
    assert is_imperative(text) is told


@pytest.mark.parametrize(
    ("title", "kind"),
    [
        ("Waar pleiten we voor?", DEMAND),
        ("Advies aan het platform:", ADVICE),
        ("Wat werkt wel", SUPPORT),
        ("Wat werkt niet", DOUBT),
        ("De werkgroep noemt zes punten die niet werken:", DOUBT),
        ("De werkgroep noemt vijf punten die werken:", SUPPORT),
        ("Om die ambities te halen pleit de bond voor:", DEMAND),
        ("We willen:", WISH),
        ("Het gaat om de volgende acties:", PROMISE),
    ],
)
def test_a_lead_in_says_what_its_items_do(title: str, kind: PositionKind) -> None:
    found = lead_in_stance(title)
    assert found
    assert found.kind is kind


def test_a_title_that_says_nothing_leads_in_nothing() -> None:
    assert lead_in_stance("Voorbeelden uit de regio:") is None


def test_an_item_takes_its_lead_ins_kind_unless_it_says_otherwise() -> None:
    lead = lead_in_stance("Wij pleiten voor:")
    assert lead
    assert item_stance("een fonds voor iedereen", lead).kind is DEMAND
    assert item_stance("geen nieuwe regels", lead).kind is REJECTION
    assert item_stance("niet alleen geld, maar ook tijd", lead).kind is DEMAND
    assert item_stance("een fonds, mits het betaalbaar is", lead).kind is CONDITION


@pytest.mark.parametrize("text", ["vraagt " * 5_000, "wij stellen om te " * 2_000, "x" * 50_000, "niet wordt " * 4_000])
def test_long_sentences_are_read_in_no_more_than_their_time(text: str) -> None:
    started = time.perf_counter()
    stance_of(text)
    lead_in_stance(text)
    assert time.perf_counter() - started < 5
