"""Answers about positions: each side in its own literal words, opened by who speaks, and silence named as such."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from itertools import combinations, product
from typing import Protocol

from assistant.answering.agenda_parties import Parties
from assistant.answering.agenda_statements import Pages
from assistant.answering.framing import Frame
from assistant.answering.positions_finding import Heard, Measure, PositionFinder, Voice
from assistant.answering.positions_kinds import AGAINST, ANY, WORRIED
from assistant.answering.positions_question import Form, PositionsQuestion, asked_of_positions, asks_what_should_be
from assistant.answering.positions_sides import Issued, Side, SideFinder
from assistant.answering.positions_wording import PositionWording
from assistant.answering.statements import Statement
from assistant.answering.understanding import Understanding
from assistant.domain.answers import Status
from assistant.domain.positions import Contrast
from assistant.positions.contrasting import contrast_kind

ALONE = Measure(positions=8, sentences=5)  # of the one side that is asked
TAKEN = Measure(positions=4, sentences=4)  # of the worries, conditions or advice on a subject
BESIDE = Measure(positions=3, sentences=5)  # of each side of a comparison
ALL_IT_SAYS = Measure(positions=12, sentences=0)  # where no subject is named
MOST_BESIDE = 2  # positions beside passages
PROGRAMME = "programme"  # a kind of party
MOST_VOICES = 12  # of who demands, rejects or names something


class IssuedDocuments(Protocol):
    def issued(self) -> Sequence[Issued]:
        """The documents of the library; the same object while nothing changed."""


@dataclass(frozen=True, slots=True)
class Group:
    """Statements under one heading, which is the program's own sentence."""

    heading: str
    statements: tuple[Statement, ...]


@dataclass(frozen=True, slots=True)
class Told:
    """Statements that are yet to be proven, by who says them. ``status`` is None where the proofs decide it.

    Without any statement, ``opening`` is all that is to be said.
    """

    groups: tuple[Group, ...] = ()
    opening: str = ""
    closing: str = ""
    status: Status | None = None

    @property
    def statements(self) -> tuple[Statement, ...]:
        return tuple(dict.fromkeys(each for group in self.groups for each in group.statements))

    def frame(self, proven: Sequence[Statement]) -> Frame:
        """Each heading before the first proven statement of its group: no words stand under another's name."""
        before: dict[Statement, str] = {}
        for group in self.groups:
            first = next((each for each in group.statements if each in proven), None)
            if first:
                before[first] = "\n".join(filter(None, (before.get(first, ""), group.heading)))
        return Frame(self.opening, before, closing=self.closing)


class PositionAnswers:
    """Answers questions about positions from the register, and from the documents of the sides that are asked."""

    def __init__(self, finder: PositionFinder, parties: Parties, documents: IssuedDocuments) -> None:
        self._finder = finder
        self._parties = parties
        self._documents = documents
        self._memory: tuple[Sequence[Issued], SideFinder] | None = None

    def told(self, question: Understanding, pages: Pages) -> Told | None:
        """Nothing for a question that is not of positions, or when it is not sure."""
        asked = asked_of_positions(question, self._sides())
        if not asked:
            return None
        wording = PositionWording(question.language, self._documents.issued())
        forms: dict[Form, Callable[[Understanding, PositionsQuestion, Pages, PositionWording], Told | None]] = {
            Form.VIEWS: self._views,
            Form.COMPARE: self._compared,
            Form.HOLDERS: self._holders,
            Form.NAMERS: self._namers,
            Form.STANCES: self._stances,
        }
        return forms[asked.form](question, asked, pages, wording)

    def beside(self, question: Understanding, statements: Sequence[Statement], pages: Pages) -> Told:
        """What goes with these statements of passages where a question asks what should be: positions, if any."""
        if not asks_what_should_be(question):
            return Told()
        voices = self._finder.near(question, pages, MOST_BESIDE)
        wording = PositionWording(question.language, self._documents.issued())
        return Told(_groups(voices, wording, set(statements)))

    def _views(
        self, question: Understanding, asked: PositionsQuestion, pages: Pages, wording: PositionWording
    ) -> Told | None:
        (side,) = asked.sides
        if not asked.sure and not (side.documents or side.speaker):
            return None
        heard = self._finder.heard(question, asked, side, pages, ALONE if asked.terms else ALL_IT_SAYS)
        if heard.voices:
            notes = (
                wording.alone(side) if asked.alone else "",
                "" if heard.literal else wording.on_theme(asked.subject),
            )
            opening = " ".join(filter(None, notes))
            status = None if heard.literal else Status.PARTIAL
            return Told(_groups(heard.voices, wording.of((side,)), set()), opening=opening, status=status)
        if not asked.sure or side.is_document or self._is_programme(side):
            return None
        told = (wording.silent(side, asked.subject), wording.places(heard), wording.silence)
        return Told(opening=" ".join(filter(None, told)), status=Status.ABSTAINED)

    def _compared(
        self, question: Understanding, asked: PositionsQuestion, pages: Pages, wording: PositionWording
    ) -> Told | None:
        """What sides say together, and then each of them, also one that says nothing; nothing where none of them does.

        What is only near the subject is left out of a side that speaks of it with another.
        """
        heard = [self._finder.heard(question, asked, side, pages, BESIDE) for side in asked.sides]
        together = self._finder.together(asked, pages, BESIDE.positions)
        if not together and not any(each.voices or each.mentions for each in heard):
            return None
        wording = wording.of(asked.sides)
        said: set[Statement] = set()
        speaking = {party for each in together if each.position for party in each.position.speaker.stakeholders}
        joined = [each.side for each in heard if not speaking.isdisjoint(each.side.parties)]
        groups = _noted(_groups(together, wording, said), wording.together(joined)) if together else []
        silent: list[str] = []
        for each in heard:
            if each.side in joined and not (each.voices and each.literal):
                continue
            if each.voices:
                of_side = _groups(each.voices, wording, said)
                groups += of_side if each.literal else _noted(of_side, wording.on_theme(asked.subject))
                continue
            told_silent = wording.silent(each.side, asked.subject)
            mentioned = _mentions(each, wording, said)
            groups += (replace(group, heading=f"{told_silent} {group.heading}") for group in mentioned)
            silent.append("" if mentioned else told_silent)
        told = [*filter(None, silent), *([wording.silence] if silent else [])]
        contrasts = contrasts_between([each.voices for each in heard])
        if asked.contrasts and (contrasts or not together):
            told.append(wording.contrasts(contrasts))
        partial = silent or not all(each.literal or each.side in joined for each in heard)
        return Told(tuple(groups), closing=" ".join(told), status=Status.PARTIAL if partial else None)

    def _holders(
        self, question: Understanding, asked: PositionsQuestion, pages: Pages, wording: PositionWording
    ) -> Told | None:
        """Who says so. Where nobody does: what is said of the subject, but for what nobody is against."""
        if voices := self._finder.holders(asked, pages, MOST_VOICES):
            return Told(_groups(voices, wording, set()), closing=wording.silence)
        nobody = "" if asked.kinds == ANY else wording.nobody(asked.kinds, asked.subject)
        if asked.kinds not in (AGAINST, WORRIED):
            voices = self._finder.said(question, pages, MOST_VOICES)
            opening, status = (" ".join((nobody, wording.otherwise)), Status.PARTIAL) if nobody else ("", None)
            return Told(_groups(voices, wording.with_publishers(), set()), opening, status=status) if voices else None
        doubts = self._finder.holders(replace(asked, kinds=WORRIED), pages, MOST_BESIDE)
        told = (nobody, wording.doubted(doubts), wording.silence)
        return Told(opening=" ".join(filter(None, told)), status=Status.ABSTAINED)

    def _stances(
        self, question: Understanding, asked: PositionsQuestion, pages: Pages, wording: PositionWording
    ) -> Told | None:
        voices = self._finder.stances(question, asked, pages, TAKEN)
        return Told(_groups(voices, wording, set())) if voices else None

    def _namers(
        self, question: Understanding, asked: PositionsQuestion, pages: Pages, wording: PositionWording
    ) -> Told | None:
        voices = self._finder.namers(question, asked, pages, MOST_VOICES)
        return Told(_groups(voices, wording.with_publishers(), set())) if voices else None

    def _is_programme(self, side: Side) -> bool:
        """Whether it is what parties do together: that nobody speaks for it is no silence."""
        known = [self._parties.get(each) for each in side.parties]
        return any(each is not None and each.kind == PROGRAMME for each in known)

    def _sides(self) -> SideFinder:
        documents = self._documents.issued()
        if not self._memory or self._memory[0] is not documents:
            self._memory = documents, SideFinder(self._parties, documents, self._finder.speakers())
        return self._memory[1]


def _groups(voices: Sequence[Voice], wording: PositionWording, said: set[Statement]) -> tuple[Group, ...]:
    """Statements of one speaker on one page together, in the order of the first of each; each statement once."""
    found: dict[str, list[Statement]] = {}
    for voice in voices:
        new = [each for each in voice.statements if each not in said]
        if not new or (voice.position and voice.statements[-1] in said):
            continue
        said.update(new)
        found.setdefault(wording.heading(voice), []).extend(new)
    return tuple(Group(heading, tuple(statements)) for heading, statements in found.items())


def _noted(groups: Sequence[Group], note: str) -> list[Group]:
    """With a sentence of the program before the first heading."""
    return [
        replace(each, heading=f"{note}\n{each.heading}") if not place else each for place, each in enumerate(groups)
    ]


def contrasts_between(sides: Sequence[Sequence[Voice]]) -> tuple[Contrast, ...]:
    """The statements of two sides of which the words themselves say the same or the opposite."""
    spoken = [[voice.position for voice in voices if voice.position] for voices in sides]
    pairs = (pair for ours, theirs in combinations(spoken, 2) for pair in product(ours, theirs))
    return tuple(Contrast(kind, "", one, other) for one, other in pairs if (kind := contrast_kind(one, other)))


def _mentions(heard: Heard, wording: PositionWording, said: set[Statement]) -> tuple[Group, ...]:
    new = tuple(each for each in heard.mentions if each not in said)
    said.update(new)
    return (Group(wording.mentioned(heard.side, heard.nearby), new),) if new else ()
