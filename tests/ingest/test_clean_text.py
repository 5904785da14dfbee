"""Clean text and its way back to the raw characters."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.domain.documents import Run
from ingest.clean_text import CleanText, raw_indices


def copied(raw: str) -> CleanText:
    clean = CleanText()
    clean.copy(raw, 0, len(raw))
    return clean


def test_neighbouring_pieces_make_one_run() -> None:
    clean = CleanText()
    clean.copy("een twee", 0, 3)
    clean.copy("een twee", 3, 8)
    assert clean.runs == (Run(0, 0, 8),)


def test_what_we_add_is_in_no_run() -> None:
    clean = CleanText()
    clean.copy("een\r\ntwee", 0, 3)
    clean.add(" ")
    clean.copy("een\r\ntwee", 5, 9)
    assert clean.text == "een twee"
    assert clean.runs == (Run(0, 0, 3), Run(4, 5, 4))
    assert raw_indices(clean.runs, 2, 6) == [2, 5, 6]


def test_pieces_out_of_their_order_in_the_file_keep_their_places() -> None:
    clean = CleanText()
    clean.copy("rechtslinks", 6, 11)
    clean.copy("rechtslinks", 0, 6)
    assert clean.text == "linksrechts"
    assert raw_indices(clean.runs, 4, 6) == [10, 0]


@pytest.mark.parametrize(
    ("raw", "text"),
    [
        ("\ufb01nancieel", "financieel"),
        ("o\ufb03cieel", "officieel"),
        ("bel\u0133k", "belijk"),
        ("e\u0301e\u0301n", "één"),
        ("beroeps\u00adonderwijs", "beroepsonderwijs"),
        ("\ufeffdeel\u200bname", "deelname"),
        ("\uf0b7", "•"),
        ("geëist", "geëist"),
        ("20º", "20º"),
    ],
)
def test_signs_that_only_printers_use_are_spelt_out_or_left_out(raw: str, text: str) -> None:
    assert copied(raw).text == text


def test_each_letter_of_a_ligature_leads_to_the_ligature() -> None:
    clean = copied("a\ufb01b")
    assert clean.text == "afib"
    assert raw_indices(clean.runs, 0, 4) == [0, 1, 1, 2]


def test_no_stretch_leads_nowhere() -> None:
    assert raw_indices(copied("abc").runs, 1, 1) == []
    assert raw_indices((), 0, 5) == []


@given(st.text(alphabet="ab ëé’•\u00ad\u200b\x02", max_size=30), st.integers(0, 30), st.integers(0, 30))
def test_every_clean_character_is_its_raw_character(raw: str, first: int, second: int) -> None:
    start, end = sorted((min(first, len(raw)), min(second, len(raw))))
    clean = CleanText()
    clean.copy(raw, start, end)
    clean.add("-")
    clean.copy(raw, 0, start)
    indices = raw_indices(clean.runs, 0, clean.length)
    assert "".join(raw[index] for index in indices) == clean.text.replace("-", "")
