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

    ``problem`` says why the last verdict or remark was not kept.
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
        except WieWatWanneerError as error:
            judged = replace(judged, open=turn, thanked=False, problem=error.said(texts.errors))
        except Exception:
            log.exception("The verdict could not be kept")
            judged = replace(judged, open=turn, thanked=False, problem=texts.feedback.failed)
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


def _status(judged: Judged, turn: int, texts: Texts) -> str:
    words, kept = texts.feedback, judged.given.get(turn)
    said = judged.problem or (words.thanks if judged.thanked else words.kept[kept.verdict] if kept else "")
    css = "failed" if judged.problem else "done"
    close = tag("button", "×", "close", type="button", title=words.close, aria_label=words.close, data_action="shut")
    return tag("header", tag("p", escaped(said), css, role="status", aria_live="polite") + close)


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
