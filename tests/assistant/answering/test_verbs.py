"""Verbs that come apart are put together, where the whole is a word that is known."""

from __future__ import annotations

import pytest

from assistant.answering.glossary import Glossary
from assistant.answering.verbs import rejoined
from tests.assistant.answering.material import understood

KNOWN = frozenset(["meedoen", "afhaken", "voorstellen", "opgeven", "doorhakken", "ingaan"])


@pytest.mark.parametrize(
    ("question", "joined"),
    [
        ("Waarom doen zo weinig mensen mee?", "Waarom meedoen zo weinig mensen?"),
        ("Waarom doet de bouw mee aan pilots?", "Waarom meedoen de bouw aan pilots?"),
        ("Waardoor haakt de zorg af bij scholing?", "Waardoor afhaken de zorg bij scholing?"),
        ("Wat stelt UNL voor?", "Wat voorstellen UNL?"),
        ("Waarom geeft de school het op?", "Waarom opgeven de school het?"),
    ],
)
def test_the_halves_of_a_verb_are_one_word(question: str, joined: str) -> None:
    assert rejoined(question, KNOWN.__contains__) == joined


@pytest.mark.parametrize(
    "question",
    [
        "Wie doet er iets aan de knelpunten?",  # no verb of the two is known
        "Waarom gaat de bouw in de regio voor?",  # 'in' opens a phrase
        "Wie is aan zet?",
        "Mee doen is belangrijk",  # the half stands first
    ],
)
def test_other_words_stay_as_they_are(question: str) -> None:
    assert rejoined(question, KNOWN.__contains__) == question


def test_a_verb_that_comes_apart_has_the_synonyms_of_the_whole() -> None:
    glossary = Glossary(weak={("meedoen",): ("deelname",)})
    terms = understood("Waarom doen zo weinig mensen mee?", glossary=glossary).terms
    assert [term.weakly_written for term in terms if term.text == "meedoen"] == [("deelname",)]
