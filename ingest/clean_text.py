"""Clean text built from raw characters, with the way back.

Each piece that is added remembers which raw characters it came from, so that a quotation in clean text leads to boxes
on the page. What is added by us (a space between two lines) leads nowhere.
"""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_right
from collections.abc import Sequence

from assistant.domain.documents import Run

PLAIN_BULLETS = {"\uf0b7": "•", "\uf0a7": "▪", "\uf0d8": "▪", "\uf076": "▪", "\uf06e": "▪", "\uf0fc": "▪"}
_INVISIBLE = "\u00ad\u200b\u200c\u200d\u2060\ufeff\x02"
_LIGATURES = "ﬀﬁﬂﬃﬄﬅﬆĳĲ"
_PRINTERS_SIGN = re.compile(f"[A-Za-z][\u0300-\u036f]+|[{_LIGATURES}{_INVISIBLE}{''.join(PLAIN_BULLETS)}]")


class CleanText:
    """Text under construction; ``length`` is where the next piece will stand."""

    def __init__(self) -> None:
        self._pieces: list[str] = []
        self._runs: list[Run] = []
        self.length = 0

    def add(self, text: str) -> None:
        """Text of our own, such as a space or a line end."""
        self._pieces.append(text)
        self.length += len(text)

    def copy(self, chars: str, start: int, end: int) -> None:
        """The raw characters from ``start`` to ``end``, spelt without ligatures and invisible signs."""
        piece = chars[start:end]
        if piece.isascii() and "\x02" not in piece:
            self._append(piece, start)
            return
        for match in _PRINTERS_SIGN.finditer(chars, start, end):
            self._append(chars[start : match.start()], start)
            for char in _plain(match[0]):
                self._append(char, match.start())
            start = match.end()
        self._append(chars[start:end], start)

    def _append(self, text: str, raw: int) -> None:
        if not text:
            return
        last = self._runs[-1] if self._runs else None
        if last and last.clean + last.length == self.length and last.raw + last.length == raw:
            self._runs[-1] = Run(last.clean, last.raw, last.length + len(text))
        else:
            self._runs.append(Run(self.length, raw, len(text)))
        self._pieces.append(text)
        self.length += len(text)

    def place(self, raw: int) -> int:
        """Where a raw character that was copied stands, the last time it was."""
        for run in reversed(self._runs):
            if run.raw <= raw < run.raw + run.length:
                return run.clean + raw - run.raw
        raise ValueError(f"raw character {raw} was not copied")

    @property
    def text(self) -> str:
        return "".join(self._pieces)

    @property
    def runs(self) -> tuple[Run, ...]:
        return tuple(self._runs)


def _plain(sign: str) -> str:
    if sign in _INVISIBLE:
        return ""
    return PLAIN_BULLETS.get(sign) or unicodedata.normalize("NFKC", sign)


def raw_indices(runs: Sequence[Run], start: int, end: int) -> list[int]:
    """The raw indices behind the clean characters from ``start`` to ``end``, in clean order, without our additions."""
    indices: list[int] = []
    first = max(0, bisect_right(runs, start, key=lambda run: run.clean) - 1)
    for run in runs[first:]:
        if run.clean >= end:
            break
        low, high = max(start, run.clean), min(end, run.clean + run.length)
        indices.extend(run.raw + position - run.clean for position in range(low, high))
    return indices
