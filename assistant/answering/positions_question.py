"""What of the parties' positions a question asks for: whose, on what subject, and in which form.

When unsure, nothing: the passages may still answer.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from enum import StrEnum

from assistant.answering.asking import Asks
from assistant.answering.positions_kinds import (
    Kinds,
    asks_for_namers,
    kinds_of_holders,
    kinds_of_stance,
    kinds_of_view,
    without_stance,
)
from assistant.answering.positions_sides import NamedSide, Side, SideFinder, apart, each_once
from assistant.answering.positions_subject import VERBS_MISSPELT, in_words, subject_of
from assistant.answering.understanding import Term, Understanding


class Form(StrEnum):
    """What kind of answer is asked for."""

    VIEWS = "views"  # what one side says
    COMPARE = "compare"  # two or more sides beside each other
    HOLDERS = "holders"  # which parties demand, support or reject something
    NAMERS = "namers"  # which parties and documents speak of something
    STANCES = "stances"  # what worries, conditions or advice there are on something, whoever says it


@dataclass(frozen=True, slots=True)
class PositionsQuestion:
    """``terms`` are the subject; none asks for all that a side says. ``kinds`` are those that holders and stances must
    have, and that a view shows first.

    ``views`` says that the question asks what somebody thinks or wants, in so many words; ``contrasts`` that it asks
    whether the sides differ or agree. ``subject`` is the subject in words. ``sure`` is False where a view only seems to
    be asked for, and ``alone`` True where only one side is known of those that are to be compared.
    """

    form: Form
    sides: tuple[Side, ...] = ()
    terms: tuple[Term, ...] = ()
    kinds: Kinds = ()
    views: bool = True
    contrasts: bool = False
    subject: str = ""
    sure: bool = True
    alone: bool = False


def asked_of_positions(question: Understanding, finder: SideFinder) -> PositionsQuestion | None:
    """Nothing for a question that is not of positions."""
    if question.language not in ("nl", "en") or question.steps or Asks.REASON in question.asks:
        return None
    earlier, own = map(_spelt, _parted(question))
    named = finder.named_in(own)
    if not earlier:
        return _asked(question, own, named)
    before = _asked(question, earlier, finder.named_in(earlier))
    return _followed(question, before, own, named) if before else None


def _spelt(text: str) -> str:
    """With the verbs that ask for a view ending as they should: 'vind', 'adviseerd'."""
    return _MISSPELT.sub(lambda match: VERBS_MISSPELT[match[0].casefold()], text)


def _asked(question: Understanding, text: str, named: Sequence[NamedSide]) -> PositionsQuestion | None:
    if _JOINTLY.search(text):
        return None
    everywhere, named = named, each_once(named)
    kinds = kinds_of_holders(text)
    form = Form.HOLDERS if kinds else Form.NAMERS if asks_for_namers(text) else None
    sides: tuple[Side, ...] = ()
    if not form and len(named) > 1 and (joined := _joined(text, named)):
        form, sides, kinds = Form.COMPARE, apart([each.side for each in joined]), kinds_of_view(text)
    elif not form and (view := _view(text, named) or _alone(text, named)):
        form, sides, kinds = Form.VIEWS, (view.side,), kinds_of_view(text)
    elif not form and (kinds := kinds_of_stance(text)):
        form = Form.STANCES
    if not form:
        return None
    guessed = form in (Form.VIEWS, Form.STANCES)
    sure = not guessed or _is_stance(text, named) or bool(_SETS_BESIDE.search(text))
    asks = without_stance(text) if form is Form.STANCES else text
    terms = subject_of(question, asks, [each for each in everywhere if _is_among(each.side, sides)])
    if not terms and (form in (Form.HOLDERS, Form.NAMERS) or not sure):
        return None
    if not sure and (_OTHERWISE & set(question.asks) or _WHO_FIRST.search(text)):
        return None
    return PositionsQuestion(
        form=form,
        sides=sides,
        terms=terms,
        kinds=kinds,
        views=bool(_VIEWS.search(text)),
        contrasts=bool(_CONTRASTS.search(text)),
        subject=in_words(terms, text),
        sure=sure,
        alone=form is Form.VIEWS and bool(_SETS_BESIDE.search(text)),
    )


_MISSPELT = re.compile(rf"\b(?:{'|'.join(VERBS_MISSPELT)})\b", re.IGNORECASE)
_OTHERWISE = {Asks.DEFINITION, Asks.TERM, Asks.NAME, Asks.NUMBER}  # facts that a document gives
_WHO_FIRST = re.compile(r"^\W*(?:\w+\s+)?(?:wie|who|welke\s+part\w+)\b", re.IGNORECASE)


def _is_among(side: Side, sides: Sequence[Side]) -> bool:
    return any(each.written == side.written or (side.parties and each.parties == side.parties) for each in sides)


def _parted(question: Understanding) -> tuple[str, str]:
    """What a follow-up leans on, and its own words."""
    own = " ".join(question.question.split())
    if not question.follow_up or not question.text.endswith(own):
        return "", question.text
    return question.text.removesuffix(own), own


def _followed(
    question: Understanding, before: PositionsQuestion, own: str, named: Sequence[NamedSide]
) -> PositionsQuestion | None:
    """The earlier question with the sides of the new one ('en de ministers?'), its subject ('en leerrechten?') or the
    deed of which it asks who does it ('en wie is daartegen?')."""
    terms = subject_of(question, own, named)
    kinds = () if named else kinds_of_holders(own)
    if kinds and (terms or before.terms):
        subject = in_words(terms, own) if terms else before.subject
        return replace(before, form=Form.HOLDERS, sides=(), kinds=kinds, terms=terms or before.terms, subject=subject)
    if not named and not terms:
        return None
    sides = apart([each.side for each in each_once(named)[:MOST_SIDES]]) if named else before.sides
    form = before.form
    if named:
        form = Form.COMPARE if len(sides) > 1 else Form.VIEWS
    return replace(
        before,
        form=form,
        sides=sides,
        terms=terms or before.terms,
        subject=in_words(terms, own) if terms else before.subject,
        contrasts=before.contrasts and len(sides) > 1,
    )


def asks_what_should_be(question: Understanding) -> bool:
    """Whether it asks what should or may be, without a party: 'mogen alleen publieke scholen …'."""
    return bool(_SHOULD.search(question.text))


_SHOULD = re.compile(
    r"^\W*(?:en\s+|and\s+)?(?:moet|moeten|mag|mogen|hoeft|hoeven|zou|zouden|klopt|denkt|denken|vindt|vinden|should|must|may)\b",
    re.IGNORECASE,
)


# --- whose

_AND = re.compile(r"\s*(?:,|/|&|(?:en|and|met|with|versus|vs|tegenover|of|or)\b)", re.IGNORECASE)
_JOINTLY = re.compile(r"\b(?:gezamenlijk|samen|jointly|together)\b", re.IGNORECASE)
_COMPARES = re.compile(
    r"\b(?:vergelijk\w*|compar\w+|verschil\w*|verschillen|differ\w*|overeenkomst\w*|oneens|eens|agree\w*|disagree\w*|"
    r"tegenover elkaar|naast elkaar|hun zin)\b",
    re.IGNORECASE,
)
_MOST_BETWEEN = 6  # words between two sides that are named in one breath


def _joined(text: str, named: Sequence[NamedSide]) -> tuple[NamedSide, ...]:
    """The sides that the question sets beside each other: joined by 'en', or any where it asks to compare."""
    between = _between(text, named)
    if between and any(pattern.search(text) for pattern in (_COMPARES, _VIEWS, _SAYS)):
        return between
    return tuple(named[:MOST_SIDES]) if _COMPARES.search(text) else ()


MOST_SIDES = 4


def _between(text: str, named: Sequence[NamedSide]) -> tuple[NamedSide, ...]:
    """The first sides that nothing parts but 'en' and a few words that belong to the next one."""
    for first in range(len(named) - 1):
        joined = [named[first]]
        for each in named[first + 1 :]:
            words = text[joined[-1].end : each.start]
            if not _AND.match(words) or len(words.split()) > _MOST_BETWEEN:
                break
            joined.append(each)
        if len(joined) > 1:
            return tuple(joined[:MOST_SIDES])
    return ()


# --- what of them

_VIEWS = re.compile(
    r"\b(?:vindt|vinden|vond|vonden|wil|willen|wilde|wenst|wensen|pleit|pleiten|pleitte|bepleit|bepleiten|eist|eisen|"
    r"vraagt|vragen|adviseert|adviseren|advies|aanbeveling(?:en)?|steunt|steunen|steun|verkent|verkennen|denkt|denken|"
    r"staat|staan|kijkt|kijken|standpunt(?:en)?|mening(?:en)?|opvatting(?:en)?|visie|positie(?:s)?|oordeel|oneens|eens|"
    r"tegen|voor|zorgen|want|wants?|demands?|thinks?|recommends?|calls?|argues?|opinions?|views?|position|stance|"
    r"supports?|opposes?|advise|advises|explores?|zin)\b",
    re.IGNORECASE,
)
_SAYS = re.compile(
    r"\b(?:zegt|zeggen|zei|schrijft|schrijven|stelt|stellen|volgens|meldt|says?|writes?|according)\b", re.IGNORECASE
)
_CONTRASTS = re.compile(
    r"\b(?:verschil\w*|differ\w*|overeenkomst\w*|oneens|eens|agree\w*|disagree\w*|zelfde|same)\b", re.IGNORECASE
)
_AUTHORS = r"(?:de\s+|the\s+)?(?:auteurs|schrijvers|opstellers|ondertekenaars|authors)\s+(?:van|of)\s+"
# A stance with the side as its subject: 'wat vindt UNL', 'waar pleit de MBO Raad voor', 'het standpunt van SBB'.
_ASKS_VIEW = re.compile(
    r"(?:\b(?:wat|waar|waarvoor|waarover|waartegen|hoe|welke?\s+\w+|what|how|which\s+\w+)\s+"
    r"(?:vindt|vinden|wil|willen|wenst|wensen|pleit|pleiten|bepleit|bepleiten|eist|eisen|vraagt|vragen|adviseert|adviseren|denkt|denken|steunt|steunen|"
    r"verkent|verkennen|kijkt|kijken|staat|staan|raadt|raden|verwacht|verwachten|belooft|beloven|hoopt|hopen|vreest|"
    r"vrezen|waarschuwt|waarschuwen|beoordeelt|beoordelen|does|do|did)"
    r"|\b(?:standpunt|mening|opvatting|visie|positie|oordeel|advies|wens|eis|pleidooi|pleidooien|standpunten|wensen|"
    r"eisen|adviezen|zorgen|bezwaren|bedenkingen|kritiek|twijfels|voorwaarden|ambities?|argumenten|aanbevelingen)\s+"
    r"(?:heeft|hebben|van|bij|stelt|stellen|geeft|geven|doet|doen|uit|uiten)"
    r"|\b(?:position|view|views|stance|opinion|demands|concerns|conditions|recommendations)\s+of"
    r"|\b(?:is|zijn|are)(?=\s+(?:de\s+|het\s+|the\s+)?$))"
    rf"\s+(?:{_AUTHORS})?(?:de\s+|het\s+|the\s+|een\s+)?$",
    re.IGNORECASE,
)
_ASKS_VIEW_BEHIND = re.compile(
    r"^\W*(?:pleit|pleiten|want|wants|demand|think|call|argue|advocate|recommend|advise|propose|say|voor\b|tegen\b|for\b|"
    r"against\b|in\s+favou?r)",
    re.IGNORECASE,
)
_OPENS_ENGLISH = re.compile(r"\b(?:does|do|did|is|are|zijn|is)\s+(?:de\s+|het\s+|the\s+)?$", re.IGNORECASE)


# Less surely so: 'vinden universiteiten dat', 'is UNL van plan', 'volgens de ministers'.
_MAY_ASK_VIEW = re.compile(
    r"(?:^\W*(?:vindt|vinden|wil|willen|denkt|denken|zijn|is)|\bvolgens|\baccording\s+to|"
    r"\b(?:vertrekpunt|plan(?:nen)?|voornemens?|ambities?)\s+(?:van|of))\s+(?:de\s+|het\s+|the\s+)?$",
    re.IGNORECASE,
)


def _view(text: str, named: Sequence[NamedSide]) -> NamedSide | None:
    """The side whose view is asked for: surely, or perhaps."""
    sure = next((each for each in named if _asks_for(text, each)), None)
    return sure or next((each for each in named if _may_ask_for(text, each)), None)


_PLANS = re.compile(r"^\s+(?:van\s+plan|voornemens)\b", re.IGNORECASE)


def _may_ask_for(text: str, named: NamedSide) -> bool:
    if named.side.is_document:
        return False
    return bool(_MAY_ASK_VIEW.search(text[: named.start]) or _PLANS.search(text[named.end :]))


_SETS_BESIDE = re.compile(r"^\W*(?:vergelijk|compare)\b", re.IGNORECASE)


def _alone(text: str, named: Sequence[NamedSide]) -> NamedSide | None:
    """The one side that is known, where several were to be compared: one is unknown, or it is the same."""
    return named[0] if named and _SETS_BESIDE.search(text) else None


def _is_stance(text: str, named: Sequence[NamedSide]) -> bool:
    return any(_asks_for(text, each) for each in named)


def _asks_for(text: str, named: NamedSide) -> bool:
    before, behind = text[: named.start], text[named.end :]
    if _OPENS_ENGLISH.search(before):
        return bool(_ASKS_VIEW_BEHIND.search(behind))
    return bool(_ASKS_VIEW.search(before))
