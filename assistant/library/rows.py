"""Domain values as rows of the tables, and back; pure functions. What comes back equals what went in."""

from __future__ import annotations

import struct
from collections.abc import Iterable, Sequence
from typing import Any

from sqlalchemy import RowMapping

from assistant.domain.documents import Block, BlockKind, Document, Mark, Origin, Page, Run, Source
from assistant.domain.passages import Passage
from assistant.domain.reports import DocumentSummary, PageProblem
from assistant.library.spans import flat, spans_of

Row = dict[str, Any]
_RUN = struct.Struct("<3Q")  # clean, raw, length


def document_row(document: Document) -> Row:
    source = document.source
    return {
        "id": source.id,
        "version": document.version,
        "title": source.title,
        "kind": source.kind,
        "publishers": list(source.publishers),
        "date": source.date,
        "language": source.language,
        "aliases": list(source.aliases),
        "kamerstuk": source.kamerstuk,
        "address": source.address,
        "rights": source.rights,
        "origin": document.origin.value,
        "filename": document.filename,
        "extractor": document.extractor,
        "place": document.place,
    }


def document_of(row: RowMapping, pages: Iterable[Page]) -> Document:
    return Document(
        source=source_of(row),
        version=row["version"],
        origin=Origin(row["origin"]),
        filename=row["filename"],
        extractor=row["extractor"],
        pages=tuple(pages),
        place=row["place"],
    )


def source_of(row: RowMapping) -> Source:
    return Source(
        id=row["id"],
        title=row["title"],
        kind=row["kind"],
        publishers=tuple(row["publishers"]),
        date=row["date"],
        language=row["language"],
        aliases=tuple(row["aliases"]),
        kamerstuk=row["kamerstuk"],
        address=row["address"],
        rights=row["rights"],
    )


def summary_of(row: RowMapping, problems: tuple[PageProblem, ...]) -> DocumentSummary:
    """From a row of documents with the number of its ``pages``."""
    return DocumentSummary(
        id=row["id"],
        title=row["title"],
        kind=row["kind"],
        publishers=tuple(row["publishers"]),
        date=row["date"],
        origin=Origin(row["origin"]),
        filename=row["filename"],
        version=row["version"],
        pages=row["pages"],
        passages=row["passages"],
        problems=problems,
    )


def page_row(document: str, page: Page) -> Row:
    return {
        "document": document,
        "number": page.number,
        "text": page.text,
        "label": page.label,
        "problem": page.problem,
        "blocks": [_block_values(block) for block in page.blocks],
        "marks": [[mark.start, mark.end, mark.label] for mark in page.marks],
        "runs": b"".join(_RUN.pack(run.clean, run.raw, run.length) for run in page.runs),
    }


def page_of(row: RowMapping) -> Page:
    return Page(
        number=row["number"],
        text=row["text"],
        label=row["label"],
        blocks=tuple(_block_of(values) for values in row["blocks"]),
        marks=tuple(Mark(*values) for values in row["marks"]),
        runs=tuple(Run(*values) for values in _RUN.iter_unpack(row["runs"])),
        problem=row["problem"],
    )


def passage_row(position: int, passage: Passage) -> Row:
    return {
        "id": passage.id,
        "document": passage.document,
        "position": position,
        "page": passage.page,
        "start": passage.start,
        "end": passage.end,
        "text": passage.text,
        "kind": passage.kind.value,
        "headings": list(passage.headings),
        "context": passage.context,
        "columns": list(passage.columns),
        "cells": flat(passage.cells),
        "section": passage.section,
        "label": passage.label,
    }


def passage_of(row: RowMapping) -> Passage:
    """From a row of passages with the ``version`` of its document and what the ``digest`` says of its page, if any."""
    return Passage(
        id=row["id"],
        document=row["document"],
        version=row["version"],
        page=row["page"],
        start=row["start"],
        end=row["end"],
        text=row["text"],
        kind=BlockKind(row["kind"]),
        headings=tuple(row["headings"]),
        context=row["context"],
        columns=tuple(row["columns"]),
        cells=spans_of(row["cells"]),
        section=row["section"],
        label=row["label"],
        digest=row["digest"] or "",
    )


def digest_rows(passages: Iterable[Passage]) -> list[Row]:
    """One for each page, however many of its passages tell the same."""
    pages = {(passage.document, passage.page): passage.digest for passage in passages if passage.digest}
    return [{"document": document, "page": page, "text": text} for (document, page), text in pages.items()]


def _block_values(block: Block) -> list[Any]:
    return [
        block.kind.value,
        block.start,
        block.end,
        block.level,
        block.label,
        flat(block.cells),
        int(block.continues),
        list(block.merged),
        list(block.breaks),
    ]


def _block_of(values: Sequence[Any]) -> Block:
    kind, start, end, level, label, cells, continues, *table = values
    merged, breaks = table or ((), ())  # libraries of before these were kept
    return Block(
        BlockKind(kind), start, end, level, label, spans_of(cells), bool(continues), tuple(merged), tuple(breaks)
    )
