"""Positions read from documents: literal, with who says them, as what, and on which themes."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from assistant.domain.documents import Document, Origin, Source
from assistant.domain.positions import Position, PositionKind, SpeakerBasis
from ingest.positions import read_positions, read_views
from ingest.readers.registry import reader_for
from ingest.stakeholders import load_stakeholders
from ingest.themes import load_themes

PARTIES, THEMES = load_stakeholders(), load_themes()
Make = Callable[..., Document]


@pytest.fixture
def make(tmp_path: Path) -> Make:
    def made(text: str, kind: str = "document", publishers: tuple[str, ...] = (), title: str = "Stuk") -> Document:
        path = tmp_path / "stuk.md"
        path.write_text(text, encoding="utf-8")
        source = Source("stuk", title, kind=kind, publishers=publishers, date="2024-05")
        return Document(source, "v1", Origin.ORIGINAL, path.name, "test", reader_for(path).read(path).pages)

    return made


def positions(document: Document) -> tuple[Position, ...]:
    return read_positions(document, PARTIES, THEMES)


def said_by(document: Document) -> list[tuple[tuple[str, ...], str, SpeakerBasis]]:
    return [(each.speaker.stakeholders, each.speaker.name, each.speaker.basis) for each in positions(document)]


# --- whose


def test_a_position_paper_speaks_for_its_publishers(make: Make) -> None:
    paper = make("Wij pleiten voor leerrechten.", "position-paper", ("MBO Raad", "VSNU"))
    assert said_by(paper) == [(("mbo-raad", "unl"), "MBO Raad; VSNU", SpeakerBasis.PUBLISHER)]


@pytest.mark.parametrize(
    ("head", "parties"),
    [
        ("# Position paper van de NRTO\n\n", ("nrto",)),
        ("# Standpunt MBO Raad en Vereniging Hogescholen over leerrechten\n\n", ("mbo-raad", "vh")),
        (
            "# Position paper: ruimte voor opleiders\n\nRaad voor Training en Opleiding (NRTO), maart 2025\n\n",
            ("nrto",),
        ),
        ("# Reactie van SBB op de brief van de minister van OCW\n\n", ("sbb",)),
        ("# Visie op leren\n\nDoor: de Onderwijsraad\n\n", ("onderwijsraad",)),
        ("# Samenvatting van het standpunt van de NRTO\n\n", ()),
        ("# Reactie op het standpunt van de NRTO\n\n", ()),
        ("# Visie op leren\n\nAan: de minister van OCW\n\n", ()),
        ("# Leren\n\nMBO Raad\n\n", ()),
    ],
)
def test_a_paper_that_nobody_catalogued_speaks_for_whom_it_says_it_is_by(
    make: Make, head: str, parties: tuple[str, ...]
) -> None:
    ((found, _, basis),) = said_by(make(f"{head}Wij pleiten voor leerrechten."))
    assert (found, basis) == (parties, SpeakerBasis.PUBLISHER if parties else SpeakerBasis.DOCUMENT)


def test_a_letter_speaks_for_the_ministers_who_sign_it(make: Make) -> None:
    signed = (
        "Wij willen het gelijke speelveld bewaken.\n\nDe Minister van Onderwijs, Cultuur en Wetenschap, A. Jansen\n"
    )
    publisher = "Minister van Sociale Zaken en Werkgelegenheid"
    catalogued = said_by(make(signed, "kamerbrief", (publisher,)))
    assert catalogued == [(("szw", "ocw"), publisher, SpeakerBasis.SIGNATORY)]
    assert [each[0] for each in said_by(make(signed))] == [("ocw",)]


def test_a_letter_does_not_speak_for_the_minister_whom_it_is_sent_to(make: Make) -> None:
    sent = "De minister van Onderwijs, Cultuur en Wetenschap\n\nPostbus 1\n\nWij pleiten voor een fonds.\n"
    assert said_by(make(sent)) == [((), "Stuk", SpeakerBasis.DOCUMENT)]


def test_a_working_group_is_none_of_the_parties_in_its_name(make: Make) -> None:
    bundle = make("# Werkgroep universiteiten en SBB\n\nDe roosters moeten ruimer.", "congresbundel", ("VH",))
    assert said_by(bundle) == [((), "Werkgroep universiteiten en SBB", SpeakerBasis.SECTION)]


def test_a_part_of_a_bundle_speaks_for_its_working_group(make: Make) -> None:
    bundle = make(
        "# Werkgroep roosters\n\nDe roosters moeten ruimer.\n\n# Keynote Anna de Boer Arbeid\n\nJullie moeten gaan.\n"
        "\n# Inleiding\n\nDat moet beter.",
        "congresbundel",
        ("Vereniging Hogescholen (VH)",),
    )
    assert said_by(bundle) == [
        ((), "Werkgroep roosters", SpeakerBasis.SECTION),
        ((), "Anna de Boer", SpeakerBasis.SECTION),
        (("vh",), "Stuk", SpeakerBasis.DOCUMENT),
    ]


def test_a_document_without_a_known_speaker_speaks_for_nobody(make: Make) -> None:
    assert said_by(make("Er moet een fonds komen.", title="Over fondsen")) == [
        ((), "Over fondsen", SpeakerBasis.DOCUMENT)
    ]


@pytest.mark.parametrize(
    ("text", "parties"),
    [
        ("Private opleiders hebben hier zorgen over.", ("private-opleiders",)),
        ("Met name de universiteiten hebben aangegeven zorgen te hebben over het aanbod.", ("universiteiten",)),
        ("De MBO Raad en NRTO steunen het plan.", ("mbo-raad", "nrto")),
        ("Dat is volgens de vakbonden onwenselijk.", ("vakbonden",)),
        ("Het signaal vanuit het onderwijsveld is dat het moet.", ("onderwijsveld",)),
        ("De ministers van SZW en OCW hebben de SER gevraagd om een plan.", ("szw", "ocw")),
        ("Ook pleit UNL voor een fonds.", ("unl",)),
        ("De Raad van State schreef dat een fonds noodzakelijk is.", ("raad-van-state",)),
        ("In 2020 adviseerde de SER een fonds.", ("ser",)),
    ],
)
def test_a_reported_view_is_of_whom_the_text_says(make: Make, text: str, parties: tuple[str, ...]) -> None:
    [(found, _, basis)] = said_by(make(text, "artikel", ("Vakblad",)))
    assert (found, basis) == (parties, SpeakerBasis.REPORTED)


@pytest.mark.parametrize(
    "text",
    [
        "Hogescholen moeten naar buiten kijken.",  # asked of them
        "Met de MBO Raad moet worden gesproken.",
        "Wij willen samen met NRTO en de vakbonden een fonds.",
        "Een fonds voor universiteiten is noodzakelijk.",
        "Het aanbod van private opleiders is onvoldoende.",
        "De ministers verkennen het signaal van het onderwijsveld.",
    ],
)
def test_nothing_is_attributed_to_a_party_that_is_only_named(make: Make, text: str) -> None:
    [(found, _, basis)] = said_by(make(text, "position-paper", ("Npuls",)))
    assert (found, basis) == (("npuls",), SpeakerBasis.PUBLISHER)


def test_a_clause_in_which_the_document_speaks_is_its_own(make: Make) -> None:
    text = "UNL wil microcredentials wettelijk verankeren, maar daar zijn wij tegen."
    assert [each[0] for each in said_by(make(text, "position-paper", ("NRTO",)))] == [("nrto",)]


def test_who_says_something_in_talks_goes_before_whom_they_were_with(make: Make) -> None:
    text = "In gesprekken met VNO-NCW hebben universiteiten aangegeven dat scholing korter moet."
    assert [each[0] for each in said_by(make(text))] == [("universiteiten",)]


def test_a_party_that_a_sentence_gives_as_its_source_is_who_says_it(make: Make) -> None:
    assert said_by(make("Er moet meer geld komen voor scholing (SER, 2019)."))[0][0] == ("ser",)
    assert said_by(make("Er moet meer geld komen voor scholing (met de SER)."))[0][0] == ()


def test_an_association_speaks_for_the_group_that_its_name_says(make: Make) -> None:
    text = "Universiteiten willen meer samenwerken. Hogescholen willen dat ook."
    found = said_by(make(text, "position-paper", ("Universiteiten van Nederland",)))
    assert [each[0] for each in found] == [("unl", "universiteiten"), ("hogescholen",)]


def test_a_quotation_belongs_to_its_source(make: Make) -> None:
    quoted = make(
        "Voorzitter Piet Bakker verwoordde: “We moeten nu echt een fonds oprichten.” Een docent zei: “Er moet geld "
        "komen voor ons werk.” Volgens ‘Zicht op Later’ moet er een fonds komen.",
        "position-paper",
        ("UNL",),
    )
    assert said_by(quoted) == [
        ((), "Voorzitter Piet Bakker", SpeakerBasis.QUOTED),
        ((), "docent", SpeakerBasis.QUOTED),
        ((), "Zicht op Later", SpeakerBasis.QUOTED),
    ]


def test_words_taken_from_a_publication_are_its_own(make: Make) -> None:
    text = "Er is een fonds nodig. (Zicht op Later, p. 12) Wij pleiten voor tijd."
    found = said_by(make(text, "position-paper", ("UNL",)))
    assert found[0] == ((), "Zicht op Later", SpeakerBasis.QUOTED)
    assert found[-1][0] == ("unl",)


# --- what


def test_items_are_read_with_the_words_that_they_lean_on(make: Make) -> None:
    paper = make(
        "Daarom pleit UNL voor:\n\n1. bekostiging van kleine modules;\n2. geen nieuwe regels.\n\nDe zaal was vol.",
        "position-paper",
        ("UNL",),
    )
    first, second = positions(paper)
    assert (first.kind, first.lead_in, first.text) == (
        PositionKind.DEMAND,
        "Daarom pleit UNL voor:",
        "bekostiging van kleine modules;",
    )
    assert first.quotation.text == "Daarom pleit UNL voor: … bekostiging van kleine modules;"
    assert second.kind is PositionKind.REJECTION


def test_titles_say_what_the_items_below_them_do(make: Make) -> None:
    bundle = make(
        "# Wat werkt niet\n\n- Rollen zijn onduidelijk verdeeld.\n\n# Wat werkt\n\n- Samen leren in de regio.\n"
    )
    assert [each.kind for each in positions(bundle)] == [PositionKind.DOUBT, PositionKind.SUPPORT]


def test_a_promise_needs_somebody_who_makes_it(make: Make) -> None:
    text = "Instellingen zullen hun aanbod uitbreiden."
    assert positions(make(text)) == ()
    assert [each.kind for each in positions(make("Wij zullen ons aanbod uitbreiden."))] == [PositionKind.PROMISE]


def test_a_sentence_without_an_end_is_none(make: Make) -> None:
    assert read_views(make("De MBO Raad wil een microcredential en " * 20_000), PARTIES, THEMES).namings == ()


def test_words_of_someone_unnamed_are_not_the_view_of_the_document(make: Make) -> None:
    assert positions(make("“Ik wil dat er een fonds komt.”")) == ()


def test_a_position_has_its_place_date_and_themes(make: Make) -> None:
    paper = make("## Geld\n\nDat is zo. UNL pleit voor bekostiging van modules.", "position-paper", ("UNL",))
    [found] = positions(paper)
    assert (found.quotation.page, found.date) == (1, "2024-05")
    assert paper.pages[0].text[found.start : found.end] == found.text == "UNL pleit voor bekostiging van modules."
    assert set(found.themes) == {"bekostiging", "flexibiliteit"}


def test_a_sentence_that_points_back_is_on_the_theme_of_what_it_points_to(make: Make) -> None:
    paper = make("# Bekostiging\n\nPrivate opleiders hebben op dit punt zorgen.\n")
    assert positions(paper)[0].themes == ("publiek-privaat", "bekostiging")


@pytest.mark.parametrize("break_", [" ", "\n\n"])
def test_what_a_sentence_points_back_to_is_its_context_and_not_its_words(make: Make, break_: str) -> None:
    text = f"# Zeven\n\nHet speelveld blijft gelijk.{break_}Private opleiders hebben op dit punt zorgen.\n"
    [found] = positions(make(text))
    assert found.context == "Zeven Het speelveld blijft gelijk."
    assert found.quotation.text == "Private opleiders hebben op dit punt zorgen."


def test_the_sentence_before_is_no_context_of_one_that_does_not_point_back(make: Make) -> None:
    [found] = positions(make("# Zeven\n\nHet speelveld blijft gelijk. Private opleiders hebben zorgen over huur.\n"))
    assert found.context == "Zeven"


def test_the_words_above_a_title_are_no_context_below_it(make: Make) -> None:
    text = "# Zes\n\nHet speelveld blijft gelijk.\n\n# Zeven\n\nPrivate opleiders hebben op dit punt zorgen.\n"
    assert [each.context for each in positions(make(text))] == ["Zeven"]


def test_questions_titles_and_sentences_cut_by_a_page_are_no_positions(make: Make) -> None:
    first = "<!-- pagina 1 -->\n# Er moet geld komen\n\nMoet er geld komen? Wij pleiten voor een\n\n"
    text = f"{first}<!-- pagina 2 -->\nfonds.\n"
    assert positions(make(text)) == ()


# --- namings


def test_parties_are_named_where_a_theme_is_spoken_of(make: Make) -> None:
    views = read_views(make("DUO registreert microcredentials. DUO verhuist."), PARTIES, THEMES)
    assert [(each.stakeholders, each.themes) for each in views.namings] == [(("duo",), ("microcredentials",))]
    assert views.namings[0].quotation.text == "DUO registreert microcredentials."


def test_rows_of_tables_name_parties_too(make: Make) -> None:
    table = "| Wat | Wie |\n|---|---|\n| Verkenning microcredentials | OCW, SBB |\n"
    [naming] = read_views(make(table), PARTIES, THEMES).namings
    assert naming.stakeholders == ("ocw", "sbb")
    assert naming.quotation.text == "Verkenning microcredentials | OCW, SBB"
