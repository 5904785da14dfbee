"""Questions that set two things beside each other, taken apart."""

from __future__ import annotations

import pytest

from assistant.answering.framing import Frame
from assistant.answering.parted_answers import beside
from assistant.answering.parting import Part, parts_of
from assistant.answering.statements import Statement
from assistant.answering.verifying import Flaw, Proof, Verdict
from assistant.domain.answers import MatchTier
from tests.assistant.answering.material import understood


@pytest.mark.parametrize(
    ("question", "parts"),
    [
        (
            "Wat loopt langer: de verkenning of de pilots met Zeester?",
            ["Wanneer loopt de verkenning?", "Wanneer loopt de pilots met Zeester?"],
        ),
        (
            "Wat loopt langer: de bouw van Zeester of de pilots ermee?",
            ["Wanneer loopt de bouw van Zeester?", "Wanneer loopt de pilots Zeester?"],
        ),
        (
            "Wat is het verschil tussen de rol van het platform en die van de leden?",
            ["Wat is de rol van het platform?", "Wat is de rol van de leden?"],
        ),
        ("Wat is het verschil in prijs tussen lang en kort?", ["prijs lang", "prijs kort"]),
        ("What is the difference between a module and a course?", ["What is a module?", "What is a course?"]),
        ("Waarin verschilt wat Delft doet van wat Twente aanbiedt?", ["wat Delft doet", "wat Twente aanbiedt"]),
        (
            "Welke partijen zitten zowel in de werkgroep als in het bestuur?",
            ["Welke partijen zitten in de werkgroep?", "Welke partijen zitten in het bestuur?"],
        ),
    ],
)
def test_each_part_becomes_a_question_of_its_own(question: str, parts: list[str]) -> None:
    found = parts_of(understood(question))
    assert found
    assert [each.question for each in found] == parts


@pytest.mark.parametrize("question", ["Wie doet de pilots?", "Hoe verschilt dat?", "Wat loopt langer dan een jaar?"])
def test_a_question_with_one_part_is_left_whole(question: str) -> None:
    assert parts_of(understood(question)) is None


PARTS = (Part("de pilots", "Wanneer lopen de pilots?"), Part("de bouw", "Wanneer is de bouw?"))


def proven(text: str) -> Verdict:
    return Verdict(Statement(text, "plan", 1), (Proof(text, MatchTier.EXACT),))


def test_what_is_proven_of_each_part_stands_under_its_name() -> None:
    pilots, building = proven("De pilots lopen tot 2026."), proven("De bouw begint in 2027.")
    rejected = Verdict(Statement("Onzin.", "plan", 1), flaw=Flaw.NOT_ON_PAGE)
    found = beside(PARTS, [([pilots], Frame()), ([rejected, building], Frame(before={building.statement: "Stap 2"}))])
    assert found
    verdicts, frame = found
    assert verdicts == (pilots, building)
    assert frame.before == {pilots.statement: "De pilots:", building.statement: "De bouw:\nStap 2"}


def test_nothing_is_set_beside_a_part_of_which_nothing_is_found() -> None:
    same = proven("De pilots lopen tot 2026.")
    assert beside(PARTS, [([same], Frame()), ([], Frame())]) is None
    assert beside(PARTS, [([same], Frame()), ([same], Frame())]) is None
