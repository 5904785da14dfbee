"""Many questions at once: JSON lines in, JSON lines out, in the same order; a bad line costs that line only."""

from __future__ import annotations

import json
import sys
from collections.abc import Callable, Iterable, Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from assistant.domain.errors import UsageError, WieWatWanneerError
from assistant.texts import CommandTexts, Texts
from assistant.unforeseen import unforeseen

STANDARD_INPUT = "-"


@dataclass(frozen=True, slots=True)
class Question:
    """One line of a batch; ``id`` is any JSON value, None when the line has none. ``history`` is oldest first."""

    id: Any
    text: str
    history: tuple[str, ...] = ()


class BadLine(Exception):
    """A line that holds no question; the message is for people. ``line_id`` is its ``id`` where that could be read."""

    def __init__(self, message: str, line_id: Any = None) -> None:
        super().__init__(message)
        self.line_id = line_id


@dataclass(frozen=True, slots=True)
class Outcome:
    """What goes out for one line."""

    fields: dict[str, Any]
    failed: bool = False


@contextmanager
def opened(path: str) -> Iterator[Iterable[bytes]]:
    """The lines of a file, or of standard input for ``-``, as bytes: a line that is not UTF-8 spoils only itself."""
    if path == STANDARD_INPUT:
        yield sys.stdin.buffer
        return
    with ExitStack() as stack:
        try:
            file = stack.enter_context(Path(path).open("rb"))
        except OSError as error:
            raise UsageError(
                "Het bestand {path} kan niet worden gelezen ({reason}); controleer het pad.",
                path=path,
                reason=error.strerror,
            ) from error
        yield file


def outcomes(lines: Iterable[bytes], answer: Callable[[Question], dict[str, Any]], texts: Texts) -> Iterator[Outcome]:
    """Answers line by line, as they come; empty lines are passed over."""
    for number, line in enumerate(lines, start=1):
        if line.strip():
            yield _outcome(line, number, answer, texts)


def _outcome(line: bytes, number: int, answer: Callable[[Question], dict[str, Any]], texts: Texts) -> Outcome:
    try:
        question = question_in(line, number, texts.command)
    except BadLine as error:
        return Outcome({"id": error.line_id, "error": str(error)}, failed=True)
    try:
        return Outcome({"id": question.id, **answer(question)})
    except WieWatWanneerError as error:
        return Outcome({"id": question.id, "error": error.said(texts.errors)}, failed=True)
    except Exception as error:  # a fault that one question brings out must not cost the others their answer
        return Outcome({"id": question.id, "error": unforeseen(error, texts.command)}, failed=True)


def question_in(line: bytes, number: int, texts: CommandTexts) -> Question:
    """Raises ``BadLine``; ``number`` is the line's, from 1."""
    fields = _object_in(line)
    if fields is None:
        raise BadLine(texts.line_not_json.format(line=number))
    text, history, line_id = fields.get("question"), fields.get("history"), fields.get("id")
    if not isinstance(text, str):
        raise BadLine(texts.line_without_question.format(line=number), line_id)
    if not _is_history(history):
        raise BadLine(texts.line_bad_history.format(line=number), line_id)
    return Question(line_id, text, tuple(history or ()))


def _object_in(line: bytes) -> dict[str, Any] | None:
    try:
        # A byte order mark at the start of a file is what Windows programs write; it is no part of the JSON.
        value = json.loads(line.decode("utf-8-sig"))
    except (ValueError, RecursionError):
        return None
    return value if isinstance(value, dict) else None


def _is_history(value: object) -> bool:
    return value is None or (isinstance(value, list) and all(isinstance(each, str) for each in value))
