"""From Dutch text to the terms that are indexed and searched: word stems with whole numbers, and character 4-grams.

Pure functions. Passages and questions go through the same ones, so a term means the same on both sides.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from functools import cache, lru_cache
from typing import Protocol

GRAM = 4
WORDS_KEPT = 1 << 17  # distinct words whose stem and grams are remembered; 100,000 passages hold about as many

# Words that only frame a sentence or a question. Negations stay: they say something.
STOPWORDS = frozenset(
    """
    aan al als ander andere bij daar daarbij daardoor daarin daarmee dan dat de deze die dit door dus een eens
    en enige er even hebben hebt heb heeft had hadden haar hem het hier hij hun hen ie ik in is ja je jij jouw
    jullie kan kun kunnen kon konden maar me mee meer men met mij mijn moet moeten moest mag mogen na naar nog
    nu of om omdat onder ons onze ook op over per reeds s t n m te tegen ten ter toch toe tot tussen u uit uw
    van vanuit vaak veel via voor vooral waren was wel werd werden wij word worden wordt we wil willen zal ze
    zich zij zijn zo zoals zou zouden zulke hoe hoeveel waar waarbij waardoor waarin waarmee waarom waarop
    waarover waarvan waarvoor wanneer wat welk welke wie wiens
    a about am an and any are as at be been by can could did do does for from had has have how i if into it its
    many much of on or our shall should than that the their them there these they this those to us was what when
    where which who whom whose why will with would you your
    """.split()  # noqa: SIM905  (250 quoted words would be harder to read)
)

# What Unicode's compatibility forms leave as it is; the last two are the soft hyphen and dashes.
_LETTERS_APART = str.maketrans(
    {"ß": "ss", "æ": "ae", "œ": "oe", "ø": "o", "ð": "d", "þ": "th", "ł": "l", "\u00ad": None}
    | dict.fromkeys("‐‑‒–—−", "-")
)
_WORD = re.compile(r"[^\W_]+")
_LETTERS = re.compile(r"[^\W\d_]{3,}")

_DIGIT = re.compile(r"\d")
_JOINED_NUMBER = re.compile(r"\d+(?:[.,:/-]\d+)+")
_PERCENTAGE = re.compile(r"(\d+(?:[.,]\d+)?)\s?(?:%|procent\b|percent\b|per cent\b)")
_YEARS = re.compile(r"(?<!\d)((?:19|20)\d\d)\s?[/-]\s?((?:19|20)?\d\d)(?!\d)")
_THOUSANDS = re.compile(r"(?<![\d.,])\d{1,3}(?:[. ]\d{3})+(?!\d)")
# Dossier, chapter of the budget, number: '30 012, nr. 157', '30012-157', '36 200-VIII, nr. 5'.
_KAMERSTUK = re.compile(r"(?<!\d)(\d\d)[ .]?(\d{3})(?:[ -]([ivxlc]+))?(?:\s*,?\s*nrs?\.?\s*|\s*-\s*)(\d{1,4})(?!\d)")


class _Stemmer(Protocol):
    def stemWord(self, word: str) -> str: ...  # noqa: N802  (Snowball's own name)


def fold(text: str) -> str:
    """Lower case, without diacritics, ligatures taken apart, every dash a hyphen and soft hyphens gone."""
    if text.isascii():
        return text.lower()
    lowered = unicodedata.normalize("NFKD", text).lower().translate(_LETTERS_APART)
    return "".join(char for char in lowered if not unicodedata.combining(char))


def tokens(text: str) -> list[str]:
    """All folded words in order, stopwords too."""
    return _WORD.findall(fold(text))


def words(text: str) -> list[str]:
    """The folded words that carry meaning, in order: letters and digits, stopwords dropped."""
    return [word for word in tokens(text) if word not in STOPWORDS]


@lru_cache(maxsize=WORDS_KEPT)
def stem(word: str) -> str:
    """The stem of one folded word, also of a stopword."""
    return _stemmer().stemWord(word)


def stems(text: str) -> list[str]:
    """Each whole number once, then a stem per word, in order; no term holds white space.

    Numbers are kept whole besides their parts and written one way: ``2023/2024`` for 2023–24, ``62%`` for 62 procent,
    ``1000`` besides ``1.000``, and ``30012-157`` for Kamerstuk 30 012, nr. 157.
    """
    folded = fold(text)
    found = list(dict.fromkeys(_whole_numbers(folded)))
    for word in _WORD.findall(folded):
        found += _stems_of(word)
    return found


def grams(text: str) -> list[str]:
    """The 4-grams of each word between underscores, in order: ``_llo``, ``llo_``. Bare numbers give none."""
    found: list[str] = []
    for word in _WORD.findall(fold(text)):
        found += _grams_of(word)
    return found


@lru_cache(maxsize=WORDS_KEPT)
def _stems_of(word: str) -> tuple[str, ...]:
    """A word of letters and digits, such as one that a footnote mark sticks to, gives the stem of its letters too."""
    if word in STOPWORDS:
        return ()
    if word.isalpha() or word.isdecimal():
        return (stem(word),)
    return (word, *(stem(part) for part in _LETTERS.findall(word)))


@lru_cache(maxsize=WORDS_KEPT)
def _grams_of(word: str) -> tuple[str, ...]:
    if word in STOPWORDS or word.isdecimal():
        return ()
    padded = f"_{word}_"
    return tuple(padded[i : i + GRAM] for i in range(max(1, len(padded) - GRAM + 1)))


@cache
def _stemmer() -> _Stemmer:
    import snowballstemmer

    stemmer: _Stemmer = snowballstemmer.stemmer("dutch")
    return stemmer


def _whole_numbers(folded: str) -> Iterator[str]:
    if not _DIGIT.search(folded):
        return
    yield from _JOINED_NUMBER.findall(folded)
    for number in _PERCENTAGE.findall(folded):
        yield f"{number}%"
    for first, last in _YEARS.findall(folded):
        yield f"{first}/{first[: -len(last)]}{last}"
    for number in _THOUSANDS.findall(folded):
        yield number.replace(".", "").replace(" ", "")
    for thousands, rest, chapter, number in _KAMERSTUK.findall(folded):
        dossier = f"{thousands}{rest}"
        yield from (dossier, f"{dossier}-{number}")
        if chapter:
            yield f"{dossier}-{chapter}-{number}"
