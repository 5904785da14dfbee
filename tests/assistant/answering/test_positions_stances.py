"""Worries, conditions and advice on a subject, whoever says them; and sides that are no party by themselves."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from assistant.answering.service import AnsweringService
from assistant.domain.answers import Status
from assistant.domain.documents import Document, Source
from tests.assistant.answering.material import read
from tests.assistant.answering.test_positions_answers import asked, heading_of, shown
from tests.assistant.answering.views import MINISTERS, service_over

LETTER = """
<!-- pagina 1 -->
# Verbreden van de taak

Een bredere taak raakt aan het gelijke speelveld. Private opleiders hebben op dit punt zorgen.

Publieke scholen mogen investeren in contractonderwijs, mits de boekhouding gescheiden blijft.

Wij willen geen bekostiging voor contractonderwijs.

De landsadvocaat adviseert ons over ruimte voor private activiteiten. De NRTO doet mee aan een proef met modules.
"""
BUNDLE = """
<!-- pagina 1 -->
# Werkgroep leeruitkomsten & valideren

## Wat werkt niet

- Accreditatiekramp: strenge kaders beperken vernieuwing.
- Beoordelaars spreken elkaar te weinig.

## Advies aan het platform

- Maak afspraken over het beheer van portfolio's.

<!-- pagina 2 -->
# Werkgroep organisatie

## Wat werkt niet

- Versnipperde aanpak door losse pakketten.
"""
JOINT = """
<!-- pagina 1 -->
De drie sectoren pleiten samen voor een basisrecht op scholing.
"""
PAPER = """
<!-- pagina 1 -->
UNL pleit voor meer geld voor onderzoek.

De huidige subsidie biedt volgens UNL te weinig voor langere trajecten.
"""
SECTORS = ("MBO Raad", "Vereniging Hogescholen", "VSNU")
SOURCES = (
    (LETTER, Source("brief", "Brief over taken", "kamerbrief", MINISTERS, "2024")),
    (BUNDLE, Source("bundel", "Bundel van het congres", "congresbundel", ("Vereniging Hogescholen (VH)",), "2025")),
    (JOINT, Source("samen", "Samen verder", "position-paper", SECTORS, "2021")),
    (PAPER, Source("paper", "Onderzoek telt", "position-paper", ("Universiteiten van Nederland (UNL)",), "2023")),
)
WORRY = "Private opleiders hebben op dit punt zorgen."
CONDITION = "Publieke scholen mogen investeren in contractonderwijs, mits de boekhouding gescheiden blijft."
CRAMP = "Accreditatiekramp: strenge kaders beperken vernieuwing."
ADVICE = "Maak afspraken over het beheer van portfolio's."
SCATTERED = "Versnipperde aanpak door losse pakketten."


@pytest.fixture(scope="module")
def service(tmp_path_factory: pytest.TempPathFactory) -> AnsweringService:
    return service_over(tmp_path_factory.mktemp("data"), papers(tmp_path_factory.mktemp("papers")))


def papers(folder: Path) -> list[Document]:
    return [replace(read(folder, text, source.title, source.id).document, source=source) for text, source in SOURCES]


def first_own(service: AnsweringService, question: str) -> str:
    """The first sentence shown that is no title or lead-in."""
    return next(each for each in shown(asked(service, question)) if each.endswith("."))


@pytest.mark.parametrize(
    ("question", "statement"),
    [
        ("Wat zijn de zorgen over het gelijke speelveld?", WORRY),
        ("Welke voorwaarden worden gesteld aan contractonderwijs?", CONDITION),
        ("Welke kritiek is er op de accreditatie?", CRAMP),
        ("Wat wordt geadviseerd over portfolio's?", ADVICE),
        ("Wat werkt er niet in de organisatie?", SCATTERED),
        ("What are the objections to accreditation?", CRAMP),
    ],
)
def test_the_noun_says_which_statements_come_first(service: AnsweringService, question: str, statement: str) -> None:
    assert statement in first_own(service, question)


def test_each_stance_stands_under_who_takes_it(service: AnsweringService) -> None:
    answer = asked(service, "Wat zijn de zorgen over het gelijke speelveld?")
    assert heading_of(answer, WORRY) == "Private opleiders, zoals weergegeven in ‘Brief over taken’ (p. 1):"


def test_what_a_reported_view_points_back_to_follows_under_who_says_that(service: AnsweringService) -> None:
    answer = asked(service, "Welke zorgen hebben private opleiders over het gelijke speelveld?")
    raises = "Een bredere taak raakt aan het gelijke speelveld."
    assert shown(answer)[:2] == [WORRY, raises]
    assert heading_of(answer, raises) == "Volgens ‘Brief over taken’ (p. 1):"


def test_stances_on_nothing_that_is_spoken_of_are_not_made_up(service: AnsweringService) -> None:
    answer = asked(service, "Wat zijn de bezwaren tegen kernenergie?")
    assert answer.status is Status.ABSTAINED


def test_who_worries_is_known_where_the_sentence_points_back(service: AnsweringService) -> None:
    assert WORRY in shown(asked(service, "Wie maakt zich zorgen over het gelijke speelveld?"))


def test_a_follow_up_asks_who_has_those_worries(service: AnsweringService) -> None:
    answer = asked(service, "Zijn er zorgen over het gelijke speelveld?", "En wie heeft die zorgen?")
    assert shown(answer) == [WORRY]


def test_who_does_not_want_something_is_not_who_wants_it(service: AnsweringService) -> None:
    answer = asked(service, "Wie wil geen bekostiging voor contractonderwijs?")
    assert shown(answer) == ["Wij willen geen bekostiging voor contractonderwijs."]


def test_who_names_something_does_so_in_the_sentence_that_is_shown(service: AnsweringService) -> None:
    assert WORRY not in shown(asked(service, "Wie noemt het gelijke speelveld?"))


def test_nobody_against_is_told_with_where_it_is_doubted(service: AnsweringService) -> None:
    answer = asked(service, "Wie is er tegen het gelijke speelveld?")
    assert answer.status is Status.ABSTAINED
    assert "Twijfels erover staan in ‘Brief over taken’ (p. 1)." in answer.text


def test_who_thinks_so_is_answered_with_the_publisher_where_no_position_says_it(service: AnsweringService) -> None:
    answer = asked(service, "Wie vindt dat de huidige subsidie voor langere trajecten tekortschiet?")
    assert "UNL" in heading_of(answer, "te weinig voor langere trajecten")


def test_what_is_reported_of_a_party_without_papers_is_shown_as_the_words_of_who_reports_it(
    service: AnsweringService,
) -> None:
    answer = asked(service, "Wat adviseert de landsadvocaat?")
    words = "De landsadvocaat adviseert ons over ruimte voor private activiteiten."
    assert shown(answer) == [words]
    assert heading_of(answer, words) == "Volgens ‘Brief over taken’ (p. 1):"


def test_what_a_party_takes_part_in_is_not_what_it_thinks(service: AnsweringService) -> None:
    assert asked(service, "Wat vindt de NRTO van modules?").status is Status.ABSTAINED


def test_a_working_group_is_a_side_by_any_word_of_its_subject(service: AnsweringService) -> None:
    answer = asked(service, "Wat adviseert de werkgroep valideren?")
    assert ADVICE in first_own(service, "Wat adviseert de werkgroep valideren?")
    assert heading_of(answer, ADVICE) == "Werkgroep leeruitkomsten & valideren (congresbundel, p. 1):"
    assert SCATTERED not in answer.text
    assert ADVICE in asked(service, "Wat raadt de werkgroep valideren scholen aan?").text


def test_what_members_of_a_group_issued_together_is_told_under_their_own_names(service: AnsweringService) -> None:
    answer = asked(service, "Wat willen de onderwijskoepels met een basisrecht?")
    words = "De drie sectoren pleiten samen voor een basisrecht op scholing."
    assert shown(answer) == [words]
    assert heading_of(answer, words) == "MBO Raad; Vereniging Hogescholen; VSNU (position paper, p. 1):"


def test_what_one_of_three_says_alone_is_not_what_the_three_say(service: AnsweringService) -> None:
    answer = asked(service, "Wat willen de drie sectoren?")
    assert "UNL pleit voor meer geld voor onderzoek." not in shown(answer)
