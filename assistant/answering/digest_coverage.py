"""How much of a question stands together in one sentence of what the digest says of a page.

The pages of an original are found by it too; nothing that it says is shown or quoted.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

from assistant.answering.matching import WeighedTerm, found, held_by, weight_of
from assistant.index.analyzer import stems

OF_ANOTHER_KIND = 0.55  # what a sentence counts that does not show what is asked: a figure, a cause, a name
PAGES_KEPT = 512  # some 40 kB of stems each


@dataclass(frozen=True, slots=True)
class _Digest:
    """The sentences of a page's digest, the stems of each and of all, and which sentences hold a stem."""

    sentences: tuple[str, ...]
    stems: tuple[frozenset[str], ...]
    all_stems: frozenset[str]
    places: Mapping[str, Collection[int]]


def digest_coverage(digest: str, terms: Sequence[WeighedTerm], shows_what_is_asked: Callable[[str], bool]) -> float:
    """From 0 to 1, of the best sentence."""
    total = weight_of(terms)
    if not digest or not total:
        return 0.0
    read = _read(digest)
    weights = _weights(read, terms)
    best = 0.0
    for place in sorted(weights, key=lambda each: -weights[each]):
        if weights[place] <= best:
            break
        kind = 1.0 if shows_what_is_asked(read.sentences[place]) else OF_ANOTHER_KIND
        best = max(best, weights[place] * kind)
    return best / total


def _weights(digest: _Digest, terms: Sequence[WeighedTerm]) -> dict[int, float]:
    """The weight of the terms that each sentence holds, of the sentences that hold any."""
    weights: defaultdict[int, float] = defaultdict(float)
    for term in held_by(digest.all_stems, terms):
        for place in _places(digest, term):
            weights[place] += term.weight * found(term, digest.stems[place])
    return weights


def _places(digest: _Digest, term: WeighedTerm) -> Iterable[int]:
    """Where the term may stand: a term that the page holds literally is not looked for inside longer words too."""
    literal = term.stems & digest.all_stems
    if not literal:
        return range(len(digest.stems))
    return {place for stem in literal for place in digest.places[stem]}


@lru_cache(maxsize=PAGES_KEPT)
def _read(digest: str) -> _Digest:
    sentences = tuple(digest.split("\n"))
    each = tuple(frozenset(stems(sentence)) for sentence in sentences)
    places: defaultdict[str, list[int]] = defaultdict(list)
    for place, held in enumerate(each):
        for stem in held:
            places[stem].append(place)
    return _Digest(sentences, each, frozenset(places), dict(places))
