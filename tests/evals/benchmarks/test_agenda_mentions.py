"""Mentions are right where a label points at them, and every other one is wrong."""

from __future__ import annotations

from assistant.domain.agenda import ActionMention, Quotation
from evals.benchmarks.agenda_mentions import SAMPLE, Label, labels_in, scores


def mention(action: str, page: int, text: str) -> ActionMention:
    return ActionMention(action, Quotation("verslag", page, text), "2025", ())


LABELS = (Label("a:1.1", "verslag", 3, "De pilots zijn"), Label("a:1.2", "verslag", 4, "Het register"))


def test_precision_and_recall_count_what_the_labels_point_at() -> None:
    found = [
        mention("a:1.1", 3, "De pilots\nzijn afgerond."),
        mention("a:1.1", 4, "De pilots zijn afgerond."),  # another page
        mention("a:1.2", 3, "De pilots zijn afgerond."),  # another action
        mention("a:1.1", 3, "Er waren pilots."),  # another sentence
    ]
    result = scores(found, LABELS)
    assert (result.precision, result.recall) == (0.25, 0.5)
    assert (result.wrong, result.missed) == (tuple(found[1:]), LABELS[1:])


def test_nothing_found_is_not_wrong() -> None:
    assert (scores([], LABELS).precision, scores([], LABELS).recall) == (1.0, 0.0)


def test_the_sample_points_at_few_words_each() -> None:
    labels = labels_in(SAMPLE)
    assert len(set(labels)) == len(labels) > 10
    assert all(1 <= len(label.words.split()) <= 6 for label in labels)
