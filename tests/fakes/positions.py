"""Positions of four parties on three themes, of which two contradict each other, and one party that is only named."""

from __future__ import annotations

from collections.abc import Sequence

from assistant.domain.agenda import Quotation
from assistant.domain.positions import Comparison, Naming, Position, PositionKind, Speaker, SpeakerBasis, Theme
from assistant.positions.choosing import chosen_party, chosen_theme, chosen_themes, compared_parties
from assistant.positions.comparing import compared, newest, ranked
from ingest.stakeholders import StakeholderRegister
from tests.fakes.agenda import STAKEHOLDERS

THEMES = (
    Theme("bekostiging", "Bekostiging en leerrechten", ("bekostiging", "leerrechten", "funding"), (2,)),
    Theme("microcredentials", "Microcredentials en certificaten", ("microcredential", "certificaat"), (4,)),
    Theme("wettelijke-taak", "Wettelijke taak", ("wettelijke taak", "statutory task"), (2,)),
)
PAPER, LETTER, BUNDLE = "positie-unl", "kst-30012-157", "werkverslag"
DATES = {PAPER: "2023", LETTER: "2023", BUNDLE: "2025-06"}
UNL = Speaker(("unl",), "Universiteiten van Nederland", SpeakerBasis.PUBLISHER)
MBO_RAAD = Speaker(("mbo-raad",), "MBO Raad", SpeakerBasis.REPORTED)
MINISTER = Speaker(("ocw",), "De minister", SpeakerBasis.SIGNATORY)
SECTION = Speaker((), "Werkgroep bekostiging", SpeakerBasis.SECTION)
UNSURE = Speaker(("sbb",), "Werkverslag", SpeakerBasis.DOCUMENT)


def position(
    text: str,
    speaker: Speaker,
    kind: PositionKind,
    themes: Sequence[str],
    place: tuple[str, int, int],
    strength: int = 2,
    lead_in: str = "",
) -> Position:
    """``place`` is the document, the page and where the sentence begins there."""
    document, page, start = place
    quotation = Quotation(document, page, f"{lead_in} {text}".strip())
    return Position(
        id=f"{document}:p{page}.{start}",
        text=text,
        speaker=speaker,
        kind=kind,
        strength=strength,
        themes=tuple(themes),
        quotation=quotation,
        start=start,
        end=start + len(text),
        lead_in=lead_in,
        date=DATES.get(document, ""),
    )


RECOGNITION = position(
    "erkenning van post-initieel onderwijs als wettelijke taak, met bekostiging.",
    *(UNL, PositionKind.DEMAND, ("wettelijke-taak", "bekostiging"), (PAPER, 4, 60)),
    strength=3,
    lead_in="Daarom pleit UNL voor:",
)
FUNDING = position(
    "UNL wil bekostiging van kleine modules voor alle werkenden.",
    *(UNL, PositionKind.WISH, ("bekostiging",), (PAPER, 2, 0)),
)
AGAINST = position(
    "De MBO Raad is tegen bekostiging van kleine modules voor werkenden.",
    *(MBO_RAAD, PositionKind.REJECTION, ("bekostiging",), (BUNDLE, 1, 0)),
    strength=3,
)
EXPLORED = position(
    "We verkennen of de wettelijke taak voor een leven lang ontwikkelen kan worden verbreed.",
    *(MINISTER, PositionKind.EXPLORATION, ("wettelijke-taak",), (LETTER, 1, 0)),
    strength=1,
)
SKETCHED = position(
    "Een microcredential moet bij elke opleider hetzelfde betekenen.",
    *(UNSURE, PositionKind.DEMAND, ("microcredentials",), (BUNDLE, 1, 120)),
)
ADVISED = position(
    "De werkgroep adviseert een landelijk fonds voor leerrechten.",
    *(SECTION, PositionKind.ADVICE, ("bekostiging",), (BUNDLE, 1, 240)),
)
POSITIONS = ranked((RECOGNITION, FUNDING, AGAINST, EXPLORED, SKETCHED, ADVISED))
NAMINGS = newest(
    (
        Naming(
            ("duo", "ocw"),
            ("microcredentials",),
            Quotation(LETTER, 2, "OCW en DUO nemen deel aan de werkgroep microcredentials."),
            "2023",
        ),
    )
)
_PARTIES = StakeholderRegister(STAKEHOLDERS)


def positions(stakeholder: str = "", theme: str = "") -> tuple[Position, ...]:
    party = chosen_party(stakeholder, _PARTIES).id if stakeholder else ""
    wanted = chosen_theme(theme, THEMES).id if theme else ""
    return tuple(
        each
        for each in POSITIONS
        if (not party or party in each.speaker.stakeholders) and (not wanted or wanted in each.themes)
    )


def compare(stakeholders: Sequence[str], themes: Sequence[str] = ()) -> Comparison:
    return compared(compared_parties(stakeholders, _PARTIES), chosen_themes(themes, THEMES), POSITIONS, NAMINGS)
