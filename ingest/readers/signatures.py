"""What a file is, by its content first and its name second; and what is too broken or too large to open."""

from __future__ import annotations

import mmap
import re
import zipfile
from enum import StrEnum
from pathlib import Path

from assistant.domain.errors import DamagedFile, EmptyFile, EncryptedFile, ReadError, TooLarge, UnsupportedFormat
from ingest.readers.encoding import byte_order_encoding

LARGEST_FILE = 300_000_000  # bytes; the largest Kamerstuk with its annexes is a tenth of it
_HEAD = 4096

_PDF = re.compile(rb"%PDF-\d")
_ZIP = b"PK\x03\x04"
_EMPTY_ZIP = b"PK\x05\x06"
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_RICH_TEXT = b"{\\rtf"
_POSTSCRIPT = b"%!PS"
# A page says so at its start, behind a declaration or comments; Markdown may begin with a comment or a stray tag too.
_HTML = re.compile(r"(?>\s+|<!--.*?-->|<\?xml[^>]*>)*+<(?:!doctype\s+html|html|head|body)\b", re.IGNORECASE | re.DOTALL)
_CONTROL = re.compile(r"[\x00-\x08\x0e-\x1a\x1c-\x1f]")


class Format(StrEnum):
    PDF = "pdf"
    DOCX = "docx"
    HTML = "html"
    MARKDOWN = "md"
    TEXT = "txt"


_BY_SUFFIX = {
    ".html": Format.HTML,
    ".htm": Format.HTML,
    ".xhtml": Format.HTML,
    ".md": Format.MARKDOWN,
    ".markdown": Format.MARKDOWN,
}


def format_of(path: Path) -> Format:
    """Raises ``ReadError`` for what cannot be opened, is empty or too large, or is of no kind that is read."""
    head = _head(path)
    if _is_pdf(head):
        return Format.PDF
    if head.startswith((_ZIP, _EMPTY_ZIP)):
        return _archive_format(path)
    if head.startswith(_OLE):
        raise _office_refusal(path)
    if head.startswith((_RICH_TEXT, _POSTSCRIPT)) or is_binary(head):
        raise unsupported(path)
    return _text_format(head, path)


def unsupported(path: Path) -> UnsupportedFormat:
    return UnsupportedFormat(
        "{name} is van een soort die hier niet gelezen wordt: "
        "sla het op als PDF, DOCX, HTML, Markdown of tekst en voeg het nog eens toe.",
        name=path.name,
    )


def is_binary(data: bytes) -> bool:
    """Tells bytes that hold no text; a few stray control characters are forgiven."""
    encoding = byte_order_encoding(data)
    text = data.decode(encoding, errors="replace") if encoding else data.decode("latin-1")
    return "\x00" in text or len(_CONTROL.findall(text)) > len(text) // 100


def _head(path: Path) -> bytes:
    try:
        if not path.exists():
            raise ReadError("{name} bestaat niet: controleer de naam en de map.", name=path.name)
        if not path.is_file():
            raise ReadError("{name} is geen bestand: kies een bestand of een map met bestanden.", name=path.name)
        size = path.stat().st_size
        with path.open("rb") as file:
            head = file.read(_HEAD)
    except OSError as error:
        raise ReadError(
            "{name} kan niet worden geopend: sluit het in andere programma's en controleer of u het mag lezen.",
            name=path.name,
        ) from error
    if not head:
        raise EmptyFile("{name} is leeg: voeg het bestand met inhoud toe.", name=path.name)
    if size > LARGEST_FILE:
        raise TooLarge(
            "{name} is groter dan {size} MB: splits het en voeg de delen toe.",
            name=path.name,
            size=LARGEST_FILE // 1_000_000,
        )
    return head


def _is_pdf(head: bytes) -> bool:
    """Some programs write lines before the header; a text that merely mentions it has no object behind it."""
    header = _PDF.search(head[:1024])
    return header is not None and (header.start() == 0 or b" obj" in head)


def _archive_format(path: Path) -> Format:
    try:
        with zipfile.ZipFile(path) as archive:
            names = set(archive.namelist())
    except (zipfile.BadZipFile, OSError, ValueError, NotImplementedError) as error:
        if path.suffix.lower() in (".docx", ".docm"):
            raise damaged_word_file(path) from error
        raise unsupported(path) from error
    if "word/document.xml" in names:
        return Format.DOCX
    raise unsupported(path)


def damaged_word_file(path: Path) -> DamagedFile:
    return DamagedFile(
        "{name} is beschadigd: open het in Word, sla het opnieuw op en voeg het nog eens toe.", name=path.name
    )


def _office_refusal(path: Path) -> ReadError:
    """Old Office files and password-protected new ones share one container; the streams in it are named in UTF-16."""
    with path.open("rb") as file, mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ) as content:
        protected = content.find("EncryptedPackage".encode("utf-16-le")) >= 0
        word = content.find("WordDocument".encode("utf-16-le")) >= 0
    if protected:
        return EncryptedFile(
            "{name} is met een wachtwoord beveiligd: sla het zonder wachtwoord op en voeg het nog eens toe.",
            name=path.name,
        )
    if word:
        return UnsupportedFormat(
            "{name} is van een oude versie van Word: sla het in Word op als .docx en voeg het nog eens toe.",
            name=path.name,
        )
    return unsupported(path)


def _text_format(head: bytes, path: Path) -> Format:
    text = head.decode(byte_order_encoding(head) or "latin-1", errors="replace")
    if _HTML.match(text):
        return Format.HTML
    return _BY_SUFFIX.get(path.suffix.lower(), Format.TEXT)
