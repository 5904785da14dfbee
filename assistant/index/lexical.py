"""The lexical index: BM25 over stems and character 4-grams, kept by tantivy."""

from __future__ import annotations

import shutil
import threading
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from functools import cache, lru_cache
from pathlib import Path
from typing import TYPE_CHECKING

from assistant.domain.passages import Passage
from assistant.domain.phrases import Phrase
from assistant.index.analyzer import grams, stems
from assistant.index.interface import Match, Query
from assistant.index.ranking import best
from assistant.library.failures import index_error
from assistant.library.folders import PrivateCopy, is_writable

if TYPE_CHECKING:
    import tantivy

# Names the folder inside the index's own, so that what another analysis or schema made is not mixed with this one's.
FORMAT = "3"

_MOST_VERSIONS = 65_000  # tantivy's own limit on what it counts apart
_HEAP = 32_000_000  # bytes the writer gathers before it makes a segment; tantivy's least is 15 MB

# In an index of many passages, 4-grams that a large share of them hold are left out of a search: they are most of the
# work and tell little. With 100,000 passages a search takes 4 ms of processor time instead of 36. Tried on the corpus,
# two of 128 questions lost their page among the first three in the originals, and none in the digests.
_MANY = 5_000
_COMMON = 0.3

_DIGESTS_KEPT = 16  # pages whose digest is remembered in terms while their passages are added

_PARTS = ("text", "context", "digest")  # of a passage, each by stems and by 4-grams

Term = tuple[str, str]  # field, term


@dataclass(frozen=True, slots=True)
class Boosts:
    """How much each field counts: the passage's own text, what stands around it and what the digest says of its page,
    by stems and by 4-grams.

    ``expansions`` multiplies these for words that were added to the question. 0 leaves a field or the expansions out.
    ``plain`` multiplies the score of a passage of which no digest says anything: it has fewer words to score with.
    The defaults are from 128 questions over the five originals: page@1 0.73, against 0.70 when all fields count the
    same, 0.68 for stems alone and 0.69 for 4-grams alone; ``docs/retrieval.md`` has the table.
    """

    text_stems: float = 1.0
    text_grams: float = 0.25
    context_stems: float = 0.3
    context_grams: float = 0.1
    digest_stems: float = 0.75
    digest_grams: float = 0.2
    expansions: float = 0.5
    plain: float = 1.7

    def of(self, field: str) -> float:
        boost: float = getattr(self, field)
        return boost


class LexicalIndex:
    """A ``PassageIndex`` in a folder, or in memory when ``folder`` is None.

    Several processes may search one folder while one of them writes: the writer is open during ``add``, ``remove`` and
    ``clear`` alone, and each search first looks whether another process has committed. A folder that may not be written
    to is read from a copy.
    """

    def __init__(self, folder: Path | None = None, boosts: Boosts | None = None) -> None:
        self._home = folder
        self._folder = folder / FORMAT if folder else None
        self._read_only = self._folder is not None and self._folder.exists() and not is_writable(self._folder)
        self._copy: PrivateCopy | None = None
        self._boosts = boosts or Boosts()
        self._lock = threading.Lock()
        self._opened: tantivy.Index | None = None
        self._seen: tuple[int, ...] = ()
        self._commits = 0

    @property
    def name(self) -> str:
        return "lexical"

    def add(self, passages: Sequence[Passage]) -> None:
        if not passages:
            return
        with self._writer() as writer:
            for passage in passages:
                writer.delete_documents_by_term("id", passage.id)
                writer.add_document(_entry(passage))

    def remove(self, versions: Sequence[str]) -> None:
        if not versions or not self._exists():
            return
        with self._writer() as writer:
            for version in versions:
                writer.delete_documents_by_term("version", version)

    def clear(self) -> None:
        with _translated(), self._lock:
            self._opened = None
            if self._home and self._home.exists():
                shutil.rmtree(self._home)

    def search(self, query: Query, k: int) -> list[Match]:
        boosts = term_boosts(query, self._boosts)
        if k <= 0 or not boosts or not self._exists():
            return []
        with _translated():
            index = self._index()
            searcher = index.searcher()
            union = _union(index.schema, _telling(boosts, searcher))

            def fetch(count: int) -> Iterator[Match]:
                for score, address in searcher.search(union, count, count=False).hits:
                    entry = searcher.doc(address)
                    yield Match(entry["id"][0], score if entry["told"][0] else score * self._boosts.plain)

            return best(fetch, k)

    def counts(self) -> Mapping[str, int]:
        if not self._exists():
            return {}
        with _translated():
            import tantivy

            searcher = self._index().searcher()
            request = {"versions": {"terms": {"field": "version", "size": _MOST_VERSIONS}}}
            buckets = searcher.aggregate(tantivy.Query.all_query(), request)["versions"]["buckets"]
            return {bucket["key"]: bucket["doc_count"] for bucket in buckets}

    def frequency(self, stem: str) -> int:
        """The number of passages that hold a stem in their own text; removed ones may still count for a while."""
        if not self._exists():
            return 0
        with _translated():
            return self._index().searcher().doc_freq("text_stems", stem)

    def size(self) -> int:
        if not self._exists():
            return 0
        with _translated():
            return self._index().searcher().num_docs

    def _exists(self) -> bool:
        if self._folder is None:
            return self._opened is not None
        return (self._folder / "meta.json").exists()

    def _index(self) -> tantivy.Index:
        """The index as it was last committed, by whatever process."""
        with self._lock:
            state = self._state()
            if self._opened is None or (self._read_only and state != self._seen):
                self._opened = _open(self._readable())
            if state != self._seen:
                self._opened.reload()
                self._seen = state
            return self._opened

    def _readable(self) -> Path | None:
        """Tantivy locks what it reads, which takes a file beside it."""
        if self._folder is None or not self._read_only:
            return self._folder
        self._copy = PrivateCopy(self._folder)
        return self._copy.of(self._folder)

    def _state(self) -> tuple[int, ...]:
        """Changes with each commit: in a folder that replaces the list of segments."""
        if self._folder is None:
            return (self._commits,)
        status = (self._folder / "meta.json").stat()
        return status.st_mtime_ns, status.st_ino

    @contextmanager
    def _writer(self) -> Iterator[tantivy.IndexWriter]:
        """Commits at the end; an error before it leaves the index as it was."""
        with _translated():
            writer = self._reopened().writer(_HEAP, 1)
            try:
                # A process killed while it committed leaves files under names that this commit may choose again.
                writer.garbage_collect_files()
                yield writer
                writer.commit()
                self._commits += 1
            finally:
                writer.wait_merging_threads()  # also gives the writer's lock back

    def _reopened(self) -> tantivy.Index:
        """An open index remembers which files are its own, and would leave another process's files lying about."""
        with self._lock:
            if self._opened is None or self._folder:
                self._opened, self._seen = _open(self._folder), ()
            return self._opened


def term_boosts(query: Query, boosts: Boosts) -> dict[Term, float]:
    """The boost of each term in each field; a term that the question repeats counts as often, an added one once."""
    added = "\n".join(query.expansions)
    found: dict[Term, float] = {}
    for name, analyse in (("stems", stems), ("grams", grams)):
        weights = dict.fromkeys(analyse(added), boosts.expansions) | Counter(analyse(query.text))
        for field in (f"{part}_{name}" for part in _PARTS):
            found |= {(field, term): weight * boosts.of(field) for term, weight in weights.items()}
    return {term: boost for term, boost in found.items() if boost > 0}


def _telling(boosts: Mapping[Term, float], searcher: tantivy.Searcher) -> Mapping[Term, float]:
    if searcher.num_docs < _MANY:
        return boosts
    most = _COMMON * searcher.num_docs
    return {
        (field, term): boost
        for (field, term), boost in boosts.items()
        if not field.endswith("grams") or searcher.doc_freq("text_grams", term) <= most
    }


def _union(schema: tantivy.Schema, boosts: Mapping[Term, float]) -> tantivy.Query:
    """One flat union: nested ones cannot skip passages that have no chance."""
    import tantivy

    terms = [
        tantivy.Query.boost_query(tantivy.Query.term_query(schema, field, term, "freq"), boost)
        for (field, term), boost in boosts.items()
    ]
    return tantivy.Query.boolean_query([(tantivy.Occur.Should, term) for term in terms])


def _entry(passage: Passage) -> tantivy.Document:
    import tantivy

    digest_stems, digest_grams = _terms_of_digest(passage.digest)
    return tantivy.Document(
        id=passage.id,
        version=passage.version,
        told=bool(passage.digest),
        text_stems=" ".join(stems(passage.text)),
        text_grams=" ".join(grams(passage.text)),
        context_stems=" ".join(stems(passage.context)),
        context_grams=" ".join(grams(passage.context)),
        digest_stems=digest_stems,
        digest_grams=digest_grams,
    )


@lru_cache(maxsize=_DIGESTS_KEPT)
def _terms_of_digest(digest: str) -> tuple[str, str]:
    """The passages of a page share it."""
    return " ".join(stems(digest)), " ".join(grams(digest))


def _open(folder: Path | None) -> tantivy.Index:
    import tantivy

    if folder:
        folder.mkdir(parents=True, exist_ok=True)
    index = tantivy.Index(_schema(), path=str(folder) if folder else None)
    index.config_reader("manual")  # else each index has a thread that watches its folder
    return index


@cache
def _schema() -> tantivy.Schema:
    import tantivy

    builder = tantivy.SchemaBuilder()
    builder.add_text_field("id", stored=True, tokenizer_name="raw", index_option="basic")
    builder.add_boolean_field("told", stored=True)
    builder.add_text_field("version", fast=True, tokenizer_name="raw", index_option="basic")
    for field in (f"{part}_{name}" for part in _PARTS for name in ("stems", "grams")):
        builder.add_text_field(field, tokenizer_name="whitespace", index_option="freq")
    return builder.build()


@contextmanager
def _translated() -> Iterator[None]:
    try:
        yield
    except (OSError, ValueError) as error:  # tantivy raises ValueError for whatever goes wrong
        raise index_error(error, Phrase("de zoekindex")) from error
