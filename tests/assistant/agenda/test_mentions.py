"""Later documents speak of an action by a name in it, or by two of its rare words in one sentence."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import pytest

from assistant.agenda.mentions import LaterMentions
from assistant.agenda.signs import signs_of
from assistant.answering.glossary import Glossary
from assistant.domain.errors import UnknownAction
from assistant.domain.passages import Passage
from assistant.index.analyzer import stem
from assistant.index.hybrid import HybridIndex
from assistant.index.lexical import LexicalIndex
from assistant.ingestion import Archive
from assistant.library.library import Library
from assistant.shelf import LibraryShelf
from tests.assistant.agenda.plans import Row, paper, plan, register_of

GLOSSARY = Glossary(
    strong={
        ("kustwacht", "portaal"): ("Kustwacht-Portaal", "KWP"),
        ("llo",): ("leven lang ontwikkelen",),
        ("wettelijke", "taak"): ("wettelijke opdracht",),
    }
)
NAMED = {"OCW": (), "Golfslag": ("Golfslag", "programma Golfslag", "Wave")}
COMMON = {stem(word) for word in ("onderwijs", "LLO", "llo")}


def found(what: str, sentence: str) -> tuple[str, ...]:
    signs = signs_of(what, GLOSSARY, NAMED, lambda each: each not in COMMON, lambda each: float(each not in COMMON))
    return signs.found_in(sentence)


@pytest.mark.parametrize(
    ("what", "sentence", "words"),
    [
        ("Start van Zeekompas", "Scholen gebruiken Zeekompas al.", ("Zeekompas",)),
        ("Pilots CompetentNL", "Met CompetentNL is begonnen.", ("CompetentNL",)),
        ("Uitvoering van LLO-Katalysator", "De LLO Katalysator loopt.", ("LLO Katalysator",)),
        ("Beheer van Npuls", "Betere afstemming met Npuls-ambities.", ("Npuls",)),
        ("Bouw van Kustwacht Portaal", "Het KWP is klaar.", ("KWP",)),
        ("Golfslag beginnen", "Wave is begonnen.", ("Wave",)),  # a programme, by another of its names
        ("Bouw van Kustwacht Portaal", "Het kustwacht-portaal is klaar.", ("kustwacht-portaal",)),
    ],
)
def test_a_name_is_enough(what: str, sentence: str, words: tuple[str, ...]) -> None:
    assert found(what, sentence) == words


@pytest.mark.parametrize(
    ("what", "sentence"),
    [
        ("Start van Zeekompas", "Zij varen op een zeekompas."),  # not the name
        ("Start van Zeekompas", "Zeekompas is een woord."),  # any word has a capital there
        ("Pilots voor schippers", "Pilots zijn er elders ook."),
        ("Advies van OCW", "Volgens OCW is het advies van groot belang."),  # a party is no sign
        ("Scholing over LLO", "LLO vraagt aandacht."),  # an acronym of what everything here is about
        ("Beheer van Npuls", "De Npulsen lopen uiteen."),  # within a word
    ],
)
def test_what_is_no_name_is_not_enough(what: str, sentence: str) -> None:
    assert found(what, sentence) == ()


def test_two_rare_words_in_one_sentence_are_enough_when_they_are_most_of_the_action() -> None:
    what = "Verbreding vrijstelling schippers"
    assert found(what, "De vrijstellingen voor schippers zijn verruimd.") == ("vrijstellingen", "schippers")
    assert found(what, "Alle schippers varen.") == ()
    long = "Verbreding vrijstelling schippers, loodsen, havens, sluizen en bruggen"
    assert found(long, "De vrijstellingen voor schippers zijn verruimd.") == ()


def test_common_words_do_not_count() -> None:
    assert found("Vrijstelling in het onderwijs", "Het onderwijs kent een vrijstelling.") == ()


def test_a_phrase_of_the_glossary_stands_for_the_words_of_the_action() -> None:
    assert found("Verbreding wettelijke taak", "De wettelijke opdracht telt.") == ("wettelijke opdracht",)


ROWS: Sequence[Row] = [("Bouw van het register Zeekompas", "OCW", "2024"), ("Nieuwe bruggen", "SBB", "2025")]
PAPERS = {
    "eerder": ("2022", "Over Zeekompas werd in 2022 al gesproken."),
    "zelfde-jaar": ("2023-05", "In het voorjaar werd Zeekompas genoemd."),
    "ongedateerd": ("", "Niemand weet wanneer Zeekompas hier genoemd werd."),
    "later": ("2024-02-01", "Intussen is Zeekompas in gebruik. Dit gaat nergens over. Ook elders ziet men Zeekompas."),
    "nieuwst": ("2025", "Het bestuur roemt Zeekompas."),
}


def passages(name: str, text: str) -> list[Passage]:
    return [Passage(f"{name}:1", name, f"{name}-v1", 1, 0, len(text), text)]


def mentions(folder: Path, date: str) -> LaterMentions:
    """Of an agenda of this date, over real stores."""
    library, lexical = Library(), LexicalIndex(folder / "lexical")
    archive = Archive(folder, library, [lexical], HybridIndex(lexical))
    for name, (made, text) in PAPERS.items():
        archive.store(paper(name, "v1", made, [text]), passages(name, text))
    words = "Bouw van het register Zeekompas"
    agenda = plan("agenda", ("Zee", ROWS))
    archive.store(paper("agenda", "v1", date, [words]), passages("agenda", words), agenda=agenda)
    shelf = LibraryShelf(library)
    return LaterMentions(
        library, register_of(library), archive.search, shelf.page, lexical, lambda: GLOSSARY, lambda _: {}
    )


def test_mentions_are_of_later_documents_newest_first_by_page_and_literal_sentence(tmp_path: Path) -> None:
    found = mentions(tmp_path, "2023").of("agenda:1.1")
    assert [(each.date, each.quotation.document, each.quotation.page, each.quotation.text) for each in found] == [
        ("2025", "nieuwst", 1, "Het bestuur roemt Zeekompas."),
        ("2024-02-01", "later", 1, "Intussen is Zeekompas in gebruik."),
        ("2024-02-01", "later", 1, "Ook elders ziet men Zeekompas."),
    ]
    assert {each.terms for each in found} == {("Zeekompas",)}


def test_a_month_later_in_the_same_year_is_later_when_both_months_are_known(tmp_path: Path) -> None:
    found = mentions(tmp_path, "2023-04-30").of("agenda:1.1")
    assert [each.quotation.document for each in found] == ["nieuwst", "later", "later", "zelfde-jaar"]


def test_where_nobody_knows_when_the_agenda_was_made_every_other_document_counts(tmp_path: Path) -> None:
    found = mentions(tmp_path, "").of("agenda:1.1")
    assert {each.quotation.document for each in found} == {*PAPERS}


def test_an_action_of_which_nothing_speaks_has_none(tmp_path: Path) -> None:
    later = mentions(tmp_path, "2023")
    assert later.of("agenda:1.2") == ()
    with pytest.raises(UnknownAction):
        later.of("agenda:9.9")
