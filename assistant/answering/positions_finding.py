"""Finding what each side says on a subject: in the register of positions, and in the documents that it issued."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Protocol

from assistant.answering.agenda_statements import Pages
from assistant.answering.asking import Asks
from assistant.answering.composing import Composer
from assistant.answering.listing import led
from assistant.answering.matching import WeighedTerm, coverage
from assistant.answering.positions_question import Form, PositionsQuestion
from assistant.answering.positions_relevance import ISSUED, LEAST, REPORTED, Relevance, stems_of
from assistant.answering.positions_sides import Side, Voiced
from assistant.answering.positions_statements import pointed_at, position_statements, same
from assistant.answering.reranking import analysed
from assistant.answering.retrieving import Retriever
from assistant.answering.statements import Statement
from assistant.answering.understanding import Understanding
from assistant.domain.documents import BlockKind
from assistant.domain.passages import Passage
from assistant.domain.positions import Position, SpeakerBasis

NEARLY = 0.7  # share of what the best one holds, for a position that is shown beside passages
MOSTLY_HELD = 0.7  # share that a passage must hold to speak of all of the subject
HALF_HELD = 0.5  # the same, to answer in the place of a position
LEAST_HELD = 0.25  # the same, to be about it


class Positions(Protocol):
    """The register of positions, as far as questions need it."""

    def positions(self) -> Sequence[Position]:
        """Strongest and newest first."""

    def themes_in(self, text: str) -> tuple[str, ...]:
        """The ids of the themes that a text speaks of."""


class Parties(Protocol):
    """The known parties, as texts of documents name them."""

    def ids_in(self, text: str) -> Collection[str]:
        """The parties that a text names."""

    def reported_in(self, text: str) -> Collection[str]:
        """The parties of which a sentence says what they say or think."""


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
    def __init__(self, register: Positions, retriever: Retriever, composer: Composer, parties: Parties) -> None:
        self._register = register
        self._retriever = retriever
        self._composer = composer
        self._parties = parties
        self._relevance = Relevance(register, retriever)

    def speakers(self) -> tuple[Voiced, ...]:
        """Who has the word in a part of a document, or is quoted, and is no party."""
        pages: dict[str, set[tuple[str, int]]] = {}
        for each in self._register.positions():
            speaker, place = each.speaker, each.quotation
            if not speaker.stakeholders and speaker.basis in (SpeakerBasis.SECTION, SpeakerBasis.QUOTED):
                own = {(place.document, place.page)} if speaker.basis is SpeakerBasis.SECTION else set()
                pages.setdefault(speaker.name, set()).update(own)
        return tuple(Voiced(name, frozenset(own)) for name, own in pages.items())

    def heard(
        self, question: Understanding, asked: PositionsQuestion, side: Side, pages: Pages, most: Measure
    ) -> Heard:
        known = self._register.positions()
        positions = [each for each in known if _is_alone(each, side, asked.sides)]
        scored = self._relevance.on_subject(asked, positions, ISSUED if side.documents else REPORTED)
        if not any(each.literal >= LEAST for each in scored):
            scored = self._relevance.on_subject(asked, positions, REPORTED)
        chosen = [each.position for each in scored]
        if side.speaker:  # all that a working group advises is on its own subject
            chosen += [each for each in positions if each.kind in asked.kinds and each not in chosen]
        voices = [voice for each in chosen[: most.positions] for voice in self._explained(each, pages)]
        said = {same(statement) for voice in voices for statement in voice.statements}
        there = [each for each in known if each.quotation.document in side.documents or _is_by(each, side)]
        sentences = [each for each in self._own_words(question, asked, side, pages) if same(each) not in said]
        own = [Voice((each,), _position_of(each, there)) for each in sentences]
        own = [each for each in own if side.is_document or not _is_of_another(each.position, side)]
        shown = led([each.statements[0] for each in own][: most.sentences])
        voices += [each for each in own if each.statements[0] in shown]
        literal = bool(own) or not asked.terms or any(each.literal >= LEAST for each in scored)
        if voices or side.is_document:
            return Heard(side, tuple(voices), literal)
        return self._mentioned(question, asked, side, pages)

    def together(self, asked: PositionsQuestion, pages: Pages, most: int) -> tuple[Voice, ...]:
        """What several of the sides say in one statement, in the words of the subject."""
        sides = [each for each in asked.sides if not each.is_document]
        shared = [
            each
            for each in self._register.positions()
            if sum(_is_by(each, side) for side in sides) > 1
            and not any(_is_alone(each, side, asked.sides) for side in sides)
        ]
        scored = self._relevance.on_subject(asked, shared)
        chosen = [each.position for each in scored if not asked.terms or each.literal >= LEAST]
        return tuple(_voice(each, pages) for each in chosen[:most])

    def _explained(self, position: Position, pages: Pages) -> tuple[Voice, ...]:
        """A reported view with what it points back to, under who says that: 'op dit punt zorgen' tells not of what."""
        own = _voice(position, pages)
        before = pointed_at(position, pages) if position.speaker.basis is SpeakerBasis.REPORTED else None
        return (own, Voice((before,), _position_of(before, self._register.positions()))) if before else (own,)

    def holders(self, asked: PositionsQuestion, pages: Pages, most: int) -> tuple[Voice, ...]:
        """The positions of the kinds that are asked for that hold the subject in their own words."""
        positions = [each for each in self._register.positions() if each.kind in asked.kinds]
        return tuple(_voice(each, pages) for each in self._relevance.surely(asked, positions)[:most])

    def stances(
        self, question: Understanding, asked: PositionsQuestion, pages: Pages, most: Measure
    ) -> tuple[Voice, ...]:
        """The positions of the kinds that are asked for, whoever takes them, and then what else is said of the subject;
        nothing where no such position is surely on it."""
        positions = [each for each in self._register.positions() if each.kind in asked.kinds]
        voices = [_voice(each, pages) for each in self._relevance.taken(asked, positions)[: most.positions]]
        said = {same(statement) for voice in voices for statement in voice.statements}
        others = self._said(question, pages, 0.0) if voices else ()
        return (*voices, *[each for each in others if same(each.statements[0]) not in said][: most.sentences])

    def said(self, question: Understanding, pages: Pages, most: int) -> tuple[Voice, ...]:
        """What passages that hold at least half of the subject say, each under who says it."""
        return self._said(question, pages, HALF_HELD)[:most]

    def _said(self, question: Understanding, pages: Pages, least: float) -> tuple[Voice, ...]:
        evidence = self._retriever.retrieve(question)
        if max((_held(hit.passage, evidence.terms) for hit in evidence.hits), default=0.0) < least:
            return ()
        statements = self._composer.compose(question, evidence.hits, evidence.terms, pages)
        known = self._register.positions()
        return tuple(Voice((each,), _position_of(each, known)) for each in statements)

    def near(self, question: Understanding, pages: Pages, most: int) -> tuple[Voice, ...]:
        """The few positions that hold nearly as much of a question as the best one, whoever takes them."""
        asked = PositionsQuestion(Form.HOLDERS, terms=tuple(each for each in question.terms if not each.pale))
        found = self._relevance.on_subject(asked, self._register.positions()) if asked.terms else []
        best = max((each.literal for each in found), default=0.0)
        chosen = [each.position for each in found if each.literal >= max(LEAST, NEARLY * best)]
        return tuple(_voice(each, pages) for each in chosen[:most])

    def namers(self, question: Understanding, asked: PositionsQuestion, pages: Pages, most: int) -> tuple[Voice, ...]:
        """The best position of each speaker, then the best sentence of each other document on the subject."""
        speakers: dict[str, Voice] = {}
        for position in self._relevance.spoken_of(asked, self._register.positions()):
            speakers.setdefault(position.speaker.name, _voice(position, pages))
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

    # --- passages

    def _own_words(
        self, question: Understanding, asked: PositionsQuestion, side: Side, pages: Pages
    ) -> tuple[Statement, ...]:
        """What the documents that it issued, or the pages that are its own, say of the subject."""
        if not (side.documents or side.pages) or not asked.terms:
            return ()
        asks = _asked_for(question, asked)
        evidence = self._retriever.retrieve(
            asks, lambda passage: passage.document in side.documents or (passage.document, passage.page) in side.pages
        )
        if max((_held(hit.passage, evidence.terms) for hit in evidence.hits), default=0.0) < LEAST_HELD:
            return ()
        return tuple(self._composer.compose(asks, evidence.hits, evidence.terms, pages))

    # --- mentions

    def _mentioned(self, question: Understanding, asked: PositionsQuestion, side: Side, pages: Pages) -> Heard:
        ids = frozenset(side.parties)
        evidence = self._retriever.retrieve(
            replace(_asked_for(question, asked), text=f"{side.written} {asked.subject}"),
            lambda passage: not ids.isdisjoint(self._parties.ids_in(passage.text)),
        )
        naming = [
            (coverage(evidence.terms, stems_of(statement.text)), statement)
            for hit in evidence.hits
            for statement in _sentences_of(hit.passage, pages)
            if not ids.isdisjoint(self._parties.ids_in(statement.text))
        ]
        naming.sort(key=lambda each: -each[0])
        near = [statement for held, statement in naming if held >= LEAST_HELD]
        on_it = near if asked.terms else [statement for _, statement in naming]
        told = dict.fromkeys(each for each in on_it if not ids.isdisjoint(self._parties.reported_in(each.text)))
        if told:
            return Heard(side, tuple(Voice((each,)) for each in [*told][:MOST_MENTIONS]))
        elsewhere = [] if side.documents else [statement for _, statement in naming]
        mentions = led(list(dict.fromkeys(near or elsewhere)))[:MOST_MENTIONS]
        return Heard(side, mentions=tuple(mentions), nearby=bool(near))


MOST_MENTIONS = 3


def _asked_for(question: Understanding, asked: PositionsQuestion) -> Understanding:
    """The question with its subject alone: whose words are wanted is known already."""
    asks = tuple(each for each in question.asks if each is not Asks.OWNER) or (Asks.OPEN,)
    return replace(question, text=asked.subject or question.text, terms=asked.terms, asks=asks)


def _is_by(position: Position, side: Side) -> bool:
    if side.is_document:
        return position.quotation.document in side.documents
    return side.says(position.speaker)


def _is_alone(position: Position, side: Side, sides: Sequence[Side]) -> bool:
    """Whether of these sides this one says it and no other says it with it; a document has all that stands in it."""
    others = {party for other in sides if other is not side for party in other.parties} - set(side.parties)
    return _is_by(position, side) and (side.is_document or others.isdisjoint(position.speaker.stakeholders))


def _voice(position: Position, pages: Pages) -> Voice:
    return Voice(position_statements(position, pages), position)


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
    best = max(sentences, key=lambda each: coverage(terms, stems_of(each.text)), default=None)
    return best if best and coverage(terms, stems_of(best.text)) > 0 else None
