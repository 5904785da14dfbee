"""Parties by themes as a picture: what each says, where it is only named, and where nothing is found."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from assistant.domain.positions import Cell, CellState, Comparison, ContrastKind, PositionKind, Theme
from assistant.domain.stakeholders import Stakeholder
from assistant.presentation import counted
from assistant.texts import Texts
from assistant.web.markup import escaped, listed, tag
from assistant.web.positions_words import Setting, agreements_counted, differences_counted, positions_counted
from assistant.web.signs import contrast_sign, kind_sign, strength_sign

TONES = {
    PositionKind.REJECTION: "against",
    PositionKind.DOUBT: "against",
    PositionKind.CONDITION: "conditional",
    PositionKind.EXPLORATION: "exploring",
}  # the others speak for something
FOR = "for"
CROWDED = 7  # parties from which on a cell has no room for long words
MOST_OTHER_KINDS = 3


def matrix_html(comparison: Comparison, setting: Setting) -> str:
    words = setting.texts.positions_tab
    name = words.matrix.format(parties=len(comparison.stakeholders), themes=len(comparison.themes))
    differing = _differing(comparison)
    rows = "".join(_row(theme, comparison, differing, setting) for theme in comparison.themes)
    crowded = " crowded" if len(comparison.stakeholders) >= CROWDED else ""
    inside = tag("caption", escaped(name)) + _head(comparison.stakeholders, setting) + tag("tbody", rows)
    table = tag("table", inside, f"matrix{crowded}", role="grid")
    columns = f"--parties:{len(comparison.stakeholders)}"
    place = tag("div", table, "matrix-place", role="region", aria_label=name, style=columns)
    return place + legend_html(comparison, setting.texts)


def _head(parties: Sequence[Stakeholder], setting: Setting) -> str:
    names = "".join(_party(each, setting) for each in parties)
    return tag("thead", tag("tr", tag("th", escaped(setting.texts.positions.theme), scope="col") + names))


def _party(party: Stakeholder, setting: Setting) -> str:
    """The name of a column, with a button that takes it away."""
    short, label = setting.short(party.id), setting.texts.positions_tab.drop.format(party=setting.short(party.id))
    drop = tag(
        "button", "×", "drop", type="button", title=label, aria_label=label, data_action="drop", data_party=party.id
    )
    head = tag("span", tag("span", escaped(short)) + drop, "head")
    return tag("th", head, scope="col", title=party.name if party.name != short else "")


def _row(theme: Theme, comparison: Comparison, differing: Counter[tuple[str, str]], setting: Setting) -> str:
    cells = [
        _cell(comparison.cell(party.id, theme.id), differing[party.id, theme.id], theme, setting)
        for party in comparison.stakeholders
    ]
    return tag("tr", _theme(theme, comparison, setting.texts) + "".join(cells))


def _theme(theme: Theme, comparison: Comparison, texts: Texts) -> str:
    """The title, which opens what everyone says, and how often parties contradict and confirm each other."""
    label = texts.positions_tab.side_by_side.format(theme=theme.title)
    button = tag(
        "button", escaped(theme.title), "theme", type="button", title=label, data_action="theme", data_theme=theme.id
    )
    kinds = Counter(each.kind for each in comparison.contrasts if each.theme == theme.id)
    signs = "".join(_contrasts(kind, kinds[kind], texts) for kind in ContrastKind if kinds[kind])
    return tag("th", button + (tag("span", signs, "contrast-counts") if signs else ""), scope="row")


def _contrasts(kind: ContrastKind, count: int, texts: Texts) -> str:
    said = differences_counted if kind is ContrastKind.DIFFERENCE else agreements_counted
    label = said(count, texts)
    return tag("span", contrast_sign(kind) + escaped(label), kind.value)


def _cell(cell: Cell, differences: int, theme: Theme, setting: Setting) -> str:
    """A button for every cell, silent ones too: where a party is named elsewhere stands behind it."""
    texts = setting.texts
    content, said = (
        (_position(cell, differences, texts), _said(cell, differences, texts))
        if cell.positions
        else _without_position(cell, texts)
    )
    tone = f" {TONES.get(cell.positions[0].kind, FOR)}" if cell.positions else ""
    label = texts.positions_tab.cell.format(party=setting.short(cell.stakeholder), theme=theme.title, said=said)
    button = tag(
        "button",
        content,
        type="button",
        title=label,
        aria_label=label,
        data_action="cell",
        data_party=cell.stakeholder,
        data_theme=cell.theme,
    )
    return tag("td", button, cell.state.value + tone)


def _position(cell: Cell, differences: int, texts: Texts) -> str:
    """The strongest statement's kind, how firm it is and how many there are; the other kinds in small."""
    strongest = cell.positions[0]
    word = tag("b", escaped(texts.positions_tab.short_kinds[strongest.kind.value]))
    number = tag("span", str(len(cell.positions)), "count") if len(cell.positions) > 1 else ""
    others = "".join(map(kind_sign, _other_kinds(cell)[:MOST_OTHER_KINDS]))
    below = strength_sign(strongest.strength) + number + (tag("span", others, "others") if others else "")
    mark = tag("span", contrast_sign(ContrastKind.DIFFERENCE), "differs") if differences else ""
    return tag("span", kind_sign(strongest.kind) + word, "top") + tag("span", below, "below") + mark


def _said(cell: Cell, differences: int, texts: Texts) -> str:
    words, strongest = texts.positions_tab, cell.positions[0]
    said = words.cell_position.format(
        kind=texts.positions.kinds[strongest.kind.value],
        strength=words.strengths[str(strongest.strength)],
        count=positions_counted(len(cell.positions), texts),
    )
    others = [texts.positions.kinds[kind.value] for kind in _other_kinds(cell)]
    if others:
        said = f"{said}; {words.cell_others.format(kinds=', '.join(others))}"
    if not differences:
        return said
    return f"{said}; {counted(differences, words.cell_contrast_one, words.cell_contrast)}"


def _other_kinds(cell: Cell) -> list[PositionKind]:
    """Those of statements that are not of the strongest one's kind, in order of strength."""
    found = {each.kind for each in cell.positions} - {cell.positions[0].kind}
    return [kind for kind in PositionKind if kind in found]


def _without_position(cell: Cell, texts: Texts) -> tuple[str, str]:
    """What is shown, and what is said of it."""
    shown = texts.positions.states[cell.state.value]
    said = f"{shown}; {mentions_counted(len(cell.mentions), texts)}" if cell.mentions else shown
    return tag("span", escaped(shown), "state"), said


def mentions_counted(count: int, texts: Texts) -> str:
    return counted(count, texts.positions_tab.mentions_one, texts.positions_tab.mentions)


def _differing(comparison: Comparison) -> Counter[tuple[str, str]]:
    """How often each party differs from others on a theme."""
    compared = {each.id for each in comparison.stakeholders}
    return Counter(
        (party, contrast.theme)
        for contrast in comparison.contrasts
        if contrast.kind is ContrastKind.DIFFERENCE
        for position in (contrast.one, contrast.other)
        for party in position.speaker.stakeholders
        if party in compared
    )


def legend_html(comparison: Comparison, texts: Texts) -> str:
    """What occurs in the matrix, each in the look that it has there."""
    words = texts.positions_tab
    positions = [position for cell in comparison.cells for position in cell.positions]
    kinds = {each.kind for each in positions}
    items = [
        tag("span", kind_sign(kind) + escaped(texts.positions.kinds[kind.value]), f"key {TONES.get(kind, FOR)}")
        for kind in PositionKind
        if kind in kinds
    ]
    if positions:
        firm = words.strength.format(mild=words.strengths["1"], firm=words.strengths["3"])
        items.append(tag("span", strength_sign(1) + strength_sign(3) + escaped(firm), "key"))
    if any(each.kind is ContrastKind.DIFFERENCE for each in comparison.contrasts):
        difference = escaped(texts.positions.contrasts[ContrastKind.DIFFERENCE.value])
        items.append(tag("span", contrast_sign(ContrastKind.DIFFERENCE) + difference, "key"))
    states = {each.state for each in comparison.cells}
    items += [
        tag("span", tag("i", "", f"swatch {state.value}") + escaped(texts.positions.states[state.value]), "key")
        for state in (CellState.MENTIONED, CellState.SILENT)
        if state in states
    ]
    return tag("div", listed(items, "legend"), "matrix-legend", role="group", aria_label=words.legend)
