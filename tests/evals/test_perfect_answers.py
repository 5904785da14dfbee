"""Perfect answers to the whole core suite, built from its gold: they must score as such, and spoilt ones must not.

This holds the questions and the metrics against each other. An answer quotes the lines of the digests that hold the
evidence and the facts.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import replace
from functools import cache
from pathlib import Path

import pytest

from assistant.domain.answers import Sentence
from evals.metrics.wording import letters
from evals.questions import DATASETS, GoldPlace, Place, Question, load
from evals.replies import Cited, Reply
from evals.runner import Asked
from evals.scoring import Scored, scored

DIGESTS = Path(__file__).parents[2] / "corpus" / "digests"
QUESTIONS = load(DATASETS / "core.jsonl")
ANSWERABLE = [each for each in QUESTIONS if each.is_answerable]
PERFECT = (
    "retrieval.page_ndcg@10",
    "retrieval.all_evidence@10",
    "citations.resolvable",
    "citations.coverage",
    "citations.page_recall",
    "citations.page_f1",
    "citations.document_f1",
    "quotations.exact",
    "support.numbers",
    "support.names",
    "support.polarity",
    "answers.correct",
    "answers.net",
    "answers.facts",
    "answers.proven_facts",
    "answers.exact_term",
    "answers.term_overlap",
)


@cache
def pages() -> dict[Place, str]:
    found: dict[Place, str] = {}
    for path in sorted(DIGESTS.glob("*.md")):
        parts = re.split(r"<!-- pagina (\d+) -->", path.read_text(encoding="utf-8"))
        found |= {(path.stem, int(number)): text for number, text in zip(parts[1::2], parts[2::2], strict=True)}
    return found


def perfect(question: Question) -> Reply:
    quotes = dict.fromkeys(_quotes(question))
    sentences = tuple(Sentence(quote, (number,)) for number, (_, quote) in enumerate(quotes, start=1))
    return Reply(
        question=question.id,
        status="answered" if quotes else "abstained",
        text="\n".join(quote for _, quote in quotes),
        sentences=sentences,
        citations=tuple(Cited(number, *place, quote) for number, (place, quote) in enumerate(quotes, start=1)),
        hits=tuple(dict.fromkeys(place for place, _ in quotes)),
        confidence=1.0,
    )


def _quotes(question: Question) -> Iterator[tuple[Place, str]]:
    """A line for each requirement, and one for each fact and the term where these lines do not hold it."""
    chosen = [_evidence(requirement) for requirement in question.gold]
    yield from chosen
    said = "\n".join(line for _, line in chosen)
    wanted: list[Callable[[str], bool]] = [fact.is_in for fact in question.facts if not fact.is_in(said)]
    if question.term and question.term not in said:
        wanted.append(lambda line: question.term in line)
    for is_in in wanted:
        yield _first(question, is_in)


def _evidence(requirement: tuple[GoldPlace, ...]) -> tuple[Place, str]:
    return next(
        (gold.place, line)
        for gold in requirement
        for line in _lines(gold.place)
        if any(letters(anchor) in letters(line) for anchor in gold.anchors)
    )


def _first(question: Question, is_in: Callable[[str], bool]) -> tuple[Place, str]:
    """The first line on a gold page that holds what is sought, or else the page."""
    gold = [place for requirement in question.gold for place in requirement]
    stretches = [(each.place, line) for each in gold for line in (*_lines(each.place), pages()[each.place].strip())]
    return next((place, stretch) for place, stretch in stretches if is_in(stretch))


def _lines(place: Place) -> list[str]:
    return [line.strip() for line in pages()[place].splitlines() if line.strip()]


def results(spoil: Callable[[Question, Reply], Reply] = lambda _, reply: reply) -> list[Scored]:
    return scored([Asked(each, (spoil(each, perfect(each)),), (0.1,)) for each in QUESTIONS], pages().get)


def mean(found: list[Scored], metric: str) -> float:
    values = [value for each in found if (value := each.value(metric)) is not None]
    return sum(values) / len(values)


@pytest.fixture(scope="module")
def best() -> list[Scored]:
    return results()


@pytest.mark.parametrize("metric", PERFECT)
def test_perfect_answers_are_perfect(metric: str, best: list[Scored]) -> None:
    assert [each.question.id for each in best if each.value(metric) not in (1.0, None)] == []


def test_perfect_silence_is_perfect(best: list[Scored]) -> None:
    assert mean(best, "abstention.recall") == mean(best, "abstention.precision") == 1.0
    assert mean(best, "abstention.over_refusal") == 0.0


def page_shifted(question: Question, reply: Reply) -> Reply:
    return replace(reply, citations=tuple(replace(each, page=each.page + 1) for each in reply.citations))


def citations_dropped(question: Question, reply: Reply) -> Reply:
    sentences = tuple(replace(each, citations=()) for each in reply.sentences)
    return replace(reply, citations=(), sentences=sentences)


def digits_changed(question: Question, reply: Reply) -> Reply:
    def spoilt(text: str) -> str:
        return re.sub(r"\d", lambda digit: str((int(digit[0]) + 1) % 10), text)

    sentences = tuple(replace(each, text=spoilt(each.text)) for each in reply.sentences)
    return replace(reply, sentences=sentences, text=spoilt(reply.text))


def quotations_invented(question: Question, reply: Reply) -> Reply:
    return replace(
        reply, citations=tuple(replace(each, quote=f"{each.quote} volgens ingewijden") for each in reply.citations)
    )


def documents_mixed_up(question: Question, reply: Reply) -> Reply:
    documents = sorted({document for document, _ in pages()})
    other = {one: documents[(index + 1) % len(documents)] for index, one in enumerate(documents)}
    return replace(reply, citations=tuple(replace(each, document=other[each.document]) for each in reply.citations))


def refusal(question: Question, reply: Reply) -> Reply:
    return Reply(question.id, "abstained", "Daarover staat niets in de documenten.", hits=reply.hits)


def padded(question: Question, reply: Reply) -> Reply:
    """With three citations of pages that bear on another question; their words stand there."""
    if reply.abstained:
        return reply
    elsewhere = [place for place in sorted(pages()) if place not in question.places and pages()[place].strip()][:3]
    padding = tuple(
        Cited(len(reply.citations) + number, *place, _lines(place)[0]) for number, place in enumerate(elsewhere, 1)
    )
    first = reply.sentences[0]
    cited = replace(first, citations=(*first.citations, *(each.number for each in padding)))
    return replace(reply, citations=(*reply.citations, *padding), sentences=(cited, *reply.sentences[1:]))


ALL_WRONG = 0.06  # what may be left: the page beside a right one may be right for another part of the question
SPOILT: dict[Callable[[Question, Reply], Reply], tuple[set[str], set[str]]] = {
    page_shifted: (
        {"citations.page_f1", "citations.words_f1", "quotations.found", "answers.proven_facts"},
        {"citations.near_page_f1", "citations.document_f1", "answers.facts", "support.numbers", "citations.coverage"},
    ),
    citations_dropped: (
        {"citations.page_f1", "citations.coverage", "citations.resolvable", "support.numbers", "answers.proven_facts"},
        {"answers.facts", "abstention.over_refusal", "retrieval.page_ndcg@10"},
    ),
    digits_changed: (
        {"support.numbers"},
        {"citations.page_f1", "quotations.exact", "support.polarity", "answers.proven_facts"},
    ),
    quotations_invented: (
        {"citations.resolvable", "quotations.found", "answers.proven_facts"},
        {"citations.page_f1", "citations.words_f1", "answers.facts", "support.numbers"},
    ),
    documents_mixed_up: (
        {"citations.page_f1", "citations.document_f1", "quotations.found", "answers.proven_facts"},
        {"answers.facts", "citations.coverage", "support.numbers"},
    ),
    refusal: (
        {"citations.page_f1", "answers.facts"},
        {"abstention.recall", "retrieval.page_ndcg@10"},
    ),
}


@pytest.mark.parametrize("spoil", SPOILT, ids=lambda each: each.__name__)
def test_spoilt_answers_lose_what_they_should_and_keep_the_rest(
    spoil: Callable[[Question, Reply], Reply], best: list[Scored]
) -> None:
    falls, stays = SPOILT[spoil]
    found = results(spoil)
    assert {metric for metric in falls if mean(found, metric) > ALL_WRONG} == set()
    assert {metric for metric in stays if mean(found, metric) != mean(best, metric)} == set()


def test_padding_costs_precision_of_every_answer_and_no_recall(best: list[Scored]) -> None:
    answered = {each.id for each in ANSWERABLE}
    pairs = [(one, other) for one, other in zip(best, results(padded), strict=True) if one.question.id in answered]
    for metric in ("citations.page_precision", "citations.page_f1"):
        assert all((other.value(metric) or 0) < (one.value(metric) or 0) for one, other in pairs)
    for metric in ("citations.page_recall", "citations.resolvable", "answers.facts", "answers.correct"):
        assert all(other.value(metric) == one.value(metric) for one, other in pairs)


def test_a_failed_reply_is_never_better_than_any_other(best: list[Scored]) -> None:
    failed = results(lambda question, _: Reply(question.id, error="ValueError: stuk"))
    assert mean(failed, "answers.correct") == mean(failed, "citations.page_f1") == 0.0
    assert mean(failed, "abstention.over_refusal") == 1.0
