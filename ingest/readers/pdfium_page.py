"""One PDF page through pdfium: characters, words with their boxes, drawn rules.

The text page's character indices are the raw indices that clean text maps back to. Asking pdfium for a box costs
more than asking for a character, so boxes are asked for the first and last character of each word only; boxes of
single characters are read again when a quotation is drawn on its page.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from ctypes import byref, c_float, c_ushort

import pypdfium2 as pdfium
from pypdfium2 import raw

from ingest.layout import Box, RawLine, RawPage, RawWord

SOFT_BREAK = "\x02"  # stands for a hyphen that breaks a word at a line end
LINE_HYPHEN = "\ufffe"  # what pdfium's text calls it
BOLD_WEIGHT = 600
RAISED_SIZE = 0.85  # a mark's digits are set at most this much of the word's size
MAX_RULES = 4000  # a map or a drawing, not a table
UNREADABLE_SHARE = 0.3  # of a page's characters without a meaning: its fonts have no usable encoding

_WORD = re.compile(r"[^\s\x00-\x1f\ufffe]+")
_LINE = re.compile(r"[^\r\n\x02]+(\x02)?")
_GLUED_DIGITS = re.compile(r"(?<=\D)\d{1,3}$")
_MEANINGLESS = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\ufffd\ue000-\uf8ff]")
_BULLETS = re.compile(r"[\uf0b7\uf0a7\uf0d8\uf076\uf06e\uf0fc]")


def read_page(document: pdfium.PdfDocument, index: int, label: str) -> RawPage:
    """The page at ``index`` (from 0)."""
    page = document[index]
    try:
        return _read(page, index + 1, label)
    finally:
        page.close()


def _read(page: pdfium.PdfPage, number: int, label: str) -> RawPage:
    frame = _frame(page)
    textpage = page.get_textpage()
    try:
        glyphs = _Glyphs(textpage, frame)
        lines = tuple(_lines(glyphs))
    finally:
        textpage.close()
    problem = _problem(page, number, glyphs.chars, frame.width * frame.height)
    return RawPage(
        number=number,
        label=label,
        width=frame.width,
        height=frame.height,
        chars=glyphs.chars,
        lines=() if problem else lines,
        rules=() if problem or not lines else tuple(_rules(page, frame)),
        problem=problem,
    )


def _frame(page: pdfium.PdfPage) -> Box:
    """What is shown of the page, in the file's coordinates, where y grows upwards: ``bottom`` is the upper edge."""
    left, bottom, right, top = page.get_cropbox()
    return Box(left, bottom, right, top)


class _Glyphs:
    """The characters of a text page and, on demand, their boxes and fonts."""

    def __init__(self, textpage: pdfium.PdfTextPage, frame: Box) -> None:
        self._handle = textpage.raw
        self._left, self._top = frame.left, frame.bottom
        self._rect = raw.FS_RECTF()
        self._pointer = byref(self._rect)
        self.chars = _characters(self._handle)

    def box(self, index: int) -> Box:
        raw.FPDFText_GetLooseCharBox(self._handle, index, self._pointer)
        rect = self._rect
        return Box(rect.left - self._left, self._top - rect.top, rect.right - self._left, self._top - rect.bottom)

    def height(self, index: int) -> float:
        """The height of the character's line as set on the page: its font size alone leaves out scaling."""
        box = self.box(index)
        return box.bottom - box.top or float(raw.FPDFText_GetFontSize(self._handle, index))

    def bold(self, index: int) -> bool:
        return bool(raw.FPDFText_GetFontWeight(self._handle, index) >= BOLD_WEIGHT)


def _characters(handle: object) -> str:
    """All characters of the page, one for each of pdfium's character indices."""
    count = raw.FPDFText_CountChars(handle)
    buffer = (c_ushort * (count + 1))()
    raw.FPDFText_GetText(handle, 0, count, buffer)
    text = bytes(buffer).decode("utf-16-le", "replace")[:-1].replace(LINE_HYPHEN, SOFT_BREAK)
    if len(text) == count and "\0" not in text:
        return text
    # Characters outside the basic plane, or left out of the text: ask for each, so that indices stay true.
    return "".join([_character(raw.FPDFText_GetUnicode(handle, i)) for i in range(count)])


def _character(code: int) -> str:
    # Half of a surrogate pair or an impossible code is a character that we cannot read, not an error.
    return chr(code) if 0 < code < 0xD800 or 0xE000 <= code < 0x110000 else "\ufffd"


def _lines(glyphs: _Glyphs) -> Iterator[RawLine]:
    for match in _LINE.finditer(glyphs.chars):
        offset = match.start()
        words = [_word(glyphs, offset + w.start(), offset + w.end()) for w in _WORD.finditer(match[0])]
        if not words:
            continue
        if match[1]:  # the hyphen itself belongs to the word that it breaks
            words[-1] = words[-1]._replace(end=match.end())
        yield RawLine(tuple(words), hyphen=bool(match[1]), bold=glyphs.bold(words[0].start))


def _word(glyphs: _Glyphs, start: int, end: int) -> RawWord:
    first = glyphs.box(start)
    last = glyphs.box(end - 1) if end - start > 1 else first
    box = Box(first.left, first.top, max(first.right, last.right), first.bottom)
    return RawWord(start, end, box, first.bottom - first.top or glyphs.height(start), _raised(glyphs, start, end))


def _raised(glyphs: _Glyphs, start: int, end: int) -> int:
    digits = _GLUED_DIGITS.search(glyphs.chars[start:end])
    if not digits:
        return 0
    small = glyphs.height(end - 1) <= RAISED_SIZE * glyphs.height(start)
    return len(digits[0]) if small else 0


def _problem(page: pdfium.PdfPage, number: int, chars: str, area: float) -> str:
    visible = sum(1 for char in chars if not char.isspace())
    if visible < 5 and _is_picture(page, area):
        return f"pagina {number} is een scan zonder tekst; gebruik OCR"
    meaningless = len(_MEANINGLESS.findall(_BULLETS.sub("", chars.replace(SOFT_BREAK, ""))))
    if visible and meaningless > UNREADABLE_SHARE * visible:
        return f"pagina {number} heeft tekst in een lettertype zonder leesbare codering; gebruik OCR"
    return ""


def _is_picture(page: pdfium.PdfPage, area: float) -> bool:
    """Whether images cover a fifth of the page, or outlines draw so much that they must be letters."""
    covered, outlines = 0.0, 0
    for item in page.get_objects(filter=[raw.FPDF_PAGEOBJ_IMAGE, raw.FPDF_PAGEOBJ_PATH, raw.FPDF_PAGEOBJ_SHADING]):
        if item.type == raw.FPDF_PAGEOBJ_IMAGE:
            left, bottom, right, top = item.get_bounds()
            covered += max(0.0, right - left) * max(0.0, top - bottom)
        else:
            outlines += 1
    return covered > area / 5 or outlines > 300


def _rules(page: pdfium.PdfPage, frame: Box) -> Iterator[Box]:
    left, bottom, right, top = c_float(), c_float(), c_float(), c_float()
    pointers = byref(left), byref(bottom), byref(right), byref(top)
    count = 0
    for index in range(raw.FPDFPage_CountObjects(page.raw)):
        item = raw.FPDFPage_GetObject(page.raw, index)
        if raw.FPDFPageObj_GetType(item) != raw.FPDF_PAGEOBJ_PATH:
            continue
        count += 1
        if count > MAX_RULES:
            return
        if raw.FPDFPageObj_GetBounds(item, *pointers):
            yield Box(
                left.value - frame.left,
                frame.bottom - top.value,
                right.value - frame.left,
                frame.bottom - bottom.value,
            )


def character_boxes(document: pdfium.PdfDocument, index: int, indices: Sequence[int]) -> list[Box]:
    """The boxes of single raw characters of the page at ``index`` (from 0), in the order asked."""
    page = document[index]
    try:
        textpage = page.get_textpage()
        try:
            glyphs = _Glyphs(textpage, _frame(page))
            return [glyphs.box(i) for i in indices]
        finally:
            textpage.close()
    finally:
        page.close()
