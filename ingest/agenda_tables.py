"""Agendas read from documents: who does what, and when, as their tables and numbered lists have it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import count

from assistant.domain.agenda import (
    CELL_JOINT,
    Action,
    Agenda,
    ProblemKind,
    Quotation,
    RowPart,
    RowProblem,
    Step,
)
from assistant.domain.documents import Document, Span
from ingest.agenda_actions import Draft, Drafter
from ingest.agenda_contents import understood
from ingest.agenda_lists import list_tables
from ingest.agenda_notes import Notes
from ingest.agenda_rows import Odd, Row, Table, agenda_tables
from ingest.agenda_signs import with_signs
from ingest.agenda_steps import Placed, Title, numbers, placed
from ingest.agenda_texts import Piece
from ingest.stakeholders import StakeholderRegister

PAGE_JOINT = " … "  # between the parts of a row that a page break cut


def read_agenda(document: Document, stakeholders: StakeholderRegister) -> Agenda | None:
    """The agenda of a document, whole; None where nothing in it looks like one."""
    document = with_signs(document)
    tables = agenda_tables(document) or list_tables(document)
    return _Reader(document, stakeholders).read(tables) if tables else None


@dataclass
class _Group:
    """A step in the making."""

    title: Title | None
    drafts: list[Draft] = field(default_factory=list)


class _Reader:
    def __init__(self, document: Document, stakeholders: StakeholderRegister) -> None:
        self._document = document
        self._stakeholders = stakeholders
        self._notes = Notes(document)
        self._drafter = Drafter(stakeholders, self._notes)
        self._problems: list[RowProblem] = []

    def read(self, tables: Sequence[Table]) -> Agenda:
        for table in tables:
            table.columns = understood(table, self._stakeholders)
            self._look_at(table)
        groups: dict[tuple[str, str], _Group] = {}
        for row in placed(tables):
            draft = self._draft(row)
            key = row.title.key if row.title else ("", "")
            if draft or row.title:
                groups.setdefault(key, _Group(row.title)).drafts += [draft] if draft else []
        return Agenda(
            document=self._document.id,
            version=self._document.version,
            title=self._document.source.title,
            steps=tuple(self._steps(list(groups.values()))),
            problems=tuple(self._problems),
        )

    def _look_at(self, table: Table) -> None:
        if not any(isinstance(line, (Row, Odd)) for line in table.lines):
            self._report(table.header, ProblemKind.NO_ROWS)
        for header in table.contradicting:
            self._report(header, ProblemKind.HEADER)

    def _report(self, row: Row, kind: ProblemKind) -> None:
        text = CELL_JOINT.join(row.text(column) for column in row.filled)
        self._problems.append(RowProblem(row.page, text, kind))

    def _draft(self, placed_row: Placed) -> Draft | None:
        line = placed_row.line
        if isinstance(line, Odd):
            self._report(line.row, ProblemKind.CELLS)
            return None
        draft, problem = self._drafter.draft(placed_row.table.columns, line)
        if problem:
            self._report(line, problem)
        return draft

    # --- steps

    def _steps(self, groups: Sequence[_Group]) -> Iterator[Step]:
        marks = numbers([group.title.mark if group.title else "" for group in groups])
        for group, number, name in zip(groups, marks, _names(marks), strict=True):
            title = group.title
            yield Step(
                number=number,
                title=title.title if title else "",
                actions=tuple(
                    self._action(draft, f"{self._document.id}:{name}.{place}")
                    for place, draft in enumerate(group.drafts, start=1)
                ),
                quotation=self._quoted(title.piece) if title and title.piece else None,
            )

    def _quoted(self, piece: Piece) -> Quotation:
        return Quotation(self._document.id, piece.page.number, piece.literal)

    def _action(self, draft: Draft, identity: str) -> Action:
        return Action(
            id=identity,
            what=draft.what,
            owners=tuple(self._notes.defined(owner, draft.owner_notes) for owner in draft.owners),
            when=draft.when,
            quotation=_quotation(self._document.id, draft.row),
            parts=tuple(_parts(draft.row)),
            number=draft.number,
            status=draft.status,
            others=draft.others,
            notes=draft.notes,
        )


def _names(marks: Sequence[int | None]) -> list[str]:
    """What the steps are called in the ids of their actions: their numbers, and free ones where they have none."""
    taken = {mark for mark in marks if mark is not None}
    free = (number for number in count(0 if taken else 1) if number not in taken)
    given: Counter[int | None] = Counter()
    names: list[str] = []
    for mark in marks:
        given[mark] += 1
        names.append(str(mark if mark is not None and given[mark] == 1 else next(free)))
    return names


def _quotation(document: str, row: Row) -> Quotation:
    """The words of the row's cells; those of one that is merged with a row on another page are left out."""
    pages = _own_pages(row)
    texts = [CELL_JOINT.join(piece.literal for piece in _on(row, page) if piece.text) for page in pages]
    return Quotation(document, pages[0], PAGE_JOINT.join(filter(None, texts)))


def _own_pages(row: Row) -> list[int]:
    own = {piece.page.number for column in row.filled if column not in row.merged for piece in row.cells[column]}
    return sorted(own)


def _on(row: Row, page: int) -> Iterable[Piece]:
    return (piece for pieces in row.cells for piece in pieces if piece.page.number == page)


def _parts(row: Row) -> Iterator[RowPart]:
    for page in sorted({piece.page.number for pieces in row.cells for piece in pieces}):
        spans = (next((piece.span for piece in pieces if piece.page.number == page), None) for pieces in row.cells)
        yield RowPart(page, tuple(span or Span(0, 0) for span in spans))
