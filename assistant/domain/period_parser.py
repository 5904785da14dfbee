"""Reads Dutch and English time expressions: the literal text, and the dates that it names, if any.

A text may hold more than a term, and more than one: the period goes from the first date to the last. Dates between
brackets count where there are none outside them. What names no date stays open; no date is invented.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from assistant.domain.period_rendering import render_period
from assistant.domain.period_terms import Term, read_term
from assistant.domain.period_words import Bound, Kind, Token, tokens
from assistant.domain.periods import Period, Precision

__all__ = ["holds_period", "parse_period", "render_period", "says_when"]

_BETWEEN = (Kind.RANGE, Kind.JOIN)
_ENDING = (Bound.BEFORE, Bound.BY, Bound.THROUGH)
_TELLING = {
    *(Kind.YEAR, Kind.DATE, Kind.MONTH, Kind.STRETCH, Kind.PART, Kind.SCHOOL, Kind.HALF_WORD, Kind.QUARTER_WORD),
    *(Kind.RECURRING, Kind.RUNNING, Kind.OPEN),
}


def parse_period(text: str) -> Period:
    """Never raises; a term that names a date that does not exist, or ends before it starts, is ``IMPOSSIBLE``."""
    try:
        return _Reading(_without_asides(tokens(text))).period(text)
    except ValueError:
        return Period(text, None, None, Precision.IMPOSSIBLE)


def holds_period(text: str) -> bool:
    """Whether a text is a term and nothing else. One that says that no time is known ('n.t.b.', '-') is not."""
    kinds = {token.kind for token in tokens(text)}
    return Kind.OTHER not in kinds and bool(kinds & _TELLING)


def says_when(text: str) -> bool:
    """Whether a text is a term, or says in words that none is known: 'n.t.b.'."""
    kinds = {token.kind for token in tokens(text)}
    unknown = Kind.UNKNOWN_TIME in kinds and any(character.isalpha() for character in text)
    return holds_period(text) or (unknown and kinds <= {Kind.UNKNOWN_TIME, Kind.FILLER})


class _Reading:
    """One pass over the words of a text: terms as they come, and what is said of going on after them."""

    def __init__(self, words: Sequence[Token]) -> None:
        self._terms: list[Term] = []
        self._recurs = self._recurs_first = self._runs = False
        self._onward = self._begins = False
        self._then = False  # 'daarna' was the last word that says anything
        self._read(words)

    def period(self, text: str) -> Period:
        terms = [term for term in _in_years(self._terms) if term.year is not None]
        if not terms:
            return Period(text, None, None, Precision.CONTINUOUS if self._recurs or self._runs else Precision.OPEN)
        spans = _spans(terms)
        start = min((first for first, _ in spans if first), default=None)
        end = max((last for _, last in spans if last), default=None)
        if start and end and start > end:
            raise ValueError(f"{text!r} would end before it starts")
        precision = terms[0].precision if len(terms) == 1 else Precision.SPAN
        if self._goes_on(terms):
            return Period(text, start, None, Precision.CONTINUOUS if self._recurs else precision)
        return Period(text, start, end, precision)

    def _goes_on(self, terms: Sequence[Term]) -> bool:
        if self._onward or self._then:
            return True
        if not self._recurs or any(term.bound in _ENDING for term in terms):
            return False
        if terms[-1].bound is Bound.FROM:
            return True
        return len(terms) == 1 and (self._begins or not self._recurs_first)

    def _read(self, words: Sequence[Token]) -> None:
        at, bound, joined, ranged = 0, Bound.AT, False, False
        while at < len(words):
            terms, after = read_term(words, at)
            if terms:
                first, *others = terms
                self._add(replace(first, bound=bound, joined=joined, ranged=ranged), others)
                at, bound, joined, ranged = after, Bound.AT, False, False
                continue
            word = words[at]
            if word.kind is Kind.OTHER:
                bound, joined, ranged = Bound.AT, False, False
            elif word.kind is Kind.BOUND:
                bound = bound if word.bound is Bound.AT else word.bound
                ranged = ranged or word.bound is Bound.THROUGH
                joined = joined or word.bound in (Bound.THROUGH, Bound.BEFORE)
            elif word.kind is Kind.FIRST and bound is Bound.AT:
                bound = Bound.FROM  # 'start 2026' says nothing of an end
            joined, ranged = joined or word.kind in _BETWEEN, ranged or word.kind is Kind.RANGE
            at += 1
            each = word.kind is Kind.EACH and at < len(words) and read_term(words, at)[0]
            self._note(Kind.RECURRING if each else word.kind)

    def _add(self, term: Term, others: Sequence[Term]) -> None:
        """'2026, najaar' is one term: a year, and then which part of it."""
        before = self._terms[-1] if self._terms else None
        tells = term.year is None and not others and (term.bound is Bound.AT or not term.ranged)
        if before and before.whole_year and tells:
            bound = before.bound if term.bound is Bound.AT else term.bound
            self._terms[-1] = replace(term, year=before.year, bound=bound, joined=before.joined, ranged=before.ranged)
        else:
            self._terms += [term, *others]
        self._then = False

    def _note(self, kind: Kind) -> None:
        if kind is Kind.RECURRING:
            self._recurs = True
            self._recurs_first = self._recurs_first or not self._terms
            self._onward = self._onward or self._then
        self._runs = self._runs or kind is Kind.RUNNING
        self._begins = self._begins or kind is Kind.FIRST
        if self._terms:
            self._onward = self._onward or kind is Kind.ONWARD
            self._then = kind is Kind.THEN or (self._then and kind not in (Kind.OTHER, Kind.RECURRING))


def _in_years(terms: Sequence[Term]) -> list[Term]:
    """Terms with the year of the one that they are joined to: 'maart-juni 2026', 'november t/m februari 2027'."""
    found = list(terms)
    for place in range(len(found) - 2, -1, -1):
        term, following = found[place], found[place + 1]
        if term.year is None and following.year is not None and following.joined and following.bound is not Bound.FROM:
            same = replace(term, year=following.year)
            over_new_year = following.ranged and same.dates()[0] > following.dates()[1]
            found[place] = replace(term, year=following.year - over_new_year)
    for place in range(1, len(found)):
        term, earlier = found[place], found[place - 1]
        if term.year is None and earlier.year is not None and term.joined:
            found[place] = replace(term, year=earlier.year)
    return found


def _spans(terms: Sequence[Term]) -> list[tuple[date | None, date | None]]:
    """The dates of each term; what goes from one to another is one, and must go forward."""
    spans: list[tuple[date | None, date | None]] = []
    for place, term in enumerate(terms):
        span = term.bounded()
        if place and term.ranged:
            earlier = terms[place - 1]
            if earlier.dates()[0] > term.dates()[1]:
                raise ValueError("a span that ends before it starts")
            start = spans.pop()[0]
            span = (start, span[1])
        spans.append(span)
    return spans


def _without_asides(words: Sequence[Token]) -> list[Token]:
    """Words outside brackets, and those within where these are needed for a date."""
    dated = (Kind.YEAR, Kind.DATE)
    outside: list[Token] = []
    asides: list[Token] = []
    depth = 0
    for word in words:
        depth += word.kind is Kind.OPENING
        (asides if depth else outside).append(word)
        depth = max(0, depth - (word.kind is Kind.CLOSING))
    needed = not (any(word.kind in dated for word in outside) and any(word.kind in dated for word in asides))
    return list(words) if needed else outside
