"""The frame of an answer: numbers, columns in the reader's language, and what an abstention says."""

from __future__ import annotations

from dataclasses import dataclass

import pytest

from assistant.answering.abstaining import Abstention, Reason
from assistant.answering.framing import MOST_UNREADABLE, Framer
from assistant.answering.statements import Statement
from assistant.answering.verifying import Flaw, Proof, Verdict
from assistant.domain.answers import Answer, Citation, MatchTier, RejectedStatement, Searched, Status, UnreadablePage
from assistant.domain.documents import BlockKind, Origin
from assistant.texts import LANGUAGES, texts_in
from tests.assistant.answering.material import understood

DUTCH, ENGLISH = "Wie bouwt er aan CompetentNL?", "Who is building CompetentNL?"
NOTHING_UNREAD = Searched(("brief", "paper"))


@dataclass(frozen=True)
class Title:
    title: str
    origin: Origin = Origin.ORIGINAL


KNOWN = {"brief": Title("De brief"), "paper": Title("Het paper", Origin.DIGEST)}


def proven(
    text: str,
    *quotes: str,
    document: str = "brief",
    page: int = 1,
    kind: BlockKind = BlockKind.PARAGRAPH,
    block: int = 0,
) -> Verdict:
    proofs = tuple(Proof(quote, MatchTier.EXACT) for quote in quotes or (text,))
    return Verdict(Statement(text, document, page, (), kind, block), proofs)


def framed(*verdicts: Verdict, question: str = DUTCH) -> Answer:
    framer = Framer(understood(question), "extractive", NOTHING_UNREAD)
    return framer.answered(verdicts, KNOWN, lambda document, page: f"{document}-{page}")


def abstained(
    abstention: Abstention, question: str = DUTCH, searched: Searched = NOTHING_UNREAD, steps: tuple[int, ...] = ()
) -> str:
    return Framer(understood(question), "extractive", searched).abstained(abstention, steps).text


# --- answers


def test_citations_are_numbered_through_the_answer() -> None:
    answer = framed(proven("Een.", "Een", "."), proven("Twee.", document="paper", page=7))
    assert answer.text == "Een. [1][2]\nTwee. [3]"
    assert [sentence.citations for sentence in answer.sentences] == [(1, 2), (3,)]
    assert answer.citations[2] == Citation(
        number=3,
        document="paper",
        title="Het paper",
        page=7,
        page_label="paper-7",
        quote="Twee.",
        match=MatchTier.EXACT,
        digest=True,
    )


def test_sentences_of_one_paragraph_run_on_and_items_and_rows_do_not() -> None:
    answer = framed(
        proven("Een."),
        proven("Twee."),
        proven("Drie:", block=1),
        proven("vier", kind=BlockKind.LIST_ITEM, block=2),
        proven("vijf", kind=BlockKind.LIST_ITEM, block=2),
        proven("Wat: zes", kind=BlockKind.TABLE_ROW, block=-1),
        proven("Zeven.", page=2),
    )
    assert answer.text == ("Een. [1] Twee. [2]\nDrie: [3]\n- vier [4]\n- vijf [5]\nWat: zes [6]\nZeven. [7]")


def test_an_english_answer_says_that_the_words_are_dutch_and_names_the_columns_in_english() -> None:
    row = "Wat: Bouwen: fase 2 | Wie: OCW | Wanneer: 2024 | Bijzonderheden: geen"
    answer = framed(proven(row, kind=BlockKind.TABLE_ROW), question=ENGLISH)
    assert answer.language == "en"
    assert answer.text.splitlines() == [
        "The documents say, in Dutch:",
        "What: Bouwen: fase 2 | Who: OCW | When: 2024 | Bijzonderheden: geen [1]",
    ]


def test_a_sentence_with_a_colon_is_no_row() -> None:
    assert (
        framed(proven("Wie: dat zijn OCW en SZW."), question=ENGLISH).sentences[0].text == "Wie: dat zijn OCW en SZW."
    )


def test_what_is_not_proven_is_counted_with_its_reason_and_not_shown() -> None:
    lie = Verdict(Statement("Acht.", "brief", 1), flaw=Flaw.NUMBER, detail="acht")
    answer = framed(proven("Zeven."), lie)
    assert (answer.status, answer.text) == (Status.PARTIAL, "Zeven. [1]")
    assert answer.rejected == (RejectedStatement("Acht.", "het getal acht staat niet in de geciteerde woorden"),)


def test_an_answer_without_rejected_statements_is_whole() -> None:
    answer = framed(proven("Zeven."))
    assert (answer.status, answer.rejected) == (Status.ANSWERED, ())
    assert (answer.question, answer.kind, answer.engine, answer.searched) == (
        DUTCH,
        "owner",
        "extractive",
        NOTHING_UNREAD,
    )


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_flaw_and_every_reason_has_its_text(language: str) -> None:
    texts = texts_in(language).answer
    assert set(texts.flaws) == set(Flaw)
    assert set(texts.abstentions) == set(Reason)


# --- abstentions


def test_an_abstention_says_why_and_what_was_searched() -> None:
    assert abstained(Abstention(Reason.NAME, "Leiden")) == (
        "Over Leiden staat bij dit onderwerp niets in de documenten. Doorzocht: 2 documenten."
    )
    assert abstained(Abstention(Reason.NOTHING_FOUND), ENGLISH, Searched(("brief",))) == (
        "Nothing in the documents answers this question. Searched: 1 document."
    )


def test_an_unknown_step_is_answered_with_the_steps_there_are() -> None:
    assert abstained(Abstention(Reason.STEP, "8"), steps=(1, 2, 3, 4, 5, 6, 7)) == (
        "Stap 8 staat in geen van de documenten. De agenda telt 7 stappen (1 tot en met 7). Doorzocht: 2 documenten."
    )
    assert "agenda" not in abstained(Abstention(Reason.STEP, "8"))


def test_pages_that_could_not_be_read_are_named_a_few_at_most() -> None:
    few = Searched(("brief",), (UnreadablePage("brief", 4, "beeld"),))
    assert abstained(Abstention(Reason.NOTHING_FOUND), searched=few).endswith("Niet gelezen: brief p. 4.")
    many = Searched(("brief",), tuple(UnreadablePage("brief", page, "beeld") for page in range(1, 8)))
    text = abstained(Abstention(Reason.NOTHING_FOUND), searched=many)
    assert text.endswith("brief p. 5 (+2).")
    assert text.count("brief p.") == MOST_UNREADABLE


def test_an_empty_library_is_not_said_to_have_been_searched() -> None:
    assert "Doorzocht" not in abstained(Abstention(Reason.EMPTY_LIBRARY), searched=Searched(()))


def test_a_question_in_a_third_language_is_answered_in_dutch() -> None:
    question = "Wer ist für die Umsetzung der Agenda verantwortlich und wann?"
    assert abstained(Abstention(Reason.LANGUAGE), question).startswith("Ik beantwoord vragen in het Nederlands")


def test_an_abstention_has_no_sentences_and_keeps_what_was_rejected() -> None:
    lie = Verdict(Statement("Acht.", "brief", 1), flaw=Flaw.NOT_ON_PAGE)
    framer = Framer(understood(DUTCH), "extractive", NOTHING_UNREAD)
    answer = framer.abstained(Abstention(Reason.NOT_PROVEN), rejected=[lie])
    assert (answer.status, answer.sentences, answer.citations) == (Status.ABSTAINED, (), ())
    assert [each.text for each in answer.rejected] == ["Acht."]
