"""Who and where the actions of the register are of: parties by themselves or through a group, and places on pages."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from assistant.answering.agenda_question import Party
from assistant.domain.agenda import Note, RegisteredAction, ResolvedOwner
from assistant.index.analyzer import fold, tokens

Concerns = Callable[[RegisteredAction, Party], bool]
Place = tuple[str, int, int]  # document, page, first character of a row


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
