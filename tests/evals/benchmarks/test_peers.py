"""Peers are asked what we are asked, over the same pages, and the figures stand beside each other."""

from __future__ import annotations

import importlib.util
import re
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

import pytest

from evals.benchmarks.peers.__main__ import OURS, as_text, compared, main
from evals.benchmarks.peers.haystack_bm25 import HaystackBm25
from evals.benchmarks.peers.langchain_chroma import LangchainChroma
from evals.benchmarks.peers.searching import PageText, first_places
from evals.errors import EvaluationError
from evals.questions import Place
from evals.replies import Reply
from tests.evals.products import PreparedProduct
from tests.evals.samples import ROW, UNANSWERABLE, question

HARBOUR = PageText("haven", 3, "De proef met waterstof kost 12 miljoen euro.")
SCHOOL = PageText("school", 1, "Leerlingen krijgen les over gezonde voeding.")
PAGES = (HARBOUR, SCHOOL)
PEERS = Path(__file__).parents[3] / "evals" / "benchmarks" / "peers"

needs_haystack = pytest.mark.skipif(
    importlib.util.find_spec("haystack") is None, reason="haystack is in the peers' own environment, not in this one"
)
needs_splitter = pytest.mark.skipif(
    importlib.util.find_spec("langchain_text_splitters") is None,
    reason="LangChain's splitters are in the peers' own environment, not in this one",
)


class PreparedPeer:
    """Finds these places whatever is asked; ``asked`` are the questions so far."""

    def __init__(self, places: Sequence[Place]) -> None:
        self.places = places
        self.asked: list[str] = []
        self.pages: list[PageText] = []

    def over(self, pages: Sequence[PageText]) -> PreparedPeer:
        self.pages = list(pages)
        return self

    def ranked(self, question: str, k: int) -> Sequence[Place]:
        self.asked.append(question)
        return self.places[:k]


ASKED = replace(question(), gold=((ROW,),), history=("Wat is de agenda?",))
WHOLE = f"Wat is de agenda? {ASKED.text}"


def product(*hits: Place) -> PreparedProduct:
    return PreparedProduct({WHOLE: Reply("q1", hits=hits)})


def test_a_peer_gets_the_pages_that_we_have_and_the_whole_conversation() -> None:
    peer = PreparedPeer([("agenda", 5)])
    results = dict(compared(product(("agenda", 6), ("agenda", 5)), [ASKED], {"peer": peer.over}))
    assert [(each.document, each.number) for each in peer.pages] == [("agenda", 5), ("agenda", 6), ("brief", 2)]
    assert peer.asked == [WHOLE]
    assert results[OURS][0].value("retrieval.page_mrr") == 0.5
    assert results["peer"][0].value("retrieval.page_mrr") == 1.0


def test_the_figures_stand_with_their_intervals_and_the_chance_of_the_difference() -> None:
    questions = [replace(ASKED, id=f"q{number}") for number in range(8)]
    results = dict(compared(product(("agenda", 5)), questions, {"peer": PreparedPeer([("brief", 2)]).over}))
    ours, peer = as_text(results).splitlines()[2:]
    # Eight of eight and none of eight: Wilson's intervals, and a difference that two of 256 permutations give.
    assert re.split(r"\s{2,}", ours) == [OURS, *["1.000 (0.676-1.000)"] * 5]
    assert re.split(r"\s{2,}", peer) == ["peer", *["0.000 (0.000-0.324)"] * 5, "0.008"]


def test_a_peer_that_is_not_installed_is_named_and_left_out(capsys: pytest.CaptureFixture[str]) -> None:
    def absent(pages: Sequence[PageText]) -> PreparedPeer:
        raise ModuleNotFoundError("No module named 'haystack'", name="haystack")

    assert list(dict(compared(product(), [ASKED], {"haystack BM25": absent}))) == [OURS]
    assert capsys.readouterr().err.startswith("haystack BM25 is left out: haystack is not installed")


def test_without_a_question_that_has_an_answer_there_is_nothing_to_find(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(EvaluationError, match="nothing to find"):
        list(compared(product(), [each for each in [UNANSWERABLE] if each.is_answerable], {}))
    assert main(["--suite", str(tmp_path / "nergens.jsonl")]) == 2
    assert "There is no suite or file" in capsys.readouterr().err


def test_a_page_stands_where_its_first_piece_does() -> None:
    assert first_places([("a", 1), ("b", 2), ("a", 1), ("c", 3)], 2) == [("a", 1), ("b", 2)]


@needs_haystack
def test_haystack_finds_the_page_with_the_words() -> None:
    assert HaystackBm25(PAGES).ranked("Hoeveel kost de proef met waterstof?", 10)[0] == ("haven", 3)


@needs_splitter
def test_chroma_finds_the_page_of_a_piece_and_gives_each_page_once() -> None:
    long = PageText("haven", 4, "Schepen varen op de rivier. " * 100)
    found = LangchainChroma((*PAGES, long), "hashed").ranked("Varen schepen op de rivier?", 10)
    assert found[0] == ("haven", 4)
    assert sorted(found) == [("haven", 3), ("haven", 4), ("school", 1)]


@needs_splitter
def test_chroma_cannot_do_without_vectors() -> None:
    with pytest.raises(EvaluationError, match="vectors alone"):
        LangchainChroma(PAGES, "none")


def test_what_peers_need_stands_apart_with_exact_versions() -> None:
    lines = (PEERS / "requirements.txt").read_text(encoding="utf-8").splitlines()
    assert [line for line in lines if not re.fullmatch(r"[a-z0-9-]+==[0-9.]+", line)] == []
    project = (PEERS.parents[2] / "pyproject.toml").read_text(encoding="utf-8")
    assert [line for line in lines if f'"{line.partition("==")[0]}' in project] == []
