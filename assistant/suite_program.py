"""Measuring the answers from the page. The suite is a program of its own, ``python -m evals run``.

The assistant does not know the suite, and a run takes minutes of a processor: in a process of its own it takes nothing
from who is asking, can be stopped, and goes on where it was when it is started again.
"""

from __future__ import annotations

import os
import re
import subprocess
import sys
import threading
from collections.abc import Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from pathlib import Path
from typing import Protocol

from assistant.settings import Settings

PROJECT_QUESTIONS = "core"
REPORT = "report.html"
PATIENCE = 5.0  # seconds that the program gets to stop by itself
PROGRAM = (sys.executable, "-m", "evals")

_STEP = re.compile(r"(\d+)/(\d+)")


class Phase(StrEnum):
    IDLE = "idle"
    RUNNING = "running"
    PASSED = "passed"
    BELOW = "below"  # a requirement is not met
    WRONG = "wrong"  # there is no result: the questions, the documents or the set-up are not right
    STOPPED = "stopped"


_OUTCOMES = {0: Phase.PASSED, 1: Phase.BELOW}  # by exit status


@dataclass(frozen=True, slots=True)
class State:
    """The last run: of which questions, how far it is, and the last that it said."""

    questions: str = ""
    phase: Phase = Phase.IDLE
    done: int = 0
    total: int = 0
    said: str = ""


class Evaluator(Protocol):
    """What the page asks of whoever measures the answers; one run at a time, for all sessions."""

    @property
    def data(self) -> Path:
        """The folder of the library that is measured."""

    def sets(self) -> tuple[str, ...]:
        """The names of the sets of questions that can be asked."""

    def start(self, questions: str, language: str) -> None:
        """Nothing for an unknown set, or when a run is under way."""

    def stop(self) -> None: ...

    def state(self) -> State: ...

    def report(self, questions: str) -> Path | None:
        """The page that the last run with these questions made."""


class SuiteProgram:
    """Runs the suite on the library of the settings. What it makes stands in ``evaluation`` beside that library, and so
    do the questions of whoever evaluates: ``evaluation/questions/*.jsonl``."""

    def __init__(self, settings: Settings, program: Sequence[str] = PROGRAM) -> None:
        self._settings = settings
        self._program = program
        self._lock = threading.Lock()
        self._state = State()
        self._process: subprocess.Popen[str] | None = None
        self._reader: threading.Thread | None = None

    @property
    def data(self) -> Path:
        return self._settings.data

    def sets(self) -> tuple[str, ...]:
        own = sorted(path.name for path in own_questions(self.data).glob("*.jsonl") if path.is_file())
        return (PROJECT_QUESTIONS, *own)

    def start(self, questions: str, language: str) -> None:
        with self._lock:
            if self._state.phase is Phase.RUNNING or questions not in self.sets():
                return
            self._state, before = State(questions, Phase.RUNNING), self._moment(questions)
            self._process = subprocess.Popen(
                self._command(questions, language),
                env={**os.environ, **self._environment()},
                stdin=subprocess.DEVNULL,
                stdout=subprocess.DEVNULL,
                stderr=subprocess.PIPE,
                encoding="utf-8",
                errors="replace",
            )
            self._reader = threading.Thread(target=self._follow, args=(self._process, before), daemon=True)
            self._reader.start()

    def stop(self) -> None:
        """Returns when the program has ended."""
        with self._lock:
            process, reader = self._process, self._reader
            if process is None or reader is None or self._state.phase is not Phase.RUNNING:
                return
            self._state = replace(self._state, phase=Phase.STOPPED)
        process.terminate()
        try:
            process.wait(PATIENCE)
        except subprocess.TimeoutExpired:
            process.kill()
        reader.join()

    def state(self) -> State:
        with self._lock:
            return self._state

    def report(self, questions: str) -> Path | None:
        path = self._output(questions) / REPORT
        return path if questions in self.sets() and path.is_file() else None

    def _command(self, questions: str, language: str) -> list[str]:
        own = own_questions(self.data) / questions
        return [
            *self._program,
            "run",
            "--questions",
            questions if questions == PROJECT_QUESTIONS else str(own),
            "--data",
            str(self.data),
            "--output",
            str(self._output(questions)),
            "--language",
            language,
            "--progress",
            "lines",
            "--no-baseline",  # it is of the project's corpus alone, and a library may hold more
        ]

    def _environment(self) -> dict[str, str]:
        """What opens the library as this program did."""
        return {
            "WIEWATWANNEER_EMBEDDER": self._settings.embedder,
            "WIEWATWANNEER_CHROMA": self._settings.chroma,
            "WIEWATWANNEER_LANGUAGE": self._settings.language,
            "PYTHONIOENCODING": "utf-8",
        }

    def _output(self, questions: str) -> Path:
        return self.data / "evaluation" / "runs" / questions

    def _follow(self, process: subprocess.Popen[str], before: int) -> None:
        """Until it ends. A program that breaks off has an exit status too, but no report that was not there before."""
        assert process.stderr is not None
        with process.stderr as lines:
            for line in lines:
                self._note(line.strip())
        status = process.wait()
        with self._lock:
            if self._state.phase is Phase.RUNNING:
                reported = self._moment(self._state.questions) != before
                phase = _OUTCOMES.get(status, Phase.WRONG) if reported else Phase.WRONG
                self._state = replace(self._state, phase=phase)

    def _moment(self, questions: str) -> int:
        """When the report was written, in nanoseconds; 0 where there is none."""
        report = self.report(questions)
        return report.stat().st_mtime_ns if report else 0

    def _note(self, line: str) -> None:
        step = _STEP.fullmatch(line)
        with self._lock:
            if step:
                self._state = replace(self._state, done=int(step[1]), total=int(step[2]))
            elif line:
                self._state = replace(self._state, said=line)


def own_questions(data: Path) -> Path:
    """The folder in which the questions of whoever evaluates are found."""
    return data / "evaluation" / "questions"
