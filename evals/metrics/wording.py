"""Reading texts for what can be checked in them: letters, numbers, dates, names, denials.

Written apart from the product's own verifier, so that a mistake there does not hide itself here.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator

_FOLDED = str.maketrans(
    {
        **dict.fromkeys("‐‑‒–—−", "-"),
        **dict.fromkeys("‘’‚‛`´", "'"),
        **dict.fromkeys("“”„«»‟", '"'),
        "\u00ad": "",
    }
)
_MARK = re.compile(r"\s*\[\d+\]")
_LABEL = re.compile(r"(?:^|(?<=\| ))[^\W\d_]+: ")  # what a table's heads add to its cells
_WORD = re.compile(r"\w+")
_FOOTNOTE = re.compile(r"(?<=[a-z])\d{1,2}$")
_NEGATION = re.compile(
    r"\b(?:niet|geen|nooit|nimmer|niemand|niets|nergens|noch|evenmin|zonder|not|cannot|no|never|nobody|nothing|nowhere|"
    r"neither|none|nor|without)\b|n['’]t\b",
    re.IGNORECASE,
)
_MONTHS = {
    name: number
    for number, names in enumerate(
        (
            "januari january",
            "februari february",
            "maart march",
            "april",
            "mei may",
            "juni june",
            "juli july",
            "augustus august",
            "september",
            "oktober october",
            "november",
            "december",
        ),
        start=1,
    )
    for name in names.split()
}
_NUMBER = re.compile(r"\d{1,3}(?:[. ]\d{3})+(?:,\d+)?(?!\d)|\d+(?:[.,]\d+)*")
_DATE = re.compile(rf"\b(\d{{1,2}})[\s-]({'|'.join(_MONTHS)})(?:[\s-](\d{{4}}))?\b", re.IGNORECASE)
_AMOUNT = re.compile(
    r"(?:€|\beur(?:o)?\b)\s?(?P<before>\d[\d.,]*)(?:\s(?P<scale>mln|miljoen|mld|miljard|million|billion)\b)?"
    r"|(?P<behind>\d[\d.,]*)(?:\s(?P<size>mln|miljoen|mld|miljard|million|billion)\b)?\s(?:€|euro\b)",
    re.IGNORECASE,
)
_SCALES = {"mln": "miljoen", "million": "miljoen", "mld": "miljard", "billion": "miljard"}
_YEAR = re.compile(r"\b((?:19|20)\d\d)(?:\s?[/–-]\s?((?:19|20)?\d\d)\b)?")
_ACRONYM = re.compile(r"\b[A-ZÀ-Þ][\w-]*[A-ZÀ-Þ][\w-]*")
_CAPITALISED = re.compile(r"(?<![.:|!?…\"“‘'(\[]\s)(?<![.:|!?…\"“‘'(\[])(?<=\s)[A-ZÀ-Þ][a-zà-ÿ]{2,}\b")


def without_marks(text: str) -> str:
    """A shown answer without the numbers of its citations, which are no numbers of the answer."""
    return _MARK.sub("", text)


def without_labels(sentence: str) -> str:
    """A row's cells without the names of their columns, which are the frame and not the statement."""
    return _LABEL.sub("", sentence) if " | " in sentence else sentence


def folded(text: str) -> str:
    """With white space, hyphens and quotation marks written one way."""
    return " ".join(text.translate(_FOLDED).split())


def letters(text: str) -> str:
    """Letters and digits alone, in lower case without diacritics: what extractors of one page agree on."""
    decomposed = unicodedata.normalize("NFKD", text.casefold())
    return "".join(each for each in decomposed if each.isalnum())


def words(text: str) -> list[str]:
    return [letters(each) for each in _WORD.findall(text)]


def holds(text: str, phrase: str) -> bool:
    """Whether the phrase stands in the text as whole words, which may carry the mark of a footnote ('Plas2')."""
    found = words(text)
    unmarked = [_FOOTNOTE.sub("", each) for each in found]
    return any(f" {' '.join(words(phrase))} " in f" {' '.join(each)} " for each in (found, unmarked))


def numbers(text: str) -> list[str]:
    """In plain digits: '1.500,5' is '1500.5', and the thousands may be set apart by a point or a space."""
    return [_plain(each) for each in _NUMBER.findall(text.replace("\u00a0", " "))]


def _plain(number: str) -> str:
    whole, *parts = re.split(r"[ .,]", number)
    decimals = parts.pop() if parts and len(parts[-1]) != 3 else ""
    return whole + "".join(parts) + (f".{decimals}" if decimals else "")


def dates(text: str) -> list[str]:
    """Days of a month, as ISO 8601 as far as they are given: '2024-10-03', or '--10-03' without a year."""
    return [f"{year or '-'}-{_MONTHS[month.lower()]:02}-{int(day):02}" for day, month, year in _DATE.findall(text)]


def amounts(text: str) -> list[str]:
    """Sums of money in euros, with their scale: '1.5 miljoen'."""
    return [_amount(each) for each in _AMOUNT.finditer(text.replace("\u00a0", " "))]


def _amount(found: re.Match[str]) -> str:
    scale = (found["scale"] or found["size"] or "").lower()
    return f"{_plain((found['before'] or found['behind']).rstrip('.,'))} {_SCALES.get(scale, scale)}".strip()


def names(text: str) -> list[str]:
    """Acronyms, and words with a capital that no sentence gives them."""
    return [*_ACRONYM.findall(text), *_CAPITALISED.findall(text)]


def denials(text: str) -> int:
    return len(_NEGATION.findall(text))


def years(text: str) -> Iterator[frozenset[int]]:
    """The years of each term: '2023/2024' is two, '2023-2026' is four."""
    for first, last in _YEAR.findall(text):
        start = int(first)
        end = int(first[: -len(last)] + last) if last else start
        yield frozenset(range(start, end + 1)) if end >= start else frozenset((start,))
