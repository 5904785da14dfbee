"""Nothing passes that the words of the page do not prove, whoever composed it."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from assistant.answering.page_view import PageView
from assistant.answering.statements import Statement, row
from assistant.answering.verifying import Flaw, Verdict, verify
from assistant.domain.answers import MatchTier
from assistant.domain.documents import BlockKind, Page, Span
from assistant.domain.passages import Passage
from ingest.catalogue import CORPUS
from ingest.readers.page_builder import FootnoteMark, PageBuilder
from ingest.readers.registry import reader_for
from tests.assistant.answering.material import page_of


def claimed(text: str, *quotes: str) -> Statement:
    """What a composer says that phrases for itself."""
    return Statement(text, "doc", 1, (), BlockKind.PARAGRAPH, quotes=quotes)


def judged(text: str, quoted: str) -> Verdict:
    """The verdict on a statement that quotes all that its page holds."""
    return verify(claimed(text, quoted), page_of(quoted))


# Each statement says something else than the words that it quotes.
LIES = [
    ("Het project kost € 100.", "Het project kost € 100 mln.", Flaw.NUMBER),
    ("Het project kost € 100 mln.", "Het project kost € 100.", Flaw.NUMBER),
    ("Het project kost 100 miljard.", "Het project kost 100 miljoen.", Flaw.NUMBER),
    ("Het project kost een miljard.", "Het project kost een miljoen.", Flaw.NUMBER),
    ("Het project kost € 12.", "Het project kost € 12,50.", Flaw.NUMBER),
    ("Het project kost € 100.", "Het project telt 100 leden.", Flaw.NUMBER),
    ("Er doen 134 studenten mee.", "Er doen 134.000 studenten mee.", Flaw.NUMBER),
    ("Er doen 1000 studenten mee.", "Er doen 10000 studenten mee.", Flaw.NUMBER),
    ("De regeling geldt vanaf 2025.", "De regeling geldt vanaf 2024.", Flaw.NUMBER),
    ("Op 3 oktober volgt een besluit.", "Op 4 oktober volgt een besluit.", Flaw.NUMBER),
    ("Op 3 oktober volgt een besluit.", "Na 3 gesprekken volgt op 4 oktober een besluit.", Flaw.NUMBER),
    ("Op 3 oktober volgt een besluit.", "Op 3 november volgt een besluit.", Flaw.NUMBER),
    ("In oktober 2024 volgt een besluit.", "In oktober 2023 volgt een besluit, en in mei 2024 nog een.", Flaw.NUMBER),
    ("Op 10-3-2024 volgt een besluit.", "Op 3-10-2024 volgt een besluit.", Flaw.NUMBER),
    ("Zeven partijen doen mee.", "Acht partijen doen mee.", Flaw.NUMBER),
    ("Het loopt van 2024 tot in 2024.", "Het loopt van 2024 tot in 2025.", Flaw.NUMBER),
    ("De derde stap is gezet.", "De vierde stap is gezet.", Flaw.NUMBER),
    ("Vijfentwintig scholen doen mee.", "Vijfendertig scholen doen mee.", Flaw.NUMBER),
    ("De helft doet mee.", "Een kwart doet mee.", Flaw.NUMBER),
    ("Tweederde doet mee.", "Een derde doet mee.", Flaw.NUMBER),
    ("Seven parties take part.", "Acht partijen doen mee.", Flaw.NUMBER),
    ("Het aandeel is 62%.", "Het aandeel is 26%.", Flaw.NUMBER),
    ("Het aandeel is 62%.", "Er zijn 62 deelnemers.", Flaw.NUMBER),
    ("Er zijn 62 deelnemers.", "Het aandeel is 62%.", Flaw.NUMBER),
    ("Het duurt 3 jaar.", "Het duurt 3 maanden.", Flaw.NUMBER),
    ("Volgens UNL is er geld.", "Volgens VH is er geld.", Flaw.NAME),
    ("Dat geldt in het mbo.", "Dat geldt in het hbo.", Flaw.NAME),
    ("Dat zegt Jan van den Berg.", "Dat zegt Jan van der Berg.", Flaw.NAME),
    ("Dat zegt Jan van Dijk.", "Dat zeggen Jan Smit en Piet van Dijk.", Flaw.NAME),
    ("Dat zegt P. Smit.", "Dat zegt J. Smit.", Flaw.NAME),
    ("Dat zegt mevrouw ter Beek.", "Dat zegt mevrouw ten Beek.", Flaw.NAME),
    ("Dat zegt Jan.", "Dat was in januari.", Flaw.NAME),
    ("Jansen vraagt om geld.", "Pietersen vraagt om geld.", Flaw.NAME),
    ("Van Dijk vraagt om geld.", "Van Beek vraagt om geld.", Flaw.NAME),
    ("De stap is verplicht.", "De stap is niet verplicht.", Flaw.NEGATION),
    ("De stap is niet verplicht.", "De stap is verplicht.", Flaw.NEGATION),
    ("De stap is verplicht en niet nodig.", "De stap is niet verplicht en niet nodig.", Flaw.NEGATION),
    ("De stap is niet verplicht.", "De stap is niet alleen verplicht.", Flaw.NEGATION),
    ("De stap is alleen verplicht.", "De stap is niet alleen verplicht.", Flaw.NEGATION),
    ("De stap is niet alleen verplicht.", "De stap is alleen verplicht.", Flaw.NEGATION),
    ("The step is mandatory.", "De stap is niet verplicht.", Flaw.NEGATION),
    ("It isn't mandatory.", "Het is verplicht.", Flaw.NEGATION),
    ("Er is geld voor scholing. De bouw stopt.", "Er is geld voor scholing van werkenden.", Flaw.OTHER_WORDS),
]


@pytest.mark.parametrize(("text", "quoted", "flaw"), LIES, ids=[text for text, _, _ in LIES])
def test_a_statement_that_says_something_else_is_rejected(text: str, quoted: str, flaw: Flaw) -> None:
    verdict = judged(text, quoted)
    assert (verdict.flaw, verdict.proofs) == (flaw, ())
    assert verdict.detail


TRUTHS = [
    ("Het project kost 100 miljoen euro.", "Het project kost € 100 mln."),
    ("Het project kost € 1.500.000.", "Het project kost 1,5 miljoen euro."),
    ("Er doen 134,000 students mee.", "Er doen 134.000 studenten mee."),
    ("Het loopt tot in 2025.", "Het loopt in 2024/2025."),
    ("Op 3 oktober 2024 volgt een besluit.", "Op 3-10-2024 volgt een besluit."),
    ("On October 3 a decision follows.", "Op 3 oktober volgt een besluit."),
    ("Er doen 7 partijen mee.", "Zeven partijen doen mee."),
    ("The third step is taken.", "De derde stap is gezet."),
    ("Seven of the parties take part.", "Zeven van de partijen doen mee."),
    ("Het aandeel is 62 procent.", "Het aandeel is 62%."),
    ("Het duurt drie maanden.", "Het duurt 3 maanden."),
    ("Volgens de Inspectie is er geld.", "Er is geld, zegt de Inspectie van het Onderwijs."),
    ("Minister Dijkgraaf vraagt om geld.", "De minister, Dijkgraaf, vraagt om geld."),
    ("Geld vraagt de motie van Van der Molen.", "De leden Van der Molen en Wiersma vragen om geld."),
    ("The step is not mandatory.", "De stap is niet verplicht."),
]


@pytest.mark.parametrize(("text", "quoted"), TRUTHS, ids=[text for text, _ in TRUTHS])
def test_the_same_in_other_words_is_proven(text: str, quoted: str) -> None:
    verdict = judged(text, quoted)
    assert (verdict.flaw, verdict.detail) == (None, "")
    assert [proof.quote for proof in verdict.proofs] == [quoted]


def test_a_statement_without_a_quotation_is_rejected() -> None:
    assert verify(claimed("Er is geld."), page_of("Er is geld.")).flaw is Flaw.NO_QUOTE


def test_words_that_are_not_on_the_page_prove_nothing() -> None:
    page = page_of("Er is geld voor scholing.")
    assert verify(claimed("Er is geld.", "Er is geen geld"), page).flaw is Flaw.NOT_ON_PAGE
    assert verify(claimed("Er is geld.", "Er is geld", "voor de bouw"), page).flaw is Flaw.NOT_ON_PAGE
    assert verify(claimed("Er is geld.", "…"), page).flaw is Flaw.NOT_ON_PAGE


def test_a_place_beyond_the_end_of_the_page_proves_nothing() -> None:
    """The document may have been replaced since the statement was composed."""
    statement = Statement("Er is geld.", "doc", 1, (Span(50, 61),), BlockKind.PARAGRAPH)
    assert verify(statement, page_of("Er is geld.")).flaw is Flaw.NOT_ON_PAGE


@pytest.mark.parametrize("quote", ["voldoende toegerust", "5% van de scholen", "formele scholen"])
def test_a_quotation_does_not_cut_a_word(quote: str) -> None:
    page = page_of("Onvoldoende toegerust is 15% van de scholen, de niet-formele scholen het meest.")
    assert verify(claimed(f"Het gaat om {quote}.", quote), page).flaw is Flaw.NOT_ON_PAGE


def test_a_quotation_counts_where_it_is_whole_words() -> None:
    page = page_of("Onvoldoende geld is er soms. Nu is voldoende geld toegezegd.")
    assert verify(claimed("Er is voldoende geld toegezegd.", "voldoende geld"), page).flaw is None


def test_half_a_sentence_does_not_prove_what_all_of_it_denies() -> None:
    page = page_of("De stap is niet verplicht. Wel is hij nuttig.")
    assert verify(claimed("De stap is verplicht.", "verplicht"), page).flaw is Flaw.NEGATION
    page = page_of("Het project kost € 100 mln.")
    assert verify(claimed("Het project kost € 100.", "Het project kost € 100"), page).flaw is Flaw.NUMBER


def test_quotations_of_one_sentence_are_one_citation() -> None:
    page = page_of("De stap is niet verplicht. Wel is hij nuttig.")
    verdict = verify(claimed("De stap is niet verplicht.", "niet verplicht", "De stap is niet"), page)
    assert (verdict.flaw, [proof.quote for proof in verdict.proofs]) == (None, ["De stap is niet verplicht."])
    verdict = verify(claimed("De stap is niet verplicht, wel nuttig.", "niet verplicht. Wel", "nuttig"), page)
    assert [proof.quote for proof in verdict.proofs] == ["De stap is niet verplicht.", "Wel is hij nuttig."]


def test_words_about_something_else_prove_nothing() -> None:
    page = page_of("De minister verkent de rol van microcredentials.")
    verdict = verify(claimed("De minister schaft subsidies voor werkenden af.", "De minister verkent"), page)
    assert (verdict.flaw, verdict.detail) == (Flaw.OTHER_WORDS, "schaft")


def test_a_statement_in_another_language_need_not_share_the_words_of_the_page() -> None:
    page = page_of("De minister verkent de rol van microcredentials.")
    assert verify(claimed("The government is looking into small diplomas.", "De minister verkent"), page).flaw is None


def test_a_quotation_is_shown_as_the_whole_sentence_of_the_page_with_the_way_it_was_found() -> None:
    page = page_of("De ‘derde leerweg’ is nieuw. De tweede niet.")
    (proof,) = verify(claimed("De derde leerweg is nieuw.", "'derde leerweg' is nieuw"), page).proofs
    assert (proof.quote, proof.match) == ("De ‘derde leerweg’ is nieuw.", MatchTier.NORMALISED)
    (proof,) = verify(claimed("De derde leerweg is nieuw.", "derde-leerweg is nieuw"), page).proofs
    assert (proof.quote, proof.match) == ("De ‘derde leerweg’ is nieuw.", MatchTier.LETTERS)


def test_figures_are_compared_with_the_page_and_not_with_what_was_claimed_of_it() -> None:
    """Letters and digits alone are the same: 1,5 and 15."""
    verdict = verify(
        claimed("Het kost 1,5 miljoen euro.", "Het kost 1,5 miljoen euro"), page_of("Het kost 15 miljoen euro.")
    )
    assert (verdict.flaw, verdict.detail) == (Flaw.NUMBER, "1,5 miljoen euro")


def test_a_footnote_mark_is_no_part_of_the_year_that_it_sticks_to() -> None:
    builder = PageBuilder(1)
    builder.paragraph(["Het loopt in 2024", FootnoteMark("1"), " en is gratis."])
    page = builder.page()
    quote = "Het loopt in 20241 en is gratis."
    (sentence,) = PageView("doc", page).sentences
    assert sentence.text == "Het loopt in 2024 en is gratis."
    assert [proof.quote for proof in verify(sentence, page).proofs] == [quote]
    assert verify(claimed("Het loopt in 2024.", quote), page).flaw is None
    assert verify(claimed("Het loopt in 20241.", quote), page).flaw is Flaw.NUMBER


WORDS = "de OCW 62% 3 zeven niet mln € Jan van der 2024-2025 | . ‘ß’ ①"
words = st.lists(st.sampled_from(WORDS.split()), min_size=1)


@settings(deadline=None)  # the machine may be busy
@given(words, words, st.integers(0, 20), st.integers(1, 20))
def test_whatever_is_claimed_the_proof_stands_on_the_page(
    said: list[str], held: list[str], start: int, length: int
) -> None:
    page = page_of(" ".join(held), " ".join(reversed(held)))
    verdict = verify(claimed(" ".join(said), page.text[start : start + length]), page)
    assert bool(verdict.proofs) != bool(verdict.flaw)
    assert all(proof.quote in page.text for proof in verdict.proofs)


# --- table rows

COLUMNS = ("Wat", "Wie", "Wanneer")


def table() -> Page:
    builder = PageBuilder(1)
    builder.table_header(COLUMNS)
    builder.table_row(["Verkennen van leerrechten", "OCW, SZW", "2024"])
    builder.table_row(["Bouwen aan CompetentNL", ["OCW, onderwijsveld", FootnoteMark("1")], "2026"])
    return builder.page()


def row_of(page: Page, number: int) -> Statement:
    block = [block for block in page.blocks if block.kind is BlockKind.TABLE_ROW][number]
    text = page.text[block.start : block.end]
    passage = Passage("p", "doc", "v", 1, block.start, block.end, text, columns=COLUMNS, cells=block.cells)
    return row(passage, page)


def test_a_row_is_proven_by_its_cells_as_one_quotation() -> None:
    page = table()
    verdict = verify(row_of(page, 1), page)
    assert verdict.statement.text == "Wat: Bouwen aan CompetentNL | Wie: OCW, onderwijsveld | Wanneer: 2026"
    assert [proof.quote for proof in verdict.proofs] == ["Bouwen aan CompetentNL | OCW, onderwijsveld1 | 2026"]


@pytest.mark.parametrize(
    ("said", "instead", "flaw"),
    [("2026", "2025", Flaw.NUMBER), ("OCW", "UNL", Flaw.NAME), ("Bouwen", "Niet bouwen", Flaw.NEGATION)],
)
def test_a_row_with_another_cell_is_rejected(said: str, instead: str, flaw: Flaw) -> None:
    page = table()
    true = row_of(page, 1)
    assert verify(replace(true, text=true.text.replace(said, instead)), page).flaw is flaw


def test_cells_of_two_rows_prove_nothing() -> None:
    page = table()
    assert verify(claimed("CompetentNL is er in 2024.", "Bouwen aan CompetentNL", "2024"), page).flaw is Flaw.ROWS
    across = "2024\nBouwen aan CompetentNL"
    assert verify(claimed("CompetentNL is er in 2024.", across), page).flaw is Flaw.ROWS


def test_cells_of_one_row_prove_what_they_say_together() -> None:
    page = table()
    verdict = verify(claimed("OCW bouwt in 2026 aan CompetentNL.", "Bouwen aan CompetentNL", "OCW", "2026"), page)
    assert verdict.flaw is None
    assert [proof.quote for proof in verdict.proofs] == ["Bouwen aan CompetentNL | OCW, onderwijsveld1 | 2026"]


# --- the project's own digests


@pytest.fixture(scope="module")
def views() -> list[PageView]:
    digests = sorted((CORPUS / "digests").glob("*.md"))
    return [PageView(path.stem, page) for path in digests for page in reader_for(path).read(path).pages]


def test_every_sentence_is_proven_as_it_stands(views: list[PageView]) -> None:
    verdicts = [verify(sentence, view.page) for view in views for sentence in view.sentences]
    assert len(verdicts) > 500
    assert [verdict for verdict in verdicts if verdict.flaw] == []


def test_no_sentence_is_proven_with_another_digit(views: list[PageView]) -> None:
    passed = [
        changed
        for view in views
        for sentence in view.sentences
        for digit in re.finditer(r"\d", sentence.text)
        for changed in [replaced(sentence, digit, str((int(digit[0]) + 1) % 10))]
        if verify(changed, view.page).flaw is not Flaw.NUMBER
    ]
    assert [statement.text for statement in passed] == []


def test_no_sentence_is_proven_without_its_denial(views: list[PageView]) -> None:
    passed = [
        changed
        for view in views
        for sentence in view.sentences
        for denial in re.finditer(r"\b(?:niet|geen|zonder)\b", sentence.text)
        for changed in [replaced(sentence, denial, "wel")]
        if verify(changed, view.page).flaw is not Flaw.NEGATION
    ]
    assert [statement.text for statement in passed] == []


def replaced(statement: Statement, found: re.Match[str], by: str) -> Statement:
    return replace(statement, text=statement.text[: found.start()] + by + statement.text[found.end() :])
