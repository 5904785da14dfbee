"""The vector index, kept by Chroma: our own vectors, cosine similarity, never Chroma's embedder."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import TYPE_CHECKING

from assistant.domain.errors import OtherEmbedder, WieWatWanneerError
from assistant.domain.passages import Passage
from assistant.domain.phrases import Phrase
from assistant.index.chroma_places import place_of
from assistant.index.interface import Embedder, Match, Query
from assistant.index.ranking import best
from assistant.library.failures import index_error

if TYPE_CHECKING:
    from chromadb.api import ClientAPI
    from chromadb.api.models.Collection import Collection
    from chromadb.api.types import GetResult

# Of the collection's metadata: the embedder's name, and how many vectors were removed since it was made. Chroma leaves
# removed vectors in its graph, and goes past all of them when it adds or searches: with fifty times as many removed as
# kept, adding a document takes four times as long. So the collection is now and then made anew from what it keeps.
_EMBEDDER, _REMOVED = "embedder", "removed"
_FEW, _MANY_TIMES = 1_000, 3

# Candidates that Chroma follows in its graph during a search. Hashed vectors lie far apart, which graphs do not like:
# among 20,000 passages Chroma's own 100 candidates find 53 % of the ten nearest and 1,000 find 93 %; among 60,000
# passages 1,000 find 77 % and 2,000 find 88 %, in 14 ms of processor time.
_CARE = 2_000

_AT_ONCE = 5_000  # passages per call: SQLite inside Chroma takes 32,766 variables, some of them per passage


class ChromaIndex:
    """A ``PassageIndex`` of vectors in a folder, on the Chroma server at an address, or in memory for None.

    It belongs to one embedder. Using vectors that another one made raises ``OtherEmbedder``; ``clear`` drops them.
    Vector files that a killed process left half-written count as empty, and the next write starts anew.
    """

    def __init__(self, embedder: Embedder, where: Path | str | None = None) -> None:
        self._embedder = embedder
        self._place = place_of(where)

    @property
    def name(self) -> str:
        return "vectors"

    def add(self, passages: Sequence[Passage]) -> None:
        last = {passage.id: passage for passage in passages}  # Chroma refuses an id that comes twice
        for chunk in _chunks([*last.values()]):
            vectors = self._embedder.embed_passages([passage.indexed_text for passage in chunk])
            with _translated(), self._place.writing() as client:
                self._made(client).upsert(
                    ids=[passage.id for passage in chunk],
                    embeddings=vectors,
                    metadatas=[
                        {"version": passage.version, "document": passage.document, "page": passage.page}
                        for passage in chunk
                    ],
                )

    def remove(self, versions: Sequence[str]) -> None:
        if not versions or not self.size():
            return
        with _translated():
            with self._place.writing() as client:
                collection = self._made(client)
                removed = _removed(collection) + sum(_drop(collection, version) for version in versions)
                collection.modify(metadata={**_made_by(self._embedder), _REMOVED: removed})
                kept = collection.count()
            if removed > max(_FEW, _MANY_TIMES * kept):
                self._make_anew()

    def _make_anew(self) -> None:
        """Killed on the way, some or all are missing; whoever compares the counts will see it."""
        with self._place.writing() as client:
            records = [*_records(self._made(client))]
        with self._place.emptied() as client:
            collection = self._made(client)
            for chunk in records:
                collection.upsert(chunk["ids"], chunk["embeddings"], chunk["metadatas"])

    def clear(self) -> None:
        with _translated(), self._place.emptied() as client:
            self._made(client)

    def search(self, query: Query, k: int) -> list[Match]:
        if k <= 0:
            return []
        vector = self._embedder.embed_query(query.text)
        if not vector.any():
            return []
        with self._read() as collection:
            if collection is None:
                return []

            def fetch(count: int) -> Iterator[Match]:
                found = collection.query(query_embeddings=vector, n_results=count, include=["distances"])
                for passage, distance in zip(found["ids"][0], (found["distances"] or [[]])[0], strict=True):
                    yield Match(passage, 1 - distance)

            return [match for match in best(fetch, k) if match.score > 0]

    def counts(self) -> Mapping[str, int]:
        found: Counter[str] = Counter()
        with self._read() as collection:
            for start in range(0, collection.count() if collection else 0, _AT_ONCE):
                assert collection is not None
                page = collection.get(limit=_AT_ONCE, offset=start, include=["metadatas"])
                found.update(str(metadata["version"]) for metadata in page["metadatas"] or ())
        return found

    def size(self) -> int:
        with self._read() as collection:
            return collection.count() if collection else 0

    @contextmanager
    def _read(self) -> Iterator[Collection | None]:
        """None where nothing was added yet."""
        import chromadb

        with _translated(), self._place.reading() as client:
            collection: Collection | None = None
            with suppress(chromadb.errors.NotFoundError):
                if client:
                    collection = self._checked(client.get_collection(self._place.collection, embedding_function=None))
            yield collection

    def _made(self, client: ClientAPI) -> Collection:
        return self._checked(
            client.get_or_create_collection(
                self._place.collection,
                configuration={"hnsw": {"space": "cosine", "ef_search": _CARE}},
                metadata=_made_by(self._embedder),
                embedding_function=None,
            )
        )

    def _checked(self, collection: Collection) -> Collection:
        made_by = (collection.metadata or {}).get(_EMBEDDER)
        if made_by != self._embedder.name:
            raise OtherEmbedder(
                "De vectoren zijn gemaakt door {made_by} en niet door {embedder}: "
                "maak ze opnieuw met 'wiewatwanneer ingest --rebuild', of stel de oude embedder weer in.",
                made_by=made_by,
                embedder=self._embedder.name,
            )
        return collection


def _made_by(embedder: Embedder) -> dict[str, str | int]:
    return {_EMBEDDER: embedder.name}


def _removed(collection: Collection) -> int:
    """How many vectors were removed from the collection since it was made."""
    return int((collection.metadata or {}).get(_REMOVED, 0))


def _drop(collection: Collection, version: str) -> int:
    """How many there were."""
    dropped = 0
    while ids := collection.get(where={"version": version}, limit=_AT_ONCE, include=[])["ids"]:
        collection.delete(ids=ids)
        dropped += len(ids)
    return dropped


def _records(collection: Collection) -> Iterator[GetResult]:
    for start in range(0, collection.count(), _AT_ONCE):
        yield collection.get(limit=_AT_ONCE, offset=start, include=["embeddings", "metadatas"])


def _chunks(passages: Sequence[Passage]) -> Iterator[Sequence[Passage]]:
    for start in range(0, len(passages), _AT_ONCE):
        yield passages[start : start + _AT_ONCE]


@contextmanager
def _translated() -> Iterator[None]:
    """Chroma, its database and its transport each raise their own kind of error."""
    try:
        yield
    except WieWatWanneerError:
        raise
    except Exception as error:
        raise index_error(error, Phrase("de vectorindex")) from error
