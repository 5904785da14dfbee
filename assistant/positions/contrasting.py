"""Where two parties say the same or the opposite on a theme, told from their words alone.

Precision goes before recall: a pair counts only where most words of the shorter statement stand in the other one too.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from itertools import combinations, islice

from assistant.domain.positions import Cell, Contrast, ContrastKind, Position, PositionKind, SpeakerBasis
from assistant.index.analyzer import stem, stems

_MOST = 20  # positions of a cell that are held against those of another, the strongest
_LEAST_SHARED = 3  # words
_LEAST_SHARE = 0.6  # of the words of the shorter statement
_MOST_SHARED_TERMS = 0.5  # of the words of two conditions, which are then the same condition

_LEAST_THEMES = 2  # that a refusal of one thing and a wish for it share

_FOR = {PositionKind.DEMAND, PositionKind.SUPPORT, PositionKind.ADVICE, PositionKind.WISH}
_SAID_TOGETHER = {PositionKind.DEMAND, PositionKind.REJECTION}
_MOST_TOGETHER = 3  # of two parties on a theme
_FIRM = 3
_REFUSED = re.compile(r"\b(?:geen|tegen (?:een|de|het)|no|against(?: an?| the)?) ((?:\w+ )?\w+)", re.IGNORECASE)
_NEGATION = re.compile(r"\b(?:niet|geen|nooit|noch|zonder|not|no|never|without)\b", re.IGNORECASE)
_NUMBER = re.compile(r"\d+(?:[.,]\d+)*")
_CONDITION = re.compile(
    r"\b(?:mits|alleen als|slechts als|alleen indien|alleen wanneer|op voorwaarde dat|onder de voorwaarde dat|tenzij"
    r"|provided that|only if|on condition that|unless)\b",
    re.IGNORECASE,
)
# Words that say what a sentence does, or that every document of this field has: they make no two statements alike.
_PALE = frozenset(
    map(
        stem,
        """
        pleit pleiten bepleit bepleiten vind vinden vindt nodig noodzakelijk essentieel belangrijk belang wens wensen
        wenst adviseer adviseert adviseren advies steunt steunen steun voorstander tegenstander tegen onwenselijk
        wenselijk verwerpt verwerpen vraagt vragen roept oproep dient dienen niet geen nooit zonder mits alleen graag
        ziet zien maken gaan komen blijven blijft geven nemen zorgen zet zetten volgens eigen meer betere beter
        llo leven lang ontwikkelen onderwijs instelling instellingen partij partijen sector sectoren nederland
        should must need needs support supports advise advises wants want call calls not
        """.split(),  # noqa: SIM905  (a list of so many words reads better as text)
    )
)


def contrasts(cells: Iterable[Cell]) -> tuple[Contrast, ...]:
    """Differences first; each pair of statements once a theme. What two parties say together is said by both."""
    by_theme: dict[str, list[Cell]] = {}
    for cell in cells:
        if cell.positions:
            by_theme.setdefault(cell.theme, []).append(cell)
    found: dict[tuple[str, frozenset[str]], Contrast] = {}
    for theme, filled in by_theme.items():
        for one, other in combinations(filled, 2):
            for contrast in (*_between(theme, one, other), *_together(theme, one, other)):
                found.setdefault((theme, frozenset((contrast.one.id, contrast.other.id))), contrast)
    order = [*ContrastKind]
    return tuple(sorted(found.values(), key=lambda each: order.index(each.kind)))


def _between(theme: str, one: Cell, other: Cell) -> Iterator[Contrast]:
    theirs = _own(other, one.stakeholder)
    for ours in _own(one, other.stakeholder):
        for each in theirs:
            if kind := contrast_kind(ours, each):
                yield Contrast(kind, theme, ours, each)


def _together(theme: str, one: Cell, other: Cell) -> Iterator[Contrast]:
    """What both firmly demand or reject in one statement; ministers sign letters with all that these hold."""
    joint = (each for each in one.positions if other.stakeholder in each.speaker.stakeholders)
    firm = (each for each in joint if each.kind in _SAID_TOGETHER and each.strength == _FIRM)
    signed = SpeakerBasis.SIGNATORY
    for each in islice((each for each in firm if each.speaker.basis is not signed), _MOST_TOGETHER):
        yield Contrast(ContrastKind.AGREEMENT, theme, each, each)


def _own(cell: Cell, without: str) -> Sequence[Position]:
    alone = (each for each in cell.positions if without not in each.speaker.stakeholders)
    return [*islice(alone, _MOST)]


def contrast_kind(one: Position, other: Position) -> ContrastKind | None:
    """None where the words carry neither."""
    kinds = {one.kind, other.kind}
    if PositionKind.REJECTION in kinds and kinds & _FOR:
        wanting, refusing = (one, other) if one.kind in _FOR else (other, one)
        opposed = _on_the_same(one, other) or _is_denied(wanting, refusing)
        return ContrastKind.DIFFERENCE if opposed and not _NEGATION.search(wanting.quotation.text) else None
    if not (len(kinds) == 1 or kinds <= _FOR) or not _on_the_same(one, other):
        return None
    if kinds == {PositionKind.CONDITION}:
        return _of_conditions(one.quotation.text, other.quotation.text)
    return ContrastKind.AGREEMENT if _alike(one.quotation.text, other.quotation.text) else None


def _is_denied(wanting: Position, refusing: Position) -> bool:
    """Whether the very thing that one refuses, 'geen bekostiging', is what the other wants, on two themes at least."""
    if len(set(wanting.themes) & set(refusing.themes)) < _LEAST_THEMES:
        return False
    return bool(_denied(refusing.quotation.text) & _object(wanting.quotation.text))


@lru_cache(maxsize=1 << 14)
def _denied(text: str) -> frozenset[str]:
    return frozenset(each for found in _REFUSED.finditer(text) for each in stems(found[1])) - _PALE


def _on_the_same(one: Position, other: Position) -> bool:
    ours, theirs = _object(one.quotation.text), _object(other.quotation.text)
    shared = len(ours & theirs)
    return shared >= _LEAST_SHARED and shared >= _LEAST_SHARE * min(len(ours), len(theirs))


@lru_cache(maxsize=1 << 14)
def _object(text: str) -> frozenset[str]:
    """What a statement is about, as the stems of its words; of a condition, without the condition itself."""
    return frozenset(stems(_CONDITION.split(text, maxsplit=1)[0])) - _PALE


def _of_conditions(one: str, other: str) -> ContrastKind | None:
    terms = [frozenset(stems(_CONDITION.split(text, maxsplit=1)[-1])) - _PALE for text in (one, other)]
    shared = len(terms[0] & terms[1])
    if shared > _MOST_SHARED_TERMS * max(min(map(len, terms)), 1):
        return ContrastKind.AGREEMENT if _alike(one, other) else None
    return ContrastKind.DIFFERENCE if all(_CONDITION.search(text) for text in (one, other)) else None


def _alike(one: str, other: str) -> bool:
    """Whether nothing in the words themselves sets the two apart: a negation, or another number."""
    return _denied_and_counted(one) == _denied_and_counted(other)


@lru_cache(maxsize=1 << 14)
def _denied_and_counted(text: str) -> tuple[bool, frozenset[str]]:
    return bool(_NEGATION.search(text)), frozenset(_NUMBER.findall(text))
