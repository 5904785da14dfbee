"""The metrics' own test: perfect answers that are spoilt in one way each, and exactly the metrics that must notice.

Every metric that is not named must not move. So no fault passes unseen, and none is blamed on the wrong part.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest

from assistant.domain.answers import Sentence
from evals.metrics.catalogue import BY_NAME, METRICS, Better, measured
from evals.questions import Question
from evals.replies import Cited, Reply
from tests.evals.samples import PERFECT, SILENCE, UNANSWERABLE, case, question

Mutation = Callable[[Reply], Reply]

PAGE_CITATIONS = {"citations.page_precision", "citations.page_recall", "citations.page_f1"}
WORD_CITATIONS = {"citations.words_f1"}
NEAR_CITATIONS = {"citations.near_page_f1"}
DOCUMENT_CITATIONS = {"citations.document_precision", "citations.document_recall", "citations.document_f1"}
EVERY_CITATION = PAGE_CITATIONS | WORD_CITATIONS | NEAR_CITATIONS | DOCUMENT_CITATIONS
QUOTATIONS = {"citations.resolvable", "quotations.found", "quotations.normalised", "quotations.exact"}
OUTCOME = {"answers.correct", "answers.net"}


def said(given: Reply, old: str, new: str) -> Reply:
    """With other words in the answer, and the same quotations."""
    sentences = tuple(replace(each, text=each.text.replace(old, new)) for each in given.sentences)
    return replace(given, text=given.text.replace(old, new), sentences=sentences)


def cited(given: Reply, number: int, **changes: object) -> Reply:
    """With one citation changed."""
    citations = [replace(each, **changes) if each.number == number else each for each in given.citations]  # type: ignore[arg-type]
    return replace(given, citations=tuple(citations))


def page_shifted_by_one(given: Reply) -> Reply:
    return cited(given, 1, page=6)


def citation_dropped(given: Reply) -> Reply:
    sentences = (Sentence(given.sentences[0].text, ()), *given.sentences[1:])
    return replace(given, sentences=sentences, citations=given.citations[1:], text=given.text.replace("[1]", ""))


def digit_changed(given: Reply) -> Reply:
    return said(given, "12 miljoen", "13 miljoen")


def year_changed(given: Reply) -> Reply:
    return said(given, "2023/2024", "2023/2025")


def day_changed(given: Reply) -> Reply:
    return said(given, "3 oktober", "4 oktober")


def month_changed(given: Reply) -> Reply:
    return said(given, "3 oktober", "3 november")


def quotation_invented(given: Reply) -> Reply:
    return cited(given, 2, quote="De pilot kost 12 miljoen euro en start op 3 oktober 2024, zegt men.")


def quotation_in_other_letters(given: Reply) -> Reply:
    return cited(given, 2, quote="De pilot kost 12 miljoen euro, en start op 3-oktober 2024")


def owner_swapped(given: Reply) -> Reply:
    return said(given, "OCW, SBB", "OCW, UWV")


def two_documents_mixed_up(given: Reply) -> Reply:
    one, other = given.citations
    return cited(cited(given, 1, document=other.document, page=2), 2, document=one.document, page=5)


def denied(given: Reply) -> Reply:
    return said(given, "De pilot kost 12", "De pilot kost niet 12")


def refusal(given: Reply) -> Reply:
    return replace(SILENCE, hits=given.hits)


def padded_with_irrelevant_citations(given: Reply) -> Reply:
    padding = Cited(3, "agenda", 6, "Een andere bladzijde.")
    sentences = (Sentence(given.sentences[0].text, (1, 3)), *given.sentences[1:])
    return replace(given, citations=(*given.citations, padding), sentences=sentences)


def claim_without_a_citation(given: Reply) -> Reply:
    return replace(given, text=given.text + "\nDit is overigens zeker.")


def search_that_finds_the_page_later(given: Reply) -> Reply:
    return replace(given, hits=(("nota", 1), *given.hits))


def search_that_finds_nothing(given: Reply) -> Reply:
    return replace(given, hits=())


FALLS: dict[Mutation, set[str]] = {
    page_shifted_by_one: PAGE_CITATIONS | WORD_CITATIONS | QUOTATIONS | OUTCOME | {"answers.proven_facts"},
    # What is left is right, so precision stands; what the row says is not supported any more.
    citation_dropped: (EVERY_CITATION - {"citations.page_precision", "citations.document_precision"})
    | OUTCOME
    | {
        "citations.coverage",
        "citations.uncited_words",
        "support.numbers",
        "support.names",
        "support.unsupported_numbers",
        "answers.proven_facts",
    },
    digit_changed: OUTCOME | {"support.numbers", "support.amounts", "support.unsupported_numbers", "answers.facts"},
    year_changed: {"support.numbers", "support.unsupported_numbers", "answers.exact_term", "answers.term_overlap"},
    day_changed: {"support.numbers", "support.dates", "support.unsupported_numbers"},
    month_changed: {"support.dates", "support.unsupported_numbers"},
    quotation_invented: QUOTATIONS | OUTCOME | {"answers.proven_facts"},
    quotation_in_other_letters: {"quotations.normalised", "quotations.exact"},
    owner_swapped: OUTCOME | {"support.names", "answers.owners_f1", "answers.facts"},
    # As a set the pages are right; the words are not on them, and prove nothing there.
    two_documents_mixed_up: QUOTATIONS | WORD_CITATIONS | OUTCOME | {"answers.proven_facts"},
    denied: {"support.polarity"},
    refusal: EVERY_CITATION
    | {"answers.facts", "answers.proven_facts", "answers.owners_f1", "answers.exact_term", "answers.term_overlap"}
    | OUTCOME
    | {"abstention.over_refusal"},
    padded_with_irrelevant_citations: {
        "citations.page_precision",
        "citations.page_f1",
        "citations.words_f1",
        "citations.surplus",
    },
    claim_without_a_citation: {"citations.uncited_words"},
    search_that_finds_the_page_later: {
        "retrieval.page_recall@1",
        "retrieval.page_ndcg@10",
        "retrieval.page_mrr",
        "retrieval.document_recall@1",
        "retrieval.document_ndcg@10",
        "retrieval.document_mrr",
    },
    search_that_finds_nothing: {metric.name for metric in METRICS if metric.name.startswith("retrieval")},
}


def values(given: Reply, asked: Question | None = None) -> dict[str, float | None]:
    return {metric.name: measured(metric, case(given, asked)).value for metric in METRICS}


def is_worse(name: str, before: float, after: float) -> bool:
    return after < before if BY_NAME[name].better is Better.HIGHER else after > before


def test_a_perfect_answer_is_perfect_by_every_metric_that_measures_it() -> None:
    """Only the best page of two fits at rank 1; and silence is judged where there was any."""
    below = {name for name, value in values(PERFECT).items() if value not in (1.0, None)}
    assert below == {
        "retrieval.page_recall@1",
        "retrieval.document_recall@1",
        "citations.surplus",
        "citations.uncited_words",
        "citations.length",
        "support.unsupported_numbers",
        "abstention.over_refusal",
    }
    assert [name for name, value in values(PERFECT).items() if value is None] == [
        "abstention.recall",
        "abstention.precision",
    ]


@pytest.mark.parametrize("mutation", FALLS, ids=lambda each: each.__name__)
def test_a_fault_is_caught_by_the_metrics_that_are_meant_to_and_by_no_other(mutation: Mutation) -> None:
    before, after = values(PERFECT), values(mutation(PERFECT))
    described = {"citations.length"}
    both = {name for name in before if before[name] is not None and after[name] is not None} - described
    changed = {name for name in both if before[name] != after[name]}
    assert changed == FALLS[mutation]
    assert all(is_worse(name, before[name] or 0.0, after[name] or 0.0) for name in changed)


def test_what_a_refusal_leaves_unmeasured_is_what_an_answer_alone_has() -> None:
    after = values(refusal(PERFECT))
    unmeasured = {name for name, value in after.items() if value is None} - {"abstention.recall"}
    assert {name.partition(".")[0] for name in unmeasured} == {"citations", "quotations", "support"}
    assert unmeasured.isdisjoint(EVERY_CITATION)


def test_an_answer_where_there_is_none_is_caught() -> None:
    before, after = values(SILENCE, UNANSWERABLE), values(PERFECT, UNANSWERABLE)
    fallen = {name for name, value in before.items() if value is not None and value != after[name]}
    assert fallen == OUTCOME | {"abstention.recall", "abstention.precision"}


def test_a_reply_that_failed_scores_the_worst_wherever_a_reply_would_be_judged() -> None:
    after = values(Reply("q1", error="ValueError: stuk"))
    best = values(PERFECT)
    judged = {metric.name for metric in METRICS if metric.failed is not None and best[metric.name] is not None}
    support = {"support.numbers", "support.dates", "support.amounts", "support.names", "support.polarity"}
    assert {name for name, value in after.items() if value is not None} == judged - support
    assert after["answers.net"] == -1.0
    assert after["abstention.over_refusal"] == 1.0
    assert values(Reply("q2", error="x"), UNANSWERABLE)["abstention.recall"] == 0.0


def test_every_metric_that_can_fall_is_moved_by_some_fault() -> None:
    moved = set[str]().union(*FALLS.values()) | {"abstention.recall", "abstention.precision"}
    assert {metric.name for metric in METRICS} - moved == {"citations.length"}


def test_the_sample_question_asks_for_all_that_is_measured() -> None:
    assert question().owners
    assert question().term
