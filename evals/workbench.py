"""The product as the suite meets it: over a library that is there, or over the corpus in a folder of its own."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Protocol

from assistant.application import Application
from assistant.bootstrap import build_application
from assistant.domain.answers import Answer, Turn
from assistant.domain.documents import Page
from assistant.domain.errors import UnknownDocument
from assistant.domain.feedback import Feedback
from assistant.domain.passages import Hit
from assistant.domain.reports import DocumentSummary, Outcome
from assistant.settings import Settings, settings_from
from evals.errors import EvaluationError
from evals.kinds import Documents, Engine
from evals.originals import original_files
from evals.questions import Place


class Examined(Protocol):
    """What is asked of the product that is evaluated."""

    def search(self, question: str, k: int = 10) -> tuple[Hit, ...]: ...

    def ask(self, question: str, history: Sequence[Turn] = ()) -> Answer: ...

    def page(self, document: str, number: int) -> Page: ...

    def documents(self) -> tuple[DocumentSummary, ...]: ...


PageText = Callable[[Place], "str | None"]  # None for a page that does not exist


@dataclass(frozen=True, slots=True)
class Corpus:
    """Which documents a run was over, each ``id (origin)``; results over other documents do not compare."""

    documents: tuple[str, ...]

    def __str__(self) -> str:
        return ", ".join(self.documents)


def corpus_of(examined: Examined) -> Corpus:
    return Corpus(tuple(sorted(f"{each.id} ({each.origin.value})" for each in examined.documents())))


def page_text(examined: Examined) -> PageText:
    known: dict[Place, str | None] = {}

    def text(place: Place) -> str | None:
        if place not in known:
            try:
                known[place] = examined.page(*place).text
            except UnknownDocument:
                known[place] = None
        return known[place]

    return text


@contextmanager
def opened(data: Path | None, documents: Documents, engine: Engine = Engine.EXTRACTIVE) -> Iterator[Examined]:
    """The library in ``data`` as it is; without one, the corpus read into a folder that is gone afterwards.

    Raises ``EvaluationError`` when there is nothing to ask.
    """
    if engine is not Engine.EXTRACTIVE:
        raise EvaluationError("No language model is set up in this version: run with --engine extractive.")
    if data is not None:
        yield _existing(data)
        return
    with TemporaryDirectory(prefix="wiewatwanneer-") as folder:
        yield read_in(Path(folder), [] if documents is Documents.DIGESTS else _originals())


def judged_in(data: Path) -> tuple[Feedback, ...]:
    """What users said of answers from this library. Raises ``EvaluationError`` when there is none."""
    return _application(data).feedback()


def _existing(data: Path) -> Examined:
    application = _application(data)
    if not application.documents():
        raise EvaluationError(
            "The library in {data} is empty: read documents in with `wiewatwanneer ingest`.", data=data
        )
    return application


def _application(data: Path) -> Application:
    if not data.is_dir():
        raise EvaluationError(
            "{data} is no data folder: give the one that `wiewatwanneer --data` was given.", data=data
        )
    return build_application(settings_from({"data": str(data)}, os.environ))


def _originals() -> list[str]:
    found = original_files()
    if not found:
        raise EvaluationError("The original documents are not at ../shared/documents: run with --documents digests.")
    return found


def read_in(folder: Path, targets: Sequence[str]) -> Examined:
    """A new library of these files; of the project's digests when there are none."""
    application = build_application(Settings(folder))
    for report in application.ingest(targets):
        if report.outcome is Outcome.FAILED:
            raise EvaluationError(
                "{name} could not be read: {reason}", name=Path(report.path).name, reason=report.message
            )
    return application
