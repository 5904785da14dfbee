"""An answer made of the documents' own sentences, lists and rows."""

from __future__ import annotations

from pathlib import Path

import pytest

from assistant.answering.candidates import ComposerSettings
from assistant.answering.composing import ExtractiveComposer
from assistant.answering.statements import Statement
from assistant.domain.passages import Hit
from tests.assistant.answering.material import Piece, read, terms_of, understood


def composed(
    piece: Piece, question: str, *best: str, settings: ComposerSettings | None = None
) -> tuple[Statement, ...]:
    """From the passages that hold these words, best first, or else from all in order of reading."""
    understanding = understood(question)
    hits: list[Hit] = [piece.hit(words, 1.0 - i / 10) for i, words in enumerate(best)] or piece.hits()
    return ExtractiveComposer(settings).compose(understanding, hits, terms_of(understanding), piece.view)


def texts(statements: tuple[Statement, ...]) -> list[str]:
    return [statement.text for statement in statements]


AGENDA = """
<!-- pagina 1 -->
De agenda telt drie stappen.

| Wat | Wie | Wanneer |
|---|---|---|
| **1 Scholing op maat** | | |
| Verkennen van leerrechten | OCW, SZW | 2023/2024 |
| **2 Bouwen aan CompetentNL** | | |
| Taal voor vaardigheden | UWV | 2025 |

<!-- pagina 2 -->
| Wat | Wie | Wanneer |
|---|---|---|
| Pilots in de bouw | SBB | Continu |
| **3 Toezicht** | | |
| Regels voor toezicht | OCW | 2026 |
"""


@pytest.fixture
def agenda(tmp_path: Path) -> Piece:
    return read(tmp_path, AGENDA)


def test_a_numbered_step_is_all_its_rows_under_its_title(agenda: Piece) -> None:
    assert texts(composed(agenda, "Wat houdt stap 2 in?")) == [
        "2 Bouwen aan CompetentNL",
        "Wat: Taal voor vaardigheden | Wie: UWV | Wanneer: 2025",
        "Wat: Pilots in de bouw | Wie: SBB | Wanneer: Continu",
    ]


def test_two_steps_have_a_title_each(agenda: Piece) -> None:
    shown = texts(composed(agenda, "Wat houden stap 1 en stap 3 in?"))
    assert [text for text in shown if not text.startswith("Wat: ")] == ["1 Scholing op maat", "3 Toezicht"]


def test_the_title_on_the_page_before_opens_the_rows_of_this_page(agenda: Piece) -> None:
    title, row = composed(agenda, "Wat houdt stap 2 in?", "Pilots in de bouw")
    assert (title.text, title.page, row.page) == ("2 Bouwen aan CompetentNL", 1, 2)


def test_rows_of_a_table_without_parts_get_no_title_of_another(tmp_path: Path) -> None:
    other = "<!-- pagina 3 -->\n| Actie | Trekker |\n|---|---|\n| Losse proef | OCW |\n"
    assert texts(composed(read(tmp_path, AGENDA + other), "Welke acties heeft OCW?"))[-3:] == [
        "3 Toezicht",
        "Wat: Regels voor toezicht | Wie: OCW | Wanneer: 2026",
        "Actie: Losse proef | Trekker: OCW",
    ]


def test_who_is_answered_with_the_row(agenda: Piece) -> None:
    (row,) = composed(agenda, "Wie verkent de leerrechten?")
    assert row.text == "Wat: Verkennen van leerrechten | Wie: OCW, SZW | Wanneer: 2023/2024"


def test_which_step_is_answered_with_the_row_under_its_title(agenda: Piece) -> None:
    assert texts(composed(agenda, "In welke stap worden leerrechten verkend?"))[:2] == [
        "1 Scholing op maat",
        "Wat: Verkennen van leerrechten | Wie: OCW, SZW | Wanneer: 2023/2024",
    ]


def test_the_actions_of_a_party_are_all_its_rows(agenda: Piece) -> None:
    assert texts(composed(agenda, "Welke acties heeft OCW?")) == [
        "1 Scholing op maat",
        "Wat: Verkennen van leerrechten | Wie: OCW, SZW | Wanneer: 2023/2024",
        "3 Toezicht",
        "Wat: Regels voor toezicht | Wie: OCW | Wanneer: 2026",
    ]


def test_no_more_rows_are_shown_than_the_setting_says(agenda: Piece) -> None:
    shown = texts(composed(agenda, "Wat houden stap 1, stap 2 en stap 3 in?", settings=ComposerSettings(items=2)))
    assert [text.partition(" |")[0] for text in shown if text.startswith("Wat: ")] == [
        "Wat: Verkennen van leerrechten",
        "Wat: Taal voor vaardigheden",
    ]


# --- lists


LIST = """
Opleiders noemen deze knelpunten:

- de regels zijn streng
- het geld is onzeker

Verder is er weinig aan de hand in het land.

## Wat werkt niet

- lange cursussen
- dure diploma's
"""


def test_a_list_comes_whole_with_the_sentence_that_leads_it_in(tmp_path: Path) -> None:
    assert texts(composed(read(tmp_path, LIST), "Welke knelpunten noemen opleiders?")) == [
        "Opleiders noemen deze knelpunten:",
        "de regels zijn streng",
        "het geld is onzeker",
    ]


def test_a_list_under_a_heading_ends_where_the_next_heading_stands(tmp_path: Path) -> None:
    assert texts(composed(read(tmp_path, LIST), "Wat werkt niet?", "lange cursussen")) == [
        "lange cursussen",
        "dure diploma's",
    ]


WISHES = """
Dit is ons plan voor scholing:

- het ministerie betaalt de scholing van werkenden
- de bouw doet mee
- er komt een fonds

De minister schrijft de wet voor de scholing van werkenden.
"""


def test_an_item_is_not_shown_without_what_leads_it_in(tmp_path: Path) -> None:
    """A wish would read as a fact."""
    settings = ComposerSettings(close=0.7)
    assert texts(composed(read(tmp_path, WISHES), "Betaalt het ministerie de scholing?", settings=settings))[:2] == [
        "Dit is ons plan voor scholing:",
        "het ministerie betaalt de scholing van werkenden",
    ]


def test_items_of_one_list_stand_together_under_one_lead_in(tmp_path: Path) -> None:
    settings = ComposerSettings(close=0.3)
    shown = texts(
        composed(read(tmp_path, WISHES), "Schrijft de minister een wet? Doet de bouw mee?", settings=settings)
    )
    assert shown.count("Dit is ons plan voor scholing:") == 1
    start = shown.index("Dit is ons plan voor scholing:")
    assert set(shown[start + 1 : start + 4]) == {
        "het ministerie betaalt de scholing van werkenden",
        "de bouw doet mee",
        "er komt een fonds",
    }


def test_what_leads_in_is_not_counted_and_never_left_alone(tmp_path: Path) -> None:
    settings = ComposerSettings(close=0.7, sentences=1)
    assert texts(composed(read(tmp_path, WISHES), "Betaalt het ministerie de scholing?", settings=settings)) == [
        "Dit is ons plan voor scholing:",
        "het ministerie betaalt de scholing van werkenden",
    ]


def test_a_sentence_that_leads_nothing_in_is_not_shown(tmp_path: Path) -> None:
    piece = read(tmp_path, "Er zijn knelpunten in de scholing:\n\n## Anders\n\nDe scholing kent knelpunten.")
    assert texts(composed(piece, "Welke knelpunten zijn er in de scholing?")) == ["De scholing kent knelpunten."]


ONE = ComposerSettings(close=0.9)  # nothing but the best, and what belongs to it

TWO_LISTS = """
## Wat werkt wel

- vertrouwen in de regio
- ruimte in de regio

## Wat werkt niet

- haast in de regio
- regels in de regio
- geld in de regio
"""


@pytest.mark.parametrize(
    ("question", "first"),
    [
        ("Wat werkt wel?", "vertrouwen in de regio"),
        ("Wat werkt er niet?", "haast in de regio"),
    ],
)
def test_of_two_lists_the_one_of_the_tone_that_is_asked_for(tmp_path: Path, question: str, first: str) -> None:
    assert texts(composed(read(tmp_path, TWO_LISTS), question, settings=ONE))[0] == first


def test_what_does_not_work_is_told_also_where_no_list_is_asked_for(tmp_path: Path) -> None:
    settings = ComposerSettings(close=0.9, found=0.0)
    shown = texts(composed(read(tmp_path, TWO_LISTS), "Waar loopt de streek tegenaan?", settings=settings))
    assert shown == ["haast in de regio", "regels in de regio", "geld in de regio"]


def test_of_two_lists_the_one_of_as_many_as_are_asked_for(tmp_path: Path) -> None:
    piece = read(
        tmp_path,
        "Punten van de regio zijn:\n\n- haast\n- regels\n\n## Meer\n\n"
        "Punten van de regio zijn ook:\n\n- lef\n- geld\n- rust\n",
    )
    assert "rust" in texts(composed(piece, "Welke drie punten heeft de regio?", settings=ONE))
    assert "rust" not in texts(composed(piece, "Welke punten heeft de regio?", settings=ONE))


# --- sentences


def test_the_sentence_that_holds_the_question_is_the_answer(tmp_path: Path) -> None:
    piece = read(tmp_path, "De bouw groeit. Scholing van werkenden is van iedereen. De zorg krimpt.")
    assert texts(composed(piece, "Van wie is scholing van werkenden?"))[0] == "Scholing van werkenden is van iedereen."


def test_a_sentence_that_leans_on_the_one_before_it_comes_with_it(tmp_path: Path) -> None:
    piece = read(tmp_path, "De bouw groeit. De aftrek is afgeschaft. Daardoor daalt deelname aan scholing. Klaar.")
    assert texts(composed(piece, "Waarom daalt deelname aan scholing?", settings=ONE)) == [
        "De aftrek is afgeschaft.",
        "Daardoor daalt deelname aan scholing.",
    ]


def test_what_stands_behind_the_sentence_that_holds_the_question_is_said_too(tmp_path: Path) -> None:
    """A cause often stands in the next sentence, in words that the question does not have."""
    piece = read(tmp_path, "De zorg krimpt. Deelname aan scholing daalt. Er is geen geld. De zon schijnt.")
    answer = composed(piece, "Waarom daalt deelname aan scholing?", settings=ComposerSettings(close=0.7))
    assert texts(answer) == ["Deelname aan scholing daalt.", "Er is geen geld."]


def test_a_question_for_a_number_takes_the_figure_of_the_footnote(tmp_path: Path) -> None:
    piece = read(tmp_path, "Aan pilots doen veel scholen mee.[^1] En nu.\n\n[^1]: Dat zijn er 134.\n\n[^2]: Of 5.\n")
    assert texts(composed(piece, "Hoeveel scholen doen mee aan pilots?", "Aan pilots", settings=ONE)) == [
        "Aan pilots doen veel scholen mee.",
        "Dat zijn er 134.",
    ]


def test_a_question_for_names_takes_those_of_the_footnote(tmp_path: Path) -> None:
    piece = read(tmp_path, "Er zijn twee regelingen voor scholing.[^1] En nu.\n\n[^1]: Dat zijn Slim Leren en STAP.\n")
    assert texts(composed(piece, "Hoe heten de regelingen voor scholing?", "Er zijn twee", settings=ONE)) == [
        "Er zijn twee regelingen voor scholing.",
        "Dat zijn Slim Leren en STAP.",
    ]


def test_a_question_for_how_many_people_is_answered_with_a_number_of_them(tmp_path: Path) -> None:
    piece = read(tmp_path, "Op het congres waren 12 zalen. In de zaal zaten 200 betrokkenen.")
    assert texts(composed(piece, "Hoeveel mensen waren er op het congres?", settings=ComposerSettings(counted=1.0)))[
        0
    ].endswith("200 betrokkenen.")


def test_what_names_the_document_is_no_reason_to_choose_a_sentence(tmp_path: Path) -> None:
    piece = read(tmp_path, "# Kamerbrief\n\nDe Kamerbrief is lang. Een leerrecht is geld voor scholing.")
    assert texts(composed(piece, "Wat zegt de Kamerbrief over een leerrecht?", settings=ONE))[0].startswith(
        "Een leerrecht"
    )


def test_a_sentence_with_its_own_figure_needs_no_other(tmp_path: Path) -> None:
    piece = read(tmp_path, "Aan pilots doen 9 scholen mee.[^1] En nu 5.\n\n[^1]: Dat waren er 134.\n")
    assert texts(composed(piece, "Hoeveel scholen doen mee aan pilots?", "Aan pilots", settings=ONE)) == [
        "Aan pilots doen 9 scholen mee."
    ]


def test_a_definition_is_answered_with_what_follows_it_and_little_else(tmp_path: Path) -> None:
    piece = read(
        tmp_path,
        "Diploma's hebben civiel effect[^1] en dat civiel effect telt.\n\n"
        "[^1]: Civiel effect is de waarde van een diploma. Die waarde geldt overal. En verder niets.\n",
    )
    assert texts(composed(piece, "Wat betekent civiel effect?")) == [
        "Civiel effect is de waarde van een diploma.",
        "Die waarde geldt overal.",
    ]


def test_a_sentence_that_the_page_cuts_off_comes_after_a_whole_one(tmp_path: Path) -> None:
    piece = read(tmp_path, "Scholing van werkenden is van\n\nScholing van werkenden is er.\n")
    assert texts(composed(piece, "Is er scholing van werkenden?"))[0] == "Scholing van werkenden is er."


def test_the_same_words_are_said_once(tmp_path: Path) -> None:
    piece = read(tmp_path, "<!-- pagina 1 -->\nScholing is er.\n<!-- pagina 2 -->\nScholing is er!\n")
    assert len(composed(piece, "Is er scholing?")) == 1


# --- the budget

THREE_PAGES = "\n".join(
    f"<!-- pagina {page} -->\nScholing is goed voor groep {word} in de bouw.\n"
    for page, word in enumerate(("een", "twee", "drie"), start=1)
)


@pytest.mark.parametrize(
    ("settings", "pages"),
    [
        (ComposerSettings(close=0.1), [1, 2, 3]),
        (ComposerSettings(close=0.1, pages=2), [1, 2]),
        (ComposerSettings(close=0.1, sentences=1), [1]),
        (ComposerSettings(close=0.1, words=10), [1, 2]),  # the first has 9 words, so there is room for one more
        (ComposerSettings(close=0.1, words=9), [1]),
        (ComposerSettings(close=0.1, passages=2), [1, 2]),
        (ComposerSettings(close=1.0), [1]),  # the search puts page 1 first
    ],
)
def test_an_answer_keeps_to_its_budget(tmp_path: Path, settings: ComposerSettings, pages: list[int]) -> None:
    piece = read(tmp_path, THREE_PAGES)
    statements = composed(piece, "Waar is scholing goed voor?", settings=settings)
    assert [statement.page for statement in statements] == pages


def test_nothing_is_composed_of_nothing(agenda: Piece) -> None:
    understanding = understood("Wat houdt stap 2 in?")
    assert ExtractiveComposer().compose(understanding, [], terms_of(understanding), agenda.view) == ()
