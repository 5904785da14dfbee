"""A comparison as CSV: a row for each statement, and for each party that makes none on a theme."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from assistant.domain.agenda import Quotation
from assistant.domain.documents import Origin
from assistant.domain.positions import Cell, Comparison, Position, Theme
from assistant.domain.reports import DocumentSummary
from assistant.exports.csv_file import csv_file
from assistant.positions import wording
from assistant.texts import Texts

_NOT_SAID, _NOWHERE = ("",) * 4, ("",) * 6


def comparison_as_csv(comparison: Comparison, documents: Sequence[DocumentSummary], texts: Texts) -> bytes:
    """``documents`` are those of the library, which have titles and dates."""
    known = {each.id: each for each in documents}
    return csv_file(texts.positions.csv_columns, _rows(comparison, known, texts))


def _rows(comparison: Comparison, documents: wording.Documents, texts: Texts) -> Iterator[tuple[str, ...]]:
    for theme in comparison.themes:
        for party in comparison.stakeholders:
            cell = comparison.cell(party.id, theme.id)
            opening = (wording.title(theme, texts), party.name, texts.positions.states[cell.state.value])
            for rest in _of_cell(comparison, theme, cell, documents, texts):
                yield (*opening, *rest)


def _of_cell(
    comparison: Comparison, theme: Theme, cell: Cell, documents: wording.Documents, texts: Texts
) -> Iterator[tuple[str, ...]]:
    for position in cell.positions:
        place = _place(position.quotation, documents, texts)
        yield (*_said(position, texts), *place, wording.opposites(comparison, theme.id, position, texts))
    if not cell.positions:
        for mention in cell.mentions:
            yield (*_NOT_SAID, *_place(mention, documents, texts), "")
    if not cell.positions and not cell.mentions:
        yield (*_NOT_SAID, *_NOWHERE, "")


def _said(position: Position, texts: Texts) -> tuple[str, ...]:
    return (
        texts.positions.kinds[position.kind.value],
        wording.words(position),
        position.speaker.name,
        texts.positions.bases[position.speaker.basis.value],
    )


def _place(quotation: Quotation, documents: wording.Documents, texts: Texts) -> tuple[str, ...]:
    document = documents.get(quotation.document)
    origin = texts.source.digest if document and document.origin is Origin.DIGEST else texts.source.original
    return (
        quotation.document,
        document.title if document else "",
        document.date if document else "",
        str(quotation.page),
        quotation.text,
        origin,
    )
