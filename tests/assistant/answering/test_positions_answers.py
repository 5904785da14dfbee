"""Questions about positions, answered over real stores: each side in its own words, and silence told as silence."""

from __future__ import annotations

from itertools import pairwise

import pytest

from assistant.answering.service import AnsweringService
from assistant.domain.answers import Answer, Status, Turn
from tests.assistant.answering.views import documents, service_over

MODULES = "UNL pleit voor bekostiging van korte modules voor werkenden."
AGAINST = "De Vereniging Hogescholen is tegen bekostiging van korte modules voor werkenden."
EQUAL = "Bij het verbreden van de wettelijke taak moet de bekostiging gelijk blijven."
EXPLORED = "We verkennen of de wettelijke taak van instellingen kan worden verbreed."


@pytest.fixture(scope="module")
def service(tmp_path_factory: pytest.TempPathFactory) -> AnsweringService:
    return service_over(tmp_path_factory.mktemp("data"), documents(tmp_path_factory.mktemp("papers")))


def asked(service: AnsweringService, *questions: str) -> Answer:
    return service.ask(questions[-1], [Turn(text) for text in questions[:-1]])


def shown(answer: Answer) -> list[str]:
    return [sentence.text for sentence in answer.sentences]


def heading_of(answer: Answer, words: str) -> str:
    """The last line of the program's own before the statement with these words; it ends in a colon."""
    lines = answer.text.splitlines()
    place = next(number for number, line in enumerate(lines) if words in line)
    return next(line for line in reversed(lines[:place]) if "[" not in line)


def test_what_a_party_pleads_for_is_all_that_it_says_with_the_words_that_lead_it_in(service: AnsweringService) -> None:
    answer = asked(service, "Waar pleit UNL voor?")
    assert answer.status is Status.ANSWERED
    assert {MODULES, "een landelijk register van microcredentials;"} <= set(shown(answer))
    for lead, item in pairwise(shown(answer)):
        assert not item.startswith("een landelijk register") or lead == "Om dit te bereiken pleit UNL voor:"
    assert heading_of(answer, MODULES) == "UNL (position paper, p. 1):"
    assert {each.document for each in answer.citations} == {"paper-unl"}


def test_each_statement_is_cited_on_its_page(service: AnsweringService) -> None:
    answer = asked(service, "Wat wil UNL met microcredentials?")
    (citation,) = [each for each in answer.citations if "register van microcredentials" in each.quote]
    assert (citation.document, citation.page) == ("paper-unl", 2)


def test_a_comparison_shows_both_sides_under_their_own_names(service: AnsweringService) -> None:
    answer = asked(service, "Vergelijk UNL en de ministers over bekostiging")
    assert answer.status is Status.ANSWERED
    assert {each.document for each in answer.citations} == {"paper-unl", "brief"}
    assert heading_of(answer, MODULES) == "UNL (position paper, p. 1):"
    assert heading_of(answer, EQUAL) == "Ministers (Kamerbrief, p. 1):"


@pytest.mark.parametrize("other", ["zichzelf", "VSNU"])
def test_a_party_beside_itself_is_told_to_be_one(service: AnsweringService, other: str) -> None:
    answer = asked(service, f"Vergelijk unl met {other} over bekostiging")
    assert answer.text.startswith("Om te vergelijken is maar één partij herkend: UNL.")
    assert heading_of(answer, MODULES) == "UNL (position paper, p. 1):"


def test_documents_are_sides_too(service: AnsweringService) -> None:
    answer = asked(service, "Wat zeggen de modulebrief en de congresbundel over bekostiging?")
    assert {each.document for each in answer.citations} == {"brief", "bundel"}


def test_a_side_without_a_position_is_told_silent_and_where_it_is_mentioned(service: AnsweringService) -> None:
    answer = asked(service, "Vergelijk UNL en de NRTO over microcredentials")
    assert answer.status is Status.PARTIAL
    assert "Geen passage gevonden waarin NRTO een standpunt inneemt over ‘microcredentials’." in answer.text
    assert "Zwijgen is geen neutraliteit." in answer.text
    named = "De NRTO neemt deel aan de werkgroep over microcredentials."
    assert heading_of(answer, named).endswith("over ‘microcredentials’. NRTO wordt hierbij wel genoemd:")


@pytest.mark.parametrize(
    ("question", "words"),
    [
        ("Wat vindt de NRTO van microcredentials?", "NRTO wordt hierbij wel genoemd in ‘Brief over modules’ (p. 2)."),
        ("Wat vindt de NRTO van prijslijsten?", "wordt bij een ander onderwerp genoemd in ‘Brief over modules’ (p. 2)"),
        ("What does the NRTO want on microcredentials?", "NRTO is mentioned there in ‘Brief over modules’ (p. 2)."),
        ("Wat vindt VNO-NCW van bekostiging?", "Geen passage gevonden waarin VNO-NCW een standpunt inneemt"),
    ],
)
def test_a_silent_party_gets_no_one_elses_words(service: AnsweringService, question: str, words: str) -> None:
    answer = asked(service, question)
    assert (answer.status, answer.sentences) == (Status.ABSTAINED, ())
    assert words in answer.text


def test_what_is_explored_is_no_position(service: AnsweringService) -> None:
    answer = asked(service, "Wat willen de ministers met de wettelijke taak?")
    assert heading_of(answer, EXPLORED) == "Verkenning, geen standpunt: Ministers (Kamerbrief, p. 1):"
    assert heading_of(answer, EQUAL) == "Ministers (Kamerbrief, p. 1):"


def test_a_reported_view_is_that_of_the_party_and_not_of_who_reports_it(service: AnsweringService) -> None:
    reported = "Private opleiders hebben zorgen over het gelijke speelveld bij contractonderwijs."
    answer = asked(service, "Wat vinden private opleiders van het gelijke speelveld?")
    assert shown(answer) == [reported]
    assert heading_of(answer, reported) == "Private opleiders, zoals weergegeven in ‘Brief over modules’ (p. 1):"
    assert reported not in shown(asked(service, "Wat vinden de ministers van het gelijke speelveld?"))


def test_whether_words_differ_is_said_where_they_do(service: AnsweringService) -> None:
    differing = asked(service, "Verschillen UNL en VH van mening over bekostiging van korte modules?")
    assert {MODULES, AGAINST} <= set(shown(differing))
    assert "Verschil: UNL (p. 1) tegenover VH (p. 1)." in differing.text
    silent = asked(service, "Verschillen UNL en de ministers van mening over bekostiging?")
    assert "Of zij het eens zijn, zegt geen van deze passages met zoveel woorden." in silent.text


@pytest.mark.parametrize(
    ("question", "statements"),
    [
        ("Welke partijen zijn tegen bekostiging van korte modules?", [AGAINST]),
        ("Wie pleit voor bekostiging van korte modules?", [MODULES]),
        ("Which parties oppose funding of modules?", [AGAINST]),
    ],
)
def test_who_is_for_or_against_is_told_by_what_the_words_do(
    service: AnsweringService, question: str, statements: list[str]
) -> None:
    assert shown(asked(service, question)) == statements


def test_nobody_against_is_no_agreement(service: AnsweringService) -> None:
    answer = asked(service, "Welke partijen zijn tegen microcredentials?")
    assert answer.status is Status.ABSTAINED
    assert "Geen passage gevonden over ‘microcredentials’" in answer.text
    assert "Zwijgen is geen neutraliteit." in answer.text


def test_who_speaks_of_something_is_told_document_by_document(service: AnsweringService) -> None:
    answer = asked(service, "Wie noemt microcredentials?")
    assert {each.document for each in answer.citations} == {"paper-unl", "brief"}


def test_a_conversation_goes_on_with_another_side_or_another_subject(service: AnsweringService) -> None:
    ministers = asked(service, "Wat wil UNL met bekostiging?", "en de ministers?")
    assert {each.document for each in ministers.citations} == {"brief"}
    subject = asked(service, "Wat wil UNL met bekostiging?", "en met microcredentials?")
    assert [each.page for each in subject.citations if "microcredentials" in each.quote] == [2]


def test_what_should_be_is_answered_with_the_positions_on_it_too(service: AnsweringService) -> None:
    answer = asked(service, "Moet de bekostiging bij het verbreden van de wettelijke taak gelijk blijven?")
    assert EQUAL in shown(answer)
    assert MODULES not in shown(answer)


def test_what_is_not_a_question_of_positions_is_put_to_the_passages(service: AnsweringService) -> None:
    answer = asked(service, "Waaraan neemt de NRTO deel?")
    assert "De NRTO neemt deel aan de werkgroep over microcredentials." in shown(answer)
    assert "Geen passage gevonden" not in answer.text


def test_english_questions_get_english_frames_around_the_documents_words(service: AnsweringService) -> None:
    answer = asked(service, "Compare UNL and the ministers on funding")
    assert {MODULES, EQUAL} <= set(shown(answer))
    assert heading_of(answer, EQUAL) == "Ministers (letter to Parliament, p. 1):"
