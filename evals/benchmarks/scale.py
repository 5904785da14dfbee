"""How search and storing hold up as the archive grows: python -m evals.benchmarks.scale [--passages N] [--embedder E]

Fills a data folder with synthetic Dutch documents of 100 passages of 120 words, one after another as ingest does, and
prints a line each time the archive has grown by a quarter: the milliseconds that it takes to store a document, and to
search in each index alone and in the whole, with the passages themselves.
"""

from __future__ import annotations

import argparse
import random
import statistics
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from itertools import accumulate, product
from pathlib import Path
from typing import ParamSpec

from assistant.domain.documents import Document, Origin, Page, Source
from assistant.domain.passages import Passage
from assistant.index.chroma import ChromaIndex
from assistant.index.embeddings import make_embedder
from assistant.index.hybrid import HybridIndex
from assistant.index.interface import PassageIndex, Query
from assistant.index.lexical import LexicalIndex
from assistant.ingestion import Archive
from assistant.library.library import Library

WORDS_PER_PASSAGE = 120
PASSAGES_PER_DOCUMENT = 100
PASSAGES_PER_PAGE = 4
P = ParamSpec("P")

K = 10  # hits of a search
DEPTH = 50  # matches of each index
FIRST_LOOK = 10  # documents
STEPS = 4  # looks after that

# Compounds of these make some 40,000 words, which are drawn by Zipf's law, as words are in any text.
FIRST = """
    aanbod aanvraag advies agenda arbeid beleid beroeps bestuur budget certificaat commissie deelname diploma
    docent examen financiering gemeente groei hoger inspectie instelling jaar kamer kennis kwaliteit leer leven
    loopbaan maatregel markt minister mobiliteit onderwijs onderzoek ontwikkeling opleiding overheid partij
    praktijk programma recht regio scholing sector stage stelsel student subsidie taal techniek toets vak
    verkenning volwassenen vraag werk werkgever wet zorg
    """.split()  # noqa: SIM905  (60 quoted words would be harder to read)
SECOND = """
    aanpak akkoord bank beleid brief bureau college deel dienst doel fonds gebied gids groep instelling kader
    kans kosten kring lijn loket middel model niveau norm overleg pact plan platform positie project raad
    regeling register route school stap steun stelsel taak tafel traject veld verband visie vorm vraagstuk
    wijzer
    """.split()  # noqa: SIM905  (60 quoted words would be harder to read)
ENDINGS = ("", "en", "s", "lijk", "ing", "gericht", "breed", "loos", "matig", "achtig", "baar", "schap")


class Writer:
    """Writes documents and questions; the same seed gives the same ones."""

    def __init__(self, seed: int = 1) -> None:
        self._random = random.Random(seed)
        self._words = [first + second + ending for first, second, ending in product(FIRST, SECOND, ENDINGS)]
        self._random.shuffle(self._words)
        self._weights = [*accumulate(1 / rank for rank in range(1, len(self._words) + 1))]

    def document(self, number: int) -> tuple[Document, list[Passage]]:
        texts = [self._text() for _ in range(PASSAGES_PER_DOCUMENT)]
        source = Source(id=f"document-{number}", title=f"Document {number}")
        version = f"version-{number}"
        starts = range(0, PASSAGES_PER_DOCUMENT, PASSAGES_PER_PAGE)
        pages = [Page(i, "\n".join(texts[at : at + PASSAGES_PER_PAGE])) for i, at in enumerate(starts, start=1)]
        passages = [_passage(source, version, i, pages[i // PASSAGES_PER_PAGE], text) for i, text in enumerate(texts)]
        return Document(source, version, Origin.ORIGINAL, f"{source.id}.pdf", "synthetic", tuple(pages)), passages

    def question(self, passage: Passage) -> Query:
        """Eight words of the passage among those of a question."""
        asked = self._random.sample(passage.text.split(), 8)
        return Query(f"Wat is er over {' '.join(asked[:4])} en wie doet {' '.join(asked[4:])}?")

    def _text(self) -> str:
        return " ".join(self._random.choices(self._words, cum_weights=self._weights, k=WORDS_PER_PASSAGE))


def _passage(source: Source, version: str, number: int, page: Page, text: str) -> Passage:
    start = page.text.index(text)
    return Passage(
        id=f"{version}:{number:05d}",
        document=source.id,
        version=version,
        page=page.number,
        start=start,
        end=start + len(text),
        text=text,
        context=source.title,
    )


@dataclass(frozen=True, slots=True)
class Look:
    """How things are at one size: milliseconds for each document stored since the last look, and for each question in
    each index alone, by its name, and in the whole."""

    passages: int
    stored: tuple[float, ...]
    by_index: dict[str, tuple[float, ...]]
    searched: tuple[float, ...]


def looks(folder: Path, passages: int, embedder: str) -> Iterator[Look]:
    """A look at the start, and after each quarter of the passages."""
    folder.mkdir(parents=True, exist_ok=True)
    made = make_embedder(embedder)
    lexical, vectors = LexicalIndex(folder / "lexical"), ChromaIndex(made, folder / "vectors") if made else None
    indexes: list[PassageIndex] = [lexical, vectors] if vectors else [lexical]
    archive = Archive(folder, Library(folder / "library.sqlite"), indexes, HybridIndex(lexical, vectors))

    writer, stored, questions = Writer(), list[float](), list[Query]()
    documents = passages // PASSAGES_PER_DOCUMENT
    for number in range(1, documents + 1):
        document, cut = writer.document(number)
        questions.append(writer.question(cut[number % len(cut)]))
        stored.append(_milliseconds(archive.store, document, cut))
        if number == FIRST_LOOK or number % max(1, documents // STEPS) == 0:
            by_index = {
                index.name: tuple(_milliseconds(_search, index, query) for query in questions) for index in indexes
            }
            searched = tuple(_milliseconds(_search_all, archive, query) for query in questions)
            yield Look(archive.library.size(), tuple(stored), by_index, searched)
            stored, questions = [], []


def measure(folder: Path, passages: int, embedder: str) -> Iterator[str]:
    """Lines of a table, as they become known."""
    headed = False
    for look in looks(folder, passages, embedder):
        if not headed:
            yield _line("passages", "store", *look.by_index, "search")
            headed = True
        yield _line(str(look.passages), *map(_spread, (look.stored, *look.by_index.values(), look.searched)))


def _search(index: PassageIndex, query: Query) -> None:
    index.search(query, DEPTH)


def _search_all(archive: Archive, query: Query) -> None:
    archive.search(query, K)


def _line(first: str, *others: str) -> str:
    return f"{first:>9}" + "".join(f"{other:>20}" for other in others)


def _milliseconds(work: Callable[P, None], *arguments: P.args, **options: P.kwargs) -> float:
    start = time.perf_counter()
    work(*arguments, **options)
    return (time.perf_counter() - start) * 1000


def _spread(times: Sequence[float]) -> str:
    p95 = sorted(times)[int(0.95 * (len(times) - 1))]
    return f"p50 {statistics.median(times):.0f} p95 {p95:.0f}"


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else "")
    parser.add_argument("--passages", type=int, default=100_000)
    parser.add_argument("--embedder", default="hashed")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        for line in measure(Path(folder), options.passages, options.embedder):
            print(line, flush=True)


if __name__ == "__main__":
    main()
