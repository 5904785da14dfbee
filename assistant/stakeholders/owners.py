"""Which parties the owners of an action are, and which others its row names."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from assistant.domain.agenda import Action, Note, Owner, Quotation, ResolvedOwner, Role
from assistant.domain.stakeholders import Mention, Stakeholder
from ingest.stakeholders import StakeholderRegister

_GROUP = "group"
_DEFINING = re.compile(
    r"\b(?:bedoel|versta|verstond|beteken|te weten|namelijk|bestaa|omvat|gaat het om|betreft|meant|means|namely"
    r"|consist)",
    re.IGNORECASE,
)
_LEAST_NAMES = 0.5  # the share of a footnote's letters from which on it is a list of names
_BRACKETED = re.compile(r"\(([^()]*)\)")


def resolve_owner(owner: Owner, stakeholders: StakeholderRegister) -> ResolvedOwner:
    """The party that an owner is. A name that nobody knows stays unresolved, with the members that a footnote gives.

    A footnote that says what a group is goes before the register, also where it names none of its members.
    """
    party = stakeholders.find(owner.name)
    if party and party.kind != _GROUP:
        return ResolvedOwner(owner, party.id)
    own = party.id if party else ""
    defined, definition = _defined(owner.note, own, stakeholders)
    if defined or (party and definition):
        return ResolvedOwner(owner, own, defined, definition)
    if party is None:
        return ResolvedOwner(owner)
    bracketed = " ".join(_BRACKETED.findall(owner.name))
    named = _members_named(stakeholders.mentions(bracketed), own, stakeholders)
    return ResolvedOwner(owner, own, named or _ids(stakeholders.members(own)))


def touched_parties(action: Action, stakeholders: StakeholderRegister) -> tuple[ResolvedOwner, ...]:
    """The parties that a row names outside its owners: in its words, or in a footnote at one of them; each once."""
    owning = {resolve_owner(owner, stakeholders).stakeholder for owner in action.owners}
    found: dict[str, ResolvedOwner] = {}
    for owner in (*_named(action, stakeholders), *_noted(action, stakeholders)):
        resolved = resolve_owner(owner, stakeholders)
        if resolved.stakeholder not in owning if resolved.stakeholder else resolved.members:
            found.setdefault(resolved.stakeholder or owner.name.casefold(), resolved)
    return tuple(found.values())


def _named(action: Action, stakeholders: StakeholderRegister) -> Iterator[Owner]:
    """The names in a row's words, each with the footnote at it."""
    for text in (action.what, action.status, *(text for _, text in action.others)):
        for mention in stakeholders.mentions(text):
            name = text[mention.start : mention.end]
            note = next((note for note in action.notes if _ends_with(name, note.word)), None)
            yield Owner(name, Role.INVOLVED, note)


def _noted(action: Action, stakeholders: StakeholderRegister) -> Iterator[Owner]:
    """Words that are no party's name, and whose footnote says which parties they are."""
    for note in action.notes:
        if not any(_ends_with(owner.name, note.word) for owner in action.owners) and not stakeholders.find(note.word):
            yield Owner(note.word, Role.INVOLVED, note)


def _defined(
    note: Note | None, own: str, stakeholders: StakeholderRegister
) -> tuple[tuple[str, ...], Quotation | None]:
    """The parties that a footnote says a word stands for, and the footnote; neither where it defines nothing."""
    if note is None:
        return (), None
    text = note.quotation.text
    mentions = stakeholders.mentions(text)
    if not _defines(text, mentions):
        return (), None
    return _members_named(mentions, own, stakeholders), note.quotation


def _defines(text: str, mentions: Sequence[Mention]) -> bool:
    """Whether a footnote says what a word means, or lists names, rather than where more is to be read."""
    named = sum(mention.end - mention.start for mention in mentions)
    listed = any(text[: mention.start].rstrip().endswith(":") for mention in mentions)
    return listed or bool(_DEFINING.search(text)) or named >= _LEAST_NAMES * max(len(text), 1)


def _members_named(mentions: Iterable[Mention], own: str, stakeholders: StakeholderRegister) -> tuple[str, ...]:
    """The parties that are named, those of a group for the group; without ``own``, which the words are about."""
    found: dict[str, None] = {}
    for mention in mentions:
        if mention.stakeholder != own:
            found |= dict.fromkeys(_ids(stakeholders.members(mention.stakeholder)) or (mention.stakeholder,))
    return tuple(found)


def _ids(parties: Iterable[Stakeholder]) -> tuple[str, ...]:
    return tuple(party.id for party in parties)


def _ends_with(name: str, word: str) -> bool:
    return name.casefold().endswith(word.casefold())
