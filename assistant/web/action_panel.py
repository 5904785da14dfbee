"""The panel of one action: its facts, the page that it stands on, what later documents say of it, and its history."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from assistant.domain.agenda import (
    ActionMention,
    Correction,
    Quotation,
    RecordedStatus,
    RegisteredAction,
    ResolvedOwner,
    Step,
)
from assistant.domain.documents import Page, Span
from assistant.presentation import full_page
from assistant.texts import Texts
from assistant.web.agenda_table import digest_badge
from assistant.web.agenda_view import Opened
from assistant.web.agenda_words import (
    Setting,
    agenda_title,
    day_in_words,
    known_date_in_words,
    owner_remark,
    period_in_words,
    standing_html,
    step_title,
)
from assistant.web.highlighting import quoted_spans
from assistant.web.markup import escaped, listed, tag
from assistant.web.pages import page_html

PageOf = Callable[[str, int], Page | None]


@dataclass(frozen=True, slots=True)
class Shown:
    """An open action with what is known around it; ``titles`` are those of the documents, by id."""

    action: RegisteredAction
    mentions: Sequence[ActionMention]
    titles: Mapping[str, str]
    opened: Opened

    def title(self, document: str) -> str:
        return self.titles.get(document, document)

    @property
    def mention(self) -> ActionMention | None:
        place = self.opened.mention
        return self.mentions[place] if place is not None and 0 <= place < len(self.mentions) else None


def panel_html(shown: Shown, page_of: PageOf, forms: str, setting: Setting) -> str:
    """``forms`` is HTML already."""
    texts = setting.texts
    words = texts.agenda_tab
    heading = tag("h3", escaped(shown.action.action.what), tabindex="-1")
    close = tag("button", "×", "shut", type="button", title=words.close, aria_label=words.close, data_action="shut")
    parts = [
        close + tag("header", heading),
        _step(shown.action.step, texts),
        tag("dl", "".join(_facts(shown.action, setting)), "facts"),
        _section(words.source, _source(shown, page_of, texts), "source"),
        _section(words.mentions, _mentions(shown, texts)),
        _section(words.history, _history(shown, texts)),
        forms,
    ]
    open_page = "" if shown.mention is None else str(shown.opened.mention)
    return tag(
        "article",
        "".join(parts),
        "open",
        data_action_id=shown.action.action.id,
        data_mention=open_page,
        data_settled=_settled(shown),
    )


def _settled(shown: Shown) -> str:
    """Changes when the forms are to be filled in anew: for another action, or when what was sent is dealt with."""
    action, form = shown.action, shown.opened.form
    return f"{action.action.id} {len(action.statuses)} {len(action.corrections)} {form.problem if form else ''}"


def _step(step: Step, texts: Texts) -> str:
    return tag("p", escaped(step_title(step, texts)), "step") if step.number is not None or step.title else ""


def gone_html(texts: Texts) -> str:
    return tag("article", tag("p", escaped(texts.agenda_tab.gone), "notice"), "open")


def _section(title: str, content: str, css: str = "") -> str:
    return tag("section", tag("h4", escaped(title)) + content, css)


def _facts(registered: RegisteredAction, setting: Setting) -> Iterator[str]:
    texts, action, read = setting.texts, registered.action, registered.read
    words, shared = texts.agenda_tab, texts.agenda
    if action.what != read.what:
        yield _fact(shared.what, escaped(action.what) + _read_as(read.what, texts))
    yield _fact(shared.who, _owners(registered, setting) + _owners_as_read(registered, texts))
    when = escaped(action.when.text) + tag("span", escaped(period_in_words(action.when, texts)), "said")
    yield _fact(shared.when, when + (_read_as(read.when.text, texts) if action.when.text != read.when.text else ""))
    yield _fact(shared.standing, standing_html(registered, setting))
    if action.status:
        yield _fact(words.stand_cell, escaped(action.status))
    for header, cell in action.others:
        yield _fact(header, escaped(cell))
    if registered.touched:
        yield _fact(words.touched, listed([_owner_line(each, setting) for each in registered.touched]))
    agenda = escaped(agenda_title(registered.agenda, texts)) + digest_badge(registered, texts)
    yield _fact(shared.agenda, agenda)


def _fact(label: str, content: str) -> str:
    return tag("dt", escaped(label)) + tag("dd", content)


def _read_as(value: str, texts: Texts) -> str:
    """The original beside the corrected value."""
    label = tag("span", escaped(f"{texts.agenda_tab.corrected_from}: "))
    return tag("span", label + tag("del", escaped(value)), "original")


def _owners(registered: RegisteredAction, setting: Setting) -> str:
    return listed([_owner_line(each, setting) for each in registered.owners])


def _owner_line(resolved: ResolvedOwner, setting: Setting) -> str:
    """An owner with its role, for whom it stands, and the words of the document that say so."""
    words, owner = setting.texts.agenda_tab, resolved.owner
    role = tag("span", escaped(setting.texts.agenda.roles[owner.role.value]), "badge role")
    remark = owner_remark(resolved, setting)
    party = setting.party(resolved.stakeholder) if resolved.stakeholder else ""
    said = [each for each in (party if party.casefold() != owner.name.casefold() else "", remark) if each]
    if resolved.definition:
        said.append(words.defined_by.format(text=resolved.definition.text, page=resolved.definition.page))
    shown_role = f" {role}" if owner.role.value != "owner" else ""
    return escaped(owner.name) + shown_role + (tag("span", escaped(". ".join(said)), "said") if said else "")


def _owners_as_read(registered: RegisteredAction, texts: Texts) -> str:
    if registered.action.owners == registered.read.owners:
        return ""
    return _read_as(", ".join(each.name for each in registered.read.owners), texts)


def _source(shown: Shown, page_of: PageOf, texts: Texts) -> str:
    """The page of the mention that is open, else the pages that the row stands on, with its words marked."""
    if mention := shown.mention:
        back = tag("button", escaped(texts.agenda_tab.show_row), "link", type="button", data_action="row")
        return tag("p", back) + _page(mention.quotation, (), shown, page_of, texts)
    action = shown.action.read
    parts = [(part.page, part.cells) for part in action.parts] or [(action.quotation.page, ())]
    return "".join(
        _page(Quotation(action.quotation.document, number, action.quotation.text), cells, shown, page_of, texts)
        for number, cells in parts
    )


def _page(quotation: Quotation, cells: Sequence[Span], shown: Shown, page_of: PageOf, texts: Texts) -> str:
    page = page_of(quotation.document, quotation.page)
    if page is None:
        return tag("p", escaped(texts.agenda_tab.row_gone), "hint")
    marked = [each for each in cells if each.end > each.start] or quoted_spans(page, quotation.text)
    place = f"{shown.title(quotation.document)}, {full_page(page.number, page.label, texts.source)}"
    remark = "" if marked else tag("p", escaped(texts.page.quote_not_marked), "remark")
    text = tag("div", page_html(page, marked), "page", tabindex="0", role="region", aria_label=place)
    return tag("p", escaped(place), "place") + remark + text


def _mentions(shown: Shown, texts: Texts) -> str:
    words = texts.agenda_tab
    if not shown.mentions:
        return tag("p", escaped(words.no_mentions), "hint")
    items = [_mention(place, each, shown, texts) for place, each in enumerate(shown.mentions)]
    return listed(items, "mentions")


def _mention(place: int, mention: ActionMention, shown: Shown, texts: Texts) -> str:
    words, quotation = texts.agenda_tab, mention.quotation
    page = texts.source.short_page.format(page=quotation.page)
    said = ", ".join(
        each for each in (shown.title(quotation.document), known_date_in_words(mention.date, texts), page) if each
    )
    button = tag(
        "button",
        escaped(words.show_page),
        "link",
        type="button",
        data_action="mention",
        data_place=str(place),
        aria_pressed="true" if place == shown.opened.mention else "false",
    )
    found = tag("span", escaped(words.found_by.format(terms=", ".join(mention.terms))), "said") if mention.terms else ""
    quote = tag("blockquote", emphasised(quotation.text, mention.terms))
    return tag("p", escaped(said), "place") + quote + found + button


def emphasised(text: str, terms: Sequence[str]) -> str:
    """The text with every place of the terms in bold; the longest term first."""
    wanted = sorted(filter(str.strip, terms), key=len, reverse=True)
    if not wanted:
        return escaped(text)
    pieces = re.split(f"({'|'.join(re.escape(each) for each in wanted)})", text, flags=re.IGNORECASE)
    return "".join(tag("strong", escaped(each)) if place % 2 else escaped(each) for place, each in enumerate(pieces))


def _history(shown: Shown, texts: Texts) -> str:
    """What people recorded and corrected, newest first."""
    action = shown.action
    entries = [(each.at, _status(each, shown, texts)) for each in action.statuses]
    entries += [(each.at, _correction(each, action, texts)) for each in action.corrections]
    if not entries:
        return tag("p", escaped(texts.agenda_tab.no_history), "hint")
    return listed([html for _, html in sorted(entries, key=lambda entry: entry[0], reverse=True)], "history")


def _status(recorded: RecordedStatus, shown: Shown, texts: Texts) -> str:
    words, proof = texts.agenda_tab, recorded.proof
    title = words.history_status.format(status=texts.agenda.statuses[recorded.status.value])
    place = words.proof.format(title=shown.title(proof.document), page=proof.page)
    remark = tag("p", escaped(recorded.remark)) if recorded.remark else ""
    quote = tag("blockquote", escaped(proof.text)) + tag("p", escaped(place), "place")
    return tag("strong", escaped(title)) + _signature(recorded.by, recorded.at, texts) + remark + quote


def _correction(correction: Correction, action: RegisteredAction, texts: Texts) -> str:
    """The corrected value beside what the document says."""
    column = texts.agenda.columns.get(correction.column, correction.column)
    title = texts.agenda_tab.history_correction.format(column=column)
    value = tag("p", escaped(correction.value) + _read_as(_original(correction.column, action, texts), texts))
    signature = _signature(correction.by, correction.at, texts)
    return tag("strong", escaped(title)) + signature + value + tag("p", escaped(correction.why))


def _original(column: str, action: RegisteredAction, texts: Texts) -> str:
    read = action.read
    if column == "owners":
        return ", ".join(each.name for each in read.owners)
    if column == "step":
        return step_title(action.step, texts)
    return {"what": read.what, "when": read.when.text}.get(column, "")


def _signature(by: str, at: datetime, texts: Texts) -> str:
    said = texts.agenda_tab.by_whom.format(by=by, date=day_in_words(at.date(), texts))
    return tag("span", escaped(said), "said")
