"""What stands over the matrix: how much is compared, and the files to take along."""

from __future__ import annotations

from urllib.parse import urlencode

from assistant.domain.positions import Comparison, ContrastKind
from assistant.positions.narrowing import Narrowing
from assistant.web.markup import escaped, tag
from assistant.web.positions_contrasts import pairs_of
from assistant.web.positions_view import fields_of
from assistant.web.positions_words import Setting, agreements_counted, differences_counted, positions_counted

DOWNLOAD_PATH = "positions/export"


def bar_html(comparison: Comparison, wanted: Narrowing, undated: bool, setting: Setting) -> str:
    """``undated`` says that there are documents that no period holds."""
    words = setting.texts.positions_tab
    period = wanted.since is not None or wanted.until is not None
    remark = tag("p", escaped(words.undated), "hint") if undated and period else ""
    summary = tag("p", _summary(comparison, setting), "summary", role="status")
    return tag("div", summary + _downloads(comparison, wanted, setting), "bar") + remark


def _summary(comparison: Comparison, setting: Setting) -> str:
    positions = {position.id for cell in comparison.cells for position in cell.positions}
    kinds = [each[0].kind for each in pairs_of(comparison.contrasts)]
    differences, agreements = (kinds.count(each) for each in ContrastKind)
    said = [
        tag("strong", escaped(positions_counted(len(positions), setting.texts))),
        escaped(differences_counted(differences, setting.texts)),
        escaped(agreements_counted(agreements, setting.texts)),
    ]
    return " · ".join(said)


def _downloads(comparison: Comparison, wanted: Narrowing, setting: Setting) -> str:
    words = setting.texts.positions_tab
    links = [
        tag("a", escaped(name), href=download_address(kind, comparison, wanted, setting), download="download")
        for kind, name in words.downloads.items()
    ]
    label = tag("span", escaped(words.export))
    return tag("div", label + "".join(links), "downloads", role="group", aria_label=words.export)


def download_address(kind: str, comparison: Comparison, wanted: Narrowing, setting: Setting) -> str:
    parties = [each.id for each in comparison.stakeholders]
    themes = [each.id for each in comparison.themes]
    fields = fields_of(parties, themes, wanted)
    return f"{DOWNLOAD_PATH}?{urlencode({'format': kind, 'language': setting.texts.language, **fields})}"
