"""Parties side by side on themes: what each says, where it is only named, and where nothing is found."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from itertools import product

from assistant.domain.agenda import Quotation
from assistant.domain.positions import Cell, CellState, Comparison, Naming, Position, PositionKind, Theme
from assistant.domain.stakeholders import Stakeholder
from assistant.positions.contrasting import contrasts

_KINDS = {kind: place for place, kind in enumerate(PositionKind)}


def compared(
    parties: Sequence[Stakeholder],
    themes: Sequence[Theme],
    positions: Iterable[Position],
    namings: Iterable[Naming],
) -> Comparison:
    """``positions`` are strongest and newest first, and ``namings`` newest first."""
    said: dict[tuple[str, str], list[Position]] = defaultdict(list)
    named: dict[tuple[str, str], list[Quotation]] = defaultdict(list)
    for position in positions:
        for key in product(position.speaker.stakeholders, position.themes):
            said[key].append(position)
    for naming in namings:
        for key in product(naming.stakeholders, naming.themes):
            named[key].append(naming.quotation)
    keys = product((party.id for party in parties), (theme.id for theme in themes))
    cells = tuple(_cell(*key, said.get(key, ()), named.get(key, ())) for key in keys)
    return Comparison(tuple(parties), tuple(themes), cells, contrasts(cells))


def ranked(positions: Iterable[Position]) -> tuple[Position, ...]:
    """Strongest first, then newest, then by kind; then as their documents have them."""
    in_place = sorted(positions, key=lambda each: (each.quotation.document, each.quotation.page, each.start))
    by_kind = sorted(in_place, key=lambda each: _KINDS[each.kind])
    newest_first = sorted(by_kind, key=lambda each: each.date, reverse=True)
    return tuple(sorted(newest_first, key=lambda each: -each.strength))


def newest(namings: Iterable[Naming]) -> tuple[Naming, ...]:
    in_place = sorted(namings, key=lambda each: (each.quotation.document, each.quotation.page))
    return tuple(sorted(in_place, key=lambda each: each.date, reverse=True))


def _cell(party: str, theme: str, positions: Sequence[Position], mentions: Sequence[Quotation]) -> Cell:
    said = {(each.quotation.document, each.quotation.page, each.text) for each in positions}
    only_named = tuple(each for each in mentions if (each.document, each.page, each.text) not in said)
    state = CellState.POSITION if positions else CellState.MENTIONED if only_named else CellState.SILENT
    return Cell(party, theme, state, tuple(positions), only_named)
