"""BM25 over whole pages and plain words: what any search engine does before anybody thinks about it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from math import log

from assistant.index.analyzer import tokens

K1, B = 1.2, 0.75  # Robertson and Zaragoza, 'The Probabilistic Relevance Framework' (2009)


class PlainBm25:
    """Ranks texts by their folded words, without stems, stopwords, context or synonyms."""

    def __init__(self, texts: Sequence[str]) -> None:
        self._counts = [Counter(tokens(text)) for text in texts]
        self._lengths = [counts.total() for counts in self._counts]
        self._mean_length = sum(self._lengths) / max(1, len(texts))
        self._holding = Counter(word for counts in self._counts for word in counts)

    def ranked(self, question: str) -> list[int]:
        """The places of the texts that share a word with the question, best first, ties in order of place."""
        scores = [(self._score(place, tokens(question)), place) for place in range(len(self._counts))]
        return [place for score, place in sorted(scores, key=lambda each: (-each[0], each[1])) if score > 0]

    def _score(self, place: int, words: Sequence[str]) -> float:
        counts = self._counts[place]
        norm = K1 * (1 - B + B * self._lengths[place] / self._mean_length)
        return sum(
            self._rarity(word) * counts[word] * (K1 + 1) / (counts[word] + norm) for word in words if word in counts
        )

    def _rarity(self, word: str) -> float:
        holding = self._holding[word]
        return log(1 + (len(self._counts) - holding + 0.5) / (holding + 0.5))
