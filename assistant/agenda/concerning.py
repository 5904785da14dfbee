"""Why an action concerns a party that it does not name among its owners."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from assistant.domain.agenda import ActionFilter, RegisteredAction, ResolvedOwner
from assistant.index.analyzer import fold


@dataclass(frozen=True, slots=True)
class Concern:
    """Actions that name a group of the party, or, where ``group`` is None, the party itself outside their owners."""

    group: ResolvedOwner | None
    actions: tuple[str, ...]


def concerns(actions: Iterable[RegisteredAction], wanted: ActionFilter) -> tuple[Concern, ...]:
    """Of actions that this filter found by a party; none of those that it owns itself."""
    found: dict[str, tuple[ResolvedOwner | None, list[str]]] = {}
    for action in actions:
        if any(_is_it(each, wanted) for each in action.owners):
            continue
        group = _group(action, wanted)
        found.setdefault(_key(group), (group, []))[1].append(action.action.id)
    return tuple(Concern(group, tuple(ids)) for group, ids in found.values())


def _is_it(named: ResolvedOwner, wanted: ActionFilter) -> bool:
    if wanted.stakeholder:
        return named.stakeholder == wanted.stakeholder
    return " ".join(fold(named.owner.name).split()) == " ".join(fold(wanted.owner).split())


def _group(action: RegisteredAction, wanted: ActionFilter) -> ResolvedOwner | None:
    """The group that leads to the party: one among the owners, or else one elsewhere where it is not named itself."""
    elsewhere = () if any(_is_it(each, wanted) for each in action.touched) else action.touched
    groups = [each for each in (*action.owners, *elsewhere) if wanted.stakeholder in each.members]
    return next((each for each in groups if each.definition), next(iter(groups), None))


def _key(group: ResolvedOwner | None) -> str:
    if group is None:
        return ""
    return f"{group.owner.name.casefold()}\n{group.definition.text if group.definition else ''}"
