"""Terms as policy documents write them, and the dates that they name; all dates were worked out by hand."""

from __future__ import annotations

import re
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.domain.period_parser import holds_period, parse_period, render_period, says_when
from assistant.domain.period_words import CHOICES, Choice
from assistant.domain.periods import Period, Precision


def dates(text: str) -> str:
    """'2026-01-01 2026-12-31', with '…' for a side that is open."""
    period = parse_period(text)
    return " ".join(str(side) if side else "…" for side in (period.start, period.end))


@pytest.mark.parametrize(
    ("text", "expected", "precision"),
    [
        ("2024", "2024-01-01 2024-12-31", Precision.YEAR),
        ("2023/2024", "2023-01-01 2024-12-31", Precision.SPAN),
        ("2023/2025", "2023-01-01 2025-12-31", Precision.SPAN),
        ("2025-2027", "2025-01-01 2027-12-31", Precision.SPAN),
        ("2025 – 2027", "2025-01-01 2027-12-31", Precision.SPAN),
        ("2025 t/m 2027", "2025-01-01 2027-12-31", Precision.SPAN),
        ("2026-27", "2026-01-01 2027-12-31", Precision.SPAN),
        ("Q3 2025", "2025-07-01 2025-09-30", Precision.QUARTER),
        ("2025/Q3", "2025-07-01 2025-09-30", Precision.QUARTER),
        ("2025 Q3", "2025-07-01 2025-09-30", Precision.QUARTER),
        ("Q3 '25", "2025-07-01 2025-09-30", Precision.QUARTER),
        ("3e kwartaal 2026", "2026-07-01 2026-09-30", Precision.QUARTER),
        ("Derde kwartaal van 2026", "2026-07-01 2026-09-30", Precision.QUARTER),
        ("laatste kwartaal 2026", "2026-10-01 2026-12-31", Precision.QUARTER),
        ("Q1-Q2 2026", "2026-01-01 2026-06-30", Precision.SPAN),
        ("derde en vierde kwartaal 2026", "2026-07-01 2026-12-31", Precision.SPAN),
        ("Q4 2025 - Q1 2026", "2025-10-01 2026-03-31", Precision.SPAN),
        ("eerste helft 2027", "2027-01-01 2027-06-30", Precision.HALF),
        ("tweede helft van 2027", "2027-07-01 2027-12-31", Precision.HALF),
        ("H1 2026", "2026-01-01 2026-06-30", Precision.HALF),
        ("tweede halfjaar 2026", "2026-07-01 2026-12-31", Precision.HALF),
        ("begin 2026", "2026-01-01 2026-03-31", Precision.PART),
        ("medio 2026", "2026-04-01 2026-09-30", Precision.PART),
        ("Eind 2025", "2025-10-01 2025-12-31", Precision.PART),
        ("eind 2025/begin 2026", "2025-10-01 2026-03-31", Precision.SPAN),
        ("eind september 2026", "2026-09-21 2026-09-30", Precision.PART),
        ("eind Q3 2026", "2026-09-01 2026-09-30", Precision.PART),
        ("voorjaar 2026", "2026-03-01 2026-05-31", Precision.SEASON),
        ("najaar 2026", "2026-09-01 2026-11-30", Precision.SEASON),
        ("gestart in 2025", "2025-01-01 …", Precision.YEAR),
        ("niet vóór 2027", "2027-01-01 …", Precision.YEAR),
        ("2027 of later", "2027-01-01 …", Precision.YEAR),
        ("start 2026", "2026-01-01 …", Precision.YEAR),
        ("Start: Q3 2026", "2026-07-01 …", Precision.QUARTER),
        ("start medio 2026, gereed eind 2027", "2026-04-01 2027-12-31", Precision.SPAN),
        ("2026, najaar", "2026-09-01 2026-11-30", Precision.SEASON),
        ("winter 2027", "2027-12-01 2028-02-29", Precision.SEASON),
        ("winter 2027-2028", "2027-12-01 2028-02-29", Precision.SEASON),
        ("voor de zomer van 2026", "… 2026-06-30", Precision.SEASON),
        ("voor het zomerreces 2026", "… 2026-06-30", Precision.SEASON),
        ("na de zomer van 2026", "2026-09-01 2026-12-31", Precision.SEASON),
        ("na de zomer 2026", "2026-09-01 2026-12-31", Precision.SEASON),
        ("1 september 2026", "2026-09-01 2026-09-01", Precision.DAY),
        ("1-9-2026", "2026-09-01 2026-09-01", Precision.DAY),
        ("01/09/2026", "2026-09-01 2026-09-01", Precision.DAY),
        ("2026-09-01", "2026-09-01 2026-09-01", Precision.DAY),
        ("uiterlijk 1-7-'26", "… 2026-07-01", Precision.DAY),
        ("week 12-14 2026", "2026-03-16 2026-04-05", Precision.SPAN),
        ("Prinsjesdag 2026", "2026-09-15 2026-09-15", Precision.DAY),
        ("september 2026", "2026-09-01 2026-09-30", Precision.MONTH),
        ("sept. 2026", "2026-09-01 2026-09-30", Precision.MONTH),
        ("maart-juni 2026", "2026-03-01 2026-06-30", Precision.SPAN),
        ("november t/m februari 2028", "2027-11-01 2028-02-29", Precision.SPAN),
        ("15 maart - 30 juni 2026", "2026-03-15 2026-06-30", Precision.SPAN),
        ("uiterlijk 31 december 2028", "… 2028-12-31", Precision.DAY),
        ("uiterlijk Q3/Q4 2026", "… 2026-12-31", Precision.SPAN),
        ("per 1-1-2027", "2027-01-01 2027-01-01", Precision.DAY),
        ("vóór 1 juli 2026", "… 2026-06-30", Precision.DAY),
        ("schooljaar 2026-2027", "2026-08-01 2027-07-31", Precision.SCHOOL_YEAR),
        ("studiejaar 26/27", "2026-09-01 2027-08-31", Precision.SCHOOL_YEAR),
        ("eind schooljaar 2026-2027", "2027-05-01 2027-07-31", Precision.PART),
        ("vanaf 2025", "2025-01-01 …", Precision.YEAR),
        ("sinds 2024", "2024-01-01 …", Precision.YEAR),
        ("2024-heden", "2024-01-01 …", Precision.YEAR),
        ("te beginnen in 2025", "2025-01-01 …", Precision.YEAR),
        ("2026 en verder", "2026-01-01 …", Precision.YEAR),
        ("na 1 juli 2026", "2026-07-02 …", Precision.DAY),
        ("tot 2026", "… 2025-12-31", Precision.YEAR),
        ("tot eind 2026", "… 2026-12-31", Precision.PART),
        ("tot en met 2028", "… 2028-12-31", Precision.YEAR),
        ("vanaf Q3 2025 tot eind 2026", "2025-07-01 2026-12-31", Precision.SPAN),
        ("end of 2026", "2026-10-01 2026-12-31", Precision.PART),
        ("mid-2026", "2026-04-01 2026-09-30", Precision.PART),
        ("second quarter of 2026", "2026-04-01 2026-06-30", Precision.QUARTER),
        ("by 1 July 2026", "… 2026-07-01", Precision.DAY),
        ("September 1, 2026", "2026-09-01 2026-09-01", Precision.DAY),
        ("from 2025 to 2027", "2025-01-01 2027-12-31", Precision.SPAN),
    ],
)
def test_a_term_gives_its_dates(text: str, expected: str, precision: Precision) -> None:
    assert (dates(text), parse_period(text).precision) == (expected, precision)


@pytest.mark.parametrize(
    "text", ["Continu", "doorlopend", "structureel", "jaarlijks", "elk kwartaal", "ieder najaar", "lopend", "ongoing"]
)
def test_what_goes_on_without_a_date_is_continuous(text: str) -> None:
    assert parse_period(text) == Period(text, None, None, Precision.CONTINUOUS)


@pytest.mark.parametrize(
    ("text", "start"),
    [
        ("structureel vanaf 2026", date(2026, 1, 1)),
        ("jaarlijks, te beginnen in 2025", date(2025, 1, 1)),
        ("eind 2025, daarna jaarlijks", date(2025, 10, 1)),
        ("2025-2027, daarna structureel", date(2025, 1, 1)),
        ("elk jaar in september, vanaf 2026", date(2026, 1, 1)),
    ],
)
def test_what_goes_on_from_a_date_has_no_end(text: str, start: date) -> None:
    assert parse_period(text) == Period(text, start, None, Precision.CONTINUOUS)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("doorlopend tot en met 2028", "… 2028-12-31"),
        ("elk kwartaal in 2026", "2026-01-01 2026-12-31"),
        ("2026, lopend", "2026-01-01 2026-12-31"),
    ],
)
def test_what_goes_on_until_a_date_ends_there(text: str, expected: str) -> None:
    assert dates(text) == expected
    assert parse_period(text).precision is not Precision.CONTINUOUS


@pytest.mark.parametrize(
    "text",
    ["", "-", "n.t.b.", "nog te bepalen", "gereed", "na de kabinetsformatie", "najaar", "voor de zomer", "dit jaar"],
)
def test_no_date_is_invented(text: str) -> None:
    assert parse_period(text) == Period(text, None, None, Precision.OPEN)


@pytest.mark.parametrize(
    "text",
    ["31-02-2026", "30 februari 2026", "1-13-2026", "Q5 2026", "week 60 2026", "2027-2025", "vanaf 2027 tot 2026"],
)
def test_a_date_that_does_not_exist_is_impossible(text: str) -> None:
    assert parse_period(text) == Period(text, None, None, Precision.IMPOSSIBLE)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("2026 (mits financiering)", "2026-01-01 2026-12-31"),
        ("2026, voor elke school", "2026-01-01 2026-12-31"),
        ("2026 (was 2025)", "2026-01-01 2026-12-31"),
        ("2026 (Q3)", "2026-07-01 2026-09-30"),
        ("2026, uiterlijk september", "… 2026-09-30"),
        ("concept in mei 2026, besluit uiterlijk 1 maart 2027", "2026-05-01 2027-03-01"),
        ("€ 2025 miljoen", "… …"),
    ],
)
def test_other_words_leave_the_dates_that_are_named(text: str, expected: str) -> None:
    assert dates(text) == expected


@pytest.mark.parametrize(
    "text",
    ["2026", "voor de zomer van 2026", "VOOR DE ZOMER", "Continu", "na de kabinetsformatie", "31-02-2026", "Q1", "mei"],
)
def test_a_term_and_nothing_else_is_known_as_one(text: str) -> None:
    assert holds_period(text)


@pytest.mark.parametrize("text", ["", "-", "n.t.b.", "MBO Raad", "2026 (mits financiering)", "de minister", "12", "in"])
def test_other_text_is_no_term(text: str) -> None:
    assert not holds_period(text)


# --- for every text and every span

DAYS = st.dates(date(1950, 1, 1), date(2090, 12, 31))
VOCABULARY = """
    2025 2026 26 '27 31 1 eind begin medio voor na tot vanaf uiterlijk t/m - / , en ( ) Q3 kwartaal derde zomer winter
    helft maart februari 30 schooljaar jaarlijks daarna continu prinsjesdag week de van 31-2-2026 2026-13 9-2025
"""
WORDS = st.sampled_from(VOCABULARY.split())
TEXTS = st.text() | st.lists(WORDS, max_size=8).map(" ".join)


@given(TEXTS)
def test_any_text_is_kept_literally_and_never_ends_before_it_starts(text: str) -> None:
    period = parse_period(text)
    assert period.text == text
    assert not (period.start and period.end) or period.start <= period.end
    assert isinstance(holds_period(text), bool)


@pytest.mark.parametrize("piece", ["schooljaar 25/26 - ", "25/26 - ", "eind ", "1 en ", "(", "2025-", "derde "])
def test_a_term_of_any_length_is_read(piece: str) -> None:
    assert parse_period(piece * 3000).text == piece * 3000
    assert parse_period("schooljaar " + piece * 3000).text == "schooljaar " + piece * 3000


@given(TEXTS)
def test_what_names_no_year_has_no_dates(text: str) -> None:
    without = "".join(mark for mark in text if not mark.isdigit())
    assert (parse_period(without).start, parse_period(without).end) == (None, None)


@given(DAYS, DAYS, st.sampled_from(Precision))
def test_a_rendered_span_reads_as_the_same_span(one: date, other: date, precision: Precision) -> None:
    start, end = sorted((one, other))
    for period in (
        Period("", start, end, precision),
        Period("", start, None, precision),
        Period("", None, end, precision),
    ):
        again = parse_period(render_period(period))
        assert (again.start, again.end) == (period.start, period.end)


@given(TEXTS)
def test_a_rendered_term_reads_as_the_same_term(text: str) -> None:
    period = parse_period(text)
    again = parse_period(render_period(period))
    assert (again.start, again.end) == (period.start, period.end)
    assert (again.precision is Precision.CONTINUOUS) == (period.precision is Precision.CONTINUOUS)


@pytest.mark.parametrize(
    "text", ["2026", "medio 2026", "derde kwartaal 2026", "schooljaar 2026-2027", "najaar 2026", "vanaf 2025"]
)
def test_a_plain_term_is_rendered_as_it_was(text: str) -> None:
    assert render_period(parse_period(text)) == text


# --- the guide for users

GUIDE = Path(__file__).parents[3] / "docs" / "agenda.md"
ROW = re.compile(r"^\| ([^|]+) \| ([-\d]+) \| ([-\d]+) \|$", re.MULTILINE)
ROWS = ROW.findall(GUIDE.read_text(encoding="utf-8"))


@pytest.mark.parametrize(("terms", "first", "last"), ROWS)
def test_the_guide_says_what_the_parser_does(terms: str, first: str, last: str) -> None:
    each = [terms] if "daarna" in terms else terms.split(", ")
    sides = " ".join("…" if side == "-" else side for side in (first, last))
    assert {term: dates(term) for term in each} == dict.fromkeys(each, sides)


@pytest.mark.parametrize("choice", CHOICES, ids=lambda choice: str(choice.words[0]))
def test_the_guide_has_every_choice(choice: Choice) -> None:
    listed = {(words.split(",")[0].rsplit(" ", 1)[0], first, last) for words, first, last in ROWS}
    assert (choice.words[0], *map(str, choice.dates(2026))) in listed


@pytest.mark.parametrize(
    ("text", "says"), [("nader te bepalen", True), ("n.t.b.", True), ("eind 2026", True), ("-", False), ("VNG", False)]
)
def test_words_that_say_that_no_time_is_known_say_when_but_a_dash_does_not(text: str, says: bool) -> None:
    assert says_when(text) is says
