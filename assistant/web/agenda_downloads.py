"""The files of the agenda tab: the actions that are on screen, in the formats of an office.

An address says which, so a file is made when it is asked for and none is left behind.
"""

from __future__ import annotations

from urllib.parse import quote

from fastapi import Request
from starlette.responses import PlainTextResponse, Response

from assistant.agenda.correction_file import template
from assistant.agenda.exports.formats import Format, exported
from assistant.application import Application
from assistant.clock import today
from assistant.texts import texts_for
from assistant.web.agenda_view import filter_from

MEDIA_TYPES = {
    Format.JSON: "application/json",
    Format.CSV: "text/csv; charset=utf-8",
    Format.ICS: "text/calendar; charset=utf-8",
    Format.DOCX: "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
}


def download(application: Application, request: Request) -> Response:
    """The file that the address of a request describes, named after the day that it is about."""
    fields = dict(request.query_params)
    texts = texts_for(fields.get("language", ""))
    wanted = next((each for each in Format if each == fields.get("format")), None)
    if wanted is None:
        return PlainTextResponse(texts.agenda_tab.no_download, status_code=404)
    chosen = filter_from(fields)
    on = chosen.on or today()
    export = exported(wanted, application.actions(chosen), on, texts)
    name = quote(f"{texts.agenda_tab.tab.lower()}-{on.isoformat()}.{wanted.value}")
    return _file(export.content, name, wanted)


def corrections_template(request: Request) -> Response:
    """A file to fill with corrections, with its columns named in the language of the request."""
    texts = texts_for(request.query_params.get("language", ""))
    return _file(template(texts.register), texts.agenda_tab.template_name, Format.CSV)


def _file(content: bytes, name: str, kind: Format) -> Response:
    headers = {"Content-Disposition": f"attachment; filename={name}", "Cache-Control": "no-store"}
    return Response(content, media_type=MEDIA_TYPES[kind], headers=headers)
