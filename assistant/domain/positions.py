"""Positions (standpunten): what parties demand, support, reject, doubt, promise or advise, in their own words.

A position is a literal sentence of a document, said by a speaker, about one or more themes. Nothing is put in anyone's
mouth: where the document does not say whose view a sentence is, it is that of the document.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from assistant.domain.agenda import Quotation
from assistant.domain.stakeholders import NamedAt, Stakeholder


class PositionKind(StrEnum):
    """What a sentence does, strongest first; the order is that in which a comparison shows them."""

    DEMAND = "demand"  # pleiten, moeten, noodzakelijk
    REJECTION = "rejection"  # tegen, niet willen, onwenselijk
    SUPPORT = "support"  # steunen, voorstander, onderschrijven
    CONDITION = "condition"  # mits, alleen als, onder voorwaarde
    ADVICE = "advice"  # adviseren, aanbevelen
    PROMISE = "promise"  # zullen, gaan, toezeggen
    DOUBT = "doubt"  # zorgen, twijfel, kanttekening
    WISH = "wish"  # willen, streven, graag zien
    EXPLORATION = "exploration"  # verkennen, overwegen, onderzoeken: never support


class SpeakerBasis(StrEnum):
    """How it is known who says a sentence."""

    PUBLISHER = "publisher"  # of a position paper
    SIGNATORY = "signatory"  # the ministers who sign a Kamerbrief
    SECTION = "section"  # the working group or author of that part of a document
    REPORTED = "reported"  # the text says whose view it is: 'universiteiten hebben aangegeven'
    QUOTED = "quoted"  # words between quotation marks, of a person or party that the text names
    DOCUMENT = "document"  # unsure: 'volgens <document>'


@dataclass(frozen=True, slots=True)
class Speaker:
    """Who says it: ids of parties, which may be none for a speaker that is no known party; ``name`` is how the document
    calls the speaker, or its title where the speaker is unsure."""

    stakeholders: tuple[str, ...]
    name: str
    basis: SpeakerBasis


@dataclass(frozen=True, slots=True)
class Theme:
    """A subject on which parties take positions. ``vocabulary`` are words and phrases of which one marks a sentence, in
    which a star stands for any letters; ``steps`` are the numbers of the agenda's steps that it touches. ``title`` is
    Dutch, and ``english`` the same in English, empty where nobody gave it."""

    id: str
    title: str
    vocabulary: tuple[str, ...]
    steps: tuple[int, ...] = ()
    english: str = ""


@dataclass(frozen=True, slots=True)
class Position:
    """One statement of position. ``strength`` is from 1 (mild) to 3 (firm). ``lead_in`` are the literal words that a
    list item leans on ('Wij pleiten voor:'), empty where the sentence stands alone; ``quotation`` holds both then.
    ``start`` and ``end`` are the sentence's place in the page's text. ``date`` is the document's. ``context`` are words
    that it stands under or points back to: they help to find it, and are neither its own nor its speaker's."""

    id: str
    text: str
    speaker: Speaker
    kind: PositionKind
    strength: int
    themes: tuple[str, ...]
    quotation: Quotation
    start: int
    end: int
    lead_in: str = ""
    date: str = ""
    context: str = ""


@dataclass(frozen=True, slots=True)
class Naming:
    """A sentence that names parties where themes are spoken of; ``date`` is the document's."""

    stakeholders: tuple[str, ...]
    themes: tuple[str, ...]
    quotation: Quotation
    date: str = ""


@dataclass(frozen=True, slots=True)
class Views:
    """What one version of a document holds of positions, in reading order, and every place where it names a party."""

    document: str
    version: str
    positions: tuple[Position, ...] = ()
    namings: tuple[Naming, ...] = ()
    named: tuple[NamedAt, ...] = ()


class CellState(StrEnum):
    """What is known of a party on a theme; silence is not neutrality."""

    POSITION = "position"
    MENTIONED = "mentioned"  # it is named where the theme is, and takes no position there
    SILENT = "silent"
    LEFT_OUT = "left_out"  # there is something, and all of it is of another kind or period than is asked for


@dataclass(frozen=True, slots=True)
class Cell:
    """A party on a theme. ``positions`` are strongest and newest first; ``mentions`` are sentences that name the party
    where the theme is spoken of."""

    stakeholder: str
    theme: str
    state: CellState
    positions: tuple[Position, ...] = ()
    mentions: tuple[Quotation, ...] = ()


class ContrastKind(StrEnum):
    DIFFERENCE = "difference"  # verschil
    AGREEMENT = "agreement"  # overeenkomst


@dataclass(frozen=True, slots=True)
class Contrast:
    """Two positions of different parties on one theme whose words carry the same or the opposite; ``one`` is ``other``
    for an agreement that parties state together."""

    kind: ContrastKind
    theme: str
    one: Position
    other: Position


@dataclass(frozen=True, slots=True)
class Comparison:
    """Parties by themes, in the order asked for; ``cells`` has one for each pair."""

    stakeholders: tuple[Stakeholder, ...]
    themes: tuple[Theme, ...]
    cells: tuple[Cell, ...]
    contrasts: tuple[Contrast, ...] = ()

    def cell(self, stakeholder: str, theme: str) -> Cell:
        """Raises ``KeyError`` for a pair that was not compared."""
        for cell in self.cells:
            if (cell.stakeholder, cell.theme) == (stakeholder, theme):
                return cell
        raise KeyError((stakeholder, theme))
