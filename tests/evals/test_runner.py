"""Asking every question, also when it goes wrong or is interrupted."""

from __future__ import annotations

from pathlib import Path

import pytest

from evals import runner
from evals.questions import Question
from evals.replies import reply_as_json, reply_from_json
from evals.runner import JOURNAL, finish, run
from tests.evals.products import PreparedProduct
from tests.evals.samples import PERFECT, SILENCE, question

FIRST, SECOND, THIRD = (question(id=f"q{number}", text=f"Vraag {number}?", digest=f"d{number}") for number in (1, 2, 3))
QUESTIONS = (FIRST, SECOND, THIRD)
REPLIES = {FIRST.text: PERFECT, SECOND.text: SILENCE, THIRD.text: PERFECT}


def asked(product: PreparedProduct, folder: Path, questions: tuple[Question, ...] = QUESTIONS, repeat: int = 1) -> list:  # type: ignore[type-arg]
    return run(product, questions, folder, repeat, lambda done, total: None)


def test_every_question_is_asked_once_and_kept_as_it_was_answered(tmp_path: Path) -> None:
    product = PreparedProduct(REPLIES)
    replies = [each.reply for each in asked(product, tmp_path)]
    assert product.asked == [FIRST.text, SECOND.text, THIRD.text]
    assert [each.question for each in replies] == ["q1", "q2", "q3"]
    assert (replies[0].sentences, replies[0].citations, replies[0].hits) == (
        PERFECT.sentences,
        PERFECT.citations,
        PERFECT.hits,
    )
    assert replies[1].abstained


def test_a_question_on_which_the_product_fails_is_a_reply_that_failed(tmp_path: Path) -> None:
    product = PreparedProduct({FIRST.text: PERFECT, THIRD.text: PERFECT})
    failed = [each.reply.error for each in asked(product, tmp_path)]
    assert failed == ["", "ValueError: daar kan het niet tegen", ""]


def test_an_interrupted_run_goes_on_where_it_stopped(tmp_path: Path) -> None:
    class Interrupted(PreparedProduct):
        def ask(self, question: str, history: object = ()) -> object:  # type: ignore[override]
            if len(self.asked) == 2:
                raise KeyboardInterrupt
            return super().ask(question)

    with pytest.raises(KeyboardInterrupt):
        asked(Interrupted(REPLIES), tmp_path)
    with (tmp_path / JOURNAL).open("a", encoding="utf-8") as file:
        file.write('{"id": "q3", "repl')  # what a killed process leaves
    product = PreparedProduct(REPLIES)
    replies = asked(product, tmp_path)
    assert product.asked == [THIRD.text]
    assert replies == asked(PreparedProduct({}), tmp_path)  # by now all are kept


def test_what_was_kept_of_another_run_is_asked_again(tmp_path: Path) -> None:
    asked(PreparedProduct(REPLIES), tmp_path)
    product = PreparedProduct(REPLIES)
    asked(product, tmp_path, (question(id="q1", text=FIRST.text, digest="changed"), SECOND, THIRD))
    assert product.asked == [FIRST.text, SECOND.text, THIRD.text]


def test_replies_of_another_version_of_the_product_are_not_kept(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked(PreparedProduct(REPLIES), tmp_path)
    monkeypatch.setattr(runner, "_product", lambda: "another version")
    product = PreparedProduct(REPLIES)
    asked(product, tmp_path)
    assert len(product.asked) == 3


def test_a_finished_run_keeps_nothing(tmp_path: Path) -> None:
    asked(PreparedProduct(REPLIES), tmp_path)
    finish(tmp_path)
    product = PreparedProduct(REPLIES)
    asked(product, tmp_path)
    assert len(product.asked) == 3


def test_replies_that_differ_between_repeats_are_not_steady(tmp_path: Path) -> None:
    class Wavering(PreparedProduct):
        def ask(self, question: str, history: object = ()) -> object:  # type: ignore[override]
            answer = super().ask(question)
            return answer if question != SECOND.text or len(self.asked) % 2 else super().ask(THIRD.text)

    found = asked(Wavering(REPLIES), tmp_path, repeat=2)
    assert [each.is_steady for each in found] == [True, False, True]
    assert [len(each.replies) for each in found] == [2, 2, 2]


def test_progress_is_told_after_each_question(tmp_path: Path) -> None:
    told: list[tuple[int, int]] = []
    product = PreparedProduct(REPLIES)
    run(product, QUESTIONS, tmp_path, 1, lambda done, total: told.append((done, total)))
    assert told == [(1, 3), (2, 3), (3, 3)]


def test_a_reply_is_kept_whole() -> None:
    assert reply_from_json("q1", reply_as_json(PERFECT)) == PERFECT
