"""From a question to the passages that may answer it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path

import pytest

from assistant.answering.glossary import Glossary
from assistant.answering.reranking import RerankWeights
from assistant.answering.retrieving import Expansion, Retrieval, Retriever, by_page
from assistant.domain.passages import Hit, Passage
from assistant.index.interface import Query
from assistant.testing import make_passage
from tests.assistant.answering.material import Counts, Everywhere, read, understood

GLOSSARY = Glossary(strong={("llo",): ("levenslang leren",)}, weak={("som",): ("bedrag",), ("plek",): ("plaats",)})
HELD = Counts(of={"llo": 5, "plek": 5})  # no document holds 'som'

AGENDA = """
| Wat | Wie | Wanneer |
|---|---|---|
| **1 Scholing** | | |
| Een wet | OCW | 2024 |
| **2 Bouw** | | |
| Een pilot | OCW, SZW | 2025 |
"""


@dataclass
class Finds:
    """Finds the same whatever is asked, and remembers what was."""

    hits: list[Hit] = field(default_factory=list)
    asked: list[tuple[Query, int]] = field(default_factory=list)

    def search(self, query: Query, k: int) -> list[Hit]:
        self.asked.append((query, k))
        return list(self.hits)


def retrieved(
    question: str, search: Finds, rows: Sequence[Passage] = (), retrieval: Retrieval | None = None
) -> list[str]:
    retriever = Retriever(search, Everywhere(), lambda: rows, retrieval)
    return [hit.passage.text.split("\t")[0] for hit in retriever.retrieve(understood(question)).hits]


@pytest.mark.parametrize(
    ("expansion", "added"),
    [
        (Expansion.NONE, ()),
        (Expansion.GLOSSARY, ("levenslang leren",)),
        (Expansion.UNHELD, ("levenslang leren", "bedrag")),
        (Expansion.ALL, ("levenslang leren", "bedrag", "plaats")),
    ],
)
def test_words_are_added_to_the_question_as_the_setting_says(expansion: Expansion, added: tuple[str, ...]) -> None:
    search = Finds()
    retriever = Retriever(search, HELD, lambda: (), Retrieval(expansion=expansion))
    retriever.retrieve(understood("LLO, som, plek", glossary=GLOSSARY))
    assert search.asked == [(Query("LLO, som, plek", added), 80)]


def test_added_words_are_whole_for_the_index_makes_its_own_stems() -> None:
    """The stem of 'universiteit' is 'univers', and the stem of that another one."""
    search = Finds()
    glossary = Glossary(strong={("unl",): ("universiteit",)})
    Retriever(search, Everywhere(), lambda: ()).retrieve(understood("Wat is UNL?", glossary=glossary))
    ((query, _),) = search.asked
    assert query == Query("Wat is UNL?", ("universiteit",))


def test_rows_of_the_step_that_is_numbered_are_found_without_any_word_of_it(tmp_path: Path) -> None:
    rows = read(tmp_path, AGENDA).passages
    assert sorted(retrieved("Wat houdt stap 2 in?", Finds(), rows)) == ["2 Bouw", "Een pilot"]


def test_rows_of_the_party_whose_actions_are_asked_for_are_all_found(tmp_path: Path) -> None:
    rows = read(tmp_path, AGENDA).passages
    assert sorted(retrieved("Welke acties heeft OCW?", Finds(), rows)) == ["Een pilot", "Een wet"]
    assert retrieved("Wat zegt OCW?", Finds(), rows) == []


def test_a_row_that_the_index_found_is_not_found_twice(tmp_path: Path) -> None:
    rows = read(tmp_path, AGENDA).passages
    pilot = next(row for row in rows if row.text.startswith("Een pilot"))
    found = retrieved("Wat houdt stap 2 in?", Finds([Hit(pilot, 1.0)]), rows)
    assert found.count("Een pilot") == 1


def test_hits_are_reranked_unless_the_setting_says_not() -> None:
    poor, good = make_passage("De bouw.", 0), make_passage("Scholing voor werkenden.", 1)
    hits = [Hit(poor, 1.0), Hit(good, 0.9)]
    question = "Is er scholing voor werkenden?"
    assert retrieved(question, Finds(hits)) == [good.text, poor.text]
    assert retrieved(question, Finds(hits), retrieval=Retrieval(rerank=None)) == [poor.text, good.text]
    by_index_alone = RerankWeights(index=99)
    assert retrieved(question, Finds(hits), retrieval=Retrieval(rerank=by_index_alone)) == [poor.text, good.text]


def test_the_best_hit_of_each_page_stands_for_its_page() -> None:
    passages = [replace(make_passage(f"Tekst {i}.", i), page=page) for i, page in enumerate((2, 1, 2))]
    hits = [Hit(passage, score) for passage, score in zip(passages, (3.0, 2.0, 1.0), strict=True)]
    assert by_page(hits) == (hits[0], hits[1])
