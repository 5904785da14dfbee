"""Parties and steps by how many actions they have."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterator, Sequence
from itertools import chain

from assistant.answering.agenda_parties import key_of, keys_of
from assistant.domain.agenda import RegisteredAction


def counted(action: RegisteredAction, of_steps: bool) -> frozenset[str]:
    """What an action counts for: the number of its step, or the parties that own it."""
    if not of_steps:
        return keys_of(action)
    return frozenset() if action.step.number is None else frozenset((str(action.step.number),))


def counts(actions: Sequence[RegisteredAction], of_steps: bool) -> Counter[str]:
    return Counter(chain.from_iterable(counted(action, of_steps) for action in actions))


def leaders(actions: Sequence[RegisteredAction], of_steps: bool, most: bool) -> frozenset[str]:
    """Those with most actions, or with least: keys of parties, or numbers of steps."""
    counted_ = counts(actions, of_steps)
    best = (max if most else min)(counted_.values(), default=0)
    return frozenset(key for key, count in counted_.items() if count == best)


def names_of(keys: Collection[str], actions: Sequence[RegisteredAction], of_steps: bool) -> tuple[str, ...]:
    """Steps in the order of their numbers, parties as the rows write them first."""
    return tuple(sorted(keys, key=int)) if of_steps else tuple(_named(keys, actions))


def _named(keys: Collection[str], actions: Sequence[RegisteredAction]) -> Iterator[str]:
    named: set[str] = set()
    for owner in chain.from_iterable(action.owners for action in actions):
        key = key_of(owner)
        if key in keys and key not in named:
            named.add(key)
            yield owner.owner.name
