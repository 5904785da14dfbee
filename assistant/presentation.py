"""Answers, hits, documents and reports as the JSON that scripts rely on, and as text for a terminal."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

from assistant.domain.answers import Answer, Citation, Searched, UnreadablePage
from assistant.domain.documents import Origin
from assistant.domain.passages import Hit
from assistant.domain.phrases import said, said_again
from assistant.domain.reports import (
    DocumentSummary,
    IngestReport,
    LibraryStatus,
    Outcome,
    PageProblem,
    StoreStatus,
    unreadable_pages,
)
from assistant.domain.text import one_line
from assistant.texts import DocumentTexts, SourceTexts, Texts, texts_for

Json = dict[str, Any]

LONGEST_CELL = 60  # two such columns and the short ones fit a terminal of 160 characters


def answer_as_json(answer: Answer) -> Json:
    return {
        "question": answer.question,
        "language": answer.language,
        "kind": answer.kind,
        "engine": answer.engine,
        "status": answer.status.value,
        "text": answer.text,
        "sentences": [{"text": each.text, "citations": list(each.citations)} for each in answer.sentences],
        "citations": [_citation_as_json(each) for each in answer.citations],
        "rejected": [{"text": each.text, "reason": each.reason} for each in answer.rejected],
        "searched": _searched_as_json(answer.searched),
        "seconds": answer.seconds,
    }


def _citation_as_json(citation: Citation) -> Json:
    return {
        "number": citation.number,
        "document": citation.document,
        "title": citation.title,
        "page": citation.page,
        "page_label": citation.page_label,
        "quote": citation.quote,
        "match": citation.match.value,
    }


def _searched_as_json(searched: Searched) -> Json:
    return {
        "documents": list(searched.documents),
        "unreadable": [
            {"document": each.document, "page": each.page, "reason": each.reason} for each in searched.unreadable
        ],
    }


def hits_as_json(question: str, hits: Sequence[Hit]) -> Json:
    return {
        "question": question,
        "hits": [
            {
                "document": hit.passage.document,
                "page": hit.passage.page,
                "score": hit.score,
                "text": hit.passage.text,
            }
            for hit in hits
        ],
    }


def report_as_json(report: IngestReport) -> Json:
    return {
        "path": report.path,
        "outcome": report.outcome.value,
        "document": report.document,
        "title": report.title,
        "pages": report.pages,
        "passages": report.passages,
        "problems": _problems_as_json(report.problems),
        "actions": report.actions,
        "unread_rows": [
            {"page": each.page, "reason": each.kind.value, "text": each.text} for each in report.unread_rows
        ],
        "message": report.message,
        "seconds": report.seconds,
    }


def document_as_json(document: DocumentSummary) -> Json:
    return {
        "id": document.id,
        "title": document.title,
        "kind": document.kind,
        "publishers": list(document.publishers),
        "date": document.date,
        "origin": document.origin.value,
        "filename": document.filename,
        "version": document.version,
        "pages": document.pages,
        "passages": document.passages,
        "problems": _problems_as_json(document.problems),
    }


def status_as_json(status: LibraryStatus) -> Json:
    return {
        "data": status.data,
        "embedder": status.embedder,
        "documents": [document_as_json(each) for each in status.documents],
        "stores": [
            {"name": each.name, "passages": each.passages, "missing": each.missing, "surplus": each.surplus}
            for each in status.stores
        ],
        "repaired": status.repaired,
        "outdated": list(status.outdated),
        "detached": status.detached,
    }


def _problems_as_json(problems: Sequence[PageProblem]) -> list[Json]:
    return [{"page": each.page, "reason": each.reason} for each in problems]


def answer_as_text(answer: Answer) -> str:
    """In the language of the question, whatever language the program speaks otherwise."""
    texts = texts_for(answer.language).source
    parts = [answer.text]
    if answer.citations:
        parts.append("\n".join([f"{texts.sources}:", *(_citation_as_text(each, texts) for each in answer.citations)]))
    searched = searched_line(answer.searched, texts)
    notes = [
        *([] if searched in answer.text else [searched]),
        *unread_lines(answer.searched.unreadable, texts),
        *rejected_lines(answer, texts),
    ]
    return "\n\n".join([*parts, "\n".join(notes)]).strip()


def _citation_as_text(citation: Citation, texts: SourceTexts) -> str:
    digest = f" ({texts.digest})" if citation.digest else ""
    return f"[{citation.number}] {citation.title}, {short_page(citation, texts)}{digest}\n    “{citation.quote}”"


def rejected_lines(answer: Answer, texts: SourceTexts) -> list[str]:
    if not answer.rejected:
        return []
    return [
        f"{counted(len(answer.rejected), texts.rejected_one, texts.rejected)}:",
        *(f"- {each.text} ({each.reason})" for each in answer.rejected),
    ]


def unread_lines(unreadable: Sequence[UnreadablePage], texts: SourceTexts) -> list[str]:
    """A line for the pages of a document that lack their text for one reason; it may hold hundreds of scans."""
    lines: dict[tuple[str, str], list[UnreadablePage]] = {}
    for each in unreadable:
        lines.setdefault((each.document, re.sub(r"\d+", "", each.reason)), []).append(each)
    return [
        texts.unreadable_page.format(
            document=alike[0].document,
            page=page_ranges([each.page for each in alike]),
            reason=said_again(alike[0].reason, texts.page_problems),
        )
        for alike in lines.values()
    ]


def page_ranges(pages: Sequence[int]) -> str:
    """Ascending page numbers in short: '1-3, 5'."""
    found: list[list[int]] = []
    for page in pages:
        if found and page == found[-1][-1] + 1:
            found[-1].append(page)
        else:
            found.append([page])
    return _cut(", ".join(str(each[0]) if len(each) == 1 else f"{each[0]}-{each[-1]}" for each in found))


def searched_line(searched: Searched, texts: SourceTexts) -> str:
    return counted(len(searched.documents), texts.searched_one, texts.searched)


def counted(count: int, one: str, many: str) -> str:
    return one if count == 1 else many.format(count=count)


def short_page(citation: Citation, texts: SourceTexts) -> str:
    return texts.short_page.format(page=citation.page)


def full_page(page: int, label: str, texts: SourceTexts) -> str:
    """The page of the file, and what is printed on it where that differs."""
    if label and label != str(page):
        return texts.page_with_label.format(page=page, label=label)
    return texts.page.format(page=page)


def hits_as_text(hits: Sequence[Hit], texts: Texts) -> str:
    if not hits:
        return texts.command.no_hits
    return "\n\n".join(_hit_as_text(number, hit, texts.source) for number, hit in enumerate(hits, start=1))


def _hit_as_text(number: int, hit: Hit, texts: SourceTexts) -> str:
    place = f"{hit.passage.document}, {texts.short_page.format(page=hit.passage.page)}"
    return f"{number}. {place} ({hit.score:.3f})\n   {' '.join(hit.passage.text.split())}"


def report_in(report: IngestReport, texts: Texts) -> IngestReport:
    """With its sentence in a language."""
    return replace(report, message=said(report.message, texts.errors))


def report_as_text(report: IngestReport, texts: Texts) -> str:
    """One line, whatever the report holds; why a file could not be read is told apart, by ``failure_as_text``."""
    if report.outcome is Outcome.FAILED:
        report = replace(report, message="")
    return outcome_as_text(report, report.document or report.path, texts)


def failure_as_text(message: str, name: str, texts: DocumentTexts) -> str:
    """The sentence of an error; most name their file already."""
    named = message if Path(name).name in message else f"{name}: {message}"
    return one_line(texts.failed.format(message=named))


def outcome_as_text(report: IngestReport, name: str, texts: Texts) -> str:
    outcome = texts.document.report.format(name=name, outcome=texts.document.outcomes[report.outcome.value])
    details = [outcome]
    if report.pages:
        details.append(counted(report.pages, texts.document.report_one_page, texts.document.report_pages))
    if report.actions:
        details.append(counted(report.actions, texts.register.report_one_action, texts.register.report_actions))
    if report.unread_rows:
        rows = counted(len(report.unread_rows), texts.register.report_one_unread, texts.register.report_unread)
        details.append(f"{rows} ({texts.agenda.problems[report.unread_rows[0].kind.value]})")
    if report.problems:
        unread = counted(len(report.problems), texts.source.unreadable_one, texts.source.unreadable)
        details.append(f"{unread} ({said_again(report.problems[0].reason, texts.source.page_problems)})")
    line = ", ".join(details)
    return one_line(f"{line}. {report.message}" if report.message else line)


def documents_as_text(documents: Sequence[DocumentSummary], texts: Texts) -> str:
    if not documents:
        return texts.command.no_documents
    words = texts.document
    header = (
        words.id,
        words.title,
        words.kind,
        words.publishers,
        words.date,
        words.pages,
        words.origin,
        words.unread_pages,
    )
    return table([header, *(_document_row(each, texts) for each in documents)])


def _document_row(document: DocumentSummary, texts: Texts) -> tuple[str, ...]:
    return (
        document.id,
        document.title,
        kind_in_words(document.kind, texts.document),
        ", ".join(document.publishers),
        document.date,
        str(document.pages),
        origin_in_words(document.origin, texts.source),
        page_ranges([each.page for each in document.problems]),
    )


def kind_in_words(kind: str, texts: DocumentTexts) -> str:
    return texts.kinds.get(kind, kind)


def origin_in_words(origin: Origin, texts: SourceTexts) -> str:
    return texts.digest if origin is Origin.DIGEST else texts.original


def status_as_text(status: LibraryStatus, texts: Texts) -> str:
    words = texts.command
    lines = [
        words.status.format(data=status.data, embedder=status.embedder, documents=len(status.documents)),
        *(_store_as_text(store, texts) for store in status.stores),
        *unread_lines(unreadable_pages(status.documents), texts.source),
    ]
    if status.repaired:
        lines.append(words.repaired)
    if status.outdated:
        sentence = texts.register.older_one if len(status.outdated) == 1 else texts.register.older
        lines.append(sentence.format(count=len(status.outdated), documents=", ".join(status.outdated)))
    if status.detached:
        lines.append(counted(status.detached, texts.register.loose_one, texts.register.loose))
    return "\n".join(lines)


def _store_as_text(store: StoreStatus, texts: Texts) -> str:
    differs = store.missing or store.surplus
    sentence = texts.command.store_differs if differs else texts.command.store
    return sentence.format(name=store.name, passages=store.passages, missing=store.missing, surplus=store.surplus)


def table(rows: Sequence[Sequence[str]]) -> str:
    """Columns two spaces apart, long cells cut off."""
    cells = [[_cut(cell) for cell in row] for row in rows]
    widths = [max(len(cell) for cell in column) for column in zip(*cells, strict=True)]
    lines = ("  ".join(cell.ljust(width) for cell, width in zip(row, widths, strict=True)) for row in cells)
    return "\n".join(line.rstrip() for line in lines)


def _cut(cell: str) -> str:
    seen = one_line(cell)
    return seen if len(seen) <= LONGEST_CELL else seen[: LONGEST_CELL - 1].rstrip() + "…"
