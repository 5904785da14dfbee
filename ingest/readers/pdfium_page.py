"""One PDF page through pdfium: characters, words with their boxes, drawn rules.

The text page's character indices are the raw indices that clean text maps back to. Asking pdfium for a box costs
more than asking for a character, so boxes are asked for the first and last character of each word only; boxes of
single characters are read again when a quotation is drawn on its page.
"""

from __future__ import annotations

import ctypes
import math
import re
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from itertools import pairwise
from threading import RLock
from typing import Any

import pypdfium2 as pdfium
from pypdfium2 import raw

from assistant.domain.phrases import Phrase
from ingest.layout import Box, RawLine, RawPage, RawWord

SOFT_BREAK = "\x02"  # stands for a hyphen that breaks a word at a line end
LINE_HYPHEN = "\ufffe"  # what pdfium's text calls it
BOLD_WEIGHT = 600
LONGEST_FONT_NAME = 200  # bytes
RAISED_SIZE = 0.85  # a mark's digits are set at most this much of the word's size
LONGEST_MARK = 3  # digits
LONGEST_LABEL = 5  # characters: '10.2.'
RAISED_REACH = 0.75  # of the size of the type: the number of a note stands no higher above its line
LABEL_GAP = 4  # times the size of the type: from a label to its text
MAX_CHARS = 500_000  # on one page; a full newspaper page has 30,000
MAX_RULES = 4000  # more is a map or a drawing, not a table
UNREADABLE_SHARE = 0.3  # of a page's characters without a meaning: its fonts have no usable encoding
ENOUGH_LETTERS = 200  # to tell by
FEWEST_VOWELS = 0.2  # of the letters; languages in Latin script have more than a third
STAMP = 0.12  # of the page's height at top and bottom: text that stands there alone is stamped on a scan
STAMPED_SIZE = 24  # points: slanted text at least so tall is stamped over a page ('CONCEPT'), smaller is a drawing's
SLANT = 0.17  # radians from the nearest right angle; a page that was scanned askew is within a few hundredths
ANGLES_ASKED = 40  # words of a page that tell which way its text runs

_WORD = re.compile(r"[^\s\x00-\x1f\ufffe]+")
_LINE_END = re.compile(r"[\r\n\x02]")
_MEANINGLESS = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\ufffd\ue000-\uf8ff]")
_NO_LETTER = re.compile(r"[^A-Za-z]+")
_BOLD_NAME = re.compile(rb"bold|[-,](?:black|heavy|demi)|\+(?:CM|SF)BX", re.IGNORECASE)
_BULLETS = re.compile(r"[\uf0b7\uf0a7\uf0d8\uf076\uf06e\uf0fc]")


def _unchecked(function: Any, result: Any) -> Callable[..., Any]:
    """The same function without the checks of its arguments, which take twice as long as the call itself."""
    return ctypes.CFUNCTYPE(result)(ctypes.cast(function, ctypes.c_void_p).value or 0)


_get_box = _unchecked(raw.FPDFText_GetLooseCharBox, ctypes.c_int)
_get_weight = _unchecked(raw.FPDFText_GetFontWeight, ctypes.c_int)
_get_angle = _unchecked(raw.FPDFText_GetCharAngle, ctypes.c_float)
_get_font = _unchecked(raw.FPDFText_GetFontInfo, ctypes.c_ulong)


ONE_AT_A_TIME = RLock()  # pdfium breaks when two threads are in it, whatever the documents


def read_page(document: pdfium.PdfDocument, index: int, label: str) -> RawPage:
    """The page at ``index`` (from 0), turned so that most of its text is upright."""
    with _loaded(document, index) as (page, textpage):
        return _read(page, textpage, index + 1, label)


def character_boxes(document: pdfium.PdfDocument, index: int, indices: Sequence[int]) -> list[Box]:
    """The boxes of single raw characters of the page at ``index`` (from 0) as it is shown, in the order asked."""
    with _loaded(document, index) as (page, textpage):
        glyphs = _Glyphs(textpage)
        frame = _frame(page, page.get_rotation() // 90)
        return [frame.box(*glyphs.rectangle(i)) for i in indices]


@contextmanager
def _loaded(document: pdfium.PdfDocument, index: int) -> Iterator[tuple[pdfium.PdfPage, pdfium.PdfTextPage]]:
    with ONE_AT_A_TIME:
        page = document[index]
        try:
            textpage = page.get_textpage()
            try:
                yield page, textpage
            finally:
                textpage.close()
        finally:
            page.close()


def _read(page: pdfium.PdfPage, textpage: pdfium.PdfTextPage, number: int, label: str) -> RawPage:
    glyphs = _Glyphs(textpage)
    if glyphs.count > MAX_CHARS:
        too_large = Phrase(
            "pagina {number} heeft {count} tekens en is te groot om te lezen", number=number, count=glyphs.count
        )
        return RawPage(number, label, problem=too_large)
    chars = glyphs.characters()
    spans = [match.span() for match in _WORD.finditer(chars)]
    frame = _frame(page, glyphs.turns(spans))
    lines = _lines(glyphs, frame, chars, spans)
    if frame.turns != page.get_rotation() // 90:
        lines = _from_the_top(lines)
    problem = _problem(number, page, frame, chars, lines)
    return RawPage(
        number=number,
        label=label,
        width=frame.size[0],
        height=frame.size[1],
        chars=chars,
        lines=() if problem else tuple(lines),
        rules=() if problem or not lines else _rules(page, frame),
        problem=problem,
    )


@dataclass(frozen=True, slots=True)
class _Frame:
    """What is shown of a page, in the file's coordinates (y grows upwards); ``turns`` are quarter turns clockwise."""

    left: float
    bottom: float
    right: float
    top: float
    turns: int

    @property
    def size(self) -> tuple[float, float]:
        """Width and height after turning."""
        width, height = self.right - self.left, self.top - self.bottom
        return (height, width) if self.turns % 2 else (width, height)

    def box(self, left: float, top: float, right: float, bottom: float) -> Box:
        """A rectangle in the file's coordinates as it stands on the turned page."""
        return Box(*self.turned(left, top, right, bottom))

    def turned(self, left: float, top: float, right: float, bottom: float) -> tuple[float, float, float, float]:
        if self.turns == 0:
            return left - self.left, self.top - top, right - self.left, self.top - bottom
        if self.turns == 1:
            return bottom - self.bottom, left - self.left, top - self.bottom, right - self.left
        if self.turns == 2:
            return self.right - right, bottom - self.bottom, self.right - left, top - self.bottom
        return self.top - top, self.right - right, self.top - bottom, self.right - left


def _frame(page: pdfium.PdfPage, turns: int) -> _Frame:
    left, bottom, right, top = page.get_bbox()
    return _Frame(left, bottom, right, top, turns)


class _Glyphs:
    """The characters of a text page and, on demand, their rectangles in the file's coordinates and their fonts."""

    def __init__(self, textpage: pdfium.PdfTextPage) -> None:
        self._textpage = textpage.raw
        self._handle = ctypes.cast(textpage.raw, ctypes.c_void_p)
        self._rectangle = raw.FS_RECTF()
        self._pointer = ctypes.byref(self._rectangle)
        self._name = ctypes.create_string_buffer(LONGEST_FONT_NAME)
        self.count: int = raw.FPDFText_CountChars(self._textpage)

    def characters(self) -> str:
        """All characters, one for each of pdfium's indices."""
        buffer = (ctypes.c_ushort * (self.count + 1))()
        raw.FPDFText_GetText(self._textpage, 0, self.count, buffer)
        text = bytes(buffer).decode("utf-16-le", "replace")[:-1].replace(LINE_HYPHEN, SOFT_BREAK)
        if len(text) == self.count and "\0" not in text:
            return text
        # Characters outside the basic plane, or left out of the text: ask for each, so that indices stay true.
        return "".join([_character(raw.FPDFText_GetUnicode(self._textpage, i)) for i in range(self.count)])

    def rectangle(self, index: int) -> tuple[float, float, float, float]:
        """Left, top, right and bottom."""
        _get_box(self._handle, index, self._pointer)
        rectangle = self._rectangle
        return rectangle.left, rectangle.top, rectangle.right, rectangle.bottom

    def font_size(self, index: int) -> float:
        return float(raw.FPDFText_GetFontSize(self._textpage, index))

    def bold(self, index: int) -> bool:
        """By the weight of the font, or by its name: browsers and word processors leave the weight out of the file."""
        if _get_weight(self._handle, index) >= BOLD_WEIGHT:
            return True
        length = _get_font(self._handle, index, self._name, ctypes.c_ulong(LONGEST_FONT_NAME), None)
        return 0 < length <= LONGEST_FONT_NAME and bool(_BOLD_NAME.search(self._name.value))

    def slanted(self, index: int) -> bool:
        angle: float = _get_angle(self._handle, index)
        quarter = math.pi / 2
        return abs((angle + quarter / 2) % quarter - quarter / 2) > SLANT

    def turns(self, spans: Sequence[tuple[int, int]]) -> int:
        """Quarter turns clockwise that set most of the words upright."""
        asked = spans[:: len(spans) // ANGLES_ASKED + 1]
        angles = Counter(round(_get_angle(self._handle, start) * 2 / 3.1416) for start, _ in asked)
        return -angles.most_common(1)[0][0] % 4 if angles else 0


def _character(code: int) -> str:
    # Half of a surrogate pair or an impossible code is a character that we cannot read, not an error.
    return chr(code) if 0 < code < 0xD800 or 0xE000 <= code < 0x110000 else "\ufffd"


def _lines(glyphs: _Glyphs, frame: _Frame, chars: str, spans: Sequence[tuple[int, int]]) -> list[RawLine]:
    """Words in lines, also those that run off the page: a document may have been set too long for its paper.

    What is stamped over the page is left out: it would stand amid sentences, or as the heading of every page.
    """
    lines: list[RawLine] = []
    words: list[RawWord] = []
    before = 0
    for start, end in spans:
        word = _word(glyphs, frame, chars, start, end)
        if word.size >= STAMPED_SIZE and glyphs.slanted(start):
            continue
        gap = chars[before:start]
        ends = gap != " " and bool(_LINE_END.search(gap)) and not _is_labelled(words, word)
        if words and (ends or _starts_line(words[-1], word)):
            lines.append(_line(glyphs, chars, words))
            words = []
        words.append(word)
        before = end
    return [*lines, _line(glyphs, chars, words)] if words else lines


def _word(glyphs: _Glyphs, frame: _Frame, chars: str, start: int, end: int) -> RawWord:
    left, top, right, bottom = glyphs.rectangle(start)
    size = last_size = top - bottom if frame.turns % 2 == 0 else right - left
    if end - start > 1:
        last_left, last_top, last_right, last_bottom = glyphs.rectangle(end - 1)
        if frame.turns % 2 == 0:
            last_size = last_top - last_bottom
            left, right = min(left, last_left), max(right, last_right)
        else:
            last_size = last_right - last_left
            top, bottom = max(top, last_top), min(bottom, last_bottom)
    raised = 0
    if last_size <= RAISED_SIZE * size and chars[end - 1].isdigit():
        raised = _raised(glyphs, frame, chars, start, end)
    return RawWord(start, end, *frame.turned(left, top, right, bottom), size or glyphs.font_size(start), raised)


def _raised(glyphs: _Glyphs, frame: _Frame, chars: str, start: int, end: int) -> int:
    """How many digits at the end of a word are set smaller and reach as high as its first letter: not those of CO₂."""
    first = frame.box(*glyphs.rectangle(start))
    count = 0
    for index in range(end - 1, max(start, end - 1 - LONGEST_MARK), -1):
        box = frame.box(*glyphs.rectangle(index))
        is_small = box.height <= RAISED_SIZE * first.height
        if not (chars[index].isdigit() and is_small and box.top <= first.top + first.height / 5):
            break
        count += 1
    return count


def _is_labelled(words: Sequence[RawWord], word: RawWord) -> bool:
    """Whether the words before are a label of the line that the word begins: '1.' or a bullet, some way to its left."""
    if len(words) != 1 or words[0].end - words[0].start > LONGEST_LABEL:
        return False
    (label,) = words
    beside = label.right < word.left < label.right + LABEL_GAP * word.size
    reach = RAISED_REACH if label.size < word.size else 0.5
    return beside and abs(label.bottom - word.bottom) < reach * word.size


def _starts_line(last: RawWord, word: RawWord) -> bool:
    """Whether a word stands on another line than the word before it.

    pdfium tells where lines end, but not where the next one begins with a raised number.
    """
    if word.bottom < last.top:
        return True
    if word.left > last.right:  # as nearly all do
        return False
    below = word.centre[1] > last.bottom - (last.bottom - last.top) / 4
    return below and word.left < last.centre[0]


def _line(glyphs: _Glyphs, chars: str, words: list[RawWord]) -> RawLine:
    last = words[-1]
    hyphen = chars[last.end : last.end + 1] == SOFT_BREAK
    if hyphen:  # it belongs to the word that it breaks
        words[-1] = last._replace(end=last.end + 1)
    return RawLine(tuple(words), hyphen, glyphs.bold(words[0].start) and glyphs.bold(last.start))


def _from_the_top(lines: list[RawLine]) -> list[RawLine]:
    """pdfium gives the lines of text that is not shown upright from bottom to top in two of the three directions."""
    ups = sum(1 for a, b in pairwise(lines) if b.box.bottom < a.box.top)
    return lines[::-1] if 2 * ups >= len(lines) else lines


def _problem(number: int, page: pdfium.PdfPage, frame: _Frame, chars: str, lines: Sequence[RawLine]) -> str:
    height = frame.size[1]
    in_margin = all(line.box.bottom < STAMP * height or line.box.top > (1 - STAMP) * height for line in lines)
    if in_margin and _is_picture(page, frame):
        return Phrase("pagina {number} is een scan zonder tekst; gebruik OCR", number=number)
    if not _is_readable(chars):
        return Phrase(
            "pagina {number} heeft tekst in een lettertype zonder leesbare codering; gebruik OCR", number=number
        )
    return ""


def _is_readable(chars: str) -> bool:
    """Whether the characters are letters at all, and the right ones.

    Without a table of its letters a font gives the numbers of its drawings, which make other letters: 'Het' is '+HW'.
    """
    visible = "".join(chars.split())
    meaningless = len(_MEANINGLESS.findall(_BULLETS.sub("", visible.replace(SOFT_BREAK, ""))))
    if meaningless > UNREADABLE_SHARE * len(visible):
        return False
    letters = _NO_LETTER.sub("", chars).lower()
    return len(letters) < ENOUGH_LETTERS or sum(map(letters.count, "aeiou")) > FEWEST_VOWELS * len(letters)


def _is_picture(page: pdfium.PdfPage, frame: _Frame) -> bool:
    """Whether images cover a fifth of the page, or outlines draw so much that they must be letters."""
    width, height = frame.size
    covered, outlines = 0.0, 0
    for kind, box in _objects(page, frame):
        if kind == raw.FPDF_PAGEOBJ_IMAGE:
            covered += max(0.0, box.width) * max(0.0, box.height)
        elif kind in (raw.FPDF_PAGEOBJ_PATH, raw.FPDF_PAGEOBJ_SHADING):
            outlines += 1
    return covered > width * height / 5 or outlines > 300


def _rules(page: pdfium.PdfPage, frame: _Frame) -> tuple[Box, ...]:
    rules: list[Box] = []
    for kind, box in _objects(page, frame):
        if kind == raw.FPDF_PAGEOBJ_PATH:
            rules.append(box)
            if len(rules) > MAX_RULES:
                return ()
    return tuple(rules)


def _objects(page: pdfium.PdfPage, frame: _Frame) -> Iterator[tuple[int, Box]]:
    """Kind and box of what is drawn on the page besides text."""
    left, bottom, right, top = (ctypes.c_float() for _ in range(4))
    pointers = [ctypes.byref(side) for side in (left, bottom, right, top)]
    for index in range(raw.FPDFPage_CountObjects(page.raw)):
        item = raw.FPDFPage_GetObject(page.raw, index)
        kind = raw.FPDFPageObj_GetType(item)
        if kind != raw.FPDF_PAGEOBJ_TEXT and raw.FPDFPageObj_GetBounds(item, *pointers):
            yield kind, frame.box(left.value, top.value, right.value, bottom.value)
