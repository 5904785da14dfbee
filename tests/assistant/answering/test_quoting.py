"""Quoted words are found on their page, by the strictest way that finds them."""

from __future__ import annotations

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from assistant.answering.quoting import Found, contiguous, find, places
from assistant.domain.answers import MatchTier
from assistant.domain.documents import Mark, Page, Run, Span

TEXT = "De ‘derde leerweg’ is in 2024 begonnen.\nNiet-formeel leren telt mee."
PAGE = Page(1, TEXT)


@pytest.mark.parametrize(
    ("quote", "tier", "words"),
    [
        ("in 2024", MatchTier.EXACT, "in 2024"),
        ("begonnen.\nNiet", MatchTier.EXACT, "begonnen.\nNiet"),
        ("begonnen.  Niet", MatchTier.NORMALISED, "begonnen.\nNiet"),
        ("'derde leerweg'", MatchTier.NORMALISED, "‘derde leerweg’"),
        (" niet-formeel ", MatchTier.LETTERS, "Niet-formeel"),
        ("Niet‑formeel", MatchTier.NORMALISED, "Niet-formeel"),
        ("DERDE LEERWEG", MatchTier.LETTERS, "derde leerweg"),
        ("(in 2024, begónnen", MatchTier.LETTERS, "in 2024 begonnen"),
    ],
)
def test_words_are_found_by_the_strictest_way(quote: str, tier: MatchTier, words: str) -> None:
    start = TEXT.index(words)
    assert find(quote, PAGE) == Found(Span(start, start + len(words)), tier)


@pytest.mark.parametrize("quote", ["in 2025", "", "…", " ", "leerweg begonnen", "LEE", "i n"])
def test_what_is_not_on_the_page_or_too_short_for_loose_search_is_not_found(quote: str) -> None:
    assert find(quote, PAGE) is None


def test_every_place_is_found_and_the_first_comes_first() -> None:
    assert places("leer", Page(1, "leer en leerweg")) == [
        Found(Span(0, 4), MatchTier.EXACT),
        Found(Span(8, 12), MatchTier.EXACT),
    ]


def test_a_quotation_may_leave_out_a_footnote_mark() -> None:
    page = Page(1, "Het onderwijsveld1 doet mee.", marks=(Mark(17, 18, "1"),))
    assert find("Het onderwijsveld doet mee.", page) == Found(Span(0, 28), MatchTier.NORMALISED)


# --- any page, any stretch

texts = st.text(st.sampled_from("abcdeé AB12.,-–‘’'\n\u00a0€%"), min_size=1, max_size=80)


@st.composite
def stretches(draw: st.DrawFn) -> tuple[str, Span]:
    text = draw(texts)
    start = draw(st.integers(0, len(text) - 1))
    end = draw(st.integers(start + 1, len(text)))
    assume(any(map(str.isalnum, text[start:end])))
    return text, Span(start, end)


@settings(deadline=None)  # the machine may be busy
@given(stretches())
def test_any_stretch_of_a_page_is_found_exactly(stretch: tuple[str, Span]) -> None:
    text, span = stretch
    found = find(span.of(text), Page(1, text))
    assert found is not None
    assert (found.span.of(text), found.tier) == (span.of(text), MatchTier.EXACT)


@settings(deadline=None)  # the machine may be busy
@given(stretches())
def test_it_is_still_found_when_another_program_sets_it(stretch: tuple[str, Span]) -> None:
    """With other white space, hyphens and quotation marks; the words found are the page's own."""
    text, span = stretch
    other = span.of(text).translate(str.maketrans("–‘’\n", "-'' ")).replace("\u00a0", "  ")
    found = find(other, Page(1, text))
    assert found is not None
    assert letters(found.span.of(text)) == letters(span.of(text))


def letters(text: str) -> str:
    return "".join(char for char in text.lower() if char.isalnum())


# --- in one piece

SENTENCE = "Het veld doet mee aan de stap."


def test_what_stands_together_in_the_file_is_one_piece() -> None:
    page = Page(1, SENTENCE, runs=(Run(0, 100, 9), Run(9, 112, 21)))  # a line end between 'veld' and 'doet'
    assert contiguous(page, Span(0, 30)) == [Span(0, 30)]


def test_a_footnote_in_the_middle_makes_two_pieces() -> None:
    """The second half of the sentence stands 300 characters on in the file, at the top of the next column."""
    page = Page(1, SENTENCE, runs=(Run(0, 100, 9), Run(9, 400, 21)))
    assert [piece.of(SENTENCE) for piece in contiguous(page, Span(0, 30))] == ["Het veld", "doet mee aan de stap."]


def test_a_piece_that_the_file_has_earlier_is_a_piece_of_its_own() -> None:
    page = Page(1, SENTENCE, runs=(Run(0, 400, 9), Run(9, 100, 21)))
    assert [piece.of(SENTENCE) for piece in contiguous(page, Span(4, 17))] == ["veld", "doet mee"]


def test_only_the_runs_of_the_stretch_count() -> None:
    page = Page(1, SENTENCE, runs=(Run(0, 100, 9), Run(9, 400, 21)))
    assert contiguous(page, Span(9, 30)) == [Span(9, 30)]


def test_a_page_without_positions_is_one_piece_without_white_space_around_it() -> None:
    assert contiguous(Page(1, SENTENCE), Span(3, 9)) == [Span(4, 8)]


@settings(deadline=None)  # the machine may be busy
@given(stretches(), st.lists(st.integers(1, 9), max_size=9), st.lists(st.integers(0, 500), min_size=9, max_size=9))
def test_the_pieces_hold_every_letter_in_order(
    stretch: tuple[str, Span], lengths: list[int], places_in_file: list[int]
) -> None:
    text, span = stretch
    starts = [sum(lengths[:i]) for i in range(len(lengths))]
    runs = tuple(Run(start, raw, n) for start, raw, n in zip(starts, places_in_file, lengths, strict=False))
    pieces = contiguous(Page(1, text, runs=runs), span)
    assert letters("".join(piece.of(text) for piece in pieces)) == letters(span.of(text))
