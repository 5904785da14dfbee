"""One term among the words of a time expression: 'eind september 2026', 'Q3', 'schooljaar 2026-2027'."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta

from assistant.domain.period_words import LAST, Bound, Choice, Kind, Token, day_in, full_year, month, named, quarter
from assistant.domain.periods import Precision

Dates = tuple[date, date]
DAY = timedelta(days=1)
_EDGE = {12: 3, 6: 2, 3: 1}  # months of a stretch -> how many its 'begin' and its 'eind' are
_MOST_DAYS = 5  # that share a month: '1, 8 en 15 maart'
_THIRD = 10  # days: 'begin', 'medio' and 'eind' of a month end on the 10th, the 20th and its last day


@dataclass(frozen=True, slots=True)
class Term:
    """Dates that depend on a ``year``, None where the words give none, and the side of them that is meant."""

    precision: Precision
    year: int | None
    reckon: Callable[[int], Dates]
    bound: Bound = Bound.AT
    before: tuple[int, int] | None = None  # month and day of the last day before it, where a choice sets it
    joined: bool = False  # to the term before it
    ranged: bool = False  # from the term before it on
    whole_year: bool = False  # what follows may tell which part of it: '2026, najaar'

    def dates(self) -> Dates:
        """Raises ``ValueError`` for dates that do not exist."""
        if self.year is None:
            raise ValueError("the year of this term is not known")
        return self.reckon(self.year)

    def bounded(self) -> tuple[date | None, date | None]:
        start, end = self.dates()
        if self.bound is Bound.FROM:
            return start, None
        if self.bound is Bound.AFTER:
            seasonal = self.precision is Precision.SEASON and end.month < 12
            return end + DAY, date(end.year, 12, 31) if seasonal else None
        if self.bound is Bound.BEFORE and self.precision is not Precision.PART:
            return None, day_in(start.year, *self.before) if self.before else start - DAY
        if self.bound in (Bound.BEFORE, Bound.BY, Bound.THROUGH):
            return None, end
        return start, end


def read_term(words: Sequence[Token], at: int) -> tuple[list[Term], int]:
    """The terms that begin at a place, and the place after them; none, and the same place, where none begins.

    More than one only where they share a month: '1 en 15 maart'. Raises ``ValueError`` for dates that do not exist.
    """
    word = words[at]
    if word.kind is Kind.YEAR:
        return [Term(Precision.YEAR, word.value, _year, whole_year=True)], at + 1
    if word.kind is Kind.DATE:
        if word.day is None:
            raise ValueError("a date that does not exist")
        return [Term(Precision.DAY, word.day.year, _fixed(word.day))], at + 1
    if word.kind is Kind.SCHOOL and word.choice:
        return _school(words, at, word.choice)
    part, after = _part(words, at)
    if part:
        return _parted(words, after, part)
    days, after = _days(words, at)
    if days:
        return [_with_year(words, after, day)[0] for day in days], _with_year(words, after, days[-1])[1]
    stretch, after = _stretch(words, at)
    if stretch:
        term, after = _with_year(words, after, stretch)
        return [term], after
    return [], at


def _part(words: Sequence[Token], at: int) -> tuple[Choice | None, int]:
    if words[at].kind is Kind.PART:
        return words[at].choice, at + 1
    if words[at].kind is Kind.FIRST and _kind(words, _past(words, at + 1, Kind.FILLER)) is Kind.SCHOOL:
        return named("begin"), at + 1
    if words[at].kind in (Kind.ORDINAL, Kind.NUMBER) and _kind(words, at + 1) is Kind.HALF_WORD:
        number = words[at].value
        if number not in (LAST, 1, 2):
            raise ValueError(f"there is no half {number}")
        return named("eerste helft" if number == 1 else "tweede helft"), at + 2
    return None, at


def _parted(words: Sequence[Token], at: int, part: Choice) -> tuple[list[Term], int]:
    """A part of the term that follows it, or of a year that is named elsewhere or nowhere."""
    of = _past(words, at, Kind.FILLER)
    if _kind(words, at) is Kind.RANGE and _kind(words, at + 1) is Kind.YEAR:  # 'mid-2026'
        of = at + 1
    terms, after = read_term(words, of) if of < len(words) and words[of].kind is not Kind.PART else ([], at)
    if not terms:
        return [Term(part.precision, None, part.dates)], at
    return [_part_of(term, part) for term in terms], after


def _part_of(term: Term, part: Choice) -> Term:
    if term.precision is Precision.DAY:
        return term
    return replace(term, precision=part.precision, reckon=_cutting(term.reckon, part), whole_year=False, before=None)


def _days(words: Sequence[Token], at: int) -> tuple[list[Term], int]:
    """Days of a month: '1 september', '1 en 15 maart', 'September 1'. A year stands after them or nowhere."""
    if words[at].kind is Kind.MONTH and _kind(words, at + 1) in (Kind.NUMBER, Kind.ORDINAL):
        return [_day(words[at].value, words[at + 1].value)], at + 2
    numbers: list[Token] = []
    while _kind(words, at) in (Kind.NUMBER, Kind.ORDINAL) and len(numbers) < _MOST_DAYS:
        numbers.append(words[at])
        at = _past(words, at + 1, Kind.FILLER)
        if _kind(words, at) is Kind.MONTH:
            number = words[at].value
            first, *others = [_day(number, each.value) for each in numbers]
            return [first, *(replace(each, joined=True, ranged=True) for each in others)], at + 1
        if _joins(words, at):
            at += 1
        elif numbers and _kind(words, at) not in (Kind.NUMBER, Kind.ORDINAL):
            break
    return [], at


def _stretch(words: Sequence[Token], at: int) -> tuple[Term | None, int]:
    word = words[at]
    if word.kind is Kind.MONTH:
        return Term(Precision.MONTH, None, month(word.value).dates), at + 1
    if word.kind is Kind.STRETCH:
        return _named_stretch(word), at + 1
    if word.kind is Kind.QUARTER_WORD and _kind(words, at + 1) is Kind.NUMBER:
        return _quarter(words[at + 1].value), at + 2
    if word.kind in (Kind.ORDINAL, Kind.NUMBER) and _kind(words, at + 1) is Kind.QUARTER_WORD:
        return _quarter(word.value or 4), at + 2
    return None, at


def _named_stretch(word: Token) -> Term:
    if word.choice:
        return Term(word.choice.precision, None, word.choice.dates, before=word.choice.before)
    if word.value:
        return Term(Precision.SPAN, None, lambda year: _week(year, word.value))
    return Term(Precision.DAY, None, lambda year: (_prinsjesdag(year), _prinsjesdag(year)))


def _quarter(number: int) -> Term:
    return Term(Precision.QUARTER, None, quarter(number).dates)


def _school(words: Sequence[Token], at: int, choice: Choice) -> tuple[list[Term], int]:
    """'schooljaar 2026-2027', '25/26 t/m 27/28', '2026' (the one that begins in it); without a year no date."""
    first = _past(words, at + 1, Kind.FILLER)
    begins = _year_at(words, first)
    if begins is None:
        return [Term(Precision.SCHOOL_YEAR, None, choice.dates)], at + 1
    if _ending_year(words, first) is None:
        return [Term(Precision.SCHOOL_YEAR, begins, choice.dates)], first + 1
    terms = [_school_years(words, first, choice)]
    after = first + 3
    while _joins(words, after) and _ending_year(words, after + 1):
        terms.append(replace(_school_years(words, after + 1, choice), joined=True, ranged=True))
        after += 4
    return terms, after


def _school_years(words: Sequence[Token], at: int, choice: Choice) -> Term:
    begins, ends = _year_at(words, at), _ending_year(words, at)
    if begins is None or ends is None or ends <= begins:
        raise ValueError("a school year ends in a later year")
    return Term(Precision.SCHOOL_YEAR, begins, lambda year: (choice.dates(year)[0], choice.dates(ends - 1)[1]))


def _ending_year(words: Sequence[Token], at: int) -> int | None:
    return _year_at(words, at + 2) if _year_at(words, at) and _kind(words, at + 1) is Kind.RANGE else None


def _with_year(words: Sequence[Token], at: int, term: Term) -> tuple[Term, int]:
    """The term with the year that follows it, past 'van', a comma, a bracket or a dash."""
    year = _past(words, at, Kind.FILLER)
    if _kind(words, year) in (Kind.RANGE, Kind.JOIN, Kind.OPENING):
        year = _past(words, year + 1, Kind.FILLER)
    if _kind(words, year) is Kind.YEAR:
        dated = replace(term, year=words[year].value)
        return dated, year + 1 if _ending_year(words, year) != _year_over_new_year(dated) else year + 3
    if year == _past(words, at, Kind.FILLER) and _short_year(words, year, term):
        return replace(term, year=full_year(words[year].value)), year + 1
    return term, at


def _year_over_new_year(term: Term) -> int:
    """The later year of a winter, which '2025-2026' names with the first; 0 for a term within one year."""
    start, end = term.dates()
    return end.year if term.precision is Precision.SEASON and end.year > start.year else 0


def _short_year(words: Sequence[Token], at: int, term: Term) -> bool:
    """'Q3 26': two figures after a quarter or half are its year."""
    return term.precision in (Precision.QUARTER, Precision.HALF) and _kind(words, at) is Kind.NUMBER


def _day(number: int, day: int) -> Term:
    return Term(Precision.DAY, None, lambda year: (day_in(year, number, day or 99), day_in(year, number, day or 99)))


def _fixed(day: date) -> Callable[[int], Dates]:
    return lambda year: (day, day)


def _year(year: int) -> Dates:
    return date(year, 1, 1), date(year, 12, 31)


def _week(year: int, number: int) -> Dates:
    return date.fromisocalendar(year, number, 1), date.fromisocalendar(year, number, 7)


def _prinsjesdag(year: int) -> date:
    """The third Tuesday of September (article 65 of the constitution)."""
    first = date(year, 9, 1)
    return first + DAY * ((1 - first.weekday()) % 7 + 14)


def _cutting(reckon: Callable[[int], Dates], part: Choice) -> Callable[[int], Dates]:
    return lambda year: _cut(reckon(year), part)


def _cut(whole: Dates, part: Choice) -> Dates:
    """The part of a year, school year, half, quarter or month; of any other stretch it is the whole."""
    start, end = whole
    months = 12 * (end.year - start.year) + end.month - start.month + 1
    place = part.first[0]  # in a year: 1 begin, 4 medio, 10 eind; 1 and 7 the halves
    if months == 1:
        bounds = {1: (1, _THIRD), 4: (_THIRD + 1, 2 * _THIRD), 10: (2 * _THIRD + 1, 0), 7: (16, 0)}
        first, last = (1, 15) if part.last == (6, 30) else bounds[place]
        return day_in(start.year, start.month, first), day_in(start.year, start.month, last)
    if part.precision is Precision.HALF:
        edge = months // 2 if months % 2 == 0 else 0
        limits = (0, edge) if place == 1 else (months - edge, months)
    else:
        edge = _EDGE.get(months, 0)
        limits = {1: (0, edge), 4: (edge, months - edge), 10: (months - edge, months)}[place]
    return _months(start, *limits) if edge else whole


def _months(start: date, first: int, last: int) -> Dates:
    """From the ``first`` month after a start to the ``last``, which is not in it any more."""
    return _later(start, first), _later(start, last) - DAY


def _later(start: date, months: int) -> date:
    years, number = divmod(start.month - 1 + months, 12)
    return date(start.year + years, number + 1, 1)


def _kind(words: Sequence[Token], at: int) -> Kind | None:
    return words[at].kind if at < len(words) else None


def _past(words: Sequence[Token], at: int, kind: Kind) -> int:
    while _kind(words, at) is kind:
        at += 1
    return at


def _joins(words: Sequence[Token], at: int) -> bool:
    return _kind(words, at) in (Kind.RANGE, Kind.JOIN) or (at < len(words) and words[at].bound is Bound.THROUGH)


def _year_at(words: Sequence[Token], at: int) -> int | None:
    if _kind(words, at) in (Kind.YEAR, Kind.NUMBER):
        return full_year(words[at].value)
    return None
