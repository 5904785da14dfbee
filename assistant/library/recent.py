"""Passages that searches found lately, kept in memory while the library does not change."""

from __future__ import annotations

import threading
from collections import OrderedDict
from collections.abc import Sequence

from assistant.domain.passages import Passage
from assistant.library.library import Library

MOST_PASSAGES = 4096  # some 3 kB each; a search looks at about a hundred


class RecentPassages:
    """Safe to use from several threads.

    What is kept belongs to one count of the library's changes. A passage may be read just after the library went on to
    the next count: whoever asks must see the same count before and after, or ask again.
    """

    def __init__(self, library: Library, most: int = MOST_PASSAGES) -> None:
        self._library = library
        self._most = most
        self._lock = threading.Lock()
        self._changes = -1
        self._kept: OrderedDict[str, Passage] = OrderedDict()

    def passages(self, ids: Sequence[str], changes: int) -> dict[str, Passage]:
        """Those of these ids that the library knows, at this count of its changes."""
        found = self._recall(ids, changes)
        missing = [each for each in ids if each not in found]
        if missing:
            read = self._library.passages(missing)
            self._keep(read, changes)
            found |= read
        return found

    def _recall(self, ids: Sequence[str], changes: int) -> dict[str, Passage]:
        with self._lock:
            if changes != self._changes:
                self._kept.clear()
                self._changes = changes
            found = {each: self._kept[each] for each in ids if each in self._kept}
            for each in found:
                self._kept.move_to_end(each)
            return found

    def _keep(self, read: dict[str, Passage], changes: int) -> None:
        with self._lock:
            if changes != self._changes:
                return
            self._kept.update(read)
            while len(self._kept) > self._most:
                self._kept.popitem(last=False)
