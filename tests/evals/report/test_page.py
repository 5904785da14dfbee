"""The page: whole, safe, and in two languages."""

from __future__ import annotations

from dataclasses import fields
from html.parser import HTMLParser
from string import Formatter

import pytest

from evals.comparing import compare
from evals.edits import Kind
from evals.gates import Gates, verdicts
from evals.metrics.catalogue import METRICS
from evals.report.page import as_page
from evals.report.words import Words, words_in
from evals.runner import Asked
from evals.scoring import scored
from evals.summary import Run, kept_of, summary_of
from evals.workbench import Corpus
from tests.evals.samples import PAGES, PERFECT, SILENCE, UNANSWERABLE, question, reply

NEVER_CLOSED = {"meta", "br"}


class Outline(HTMLParser):
    """The elements that are open, and all visible words."""

    def __init__(self) -> None:
        super().__init__()
        self.open: list[str] = []
        self.words: list[str] = []

    def handle_starttag(self, tag: str, attrs: object) -> None:
        if tag not in NEVER_CLOSED:
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        self.words.append(data)


def a_run() -> Run:
    wrong = reply([("<b>OCW</b> & co.", (1,))], [("agenda", 6, "Een andere bladzijde.")])
    asked = [
        Asked(question(slices=("misspelt",)), (PERFECT,), (0.1,)),
        Asked(question(id="q3", text="Wie <i>wat</i>?", digest="d3"), (wrong,), (0.1,)),
        Asked(UNANSWERABLE, (SILENCE,), (0.1,)),
    ]
    return Run("core", "extractive", Corpus(("agenda (digest)", "brief (digest)")), scored(asked, PAGES.get))


def page(language: str) -> str:
    run = a_run()
    summary = summary_of(run)
    comparison = compare(kept_of(run), kept_of(run))
    held = verdicts(Gates({"citations.resolvable": 1.0}, {}), run.suite, run.corpus, summary, comparison)
    share = {"share": 0.5, "low": 0.2, "high": 0.8, "trials": 4}
    trials = {"kinds": {kind.value: share for kind in Kind}, "answer_changed_with_its_evidence": None}
    return as_page(run, summary, held, comparison, trials, language)


@pytest.mark.parametrize("language", ["nl", "en"])
def test_every_element_is_closed(language: str) -> None:
    outline = Outline()
    outline.feed(page(language))
    assert outline.open == []


def test_words_of_questions_and_answers_are_shown_and_never_run() -> None:
    outline = Outline()
    outline.feed(page("nl"))
    shown = "".join(outline.words)
    assert "Wie <i>wat</i>?" in shown
    assert "<b>OCW</b> & co." in shown
    assert "<b>OCW</b>" not in page("nl")


def test_a_wrong_answer_says_what_is_missing() -> None:
    shown = page("nl")
    assert "niet genoemd: SBB, kosten; verwijst naar 0 van 2 nodige plaatsen" in shown
    assert "De 1 slechtste van 1 vragen" in shown


def test_numbers_are_written_as_the_language_does() -> None:
    assert "0,667" in page("nl")
    assert "0.667" in page("en")


@pytest.mark.parametrize("language", ["nl", "en"])
def test_every_metric_has_its_words(language: str) -> None:
    assert {metric.name for metric in METRICS} == set(words_in(language).by_name)


def test_both_languages_have_the_same_texts_with_the_same_blanks() -> None:
    for field in fields(Words):
        dutch, english = (getattr(words_in(language), field.name) for language in ("nl", "en"))
        if isinstance(dutch, str):
            assert blanks(dutch) == blanks(english), field.name
            assert dutch
        elif field.name != "slice_values":
            assert dutch.keys() == english.keys(), field.name


def blanks(text: str) -> set[str]:
    return {name for _, name, _, _ in Formatter().parse(text) if name}
