"""Words are sought in texts by sets; that must find what comparing them one by one finds."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from assistant.answering.matching import (
    COMPOUND,
    SHORTEST_PART,
    WeighedTerm,
    coverage,
    found,
    held_by,
    weight_of,
)
from assistant.answering.understanding import Term

# Few letters, so that words begin and end one another.
words = st.text("ab", min_size=1, max_size=9)
texts = st.frozensets(words, max_size=6)


def known(word: str, weight: float = 1.0) -> WeighedTerm:
    return WeighedTerm(Term(word, (word,)), weight, known=True)


def begins_or_ends(one: str, other: str) -> bool:
    short, long = sorted((one, other), key=len)
    return len(short) >= SHORTEST_PART and (long.startswith(short) or long.endswith(short))


@given(words, texts)
def test_a_compound_is_a_word_that_begins_or_ends_another(word: str, text: frozenset[str]) -> None:
    expected = 1.0 if word in text else COMPOUND if any(begins_or_ends(word, each) for each in text) else 0.0
    assert found(known(word), text) == expected


@given(st.lists(words, max_size=4), texts, texts)
def test_a_part_of_a_text_holds_only_terms_that_the_text_holds(
    asked: list[str], part: frozenset[str], rest: frozenset[str]
) -> None:
    terms = [known(word) for word in asked]
    assert set(held_by(part, terms)) <= set(held_by(part | rest, terms))


def test_the_share_is_of_all_terms_also_where_only_those_that_are_held_are_looked_for() -> None:
    terms = [known("scholing", 1.0), known("toezicht", 0.5), known("instroom", 0.5)]
    there = held_by(frozenset(["scholing", "toezicht"]), terms)
    assert [each.term.text for each in there] == ["scholing", "toezicht"]
    sentence = frozenset(["toezicht"])
    assert coverage(there, sentence, weight_of(terms)) == coverage(terms, sentence) == 0.25  # 0.5 of 2
