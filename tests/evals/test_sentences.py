"""What the suite says when there is nothing to measure, in the language of the page."""

from __future__ import annotations

import ast

from evals import sentences
from evals.sentences import DUTCH, sentences_in
from tests.written_sentences import ROOT, gaps_as_written, left_open, template, written

NAMES = {"EvaluationError", "Phrase"}
COMMANDS = "commands.py"
SAID_BY_RUN = ("__main__.py", "gates.py", "questions.py", "runner.py", "validation.py", "workbench.py")
# Commands that are given in English alone; all else in their module is said by `run`.
IN_ENGLISH = {"validate", "explain", "bless", "_export_candidates"}


def said_by_run() -> dict[str, ast.Call]:
    tree = ast.parse((ROOT / "evals" / COMMANDS).read_text(encoding="utf-8"))
    english = [node for node in tree.body if isinstance(node, ast.FunctionDef) and node.name in IN_ENGLISH]
    assert {node.name for node in english} == IN_ENGLISH
    lines = {line for node in english for line in range(node.lineno, (node.end_lineno or 0) + 1)}
    return {
        place: call
        for place, call in written((ROOT / "evals" / name for name in (*SAID_BY_RUN, COMMANDS)), NAMES).items()
        if not (COMMANDS in place and call.lineno in lines)
    }


def test_every_sentence_of_a_run_has_a_dutch_one_with_the_same_gaps() -> None:
    raised = {template(call) for call in said_by_run().values()} - {"{sentences}"}
    assert len(raised) > 30
    assert raised - {*DUTCH} == set()
    assert {*DUTCH} - raised == set()
    assert [each for each in DUTCH if gaps_as_written(each) != gaps_as_written(DUTCH[each])] == []


def test_every_gap_of_a_sentence_of_the_suite_is_filled() -> None:
    calls = written((ROOT / "evals").rglob("*.py"), NAMES)
    assert [place for place, call in calls.items() if not template(call)] == []
    assert left_open(calls) == []


def test_what_the_product_says_is_dutch_already_and_english_by_its_own_catalogue() -> None:
    [dutch] = [each for each in sentences_in("en") if each.startswith("De schijf van {place} is vol")]
    assert dutch not in sentences.DUTCH
    assert sentences_in("en")[dutch].startswith("The disk")
