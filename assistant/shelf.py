"""What answering needs of the library, kept in memory while the library does not change."""

from __future__ import annotations

import threading
from collections import OrderedDict
from collections.abc import Sequence
from dataclasses import dataclass, field

from assistant.answering.page_view import PageView
from assistant.answering.positions_sides import Issued
from assistant.answering.service import KnownDocument
from assistant.domain.answers import Searched
from assistant.domain.passages import Passage
from assistant.domain.reports import unreadable_pages
from assistant.library.library import Library

MOST_PAGES = 512  # pages kept; a page with its sentences takes some 50 kB


@dataclass
class _Memory:
    """What was read at one count of the library's changes."""

    changes: int
    known: dict[str, KnownDocument]
    searched: Searched
    rows: tuple[Passage, ...]
    issued: tuple[Issued, ...]
    pages: OrderedDict[tuple[str, int], PageView] = field(default_factory=OrderedDict)


class LibraryShelf:
    """Safe to use from several threads; sees what other processes change at the next question."""

    def __init__(self, library: Library) -> None:
        self._library = library
        self._lock = threading.Lock()
        self._memory: _Memory | None = None

    def page(self, document: str, number: int) -> PageView:
        """Raises ``UnknownDocument``."""
        memory = self._current()
        key = (document, number)
        with self._lock:
            if view := memory.pages.get(key):
                memory.pages.move_to_end(key)
                return view
        view = PageView(document, self._library.page(document, number))
        with self._lock:
            memory.pages[key] = view
            while len(memory.pages) > MOST_PAGES:
                memory.pages.popitem(last=False)
        return view

    def known(self) -> dict[str, KnownDocument]:
        return self._current().known

    def searched(self) -> Searched:
        return self._current().searched

    def agenda_rows(self) -> Sequence[Passage]:
        return self._current().rows

    def issued(self) -> Sequence[Issued]:
        """The documents with what a question may call them; the same object while nothing changed."""
        return self._current().issued

    def _current(self) -> _Memory:
        changes = self._library.changes()
        with self._lock:
            if self._memory and self._memory.changes == changes:
                return self._memory
        memory = self._read(changes)
        with self._lock:
            self._memory = memory
        return memory

    def _read(self, changes: int) -> _Memory:
        documents = self._library.documents()
        return _Memory(
            changes=changes,
            known={document.id: KnownDocument(document.title, document.origin) for document in documents},
            searched=Searched(tuple(sorted(document.id for document in documents)), unreadable_pages(documents)),
            rows=self._library.table_rows(),
            issued=tuple(
                Issued(each.id, each.title, each.kind, each.publishers, each.aliases)
                for each in sorted(self._library.sources().values(), key=lambda each: each.id)
            ),
        )
