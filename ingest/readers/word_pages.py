"""The pages of a Word file as they fill, and the notes that belong at their ends."""

from __future__ import annotations

from docx.oxml.ns import qn

from assistant.domain.documents import Page
from ingest.readers.page_builder import FootnoteMark, PageBuilder
from ingest.readers.word_inline import NoteReference, blocks, words
from ingest.readers.word_package import WordFile

_PARAGRAPH = frozenset({qn("w:p")})


class Notes:
    """Footnotes and endnotes, numbered together in the order of their marks."""

    def __init__(self, file: WordFile) -> None:
        self._elements = {
            (kind, note.get(qn("w:id"), "")): note
            for kind, root in (("footnote", file.footnotes), ("endnote", file.endnotes))
            if root is not None
            for note in root.findall(qn(f"w:{kind}"))
        }
        self._labels: dict[NoteReference, str] = {}

    def mark(self, reference: NoteReference) -> FootnoteMark:
        return FootnoteMark(self._labels.setdefault(reference, str(len(self._labels) + 1)))

    def text(self, reference: NoteReference) -> str:
        note = self._elements.get((reference.kind, reference.id))
        return "" if note is None else " ".join(words(paragraph) for paragraph in blocks(note, _PARAGRAPH))


class Pages:
    """Pages are numbered from 1, empty ones too."""

    def __init__(self) -> None:
        self._done: list[Page] = []
        self._notes: list[tuple[str, str]] = []
        self._picture = False
        self.current = PageBuilder(1)

    def turn(self, *, forced: bool) -> None:
        """Begins a page. A turn that is not forced may tell again of a page that has begun already."""
        if forced or self._used:
            self._close()

    def picture(self) -> None:
        """A page with nothing but a picture is a page."""
        self._picture = True

    def note(self, label: str, text: str) -> None:
        """Goes to the end of the page that has its mark."""
        self._notes.append((label, text))

    def finish(self) -> tuple[Page, ...]:
        if self._used or not self._done:
            self._close()
        return tuple(self._done)

    @property
    def _used(self) -> bool:
        return self._picture or not self.current.empty

    def _close(self) -> None:
        for label, text in self._notes:
            self.current.footnote(label, text)
        self._done.append(self.current.page())
        self._notes, self._picture = [], False
        self.current = PageBuilder(len(self._done) + 1)
