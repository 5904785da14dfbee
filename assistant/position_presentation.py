"""Comparisons, and what is known of one party, as text for a terminal."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

from assistant.domain.positions import Cell, CellState, Comparison, Position, PositionKind, Theme
from assistant.domain.reports import DocumentSummary
from assistant.positions import wording
from assistant.texts import Texts

SHOWN = 5  # statements of a cell; the other formats have all


def comparison_as_text(comparison: Comparison, documents: Sequence[DocumentSummary], texts: Texts) -> str:
    """Theme by theme, party by party; last that silence is not neutrality."""
    known = {each.id: each for each in documents}
    lines = [line for theme in comparison.themes for line in _theme(comparison, theme, known, texts)]
    silent = any(cell.state is CellState.SILENT for cell in comparison.cells)
    return "\n".join([*lines, *([texts.positions.silence] if silent else [])]).rstrip()


def _theme(comparison: Comparison, theme: Theme, documents: wording.Documents, texts: Texts) -> Iterator[str]:
    yield wording.title(theme, texts)
    for party in comparison.stakeholders:
        cell = comparison.cell(party.id, theme.id)
        yield f"  {party.name}: {texts.positions.states[cell.state.value]}"
        yield from (f"    {line}" for line in _cell(cell, documents, texts))
    for contrast in comparison.contrasts:
        if contrast.theme == theme.id:
            one, other = wording.contrast(contrast, texts)
            yield f"  {one}{other}"
    yield ""


def _cell(cell: Cell, documents: wording.Documents, texts: Texts) -> Iterator[str]:
    for position in cell.positions[:SHOWN]:
        yield f"- {wording.statement(position, texts)}"
        place = wording.source(position.quotation, documents, texts)
        yield f"  {wording.speaker_known(position, texts)}; {place}"
    if cell.state is CellState.MENTIONED:
        for mention in cell.mentions[:SHOWN]:
            yield f"- “{' '.join(mention.text.split())}”"
            yield f"  {wording.source(mention, documents, texts)}"
    shown = cell.positions or cell.mentions
    if len(shown) > SHOWN:
        yield texts.positions.more.format(count=len(shown) - SHOWN)


def party_as_text(
    named_in: Sequence[str], positions: Sequence[Position], documents: Sequence[DocumentSummary], texts: Texts
) -> str:
    """The documents that name a party, and how many positions of each kind it takes."""
    titles = {each.id: each.title for each in documents}
    counts = Counter(each.kind for each in positions)
    kinds = ", ".join(f"{texts.positions.kinds[each.value]} {counts[each]}" for each in PositionKind if counts[each])
    said = texts.positions.count.format(count=len(positions)) + (f" ({kinds})" if kinds else "")
    return "\n".join([said, *(f"- {titles.get(each, each)} ({each})" for each in named_in)])
