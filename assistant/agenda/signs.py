"""What tells an action from others: the names in it, and its rare words; pure functions."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property

from assistant.answering.glossary import Equivalent, Glossary
from assistant.index.analyzer import stem, tokens, words

LEAST_WORDS = 2  # of an action that a sentence without a name of it must hold
LEAST_SHARE = 0.5  # of the weight of its rare words, which these must have
SHORTEST_WORD = 4  # letters

_CAPITALISED = re.compile(r"(?<![\w-])[A-ZÀ-Þ][\w’']*(?:-\w+)*(?:\s[A-ZÀ-Þ][\w’']*(?:-\w+)*)*")
_COINED = re.compile(r"\w[A-ZÀ-Þ]|\w-[A-ZÀ-Þ]|\w\s\w")  # 'CompetentNL', 'Kies-Zorg', 'Leer Samen'
_GAP = r"[\s-]{0,2}"  # between the parts of a name, which people write together, apart or with a hyphen
_OPENING = re.compile(r"(?:^|[.:;!?…]|\d)[\s\"'“”‘’«»]*$")

Weigh = Callable[[str], float]
IsRare = Callable[[str], bool]
# Parties by the words that name them, each with all its names when it is a programme; other parties tell nothing.
NamedParties = Mapping[str, Sequence[str]]


@dataclass(frozen=True)
class Sign:
    """Words that stand for (a part of) an action in a text: ``name`` says that they are enough by themselves.

    ``stems`` are those of the action's words that they stand for. With ``cased`` capitals must agree, and the words
    may not open a sentence, where any word has one.
    """

    phrase: str
    name: bool
    stems: frozenset[str] = frozenset()
    cased: bool = False

    @cached_property
    def pattern(self) -> re.Pattern[str]:
        parts = [re.escape(part) for part in re.findall(r"[^\W_]+", self.phrase)]
        return re.compile(rf"(?<!\w){_GAP.join(parts)}(?!\w)", 0 if self.cased else re.IGNORECASE)

    def found_in(self, text: str) -> str:
        """The words as the text has them; empty where it does not."""
        for match in self.pattern.finditer(text):
            if not (self.cased and _OPENING.search(text[: match.start()])):
                return match[0]
        return ""


@dataclass(frozen=True)
class Signs:
    """``weights`` are those of an action's rare words, by stem."""

    signs: tuple[Sign, ...]
    weights: dict[str, float] = field(default_factory=dict)

    @property
    def query(self) -> str:
        """What a search for passages that may hold them asks for."""
        return " ".join([*(sign.phrase for sign in self.signs), *self.weights])

    def found_in(self, text: str) -> tuple[str, ...]:
        """The words by which a sentence or a row speaks of the action; none where it does not."""
        met = [(sign, literal) for sign in self.signs if (literal := sign.found_in(text))]
        if any(sign.name for sign, _ in met):
            return tuple(dict.fromkeys(literal for sign, literal in met if sign.name))
        own = {stem(word): word for word in words(text)}
        held = {each for each in self.weights if each in own} | {each for sign, _ in met for each in sign.stems}
        held &= self.weights.keys()
        enough = len(held) >= LEAST_WORDS and sum(map(self.weights.__getitem__, held)) >= self._least
        if not enough:
            return ()
        phrases = dict.fromkeys(literal for _, literal in met)
        said = {stem(word) for phrase in phrases for word in tokens(phrase)}
        return (*(own[each] for each in self.weights if each in (held & own.keys()) - said), *phrases)

    @cached_property
    def _least(self) -> float:
        return LEAST_SHARE * sum(self.weights.values())


def signs_of(what: str, glossary: Glossary, named: NamedParties, is_rare: IsRare, weigh: Weigh) -> Signs:
    """``named`` are the parties in the action's words. Of stems, ``is_rare`` says whether one may be of a name, and
    ``weigh`` what it weighs as a word: 0 when it is too common to tell anything.
    """
    programmes = [Sign(form, name=True) for forms in named.values() for form in forms]
    covered = frozenset(token for name, forms in named.items() if not forms for token in tokens(name))
    found = [sign for sign in (*programmes, *_names(what, glossary)) if _tells(sign.phrase, is_rare, covered)]
    signs = {sign.phrase.casefold(): sign for sign in reversed(found)}
    in_names = {stem(token) for sign in signs.values() for token in tokens(sign.phrase)}
    rare = {
        each: weight
        for word in dict.fromkeys(words(what))
        if len(word) >= SHORTEST_WORD and word.isalpha() and word not in covered
        if (each := stem(word)) not in in_names and (weight := weigh(each))
    }
    return Signs((*reversed(signs.values()), *_paraphrases(what, glossary, rare)), rare)


def _tells(name: str, is_rare: IsRare, covered: frozenset[str]) -> bool:
    parts = tokens(name)
    return not covered.issuperset(parts) and any(is_rare(stem(part)) for part in parts)


def _names(what: str, glossary: Glossary) -> Iterator[Sign]:
    """Those of the glossary with all their other forms, and what has capitals where no ordinary word has them."""
    found = tokens(what)
    known: set[str] = set()
    for each in glossary.equivalents(what):
        own = found[each.start : each.end]
        if _is_name(each, own, what):
            known.update(own)
            yield from (Sign(form, name=True) for form in (" ".join(own), *each.phrases))
        elif each.strong and any(map(_has_capital, each.phrases)):
            known.update(own)  # 'LLO' is written in capitals, and no name
    for match in _CAPITALISED.finditer(what):
        name = _without_opening_word(match[0]) if _OPENING.search(what[: match.start()]) else match[0]
        if name and not known.issuperset(tokens(name)):
            yield Sign(name, name=True, cased=not _COINED.search(name))


def _without_opening_word(words: str) -> str:
    """'CompetentNL' of 'Pilots CompetentNL': any word may open a sentence, and has a capital then."""
    first, _, rest = words.partition(" ")
    return words if _COINED.search(first) else rest


def _is_name(entry: Equivalent, own: Sequence[str], what: str) -> bool:
    """Whether every form of an entry of the glossary has a capital, as its headword has only when it is a name."""
    if not entry.strong or not all(map(_has_capital, entry.phrases)):
        return False
    here = Sign(" ".join(own), name=True).pattern.search(what)
    if here is None:
        return False
    return _has_capital(here[0][1:]) or (_has_capital(here[0]) and not _OPENING.search(what[: here.start()]))


def _has_capital(phrase: str) -> bool:
    return any(char.isupper() for char in phrase)


def _paraphrases(what: str, glossary: Glossary, rare: dict[str, float]) -> Iterator[Sign]:
    """Phrases of the glossary that say what words of the action say: 'wettelijke opdracht' for 'wettelijke taak'."""
    found: Sequence[str] = tokens(what)
    for each in glossary.equivalents(what):
        own = frozenset(map(stem, found[each.start : each.end])) & rare.keys()
        if each.strong and own:
            yield from (Sign(phrase, False, own) for phrase in each.phrases if len(tokens(phrase)) > 1)
