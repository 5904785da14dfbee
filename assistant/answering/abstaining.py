"""When not to answer: what the question names must stand in the evidence, or silence is the honest answer.

A retriever always finds something. These checks ask whether what was found speaks of what the question names: its step,
its parties and persons, its year, the amount it asks for.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from functools import lru_cache

from assistant.answering.doubting import UNTRANSLATED, weighed_doubts
from assistant.answering.doubts import Doubt, Sign
from assistant.answering.matching import WeighedTerm, coverage, found
from assistant.answering.names import whole_name
from assistant.answering.presuming import silent_party, unknown_subject
from assistant.answering.reranking import SECTION_NUMBER, analysed, is_of_step
from assistant.answering.understanding import Understanding
from assistant.domain.passages import Hit, Passage
from assistant.index.analyzer import STOPWORDS, tokens

LOOKED_AT = 10  # best passages in which a name, a year or an amount may stand
LEAST_HELD = 0.12  # share of the question's weight that the best passage must hold
LITTLE_HELD = 0.22
SHORTEST_ROOT = 4  # letters of a name that an adjective of it must keep
LONGEST_ACRONYM = 5  # letters; a longer word in capitals is one that is stressed
MOSTLY_UNKNOWN = 0.5  # share of the question's weight in words that no document holds


class Reason(StrEnum):
    """Why there is no answer; the sentences are in the catalogues of texts."""

    EMPTY_LIBRARY = "empty_library"
    LANGUAGE = "language"
    NOTHING_FOUND = "nothing_found"
    STEP = "step"
    NAME = "name"
    YEAR = "year"
    AMOUNT = "amount"
    CONTACT = "contact"
    TIME = "time"
    POSITION = "position"
    COUNT = "count"
    AGE = "age"
    LENGTH = "length"
    DATE = "date"
    CLAIM = "claim"
    NOT_PROVEN = "not_proven"


@dataclass(frozen=True, slots=True)
class Abstention:
    """``detail`` is the word in question: the step, the name, the year."""

    reason: Reason
    detail: str = ""


def why_abstain(
    question: Understanding, hits: Sequence[Hit], terms: Sequence[WeighedTerm], steps: Sequence[int]
) -> Abstention | None:
    """The reason not to answer from these hits, or nothing. ``steps`` are the numbers of all steps that are known."""
    if question.language not in ("nl", "en"):
        return Abstention(Reason.LANGUAGE)
    unknown_step = _unknown_step(question, hits, steps)
    if unknown_step or not hits:
        return unknown_step or Abstention(Reason.NOTHING_FOUND)
    looked_at = hits[:LOOKED_AT]
    return (
        _unknown_name(question, looked_at, terms)
        or _unknown_year(question, looked_at)
        or _presumed(question, looked_at, terms)
        or _doubtful(question, hits, terms)
        or _off_topic(looked_at, terms, foreign=question.language != "nl")
    )


def _unknown_step(question: Understanding, hits: Sequence[Hit], steps: Sequence[int]) -> Abstention | None:
    if not steps or any(step in steps for step in question.steps) or not question.steps:
        return None
    if any(is_of_step(hit.passage, question.steps) for hit in hits):
        return None
    return Abstention(Reason.STEP, ", ".join(map(str, question.steps)))


def _unknown_name(question: Understanding, hits: Sequence[Hit], terms: Sequence[WeighedTerm]) -> Abstention | None:
    """A name that no passage holds as a name: 'Leiden' is not found in 'leiden tot'."""
    for each in terms:
        written = _as_written(each.term.text, question.text)
        if _is_a_name(each) and not any(_names(hit, each, written) for hit in hits):
            return Abstention(Reason.NAME, whole_name(question.text, written))
    return None


# Written with a capital, and yet the name of no one: kinds of documents, and offices.
_COMMON = frozenset(
    """
    kamer kamerbrief kamerbrieven kamerleden kamerlid kamerstuk kamervragen minister ministers staatssecretaris
    brief congresbundel bundel notitie rapport artikel paper nederland nederlanders nederlandse netherlands
    dutch
    """.split()  # noqa: SIM905  (they would be harder to read in quotes)
)


def _is_a_name(term: WeighedTerm) -> bool:
    return term.term.name and not term.term.pale and not _COMMON.issuperset(term.term.text.split())


def _names(hit: Hit, term: WeighedTerm, written: str) -> bool:
    held = analysed(hit.passage).whole
    phrases = (*term.term.alternatives, *term.term.weak)
    if any(all(stem in held for stem in phrase) for phrase in phrases if phrase != term.term.stems):
        return True
    names = capitalised(hit.passage)
    if not term.known and not term.term.listed:
        return found(term, held) > 0.0 or _is_adjective_of(term.term.text, names)  # part of a longer word, or misspelt
    if not term.known:
        return False
    if _is_acronym(written) and not term.term.listed:  # 'STAP' is not found in 'Stap 1'
        return re.search(rf"(?<!\w){written}", hit.passage.indexed_text) is not None
    words = [word for word in term.term.text.split() if word not in STOPWORDS]  # the 'van' of 'Raad van State'
    return all(any(name.startswith(word) for name in names) for word in words)


def _is_acronym(written: str) -> bool:
    return written.isalpha() and written.isupper() and len(written) <= LONGEST_ACRONYM


def _is_adjective_of(word: str, names: Collection[str]) -> bool:
    """Whether a folded word is made of one of the names: 'Gelderse' of 'Gelderland'."""
    root = word.removesuffix("e").removesuffix("s")
    return len(word) - len(root) == 2 and len(root) >= SHORTEST_ROOT and any(name.startswith(root) for name in names)


@lru_cache(maxsize=1024)
def capitalised(passage: Passage) -> frozenset[str]:
    """The folded words of a passage and its surroundings that begin with a capital or a digit."""
    words = re.findall(r"(?<!\w)[A-ZÀ-Þ\d][\w’'-]*", passage.indexed_text)
    return frozenset(part for word in words for part in tokens(word))


def _as_written(folded: str, text: str) -> str:
    match = re.search(re.escape(folded), text, re.IGNORECASE)
    return match[0] if match else folded


_SPAN = re.compile(r"\b((?:19|20)\d{2})\s?[/–-]\s?((?:19|20)?\d{2})\b")


def _unknown_year(question: Understanding, hits: Sequence[Hit]) -> Abstention | None:
    for year in question.years:
        if not any(_holds_year(hit.passage.indexed_text, year) for hit in hits):
            return Abstention(Reason.YEAR, str(year))
    return None


def _holds_year(text: str, year: int) -> bool:
    if re.search(rf"\b{year}\d{{0,1}}\b", text):
        return True
    spans = ((int(first), int(first[: 4 - len(last)] + last)) for first, last in _SPAN.findall(text))
    return any(first <= year <= last for first, last in spans)


def _presumed(question: Understanding, hits: Sequence[Hit], terms: Sequence[WeighedTerm]) -> Abstention | None:
    """Something that the question takes for granted, and no document holds."""
    if subject := unknown_subject(question, hits, terms):
        return Abstention(Reason.NAME, subject)
    if party := silent_party(question, hits, terms):
        return Abstention(Reason.POSITION, _as_written(party, question.text))
    return None


_REASONS = {
    Sign.MONEY: Reason.AMOUNT,
    Sign.SHARE: Reason.AMOUNT,
    Sign.CONTACT: Reason.CONTACT,
    Sign.TIME: Reason.TIME,
    Sign.AGE: Reason.AGE,
    Sign.LENGTH: Reason.LENGTH,
    Sign.DATE: Reason.DATE,
    Sign.COUNT: Reason.COUNT,
    Sign.NOUN: Reason.NAME,
    Sign.ACTOR: Reason.NAME,
    Sign.NAME: Reason.NAME,
    Sign.CLAIM: Reason.CLAIM,
}


def _doubtful(question: Understanding, hits: Sequence[Hit], terms: Sequence[WeighedTerm]) -> Abstention | None:
    refused = weighed_doubts(question, hits, terms).refused
    return _of_doubt(refused, question) if refused else None


def left_open(question: Understanding, hits: Sequence[Hit], terms: Sequence[WeighedTerm]) -> tuple[Abstention, ...]:
    """Why parts of the question are not answered, where another part is."""
    return tuple(_of_doubt(doubt, question) for doubt in weighed_doubts(question, hits, terms).left)


def _of_doubt(doubt: Doubt, question: Understanding) -> Abstention:
    return Abstention(_REASONS[doubt.sign], _as_written(doubt.detail, question.text))


def _off_topic(hits: Sequence[Hit], terms: Sequence[WeighedTerm], *, foreign: bool) -> Abstention | None:
    """Hardly any of the question is held, or little while most of its words stand in no document.

    In another language than that of the documents an unknown word may only lack a translation, and counts for less.
    """
    content = [each for each in terms if not each.term.pale]
    if foreign:
        content = [each if each.known else replace(each, weight=each.weight * UNTRANSLATED) for each in content]
    best = max(coverage(content, analysed(hit.passage).whole) for hit in hits)
    total = sum(each.weight for each in content) or 1.0
    unknown = sum(each.weight for each in content if not each.known) / total
    if best < LEAST_HELD or (best < LITTLE_HELD and unknown >= MOSTLY_UNKNOWN):
        return Abstention(Reason.NOTHING_FOUND)
    return None


def known_steps(section_titles: Sequence[str]) -> tuple[int, ...]:
    """The numbers that tables' section titles begin with, in order."""
    numbers = map(SECTION_NUMBER.match, section_titles)
    return tuple(sorted({int(match[1]) for match in numbers if match}))
