"""The signs of kinds of positions and of states: each has a shape of its own, so that no colour is needed to tell them.

They are drawn on a square of 16 by 16 in the colour of the text around them; words say the same beside them.
"""

from __future__ import annotations

from assistant.domain.positions import ContrastKind, PositionKind
from assistant.web.markup import escaped, tag

_DISC = '<circle cx="8" cy="8" r="7.5" fill="currentColor"/>'
_INNER = 'fill="none" stroke="var(--on-sign)" stroke-width="2" stroke-linecap="round" stroke-linejoin="round"'
_LINE = 'fill="none" stroke="currentColor" stroke-width="1.8" stroke-linecap="round" stroke-linejoin="round"'

_KINDS = {
    PositionKind.DEMAND: f'{_DISC}<path {_INNER} d="M8 3.8v5M8 12v.2"/>',
    PositionKind.REJECTION: (
        '<path fill="currentColor" d="M5 .6h6L15.4 5v6L11 15.4H5L.6 11V5z"/>'
        f'<path {_INNER} d="M5.4 5.4l5.2 5.2M10.6 5.4l-5.2 5.2"/>'
    ),
    PositionKind.SUPPORT: f'{_DISC}<path {_INNER} d="M4.5 8.3l2.5 2.5 4.5-5"/>',
    PositionKind.CONDITION: f'<path {_LINE} d="M8 1.2L14.8 8 8 14.8 1.2 8z"/><path {_LINE} d="M5.5 8h5"/>',
    PositionKind.ADVICE: f'<path {_LINE} d="M1.5 2.5h13v8.5H7.5L4 14.2V11H1.5z"/>',
    PositionKind.PROMISE: f'<path {_LINE} d="M3.5 15V1.5M3.5 2.2h9.5l-2.5 3.3 2.5 3.3H3.5"/>',
    PositionKind.DOUBT: (
        f'<path {_LINE} d="M8 1.5L15 14.2H1z"/><path {_LINE} stroke-width="1.5" d="M8 6.2v3.6M8 12v.1"/>'
    ),
    PositionKind.WISH: (
        f'<path {_LINE} stroke-width="1.5" d="M8 1.2l2 4.5 4.9.5-3.7 3.2 1.1 4.8L8 11.7l-4.3 2.5 1.1-4.8'
        'L1.1 6.2 6 5.7z"/>'
    ),
    PositionKind.EXPLORATION: f'<circle {_LINE} cx="6.7" cy="6.7" r="5"/><path {_LINE} d="M10.5 10.5l4.3 4.3"/>',
}
_CONTRASTS = {
    ContrastKind.DIFFERENCE: f'<path {_LINE} stroke-width="2" d="M2.5 5.5h11M2.5 10.5h11M11 2L5 14"/>',
    ContrastKind.AGREEMENT: f'<path {_LINE} stroke-width="2" d="M2.5 5.5h11M2.5 10.5h11"/>',
}
_STRENGTHS = 3


def kind_sign(kind: PositionKind, title: str = "") -> str:
    return _drawn(_KINDS[kind], title)


def contrast_sign(kind: ContrastKind) -> str:
    return _drawn(_CONTRASTS[kind])


def strength_sign(strength: int) -> str:
    """Three bars, as many of them full as the statement is strong."""
    bars = "".join(
        f'<rect x="{1 + place * 5}" y="{10 - place * 4}" width="3.6" height="{5 + place * 4}" '
        f'fill="{"currentColor" if place < strength else "none"}" stroke="currentColor" stroke-width="1"/>'
        for place in range(_STRENGTHS)
    )
    return _drawn(bars)


def _drawn(shapes: str, title: str = "") -> str:
    """Hidden from screen readers unless it has a title: words beside it say the same."""
    if title:
        return tag(
            "svg", tag("title", escaped(title)) + shapes, "sign", viewBox="0 0 16 16", role="img", aria_label=title
        )
    return tag("svg", shapes, "sign", viewBox="0 0 16 16", aria_hidden="true")
