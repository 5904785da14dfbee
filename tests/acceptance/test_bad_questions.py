"""Questions that are none, or that are full of signs: one sentence, and no harm."""

from __future__ import annotations

import pytest

from tests.acceptance.garden import GARDEN, still_answers
from tests.acceptance.mixed import READ
from tests.acceptance.program import Ended, Program


@pytest.mark.parametrize("question", ["", " \t\n", "?!… — *", "🌳🌳🌳", "x" * 20_000, "wie " * 5_000])
def test_what_is_no_question_is_asked_wrongly(corpus: Program, question: str) -> None:
    for command in ("ask", "search"):
        ended = corpus(command, question)
        assert (ended.status, ended.out) == (2, "")
        assert "vraag" in ended.complaint.lower()


@pytest.mark.parametrize(
    ("question", "language"),
    [
        ("Wer ist für die Microcredentials verantwortlich und wann ist das fertig?", "de"),
        ("Quels sont les partenaires de la formation et quand est-ce que cela commence?", "fr"),
    ],
)
def test_a_question_in_another_language_is_told_which_ones_are_spoken(
    corpus: Program, question: str, language: str
) -> None:
    answer = corpus.answer(question)
    assert (answer["status"], answer["language"]) == ("abstained", language)
    assert "Nederlands en het Engels" in answer["text"]
    in_words = corpus("ask", question)
    assert (in_words.status, in_words.err) == (0, "")
    assert "Nederlands en het Engels" in in_words.out


@pytest.mark.parametrize(
    "question",
    [
        "'; DELETE FROM documents; -- wie snoeit de appelboom?",
        "wie snoeit de appelboom' OR '1'='1",
        'wie snoeit "de appelboom" AND (text:x OR *)^3 ~2 \\',
        "<script>alert(1)</script> wie snoeit de <b>appelboom</b>?",
        "**wie** snoeit de [appelboom](http://voorbeeld.nl)? | a | b |\n# kop\n```",
        "{0} {detail} %s wie snoeit de appelboom {",
        "wie snoeit\u200b de \u202eappelboom\u2026?",
        "stap 99999999999999999999: wie snoeit de appelboom?",
    ],
)
def test_signs_that_mean_something_elsewhere_mean_nothing_in_a_question(
    mixed: tuple[Program, Ended], question: str
) -> None:
    program, _ = mixed
    answer = program.answer(question)
    assert answer["question"] == question
    assert {each["quote"] for each in answer["citations"]} <= {GARDEN, *READ.values()}
    assert answer["status"] in ("answered", "abstained")
    assert still_answers(program)
