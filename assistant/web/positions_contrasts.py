"""Where parties contradict or confirm each other, with the words of both."""

from __future__ import annotations

from collections.abc import Sequence

from assistant.domain.positions import Comparison, Contrast, Position
from assistant.web.markup import escaped, listed, tag
from assistant.web.positions_words import Setting, kind_html, place_html, quote_html, sides_of, speakers_in_short
from assistant.web.signs import contrast_sign


def contrasts_html(comparison: Comparison, most: int, setting: Setting) -> str:
    """The first ``most`` pairs of statements, each once with all its themes."""
    words = setting.texts.positions_tab
    heading = tag("h3", escaped(words.differences_and_agreements))
    pairs = pairs_of(comparison.contrasts)
    if not pairs:
        return tag("section", heading + tag("p", escaped(words.no_contrasts), "hint"), "contrasts")
    items = [_pair(each, comparison, setting) for each in pairs[:most]]
    rest = len(pairs) - most
    more = tag("button", escaped(words.more.format(count=rest)), "more", type="button", data_action="more")
    below = tag("p", more, "rest") if rest > 0 else ""
    return tag("section", heading + listed(items, "contrast-list") + below, "contrasts")


def pairs_of(contrasts: Sequence[Contrast]) -> list[list[Contrast]]:
    """The contrasts of the same two statements together, one for each theme."""
    found: dict[tuple[str, frozenset[str]], list[Contrast]] = {}
    for each in contrasts:
        found.setdefault((each.kind, frozenset((each.one.id, each.other.id))), []).append(each)
    return list(found.values())


def _pair(themes: Sequence[Contrast], comparison: Comparison, setting: Setting) -> str:
    contrast, titles = themes[0], {each.id: each.title for each in comparison.themes}
    kind, name = contrast.kind, setting.texts.positions.contrasts[contrast.kind.value]
    badge = tag("span", contrast_sign(kind) + escaped(name), f"contrast {kind.value}")
    sides = sides_of(contrast)
    words = setting.texts.positions_tab
    button = tag(
        "button",
        escaped(words.show_both if len(sides) > 1 else words.show_source),
        "link",
        type="button",
        data_action="pair",
        data_theme=contrast.theme,
        data_one=contrast.one.id,
        data_other=contrast.other.id,
    )
    title = escaped("; ".join(titles[each.theme] for each in themes))
    heading = tag("p", badge + tag("b", title) + button, "contrast-head")
    said = "".join(_side(each, comparison, setting) for each in sides)
    return heading + tag("div", said, "sides" if len(sides) > 1 else "together")


def _side(position: Position, comparison: Comparison, setting: Setting) -> str:
    speakers = tag("h4", escaped(speakers_in_short(position, comparison, setting)))
    said = kind_html(position, setting.texts) + quote_html(position)
    return tag("div", speakers + said + place_html(position.quotation, setting), "side")
