"""Pages split as LangChain does unless it is told otherwise, and their vectors in Chroma."""

from __future__ import annotations

from collections.abc import Sequence
from uuid import uuid4

from assistant.index.embeddings import make_embedder
from evals.benchmarks.peers.searching import MOST_PIECES, PageText, first_places
from evals.errors import EvaluationError
from evals.questions import Place

PIECE, SHARED = 1_000, 200  # characters: of a piece, and of those that it has in common with the one before
AT_ONCE = 500  # pieces added in one call


class LangchainChroma:
    def __init__(self, pages: Sequence[PageText], embedder: str) -> None:
        import chromadb
        from chromadb.config import Settings
        from langchain_text_splitters import RecursiveCharacterTextSplitter

        found = make_embedder(embedder)
        if found is None:
            raise EvaluationError("Chroma searches by vectors alone: give another --embedder than none.")
        self._embedder = found
        client = chromadb.EphemeralClient(Settings(anonymized_telemetry=False))
        # Vectors are given with the texts: Chroma's own embedder would be downloaded.
        self._collection = client.create_collection(
            uuid4().hex, embedding_function=None, configuration={"hnsw": {"space": "cosine"}}
        )
        splitter = RecursiveCharacterTextSplitter(chunk_size=PIECE, chunk_overlap=SHARED)
        pieces = [(page, piece) for page in pages for piece in splitter.split_text(page.text)]
        for start in range(0, len(pieces), AT_ONCE):
            self._add(start, pieces[start : start + AT_ONCE])

    def _add(self, start: int, pieces: Sequence[tuple[PageText, str]]) -> None:
        self._collection.add(
            ids=[str(start + row) for row in range(len(pieces))],
            embeddings=self._embedder.embed_passages([text for _, text in pieces]),
            metadatas=[{"document": page.document, "page": page.number} for page, _ in pieces],
        )

    def ranked(self, question: str, k: int) -> list[Place]:
        found = self._collection.query(
            query_embeddings=self._embedder.embed_query(question),
            n_results=min(MOST_PIECES, self._collection.count()),
            include=["metadatas"],
        )
        entries = (found["metadatas"] or [[]])[0]
        return first_places(((str(each["document"]), int(str(each["page"]))) for each in entries), k)
