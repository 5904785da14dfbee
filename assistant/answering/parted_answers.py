"""Statements of each of two parts under its name, for one answer."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from assistant.answering.framing import NO_FRAME, Frame
from assistant.answering.listing import led
from assistant.answering.parting import Part
from assistant.answering.statements import Statement
from assistant.answering.verifying import Verdict

MOST_OF_PART = 5  # statements of each


def beside(
    parts: Sequence[Part], found: Sequence[tuple[Sequence[Verdict], Frame]]
) -> tuple[tuple[Verdict, ...], Frame] | None:
    """Nothing where a part has no proven statement of its own."""
    verdicts: list[Verdict] = []
    before: dict[Statement, str] = {}
    after: dict[Statement, str] = {}
    said: set[str] = set()
    for part, (of_part, frame) in zip(parts, found, strict=True):
        proven = [each for each in of_part if each.proofs and each.statement.text not in said]
        shown = led([each.statement for each in proven][:MOST_OF_PART])
        if not shown:
            return None
        said.update(each.text for each in shown)
        verdicts += [each for each in proven if each.statement in shown]
        before |= {each: words for each, words in frame.before.items() if each in shown}
        after |= {each: words for each, words in frame.after.items() if each in shown}
        heading = f"{part.written[:1].upper()}{part.written[1:]}:"
        before[shown[0]] = "\n".join(filter(None, (heading, before.get(shown[0], ""))))
    return tuple(verdicts), replace(NO_FRAME, before=before, after=after)
