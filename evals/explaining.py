"""One question with its reply: gold and cited words side by side, and what each metric made of it."""

from __future__ import annotations

import re
import textwrap
from collections.abc import Sequence
from itertools import zip_longest

from evals.metrics.catalogue import METRICS, measured
from evals.questions import GoldPlace, Question
from evals.replies import Cited, Reply
from evals.runner import asked_of
from evals.scoring import case_of
from evals.workbench import Examined, PageText, page_text

COLUMN = 58  # characters of each of the two columns
AROUND = 140  # characters of the page that are shown on each side of an anchor


def explained(examined: Examined, question: Question, questions: Sequence[Question]) -> str:
    reply = asked_of(examined, question).reply
    text = page_text(examined)
    owners = tuple(dict.fromkeys(owner for each in questions for owner in each.owners))
    case = case_of(question, reply, text, owners)
    parts = [
        f"{question.id} [{', '.join(f'{name} {value}' for name, value in question.traits)}]",
        *(f"   earlier: {each}" for each in question.history),
        f"   {question.text}",
        "",
        f"{reply.status or 'failed'}: {reply.error or reply.text}",
        "",
        side_by_side(question, reply, text),
        "",
    ]
    for metric in METRICS:
        found = measured(metric, case)
        value = "not measured" if found.value is None else f"{found.value:.3f}"
        parts.append(f"{metric.name:<30}{value:>13}   {found.explanation}")
    return "\n".join(parts)


def side_by_side(question: Question, reply: Reply, text: PageText) -> str:
    """Gold on the left, citations on the right; a citation on a gold page bears a check mark."""
    gold = [line for number, places in enumerate(question.gold, 1) for line in _gold_lines(number, places, text)]
    cited = [line for each in reply.citations for line in _cited_lines(each, question)]
    rows = zip_longest(gold or ["no document answers this"], cited or ["nothing is cited"], fillvalue="")
    head = f"{'GOLD':<{COLUMN}} | CITED"
    return "\n".join([head, *(f"{left:<{COLUMN}} | {right}".rstrip() for left, right in rows)])


def _gold_lines(number: int, places: Sequence[GoldPlace], text: PageText) -> list[str]:
    lines = []
    for option, place in enumerate(places):
        lines.append(f"{'or' if option else f'{number}.'} {place.document} p. {place.page}")
        lines += _wrapped(_around(place, text(place.place)))
    return lines


def _around(gold: GoldPlace, page: str | None) -> str:
    """The words around the first anchor that the page holds as it is written."""
    if page is None:
        return "(not among the documents)"
    for anchor in gold.anchors:
        pattern = r"\s+".join(map(re.escape, anchor.split()))
        if found := re.search(pattern, page, re.IGNORECASE):
            return page[max(0, found.start() - AROUND) : found.end() + AROUND]
    return f"(known by {', '.join(map(repr, gold.anchors))})"


def _cited_lines(cited: Cited, question: Question) -> list[str]:
    mark = "✓" if cited.place in question.places else " "
    return [f"{mark} [{cited.number}] {cited.document} p. {cited.page}", *_wrapped(cited.quote)]


def _wrapped(text: str) -> list[str]:
    return textwrap.wrap(" ".join(text.split()), COLUMN - 4, initial_indent="    ", subsequent_indent="    ")
