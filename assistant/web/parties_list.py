"""The register of parties as a list, with its search."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from assistant.domain.stakeholders import Stakeholder
from assistant.presentation import counted
from assistant.texts import Texts
from assistant.web.markup import escaped, options, tag
from assistant.web.parties_view import Known, Order, PartiesView, Search
from assistant.web.party_words import short_name

MOST_ALIASES = 2  # that fit on a line of the list

Parties = Mapping[str, Stakeholder]  # by id


def search_html(parties: Sequence[Stakeholder], search: Search, texts: Texts, narrowed: int = 0) -> str:
    """``narrowed`` makes it another form than before, so that a browser shows what is wanted and not what was typed."""
    words = texts.parties_tab
    used = {each.kind for each in parties}
    kinds = sorted(((kind, kind_in_words(kind, texts)) for kind in used), key=lambda choice: choice[1])
    members = {group for each in parties for group in each.groups}
    groups = [(each.id, each.name) for each in parties if each.id in members]
    orders = [(each.value, words.orders[each.value]) for each in Order]
    field = tag(
        "input",
        "",
        type="search",
        name="words",
        value=search.words,
        data_value=search.words,
        placeholder=words.words_placeholder,
    )
    fields = [
        tag("label", tag("span", escaped(words.words)) + field),
        _select("kind", words.kind, [("", words.all_kinds), *kinds], search.kind),
        _select("group", words.group, [("", words.all_groups), *groups], search.group),
        _select("order", words.order, orders, search.order.value),
        tag("button", escaped(words.clear), "clear", type="button", data_action="clear"),
    ]
    return tag("form", "".join(fields), "filters", role="search", aria_label=words.filters, data_narrowed=str(narrowed))


def _select(name: str, label: str, choices: Sequence[tuple[str, str]], value: str) -> str:
    control = tag("select", options(choices, value), name=name, data_value=value)
    return tag("label", tag("span", escaped(label)) + control)


def list_html(found: Sequence[Known], view: PartiesView, parties: Parties, texts: Texts) -> str:
    """The first ``view.shown`` parties, with bars that tell how often each is named beside the others."""
    words = texts.parties_tab
    count = tag("p", escaped(counted(len(found), words.found_one, words.found)), "count", role="status")
    if not found:
        return count + tag("p", escaped(words.nothing_found), "empty")
    columns = (words.name, words.kind, words.actions, words.positions, words.documents)
    head = tag("thead", tag("tr", "".join(tag("th", escaped(each), scope="col") for each in columns)))
    most = max(each.documents for each in found) or 1
    rows = "".join(_row(each, most, parties, texts) for each in found[: view.shown])
    rest = len(found) - view.shown
    label = escaped(words.more.format(count=rest))
    more = tag("p", tag("button", label, "more", type="button", data_action="more"), "rest") if rest > 0 else ""
    return count + tag("table", head + tag("tbody", rows), "parties") + more


def _row(known: Known, most: int, parties: Parties, texts: Texts) -> str:
    words, party = texts.parties_tab, known.party
    short = short_name(party)
    name = f"{short} · {party.name}" if short != party.name else party.name
    button = tag("button", escaped(name), "open", type="button", data_action="open", data_id=party.id)
    groups = [parties[each].name if each in parties else each for each in party.groups]
    kind = escaped(kind_in_words(party.kind, texts)) + _said(", ".join(groups))
    cells = (
        ("", button + _said(_other_names(party, short, texts))),
        (words.kind, kind),
        (words.actions, _number(known.actions)),
        (words.positions, _number(known.positions)),
        (words.documents, _bar(known.documents, most, words.nowhere)),
    )
    return tag("tr", "".join(tag("td", content, data_label=label) for label, content in cells), data_row=party.id)


def _said(text: str) -> str:
    return tag("span", escaped(text), "said") if text else ""


def _number(count: int) -> str:
    return str(count) if count else tag("span", "–", "none")


def _bar(count: int, most: int, nowhere: str) -> str:
    if not count:
        return tag("span", escaped(nowhere), "none")
    return tag("i", "", "length", style=f"width:{count / most * 60:.0f}%", aria_hidden="true") + str(count)


def _other_names(party: Stakeholder, short: str, texts: Texts) -> str:
    """Its former names, and ways to write it that its line does not show yet."""
    words = texts.parties_tab
    former = [each.text for each in party.names if each.until is not None]
    present = [each.text for each in party.names[1:] if each.until is None]
    aliases = [each for each in (*present, *party.aliases) if each != short][:MOST_ALIASES]
    said = []
    if former:
        said.append(words.formerly.format(names=", ".join(former)))
    if aliases:
        said.append(words.also.format(names=", ".join(aliases)))
    return "; ".join(said)


def kind_in_words(kind: str, texts: Texts) -> str:
    return texts.parties_tab.kinds.get(kind, kind)
