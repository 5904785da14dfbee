"""Real PDF files of lines of text."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path


def write_lines(path: Path, pages: Sequence[Sequence[str]], top: int = 50) -> Path:
    """Pages with these lines, top to bottom, of which the first stands ``top`` points below the edge.

    At most 60 on a page; no line gives an empty page. The same pages give the same bytes.
    """
    from reportlab.lib.pagesizes import A4
    from reportlab.pdfgen.canvas import Canvas

    canvas = Canvas(str(path), pagesize=A4, invariant=1)
    for lines in pages:
        text = canvas.beginText(50, A4[1] - top)
        text.setFont("Helvetica", 10, leading=12)
        text.textLines(lines)
        canvas.drawText(text)
        canvas.showPage()
    canvas.save()
    return path
