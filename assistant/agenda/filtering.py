"""Which actions a filter wants; pure functions."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date
from functools import lru_cache

from assistant.domain.agenda import ActionFilter, RegisteredAction, ResolvedOwner
from assistant.index.analyzer import fold, stems

TEXTS_KEPT = 1 << 15  # of actions, steps and agendas, some 1 kB each with its stems
SHORTEST_PART = 5  # letters of a word that may be part of a longer one


def matching(actions: Iterable[RegisteredAction], wanted: ActionFilter, today: date) -> tuple[RegisteredAction, ...]:
    """Those that are wanted, in order; ``today`` stands in for a filter's date where it has none."""
    theme = frozenset(stems(wanted.theme))
    if wanted.theme and not theme:
        return ()
    on = wanted.on or today
    owner = _folded(wanted.owner)
    return tuple(
        each
        for each in actions
        if (not wanted.document or each.agenda.document == wanted.document)
        and (wanted.step is None or each.step.number == wanted.step)
        and (not wanted.stakeholder or _concerns(each, wanted.stakeholder, wanted.touched))
        and (not owner or any(_folded(resolved.owner.name) == owner for resolved in each.owners))
        and (wanted.year is None or each.action.when.touches(date(wanted.year, 1, 1), date(wanted.year, 12, 31)))
        and (not wanted.current or each.action.when.touches(on, on))
        and (not wanted.standings or each.standing(on) in wanted.standings)
        and (not wanted.statuses or (each.status is not None and each.status.status in wanted.statuses))
        and (not theme or _is_about(theme, frozenset().union(*map(_stems, _texts(each)))))
    )


def _is_about(theme: frozenset[str], held: frozenset[str]) -> bool:
    """Whether every word of a theme is held, by itself or at an end of a longer one: 'krediet' in 'studiekrediet'."""
    return all(
        word in held
        or (len(word) >= SHORTEST_PART and any(each.startswith(word) or each.endswith(word) for each in held))
        for word in theme
    )


def _concerns(action: RegisteredAction, stakeholder: str, touched: bool) -> bool:
    named = (*action.owners, *action.touched) if touched else action.owners
    return any(_is(each, stakeholder) for each in named)


def _is(resolved: ResolvedOwner, stakeholder: str) -> bool:
    return stakeholder == resolved.stakeholder or stakeholder in resolved.members


@lru_cache(maxsize=TEXTS_KEPT)
def _stems(text: str) -> frozenset[str]:
    return frozenset(stems(text))


@lru_cache(maxsize=TEXTS_KEPT)
def _folded(name: str) -> str:
    return " ".join(fold(name).split())


def _texts(action: RegisteredAction) -> Iterator[str]:
    yield action.agenda.title
    yield action.step.title
    yield action.action.what
    yield from (cell for _, cell in action.action.others)
