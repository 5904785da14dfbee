"""Plots as inline SVG, without a script and without a file."""

from __future__ import annotations

from collections.abc import Sequence
from html import escape

WIDTH, ROW = 190, 22  # pixels of the plot in a table's row
MARGIN = 8


def interval(mean: float, low: float, high: float, before: float | None = None, top: float = 1.0) -> str:
    """A dot with its whisker on a scale from 0 to ``top``; an open circle where the value was before."""
    middle = ROW / 2
    parts = [
        f'<line class="axis" x1="{_x(0, top)}" x2="{_x(top, top)}" y1="{middle}" y2="{middle}"/>',
        *(f'<line class="tick" x1="{_x(at, top)}" x2="{_x(at, top)}" y1="7" y2="15"/>' for at in (0, top / 2, top)),
        f'<line class="whisker" x1="{_x(low, top)}" x2="{_x(high, top)}" y1="{middle}" y2="{middle}"/>',
    ]
    if before is not None:
        parts.append(f'<circle class="before" cx="{_x(before, top)}" cy="{middle}" r="5"/>')
    parts.append(f'<circle class="dot" cx="{_x(mean, top)}" cy="{middle}" r="4"/>')
    label = escape(f"{mean:.3f} ({low:.3f} - {high:.3f})")
    return (
        f'<svg class="interval" viewBox="0 0 {WIDTH} {ROW}" width="{WIDTH}" height="{ROW}" role="img" '
        f'aria-label="{label}">{"".join(parts)}</svg>'
    )


def _x(value: float, top: float) -> str:
    inside = min(max(value, 0.0), top) / top if top else 0.0
    return f"{MARGIN + inside * (WIDTH - 2 * MARGIN):.1f}"


LEFT, RIGHT, ABOVE, BELOW = 72, 28, 12, 46  # pixels around the curve
CURVE_WIDTH, CURVE_HEIGHT = 680, 260


def curve(points: Sequence[Sequence[float]], x_axis: str, y_axis: str, last: str) -> str:
    """Risk against coverage, both from 0 to 1; the last point is what the product does now."""
    grid = "".join(_grid_line(at / 4) for at in range(5))
    path = " ".join(f"{_across(x):.1f},{_up(y):.1f}" for x, y in points)
    x, y = points[-1]
    anchor, beside = ("end", _across(x) - 10) if x > 0.5 else ("start", _across(x) + 10)
    return (
        f'<svg class="curve" viewBox="0 0 {CURVE_WIDTH} {CURVE_HEIGHT}" role="img" aria-label="{escape(last)}">'
        f'{grid}<polyline class="line" points="{path}"/>'
        f'<circle class="dot" cx="{_across(x):.1f}" cy="{_up(y):.1f}" r="5"/>'
        f'<text x="{beside:.1f}" y="{_up(y) - 10:.1f}" text-anchor="{anchor}" class="said">{escape(last)}</text>'
        f'<text x="{_across(0.5):.1f}" y="{CURVE_HEIGHT - 6}" text-anchor="middle">{escape(x_axis)}</text>'
        f'<text transform="translate(14 {_up(0.5):.1f}) rotate(-90)" text-anchor="middle">{escape(y_axis)}</text></svg>'
    )


def _grid_line(at: float) -> str:
    return (
        f'<line class="grid" x1="{_across(0)}" x2="{_across(1)}" y1="{_up(at)}" y2="{_up(at)}"/>'
        f'<text x="{LEFT - 8}" y="{_up(at) + 4}" text-anchor="end">{at:.0%}</text>'
        f'<text x="{_across(at)}" y="{CURVE_HEIGHT - BELOW + 18}" text-anchor="middle">{at:.0%}</text>'
    )


def _across(value: float) -> float:
    return LEFT + value * (CURVE_WIDTH - LEFT - RIGHT)


def _up(value: float) -> float:
    return CURVE_HEIGHT - BELOW - value * (CURVE_HEIGHT - ABOVE - BELOW)
