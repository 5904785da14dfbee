"""What documents hold of positions and parties, read once for all who ask."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from assistant.agenda.party_mentions import PartyMentions
from assistant.domain.positions import Views
from assistant.domain.stakeholders import NamedAt
from assistant.library.known_views import KnownViews
from assistant.library.library import Library
from assistant.positions.register import PositionRegister
from assistant.testing import make_document
from ingest.stakeholders import load_stakeholders
from ingest.themes import load_themes

Read = list[list[str]]  # the documents of each time that views were read


def put(library: Library, document: str, version: str) -> None:
    named = (NamedAt("unl", document, 1, 0, 3),)
    library.put(make_document(version, document, ["UNL."]), [], views=Views(document, version, named=named))


@pytest.fixture
def library() -> Library:
    library = Library()
    put(library, "a", "a-1")
    put(library, "b", "b-1")
    return library


@pytest.fixture
def read(library: Library, monkeypatch: pytest.MonkeyPatch) -> Read:
    found: Read = []
    views = library.views

    def noted(documents: Sequence[str]) -> tuple[Views, ...]:
        found.append(sorted(documents))
        return views(documents)

    monkeypatch.setattr(library, "views", noted)
    return found


def test_positions_and_places_of_names_are_read_together(library: Library, read: Read) -> None:
    known = KnownViews(library)
    register = PositionRegister(known, load_stakeholders, load_themes)
    mentions = PartyMentions(library, known, load_stakeholders)
    register.positions()
    assert mentions.documents(["unl"]) == {"unl": ("a", "b")}
    assert read == [["a", "b"]]


def test_a_changed_document_is_read_again_and_the_others_are_not(library: Library, read: Read) -> None:
    known = KnownViews(library)
    before = known.by_document()
    assert known.by_document() is before
    put(library, "a", "a-2")
    after = known.by_document()
    assert {id_: each.version for id_, each in after.items()} == {"a": "a-2", "b": "b-1"}
    assert after["b"] is before["b"]
    assert read == [["a", "b"], ["a"]]


def test_a_removed_document_is_known_no_more(library: Library) -> None:
    known = KnownViews(library)
    assert {*known.by_document()} == {"a", "b"}
    library.remove("b")
    assert {*known.by_document()} == {"a"}
