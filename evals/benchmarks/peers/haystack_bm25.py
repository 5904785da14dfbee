"""haystack's BM25 over whole pages, with all settings as they come."""

from __future__ import annotations

import os
from collections.abc import Sequence

from evals.benchmarks.peers.searching import PageText, first_places
from evals.questions import Place


class HaystackBm25:
    def __init__(self, pages: Sequence[PageText]) -> None:
        os.environ["HAYSTACK_TELEMETRY_ENABLED"] = "False"  # read when it is imported
        from haystack import Document
        from haystack.components.retrievers.in_memory import InMemoryBM25Retriever
        from haystack.document_stores.in_memory import InMemoryDocumentStore

        store = InMemoryDocumentStore()
        store.write_documents(
            [
                Document(id=str(row), content=page.text, meta={"document": page.document, "page": page.number})
                for row, page in enumerate(pages)
            ]
        )
        self._retriever = InMemoryBM25Retriever(store)

    def ranked(self, question: str, k: int) -> list[Place]:
        found = self._retriever.run(query=question, top_k=k)["documents"]
        return first_places(((each.meta["document"], each.meta["page"]) for each in found), k)
