"""The order in which lines are read."""

from __future__ import annotations

from pathlib import Path

from ingest.columns import in_reading_order
from ingest.layout import RawPage
from ingest.readers.pdf import PdfReader
from tests.ingest.paper import Line, page

GAP = " " * 6  # 30 points: three times the type


def ordered(sheet: RawPage) -> list[str]:
    return [
        " ".join(sheet.chars[word.start : word.end] for word in line.words) for line in in_reading_order(sheet.lines)
    ]


def rows(*texts: str) -> RawPage:
    return page(Line(text, 100 + 12 * index) for index, text in enumerate(texts))


def test_lines_that_each_stand_in_one_column_keep_the_order_of_the_file() -> None:
    sheet = rows("eerste regel", "tweede regel", "derde regel")
    assert ordered(sheet) == ["eerste regel", "tweede regel", "derde regel"]


def test_lines_across_two_columns_are_read_column_by_column() -> None:
    sheet = rows(*(f"links {n}{GAP}rechts {n}" for n in range(1, 6)))
    assert ordered(sheet) == [*(f"links {n}" for n in range(1, 6)), *(f"rechts {n}" for n in range(1, 6))]


def test_a_line_over_the_full_width_is_read_between_what_stands_above_and_below() -> None:
    above = [f"links {n}{GAP}rechts {n}" for n in range(1, 5)]
    below = [f"links {n}{GAP}rechts {n}" for n in range(5, 9)]
    found = ordered(rows(*above, "een kop over alle kolommen", *below))
    assert found[3:6] == ["links 4", "rechts 1", "rechts 2"]
    assert found[8] == "een kop over alle kolommen"
    assert found[9] == "links 5"


def test_three_columns_are_cut_at_both_gutters() -> None:
    found = ordered(rows(*(f"aa {n}{GAP}bb {n}{GAP}cc {n}" for n in range(1, 6))))
    assert [text[:2] for text in found] == ["aa"] * 5 + ["bb"] * 5 + ["cc"] * 5


def test_a_few_wide_spaces_make_no_columns() -> None:
    sheet = rows(f"naam{GAP}bedrag", "een gewone regel", "nog een regel", "en nog een", "en de laatste")
    assert ordered(sheet)[0] == "naam bedrag"


def test_a_hyphen_stays_with_the_right_hand_piece() -> None:
    sheet = rows(*(f"links {n}{GAP}gebro~" for n in range(1, 6)))
    assert [line.hyphen for line in in_reading_order(sheet.lines)] == [False] * 5 + [True] * 5


def test_columns_of_the_real_documents_are_read_in_order(shared_documents: Path) -> None:
    position = PdfReader().read(shared_documents / "unl-llo.pdf").pages
    article = PdfReader().read(shared_documents / "mbo-artikel-llo.pdf").pages
    assert _in_order(position[0].text, "Grote maatschappelijke", "Cruciaal moment", "De toekomstverkenning")
    assert _in_order(position[1].text, "Dit vereist ook", "Waar streven we naar?", "volgende acties")
    assert _in_order(article[1].text, "de regio?", "Dat zou een nieuwe", "AGOGISCHE OPDRACHT", "gehele loopbaan")


def _in_order(text: str, *pieces: str) -> bool:
    places = [text.find(piece) for piece in pieces]
    return -1 not in places and places == sorted(places)
