"""An application of three small documents and prepared answers, for tests of what stands before it.

``python -m tests.fakes.application serve --port 0`` runs the whole command line with it.
"""

from __future__ import annotations

import re
import sys
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date, datetime
from pathlib import Path

from assistant.agenda.diffing import diff
from assistant.agenda.filtering import matching
from assistant.application import EVERY_ACTION, Progress
from assistant.cli import main
from assistant.domain.agenda import (
    ActionFilter,
    ActionMention,
    Correction,
    Quotation,
    RecordedStatus,
    RegisteredAction,
    RegisteredAgenda,
    Status,
)
from assistant.domain.agenda_diff import AgendaDiff
from assistant.domain.answers import Answer, Turn
from assistant.domain.documents import Page
from assistant.domain.errors import BadCorrection, NoAgenda, NotProven, QuestionError, UnknownAction, UnknownDocument
from assistant.domain.feedback import Feedback, Verdict
from assistant.domain.passages import Hit, Passage
from assistant.domain.positions import Comparison, Position, Theme
from assistant.domain.reports import DocumentSummary, IngestReport, LibraryStatus, Outcome, StoreStatus
from assistant.domain.stakeholders import NamedAt, Stakeholder
from assistant.feedback import feedback_on
from assistant.settings import Settings
from tests.fakes import positions
from tests.fakes.agenda import AGENDAS, MENTIONS, STAKEHOLDERS
from tests.fakes.answers import ABSTENTION, ENGLISH, WORKING_GROUP
from tests.fakes.documents import AGENDA, PAGES, PAPER, REPORT

TODAY = date(2025, 11, 1)
NOW = datetime.fromisoformat("2025-11-01T12:00")  # UTC, as the library keeps it


class FakeApplication:
    """Knows one answer: of whom the working group on microcredentials consists. ``asked`` remembers the calls."""

    def __init__(self, documents: Sequence[DocumentSummary] = (AGENDA, PAPER, REPORT)) -> None:
        self.kept = {each.id: each for each in documents}
        self.asked: list[tuple[str, tuple[str, ...]]] = []
        self.register: tuple[RegisteredAgenda, ...] = AGENDAS
        self.given: dict[str, Feedback] = {}

    def ingest(self, targets: Sequence[str] = (), progress: Progress | None = None) -> Iterator[IngestReport]:
        names = targets or ["kst-30012-157.md"]
        for done, target in enumerate(names):
            if progress:
                progress(done, len(names), target)
            yield self._ingested(Path(target))

    def _ingested(self, path: Path) -> IngestReport:
        if path.exists() and b"%%EOF" not in path.read_bytes():
            return IngestReport(str(path), Outcome.FAILED, message=f"{path.name} is beschadigd; sla het opnieuw op.")
        if path.name.startswith("stuk"):
            return IngestReport(str(path), Outcome.FAILED, message=f"{path.name} is beschadigd; sla het opnieuw op.")
        summary = replace(REPORT, id=path.stem, title=path.stem, filename=path.name, problems=(), pages=1)
        self.kept[summary.id] = summary
        return IngestReport(str(path), Outcome.ADDED, summary.id, summary.title, pages=1, passages=3, seconds=0.1)

    def documents(self) -> tuple[DocumentSummary, ...]:
        return tuple(sorted(self.kept.values(), key=lambda each: each.title))

    def remove(self, document: str) -> IngestReport:
        summary = self.kept.pop(document, None)
        if summary is None:
            raise UnknownDocument(f"Er is geen document '{document}'; kies uit: {', '.join(self.kept)}.")
        return IngestReport(summary.filename, Outcome.REMOVED, summary.id, summary.title)

    def status(self) -> LibraryStatus:
        stores = (StoreStatus("vectors", 12), StoreStatus("lexical", 11, missing=1))
        return LibraryStatus("data", "hashed", self.documents(), stores, repaired=True)

    def search(self, question: str, k: int = 10) -> tuple[Hit, ...]:
        text = "Een microcredential is een digitaal certificaat."
        return (Hit(Passage("p1", AGENDA.id, "1", 3, 0, len(text), text), 0.5),)[:k]

    def ask(self, question: str, history: Sequence[Turn] = ()) -> Answer:
        if not question.strip():
            raise QuestionError("De vraag is leeg; typ wat u wilt weten.")
        if question == "stuk":
            raise RuntimeError("a fault that nobody foresaw")
        self.asked.append((question, tuple(turn.question for turn in history)))
        known = (
            ENGLISH if question.startswith("Who") else WORKING_GROUP if "microcredential" in question else ABSTENTION
        )
        return replace(known, question=question)

    def remark_on(
        self, answer: Answer, verdict: Verdict, remark: str = "", history: Sequence[Turn] = (), instead_of: str = ""
    ) -> Feedback:
        versions = {each.id: each.version for each in self.documents()}
        found = feedback_on(answer, verdict, remark, history, versions, instead_of)
        self.given[found.id] = found
        return found

    def withdraw_feedback(self, id: str) -> None:  # noqa: A002
        self.given.pop(id, None)

    def feedback(self) -> tuple[Feedback, ...]:
        return tuple(self.given.values())

    def page(self, document: str, number: int) -> Page:
        found = [page for page in PAGES.get(document, ()) if page.number == number and document in self.kept]
        if not found:
            raise UnknownDocument(f"Er is geen document '{document}' met een pagina {number}.")
        return found[0]

    def agendas(self) -> tuple[RegisteredAgenda, ...]:
        return self.register

    def actions(self, wanted: ActionFilter = EVERY_ACTION) -> tuple[RegisteredAction, ...]:
        return matching([action for agenda in self.register for action in agenda.actions], wanted, TODAY)

    def action(self, id: str) -> RegisteredAction:  # noqa: A002
        found = [each for each in self.actions() if each.action.id == id]
        if not found:
            raise UnknownAction(f"Er is geen actie '{id}'.")
        return found[0]

    def mentions(self, action: str) -> tuple[ActionMention, ...]:
        return MENTIONS.get(self.action(action).action.id, ())

    def detached(self) -> tuple[Correction | RecordedStatus, ...]:
        return ()

    def stakeholders(self) -> tuple[Stakeholder, ...]:
        return STAKEHOLDERS

    def mentioning(self, stakeholders: Sequence[str]) -> dict[str, tuple[str, ...]]:
        names = {each.id: each.name for each in STAKEHOLDERS}
        return {
            party: tuple(id_ for id_, pages in PAGES.items() if any(names[party] in page.text for page in pages))
            for party in stakeholders
        }

    def named(self, stakeholder: str) -> tuple[NamedAt, ...]:
        name = next(each.name for each in STAKEHOLDERS if each.id == stakeholder)
        return tuple(
            NamedAt(stakeholder, document, page.number, found.start(), found.end())
            for document, pages in PAGES.items()
            for page in pages
            for found in re.finditer(re.escape(name), page.text)
        )

    def themes(self) -> tuple[Theme, ...]:
        return positions.THEMES

    def positions(self, stakeholder: str = "", theme: str = "") -> tuple[Position, ...]:
        return positions.positions(stakeholder, theme)

    def compare(self, stakeholders: Sequence[str], themes: Sequence[str] = ()) -> Comparison:
        return positions.compare(stakeholders, themes)

    def correct(self, corrections: Sequence[Correction]) -> None:
        """Of the texts of actions; other columns are kept, and change nothing."""
        for place, each in enumerate(corrections):
            if each.column not in {"what", "owners", "when", "step"}:
                raise BadCorrection([(place, f"Er is geen kolom '{each.column}'.")])
            if each.action not in {known.action.id for known in self.actions()}:
                raise BadCorrection([(place, f"Er is geen actie '{each.action}'.")])
        for each in corrections:
            kept = self.action(each.action)
            now = replace(kept.action, what=each.value) if each.column == "what" else kept.action
            self._replace(replace(kept, action=now, corrections=(each, *kept.corrections)))

    def record_status(
        self, action: str, status: Status, document: str, words: str, by: str, remark: str = ""
    ) -> RecordedStatus:
        kept = self.action(action)
        page = next((page for page in PAGES.get(document, ()) if words.strip() and words in page.text), None)
        if page is None:
            raise NotProven(f"Deze woorden staan niet in {document}: neem ze letterlijk over.")
        recorded = RecordedStatus(action, status, Quotation(document, page.number, words), by, NOW, remark)
        self._replace(replace(kept, statuses=(recorded, *kept.statuses)))
        return recorded

    def agenda_diff(self, old: str, new: str) -> AgendaDiff:
        known = {each.info.document: each for each in self.register}
        for document in (old, new):
            if document not in known:
                raise NoAgenda(f"In {document} staat geen agenda; kies uit: {', '.join(known)}.")
        return diff(known[old], known[new])

    def _replace(self, changed: RegisteredAction) -> None:
        self.register = tuple(
            replace(
                agenda,
                actions=tuple(changed if each.action.id == changed.action.id else each for each in agenda.actions),
            )
            for agenda in self.register
        )


def bootstrap(settings: Settings, *, rebuild: bool = False) -> FakeApplication:
    return FakeApplication()


if __name__ == "__main__":
    sys.exit(main(bootstrap=bootstrap))
