"""The panel of one party: its names, its roles in agendas, the documents that name it, and its positions."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

from assistant.domain.agenda import RegisteredAction
from assistant.domain.documents import Page, Span
from assistant.domain.positions import Position, Theme
from assistant.domain.stakeholders import Name, NamedAt, Stakeholder
from assistant.presentation import counted
from assistant.texts import Texts
from assistant.web.agenda_words import agenda_title, step_title
from assistant.web.highlighting import quoted_spans
from assistant.web.markup import escaped, listed, tag
from assistant.web.parties_list import kind_in_words
from assistant.web.parties_view import Opened
from assistant.web.party_chart import chart_html
from assistant.web.party_words import short_name
from assistant.web.positions_words import Setting, kind_html, place_html, quote_html, speaker_html
from assistant.web.source_page import PageOf, digest_badge, source_html, spans_of, titled


@dataclass(frozen=True, slots=True)
class Shown:
    """An open party with what is known of it; ``members`` are those of a group."""

    party: Stakeholder
    members: Sequence[Stakeholder]
    actions: Sequence[RegisteredAction]
    places: Sequence[NamedAt]
    positions: Sequence[Position]
    themes: Sequence[Theme]
    opened: Opened


def panel_html(shown: Shown, page_of: PageOf, setting: Setting) -> str:
    texts, party = setting.texts, shown.party
    words = texts.parties_tab
    short = short_name(party)
    abbreviation = tag("span", escaped(short), "badge") if short != party.name else ""
    heading = tag("h3", escaped(party.name), tabindex="-1")
    kind = tag("p", abbreviation + tag("span", escaped(kind_in_words(party.kind, texts))), "said")
    close = tag("button", "×", "shut", type="button", title=words.close, aria_label=words.close, data_action="shut")
    sheet = _Sheet(shown, page_of, setting)
    parts = [
        close + tag("header", heading + kind),
        tag("dl", "".join(_facts(shown, setting)), "facts"),
        _section(words.roles, sheet.roles()),
        _section(words.over_time, sheet.documents()),
        _section(words.standpoints, sheet.positions()),
    ]
    return tag("article", "".join(parts), "open", data_party=party.id, data_source=shown.opened.source)


def gone_html(texts: Texts) -> str:
    return tag("article", tag("p", escaped(texts.parties_tab.gone), "notice"), "open")


def _section(title: str, content: str) -> str:
    return tag("section", tag("h4", escaped(title)) + content)


def _facts(shown: Shown, setting: Setting) -> Iterator[str]:
    words, party = setting.texts.parties_tab, shown.party
    yield _fact(words.names, listed([_name(each, setting.texts) for each in party.names]))
    if party.aliases:
        yield _fact(words.aliases, escaped(", ".join(party.aliases)))
    if party.groups:
        yield _fact(words.groups, _party_buttons(party.groups, setting))
    if shown.members:
        yield _fact(words.members, _party_buttons([each.id for each in shown.members], setting))
    if party.tooi:
        yield _fact(words.tooi, escaped(party.tooi))


def _fact(label: str, content: str) -> str:
    return tag("dt", escaped(label)) + tag("dd", content)


def _name(name: Name, texts: Texts) -> str:
    """A name with the years in which it was in use."""
    words = texts.parties_tab
    if name.since and name.until:
        years = words.name_between.format(since=name.since, until=name.until)
    elif name.since:
        years = words.name_since.format(since=name.since)
    elif name.until:
        years = words.name_until.format(until=name.until)
    else:
        return escaped(name.text)
    return escaped(name.text) + " " + tag("span", escaped(years), "years")


def _party_buttons(ids: Sequence[str], setting: Setting) -> str:
    buttons = [
        tag("button", escaped(setting.short(each)), "link", type="button", data_action="open", data_id=each)
        if each in setting.parties
        else escaped(each)
        for each in ids
    ]
    return ", ".join(buttons)


class _Sheet:
    """The parts of the panel that stand on pages; the one that is open has its page under it."""

    def __init__(self, shown: Shown, page_of: PageOf, setting: Setting) -> None:
        self._shown = shown
        self._page_of = page_of
        self._setting = setting
        self._texts = setting.texts
        self._most = shown.opened.most

    def roles(self) -> str:
        if not self._shown.actions:
            return tag("p", escaped(self._texts.parties_tab.no_roles), "hint")
        parts = []
        shown = self._shown.actions[: self._most]
        for _, of_agenda in groupby(shown, key=lambda each: each.agenda.document):
            actions = list(of_agenda)
            badge = digest_badge(self._setting.documents.get(actions[0].agenda.document), self._texts)
            parts.append(tag("h5", escaped(agenda_title(actions[0].agenda, self._texts)) + badge))
            for title, of_step in groupby(actions, key=lambda each: step_title(each.step, self._texts)):
                parts.append(tag("h6", escaped(title)) + listed([self._role(each) for each in of_step], "items"))
        return "".join(parts) + self._more(len(self._shown.actions))

    def _role(self, registered: RegisteredAction) -> str:
        action = registered.action
        role = tag("span", escaped(role_in_words(registered, self._shown.party.id, self._setting)), "badge role")
        said = tag("span", role + escaped(action.when.text), "said")
        quotation = registered.read.quotation
        key = f"action {action.id}"
        return (
            tag("p", escaped(action.what))
            + said
            + self._to_page(key, quotation.document, quotation.page, [quotation.text])
        )

    def documents(self) -> str:
        """The chart, and under it each document with the pages that name the party."""
        words, places = self._texts.parties_tab, self._shown.places
        if not places:
            return tag("p", escaped(words.in_no_document), "hint")
        dates = {each: known.date for each, known in self._setting.documents.items()}
        chart = chart_html(self._shown.party.name, places, dates, self._texts)
        counts = Counter(each.document for each in places)
        order = sorted(counts, key=lambda each: (dates.get(each, ""), each), reverse=True)
        items = [self._document(each, counts[each]) for each in order[: self._most]]
        heading = tag("h5", escaped(words.in_documents))
        return chart + heading + listed(items, "items") + self._more(len(order))

    def _document(self, document: str, count: int) -> str:
        words, known = self._texts.parties_tab, self._setting.documents.get(document)
        title = titled(known, self._texts) if known else document
        times = counted(count, words.named_times_one, words.named_times)
        pages = sorted({each.page for each in self._shown.places if each.document == document})
        buttons = "".join(self._page_button(document, page) for page in pages)
        opened = next((page for page in pages if self._shown.opened.source == f"page {document} {page}"), None)
        source = self._source(document, opened, self._names_on(document, opened)) if opened is not None else ""
        badge = digest_badge(known, self._texts)
        return (
            tag("p", escaped(title) + badge) + tag("span", escaped(times), "said") + tag("p", buttons, "pages") + source
        )

    def _page_button(self, document: str, page: int) -> str:
        words = self._texts.parties_tab
        key = f"page {document} {page}"
        label = words.show_page_of.format(title=self._setting.title(document), page=page)
        shown = self._texts.source.short_page.format(page=page)
        return _source_button(shown, key, self._shown.opened.source == key, label)

    def _names_on(self, document: str, page: int) -> list[Span]:
        places = self._shown.places
        return [Span(each.start, each.end) for each in places if (each.document, each.page) == (document, page)]

    def positions(self) -> str:
        """By theme; a statement on several themes stands under each."""
        words, positions = self._texts.parties_tab, self._shown.positions
        if not positions:
            return tag("p", escaped(words.no_standpoints), "hint")
        parts = [
            self._said(theme.title, theme.id, [each for each in positions if theme.id in each.themes])
            for theme in self._shown.themes
        ]
        loose = [each for each in positions if not each.themes]
        parts.append(self._said(counted(len(loose), words.elsewhere_one, words.elsewhere), "", loose))
        return self._beside_others() + "".join(parts)

    def _beside_others(self) -> str:
        return tag(
            "p", tag("button", escaped(self._texts.parties_tab.compare), "link", type="button", data_action="compare")
        )

    def _said(self, title: str, theme: str, positions: Sequence[Position]) -> str:
        if not positions:
            return ""
        items = [self._position(each, theme) for each in positions[: self._most]]
        return tag("h5", escaped(title)) + listed(items, "items") + self._more(len(positions))

    def _more(self, count: int) -> str:
        """A button for what is not listed yet, of everything in the panel alike."""
        rest = count - self._most
        if rest <= 0:
            return ""
        label = escaped(self._texts.parties_tab.more.format(count=rest))
        return tag("p", tag("button", label, "link", type="button", data_action="longer"))

    def _position(self, position: Position, theme: str) -> str:
        key, quotation = f"position {theme} {position.id}", position.quotation
        said = kind_html(position, self._texts) + quote_html(position) + speaker_html(position, self._setting)
        page = self._page_of(quotation.document, quotation.page) if key == self._shown.opened.source else None
        button = self._button(key)
        source = self._source(quotation.document, quotation.page, spans_of(position, page)) if page else ""
        return said + place_html(quotation, self._setting) + button + source

    def _to_page(self, key: str, document: str, number: int, quotes: Sequence[str]) -> str:
        """The place of something, with a button that opens its page, and the page when it is open."""
        if key != self._shown.opened.source:
            return self._button(key)
        page = self._page_of(document, number)
        marked = [span for quote in quotes for span in quoted_spans(page, quote)] if page else []
        return self._button(key) + self._source(document, number, marked)

    def _button(self, key: str) -> str:
        return _source_button(self._texts.parties_tab.show_page, key, self._shown.opened.source == key)

    def _source(self, document: str, number: int, marked: Sequence[Span]) -> str:
        page: Page | None = self._page_of(document, number)
        known, gone = self._setting.documents.get(document), self._texts.parties_tab.source_gone
        return tag("div", source_html(page, known, marked, gone, self._texts), "source")


def _source_button(shown: str, key: str, is_open: bool, label: str = "") -> str:
    return tag(
        "button",
        escaped(shown),
        "link",
        type="button",
        title=label,
        aria_label=label,
        aria_expanded="true" if is_open else "false",
        data_action="source",
        data_key=key,
    )


def role_in_words(registered: RegisteredAction, party: str, setting: Setting) -> str:
    """What the party does in an action: by itself, as a member of a group, or because the row names it."""
    words, roles = setting.texts.parties_tab, setting.texts.agenda.roles
    for each in registered.owners:
        if each.stakeholder == party:
            return roles[each.owner.role.value]
    for each in registered.owners:
        if party in each.members:
            return f"{roles[each.owner.role.value]} {words.through.format(name=each.owner.name)}"
    return words.touched
