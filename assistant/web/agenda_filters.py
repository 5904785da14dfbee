"""The filter of the agenda tab: a choice for everything by which actions differ."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import date

from assistant.domain.agenda import ActionFilter, RegisteredAction, RegisteredAgenda
from assistant.texts import Texts
from assistant.web.agenda_view import LITERAL, fields_of
from assistant.web.agenda_words import Setting, agenda_title, step_title
from assistant.web.markup import escaped, options, tag

Choice = tuple[str, str]  # what is sent, and what is shown
Chosen = Mapping[str, str]


def filters_html(agendas: Sequence[RegisteredAgenda], wanted: ActionFilter, setting: Setting, narrowed: int = 0) -> str:
    """A form with what occurs in the agendas, and in its steps what occurs in the agenda that is wanted.

    ``narrowed`` makes it another form than before, so that a browser shows what is wanted and not what was chosen.
    """
    texts, chosen = setting.texts, fields_of(wanted)
    words, shared = texts.agenda_tab, texts.agenda
    inside = [each for each in agendas if wanted.document in ("", each.info.document)]
    actions = [action for agenda in inside for action in agenda.actions]
    known, unknown = _parties(actions, setting)
    parties = [(words.known_parties, known), (words.unknown_parties, unknown)]
    standings = [(words.by_term, list(shared.standings.items())), (words.recorded, list(shared.statuses.items()))]
    titles = [(each.info.document, agenda_title(each.info, texts)) for each in agendas]
    fields = [
        _select("document", shared.agenda, words.all_agendas, [("", titles)], chosen),
        _select("step", shared.step, words.all_steps, [("", _steps(inside, texts))], chosen),
        _select("party", shared.party, words.all_parties, parties, chosen),
        _select("year", shared.year, words.all_years, [("", _years(actions))], chosen),
        _select("standing", shared.standing, words.all_standings, standings, chosen),
        _input("theme", words.theme, "search", chosen, placeholder=words.theme_placeholder),
        _input("on", words.on, "date", chosen, title=words.on_explained),
        tag("button", escaped(words.clear), "clear", type="button", data_action="clear"),
    ]
    return tag("form", "".join(fields), "filters", role="search", aria_label=words.filters, data_narrowed=str(narrowed))


def _select(name: str, label: str, every: str, groups: Sequence[tuple[str, Sequence[Choice]]], chosen: Chosen) -> str:
    """``data-value`` is what the script sets: a browser keeps what a person chose, whatever is marked as selected."""
    value = chosen.get(name, "")
    inside = options([("", every)], value) + "".join(_group(title, choices, value) for title, choices in groups)
    return _labelled(label, tag("select", inside, name=name, data_value=value))


def _group(title: str, choices: Sequence[Choice], value: str) -> str:
    if not choices:
        return ""
    inside = options(choices, value)
    return tag("optgroup", inside, label=title) if title else inside


def _input(name: str, label: str, kind: str, chosen: Chosen, **attributes: str) -> str:
    value = chosen.get(name, "")
    return _labelled(label, tag("input", "", name=name, type=kind, value=value, data_value=value, **attributes))


def _labelled(label: str, control: str) -> str:
    return tag("label", tag("span", escaped(label)) + control)


def _steps(agendas: Sequence[RegisteredAgenda], texts: Texts) -> list[Choice]:
    """With their titles in one agenda; the same number may be another step in the next."""
    if len(agendas) == 1:
        steps = [step for step in agendas[0].agenda.steps if step.number is not None]
        return [(str(step.number), step_title(step, texts)) for step in steps]
    numbers = {step.number for each in agendas for step in each.agenda.steps if step.number is not None}
    return [(str(number), texts.agenda.numbered_step.format(number=number)) for number in sorted(numbers)]


def _parties(actions: Sequence[RegisteredAction], setting: Setting) -> tuple[list[Choice], list[Choice]]:
    """Those that own an action or that one concerns, and the owners that are no known party."""
    known: set[str] = set()
    unknown: set[str] = set()
    for action in actions:
        for each in (*action.owners, *action.touched):
            known.update(party for party in (each.stakeholder, *each.members) if party)
        unknown.update(each.owner.name for each in action.owners if not each.stakeholder and not each.members)
    names = [(party, _both_names(setting.short(party), setting.party(party))) for party in known]
    return _by_name(names), _by_name((f"{LITERAL}{name}", name) for name in unknown)


def _both_names(short: str, full: str) -> str:
    return full if short == full else f"{short} ({full})"


def _by_name(choices: Iterable[Choice]) -> list[Choice]:
    return sorted(choices, key=lambda choice: (choice[1].casefold(), choice[0]))


def _years(actions: Sequence[RegisteredAction]) -> list[Choice]:
    """Every year from the first term's to the last one's."""
    days: list[date] = [day for each in actions for day in (each.action.when.start, each.action.when.end) if day]
    years = [day.year for day in days]
    return [(str(year), str(year)) for year in range(min(years), max(years) + 1)] if years else []
