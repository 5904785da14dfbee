"""What an answer must show to be one: a sum for 'hoeveel euro', an address for 'op welk e-mailadres'.

A passage on the right subject that shows nothing of the kind does not answer such a question.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from assistant.answering.asking import Asks
from assistant.answering.matching import WeighedTerm, coverage, found
from assistant.answering.numerals import CARDINALS
from assistant.answering.reranking import analysed
from assistant.answering.understanding import Understanding
from assistant.domain.passages import Hit
from assistant.index.analyzer import stems

NEAR = 0.3  # share of the question that a passage must hold, for what it shows to be the answer


class Expected(StrEnum):
    AMOUNT = "amount"  # a sum, a share or a count
    CONTACT = "contact"  # where to write, call or look
    TIME = "time"  # of the day


@dataclass(frozen=True, slots=True)
class _Form:
    """Questions with words like ``asked`` are answered by words like ``shown``."""

    expected: Expected
    asked: re.Pattern[str]
    shown: re.Pattern[str]


def _form(expected: Expected, asked: str, shown: str) -> _Form:
    return _Form(expected, re.compile(asked, re.IGNORECASE), re.compile(shown, re.IGNORECASE))


_FORMS = (
    _form(
        Expected.AMOUNT,
        r"\b(?:bedrag|budget|kost(?:en|te|ten)?|prijs|miljoen|miljard|euro|subsidiebedrag|begroot|leges|tarief|salaris|"
        r"loon|boete|collegegeld|betaal(?:t|d)?|hoe hoog is de subsidie|"
        r"how much(?! (?:time|longer|later|more))|cost|price|fees?|charge|salary|fine|million|billion)\b|€",
        r"€\s?\d|\d[\d.,]*\s?(?:eur\b|euro|mln|mld|miljoen|miljard|million|billion)|\b\d+,\d{2}\b",
    ),
    _form(Expected.AMOUNT, r"\b(?:procent|percentage|percent)\b|%", r"\d\s?(?:%|procent|percent)"),
    _form(
        Expected.CONTACT, r"\b(?:telefoon(?:nummer)?|telefonisch|(?:tele)?phone(?: number)?)\b", r"\+?\d[\d\s()-]{7,}\d"
    ),
    _form(Expected.CONTACT, r"\be-?mail(?:adres| address)?\b", r"\S@\S"),
    _form(
        Expected.CONTACT,
        r"\b(?:op|via|at|on) (?:welke|which|what) (?:web)?(?:site|pagina|page|link|url)\b|\burl\b",
        r"\bhttps?://|\bwww\.|\b[\w-]+\.(?:nl|eu|com|org)\b",
    ),
    _form(Expected.TIME, r"\b(?:hoe laat|what time)\b", r"\b\d{1,2}[.:]\d{2}\b|\b\d{1,2} uur\b|\d ?[ap]\.?m\b"),
)
_MONEY_OR_SHARE = frozenset(form for form in _FORMS if form.expected is Expected.AMOUNT)


def not_shown(
    question: Understanding, hits: Sequence[Hit], others: Sequence[Hit], terms: Sequence[WeighedTerm]
) -> Expected | None:
    """What the question expects and no passage near its subject shows; a number may stand in the ``others`` too."""
    for form in _FORMS:
        if form.asked.search(question.text) and (form not in _MONEY_OR_SHARE or Asks.NUMBER in question.asks):
            about = [each for each in terms if not each.term.pale and not form.asked.search(each.term.text)]
            near = (hit for hit in hits if coverage(about, analysed(hit.passage).whole) >= NEAR)
            if not any(form.shown.search(hit.passage.text) for hit in near):
                return form.expected
    return _uncounted(question, (*hits, *others), terms)


# --- 'hoeveel deelnemers': a number before the word, or before one that means the same

_COUNTED = re.compile(r"^(?:\w+ ){0,2}(?:hoeveel|how many)\s+([a-zà-ÿ][\w’'-]{3,})", re.IGNORECASE)
_MASS = re.compile(r"(?<!en)(?<!s)$|^(?:euros?|procent|keren|times|mensen|people)$", re.IGNORECASE)
_NUMERAL = "|".join(sorted(CARDINALS, key=len, reverse=True))
_YEAR = r"(?:19|20)\d{2}\b"
_NUMBER_BEFORE = re.compile(
    rf"\b(?!{_YEAR})(?:\d[\d.,]*|{_NUMERAL})(?=\s+((?:[\w’'/,-]+\s+){{0,3}}[\w’'-]+))", re.IGNORECASE
)


def _uncounted(question: Understanding, hits: Sequence[Hit], terms: Sequence[WeighedTerm]) -> Expected | None:
    """The plural that is asked after is a word of the documents, and none of them gives a number of it here."""
    match = _COUNTED.search(question.text)
    if not match or _MASS.search(match[1]):
        return None
    counted = next((each for each in terms if match[1].casefold() in each.term.text.split()), None)
    if counted is None or counted.term.pale or not counted.known:
        return None
    numbered = (frozenset(stems(words)) for hit in hits for words in _numbered(hit.passage.text))
    return None if any(found(counted, held) for held in numbered) else Expected.AMOUNT


def _numbered(text: str) -> list[str]:
    """What stands after each number, at most four words; a year counts nothing."""
    return [match[1] for match in _NUMBER_BEFORE.finditer(text)]
