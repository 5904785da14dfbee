"""The parties and themes that a person names, by id or by name."""

from __future__ import annotations

from collections.abc import Sequence
from difflib import get_close_matches

from assistant.agenda.asking import CLOSE, MOST_CLOSE, close_names
from assistant.domain.errors import NoComparison, UnknownStakeholder, UnknownTheme
from assistant.domain.positions import Theme
from assistant.domain.stakeholders import Stakeholder
from assistant.index.analyzer import fold
from ingest.stakeholders import StakeholderRegister
from ingest.themes import ThemeRegister

_FEWEST = 2


def compared_parties(names: Sequence[str], known: StakeholderRegister) -> tuple[Stakeholder, ...]:
    """Raises ``UnknownStakeholder`` and ``NoComparison``."""
    parties = tuple(chosen_party(name, known) for name in names)
    for place, party in enumerate(parties):
        if party in parties[:place]:
            raise NoComparison(
                "{name} staat er twee keer: een partij wordt met een andere vergeleken.", name=party.name
            )
    if len(parties) < _FEWEST:
        raise NoComparison("Noem ten minste twee partijen om te vergelijken.")
    return parties


def chosen_party(name: str, known: StakeholderRegister) -> Stakeholder:
    """Raises ``UnknownStakeholder`` that offers the names nearest to this one."""
    if found := known.get(name) or known.find(name):
        return found
    if close := close_names(name, known.all):
        raise UnknownStakeholder(
            "{name!r} is geen bekende partij: bedoelt u {close}?", name=name, close=", ".join(close)
        )
    raise UnknownStakeholder(
        "{name!r} is geen bekende partij: 'wiewatwanneer stakeholders' toont welke er zijn.", name=name
    )


def chosen_themes(names: Sequence[str], known: Sequence[Theme]) -> tuple[Theme, ...]:
    """Each once, in the order given; all of them for no names. Raises ``UnknownTheme``."""
    found = (chosen_theme(name, known) for name in names)
    return tuple(dict.fromkeys(found)) or tuple(known)


def chosen_theme(name: str, known: Sequence[Theme]) -> Theme:
    """By id or title, or by words that are in the vocabulary of no other theme. Raises ``UnknownTheme``."""
    wanted = fold(name.strip())
    for theme in known:
        if wanted in _forms(theme):
            return theme
    holding = ThemeRegister(tuple(known)).within(name)
    if len(holding) == 1:
        return next(theme for theme in known if theme.id == holding[0])
    forms = {form: theme.title for theme in known for form in _forms(theme)}
    close = dict.fromkeys(forms[form] for form in get_close_matches(wanted, forms, len(forms) or 1, CLOSE))
    offered = [*close][:MOST_CLOSE] or [theme.id for theme in known]
    raise UnknownTheme("{name!r} is geen bekend thema: bedoelt u {close}?", name=name, close=", ".join(offered))


def _forms(theme: Theme) -> tuple[str, ...]:
    return tuple(filter(None, (theme.id, fold(theme.title), fold(theme.english))))
