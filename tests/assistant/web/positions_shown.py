"""What the tests of the tab of positions show: a comparison, and the documents that it rests on."""

from __future__ import annotations

from collections.abc import Sequence

from assistant.domain.documents import Page
from assistant.domain.positions import Comparison
from assistant.texts import texts_in
from assistant.web.positions_panel import Shown, panel_html
from assistant.web.positions_view import Opened
from assistant.web.positions_words import Setting
from tests.fakes.agenda import STAKEHOLDERS
from tests.fakes.documents import AGENDA, PAGES, PAPER, REPORT
from tests.fakes.positions import compare

PARTIES = {each.id: each for each in STAKEHOLDERS}
DOCUMENTS = {each.id: each for each in (AGENDA, PAPER, REPORT)}
SETTING = Setting(PARTIES, DOCUMENTS, texts_in("nl"))
WHOLE = compare(["unl", "mbo-raad", "ocw", "duo"])


def page_of(document: str, number: int) -> Page | None:
    return next((page for page in PAGES.get(document, ()) if page.number == number), None)


def panel(opened: Opened, comparison: Comparison = WHOLE, elsewhere: Sequence[str] = ()) -> str:
    return panel_html(Shown(comparison, WHOLE, opened, elsewhere), page_of, SETTING)
