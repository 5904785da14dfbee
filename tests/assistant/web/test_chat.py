"""What the conversation asks of the application, and what it shows meanwhile."""

from __future__ import annotations

import gradio as gr
import pytest

from assistant.texts import texts_in
from assistant.web.chat import Chat, Message, Shown
from assistant.web.conversation import Conversation, Exchange, cited
from tests.fakes.answers import WORKING_GROUP
from tests.fakes.application import FakeApplication


class Session:
    """A conversation as one browser has it."""

    def __init__(self, application: FakeApplication) -> None:
        with gr.Blocks(analytics_enabled=False):
            self._chat = Chat(application, texts_in("nl"))
        self.conversation: Conversation = ()
        self.steps: list[Shown] = []

    def ask(self, question: str, language: str = "nl") -> list[list[Message]]:
        """What is shown, one step after another."""
        event = gr.EventData(None, None)
        self.steps = list(self._chat._respond(question, self.conversation, language, event))
        self.conversation = self.steps[-1][2]
        return [messages for messages, _, _ in self.steps]


@pytest.fixture
def application() -> FakeApplication:
    return FakeApplication()


@pytest.fixture
def session(application: FakeApplication, monkeypatch: pytest.MonkeyPatch) -> Session:
    monkeypatch.setattr("assistant.web.chat.PAUSE", 0)
    return Session(application)


def test_an_answer_arrives_sentence_by_sentence(session: Session) -> None:
    shown = [messages[-1]["content"] for messages in session.ask("microcredentials")]
    assert "Zoekt in de documenten" in shown[0]
    assert "sociale partners" in shown[1]
    assert "digitaal certificaat" not in shown[1]
    assert "digitaal certificaat" in shown[2]
    assert "Doorzocht" in shown[2]


def test_the_sources_of_an_answer_can_be_opened_while_it_arrives(session: Session) -> None:
    session.ask("microcredentials")
    for messages, _, conversation in session.steps:
        if 'value="0.1"' in messages[-1]["content"]:
            assert cited(conversation, "0.1") == WORKING_GROUP.citations[0]


def test_a_follow_up_question_comes_with_the_questions_that_were_answered(
    session: Session, application: FakeApplication
) -> None:
    for question in ("microcredentials", "", "stuk", "en wanneer?"):
        session.ask(question)
    assert application.asked[-1] == ("en wanneer?", ("microcredentials",))


def test_a_fault_that_nobody_foresaw_is_a_sentence_and_the_conversation_goes_on(session: Session) -> None:
    assert "Er ging iets mis" in session.ask("stuk")[-1][-1]["content"]
    assert "sociale partners" in session.ask("microcredentials")[-1][-1]["content"]


def test_a_question_of_the_greatest_length_is_asked_and_a_longer_one_is_not(
    session: Session, application: FakeApplication
) -> None:
    session.ask("a" * 2_000)
    session.ask("a" * 2_001)
    assert [len(question) for question, _ in application.asked] == [2_000]
    assert len(session.conversation[-1].question) < 400


def test_a_question_that_no_encoding_can_hold_is_asked_without_what_cannot_be_held(
    session: Session, application: FakeApplication
) -> None:
    session.ask("microcredential \ud800")
    assert application.asked[0][0] == "microcredential ?"


def test_an_empty_library_is_said_in_the_language_of_the_page() -> None:
    assert "There are no documents" in Session(FakeApplication(documents=())).ask("who?", "en")[-1][-1]["content"]


@pytest.mark.parametrize(
    ("name", "found"),
    [("1.2", 2), ("1.1", 1), ("0.1", None), ("1.3", None), ("2.1", None), ("", None), ("1", None), ("-1.1", None)],
)
def test_a_button_names_a_citation_of_its_own_conversation_or_nothing(name: str, found: int | None) -> None:
    conversation = (Exchange("leeg", failure="Niets."), Exchange("wie?", WORKING_GROUP))
    citation = cited(conversation, name)
    assert (citation.number if citation else None) == found
