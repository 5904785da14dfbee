"""Faults in a set of questions: evidence that is not where it is said to be, doubles, and leaks over the split."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import combinations

from assistant.domain.phrases import Phrase
from evals.metrics.wording import letters, words
from evals.questions import GoldPlace, Question
from evals.workbench import PageText

SIMILAR = 0.8  # the share of common words from which two questions are one (Jaccard)


def faults(questions: Sequence[Question], text: PageText) -> list[str]:
    """Each in one sentence, in the order of the questions."""
    return [*misplaced(questions, text), *_contradictions(questions), *_doubles(questions), *_leaks(questions)]


def misplaced(questions: Sequence[Question], text: PageText) -> list[str]:
    """Gold places that the documents do not have, or that hold none of their anchors."""
    return [
        fault
        for question in questions
        for requirement in question.gold
        for gold in requirement
        for fault in _misplaced(question, gold, text)
    ]


def _misplaced(question: Question, gold: GoldPlace, text: PageText) -> Iterator[Phrase]:
    page = text(gold.place)
    where = {"id": question.id, "document": gold.document, "page": gold.page}
    if page is None:
        yield Phrase("{id}: {document} p. {page} is not among the documents.", **where)
    elif not any(letters(each) in letters(page) for each in gold.anchors):
        anchors = ", ".join(map(repr, gold.anchors))
        yield Phrase("{id}: {document} p. {page} holds none of {anchors}.", **where, anchors=anchors)


def _contradictions(questions: Sequence[Question]) -> Iterator[str]:
    for question in questions:
        if (question.type == "unanswerable") != bool(question.unanswerable) or question.is_answerable == bool(
            question.unanswerable
        ):
            yield f"{question.id}: it has evidence, or says why there is no answer: one of the two, never both."
        elif question.unanswerable and question.facts:
            yield f"{question.id}: it has facts, and no answer that could hold them."


def _doubles(questions: Sequence[Question]) -> Iterator[str]:
    seen: dict[tuple[str, tuple[str, ...]], str] = {}
    for question in questions:
        key = (letters(question.text), question.history)
        if key in seen:
            yield f"{question.id} asks what {seen[key]} asks."
        seen.setdefault(key, question.id)


def _leaks(questions: Sequence[Question]) -> Iterator[str]:
    """What is tuned on must not be in the test: no family, and no question in other words, stands in both splits."""
    splits = defaultdict(set)
    for question in questions:
        splits[question.family].add(question.split)
    for family, found in sorted(splits.items()):
        if len(found) > 1:
            yield f"Family {family} is in {' and '.join(sorted(found))}: a family stays in one split."
    asked = [(each, frozenset(words(" ".join((*each.history, each.text))))) for each in questions]
    for (one, left), (other, right) in combinations(asked, 2):
        if one.split != other.split and left != right and len(left & right) >= SIMILAR * len(left | right):
            yield f"{one.id} and {other.id} ask nearly the same, and are in {one.split} and {other.split}."
