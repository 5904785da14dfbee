"""The figures of a text: numbers, amounts, shares, durations and dates, written one way so that they compare.

'€ 1,5 mln' is '1.500.000 euro', '62%' is '62 procent', 'zeven' is '7', and '3-10-2024' is '3 oktober 2024', in Dutch
and English alike. What a figure is said of ('134.000 studenten') is no part of it.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from decimal import Decimal

from assistant.answering.numerals import CARDINALS, ORDINALS
from assistant.index.analyzer import fold

SHARE, ORDINAL = "%", "ordinal"


@dataclass(frozen=True, slots=True)
class Figure:
    """A number in plain digits, with what it counts as far as that changes what the number says.

    ``unit`` is a share, a currency, a duration, an ordinal, or a month for its days and years; a month alone has no
    value. ``shown`` is how the text has it, folded.
    """

    value: str
    unit: str = ""
    shown: str = field(default="", compare=False)


def figures(text: str) -> list[Figure]:
    """All figures of a text; a month after those that are numbers."""
    dutch = _MONTH.sub(lambda month: MONTHS[month[0].lower()], text)
    plain = fold(_DATE.sub(_in_words, _MONTH_FIRST.sub(r"\2 \1", dutch)))
    return [*map(_figure, _FIGURE.finditer(plain)), *_months(plain)]


def first_missing(text: str, held_by: str) -> str:
    """The first figure of ``text`` that the other text does not hold as often, as written; empty when there is none."""
    left = figures(held_by)
    for figure in sorted(figures(text), key=lambda each: not each.unit):
        match = next((each for each in left if _holds(each, figure)), None)
        if not match:
            return figure.shown
        left.remove(match)
    return ""


def _holds(held: Figure, figure: Figure) -> bool:
    """A bare number may stand with its unit in the text that holds it, but is never a share or an ordinal."""
    return held == figure or (not figure.unit and held.value == figure.value and held.unit not in (SHARE, ORDINAL))


def _by_word(words: Mapping[str, str]) -> dict[str, str]:
    return {word: name for name, forms in words.items() for word in forms.split()}


def _any(words: Iterable[str]) -> str:
    """A pattern for each of these words, the longest first."""
    return "|".join(re.escape(word) for word in sorted(words, key=len, reverse=True))


MONTHS = _by_word(
    {
        "januari": "januari january",
        "februari": "februari february",
        "maart": "maart march",
        "april": "april",
        "mei": "mei may",
        "juni": "juni june",
        "juli": "juli july",
        "augustus": "augustus august",
        "september": "september",
        "oktober": "oktober october",
        "november": "november",
        "december": "december",
    }
)
_IN_ORDER = list(dict.fromkeys(MONTHS.values()))
_UNITS = _by_word(
    {
        SHARE: "% procent percent",
        "procentpunt": "procentpunt procentpunten",
        "euro": "€ eur euro euros",
        "dollar": "$ dollar dollars",
        "pond": "£ pond pound pounds",
        "jaar": "jaar jaren year years",
        "maand": "maand maanden month months",
        "week": "week weken weeks",
        "dag": "dag dagen day days",
        "uur": "uur uren hour hours",
    }
)
_SCALES = {
    **dict.fromkeys(("duizend", "thousand"), 10**3),
    **dict.fromkeys(("mln", "miljoen", "million"), 10**6),
    **dict.fromkeys(("mld", "miljard", "billion"), 10**9),
}
_PARTS = {"half": "0.5", "halve": "0.5", "helft": "0.5", "kwart": "0.25", "driekwart": "0.75", "tweederde": "0.67"}
_MORE = {"anderhalf": "1.5", "anderhalve": "1.5"}
# 'een', 'one' and 'a' are numbers before a million alone, and Dutch 'ten' is seldom the English number.
_NUMERALS = {word: str(number) for word, number in (CARDINALS | ORDINALS).items()} | _PARTS | _MORE
_ALWAYS = _NUMERALS.keys() - {"een", "one", "ten"}
_ONE = rf"(?:een|one|a)(?=\s(?:{_any(_SCALES)})\b)"

_UNAMBIGUOUS = [word for word in MONTHS if word not in ("may", "march")]  # as words they are months with a capital
_MONTH = re.compile(rf"\b(?:(?i:{_any(_UNAMBIGUOUS)})|May|March)\b")
_DATE = re.compile(r"\b(\d{1,2})[-/.](0?[1-9]|1[0-2])[-/.]((?:19|20)\d\d)\b")
_MONTH_FIRST = re.compile(rf"\b({_any(_IN_ORDER)}) (\d{{1,2}})\b")  # 'October 3'
_WITH_YEAR = re.compile(rf"\b({_any(_IN_ORDER)})\b(?:,? (\d{{4}})\b)?")
_FIGURE = re.compile(
    r"(?P<currency>[€$£]|\beuro?\b)?\s?"
    r"(?:(?P<digits>\b\d{1,3}(?: \d{3})+\b|\d+(?:[.,]\d+)*)(?P<suffix>(?:e|de|ste|st|nd|rd|th)\b)?"
    rf"|\b(?P<numeral>{_any(_ALWAYS)}|{_ONE})\b)"
    rf"(?:\s?(?P<scale>{_any(_SCALES)})\b\.?)?"
    rf"(?:\s?(?P<unit>[%€$£]|(?:{_any(filter(str.isalpha, (*_UNITS, *_IN_ORDER)))})\b))?"
)


def _in_words(date: re.Match[str]) -> str:
    return f"{date[1]} {_IN_ORDER[int(date[2]) - 1]} {date[3]}"


def _figure(found: re.Match[str]) -> Figure:
    number = _plain(found["digits"]) if found["digits"] else _NUMERALS.get(found["numeral"], "1")
    value = Decimal(number) * _SCALES.get(found["scale"], 1)
    named = found["unit"] or found["currency"] or ""
    ranks = found["suffix"] or found["numeral"] in ORDINALS
    return Figure(f"{value.normalize():f}", _UNITS.get(named, named) or (ORDINAL if ranks else ""), found[0].strip())


def _plain(digits: str) -> str:
    """'1.500,5', '1,500.5' and '1 500,5' as '1500.5': three digits behind a point or comma are thousands."""
    whole, *parts = re.split(r"[ .,]", digits)
    decimals = parts.pop() if parts and (len(parts[-1]) != 3 or whole.startswith("0")) else ""
    return f"{whole}{''.join(parts)}.{decimals or 0}"


def _months(text: str) -> Iterator[Figure]:
    """Each month, and each with the year behind it."""
    for found in _WITH_YEAR.finditer(text):
        yield Figure("", found[1], found[1])
        if found[2]:
            yield Figure(found[2], found[1], found[0])
