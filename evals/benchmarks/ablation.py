"""What each part of search contributes: python -m evals.benchmarks.ablation [--only GROUP]

Measures page@k and MRR@10 over the steering questions on the originals beside the project. Every row changes one thing
in the present defaults; the table is Markdown, and ``docs/retrieval.md`` keeps one.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from pathlib import Path

from assistant.answering.glossary import Glossary
from assistant.answering.retrieving import Retriever, by_page
from assistant.answering.understanding import understand
from assistant.domain.documents import BlockKind, Document
from assistant.domain.passages import Hit, Passage
from assistant.index.chroma import ChromaIndex
from assistant.index.embeddings import HashedEmbedder
from assistant.index.hybrid import HybridIndex
from assistant.index.interface import Query
from assistant.index.lexical import LexicalIndex
from evals.benchmarks.answers import Place, Question, questions
from evals.benchmarks.plain_bm25 import PlainBm25
from evals.benchmarks.ranking import DEPTH, Rank, found_within, mean_reciprocal_rank, page_at, wilson, won_and_lost
from evals.benchmarks.variants import DEFAULT, Cut, Variant, variants
from evals.originals import ORIGINALS, original_files
from ingest.catalogue import CORPUS, load_catalogue
from ingest.digests import with_digest
from ingest.passages import Sizes, passages
from ingest.pipeline import Pipeline
from ingest.token_count import count_tokens

SPLITS = ("dev", "test")
DEPTHS = (1, 3, 5, 10)

Search = Callable[[str], Sequence[Place]]  # from a question to pages, best first


class Originals:
    """The documents, read once, with what variants share; ``said`` is what the digests say, by document and page."""

    def __init__(self, documents: Sequence[Document], said: Mapping[str, Mapping[int, str]]) -> None:
        self.documents = documents
        self._said = said
        self.glossary = Glossary.load(CORPUS / "glossary.yaml", CORPUS / "synonyms.yaml")
        self.passages = lru_cache(maxsize=8)(self._passages)
        self.vectors = lru_cache(maxsize=8)(self._vectors)

    def _passages(self, cut: Cut) -> tuple[Passage, ...]:
        found = [each for document in self.documents for each in self._cut(document, cut)]
        return tuple(found if cut.context else (replace(each, context="") for each in found))

    def _cut(self, document: Document, cut: Cut) -> tuple[Passage, ...]:
        return with_digest(_cut(document, cut.sizes), self._said[document.id] if cut.digest else {})

    def _vectors(self, cut: Cut, dimensions: int) -> ChromaIndex:
        vectors = ChromaIndex(HashedEmbedder(dimensions))
        vectors.add(self.passages(cut))
        return vectors


def _cut(document: Document, sizes: Sizes | None) -> tuple[Passage, ...]:
    if sizes:
        return passages(document, count_tokens, sizes)
    return tuple(_whole(document, page.number, page.text) for page in document.pages if page.text)


def _whole(document: Document, page: int, text: str) -> Passage:
    name = f"{document.version}:{page:05d}"
    return Passage(name, document.id, document.version, page, 0, len(text), text, context=document.source.title)


@dataclass(frozen=True)
class FoundPassages:
    """What the archive does for the product: matches of the index as hits."""

    index: HybridIndex
    passages: dict[str, Passage]

    def search(self, query: Query, k: int) -> list[Hit]:
        return [Hit(self.passages[match.passage], match.score) for match in self.index.search(query, k)]


def retriever_of(variant: Variant, originals: Originals) -> Retriever:
    found = originals.passages(variant.cut)
    lexical = LexicalIndex(boosts=variant.boosts)
    lexical.add(found)
    vectors = originals.vectors(variant.cut, variant.dimensions)
    hybrid = HybridIndex(lexical, vectors, variant.weights, variant.fuse)
    rows = [each for each in found if each.section or each.kind is BlockKind.TABLE_SECTION]
    archive = FoundPassages(hybrid, {each.id: each for each in found})
    return Retriever(archive, lexical, lambda: rows, variant.retrieval)


def search_of(variant: Variant, originals: Originals) -> Search:
    retriever = retriever_of(variant, originals)

    def search(question: str) -> list[Place]:
        hits = retriever.retrieve(understand(question, (), originals.glossary)).hits
        return [(hit.passage.document, hit.passage.page) for hit in by_page(hits)]

    return search


def plain_search(originals: Originals) -> Search:
    pages = [(document.id, page) for document in originals.documents for page in document.pages]
    index = PlainBm25([page.text for _, page in pages])
    return lambda question: [(pages[place][0], pages[place][1].number) for place in index.ranked(question)]


def ranks(search: Search, asked: Sequence[Question]) -> list[Rank]:
    return [_rank(search(" ".join([*each.history, each.text]))[:DEPTH], each.gold) for each in asked]


def _rank(places: Sequence[Place], gold: frozenset[Place]) -> Rank:
    return next((rank for rank, place in enumerate(places) if place in gold), None)


# --- the table

HEADER = (
    "| change | dev @1 @3 @5 @10 MRR | test @1 @3 @5 @10 MRR | both @1 @3 @5 @10 MRR | both @1, 95 % | both @5, 95 % "
    "| @1 against default | @5 | MRR | questions won, lost @1 |\n|---|---|---|---|---|---|---|---|---|---|"
)


def row(name: str, asked: Sequence[Question], found: Sequence[Rank], default: Sequence[Rank]) -> str:
    by_split = [[rank for each, rank in zip(asked, found, strict=True) if each.split == split] for split in SPLITS]
    won, lost = won_and_lost(1, default, found)
    cells = [
        name,
        *map(_measures, [*by_split, found]),
        *(_interval(k, found) for k in (1, 5)),
        *(f"{page_at(k, found) - page_at(k, default):+.3f}" for k in (1, 5)),
        f"{mean_reciprocal_rank(found) - mean_reciprocal_rank(default):+.3f}",
        f"{won}, {lost}",
    ]
    return f"| {' | '.join(cells)} |"


def _measures(found: Sequence[Rank]) -> str:
    return " ".join(f"{each:.3f}" for each in [*(page_at(k, found) for k in DEPTHS), mean_reciprocal_rank(found)])


def _interval(k: int, found: Sequence[Rank]) -> str:
    low, high = wilson(found_within(k, found), len(found))
    return f"{low:.2f} to {high:.2f}"


def table(originals: Originals, asked: Sequence[Question], chosen: Sequence[Variant]) -> Iterator[str]:
    default = ranks(search_of(DEFAULT, originals), asked)
    yield HEADER
    yield row("plain BM25 over pages", asked, ranks(plain_search(originals), asked), default)
    yield row(DEFAULT.name, asked, default, default)
    for variant in chosen:
        yield row(variant.name, asked, ranks(search_of(variant, originals), asked), default)


def read_originals() -> Originals:
    """Raises ``SystemExit`` where the documents are absent."""
    files = original_files()
    if not files:
        raise SystemExit(f"{ORIGINALS} holds no documents: put the five originals there under their catalogue ids.")
    pipeline = Pipeline(load_catalogue())
    documents = [pipeline.read(Path(file)) for file in files]
    return Originals(documents, {document.id: pipeline.said_of(document) for document in documents})


def main(arguments: Sequence[str] | None = None) -> int:
    groups = sorted({variant.group for variant in variants()})
    parser = argparse.ArgumentParser(description="Measures what each part of search contributes.")
    parser.add_argument(
        "--only", default="", choices=("", *groups), metavar="GROUP", help=f"one of {', '.join(groups)}"
    )
    options = parser.parse_args(arguments)
    asked = [question for question in questions() if question.gold]
    chosen = [variant for variant in variants() if options.only in ("", variant.group)]
    for line in table(read_originals(), asked, chosen):
        print(line, flush=True)
    return 0


if __name__ == "__main__":
    sys.exit(main())
