"""The files of the agenda tab, as a browser gets them."""

from __future__ import annotations

import csv
import json
from collections.abc import Iterator
from datetime import datetime
from io import BytesIO, StringIO

import pytest
from docx import Document
from starlette.testclient import TestClient

from assistant.agenda.correction_file import corrections_in
from assistant.texts import texts_in
from assistant.web.asgi import asgi_app
from tests.fakes.application import FakeApplication


@pytest.fixture(scope="module")
def browser() -> Iterator[TestClient]:
    with TestClient(asgi_app(FakeApplication(), "nl")) as client:
        yield client


def test_a_word_document_holds_the_actions_of_the_filter(browser: TestClient) -> None:
    answer = browser.get("/agenda/export?format=docx&language=nl&party=sbb&year=2025&on=2025-11-01")
    assert answer.headers["content-disposition"] == "attachment; filename=agenda-2025-11-01.docx"
    tables = Document(BytesIO(answer.content)).tables
    text = "\n".join(cell.text for table in tables for row in table.rows for cell in row.cells)
    assert "Register van erkende scholing" in text
    assert "Verkenning doorontwikkeling van certificaten" not in text


def test_a_csv_file_has_a_line_for_each_action(browser: TestClient) -> None:
    content = browser.get("/agenda/export?format=csv&party=sbb").content.decode("utf-8-sig")
    assert len(list(csv.reader(StringIO(content), delimiter=";"))) == 1 + 3


def test_a_calendar_holds_what_ends(browser: TestClient) -> None:
    content = browser.get("/agenda/export?format=ics").text
    assert content.count("BEGIN:VEVENT") == 5


def test_json_is_said_to_be_json(browser: TestClient) -> None:
    answer = browser.get("/agenda/export?format=json&step=2")
    assert answer.headers["content-type"] == "application/json"
    assert [each["document"] for each in json.loads(answer.content)["agendas"]] == ["actieplan-2025"]


@pytest.mark.parametrize("address", ["/agenda/export", "/agenda/export?format=exe", "/agenda/export?format="])
def test_another_format_is_refused_with_a_sentence(browser: TestClient, address: str) -> None:
    answer = browser.get(address)
    assert answer.status_code == 404
    assert "Dit bestand kan niet worden gemaakt" in answer.text


def test_files_are_not_kept_by_the_browser_and_come_with_the_rules_of_the_page(browser: TestClient) -> None:
    headers = browser.get("/agenda/export?format=json").headers
    assert headers["cache-control"] == "no-store"
    assert headers["x-content-type-options"] == "nosniff"


@pytest.mark.parametrize(("language", "name"), [("nl", "correcties.csv"), ("en", "corrections.csv")])
def test_the_empty_file_for_corrections_is_read_once_it_is_filled(
    browser: TestClient, language: str, name: str
) -> None:
    answer = browser.get(f"/agenda/corrections?language={language}")
    assert answer.headers["content-disposition"] == f"attachment; filename={name}"
    filled = answer.content + b"a:1.1;wat;Proef;M. de Wit;verlengd\r\n"
    ((row, correction),) = corrections_in(
        filled, name, datetime.fromisoformat("2026-01-01"), texts_in(language).register
    )
    assert (row, correction.column, correction.why) == (2, "what", "verlengd")
