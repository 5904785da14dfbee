"""The score of tagging, worked out by hand, and the sample itself."""

from __future__ import annotations

from pathlib import Path

import pytest

from assistant.domain.stakeholders import Name, Stakeholder
from evals.benchmarks.mentions import SAMPLE, Label, main, read_sample, scored
from ingest.stakeholders import StakeholderRegister, load_stakeholders

PARTIES = StakeholderRegister(
    (Stakeholder("ser", (Name("SER"),), "advisory"), Stakeholder("bonden", (Name("bonden"),), "group"))
)
PAGES = {("a", 1): "De SER en bonden adviseren; bonden ook, en de vakbeweging."}


def test_scores_count_what_is_found_missed_wrong_and_trapped() -> None:
    labels = (
        Label("a", 1, "SER en", "ser"),
        Label("a", 1, "vakbeweging.", "bonden"),
        Label("a", 1, "bonden ook", ""),
        Label("a", 1, "adviseren;", ""),
    )
    scores = scored(labels, PAGES, PARTIES)
    assert (scores.right, len(scores.missed), len(scores.wrong), scores.traps, scores.sprung) == (1, 1, 2, 2, 1)
    assert (round(scores.precision, 3), scores.recall) == (0.333, 0.5)


def test_a_label_that_stands_nowhere_is_told() -> None:
    with pytest.raises(ValueError, match="has no 'UNL wil' on page 1"):
        scored((Label("a", 1, "UNL wil", "unl"),), PAGES, PARTIES)


def test_the_sample_is_large_and_its_labels_are_short() -> None:
    labels = read_sample(SAMPLE)
    parties = load_stakeholders()
    assert len([label for label in labels if label.party]) >= 200
    assert len([label for label in labels if not label.party]) >= 40
    assert all(len(label.words.split()) <= 6 for label in labels)
    assert all(parties.get(label.party) for label in labels if label.party)


@pytest.mark.slow
def test_the_sample_is_found_as_measured(shared_documents: Path, capsys: pytest.CaptureFixture[str]) -> None:
    main([str(shared_documents)])
    precision, recall = (float(word) for word in capsys.readouterr().out.split()[1:4:2])
    assert precision >= 0.98
    assert recall >= 0.98
