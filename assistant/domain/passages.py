"""Passages: what is indexed, found and quoted."""

from __future__ import annotations

from dataclasses import dataclass

from assistant.domain.documents import BlockKind, Span


@dataclass(frozen=True, slots=True)
class Passage:
    """A stretch of one page, with what its surroundings say of it.

    ``page.text[start:end] == text`` holds for the page that ``document`` and ``page`` name. ``context`` is what stands
    around it (document title, headings, a table's column names and section title): it is indexed, never quoted.
    ``columns`` and ``cells`` are a table row's column names and the cells' spans in the page's text, in the same
    order; ``section`` is the title of the part of the table that the row stands in. ``label`` is a footnote's mark.
    ``digest`` is what the project's digest of the document says of the page, a sentence to a line: it helps to find
    the page, and is never shown, quoted or taken for proof.
    """

    id: str
    document: str
    version: str
    page: int
    start: int
    end: int
    text: str
    kind: BlockKind = BlockKind.PARAGRAPH
    headings: tuple[str, ...] = ()
    context: str = ""
    columns: tuple[str, ...] = ()
    cells: tuple[Span, ...] = ()
    section: str = ""
    label: str = ""
    digest: str = ""

    def __hash__(self) -> int:
        """Of the id alone, which tells passages apart well enough: hashing every word of each takes its time."""
        return hash(self.id)

    @property
    def indexed_text(self) -> str:
        return f"{self.context}\n{self.text}" if self.context else self.text

    def cell(self, index: int) -> str:
        span = self.cells[index]
        return self.text[span.start - self.start : span.end - self.start]


@dataclass(frozen=True, slots=True)
class Hit:
    """A passage found by a search; a higher ``score`` is better, and scores compare within one search only."""

    passage: Passage
    score: float
