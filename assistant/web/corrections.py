"""Corrections from a file on the page: where it is picked, and what became of it."""

from __future__ import annotations

import base64
import binascii
import logging
from dataclasses import dataclass
from datetime import datetime
from urllib.parse import urlencode

from assistant.agenda.correction_file import corrections_in, keep
from assistant.agenda_presentation import kept_corrections
from assistant.application import Application
from assistant.domain.errors import WieWatWanneerError
from assistant.texts import Texts
from assistant.web.markup import escaped, tag

TEMPLATE_PATH = "agenda/corrections"
LARGEST = 1_000_000  # bytes, some ten thousand corrections

log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Told:
    """What a person is told of a file that was picked: why none of it was kept, or that it was."""

    sentence: str
    kept: bool


def picked(application: Application, name: str, content: str, at: datetime, texts: Texts) -> Told:
    """Keeps all corrections of a file, or none; its content comes from a browser in base 64."""
    words = texts.agenda_tab
    try:
        given = base64.b64decode(content, validate=True)
        if len(given) > LARGEST:
            return Told(words.corrections_large.format(name=name, size=LARGEST // 1_000_000), kept=False)
        rows = corrections_in(given, name, at, texts.register)
        keep(rows, application.correct)
    except WieWatWanneerError as error:
        return Told(error.said(texts.errors), kept=False)
    except binascii.Error:
        return Told(words.failed, kept=False)
    except Exception:
        log.exception("The corrections of a file could not be kept")
        return Told(words.failed, kept=False)
    return Told(kept_corrections(len(rows), texts), kept=True)


def import_html(told: Told | None, texts: Texts) -> str:
    """A fold with the choice of a file, open when something is told."""
    words = texts.agenda_tab
    template = tag("a", escaped(words.template), href=template_address(texts), download="download")
    # One byte more than is accepted comes along, so that the server sees that there is more.
    control = tag("input", "", type="file", accept=".csv,text/csv", data_action="import", data_most=str(LARGEST + 1))
    label = tag("label", tag("span", escaped(words.pick_corrections)) + control)
    line = "" if told is None else tag("p", escaped(told.sentence), f"result {'done' if told.kept else 'failed'}")
    line = tag("div", line, role="status", aria_live="polite")
    explained = tag("p", escaped(words.import_explained) + " " + template, "hint")
    summary = tag("summary", escaped(words.import_corrections))
    return tag("details", summary + explained + label + line, "fold import", open="open" if told else "")


def template_address(texts: Texts) -> str:
    return f"{TEMPLATE_PATH}?{urlencode({'language': texts.language})}"
