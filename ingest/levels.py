"""Words of a page at one height, wherever the file has them: lines as they are seen."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from statistics import median

from ingest.cells import SPACE, PlacedWord
from ingest.layout import Box, RawPage, RawWord

SMALL = 0.85  # of the size of the type around it: the type of notes and their marks
THIN = 3.0  # points: a box no higher or wider than this is a rule
WIDE = 0.6  # of a table's width: a rule or colour behind a row is at least as wide


@dataclass(frozen=True, slots=True)
class Level:
    """Words at one height, from left to right, with the line of the file that each stands on."""

    words: tuple[PlacedWord, ...]

    @property
    def box(self) -> Box:
        words = [word for _, word in self.words]
        return Box(
            words[0].left,
            min(word.top for word in words),
            max(word.right for word in words),
            max(word.bottom for word in words),
        )

    @property
    def size(self) -> float:
        return max(word.size for _, word in self.words)

    @property
    def bold(self) -> bool:
        return all(line.bold for line, _ in self.words)

    def runs(self) -> list[list[RawWord]]:
        """Stretches of words no further apart than words of a text are."""
        runs: list[list[RawWord]] = []
        for _, word in self.words:
            if runs and word.left - runs[-1][-1].right < SPACE * word.size:
                runs[-1].append(word)
            else:
                runs.append([word])
        return runs

    def crosses(self, x: float) -> bool:
        """Whether its text runs across ``x``."""
        return any(run[0].left < x < run[-1].right for run in self.runs())

    def begins_at(self, x: float, within: float) -> bool:
        """Whether a word begins at ``x`` or right behind it."""
        return any(x <= word.left < x + within for _, word in self.words)


def levels_of(page: RawPage, taken: Sequence[Box]) -> list[Level]:
    words = [
        (line, word)
        for line in page.lines
        for word in line.words
        if not any(box.contains(word.centre) for box in taken)
    ]
    if not words:
        return []
    usual = median(word.size for _, word in words)
    levels = at_one_height([pair for pair in words if pair[1].size >= SMALL * usual])
    reaches = [(min(word.top for _, word in level), max(word.bottom for _, word in level)) for level in levels]
    loose: list[PlacedWord] = []
    for pair in words:
        if pair[1].size < SMALL * usual:
            height = pair[1].centre[1]
            near = (level for level, (top, bottom) in zip(levels, reaches, strict=True) if top <= height <= bottom)
            beside = next((level for level in near if _is_mark(pair[1], level)), None)
            (loose if beside is None else beside).append(pair)
    levels += at_one_height(loose)
    found = [Level(tuple(sorted(level, key=lambda pair: pair[1].left))) for level in levels]
    return sorted(found, key=lambda level: level.box.top)


def at_one_height(words: Sequence[PlacedWord]) -> list[list[PlacedWord]]:
    levels: list[list[PlacedWord]] = []
    for pair in sorted(words, key=lambda pair: pair[1].centre[1]):
        last = levels[-1][-1][1] if levels else None
        if last and pair[1].centre[1] - last.centre[1] < pair[1].size / 4:
            levels[-1].append(pair)
        else:
            levels.append([pair])
    return levels


def _is_mark(word: RawWord, level: Sequence[PlacedWord]) -> bool:
    """Whether a small word stands at the end of one of a line: a footnote mark."""
    return any(
        each.top <= word.centre[1] <= each.bottom and abs(word.left - each.right) < each.size for _, each in level
    )


def separators(page: RawPage, box: Box) -> list[float]:
    """The heights of level rules and of the edges of colour that lie behind most of the width."""
    reaches: dict[int, list[float]] = {}
    for rule in page.rules:
        reach = min(rule.right, box.right) - max(rule.left, box.left)
        if reach <= 0 or rule.height > page.height / 2 or rule.width <= THIN:
            continue
        for place in [rule.centre[1]] if rule.height <= THIN else [rule.top, rule.bottom]:
            reaches.setdefault(round(place), []).append(reach)
    return [float(place) for place, parts in sorted(reaches.items()) if sum(parts) >= WIDE * box.width]


def text_of(page: RawPage, words: Sequence[RawWord]) -> str:
    whole = ""
    for word in words:
        text = page.word(word)
        broken = whole.endswith(("-", "\x02"))
        whole = whole[:-1] + text if broken else f"{whole} {text}".strip()
    return whole
