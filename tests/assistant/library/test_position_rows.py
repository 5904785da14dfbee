"""Positions as rows: what comes back is what went in, also from rows that an older program wrote."""

from __future__ import annotations

from dataclasses import replace

from assistant.domain.agenda import Quotation
from assistant.domain.positions import Position, PositionKind, Speaker, SpeakerBasis, Views
from assistant.library.position_rows import views_of, views_values

POSITION = Position(
    id="stuk:p2.10",
    text="Private opleiders hebben op dit punt zorgen.",
    speaker=Speaker(("private-opleiders",), "Private opleiders", SpeakerBasis.REPORTED),
    kind=PositionKind.DOUBT,
    strength=2,
    themes=("publiek-privaat",),
    quotation=Quotation("stuk", 2, "Private opleiders hebben op dit punt zorgen."),
    start=10,
    end=54,
    date="2024",
    context="Speelveld Het speelveld blijft gelijk.",
)
VIEWS = Views("stuk", "v1", (POSITION,))


def test_what_comes_back_equals_what_went_in() -> None:
    assert views_of("stuk", "v1", views_values(VIEWS)) == VIEWS


def test_a_row_without_a_context_is_one_of_before_there_was_any() -> None:
    speakers, [row], namings, named = views_values(VIEWS)
    assert views_of("stuk", "v1", [speakers, [row[:-1]], namings, named]).positions == (replace(POSITION, context=""),)
