"""Which questions are of positions: whose, on what, in which form."""

from __future__ import annotations

from functools import cache

import pytest

from assistant.agenda.parties import KnownParties
from assistant.answering.positions_question import Form, PositionsQuestion, asked_of_positions
from assistant.answering.positions_sides import Issued, SideFinder, Voiced
from assistant.domain.positions import PositionKind, Speaker, SpeakerBasis
from ingest.stakeholders import load_stakeholders
from tests.assistant.answering.material import understood

MINISTERS = ("Minister van Onderwijs, Cultuur en Wetenschap", "Minister van Sociale Zaken en Werkgelegenheid")
ISSUED = (
    Issued("brief", "Brief over modules", "kamerbrief", MINISTERS, ("modulebrief",)),
    Issued("paper-unl", "Korte modules", "position-paper", ("Universiteiten van Nederland (UNL)",)),
    Issued("pleidooi", "Samen verder", "position-paper", ("MBO Raad", "Vereniging Hogescholen", "VSNU")),
)
VOICED = (
    Voiced("Werkgroep leeruitkomsten & valideren", frozenset((("bundel", 3),))),
    Voiced("Werkgroep ecosystemen", frozenset((("bundel", 4),))),
    Voiced("Anna de Boer", frozenset((("bundel", 5),))),
)
SIDES = SideFinder(KnownParties(cache(load_stakeholders)), ISSUED, VOICED)


def asked(question: str, *earlier: str) -> PositionsQuestion | None:
    return asked_of_positions(understood(question, *earlier), SIDES)


def read(question: str, *earlier: str) -> tuple[Form, list[str], list[str]]:
    found = asked(question, *earlier)
    assert found
    return found.form, [side.written for side in found.sides], [term.text for term in found.terms]


@pytest.mark.parametrize(
    ("question", "form", "sides", "subject"),
    [
        ("Waar pleit UNL voor?", Form.VIEWS, ["UNL"], []),
        ("Wat wil de MBO Raad met leerrechten?", Form.VIEWS, ["MBO Raad"], ["leerrechten"]),
        ("Wat is het standpunt van de ministers over modules?", Form.VIEWS, ["ministers"], ["modules"]),
        ("Is UNL tegen leerrechten?", Form.VIEWS, ["UNL"], ["leerrechten"]),
        ("What does UNL want on modules?", Form.VIEWS, ["UNL"], ["modules"]),
        ("Vergelijk UNL en de ministers over modules", Form.COMPARE, ["UNL", "ministers"], ["modules"]),
        ("Vergelijk UNL met de VH", Form.COMPARE, ["UNL", "VH"], []),
        ("Verschillen UNL en VH van mening over modules?", Form.COMPARE, ["UNL", "VH"], ["modules"]),
        ("Wat zeggen de modulebrief en UNL over prijzen?", Form.COMPARE, ["modulebrief", "UNL"], ["prijzen"]),
        (
            "Hoe kijken het kabinet en de drie sectoren naar modules?",
            Form.COMPARE,
            ["kabinet", "drie sectoren"],
            ["modules"],
        ),
        ("How do UNL, VH and the ministers differ on modules?", Form.COMPARE, ["UNL", "VH", "ministers"], ["modules"]),
        ("Wie noemt leerrechten?", Form.NAMERS, [], ["leerrechten"]),
        ("Welke partijen zijn tegen modules?", Form.HOLDERS, [], ["modules"]),
        ("Who supports modules?", Form.HOLDERS, [], ["modules"]),
        ("Zijn er partijen die modules willen?", Form.HOLDERS, [], ["modules"]),
        ("Wie maakt zich zorgen over modules?", Form.HOLDERS, [], ["modules"]),
        ("Wie vindt dat modules te duur zijn?", Form.HOLDERS, [], ["modules", "duur"]),
        ("Wat zijn de zorgen over modules?", Form.STANCES, [], ["modules"]),
        ("Welke voorwaarden worden gesteld aan modules?", Form.STANCES, [], ["modules"]),
        ("Wat wordt geadviseerd over modules?", Form.STANCES, [], ["modules"]),
        ("Wat werkt er niet bij modules?", Form.STANCES, [], ["modules"]),
        ("What objections are there to modules?", Form.STANCES, [], ["modules"]),
        ("Welke zorgen hebben universiteiten over modules?", Form.VIEWS, ["universiteiten"], ["modules"]),
        ("wat vind unl van modules", Form.VIEWS, ["UNL"], ["modules"]),
        ("Wat adviseert de werkgroep valideren?", Form.VIEWS, ["werkgroep valideren"], []),
        ("What does the working group on ecosystems recommend?", Form.VIEWS, ["working group on ecosystems"], []),
        ("Wat vindt De Boer van modules?", Form.VIEWS, ["Boer"], ["modules"]),
    ],
)
def test_the_sides_and_the_subject_are_what_the_question_names(
    question: str, form: Form, sides: list[str], subject: list[str]
) -> None:
    assert read(question) == (form, sides, subject)


@pytest.mark.parametrize(
    "question",
    [
        "Wat doet UNL?",
        "Wie zit er in de werkgroep modules?",
        "Met wie wil UNL samenwerken?",
        "Waarom wil UNL dat de bekostiging omlaag gaat?",
        "Wat bepleiten MBO Raad en VSNU gezamenlijk?",
        "Wanneer is de brief verschenen?",
        "Welke acties hebben UNL en VH in stap 4?",
        "Was will UNL mit den Modulen?",
        "Hoe zorgen scholen voor modules?",
        "Wie zit er in de werkgroep die adviseert over modules?",
    ],
)
def test_other_questions_are_not_of_positions(question: str) -> None:
    assert asked(question) is None


@pytest.mark.parametrize(
    ("question", "kind"),
    [
        ("Welke partijen zijn tegen modules?", PositionKind.REJECTION),
        ("Wie heeft zorgen over modules?", PositionKind.DOUBT),
        ("Wie wil geen modules?", PositionKind.REJECTION),
        ("Welke bezwaren zijn er tegen modules?", PositionKind.REJECTION),
        ("Welke eisen worden gesteld aan modules?", PositionKind.CONDITION),
        ("Wat is er beloofd over modules?", PositionKind.PROMISE),
        ("Wie pleit voor modules?", PositionKind.DEMAND),
        ("Wie verkent modules?", PositionKind.EXPLORATION),
    ],
)
def test_the_verb_says_which_kinds_of_statement_are_meant(question: str, kind: PositionKind) -> None:
    found = asked(question)
    assert found
    assert kind in found.kinds
    assert (PositionKind.SUPPORT in found.kinds) is (kind is PositionKind.DEMAND)  # exploring supports nothing


@pytest.mark.parametrize(
    ("conversation", "sides", "subject"),
    [
        (("Wat wil UNL met modules?", "en de ministers?"), ["ministers"], ["modules"]),
        (("Wat wil UNL met modules?", "en met leerrechten?"), ["UNL"], ["leerrechten"]),
        (("Vergelijk UNL en VH over modules", "en SBB?"), ["SBB"], ["modules"]),
        (("Vergelijk UNL en VH over modules", "en over leerrechten?"), ["UNL", "VH"], ["leerrechten"]),
    ],
)
def test_a_follow_up_keeps_what_it_does_not_name(
    conversation: tuple[str, ...], sides: list[str], subject: list[str]
) -> None:
    _, found, terms = read(conversation[-1], *conversation[:-1])
    assert (found, terms) == (sides, subject)


def test_a_follow_up_may_ask_who_does_so() -> None:
    found = asked("En wie is daartegen?", "Welke eisen worden gesteld aan modules?")
    assert found
    assert (found.form, found.subject) == (Form.HOLDERS, "modules")
    assert PositionKind.REJECTION in found.kinds


def test_a_group_speaks_where_its_members_issued_a_document_together() -> None:
    (group,) = SIDES.named_in("Wat willen de onderwijskoepels?")
    assert group.side.documents == ("pleidooi",)
    together = Speaker(("mbo-raad", "vh", "unl"), "MBO Raad; VH; VSNU", SpeakerBasis.PUBLISHER)
    alone = Speaker(("unl",), "UNL", SpeakerBasis.PUBLISHER)
    assert (group.side.says(together), group.side.says(alone)) == (True, False)
    (three,) = SIDES.named_in("Wat willen de drie sectoren?")
    assert (three.side.says(together), three.side.says(alone)) == (True, False)


def test_the_ministers_speak_in_their_letter_and_an_association_for_its_group() -> None:
    (ministers,) = SIDES.named_in("Wat willen de bewindslieden?")
    assert (ministers.side.parties, ministers.side.documents) == (("ocw", "szw"), ("brief",))
    (universities,) = SIDES.named_in("Wat willen de universiteiten?")
    assert universities.side.parties == ("universiteiten", "unl")
    assert universities.side.documents == ("paper-unl", "pleidooi")


def test_the_minister_of_a_ministry_is_that_ministry() -> None:
    assert [each.side.parties for each in SIDES.named_in("Wat wil de minister van OCW?")] == [("ocw",)]


def test_what_two_sides_say_together_belongs_to_neither_in_their_comparison() -> None:
    found = asked("Vergelijk UNL en de ministers over modules")
    joint = asked("Vergelijk de universiteiten en de MBO Raad over modules")
    assert found
    assert joint
    assert found.sides[0].documents == ("paper-unl", "pleidooi")
    assert joint.sides[0].documents == ("paper-unl",)
