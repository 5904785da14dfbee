"""What each setting of the composer is worth: python -m evals.benchmarks.composing

Measures answers to the steering questions on the originals beside the project. Every row changes one setting; the table
is Markdown, and ``docs/answers.md`` keeps one.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, fields, replace
from functools import cache
from typing import Any

from assistant.answering.candidates import ComposerSettings
from assistant.answering.composing import ExtractiveComposer
from assistant.answering.page_view import PageView
from assistant.answering.service import AnsweringService, KnownDocument
from assistant.domain.answers import Answer, Searched, Turn
from assistant.domain.documents import Document
from evals.benchmarks.ablation import SPLITS, Originals, read_originals, retriever_of
from evals.benchmarks.answers import Question, facts_in, questions
from evals.benchmarks.variants import DEFAULT

# Other values of each setting, on both sides of the one that was chosen.
OTHERS: dict[str, tuple[float, ...]] = {
    "passages": (8, 32),
    "words": (60, 90, 200),
    "sentences": (5, 12),
    "items": (5, 20),
    "own": (0.5, 2.0),
    "around": (0.0, 0.5),
    "found": (0.35, 1.4),
    "page": (0.0, 0.2),
    "kind": (0.0, 0.5),
    "definition": (0.0, 2.0),
    "list": (0.0, 0.2),
    "before": (0.3, 0.9),
    "after": (0.0, 0.4),
    "count": (0.0,),
    "tone": (0.0,),
    "origin": (0.0, 1.0),
    "counted": (0.0,),
    "close": (0.4, 0.5, 0.65, 0.7),
    "settled": (0.5, 1.0),
    "pages": (1, 2, 5),
    "fragment": (0.0, 0.3),
}


class Documents:
    """The shelf of a library that does not change."""

    def __init__(self, documents: Sequence[Document]) -> None:
        self._pages = {(each.id, page.number): PageView(each.id, page) for each in documents for page in each.pages}
        self._known = {each.id: KnownDocument(each.source.title, each.origin) for each in documents}

    def page(self, document: str, number: int) -> PageView:
        return self._pages[document, number]

    def known(self) -> dict[str, KnownDocument]:
        return self._known

    def searched(self) -> Searched:
        return Searched(tuple(self._known))


@dataclass(frozen=True, slots=True)
class Answered:
    question: Question
    answer: Answer

    @property
    def facts(self) -> int:
        return facts_in(self.answer, self.question)

    @property
    def places(self) -> list[tuple[str, int]]:
        return [(citation.document, citation.page) for citation in self.answer.citations]

    @property
    def words(self) -> int:
        return sum(len(sentence.text.split()) for sentence in self.answer.sentences)


class Workbench:
    """Searches once for every question, and composes anew for every row."""

    def __init__(self, originals: Originals) -> None:
        self._glossary = originals.glossary
        self._rows = [each for each in originals.passages(DEFAULT.cut) if each.section]
        self._retriever = retriever_of(DEFAULT, originals)
        self._retriever.retrieve = cache(self._retriever.retrieve)  # type: ignore[method-assign]
        self._shelf = Documents(originals.documents)

    def answered(self, settings: ComposerSettings, asked: Sequence[Question]) -> list[Answered]:
        composer = ExtractiveComposer(settings)
        service = AnsweringService(self._glossary, self._retriever, lambda: self._rows, self._shelf, composer)
        return [Answered(each, service.ask(each.text, [Turn(text) for text in each.history])) for each in asked]


HEADER = (
    "| change | facts dev | facts test | facts | right page cited | citations on a right page | words | questions with "
    "more, fewer facts |\n|---|---|---|---|---|---|---|---|"
)


def row(name: str, found: Sequence[Answered], default: Sequence[Answered]) -> str:
    pairs = [(new.facts, old.facts) for new, old in zip(found, default, strict=True)]
    places = [place in each.question.gold for each in found for place in each.places]
    cells = [
        name,
        *(_facts([each for each in found if each.question.split == split]) for split in SPLITS),
        _facts(found),
        f"{sum(bool(each.question.gold.intersection(each.places)) for each in found) / len(found):.3f}",
        f"{sum(places) / len(places):.3f}",
        f"{sum(each.words for each in found) / len(found):.0f}",
        f"{sum(new > old for new, old in pairs)}, {sum(new < old for new, old in pairs)}",
    ]
    return f"| {' | '.join(cells)} |"


def _facts(found: Sequence[Answered]) -> str:
    return f"{sum(each.facts for each in found) / sum(len(each.question.facts) for each in found):.3f}"


def table(workbench: Workbench, asked: Sequence[Question]) -> Iterator[str]:
    settings = ComposerSettings()
    default = workbench.answered(settings, asked)
    yield HEADER
    yield row("the defaults", default, default)
    for field in fields(ComposerSettings):
        for value in OTHERS[field.name]:
            change: dict[str, Any] = {field.name: value}
            name = f"{field.name} {value:g}, not {getattr(settings, field.name):g}"
            yield row(name, workbench.answered(replace(settings, **change), asked), default)


def main() -> int:
    asked = [question for question in questions() if question.gold]
    for line in table(Workbench(read_originals()), asked):
        print(line, flush=True)
    return 0


if __name__ == "__main__":
    sys.exit(main())
