"""The baseline: BM25 over plain words."""

from __future__ import annotations

from evals.benchmarks.plain_bm25 import PlainBm25


def test_the_text_that_holds_the_rarer_word_comes_first() -> None:
    index = PlainBm25(["de brief", "de brief", "de agenda"])
    assert index.ranked("brief agenda") == [2, 0, 1]


def test_a_shorter_text_comes_before_a_longer_one_with_the_same_word() -> None:
    assert PlainBm25(["brief met veel meer woorden", "brief"]).ranked("brief") == [1, 0]


def test_texts_without_a_word_of_the_question_are_left_out() -> None:
    assert PlainBm25(["brief", "agenda"]).ranked("Agenda?") == [1]


def test_other_forms_of_a_word_do_not_count() -> None:
    assert PlainBm25(["brieven"]).ranked("brief") == []
