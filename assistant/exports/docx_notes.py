"""Footnotes in a Word document; python-docx has no call for them."""

from __future__ import annotations

from docx.document import Document as WordDocument
from docx.opc.constants import CONTENT_TYPE, RELATIONSHIP_TYPE
from docx.opc.packuri import PackURI
from docx.opc.part import XmlPart
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.oxml.xmlchemy import BaseOxmlElement
from docx.text.paragraph import Paragraph

from assistant.exports.docx_file import SIZE, clean

_SEPARATORS = ("separator", "continuationSeparator")  # what Word draws above the notes, with ids -1 and 0
_SPACE = "{http://www.w3.org/XML/1998/namespace}space"


class Footnotes:
    """The footnotes of one document, numbered from 1 in the order in which they are added."""

    def __init__(self, document: WordDocument) -> None:
        self._notes = OxmlElement("w:footnotes")
        self._count = 0
        for number, kind in enumerate(_SEPARATORS, start=-1):
            note = self._note(number)
            note.set(qn("w:type"), kind)
            _run(note, OxmlElement(f"w:{kind}"))
        package = document.part.package
        part = XmlPart(PackURI("/word/footnotes.xml"), CONTENT_TYPE.WML_FOOTNOTES, self._notes, package)
        document.part.relate_to(part, RELATIONSHIP_TYPE.FOOTNOTES)

    def add(self, paragraph: Paragraph, text: str) -> None:
        """Puts the mark at the end of the paragraph, and the text at the foot of the page."""
        self._count += 1
        mark = OxmlElement("w:footnoteReference")
        mark.set(qn("w:id"), str(self._count))
        run = paragraph.add_run()
        run.font.superscript, run.font.size = True, SIZE
        run._r.append(mark)
        words = OxmlElement("w:t")
        words.text = f" {clean(text)}"
        words.set(_SPACE, "preserve")
        note = self._note(self._count)
        _run(note, OxmlElement("w:footnoteRef"), superscript=True)
        _run(note, words)

    def _note(self, number: int) -> BaseOxmlElement:
        note = OxmlElement("w:footnote")
        note.set(qn("w:id"), str(number))
        note.append(OxmlElement("w:p"))
        self._notes.append(note)
        return note


def _run(note: BaseOxmlElement, content: BaseOxmlElement, superscript: bool = False) -> None:
    run = OxmlElement("w:r")
    properties = OxmlElement("w:rPr")
    if superscript:
        raised = OxmlElement("w:vertAlign")
        raised.set(qn("w:val"), "superscript")
        properties.append(raised)
    size = OxmlElement("w:sz")
    size.set(qn("w:val"), str(round(SIZE.pt * 2)))
    properties.insert(0, size)
    run.append(properties)
    run.append(content)
    note.find(qn("w:p")).append(run)
