"""What answering needs of the library, kept while the library does not change."""

from __future__ import annotations

from dataclasses import replace

import pytest

from assistant import shelf as shelves
from assistant.domain.answers import UnreadablePage
from assistant.domain.documents import Origin, Page
from assistant.domain.errors import UnknownDocument
from assistant.library.library import Library
from assistant.shelf import LibraryShelf
from assistant.testing import make_document


def put(library: Library, version: str, *pages: str, id: str = "doc") -> None:  # noqa: A002
    library.put(make_document(version, id, pages), [])


def test_a_page_is_looked_up_once_while_nothing_changes() -> None:
    library = Library()
    put(library, "v1", "Een.", "Twee.")
    shelf = LibraryShelf(library)
    assert shelf.page("doc", 2).page.text == "Twee."
    assert shelf.page("doc", 2) is shelf.page("doc", 2)


def test_a_change_is_seen_at_the_next_look() -> None:
    library = Library()
    put(library, "v1", "Een.")
    shelf = LibraryShelf(library)
    assert shelf.page("doc", 1).page.text == "Een."
    put(library, "v2", "Nieuw.")
    put(library, "v3", "Ander.", id="ander")
    assert shelf.page("doc", 1).page.text == "Nieuw."
    assert shelf.searched().documents == ("ander", "doc")
    library.remove("doc")
    assert list(shelf.known()) == ["ander"]
    with pytest.raises(UnknownDocument):
        shelf.page("doc", 1)


def test_a_document_is_known_by_its_title_and_whose_words_it_holds() -> None:
    library = Library()
    put(library, "v1", "Een.")
    known = LibraryShelf(library).known()["doc"]
    assert (known.title, known.origin) == ("Titel van doc", Origin.ORIGINAL)


def test_pages_that_could_not_be_read_are_among_what_was_searched() -> None:
    library = Library()
    library.put(replace(make_document(), pages=(Page(1, "", problem="een beeld"),)), [])
    assert LibraryShelf(library).searched().unreadable == (UnreadablePage("doc", 1, "een beeld"),)


def test_no_more_pages_are_kept_than_there_is_room_for(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(shelves, "MOST_PAGES", 2)
    library = Library()
    put(library, "v1", "Een.", "Twee.", "Drie.")
    shelf = LibraryShelf(library)
    first = shelf.page("doc", 1)
    shelf.page("doc", 2)
    assert shelf.page("doc", 1) is first  # and is the last used now
    shelf.page("doc", 3)
    assert shelf.page("doc", 1) is first
