"""The words of titles and sentences that say what the items of a list below them do."""

from __future__ import annotations

from assistant.domain.positions import PositionKind
from ingest.stance_words import words

LEAD_INS = (
    (
        PositionKind.DOUBT,
        words(
            r"wat werkt (?:er )?(?:echt )?(?:nog )?niet",
            r"die (?:nog )?niet werken",
            r"knelpunten",
            r"zorgen",
            r"belemmeringen",
        ),
    ),
    (PositionKind.SUPPORT, words(r"wat werkt(?: er)?(?: wel)?", r"die (?:wel |goed )?werken")),
    (PositionKind.ADVICE, words(r"advie(?:s|zen)", r"aanbeveling(?:en)?", r"recommendations?")),
    (
        PositionKind.DEMAND,
        words(
            r"waar pleiten we voor",
            r"pleidooi(?:en)?",
            r"onze eisen",
            r"wat (?:wij|we) vragen",
            r"wat (?:er )?nodig is",
        ),
    ),
    (PositionKind.REJECTION, words(r"waar (?:wij|we) tegen zijn", r"wat (?:wij|we) niet willen")),
    (PositionKind.CONDITION, words(r"(?:onze|de|onder) (?:rand)?voorwaarden")),
    (
        PositionKind.PROMISE,
        words(
            r"(?:de volgende|onze|drie|vier|vijf) (?:acties|maatregelen|toezeggingen)", r"wat (?:wij|we) (?:gaan )?doen"
        ),
    ),
    (PositionKind.WISH, words(r"ambities", r"wensen", r"waar streven we naar")),
)
