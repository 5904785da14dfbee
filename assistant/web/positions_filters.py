"""What is compared: parties and themes to tick, and the kind and period of the statements."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from assistant.domain.positions import PositionKind, Theme
from assistant.domain.stakeholders import Stakeholder
from assistant.positions.narrowing import year_of
from assistant.texts import Texts
from assistant.web.markup import escaped, options, tag
from assistant.web.party_words import short_name
from assistant.web.positions_view import PositionsView


@dataclass(frozen=True, slots=True)
class Choices:
    """What there is to choose from; ``counts`` are the positions of each party, and ``named`` those that occur."""

    parties: Sequence[Stakeholder]
    themes: Sequence[Theme]
    counts: Mapping[str, int]
    named: frozenset[str]
    dates: Sequence[str]


def filters_html(choices: Choices, view: PositionsView, texts: Texts) -> str:
    """``data-narrowed`` makes it another form than before, so that a browser shows what is chosen now."""
    words = texts.positions_tab
    kinds = [(each.value, texts.positions.kinds[each.value]) for each in PositionKind]
    years = _years(choices.dates)
    wanted = view.wanted
    fields = [
        _picker(
            "parties", words.parties, _search(texts) + _parties(choices, view, texts), len(view.parties or ()), texts
        ),
        _picker("themes", words.themes, _themes(choices, view), len(view.themes or ()), texts),
        _select("kind", words.kind, words.all_kinds, kinds, wanted.kind.value if wanted.kind else ""),
        _select("since", words.since, words.always, years, _text(wanted.since)),
        _select("until", words.until, words.always, years, _text(wanted.until)),
        tag("button", escaped(words.clear), "clear", type="button", data_action="clear"),
    ]
    return tag(
        "form", "".join(fields), "filters", role="search", aria_label=words.filters, data_narrowed=str(view.narrowed)
    )


def _picker(name: str, label: str, content: str, count: int, texts: Texts) -> str:
    """A list to tick under a button; its script counts what is ticked."""
    chosen = texts.positions_tab.chosen.format(label=label, count=tag("b", str(count), "ticked"))
    return tag("details", tag("summary", chosen) + tag("div", content, "choices"), "picker", data_name=name)


def _search(texts: Texts) -> str:
    label = texts.positions_tab.find_party
    return tag("input", "", "finder", type="search", placeholder=label, aria_label=label)


def _parties(choices: Choices, view: PositionsView, texts: Texts) -> str:
    """Those with positions first, then those that are named at all."""
    words, chosen = texts.positions_tab, set(view.parties or ())
    counts = choices.counts
    speaking = sorted((each for each in choices.parties if counts.get(each.id)), key=lambda each: -counts[each.id])
    named = [each for each in choices.parties if not counts.get(each.id) and each.id in choices.named]
    other = [each for each in choices.parties if not counts.get(each.id) and each.id not in choices.named]
    groups = ((words.with_positions, speaking), (words.only_named, named), (words.other_parties, other))
    return "".join(
        tag("fieldset", tag("legend", escaped(title)) + "".join(_party(each, counts, chosen) for each in parties))
        for title, parties in groups
        if parties
    )


def _party(party: Stakeholder, counts: Mapping[str, int], chosen: set[str]) -> str:
    short = short_name(party)
    label = party.name if short == party.name else f"{short} ({party.name})"
    count = counts.get(party.id, 0)
    number = " " + tag("span", str(count), "number") if count else ""
    forms = " ".join((*(each.text for each in party.names), *party.aliases)).casefold()
    return _tick("parties", party.id, escaped(label) + number, party.id in chosen, forms)


def _themes(choices: Choices, view: PositionsView) -> str:
    chosen = set(view.themes or ())
    return tag(
        "fieldset", "".join(_tick("themes", each.id, escaped(each.title), each.id in chosen) for each in choices.themes)
    )


def _tick(name: str, value: str, content: str, ticked: bool, forms: str = "") -> str:
    """``data-ticked`` is what the script sets: a browser keeps what a person ticked, whatever new markup says."""
    box = tag(
        "input",
        "",
        type="checkbox",
        name=name,
        value=value,
        checked="checked" if ticked else "",
        data_ticked="true" if ticked else "",
    )
    return tag("label", box + tag("span", content), "tick", data_forms=forms)


def _select(name: str, label: str, every: str, choices: Sequence[tuple[str, str]], value: str) -> str:
    control = tag("select", options([("", every), *choices], value), name=name, data_value=value)
    return tag("label", tag("span", escaped(label)) + control)


def _years(dates: Iterable[str]) -> list[tuple[str, str]]:
    years = {year for date in dates if (year := year_of(date)) is not None}
    return [(str(year), str(year)) for year in sorted(years)]


def _text(year: int | None) -> str:
    return "" if year is None else str(year)
