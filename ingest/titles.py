"""What to call a document whose file does not say: the heading that its first page opens with."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from assistant.domain.documents import BlockKind, Page, Span
from assistant.domain.text import masked

RUNNING_TEXT = 25  # words: a paragraph of so many is what a title stands above
LONGEST = 40  # words
FEWEST = 2  # words, figures left out: a single one is more often 'Inleiding' or 'Vergaderjaar 2024'

_SECTION = re.compile(
    r"\d{1,2}(?:\.\d+)*\.?\s+\D|(?:hoofdstuk|paragraaf|bijlage|deel|chapter|section|annex)\b", re.IGNORECASE
)
_WORD = re.compile(r"[^\W\d_]{2,}")
_FIGURES_AROUND = re.compile(r"^[\W\d_]+|[\W\d_]+$")


def title_of(pages: tuple[Page, ...], is_party: Callable[[str], bool]) -> str:
    """The first of the highest headings above the running text of the first page; empty where none can be a title.

    The name of a party there is its letterhead, and a numbered heading a section's.
    """
    headings = [(level, text) for level, text in _opening(pages[0]) if _may_be_title(text, is_party)] if pages else []
    highest = min((level for level, _ in headings), default=0)
    return next((text for level, text in headings if level == highest), "")


def _opening(page: Page) -> Iterator[tuple[int, str]]:
    """The headings of a page before its running text, with their levels."""
    text = masked(page)
    for block in page.blocks:
        words = Span(block.start, block.end).of(text).split()
        if block.kind is BlockKind.HEADING and words:
            yield block.level, " ".join(words)
        elif block.kind is not BlockKind.PARAGRAPH or len(words) >= RUNNING_TEXT:
            return


def _may_be_title(text: str, is_party: Callable[[str], bool]) -> bool:
    if _SECTION.match(text) or text.endswith(":"):
        return False
    return FEWEST <= len(_WORD.findall(text)) <= LONGEST and not is_party(_FIGURES_AROUND.sub("", text))
