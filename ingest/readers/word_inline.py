"""What stands in a Word paragraph: text, references to notes, and signs that a page begins."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum, auto
from typing import TypeAlias

from docx.oxml.ns import qn

from ingest.readers.page_builder import LINE_BREAK
from ingest.readers.word_styles import Element


class Sign(Enum):
    PAGE_BREAK = auto()  # put there by the author
    RENDERED_BREAK = auto()  # where Word last began a page, also after an author's break
    PICTURE = auto()


@dataclass(frozen=True, slots=True)
class NoteReference:
    kind: str  # 'footnote' or 'endnote'
    id: str


Content: TypeAlias = str | Sign | NoteReference

_MARKUP = "http://schemas.openxmlformats.org/markup-compatibility/2006"
_TEXT = {qn("w:t"), qn("m:t")}
_SPACE = {qn("w:tab"), qn("w:ptab"), qn("w:cr")}
_NOTES = {qn("w:footnoteReference"): "footnote", qn("w:endnoteReference"): "endnote"}
_ALTERNATIVES = f"{{{_MARKUP}}}AlternateContent"  # the same twice: for Word, and for what cannot draw Word's shapes
_PICTURES = {qn("w:drawing"), qn("w:pict"), qn("w:object"), _ALTERNATIVES}
_TEXT_BOX = qn("w:txbxContent")
_LEFT_OUT = {qn("w:del"), qn("w:moveFrom"), qn("w:pPr"), qn("w:rPr"), qn("w:instrText"), qn("w:delText")}
_WRAPPERS = {qn("w:sdt"), qn("w:sdtContent"), qn("w:ins"), qn("w:moveTo"), qn("w:customXml")}


def contents(element: Element) -> Iterator[Content]:
    """In reading order; tracked insertions are kept, deletions and hidden text dropped; text boxes stand apart."""
    for child in element:
        tag = child.tag
        if tag in _TEXT:
            yield child.text or ""
        elif tag == qn("w:br"):
            yield Sign.PAGE_BREAK if child.get(qn("w:type")) == "page" else LINE_BREAK
        elif tag in _SPACE:
            yield " "
        elif tag == qn("w:noBreakHyphen"):
            yield "-"
        elif tag == qn("w:lastRenderedPageBreak"):
            yield Sign.RENDERED_BREAK
        elif tag in _NOTES:
            yield NoteReference(_NOTES[tag], child.get(qn("w:id"), ""))
        elif tag in _PICTURES:
            yield Sign.PICTURE
        elif tag not in _LEFT_OUT and not _hidden(child):
            yield from contents(child)


def text_boxes(element: Element) -> Iterator[Element]:
    """What the text boxes that are anchored in an element hold, each once."""
    for child in element:
        if child.tag == _TEXT_BOX:
            yield child
        elif child.tag == _ALTERNATIVES:
            yield from next(filter(None, ([*text_boxes(alternative)] for alternative in child)), ())
        elif child.tag not in _LEFT_OUT and not _hidden(child):
            yield from text_boxes(child)


def words(element: Element) -> str:
    """The text alone."""
    return "".join(content for content in contents(element) if isinstance(content, str))


def blocks(container: Element, tags: frozenset[str]) -> Iterator[Element]:
    """The container's paragraphs, tables, rows or cells, also those within a content control or a tracked insertion."""
    for child in container:
        if child.tag in tags:
            yield child
        elif child.tag in _WRAPPERS:
            yield from blocks(child, tags)


def is_on(holder: Element, path: str) -> bool:
    """Whether a property such as bold is there and not switched off; ``path`` goes over tags from the holder."""
    found = holder.find("/".join(qn(tag) for tag in path.split("/")))
    return found is not None and found.get(qn("w:val")) not in ("0", "false", "off")


def _hidden(element: Element) -> bool:
    return element.tag == qn("w:r") and is_on(element, "w:rPr/w:vanish")
