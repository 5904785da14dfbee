"""PDF files, through pdfium.

It gives the same title, labels and bookmarks as pypdf does, in a tenth of the time: pypdf reads every object of a page
tree, and that may take longer than the text.
"""

from __future__ import annotations

import logging
import re
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from importlib.metadata import version
from io import BytesIO
from mmap import ACCESS_READ, mmap
from pathlib import Path
from typing import TypeVar

import pypdf
import pypdfium2 as pdfium
from pypdfium2 import raw

from assistant.domain.errors import DamagedFile, EmptyFile, EncryptedFile, ReadError, TooLarge
from assistant.domain.phrases import Phrase
from ingest.assembly import assemble
from ingest.bookmarks import Bookmark, with_bookmarks
from ingest.layout import Box, RawPage
from ingest.readers.interface import Reading
from ingest.readers.pdf_streams import Data, inflates_too_far
from ingest.readers.pdfium_page import ONE_AT_A_TIME, character_boxes, read_page

MAX_PAGES = 5_000
NO_TITLES = {"untitled", "naamloos", "(anonymous)"}  # what programs write where nobody gave one
FILE_NAME = re.compile(r"\.(?:html?|docx?|pdf|odt|rtf|txt|pptx?|xlsx?|indd)$", re.IGNORECASE)  # no title

Part = TypeVar("Part")


@dataclass(frozen=True, slots=True)
class _Structure:
    """What the file says of itself, empty where it says nothing: title, the label of each page, and bookmarks."""

    title: str = ""
    labels: tuple[str, ...] = ()
    bookmarks: tuple[Bookmark, ...] = ()


class PdfReader:
    """Reads text PDFs; a page without text is kept with the reason."""

    extractor = f"pypdfium2 {version('pypdfium2')}"

    def read(self, path: Path) -> Reading:
        _check(path)
        with _opened(path) as document:
            _check_decrypted(document, path)
            structure = _structure(document)
            laid_out = _pages(document, structure.labels)
        pages = with_bookmarks(assemble(laid_out), structure.bookmarks)
        return Reading(structure.title, self.extractor, pages)


def raw_pages(path: Path) -> list[RawPage]:
    """The pages as they lie on paper, whose characters are what clean text leads back to."""
    with _opened(path) as document:
        return _pages(document, ())


def boxes(path: Path, page: int, indices: Sequence[int]) -> list[Box]:
    """Where raw characters of a page (from 1) stand, in points from the upper left corner of what is shown of it."""
    with _opened(path) as document:
        return character_boxes(document, page - 1, indices)


def _check(path: Path) -> None:
    """Refuses what must not be given to pdfium, and what cannot be opened at all."""
    try:
        if not path.stat().st_size:
            raise EmptyFile("{name} is leeg: haal het opnieuw op bij de bron en voeg het weer toe.", name=path.name)
        with path.open("rb") as file, mmap(file.fileno(), 0, access=ACCESS_READ) as data:
            _refuse_bombs(data, path)
    except OSError as error:
        raise ReadError(
            "{name} kan niet worden geopend: controleer of het bestand er nog is.", name=path.name
        ) from error


def _check_decrypted(document: pdfium.PdfDocument, path: Path) -> None:
    """The streams of a file that is encrypted with an empty password show their size only when they are decrypted."""
    with ONE_AT_A_TIME:
        if raw.FPDF_GetSecurityHandlerRevision(document.raw) < 0:
            return
        decrypted = BytesIO()
        document.save(decrypted, flags=raw.FPDF_REMOVE_SECURITY)
    _refuse_bombs(decrypted.getvalue(), path)


def _refuse_bombs(data: Data, path: Path) -> None:
    if inflates_too_far(data):
        raise TooLarge(
            "{name} wordt bij het uitpakken te groot om veilig te lezen: sla het opnieuw op als gewone PDF.",
            name=path.name,
        )


@contextmanager
def _opened(path: Path) -> Iterator[pdfium.PdfDocument]:
    with ONE_AT_A_TIME:
        document = _open(path)
    try:
        yield document
    finally:
        with ONE_AT_A_TIME:
            document.close()


def _open(path: Path) -> pdfium.PdfDocument:
    try:
        document = pdfium.PdfDocument(path)
    except pdfium.PdfiumError as error:
        if error.err_code == raw.FPDF_ERR_PASSWORD:
            raise EncryptedFile(
                "{name} is met een wachtwoord beveiligd: sla het zonder wachtwoord op en voeg het opnieuw toe.",
                name=path.name,
            ) from error
        raise _without_pages(path) from error
    count = len(document)
    if 0 < count <= MAX_PAGES:
        return document
    document.close()
    if not count:
        raise _without_pages(path)
    raise TooLarge(
        "{name} heeft {count} pagina's: splits het in delen van ten hoogste {most} pagina's.",
        name=path.name,
        count=count,
        most=MAX_PAGES,
    )


def _without_pages(path: Path) -> ReadError:
    """pdfium takes a file without pages for a broken one; pypdf tells them apart."""
    if _attempt(lambda: len(pypdf.PdfReader(path).pages), None) == 0:
        return EmptyFile("{name} heeft geen pagina's: controleer of dit het juiste bestand is.", name=path.name)
    return DamagedFile(
        "{name} is beschadigd of onvolledig: haal het opnieuw op bij de bron en voeg het weer toe.", name=path.name
    )


def _pages(document: pdfium.PdfDocument, labels: tuple[str, ...]) -> list[RawPage]:
    return [_page(document, index, labels) for index in range(len(document))]


def _page(document: pdfium.PdfDocument, index: int, labels: tuple[str, ...]) -> RawPage:
    label = labels[index] if index < len(labels) else ""
    try:
        return read_page(document, index, label)
    except pdfium.PdfiumError:
        problem = Phrase("pagina {number} is beschadigd en kon niet worden gelezen", number=index + 1)
        return RawPage(index + 1, label, problem=problem)


def _structure(document: pdfium.PdfDocument) -> _Structure:
    with ONE_AT_A_TIME:
        return _Structure(
            _attempt(lambda: _title(document), ""),
            _attempt(lambda: tuple(document.get_page_label(index) for index in range(len(document))), ()),
            _attempt(lambda: tuple(_bookmarks(document)), ()),
        )


def _attempt(read: Callable[[], Part], otherwise: Part) -> Part:
    """A file whose structure is broken may still have readable pages, so no error counts, of whatever kind."""
    for library in ("pypdf", "pypdfium2"):  # what they say of broken files is not for the people who read our reports
        logging.getLogger(library).setLevel(logging.CRITICAL)
    try:
        return read()
    except Exception:
        return otherwise


def _title(document: pdfium.PdfDocument) -> str:
    title = " ".join(document.get_metadata_value("Title").split())
    return "" if title.lower() in NO_TITLES or FILE_NAME.search(title) else title


def _bookmarks(document: pdfium.PdfDocument) -> Iterator[Bookmark]:
    for bookmark in document.get_toc():
        title = " ".join(bookmark.get_title().split())
        place = bookmark.get_dest()
        page = place.get_index() if place else None
        if title and page is not None:
            yield Bookmark(page + 1, title, bookmark.level)
