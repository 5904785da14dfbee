"""Whether a document is an original that the catalogue knows, whatever its file is called.

To take a stranger for an original is worse than to miss one, for its words would be cited under the original's name.
So a mere mention never counts: a number must be the document's own, a title must stand where titles stand.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import cached_property
from pathlib import PurePath

from assistant.domain.documents import Source

FRONT_PAGES = 5  # how far from the beginning a document is looked at
FRONT_OF_PAGE = 20_000  # characters: a text file is one page, however long it is
_TITLE_PAGES = 3
_TITLE_LINES = 5  # the most lines that a title is broken over
_SHORTEST_TITLE = 3  # words; a shorter title, such as 'Onderwijsagenda LLO', may be that of a chapter elsewhere too
_COVER = 60  # words; a page with more is no cover
_SHORT_DOCUMENT = 300  # words on the front pages; with fewer, that a phrase is missing says nothing
_EDGE = 3  # lines at the top or the bottom of a page where running headers and footers stand

_COPY = re.compile(r"[\s_-]*(?:\(\d+\)|(?:kopie|copy)(?:\s*\(?\d+\)?)?)\s*$", re.IGNORECASE)
_WORD = re.compile(r"[^\W_]+")
_NAMING = {"kst", "kamerstuk", "kamerstukken", "kamerbrief", "tk", "ii", "nr", "brief", "kopie", "copy", "download"}
_MONTHS = {
    *("januari", "februari", "maart", "april", "mei", "juni"),
    *("juli", "augustus", "september", "oktober", "november", "december"),
}


@dataclass(frozen=True)
class Evidence:
    """What a file shows of itself: its name, the title in its metadata, and the text of its pages from the first."""

    filename: str
    title: str
    pages: Sequence[str]

    @cached_property
    def front(self) -> tuple[str, ...]:
        return tuple(page[:FRONT_OF_PAGE] for page in self.pages[:FRONT_PAGES])

    @cached_property
    def letters(self) -> str:
        return letters("\n".join(self.front))

    @property
    def stem(self) -> str:
        return _COPY.sub("", PurePath(self.filename).stem)


@dataclass(frozen=True, slots=True)
class Original:
    """What is known of a source's original.

    ``pages`` counts its pages, 0 when unknown. ``recognised_by`` are short phrases that stand together on its first
    pages and, as far as is known, in no other document.
    """

    source: Source
    pages: int = 0
    recognised_by: tuple[str, ...] = ()


def letters(text: str) -> str:
    """Letters and digits alone, without case and accents: line ends, hyphens and quotation marks make no difference."""
    decomposed = unicodedata.normalize("NFKD", text).casefold()
    return "".join(character for character in decomposed if character.isalnum())


def has_own_number(original: Original, evidence: Evidence) -> bool:
    """The Kamerstuk's number as officials print it: in the title lines or in a running header or footer."""
    return bool(original.source.kamerstuk) and (
        _number_in_title_lines(original, evidence.front) or _number_runs_along(original, evidence.front)
    )


def is_named_by_number(original: Original, evidence: Evidence) -> bool:
    return any(_is_name_with_number(original, name) for name in (evidence.stem, evidence.title))


def is_named_by_id(original: Original, evidence: Evidence) -> bool:
    return letters(evidence.stem) == letters(original.source.id)


def has_title(original: Original, evidence: Evidence) -> bool:
    """A title is believed, unless the text is long enough to hold the original's phrases and holds none of them."""
    title = original.source.title
    if len(_words(title)) < _SHORTEST_TITLE or _is_contradicted(original, evidence):
        return False
    return letters(title) in (letters(evidence.title), letters(evidence.stem)) or _is_headed(original, evidence.front)


def has_phrases(original: Original, evidence: Evidence) -> bool:
    return bool(original.recognised_by) and all(
        letters(phrase) in evidence.letters for phrase in original.recognised_by
    )


# What a document says of itself goes before what its file is called.
SIGNS: tuple[Callable[[Original, Evidence], bool], ...] = (
    has_own_number,
    has_phrases,
    is_named_by_number,
    is_named_by_id,
    has_title,
)


def _words(text: str) -> list[str]:
    return [letters(word) for word in _WORD.findall(text)]


def _lines(page: str) -> list[str]:
    return [" ".join(line.split()) for line in page.splitlines() if line.strip()]


# --- the Kamerstuk's number


def _number(kamerstuk: str) -> str:
    """A pattern for the ways to write '30012-157': '30 012, nr. 157', '30012_157'."""
    dossier, *chapter, number = kamerstuk.split("-")
    parts = [rf"(?<!\d){dossier[:2]}[\s._-]?{dossier[2:]}", *chapter]
    return r"[\s._-]*".join(parts) + rf"(?:[\s,._-]+(?:nr[\s._-]*)?|nr[\s._-]*){number}(?!\d)"


def _number_in_title_lines(original: Original, pages: Sequence[str]) -> bool:
    dossier, *_, number = original.source.kamerstuk.split("-")
    lines = _lines(pages[0]) if pages else []
    id_line = re.compile(rf"kst-{original.source.kamerstuk}(?: ISSN .*)?", re.IGNORECASE)
    dossier_line = re.compile(rf"{dossier[:2]} ?{dossier[2:]}\b(?!,)")
    number_line = re.compile(rf"Nr\. ?{number}\b", re.IGNORECASE)
    head = lines[:15]
    headed = any(dossier_line.match(line) for line in head) and any(number_line.match(line) for line in head)
    return headed or any(id_line.fullmatch(line) for line in lines)


def _number_runs_along(original: Original, pages: Sequence[str]) -> bool:
    """At the edge of at least two pages and half of those that have text; of the only page, if there is but one."""
    running = re.compile(
        r"(?:\W?s-Gravenhage \d{4} )?(?:(?:Tweede|Eerste) Kamer(?: der Staten-Generaal)?,? )?"
        rf"(?:vergaderjaar \d{{4}}\W{{1,3}}\d{{4}},? )?{_number(original.source.kamerstuk)}(?: \d{{1,4}})?",
        re.IGNORECASE,
    )
    pages_of_lines = [lines for page in pages if (lines := _lines(page))]
    carrying = [lines for lines in pages_of_lines if any(map(running.fullmatch, lines[:_EDGE] + lines[-_EDGE:]))]
    return bool(carrying) and len(carrying) >= min(max(2, len(pages_of_lines) / 2), len(pages_of_lines))


def _is_name_with_number(original: Original, name: str) -> bool:
    """A name that says the number and nothing that makes it another document, such as 'reactie' or 'bijlage'."""
    source = original.source
    if not source.kamerstuk:
        return False
    spaced = name.replace("_", " ")
    rest, found = re.subn(_number(source.kamerstuk), " ", spaced, count=1, flags=re.IGNORECASE)
    known = _NAMING | {word for text in (source.title, source.kind, *source.aliases) for word in _words(text)}
    return bool(found) and all(word.isdecimal() or word in known for word in _words(rest))


# --- the title


def _is_contradicted(original: Original, evidence: Evidence) -> bool:
    length = sum(len(page.split()) for page in evidence.front)
    return (
        bool(original.recognised_by)
        and length >= _SHORT_DOCUMENT
        and not any(letters(phrase) in evidence.letters for phrase in original.recognised_by)
    )


def _is_headed(original: Original, pages: Sequence[str]) -> bool:
    """The title stands on lines of its own at the top of the first page, or of the first one after covers."""
    for page in pages[:_TITLE_PAGES]:
        lines = _lines(page)
        if _begins_with_title(original.source, lines):
            return True
        if len(page.split()) > _COVER:
            return False
    return False


def _begins_with_title(source: Source, lines: Sequence[str]) -> bool:
    """Above the title only the publisher, the kind of document or a date may stand."""
    title = letters(source.title)
    above = {word for text in (*source.publishers, source.kind, source.date) for word in _words(text)} | _MONTHS
    for start in range(len(lines)):
        heads = (letters(" ".join(lines[start:end])) for end in range(start + 1, start + 1 + _TITLE_LINES))
        if title in heads:
            return True
        if not all(word.isdecimal() or word in above for word in _words(lines[start])):
            return False
    return False
