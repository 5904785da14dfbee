"""Passages found lately come from memory, until the library changes."""

from __future__ import annotations

from collections.abc import Sequence

from assistant.domain.passages import Passage
from assistant.library.library import Library
from assistant.library.recent import RecentPassages
from assistant.testing import make_document, make_passage


class CountingLibrary(Library):
    """Remembers which passages it was asked for."""

    def __init__(self) -> None:
        super().__init__()
        self.asked: list[tuple[str, ...]] = []

    def passages(self, ids: Sequence[str]) -> dict[str, Passage]:
        self.asked.append(tuple(ids))
        return super().passages(ids)


def filled(passages: int = 3, version: str = "v1") -> CountingLibrary:
    library = CountingLibrary()
    put(library, passages, version)
    return library


def put(library: Library, passages: int, version: str) -> None:
    library.put(make_document(version), [make_passage("Scholing.", number, version) for number in range(passages)])


FIRST, SECOND, THIRD = "v1:00000", "v1:00001", "v1:00002"


def test_a_passage_is_read_once() -> None:
    library = filled()
    recent = RecentPassages(library)
    first = recent.passages([FIRST, SECOND], 1)
    assert (
        recent.passages([FIRST, SECOND], 1)
        == first
        == {
            FIRST: make_passage("Scholing.", 0),
            SECOND: make_passage("Scholing.", 1),
        }
    )
    assert recent.passages([SECOND, THIRD], 1).keys() == {SECOND, THIRD}
    assert library.asked == [(FIRST, SECOND), (THIRD,)]


def test_all_is_read_anew_after_a_change() -> None:
    library = filled()
    recent = RecentPassages(library)
    recent.passages([FIRST], library.changes())
    put(library, 1, "v2")
    assert recent.passages([FIRST, "v2:00000"], library.changes()).keys() == {"v2:00000"}


def test_what_the_library_does_not_know_is_asked_again() -> None:
    library = filled(passages=1)
    recent = RecentPassages(library)
    assert recent.passages([SECOND], 1) == recent.passages([SECOND], 1) == {}
    assert library.asked == [(SECOND,), (SECOND,)]


def test_the_passage_that_was_not_asked_for_longest_is_forgotten() -> None:
    library = filled()
    recent = RecentPassages(library, most=2)
    for asked in (FIRST, SECOND, FIRST, THIRD, FIRST, SECOND):
        recent.passages([asked], 1)
    assert library.asked == [(FIRST,), (SECOND,), (THIRD,), (SECOND,)]
