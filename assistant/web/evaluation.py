"""The evaluation tab: measuring the answers over the library as it is, and the report of the last time."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path
from typing import Any
from urllib.parse import urlencode

import gradio as gr
from fastapi import Request
from starlette.responses import FileResponse, PlainTextResponse, Response

from assistant.application import Application
from assistant.presentation import counted
from assistant.suite_program import PROJECT_QUESTIONS, Evaluator, Phase, State, own_questions
from assistant.texts import Texts, texts_for, texts_in
from assistant.web.agenda_words import day_in_words
from assistant.web.events import in_turn, sent
from assistant.web.markup import escaped, options, tag
from assistant.web.scripted import scripted

REPORT_PATH = "evaluation/report"
EXAMPLE = "mijn-vragen.jsonl"
EVERY = 1.0  # seconds between looks at how far a run is

Changed = tuple[Any, Any, Any, Any, str]  # choice, state, report, clock and the chosen questions

SAME = gr.skip()


class EvaluationTab:
    """``questions`` is the set that the session has chosen, empty until the tab is opened."""

    def __init__(self, application: Application, evaluator: Evaluator) -> None:
        self._application = application
        self._evaluator = evaluator
        self.questions = gr.State("")
        self.choice = scripted("evaluation-choice", "evaluation.js")
        self.state = gr.HTML("", elem_id="evaluation-state", apply_default_css=False)
        self.report = gr.HTML("", elem_id="evaluation-report", apply_default_css=False)
        self.clock = gr.Timer(EVERY, active=False)

    def connect(self, tab: gr.Tab, language: gr.Radio) -> None:
        outputs = [self.choice, self.state, self.report, self.clock, self.questions]
        inputs, looking, ticking = [self.questions, language], in_turn("evaluation"), in_turn("evaluation", once=True)
        tab.select(self._load, inputs, outputs, **looking)
        self.choice.act(self._act, inputs, outputs, **looking)
        self.clock.tick(self._look, inputs, outputs, **ticking)
        language.change(self._translated, inputs, [tab, *outputs], **looking)

    def _translated(self, questions: str, language: str) -> tuple[Any, ...]:
        label = gr.update(label=texts_in(language).evaluation.tab)
        shown = self._load(questions, language) if questions else (SAME, SAME, SAME, SAME, "")
        return (label, *shown)

    def _load(self, questions: str, language: str) -> Changed:
        """Anew each time: others may have measured since, or put their questions in the folder."""
        sets = self._evaluator.sets()
        chosen = next((each for each in (questions, self._evaluator.state().questions) if each in sets), sets[0])
        return self._shown(chosen, language)

    def _act(self, questions: str, language: str, event: gr.EventData) -> Changed:
        action, given = sent(event, "action"), sent(event, "questions")
        if given in self._evaluator.sets():
            questions = given
        if action == "start":
            self._evaluator.start(questions, language)
        elif action == "stop":
            self._evaluator.stop()
        changed = self._load(questions, language)
        return (SAME, *changed[1:]) if action == "choose" else changed

    def _look(self, questions: str, language: str) -> Changed:
        """How far a run is; the rest of the tab stays as it is until that is over."""
        state = self._evaluator.state()
        if state.phase is not Phase.RUNNING:
            return self._load(questions, language)
        return SAME, state_html(state, texts_in(language)), SAME, SAME, questions

    def _shown(self, questions: str, language: str) -> Changed:
        texts, state = texts_in(language), self._evaluator.state()
        running = state.phase is Phase.RUNNING
        choice = choice_html(self._evaluator.sets(), questions, running, texts) + self._about(texts)
        report = report_html(questions, self._evaluator.report(questions), texts)
        return choice, state_html(state, texts), report, gr.Timer(active=running), questions

    def _about(self, texts: Texts) -> str:
        """Where own questions go, and what users said of answers."""
        words, data = texts.evaluation, self._evaluator.data
        own = escaped(words.own_questions).format(example=_code(EXAMPLE), folder=_code(str(own_questions(data))))
        judged = len(self._application.feedback())
        said = escaped(counted(judged, words.feedback_one, words.feedback) if judged else words.feedback_none)
        if judged:
            command = f"python -m evals export --to questions --data {data} --output {data / 'evaluation'}"
            said += " " + escaped(words.feedback_export).format(command=_code(command))
        return tag("p", own, "hint") + tag("p", said, "hint")


def choice_html(sets: tuple[str, ...], chosen: str, running: bool, texts: Texts) -> str:
    words = texts.evaluation
    named = [(each, words.project_questions if each == PROJECT_QUESTIONS else each) for each in sets]
    select = tag("select", options(named, chosen), name="questions", data_value=chosen)
    action, label = ("stop", words.stop) if running else ("start", words.start)
    button = tag("button", escaped(label), action, type="button", data_action=action)
    line = tag("div", tag("label", tag("span", escaped(words.questions)) + select) + button, "line")
    return tag("h2", escaped(words.title)) + tag("p", escaped(words.intro), "hint") + line


def state_html(state: State, texts: Texts) -> str:
    """How far it is, or what came of it: only the latter is read out."""
    words = texts.evaluation
    if state.phase is Phase.IDLE:
        return ""
    if state.phase is Phase.RUNNING:
        far = {"value": str(state.done), "max": str(state.total or 1)}
        said = words.busy.format(done=state.done, total=state.total) if state.total else words.starting
        return tag("p", tag("progress", "", "", aria_label=words.progress, **far) + escaped(said), "busy")
    said = words.outcomes[state.phase].format(said=state.said)
    css = {Phase.PASSED: "done", Phase.WRONG: "failed"}.get(state.phase, "warned")
    return tag("p", escaped(said), f"result {css}", role="status", aria_live="polite")


def report_html(questions: str, report: Path | None, texts: Texts) -> str:
    """The report in a frame of its own: its styles stay there, and a script would not run."""
    words = texts.evaluation
    if report is None:
        return tag("p", escaped(words.no_report), "hint")
    made = datetime.fromtimestamp(report.stat().st_mtime, UTC).astimezone()
    moment = f"{day_in_words(made.date(), texts)}, {made:%H:%M}"
    fields = {"questions": questions, "made": f"{made:%Y%m%d%H%M%S}", "language": texts.language}
    address = f"{REPORT_PATH}?{urlencode(fields)}"
    header = (
        tag("h3", escaped(words.report))
        + tag("p", escaped(words.made_at.format(moment=moment)))
        + tag("a", escaped(words.open_report), href=address, target="_blank", rel="noopener")
        + tag("a", escaped(words.save_report), href=address, download=f"evaluatie-{Path(questions).stem}.html")
    )
    frame = tag("iframe", "", src=address, title=words.report, sandbox="allow-same-origin")
    return tag("header", header) + frame


def report_page(evaluator: Evaluator, request: Request) -> Response:
    """The report that the address of a request names."""
    fields = dict(request.query_params)
    report = evaluator.report(fields.get("questions", ""))
    if report is None:
        return PlainTextResponse(texts_for(fields.get("language", "")).evaluation.gone, status_code=404)
    return FileResponse(report, media_type="text/html; charset=utf-8", headers={"Cache-Control": "no-store"})


def _code(text: str) -> str:
    return tag("code", escaped(text))
