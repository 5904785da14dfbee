"""Nothing that the tab of positions shows works as markup."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest

from assistant.domain.agenda import Quotation
from assistant.domain.documents import Page
from assistant.domain.positions import (
    Cell,
    CellState,
    Comparison,
    Contrast,
    ContrastKind,
    Speaker,
    SpeakerBasis,
    Theme,
)
from assistant.domain.stakeholders import Name, Stakeholder
from assistant.positions.narrowing import Narrowing
from assistant.texts import texts_in
from assistant.web.positions_contrasts import contrasts_html
from assistant.web.positions_filters import Choices, filters_html
from assistant.web.positions_matrix import matrix_html
from assistant.web.positions_panel import Shown, panel_html
from assistant.web.positions_results import bar_html
from assistant.web.positions_view import Opened, PositionsView
from assistant.web.positions_words import Setting
from tests.assistant.web.markup_reading import EVIL, Reader
from tests.fakes.documents import REPORT
from tests.fakes.positions import FUNDING

NL = texts_in("nl")
OWN_ELEMENTS = {
    *("a", "article", "b", "blockquote", "br", "button", "caption", "circle", "details", "div", "fieldset", "form"),
    *("h3", "h4", "header", "i", "input", "label", "legend", "li", "mark", "option", "p", "path", "rect", "section"),
    *("select", "small", "span", "strong", "summary", "svg", "table", "tbody", "td", "th", "thead", "tr", "ul"),
}
EVIL_PARTIES = (
    Stakeholder(EVIL, (Name(EVIL), Name(EVIL, until=2020)), EVIL, (EVIL,)),
    Stakeholder("ander", (Name(EVIL),), EVIL),
)
EVIL_THEME = Theme(EVIL, EVIL, (EVIL,))
EVIL_SAID = replace(
    FUNDING,
    id=EVIL,
    text=EVIL,
    lead_in=EVIL,
    speaker=Speaker((EVIL,), EVIL, SpeakerBasis.REPORTED),
    themes=(EVIL,),
    quotation=Quotation(EVIL, 1, EVIL),
    date=EVIL,
)
EVIL_OTHER = replace(EVIL_SAID, id="ander", speaker=Speaker(("ander",), EVIL, SpeakerBasis.DOCUMENT))
EVIL_COMPARISON = Comparison(
    EVIL_PARTIES,
    (EVIL_THEME,),
    (
        Cell(EVIL, EVIL, CellState.POSITION, (EVIL_SAID,), (Quotation(EVIL, 1, EVIL),)),
        Cell("ander", EVIL, CellState.SILENT),
    ),
    (Contrast(ContrastKind.DIFFERENCE, EVIL, EVIL_SAID, EVIL_OTHER),),
)
EVIL_SETTING = Setting(
    {each.id: each for each in EVIL_PARTIES}, {EVIL: replace(REPORT, id=EVIL, title=EVIL, date=EVIL)}, NL
)


def evil_panel(opened: Opened) -> str:
    shown = Shown(EVIL_COMPARISON, EVIL_COMPARISON, opened, [EVIL])
    return panel_html(shown, lambda document, number: Page(1, EVIL), EVIL_SETTING)


@pytest.mark.parametrize(
    "html",
    [
        matrix_html(EVIL_COMPARISON, EVIL_SETTING),
        contrasts_html(EVIL_COMPARISON, 6, EVIL_SETTING),
        evil_panel(Opened(EVIL, EVIL)),
        evil_panel(Opened(EVIL, EVIL, shown=1)),
        evil_panel(Opened(EVIL, "ander")),
        evil_panel(Opened(EVIL)),
        evil_panel(Opened(EVIL, pair=(EVIL, "ander"))),
        filters_html(
            Choices(EVIL_PARTIES, [EVIL_THEME], {EVIL: 1}, frozenset(), [EVIL]), PositionsView((EVIL,), (EVIL,)), NL
        ),
        bar_html(EVIL_COMPARISON, Narrowing(since=2023), True, EVIL_SETTING),
    ],
)
def test_nothing_that_comes_from_outside_works_as_markup(html: str) -> None:
    read = Reader(html)
    assert set(read.elements) <= OWN_ELEMENTS
    assert not [name for name in read.attributes if name.startswith("on")]
    assert "javascript:" not in re.sub(r"\(javascript:b\)", "", html)
