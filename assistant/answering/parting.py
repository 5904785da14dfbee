"""Questions that set two things beside each other ('wat loopt langer: de pilots of de verkenning?'), as two questions.

Each part has its own evidence; put as one question, the better known part would have all of the answer.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from assistant.answering.asking import Asks
from assistant.answering.understanding import Understanding


@dataclass(frozen=True, slots=True)
class Part:
    """One of the things that are compared, as the question writes it, and the question about it alone."""

    written: str
    question: str


def parts_of(question: Understanding) -> tuple[Part, Part] | None:
    """Nothing for a question that compares nothing, or not in one of the usual ways."""
    if question.follow_up:
        return None
    return next(_parts(question.text.rstrip(" ?.!"), question), None)


_LONGER = r"(?:langer|korter|eerder|later|vroeger|langst|eerst|longer|shorter|earlier|later|first|last)"
_EITHER = re.compile(
    rf"^(?P<head>.*\b{_LONGER}\b[^:,]*)\s*[:,]\s*(?P<one>.+?)\s+(?:of|or)\s+(?P<other>.+)$", re.IGNORECASE
)
_BETWEEN = re.compile(
    r"\b(?:verschil(?:len)?|overeenkomst(?:en)?|differences?)\s+(?:(?:in|qua|van|in\s+terms\s+of)\s+(?P<of>.+?)\s+)?"
    r"(?:tussen|between)\s+(?P<one>.+?)\s+(?:en|and)\s+(?P<other>.+)$",
    re.IGNORECASE,
)
_FROM = re.compile(
    r"\bverschil(?:t|len)\s+(?P<one>wat\s+.+?|.+?)\s+van\s+(?P<other>wat\s+.+|dat\s+van\s+.+|die\s+van\s+.+)$",
    re.IGNORECASE,
)
_BOTH = re.compile(r"^(?P<head>.+?)\s+(?:zowel|both)\s+(?P<one>.+?)\s+(?:als|and)\s+(?P<other>.+)$", re.IGNORECASE)
_THAT_OF = re.compile(r"^(?:die|dat|that|those)\s+(?P<of>van|of)\s+", re.IGNORECASE)
_BACK = re.compile(r"\b(?:er|daar|hier)(?:mee|van|bij|voor|in|aan)\b|\b(?:with|of)\s+it\b", re.IGNORECASE)
_NAMED = re.compile(r"(?<!^)\b[A-Z][\w-]*(?:\s+[A-Z][\w-]*)*")


def _parts(text: str, question: Understanding) -> Iterator[tuple[Part, Part]]:
    if match := _EITHER.search(text):
        when = "When does {} run?" if question.language == "en" else "Wanneer loopt {}?"
        yield _pair(match["one"], match["other"], when)
    if match := _BETWEEN.search(text):
        what = "What is {}?" if question.language == "en" else "Wat is {}?"
        yield _pair(match["one"], match["other"], f"{match['of']} {{}}" if match["of"] else what)
    if match := _FROM.search(text):
        yield _pair(match["one"], match["other"], "{}")
    if (match := _BOTH.search(text)) and {Asks.OWNER, Asks.LIST, Asks.NAME} & set(question.asks):
        yield _pair(match["one"], match["other"], f"{match['head']} {{}}?")


def _pair(one: str, other: str, form: str) -> tuple[Part, Part]:
    whole = _with_what_it_leans_on(one, other)
    return Part(one, form.format(one)), Part(other, form.format(whole))


def _with_what_it_leans_on(one: str, other: str) -> str:
    """'Die van de liaisons' beside 'de rol van het platform' is the role of the liaisons, and 'ermee' is with it."""
    if match := _THAT_OF.search(other):
        head, of, _ = one.partition(f" {match['of']} ")
        if of:
            return f"{head}{of}{other[match.end() :]}"
    if _BACK.search(other):
        return f"{_BACK.sub('', other).strip()} {' '.join(_NAMED.findall(one)) or one}"
    return other
