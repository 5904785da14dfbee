"""Tables of contents: lines that lead from a title to the number of its page."""

from __future__ import annotations

FEWEST_DOTS = 4


def is_contents_line(text: str) -> bool:
    """Whether dots lead to a page number at its end: '1.1 Over dit document ....... 3'."""
    before_number = text.rstrip("0123456789")
    if before_number == text:
        return False
    leader = before_number[len(before_number.rstrip(" .…·_")) :]
    return sum(3 if dot == "…" else 1 for dot in leader if dot != " ") >= FEWEST_DOTS
