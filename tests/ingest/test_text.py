"""Dutch sentences, and text without its footnote marks."""

from __future__ import annotations

import time
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.domain.documents import Mark, Page
from assistant.domain.text import masked, sentence_spans


def sentences(text: str) -> list[str]:
    return [span.of(text) for span in sentence_spans(text)]


def test_sentences_end_at_full_stops_question_marks_and_exclamation_marks() -> None:
    assert sentences("Dat is goed. Wie doet wat? Nu! Straks…") == ["Dat is goed.", "Wie doet wat?", "Nu!", "Straks…"]


@pytest.mark.parametrize(
    "sentence",
    [
        "Zie o.a. Artikel 7.2 van de wet.",
        "De brief van d.d. 19 augustus 2020.",
        "Kamerstukken II 2019/20, 31 288, nr. 810.",
        "Ca. 85% van het aanbod, d.w.z. Bijna alles.",
        "Prof. dr. A.B. de Vries en mevr. Jansen.",
        "Minister R.H. Dijkgraaf tekent.",
        "Scholing (bijv. Een cursus) telt mee.",
        "Het kost 2.500 euro per jaar.",
        "Dat is het geval. enkele woorden in kleine letters",
        "1. Vereenvoudiging deelname",
        "a. Doelomschrijving",
    ],
)
def test_what_looks_like_an_end_and_is_none(sentence: str) -> None:
    assert sentences(sentence) == [sentence]


def test_closing_signs_belong_to_the_sentence_that_they_close() -> None:
    text = "Hij zei: «Leren leren.» Daarna (in 2024.) Niets meer."
    assert sentences(text) == ["Hij zei: «Leren leren.»", "Daarna (in 2024.)", "Niets meer."]


def test_every_line_end_is_a_boundary() -> None:
    assert sentences("Kop zonder punt\nDe tekst.\neerste punt;\ntweede punt") == [
        "Kop zonder punt",
        "De tekst.",
        "eerste punt;",
        "tweede punt",
    ]
    assert sentences("(Dat is zo.)\n«En dit.»\nEinde") == ["(Dat is zo.)", "«En dit.»", "Einde"]


def test_a_sentence_may_begin_with_a_quotation_mark_a_number_or_an_amount() -> None:
    assert sentences("Dat kan. «Leren leren» werkt. 85% kiest. € 5 telt.") == [
        "Dat kan.",
        "«Leren leren» werkt.",
        "85% kiest.",
        "€ 5 telt.",
    ]


def test_marks_are_spaces_of_the_same_length() -> None:
    page = Page(1, "OCW, onderwijsveld1 en meer.12 Dan.", marks=(Mark(18, 19, "1"), Mark(28, 30, "12")))
    assert masked(page) == "OCW, onderwijsveld  en meer.   Dan."


def test_a_mark_after_a_full_stop_does_not_hide_the_end_of_the_sentence() -> None:
    page = Page(1, "Dat is meer.12 Dan dit.", marks=(Mark(12, 14, "12"),))
    assert [span.of(page.text) for span in sentence_spans(masked(page))] == ["Dat is meer.", "Dan dit."]


@given(st.text(alphabet="abC. ;\n1?(»", max_size=60))
def test_sentences_are_in_order_apart_and_hold_every_letter(text: str) -> None:
    spans = sentence_spans(text)
    assert all(a.end <= b.start for a, b in pairwise(spans))
    assert "".join("".join(span.of(text).split()) for span in spans) == "".join(text.split())


@pytest.mark.parametrize("piece", ["A. ", "nr. A ", ".", "x.) ", "… "])
def test_any_text_is_read_in_linear_time(piece: str) -> None:
    """A hundred thousand signs take a tenth of a second; what grows with the square takes minutes."""
    started = time.perf_counter()
    sentence_spans(piece * (100_000 // len(piece)))
    assert time.perf_counter() - started < 5
