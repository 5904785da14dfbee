"""The actions in time: a bar for the term of each, and a line at the date that they are seen on.

Places are percentages of the width, so the chart fits every screen and its words keep their size.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import MAXYEAR, date, timedelta
from itertools import groupby

from assistant.domain.agenda import RegisteredAction, Standing
from assistant.domain.periods import Period
from assistant.texts import Texts
from assistant.web.agenda_table import by_step, digest_badge, more_html
from assistant.web.agenda_words import (
    Setting,
    actions_counted,
    agenda_title,
    day_in_words,
    open_button,
    owners_in_words,
    period_in_words,
)
from assistant.web.markup import escaped, listed, tag

MOST_YEARS = 12  # labels that fit beside each other on a narrow screen
STRIDES = (1, 2, 5, 10, 25, 50, 100, 250, 500, 1000)
WIDEST_MARGIN = 3  # years between the terms and the date; one further away is told in a sentence
NARROWEST_BAR = 0.6  # per cent
JOINT = "\u00a0· "  # a line may end after the point, and not before it


@dataclass(frozen=True, slots=True)
class Scale:
    """The years that the chart shows, both whole."""

    first: int
    last: int

    def place(self, day: date) -> float:
        """Where the day begins, in per cent of the width; days outside are at the edge."""
        start = date(self.first, 1, 1).toordinal()
        width = date(self.last, 12, 31).toordinal() + 1 - start
        return round(min(max((day.toordinal() - start) / width * 100, 0), 100), 2)

    @property
    def labelled(self) -> range:
        """The years that have their number above the chart."""
        count = self.last - self.first + 1
        stride = next((each for each in STRIDES if count <= each * MOST_YEARS), STRIDES[-1])
        return range(self.first, self.last + 1, stride)

    def holds(self, day: date) -> bool:
        return self.first <= day.year <= self.last


@dataclass(frozen=True, slots=True)
class Bar:
    """A stretch of the chart in per cent; ``from_before`` and ``goes_on``: the term has no bound on that side."""

    left: float
    width: float
    from_before: bool
    goes_on: bool


def scale_for(actions: Sequence[RegisteredAction], on: date) -> Scale:
    days = [day for each in actions for day in (each.action.when.start, each.action.when.end) if day]
    years = sorted(day.year for day in days) or [on.year]
    first, last = years[0], years[-1]
    if first - WIDEST_MARGIN <= on.year <= last + WIDEST_MARGIN:
        first, last = min(first, on.year), max(last, on.year)
    return Scale(first, last)


def bar_for(period: Period, scale: Scale) -> Bar:
    left = scale.place(period.start) if period.start else 0.0
    ended = period.end is not None and period.end.year < MAXYEAR
    right = scale.place(period.end + timedelta(days=1)) if period.end and ended else 100.0
    width = max(round(right - left, 2), NARROWEST_BAR)
    return Bar(round(min(left, 100 - width), 2), width, period.start is None, period.end is None)


def timeline_html(actions: Sequence[RegisteredAction], shown: int, setting: Setting) -> str:
    """The first ``shown`` actions that have a date, and beside them those that have none."""
    undated = [each for each in actions if each.standing(setting.on) is Standing.OPEN]
    dated = [each for each in actions if each.standing(setting.on) is not Standing.OPEN]
    chart = _chart(dated, shown, setting) if dated else _sentence(setting.texts.agenda_tab.timeline_empty, "hint")
    return tag("div", tag("div", chart, "chart-place") + _undated(undated[:shown], len(undated), setting), "timeline")


def _chart(actions: Sequence[RegisteredAction], shown: int, setting: Setting) -> str:
    texts, scale = setting.texts, scale_for(actions, setting.on)
    words, day = texts.agenda_tab, day_in_words(setting.on, texts)
    name = words.timeline.format(
        count=actions_counted(len(actions), texts), first=scale.first, last=scale.last, date=day
    )
    outside = "" if scale.holds(setting.on) else _sentence(words.timeline_outside.format(date=day), "hint")
    layer = tag("div", _lines(scale) + _today(scale, setting), "layer", aria_hidden="true")
    parts = [
        tag("div", tag("div", "".join(_year(year, scale) for year in scale.labelled)), "years", aria_hidden="true"),
        tag("div", layer + _groups(actions[:shown], scale, setting), "rows"),
    ]
    chart = tag("section", "".join(parts), "chart", role="group", aria_label=name)
    return outside + chart + more_html(len(actions) - shown, texts)


def _year(year: int, scale: Scale) -> str:
    return tag("span", str(year), style=f"left:{scale.place(date(year, 1, 1))}%")


def _lines(scale: Scale) -> str:
    return "".join(tag("i", "", "year", style=f"left:{scale.place(date(year, 1, 1))}%") for year in scale.labelled)


def _today(scale: Scale, setting: Setting) -> str:
    """The line, and what it stands at; the words lean to the side that has room."""
    if not scale.holds(setting.on):
        return ""
    place = scale.place(setting.on)
    side = "leftward" if place > 50 else "rightward"
    return tag("i", tag("b", escaped(day_in_words(setting.on, setting.texts))), f"now {side}", style=f"left:{place}%")


def _groups(actions: Sequence[RegisteredAction], scale: Scale, setting: Setting) -> str:
    parts = []
    for _, of_agenda in groupby(actions, key=lambda each: each.agenda.document):
        rows = list(of_agenda)
        heading = escaped(agenda_title(rows[0].agenda, setting.texts)) + digest_badge(rows[0], setting.texts)
        parts.append(tag("h3", heading, "agenda"))
        for title, of_step in by_step(rows, setting.texts):
            bars = "".join(_row(each, scale, setting) for each in of_step)
            parts += [tag("h4", escaped(title), "step") if title else "", tag("ul", bars, role="list")]
    return "".join(parts)


def _row(registered: RegisteredAction, scale: Scale, setting: Setting) -> str:
    texts, action = setting.texts, registered.action
    owners = owners_in_words(registered, texts)
    said = JOINT.join(filter(None, (owners, action.when.text)))
    status = registered.status
    recorded = " " + tag("span", escaped(texts.agenda.statuses[status.status.value]), "badge status") if status else ""
    label = open_button(registered, texts) + tag("span", escaped(said), "said") + recorded
    return tag(
        "li", tag("div", label, "label") + tag("div", _bar(registered, scale, setting), "track"), data_row=action.id
    )


def _bar(registered: RegisteredAction, scale: Scale, setting: Setting) -> str:
    action, standing = registered.action, registered.standing(setting.on)
    bar = bar_for(action.when, scale)
    ends = f"{' from-before' if bar.from_before else ''}{' goes-on' if bar.goes_on else ''}"
    words = f"{action.when.text}: {period_in_words(action.when, setting.texts)}"
    words = f"{words}; {setting.texts.agenda.standings[standing.value]}"
    return tag(
        "span",
        "",
        f"bar {standing.value}{ends}",
        role="img",
        style=f"left:{bar.left}%;width:{bar.width}%",
        title=words,
        aria_label=words,
    )


def _undated(actions: Sequence[RegisteredAction], count: int, setting: Setting) -> str:
    if not actions:
        return ""
    texts = setting.texts
    words = texts.agenda_tab
    items = [
        open_button(each, texts)
        + tag("span", escaped(JOINT.join(filter(None, (owners_in_words(each, texts), each.action.when.text)))), "said")
        for each in actions
    ]
    title = tag("h3", escaped(words.undated.format(count=count)))
    return tag("aside", title + _sentence(words.undated_hint, "hint") + listed(items), "undated")


def _sentence(text: str, css: str) -> str:
    return tag("p", escaped(text), css)


def legend_html(counts: Sequence[tuple[Standing, int]], texts: Texts) -> str:
    """Every standing that occurs, in its colour, with how many actions have it."""
    items = [
        tag("span", escaped(texts.agenda.standings[standing.value]), f"standing {standing.value}") + f" {count}"
        for standing, count in counts
    ]
    return listed(items, "legend")
