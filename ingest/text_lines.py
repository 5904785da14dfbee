"""Lines as words: what their first words and their ends tell of where paragraphs and list items begin."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from assistant.domain.text import ends_with_abbreviation
from ingest.contents import is_contents_line
from ingest.layout import RawLine, RawPage

NEIGHBOURS = 6  # lines that tell how wide the column is here
SHORT_TITLE = 5  # words: above a list, though no space sets them apart

# A footnote mark may follow the last full stop.
END = re.compile(r"[.:;!?…][)”’»\"']*(?:\s?\d{1,2})?$")
BULLET = re.compile(r"[•▪●■◦○‣⁃►➢✓\uf0b7\uf0a7\uf0d8\uf076\uf06e\uf0fc*]$|[-–—]$")
NUMBERED = re.compile(r"\(?(?:\d{1,2}|[a-z]|[ivx]{2,4})[.)]$")
CODE = re.compile(r"[A-Z]{1,2}\d{1,3}[.):]$")  # of a requirement: 'F1.'
SECTION_NUMBER = re.compile(r"\d{1,2}(?:\.\d{1,2})*\.?$")
BARE_NUMBER = re.compile(r"\d{1,2}$")
_DASH = re.compile(r"[-–—]$")
_LETTERS = re.compile(r"[^\W\d_]{2}")
# A line that ends in one of these goes on in the next, however short it is.
_JOINING_WORDS = """
    de het een en of van in op te met voor door aan bij als dat die om tot uit over naar is zijn the a an and or to
"""
_GOES_ON = frozenset(_JOINING_WORDS.split())


@dataclass(frozen=True, slots=True)
class TextLine:
    """A line with what is asked of it more than once.

    ``ends`` says that a sentence or clause may end with it, ``goes_on`` that neither does, however short the line is;
    ``wordy`` that it holds more than numbers.
    """

    raw: RawLine
    text: str
    first: str
    second: str
    ends: bool
    goes_on: bool
    upper: bool
    wordy: bool
    contents: bool

    @classmethod
    def of(cls, page: RawPage, raw: RawLine) -> TextLine:
        text = page.text(raw)
        first = page.word(raw.words[0])
        second = page.word(raw.words[1]) if len(raw.words) > 1 else ""
        ends = bool(END.search(text[-8:]))
        abbreviated = ends and ends_with_abbreviation(text)
        return cls(
            raw,
            text,
            first,
            second,
            ends=ends and not abbreviated,
            goes_on=abbreviated or text.endswith((",", "(")) or text.rpartition(" ")[2] in _GOES_ON,
            upper=starts_upper(first),
            wordy=bool(_LETTERS.search(text)),
            contents=is_contents_line(text),
        )


def begins_item(line: TextLine, last: TextLine, near: bool) -> bool:
    if not line.second:
        return False
    fresh = not near or last.ends
    if _DASH.match(line.first):
        return fresh
    if BULLET.match(line.first):
        return True
    if NUMBERED.match(line.first) or CODE.match(line.first):
        return fresh and (starts_upper(line.second) or not near or last.text.endswith((":", ";")))
    if "." in line.first:
        return fresh and bool(SECTION_NUMBER.match(line.first)) and starts_upper(line.second)
    return fresh and bool(BARE_NUMBER.match(line.first)) and starts_upper(line.second)


def leads_items(line: TextLine, after: TextLine | None) -> bool:
    """Whether a few words stand alone above a list: its title, though no space sets it apart."""
    if not after or not BULLET.match(after.first) or len(line.raw.words) > SHORT_TITLE:
        return False
    return line.upper and not line.ends


def broken_early(stretch: Sequence[TextLine], line: TextLine) -> bool:
    """Whether the stretch's last line ends though the next word would have fitted."""
    left = line.raw.box.left
    near = [each.raw.box for each in (*stretch[-NEIGHBOURS:], line) if abs(each.raw.box.left - left) < line.raw.size]
    return stretch[-1].raw.box.right + room_for(line) < max(box.right for box in near)


def room_for(line: TextLine) -> float:
    """What the first word of a line takes on the line before it, with the space between."""
    first = line.raw.words[0]
    return 0.3 * line.raw.size + first.right - first.left


def starts_upper(word: str) -> bool:
    text = word.lstrip("(«\"'“‘[")
    return text[:1].isupper() or text[:1].isdigit() or not text
