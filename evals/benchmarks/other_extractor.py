"""Whether a quotation stands on its page according to another extractor than the product's own."""

from __future__ import annotations

import unicodedata
from functools import cache
from pathlib import Path

from ingest.readers.pdf_text import page_text


class OtherExtractor:
    """Reads the pages of ``folder/<document>.pdf`` with pypdf; compares letters and digits alone."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._page = cache(self._letters_of)

    def holds(self, document: str, page: int, quote: str) -> bool:
        """Each part of a table row's quotation must stand there."""
        text = self._page(document, page)
        return all(letters(part) in text for part in quote.split(" | "))

    def _letters_of(self, document: str, page: int) -> str:
        return letters(page_text(self._folder / f"{document}.pdf", page))


def letters(text: str) -> str:
    return "".join(char for char in unicodedata.normalize("NFKD", text.casefold()) if char.isalnum())
