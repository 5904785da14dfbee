"""How well texts are tagged with the parties they name: python -m evals.benchmarks.mentions [FOLDER] [--all]

The sample names every mention on its pages, so that whatever else is found there is wrong; a line without a party is
a trap, where nobody is named. Prints precision, recall and how many traps held, and with --all each mistake.
"""

from __future__ import annotations

import argparse
import json
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from assistant.domain.text import masked
from evals.originals import ORIGINALS
from ingest.readers.registry import reader_for
from ingest.stakeholders import StakeholderRegister, load_stakeholders

SAMPLE = Path(__file__).parents[1] / "datasets" / "mentions.jsonl"

PageKey = tuple[str, int]


@dataclass(frozen=True, slots=True)
class Label:
    """``words`` are the first of a mention and what follows it, once on their page; ``party`` is empty for a trap."""

    document: str
    page: int
    words: str
    party: str


@dataclass(frozen=True, slots=True)
class Scores:
    """Each mistake is a place and a party: 'unl-llo, page 2: accountants'."""

    right: int
    missed: tuple[str, ...]
    wrong: tuple[str, ...]
    traps: int
    sprung: int

    @property
    def precision(self) -> float:
        return self.right / max(self.right + len(self.wrong), 1)

    @property
    def recall(self) -> float:
        return self.right / max(self.right + len(self.missed), 1)


def main(arguments: Sequence[str] | None = None) -> None:
    parser = argparse.ArgumentParser(description="Measure how well parties are found in texts.")
    parser.add_argument("folder", nargs="?", type=Path, default=ORIGINALS)
    parser.add_argument("--all", action="store_true", help="print each mistake")
    chosen = parser.parse_args(arguments)
    labels = read_sample(SAMPLE)
    absent = sorted({label.document for label in labels if not (chosen.folder / f"{label.document}.pdf").is_file()})
    if absent:
        parser.error(f"{chosen.folder} lacks {', '.join(absent)}")
    scores = scored(labels, page_texts(chosen.folder, labels), load_stakeholders())
    print(
        f"precision {scores.precision:.3f}  recall {scores.recall:.3f}  of {scores.right + len(scores.missed)} mentions"
    )
    print(f"traps     {scores.traps - scores.sprung} of {scores.traps} held")
    if chosen.all:
        print(*(f"missed  {each}" for each in scores.missed), *(f"wrong   {each}" for each in scores.wrong), sep="\n")


def read_sample(path: Path) -> tuple[Label, ...]:
    return tuple(Label(**json.loads(line)) for line in path.read_text(encoding="utf-8").splitlines())


def page_texts(folder: Path, labels: Iterable[Label]) -> dict[PageKey, str]:
    """The texts of all pages of the documents that are labelled, on one line and without footnote marks."""
    pages: dict[PageKey, str] = {}
    for document in dict.fromkeys(label.document for label in labels):
        path = folder / f"{document}.pdf"
        for page in reader_for(path).read(path).pages:
            pages[document, page.number] = " ".join(masked(page).split())
    return pages


def scored(labels: Sequence[Label], pages: Mapping[PageKey, str], parties: StakeholderRegister) -> Scores:
    by_page: dict[PageKey, list[Label]] = defaultdict(list)
    for label in labels:
        by_page[label.document, label.page].append(label)
    right, sprung = 0, 0
    missed: list[str] = []
    wrong: list[str] = []
    for key, labelled in by_page.items():
        text = pages[key]
        where = f"{key[0]}, page {key[1]}"
        mentions = parties.mentions(text)
        expected = {(_place(text, label), label.party) for label in labelled if label.party}
        found = {(mention.start, mention.stakeholder) for mention in mentions}
        traps = [_place(text, label) for label in labelled if not label.party]
        right += len(expected & found)
        missed += [f"{where}: {party}, {text[start : start + 40]!r}" for start, party in sorted(expected - found)]
        wrong += [f"{where}: {party}, {text[start : start + 40]!r}" for start, party in sorted(found - expected)]
        sprung += sum(any(mention.start <= trap < mention.end for mention in mentions) for trap in traps)
    return Scores(right, tuple(missed), tuple(wrong), sum(not label.party for label in labels), sprung)


def _place(text: str, label: Label) -> int:
    """Raises ``ValueError`` for words that do not stand on the page."""
    place = text.find(label.words)
    if place < 0:
        raise ValueError(f"{label.document} has no {label.words!r} on page {label.page}")
    return place


if __name__ == "__main__":
    main()
