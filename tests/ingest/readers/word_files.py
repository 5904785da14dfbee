"""Word files, made with python-docx and with the parts that it does not make put in by hand."""

from __future__ import annotations

from collections.abc import Callable

from docx.document import Document
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.opc.packuri import PackURI
from docx.opc.part import Part
from docx.oxml.parser import parse_xml
from docx.text.paragraph import Paragraph

from ingest.readers.interface import Reading

W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
Fill = Callable[[Document], object]
ReadFilled = Callable[[Fill], Reading]  # reads the file that a function fills


def insert(paragraph: Paragraph, xml: str) -> None:
    """Adds raw WordprocessingML at the end of a paragraph."""
    for element in parse_xml(f"<w:p {W}>{xml}</w:p>"):
        paragraph._p.append(element)


def add_notes(document: Document, kind: str, notes: dict[str, str]) -> None:
    """Adds a part with footnotes or endnotes by their ids, after the separator that Word itself keeps there."""
    separator = f'<w:{kind} w:type="separator" w:id="-1"><w:p><w:r><w:separator/></w:r></w:p></w:{kind}>'
    body = "".join(
        f'<w:{kind} w:id="{key}"><w:p><w:r><w:{kind}Ref/></w:r><w:r><w:t xml:space="preserve"> {text}</w:t></w:r></w:p>'
        f"</w:{kind}>"
        for key, text in notes.items()
    )
    xml = f"<w:{kind}s {W}>{separator}{body}</w:{kind}s>"
    content_type = f"application/vnd.openxmlformats-officedocument.wordprocessingml.{kind}s+xml"
    part = Part(PackURI(f"/word/{kind}s.xml"), content_type, xml.encode(), document.part.package)
    document.part.relate_to(part, getattr(RELATIONSHIP_TYPE, f"{kind}s".upper()))


def note_mark(kind: str, key: str) -> str:
    return f'<w:r><w:{kind}Reference w:id="{key}"/></w:r>'
