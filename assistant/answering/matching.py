"""How much of a question a text holds: the share of the question's terms found in it, each by its weight."""

from __future__ import annotations

import math
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache
from itertools import chain
from typing import Protocol

from assistant.answering.understanding import Term

# How far a term counts as found when the text holds it in another form.
ALTERNATIVE = 0.9  # a glossary's acronym, synonym or translation
WEAK = 0.6  # an everyday synonym
COMPOUND = 0.6  # the word inside a longer one, or the other way round ('groeifonds' in 'groeifondsproject')
MISSPELT = 0.5  # a word that no document holds, close to one that the text holds
NAME = 1.25  # how much more a name counts
PALE = 0.25  # the share of its weight that a word keeps which asks, or stands in any text
SHORTEST_PART = 5  # letters that a part of a compound must have
# Dice coefficient of letter pairs from which two words count as the same, misspelt: above that of politie and positie.
SIMILAR = 0.67
TEXTS_KEPT = 1 << 12  # sentences and passages: 1 kB, and up to 8 kB for stems that nothing else keeps
WORDS_KEPT = 1 << 14  # words of documents, with their pairs of letters


class Frequencies(Protocol):
    """What the whole library holds, for telling rare words from common ones."""

    def size(self) -> int:
        """The number of passages."""

    def frequency(self, stem: str) -> int:
        """The number of passages that hold the stem in their own text."""


@dataclass(frozen=True)
class WeighedTerm:
    """A term with its weight, from 0 to 1: the rarer, the heavier. ``known`` says that some document holds it."""

    term: Term
    weight: float
    known: bool

    @cached_property
    def stems(self) -> frozenset[str]:
        """Of the term and of all that may stand for it."""
        return frozenset(chain(self.term.stems, *self.term.alternatives, *self.term.weak))

    @cached_property
    def parts(self) -> frozenset[str]:
        """What a term of one word may be a compound of: all that begins it or ends it and is long enough.

        Parts of a Dutch compound stand at its ends: 'politie' is none of 'geopolitiek'.
        """
        (word,) = self.term.stems
        lengths = range(SHORTEST_PART, len(word) + 1)
        return frozenset(chain((word[:n] for n in lengths), (word[-n:] for n in lengths)))


def weighed(terms: Sequence[Term], frequencies: Frequencies) -> tuple[WeighedTerm, ...]:
    return tuple(_weigh(term, frequencies) for term in terms)


def _weigh(term: Term, frequencies: Frequencies) -> WeighedTerm:
    own = _rarest(term.stems, frequencies)
    others = [_rarest(phrase, frequencies) for phrase in (*term.alternatives, *term.weak)]
    held = [count for count in [own, *others] if count]
    count = own or max(held, default=0)
    passages = frequencies.size() + 1
    weight = math.log(1 + passages / (count + 0.5)) / math.log(1 + 2 * passages)
    return WeighedTerm(term, weight * (PALE if term.pale else NAME if term.name else 1.0), bool(held))


def _rarest(phrase: Iterable[str], frequencies: Frequencies) -> int:
    """In how many passages a phrase can stand at most; 0 when one of its words stands in none."""
    return min((frequencies.frequency(stem) for stem in phrase), default=0)


def weight_of(terms: Iterable[WeighedTerm]) -> float:
    return sum(term.weight for term in terms)


def held_by(stems: Collection[str], terms: Iterable[WeighedTerm]) -> tuple[WeighedTerm, ...]:
    """The terms of which a text with these stems holds anything; no part of the text holds any of the others."""
    return tuple(term for term in terms if found(term, stems))


def coverage(terms: Sequence[WeighedTerm], stems: Collection[str], of: float | None = None) -> float:
    """From 0 to 1: the weight of the terms found among a text's stems, over the weight of all.

    ``of`` is the weight of all, where ``terms`` are only those that the text can hold.
    """
    total = weight_of(terms) if of is None else of
    if not total:
        return 0.0
    return sum(term.weight * found(term, stems) for term in terms) / total


def found(weighed_term: WeighedTerm, stems: Collection[str]) -> float:
    """From 0 to 1: how surely a text with these stems holds the term."""
    term = weighed_term.term
    if not weighed_term.stems.isdisjoint(stems):
        literal = _literally(term, stems)
        if literal or len(term.stems) > 1:
            return literal
    return _near(weighed_term, stems) if len(term.stems) == 1 else 0.0


def holds_only_part(weighed_term: WeighedTerm, stems: Collection[str]) -> bool:
    """Whether a text holds a part of the term's one word ('opleiding' of 'lerarenopleiding'), and no word with all."""
    if len(weighed_term.term.stems) != 1 or not weighed_term.stems.isdisjoint(stems):
        return False
    within = _begins_or_ends(weighed_term.term.stems[0], _run_on(frozenset(stems)))
    return not within and not weighed_term.parts.isdisjoint(stems)


def _literally(term: Term, stems: Collection[str]) -> float:
    own = sum(stem in stems for stem in term.stems) / len(term.stems) if term.stems else 0.0
    if own == 1.0:
        return 1.0
    if any(all(stem in stems for stem in phrase) for phrase in term.alternatives):
        return ALTERNATIVE
    if any(all(stem in stems for stem in phrase) for phrase in term.weak):
        return max(WEAK, own)
    if len(term.stems) > 1:
        return max(own * own, WEAK * max((_share(phrase, stems) for phrase in term.alternatives), default=0.0))
    return 0.0


def _share(phrase: Sequence[str], stems: Collection[str]) -> float:
    share = sum(stem in stems for stem in phrase) / len(phrase)
    return share * share


def _near(weighed_term: WeighedTerm, stems: Collection[str]) -> float:
    word = weighed_term.term.stems[0]
    if len(word) < SHORTEST_PART:
        return 0.0
    if not weighed_term.parts.isdisjoint(stems) or _begins_or_ends(word, _run_on(frozenset(stems))):
        return COMPOUND
    if not weighed_term.known and _holds_similar(word, frozenset(stems)):
        return MISSPELT
    return 0.0


def _holds_similar(word: str, stems: frozenset[str]) -> bool:
    return any(_similarity(word, stem) > SIMILAR for stem in _by_letter(stems).get(word[0], ()))


@lru_cache(maxsize=TEXTS_KEPT)
def _by_letter(stems: frozenset[str]) -> dict[str, list[str]]:
    """The stems by their first letter, which nobody misspells."""
    found: dict[str, list[str]] = {}
    for stem in stems:
        found.setdefault(stem[0], []).append(stem)
    return found


@lru_cache(maxsize=TEXTS_KEPT)
def _run_on(stems: frozenset[str]) -> str:
    """The stems as one text, in which what begins or ends any of them is found at once; no stem holds a space."""
    return f" {' '.join(stems)} "


def _begins_or_ends(word: str, run_on: str) -> bool:
    return word in run_on and (f" {word}" in run_on or f"{word} " in run_on)


def _similarity(a: str, b: str) -> float:
    """Dice coefficient of letter pairs (Dice 1945), 1 for equal words."""
    pairs_a, pairs_b = _pairs(a), _pairs(b)
    return 2 * len(pairs_a & pairs_b) / (len(pairs_a) + len(pairs_b))


@lru_cache(maxsize=WORDS_KEPT)
def _pairs(word: str) -> frozenset[str]:
    return frozenset(word[i : i + 2] for i in range(len(word) - 1))
