"""What a question asks for, found by its words."""

from __future__ import annotations

import pytest

from assistant.answering.asking import Asks
from assistant.answering.glossary import Glossary
from assistant.answering.understanding import LONGEST_QUESTION, Term
from assistant.domain.errors import QuestionError
from tests.assistant.answering.material import understood

# --- language


@pytest.mark.parametrize(
    ("question", "language"),
    [
        ("Wie verkent de rol van microcredentials?", "nl"),
        ("CompetentNL planning", "nl"),
        ("Who explores the role of microcredentials?", "en"),
        ("What is LLO", "en"),
        ("Wer ist für die Umsetzung der Agenda verantwortlich und wann?", "de"),
        ("Qui est responsable de la mise en œuvre et quand est-ce que cela commence ?", "fr"),
        ("¿Quién es responsable de la agenda y cuándo se termina?", "es"),
        ("¿Quién está en el grupo de trabajo?", "es"),
        ("Qui est en charge de la formation ?", "fr"),
        ("Chi fa parte del gruppo di lavoro e quando?", "it"),
        ("Kto jest w grupie roboczej i kiedy?", "pl"),
        ("Mikro yeterlilikleri araştıran çalışma grubunda kimler var?", "tr"),
        ("Wie trekt de pilots van De la Salle en in de regio?", "nl"),
    ],
)
def test_the_language_is_that_of_most_function_words(question: str, language: str) -> None:
    assert understood(question).language == language


# --- what is asked


@pytest.mark.parametrize(
    ("question", "asks"),
    [
        ("Wie bouwt aan CompetentNL?", Asks.OWNER),
        ("Wanneer is CompetentNL klaar?", Asks.TERM),
        ("Hoe lang duurt de pilot?", Asks.TERM),
        ("Wat betekent civiel effect?", Asks.DEFINITION),
        ("What is a microcredential?", Asks.DEFINITION),
        ("Hoeveel studenten doen mee?", Asks.NUMBER),
        ("Hoe hoog is het budget?", Asks.NUMBER),
        ("Waarom blijft de deelname achter?", Asks.REASON),
        ("Wat is de gedachte achter leerrechten?", Asks.REASON),
        ("Hoe kan het dat de deelname achterblijft?", Asks.REASON),
        ("Wat is stap 3?", Asks.STEP),
        ("Noem de knelpunten", Asks.LIST),
        ("Hoe heet de hoogleraar?", Asks.NAME),
        ("Hoe heten de regelingen?", Asks.NAME),
        ("Met welk bedrijf schoolt de school om?", Asks.NAME),
        ("Vindt UNL dit genoeg?", Asks.POSITION),
        ("Vertel over scholing", Asks.OPEN),
    ],
)
def test_the_words_that_ask_say_what_for(question: str, asks: Asks) -> None:
    assert understood(question).asks[0] is asks


@pytest.mark.parametrize(
    ("question", "count"),
    [
        ("Op welke drie punten ligt de nadruk?", 3),
        ("Noem de 5 eisen", 5),
        ("Which two conditions are there?", 2),
        ("Welke eisen stellen de drie koepels?", 0),
        ("Welke één is het?", 0),
    ],
)
def test_a_question_may_say_how_many_things_it_asks_for(question: str, count: int) -> None:
    assert understood(question).count == count


def test_a_question_may_ask_for_more_and_the_first_names_its_kind() -> None:
    question = understood("Wie doet dit en wanneer?")
    assert (question.asks, question.kind) == ((Asks.OWNER, Asks.TERM), "owner")


# --- steps and years


@pytest.mark.parametrize(
    ("question", "steps"),
    [
        ("Wat houdt stap 3 in?", (3,)),
        ("Wat houdt stap twee in?", (2,)),
        ("Wat houdt stap één in?", (1,)),
        ("Wat is de derde stap?", (3,)),
        ("Wat is de 3e stap?", (3,)),
        ("Wat is stap nummer 12?", (12,)),
        ("What is step 3?", (3,)),
        ("What is the fourth step?", (4,)),
        ("Wat is het verschil tussen stap 2 en stap 4?", (2, 4)),
        ("Welke stappen zijn er?", ()),
        ("Wat is de laatste stap?", ()),
        ("Zijn er 7 stappen?", ()),
    ],
)
def test_steps_are_known_in_figures_and_in_words(question: str, steps: tuple[int, ...]) -> None:
    assert understood(question).steps == steps


def test_years_are_those_of_this_century_and_the_last() -> None:
    assert understood("Wat gebeurt er in 2024/2025, na 1999, met 134.000 studenten en artikel 2150?").years == (
        2024,
        2025,
        1999,
    )


# --- follow-ups

FIRST = "Wie bouwt er aan CompetentNL?"


@pytest.mark.parametrize(
    "question", ["En wanneer?", "Waarom dan?", "En bij stap 4?", "Hoe lang?", "Wie doet dat?", "En wat betekent dat?"]
)
def test_a_question_that_says_little_leans_on_the_one_before_it(question: str) -> None:
    understanding = understood(question, FIRST)
    assert understanding.follow_up
    assert understanding.text == f"{FIRST} {question}"


def test_a_follow_up_asks_for_what_it_says_itself() -> None:
    assert understood("En wanneer?", FIRST).asks == (Asks.TERM,)
    assert understood("En bij de universiteiten?", FIRST).asks == (Asks.OWNER,)


@pytest.mark.parametrize(
    "question",
    [
        "Welke knelpunten noemen de opleiders in het mbo?",
        "Wat zijn de kosten van de nieuwe subsidieregeling?",
        "Wat betekent civiel effect voor studenten?",
        "En wat is een microcredential?",
        "And what is a microcredential?",
    ],
)
def test_a_question_that_stands_alone_is_no_follow_up(question: str) -> None:
    understanding = understood(question, FIRST)
    assert (understanding.follow_up, understanding.text) == (False, question)


def test_nothing_leans_on_a_conversation_that_has_not_begun() -> None:
    assert not understood("En wanneer?").follow_up


def test_another_step_or_year_takes_the_place_of_the_one_before() -> None:
    assert understood("En bij stap 4?", "Wie doet wat bij stap 3?").steps == (4,)
    assert understood("En in 2025?", "Wat gebeurt er in 2024 aan scholing?").years == (2025,)


def test_follow_ups_add_up_from_the_last_question_that_stands_alone() -> None:
    understanding = understood("En waarom?", "Wat vindt UNL van de bekostiging van scholing?", FIRST, "En wanneer?")
    assert understanding.text == f"{FIRST} En wanneer? En waarom?"


def test_a_short_follow_up_is_in_the_language_of_the_question_before_it() -> None:
    assert understood("CompetentNL when?", "Wie bouwt er aan de taal voor vaardigheden?").language == "nl"
    assert understood("And who is the owner of that?", "Wanneer is het klaar?").language == "en"


# --- terms


def term(question: str, text: str, glossary: Glossary | None = None) -> Term:
    (found,) = [each for each in understood(question, glossary=glossary or Glossary()).terms if each.text == text]
    return found


def test_terms_are_the_words_that_say_something() -> None:
    assert [each.text for each in understood("Wie bouwt er aan de microcredentials?").terms] == [
        "bouwt",
        "microcredentials",
    ]


def test_a_word_with_a_capital_is_a_name_unless_it_opens_the_question() -> None:
    assert term("Wat vindt Leiden ervan?", "leiden").name
    assert not term("Opleiders vinden dit lastig, waarom?", "opleiders").name
    assert term("UNL vindt dit lastig, waarom?", "unl").name
    assert term("Wat is CompetentNL?", "competentnl").name


@pytest.mark.parametrize(
    ("question", "pale"),
    [
        ("Wat staat er in het document over scholing?", "document"),
        ("In welke periode valt de pilot?", "periode"),
        ("Wat betekent scholing precies?", "precies"),
    ],
)
def test_words_that_ask_or_stand_anywhere_are_pale(question: str, pale: str) -> None:
    assert term(question, pale).pale


def test_a_word_is_pale_for_what_it_asks_alone() -> None:
    assert term("In welk jaar begint de pilot?", "jaar").pale
    assert not term("Waarom is het jaar zo kort?", "jaar").pale


def test_a_phrase_of_the_glossary_is_one_term_with_what_may_stand_in_its_place() -> None:
    glossary = Glossary(strong={("bij", "en", "nascholing"): ("postinitiële cursus",)}, weak={("vorm",): ("soort",)})
    assert term("Wat is bij- en nascholing?", "bij en nascholing", glossary) == Term(
        "bij en nascholing",
        ("naschool",),
        alternatives=(("postinitiel", "cursus"),),
        listed=True,
        written=("postinitiële cursus",),
    )
    assert term("Welke vorm heeft scholing?", "vorm", glossary) == Term(
        "vorm", ("vorm",), weak=(("soort",),), weakly_written=("soort",)
    )


# --- what is no question


@pytest.mark.parametrize("question", ["", "  \n", "?!", "…", "—", "😀"])
def test_a_question_without_a_word_is_refused_with_an_example(question: str) -> None:
    with pytest.raises(QuestionError, match="Stel een vraag in woorden"):
        understood(question)


def test_a_question_that_is_too_long_is_refused_with_both_lengths() -> None:
    assert understood("a" * LONGEST_QUESTION).terms
    with pytest.raises(QuestionError, match=f"De vraag heeft 20000 tekens.*{LONGEST_QUESTION} tekens"):
        understood("x" * 20_000)


def test_white_space_does_not_make_a_question_too_long() -> None:
    assert understood("Wat is" + " \n" * 20_000 + "LLO?").text == "Wat is LLO?"
