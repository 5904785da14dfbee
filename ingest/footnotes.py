"""Footnotes: which lines are notes, and which digits in the text are the marks that lead to them.

Most files raise their marks and set their notes smaller. Some do neither; there the numbering tells: a line that begins
with the number that is next, whose mark stands in the text nearby.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace

from assistant.domain.documents import Mark
from ingest.contents import is_contents_line
from ingest.layout import RawLine, RawPage, RawWord
from ingest.text_lines import END
from ingest.typography import Typography

GAP = 1.25  # times the usual distance of two lines: a wider one ends a note
HIGHEST = 0.3  # of the page's height: what is set small above it is no footnote
SMALLER = 0.85  # of the size of its line: a mark

_DIGIT = re.compile(r"\d")
_BARE_NUMBER = re.compile(r"\d{1,2}$")

# A mark follows a word or its punctuation and is followed by the end of the word, punctuation or the next sentence.
_GLUED = re.compile(
    r"(?<!\b[A-Za-z]\.)(?:(?<=[a-zà-ÿ])|(?<=[A-Za-zà-ÿ)»”’%][).,;:!?»”’])|(?<=[)»”’]))(\d{1,2})(?=$|[.,;:)!?\s]|[A-Z])"
)
_CARRIED = re.compile(r"(?:(?<=[a-zà-ÿ)»;:!?%”’])|(?<=[^\d\s][.,]))(\d{1,2})(?!\d)|[.;:] (\d{1,2})$")
_UNIT = re.compile(r"(?:^|[^a-z])[kdcm]?m$")  # before a raised 2 or 3


@dataclass(frozen=True, slots=True)
class NoteNumbers:
    """Where the numbering of the notes stands: the ``expected`` next one, and the marks nearby.

    ``before`` are the numbers of the marks on the page before, ``here`` leads from those on this page to where in the
    raw characters the first of each stands: a note comes after its mark.
    """

    expected: int = 1
    before: frozenset[int] = frozenset()
    here: Mapping[int, int] = field(default_factory=dict)

    def marked(self, number: int, start: int) -> bool:
        """Whether a note that starts there comes after its mark."""
        return number in self.before or self.here.get(number, start) < start


@dataclass(frozen=True, slots=True)
class Note:
    label: str
    lines: tuple[RawLine, ...]


def carried(page: RawPage) -> dict[int, int]:
    """The numbers that a page's text may carry as marks, with where the line of the first of each starts."""
    found: dict[int, int] = {}
    for line in page.lines:
        if _DIGIT.search(page.chars, line.start, line.end):
            for number in _carried(page, line):
                found.setdefault(number, line.start)
    return found


def _carried(page: RawPage, line: RawLine) -> Iterator[int]:
    for _, _, label in _raised(page, line):
        yield int(label)
    for word in line.words[1:]:
        if _is_set_smaller(word, line):
            yield _number(page.word(word))
    for glued, loose in _CARRIED.findall(page.text(line)):
        yield int(glued or loose)


def without_footnotes(
    page: RawPage, lines: Sequence[RawLine], typography: Typography, numbers: NoteNumbers
) -> tuple[list[RawLine], list[Note]]:
    """The lines of running text, and the footnotes.

    A footnote that stands in the middle of the text order is taken out, so that the text before and after it meet.
    """
    notes: list[Note] = []
    body: list[RawLine] = []
    numbered_list = _ListNumbers()
    in_note = False
    for line in lines:
        number = _leading_number(page, line)
        in_list = numbered_list.continues(number)
        if number and _is_note(page, line, typography, numbers, in_list):
            notes.append(Note(str(number), (line,)))
            numbers = replace(numbers, expected=number + 1)
            in_note = True
        elif in_note and _goes_on(page, notes[-1].lines[-1], line, typography):
            notes[-1] = replace(notes[-1], lines=(*notes[-1].lines, line))
        else:
            in_note = False
            numbered_list.see(page, line, number)
            body.append(line)
    return body, notes


@dataclass
class _ListNumbers:
    """Follows numbered lists, whose items look like footnotes ('1 Het introduceren van …')."""

    next_item: int = 0
    _led_in: bool = False

    def see(self, page: RawPage, line: RawLine, number: int) -> None:
        if self.continues(number):
            self.next_item = number + 1
        self._led_in = page.chars[line.end - 1] == ":"

    def continues(self, number: int) -> bool:
        return bool(number) and ((number == 1 and self._led_in) or number == self.next_item)


def _leading_number(page: RawPage, line: RawLine) -> int:
    return _number(page.word(line.words[0])) if len(line.words) > 1 else 0


def _number(word: str) -> int:
    return int(word) if word[0].isdigit() and _BARE_NUMBER.match(word) else 0


def _is_set_smaller(word: RawWord, line: RawLine) -> bool:
    return word.size < SMALLER * line.size


def _is_note(page: RawPage, line: RawLine, typography: Typography, numbers: NoteNumbers, in_list: bool) -> bool:
    """Whether a footnote begins with this line, which begins with a number."""
    text = page.text(line)
    number, second = _leading_number(page, line), page.word(line.words[1])
    if not _starts_sentence(second) or is_contents_line(text):
        return False
    if second[0].isdigit() and number != numbers.expected:
        return False  # '25 295, nr. 219' is the number of a dossier
    is_next = number in (1, numbers.expected)  # notes of a table start at 1 again
    marked = numbers.marked(number, line.start)
    raised = _is_set_smaller(line.words[0], line)
    if typography.small(line) or raised:
        is_later = number > numbers.expected and (raised or marked)  # '25 May 2020' is the date in a note
        return line.box.top > HIGHEST * page.height and (is_next or is_later)
    if in_list or typography.large(line):
        return False
    return is_next and marked


def _starts_sentence(word: str) -> bool:
    text = word.lstrip("(«\"'“‘[#")
    return text[:1].isupper() or text[:1].isdigit() or word[:1] in "€#" or text.startswith("http")


def _goes_on(page: RawPage, last: RawLine, line: RawLine, typography: Typography) -> bool:
    if not typography.same(line.size, last.size):
        return False
    if typography.small(line):
        return True
    step = line.box.top - last.box.top
    if step < 0:  # the top of the next column
        return not END.search(page.text(last))
    return step <= GAP * typography.pitch_of(last)


# --- marks


def marks(page: RawPage, line: RawLine, before: str, labels: frozenset[str]) -> list[Mark]:
    """The marks in a line of text, as stretches of raw characters; ``before`` is the text that the line goes on from.

    ``labels`` are those of the notes nearby: digits that are not raised are a mark only where there is such a note.
    """
    found = [Mark(start, end, label) for start, end, label in _raised(page, line)]
    if not labels:
        return found
    for match in _GLUED.finditer(page.chars, line.start, line.end):
        if match[1] in labels and not any(mark.start < match.end(1) and match.start(1) < mark.end for mark in found):
            found.append(Mark(match.start(1), match.end(1), match[1]))
    for index, word in enumerate(line.words):
        if page.word(word) in labels and _is_loose(page, line, index, before, found):
            found.append(Mark(word.start, word.end, page.word(word)))
    return sorted(found, key=lambda mark: mark.start)


def _raised(page: RawPage, line: RawLine) -> Iterator[tuple[int, int, str]]:
    for word in line.words:
        if word.raised:
            start = word.end - word.raised
            label = page.chars[start : word.end]
            if not (label in ("2", "3") and _UNIT.search(page.chars[word.start : start])):
                yield start, word.end, label


def _is_loose(page: RawPage, line: RawLine, index: int, before: str, found: Iterable[Mark]) -> bool:
    """Whether a number with space before it is a mark: set smaller, left over at a line's end, or after a mark."""
    word = line.words[index]
    left = page.word(line.words[index - 1]) if index else before
    if not left:
        return False
    is_smaller = index and word.size < SMALLER * line.words[index - 1].size
    if is_smaller or _is_set_smaller(word, line) or (index == len(line.words) - 1 and left.endswith((".", ";"))):
        return True
    return any(mark.end < word.start and page.chars[mark.end : word.start].strip() == "," for mark in found)
