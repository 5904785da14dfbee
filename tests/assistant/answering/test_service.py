"""A question goes through a real library and comes back proven, or not at all."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import count
from pathlib import Path

import pytest

from assistant.answering.candidates import Pages
from assistant.answering.composing import Composer, ExtractiveComposer
from assistant.answering.glossary import Glossary
from assistant.answering.matching import WeighedTerm
from assistant.answering.retrieving import Retriever
from assistant.answering.service import AnsweringService
from assistant.answering.statements import Statement
from assistant.answering.understanding import Understanding
from assistant.bootstrap import build_application
from assistant.domain.answers import Answer, Status, Turn
from assistant.domain.documents import Origin, Page
from assistant.domain.errors import QuestionError
from assistant.domain.passages import Hit
from assistant.index.hybrid import HybridIndex
from assistant.index.lexical import LexicalIndex
from assistant.ingestion import Archive
from assistant.library.library import Library
from assistant.local_application import LocalApplication
from assistant.settings import Settings
from assistant.shelf import LibraryShelf
from evals.benchmarks.answers import Question, questions
from tests.assistant.answering.material import Piece, read

GLOSSARY = Glossary(strong={("learning", "rights"): ("leerrechten",), ("explores",): ("verkennen",)})

LETTER = """
<!-- pagina 1 -->
## Kansen

Een diploma met civiel effect[^1] telt voor werkgevers.
De deelname aan scholing blijft achter, omdat werkenden weinig tijd hebben.

[^1]: Civiel effect is de waarde van een diploma. Die waarde geldt overal.

<!-- pagina 2 -->
| Wat | Wie | Wanneer |
|---|---|---|
| **1 Scholing op maat** | | |
| Verkennen van leerrechten | OCW, SZW | 2023/2024 |
| **2 Bouwen aan CompetentNL** | | |
| Taal voor vaardigheden | UWV | 2025 |
"""
PAPER = """
<!-- pagina 3 -->
De universiteiten pleiten voor bekostiging van korte cursussen.
Het streven is dat in 2030 62% van de volwassenen leert.
"""


def service_over(folder: Path, *pieces: Piece, composer: Composer | None = None) -> AnsweringService:
    """The real stores, with a clock that goes a second a look."""
    lexical, library = LexicalIndex(folder / "lexical"), Library(folder / "library.sqlite")
    archive = Archive(folder, library, [lexical], HybridIndex(lexical))
    for piece in pieces:
        archive.store(piece.document, piece.passages)
    shelf = LibraryShelf(library)
    retriever = Retriever(archive, lexical, shelf.agenda_rows)
    seconds = map(float, count())
    return AnsweringService(
        GLOSSARY, retriever, shelf.agenda_rows, shelf, composer or ExtractiveComposer(), lambda: next(seconds)
    )


@pytest.fixture(scope="module")
def pieces(tmp_path_factory: pytest.TempPathFactory) -> list[Piece]:
    folder = tmp_path_factory.mktemp("pieces")
    letter, paper = read(folder, LETTER, "De brief", "brief"), read(folder, PAPER, "Het paper", "paper")
    return [replace(letter, document=replace(letter.document, origin=Origin.DIGEST)), paper]


@pytest.fixture(scope="module")
def service(tmp_path_factory: pytest.TempPathFactory, pieces: list[Piece]) -> AnsweringService:
    return service_over(tmp_path_factory.mktemp("data"), *pieces)


def shown(answer: Answer) -> list[str]:
    return [sentence.text for sentence in answer.sentences]


# --- answers


def test_an_answer_is_proven_with_document_page_and_words(service: AnsweringService) -> None:
    answer = service.ask("Wie verkent de leerrechten?")
    assert (answer.status, answer.kind, answer.language, answer.engine) == (
        Status.ANSWERED,
        "owner",
        "nl",
        "extractive",
    )
    assert shown(answer) == ["Wat: Verkennen van leerrechten | Wie: OCW, SZW | Wanneer: 2023/2024"]
    (citation,) = answer.citations
    assert (citation.document, citation.title, citation.page) == ("brief", "De brief", 2)
    assert citation.quote == "Verkennen van leerrechten | OCW, SZW | 2023/2024"
    assert citation.digest
    assert answer.searched.documents == ("brief", "paper")


def test_only_what_our_own_summary_proves_is_marked_as_such(service: AnsweringService) -> None:
    (citation, *_) = service.ask("Welk percentage van de volwassenen leert in 2030?").citations
    assert (citation.document, citation.page, citation.digest) == ("paper", 3, False)


def test_a_follow_up_is_answered_in_its_conversation(service: AnsweringService) -> None:
    first = service.ask("Wie verkent de leerrechten?")
    answer = service.ask("En wanneer?", [Turn(first.question, first)])
    assert (answer.question, answer.kind) == ("En wanneer?", "term")
    assert shown(answer) == shown(first)


def test_another_step_is_asked_after_in_three_words(service: AnsweringService) -> None:
    answer = service.ask("En bij stap 2?", [Turn("Wie doet wat bij stap 1?")])
    assert shown(answer) == [
        "2 Bouwen aan CompetentNL",
        "Wat: Taal voor vaardigheden | Wie: UWV | Wanneer: 2025",
    ]


def test_a_definition_comes_from_its_footnote(service: AnsweringService) -> None:
    answer = service.ask("Wat betekent civiel effect?")
    assert shown(answer) == ["Civiel effect is de waarde van een diploma.", "Die waarde geldt overal."]
    assert {(citation.document, citation.page) for citation in answer.citations} == {("brief", 1)}


def test_an_english_question_is_answered_in_an_english_frame_with_dutch_words(service: AnsweringService) -> None:
    answer = service.ask("Who explores the learning rights?")
    assert answer.language == "en"
    assert answer.text == (
        "The documents say, in Dutch:\nWhat: Verkennen van leerrechten | Who: OCW, SZW | When: 2023/2024 [1]"
    )


def test_the_time_it_took_is_told(service: AnsweringService) -> None:
    assert service.ask("Wat betekent civiel effect?").seconds == 1.0


# --- no answer


def test_an_unknown_step_is_refused_with_the_steps_there_are(service: AnsweringService) -> None:
    answer = service.ask("Wat houdt stap 9 in?")
    assert (answer.status, answer.sentences, answer.citations) == (Status.ABSTAINED, (), ())
    assert answer.text == (
        "Stap 9 staat in geen van de documenten. De agenda telt 2 stappen (1 tot en met 2). Doorzocht: 2 documenten."
    )


@pytest.mark.parametrize(
    ("question", "said"),
    [
        ("Wat vindt Greenpeace van scholing?", "Over Greenpeace staat"),
        ("Wat gebeurt er in 2041 met de scholing?", "Over 2041 staat"),
        ("Hoeveel euro kosten de cursussen?", "noemen hierbij geen bedrag"),
        ("Hoe bak ik een appeltaart met kaneel?", "In de documenten staat niets"),
        ("Wer ist für die Umsetzung der Agenda verantwortlich und wann?", "Ik beantwoord vragen in het Nederlands"),
    ],
)
def test_silence_has_its_reason_and_what_was_searched(service: AnsweringService, question: str, said: str) -> None:
    answer = service.ask(question)
    assert answer.status is Status.ABSTAINED
    assert said in answer.text
    assert answer.text.endswith("Doorzocht: 2 documenten.")


def test_pages_that_could_not_be_read_are_named(tmp_path: Path, pieces: list[Piece]) -> None:
    letter, paper = pieces
    pages = (*paper.document.pages, Page(4, "", problem="de bladzijde is een beeld"))
    unread = replace(paper, document=replace(paper.document, pages=pages))
    answer = service_over(tmp_path, letter, unread).ask("Wat vindt Greenpeace van scholing?")
    assert answer.text.endswith("Doorzocht: 2 documenten. Niet gelezen: paper p. 4.")
    assert [page.reason for page in answer.searched.unreadable] == ["de bladzijde is een beeld"]


def test_an_empty_library_says_so(tmp_path: Path) -> None:
    answer = service_over(tmp_path).ask("Wat is scholing?")
    assert (answer.status, answer.searched.documents) == (Status.ABSTAINED, ())
    assert answer.text.startswith("Er zijn nog geen documenten")


@pytest.mark.parametrize("question", ["", "?!", "scholing " * 2_500])
def test_what_is_no_question_is_refused(service: AnsweringService, question: str) -> None:
    with pytest.raises(QuestionError):
        service.ask(question)
    with pytest.raises(QuestionError):
        service.search(question, 5)


# --- whatever is composed


@dataclass(frozen=True)
class Says:
    """A composer that says the same to any question."""

    statements: tuple[Statement, ...]
    name: str = "model"

    def compose(
        self, question: Understanding, hits: Sequence[Hit], terms: Sequence[WeighedTerm], pages: Pages
    ) -> Sequence[Statement]:
        return self.statements


TRUE = Statement("De universiteiten vragen om bekostiging.", "paper", 3, quotes=("universiteiten pleiten",))
FALSE = Statement("In 2040 leert 62% van de volwassenen.", "paper", 3, quotes=("62% van de volwassenen leert",))


def test_only_what_is_proven_of_a_model_s_answer_is_shown(tmp_path: Path, pieces: list[Piece]) -> None:
    answer = service_over(tmp_path, *pieces, composer=Says((TRUE, FALSE))).ask("Wat vinden de universiteiten?")
    assert (answer.status, answer.engine, shown(answer)) == (Status.PARTIAL, "model", [TRUE.text])
    assert [citation.quote for citation in answer.citations] == [
        "De universiteiten pleiten voor bekostiging van korte cursussen."
    ]
    assert [(each.text, each.reason) for each in answer.rejected] == [
        (FALSE.text, "het getal 2040 staat niet in de geciteerde woorden")
    ]


@pytest.mark.parametrize("statements", [(FALSE,), ()])
def test_without_any_proof_there_is_no_answer(
    tmp_path: Path, pieces: list[Piece], statements: tuple[Statement, ...]
) -> None:
    answer = service_over(tmp_path, *pieces, composer=Says(statements)).ask("Wat vinden de universiteiten?")
    assert (answer.status, answer.sentences, len(answer.rejected)) == (Status.ABSTAINED, (), len(statements))
    assert "woordelijk bewezen" in answer.text


# --- search


def test_a_search_shows_each_page_once_the_best_first(service: AnsweringService) -> None:
    hits = service.search("scholing en diploma van civiel effect", 10)
    places = [(hit.passage.document, hit.passage.page) for hit in hits]
    assert places[0] == ("brief", 1)
    assert len(places) == len(set(places))
    assert [hit.score for hit in hits] == sorted((hit.score for hit in hits), reverse=True)
    assert service.search("scholing en diploma", 1) == service.search("scholing en diploma", 10)[:1]


# --- the project's own digests


@pytest.fixture(scope="module")
def application(tmp_path_factory: pytest.TempPathFactory) -> LocalApplication:
    application = build_application(Settings(tmp_path_factory.mktemp("digests"), embedder="none"))
    assert all(not report.message for report in application.ingest())
    return application


def letters(text: str) -> str:
    return "".join(char for char in text.casefold() if char.isalnum())


@pytest.mark.parametrize("question", questions()[::5], ids=lambda question: question.id)
def test_every_sentence_has_a_citation_whose_words_are_on_its_page(
    application: LocalApplication, question: Question
) -> None:
    answer = application.ask(question.text, [Turn(text) for text in question.history])
    assert (answer.status is Status.ABSTAINED) == (not answer.sentences)
    assert [each.number for each in answer.citations] == list(range(1, len(answer.citations) + 1))
    assert sorted(number for each in answer.sentences for number in each.citations) == [
        each.number for each in answer.citations
    ]
    assert all(sentence.citations for sentence in answer.sentences)
    for citation in answer.citations:
        page = letters(application.page(citation.document, citation.page).text)
        assert [part for part in citation.quote.split(" | ") if letters(part) not in page] == []
