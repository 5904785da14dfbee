"""Lists on a page: what leads them in, and what belongs to them."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from assistant.answering.statements import Statement
from assistant.domain.documents import BlockKind

LONG_LIST = 6  # sentences
LEAD_IN_WORDS = 12  # a longer sentence says something itself, also when it ends in a colon


def led(statements: Sequence[Statement]) -> tuple[Statement, ...]:
    """Without any lead-in that no list follows, as cutting off leaves them."""
    return tuple(
        each
        for place, each in enumerate(statements)
        if not leads_in(each) or any(item.kind is BlockKind.LIST_ITEM for item in statements[place + 1 : place + 2])
    )


def leads_in(statement: Statement) -> bool:
    """Whether a sentence is nothing without what follows it."""
    return statement.text.endswith(":") and len(statement.text.split()) <= LEAD_IN_WORDS


def items_after(sentences: Sequence[Statement], index: int, any_lead: bool = False) -> tuple[Statement, ...]:
    """The list that follows a sentence of running text, or of any kind; the first sentences alone of a long one.

    A paragraph between two items belongs to the item before it.
    """
    if not any_lead and sentences[index].kind is BlockKind.LIST_ITEM and not sentences[index].text.endswith(":"):
        return ()
    after = _unbroken(sentences[index:])[1:]
    last = max((i for i, each in enumerate(after) if _in_list(after, i)), default=-1)
    items = [each for each in after[: last + 1] if each.kind is BlockKind.LIST_ITEM]
    if len(items) <= LONG_LIST:
        return tuple(items)
    return tuple(each for i, each in enumerate(items) if not i or each.block != items[i - 1].block)


def _unbroken(sentences: Sequence[Statement]) -> Sequence[Statement]:
    """The sentences up to the next heading or table, which have no sentences of their own."""
    for index, (one, other) in enumerate(pairwise(sentences), start=1):
        if other.block - one.block > 1:
            return sentences[:index]
    return sentences


def _in_list(sentences: Sequence[Statement], index: int) -> bool:
    """Whether only list items, and single paragraphs between them, stand before a list item."""
    others = {each.block for each in sentences[:index] if each.kind is not BlockKind.LIST_ITEM}
    blocks = sorted({each.block for each in sentences[: index + 1]})
    starts = sentences[0].kind is BlockKind.LIST_ITEM
    alone = all(a not in others or b not in others for a, b in pairwise(blocks))
    return sentences[index].kind is BlockKind.LIST_ITEM and starts and alone


def lead_in(sentences: Sequence[Statement], index: int) -> tuple[Statement, ...]:
    """The sentence that leads a list item in: 'Wij willen:' makes a wish of what would read as a fact without it."""
    if sentences[index].kind is BlockKind.LIST_ITEM:
        for one, before in pairwise(sentences[index::-1]):
            if one.block - before.block > 1:
                break
            if before.kind is not BlockKind.LIST_ITEM:
                return (before,) if before.text.endswith(":") else ()
    return ()


def opens_list(sentences: Sequence[Statement], index: int) -> bool:
    before = sentences[index - 1] if index else None
    follows = before and before.kind is BlockKind.LIST_ITEM and sentences[index].block - before.block <= 1
    return sentences[index].kind is BlockKind.LIST_ITEM and not follows
