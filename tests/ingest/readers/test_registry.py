"""Which reader gets a file, and which files get none."""

from __future__ import annotations

import io
import os
import subprocess
import sys
import zipfile
from collections.abc import Callable
from pathlib import Path

import docx
import pytest

from assistant.domain.errors import DamagedFile, EmptyFile, EncryptedFile, ReadError, TooLarge, UnsupportedFormat
from ingest.readers.registry import reader_for
from ingest.readers.signatures import LARGEST_FILE

ROOT = Path(__file__).parents[3]
OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(504)


def word_file() -> bytes:
    file = io.BytesIO()
    document = docx.Document()
    document.add_paragraph("Tekst.")
    document.save(file)
    return file.getvalue()


def archive(*names: str) -> bytes:
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w") as entries:
        for name in names:
            entries.writestr(name, "x")
    return file.getvalue()


def chosen(folder: Path, name: str, data: bytes) -> str:
    path = folder / name
    path.write_bytes(data)
    return type(reader_for(path)).__name__


@pytest.mark.parametrize(
    ("name", "data", "reader"),
    [
        ("brief.docx", word_file(), "DocxReader"),
        ("brief.pdf", word_file(), "DocxReader"),
        ("zonder-extensie", word_file(), "DocxReader"),
        ("pagina.html", b"<p>Tekst</p>", "HtmlReader"),
        ("pagina.pdf", b"\n<!DOCTYPE html><html><body>Niet gevonden</body></html>", "HtmlReader"),
        ("pagina.txt", b'<?xml version="1.0"?>\n<!-- x -->\n<html lang="nl"></html>', "HtmlReader"),
        ("pagina.txt", "<html><body>é</body></html>".encode("utf-16"), "HtmlReader"),
        ("digest.md", b"<!-- pagina 1 -->\n## Kop\n", "MarkdownReader"),
        ("notitie.MARKDOWN", b"# Kop\n", "MarkdownReader"),
        ("notitie.txt", b"# Kop\n", "TextReader"),
        ("notitie.docx", b"Gewoon tekst.", "TextReader"),
        ("notitie.txt", "Tekst in UTF-16: é".encode("utf-16"), "TextReader"),
        ("over-pdf.txt", b"Een bestand begint met %PDF-1.7 en dan verder.", "TextReader"),
    ],
)
def test_content_goes_before_the_extension(tmp_path: Path, name: str, data: bytes, reader: str) -> None:
    assert chosen(tmp_path, name, data) == reader


def test_a_pdf_is_known_by_its_header_also_behind_other_bytes(
    tmp_path: Path, make_pdf: Callable[[list[list[str]]], Path]
) -> None:
    content = make_pdf([["Tekst."]]).read_bytes()
    assert chosen(tmp_path, "brief.txt", content) == "PdfReader"
    assert chosen(tmp_path, "brief.txt", b"HTTP/1.1 200 OK\r\n\r\n" + content) == "PdfReader"


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("cijfers.xlsx", archive("xl/workbook.xml")),
        ("dia.pptx", archive("ppt/presentation.xml")),
        ("brief.odt", archive("mimetype", "content.xml")),
        ("map.zip", archive("brief.txt")),
        ("leeg.zip", archive()),
        ("stuk.zip", archive("brief.txt")[:20]),
        ("logo.png", b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR"),
        ("foto.jpg", b"\xff\xd8\xff\xe0\x00\x10JFIF\x00"),
        ("programma.exe", b"MZ\x90\x00\x03\x00\x00\x00"),
        ("brief.rtf", b"{\\rtf1\\ansi Tekst}"),
        ("bericht.msg", OLE),
    ],
)
def test_other_kinds_are_refused_with_the_kinds_that_are_read(tmp_path: Path, name: str, data: bytes) -> None:
    with pytest.raises(UnsupportedFormat) as refused:
        chosen(tmp_path, name, data)
    assert str(refused.value) == (
        f"{name} is van een soort die hier niet gelezen wordt: "
        "sla het op als PDF, DOCX, HTML, Markdown of tekst en voeg het nog eens toe."
    )


def test_an_old_word_file_is_told_from_a_protected_one(tmp_path: Path) -> None:
    with pytest.raises(UnsupportedFormat, match=r"oude versie van Word: sla het in Word op als \.docx"):
        chosen(tmp_path, "oud.doc", OLE + "WordDocument".encode("utf-16-le"))
    with pytest.raises(EncryptedFile, match=r"geheim\.docx is met een wachtwoord beveiligd"):
        chosen(tmp_path, "geheim.docx", OLE + "EncryptedPackage".encode("utf-16-le"))


def test_half_a_word_file_is_damaged(tmp_path: Path) -> None:
    with pytest.raises(DamagedFile, match=r"brief\.docx is beschadigd: open het in Word"):
        chosen(tmp_path, "brief.docx", word_file()[:3000])


def test_a_file_of_no_bytes_is_empty(tmp_path: Path) -> None:
    with pytest.raises(EmptyFile, match=r"leeg\.pdf is leeg"):
        chosen(tmp_path, "leeg.pdf", b"")


def test_a_file_above_the_limit_is_not_opened(tmp_path: Path) -> None:
    path = tmp_path / "groot.pdf"
    with path.open("wb") as file:
        file.write(b"%PDF-1.7\n")
        file.truncate(LARGEST_FILE + 1)  # a hole, which takes no room
    with pytest.raises(TooLarge, match=r"groot\.pdf is groter dan 300 MB"):
        reader_for(path)


def test_what_is_not_there_or_no_file_is_an_error_of_reading(tmp_path: Path) -> None:
    with pytest.raises(ReadError, match=r"weg\.pdf bestaat niet"):
        reader_for(tmp_path / "weg.pdf")
    with pytest.raises(ReadError, match="is geen bestand"):
        reader_for(tmp_path)


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="the superuser may read every file")
def test_a_file_that_may_not_be_read_says_so(tmp_path: Path) -> None:
    path = tmp_path / "dicht.pdf"
    path.write_bytes(b"%PDF-1.7")
    path.chmod(0)
    with pytest.raises(ReadError, match=r"dicht\.pdf kan niet worden geopend"):
        reader_for(path)


def test_a_file_that_the_system_refuses_to_open_says_so(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "bezet.pdf"
    path.write_bytes(b"%PDF-1.7")

    def refuse(*_: object) -> None:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(Path, "open", refuse)
    with pytest.raises(ReadError, match=r"bezet\.pdf kan niet worden geopend"):
        reader_for(path)


def test_a_text_file_loads_no_library_for_another_format(tmp_path: Path) -> None:
    path = tmp_path / "notitie.txt"
    path.write_text("Tekst.")
    script = (
        "import sys; from pathlib import Path; from ingest.readers.registry import reader_for;"
        "path = Path(sys.argv[1]); reader_for(path).read(path);"
        "print({'docx', 'bs4', 'markdown_it', 'pypdf', 'pypdfium2'} & set(sys.modules))"
    )
    loaded = subprocess.run(
        [sys.executable, "-c", script, str(path)], cwd=ROOT, capture_output=True, text=True, check=True
    )
    assert loaded.stdout.strip() == "set()"
