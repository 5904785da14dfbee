"""Which reader reads a file; a reader and the libraries it needs are loaded when a file asks for them."""

from __future__ import annotations

from pathlib import Path
from typing import assert_never

from ingest.readers.interface import Reader
from ingest.readers.signatures import Format, format_of


def reader_for(path: Path) -> Reader:
    """A file with a wrong extension is read as what it is. Raises ``ReadError`` with what to do instead."""
    return _reader(format_of(path))


def _reader(found: Format) -> Reader:
    match found:
        case Format.PDF:
            from ingest.readers.pdf import PdfReader

            return PdfReader()
        case Format.DOCX:
            from ingest.readers.docx import DocxReader

            return DocxReader()
        case Format.HTML:
            from ingest.readers.html import HtmlReader

            return HtmlReader()
        case Format.MARKDOWN:
            from ingest.readers.markdown import MarkdownReader

            return MarkdownReader()
        case Format.TEXT:
            from ingest.readers.text import TextReader

            return TextReader()
        case _:
            assert_never(found)
