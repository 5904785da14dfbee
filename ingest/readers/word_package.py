"""Opens a Word file, after looking whether that is safe."""

from __future__ import annotations

import zipfile
import zlib
from dataclasses import dataclass
from pathlib import Path
from typing import cast

from docx.document import Document
from docx.opc.constants import CONTENT_TYPE
from docx.opc.constants import RELATIONSHIP_TYPE as RELATION
from docx.opc.exceptions import OpcError
from docx.opc.part import XmlPart
from docx.oxml.parser import parse_xml
from docx.oxml.xmlchemy import BaseOxmlElement
from docx.package import Package
from docx.parts.document import DocumentPart

from assistant.domain.errors import EncryptedFile, TooLarge, UnsupportedFormat
from ingest.readers.signatures import damaged_word_file

LARGEST_CONTENT = 500_000_000  # bytes of all parts together, pictures included
LARGEST_XML = 100_000_000  # bytes of one part, which is held in memory as a tree; a thousand pages take 20 million
_ENCRYPTED = 0x1  # bit of an entry's flags
_BROKEN = (
    OpcError,
    zipfile.BadZipFile,
    zlib.error,
    EOFError,
    OSError,
    KeyError,
    ValueError,
    SyntaxError,
    NotImplementedError,
)


@dataclass(frozen=True, slots=True)
class WordFile:
    """The parts of a Word file that hold text or say how it is numbered; ``title`` is what its properties say."""

    body: BaseOxmlElement
    styles: BaseOxmlElement
    numbering: BaseOxmlElement | None
    footnotes: BaseOxmlElement | None
    endnotes: BaseOxmlElement | None
    title: str


def open_word_file(path: Path) -> WordFile:
    _check_archive(path)
    try:
        part = Package.open(str(path)).main_document_part
        if part.content_type == CONTENT_TYPE.WML_DOCUMENT_MAIN:
            return _word_file(cast(DocumentPart, part).document)
    except _BROKEN as error:
        raise damaged_word_file(path) from error
    # Macros are never run: a file that may hold them is not opened any further.
    raise UnsupportedFormat(
        "{name} is een Word-bestand met macro's of een sjabloon: "
        "sla het in Word op als .docx en voeg het nog eens toe.",
        name=path.name,
    )


def _word_file(document: Document) -> WordFile:
    body = document.element.find(f"{{{document.element.nsmap['w']}}}body")
    if body is None:
        raise ValueError("a document without a body")
    return WordFile(
        body=body,
        styles=document.styles.element,
        numbering=_related(document, RELATION.NUMBERING),
        footnotes=_related(document, RELATION.FOOTNOTES),
        endnotes=_related(document, RELATION.ENDNOTES),
        title=_title(document),
    )


def _related(document: Document, relation: str) -> BaseOxmlElement | None:
    try:
        part = document.part.part_related_by(relation)
    except KeyError:
        return None
    return part.element if isinstance(part, XmlPart) else parse_xml(part.blob)


def _title(document: Document) -> str:
    """python-docx makes up a title for a file without properties, so those are looked for first."""
    package = document.part.package
    if package is None or all(relation.reltype != RELATION.CORE_PROPERTIES for relation in package.rels.values()):
        return ""
    return str(document.core_properties.title).strip()


def _check_archive(path: Path) -> None:
    """Trusts the sizes in the directory: ``zipfile`` inflates no entry beyond the size that stands there."""
    try:
        with zipfile.ZipFile(path) as archive:
            entries = archive.infolist()
    except _BROKEN as error:
        raise damaged_word_file(path) from error
    if any(entry.flag_bits & _ENCRYPTED for entry in entries):
        raise EncryptedFile(
            "{name} is met een wachtwoord beveiligd: sla het zonder wachtwoord op en voeg het nog eens toe.",
            name=path.name,
        )
    if _inflates_too_far(entries):
        raise TooLarge(
            "{name} wordt na uitpakken te groot om veilig te lezen: "
            "verwijder afbeeldingen of splits het in Word, en voeg het nog eens toe.",
            name=path.name,
        )


def _inflates_too_far(entries: list[zipfile.ZipInfo]) -> bool:
    largest_xml = max((entry.file_size for entry in entries if entry.filename.endswith((".xml", ".rels"))), default=0)
    return largest_xml > LARGEST_XML or sum(entry.file_size for entry in entries) > LARGEST_CONTENT
