"""Finding what each side says on a subject: in the register of positions, and in the documents that it issued."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import Protocol

from assistant.answering.agenda_statements import Pages
from assistant.answering.composing import Composer
from assistant.answering.matching import WeighedTerm, coverage
from assistant.answering.positions_question import PositionsQuestion
from assistant.answering.positions_sides import Side
from assistant.answering.positions_statements import position_statements, same
from assistant.answering.reranking import analysed
from assistant.answering.retrieving import Retriever
from assistant.answering.statements import Statement
from assistant.answering.understanding import Asks, Understanding
from assistant.domain.documents import BlockKind
from assistant.domain.passages import Passage
from assistant.domain.positions import Position
from assistant.index.analyzer import stems

ON_THEME = 0.35  # what being on the theme of the question counts beside the share of its words that are held
LEAST = 0.3  # of words and theme together, for a position to be on the subject
OF_BEST = 0.5  # of the best one's
MOSTLY_HELD = 0.7  # share that it must hold to speak of all of it
LEAST_HELD = 0.25  # share of the subject that a passage must hold to be about it
TEXTS_KEPT = 1 << 12


class Positions(Protocol):
    """The register of positions, as far as questions need it."""

    def positions(self) -> Sequence[Position]:
        """Strongest and newest first."""

    def themes_in(self, text: str) -> tuple[str, ...]:
        """The ids of the themes that a text speaks of."""


Names = Callable[[str], Collection[str]]  # the ids of the parties that a text names


@dataclass(frozen=True, slots=True)
class Voice:
    """Statements with the position that they are of; with none, they are the words of their document."""

    statements: tuple[Statement, ...]
    position: Position | None = None


@dataclass(frozen=True, slots=True)
class Heard:
    """What one side says on the subject. ``mentions`` are sentences that name a side that says nothing there;
    ``nearby`` says that they are on the subject."""

    side: Side
    voices: tuple[Voice, ...] = ()
    mentions: tuple[Statement, ...] = ()
    nearby: bool = False


@dataclass(frozen=True, slots=True)
class Measure:
    """How many positions, and other sentences of its documents, are shown of a side."""

    positions: int
    sentences: int


class PositionFinder:
    def __init__(self, register: Positions, retriever: Retriever, composer: Composer, names: Names) -> None:
        self._register = register
        self._retriever = retriever
        self._composer = composer
        self._names = names

    def heard(
        self, question: Understanding, asked: PositionsQuestion, side: Side, pages: Pages, most: Measure
    ) -> Heard:
        others = {id_ for other in asked.sides if other is not side for id_ in other.parties} - set(side.parties)
        positions = [
            each
            for each in self._on_subject(asked)
            if _is_by(each, side) and (side.is_document or others.isdisjoint(each.speaker.stakeholders))
        ]
        voices = [Voice(position_statements(each, pages), each) for each in positions[: most.positions]]
        said = {same(statement) for voice in voices for statement in voice.statements}
        own = self._own_words(question, asked, side, pages)[: most.sentences]
        voices += [Voice((statement,)) for statement in own if same(statement) not in said]
        if voices or side.is_document:
            return Heard(side, tuple(voices))
        return self._mentioned(question, asked, side, pages)

    def holders(self, asked: PositionsQuestion, pages: Pages, most: int) -> tuple[Voice, ...]:
        found = [each for each in self._on_subject(asked) if each.kind in asked.kinds]
        return tuple(Voice(position_statements(each, pages), each) for each in found[:most])

    def namers(self, question: Understanding, asked: PositionsQuestion, pages: Pages, most: int) -> tuple[Voice, ...]:
        """The best position of each speaker, then the best sentence of each other document on the subject."""
        speakers: dict[str, Voice] = {}
        for position in self._on_subject(asked):
            speakers.setdefault(position.speaker.name, Voice(position_statements(position, pages), position))
        documents = {voice.statements[-1].document for voice in speakers.values()}
        return (*speakers.values(), *self._speaking(question, asked, pages, documents))[:most]

    def _speaking(
        self, question: Understanding, asked: PositionsQuestion, pages: Pages, without: Collection[str]
    ) -> Iterator[Voice]:
        told = set(without)
        evidence = self._retriever.retrieve(_asked_for(question, asked))
        for hit in evidence.hits:
            if hit.passage.document in told or _held(hit.passage, evidence.terms) < MOSTLY_HELD:
                continue
            if sentence := _best_sentence(hit.passage, evidence.terms, pages):
                told.add(hit.passage.document)
                yield Voice((sentence,))

    # --- positions

    def _on_subject(self, asked: PositionsQuestion) -> list[Position]:
        """The best on the subject first; all, strongest first, where the question names none."""
        positions = list(self._register.positions())
        if not asked.terms:
            return positions
        themes = frozenset(self._register.themes_in(asked.subject))
        terms = self._retriever.weighed(asked.terms)
        scores = {each.id: _relevance(each, terms, themes) for each in positions}
        least = max(LEAST, OF_BEST * max(scores.values(), default=0.0))
        near = [each for each in positions if scores[each.id] >= least]
        return sorted(near, key=lambda each: -scores[each.id] - each.strength / 100)

    # --- passages

    def _own_words(
        self, question: Understanding, asked: PositionsQuestion, side: Side, pages: Pages
    ) -> tuple[Statement, ...]:
        """What the documents that it issued say of the subject."""
        if not side.documents or not asked.terms:
            return ()
        asks = _asked_for(question, asked)
        evidence = self._retriever.retrieve(asks, lambda passage: passage.document in side.documents)
        if max((_held(hit.passage, evidence.terms) for hit in evidence.hits), default=0.0) < LEAST_HELD:
            return ()
        return tuple(self._composer.compose(asks, evidence.hits, evidence.terms, pages))

    # --- mentions

    def _mentioned(self, question: Understanding, asked: PositionsQuestion, side: Side, pages: Pages) -> Heard:
        ids = frozenset(side.parties)
        evidence = self._retriever.retrieve(
            replace(_asked_for(question, asked), text=f"{side.written} {asked.subject}"),
            lambda passage: not ids.isdisjoint(self._names(passage.text)),
        )
        naming = [
            (coverage(evidence.terms, _stems(statement.text)), statement)
            for hit in evidence.hits
            for statement in _sentences_of(hit.passage, pages)
            if not ids.isdisjoint(self._names(statement.text))
        ]
        naming.sort(key=lambda each: -each[0])
        near = [statement for held, statement in naming if held >= LEAST_HELD]
        mentions = dict.fromkeys(near or [statement for _, statement in naming])
        return Heard(side, (), tuple(mentions)[:MOST_MENTIONS], bool(near))


MOST_MENTIONS = 3


def _asked_for(question: Understanding, asked: PositionsQuestion) -> Understanding:
    """The question with its subject alone: whose words are wanted is known already."""
    asks = tuple(each for each in question.asks if each is not Asks.OWNER) or (Asks.OPEN,)
    return replace(question, text=asked.subject or question.text, terms=asked.terms, asks=asks)


def _is_by(position: Position, side: Side) -> bool:
    if side.is_document:
        return position.quotation.document in side.documents
    return not set(side.parties).isdisjoint(position.speaker.stakeholders)


def _relevance(position: Position, terms: Sequence[WeighedTerm], themes: frozenset[str]) -> float:
    held = coverage(terms, _stems(f"{position.lead_in} {position.text}"))
    return held + ON_THEME * (not themes.isdisjoint(position.themes))


@lru_cache(maxsize=TEXTS_KEPT)
def _stems(text: str) -> frozenset[str]:
    return frozenset(stems(text))


def _held(passage: Passage, terms: Sequence[WeighedTerm]) -> float:
    return coverage([each for each in terms if not each.term.pale], analysed(passage).whole)


def _sentences_of(passage: Passage, pages: Pages) -> list[Statement]:
    """The sentences of a passage; a row of a table is none, for it is no sentence that names a party."""
    if passage.kind is BlockKind.TABLE_ROW:
        return []
    sentences = pages(passage.document, passage.page).sentences
    return [each for each in sentences if passage.start <= each.spans[0].start and each.spans[-1].end <= passage.end]


def _best_sentence(passage: Passage, terms: Sequence[WeighedTerm], pages: Pages) -> Statement | None:
    sentences = _sentences_of(passage, pages)
    best = max(sentences, key=lambda each: coverage(terms, _stems(each.text)), default=None)
    return best if best and coverage(terms, _stems(best.text)) > 0 else None
