"""The register's rows as questions are matched with them: what each holds, and which one a question describes."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from itertools import chain

from assistant.answering.matching import WeighedTerm, found, holds_only_part, weighed
from assistant.answering.understanding import Term
from assistant.domain.agenda import RegisteredAction, RegisteredAgenda
from assistant.index.analyzer import stems, tokens

BESIDE = 0.6  # how far a word counts that stands in the step's title or with the owners, not in the action itself
UNHELD = 0.8  # share of its weight that an ordinary word keeps which no row holds: the question is put in other words
SURE = 0.55  # share of a question's weight that a row must hold to be the one that it describes
LEAST = 0.25  # share that a row must hold to seem to be the one
RARE = 0.55  # weight of a word that few rows hold: a row that seems to be the one holds such a word
FAR_AHEAD = 1.5  # how many times more than any other row one must hold to seem to be the one
ALL = 0.75  # share that a row must hold of a subject, to be one of the rows on it
ALONE = 0.4  # the same, where no other row holds half as much
AHEAD = 1.2  # how many times more than any other row the one must hold
HEADED = 1.25  # how many times more a row counts whose first word the question holds: what is done, not to what


@dataclass(frozen=True, eq=False)
class Row:
    """An action with the stems of its own words, of what stands around them and of its step's title; ``head`` is the
    first of its own.

    ``place`` is its place among all rows. A row is itself alone: to compare all words of thousands takes long.
    """

    place: int
    registered: RegisteredAction
    head: str
    own: frozenset[str]
    around: frozenset[str]
    title: frozenset[str]

    def holds(self, term: WeighedTerm) -> float:
        """From 0 to 1: how surely the row holds the term."""
        return max(found(term, self.own), BESIDE * found(term, self.around))


@dataclass(frozen=True, slots=True)
class Match:
    """A row with the share of a question's weight that it holds, and the terms in which it does.

    ``score`` is the share, and more where the terms hold the row's first word.
    """

    row: Row
    share: float
    score: float
    terms: tuple[WeighedTerm, ...]

    @property
    def is_headed_alone(self) -> bool:
        """Whether the row holds no more of the question than what is done, the first of its words."""
        return all(found(term, (self.row.head,)) for term in self.terms)

    @property
    def is_broader(self) -> bool:
        """Whether the row speaks of no more than what the question's words are a kind of."""
        stems = self.row.own | self.row.around
        return all(holds_only_part(term, stems) for term in self.terms)


class Rows:
    """All rows of some agendas, analysed once."""

    def __init__(self, agendas: Sequence[RegisteredAgenda]) -> None:
        actions = chain.from_iterable(agenda.actions for agenda in agendas)
        self.all = tuple(_row(place, action) for place, action in enumerate(actions))
        self._counts = Counter(chain.from_iterable(row.own for row in self.all))
        self._beside = Counter(chain.from_iterable(row.around - row.own for row in self.all))
        self._holders: dict[str, list[Row]] = defaultdict(list)
        for row in self.all:
            for each in row.own | row.around:
                self._holders[each].append(row)
        self.owners = frozenset(name for row in self.all for name in _owner_names(row.registered))

    def size(self) -> int:
        return len(self.all)

    def frequency(self, stem: str) -> int:
        """How many rows hold it in their own words; where none does, how many beside them."""
        return self._counts[stem] or self._beside[stem]

    def weighed(self, terms: Sequence[Term]) -> tuple[WeighedTerm, ...]:
        """Weighed against the rows. A word that none of them holds weighs less, unless it is a name."""
        return tuple(
            each if each.known or each.term.name else WeighedTerm(each.term, UNHELD * each.weight, known=False)
            for each in weighed(terms, self)
        )

    def holding(self, terms: Sequence[WeighedTerm], wanted: Callable[[Row], bool]) -> list[Match]:
        """The wanted rows that hold anything of the terms, those that hold most first."""
        total = sum(term.weight for term in terms) or 1.0
        near: dict[Row, list[WeighedTerm]] = defaultdict(list)
        for term in terms:
            for row in dict.fromkeys(chain.from_iterable(map(self._holders.__getitem__, self._stems_near(term)))):
                near[row].append(term)
        matches = (_match(row, held, total) for row, held in near.items() if wanted(row))
        return sorted(filter(None, matches), key=lambda match: (-match.score, match.row.place))

    def _stems_near(self, term: WeighedTerm) -> frozenset[str]:
        """The stems by which a row may hold the term, found once for all rows."""
        exact = frozenset(stem for stem in term.stems if stem in self._holders)
        if len(term.term.stems) != 1:
            return exact
        word = term.term.stems[0]
        return exact | {stem for stem in self._holders if _may_be_near(word, stem) and found(term, (stem,))}


def _match(row: Row, terms: Sequence[WeighedTerm], total: float) -> Match | None:
    shares = [(term, row.holds(term)) for term in terms]
    share = sum(term.weight * held for term, held in shares) / total
    if not share:
        return None
    held_by_row = tuple(term for term, held in shares if held)
    headed = any(found(term, (row.head,)) for term in held_by_row)
    return Match(row, share, share * (HEADED if headed else 1.0), held_by_row)


def described(matches: Sequence[Match]) -> tuple[Match, ...]:
    """The row that a question describes; several when each of them holds all of it; none when it is not sure.

    ``matches`` are those of one question, best first.
    """
    if not matches:
        return ()
    best, others = matches[0], matches[1:]
    if best.share < (ALONE if all(2 * match.score <= best.score for match in others) else SURE):
        return ()
    close = [match for match in others if match.score * AHEAD > best.score]
    if not close:
        return (best,)
    same = tuple(match for match in matches if match.score >= best.score - ROUNDING)
    return same if best.share >= ALL and len(same) == len(close) + 1 else ()


def leading(matches: Sequence[Match]) -> tuple[Match, ...]:
    """The row that a question seems to describe in other words; none when others are near it."""
    if not matches or matches[0].share < LEAST:
        return ()
    best = matches[0]
    if len(matches) > 1 and matches[1].score * FAR_AHEAD > best.score:
        return ()
    return (best,) if any(term.known and term.weight >= RARE for term in best.terms) else ()


def about(matches: Iterable[Match]) -> tuple[Row, ...]:
    """The rows that hold nearly all of a subject, in the register's order."""
    return in_order(match for match in matches if match.share >= ALL and not match.is_broader)


def in_order(matches: Iterable[Match]) -> tuple[Row, ...]:
    """Their rows, in the register's order."""
    return tuple(sorted((match.row for match in matches), key=lambda row: row.place))


def holds(text: frozenset[str], term: WeighedTerm) -> bool:
    """Whether a text with these stems has all of the term, not only something near it."""
    return found(term, text) == 1.0


ROUNDING = 1e-9


def _row(place: int, action: RegisteredAction) -> Row:
    own = " ".join((action.action.what, action.action.number, *(cell for _, cell in action.action.others)))
    around = " ".join((action.step.title, action.action.quotation.text, *(each.owner.name for each in action.owners)))
    joined = (word.replace("-", "") for word in _HYPHENED.findall(own))  # 'mkbroute' is how some write 'mkb-route'
    own = " ".join((own, *joined))
    first = next(iter(stems(action.action.what)), "")
    title = frozenset(stems(action.step.title))
    return Row(place, action, first, frozenset(stems(own)), frozenset(stems(around)), title)


_HYPHENED = re.compile(r"\w+(?:-\w+)+")


def _owner_names(action: RegisteredAction) -> Iterable[tuple[str, ...]]:
    return (tuple(tokens(each.owner.name)) for each in action.owners)


def _may_be_near(word: str, stem: str) -> bool:
    return word[0] == stem[0] or word in stem or stem in word
