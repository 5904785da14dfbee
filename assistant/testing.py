"""What every index and embedder must do, as tests to inherit, and fakes that pass them.

A test class inherits a contract and gives a fixture: ``open_index`` for ``PassageIndexContract``, a function that opens
the same index anew at each call; ``embedder`` for ``EmbedderContract``.
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Callable, Mapping, Sequence

import numpy as np

from assistant.domain.documents import Document, Origin, Page, Source
from assistant.domain.passages import Passage
from assistant.index.analyzer import stems
from assistant.index.interface import Embedder, Match, PassageIndex, Query
from assistant.index.ranking import in_order

OpenIndex = Callable[[], PassageIndex]


def make_passage(text: str, number: int = 0, version: str = "v1", document: str = "doc", context: str = "") -> Passage:
    """A passage that is all of page 1; its id is the version and the number."""
    return Passage(
        id=f"{version}:{number:05d}",
        document=document,
        version=version,
        page=1,
        start=0,
        end=len(text),
        text=text,
        context=context,
    )


def make_document(version: str = "v1", id: str = "doc", pages: Sequence[str] = ("",)) -> Document:  # noqa: A002
    """A document of pages with these texts, numbered from 1."""
    return Document(
        source=Source(id=id, title=f"Titel van {id}"),
        version=version,
        origin=Origin.ORIGINAL,
        filename=f"{id}.txt",
        extractor="test 1",
        pages=tuple(Page(number, text) for number, text in enumerate(pages, start=1)),
    )


class InMemoryIndex:
    """A ``PassageIndex`` without a library behind it: the score is the number of different stems that are shared."""

    def __init__(self) -> None:
        self._passages: dict[str, Passage] = {}

    @property
    def name(self) -> str:
        return "memory"

    def add(self, passages: Sequence[Passage]) -> None:
        self._passages |= {passage.id: passage for passage in passages}

    def remove(self, versions: Sequence[str]) -> None:
        self._passages = {key: kept for key, kept in self._passages.items() if kept.version not in versions}

    def search(self, query: Query, k: int) -> list[Match]:
        asked = {*stems(query.text)}
        scored = ((passage.id, len(asked & {*stems(passage.indexed_text)})) for passage in self._passages.values())
        return in_order(Match(passage, score) for passage, score in scored if score)[:k]

    def counts(self) -> Mapping[str, int]:
        return Counter(passage.version for passage in self._passages.values())

    def size(self) -> int:
        return len(self._passages)

    def clear(self) -> None:
        self._passages.clear()


class LetterModel:
    """A text model that knows nothing but how often each letter occurs: the same text, the same 26 numbers."""

    def embed_documents(self, texts: list[str]) -> list[list[float]]:
        return [self.embed_query(text) for text in texts]

    def embed_query(self, text: str) -> list[float]:
        return [float(text.lower().count(letter)) for letter in "abcdefghijklmnopqrstuvwxyz"]


class PassageIndexContract:
    """``persistent`` is False for an index that is gone when it is opened anew."""

    persistent = True

    def test_an_empty_index_finds_and_counts_nothing(self, open_index: OpenIndex) -> None:
        index = open_index()
        assert index.search(Query("leerrechten"), 5) == []
        assert dict(index.counts()) == {}
        assert index.size() == 0

    def test_a_passage_is_found_as_soon_as_it_was_added(self, open_index: OpenIndex) -> None:
        index = open_index()
        index.add([make_passage("De minister verkent leerrechten.")])
        assert _found(index, "leerrechten") == ["v1:00000"]

    def test_a_passage_is_found_by_its_context(self, open_index: OpenIndex) -> None:
        index = open_index()
        index.add([make_passage("OCW, SBB", context="Wie zit er in de werkgroep microcredentials?")])
        assert _found(index, "microcredentials") == ["v1:00000"]

    def test_the_passage_that_shares_most_comes_first(self, open_index: OpenIndex) -> None:
        index = open_index()
        index.add(
            [
                make_passage("De bekostiging van onderzoek aan universiteiten.", 0),
                make_passage("De bekostiging van deeltijdonderwijs voor werkenden.", 1),
            ]
        )
        assert _found(index, "bekostiging deeltijdonderwijs werkenden")[0] == "v1:00001"

    def test_ties_come_in_order_of_passage_id_also_where_k_cuts_them_off(self, open_index: OpenIndex) -> None:
        index = open_index()
        for numbers in ((29, 3, 0), range(20, 29), range(20)):
            index.add([make_passage("Scholing voor iedereen.", number) for number in numbers])
        assert _found(index, "scholing", k=3) == ["v1:00000", "v1:00001", "v1:00002"]
        assert _found(index, "scholing", k=30) == [f"v1:{number:05d}" for number in range(30)]

    def test_scores_descend(self, open_index: OpenIndex) -> None:
        index = open_index()
        index.add([make_passage(" ".join(["subsidie", "regeling", "aanvraag"][: 1 + i % 3]), i) for i in range(9)])
        scores = [match.score for match in index.search(Query("subsidie regeling aanvraag"), 9)]
        assert scores == sorted(scores, reverse=True)

    def test_no_more_than_k_are_found(self, open_index: OpenIndex) -> None:
        index = open_index()
        index.add([make_passage("Scholing.", number) for number in range(5)])
        assert len(_found(index, "scholing", k=2)) == 2
        assert _found(index, "scholing", k=0) == []

    def test_a_question_without_words_finds_nothing(self, open_index: OpenIndex) -> None:
        index = open_index()
        index.add([make_passage("Scholing.")])
        assert _found(index, "?!") == []
        assert _found(index, "wat is de") == []

    def test_adding_twice_changes_nothing(self, open_index: OpenIndex) -> None:
        index = open_index()
        for _ in range(2):
            index.add([make_passage("Scholing.", 0), make_passage("Toezicht.", 1)])
        assert dict(index.counts()) == {"v1": 2}
        assert _found(index, "scholing") == ["v1:00000"]

    def test_an_id_that_is_present_is_replaced(self, open_index: OpenIndex) -> None:
        index = open_index()
        index.add([make_passage("Scholing.")])
        index.add([make_passage("Toezicht.")])
        assert index.size() == 1
        assert _found(index, "toezicht") == ["v1:00000"]
        assert _found(index, "scholing") == []

    def test_the_last_of_one_id_counts(self, open_index: OpenIndex) -> None:
        index = open_index()
        index.add([make_passage("Scholing."), make_passage("Toezicht.")])
        assert index.size() == 1
        assert _found(index, "toezicht") == ["v1:00000"]

    def test_adding_nothing_is_allowed(self, open_index: OpenIndex) -> None:
        index = open_index()
        index.add([])
        assert index.size() == 0

    def test_removing_versions_leaves_the_others(self, open_index: OpenIndex) -> None:
        index = open_index()
        index.add([make_passage("Scholing.", number, version) for version in ("v1", "v2", "v3") for number in (0, 1)])
        index.remove(["v1", "v3"])
        assert dict(index.counts()) == {"v2": 2}
        assert _found(index, "scholing") == ["v2:00000", "v2:00001"]

    def test_removing_an_unknown_version_does_nothing(self, open_index: OpenIndex) -> None:
        index = open_index()
        index.remove(["v9"])
        index.add([make_passage("Scholing.")])
        index.remove(["v9"])
        index.remove([])
        assert dict(index.counts()) == {"v1": 1}

    def test_counts_are_by_version_and_add_up_to_the_size(self, open_index: OpenIndex) -> None:
        index = open_index()
        index.add([make_passage("Scholing.", number) for number in range(3)])
        index.add([make_passage("Scholing.", 0, "v2")])
        assert dict(index.counts()) == {"v1": 3, "v2": 1}
        assert index.size() == 4

    def test_after_clear_it_is_empty_and_can_be_used(self, open_index: OpenIndex) -> None:
        index = open_index()
        index.clear()
        index.add([make_passage("Scholing.")])
        index.clear()
        assert (index.size(), dict(index.counts()), _found(index, "scholing")) == (0, {}, [])
        index.add([make_passage("Toezicht.")])
        assert _found(index, "toezicht") == ["v1:00000"]

    def test_what_was_added_is_there_when_it_is_opened_anew(self, open_index: OpenIndex) -> None:
        if not self.persistent:
            return
        open_index().add([make_passage("Scholing.")])
        index = open_index()
        assert _found(index, "scholing") == ["v1:00000"]
        index.remove(["v1"])
        assert open_index().size() == 0

    def test_an_index_that_was_open_sees_what_another_one_changed(self, open_index: OpenIndex) -> None:
        if not self.persistent:
            return
        one, other = open_index(), open_index()
        one.add([make_passage("Scholing.")])
        assert _found(other, "scholing") == ["v1:00000"]
        other.clear()
        other.add([make_passage("Toezicht.")])
        assert _found(one, "toezicht") == ["v1:00000"]
        assert one.size() == 1


class EmbedderContract:
    def test_vectors_have_the_said_dimensions_and_length_one(self, embedder: Embedder) -> None:
        vectors = embedder.embed_passages(["Scholing voor werkenden.", "Toezicht"])
        assert vectors.shape == (2, embedder.dimensions)
        assert vectors.dtype == np.float32
        assert all(math.isclose(float(np.linalg.norm(vector)), 1, abs_tol=1e-5) for vector in vectors)

    def test_a_question_gives_one_vector(self, embedder: Embedder) -> None:
        vector = embedder.embed_query("Scholing")
        assert vector.shape == (embedder.dimensions,)
        assert math.isclose(float(np.linalg.norm(vector)), 1, abs_tol=1e-5)

    def test_no_texts_give_no_rows(self, embedder: Embedder) -> None:
        assert embedder.embed_passages([]).shape == (0, embedder.dimensions)

    def test_rows_stand_in_the_order_of_the_texts(self, embedder: Embedder) -> None:
        texts = [f"{word} in het mbo" for word in ("scholing", "toezicht", "bekostiging") for _ in range(50)]
        together = embedder.embed_passages(texts)
        assert np.allclose(together, np.vstack([embedder.embed_passages([text]) for text in texts]), atol=1e-6)

    def test_the_same_text_is_nearer_than_another(self, embedder: Embedder) -> None:
        near, far = embedder.embed_passages(["leerrechten voor studenten", "wijzigingswet bijzonder bewind"])
        question = embedder.embed_query("leerrechten voor studenten")
        assert question @ near > question @ far

    def test_it_has_a_name(self, embedder: Embedder) -> None:
        assert embedder.name


def _found(index: PassageIndex, question: str, k: int = 50) -> list[str]:
    return [match.passage for match in index.search(Query(question), k)]
