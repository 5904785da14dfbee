"""Spans as a value of a table, and back."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import chain

from assistant.domain.documents import Span


def flat(spans: Iterable[Span]) -> list[int]:
    """Start and end of each, one after the other."""
    return [*chain.from_iterable((span.start, span.end) for span in spans)]


def spans_of(numbers: Sequence[int]) -> tuple[Span, ...]:
    """Of ``flat`` numbers."""
    return tuple(Span(start, end) for start, end in zip(numbers[::2], numbers[1::2], strict=True))
