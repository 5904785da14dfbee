"""The footnotes at the words of an agenda: where a mark leads, and what a word means that was marked elsewhere."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from assistant.domain.agenda import Note, Owner, Quotation
from assistant.domain.documents import Block, BlockKind, Document, Mark, Page, Span
from ingest.agenda_signs import sign_notes
from ingest.agenda_texts import Piece, without_marks

_PUNCTUATION = " ,;:.()[]"


class Notes:
    """``seen`` words with a mark have their footnote wherever they stand; the first one counts."""

    def __init__(self, document: Document) -> None:
        self._document = document
        self._seen: dict[str, Note] = {}

    def see(self, words: Iterable[str], pieces: Iterable[Piece]) -> list[Note]:
        """The footnotes in a cell. Each is at the one of ``words`` that its mark follows, or else at the last word."""
        names = sorted(words, key=len, reverse=True)
        found: list[Note] = []
        for piece in pieces:
            for mark in piece.marks:
                note = self._note(piece, mark, names)
                if note:
                    found.append(note)
                    self._seen.setdefault(note.word.casefold(), note)
        return found

    def defined(self, owner: Owner, at_hand: Sequence[Note]) -> Owner:
        """The owner with the footnote at its name, here or elsewhere."""
        here = next((note for note in at_hand if note.word == owner.name), None)
        return replace(owner, note=here or self._seen.get(owner.name.casefold()))

    def _note(self, piece: Piece, mark: Mark, names: Sequence[str]) -> Note | None:
        quotation = self._quotation(piece.page, mark.label)
        before = without_marks(Piece(piece.page, Span(piece.span.start, mark.start))).rstrip(_PUNCTUATION)
        if quotation is None or not before:
            return None
        word = next((name for name in names if before.endswith(name)), before.split()[-1].lstrip(_PUNCTUATION))
        return Note(word, mark.label, quotation)

    def _quotation(self, page: Page, label: str) -> Quotation | None:
        for other in self._nearby(page):
            if span := sign_notes(other).get(label):
                return Quotation(self._document.id, other.number, " ".join(span.of(other.text).split()))
            for block in other.blocks:
                if block.kind is BlockKind.FOOTNOTE and block.label == label:
                    return Quotation(self._document.id, other.number, _words(other, block))
        return None

    def _nearby(self, page: Page) -> Iterator[Page]:
        """The page itself, those after it, and those before it from the nearest on: a note follows its mark."""
        pages = self._document.pages
        at = pages.index(page)
        yield from pages[at:]
        yield from reversed(pages[:at])


def _words(page: Page, note: Block) -> str:
    """A footnote without the label that it begins with."""
    text = " ".join(page.text[note.start : note.end].split())
    return text.removeprefix(note.label).lstrip(" .:)") if note.label else text
