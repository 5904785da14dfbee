"""What a person who judges an answer sees, and what the application is given to keep."""

from __future__ import annotations

from dataclasses import replace

import gradio as gr
import pytest

from assistant.domain.answers import Answer, Turn
from assistant.domain.errors import ReadOnlyData
from assistant.domain.feedback import Feedback, Verdict
from assistant.web.conversation import Conversation, Exchange
from assistant.web.feedback import NOTHING, FeedbackBar, Judged
from tests.fakes.answers import ABSTENTION, WORKING_GROUP
from tests.fakes.application import FakeApplication

CONVERSATION: Conversation = (
    Exchange("Wie?", replace(WORKING_GROUP, question="Wie?")),
    Exchange("stuk", failure="Er ging iets mis."),
    Exchange("En wanneer?", replace(ABSTENTION, question="En wanneer?")),
)


class Session:
    """The bar as one browser has it."""

    def __init__(self, application: FakeApplication) -> None:
        with gr.Blocks(analytics_enabled=False):
            self._bar = FeedbackBar(application)
        self.judged: Judged = NOTHING
        self.html = ""

    def judge(self, answer: str, language: str = "nl") -> None:
        event = gr.EventData(None, {"answer": answer})
        self._show(self._bar._judge(self.judged, CONVERSATION, language, event))

    def say(self, remark: str) -> None:
        self._show(self._bar._say(self.judged, CONVERSATION, "nl", gr.EventData(None, {"remark": remark})))

    def withdraw(self, language: str = "nl") -> None:
        self._show(self._bar._withdraw(self.judged, language))

    def shut(self) -> None:
        self._show(self._bar._shut(self.judged, "nl"))

    def _show(self, changed: tuple[object, Judged]) -> None:
        html, self.judged = changed
        if isinstance(html, str):
            self.html = html


@pytest.fixture
def application() -> FakeApplication:
    return FakeApplication()


@pytest.fixture
def session(application: FakeApplication) -> Session:
    return Session(application)


def test_a_verdict_is_kept_at_once_with_the_question_and_those_before_it(
    session: Session, application: FakeApplication
) -> None:
    session.judge("2.bad")
    (kept,) = application.feedback()
    assert (kept.question, kept.history, kept.verdict, kept.remark) == ("En wanneer?", ("Wie?",), Verdict.BAD, "")
    assert "Bewaard als antwoord dat niet goed is." in session.html
    assert 'data-given="2.bad"' in session.html


def test_a_remark_and_another_verdict_change_what_was_kept(session: Session, application: FakeApplication) -> None:
    session.judge("0.good")
    session.say(" De datum ontbreekt. ")
    assert "Bedankt" in session.html
    assert "<textarea" not in session.html
    session.judge("0.bad")
    (kept,) = application.feedback()
    assert (kept.verdict, kept.remark) == (Verdict.BAD, "De datum ontbreekt.")
    assert 'data-value="De datum ontbreekt."' in session.html


def test_each_answer_is_judged_on_its_own(session: Session, application: FakeApplication) -> None:
    session.judge("0.good")
    session.judge("2.bad", "en")
    assert [each.verdict for each in application.feedback()] == [Verdict.GOOD, Verdict.BAD]
    assert 'data-given="0.good 2.bad"' in session.html
    assert "Kept as an answer that is not good." in session.html


def test_the_bar_is_shut_and_what_was_chosen_stays_marked(session: Session) -> None:
    session.judge("0.good")
    session.shut()
    assert session.html == '<div data-given="0.good"></div>'


def test_what_was_given_is_taken_back_with_its_remark_and_that_of_another_answer_stays(
    session: Session, application: FakeApplication
) -> None:
    session.judge("0.good")
    session.judge("2.bad")
    session.say("De datum ontbreekt.")
    session.withdraw()
    assert [each.question for each in application.feedback()] == ["Wie?"]
    assert "uw oordeel en uw opmerking zijn niet meer bewaard" in session.html
    assert 'data-given="0.good"' in session.html
    assert "<textarea" not in session.html
    assert 'data-action="withdraw"' not in session.html
    session.judge("2.bad", "en")
    assert "Take back" in session.html
    assert "De datum ontbreekt." not in session.html


def test_nothing_is_taken_back_where_nothing_was_given(session: Session, application: FakeApplication) -> None:
    session.withdraw()
    session.judge("0.good")
    session.shut()
    session.withdraw()
    assert (session.html, len(application.feedback())) == ('<div data-given="0.good"></div>', 1)


def test_what_cannot_be_taken_back_is_said_and_stays_marked(
    session: Session, application: FakeApplication, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*arguments: str) -> None:
        raise OSError("a fault that nobody foresaw")

    session.judge("0.good")
    monkeypatch.setattr(FakeApplication, "withdraw_feedback", full)
    session.withdraw()
    assert "kon niet worden teruggenomen" in session.html
    assert 'data-given="0.good"' in session.html
    assert len(application.feedback()) == 1


@pytest.mark.parametrize("answer", ["", "0", "0.", "0.great", "1.good", "3.good", "-1.good", "x.good", "².good"])
def test_what_names_no_answer_or_no_verdict_keeps_nothing(
    session: Session, application: FakeApplication, answer: str
) -> None:
    session.judge(answer)
    session.say("Zomaar.")
    assert (application.feedback(), session.html) == ((), "")


@pytest.mark.parametrize(
    ("error", "said"), [(ReadOnlyData("De map is alleen te lezen."), "De map is"), (ValueError("x"), "probeer het")]
)
def test_what_cannot_be_kept_is_said_and_not_marked(
    session: Session, monkeypatch: pytest.MonkeyPatch, error: Exception, said: str
) -> None:
    def full(*arguments: Answer | Verdict | str | tuple[Turn, ...]) -> Feedback:
        raise error

    monkeypatch.setattr(FakeApplication, "remark_on", full)
    session.judge("0.good")
    assert said in session.html
    assert "data-given" not in session.html
    assert "<textarea" not in session.html


def test_a_remark_is_shown_literally(session: Session) -> None:
    session.judge("0.good")
    session.say('"><script>alert(1)</script>')
    session.judge("0.bad")
    assert "<script" not in session.html
