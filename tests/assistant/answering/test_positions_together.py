"""Comparisons of parties that say some things in one paper: what they share is said once, and of both."""

from __future__ import annotations

from dataclasses import replace

import pytest

from assistant.answering.service import AnsweringService
from assistant.domain.answers import Answer, Status
from assistant.domain.documents import Source
from tests.assistant.answering.material import read
from tests.assistant.answering.views import documents, service_over

PLEA = """
<!-- pagina 1 -->
# Pleidooi

MBO Raad en Vereniging Hogescholen pleiten voor stageplaatsen bij gemeenten.
"""
PLACEMENTS = "MBO Raad en Vereniging Hogescholen pleiten voor stageplaatsen bij gemeenten."
PUBLISHERS = ("MBO Raad", "Vereniging Hogescholen")


@pytest.fixture(scope="module")
def service(tmp_path_factory: pytest.TempPathFactory) -> AnsweringService:
    folder = tmp_path_factory.mktemp("papers")
    source = Source("pleidooi", "Pleidooi voor stages", "position-paper", PUBLISHERS, "2024")
    plea = replace(read(folder, PLEA, source.title, source.id).document, source=source)
    return service_over(tmp_path_factory.mktemp("data"), [*documents(folder), plea])


def lines_before(answer: Answer, words: str) -> list[str]:
    lines = answer.text.splitlines()
    return lines[: next(number for number, line in enumerate(lines) if words in line)]


def test_what_both_say_in_one_paper_is_said_once_under_both_names(service: AnsweringService) -> None:
    answer = service.ask("Vergelijk MBO Raad en VH over stageplaatsen", [])
    assert answer.status is Status.ANSWERED
    assert lines_before(answer, PLACEMENTS)[0] == "MBO Raad en VH zeggen samen:"
    assert [each.text for each in answer.sentences].count(PLACEMENTS) == 1
    assert "geen passage" not in answer.text


def test_who_did_not_sign_it_does_not_share_it(service: AnsweringService) -> None:
    answer = service.ask("Vergelijk MBO Raad en UNL over stageplaatsen", [])
    assert "samen" not in answer.text
    assert answer.status is Status.PARTIAL


def test_of_what_they_say_together_it_is_not_told_that_nobody_knows_whether_they_agree(
    service: AnsweringService,
) -> None:
    answer = service.ask("Zijn MBO Raad en VH het eens over stageplaatsen?", [])
    assert PLACEMENTS in [each.text for each in answer.sentences]
    assert "Of zij het eens zijn" not in answer.text
