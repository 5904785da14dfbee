"""Running headers and footers and page numbers, and what only looks like them."""

from __future__ import annotations

from pathlib import Path

import pytest

from ingest.furniture import without_furniture
from ingest.layout import RawPage
from ingest.readers.pdf import PdfReader
from tests.ingest.paper import Line, page

TOP, BOTTOM = 20.0, 770.0  # of a page of 800 points: in its margins


def texts(pages: list[RawPage]) -> list[list[str]]:
    return [[page.text(line) for line in page.lines] for page in pages]


def numbered(footers: list[str], at: float = BOTTOM) -> list[RawPage]:
    return [page([Line(f"Tekst {n}", 400), Line(footer, at)], n) for n, footer in enumerate(footers, 1)]


def test_a_line_that_returns_at_the_same_height_is_furniture() -> None:
    pages = numbered(["Kamerstuk 30 012, nr. 1", "Kamerstuk 30 012, nr. 2", "Kamerstuk 30 012, nr. 3"])
    assert texts(without_furniture(pages)) == [["Tekst 1"], ["Tekst 2"], ["Tekst 3"]]


def test_its_last_word_is_the_label_where_that_is_the_page_number() -> None:
    pages = numbered([f"Kamerstuk 30 012, nr. 157 {n}" for n in (1, 2, 3)])
    assert [page.label for page in without_furniture(pages)] == ["1", "2", "3"]


def test_an_imprint_on_one_line_with_the_running_footer_goes_with_it() -> None:
    pages = numbered(["Den Haag 2020 Tweede Kamer, nr. 4", *["Tweede Kamer, nr. 4"] * 3])
    assert texts(without_furniture(pages)) == [["Tekst 1"], ["Tekst 2"], ["Tekst 3"], ["Tekst 4"]]


def test_the_running_head_of_a_chapter_is_furniture_in_a_long_document() -> None:
    """Six pages of thirty are less than a third, but they follow each other."""
    pages = numbered([*(f"Alinea {'x' * n}" for n in range(24)), *["Hoofdstuk Financiering"] * 6])
    assert texts(without_furniture(pages))[24:] == [[f"Tekst {n}"] for n in range(25, 31)]


def test_the_title_of_a_few_pages_in_a_long_document_is_text() -> None:
    pages = numbered([*(f"Alinea {'x' * n}" for n in range(24)), *["Opbrengsten"] * 5], at=TOP)
    assert texts(without_furniture(pages))[24:] == [[f"Tekst {n}", "Opbrengsten"] for n in range(25, 30)]


def test_lines_that_are_all_that_most_pages_hold_are_text() -> None:
    pages = [page([Line("Zin van deze bladzijde 2", TOP)], n) for n in (1, 2, 3)]
    assert texts(without_furniture(pages)) == [["Zin van deze bladzijde 2"]] * 3


def test_the_same_words_in_the_middle_of_pages_are_text() -> None:
    pages = numbered(["Wat vinden wij?"] * 3, at=300)
    assert texts(without_furniture(pages)) == texts(pages)


def test_a_line_that_returns_once_in_many_pages_is_text() -> None:
    pages = numbered(["Tot slot", "Tot slot", *(f"Alinea {letter}" for letter in "abcde")])
    assert texts(without_furniture(pages)) == texts(pages)


@pytest.mark.parametrize("number", ["7", "- 7 -", "Pagina 7", "pagina 7 van 12", "7/12", "blz. 7", "Page 7 of 12"])
def test_a_page_number_is_the_label_and_not_text(number: str) -> None:
    cleaned = without_furniture([page([Line("Tekst", 400), Line(number, BOTTOM)], 9)])
    assert texts(cleaned) == [["Tekst"]]
    assert cleaned[0].label == "7"


def test_the_label_that_the_file_gives_goes_before_the_printed_number() -> None:
    (cleaned,) = without_furniture([page([Line("Tekst", 400), Line("7", BOTTOM)], 9, label="vii")])
    assert cleaned.label == "vii"


@pytest.mark.parametrize("line", ["2030", "Besluit 7", "7 procent"])
def test_numbers_that_are_no_page_numbers_stay(line: str) -> None:
    pages = [page([Line("Tekst", 400), Line(line, BOTTOM)], 9)]
    assert texts(without_furniture(pages)) == [["Tekst", line]]


def test_footers_of_the_real_documents_are_gone(shared_documents: Path) -> None:
    """The Kamerbrief's footer is its number; the running head of the advice names the meeting year."""
    letter = PdfReader().read(shared_documents / "kst-30012-157.pdf").pages
    advice = PdfReader().read(shared_documents / "other" / "kst-35538-4_advies-raad-van-state.pdf").pages
    assert [page.label for page in letter] == [str(number) for number in range(1, 14)]
    assert not [page.number for page in letter if page.text.rstrip().endswith(f"\n{page.number}")]
    assert not [page.number for page in advice if "Tweede Kamer, vergaderjaar" in page.text]
