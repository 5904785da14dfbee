"""How often documents name a party, by the year of the document: a bar a year."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence

from assistant.domain.stakeholders import NamedAt
from assistant.positions.narrowing import year_of
from assistant.presentation import counted
from assistant.texts import Texts
from assistant.web.markup import escaped, tag

MOST_LABELS = 8  # years whose numbers fit beside each other in the panel


def chart_html(party: str, places: Sequence[NamedAt], dates: Mapping[str, str], texts: Texts) -> str:
    """``dates`` are those of the documents, by id. Empty where no document has a date."""
    words = texts.parties_tab
    years = {document: year_of(date) for document, date in dates.items()}
    counts = Counter(year for each in places if (year := years.get(each.document)) is not None)
    undated = {each.document for each in places if years.get(each.document) is None}
    note = counted(len(undated), words.chart_undated_one, words.chart_undated)
    below = tag("p", escaped(note), "hint") if undated else ""
    if not counts:
        return below
    span = range(min(counts), max(counts) + 1)
    named = "; ".join(words.chart_bar.format(year=year, count=counts[year]) for year in span if counts[year])
    label = words.chart.format(party=party, years=named)
    stride = -(-len(span) // MOST_LABELS)
    most = max(counts.values())
    bars = "".join(_bar(year, counts[year], most, (year - span[0]) % stride == 0) for year in span)
    return tag("div", bars, "over-time", role="img", aria_label=label) + below


def _bar(year: int, count: int, most: int, labelled: bool) -> str:
    bar = tag("b", str(count)) + tag("i", "", style=f"height:{count / most * 100:.0f}%") if count else ""
    return tag(
        "span", tag("span", bar, "column") + tag("small", str(year) if labelled else "&nbsp;"), title=f"{year}: {count}"
    )
