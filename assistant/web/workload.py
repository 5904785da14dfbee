"""How much every party has to do: the number of its actions in each step, darker where there are more."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby
from math import ceil

from assistant.domain.agenda import RegisteredAction
from assistant.texts import Texts
from assistant.web.agenda_view import LITERAL
from assistant.web.agenda_words import Setting, agenda_title, step_title
from assistant.web.markup import escaped, listed, tag

MOST_COLUMNS = 24  # steps of all agendas together; with more, a column is an agenda
PARTIES_SHARE = 0.4  # parties that are shown for each action that would be
SHADES = 4

Place = tuple[str, int | None, str]  # a step: its document, number and title


@dataclass(frozen=True, slots=True)
class Column:
    """A step of an agenda, or all of one, or all the rest; ``document`` is empty where no filter has just its actions.

    ``agenda`` is the title of the agenda that it is a part of, empty where it is no part.
    """

    short: str
    title: str
    agenda: str = ""
    document: str = ""
    step: int | None = None


@dataclass(frozen=True, slots=True)
class Load:
    """Actions that name a party as an owner, and those that concern it in another way."""

    owned: int = 0
    concerned: int = 0

    @property
    def total(self) -> int:
        return self.owned + self.concerned

    @property
    def short(self) -> str:
        return f"{self.owned or ''}{f'+{self.concerned}' if self.concerned else ''}"


class Workload:
    """The loads by party and column; a party is as in the filter's field: an id, or the name of an unknown one."""

    def __init__(self, actions: Sequence[RegisteredAction], texts: Texts) -> None:
        column_of = _columns(actions, texts)
        self.columns = list(dict.fromkeys(column_of.values()))
        owned: dict[str, Counter[Place]] = defaultdict(Counter)
        concerned: dict[str, Counter[Place]] = defaultdict(Counter)
        for each in actions:
            place, owners = _place(each), {*_owners(each)}
            for party in owners:
                owned[party][place] += 1
            for party in {*_others(each)} - owners:
                concerned[party][place] += 1
        self._owned = {party: _by_column(counts, column_of) for party, counts in owned.items()}
        self._concerned = {party: _by_column(counts, column_of) for party, counts in concerned.items()}
        self.heaviest = max((load.total for party in self._found() for load in self.loads(party)), default=0)

    def loads(self, party: str) -> list[Load]:
        """In the order of the columns."""
        nothing: Counter[Column] = Counter()
        owned, concerned = self._owned.get(party, nothing), self._concerned.get(party, nothing)
        return [Load(owned[each], concerned[each]) for each in self.columns]

    def total(self, party: str) -> Load:
        loads = self.loads(party)
        return Load(sum(each.owned for each in loads), sum(each.concerned for each in loads))

    def parties(self) -> list[str]:
        """The busiest first, then by name."""
        totals = {party: self.total(party) for party in self._found()}
        return sorted(totals, key=lambda party: (-totals[party].owned, -totals[party].total, party))

    def _found(self) -> set[str]:
        return {*self._owned, *self._concerned}


def _by_column(counts: Mapping[Place, int], column_of: Mapping[Place, Column]) -> Counter[Column]:
    summed: Counter[Column] = Counter()
    for place, count in counts.items():
        summed[column_of[place]] += count
    return summed


def _place(action: RegisteredAction) -> Place:
    return action.agenda.document, action.step.number, action.step.title


def _columns(actions: Sequence[RegisteredAction], texts: Texts) -> dict[Place, Column]:
    """The column of every step: its own, or that of its agenda where there are too many steps."""
    first: dict[Place, RegisteredAction] = {}
    for each in actions:
        first.setdefault(_place(each), each)
    if len(first) > MOST_COLUMNS:
        return _agenda_columns(actions, texts)
    steps = Counter(document for document, _, _ in first)
    return {
        place: Column(
            str(each.step.number or "–"),
            step_title(each.step, texts),
            agenda_title(each.agenda, texts),
            each.agenda.document if each.step.number is not None or steps[each.agenda.document] == 1 else "",
            each.step.number,
        )
        for place, each in first.items()
    }


def _agenda_columns(actions: Sequence[RegisteredAction], texts: Texts) -> dict[Place, Column]:
    """The agendas with the most actions, in their order, and one column for the others."""
    agendas = {each.agenda.document: each.agenda for each in actions}
    most = Counter(each.agenda.document for each in actions).most_common(MOST_COLUMNS)
    busiest = {document for document, _ in most}
    chosen = [document for document in agendas if document in busiest]
    columns = {
        document: Column(str(number), agenda_title(agendas[document], texts), document=document)
        for number, document in enumerate(chosen, start=1)
    }
    others = Column("…", texts.agenda_tab.other_agendas.format(count=len(agendas) - len(chosen)))
    return {_place(each): columns.get(each.agenda.document, others) for each in actions}


def _owners(action: RegisteredAction) -> Iterator[str]:
    for each in action.owners:
        if each.stakeholder:
            yield each.stakeholder
        elif not each.members:
            yield f"{LITERAL}{each.owner.name}"


def _others(action: RegisteredAction) -> Iterator[str]:
    for each in action.owners:
        yield from each.members
    for each in action.touched:
        yield from (party for party in (each.stakeholder, *each.members) if party)


def workload_html(actions: Sequence[RegisteredAction], shown: int, setting: Setting) -> str:
    words = setting.texts.agenda_tab
    workload = Workload(actions, setting.texts)
    parties = workload.parties()
    if not parties:
        return tag("p", escaped(words.workload_empty), "hint")
    visible = parties[: round(shown * PARTIES_SHARE)]
    rows = "".join(_row(party, workload, setting) for party in visible)
    by_step = workload.columns[0].agenda
    title = words.workload if by_step else words.workload_by_agenda
    caption = tag("caption", escaped(title))
    table = tag("table", caption + _head(workload.columns, setting.texts) + tag("tbody", rows), "heat")
    return "".join(
        [
            tag("div", table, "heat-place", tabindex="0", role="region", aria_label=title),
            tag("p", escaped(words.workload_explained), "hint"),
            _more(len(parties) - len(visible), setting.texts),
            _key(workload.columns, setting.texts),
        ]
    )


def _head(columns: Sequence[Column], texts: Texts) -> str:
    """The columns, under the titles of their agendas where there are several."""
    shorts = "".join(tag("th", escaped(each.short), scope="col", title=each.title) for each in columns)
    party = tag("th", escaped(texts.agenda.party), scope="col")
    row = tag("tr", party + shorts + tag("th", escaped(texts.agenda_tab.workload_total), "total", scope="col"))
    agendas = [(agenda, len(list(group))) for agenda, group in groupby(columns, key=lambda each: each.agenda)]
    if len(agendas) == 1:
        return tag("thead", row)
    titles = "".join(tag("th", escaped(each), scope="colgroup", colspan=str(count)) for each, count in agendas)
    return tag("thead", tag("tr", tag("td", "") + titles + tag("td", ""), "agendas") + row)


def _row(party: str, workload: Workload, setting: Setting) -> str:
    unknown = party.startswith(LITERAL)
    name = party.removeprefix(LITERAL) if unknown else setting.short(party)
    cells = "".join(
        _cell(party, name, column, load, workload.heaviest, setting.texts)
        for column, load in zip(workload.columns, workload.loads(party), strict=True)
    )
    full = "" if unknown else setting.party(party)
    heading = tag("th", escaped(name), "unknown" if unknown else "", scope="row", title=full if full != name else "")
    return tag("tr", heading + cells + tag("td", workload.total(party).short, "total"))


def _cell(party: str, name: str, column: Column, load: Load, heaviest: int, texts: Texts) -> str:
    if not load.total:
        return tag("td", "")
    shade = f"shade-{ceil(load.total / heaviest * SHADES)}"
    label = texts.agenda_tab.workload_cell.format(party=name, column=column.title, count=load.short)
    if not column.document:
        return tag("td", load.short, shade, title=label)
    button = tag(
        "button",
        load.short,
        type="button",
        title=label,
        aria_label=label,
        data_action="cell",
        data_party=party,
        data_document=column.document,
        data_step="" if column.step is None else str(column.step),
    )
    return tag("td", button, shade)


def _more(count: int, texts: Texts) -> str:
    if count <= 0:
        return ""
    label = texts.agenda_tab.more_parties.format(count=count)
    return tag("p", tag("button", escaped(label), "more", type="button", data_action="more"), "rest")


def _key(columns: Sequence[Column], texts: Texts) -> str:
    """What the short headings of the columns stand for, under the titles of their agendas where there are several."""
    several = len({each.agenda for each in columns}) > 1
    lists = [
        tag("h4", escaped(agenda if several else texts.agenda_tab.workload_columns)) + listed([*map(_meaning, group)])
        for agenda, group in groupby(columns, key=lambda each: each.agenda)
    ]
    return tag("section", "".join(lists), "key")


def _meaning(column: Column) -> str:
    """The title of a step says its number itself; that of an agenda does not."""
    return escaped(column.title) if column.agenda else f"{tag('b', escaped(column.short))} {escaped(column.title)}"
