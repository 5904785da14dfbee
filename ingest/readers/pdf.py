"""PDF files: pypdf for what the file says of itself, pdfium for the text of its pages."""

from __future__ import annotations

import logging
import re
import zlib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from importlib.metadata import version
from pathlib import Path

import pypdf
import pypdfium2 as pdfium
from pypdf.errors import PyPdfError
from pypdfium2 import raw

from assistant.domain.documents import Block, BlockKind, Page
from assistant.domain.errors import DamagedFile, EmptyFile, EncryptedFile, TooLarge
from ingest.assembly import assemble
from ingest.layout import Box, RawPage
from ingest.readers.interface import Reading
from ingest.readers.pdfium_page import character_boxes, read_page

MAX_PAGES = 5_000
MAX_STREAM = 256 * 2**20  # bytes one stream may inflate to
MAX_INFLATED = 2 * 2**30  # bytes all large streams together may inflate to
LARGE_STREAM = 64 * 2**10  # deflate never makes more than 1,032 times this: 66 MB

_STREAM = re.compile(rb"stream\r?\n")


@dataclass(frozen=True, slots=True)
class _Structure:
    """What the file says of itself: its title and the label of each page; empty where it says nothing."""

    title: str = ""
    labels: tuple[str, ...] = ()
    outline: tuple[tuple[int, str], ...] = ()


class PdfReader:
    """Reads text PDFs; a page without text is kept with the reason."""

    extractor = f"pypdfium2 {version('pypdfium2')}"

    def read(self, path: Path) -> Reading:
        _refuse_bombs(path)
        structure = _structure(path)
        document = _open(path)
        try:
            raw_pages = [_page(document, index, structure.labels) for index in range(len(document))]
        finally:
            document.close()
        pages = _with_outline(assemble(raw_pages), structure.outline)
        return Reading(structure.title, self.extractor, pages)


def boxes(path: Path, page: int, indices: list[int]) -> list[Box]:
    """Where raw characters of a page (from 1) stand, in points from its upper left corner."""
    document = _open(path)
    try:
        return character_boxes(document, page - 1, indices)
    finally:
        document.close()


def _open(path: Path) -> pdfium.PdfDocument:
    try:
        document = pdfium.PdfDocument(path)
    except pdfium.PdfiumError as error:
        if error.err_code == raw.FPDF_ERR_PASSWORD:
            raise EncryptedFile(
                f"{path.name} is met een wachtwoord beveiligd: sla het zonder wachtwoord op en voeg het opnieuw toe."
            ) from error
        raise _damaged(path) from error
    if not len(document):
        document.close()
        raise EmptyFile(f"{path.name} heeft geen pagina's: controleer of dit het juiste bestand is.")
    if len(document) > MAX_PAGES:
        count = len(document)
        document.close()
        raise TooLarge(f"{path.name} heeft {count} pagina's; splits het in delen van ten hoogste {MAX_PAGES} pagina's.")
    return document


def _damaged(path: Path) -> DamagedFile:
    return DamagedFile(
        f"{path.name} is beschadigd of onvolledig: haal het opnieuw op bij de bron en voeg het weer toe."
    )


def _page(document: pdfium.PdfDocument, index: int, labels: tuple[str, ...]) -> RawPage:
    label = labels[index] if index < len(labels) else ""
    try:
        return read_page(document, index, label)
    except pdfium.PdfiumError:
        problem = f"pagina {index + 1} is beschadigd en kon niet worden gelezen"
        return RawPage(index + 1, label, 0.0, 0.0, "", (), problem=problem)


def _structure(path: Path) -> _Structure:
    """A file whose structure cannot be read may still have readable pages, so nothing here is an error."""
    logging.getLogger("pypdf").setLevel(logging.CRITICAL)
    try:
        reader = pypdf.PdfReader(path)
        if reader.is_encrypted and not reader.decrypt(""):
            return _Structure()
        title = (reader.metadata.title or "") if reader.metadata else ""
        return _Structure(title.strip(), _labels(reader), tuple(_outline(reader)))
    except (PyPdfError, ValueError, KeyError, TypeError, AttributeError, IndexError, RecursionError, OSError):
        return _Structure()


def _labels(reader: pypdf.PdfReader) -> tuple[str, ...]:
    """Labels that the file itself defines; pypdf makes up '1', '2', … where it defines none."""
    return tuple(reader.page_labels) if "/PageLabels" in reader.root_object else ()


def _outline(reader: pypdf.PdfReader) -> Iterator[tuple[int, str]]:
    """Bookmarks as page number (from 1) and title, flat, in reading order."""
    for item in _flat(reader.outline):
        number = reader.get_destination_page_number(item)
        if number is not None and number >= 0 and item.title:
            yield number + 1, " ".join(str(item.title).split())


def _flat(items: Sequence[object]) -> Iterator[pypdf.generic.Destination]:
    for item in items:
        if isinstance(item, list):
            yield from _flat(item)
        elif isinstance(item, pypdf.generic.Destination):
            yield item


def _with_outline(pages: tuple[Page, ...], outline: tuple[tuple[int, str], ...]) -> tuple[Page, ...]:
    """Pages that begin a bookmark get its title as their topmost heading, without text of its own."""
    titles: dict[int, str] = {}
    for number, title in outline:
        titles.setdefault(number, title)
    return tuple(
        replace(page, blocks=(Block(BlockKind.HEADING, 0, 0, 0, titles[page.number]), *page.blocks))
        if page.number in titles
        else page
        for page in pages
    )


def _refuse_bombs(path: Path) -> None:
    """Small files can hold streams that inflate to gigabytes; those are refused before pdfium meets them."""
    data = path.read_bytes()
    total = 0
    for match in _STREAM.finditer(data):
        end = data.find(b"endstream", match.end())
        if end - match.end() < LARGE_STREAM:
            continue
        total += _inflated(memoryview(data)[match.end() : end])
        if total > MAX_INFLATED:
            break
    if total > MAX_INFLATED:
        raise _bomb(path)


def _inflated(stream: memoryview) -> int:
    """Bytes that a stream inflates to; 0 when it is not deflated, and more than the limit counts as too much."""
    inflate = zlib.decompressobj()
    size = 0
    rest: bytes | memoryview = stream
    try:
        while rest and size <= MAX_STREAM:
            size += len(inflate.decompress(rest, 2**22))
            rest = inflate.unconsumed_tail
    except zlib.error:
        return size
    return size if size <= MAX_STREAM else MAX_INFLATED + 1


def _bomb(path: Path) -> TooLarge:
    return TooLarge(
        f"{path.name} wordt bij het uitpakken te groot om veilig te lezen: sla het opnieuw op als gewone PDF."
    )
