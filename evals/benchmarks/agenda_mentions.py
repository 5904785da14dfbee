"""How well later mentions of actions are found: python -m evals.benchmarks.agenda_mentions [FOLDER] [--all]

The sample points at every sentence of the real documents that speaks of an action of the agenda, read by hand, so that
whatever else is found is wrong. Prints precision and recall, and with --all each mistake. Precision goes before recall:
a passage that is shown and speaks of something else costs more than one that is left for a search.
"""

from __future__ import annotations

import argparse
import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

from assistant.application import Application
from assistant.bootstrap import build_application
from assistant.domain.agenda import ActionMention
from assistant.settings import Settings
from evals.originals import ORIGINALS

SAMPLE = Path(__file__).parents[1] / "datasets" / "agenda_mentions.jsonl"


@dataclass(frozen=True, slots=True)
class Label:
    """``words`` are the first of a sentence that speaks of the action."""

    action: str
    document: str
    page: int
    words: str

    def points_at(self, mention: ActionMention) -> bool:
        quotation = mention.quotation
        same_page = (mention.action, quotation.document, quotation.page) == (self.action, self.document, self.page)
        return same_page and " ".join(quotation.text.split()).startswith(self.words)

    def __str__(self) -> str:
        return f"{self.action}: {self.document}, page {self.page}: {self.words}"


@dataclass(frozen=True, slots=True)
class Scores:
    found: int
    wrong: tuple[ActionMention, ...]
    missed: tuple[Label, ...]
    labels: int

    @property
    def precision(self) -> float:
        return 1 - len(self.wrong) / max(self.found, 1)

    @property
    def recall(self) -> float:
        return 1 - len(self.missed) / max(self.labels, 1)


def scores(mentions: Sequence[ActionMention], labels: Sequence[Label]) -> Scores:
    wrong = tuple(each for each in mentions if not any(label.points_at(each) for label in labels))
    missed = tuple(label for label in labels if not any(label.points_at(each) for each in mentions))
    return Scores(len(mentions), wrong, missed, len(labels))


def labels_in(path: Path) -> tuple[Label, ...]:
    return tuple(Label(**json.loads(line)) for line in path.read_text(encoding="utf-8").splitlines())


def mentions_of(application: Application) -> Iterator[ActionMention]:
    for action in application.actions():
        yield from application.mentions(action.action.id)


def main(arguments: Sequence[str] | None = None) -> None:
    parser = argparse.ArgumentParser(description="Measure how well later mentions of actions are found.")
    parser.add_argument("folder", nargs="?", type=Path, default=ORIGINALS)
    parser.add_argument("--all", action="store_true", help="print each mistake")
    chosen = parser.parse_args(arguments)
    with TemporaryDirectory(prefix="wiewatwanneer-") as folder:
        application = build_application(Settings(Path(folder)))
        list(application.ingest([str(path) for path in sorted(chosen.folder.glob("*.pdf"))]))
        found = scores([*mentions_of(application)], labels_in(SAMPLE))
    right, labelled = found.found - len(found.wrong), found.labels - len(found.missed)
    print(f"precision {found.precision:.2f} ({right} of {found.found} found), ", end="")
    print(f"recall {found.recall:.2f} ({labelled} of {found.labels} labelled)")
    if chosen.all:
        for each in found.wrong:
            print(f"wrong  {each.action}: {each.quotation.document}, page {each.quotation.page}: {each.quotation.text}")
        for label in found.missed:
            print(f"missed {label}")


if __name__ == "__main__":
    main()
