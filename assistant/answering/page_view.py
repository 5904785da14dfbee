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

    @cached_property
    def section_titles(self) -> tuple[Statement, ...]:
        """The titles of the parts of its tables, in order."""
        return section_titles(self.document, self.page)

    @cached_property
    def stems(self) -> tuple[frozenset[str], ...]:
        return tuple(frozenset(stems(each.text)) for each in self.sentences)
