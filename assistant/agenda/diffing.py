"""Two versions of an agenda matched action by action, by their words; pure functions."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from itertools import chain

from assistant.domain.agenda import RegisteredAction, RegisteredAgenda, Step
from assistant.domain.agenda_diff import ActionChange, AgendaDiff, Change
from assistant.domain.periods import Period, Precision
from assistant.index.analyzer import fold, stems

ALIKE = 0.5  # shared weight of words from which two texts are the same one, reworded
LEAST_SHARED = 0.25  # of the actions of the smaller agenda, which two versions of one have in common

Words = frozenset[str]
Pairs = dict[int, int]  # places of old actions by those of the new ones


def diff(old: RegisteredAgenda, new: RegisteredAgenda) -> AgendaDiff:
    pairs = _pairs(old.actions, new.actions)
    smaller = min(len(old.actions), len(new.actions))
    related = bool(pairs) and len(pairs) >= LEAST_SHARED * smaller
    return AgendaDiff(old.info, new.info, related, tuple(_changes(old.actions, new.actions, pairs if related else {})))


def _changes(old: Sequence[RegisteredAction], new: Sequence[RegisteredAction], pairs: Pairs) -> Iterator[ActionChange]:
    for place, action in enumerate(new):
        if place in pairs:
            before = old[pairs[place]]
            yield ActionChange(before, action, tuple(_changed(before, action)))
        else:
            yield ActionChange(None, action, (Change.NEW,))
    kept = {*pairs.values()}
    yield from (ActionChange(each, None, (Change.GONE,)) for place, each in enumerate(old) if place not in kept)


def _pairs(old: Sequence[RegisteredAction], new: Sequence[RegisteredAction]) -> Pairs:
    """Those that are most alike first, each action in one pair at most; of equals the first ones in their order."""
    ours, theirs = ([frozenset(stems(each.action.what)) for each in actions] for actions in (old, new))
    weights = _weights([*ours, *theirs])
    alike = [
        (-score, i, j)
        for i, before in enumerate(ours)
        for j, after in enumerate(theirs)
        if before & after and (score := _score(old[i], new[j], likeness(before, after, weights))) >= ALIKE
    ]
    pairs: Pairs = {}
    taken: set[int] = set()
    for _, i, j in sorted(alike):
        if i not in taken and j not in pairs:
            pairs[j] = i
            taken.add(i)
    return pairs


def _score(old: RegisteredAction, new: RegisteredAction, likeness: float) -> float:
    """Of two pairs with the same words the one in the same step comes first."""
    return likeness + (1e-6 if likeness and _same_step(old.step, new.step) else 0.0)


def _weights(texts: Sequence[Words]) -> Mapping[str, float]:
    """A word that every action holds, such as 'verkenning', tells little of which action it is."""
    counts = Counter(chain.from_iterable(texts))
    return {word: math.log(1 + len(texts) / count) for word, count in counts.items()}


def likeness(one: Words, other: Words, weights: Mapping[str, float]) -> float:
    """Dice coefficient by weight, from 0 to 1; a word without a weight counts as one."""
    both, total = (sum(weights.get(word, 1.0) for word in words) for words in (one & other, [*one, *other]))
    return 2 * both / total if total else 0.0


def _changed(old: RegisteredAction, new: RegisteredAction) -> Iterator[Change]:
    if _when(old.action.when) != _when(new.action.when):
        yield Change.TERM
    if _owners(old) != _owners(new):
        yield Change.OWNERS
    if _plain(old.action.what) != _plain(new.action.what):
        yield Change.WORDING
    if not _same_step(old.step, new.step):
        yield Change.STEP


def _when(period: Period) -> tuple[object, ...]:
    """Two ways to write the same dates are one term; a term without dates is its words."""
    if period.precision in (Precision.OPEN, Precision.IMPOSSIBLE):
        return (_plain(period.text),)
    return period.start, period.end


def _owners(action: RegisteredAction) -> frozenset[tuple[str, str]]:
    return frozenset((each.stakeholder or _plain(each.owner.name), each.owner.role.value) for each in action.owners)


def _same_step(old: Step, new: Step) -> bool:
    """By its title, where both have one: a step that was put in between gives those after it other numbers."""
    if old.title and new.title:
        return (
            _plain(old.title) == _plain(new.title)
            or likeness(frozenset(stems(old.title)), frozenset(stems(new.title)), {}) >= ALIKE
        )
    return old.number == new.number or None in (old.number, new.number)


def _plain(text: str) -> str:
    return " ".join(fold(text).split())
