"""The digest of an original leads to its pages, and is never shown in its place."""

from __future__ import annotations

from pathlib import Path

import pytest

from assistant.domain.documents import Source
from assistant.library.library import Library
from ingest.catalogue import Catalogue
from ingest.recognition import Original
from tests.acceptance.program import Program

OWN_WORDS = "De raad stelt middelen beschikbaar voor harmonieorkesten."
DIGEST = "<!-- pagina 1 -->\n## Fanfares\n\nEr komt subsidie voor muziekverenigingen.\n"
ASKED = "Komt er subsidie voor muziekverenigingen?"


@pytest.fixture
def digest(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Of the one source of a corpus; who writes to it changes the digest."""
    path = tmp_path / "corpus" / "digests" / "nota-7.md"
    path.parent.mkdir(parents=True)
    path.write_text(DIGEST, encoding="utf-8")
    catalogue = Catalogue(tmp_path / "corpus", (Original(Source("nota-7", "Nota over muziek"), 1),))
    monkeypatch.setattr("assistant.bootstrap.load_catalogue", lambda: catalogue)
    return path


@pytest.fixture
def original(tmp_path: Path, digest: Path) -> Path:
    path = tmp_path / "nota-7.txt"
    path.write_text(OWN_WORDS, encoding="utf-8")
    return path


def outcomes(program: Program, *targets: str | Path) -> list[str]:
    return [line["outcome"] for line in program("ingest", *targets, "--json").lines]


def found(program: Program, question: str) -> list[tuple[str, str]]:
    """The document and the text of each hit."""
    (reply,) = program("search", question, "--json").lines
    return [(hit["document"], hit["text"]) for hit in reply["hits"]]


def said(program: Program) -> list[str]:
    """What the library knows of the digest."""
    library = Library(program.data / "library.sqlite")
    told = [passage.digest for passage in library.passages_of("nota-7")]
    library.close()
    return told


def test_an_original_is_found_by_the_words_of_its_digest_and_shows_its_own(program: Program, original: Path) -> None:
    assert outcomes(program) == ["added"]
    assert outcomes(program, original) == ["replaced"]
    assert found(program, ASKED) == [("nota-7", OWN_WORDS)]
    assert "muziekverenigingen" not in program("ask", ASKED, "--json").out.replace(ASKED, "")
    assert program.is_whole()


def test_an_original_is_read_anew_when_its_digest_changes(program: Program, original: Path, digest: Path) -> None:
    assert outcomes(program, original) == ["added"]
    assert outcomes(program) == ["unchanged"]
    original.unlink()  # the copy that is kept will do
    digest.write_text("<!-- pagina 1 -->\nEr komen toelagen voor blaaskapellen.\n", encoding="utf-8")
    assert "nota-7" in program("status").out
    assert outcomes(program) == ["replaced"]
    assert outcomes(program) == ["unchanged"]
    assert found(program, "toelagen voor blaaskapellen") == [("nota-7", OWN_WORDS)]
    assert said(program) == ["Er komen toelagen voor blaaskapellen."]
    assert program.documents()["nota-7"]["filename"] == "nota-7.txt"
    assert program.is_whole()


def test_a_removed_original_leaves_nothing_of_its_digest(program: Program, original: Path) -> None:
    outcomes(program, original)
    program("remove", "nota-7")
    assert said(program) == []
    assert program.is_whole()
