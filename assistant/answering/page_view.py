"""A page with what answering needs of it, worked out once."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

from assistant.answering.statements import Statement, section_titles, sentences
from assistant.domain.documents import Page
from assistant.index.analyzer import stems


@dataclass(frozen=True)
class PageView:
    """``sentences`` are the page's statements in order, and ``stems`` the stems of each."""

    document: str
    page: Page

    @cached_property
    def sentences(self) -> tuple[Statement, ...]:
        return sentences(self.document, self.page)

    def labels_in(self, statement: Statement) -> frozenset[str]:
        """The footnotes that a sentence refers to."""
        span = statement.spans[0]
        return frozenset(mark.label for mark in self.page.marks if span.start <= mark.start <= span.end + 1)

    def label(self, statement: Statement) -> str:
        """The label of the footnote or list item that a sentence stands in."""
        return self.page.blocks[statement.block].label

    @cached_property
    def section_titles(self) -> tuple[Statement, ...]:
        """The titles of the parts of its tables, in order."""
        return section_titles(self.document, self.page)

    @cached_property
    def stems(self) -> tuple[frozenset[str], ...]:
        return tuple(frozenset(stems(each.text)) for each in self.sentences)
