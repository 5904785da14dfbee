"""Finding quoted words on a page, strictest way first.

Three tiers: exactly as they stand; with white space, hyphens and quotation marks folded; by letters and digits alone,
because two extractors of one page agree on those (99 % of quotations) and on little else (68 % exactly).
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from assistant.domain.answers import MatchTier
from assistant.domain.documents import Page, Span
from assistant.domain.text import masked

SHORTEST_BY_LETTERS = 4  # letters and digits; fewer are found on any page

_FOLDED = {
    **dict.fromkeys("‐‑‒–—−\u00ad", "-"),
    **dict.fromkeys("‘’‚‛`´", "'"),
    **dict.fromkeys("“”„«»‟", '"'),
}


@dataclass(frozen=True, slots=True)
class Found:
    """Where a quotation stands in the page's text, and how it was found."""

    span: Span
    tier: MatchTier


def find(quote: str, page: Page) -> Found | None:
    """The quotation's first place on the page; nothing when it stands there in no way, or holds no letter or digit."""
    return next(iter(places(quote, page)), None)


def places(quote: str, page: Page) -> list[Found]:
    """Every place of the quotation on the page, in order, by the strictest tier that finds one.

    A quotation may leave out the footnote marks between its words.
    """
    if not any(char.isalnum() for char in quote):
        return []
    if spans := list(_places(quote, page.text, range(len(page.text)))):
        return [Found(span, MatchTier.EXACT) for span in spans]
    for tier, reduce, shortest in _LOOSER:
        needle = reduce(quote.strip())[0]
        for text in (page.text, masked(page)) if len(needle) >= shortest else ():
            if spans := list(_places(needle, *reduce(text))):
                return [Found(span, tier) for span in spans]
    return []


_Reduced = tuple[str, Sequence[int]]


def _places(needle: str, text: str, origins: Sequence[int]) -> Iterator[Span]:
    start = text.find(needle)
    while start >= 0:
        yield Span(origins[start], origins[start + len(needle) - 1] + 1)
        start = text.find(needle, start + 1)


def _normalised(text: str) -> _Reduced:
    """White space as single spaces, one kind of hyphen and quotation mark; each kept character with its offset."""
    kept: list[str] = []
    origins: list[int] = []
    for offset, char in enumerate(text):
        plain = " " if char.isspace() else _FOLDED.get(char, char)
        if plain == " " and kept and kept[-1] == " ":
            continue
        kept.append(plain)
        origins.append(offset)
    return "".join(kept), origins


def _letters(text: str) -> _Reduced:
    """Letters and digits in lower case without diacritics; each kept character with its offset."""
    kept: list[str] = []
    origins: list[int] = []
    for offset, char in enumerate(text):
        for plain in unicodedata.normalize("NFKD", char.casefold()):
            if plain.isalnum():
                kept.append(plain)
                origins.append(offset)
    return "".join(kept), origins


_LOOSER = ((MatchTier.NORMALISED, _normalised, 1), (MatchTier.LETTERS, _letters, SHORTEST_BY_LETTERS))


def contiguous(page: Page, span: Span) -> list[Span]:
    """The stretch in pieces, each of which stands in one piece in the file too.

    Where a footnote or the next column interrupts a sentence, its halves are quoted apart: another reader of the file
    would find them apart. Page furniture and line ends between them are no interruption.
    """
    pieces: list[Span] = []
    start = span.start
    last_raw = None
    for run in page.runs:
        low, high = max(run.clean, span.start), min(run.clean + run.length, span.end)
        if low >= high:
            continue
        raw = run.raw + low - run.clean
        if last_raw is not None and not 0 <= raw - last_raw <= INTERRUPTION:
            pieces.append(_trimmed(page, Span(start, low)))
            start = low
        last_raw = run.raw + high - run.clean
    pieces.append(_trimmed(page, Span(start, span.end)))
    return [piece for piece in pieces if piece.start < piece.end]


INTERRUPTION = 12  # raw characters between two words of one sentence that are more than a line end


def _trimmed(page: Page, span: Span) -> Span:
    text = span.of(page.text)
    left = len(text) - len(text.lstrip())
    return Span(span.start + left, span.start + max(left, len(text.rstrip())))
