"""Edits of evidence in a digest: what is changed, and what an answer that rests on it must then do.

A digest is Markdown with a marker before each page. Everything here is text to text.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

from evals.metrics.wording import letters
from evals.questions import GoldPlace, Question

STRANGER = "Stichting Zonneveld"  # an organisation that no document names
YEARS_LATER = 7
MORE = 7  # what is added to a number
_PAGE = re.compile(r"^(<!-- pagina (\d+) -->)$", re.MULTILINE)
_YEAR = re.compile(r"\b(?:19|20)\d\d\b")
_DIGITS = re.compile(r"\d+")


class Kind(StrEnum):
    OWNER = "owner"
    NUMBER = "number"
    TERM = "term"
    DELETION = "deletion"
    OLDER = "older"
    DISTRACTOR = "distractor"


class Duty(StrEnum):
    """What the answer must do after the edit."""

    FOLLOW = "follow"  # say what the evidence says now, and not what it said
    ABSTAIN = "abstain"
    HOLD = "hold"  # say what it said


DUTIES = {
    Kind.OWNER: Duty.FOLLOW,
    Kind.NUMBER: Duty.FOLLOW,
    Kind.TERM: Duty.FOLLOW,
    Kind.DELETION: Duty.ABSTAIN,
    Kind.OLDER: Duty.HOLD,
    Kind.DISTRACTOR: Duty.HOLD,
}


@dataclass(frozen=True, slots=True)
class Edit:
    """``text`` is the whole edited document, or that of a document that is added. ``old`` and ``new`` are the words
    that were changed and what they became; both are empty where nothing was replaced."""

    kind: Kind
    question: Question
    document: str
    text: str
    old: str = ""
    new: str = ""

    @property
    def duty(self) -> Duty:
        return DUTIES[self.kind]


def edits_of(question: Question, digests: Mapping[str, str]) -> Iterator[Edit]:
    """The edits that can be made for a question whose evidence is one line on one page.

    Where another line states the same facts, the answer need not change: then there is nothing to ask of it.
    """
    gold = _only_place(question)
    if gold is None or gold.document not in digests:
        return
    text = digests[gold.document]
    line = _only_line(gold, page_of(text, gold.page))
    if not line:
        return
    for kind, old, new in _replacements(question, line):
        edited = _on_page(text, gold.page, line, line.replace(old, new))
        yield Edit(kind, question, gold.document, edited, old, new)
        older = f"# Oude versie, vervallen\n\nDit stuk is van 2009 en is vervangen.\n\n{page_of(edited, gold.page)}\n"
        yield Edit(Kind.OLDER, question, f"{gold.document}-oud-2009", older, old, new)
    if not _stated_elsewhere(question, line, digests):
        yield Edit(Kind.DELETION, question, gold.document, _on_page(text, gold.page, line, ""))
    distractor = f"# Verslag van een overleg\n\nDe vraag kwam langs: {question.text} Daarover is niets gezegd.\n"
    yield Edit(Kind.DISTRACTOR, question, "verslag-van-een-overleg", distractor)


def page_of(text: str, number: int) -> str:
    """The Markdown of one page, without its marker; empty for a page that the text does not have."""
    parts = _PAGE.split(text)
    pages = {int(parts[index + 1]): parts[index + 2] for index in range(1, len(parts) - 2, 3)}
    return pages.get(number, "").strip("\n")


def _only_place(question: Question) -> GoldPlace | None:
    if question.history or len(question.gold) != 1 or len(question.gold[0]) != 1:
        return None
    return question.gold[0][0]


def _only_line(gold: GoldPlace, page: str) -> str:
    """The one line that holds an anchor; empty where there are none or several."""
    anchors = [letters(each) for each in gold.anchors]
    lines = [line for line in page.splitlines() if any(each in letters(line) for each in anchors)]
    return lines[0] if len(lines) == 1 else ""


def _on_page(text: str, number: int, line: str, other: str) -> str:
    """The text with a line of one page replaced."""
    page = page_of(text, number)
    return text.replace(page, page.replace(line, other, 1), 1)


def _replacements(question: Question, line: str) -> Iterator[tuple[Kind, str, str]]:
    """What can be changed in the line, at most once for each kind; only what stands in it once."""
    owner = next((form for each in question.owners for form in each.forms if line.count(form) == 1), "")
    if owner:
        yield Kind.OWNER, owner, STRANGER
    if question.term and line.count(question.term) == 1:
        later = _YEAR.sub(lambda year: str(int(year[0]) + YEARS_LATER), question.term)
        yield Kind.TERM, question.term, later if later != question.term else "2041"
    number = _number(question, line) if question.type == "number" else ""
    if number:
        yield Kind.NUMBER, number, _DIGITS.sub(lambda digits: str(int(digits[0]) + MORE), number, count=1)


def _number(question: Question, line: str) -> str:
    """The words of the line that state a fact with a number in it."""
    found = (re.search(each, line, re.IGNORECASE) for fact in question.facts for each in fact.patterns)
    said = (match[0] for match in found if match and _DIGITS.search(match[0]))
    return next((each for each in said if line.count(each) == 1), "")


def _stated_elsewhere(question: Question, line: str, digests: Mapping[str, str]) -> bool:
    """Whether any other line holds a fact, or an answer could be right without any."""
    if not question.facts:
        return True
    others: Sequence[str] = [each for text in digests.values() for each in text.splitlines() if each != line]
    return any(fact.is_in(each) for fact in question.facts for each in others)
