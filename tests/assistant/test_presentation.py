"""What is known, as people read it in either language."""

from __future__ import annotations

import pytest

from assistant.domain.answers import UnreadablePage
from assistant.presentation import unread_lines
from assistant.texts import texts_in


@pytest.mark.parametrize(
    ("language", "line"),
    [
        ("nl", "scan, p. 1-2: pagina 1 is een scan zonder tekst; gebruik OCR"),
        ("en", "scan, p. 1-2: page 1 is a scan without text; use OCR"),
    ],
)
def test_why_pages_could_not_be_read_is_told_in_either_language(language: str, line: str) -> None:
    pages = [UnreadablePage("scan", page, f"pagina {page} is een scan zonder tekst; gebruik OCR") for page in (1, 2)]
    assert unread_lines(pages, texts_in(language).source) == [line]
