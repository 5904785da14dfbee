"""Small questions, pages and replies whose measures can be worked out by hand."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from assistant.domain.answers import Sentence
from evals.metrics.case import Case
from evals.questions import Fact, GoldPlace, OwnerName, Question, Requirement
from evals.replies import Cited, Reply

OCW, SBB, UWV = OwnerName("OCW", ("Ministerie van OCW",)), OwnerName("SBB"), OwnerName("UWV")

ROW_PAGE = "Stap 1\nVerkenning certificaten\nOCW, SBB\n2023/2024\nPilots skills\nUWV\n2025"
COST_PAGE = "De pilot kost 12 miljoen euro en start op 3 oktober 2024.\nZij is niet verplicht."
PAGES = {("agenda", 5): ROW_PAGE, ("agenda", 6): "Een andere bladzijde.", ("brief", 2): COST_PAGE}

ROW = GoldPlace("agenda", 5, ("certificaten", "Verkenning"))
COST = GoldPlace("brief", 2, ("12 miljoen",))


def question(**changes: object) -> Question:
    """Who explores certificates, when, and what the pilot costs: two pieces of evidence in two documents."""
    usual = Question(
        id="q1",
        text="Wie verkent certificaten, wanneer, en wat kost de pilot?",
        language="nl",
        type="owner",
        family="f1",
        split="dev",
        gold=((ROW,), (COST,)),
        facts=(Fact("OCW", (r"\bOCW\b",)), Fact("SBB", (r"\bSBB\b",)), Fact("kosten", ("12 miljoen", "12 mln"))),
        owners=(OCW, SBB),
        term="2023/2024",
        digest="d1",
    )
    return replace(usual, **changes)  # type: ignore[arg-type]


UNANSWERABLE = question(
    id="q2",
    text="Wie is de koning?",
    type="unanswerable",
    gold=(),
    facts=(),
    owners=(),
    term="",
    unanswerable="outside",
)


def reply(
    sentences: Sequence[tuple[str, Sequence[int]]],
    citations: Sequence[tuple[str, int, str]],
    hits: Sequence[tuple[str, int]] = (("agenda", 5), ("brief", 2)),
) -> Reply:
    """An answer of these sentences, each with the numbers of its citations (document, page, quotation)."""
    text = "\n".join(f"{said} {''.join(f'[{number}]' for number in numbers)}" for said, numbers in sentences)
    return Reply(
        question="q1",
        status="answered",
        text=text,
        sentences=tuple(Sentence(said, tuple(numbers)) for said, numbers in sentences),
        citations=tuple(Cited(number, *each) for number, each in enumerate(citations, start=1)),
        hits=tuple(hits),
        confidence=1.0,
    )


PERFECT = reply(
    [
        ("Wat: Verkenning certificaten | Wie: OCW, SBB | Wanneer: 2023/2024", (1,)),
        ("De pilot kost 12 miljoen euro en start op 3 oktober 2024.", (2,)),
    ],
    [
        ("agenda", 5, "Verkenning certificaten | OCW, SBB | 2023/2024"),
        ("brief", 2, "De pilot kost 12 miljoen euro en start op 3 oktober 2024."),
    ],
)
SILENCE = Reply("q1", "abstained", "Daarover staat niets in de documenten.", hits=(("agenda", 6),))


def case(given: Reply = PERFECT, asked: Question | None = None, requirements: Sequence[Requirement] = ()) -> Case:
    asked = asked or question()
    if requirements:
        asked = replace(asked, gold=tuple(requirements))
    return Case(asked, given, PAGES, (OCW, SBB, UWV))
