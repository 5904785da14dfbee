"""The files of the tab of positions: the comparison that is on screen, in the formats of an office.

An address says which, so a file is made when it is asked for and none is left behind.
"""

from __future__ import annotations

from urllib.parse import quote

from fastapi import Request
from starlette.responses import PlainTextResponse, Response

from assistant.application import Application
from assistant.clock import today
from assistant.domain.errors import UsageError
from assistant.domain.positions import Comparison
from assistant.positions.exports.csv_table import comparison_as_csv
from assistant.positions.exports.docx_table import comparison_as_docx
from assistant.positions.narrowing import narrowed
from assistant.texts import texts_for
from assistant.web.positions_view import PositionsView, view_from

MEDIA_TYPES = {
    "docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    "csv": "text/csv; charset=utf-8",
}


def download_comparison(application: Application, request: Request) -> Response:
    """The file that the address of a request describes, named after today."""
    fields = dict(request.query_params)
    texts = texts_for(fields.get("language", ""))
    kind = fields.get("format", "")
    if kind not in MEDIA_TYPES:
        return PlainTextResponse(texts.positions_tab.no_download, status_code=404)
    try:
        comparison = _compared(application, view_from(fields, PositionsView()))
    except UsageError as error:
        return PlainTextResponse(error.said(texts.errors), status_code=404)
    documents, on = application.documents(), today()
    content = (
        comparison_as_docx(comparison, documents, on, texts)
        if kind == "docx"
        else comparison_as_csv(comparison, documents, texts)
    )
    name = quote(f"{texts.positions_tab.tab.lower()}-{on.isoformat()}.{kind}")
    headers = {"Content-Disposition": f"attachment; filename={name}", "Cache-Control": "no-store"}
    return Response(content, media_type=MEDIA_TYPES[kind], headers=headers)


def _compared(application: Application, view: PositionsView) -> Comparison:
    whole = application.compare(view.parties or (), view.themes or ())
    return narrowed(whole, view.wanted, {each.id: each.date for each in application.documents()})
