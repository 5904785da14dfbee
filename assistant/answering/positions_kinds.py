"""Which kinds of position a question asks for: by its verb ('wie pleit voor …'), or by the noun for what is said of a
subject ('de zorgen over …', 'welke voorwaarden …').
"""

from __future__ import annotations

import re

from assistant.domain.positions import PositionKind

Kinds = tuple[PositionKind, ...]

FOR: Kinds = (PositionKind.DEMAND, PositionKind.SUPPORT, PositionKind.WISH, PositionKind.ADVICE)
AGAINST: Kinds = (PositionKind.REJECTION,)
WORRIED: Kinds = (PositionKind.DOUBT, PositionKind.REJECTION)
ANY: Kinds = tuple(PositionKind)
_CONDITIONS: Kinds = (PositionKind.CONDITION, PositionKind.DEMAND)
_ADVISED: Kinds = (PositionKind.ADVICE,)
_PROMISED: Kinds = (PositionKind.PROMISE,)
_EXPLORED: Kinds = (PositionKind.EXPLORATION,)


# --- 'wie …', 'welke partijen …'

_PARTIES = r"(?:partij(?:en)?|organisaties?|koepels?|verenigingen|parties|party|organi[sz]ations?)"
_WHO = (
    r"(?<!met\s)(?<!door\s)(?<!van\s)(?<!voor\s)(?<!bij\s)(?<!aan\s)(?<!with\s)(?<!by\s)(?<!of\s)"
    rf"\b(?:wie|welke\s+{_PARTIES}|who|which\s+{_PARTIES})"
)
_THERE_ARE = rf"\b(?:zijn\s+er|are\s+there)\s+(?:ook\s+|any\s+)?{_PARTIES}\s+(?:die|that|who)\b.*"
_NO = r"\s+(?:er\s+)?(?:geen|niet|not?)\b"
_DEEDS: tuple[tuple[str, Kinds], ...] = (
    (
        rf"(?:is|zijn|are)\s+(?:er\s+)?(?:tegen|daartegen|ertegen|against)|(?:verzet|verzetten|keert|keren)\s+zich|wijst|wijzen|opposes?|"
        rf"rejects?|verwerpt|verwerpen|(?:wil|willen|wenst|wensen|steunt|steunen){_NO}|"
        r"(?:does|do)\s+not\s+(?:want|support)",
        AGAINST,
    ),
    (
        r"(?:heeft|hebben|has|have|uit|uiten|ziet|zien)\s+(?:die\s+|deze\s+|these\s+|those\s+|er\s+)?"
        r"(?:zorgen|twijfels?|bedenkingen|bezwaren|kritiek|risico['’]?s|problemen|concerns|doubts|objections|risks)|"
        r"twijfelt|twijfelen|doubts?|(?:maakt|maken)\s+zich\s+(?:er\s+)?zorgen|(?:is|zijn|are)\s+(?:er\s+)?(?:bezorgd|"
        r"kritisch|bang|concerned|worried|critical)|waarschuwt|waarschuwen|vreest|vrezen|warns?|fears?",
        WORRIED,
    ),
    (
        r"(?:stelt|stellen|sets?)\s+(?:er\s+)?(?:(?:als|een|de|as|a)\s+)*(?:voorwaarden?|eisen|conditions?)",
        _CONDITIONS,
    ),
    (
        r"(?:is|zijn|are)\s+(?:er\s+)?(?:voor|daarvoor|ervoor|for|in\s+favou?r)|pleit|pleiten|bepleit|bepleiten|wil|willen|wenst|"
        r"wensen|eist|eisen|steunt|steunen|vraagt|vragen|wants?|supports?|demands?|calls?|call|argues?",
        FOR,
    ),
    (r"(?:vindt|vinden)\b.*\b(?:belangrijk|nodig|noodzakelijk|wenselijk|essentieel)", FOR),
    (r"adviseert|adviseren|advises?|recommends?", _ADVISED),
    (r"verkent|verkennen|overweegt|overwegen|explores?|considers?", _EXPLORED),
    (r"belooft|beloven|promises?", _PROMISED),
    (
        r"(?:vindt|vinden|meent|menen|denkt|denken|zegt|zeggen|stelt|stellen|thinks?|says?|believes?)\s+(?:er\s+)?(?:dat|that)",
        ANY,
    ),
)
_HOLDERS = tuple(
    (re.compile(rf"{_WHO}\s+(?:{words})\b|{_THERE_ARE}\b(?:{words})\b", re.IGNORECASE), kinds)
    for words, kinds in _DEEDS
)
_NAMERS = re.compile(
    rf"{_WHO}\s+(?:noem(?:t|en)|vermeld(?:t|en)|sprek(?:en|t)|spreekt|zeg(?:t|gen)\s+iets|schrij(?:ft|ven)|"
    r"mentions?|talks?|speaks?|writes?)\b",
    re.IGNORECASE,
)


def kinds_of_holders(text: str) -> Kinds:
    """The kinds that a party must have said something of, to be one of whom the question asks; none for others."""
    return next((kinds for pattern, kinds in _HOLDERS if pattern.search(text)), ())


def asks_for_namers(text: str) -> bool:
    """Whether it asks who speaks of something, for or against."""
    return bool(_NAMERS.search(text))


# --- 'de zorgen over …', 'wat wordt geadviseerd over …'

_STANCES: tuple[tuple[re.Pattern[str], Kinds], ...] = tuple(
    (re.compile(rf"\b(?:{words})\b", re.IGNORECASE), kinds)
    for words, kinds in (
        (
            r"(?:de|die|deze|welke|hun|geen|veel|grote|grootste|er|zich)\s+zorgen|zorgen(?=\s+(?:over|om|bij|van)\b|\W*$)|bezorgd|bezwaar|bezwaren|bedenking(?:en)?|kritiek|kritiekpunten|twijfels?|"
            r"kanttekening(?:en)?|risico['’]?s|nadelen|tegenargumenten|argumenten\s+tegen|tegenstanders|klachten|klagen|"
            r"knelpunt(?:en)?|belemmering(?:en)?|obstakels?|werkt\s+(?:er\s+)?niet|(?:gaat|loopt|ging)\s+(?:er\s+)?mis|"
            r"misgaat|tekortkoming(?:en)?|concerns?|objections?|criticisms?|doubts|worries|risks|drawbacks|obstacles|"
            r"bottlenecks|arguments\s+against|does\s+not\s+work|goes\s+wrong",
            WORRIED,
        ),
        (
            r"(?:rand)?voorwaarden?|eisen(?!\s+dat)|vereisten?|(?:pre)?conditions?|requirements?",
            _CONDITIONS,
        ),
        (
            r"advie(?:s|zen)|geadviseerd|adviseren|aanbeveling(?:en)?|aanbevolen|aangeraden|voorgesteld|voorstel(?:len)?|"
            r"advice|advised|recommend(?:ed|ations?)|proposed|proposals?",
            _ADVISED,
        ),
        (r"toegezegd|toezegging(?:en)?|beloofd|belofte[ns]?|promised?|promises|commitments?", _PROMISED),
        (
            r"pleidooi(?:en)?|gepleit|bepleit|geëist|gewenst|wens(?:en)?|steun|draagvlak|voorstanders?|"
            r"argumenten\s+voor|werkt\s+(?:er\s+)?(?:wel|goed)|demanded|called\s+for|wishes|support\s+for|arguments\s+for",
            FOR,
        ),
    )
)


def kinds_of_stance(text: str) -> Kinds:
    """The kinds that the question has a noun for, whoever says it; none where it has no such noun."""
    return next((kinds for pattern, kinds in _STANCES if pattern.search(text)), ())


def without_stance(text: str) -> str:
    """The question without the noun for what is said."""
    return next((pattern.sub(" ", text) for pattern, _ in _STANCES if pattern.search(text)), text)


# --- 'wat adviseert UNL …'

_VERBS: tuple[tuple[re.Pattern[str], Kinds], ...] = tuple(
    (re.compile(rf"\b(?:{words})\b", re.IGNORECASE), kinds)
    for words, kinds in (
        (r"advise\w+|raadt|raden|recommends?", _ADVISED),
        (r"belooft|beloven|zegt\b.*\btoe|zeggen\b.*\btoe|promises?", _PROMISED),
        (
            r"verkent|verkennen|overweegt|overwegen|onderzoekt|onderzoeken|nagaan|gaat\b.*\bna|explores?|considers?",
            _EXPLORED,
        ),
        (r"tegen|waarschuwt|waarschuwen|vreest|vrezen|kritisch|opposes?|rejects?|against|warns?|fears?", WORRIED),
        (r"pleit|pleiten|bepleit|bepleiten|eist|eisen|demands?|calls?", FOR),
    )
)


def kinds_of_view(text: str) -> Kinds:
    """The kinds that are asked of one side first of all; none where all that it says is asked."""
    return next((kinds for pattern, kinds in _VERBS if pattern.search(text)), ()) or kinds_of_stance(text)
