"""What the project's digest says of a page helps to find that page of the original, and does nothing else."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from assistant.domain.documents import Document, Origin, Source
from assistant.testing import make_document, make_passage
from ingest.catalogue import Catalogue
from ingest.digests import said_by_page, with_digest
from ingest.pipeline import Pipeline
from ingest.recognition import Original

DIGEST = """<!-- pagina 1 -->
## Het fonds

De gemeente richt een fonds op.[^1] Het is bedoeld voor verenigingen.

[^1]: De raad stemde in mei in.

<!-- pagina 3 -->
| Wat | Wie |
|---|---|
| Fonds oprichten. Nu | Gemeente Zuid |
"""
NOTE = Source("nota-7", "Nota over het fonds")


@pytest.fixture
def corpus(tmp_path: Path) -> Path:
    folder = tmp_path / "corpus"
    (folder / "digests").mkdir(parents=True)
    (folder / "digests" / "nota-7.md").write_text(DIGEST, encoding="utf-8")
    return folder


def pipeline(corpus: Path, pages: int = 3) -> Pipeline:
    return Pipeline(Catalogue(corpus, (Original(NOTE, pages), Original(Source("nota-8", "Zonder samenvatting")))))


def original(pages: int = 3, source: Source = NOTE) -> Document:
    return replace(make_document(pages=["Wij stellen middelen beschikbaar."] * pages), source=source)


def of_pages(pipeline: Pipeline, document: Document) -> dict[int, str]:
    read = [replace(make_passage("Tekst", number), page=page.number) for number, page in enumerate(document.pages)]
    return {passage.page: passage.digest for passage in with_digest(read, pipeline.said_of(document))}


def test_a_digest_is_told_by_page_a_sentence_or_a_row_to_a_line(corpus: Path) -> None:
    said = said_by_page(pipeline(corpus).read_digest(NOTE))
    assert said == {
        1: "Het fonds\nDe gemeente richt een fonds op.\nHet is bedoeld voor verenigingen.\nDe raad stemde in mei in.",
        3: "Wat Wie\nFonds oprichten. Nu Gemeente Zuid",
    }


def test_each_passage_of_an_original_has_what_the_digest_says_of_its_page(corpus: Path) -> None:
    given = of_pages(pipeline(corpus), original())
    assert given[1].startswith("Het fonds\nDe gemeente")
    assert (given[2], given[3]) == ("", "Wat Wie\nFonds oprichten. Nu Gemeente Zuid")


def test_pages_that_are_not_those_of_the_digest_get_nothing_of_it(corpus: Path) -> None:
    assert set(of_pages(pipeline(corpus), original(pages=2)).values()) == {""}
    assert of_pages(pipeline(corpus, pages=0), original(pages=2))[1]  # nobody knows how many there are


def test_the_passages_of_a_digest_have_what_it_says_of_their_page_as_those_of_the_original_do(corpus: Path) -> None:
    read = pipeline(corpus)
    digest = read.read_digest(NOTE)
    assert {passage.page: passage.digest for passage in read.cut(digest)} == said_by_page(digest)


def test_documents_without_a_digest_are_left_as_they_are(corpus: Path) -> None:
    read = pipeline(corpus)
    for source in (Source("nota-8", "Zonder samenvatting"), Source("eigen-stuk", "Een eigen stuk")):
        assert set(of_pages(read, original(source=source)).values()) == {""}


def test_another_digest_makes_another_version_of_its_original_alone(corpus: Path, tmp_path: Path) -> None:
    paper = tmp_path / "nota-7.txt"
    paper.write_text("Wij stellen middelen beschikbaar.", encoding="utf-8")
    before = pipeline(corpus)
    old, plain = before.version(paper, NOTE), before.version(paper)
    (corpus / "digests" / "nota-7.md").write_text("<!-- pagina 1 -->\nEr komt geld.", encoding="utf-8")
    after = pipeline(corpus)
    assert after.version(paper, NOTE) not in (old, plain)
    assert after.version(paper) == plain == before.version(paper, Source("nota-8", "Zonder samenvatting"))
    assert [after.is_current(each, "nota-7") for each in (old, after.version(paper, NOTE))] == [False, True]
    assert [after.is_current(plain, each) for each in ("eigen-stuk", "nota-7")] == [True, False]
    assert after.is_current(after.digest_version(NOTE), "nota-7")


def test_every_version_that_a_file_may_have_is_known_before_it_is_read(corpus: Path, tmp_path: Path) -> None:
    paper = tmp_path / "nota-7.txt"
    paper.write_text("Wij stellen middelen beschikbaar.", encoding="utf-8")
    read = pipeline(corpus)
    document = read.read(paper)
    assert (document.id, document.origin) == ("nota-7", Origin.ORIGINAL)
    assert read.versions(paper) == (read.version(paper), document.version)
