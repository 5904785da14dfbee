"""What the lines of a page are: headings, paragraphs, list items and footnotes.

Fonts help where a document uses them, but many set headings in the type of the text. So the shape of the text
decides: where a line ends though the next word would have fitted, someone broke it on purpose.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace

from assistant.domain.documents import BlockKind
from ingest.layout import RawLine, RawPage, RawWord

GAP = 1.25  # times the usual distance of two lines: a wider one ends a paragraph
SMALL = 0.9  # of the body's size: the type of footnotes
LARGE = 1.12  # of the body's size: the type of headings
HEADING_WORDS = 14
SHORT_SENTENCE = (
    5  # words: a title may end in a full stop ('Jaarplan 2026.'), a sentence this short seldom stands alone
)
SIBLINGS = 3  # paragraphs: numbers closer together than this number a list, not sections
NEIGHBOURS = 6  # lines that tell how wide the column is here
TOP_OF_PAGE = 0.2

# A footnote mark may follow the last full stop.
_END = re.compile(r"[.:;!?…][)”’»\"']*(?:\s?\d{1,2})?$")
_SENTENCE_END = re.compile(r"[.!?…][)”’»\"']*(?:\s?\d{1,2})?$")
_BULLET = re.compile(r"[•▪●■◦○‣⁃►➢✓\uf0b7\uf0a7\uf0d8\uf076\uf06e\uf0fc*]$|[-–—]$")
_DASH = re.compile(r"[-–—]$")
_NUMBERED = re.compile(r"(\d{1,2}|[a-z])[.)]$")
_SECTION_NUMBER = re.compile(r"\d{1,2}(?:\.\d{1,2})*\.?$")
_BARE_NUMBER = re.compile(r"\d{1,2}$")
_STARTS_SENTENCE = re.compile(r"[A-ZÀ-Þ\d(«\"'“‘#€h]")


@dataclass(frozen=True)
class Group:
    """Lines that belong together. ``continues`` says that the group goes on from the one before it in the same kind of text."""

    kind: BlockKind
    lines: tuple[RawLine, ...]
    label: str = ""
    level: int = 0
    continues: bool = False


@dataclass(frozen=True, slots=True)
class Typography:
    """What is usual in a document: the size of its text and the distance of its lines, in points."""

    size: float
    pitch: float

    @classmethod
    def of(cls, pages: Sequence[RawPage]) -> Typography:
        sizes: Counter[float] = Counter()
        for page in pages:
            for line in page.lines:
                sizes[round(line.size, 1)] += line.end - line.start
        size = sizes.most_common(1)[0][0] if sizes else 10.0
        steps = Counter(
            round(b.box.top - a.box.top, 1)
            for page in pages
            for a, b in zip(page.lines, page.lines[1:], strict=False)
            if abs(a.size - size) < 0.05 * size and 0.8 * size < b.box.top - a.box.top < 2.5 * size
        )
        return cls(size, _usual_step(steps) if steps else 1.25 * size)


def _usual_step(steps: Counter[float]) -> float:
    """The smallest distance that is common: text set with wider lines has more paragraphs, not a wider pitch."""
    most = max(steps.values())
    return min(step for step, count in steps.items() if 4 * count >= most)


@dataclass(frozen=True, slots=True)
class NoteNumbers:
    """Where the numbering of a document's footnotes stands: the ``expected`` next one, and the text that may carry its mark."""

    expected: int
    nearby: tuple[str, ...]

    def marked(self, number: int) -> bool:
        """Whether the text carries the note's mark, glued to a word or after its sentence."""
        mark = re.compile(rf"(?<=[a-zà-ÿ)».,;:!?%”’]){number}(?!\d)|[.;:] {number}$")
        return any(mark.search(text) for text in self.nearby)


def without_footnotes(
    page: RawPage, lines: Sequence[RawLine], typography: Typography, numbers: NoteNumbers
) -> tuple[list[RawLine], list[Group]]:
    """The lines of running text, and the footnotes.

    A footnote that stands in the middle of the text order is taken out, so that the text before and after it meet.
    """
    notes: list[Group] = []
    body: list[RawLine] = []
    current: list[RawLine] = []
    label = ""
    numbered_list = _ListNumbers()
    for line in lines:
        number = _leading_number(page, line)
        if _is_note(page, line, typography, numbers, numbered_list.continues(number)):
            notes += _note(current, label)
            current, label = [line], str(number)
            numbers = replace(numbers, expected=number + 1)
        elif current and _note_goes_on(page, current[-1], line, typography):
            current.append(line)
        else:
            notes += _note(current, label)
            current = []
            numbered_list.see(page, line)
            body.append(line)
    return body, [*notes, *_note(current, label)]


def running_text(page: RawPage, lines: Sequence[RawLine], typography: Typography) -> list[Group]:
    """Headings, paragraphs and list items, in order."""
    return _Grouper(page, typography).groups(lines)


# --- footnotes


def _note(lines: Sequence[RawLine], label: str) -> list[Group]:
    return [Group(BlockKind.FOOTNOTE, tuple(lines), label)] if lines else []


@dataclass
class _ListNumbers:
    """Follows numbered lists, whose items look like footnotes ('1 Het introduceren van …')."""

    next_item: int = 0
    _led_in: bool = field(default=False)

    def see(self, page: RawPage, line: RawLine) -> None:
        number = _leading_number(page, line)
        if self.continues(number):
            self.next_item = number + 1
        self._led_in = page.text(line).rstrip().endswith(":")

    def continues(self, number: int) -> bool:
        return bool(number) and ((number == 1 and self._led_in) or number == self.next_item)


def _leading_number(page: RawPage, line: RawLine) -> int:
    first = _word(page, line.words[0])
    return int(first) if _BARE_NUMBER.fullmatch(first) and len(line.words) > 1 else 0


def _is_note(page: RawPage, line: RawLine, typography: Typography, numbers: NoteNumbers, in_list: bool) -> bool:
    """Whether a footnote begins with this line."""
    number = _leading_number(page, line)
    if not number or not _starts_sentence(page, line.words[1]):
        return False
    if _word(page, line.words[1])[0].isdigit() and number != numbers.expected:
        return False  # '25 295, nr. 219' is the number of a dossier
    if line.size <= SMALL * typography.size:  # notes of a table start at 1 again
        return line.box.top > 0.3 * page.height and (number == 1 or number >= numbers.expected)
    if in_list or line.size > LARGE * typography.size:
        return False
    return number in (1, numbers.expected) and numbers.marked(number)


def _note_goes_on(page: RawPage, last: RawLine, line: RawLine, typography: Typography) -> bool:
    if abs(line.size - last.size) > 0.07 * typography.size:
        return False
    if line.size <= SMALL * typography.size:
        return True
    step = line.box.top - last.box.top
    if step < 0:  # the top of the next column
        return not _END.search(page.text(last))
    return step <= GAP * _pitch(last, typography)


def _pitch(line: RawLine, typography: Typography) -> float:
    return typography.pitch * line.size / typography.size


# --- running text


@dataclass
class _Grouper:
    page: RawPage
    typography: Typography
    _close_labels: frozenset[str] = frozenset()

    def groups(self, lines: Sequence[RawLine]) -> list[Group]:
        stretches = self._stretches(lines)
        labels = [_word(self.page, stretch[0].words[0]) for stretch in stretches]
        groups: list[Group] = []
        for index, stretch in enumerate(stretches):
            following = stretches[index + 1] if index + 1 < len(stretches) else ()
            close = labels[max(0, index - SIBLINGS) : index] + labels[index + 1 : index + 1 + SIBLINGS]
            self._close_labels = frozenset(close)
            groups += self._classify(stretch, following, groups)
        return groups

    def _stretches(self, lines: Sequence[RawLine]) -> list[tuple[RawLine, ...]]:
        """Lines cut wherever a new paragraph or list item begins."""
        stretches: list[list[RawLine]] = []
        for line in lines:
            if stretches and not self._begins(stretches[-1], line):
                stretches[-1].append(line)
            else:
                stretches.append([line])
        return [tuple(stretch) for stretch in stretches]

    def _begins(self, stretch: Sequence[RawLine], line: RawLine) -> bool:
        last = stretch[-1]
        text = self.page.text(last)
        step = line.box.top - last.box.top
        near = -0.5 * last.size <= step <= GAP * _pitch(last, self.typography)
        if self._is_item(line, text, near):
            return True
        if last.hyphen:
            return False
        if abs(line.size - last.size) > 0.07 * self.typography.size or line.bold != last.bold:
            return True
        if not near and _END.search(text):
            return True
        return _starts_upper(self.page, line.words[0]) and _broken_early(stretch, line)

    def _is_item(self, line: RawLine, before: str, near: bool) -> bool:
        first = _word(self.page, line.words[0])
        if len(line.words) < 2:
            return False
        fresh = not near or bool(_END.search(before))
        if _DASH.fullmatch(first):
            return fresh
        if _BULLET.fullmatch(first):
            return True
        if _NUMBERED.fullmatch(first):
            return fresh and _starts_sentence(self.page, line.words[1])
        return bool(_BARE_NUMBER.fullmatch(first)) and fresh and _starts_upper(self.page, line.words[1])

    def _classify(
        self, stretch: tuple[RawLine, ...], following: tuple[RawLine, ...], before: Sequence[Group]
    ) -> list[Group]:
        label = self._item_label(stretch, before)
        if label and not self._is_section(stretch, following, label):
            return [Group(BlockKind.LIST_ITEM, stretch, label)]
        head = self._heading_lines(stretch, following)
        if not head:
            return [Group(BlockKind.PARAGRAPH, stretch, continues=self._goes_on(before))]
        heading = Group(BlockKind.HEADING, stretch[:head], level=self._level(stretch[0], label))
        rest = stretch[head:]
        return [heading, *(self._classify(rest, following, [*before, heading]) if rest else ())]

    def _goes_on(self, before: Sequence[Group]) -> bool:
        last = before[-1] if before else None
        return bool(last and last.kind is BlockKind.PARAGRAPH and not _END.search(self.page.text(last.lines[-1])))

    def _item_label(self, stretch: Sequence[RawLine], before: Sequence[Group]) -> str:
        first = _word(self.page, stretch[0].words[0])
        if len(stretch[0].words) < 2:
            return ""
        if _BULLET.fullmatch(first) or _NUMBERED.fullmatch(first):
            return first
        if _BARE_NUMBER.fullmatch(first) and _starts_upper(self.page, stretch[0].words[1]):
            last = before[-1] if before else None
            led_in = bool(last and self.page.text(last.lines[-1]).rstrip().endswith(":"))
            follows = bool(last and last.label.isdigit() and int(first) == int(last.label) + 1)
            return first if led_in or follows else ""
        return ""

    def _is_section(self, stretch: Sequence[RawLine], following: Sequence[RawLine], label: str) -> bool:
        """Whether a numbered stretch is a section's title: short, without a full stop, and text follows it."""
        if not label[0].isdigit() or not following or len(stretch) > 3 or self._has_sibling(label):
            return False
        text = " ".join(self.page.text(line) for line in stretch)
        next_first = _word(self.page, following[0].words[0])
        follows_text = not _NUMBERED.fullmatch(next_first) and not _BULLET.fullmatch(next_first)
        return not _END.search(text) and len(text.split()) <= HEADING_WORDS and follows_text

    def _has_sibling(self, label: str) -> bool:
        number, tail = int(label.rstrip(".)")), label.lstrip("0123456789")
        return bool({f"{number - 1}{tail}", f"{number + 1}{tail}"} & self._close_labels)

    def _heading_lines(self, stretch: Sequence[RawLine], following: Sequence[RawLine]) -> int:
        """How many lines at the start are a heading; nothing in between counts, a heading stands alone or leads text."""
        first = stretch[0]
        if first.bold and not (following and following[0].bold) or first.size >= LARGE * self.typography.size:
            all_head = all(line.bold == first.bold and line.size >= 0.95 * first.size for line in stretch)
            if all_head and sum(len(line.words) for line in stretch) <= 2 * HEADING_WORDS:
                return len(stretch)
        capitals = self._capital_lines(stretch)
        if capitals:
            return capitals
        near = (*stretch, *following)[:NEIGHBOURS]
        width = max(line.box.right for line in near if abs(line.box.left - first.box.left) < first.size)
        count = 0
        for line, after in zip(stretch, (*stretch[1:], *following[:1]), strict=False):
            if not self._stands_short(line, after, width):
                break
            count += 1
            if self._opens(after) and self._is_title(stretch[:count]):
                rest = stretch[count:]
                if not rest or not self._stands_short(rest[0], (*rest[1:], *following, rest[0])[0], width):
                    return count
        return 0

    def _opens(self, line: RawLine) -> bool:
        """Whether a sentence or a list item can begin with this line."""
        return _starts_upper(self.page, line.words[0]) or bool(_BULLET.fullmatch(_word(self.page, line.words[0])))

    def _capital_lines(self, stretch: Sequence[RawLine]) -> int:
        """How many lines at the start are set in capitals, if they are more than an acronym."""
        count = 0
        while count < len(stretch) and self.page.text(stretch[count]).isupper():
            count += 1
        return count if sum(len(line.words) for line in stretch[:count]) > 1 else 0

    def _stands_short(self, line: RawLine, after: RawLine, right: float) -> bool:
        return line.box.right + 0.3 * line.size + after.words[0].box.width < right - line.size

    def _is_title(self, lines: Sequence[RawLine]) -> bool:
        text = " ".join(self.page.text(line) for line in lines)
        words = text.split()
        if len(words) > HEADING_WORDS or not _STARTS_SENTENCE.match(text) or text.endswith((",", ";", "-")):
            return False
        if _SENTENCE_END.search(text) and not text.endswith("?"):
            return len(words) <= SHORT_SENTENCE
        return not any(_BULLET.fullmatch(_word(self.page, line.words[0])) for line in lines)

    def _level(self, line: RawLine, label: str) -> int:
        if label or _SECTION_NUMBER.fullmatch(_word(self.page, line.words[0])):
            return 3
        large = line.size >= LARGE * self.typography.size
        return 1 if large or line.box.top < TOP_OF_PAGE * self.page.height else 2


def _broken_early(stretch: Sequence[RawLine], line: RawLine) -> bool:
    """Whether the stretch's last line ends though the next word would have fitted."""
    lines = [each for each in (*stretch[-NEIGHBOURS:], line) if abs(each.box.left - line.box.left) < line.size]
    right = max(each.box.right for each in lines)
    return stretch[-1].box.right + 0.3 * line.size + line.words[0].box.width < right


def _word(page: RawPage, word: RawWord) -> str:
    return page.chars[word.start : word.end]


def _starts_upper(page: RawPage, word: RawWord) -> bool:
    text = _word(page, word).lstrip("(«\"'“‘[")
    return text[:1].isupper() or text[:1].isdigit() or not text


def _starts_sentence(page: RawPage, word: RawWord) -> bool:
    text = _word(page, word).lstrip("(«\"'“‘[#")
    return text[:1].isupper() or text[:1].isdigit() or _word(page, word)[:1] in "€#" or text.startswith("http")
