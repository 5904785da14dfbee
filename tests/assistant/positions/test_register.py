"""The register of positions over a real library."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from pathlib import Path

import pytest

from assistant.domain.documents import Document, Origin, Source
from assistant.domain.errors import NoComparison, UnknownStakeholder, UnknownTheme, UsageError
from assistant.domain.positions import CellState, Position
from assistant.library.known_views import KnownViews
from assistant.library.library import Library
from assistant.positions.register import PositionRegister
from ingest.positions import read_views
from ingest.readers.page_builder import PageBuilder
from ingest.stakeholders import load_stakeholders
from ingest.themes import load_themes

PARTIES, THEMES = load_stakeholders(), load_themes()
PLEA = "Wij pleiten voor bekostiging van modules."
REPORT = "NRTO steunt een gelijk speelveld. DUO registreert microcredentials."


def paper(id_: str, *paragraphs: str, publishers: tuple[str, ...] = (), date: str = "", version: str = "1") -> Document:
    builder = PageBuilder(1)
    for text in paragraphs:
        builder.paragraph(text)
    source = Source(id_, f"Stuk {id_}", kind="position-paper", publishers=publishers, date=date)
    return Document(source, f"{id_}-{version}", Origin.ORIGINAL, f"{id_}.pdf", "test", (builder.page(),))


def put(library: Library, document: Document) -> None:
    library.put(document, [], views=read_views(document, PARTIES, THEMES))


@pytest.fixture
def library() -> Library:
    library = Library()
    put(library, paper("a", PLEA, publishers=("UNL",), date="2023"))
    put(library, paper("b", REPORT, date="2024"))
    return library


@pytest.fixture
def register(library: Library) -> PositionRegister:
    return PositionRegister(KnownViews(library), lambda: PARTIES, lambda: THEMES)


def texts(positions: tuple[Position, ...]) -> list[str]:
    return [each.text for each in positions]


def test_positions_come_back_from_the_library_as_they_were_read(library: Library, register: PositionRegister) -> None:
    read = read_views(library.document("a"), PARTIES, THEMES)
    assert register.positions("unl") == read.positions
    assert library.views(["a"]) == (read,)


def test_positions_are_asked_for_by_party_and_theme(register: PositionRegister) -> None:
    assert texts(register.positions()) == [PLEA, "NRTO steunt een gelijk speelveld."]
    assert texts(register.positions("NRTO")) == ["NRTO steunt een gelijk speelveld."]
    assert texts(register.positions("VSNU", "leerrechten")) == [PLEA]
    assert register.positions("unl", "microcredentials") == ()


def test_parties_are_compared_on_the_themes_asked_for(register: PositionRegister) -> None:
    comparison = register.compare(["unl", "DUO"], ["microcredentials", "Bekostiging en leerrechten"])
    assert [each.id for each in comparison.stakeholders] == ["unl", "duo"]
    assert [each.id for each in comparison.themes] == ["microcredentials", "bekostiging"]
    states = {(each.stakeholder, each.theme): each.state for each in comparison.cells}
    assert states == {
        ("unl", "microcredentials"): CellState.SILENT,
        ("unl", "bekostiging"): CellState.POSITION,
        ("duo", "microcredentials"): CellState.MENTIONED,
        ("duo", "bekostiging"): CellState.SILENT,
    }
    assert register.compare(["unl", "duo"]).themes == register.themes()


def test_a_theme_without_passages_is_silent_for_all(register: PositionRegister) -> None:
    cells = register.compare(["unl", "duo"], ["skills"]).cells
    assert {each.state for each in cells} == {CellState.SILENT}


@pytest.mark.parametrize(
    ("names", "error", "sentence"),
    [
        (["unl", "NRTOO"], UnknownStakeholder, "NRTO"),
        (["unl", "Xyz Qqq"], UnknownStakeholder, "wiewatwanneer stakeholders"),
        (["UNL", "VSNU"], NoComparison, "twee keer"),
        (["unl"], NoComparison, "ten minste twee"),
    ],
)
def test_what_cannot_be_compared_is_told_in_one_sentence(
    register: PositionRegister, names: list[str], error: type[UsageError], sentence: str
) -> None:
    with pytest.raises(error) as refused:
        register.compare(names)
    assert sentence in str(refused.value)


def test_an_unknown_theme_is_told_with_the_nearest(register: PositionRegister) -> None:
    with pytest.raises(UnknownTheme, match="Bekostiging en leerrechten"):
        register.positions(theme="bekosting")


def test_a_changed_document_is_read_again_and_the_others_are_not(library: Library, register: PositionRegister) -> None:
    [before] = register.positions("nrto")
    put(library, paper("a", "Wij zijn tegen bekostiging.", publishers=("UNL",), version="2"))
    assert texts(register.positions("unl")) == ["Wij zijn tegen bekostiging."]
    assert register.positions("nrto")[0] is before
    library.remove("b")
    assert register.positions("nrto") == ()


def test_a_document_that_an_older_version_read_has_no_positions_yet(
    library: Library, register: PositionRegister
) -> None:
    library.put(paper("c", PLEA, publishers=("NRTO",)), [])
    assert len(register.positions("nrto")) == 1


def test_views_of_another_version_are_refused(library: Library) -> None:
    document = paper("a", PLEA)
    with pytest.raises(ValueError, match="another document or version"):
        library.put(document, [], views=replace(read_views(document, PARTIES, THEMES), version="other"))


def test_many_threads_see_the_same(tmp_path: Path) -> None:
    library = Library(tmp_path / "library.sqlite")
    put(library, paper("a", PLEA, publishers=("UNL",)))
    register = PositionRegister(KnownViews(library), lambda: PARTIES, lambda: THEMES)
    with ThreadPoolExecutor(8) as pool:
        found = [*pool.map(lambda _: register.positions("unl"), range(40))]
    assert {texts(each)[0] for each in found} == {PLEA}
