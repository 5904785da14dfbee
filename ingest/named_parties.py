"""Every place where a document names a party."""

from __future__ import annotations

from collections.abc import Iterable

from assistant.domain.passages import Passage
from assistant.domain.stakeholders import NamedAt
from ingest.stakeholders import StakeholderRegister


def named_in(passages: Iterable[Passage], stakeholders: StakeholderRegister) -> tuple[NamedAt, ...]:
    """In reading order. A passage is what an abbreviation finds its context in."""
    return tuple(
        NamedAt(
            mention.stakeholder,
            passage.document,
            passage.page,
            passage.start + mention.start,
            passage.start + mention.end,
        )
        for passage in passages
        for mention in stakeholders.mentions(passage.text)
    )
