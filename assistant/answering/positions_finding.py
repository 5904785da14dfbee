"""Finding what each side says on a subject: in the register of positions, and in the documents that it issued."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import Protocol

from assistant.answering.agenda_statements import Pages
from assistant.answering.composing import Composer
from assistant.answering.listing import led
from assistant.answering.matching import WeighedTerm, coverage, found, weight_of
from assistant.answering.positions_question import Form, PositionsQuestion
from assistant.answering.positions_sides import Side
from assistant.answering.positions_statements import position_statements, same
from assistant.answering.reranking import analysed
from assistant.answering.retrieving import Retriever
from assistant.answering.statements import Statement
from assistant.answering.understanding import Asks, Understanding
from assistant.domain.documents import BlockKind
from assistant.domain.passages import Passage
from assistant.domain.positions import Position, SpeakerBasis
from assistant.index.analyzer import stems

ON_THEME = 0.4  # how far a word of the question counts as held by a position on the word's theme
LEAST = 0.3  # of the subject, for a position to be on it
SURELY = 0.5  # the same in literal words, to name a party as one that demands or rejects it
NEARLY = 0.7  # the same, for a position that is shown beside passages
MOSTLY_HELD = 0.7  # share that it must hold to speak of all of it
LEAST_HELD = 0.25  # share of the subject that a passage must hold to be about it
TEXTS_KEPT = 1 << 14


@dataclass(frozen=True, slots=True)
class Nearness:
    """How much of the subject a position must hold, and how much of what the best one holds."""

    least: float
    of_best: float


ISSUED = Nearness(LEAST, 0.5)
REPORTED = Nearness(0.2, 0.0)  # of a party that only others speak of: it says little, and all on the theme is shown


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
    """What one side says on the subject. ``literal`` is False where it only speaks of the theme. ``mentions`` are
    sentences that name a side that says nothing there; ``nearby`` says that they are on the subject."""

    side: Side
    voices: tuple[Voice, ...] = ()
    literal: bool = True
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
        known = self._register.positions()
        positions = [
            each
            for each in known
            if _is_by(each, side) and (side.is_document or others.isdisjoint(each.speaker.stakeholders))
        ]
        scored = self._on_subject(asked, positions, ISSUED if side.documents else REPORTED)
        voices = [Voice(position_statements(each, pages), each) for each, _ in scored[: most.positions]]
        said = {same(statement) for voice in voices for statement in voice.statements}
        there = [each for each in known if each.quotation.document in side.documents]
        sentences = [each for each in self._own_words(question, asked, side, pages) if same(each) not in said]
        own = [Voice((each,), _position_of(each, there)) for each in sentences]
        own = [each for each in own if side.is_document or not _is_of_another(each.position, side)]
        shown = led([each.statements[0] for each in own][: most.sentences])
        voices += [each for each in own if each.statements[0] in shown]
        literal = bool(own) or not asked.terms or any(held >= LEAST for _, held in scored)
        if voices or side.is_document:
            return Heard(side, tuple(voices), literal)
        return self._mentioned(question, asked, side, pages)

    def holders(self, asked: PositionsQuestion, pages: Pages, most: int) -> tuple[Voice, ...]:
        positions = [each for each in self._register.positions() if each.kind in asked.kinds]
        return tuple(Voice(position_statements(each, pages), each) for each in self._surely(asked, positions)[:most])

    def near(self, question: Understanding, pages: Pages, most: int) -> tuple[Voice, ...]:
        """The few positions that hold nearly as much of a question as the best one, whoever takes them."""
        asked = PositionsQuestion(Form.HOLDERS, terms=tuple(each for each in question.terms if not each.pale))
        found = self._on_subject(asked, self._register.positions()) if asked.terms else []
        best = max((held for _, held in found), default=0.0)
        chosen = [each for each, held in found if held >= max(LEAST, NEARLY * best)]
        return tuple(Voice(position_statements(each, pages), each) for each in chosen[:most])

    def namers(self, question: Understanding, asked: PositionsQuestion, pages: Pages, most: int) -> tuple[Voice, ...]:
        """The best position of each speaker, then the best sentence of each other document on the subject."""
        speakers: dict[str, Voice] = {}
        for position in self._surely(asked, self._register.positions()):
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

    def _on_subject(
        self, asked: PositionsQuestion, positions: Sequence[Position], nearness: Nearness = ISSUED
    ) -> list[tuple[Position, float]]:
        """Those on the subject, best first, each with how much of it its words hold; all where no subject is named."""
        if not asked.terms:
            return [(each, 0.0) for each in positions]
        terms = self._retriever.weighed(asked.terms)
        themes = {term.term.text: frozenset(self._register.themes_in(term.term.text)) for term in terms}
        scored = [(each, *_relevance(each, terms, themes)) for each in positions]
        least = max(nearness.least, nearness.of_best * max((score for _, _, score in scored), default=0.0))
        near = sorted(
            (each for each in scored if each[2] >= least), key=lambda each: -each[2] - each[0].strength / STRENGTHS
        )
        return [(position, held) for position, held, _ in near]

    def _surely(self, asked: PositionsQuestion, positions: Sequence[Position]) -> list[Position]:
        return [each for each, held in self._on_subject(asked, positions) if held >= SURELY]

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
        elsewhere = [] if side.documents else [statement for _, statement in naming]
        mentions = led(list(dict.fromkeys(near or elsewhere)))[:MOST_MENTIONS]
        return Heard(side, mentions=tuple(mentions), nearby=bool(near))


STRENGTHS = 100  # positions of equal relevance go by strength
MOST_MENTIONS = 3


def _asked_for(question: Understanding, asked: PositionsQuestion) -> Understanding:
    """The question with its subject alone: whose words are wanted is known already."""
    asks = tuple(each for each in question.asks if each is not Asks.OWNER) or (Asks.OPEN,)
    return replace(question, text=asked.subject or question.text, terms=asked.terms, asks=asks)


def _is_by(position: Position, side: Side) -> bool:
    if side.is_document:
        return position.quotation.document in side.documents
    return not set(side.parties).isdisjoint(position.speaker.stakeholders)


def _position_of(statement: Statement, positions: Sequence[Position]) -> Position | None:
    """The position that these words are, or are a part of."""
    if not statement.spans:
        return None
    start, end, place = statement.spans[0].start, statement.spans[-1].end, (statement.document, statement.page)
    there = (each for each in positions if (each.quotation.document, each.quotation.page) == place)
    return next((each for each in there if start < each.end and each.start < end), None)


def _is_of_another(position: Position | None, side: Side) -> bool:
    """Whether its document gives the words as those of somebody else."""
    reported = position is not None and position.speaker.basis in (SpeakerBasis.REPORTED, SpeakerBasis.QUOTED)
    return reported and position is not None and not _is_by(position, side)


def _relevance(
    position: Position, terms: Sequence[WeighedTerm], themes: Mapping[str, frozenset[str]]
) -> tuple[float, float]:
    """From 0 to 1: how much of the subject its words hold, and the same where a word's theme counts as well."""
    total = weight_of(terms)
    if not total:
        return 0.0, 0.0
    words = _stems(f"{position.lead_in} {position.text}")
    literal = [(term, found(term, words)) for term in terms]
    themed = (
        term.weight * max(held, ON_THEME * (not themes[term.term.text].isdisjoint(position.themes)))
        for term, held in literal
    )
    return sum(term.weight * held for term, held in literal) / total, sum(themed) / total


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
