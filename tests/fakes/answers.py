"""Prepared answers over the documents."""

from __future__ import annotations

from dataclasses import replace

from assistant.domain.answers import (
    Answer,
    Citation,
    MatchTier,
    RejectedStatement,
    Searched,
    Sentence,
    Status,
    UnreadablePage,
)
from tests.fakes.documents import AGENDA, REPORT, ROW

SHOWN_ROW = (
    "Wat: Verkenning rol en gebruik microcredentials | "
    "Wie: Werkgroep: OCW, DUO, onderwijsveld, SBB, sociale partners | "
    "Wanneer: 2023/2024"
)


def citation(number: int, page: int, quote: str) -> Citation:
    return Citation(number, AGENDA.id, AGENDA.title, page, f"{page + 3}", quote, MatchTier.EXACT, digest=True)


WORKING_GROUP = Answer(
    question="",
    language="nl",
    kind="owner",
    engine="extractive",
    status=Status.ANSWERED,
    text=f"{SHOWN_ROW} [1]\nEen microcredential is een digitaal certificaat. [2]",
    sentences=(
        Sentence(SHOWN_ROW, (1,)),
        Sentence("Een microcredential is een digitaal certificaat.", (2,)),
    ),
    citations=(
        citation(1, 2, " | ".join(ROW)),
        citation(2, 3, "Een microcredential is een digitaal certificaat."),
    ),
    rejected=(RejectedStatement("De werkgroep is in 2022 begonnen.", "het jaar 2022 staat niet in de bron"),),
    searched=Searched((AGENDA.id, REPORT.id), (UnreadablePage(REPORT.id, 2, "de bladzijde is een plaatje"),)),
    seconds=0.1,
)
ABSTENTION = replace(
    WORKING_GROUP,
    kind="open",
    status=Status.ABSTAINED,
    text="Hierover staat niets in de documenten. Gezocht is in 2 documenten.",
    sentences=(),
    citations=(),
    rejected=(),
)
ENGLISH = replace(ABSTENTION, language="en", text="The documents say nothing about this. Two documents were searched.")
