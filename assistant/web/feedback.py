"""Judging an answer: the bar under the conversation in which what was chosen is confirmed, and a remark is left."""

from __future__ import annotations

import logging
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import Any

import gradio as gr

from assistant.application import Application
from assistant.domain.answers import Answer
from assistant.domain.errors import WieWatWanneerError
from assistant.domain.feedback import Feedback, Verdict
from assistant.feedback import LONGEST_REMARK
from assistant.texts import Texts, texts_in
from assistant.web.conversation import Conversation, earlier_turns
from assistant.web.events import AT_ONCE, in_turn, sent
from assistant.web.markup import escaped, tag
from assistant.web.scripted import scripted

log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Judged:
    """``given`` is what was kept of each answer, by its place in the conversation; ``open`` is the answer at hand.

    Nothing is kept of an answer at hand that was taken back. ``problem`` says why the last was not done.
    """

    given: Mapping[int, Feedback] = field(default_factory=dict)
    open: int | None = None
    thanked: bool = False
    problem: str = ""


NOTHING = Judged()


class FeedbackBar:
    """``judged`` is what the session has judged."""

    def __init__(self, application: Application) -> None:
        self._application = application
        self.judged = gr.State(NOTHING)
        self.bar = scripted("feedback", "feedback.js")

    def connect(self, conversation: gr.State, anew: gr.Button, language: gr.Radio) -> None:
        outputs = [self.bar, self.judged]
        judging, saying = in_turn("feedback"), in_turn("feedback", once=True)
        self.bar.judge(self._judge, [self.judged, conversation, language], outputs, **judging)
        self.bar.say(self._say, [self.judged, conversation, language], outputs, **saying)
        self.bar.withdraw(self._withdraw, [self.judged, language], outputs, **saying)
        self.bar.shut(self._shut, [self.judged, language], outputs, **judging)
        anew.click(lambda: ("", NOTHING), None, outputs, **judging)
        language.change(self._translated, [self.judged, language], self.bar, **AT_ONCE)

    def _translated(self, judged: Judged, language: str) -> str:
        return bar_html(judged, texts_in(language))

    def _judge(
        self, judged: Judged, conversation: Conversation, language: str, event: gr.EventData
    ) -> tuple[Any, Judged]:
        """A verdict is kept at once; what was remarked before stays with it."""
        place, _, value = sent(event, "answer").partition(".")
        verdict = next((each for each in Verdict if each == value), None)
        answer = answer_at(conversation, place)
        if verdict is None or answer is None:
            return gr.skip(), judged
        turn = int(place)
        earlier = judged.given.get(turn)
        remark = earlier.remark if earlier else ""
        return self._kept(judged, conversation, turn, verdict, remark, texts_in(language), thanked=False)

    def _say(
        self, judged: Judged, conversation: Conversation, language: str, event: gr.EventData
    ) -> tuple[Any, Judged]:
        turn = judged.open
        if turn is None or turn not in judged.given or answer_at(conversation, str(turn)) is None:
            return gr.skip(), judged
        verdict, remark = judged.given[turn].verdict, sent(event, "remark")
        return self._kept(judged, conversation, turn, verdict, remark, texts_in(language), thanked=True)

    def _withdraw(self, judged: Judged, language: str) -> tuple[Any, Judged]:
        turn, texts = judged.open, texts_in(language)
        if turn is None or turn not in judged.given:
            return gr.skip(), judged
        try:
            self._application.withdraw_feedback(judged.given[turn].id)
        except Exception as error:
            problem = _told(error, texts.feedback.withdraw_failed, texts)
            judged = replace(judged, thanked=False, problem=problem)
        else:
            judged = Judged({place: each for place, each in judged.given.items() if place != turn}, turn)
        return bar_html(judged, texts), judged

    def _shut(self, judged: Judged, language: str) -> tuple[str, Judged]:
        judged = replace(judged, open=None, thanked=False, problem="")
        return bar_html(judged, texts_in(language)), judged

    def _kept(
        self,
        judged: Judged,
        conversation: Conversation,
        turn: int,
        verdict: Verdict,
        remark: str,
        texts: Texts,
        *,
        thanked: bool,
    ) -> tuple[str, Judged]:
        answer, earlier = conversation[turn].answer, judged.given.get(turn)
        assert answer is not None
        history = earlier_turns(conversation[:turn])
        try:
            found = self._application.remark_on(answer, verdict, remark, history, earlier.id if earlier else "")
        except Exception as error:
            problem = _told(error, texts.feedback.failed, texts)
            judged = replace(judged, open=turn, thanked=False, problem=problem)
        else:
            judged = Judged({**judged.given, turn: found}, turn, thanked)
        return bar_html(judged, texts), judged


def answer_at(conversation: Conversation, place: str) -> Answer | None:
    """The answer at a place in the conversation, from 0, that a button names."""
    return conversation[int(place)].answer if place.isdecimal() and int(place) < len(conversation) else None


def bar_html(judged: Judged, texts: Texts) -> str:
    """What was given, for the script that marks the buttons; and the bar itself when an answer is at hand."""
    given = " ".join(f"{turn}.{each.verdict.value}" for turn, each in judged.given.items())
    content = "" if judged.open is None else _status(judged, judged.open, texts) + _form(judged, judged.open, texts)
    return tag("div", content, "open" if content else "", data_given=given)


def _told(error: Exception, sentence: str, texts: Texts) -> str:
    """What is wrong; of a fault that nobody foresaw, this sentence."""
    if isinstance(error, WieWatWanneerError):
        return error.said(texts.errors)
    log.error("A verdict was neither kept nor taken back", exc_info=error)
    return sentence


def _status(judged: Judged, turn: int, texts: Texts) -> str:
    words, kept = texts.feedback, judged.given.get(turn)
    done = words.withdrawn if kept is None else words.thanks if judged.thanked else words.kept[kept.verdict]
    said, css = (judged.problem, "failed") if judged.problem else (done, "done")
    withdraw = tag("button", escaped(words.withdraw), "withdraw", type="button", data_action="withdraw") if kept else ""
    close = tag("button", "×", "close", type="button", title=words.close, aria_label=words.close, data_action="shut")
    return tag("header", tag("p", escaped(said), css, role="status", aria_live="polite") + withdraw + close)


def _form(judged: Judged, turn: int, texts: Texts) -> str:
    """Nothing to fill in once a remark was sent, or before a verdict is kept."""
    kept = judged.given.get(turn)
    if judged.thanked or kept is None:
        return ""
    words = texts.feedback
    field_ = tag(
        "textarea",
        "",
        rows="2",
        maxlength=str(LONGEST_REMARK),
        placeholder=words.remark_hint,
        aria_label=words.remark,
        data_value=kept.remark,
    )
    send = tag("button", escaped(words.send), "send", type="submit")
    return tag("form", tag("div", field_ + send, "line") + tag("p", escaped(words.privacy), "hint"))
