"""Can everybody read it?"""

from __future__ import annotations

import re
from pathlib import Path

import pytest

WEB = Path(__file__).parents[3] / "assistant" / "web"
STYLES = [WEB / "style.css", WEB / "agenda.css", WEB / "positions.css"]
TEXT_ON_GROUND = [
    ("ink", "paper"),
    ("ink", "ground"),
    ("ink", "accent-soft"),
    ("quiet", "paper"),
    ("quiet", "ground"),
    ("accent", "paper"),
    ("accent", "ground"),
    ("accent", "accent-soft"),
    ("on-accent", "accent"),
    ("on-digest", "digest"),
    ("on-mark", "mark"),
    ("paper", "bad"),
    ("paper", "good"),
    ("paper", "now"),
    ("not-begun", "paper"),
    ("running", "paper"),
    ("running", "ground"),
    ("ended", "paper"),
    ("continuous", "paper"),
    ("open", "paper"),
    ("on-heat-1", "heat-1"),
    ("on-heat-2", "heat-2"),
    ("on-heat-3", "heat-3"),
    ("on-heat-4", "heat-4"),
    ("for", "for-soft"),
    ("for", "paper"),
    ("for", "ground"),
    ("against", "against-soft"),
    ("against", "paper"),
    ("against", "ground"),
    ("conditional", "conditional-soft"),
    ("conditional", "ground"),
    ("exploring", "exploring-soft"),
    ("exploring", "ground"),
    ("on-sign", "for"),
    ("on-sign", "against"),
]


def colours(theme: str) -> dict[str, str]:
    text = "\n".join(path.read_text(encoding="utf-8") for path in STYLES)
    blocks = re.findall(rf"^{re.escape(theme)} \{{(.*?)^\}}", text, re.MULTILINE | re.DOTALL)
    assert len(blocks) == len(STYLES)
    return dict(re.findall(r"--([\w-]+): (#[0-9a-f]{6});", "".join(blocks)))


def luminance(colour: str) -> float:
    """Relative luminance (WCAG 2.2)."""
    channels = [int(colour[place : place + 2], 16) / 255 for place in (1, 3, 5)]
    red, green, blue = (each / 12.92 if each <= 0.04045 else ((each + 0.055) / 1.055) ** 2.4 for each in channels)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


@pytest.mark.parametrize("theme", [":root", ".dark"])
@pytest.mark.parametrize(("text", "ground"), TEXT_ON_GROUND)
def test_text_stands_out_from_its_ground(theme: str, text: str, ground: str) -> None:
    """At least 4.5 to 1 (WCAG 2.2, 1.4.3)."""
    known = colours(theme)
    lighter, darker = sorted((luminance(known[text]), luminance(known[ground])), reverse=True)
    assert (lighter + 0.05) / (darker + 0.05) >= 4.5


def test_nothing_is_fetched_from_elsewhere() -> None:
    for path in [*WEB.glob("*.css"), *WEB.glob("*.js")]:
        assert not re.search(r"https?:|@import|url\(", path.read_text(encoding="utf-8")), path.name
