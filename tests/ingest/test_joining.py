"""What stands between two lines: nothing, a hyphen, a hyphen and a space, or a space."""

from __future__ import annotations

from pathlib import Path

import pytest

from ingest.joining import Joiner
from ingest.readers.pdf import PdfReader
from tests.ingest.paper import Line, page


@pytest.mark.parametrize(
    ("words", "left", "right", "between"),
    [
        ([], "voorbe", "reidt", ""),
        (["llo-werkcongres"], "llo", "werkcongres", "-"),
        ([], "mbo", "instellingen", "-"),  # an abbreviation in small letters
        (["non-formeel"], "Non", "formele", "-"),  # the document writes 'non-' with a hyphen elsewhere
        (["nonformele", "non-formeel"], "non", "formele", ""),  # this very word goes before its prefix
        ([], "LLO", "platform", "-"),  # an acronym is never half a word
        ([], "Noord", "Brabant", "-"),
        ([], "2023", "2024", "-"),
        ([], "in", "en", "- "),
        ([], "(bij", "en/of", "- "),
        ([], "mbo", "of", "- "),
    ],
)
def test_a_hyphen_at_a_line_end(words: list[str], left: str, right: str, between: str) -> None:
    assert Joiner(words, hyphenated=True).glue(left, right, hyphen=True) == between


@pytest.mark.parametrize(
    ("words", "left", "right", "between"),
    [
        (["voorbereidt"], "voorbe", "reidt", ""),  # the document's own words decide
        ([], "voorbe", "reidt", ""),  # a Dutch word, of two halves that are none
        (["lang", "leven"], "leven", "lang", " "),
        ([], "een", "stap", " "),
        ([], "de", "werkgever", " "),
        ([], "beroeps", "Onderwijs", " "),
        ([], "OCW", "stelt", " "),
        ([], "stap,", "daarna", " "),
        ([], "xq", "zr", " "),  # too little to be two halves of a word
    ],
)
def test_a_line_end_where_hyphens_were_lost(words: list[str], left: str, right: str, between: str) -> None:
    assert Joiner(words, hyphenated=False).glue(left, right, hyphen=False) == between


def test_two_pieces_that_no_lexicon_knows_are_one_word_only_where_hyphens_were_lost() -> None:
    assert Joiner([], hyphenated=False, lossy=True).glue("waterdoorla", "tendebestrating", hyphen=False) == ""
    assert Joiner([], hyphenated=False).glue("waterdoorlatende", "betonklinkers", hyphen=False) == " "


def test_a_document_that_keeps_its_hyphens_has_lost_none() -> None:
    assert Joiner([], hyphenated=True).glue("voorbe", "reidt", hyphen=False) == " "


def test_a_range_of_years_over_a_line_end_is_one_word() -> None:
    assert Joiner([], hyphenated=False).glue("2026-", "2027", hyphen=False) == ""
    assert Joiner([], hyphenated=True).glue("2026/", "2027", hyphen=False) == ""


def test_words_at_line_ends_are_no_evidence() -> None:
    """The last word of the first line and the first of the second may be halves; only 'onderzoekt' is whole."""
    joiner = Joiner.of([page([Line("wie onderzoekt uitge", 100), Line("lezen is een boek", 112)])])
    assert joiner.glue("onder", "zoekt", hyphen=False) == ""
    assert joiner.glue("uitge", "lezen", hyphen=False) == ""


def test_an_article_without_its_hyphens_reads_whole_words(shared_documents: Path) -> None:
    pages = PdfReader().read(shared_documents / "mbo-artikel-llo.pdf").pages
    text = " ".join(page.text for page in pages)
    assert "voorbereidt" in text
    assert "voorbe reidt" not in text
