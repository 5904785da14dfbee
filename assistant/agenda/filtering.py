"""Which actions a filter wants; pure functions."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date
from functools import lru_cache

from assistant.domain.agenda import ActionFilter, RegisteredAction, ResolvedOwner
from assistant.index.analyzer import fold, stems

TEXTS_KEPT = 1 << 15  # of actions, steps and agendas, some 1 kB each with its stems
LOOKS_KEPT = 1 << 16  # for words in them
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
        and (not owner or _is_called(owner, each.owners) or (wanted.touched and _is_called(owner, each.touched)))
        and (wanted.year is None or each.action.when.touches(date(wanted.year, 1, 1), date(wanted.year, 12, 31)))
        and (not wanted.current or each.action.when.touches(on, on))
        and (not wanted.standings or each.standing(on) in wanted.standings)
        and (not wanted.statuses or (each.status is not None and each.status.status in wanted.statuses))
        and all(_is_about(word, each) for word in theme)
    )


def _is_about(word: str, action: RegisteredAction) -> bool:
    return (
        _says(word, action.action.what)
        or _says(word, action.step.title)
        or _says(word, action.agenda.title)
        or any(_says(word, cell) for _, cell in action.action.others)
    )


@lru_cache(maxsize=LOOKS_KEPT)
def _says(word: str, text: str) -> bool:
    """Whether a text holds the word, by itself or at an end of a longer one: 'krediet' in 'studiekrediet'."""
    held = _stems(text)
    if word in held or len(word) < SHORTEST_PART:
        return word in held
    return any(each.startswith(word) or each.endswith(word) for each in held)


def _concerns(action: RegisteredAction, stakeholder: str, touched: bool) -> bool:
    return _is_among(stakeholder, action.owners) or (touched and _is_among(stakeholder, action.touched))


def _is_among(stakeholder: str, resolved: Sequence[ResolvedOwner]) -> bool:
    return any(stakeholder == each.stakeholder or stakeholder in each.members for each in resolved)


def _is_called(owner: str, resolved: Sequence[ResolvedOwner]) -> bool:
    return any(_folded(each.owner.name) == owner for each in resolved)


@lru_cache(maxsize=TEXTS_KEPT)
def _stems(text: str) -> frozenset[str]:
    return frozenset(stems(text))


@lru_cache(maxsize=TEXTS_KEPT)
def _folded(name: str) -> str:
    return " ".join(fold(name).split())
