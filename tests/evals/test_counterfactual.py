"""Answers that must go with their evidence, on a corpus that is really read in anew."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from evals.counterfactual import Laboratory, chosen_edits, judged, summary_of_trials, trials, trials_as_text
from evals.edits import Kind, edits_of
from evals.replies import Reply
from tests.evals.samples import SILENCE, question, reply
from tests.evals.test_edits import COST, DIGESTS, ROW

BEFORE = reply([("De proef kost 12 miljoen euro.", (1,))], [("agenda", 2, "De proef kost 12 miljoen euro.")])


def trial(kind: Kind, after: Reply) -> tuple[bool, bool]:
    edit = next(each for each in edits_of(COST, DIGESTS) if each.kind is kind)
    found = judged(edit, BEFORE, after)
    return found.passed, found.changed


def said(text: str) -> Reply:
    return reply([(text, (1,))], [("agenda", 2, text)])


def test_an_answer_follows_when_it_says_the_new_and_not_the_old() -> None:
    assert trial(Kind.NUMBER, said("De proef kost 19 miljoen euro.")) == (True, True)
    assert trial(Kind.NUMBER, BEFORE) == (False, False)
    assert trial(Kind.NUMBER, said("De proef kost geen 12 miljoen maar 19 miljoen euro.")) == (False, True)
    assert trial(Kind.NUMBER, SILENCE) == (False, True)


def test_without_its_evidence_an_answer_abstains() -> None:
    assert trial(Kind.DELETION, SILENCE) == (True, True)
    assert trial(Kind.DELETION, said("Havens zijn druk.")) == (False, True)


@pytest.mark.parametrize("kind", [Kind.OLDER, Kind.DISTRACTOR])
def test_beside_other_documents_an_answer_holds(kind: Kind) -> None:
    assert trial(kind, BEFORE) == (True, False)
    assert trial(kind, said("De proef kost 19 miljoen euro.")) == (False, True)
    assert trial(kind, replace(BEFORE, status="abstained")) == (False, True)


def test_the_same_edits_are_chosen_each_time_and_no_more_of_a_kind_than_asked() -> None:
    asked = [ROW, COST, question(id="q3", text="Wie?", gold=ROW.gold, facts=ROW.facts)]
    chosen = chosen_edits(asked, DIGESTS, 1)
    assert chosen == chosen_edits(asked, DIGESTS, 1)
    assert sorted(each.kind for each in chosen) == sorted(Kind)


def test_edits_are_made_asked_about_and_undone(tmp_path: Path) -> None:
    laboratory = Laboratory(tmp_path, DIGESTS)
    asked = replace(COST, text="Hoeveel kost de proef?")
    edits = [each for each in edits_of(asked, DIGESTS) if each.kind is not Kind.DISTRACTOR]
    before = laboratory.asked(asked)
    found = list(trials(laboratory, edits, 60, lambda done, total: None))
    assert {each.edit.kind: each.passed for each in found} == {Kind.NUMBER: True, Kind.OLDER: True, Kind.DELETION: True}
    assert laboratory.asked(asked) == before
    summary = summary_of_trials(found, edits)
    assert summary["kinds"]["number"]["share"] == 1.0
    assert summary["answer_changed_with_its_evidence"]["trials"] == 2
    assert "3 of 3 edits tried" in trials_as_text(summary)


def test_without_time_nothing_is_tried(tmp_path: Path) -> None:
    edits = list(edits_of(COST, DIGESTS))
    assert list(trials(Laboratory(tmp_path, {}), edits, -1, lambda done, total: None)) == []
    assert summary_of_trials([], edits)["kinds"] == {}
