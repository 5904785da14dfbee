"""Pages, passages and questions to test answering with: real ones, read from Markdown and cut as documents are."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from assistant.answering.glossary import Glossary
from assistant.answering.matching import WeighedTerm, weighed
from assistant.answering.page_view import PageView
from assistant.answering.understanding import Understanding, understand
from assistant.domain.answers import Turn
from assistant.domain.documents import Document, Origin, Page, Source
from assistant.domain.passages import Hit, Passage
from ingest.passages import passages
from ingest.readers.page_builder import PageBuilder
from ingest.readers.registry import reader_for
from ingest.token_count import count_tokens

NO_WORDS = Glossary()


@dataclass(frozen=True)
class Counts:
    """In how many of ``passages`` passages each stem stands; a stem that is not told of stands in none."""

    passages: int = 100
    of: Mapping[str, int] = field(default_factory=dict)

    def size(self) -> int:
        return self.passages

    def frequency(self, stem: str) -> int:
        return self.of.get(stem, 0)


@dataclass(frozen=True)
class Everywhere(Counts):
    """Every stem stands in ten of a hundred passages, so that all weigh the same."""

    def frequency(self, stem: str) -> int:
        return self.of.get(stem, 10)


def understood(question: str, *earlier: str, glossary: Glossary = NO_WORDS) -> Understanding:
    return understand(question, [Turn(text) for text in earlier], glossary)


def terms_of(question: Understanding, counts: Counts | None = None) -> tuple[WeighedTerm, ...]:
    return weighed(question.terms, counts or Everywhere())


def page_of(*paragraphs: str) -> Page:
    builder = PageBuilder(1)
    for paragraph in paragraphs:
        builder.paragraph(paragraph)
    return builder.page()


@dataclass(frozen=True)
class Piece:
    """A document with its passages."""

    document: Document
    passages: tuple[Passage, ...]

    def view(self, document: str, number: int) -> PageView:
        return PageView(document, next(page for page in self.document.pages if page.number == number))

    def hits(self, scores: Sequence[float] = ()) -> list[Hit]:
        """All passages in order, with these scores or each with one point less than the one before."""
        points = scores or [float(len(self.passages) - i) for i in range(len(self.passages))]
        return [Hit(passage, score) for passage, score in zip(self.passages, points, strict=True)]

    def hit(self, words: str, score: float = 1.0) -> Hit:
        """The one passage that holds these words."""
        (found,) = [passage for passage in self.passages if words in passage.text]
        return Hit(found, score)


def read(folder: Path, markdown: str, title: str = "Een stuk", name: str = "stuk") -> Piece:
    path = folder / f"{name}.md"
    path.write_text(markdown, encoding="utf-8")
    reading = reader_for(path).read(path)
    document = Document(Source(name, title), f"{name}-1", Origin.ORIGINAL, path.name, reading.extractor, reading.pages)
    return Piece(document, passages(document, count_tokens))
