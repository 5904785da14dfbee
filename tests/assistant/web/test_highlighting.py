"""Where a quotation stands on its page."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.domain.documents import BlockKind, Mark, Page
from assistant.web.highlighting import quoted_spans
from tests.fakes.documents import ROW, TABLE_PAGE, page_of


def marked(page: Page, quote: str) -> list[str]:
    return [span.of(page.text) for span in quoted_spans(page, quote)]


@pytest.mark.parametrize(
    ("quote", "words"),
    [
        ("acties lopen", "acties lopen"),
        ("Acties   LOPEN", "acties lopen"),
        ("op­leiders’ “wensen”", 'opleiders\' "wensen"'),
        ("bij- en omscholing", "bij-\nen omscholing"),
        ("ﬁnanciering straße", "financiering strasse"),
    ],
)
def test_a_quotation_is_found_by_its_letters(quote: str, words: str) -> None:
    page = Page(1, f"Dit gaat vooraf, {words}; en dit volgt.")
    assert marked(page, quote) == [words.rstrip("\"'")]


def test_a_quotation_that_is_not_there_marks_nothing() -> None:
    assert marked(Page(1, "Iets anders."), "De acties lopen") == []
    assert marked(Page(1, "Iets anders."), "") == []
    assert marked(Page(1, "Iets anders."), "… | –") == []
    assert marked(Page(1, ""), "woorden") == []


def test_the_cells_of_a_row_are_marked_in_the_row_that_holds_them_all() -> None:
    """The term stands in the text, in the row before and in this row; only the last is meant."""
    spans = quoted_spans(TABLE_PAGE, " | ".join(ROW))
    assert [span.of(TABLE_PAGE.text) for span in spans] == list(ROW)
    assert spans[-1].start == TABLE_PAGE.text.rindex("2023/2024")


def test_a_cell_is_marked_where_it_is_a_cell_and_not_where_it_is_part_of_one() -> None:
    page = page_of(1, (BlockKind.TABLE_ROW, ("Overleg OCW en SBB", "OCW", "2024")))
    spans = quoted_spans(page, "OCW | 2024")
    assert [span.start for span in spans] == [page.blocks[0].cells[1].start, page.blocks[0].cells[2].start]


def test_a_row_outside_of_any_table_is_found_from_its_longest_cell_on() -> None:
    page = Page(1, "OCW vooraf. Verkenning rol OCW 2024")
    assert [span.start for span in quoted_spans(page, "Verkenning rol | OCW | 2024")] == [12, 27, 31]


def test_a_quotation_may_leave_out_footnote_marks() -> None:
    text = "het onderwijsveld1 en SBB"
    page = Page(1, text, marks=(Mark(17, 18, "1"),))
    assert marked(page, "onderwijsveld en SBB") == ["onderwijsveld1 en SBB"]
    assert marked(page, "onderwijsveld1 en SBB") == ["onderwijsveld1 en SBB"]


def test_stretches_that_overlap_become_one() -> None:
    page = Page(1, "de pilots van OCW lopen")
    assert marked(page, "de pilots van OCW | pilots") == ["de pilots van OCW"]


@given(st.text(), st.text(min_size=1), st.text())
def test_words_taken_from_a_page_are_found_on_it(before: str, words: str, after: str) -> None:
    page = replace(TABLE_PAGE, text=before + words + after, blocks=(), marks=())
    spans = quoted_spans(page, words)
    assert all(0 <= span.start < span.end <= len(page.text) for span in spans)
    assert bool(spans) == any(char.isalnum() for part in words.split(" | ") for char in part)
