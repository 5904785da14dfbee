"""Files as they come in: good ones, and such as are broken, closed, hostile or not what they are called."""

from __future__ import annotations

import io
import zipfile
import zlib
from collections.abc import Sequence
from pathlib import Path

import docx
import pypdf
from reportlab.lib.pagesizes import A4
from reportlab.lib.utils import ImageReader
from reportlab.pdfgen.canvas import Canvas

from tests.pdf_files import write_lines

MEGABYTE = bytes(2**20)


def write_pdf(path: Path, *pages: Sequence[str]) -> Path:
    """Pages of lines, top to bottom."""
    return write_lines(path, pages, top=150)


def write_scan(path: Path, pages: int) -> Path:
    """Pages that are pictures."""
    canvas = Canvas(str(path), pagesize=A4, invariant=1)
    picture = ImageReader(io.BytesIO(b"P5 1 1 255 \x80"))
    for _ in range(pages):
        canvas.drawImage(picture, 0, 0, *A4)
        canvas.showPage()
    canvas.save()
    return path


def lock(path: Path, password: str) -> Path:
    """Encrypts a PDF; with an empty password it opens for everyone."""
    writer = pypdf.PdfWriter(clone_from=path)
    writer.encrypt(user_password=password, owner_password="eigenaar", algorithm="AES-256")
    writer.write(path)
    return path


def write_bomb(path: Path) -> Path:
    """A PDF of some kilobytes whose page unpacks, in two steps, to three gigabytes."""
    packing = zlib.compressobj(9)
    first = packing.compress(MEGABYTE) + packing.flush(zlib.Z_FULL_FLUSH)
    next_one = packing.compress(MEGABYTE) + packing.flush(zlib.Z_FULL_FLUSH)  # the same bytes each time
    stream = zlib.compress(first + 2999 * next_one + packing.flush(), 9)
    path.write_bytes(
        b"%%PDF-1.7\n1 0 obj\n<</Type/Catalog/Pages 2 0 R>>\nendobj\n"
        b"2 0 obj\n<</Type/Pages/Kids[3 0 R]/Count 1>>\nendobj\n"
        b"3 0 obj\n<</Type/Page/Parent 2 0 R/MediaBox[0 0 600 800]/Contents 4 0 R>>\nendobj\n"
        b"4 0 obj\n<</Filter[/FlateDecode/FlateDecode]/Length %d>>stream\n%b\nendstream\nendobj\n"
        b"trailer\n<</Size 5/Root 1 0 R>>\n%%%%EOF" % (len(stream), stream)
    )
    return path


def write_docx(path: Path, sentence: str) -> Path:
    document = docx.Document()
    document.add_paragraph(sentence)
    document.save(str(path))
    return path


def write_docm(path: Path, sentence: str) -> Path:
    """A Word file that says it has macros."""
    plain = write_docx(path.with_suffix(".tmp"), sentence)
    with zipfile.ZipFile(plain) as given, zipfile.ZipFile(path, "w") as made:
        for entry in given.infolist():
            content = given.read(entry).replace(
                b"openxmlformats-officedocument.wordprocessingml.document.main+xml",
                b"ms-word.document.macroEnabled.main+xml",
            )
            made.writestr(entry.filename, content)
        made.writestr("word/vbaProject.bin", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1")
    plain.unlink()
    return path
