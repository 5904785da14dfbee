"""The application over one data folder: reading documents in, and answering from them."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import TypeVar

from assistant.agenda.mentions import LaterMentions
from assistant.agenda.party_mentions import PartyMentions
from assistant.agenda.register import AgendaRegister
from assistant.answering.service import AnsweringService
from assistant.application import EVERY_ACTION, Progress
from assistant.domain.agenda import (
    ActionFilter,
    ActionMention,
    Correction,
    RecordedStatus,
    RegisteredAction,
    RegisteredAgenda,
    Status,
)
from assistant.domain.agenda_diff import AgendaDiff
from assistant.domain.answers import Answer, Turn
from assistant.domain.documents import Page
from assistant.domain.errors import UnknownDocument
from assistant.domain.feedback import Feedback, Verdict
from assistant.domain.passages import Hit
from assistant.domain.positions import Comparison, Position, Theme
from assistant.domain.reports import DocumentSummary, IngestReport, LibraryStatus, Outcome
from assistant.domain.stakeholders import NamedAt, Stakeholder
from assistant.feedback import feedback_on
from assistant.ingestion import Archive
from assistant.intake import Intake
from assistant.library.folders import is_writable
from assistant.positions.register import PositionRegister
from assistant.settings import Settings
from assistant.targets import targets_of
from ingest.catalogue import Catalogue
from ingest.pipeline import Pipeline
from ingest.stakeholders import StakeholderRegister

TRIES = 8  # a document that changes while a question is answered makes it look again

Found = TypeVar("Found")


@dataclass(frozen=True, slots=True)
class Agendas:
    """What is known of agendas and parties; ``stakeholders`` reads the parties at its first call."""

    register: AgendaRegister
    later: LaterMentions
    named: PartyMentions
    stakeholders: Callable[[], StakeholderRegister]


class LocalApplication:
    def __init__(
        self,
        settings: Settings,
        archive: Archive,
        catalogue: Catalogue,
        pipeline: Pipeline,
        agendas: Agendas,
        positions: PositionRegister,
        make_answering: Callable[[], AnsweringService],
    ) -> None:
        """Answering is made at the first question: most commands ask none, and its glossary takes long to read."""
        self._settings = settings
        self._archive = archive
        self._library = archive.library
        self._catalogue = catalogue
        self._pipeline = pipeline
        self._agendas = agendas
        self._positions = positions
        self._make_answering = make_answering

    # --- asking

    @cached_property
    def _answering(self) -> AnsweringService:
        return self._make_answering()

    def search(self, question: str, k: int = 10) -> tuple[Hit, ...]:
        return self._answering.search(question, k)

    def ask(self, question: str, history: Sequence[Turn] = ()) -> Answer:
        return self._of_one_moment(lambda: self._answering.ask(question, history))

    def remark_on(
        self, answer: Answer, verdict: Verdict, remark: str = "", history: Sequence[Turn] = (), instead_of: str = ""
    ) -> Feedback:
        versions = {each.id: each.version for each in self.documents()}
        found = feedback_on(answer, verdict, remark, history, versions, instead_of)
        self._library.feedback.put(found)
        return found

    def withdraw_feedback(self, id: str) -> None:  # noqa: A002  (its own name)
        self._library.feedback.remove(id)

    def feedback(self) -> tuple[Feedback, ...]:
        return self._library.feedback.all()

    def page(self, document: str, number: int) -> Page:
        return self._library.page(document, number)

    def documents(self) -> tuple[DocumentSummary, ...]:
        return self._library.documents()

    def status(self) -> LibraryStatus:
        stores = self._archive.status()
        differs = any(store.missing or store.surplus for store in stores)
        repaired = differs and is_writable(self._settings.data)
        return LibraryStatus(
            data=str(self._settings.data),
            embedder=self._settings.embedder,
            documents=self.documents(),
            stores=stores,
            repaired=repaired,
            outdated=tuple(
                each.id for each in self.documents() if not self._pipeline.is_current(each.version, each.id)
            ),
            detached=len(self.detached()),
        )

    # --- agendas

    def agendas(self) -> tuple[RegisteredAgenda, ...]:
        return self._agendas.register.agendas()

    def actions(self, wanted: ActionFilter = EVERY_ACTION) -> tuple[RegisteredAction, ...]:
        return self._agendas.register.actions(wanted)

    def action(self, id: str) -> RegisteredAction:  # noqa: A002  (its own name)
        return self._agendas.register.action(id)

    def mentions(self, action: str) -> tuple[ActionMention, ...]:
        return self._of_one_moment(lambda: self._agendas.later.of(action))

    def detached(self) -> tuple[Correction | RecordedStatus, ...]:
        return self._agendas.register.detached()

    def stakeholders(self) -> tuple[Stakeholder, ...]:
        return tuple(sorted(self._agendas.stakeholders().all, key=lambda each: each.name.casefold()))

    def mentioning(self, stakeholders: Sequence[str]) -> dict[str, tuple[str, ...]]:
        return self._agendas.named.documents(stakeholders)

    def named(self, stakeholder: str) -> tuple[NamedAt, ...]:
        return self._agendas.named.places(stakeholder)

    def correct(self, corrections: Sequence[Correction]) -> None:
        self._agendas.register.correct(corrections)

    def record_status(
        self, action: str, status: Status, document: str, words: str, by: str, remark: str = ""
    ) -> RecordedStatus:
        return self._agendas.register.record(action, status, document, words, by, remark)

    def agenda_diff(self, old: str, new: str) -> AgendaDiff:
        return self._agendas.register.diff(old, new)

    # --- positions

    def themes(self) -> tuple[Theme, ...]:
        return self._positions.themes()

    def positions(self, stakeholder: str = "", theme: str = "") -> tuple[Position, ...]:
        return self._positions.positions(stakeholder, theme)

    def compare(self, stakeholders: Sequence[str], themes: Sequence[str] = ()) -> Comparison:
        return self._positions.compare(stakeholders, themes)

    # --- reading in

    def ingest(self, targets: Sequence[str] = (), progress: Progress | None = None) -> Iterator[IngestReport]:
        self._pipeline.check_own_files()
        intake = Intake(self._archive, self._catalogue, self._pipeline, self._settings.texts)
        wanted = list(targets_of(targets, self._catalogue, self._settings.data))
        for done, target in enumerate(wanted):
            if progress:
                progress(done, len(wanted), target.name)
            yield intake.report(target)
        if progress and wanted:
            progress(len(wanted), len(wanted), wanted[-1].name)

    def remove(self, document: str) -> IngestReport:
        present = self._library.summary(document)
        self._archive.remove(document)
        return IngestReport(document, Outcome.REMOVED, document, present.title if present else "")

    def _of_one_moment(self, look: Callable[[], Found]) -> Found:
        """Looks again when a document changed meanwhile: what was found may be gone before it is read."""
        for _ in range(TRIES):
            before = self._library.changes()
            try:
                found = look()
            except UnknownDocument:
                continue
            if self._library.changes() == before:
                break
        else:
            found = look()
        return found
