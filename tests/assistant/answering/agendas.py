"""Registers to test answering with: agendas as their pages have them, and the parties that they name."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from assistant.domain.agenda import (
    Action,
    Agenda,
    AgendaInfo,
    Owner,
    Quotation,
    RegisteredAction,
    RegisteredAgenda,
    ResolvedOwner,
    RowPart,
    Step,
)
from assistant.domain.documents import Block, BlockKind, Page
from assistant.domain.period_parser import parse_period
from assistant.domain.stakeholders import Mention, Name, Stakeholder
from assistant.domain.text import masked
from tests.assistant.answering.material import Piece


@dataclass(frozen=True)
class Names:
    """Parties by the names that are written for them; ``members`` of a group by its name, with the footnote."""

    ids: Mapping[str, str] = field(default_factory=dict)
    members: Mapping[str, tuple[str, ...]] = field(default_factory=dict)

    def mentions(self, text: str) -> Sequence[Mention]:
        if not self.ids:
            return ()
        names = "|".join(map(re.escape, sorted(self.ids, key=len, reverse=True)))
        found = re.finditer(rf"(?<!\w)(?:{names})(?!\w)", text, re.IGNORECASE)
        known = {name.casefold(): party for name, party in self.ids.items()}
        return [Mention(known[each[0].casefold()], each.start(), each.end()) for each in found]

    def get(self, id: str) -> Stakeholder | None:  # noqa: A002  (the register's name for it)
        names = tuple(Name(name) for name, party in self.ids.items() if party == id)
        return Stakeholder(id, names, "organisation") if names else None

    def resolved(self, name: str, definition: Quotation | None = None) -> ResolvedOwner:
        known = {each.casefold(): party for each, party in self.ids.items()}
        members = self.members.get(name.casefold(), ())
        return ResolvedOwner(Owner(name), known.get(name.casefold(), ""), members, definition if members else None)


@dataclass
class Register:
    """The agendas of some documents, newest first."""

    held: tuple[RegisteredAgenda, ...]

    def agendas(self) -> tuple[RegisteredAgenda, ...]:
        return self.held


def agenda_of(piece: Piece, names: Names, day: str = "") -> RegisteredAgenda:
    """An agenda from tables with columns Wat, Wie and Wanneer in any order; every row is whole on its page."""
    info = AgendaInfo(piece.document.id, piece.document.source.title, day)
    steps = list(_steps(piece, names))
    actions = tuple(_registered(info, step, action, piece, names) for step in steps for action in step.actions)
    return RegisteredAgenda(info, Agenda(info.document, piece.document.version, info.title, tuple(steps)), actions)


_WHAT = ("wat", "maatregel", "activiteit", "actie")
_WHO = ("wie", "trekker", "verantwoordelijk")
_WHEN = ("wanneer", "planning", "gereed")


def _steps(piece: Piece, names: Names) -> Iterator[Step]:
    titled: dict[str, tuple[Quotation | None, list[Action]]] = {}
    current, columns = "", []
    for page in piece.document.pages:
        for block in page.blocks:
            text = page.text[block.start : block.end]
            if block.kind is BlockKind.TABLE_HEADER:
                columns = [cell.of(page.text).strip().casefold() for cell in block.cells]
            elif block.kind is BlockKind.TABLE_SECTION:
                current = " ".join(text.split())
                titled[current] = Quotation(piece.document.id, page.number, text.strip()), []
            elif block.kind is BlockKind.TABLE_ROW:
                _, actions = titled.setdefault(current, (None, []))
                number = re.search(r"\d+", current)
                place = f"{piece.document.id}:{number[0] if number else '-'}.{len(actions) + 1}"
                actions.append(_action(place, piece.document.id, page, block, columns))
    for title, (quotation, actions) in titled.items():
        number = re.search(r"\d+", title)
        yield Step(int(number[0]) if number else None, title, tuple(actions), quotation)


def _action(place: str, document: str, page: Page, block: Block, columns: Sequence[str]) -> Action:
    shown = masked(page)
    cells = {column: " ".join(cell.of(shown).split()) for column, cell in zip(columns, block.cells, strict=False)}
    what, who, when = (next(cells[name] for name in names if name in cells) for names in (_WHAT, _WHO, _WHEN))
    owners = tuple(Owner(name.strip()) for name in who.removeprefix("Werkgroep: ").split(","))
    quoted = " | ".join(cell.of(page.text).strip() for cell in block.cells)
    part = RowPart(page.number, block.cells)
    return Action(place, what, owners, parse_period(when), Quotation(document, page.number, quoted), (part,))


def _registered(info: AgendaInfo, step: Step, action: Action, piece: Piece, names: Names) -> RegisteredAction:
    touched = tuple(
        names.resolved(word, _note(piece, word)) for word in names.members if word in action.what.casefold()
    )
    return RegisteredAction(
        info, step, action, action, tuple(names.resolved(each.name) for each in action.owners), touched
    )


def _note(piece: Piece, word: str) -> Quotation | None:
    """The footnote that begins with the word."""
    for page in piece.document.pages:
        for block in page.blocks:
            text = page.text[block.start : block.end]
            if block.kind is BlockKind.FOOTNOTE and re.match(rf"\W*\d*\W*(?:de\s+)?{word}", text, re.IGNORECASE):
                return Quotation(piece.document.id, page.number, re.sub(r"^\d+\s+", "", text))
    return None
