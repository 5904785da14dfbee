"""Whether a question is for the register of agendas, and what kind of answer it asks for."""

from __future__ import annotations

import re
from collections.abc import Sequence
from enum import StrEnum

from assistant.answering.agenda_dates import Timing
from assistant.answering.agenda_parties import Party
from assistant.answering.agenda_subject import ACTION
from assistant.answering.agenda_windows import Edge
from assistant.answering.asking import Asks
from assistant.answering.understanding import Understanding


class Form(StrEnum):
    """What kind of answer is asked for."""

    ROWS = "rows"  # all actions that fit
    ROW = "row"  # the one that is described
    STEP_OF = "step_of"  # the step of what is described
    STEPS = "steps"  # the steps themselves
    MOST = "most"  # the party, or the step, with most actions
    LEAST = "least"
    MEMBERS = "members"  # who a group is


# 'Maatregelen' and 'activiteiten' are those of an agenda where they are asked for, not where they are mentioned.
_NAMED_ACTIONS = re.compile(
    rf"\b(?:acties?|actiepunt(?:en)?|actions?)\b|\b(?:welke?|hoeveel|alle|noem|geef|toon|overzicht|lijst|which|what|all|list)"
    rf"\s+(?:[\w-]+\s+){{0,2}}(?:{ACTION})\b|^(?:{ACTION})\b",
    re.IGNORECASE,
)
_IDENTITY = re.compile(
    r"\b(?:wie\s+zijn|who\s+are)\b(?!.*\b(?:betrokken|verantwoordelijk\w*|bezig|aan\s+zet|trekkers?|actiehouders?|eigenaren|deelnemers|uitvoerders|leden|involved|"
    r"responsible|members|working)\b)",
    re.IGNORECASE,
)
_AGENDA = re.compile(r"\b(?:\w*agenda|actieplan|actieprogramma|action\s+plan)\b", re.IGNORECASE)
_STEPS = re.compile(r"\b(?:stappen|lijnen|actielijnen|steps)\b", re.IGNORECASE)
COUNTS = re.compile(r"\b(?:hoeveel|aantal|how\s+many|number\s+of)\b", re.IGNORECASE)
_MOST = re.compile(rf"\b(?:de\s+)?(?:meeste|most)\s+(?:{ACTION})\b|\bvaakst\s+(?:genoemd|betrokken)\b", re.IGNORECASE)
_INVOLVING = (
    r"\b(?:betrokken|involved|mee|meedoen|meewerk\w*|deelneem\w*|neemt\s+deel|nemen\s+deel|aan\s+zet|verantwoordelijk|"
    r"responsible|trek(?:t|ken|kers?)|heeft|hebben|has|have|doet|doen|does|do|raken|raakt|affects?|concerns?|taken|rol|"
    r"uitvoer\w*|voert|oppak\w*|pakt)\b"
)
INVOLVES = re.compile(_INVOLVING, re.IGNORECASE)
_LEAST = re.compile(rf"\b(?:de\s+)?(?:minste|fewest|least)\s+(?:{ACTION})\b", re.IGNORECASE)
OF_STEPS = re.compile(r"\b(?:stap|lijn|actielijn|onderdeel|step|line)\b", re.IGNORECASE)
_WHO = (
    r"partij(?:en)?|organisaties?|instanties?|instellingen|ministeries?|actiehouders?|eigenaren|eigenaars|trekkers|"
    r"uitvoerders|parties|organi[sz]ations|owners"
)
OWNERS = re.compile(
    rf"\b(?:welke|hoeveel|alle|elke|noem|geef|toon|lijst|overzicht|aantal|which|how\s+many|what|all|list)\s+"
    rf"(?:(?:de|van|alle|verschillende|andere|of|the|different)\s+){{0,2}}(?:{_WHO})\b",
    re.IGNORECASE,
)
_GROUPED = re.compile(
    r"\b(?:wie|wat|welke|who|which|what)\b.*\b(?:(?:val(?:len|t)|schuil(?:t|en))\b.*\bonder|(?:behor|hor)en\b.*\b(?:tot|bij)|"
    r"(?:behoort|hoort)\b.*\b(?:tot|bij)|bedoeld?\b.*\bmet|met\b.*\bbedoeld|belongs?\s+to|part\s+of|meant\s+by)\b",
    re.IGNORECASE,
)
_PARTY_FIRST = re.compile(
    r"^(?:en\s+|and\s+)?(?:is|zijn|doe[nt]|doet|zit(?:ten)?|werk(?:t|en)|neem(?:t|en)|hoort|horen|hee?ft|hebben|speel(?:t|en)|"
    r"moet(?:en)?|help(?:t|en)|does|do|are|has|have|must)\b",
    re.IGNORECASE,
)
_PARTAKES = re.compile(
    rf"{_INVOLVING}|\b(?:zit|zitten|werkt|werken|hoort|horen|speelt|spelen|helpt|iets|part|role)\b", re.IGNORECASE
)
_STEP_OF = re.compile(
    r"\b(?:(?:bij|onder|in|tot|van|uit|aan)\s+)?(?:welke?|which|what)\s+(?:stap|onderdeel|lijn|actielijn|step|line)\b",
    re.IGNORECASE,
)
_LISTS = re.compile(
    rf"\b(?:{ACTION})\b|\b(?:overzicht|lijst)\b|\b(?:wat|welke?|what|which|waar|waaraan|alle|all)\b", re.IGNORECASE
)
OF = re.compile(r"\b(?:van|of|by)\b(?!.*\b(?:over|about)\b)", re.IGNORECASE)
_MEMBERS = re.compile(
    r"\b(?:leden|deelnemers|uitvoerders|trekkers|actiehouders?|eigena(?:ar|ren|ars)|members|participants|owners?|"
    r"welke\s+(?:partij|organisatie|instantie|instelling|ministerie))\b",
    re.IGNORECASE,
)
_SOUGHT = re.compile(rf"{_MEMBERS.pattern}|\b(?:begin|start|eind)datum\b|\b(?:start|end)\s+date\b", re.IGNORECASE)
NEGATION = re.compile(r"\b(?:niet|geen|zonder|behalve|not|without|except|nooit|never)\b|n['’]t\b", re.IGNORECASE)
TOGETHER = re.compile(
    r"\b(?:samen|gemeen(?:schappelijk)?|gezamenlijk|beiden?|allebei|zowel|together|both|én)\b", re.IGNORECASE
)


def asks_for_views(question: Understanding) -> bool:
    """Whether a question is about what somebody thinks or wants, which no row says."""
    return bool(_VIEWS.search(question.text))


def _asks_for_names(question: Understanding) -> bool:
    """Whether it asks what words mean, or who somebody is, other than who acts."""
    if _IDENTITY.search(question.text):
        return True
    return Asks.DEFINITION in question.asks or (Asks.NAME in question.asks and not _MEMBERS.search(question.text))


_VIEWS = re.compile(
    r"\b(?:(?:is|was|zijn|waren)\s+(?:(?:er\s+)?tegen|voor|against|for)|vindt|vinden|wil|willen|wenst|wensen|standpunt(?:en)?|mening|pleit(?:en|ten)?|bepleit(?:en)?|eist?|eisen|"
    r"adviseert|adviseren|advies|aanbeveling(?:en)?|wants?|demands?|recommends?|thinks?|opinion|views?)\b",
    re.IGNORECASE,
)


def is_of_other_things(question: Understanding) -> bool:
    """A sum, a share, a view or a meaning is no business of the register, unless it is of its actions and steps."""
    of_register = bool(
        question.steps
        or _NAMED_ACTIONS.search(question.text)
        or _STEPS.search(question.text)
        or _STEP_OF.search(question.text)
    )
    counted = (of_register or _AGENDA.search(question.text)) and COUNTS.search(question.text)
    if Asks.NUMBER in question.asks and not counted:
        return True
    if not of_register and (
        asks_for_views(question) or (_asks_for_names(question) and not _GROUPED.search(question.text))
    ):
        return True
    return question.asks == (Asks.REASON,)


def form_of(question: Understanding, speaks: bool, timing: Timing, parties: Sequence[Party]) -> Form | None:
    return _of_whole(question, parties) or _of_actions(question, speaks, timing, parties)


def _of_whole(question: Understanding, parties: Sequence[Party]) -> Form | None:
    """What is asked of all actions or of a step."""
    text = question.text
    if _MOST.search(text):
        return Form.MOST
    if _LEAST.search(text):
        return Form.LEAST
    if question.steps:
        return Form.ROWS
    if _STEPS.search(text) and (COUNTS.search(text) or Asks.LIST in question.asks or parties):
        return Form.STEPS
    return Form.STEP_OF if _STEP_OF.search(text) else None


def _of_actions(question: Understanding, speaks: bool, timing: Timing, parties: Sequence[Party]) -> Form | None:
    text = question.text
    if asks_who_a_group_is(text, parties):
        return Form.MEMBERS
    if _GROUPED.search(text) and _asks_for_names(question) and not _NAMED_ACTIONS.search(text):
        return None
    if asks_of_party(text, parties):
        return Form.ROW
    owner_or_term = bool({Asks.OWNER, Asks.TERM} & set(question.asks)) or bool(_SOUGHT.search(text))
    if _NAMED_ACTIONS.search(text) and (_LISTS.search(text) or parties):
        return Form.ROWS
    if parties and INVOLVES.search(text) and _LISTS.search(text) and (speaks or timing.window or not owner_or_term):
        bare = re.search(r"\bwat\s+(?:doet|doen)\b|\bwhat\s+does?\b", text, re.IGNORECASE)
        return Form.ROWS if speaks or timing.window or not bare else None
    if _lists(question, timing, speaks):
        return Form.ROWS
    return Form.ROW if owner_or_term or asks_whether(text, timing) else None


def _lists(question: Understanding, timing: Timing, speaks: bool) -> bool:
    text = question.text
    if _INVOLVED_IN.search(text) or (speaks and OWNERS.search(text)):
        return True
    if Asks.OWNER in question.asks:
        return False
    return _asks_by_time(text, timing, speaks) or bool(speaks and (_LISTED.search(text) or COUNTS.search(text)))


def asks_who_a_group_is(text: str, parties: Sequence[Party]) -> bool:
    """'Wie vallen er onder de sectorverenigingen'."""
    return len(parties) == 1 and bool(_GROUPED.search(text)) and not _NAMED_ACTIONS.search(text)


def asks_of_party(text: str, parties: Sequence[Party]) -> bool:
    """Whether a party is in an action, which is described: 'is SBB betrokken bij het offensief'."""
    return bool(parties and _PARTY_FIRST.search(text) and _PARTAKES.search(text)) and not _NAMED_ACTIONS.search(text)


def asks_whether(text: str, timing: Timing) -> bool:
    """Whether it asks where an action stands, or whether its term holds a date."""
    return asks_standing(text) or bool(timing.window and _RUNS_FIRST.search(text))


def asks_standing(text: str) -> bool:
    """Whether it asks if something has begun or ended, or still runs."""
    return bool(_WHETHER.search(text))


_LISTED = re.compile(r"^(?:noem|geef|toon|lijst|list|give|show)\b", re.IGNORECASE)
_RUNS_FIRST = re.compile(
    r"^(?:en\s+|and\s+)?(?:loopt|lopen|liep|liepen|eindigt|eindigen|begint|beginnen|start|starten|duurt|duren|is|zijn|was|"
    r"waren|does|do|did|is|are|will)\b",
    re.IGNORECASE,
)
# 'is het offensief al afgelopen', 'loopt de pilot nog'
_WHETHER = re.compile(
    r"^(?:en\s+|and\s+)?(?:is|zijn|loopt|lopen|are|has|have|does)\b.*\b(?:afgelopen|klaar|afgerond|begonnen|gestart|nog|"
    r"voorbij|bezig|finished|ended|started|running|over(?=\W*$)|done)\b"
    r"|\b(?:stand|status|voortgang|state|progress)\s+(?:van|of)\b|^(?:en\s+)?hoe\s+(?:staat\s+het|ver\s+(?:is|zijn))\b",
    re.IGNORECASE,
)
_INVOLVED_IN = re.compile(
    r"\bwaar(?:aan|bij)?\b.*\b(?:betrokken|mee|deel|aan\s+zet)\b|\bwaaraan\s+werk(?:t|en)\b|\bwhat\b.*\binvolved\s+in\b",
    re.IGNORECASE,
)
_BY_TIME = re.compile(r"^(?:en\s+|and\s+)?(?:wat|welke|what|which)\b", re.IGNORECASE)


def _asks_by_time(text: str, timing: Timing, speaks: bool) -> bool:
    if not (_BY_TIME.search(text) and (timing.window or timing.standings)):
        return False
    return (
        speaks
        or not timing.window
        or timing.window.running
        or timing.window.planned
        or timing.window.edge is not Edge.ANY_DAY
    )


# The word behind 'wie', 'wanneer' and their auxiliaries, and the last word of the question.
_AUXILIARY = r"(?:is|zijn|was|waren|wordt|worden|werd|werden|heeft|hebben|kan|kunnen|moet|moeten|gaat|gaan|zal|zullen)"
DEEDS = re.compile(
    rf"\b(?:wie|wanneer|waarin|who|whom|when)\s+(?:{_AUXILIARY}\s+)?([^\W\d_]+)|([^\W\d_]+)\W*$", re.IGNORECASE
)


def asks_for_list(question: Understanding) -> bool:
    """Whether it asks for the actions, or the parties of a step, that meet some condition."""
    text = question.text
    return bool(_FOR_ACTIONS.search(text) or (question.steps and _FOR_PARTIES.search(text)))


_FOR_ACTIONS = re.compile(
    rf"^(?:en\s+|and\s+)?(?:(?:bij|aan|in|voor|van)\s+)?(?:welke?|hoeveel|noem|geef|toon|which|how\s+many|list)\s+(?:[\w-]+\s+){{0,2}}"
    rf"(?:{ACTION})\b",
    re.IGNORECASE,
)
_FOR_PARTIES = re.compile(rf"^(?:wie|who|(?:welke|which)\s+(?:{_WHO}))\b", re.IGNORECASE)


def speaks(text: str) -> bool:
    """Whether it speaks of actions or of an agenda."""
    return any(pattern.search(text) for pattern in (_NAMED_ACTIONS, _AGENDA, _INVOLVED_IN))


_DENIED = re.compile(r"\b(?:niet|not)\s+(?:van|bij|by|of)\b", re.IGNORECASE)


def denies_part(text: str) -> bool:
    """Whether what it denies is that somebody has part in an action."""
    return bool(re.search(r"\b(?:niet|not)\b|n['’]t\b", text, re.IGNORECASE)) and bool(
        INVOLVES.search(text) or _DENIED.search(text)
    )
