"""The newest version of each agenda: the one that answers."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from assistant.answering.agenda_parties import Parties, Party, key_of
from assistant.answering.agenda_question import Vocabulary
from assistant.answering.agenda_rows import Rows
from assistant.domain.agenda import RegisteredAgenda
from assistant.index.analyzer import tokens


@dataclass(frozen=True)
class Newest:
    """The newest version of each agenda, and the older ones by its document."""

    agendas: tuple[RegisteredAgenda, ...]
    older: dict[str, tuple[RegisteredAgenda, ...]]
    rows: Rows
    vocabulary: Vocabulary

    @classmethod
    def of(cls, agendas: Sequence[RegisteredAgenda], parties: Parties) -> Newest:
        versions: dict[str, list[RegisteredAgenda]] = {}
        for agenda in agendas:
            versions.setdefault(_name(agenda), []).append(agenda)
        newest = tuple(each[0] for each in versions.values())
        rows = Rows(newest)
        titles = frozenset(tuple(tokens(agenda.info.title)) for agenda in newest)
        older = {each[0].info.document: tuple(each[1:]) for each in versions.values()}
        return cls(newest, older, rows, Vocabulary(titles, rows.owners, _named(rows, parties)))


def _named(rows: Rows, parties: Parties) -> dict[Party, frozenset[str]]:
    """The owners with the words of all their names."""
    owners = {key_of(each): each for row in rows.all for each in row.registered.owners}
    found = {}
    for owner in owners.values():
        known = parties.get(owner.stakeholder) if owner.stakeholder else None
        names = (
            (owner.owner.name, *(name.text for name in known.names), *known.aliases) if known else (owner.owner.name,)
        )
        found[Party(names[1] if known else names[0], owner.stakeholder)] = frozenset(tokens(" ".join(names)))
    return found


def _name(agenda: RegisteredAgenda) -> str:
    """A title without its years: agendas with the same one are versions of one agenda."""
    return " ".join(word for word in tokens(agenda.info.title) if not word.isdecimal()) or agenda.info.document
