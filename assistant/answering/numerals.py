"""Numbers written as words, Dutch and English, folded: 'één' is 'een', and 'tweeëntwintig' 'tweeentwintig'."""

from __future__ import annotations

from itertools import count


def _counted(words: str, step: int, start: int) -> dict[str, int]:
    return dict(zip(words.split(), count(start, step), strict=False))


_DUTCH = _counted(
    "een twee drie vier vijf zes zeven acht negen tien elf twaalf dertien veertien vijftien zestien zeventien achttien "
    "negentien",
    step=1,
    start=1,
)
_DUTCH_TENS = _counted("twintig dertig veertig vijftig zestig zeventig tachtig negentig", step=10, start=20)
_ENGLISH = _counted(
    "one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen "
    "eighteen nineteen",
    step=1,
    start=1,
)
_ENGLISH_TENS = _counted("twenty thirty forty fifty sixty seventy eighty ninety", step=10, start=20)


def _dutch() -> dict[str, int]:
    units = {word: number for word, number in _DUTCH.items() if number < 10}
    between = {f"{unit}en{ten}": number + more for unit, number in units.items() for ten, more in _DUTCH_TENS.items()}
    hundreds = {f"{unit}honderd": 100 * number for unit, number in units.items() if number > 1}
    return _DUTCH | _DUTCH_TENS | between | hundreds | {"honderd": 100, "duizend": 1000}


def _english() -> dict[str, int]:
    units = {word: number for word, number in _ENGLISH.items() if number < 10}
    between = {f"{ten}-{unit}": more + number for ten, more in _ENGLISH_TENS.items() for unit, number in units.items()}
    return _ENGLISH | _ENGLISH_TENS | between | {"hundred": 100, "thousand": 1000}


def _ordinals() -> dict[str, int]:
    """By rule, which makes some words that nobody writes ('driede'), and those that no rule makes."""
    dutch = {f"{word}{'de' if number < 20 else 'ste'}": number for word, number in _dutch().items()}
    english = {f"{word}th": number for word, number in _english().items()}
    irregular = {"eerste": 1, "derde": 3, "achtste": 8, "first": 1, "second": 2, "third": 3, "fifth": 5, "ninth": 9}
    return dutch | english | irregular | {"eighth": 8, "twelfth": 12, "twentieth": 20}


CARDINALS = _dutch() | _english()
ORDINALS = _ordinals()
