"""Positions as a value of their table, and back; pure functions.

What comes back equals what went in. Documents repeat the same few speakers and themes, which are written once.
"""

from __future__ import annotations

import gc
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from functools import lru_cache
from typing import Any

from assistant.domain.agenda import Quotation
from assistant.domain.positions import Naming, Position, PositionKind, Speaker, SpeakerBasis, Views
from assistant.domain.stakeholders import NamedAt

Values = list[Any]
_KINDS = {kind.value: kind for kind in PositionKind}


def views_values(views: Views) -> Values:
    """All of it but document and version, which its row has."""
    speakers = {each.speaker: None for each in views.positions}
    numbers = {speaker: number for number, speaker in enumerate(speakers)}
    return [
        [[list(each.stakeholders), each.name, each.basis.value] for each in speakers],
        [_position_values(each, numbers[each.speaker]) for each in views.positions],
        [[list(each.stakeholders), list(each.themes), *_quoted(each.quotation), each.date] for each in views.namings],
        [[each.stakeholder, each.page, each.start, each.end] for each in views.named],
    ]


def views_of(document: str, version: str, values: Sequence[Any]) -> Views:
    speakers, positions, namings, named = values
    said_by = [Speaker(tuple(ids), name, SpeakerBasis(basis)) for ids, name, basis in speakers]
    return Views(
        document,
        version,
        tuple(_position_of(document, said_by, each) for each in positions),
        tuple(_naming_of(document, each) for each in namings),
        tuple(NamedAt(party, document, page, start, end) for party, page, start, end in named),
    )


@contextmanager
def without_collecting() -> Iterator[None]:
    """Python looks for garbage after every few hundred new objects: of tens of thousands to keep, that is most of the
    time."""
    collects = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if collects:
            gc.enable()


def _position_values(position: Position, speaker: int) -> Values:
    return [
        position.id,
        position.text,
        speaker,
        position.kind.value,
        position.strength,
        list(position.themes),
        position.quotation.page,
        "" if position.quotation.text == position.text else position.quotation.text,
        position.start,
        position.end,
        position.lead_in,
        position.date,
        position.context,
    ]


def _position_of(document: str, speakers: Sequence[Speaker], values: Sequence[Any]) -> Position:
    id_, text, speaker, kind, strength, themes, page, quoted, start, end, lead_in, date, *context = values
    return Position(
        id=id_,
        text=text,
        speaker=speakers[speaker],
        kind=_KINDS[kind],
        strength=strength,
        themes=_shared(tuple(themes)),
        quotation=Quotation(document, page, quoted or text),
        start=start,
        end=end,
        lead_in=lead_in,
        date=date,
        context=_context(context),
    )


def _context(values: Sequence[str]) -> str:
    """Rows that were written before positions had one hold none."""
    return _words(values[0]) if values else ""


@lru_cache(maxsize=1 << 12)
def _words(text: str) -> str:
    """One of those that are the same: all that stands under a title has it."""
    return text


def _quoted(quotation: Quotation) -> Iterable[Any]:
    return quotation.page, quotation.text


def _naming_of(document: str, values: Sequence[Any]) -> Naming:
    stakeholders, themes, page, text, date = values
    quotation = Quotation(document, page, text)
    return Naming(_shared(tuple(stakeholders)), _shared(tuple(themes)), quotation, date)


@lru_cache(maxsize=1 << 12)
def _shared(ids: tuple[str, ...]) -> tuple[str, ...]:
    """One of those that are the same: thousands of positions are on a few themes."""
    return ids
