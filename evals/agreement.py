"""Whether the citation metrics agree with a person who read the citations of forty answers.

Labels name each citation by document, page and offsets in the text of the original's page, and hold none of its words.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from evals.errors import EvaluationError
from evals.metrics.citations import Fits, same_page, same_words
from evals.metrics.quotations import CELL_JOINT
from evals.questions import DATASETS, Place, Question
from evals.replies import Cited

LABELS = DATASETS / "labelled_citations.jsonl"

OriginalText = Callable[[Place], str]


@dataclass(frozen=True, slots=True)
class Label:
    """What a person said of one citation: that its page bears on the question, and that its words do."""

    question: str
    place: Place
    spans: tuple[tuple[int, int], ...]
    page_is_right: bool
    words_are_right: bool


@dataclass(frozen=True, slots=True)
class Agreement:
    """``kappa`` is agreement beyond chance: 1 is perfect, 0 is what chance gives."""

    citations: int
    agreed: int
    kappa: float


def load_labels(path: Path = LABELS) -> list[Label]:
    """Raises ``EvaluationError`` for a file that holds none."""
    try:
        lines = [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]
        return [
            Label(
                line["id"],
                (each["document"], each["page"]),
                tuple((start, end) for start, end in each["spans"]),
                each["page_relevant"],
                each["quote_relevant"],
            )
            for line in lines
            for each in line["citations"]
        ]
    except (OSError, ValueError, KeyError, TypeError) as error:
        raise EvaluationError("{path} holds no labels of citations.", path=path) from error


def page_agreement(labels: Sequence[Label], questions: Mapping[str, Question]) -> Agreement:
    return _agreement([(each.page_is_right, _judged(each, questions, same_page, "")) for each in labels])


def words_agreement(labels: Sequence[Label], questions: Mapping[str, Question], text: OriginalText) -> Agreement:
    """``text`` gives the words of an original's page, in which the labels' offsets are counted."""
    return _agreement(
        [(each.words_are_right, _judged(each, questions, same_words, _quote(each, text))) for each in labels]
    )


def _quote(label: Label, text: OriginalText) -> str:
    page = text(label.place)
    return CELL_JOINT.join(page[start:end] for start, end in label.spans)


def _judged(label: Label, questions: Mapping[str, Question], fits: Fits, quote: str) -> bool:
    if label.question not in questions:
        raise EvaluationError(
            "{question} is labelled and not in the suite: label its answer again.", question=label.question
        )
    cited = Cited(1, *label.place, quote)
    return any(fits(cited, gold) for requirement in questions[label.question].gold for gold in requirement)


def _agreement(pairs: Sequence[tuple[bool, bool]]) -> Agreement:
    return Agreement(len(pairs), sum(one == other for one, other in pairs), cohens_kappa(pairs))


def cohens_kappa(pairs: Sequence[tuple[bool, bool]]) -> float:
    """Cohen 1960: the agreement above what two judges with these shares would reach by chance, over all above it."""
    observed = sum(one == other for one, other in pairs) / len(pairs)
    first, second = (sum(pair[side] for pair in pairs) / len(pairs) for side in (0, 1))
    expected = first * second + (1 - first) * (1 - second)
    return 1.0 if expected == 1.0 else (observed - expected) / (1 - expected)


def named(agreements: Mapping[str, Agreement]) -> Iterator[str]:
    for name, each in agreements.items():
        yield f"{name:<10}kappa {each.kappa:.3f}: {each.agreed} of {each.citations} citations judged alike"
