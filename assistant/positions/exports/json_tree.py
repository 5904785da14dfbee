"""A comparison as the JSON that scripts rely on."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from assistant.agenda.exports.json_tree import quotation_as_json
from assistant.domain.positions import Cell, Comparison, Contrast, Position, SpeakerBasis
from assistant.domain.reports import DocumentSummary
from assistant.positions import wording
from assistant.texts import Texts

Json = dict[str, Any]


def tree(comparison: Comparison, documents: Sequence[DocumentSummary], texts: Texts) -> Json:
    """Parties are told by their ids, also as the keys of ``cells``; ``names`` has what they are called."""
    known = {each.id: each for each in documents}
    ids = [party.id for party in comparison.stakeholders]
    return {
        "parties": ids,
        "names": {party.id: party.name for party in comparison.stakeholders},
        "themes": [
            {
                "id": theme.id,
                "title": wording.title(theme, texts),
                "cells": {id_: _cell(comparison.cell(id_, theme.id), known, texts) for id_ in ids},
                "contrasts": [_contrast(each, known, texts) for each in comparison.contrasts if each.theme == theme.id],
            }
            for theme in comparison.themes
        ],
    }


def _cell(cell: Cell, documents: wording.Documents, texts: Texts) -> Json:
    return {
        "state": cell.state.value,
        "statements": [_statement(each, documents, texts) for each in cell.positions],
        "mentions": [quotation_as_json(each) for each in cell.mentions],
    }


def _statement(position: Position, documents: wording.Documents, texts: Texts) -> Json:
    unsure = position.speaker.basis is SpeakerBasis.DOCUMENT
    return {
        "text": position.text,
        "document": position.quotation.document,
        "page": position.quotation.page,
        "speaker": wording.speaker(position, documents, texts) if unsure else position.speaker.name,
        "basis": position.speaker.basis.value,
        "kind": position.kind.value,
        "strength": position.strength,
        "lead_in": position.lead_in,
        "quote": position.quotation.text,
        "date": position.date,
    }


def _contrast(contrast: Contrast, documents: wording.Documents, texts: Texts) -> Json:
    return {
        "kind": contrast.kind.value,
        "statements": [_statement(each, documents, texts) for each in (contrast.one, contrast.other)],
    }
