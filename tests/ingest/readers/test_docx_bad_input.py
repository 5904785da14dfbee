"""Word files that cannot be read, or should not be."""

from __future__ import annotations

import zipfile
from collections.abc import Callable
from pathlib import Path

import docx
import pytest

from assistant.domain.errors import DamagedFile, EmptyFile, EncryptedFile, TooLarge, UnsupportedFormat
from ingest.readers import word_package
from ingest.readers.docx import DocxReader
from tests.ingest.readers.word_files import ReadFilled


def test_a_file_without_text_is_empty(read_word: ReadFilled) -> None:
    with pytest.raises(EmptyFile, match=r"brief\.docx bevat geen tekst"):
        read_word(lambda document: document.add_paragraph("  "))


def saved(path: Path) -> Path:
    document = docx.Document()
    document.add_paragraph("Tekst.")
    document.save(str(path))
    return path


def rewritten(path: Path, change: Callable[[str, bytes], bytes]) -> Path:
    """The same archive with its entries changed."""
    with zipfile.ZipFile(path) as archive:
        entries = {name: archive.read(name) for name in archive.namelist()}
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in entries.items():
            archive.writestr(name, change(name, data))
    return path


def test_a_file_that_is_cut_off_is_damaged(tmp_path: Path) -> None:
    path = saved(tmp_path / "rapport.docx")
    path.write_bytes(path.read_bytes()[:2000])
    with pytest.raises(DamagedFile, match=r"^rapport\.docx is beschadigd: open het in Word"):
        DocxReader().read(path)


def test_broken_xml_is_damage(tmp_path: Path) -> None:
    def change(name: str, data: bytes) -> bytes:
        return data[:-40] if name == "word/document.xml" else data

    with pytest.raises(DamagedFile):
        DocxReader().read(rewritten(saved(tmp_path / "rapport.docx"), change))


def test_a_file_with_macros_is_refused(tmp_path: Path) -> None:
    def change(name: str, data: bytes) -> bytes:
        plain = b"application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"
        return data.replace(plain, b"application/vnd.ms-word.document.macroEnabled.main+xml")

    with pytest.raises(UnsupportedFormat, match=r"macro's .* sla het in Word op als \.docx"):
        DocxReader().read(rewritten(saved(tmp_path / "rapport.docm"), change))


def test_a_file_that_inflates_too_far_is_refused_before_it_is_inflated(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(word_package, "LARGEST_CONTENT", 1_000_000)
    path = saved(tmp_path / "bom.docx")
    with zipfile.ZipFile(path, "a", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("word/media/image1.bmp", bytes(1_000_000))
    assert path.stat().st_size < 100_000
    with pytest.raises(TooLarge, match="wordt na uitpakken te groot"):
        DocxReader().read(path)


def test_an_archive_that_lies_about_a_size_is_damaged(tmp_path: Path) -> None:
    """The directory says 10 bytes where the document inflates to more; no more than 10 are inflated."""
    path = saved(tmp_path / "bom.docx")
    with zipfile.ZipFile(path) as archive:
        size = archive.getinfo("word/document.xml").file_size.to_bytes(4, "little")
    path.write_bytes(path.read_bytes().replace(size, (10).to_bytes(4, "little")))
    with pytest.raises(DamagedFile):
        DocxReader().read(path)


def test_an_archive_with_encrypted_entries_needs_a_password(tmp_path: Path) -> None:
    path = saved(tmp_path / "geheim.docx")
    data = bytearray(path.read_bytes())
    entry = data.find(b"PK\x01\x02")
    data[entry + 8] |= 1  # the first bit of the entry's flags
    path.write_bytes(data)
    with pytest.raises(EncryptedFile, match=r"geheim\.docx is met een wachtwoord beveiligd"):
        DocxReader().read(path)
