"""What a party says on a theme, beside the page that it stands on; or two statements, or those of all parties."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from assistant.domain.agenda import Quotation
from assistant.domain.positions import Cell, CellState, Comparison, Contrast, Position, Theme
from assistant.presentation import counted
from assistant.texts import Texts
from assistant.web.markup import escaped, listed, tag
from assistant.web.positions_matrix import mentions_counted
from assistant.web.positions_view import Opened
from assistant.web.positions_words import (
    Setting,
    kind_html,
    place_html,
    positions_counted,
    quote_html,
    sides_of,
    speaker_html,
    speakers_in_short,
)
from assistant.web.source_page import PageOf, source_html, spans_in, spans_of

COLUMN_AT_ONCE = 8  # statements of a party beside those of others


@dataclass(frozen=True, slots=True)
class Shown:
    """A comparison, before it was narrowed too, and what of it is open; ``elsewhere`` are the ids of the documents
    that name the party of the cell."""

    comparison: Comparison
    whole: Comparison
    opened: Opened
    elsewhere: Sequence[str] = ()


def panel_html(shown: Shown, page_of: PageOf, setting: Setting) -> str:
    opened = shown.opened
    theme = next((each for each in shown.comparison.themes if each.id == opened.theme), None)
    parties = {each.id for each in shown.comparison.stakeholders}
    if theme is None or (opened.party and opened.party not in parties):
        return gone_html(setting.texts)
    if opened.pair:
        return _pair(shown, theme, page_of, setting)
    if not opened.party:
        return _everyone(shown, theme, setting)
    return _cell(shown, theme, page_of, setting)


def gone_html(texts: Texts) -> str:
    return tag("article", _shut(texts) + tag("p", escaped(texts.positions_tab.gone), "notice"), "open")


def _article(title: str, said: str, content: str, opened: Opened, texts: Texts, css: str = "") -> str:
    heading = tag("header", tag("h3", escaped(title), tabindex="-1") + tag("p", escaped(said), "said"))
    key = " ".join((opened.theme, opened.party, *opened.pair))
    return tag(
        "article",
        _shut(texts) + heading + content,
        f"open {css}".rstrip(),
        data_theme=opened.theme,
        data_party=opened.party,
        data_key=key,
        data_shown=str(opened.shown),
    )


def _shut(texts: Texts) -> str:
    label = texts.positions_tab.close
    return tag("button", "×", "shut", type="button", title=label, aria_label=label, data_action="shut")


# --- a cell


def _cell(shown: Shown, theme: Theme, page_of: PageOf, setting: Setting) -> str:
    texts, opened = setting.texts, shown.opened
    words = texts.positions_tab
    cell = shown.comparison.cell(opened.party, theme.id)
    title = words.on_theme.format(party=setting.party(opened.party), theme=theme.title)
    left_out = len(shown.whole.cell(opened.party, theme.id).positions) - len(cell.positions)
    note = tag("p", escaped(_left_out(left_out, texts)), "hint") if left_out else ""
    if cell.state is CellState.SILENT and not left_out:
        return _article(title, "", _silent(shown, setting), opened, texts)
    quotations = [*(each.quotation for each in cell.positions), *cell.mentions]
    if not quotations:
        return _article(title, "", note, opened, texts)
    place = opened.shown if opened.shown < len(quotations) else 0
    said = _statements(cell, opened, place, setting) + _more(len(quotations) - opened.most, texts)
    statements = tag("div", said + note, "statements")
    source = tag("section", _source(cell, place, page_of, setting), "source", aria_label=words.source)
    return _article(title, _summary(cell, texts), tag("div", statements + source, "beside"), opened, texts)


def _summary(cell: Cell, texts: Texts) -> str:
    words = texts.positions_tab
    said = []
    if cell.positions:
        documents = len({each.quotation.document for each in cell.positions})
        found = positions_counted(len(cell.positions), texts)
        said.append(f"{found} {counted(documents, words.documents_one, words.documents)}")
    if cell.mentions:
        said.append(mentions_counted(len(cell.mentions), texts))
    return "; ".join(said)


def _left_out(count: int, texts: Texts) -> str:
    return counted(count, texts.positions_tab.left_out_one, texts.positions_tab.left_out_many)


def _silent(shown: Shown, setting: Setting) -> str:
    """That nothing was found is no position; and where the party is named, if anywhere."""
    words, party = setting.texts.positions_tab, setting.short(shown.opened.party)
    said = tag("p", escaped(words.silent.format(party=party)) + " " + escaped(words.silence_is_not_neutral), "notice")
    if not shown.elsewhere:
        return said + tag("p", escaped(words.named_nowhere.format(party=party)), "hint")
    titles = listed([escaped(setting.title(each)) for each in shown.elsewhere], "elsewhere")
    return said + tag("p", escaped(words.named_elsewhere.format(party=party)), "hint") + titles


def _more(count: int, texts: Texts) -> str:
    if count <= 0:
        return ""
    label = escaped(texts.positions_tab.more.format(count=count))
    return tag("button", label, "link", type="button", data_action="longer")


def _statements(cell: Cell, opened: Opened, shown: int, setting: Setting) -> str:
    """The statements, strongest first, and under them where the party is named without one."""
    texts = setting.texts
    first = len(cell.positions)
    left = max(opened.most - first, 0)
    said = [
        tag("li", _statement(each, setting) + _to_source(place, shown, texts), "current" if place == shown else "")
        for place, each in enumerate(cell.positions[: opened.most])
    ]
    named = [
        tag("li", _mention(each, setting) + _to_source(place, shown, texts), "current" if place == shown else "")
        for place, each in enumerate(cell.mentions[:left], start=first)
    ]
    mentions = tag("h4", escaped(texts.positions_tab.named_only)) + tag("ul", "".join(named)) if named else ""
    return (tag("ul", "".join(said)) if said else "") + mentions


def _statement(position: Position, setting: Setting) -> str:
    said = kind_html(position, setting.texts) + quote_html(position)
    return said + speaker_html(position, setting) + place_html(position.quotation, setting)


def _mention(quotation: Quotation, setting: Setting) -> str:
    return tag("blockquote", escaped(quotation.text)) + place_html(quotation, setting)


def _to_source(place: int, shown: int, texts: Texts) -> str:
    return tag(
        "button",
        escaped(texts.positions_tab.show_source),
        "link",
        type="button",
        data_action="source",
        data_place=str(place),
        aria_pressed="true" if place == shown else "false",
    )


def _source(cell: Cell, shown: int, page_of: PageOf, setting: Setting) -> str:
    if shown < len(cell.positions):
        return _source_of(cell.positions[shown], page_of, setting)
    quotation = cell.mentions[shown - len(cell.positions)]
    page = page_of(quotation.document, quotation.page)
    document = setting.documents.get(quotation.document)
    return source_html(
        page, document, spans_in(quotation, page), setting.texts.positions_tab.source_gone, setting.texts
    )


def _source_of(position: Position, page_of: PageOf, setting: Setting) -> str:
    quotation = position.quotation
    page = page_of(quotation.document, quotation.page)
    document = setting.documents.get(quotation.document)
    return source_html(page, document, spans_of(position, page), setting.texts.positions_tab.source_gone, setting.texts)


# --- a theme, and two statements


def _everyone(shown: Shown, theme: Theme, setting: Setting) -> str:
    """A column for each party; what is silent says so."""
    texts = setting.texts
    words = texts.positions_tab
    cells = [shown.comparison.cell(each.id, theme.id) for each in shown.comparison.stakeholders]
    columns = "".join(_column(cell, shown, setting) for cell in cells)
    title = words.side_by_side.format(theme=theme.title)
    said = positions_counted(len({position.id for each in cells for position in each.positions}), texts)
    return _article(title, said, tag("div", columns, "columns"), shown.opened, texts, "wide")


def _column(cell: Cell, shown: Shown, setting: Setting) -> str:
    heading = tag("h4", escaped(setting.short(cell.stakeholder)))
    left_out = len(shown.whole.cell(cell.stakeholder, cell.theme).positions) - len(cell.positions)
    items = [
        tag("li", _statement(each, setting) + _to_cell(cell, place, setting.texts))
        for place, each in enumerate(cell.positions[:COLUMN_AT_ONCE])
    ]
    said = tag("ul", "".join(items)) if items else ""
    said += _rest_of(cell, setting.texts)
    if left_out:
        said += tag("p", escaped(_left_out(left_out, setting.texts)), "hint")
    elif not items:
        said = tag("p", escaped(setting.texts.positions.states[cell.state.value]), f"state {cell.state.value}")
    return tag("section", heading + said)


def _rest_of(cell: Cell, texts: Texts) -> str:
    """A way to the cell, which lists all of it."""
    count = len(cell.positions) - COLUMN_AT_ONCE
    if count <= 0:
        return ""
    label = escaped(texts.positions_tab.more.format(count=count))
    attributes = {"data_action": "cell", "data_party": cell.stakeholder, "data_theme": cell.theme}
    return tag("button", label, "link", type="button", **attributes)


def _to_cell(cell: Cell, place: int, texts: Texts) -> str:
    return tag(
        "button",
        escaped(texts.positions_tab.show_source),
        "link",
        type="button",
        data_action="cell",
        data_party=cell.stakeholder,
        data_theme=cell.theme,
        data_place=str(place),
    )


def _pair(shown: Shown, theme: Theme, page_of: PageOf, setting: Setting) -> str:
    contrast = next((each for each in shown.comparison.contrasts if _is_of(each, shown.opened)), None)
    if contrast is None:
        return gone_html(setting.texts)
    kind = setting.texts.positions.contrasts[contrast.kind.value]
    columns = "".join(_with_source(each, shown, page_of, setting) for each in sides_of(contrast))
    title = f"{kind}: {theme.title}"
    return _article(title, "", tag("div", columns, "columns pair"), shown.opened, setting.texts, "wide")


def _is_of(contrast: Contrast, opened: Opened) -> bool:
    return contrast.theme == opened.theme and (contrast.one.id, contrast.other.id) == opened.pair


def _with_source(position: Position, shown: Shown, page_of: PageOf, setting: Setting) -> str:
    heading = tag("h4", escaped(speakers_in_short(position, shown.comparison, setting)))
    source = tag("div", _source_of(position, page_of, setting), "source")
    return tag("section", heading + _statement(position, setting) + source)
