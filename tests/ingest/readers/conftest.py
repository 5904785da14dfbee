"""Reading of files that a test makes."""

from __future__ import annotations

from pathlib import Path

import docx
import pytest

from ingest.readers.docx import DocxReader
from ingest.readers.interface import Reading
from tests.ingest.readers.word_files import Fill, ReadFilled


@pytest.fixture
def read_word(tmp_path: Path) -> ReadFilled:
    """Reads the Word file that a function fills."""

    def read_filled(fill: Fill) -> Reading:
        document = docx.Document()
        fill(document)
        path = tmp_path / "brief.docx"
        document.save(str(path))
        return DocxReader().read(path)

    return read_filled
