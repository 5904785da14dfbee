"""Peers beside our own search, on the same questions and pages: ``python -m evals.benchmarks.peers``.

Exit status: 0 done, 2 the data or the set-up is wrong. README.md says how the peers are installed.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

from evals.benchmarks.peers.haystack_bm25 import HaystackBm25
from evals.benchmarks.peers.langchain_chroma import LangchainChroma
from evals.benchmarks.peers.searching import PageText, Peer
from evals.errors import EvaluationError
from evals.kinds import Documents
from evals.metrics.catalogue import BY_NAME
from evals.metrics.retrieval import DEPTH
from evals.questions import Place, Question, chosen, load, suite_path
from evals.replies import Reply
from evals.runner import Asked
from evals.scoring import Scored, estimated, scored
from evals.statistics import holm, permutation_p
from evals.workbench import Examined, opened, page_text

COMPARED = "retrieval.page_ndcg@10"
SHOWN = (
    "retrieval.page_recall@1",
    "retrieval.page_recall@5",
    COMPARED,
    "retrieval.page_mrr",
    "retrieval.all_evidence@10",
)
OURS = "wiewatwanneer"
FARTHEST = 2_000  # the highest page number of a document that is looked for

Ranked = Callable[[str, int], Sequence[Place]]
MakePeer = Callable[[Sequence[PageText]], Peer]


def main(arguments: Sequence[str] | None = None) -> int:
    options = _parser().parse_args(arguments)
    try:
        wanted = chosen(load(suite_path(options.suite)), (), options.split)
        questions = [each for each in wanted if each.is_answerable]
        with opened(options.data, Documents(options.documents)) as examined:
            results = dict(compared(examined, questions, peers(options.embedder)))
    except EvaluationError as error:
        print(error, file=sys.stderr)
        return 2
    print(as_text(results))
    return 0


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m evals.benchmarks.peers", description=__doc__.split("\n")[0])
    parser.add_argument("--suite", "--questions", default="core", metavar="NAME|FILE")
    parser.add_argument("--split", default="", choices=("dev", "test"))
    parser.add_argument("--data", type=Path, metavar="DIR", help="a library that is there, in the place of the corpus")
    parser.add_argument("--documents", default=Documents.DIGESTS.value, choices=[each.value for each in Documents])
    parser.add_argument("--embedder", default="hashed", help="of the peer with vectors (default: hashed)")
    return parser


def peers(embedder: str) -> dict[str, MakePeer]:
    return {"haystack BM25": HaystackBm25, "langchain + chroma": lambda pages: LangchainChroma(pages, embedder)}


def compared(
    examined: Examined, questions: Sequence[Question], others: dict[str, MakePeer]
) -> Iterator[tuple[str, list[Scored]]]:
    """The results of each by name, ours first. Raises ``EvaluationError`` when no question has an answer."""
    if not questions:
        raise EvaluationError("None of the questions has an answer: there is nothing to find.")
    yield OURS, _asked(_ours(examined), questions, examined)
    pages = list(_pages(examined))
    for name, make in others.items():
        try:
            peer = make(pages)
        except ModuleNotFoundError as error:
            print(f"{name} is left out: {error.name} is not installed (see README.md).", file=sys.stderr)
            continue
        yield name, _asked(peer.ranked, questions, examined)


def _ours(examined: Examined) -> Ranked:
    def ranked(question: str, k: int) -> list[Place]:
        return list(dict.fromkeys((hit.passage.document, hit.passage.page) for hit in examined.search(question, k)))

    return ranked


def _asked(ranked: Ranked, questions: Sequence[Question], examined: Examined) -> list[Scored]:
    """A search is asked the whole conversation at once, ours as well as theirs."""
    asked = []
    for question in questions:
        hits = ranked(" ".join((*question.history, question.text)), DEPTH)
        asked.append(Asked(question, (Reply(question.id, hits=tuple(hits)),), (0.0,)))
    return scored(asked, page_text(examined))


def _pages(examined: Examined) -> Iterator[PageText]:
    """Every page with text; a digest leaves pages out, and its numbers are those of the document."""
    text = page_text(examined)
    for document in examined.documents():
        found = 0
        for number in range(1, FARTHEST):
            content = text((document.id, number))
            found += content is not None
            if content and content.strip():
                yield PageText(document.id, number, content)
            if found == document.pages:
                break


def as_text(results: dict[str, list[Scored]]) -> str:
    ours, *names = results
    chances = dict(zip(names, _chances(results[ours], [results[name] for name in names]), strict=True))
    widest = max(len(name) for name in results)
    heads = "".join(f"{name.removeprefix('retrieval.'):>24}" for name in SHOWN)
    lines = [f"{len(results[ours])} questions with an answer", f"{'':{widest}}{heads}{'p (Holm)':>12}"]
    for name, found in results.items():
        cells = "".join(f"{_cell(metric, found):>24}" for metric in SHOWN)
        chance = f"{chances[name]:12.3f}" if name in chances else ""
        lines.append(f"{name:<{widest}}{cells}{chance}")
    return "\n".join(lines)


def _cell(metric: str, results: Sequence[Scored]) -> str:
    found = estimated(BY_NAME[metric], results)
    return f"{found.mean:.3f} ({found.low:.3f}-{found.high:.3f})" if found else "-"


def _chances(ours: Sequence[Scored], others: Sequence[Sequence[Scored]]) -> list[float]:
    return holm([permutation_p(_values(ours), _values(each)) for each in others])


def _values(results: Sequence[Scored]) -> list[float]:
    return [each.value(COMPARED) or 0.0 for each in results]


if __name__ == "__main__":
    sys.exit(main())
