"""Parties, as questions name them and as rows of the register do: by themselves or through a group."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Protocol

from assistant.answering.understanding import Term
from assistant.domain.agenda import Note, Quotation, RegisteredAction, ResolvedOwner
from assistant.domain.stakeholders import Mention, Stakeholder
from assistant.index.analyzer import STOPWORDS, fold, tokens


class Parties(Protocol):
    """The known parties, by the ways in which a text may name them."""

    def mentions(self, text: str) -> Sequence[Mention]:
        """In order, none within another."""

    def get(self, id: str) -> Stakeholder | None:  # noqa: A002  (its own name)
        """The party with this id."""


@dataclass(frozen=True, slots=True)
class Party:
    """A party as the question writes it; ``stakeholder`` is empty where only the agendas' own words know it.

    ``noted`` says that it was looked for in footnotes, since no list and no owner has its name.
    """

    written: str
    stakeholder: str = ""
    noted: bool = False


Concerns = Callable[[RegisteredAction, Party], bool]
Place = tuple[str, int, int]  # document, page, first character of a row


def found_in(text: str, parties: Parties, owners: Collection[tuple[str, ...]]) -> list[tuple[int, int, Party]]:
    """Where a text names parties, by the list of parties or as the agendas name their owners; from, to, and which."""
    found = [
        (each.start, each.end, Party(text[each.start : each.end], each.stakeholder)) for each in parties.mentions(text)
    ]
    words = [(match.start(), match.end()) for match in re.finditer(r"[^\W_]+", text)]
    folded = [fold(text[start:end]) for start, end in words]
    longest = max(map(len, owners), default=0)
    at = 0
    while at < len(words):
        for length in range(min(longest, len(words) - at), 0, -1):
            start, end = words[at][0], words[at + length - 1][1]
            if tuple(folded[at : at + length]) in owners and not any(a < end and start < b for a, b, _ in found):
                found.append((start, end, Party(text[start:end])))
                at += length - 1
                break
        at += 1
    return sorted(found, key=lambda each: each[0])


def by_part(terms: Sequence[Term], parties: Mapping[Party, frozenset[str]]) -> Party | None:
    """The one party whose names hold all that is left of the question."""
    said = {word for term in terms for word in term.text.split()} - STOPWORDS
    found = [party for party, held in parties.items() if said and said <= held]
    return found[0] if len(found) == 1 else None


def places_of(action: RegisteredAction) -> frozenset[Place]:
    """Where a row stands, on each of its pages."""
    return frozenset(
        (action.agenda.document, part.page, min(cell.start for cell in part.cells if cell.start < cell.end))
        for part in action.read.parts
        if any(cell.start < cell.end for cell in part.cells)
    )


def names_party(action: RegisteredAction, party: Party) -> bool:
    """Whether a row names a party, as an owner or elsewhere: itself, or by a word that its document says it is in."""
    return names_itself(action, party) or any(group.definition for group in groups_with(action, party))


def may_concern(action: RegisteredAction, party: Party) -> bool:
    """Whether a row names a party or any group of it, also one that only the list of parties puts it in."""
    return names_itself(action, party) or bool(groups_with(action, party))


def names_itself(action: RegisteredAction, party: Party) -> bool:
    if party.stakeholder:
        return any(each.stakeholder == party.stakeholder for each in (*action.owners, *action.touched))
    return any(tokens(each.owner.name) == tokens(party.written) for each in action.owners)


def groups_with(action: RegisteredAction, party: Party) -> tuple[ResolvedOwner, ...]:
    """The groups in a row that a party belongs to."""
    if party.noted:
        return tuple(_with_note(each) for each in action.owners if each.owner.note and _is_in(each.owner.note, party))
    if not party.stakeholder:
        return ()
    named = (*action.owners, *action.touched)
    return tuple(each for each in named if party.stakeholder in each.members and each.stakeholder != party.stakeholder)


def owned_by(action: RegisteredAction, parties: Sequence[Party]) -> bool:
    """Whether these parties own an action and nobody else does."""
    return keys_of(action) == {party.stakeholder or fold(party.written) for party in parties}


def definitions_of(action: RegisteredAction, group: Party) -> tuple[Quotation, ...]:
    """What the document says of who a group is, where the action names it."""
    called = tokens(group.written)
    return tuple(
        each.definition
        for each in (*action.owners, *action.touched)
        if each.definition
        and (each.stakeholder == group.stakeholder if group.stakeholder else tokens(each.owner.name) == called)
    )


def _with_note(owner: ResolvedOwner) -> ResolvedOwner:
    return replace(owner, definition=owner.owner.note.quotation) if owner.owner.note else owner


def _is_in(note: Note, party: Party) -> bool:
    """Whether a footnote holds a name that no list of parties has: its words with a capital, or all without any."""
    capitals = [word for word in party.written.split() if word[:1].isupper()]
    wanted = tokens(" ".join(capitals) or party.written)
    held = tokens(note.quotation.text)
    return bool(wanted) and all(word in held for word in wanted)


def keys_of(action: RegisteredAction) -> frozenset[str]:
    return frozenset(map(key_of, action.owners))


def key_of(owner: ResolvedOwner) -> str:
    return owner.stakeholder or fold(owner.owner.name)
