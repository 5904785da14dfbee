"""A person adds documents, asks about them and takes them away again."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from tests.e2e.conftest import Running
from tests.e2e.test_asking import ask

pytestmark = pytest.mark.e2e

MakePdf = Callable[[list[list[str]]], Path]


@pytest.fixture
def documents(page: Page) -> Page:
    page.get_by_role("tab", name="Documenten").click()
    expect(page.locator("#documents table")).to_be_visible()
    return page


def upload(page: Page, *paths: Path) -> None:
    """Chooses the files in the dialog that the button opens."""
    with page.expect_file_chooser() as choosing:
        page.locator("#upload").click()
    choosing.value.set_files(list(paths))


def remove(page: Page, name: str) -> None:
    row = page.locator("#documents tr", has_text=name)
    row.get_by_role("button", name="Verwijder").click()
    page.get_by_role("button", name="Ja, verwijder").click()
    expect(row).to_have_count(0)


def test_every_document_is_listed_with_its_kind_and_whose_words_it_holds(documents: Page) -> None:
    row = documents.locator("#documents tr", has_text="kst-30012-157")
    expect(row).to_contain_text("Kamerbrief")
    expect(row).to_contain_text("2023")
    expect(row).to_contain_text("samenvatting")


def test_an_uploaded_document_can_be_asked_about_and_removed(
    documents: Page, server: Running, make_pdf: MakePdf, tmp_path: Path
) -> None:
    path = make_pdf(
        [["Het Zandkasteelakkoord"], ["De Zandkasteelcommissie bestaat uit zeven ambtenaren van Terneuzen."]]
    )
    path = path.rename(tmp_path / "zandkasteel.pdf")
    upload(documents, path)
    expect(documents.locator("#results .result.done")).to_contain_text("toegevoegd", timeout=20_000)
    row = documents.locator("#documents tr", has_text="zandkasteel")
    expect(row).to_contain_text("origineel")

    if not server.is_fake:
        documents.get_by_role("tab", name="Vragen").click()
        answer = ask(documents, "Uit wie bestaat de Zandkasteelcommissie?")
        expect(answer).to_contain_text("zeven ambtenaren")
        answer.get_by_role("button", name="1").first.click()
        expect(documents.locator("#source mark").first).to_contain_text("Zandkasteelcommissie")
        expect(documents.locator("#source .place")).not_to_contain_text("samenvatting")
        documents.get_by_role("tab", name="Documenten").click()

    row.get_by_role("button", name="Verwijder").click()
    documents.get_by_role("button", name="Nee, bewaar").click()
    expect(row).to_have_count(1)
    remove(documents, "zandkasteel")
    expect(documents.locator("#results")).to_contain_text("is verwijderd")


def test_each_file_of_several_gets_its_own_line_and_a_broken_one_a_sentence(
    documents: Page, make_pdf: MakePdf, tmp_path: Path
) -> None:
    good = make_pdf([["Een goed document over waterbeheer."]]).rename(tmp_path / "waterbeheer.pdf")
    broken = tmp_path / "gebroken.pdf"
    broken.write_bytes(b"%PDF-1.7\n1 0 obj << /Type")
    upload(documents, good, broken)
    lines = documents.locator("#results .result:not(.busy)")
    expect(lines).to_have_count(2, timeout=20_000)
    expect(lines.nth(0)).to_contain_text("toegevoegd")
    expect(lines.nth(1)).to_contain_text("Niet toegevoegd: gebroken.pdf")
    expect(documents.locator("#documents tr", has_text="gebroken")).to_have_count(0)
    remove(documents, "waterbeheer")


def test_uploads_leave_no_copy_behind(documents: Page, server: Running, tmp_path: Path) -> None:
    draft = tmp_path / "geheim-concept.pdf"
    draft.write_bytes(b"%PDF-1.7\n1 0 obj << /Type")
    upload(documents, draft)
    expect(documents.locator("#results .result.failed")).to_be_visible(timeout=20_000)
    assert list(server.temporary.rglob("*geheim*")) == []


def test_a_file_that_was_mended_can_be_chosen_again(documents: Page, make_pdf: MakePdf, tmp_path: Path) -> None:
    path = tmp_path / "hersteld.pdf"
    path.write_bytes(b"%PDF-1.7")
    upload(documents, path)
    expect(documents.locator("#results .result.failed")).to_be_visible(timeout=20_000)
    make_pdf([["Dit document is hersteld."]]).rename(path)
    upload(documents, path)
    expect(documents.locator("#results .result.done")).to_be_visible(timeout=20_000)
    remove(documents, "hersteld")


def test_a_name_with_markup_is_shown_literally(documents: Page, tmp_path: Path) -> None:
    broken = tmp_path / "<img src=x onerror=alert(1)>.pdf"
    broken.write_bytes(b"%PDF-1.7")
    upload(documents, broken)
    expect(documents.locator("#results .result.failed")).to_be_visible(timeout=20_000)
    assert documents.locator("#results img").count() == 0
