"""Asks every question, keeps each reply as it comes, and goes on where an interrupted run stopped."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from time import perf_counter
from typing import Any

from filelock import FileLock, Timeout

import assistant
import corpus
import ingest
from assistant.domain.answers import Turn
from evals.errors import EvaluationError
from evals.metrics.retrieval import DEPTH
from evals.questions import Question
from evals.replies import Reply, reply_as_json, reply_from_json, reply_of
from evals.workbench import Examined

JOURNAL = "replies.partial.jsonl"
LOCK = "run.lock"
LONGEST_ERROR = 300  # characters of what went wrong

Progress = Callable[[int, int], None]


@dataclass(frozen=True, slots=True)
class Asked:
    """The replies to one question, one for each time that it was asked, and the seconds that each took."""

    question: Question
    replies: tuple[Reply, ...]
    seconds: tuple[float, ...]

    @property
    def reply(self) -> Reply:
        return self.replies[0]

    @property
    def is_steady(self) -> bool:
        """Whether each time gave the same."""
        return len({*self.replies}) == 1


@contextmanager
def alone_in(folder: Path) -> Iterator[None]:
    """No other process measures into this folder inside. Raises ``EvaluationError`` where one does already."""
    lock = FileLock(folder / LOCK, timeout=0)
    try:
        lock.acquire()
    except Timeout as error:
        raise EvaluationError(
            "These questions are being measured already, into {folder}: wait until that is done.", folder=folder
        ) from error
    try:
        yield
    finally:
        lock.release()


def run(
    examined: Examined, questions: Sequence[Question], folder: Path, repeat: int, progress: Progress
) -> list[Asked]:
    """Asks each question ``repeat`` times. Replies are kept in ``folder`` until the run is done."""
    journal = _Journal(folder / JOURNAL, _fingerprint(examined, questions, repeat))
    kept = journal.read(questions)
    for question in questions:
        if question.id not in kept:
            kept[question.id] = asked_of(examined, question, repeat)
            journal.add(kept[question.id])
            progress(len(kept), len(questions))
    return [kept[question.id] for question in questions]


def finish(folder: Path) -> None:
    """The run is done: the replies that were kept for a restart are not needed any more."""
    (folder / JOURNAL).unlink(missing_ok=True)


def asked_of(examined: Examined, question: Question, repeat: int = 1) -> Asked:
    timed = [_asked_once(examined, question) for _ in range(repeat)]
    return Asked(question, tuple(reply for reply, _ in timed), tuple(seconds for _, seconds in timed))


def _asked_once(examined: Examined, question: Question) -> tuple[Reply, float]:
    """Whatever goes wrong inside the product is a reply that failed: it counts, and the run goes on."""
    started = perf_counter()
    try:
        answer = examined.ask(question.text, tuple(map(Turn, question.history)))
        seconds = perf_counter() - started
        hits = examined.search(" ".join((*question.history, question.text)), DEPTH)
        return reply_of(question.id, answer, hits), round(seconds, 4)
    except Exception as error:
        said = f"{type(error).__name__}: {error}"[:LONGEST_ERROR]
        return Reply(question.id, error=said), round(perf_counter() - started, 4)


def _fingerprint(examined: Examined, questions: Sequence[Question], repeat: int) -> str:
    """Of all that a reply depends on: the documents as they were read, the questions, and the product itself."""
    documents = sorted((each.id, each.version) for each in examined.documents())
    asked = [(each.id, each.digest) for each in questions]
    return hashlib.sha256(json.dumps([documents, asked, repeat, _product()]).encode()).hexdigest()


def _product() -> str:
    """Of the program's own files: replies of another version are none of this run."""
    found = hashlib.sha256()
    for package in (assistant, corpus, ingest):
        for path in sorted(Path(str(package.__file__)).parent.rglob("*")):
            if path.suffix in (".py", ".yaml"):
                found.update(path.read_bytes())
    return found.hexdigest()


class _Journal:
    """Replies in the order in which they came, under the fingerprint of their run; the last line may be cut off."""

    def __init__(self, path: Path, fingerprint: str) -> None:
        self._path = path
        self._fingerprint = fingerprint

    def read(self, questions: Sequence[Question]) -> dict[str, Asked]:
        """What was kept of the same run, by question; of another run nothing, and that is dropped."""
        entries = list(self._entries())
        if not entries or entries[0] != {"run": self._fingerprint}:
            entries = [{"run": self._fingerprint}]
        self._path.write_text("".join(map(_line, entries)), encoding="utf-8")
        kept = {entry["id"]: entry for entry in entries[1:]}
        return {each.id: _asked_from_json(each, kept[each.id]) for each in questions if each.id in kept}

    def add(self, asked: Asked) -> None:
        with self._path.open("a", encoding="utf-8") as file:
            file.write(_line(_asked_as_json(asked)))

    def _entries(self) -> Iterator[dict[str, Any]]:
        if not self._path.is_file():
            return
        for line in self._path.read_text(encoding="utf-8", errors="replace").split("\n"):
            try:
                yield json.loads(line)
            except json.JSONDecodeError:
                return


def _asked_as_json(asked: Asked) -> dict[str, Any]:
    return {
        "id": asked.question.id,
        "replies": [reply_as_json(each) for each in asked.replies],
        "seconds": list(asked.seconds),
    }


def _asked_from_json(question: Question, entry: dict[str, Any]) -> Asked:
    replies = tuple(reply_from_json(question.id, each) for each in entry["replies"])
    return Asked(question, replies, tuple(entry["seconds"]))


def _line(entry: dict[str, Any]) -> str:
    return json.dumps(entry, ensure_ascii=False) + "\n"
