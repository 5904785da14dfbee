"""How the end of one line goes on at the start of the next.

A hyphen at a line end may be the typesetter's (``voorbe-/reidt``) or the word's own (``LLO-/werkcongres``), and a
converted article may have lost its hyphens (``voorbe/reidt``). The document itself is the best dictionary: how the word
is written where no line breaks it. A Dutch lexicon (simplemma) is asked only about what the document leaves open.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache
from itertools import pairwise

from ingest.layout import RawPage

# After these a hyphen stands for a part left out ('in- en uitstroom'), so the words stay apart.
_CONJUNCTIONS = frozenset({"en", "of", "en/of", "tot", "noch", "maar", "respectievelijk"})
# Abbreviations in small letters keep their hyphen: 'mbo-instelling'.
_ABBREVIATIONS = frozenset(
    {"mbo", "hbo", "vmbo", "havo", "vwo", "bbl", "ggz", "ggd", "ict", "cao", "zzp", "mkb", "llo"}
)
_LETTERS = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")
_RANGE = re.compile(r"\d[-–/]$")  # '2026-' goes on with '2027'
_FRAGMENT = re.compile(r"[^\W\d_]{2,}$")


class Joiner:
    """Decides what stands between two lines, from the words of one document.

    ``hyphenated`` says that the document keeps its line-end hyphens; then a line that ends without one ends a word.
    ``lossy`` says that it has lost them elsewhere: then two pieces that no lexicon knows may be one word that it does
    not know either.
    """

    def __init__(self, words: Iterable[str], hyphenated: bool, lossy: bool = False) -> None:
        self._hyphenated = hyphenated
        self._lossy = lossy
        self._words = frozenset(words)
        self._prefixes = frozenset(word.partition("-")[0] for word in self._words if "-" in word)

    @classmethod
    def of(cls, pages: Iterable[RawPage]) -> Joiner:
        pages = list(pages)
        hyphenated = any(line.hyphen for page in pages for line in page.lines)
        lossy = not hyphenated and sum(map(_broken_words, pages)) >= SURELY_LOSSY
        return cls((word for page in pages for word in _unbroken_words(page)), hyphenated, lossy)

    def glue(self, left: str, right: str, hyphen: bool) -> str:
        """What stands between ``left``, the last word of a line, and ``right``, the first of the next.

        ``left`` is without its hyphen. The answer is ``""`` (one word), ``"-"``, ``"- "`` or ``" "``.
        """
        return self._after_hyphen(left, right) if hyphen else self._without_hyphen(left, right)

    def _after_hyphen(self, left: str, right: str) -> str:
        head, tail = _last_letters(left), _first_letters(right)
        if tail.lower() in _CONJUNCTIONS:
            return "- "
        if not tail or not tail[0].islower() or head.isupper():
            return "-"
        head, tail = head.lower(), tail.lower()
        if head + tail in self._words:
            return ""
        if f"{head}-{tail}" in self._words or head in self._prefixes or head in _ABBREVIATIONS:
            return "-"
        return ""

    def _without_hyphen(self, left: str, right: str) -> str:
        if _RANGE.search(left) and right[:1].isdigit():
            return ""
        head, tail = _FRAGMENT.search(left), _first_letters(right)
        if self._hyphenated or not head or not tail or not tail.islower() or not head[0].islower():
            return " "
        first, second = head[0], tail
        if first in self._words and second in self._words:
            return " "
        if first + second in self._words and not (first in self._words or second in self._words):
            return ""
        if first in self._words or not _may_be_fragment(first, second):
            return " "
        if known(first):
            return " "
        return "" if known(first + second) or (self._lossy and not known(second)) else " "


SURELY_LOSSY = 2  # words broken without a hyphen


def _broken_words(page: RawPage) -> int:
    """How many lines end in a piece of a word that the next line completes, where neither piece is a word."""
    return sum(
        _is_broken(page.word(above.words[-1]), page.word(below.words[0])) for above, below in pairwise(page.lines)
    )


def _is_broken(left: str, right: str) -> bool:
    head, tail = _FRAGMENT.search(left), _first_letters(right)
    if not head or not tail.islower() or not head[0].islower():
        return False
    return not known(head[0]) and not known(tail) and known(head[0] + tail)


def _unbroken_words(page: RawPage) -> Iterable[str]:
    """The words of a page that no line end may have cut, in lower case."""
    for line in page.lines:
        if len(line.words) > 2:
            yield from _LETTERS.findall(page.chars[line.words[1].start : line.words[-2].end].lower())


def _last_letters(word: str) -> str:
    match = _FRAGMENT.search(word)
    return match[0] if match else word[-1:]


def _first_letters(word: str) -> str:
    match = _LETTERS.match(word)
    return match[0].split("-")[0] if match else ""


def _may_be_fragment(first: str, second: str) -> bool:
    return len(first) >= 2 and len(second) >= 3 and len(first) + len(second) >= 6


@cache
def known(word: str) -> bool:
    """Whether a Dutch lexicon has a word."""
    import simplemma  # loads 50 MB of word lists, and most documents never ask

    return simplemma.is_known(word, lang="nl")
