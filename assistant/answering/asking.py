"""What kind of answer a question asks for, by its words."""

from __future__ import annotations

import re
from collections.abc import Sequence
from enum import StrEnum

from assistant.answering.numerals import CARDINALS
from assistant.index.analyzer import fold


class Asks(StrEnum):
    """What an answer must hold; the order is that of preference when a question asks for more."""

    OWNER = "owner"
    TERM = "term"
    DEFINITION = "definition"
    NUMBER = "number"
    REASON = "reason"
    STEP = "step"
    LIST = "list"
    NAME = "name"
    POSITION = "position"
    OPEN = "open"


_ASKS: tuple[tuple[Asks, re.Pattern[str]], ...] = (
    (
        Asks.OWNER,
        re.compile(
            r"\b(wie|trekker|actiehouder|verantwoordelijke?|betrokkenen?|partijen|eigenaar|door wie|met wie|"
            r"werkgroepleden|welke (?:organisaties|instanties|ministeries|departementen|clubs|spelers)|"
            r"who|whom|responsible|owner|parties|which organi[sz]ations|wat is de rol van)\b",
            re.IGNORECASE,
        ),
    ),
    (
        Asks.TERM,
        re.compile(
            r"\b(wanneer|planning|gepland|termijn|deadline|looptijd|periode|tot wanneer|in welke? ja(?:ar|ren)|"
            r"welk jaar(?:tal)?|wat is het tijdpad|hoe lang|hoelang|vanaf wanneer|tijdstip|welke datum|when|timeline|"
            r"by what date|which years?|what years?|how long|duration|period|schedule[d]?)\b",
            re.IGNORECASE,
        ),
    ),
    (
        Asks.DEFINITION,
        re.compile(
            r"\b(wat (?:betekent|is(?: precies)? (?:een|het verschil|de definitie|het begrip)|houdt|verstaa[tn]|"
            r"wordt (?:er )?(?:bedoeld|verstaan))|betekenis|definitie|definieer|omschrij(?:f|ft|ving)|"
            r"bedoel(?:d|t|en)|begrip|what does .{1,60} mean|what is meant|meaning|definition|define[ds]?|"
            r"what is an?)\b",
            re.IGNORECASE,
        ),
    ),
    (
        Asks.NUMBER,
        re.compile(
            r"\b(hoeveel|hoe vaak|hoe groot|hoe hoog|hoe veel|percentage|procent|aantal|bedrag|aandeel|budget|"
            r"kost(?:te|ten|en)?|vanaf welke leeftijd|hoe oud|wat is de (?:prijs|leeftijd)|"
            r"how (?:many|much|large|big|high|old|often)|what (?:share|percentage|amount|age|number)|percent|"
            r"what does .{1,60} (?:cost|charge))\b|%|€",
            re.IGNORECASE,
        ),
    ),
    (
        Asks.REASON,
        re.compile(
            r"\b(waarom|waardoor|reden(?:en)?|oorza(?:ak|ken)|aanleiding|verklaring|hoe komt het|om welke reden|"
            r"hoe kan het|(?:gedachte|idee|redenering|logica) (?:achter|bij)|ten grondslag|"
            r"wat (?:zit|zat|steekt) (?:er )?achter|why|reasons?|causes?|how come)\b",
            re.IGNORECASE,
        ),
    ),
    (
        Asks.STEP,
        re.compile(
            r"\b(stap(?:pen)?|actie(?:s|punten)?|maatregel(?:en)?|onderdeel \d|welk onderdeel|steps?|actions?)\b",
            re.IGNORECASE,
        ),
    ),
    (
        Asks.LIST,
        re.compile(
            r"\b(welke|noem|opsomming|lijst|overzicht|wat zijn (?:de)?|wat allemaal|which|list|name the|what are)\b",
            re.IGNORECASE,
        ),
    ),
    (
        Asks.NAME,
        re.compile(
            r"\b(hoe (?:heet|heten|heetten|heette)|naam|namen|van wie|welke? (?:persoon|organisatie|instelling|"
            r"hoogleraar|minister|bewindslieden|bewindspersonen|bedrijf|wet|model|term|begrip|universiteit|hogeschool|"
            r"partij|instantie)|name of|which (?:person|body|organisation|institution|university|minister))\b",
            re.IGNORECASE,
        ),
    ),
    (
        Asks.POSITION,
        re.compile(
            r"\b(vindt|vinden|standpunt(?:en)?|mening|pleit(?:en|ten)?|bepleit(?:en)?|wil|willen|wensen?|eisen|zorgen|"
            r"advies|adviseert|adviseren|aanbeveling(?:en)?|position|demands?|wants?|advice|recommend\w*|view|concerns?)\b",
            re.IGNORECASE,
        ),
    ),
)


def asked_for(text: str) -> tuple[Asks, ...]:
    found = tuple(asks for asks, pattern in _ASKS if pattern.search(text))
    return found or (Asks.OPEN,)


_COUNT = re.compile(
    r"\b(?:welke|noem(?: de)?|wat zijn de|which|name(?: the)?|what(?: are the)?)\s+"
    rf"(\d{{1,2}}|{'|'.join(CARDINALS)})\s+\w",
    re.IGNORECASE,
)


def count_of(text: str) -> int:
    """How many things a question asks for ('welke drie punten'); 0 where it does not say, or asks for one."""
    match = _COUNT.search(fold(text))
    number = match[1] if match else "0"
    count = int(number) if number.isdigit() else CARDINALS[number]
    return count if count > 1 else 0


# Words that ask, by what they ask for: they say what kind of words the answer has, not which words stand near it.
_ASKING: dict[Asks, frozenset[str]] = {
    asks: frozenset(text.split())
    for asks, text in {
        Asks.OWNER: "verantwoordelijk verantwoordelijke betrokken betrokkenen trekker actiehouder responsible owner",
        Asks.TERM: "gepland planning periode termijn deadline looptijd jaar jaren jaartal tijdpad datum duur timeline "
        "year years date period duration scheduled long lang doorlopen doorloopt duurt duren blijft blijven",
        Asks.DEFINITION: "betekent betekenis definitie omschrijft omschrijving omschreven verstaan verstaat bedoeld "
        "bedoelt bedoelen begrip term houdt uitleg precies mean means meaning meant definition define defined",
        Asks.REASON: "reden redenen oorzaak oorzaken komt gedachte idee redenering logica achter reason "
        "reasons cause causes",
        Asks.LIST: "lijst overzicht opsomming noem list name",
        Asks.NAME: "naam namen heet heette heten heetten called",
        Asks.STEP: "stap stappen step steps actie acties actiepunten maatregel maatregelen action actions",
    }.items()
}
# Words that stand in any question and any text.
_PALE = frozenset(
    """
    precies vooral eigenlijk nu nog al straks mensen men iets iemand alles allemaal andere ander eerste twee drie staan
    staat doen doet gaan krijgen krijgt maken maakt geven geeft nemen neemt zien ziet zeggen zegt noemt noemen genoemd
    weten weet vinden vindt komen komt laten houden houdt zetten volgens ieder iedere elk elke eigen nieuw nieuwe veel
    weinig meer minder zo'n one soort soorten manier zaken ding dingen stuk document documenten tekst brief pagina graag
    bestaat bestaan gebeurt gebeuren moest mag mogen according say says said document documents text given give take
    make get go new main kind
    """.split()  # noqa: SIM905  (a hundred quoted words would be harder to read)
)


def is_pale(token: str, asks: Sequence[Asks]) -> bool:
    return token in _PALE or any(token in _ASKING.get(each, ()) for each in asks)
