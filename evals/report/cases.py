"""Single questions on the page: what should have been said beside what was."""

from __future__ import annotations

from collections.abc import Sequence
from html import escape

from evals.metrics.wording import without_marks
from evals.questions import Requirement
from evals.replies import Cited, Reply
from evals.report.words import Words
from evals.scoring import Scored

LONGEST_TEXT = 420  # characters of an answer that are shown
LONGEST_QUOTE = 120
MOST_CITATIONS = 3
SHOWN_TRAITS = ("type", "language", "slice", "unanswerable")


def worst_cases(words: Words, results: Sequence[Scored]) -> str:
    return "".join(_case(words, each) for each in results)


def _case(words: Words, result: Scored) -> str:
    question = result.question
    earlier = "; ".join(question.history)
    history = f'<div class="tag">{escape(words.earlier)}: {escape(earlier)}</div>' if earlier else ""
    traits = " · ".join(words.slice_values.get(value, value) for name, value in question.traits if name in SHOWN_TRAITS)
    return (
        f'<article><h3>{escape(question.text)}</h3><div class="tag">{escape(question.id)} · {escape(traits)}</div>'
        f'{history}<div class="columns"><div><h4>{escape(words.expected)}</h4>{_expected(words, result)}</div>'
        f"<div><h4>{escape(words.replied)}</h4>{_replied(words, result)}</div></div>"
        f'<div class="tag"><b>{escape(words.verdict)}:</b> {escape(_verdict(words, result))}</div></article>'
    )


def _verdict(words: Words, result: Scored) -> str:
    """Why the outcome is not right, most telling first."""
    question, reply = result.question, result.reply
    if not question.gold:
        return words.imprecise
    said = "" if reply.abstained else without_marks(reply.text)
    missing = ", ".join(fact.name for fact in question.facts if not fact.is_in(said))
    cited = {each.place for each in reply.citations}
    found = sum(any(gold.place in cited for gold in requirement) for requirement in question.gold)
    parts = [
        *([words.missing_facts.format(names=missing)] if missing else []),
        *([words.broken_citations] if result.value("citations.resolvable") not in (1.0, None) else []),
        words.missing_evidence.format(cited=found, needed=len(question.gold)),
    ]
    return "; ".join(parts)


def _expected(words: Words, result: Scored) -> str:
    if not result.question.gold:
        return f"<p>{escape(words.unanswerable)}</p>"
    facts = ", ".join(fact.name for fact in result.question.facts)
    items = "".join(f"<li>{escape(_requirement(words, each))}</li>" for each in result.question.gold)
    return f"<ul><li><b>{escape(facts)}</b></li>{items}</ul>"


def _requirement(words: Words, places: Requirement) -> str:
    named = (f"{each.document} {words.page} {each.page} (‘{each.anchors[0]}’)" for each in places)
    return f"{words.needed}: {f' {words.or_} '.join(named)}"


def _replied(words: Words, result: Scored) -> str:
    reply: Reply = result.reply
    if reply.failed:
        return f'<p class="bad">{escape(words.error)}: {escape(_cut(reply.error, LONGEST_TEXT))}</p>'
    text = escape(_cut(reply.text, LONGEST_TEXT)).replace("\n", "<br>")
    shown = "".join(_citation(words, each, result) for each in reply.citations[:MOST_CITATIONS])
    left = len(reply.citations) - MOST_CITATIONS
    more = f"<li>{escape(words.more_citations.format(count=left))}</li>" if left > 0 else ""
    cited = f"<ul>{shown}{more}</ul>" if reply.citations else f"<p>{escape(words.nothing_cited)}</p>"
    return f'<p class="reply">{text}</p>{cited}'


def _citation(words: Words, cited: Cited, result: Scored) -> str:
    right = cited.place in result.question.places
    said = words.right_page if right else words.wrong_page
    return (
        f'<li><span class="{"good" if right else "bad"}">{"✓" if right else "✗"} [{cited.number}]</span> '
        f"{escape(cited.document)} {escape(words.page)} {cited.page} ({escape(said)}) "
        f'<span class="quote">“{escape(_cut(cited.quote, LONGEST_QUOTE))}”</span></li>'
    )


def _cut(text: str, most: int) -> str:
    return text if len(text) <= most else text[: most - 1].rstrip() + "…"
