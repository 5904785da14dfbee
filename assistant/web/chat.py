"""The conversation: questions, answers sentence by sentence, examples."""

from __future__ import annotations

import logging
import time
from collections.abc import Iterator
from typing import Any

import gradio as gr

from assistant.application import Application
from assistant.domain.answers import Answer
from assistant.domain.errors import WieWatWanneerError
from assistant.texts import Texts, texts_in
from assistant.web.answers import (
    answer_html,
    notice_html,
    partial_answer_html,
    question_html,
    stages,
    thinking_html,
)
from assistant.web.conversation import Conversation, Exchange, earlier_turns
from assistant.web.events import AT_ONCE, QUEUED, sent
from assistant.web.feedback import FeedbackBar
from assistant.web.markup import escaped, tag

LONGEST_QUESTION = 2_000  # characters
LONGEST_ECHO = 300  # of a question that is too long to be one
PAUSE = 0.15  # seconds between sentences: each is seen to arrive, and the longest answer is whole within a second

Message = dict[str, str]
Shown = tuple[list[Message], Any, Conversation]

SAME = gr.skip()  # the question box is left as it is: a person may be typing the next question

log = logging.getLogger(__name__)


class Chat:
    """The conversation and what stands around it; ``conversation`` is the session's."""

    def __init__(self, application: Application, texts: Texts) -> None:
        self._application = application
        words = texts.page
        self.conversation = gr.State(())
        self.messages = gr.Chatbot(
            label=words.conversation,
            show_label=False,
            placeholder=welcome_html(texts),
            elem_id="conversation",
            layout="bubble",
            height="100%",
            autoscroll=False,
            buttons=[],
            latex_delimiters=[],
            group_consecutive_messages=False,
        )
        self.feedback = FeedbackBar(application)
        self.examples = gr.HTML(
            examples_html(texts), elem_id="examples", apply_default_css=False, js_on_load=EXAMPLES_SCRIPT
        )
        with gr.Row(elem_id="asking"):
            self.box = gr.Textbox(
                label=words.question,
                placeholder=words.question_placeholder,
                show_label=False,
                container=False,
                lines=1,
                max_lines=6,
                autofocus=True,
                scale=1,
                elem_id="question",
            )
            self.send = gr.Button(words.send, variant="primary", scale=0, min_width=90, elem_id="send")
            self.anew = gr.Button(words.new_conversation, scale=0, min_width=150, elem_id="new-conversation")

    def connect(self, language: gr.Radio) -> None:
        outputs = [self.messages, self.box, self.conversation]
        answering = gr.on(
            [self.box.submit, self.send.click, self.examples.submit],
            self._respond,
            [self.box, self.conversation, language],
            outputs,
            concurrency_limit=4,
            **QUEUED,
        )
        self.anew.click(lambda: ([], "", ()), None, outputs, cancels=[answering], **AT_ONCE)
        self.feedback.connect(self.conversation, self.anew, language)

    def translated(self, conversation: Conversation, texts: Texts) -> dict[Any, Any]:
        """The components' values in another language."""
        words = texts.page
        return {
            self.messages: gr.update(value=messages(conversation, texts), placeholder=welcome_html(texts)),
            self.examples: examples_html(texts),
            self.box: gr.update(label=words.question, placeholder=words.question_placeholder),
            self.send: words.send,
            self.anew: words.new_conversation,
        }

    def _respond(
        self, typed: str | None, conversation: Conversation, language: str, event: gr.EventData
    ) -> Iterator[Shown]:
        question = printable(sent(event, "question") or typed or "").strip()
        texts = texts_in(language)
        conversation = tuple(each for each in conversation if each.question)
        problem = self._problem_with(question, texts)
        if problem:
            echo = question if len(question) <= LONGEST_ECHO else f"{question[:LONGEST_ECHO]}…"
            refused = (*conversation, Exchange(echo, failure=problem))
            yield messages(refused, texts), "", refused
            return
        asked = (*conversation, Exchange(question))
        yield messages(asked, texts, last=thinking_html(texts)), "", conversation
        exchange = self._exchange(question, conversation, texts)
        answered = (*conversation, exchange)
        if exchange.answer:
            yield from self._growing(exchange.answer, answered, texts)
        yield messages(answered, texts), SAME, answered

    def _problem_with(self, question: str, texts: Texts) -> str:
        """Why this cannot be asked; empty when it can."""
        if not question:
            return texts.page.empty_question
        if len(question) > LONGEST_QUESTION:
            return texts.page.long_question.format(length=len(question), longest=LONGEST_QUESTION)
        return "" if self._application.documents() else texts.page.empty_library

    def _exchange(self, question: str, conversation: Conversation, texts: Texts) -> Exchange:
        try:
            return Exchange(question, self._application.ask(question, earlier_turns(conversation)))
        except WieWatWanneerError as error:
            return Exchange(question, failure=error.said(texts.errors))
        except Exception:
            log.exception("The question could not be answered")
            return Exchange(question, failure=texts.page.unexpected)

    def _growing(self, answer: Answer, conversation: Conversation, texts: Texts) -> Iterator[Shown]:
        """The last answer, sentence by sentence; the session has all of it, so that its sources can be opened."""
        for text in list(stages(answer))[:-1]:
            html = partial_answer_html(text, answer, len(conversation) - 1, texts)
            yield messages(conversation, texts, last=html), SAME, conversation
            time.sleep(PAUSE)


def messages(conversation: Conversation, texts: Texts, last: str = "") -> list[Message]:
    """The conversation as the chat component takes it; ``last`` is shown instead of the last answer."""
    shown = []
    for turn, exchange in enumerate(conversation):
        if exchange.question:
            shown.append(_message("user", question_html(exchange.question)))
        answered = answer_html(exchange.answer, turn, texts) if exchange.answer else notice_html(exchange.failure)
        shown.append(_message("assistant", answered))
    return [*shown[:-1], _message("assistant", last)] if last else shown


def _message(role: str, html: str) -> Message:
    return {"role": role, "content": html}


def welcome_html(texts: Texts) -> str:
    return tag("div", tag("h2", escaped(texts.page.welcome_title)) + tag("p", escaped(texts.page.welcome)), "welcome")


def examples_html(texts: Texts) -> str:
    chips = [tag("button", escaped(each), "chip", type="button") for each in texts.page.examples]
    return tag("div", "".join(chips), "chips", role="group", aria_label=texts.page.examples_title)


EXAMPLES_SCRIPT = """
element.addEventListener('click', (event) => {
  const chip = event.target instanceof Element ? event.target.closest('button.chip') : null;
  if (chip) trigger('submit', { question: chip.textContent });
});
"""


def printable(text: str) -> str:
    """The text without lone surrogates, which a browser may send and no encoding can hold."""
    return text.encode("utf-8", errors="replace").decode("utf-8")
