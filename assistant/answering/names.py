"""The names in a text: acronyms, words with a capital that no sentence gives them, and persons by all their words."""

from __future__ import annotations

import re

from assistant.answering.figures import MONTHS
from assistant.answering.numerals import CARDINALS, ORDINALS
from assistant.index.analyzer import STOPWORDS, fold, stem, tokens

# Dutch writes some acronyms in lower case, the levels of its schools among them.
_ACRONYM = r"[A-ZÀ-Þ]\w*[A-ZÀ-Þ]\w*|(?:vmbo|havo|vwo|mbo|hbo|wo|bbl|bol|mkb|zzp)(?!\w)"
_WORD = r"[A-ZÀ-Þ][^\W_A-ZÀ-Þ]+(?:-\w+)*(?!\w)"
_INITIALS = r"(?:[A-ZÀ-Þ]\.\s?)+(?=[A-ZÀ-Þa-z])"
_SURNAME_ONLY = r"(?:(?:van|op|in)\s)?(?:der|den|ten|ter|['’]t)\s"  # what nobody writes before other words
_PARTICLE = rf"{_SURNAME_ONLY}|van\s(?:de\s|het\s)?|(?:op|in)\sde\s|de\s|te\s|von\s|du\s|la\s|le\s"
_NAME = re.compile(
    rf"\b(?:{_ACRONYM}|(?:{_SURNAME_ONLY})?(?:{_INITIALS}|{_WORD})(?:\s?(?:{_PARTICLE})?(?:{_INITIALS}|{_WORD}))*)"
)
_OPENING = re.compile(r"(?:^|[.:|!?…])[\s\"'“”‘’«»(\[]*$")
_LOWER_CASE = re.compile(r"(?<!\w)[a-zà-ÿ][^\W_]*")

# Words that open a sentence and say nothing by themselves, besides those that no index keeps.
_OPENERS = frozenset(
    """
    volgens tijdens sinds vanaf binnen buiten behalve ondanks dankzij wegens namens rond zonder zowel ieder iedere elk
    elke alle allen geen niet bovendien daarnaast daarom verder tevens echter beide
    according both each every all some most several not no during since within under between after before while also
    however moreover therefore
    """.split()  # noqa: SIM905  (they would be harder to read in quotes)
)


def first_missing(text: str, held_by: str, page: str) -> str:
    """The first name of ``text`` that the other text does not hold, word for word; empty when it holds them all.

    Any word may open a sentence: one that does is a name unless it is a numeral or a function word, or the ``page`` has
    it in lower case.
    """
    held = _padded(held_by)
    position = 0
    while found := _NAME.search(text, position):
        first = found[0].split()[0]
        if _padded(found[0]) in held or fold(found[0]) in MONTHS:
            position = found.end()
        elif _OPENING.search(text[: found.start()]) and _is_ordinary(fold(first), held, page):
            position = found.start() + len(first)
        else:
            return found[0]
    return ""


def whole_name(text: str, word: str) -> str:
    """The name of ``text`` that a word of it is a part of, as it is written; the word itself where it is of none."""
    for found in _NAME.finditer(text):
        start = found.start()
        if _OPENING.search(text[:start]) and not fold(found[0]).startswith(fold(word)):
            start += len(found[0].split()[0])  # the word that opens a question is no part of a name behind it
        name = text[start : found.end()].strip()
        if fold(word) in tokens(name):
            return name
    return word


def _padded(text: str) -> str:
    return f" {' '.join(tokens(text))} "


def _is_ordinary(word: str, held: str, page: str) -> bool:
    if word in STOPWORDS | _OPENERS or word in CARDINALS or word in ORDINALS or f" {word} " in held:
        return True
    return stem(word) in {stem(fold(each)) for each in _LOWER_CASE.findall(page)}
