"""Agendas as data: who does what, and when, with the words on the page that say so.

An agenda is first what its document says (``Agenda``, ``Step``, ``Action``: as read, literal). The register adds what
is known besides (``RegisteredAction``): which parties the owners are, where the action stands, what people corrected
and recorded, each with who, when and why.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, datetime
from enum import StrEnum

from assistant.domain.documents import Span
from assistant.domain.periods import Period, Precision

CELL_JOINT = " | "  # between the cells of a quoted row


class Role(StrEnum):
    """What an owner does, where the document says so."""

    OWNER = "owner"  # the document says no more than that it acts
    LEAD = "lead"  # trekker, actiehouder, eerstverantwoordelijke
    INVOLVED = "involved"  # betrokken, in samenwerking met
    WORKING_GROUP = "working_group"  # member of a werkgroep that the cell names


class ProblemKind(StrEnum):
    """Why what looks like an agenda row could not be read."""

    NO_ROWS = "no_rows"  # a header, and nothing under it
    NO_ACTION = "no_action"  # the row has owners or a term, and no action
    CELLS = "cells"  # more or other cells than the header has columns, in a way that leaves doubt
    TERM = "term"  # the cell of the term names a date that does not exist
    SWAPPED = "swapped"  # a term stands where the owner should stand, or the other way round
    HEADER = "header"  # two headers that contradict each other


class Standing(StrEnum):
    """Where an action is by its own term, on a date. Nothing else goes into it."""

    NOT_BEGUN = "not_begun"
    RUNNING = "running"
    ENDED = "ended"  # the term has ended; whether the action is done only a document can say
    CONTINUOUS = "continuous"
    OPEN = "open"  # the term names no date


class Status(StrEnum):
    """What a person recorded of an action, with a document that proves it."""

    OUTSTANDING = "outstanding"  # openstaand
    PARTLY_DONE = "partly_done"  # deels voldaan
    DONE = "done"  # voldaan
    LAPSED = "lapsed"  # vervallen


@dataclass(frozen=True, slots=True)
class Quotation:
    """Literal words of a page. The words of several cells are joined with `` | ``, those of two pages with ` … `."""

    document: str
    page: int
    text: str


@dataclass(frozen=True, slots=True)
class Note:
    """The footnote that the document gives at a word of a cell; ``word`` is the word that carries its mark."""

    word: str
    label: str
    quotation: Quotation


@dataclass(frozen=True, slots=True)
class Owner:
    """``name`` is literal, without footnote marks. ``note`` is the footnote at the name, here or, if there is none, at
    the first place where the agenda has one for this word."""

    name: str
    role: Role = Role.OWNER
    note: Note | None = None


@dataclass(frozen=True, slots=True)
class RowPart:
    """The part of an action's row that stands on one page: a row may go on over a page break.

    ``cells`` are spans of that page's text, in the table's column order.
    """

    page: int
    cells: tuple[Span, ...]


@dataclass(frozen=True, slots=True)
class Action:
    """One row as the document has it. ``what`` and all other texts are literal, hyphens at line ends joined.

    ``id`` is ``<document>:<step>.<place in the step, from 1>`` and stays the same when the same file is read again.
    ``number`` is what the row itself calls its number ('1.2', 'A3'), empty where it has none. ``status`` is the literal
    cell of a column such as 'Stand', and ``others`` are the cells of columns of another meaning, with their headers.
    ``notes`` are the footnotes at words of the row other than its owners' names. ``quotation`` is what cites the row.
    """

    id: str
    what: str
    owners: tuple[Owner, ...]
    when: Period
    quotation: Quotation
    parts: tuple[RowPart, ...]
    number: str = ""
    status: str = ""
    others: tuple[tuple[str, str], ...] = ()
    notes: tuple[Note, ...] = ()


@dataclass(frozen=True, slots=True)
class Step:
    """A titled part of an agenda. ``number`` is None, and ``title`` may be empty, where the document gives none.

    ``quotation`` is the literal title on its page; None where the table is not cut into parts.
    """

    number: int | None
    title: str
    actions: tuple[Action, ...]
    quotation: Quotation | None = None


@dataclass(frozen=True, slots=True)
class RowProblem:
    """Something that looks like an agenda row, and was not read as one; ``text`` holds its literal words."""

    page: int
    text: str
    kind: ProblemKind


@dataclass(frozen=True, slots=True)
class Agenda:
    """One version of an agenda: what one document says. Steps and actions stand in the document's order."""

    document: str
    version: str
    title: str
    steps: tuple[Step, ...]
    problems: tuple[RowProblem, ...] = ()

    @property
    def actions(self) -> tuple[Action, ...]:
        return tuple(action for step in self.steps for action in step.actions)


# --- the register: what is known besides what the document says


@dataclass(frozen=True, slots=True)
class ResolvedOwner:
    """An owner, and the party that it is; ``stakeholder`` is empty for a name that is not known.

    ``members`` are the ids of the parties that it stands for. ``definition`` is the document's own footnote where that
    says what the word means; members are then those that it names, else those of the group in the register of parties.
    """

    owner: Owner
    stakeholder: str = ""
    members: tuple[str, ...] = ()
    definition: Quotation | None = None


@dataclass(frozen=True, slots=True)
class Correction:
    """What a person says an action should read instead; ``column`` is 'what', 'owners', 'when' or 'step'.

    ``row`` is what the action was when this was said of it, which tells whether it still is the same one after its
    document changed.
    """

    action: str
    column: str
    value: str
    by: str
    at: datetime
    why: str
    row: str = ""


@dataclass(frozen=True, slots=True)
class RecordedStatus:
    """A status with the words that prove it, which the verifier found on their page when it was recorded.

    ``row`` is what the action was then, as for a correction.
    """

    action: str
    status: Status
    proof: Quotation
    by: str
    at: datetime
    remark: str = ""
    row: str = ""


@dataclass(frozen=True, slots=True)
class ActionMention:
    """A passage of a later document that speaks of an action; ``terms`` are the words that it was found by."""

    action: str
    quotation: Quotation
    date: str
    terms: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class AgendaInfo:
    """``date`` is that of the document (ISO 8601, as precise as it is known); ``digest`` says that the words are our
    own summary of it."""

    document: str
    title: str
    date: str = ""
    digest: bool = False


@dataclass(frozen=True, slots=True)
class RegisteredAction:
    """An action with all that the register knows of it. ``action`` has the corrections in it; ``read`` has none.

    ``statuses`` and ``corrections`` are newest first. ``touched`` are parties that the row names outside its owners, in
    its own words or through a footnote at one of them. ``read_step`` is the step that the document has it under, None
    where that is ``step``.
    """

    agenda: AgendaInfo
    step: Step = field(repr=False)
    action: Action
    read: Action = field(repr=False)
    owners: tuple[ResolvedOwner, ...] = ()
    touched: tuple[ResolvedOwner, ...] = ()
    corrections: tuple[Correction, ...] = ()
    statuses: tuple[RecordedStatus, ...] = ()
    read_step: Step | None = field(default=None, repr=False)

    @property
    def status(self) -> RecordedStatus | None:
        return self.statuses[0] if self.statuses else None

    def standing(self, on: date) -> Standing:
        return standing_of(self.action.when, on)


@dataclass(frozen=True, slots=True)
class RegisteredAgenda:
    """An agenda with the register's view of its actions, in the document's order."""

    info: AgendaInfo
    agenda: Agenda = field(repr=False)
    actions: tuple[RegisteredAction, ...]


@dataclass(frozen=True, slots=True)
class ActionFilter:
    """Which actions are wanted; an empty field excludes none.

    ``stakeholder`` is a party's id; it finds owners and the groups they stand for, and, with ``touched``, parties and
    groups that are named elsewhere in the row, as ``owner`` does. ``year`` finds terms that hold a day of that year;
    ``on`` is the date by which ``standings`` are meant, and finds terms that hold it where ``current`` is set.
    ``theme`` is free text.
    """

    document: str = ""
    step: int | None = None
    stakeholder: str = ""
    owner: str = ""  # literal, for an owner that is no known party
    touched: bool = True
    year: int | None = None
    on: date | None = None
    current: bool = False
    standings: tuple[Standing, ...] = ()
    statuses: tuple[Status, ...] = ()
    theme: str = ""


def standing_of(period: Period, on: date) -> Standing:
    """Where a term is on a date. Precisions without dates are open, and never ended."""
    if period.precision in (Precision.OPEN, Precision.IMPOSSIBLE):
        return Standing.OPEN
    if period.start and on < period.start:
        return Standing.NOT_BEGUN
    if period.precision is Precision.CONTINUOUS or period.end is None:
        return Standing.CONTINUOUS
    return Standing.ENDED if on > period.end else Standing.RUNNING
