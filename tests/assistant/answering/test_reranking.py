"""Each sign moves a passage as it is meant to."""

from __future__ import annotations

from dataclasses import replace

import pytest

from assistant.answering.asking import Asks
from assistant.answering.digest_coverage import OF_ANOTHER_KIND
from assistant.answering.reranking import (
    SIGNS,
    WITHOUT_DIGEST,
    RerankWeights,
    defining,
    is_of_kind,
    is_of_party,
    is_of_step,
    rerank,
    shows,
    signs_of,
)
from assistant.domain.documents import BlockKind, Span
from assistant.domain.passages import Hit, Passage
from assistant.testing import make_passage
from tests.assistant.answering.material import terms_of, understood

NOTHING = RerankWeights(**dict.fromkeys(SIGNS, 0.0))
COLUMNS = ("Wat", "Wie", "Wanneer")


def cells(section: str, *words: str, columns: tuple[str, ...] = COLUMNS) -> Passage:
    """A table row of these cells."""
    text = "\t".join(words)
    starts = [text.index(word) for word in words]
    spans = tuple(Span(start, start + len(word)) for start, word in zip(starts, words, strict=True))
    return replace(make_passage(text), kind=BlockKind.TABLE_ROW, section=section, columns=columns, cells=spans)


def first_by(sign: str, question: str, *passages: Passage) -> str:
    """The text of the passage that comes first when this sign alone counts; the index likes them in reverse order."""
    understanding = understood(question)
    hits = [Hit(replace(passage, id=str(i)), i + 1.0) for i, passage in enumerate(passages)]
    weights = replace(NOTHING, **{sign: 1.0})
    return rerank(hits, understanding, terms_of(understanding), weights)[0].passage.text


def test_the_index_counts_as_a_share_of_its_best() -> None:
    understanding = understood("scholing")
    hits = [Hit(make_passage("Een.", 0), 8.0), Hit(make_passage("Twee.", 1), 2.0)]
    assert [signs.index for signs in signs_of(hits, understanding, ())] == [1.0, 0.25]
    assert first_by("index", "scholing", make_passage("Een."), make_passage("Scholing.")) == "Scholing."


def test_a_page_with_more_good_passages_comes_first() -> None:
    """Page 2 has 3 + 3 points, page 1 has 4."""
    passages = [replace(make_passage(f"Tekst {i}.", i), page=page) for i, page in enumerate((1, 2, 2))]
    hits = [Hit(passage, score) for passage, score in zip(passages, (4.0, 3.0, 3.0), strict=True)]
    signs = signs_of(hits, understood("tekst"), ())
    assert [each.page for each in signs] == [pytest.approx(4 / 6), 1.0, 1.0]


def test_words_in_the_passage_and_words_around_it_are_two_signs() -> None:
    inside = make_passage("Scholing is nodig.")
    around = make_passage("Dit is nodig.", context="Een stuk\nScholing")
    elsewhere = make_passage("De bouw is nodig.", context="Een stuk")
    assert first_by("body", "Waarom scholing?", inside, around, elsewhere) == inside.text
    assert first_by("context", "Waarom scholing?", around, elsewhere) == around.text


def test_words_that_stand_in_one_sentence_beat_words_that_are_spread() -> None:
    together = make_passage("De bekostiging van scholing is nodig. En nu?")
    spread = make_passage("De bekostiging is nodig. En scholing ook.")
    assert first_by("sentence", "Is bekostiging van scholing nodig?", together, spread) == together.text


def test_words_that_stand_in_one_sentence_of_the_digest_of_the_page_count_too() -> None:
    together = replace(make_passage("Wij betalen."), digest="Over geld.\nDe bekostiging van scholing is nodig.")
    spread = replace(make_passage("Wij betalen ook."), digest="De bekostiging is nodig.\nEn scholing ook.")
    assert first_by("digest", "Is bekostiging van scholing nodig?", together, spread) == together.text


def test_a_sentence_of_the_digest_that_shows_what_is_asked_counts_more() -> None:
    figure = replace(make_passage("Wij betalen."), digest="De scholing kost 4 miljoen euro.")
    none = replace(make_passage("Wij betalen ook."), digest="De scholing kost geld.")
    question = understood("Hoeveel kost de scholing?")
    signs = signs_of([Hit(each, 1.0) for each in (figure, none)], question, terms_of(question))
    assert signs[1].digest == pytest.approx(OF_ANOTHER_KIND * signs[0].digest)
    open_question = understood("De scholing?")
    signs = signs_of([Hit(each, 1.0) for each in (figure, none)], open_question, terms_of(open_question))
    assert [each.digest for each in signs] == [1.0, 1.0]


def test_a_page_without_a_digest_counts_by_what_it_holds_beside_pages_that_have_one() -> None:
    own = make_passage("De bekostiging van scholing is nodig.", 0)
    told = replace(make_passage("Wij betalen.", 1), digest="De bekostiging van scholing.")
    question = understood("De bekostiging van scholing?")
    alone, beside = (
        signs_of([Hit(each, 1.0) for each in hits], question, terms_of(question)) for hits in ([own], [own, told])
    )
    assert [each.digest for each in alone] == [0.0]
    assert [each.digest for each in beside] == [pytest.approx(WITHOUT_DIGEST * alone[0].context), 1.0]


def test_a_row_is_one_sentence_however_many_stops_it_has() -> None:
    row = cells("1 Scholing", "Bekostiging. Wet.", "OCW. SZW.", "2024")
    understanding = understood("bekostiging en wet door SZW in 2024")
    (signs,) = signs_of([Hit(row, 1.0)], understanding, terms_of(understanding))
    assert signs.sentence == 1.0


def test_a_passage_of_the_kind_that_is_asked_for_comes_first() -> None:
    row, text = cells("1 Scholing", "Bekostiging", "OCW", "2024"), make_passage("De bekostiging komt van ons.")
    assert first_by("kind", "Wie regelt de bekostiging?", row, text) == row.text
    assert (
        first_by("kind", "Waarom bekostiging?", make_passage("Dat is omdat het moet."), text)
        == "Dat is omdat het moet."
    )


def test_a_sentence_that_says_what_a_word_means_comes_first() -> None:
    definition = make_passage("Civiel effect is de waarde van een diploma.")
    other = make_passage("Een diploma heeft waarde door zijn civiel effect.")
    assert first_by("definition", "Wat betekent civiel effect?", other, definition) == definition.text
    why = understood("Waarom civiel effect?")
    assert [signs.definition for signs in signs_of([Hit(definition, 1.0)], why, terms_of(why))] == [0.0]


def test_a_passage_of_the_document_that_is_named_comes_first() -> None:
    named = make_passage("Scholing telt.", context="Position paper van UNL\nInleiding")
    other = make_passage("Scholing telt ook.", context="Brief van OCW\nUNL")
    assert first_by("origin", "Wat zegt UNL over scholing?", named, other) == named.text


def test_rows_of_the_step_that_is_asked_for_come_first() -> None:
    third, fourth = cells("3 Scholing", "Wet", "OCW", "2024"), cells("4 Bouw", "Wet", "SZW", "2025")
    assert first_by("step", "Wat gebeurt er bij stap 3?", third, fourth) == third.text


def test_equal_scores_come_in_order_of_passage() -> None:
    hits = [Hit(make_passage("Tekst.", number), 1.0) for number in (2, 0, 1)]
    assert [hit.passage.id for hit in rerank(hits, understood("tekst"), (), NOTHING)] == [
        "v1:00000",
        "v1:00001",
        "v1:00002",
    ]


def test_nothing_found_stays_nothing() -> None:
    assert rerank([], understood("tekst"), ()) == ()


# --- signs one by one


@pytest.mark.parametrize(
    ("asks", "text", "shown"),
    [
        (Asks.NUMBER, "Er zijn 134.000 studenten.", True),
        (Asks.NUMBER, "Er zijn veel studenten.", False),
        (Asks.REASON, "Dat is omdat het moet.", True),
        (Asks.REASON, "Dat moet.", False),
        (Asks.TERM, "Dit loopt tot in 2025.", True),
        (Asks.TERM, "Dit duurt 3 maanden.", True),
        (Asks.TERM, "Het tijdvak sloot op 16 oktober.", True),
        (Asks.TERM, "Dit duurt lang.", False),
        (Asks.NAME, "Dat zegt Jan de Vries.", True),
        (Asks.NAME, "Dat zegt de hoogleraar.", False),
        (Asks.POSITION, "De universiteiten pleiten voor een wet.", True),
        (Asks.OPEN, "Er zijn 3 stappen, omdat OCW dat wil.", False),
    ],
)
def test_a_text_shows_what_is_asked_by_an_outward_sign(asks: Asks, text: str, shown: bool) -> None:
    assert shows(asks, text) == shown


def kind(question: str, passage: Passage) -> float:
    understanding = understood(question)
    return is_of_kind(passage, understanding, terms_of(understanding))


def test_a_row_answers_who_and_when_best_when_its_column_says_so() -> None:
    assert kind("Wie regelt de wet?", cells("1 Wet", "Wet", "OCW", "2024")) == 1.0
    assert kind("Wie regelt de wet?", cells("1 Wet", "Wet", "OCW", "2024", columns=("A", "B", "C"))) == 0.5
    assert kind("Vertel over de wet", cells("1 Wet", "Wet", "OCW", "2024")) == 0.0


def test_an_amount_answers_how_many_better_than_another_number() -> None:
    assert kind("Hoeveel kost de wet?", make_passage("De wet kost € 5 mln.")) == 1.0
    assert kind("Hoeveel kost de wet?", make_passage("De wet telt 5 artikelen.")) == 0.4


@pytest.mark.parametrize(
    ("sentence", "defines"),
    [
        ("Een microcredential is een digitaal certificaat.", True),
        ("Onder microcredential wordt verstaan: een certificaat.", True),
        ("Microcredential: digitaal certificaat.", True),
        ("Het certificaat is een microcredential.", False),
        ("De universiteiten en hogescholen vinden dat zo'n microcredential is een certificaat.", False),
        ("Microcredentials groeien.", False),
    ],
)
def test_a_definition_opens_with_what_it_defines(sentence: str, defines: bool) -> None:
    assert (defining(sentence, terms_of(understood("Wat is een microcredential?"))) > 0) == defines


@pytest.mark.parametrize(
    ("section", "steps", "share"),
    [("3 Scholing", (3,), 1.0), ("Stap 3: scholing", (1, 3), 1.0), ("13 Scholing", (3,), 0.0), ("3 Scholing", (), 0.0)],
)
def test_a_row_is_of_the_step_that_its_section_is_numbered(section: str, steps: tuple[int, ...], share: float) -> None:
    assert is_of_step(cells(section, "Wet", "OCW", "2024"), steps) == share


def test_text_under_a_numbered_heading_is_of_that_step_less_surely() -> None:
    assert is_of_step(replace(make_passage("Tekst."), headings=("Agenda", "3. Scholing")), (3,)) == 0.7


def test_a_title_of_a_part_of_a_table_is_of_its_own_step() -> None:
    assert is_of_step(replace(make_passage("3 Scholing"), kind=BlockKind.TABLE_SECTION), (3,)) == 1.0


def test_a_row_is_of_a_party_among_its_owners_alone() -> None:
    row = cells("1 Wet", "Wet met SZW", "OCW, DUO", "2024")
    assert is_of_party(row, understood("Welke acties heeft OCW?"))
    assert not is_of_party(row, understood("Welke acties heeft SZW?"))
    assert not is_of_party(row, understood("Welke acties zijn er?"))
    assert not is_of_party(make_passage("OCW doet mee."), understood("Welke acties heeft OCW?"))
