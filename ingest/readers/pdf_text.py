"""A page's text as pypdf gives it: a second opinion, for checking quotations against another extractor."""

from __future__ import annotations

from pathlib import Path

from pypdf import PdfReader as Pypdf


def page_text(path: Path, page: int) -> str:
    """The text of the page, from 1, in pypdf's own order."""
    return Pypdf(path).pages[page - 1].extract_text()
