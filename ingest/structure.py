"""What the lines of running text are: headings, paragraphs and list items.

Fonts help where a document uses them, but many set headings in the type of the text. So the shape of the text
decides: where a line ends though the next word would have fitted, someone broke it on purpose.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from assistant.domain.documents import BlockKind
from ingest.clean_text import PLAIN_BULLETS
from ingest.layout import Box, RawLine, RawPage
from ingest.text_lines import (
    BARE_NUMBER,
    BULLET,
    CODE,
    END,
    NEIGHBOURS,
    NUMBERED,
    SECTION_NUMBER,
    TextLine,
    begins_item,
    broken_early,
    leads_items,
    room_for,
    starts_upper,
)
from ingest.typography import Typography

GAP = 1.25  # times the usual distance of two lines: a wider one ends a paragraph
HEADING_WORDS = 14
TITLE_WORDS = 3 * HEADING_WORDS  # of a heading that its type sets apart
SHORT_HEADING_WORDS = 8
SHORT_SENTENCE = 5  # words: a title may end in a full stop or a colon, a sentence this short seldom stands alone
SIBLINGS = 3  # paragraphs: numbers closer together than this number a list, not sections
TOP_OF_PAGE = 0.2  # of its height: where the title of a slide or of the document stands

_SENTENCE_END = re.compile(r"[.!?…][)”’»\"']*(?:\s?\d{1,2})?$")
_STARTS_TITLE = re.compile(r"[A-ZÀ-Þ\d(«\"'“‘#€h]")


@dataclass(frozen=True, slots=True)
class Group:
    """Lines that belong together. ``continues`` says that the group goes on from the paragraph before it."""

    kind: BlockKind
    lines: tuple[RawLine, ...]
    label: str = ""
    level: int = 0
    continues: bool = False


_Stretch = tuple[TextLine, ...]


def running_text(
    page: RawPage, lines: Sequence[RawLine], typography: Typography, *, leads_table: bool = False
) -> list[Group]:
    """Headings, paragraphs and list items, in order; ``leads_table`` says that a table comes next."""
    return _Grouper(page, typography, leads_table).groups([TextLine.of(page, line) for line in lines])


@dataclass
class _Grouper:
    page: RawPage
    typography: Typography
    leads_table: bool
    _close_labels: frozenset[str] = frozenset()

    def groups(self, lines: Sequence[TextLine]) -> list[Group]:
        stretches = self._stretches(lines)
        labels = [stretch[0].first for stretch in stretches]
        groups: list[Group] = []
        for index, stretch in enumerate(stretches):
            following = stretches[index + 1] if index + 1 < len(stretches) else ()
            close = labels[max(0, index - SIBLINGS) : index] + labels[index + 1 : index + 1 + SIBLINGS]
            self._close_labels = frozenset(close)
            groups += self._classify(stretch, following, groups)
        return groups

    # --- where a paragraph, heading or list item begins

    def _stretches(self, lines: Sequence[TextLine]) -> list[_Stretch]:
        stretches: list[list[TextLine]] = []
        for index, line in enumerate(lines):
            after = lines[index + 1] if index + 1 < len(lines) else None
            if stretches and not self._begins(stretches[-1], line, after):
                stretches[-1].append(line)
            else:
                stretches.append([line])
        return [tuple(stretch) for stretch in stretches]

    def _begins(self, stretch: Sequence[TextLine], line: TextLine, after: TextLine | None) -> bool:
        last = stretch[-1]
        step = line.raw.box.top - last.raw.box.top
        near = -0.5 * last.raw.size <= step <= GAP * self.typography.pitch_of(last.raw)
        if last.contents or begins_item(line, last, near):
            return True
        if last.raw.hyphen:
            return False
        if not self.typography.same(line.raw.size, last.raw.size):
            return True
        if self.typography.bold(line.raw) != self.typography.bold(last.raw):
            return True
        if last.goes_on:
            return False
        if last.ends and (not near or leads_items(line, after)):
            return True
        return line.upper and broken_early(stretch, line)

    # --- what it is

    def _classify(self, stretch: _Stretch, following: _Stretch, before: Sequence[Group]) -> list[Group]:
        lines = tuple(line.raw for line in stretch)
        label = self._item_label(stretch, before)
        is_section = bool(label) and self._is_section(stretch, following, label)
        label = _shown(label)
        if stretch[-1].contents or (label and not is_section):
            return [Group(BlockKind.LIST_ITEM, lines, label)]
        head = len(stretch) if is_section else self._heading_lines(stretch, following, before)
        if not head:
            return [Group(BlockKind.PARAGRAPH, lines, continues=self._continues(stretch, before))]
        heading = Group(BlockKind.HEADING, lines[:head], level=self._level(stretch[0], label))
        rest = stretch[head:]
        return [heading, *(self._classify(rest, following, [*before, heading]) if rest else ())]

    def _continues(self, stretch: _Stretch, before: Sequence[Group]) -> bool:
        if not before or before[-1].kind is not BlockKind.PARAGRAPH:
            return False
        last, first = before[-1].lines[-1], stretch[0].raw
        if END.search(self.page.text(last)) or not self.typography.same(last.size, first.size):
            return False
        return not stretch[0].upper or not broken_early(
            [TextLine.of(self.page, line) for line in before[-1].lines], stretch[0]
        )

    def _item_label(self, stretch: _Stretch, before: Sequence[Group]) -> str:
        line = stretch[0]
        if not line.second:
            return ""
        if BULLET.match(line.first) or NUMBERED.match(line.first) or CODE.match(line.first):
            return line.first
        if line.contents:
            return line.first if SECTION_NUMBER.match(line.first) else ""
        if BARE_NUMBER.match(line.first) and starts_upper(line.second):
            last = before[-1] if before else None
            led_in = bool(last and self.page.text(last.lines[-1]).endswith(":"))
            follows = bool(last and last.label.isdigit() and int(line.first) == int(last.label) + 1)
            return line.first if led_in or follows else ""
        return ""

    def _is_section(self, stretch: _Stretch, following: _Stretch, label: str) -> bool:
        """Whether a numbered stretch is a section's title: short, without a full stop, and text follows it."""
        if self._is_set_apart(stretch, following) and stretch[0].wordy and not BULLET.match(label):
            return True
        mark = label.strip("().")
        most = (3, HEADING_WORDS) if mark.isdigit() else (1, SHORT_HEADING_WORDS)
        if not following or len(stretch) > most[0] or not (mark.isdigit() or (len(mark) == 1 and mark.isalpha())):
            return False
        if self._has_sibling(label) or stretch[-1].ends or sum(len(line.raw.words) for line in stretch) > most[1]:
            return False
        return starts_upper(stretch[0].second) and self._is_text_below(following, mark.isdigit())

    def _is_text_below(self, following: _Stretch, numbered: bool) -> bool:
        """Whether what follows a title is text, or the lettered title of the first part of a numbered section."""
        first = following[0].first
        if NUMBERED.match(first):
            return numbered and first.startswith("a") and len(following) == 1 and not following[0].ends
        return not BULLET.match(first)

    def _has_sibling(self, label: str) -> bool:
        mark = label.strip("().")
        if mark.isdigit():
            others = {str(int(mark) - 1), str(int(mark) + 1)}
        else:
            others = {chr(ord(mark[0]) - 1), chr(ord(mark[0]) + 1)}
        return any(label.replace(mark, other) in self._close_labels for other in others)

    def _heading_lines(self, stretch: _Stretch, following: _Stretch, before: Sequence[Group]) -> int:
        """How many lines at the start are a heading; a heading stands alone or leads text."""
        first = stretch[0].raw
        if self.typography.small(first) or not any(line.wordy for line in stretch):
            return 0
        if self._is_set_apart(stretch, following):
            return len(stretch)
        capitals = _capital_lines(stretch)
        if capitals:
            return capitals
        if (not following and self.leads_table) or self._is_slide_top(stretch, following):
            short = len(stretch) == 1 and len(first.words) <= SHORT_HEADING_WORDS and not stretch[0].ends
            return 1 if short and _is_title(stretch) else 0
        return _short_lines(stretch, following, [line.box for group in before for line in group.lines][-NEIGHBOURS:])

    def _is_slide_top(self, stretch: _Stretch, following: _Stretch) -> bool:
        """Whether it stands alone at the top of a page that is wider than high, with other columns beside or below."""
        box = stretch[-1].raw.box
        if self.page.width < self.page.height or box.bottom > TOP_OF_PAGE * self.page.height:
            return False
        return bool(following) and abs(following[0].raw.box.left - box.left) > stretch[0].raw.size

    def _is_set_apart(self, stretch: _Stretch, following: _Stretch) -> bool:
        """Whether all its lines are bold where the text is not, or in larger type."""
        first = stretch[0].raw
        bold = self.typography.bold(first) and not (following and following[0].raw.bold)
        if not bold and not self.typography.large(first):
            return False
        if sum(len(line.raw.words) for line in stretch) > TITLE_WORDS:
            return False
        return all(line.raw.bold == first.bold and line.raw.size >= 0.95 * first.size for line in stretch)

    def _level(self, line: TextLine, label: str) -> int:
        """Large type by its size; then titles in the type of the text; then numbered ones by their parts."""
        plain = self.typography.plain_level
        if label or (SECTION_NUMBER.match(line.first) and line.second[:1].isupper()):
            numbers: list[str] = re.findall(r"\w+", label or line.first)
            return plain + len(numbers) + numbers[0].isalpha()
        if self.typography.large(line.raw):
            return self.typography.rank(line.raw)
        is_top = line.raw.box.top < TOP_OF_PAGE * self.page.height
        is_title = is_top and (self.page.number == 1 or self.page.width > self.page.height)
        return 1 if is_title else plain


def _short_lines(stretch: _Stretch, following: _Stretch, before: Sequence[Box]) -> int:
    """How many lines at the start stand short and make a title, which the next line does not go on from."""
    width = _width(stretch, following, before) - stretch[0].raw.size
    lines = (*stretch, *following[:1])
    for count in range(1, len(lines)):
        line, after = lines[count - 1], lines[count]
        if line.raw.box.right + room_for(after) >= width:
            return 0
        opens = after.upper or bool(BULLET.match(after.first))
        if opens and _is_title(stretch[:count]) and not _stands_short(stretch[count:], following, width):
            return count
    return 0


def _width(stretch: _Stretch, following: _Stretch, before: Sequence[Box]) -> float:
    """How far lines reach in the column of a stretch: those that follow it tell, or else those before it.

    Where a colon leads to what follows, a short line is seldom a title, and only its own column tells.
    """
    first = stretch[0].raw
    below = [line.raw.box for line in (*stretch, *following)[:NEIGHBOURS]]
    for near in (below, [*below, *before]):
        rights = [box.right for box in near if abs(box.left - first.box.left) < first.size]
        if len(rights) > len(stretch) or stretch[-1].text.endswith(":"):
            break
    return max(rights)


def _stands_short(rest: _Stretch, following: _Stretch, width: float) -> bool:
    """Whether the text after a title begins with a short line too: then these are lines of verse or of an address."""
    if not rest:
        return False
    after = (*rest[1:], *following, rest[0])[0]
    return rest[0].raw.box.right + room_for(after) < width


def _is_title(lines: Sequence[TextLine]) -> bool:
    words = sum(len(line.raw.words) for line in lines)
    text = lines[-1].text
    if words > HEADING_WORDS or not _STARTS_TITLE.match(lines[0].text) or text.endswith((";", "-")):
        return False
    if any(line.text.endswith(",") for line in lines):
        return False
    if text.endswith(":"):
        return len(lines[-1].raw.words) <= SHORT_SENTENCE
    if _SENTENCE_END.search(text) and not text.endswith("?"):
        return words <= SHORT_SENTENCE
    return not any(BULLET.match(line.first) for line in lines)


def _capital_lines(stretch: _Stretch) -> int:
    """How many lines at the start are set in capitals, if they are more than an acronym."""
    count = 0
    while count < len(stretch) and stretch[count].text.isupper():
        count += 1
    return count if sum(len(line.raw.words) for line in stretch[:count]) > 1 else 0


def _shown(label: str) -> str:
    """A bullet of a symbol font as the text shows it."""
    return PLAIN_BULLETS.get(label, label)
