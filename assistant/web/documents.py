"""The documents: adding, listing and removing them."""

from __future__ import annotations

import logging
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

import gradio as gr

from assistant.application import Application
from assistant.domain.documents import Origin
from assistant.domain.errors import WieWatWanneerError
from assistant.domain.phrases import said_again
from assistant.domain.reports import DocumentSummary, IngestReport, Outcome
from assistant.presentation import counted, failure_as_text, kind_in_words, origin_in_words, outcome_as_text, report_in
from assistant.texts import Texts, texts_in
from assistant.web.events import AT_ONCE, in_turn, sent
from assistant.web.markup import escaped, fold, listed, tag
from assistant.web.scripted import scripted

log = logging.getLogger(__name__)


class Documents:
    """The list of documents with its upload; ``confirming`` is the id of the document that is about to be removed."""

    def __init__(self, application: Application, texts: Texts) -> None:
        self._application = application
        words = texts.page
        self.confirming = gr.State("")
        with gr.Row(elem_id="adding"):
            self.upload = gr.UploadButton(
                words.upload, file_count="multiple", variant="primary", scale=0, min_width=220, elem_id="upload"
            )
            self.hint = gr.HTML(_hint_html(texts), apply_default_css=False)
        self.results = gr.HTML("", elem_id="results", apply_default_css=False)
        self.list = scripted("documents", "documents.js")

    def connect(self, language: gr.Radio) -> None:
        self.upload.upload(
            self._add,
            [self.upload, language],
            [self.results, self.list, self.upload],
            **in_turn("upload"),  # files that are chosen while others are read wait for theirs
        )
        self.list.act(self._act, [self.confirming, language], [self.results, self.list, self.confirming], **AT_ONCE)

    def translated(self, texts: Texts) -> dict[Any, Any]:
        """The components' values in another language; earlier results are let go."""
        return {
            self.upload: gr.update(label=texts.page.upload),
            self.hint: _hint_html(texts),
            self.results: "",
            self.list: self.html(texts),
        }

    def html(self, texts: Texts, confirming: str = "") -> str:
        return documents_html(self._application.documents(), confirming, texts)

    def listed(self, language: str) -> str:
        return self.html(texts_in(language))

    def _add(self, uploads: Sequence[str] | None, language: str) -> Iterator[tuple[str, str, Any]]:
        """Reads the files one after another; a file is gone from the upload folder as soon as it has been read."""
        texts = texts_in(language)
        lines: list[str] = []
        paths = [Path(each) for each in uploads or ()]
        for number, path in enumerate(paths, start=1):
            reading = texts.page.uploading.format(name=path.name, number=number, count=len(paths))
            yield results_html([*lines, _result(reading, "busy")]), gr.skip(), gr.skip()
            lines += self._lines(path, texts)
        yield results_html(lines), self.html(texts), gr.update(value=None)

    def _lines(self, path: Path, texts: Texts) -> list[str]:
        try:
            return [report_html(report, path.name, texts) for report in self._application.ingest([str(path)])]
        except WieWatWanneerError as error:
            return [_result(failure_as_text(error.said(texts.errors), path.name, texts.document), "failed")]
        except Exception:
            log.exception("The upload could not be read")
            return [_result(texts.page.upload_failed.format(name=path.name), "failed")]
        finally:
            path.unlink(missing_ok=True)

    def _act(self, confirming: str, language: str, event: gr.EventData) -> tuple[Any, str, str]:
        """Asks before it removes: only the document that was asked about can be removed."""
        texts, document = texts_in(language), sent(event, "document")
        action = sent(event, "action")
        if action == "remove":
            return gr.skip(), self.html(texts, document), document
        if action == "confirm" and document == confirming:
            return results_html([self._removed(document, texts)]), self.html(texts), ""
        return gr.skip(), self.html(texts), ""

    def _removed(self, document: str, texts: Texts) -> str:
        try:
            report = self._application.remove(document)
        except WieWatWanneerError as error:
            return _result(error.said(texts.errors), "failed")
        return _result(texts.page.removed.format(title=report.title or document), "done")


def report_html(report: IngestReport, name: str, texts: Texts) -> str:
    """One line for one file, under the name that the person knows it by."""
    report = report_in(report, texts)
    if report.outcome is Outcome.FAILED:
        return _result(failure_as_text(report.message, name, texts.document), "failed")
    return _result(outcome_as_text(report, report.title or name, texts), "warned" if report.problems else "done")


def results_html(lines: Sequence[str]) -> str:
    """Lines that are HTML already, read out as they change."""
    return tag("div", "".join(lines), "results", role="status", aria_live="polite")


def _result(sentence: str, css: str) -> str:
    return tag("p", escaped(sentence), f"result {css}")


def _hint_html(texts: Texts) -> str:
    return tag("p", escaped(texts.page.upload_hint), "hint")


def documents_html(documents: Sequence[DocumentSummary], confirming: str, texts: Texts) -> str:
    title = tag("h2", escaped(f"{texts.page.listed} ({len(documents)})"))
    if not documents:
        return title + tag("p", escaped(texts.page.no_documents), "hint")
    words = texts.document
    columns = (words.title, words.kind, words.publishers, words.date, words.pages, words.origin)
    head = tag("tr", "".join(tag("th", escaped(each), scope="col") for each in columns) + tag("th", ""))
    rows = (_row(each, each.id == confirming, texts) for each in documents)
    return title + tag("table", tag("thead", head) + tag("tbody", "".join(rows)))


def _row(document: DocumentSummary, confirming: bool, texts: Texts) -> str:
    words = texts.document
    name = tag("strong", escaped(document.title)) + tag("span", escaped(document.id), "id") + _unread(document, texts)
    origin = escaped(origin_in_words(document.origin, texts.source))
    badge = tag("span", origin, "badge digest" if document.origin is Origin.DIGEST else "badge")
    cells = (
        (words.title, name),
        (words.kind, escaped(kind_in_words(document.kind, words))),
        (words.publishers, escaped(", ".join(document.publishers))),
        (words.date, escaped(document.date)),
        (words.pages, str(document.pages)),
        (words.origin, badge),
        ("", _removal(document, confirming, texts)),
    )
    return tag("tr", "".join(tag("td", content, data_label=label) for label, content in cells))


def _unread(document: DocumentSummary, texts: Texts) -> str:
    if not document.problems:
        return ""
    words = texts.source
    pages = [
        f"{words.short_page.format(page=each.page)}: {said_again(each.reason, words.page_problems)}"
        for each in document.problems
    ]
    return fold(counted(len(pages), words.unreadable_one, words.unreadable), listed([escaped(each) for each in pages]))


def _removal(document: DocumentSummary, confirming: bool, texts: Texts) -> str:
    words = texts.page
    if not confirming:
        label = words.remove_named.format(title=document.title)
        return _action(words.remove, "remove", document, aria_label=label)
    question = tag("span", escaped(words.confirm_removal), "confirm")
    return tag(
        "div",
        question + _action(words.confirm, "confirm", document, "stop") + _action(words.cancel, "cancel", document),
        "confirming",
        role="group",
    )


def _action(label: str, action: str, document: DocumentSummary, css: str = "", **attributes: str) -> str:
    return tag(
        "button", escaped(label), css, type="button", data_action=action, data_document=document.id, **attributes
    )
