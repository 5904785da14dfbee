"""What the tab of positions makes of a comparison: what it says, and that nothing in it works as markup."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

import pytest

from assistant.domain.agenda import Quotation
from assistant.domain.documents import Page, Span
from assistant.domain.positions import (
    Cell,
    CellState,
    Comparison,
    Contrast,
    ContrastKind,
    PositionKind,
    Speaker,
    SpeakerBasis,
    Theme,
)
from assistant.domain.stakeholders import Name, Stakeholder
from assistant.positions.narrowing import Narrowing, narrowed
from assistant.texts import texts_in
from assistant.web.positions_contrasts import contrasts_html
from assistant.web.positions_filters import Choices, filters_html
from assistant.web.positions_matrix import matrix_html
from assistant.web.positions_panel import Shown, panel_html
from assistant.web.positions_results import bar_html, download_address
from assistant.web.positions_view import Opened, PositionsView
from assistant.web.positions_words import Setting, speaker_html
from assistant.web.signs import contrast_sign, kind_sign, strength_sign
from assistant.web.source_page import spans_of
from tests.assistant.web.test_markup import EVIL, Reader
from tests.fakes.agenda import STAKEHOLDERS
from tests.fakes.documents import AGENDA, PAGES, PAPER, REPORT
from tests.fakes.positions import AGAINST, EXPLORED, FUNDING, RECOGNITION, SKETCHED, THEMES, compare

NL, EN = texts_in("nl"), texts_in("en")
PARTIES = {each.id: each for each in STAKEHOLDERS}
DOCUMENTS = {each.id: each for each in (AGENDA, PAPER, REPORT)}
SETTING = Setting(PARTIES, DOCUMENTS, NL)
WHOLE = compare(["unl", "mbo-raad", "ocw", "duo"])
OWN_ELEMENTS = {
    *("article", "b", "blockquote", "br", "button", "caption", "circle", "details", "div", "fieldset", "form", "h3"),
    *(
        "h4",
        "header",
        "i",
        "input",
        "label",
        "legend",
        "li",
        "mark",
        "option",
        "p",
        "path",
        "rect",
        "section",
        "select",
    ),
    *("small", "span", "strong", "summary", "svg", "table", "tbody", "td", "th", "thead", "tr", "ul", "a"),
}


def page_of(document: str, number: int) -> Page | None:
    return next((page for page in PAGES.get(document, ()) if page.number == number), None)


def panel(opened: Opened, comparison: Comparison = WHOLE, elsewhere: Sequence[str] = ()) -> str:
    return panel_html(Shown(comparison, WHOLE, opened, elsewhere), page_of, SETTING)


def cell_of(html: str, party: str, theme: str) -> str:
    """The cell of the matrix, with its class and its button."""
    found = re.search(rf'<td class="([^"]*)"><button[^>]*data-party="{party}" data-theme="{theme}">.*?</td>', html)
    assert found
    return found.group()


# --- the matrix


def test_a_position_shows_its_strongest_kind_in_words_and_as_a_sign() -> None:
    cell = cell_of(matrix_html(WHOLE, SETTING), "unl", "bekostiging")
    assert "bepleit" in Reader(cell).text
    assert kind_sign(PositionKind.DEMAND) in cell
    assert strength_sign(3) in cell
    assert kind_sign(PositionKind.WISH) in cell  # the other kind, in small
    assert 'aria-label="UNL over Bekostiging en leerrechten: bepleit (stevig), 2 standpunten; ' in cell


def test_silence_says_that_nothing_was_found_and_never_neutral() -> None:
    html = matrix_html(WHOLE, SETTING)
    cell = cell_of(html, "mbo-raad", "wettelijke-taak")
    assert Reader(cell).text == "geen passage gevonden"
    assert cell.startswith('<td class="silent">')
    assert "neutra" not in html


def test_a_party_that_is_only_named_is_told_from_a_silent_one_in_words() -> None:
    assert Reader(cell_of(matrix_html(WHOLE, SETTING), "duo", "microcredentials")).text == "genoemd, geen standpunt"


def test_what_the_filter_leaves_out_is_not_called_silent() -> None:
    wishes = narrowed(WHOLE, Narrowing(kind=PositionKind.WISH), {})
    assert Reader(cell_of(matrix_html(wishes, SETTING), "mbo-raad", "bekostiging")).text == "wel iets, buiten de keuze"


def test_every_kind_state_and_contrast_has_a_shape_of_its_own() -> None:
    signs = [kind_sign(each) for each in PositionKind] + [contrast_sign(each) for each in ContrastKind]
    signs += [strength_sign(strength) for strength in (1, 2, 3)]
    assert len(set(signs)) == len(signs)


def test_a_difference_is_marked_in_both_cells_and_counted_at_its_theme() -> None:
    html = matrix_html(WHOLE, SETTING)
    assert all('class="differs"' in cell_of(html, party, "bekostiging") for party in ("unl", "mbo-raad"))
    assert 'class="differs"' not in cell_of(html, "unl", "wettelijke-taak")
    assert "1 verschil" in Reader(html).text


def test_the_legend_holds_what_occurs_and_no_more() -> None:
    legend = matrix_html(compare(["unl", "sbb"], ["microcredentials"]), SETTING).split('class="legend"')[1]
    assert "bepleit" in legend
    assert "geen passage gevonden" in legend
    assert "wijst af" not in legend
    assert "genoemd" not in legend


def test_the_matrix_speaks_english() -> None:
    text = Reader(matrix_html(WHOLE, replace(SETTING, texts=EN))).text
    assert "calls for" in text
    assert "no passage found" in text
    assert "bepleit" not in text


# --- the panel


def test_a_cell_opens_its_strongest_statement_on_its_page_with_the_words_marked() -> None:
    html = panel(Opened("bekostiging", "unl"))
    assert html.index("bepleit") < html.index("wenst")
    marked = re.findall(r"<mark>(.*?)</mark>", html)
    assert marked == ["Daarom pleit UNL voor:", RECOGNITION.text.rstrip(".")]
    assert "Positie UNL (2023), pagina 4" in html


def test_another_statement_has_its_own_page() -> None:
    html = panel(Opened("bekostiging", "unl", shown=1))
    assert re.findall(r"<mark>(.*?)</mark>", html) == [FUNDING.text]
    assert html.count('aria-pressed="true"') == 1


def test_a_statement_that_is_no_longer_there_opens_the_first() -> None:
    assert "Positie UNL (2023), pagina 4" in panel(Opened("bekostiging", "unl", shown=99))


def test_a_silent_cell_says_where_the_party_is_named() -> None:
    html = panel(Opened("wettelijke-taak", "mbo-raad"), elsewhere=[REPORT.id])
    text = Reader(html).text
    assert "geen passage gevonden die MBO Raad bij dit thema noemt" in text
    assert "Dat is geen neutraal standpunt" in text
    assert "Werkverslag" in text
    assert "wordt ook elders in de documenten niet genoemd" in Reader(panel(Opened("wettelijke-taak", "mbo-raad"))).text


def test_a_cell_that_the_filter_empties_says_how_much_is_left_out() -> None:
    wishes = narrowed(WHOLE, Narrowing(kind=PositionKind.WISH), {})
    text = Reader(panel(Opened("bekostiging", "mbo-raad"), wishes)).text
    assert "1 standpunt valt buiten de filter." in text
    assert "geen passage" not in text


def test_a_mention_has_its_page_and_says_that_it_is_no_position() -> None:
    html = panel(Opened("microcredentials", "duo"))
    assert "Genoemd zonder standpunt" in html
    assert "Onderwijsagenda LLO (2023), pagina 2" in html


def test_a_theme_opens_everyone_side_by_side() -> None:
    text = Reader(panel(Opened("bekostiging"))).text
    assert text.index("Iedereen over Bekostiging") < text.index(RECOGNITION.text) < text.index(AGAINST.text)
    assert text.count("geen passage gevonden") == 2  # OCW and DUO


def many(count: int) -> Comparison:
    cell = replace(WHOLE.cell("unl", "bekostiging"), positions=(FUNDING,) * count)
    return replace(WHOLE, cells=(cell, *WHOLE.cells))


def test_the_rest_of_a_cell_waits_behind_a_button() -> None:
    html = panel(Opened("bekostiging", "unl"), many(23))
    assert html.count("<blockquote>") == 20
    assert "Toon meer (3)" in html
    assert panel(Opened("bekostiging", "unl", most=40), many(23)).count("<blockquote>") == 23


def test_beside_others_a_party_shows_its_first_statements_and_a_way_to_the_rest() -> None:
    html = panel(Opened("bekostiging"), many(10))
    assert html.count(FUNDING.text) == 8
    assert "Toon meer (2)" in html


def test_a_difference_opens_both_statements_each_with_its_page() -> None:
    html = panel(Opened("bekostiging", pair=(FUNDING.id, AGAINST.id)))
    assert re.findall(r"<mark>(.*?)</mark>", html) == [FUNDING.text, AGAINST.text]
    assert "Verschil: Bekostiging en leerrechten" in html


@pytest.mark.parametrize(
    "opened",
    [Opened("onbekend", "unl"), Opened("bekostiging", "onbekend"), Opened("bekostiging", pair=("weg", "weg"))],
)
def test_what_is_no_longer_there_is_told(opened: Opened) -> None:
    assert "Deze uitspraken zijn er niet meer" in panel(opened)


def test_a_page_that_is_gone_is_told_beside_the_statement() -> None:
    html = panel_html(Shown(WHOLE, WHOLE, Opened("bekostiging", "unl")), lambda document, number: None, SETTING)
    assert RECOGNITION.text in html
    assert "Deze bladzijde is er niet meer" in html


def test_where_a_statement_stands_is_marked_by_its_place_and_its_lead_in_before_it() -> None:
    page = Page(4, "Wij pleiten voor:\nrust. Wij pleiten voor:\nrust.")
    said = replace(FUNDING, text="rust.", start=42, end=47, lead_in="Wij pleiten voor:")
    assert said.text == page.text[42:47]
    assert spans_of(said, page)[-1] == Span(42, 47)
    moved = replace(said, start=0, end=5, quotation=Quotation("d", 4, "rust."))
    assert spans_of(moved, page) == (Span(18, 22),)


def test_an_unsure_speaker_is_the_document() -> None:
    assert "volgens Werkverslag" in speaker_html(SKETCHED, SETTING)
    assert "De minister, ondertekenaar van de brief" in speaker_html(EXPLORED, SETTING)


# --- what is pointed out


def test_a_difference_is_pointed_out_with_both_quotations_and_their_pages() -> None:
    text = Reader(contrasts_html(WHOLE, 6, SETTING)).text
    for words in ("Verschil", FUNDING.text, AGAINST.text, "Positie UNL (2023), p. 2", "Werkverslag, p. 1"):
        assert words in text


def test_no_contrast_is_not_said_to_be_agreement() -> None:
    text = Reader(contrasts_html(replace(WHOLE, contrasts=()), 6, SETTING)).text
    assert "Dat zegt niet dat zij het eens of oneens zijn" in text


def test_more_contrasts_wait_behind_a_button() -> None:
    [contrast] = WHOLE.contrasts
    many = replace(
        WHOLE, contrasts=tuple(replace(contrast, one=replace(contrast.one, id=f"{place}")) for place in range(9))
    )
    assert "Toon meer (3)" in contrasts_html(many, 6, SETTING)
    assert "Toon meer" not in contrasts_html(many, 9, SETTING)


def test_a_pair_on_several_themes_is_pointed_out_once_with_all_of_them() -> None:
    [contrast] = WHOLE.contrasts
    twice = replace(WHOLE, contrasts=(contrast, replace(contrast, theme="wettelijke-taak")))
    html = contrasts_html(twice, 6, SETTING)
    assert html.count(FUNDING.text) == 1
    assert "Bekostiging en leerrechten; Wettelijke taak" in html
    assert "1 verschil" in bar_html(twice, Narrowing(), False, SETTING)


def test_what_parties_say_together_is_quoted_once() -> None:
    together = Contrast(ContrastKind.AGREEMENT, "bekostiging", FUNDING, FUNDING)
    said = replace(WHOLE, contrasts=(together,))
    assert contrasts_html(said, 6, SETTING).count(FUNDING.text) == 1
    opened = Opened("bekostiging", pair=(FUNDING.id, FUNDING.id))
    assert panel(opened, said).count("<mark>") == 1


# --- the choice and the files


def test_parties_with_positions_come_first_in_the_choice_most_first() -> None:
    choices = Choices(STAKEHOLDERS, THEMES, {"mbo-raad": 1, "unl": 2}, frozenset({"duo"}), ["2023", "2025-06", ""])
    html = filters_html(choices, PositionsView(parties=("unl",), themes=()), NL)
    order = re.findall(r'name="parties" value="([\w-]+)"', html)
    assert order[:3] == ["unl", "mbo-raad", "duo"]
    assert re.findall(r'value="([\w-]+)" checked', html) == ["unl"]
    assert ">2025</option>" in html
    assert "vsnu" in html  # a former name finds it


def test_the_address_of_a_file_holds_what_is_on_screen() -> None:
    narrow = Narrowing(kind=PositionKind.WISH, since=2023)
    assert download_address("docx", compare(["unl", "ocw"], ["wettelijke-taak"]), narrow, SETTING) == (
        "positions/export?format=docx&language=nl&parties=unl+ocw&themes=wettelijke-taak&kind=wish&since=2023"
    )


def test_documents_without_a_date_are_told_of_where_a_period_is_chosen() -> None:
    assert "Documenten zonder datum" in bar_html(WHOLE, Narrowing(since=2023), True, SETTING)
    assert "Documenten zonder datum" not in bar_html(WHOLE, Narrowing(), True, SETTING)


# --- nothing works as markup

EVIL_PARTIES = (
    Stakeholder(EVIL, (Name(EVIL), Name(EVIL, until=2020)), EVIL, (EVIL,)),
    Stakeholder("ander", (Name(EVIL),), EVIL),
)
EVIL_THEME = Theme(EVIL, EVIL, (EVIL,))
EVIL_SAID = replace(
    FUNDING,
    id=EVIL,
    text=EVIL,
    lead_in=EVIL,
    speaker=Speaker((EVIL,), EVIL, SpeakerBasis.REPORTED),
    themes=(EVIL,),
    quotation=Quotation(EVIL, 1, EVIL),
    date=EVIL,
)
EVIL_OTHER = replace(EVIL_SAID, id="ander", speaker=Speaker(("ander",), EVIL, SpeakerBasis.DOCUMENT))
EVIL_COMPARISON = Comparison(
    EVIL_PARTIES,
    (EVIL_THEME,),
    (
        Cell(EVIL, EVIL, CellState.POSITION, (EVIL_SAID,), (Quotation(EVIL, 1, EVIL),)),
        Cell("ander", EVIL, CellState.SILENT),
    ),
    (Contrast(ContrastKind.DIFFERENCE, EVIL, EVIL_SAID, EVIL_OTHER),),
)
EVIL_SETTING = Setting(
    {each.id: each for each in EVIL_PARTIES}, {EVIL: replace(REPORT, id=EVIL, title=EVIL, date=EVIL)}, NL
)


def evil_panel(opened: Opened) -> str:
    shown = Shown(EVIL_COMPARISON, EVIL_COMPARISON, opened, [EVIL])
    return panel_html(shown, lambda document, number: Page(1, EVIL), EVIL_SETTING)


@pytest.mark.parametrize(
    "html",
    [
        matrix_html(EVIL_COMPARISON, EVIL_SETTING),
        contrasts_html(EVIL_COMPARISON, 6, EVIL_SETTING),
        evil_panel(Opened(EVIL, EVIL)),
        evil_panel(Opened(EVIL, EVIL, shown=1)),
        evil_panel(Opened(EVIL, "ander")),
        evil_panel(Opened(EVIL)),
        evil_panel(Opened(EVIL, pair=(EVIL, "ander"))),
        filters_html(
            Choices(EVIL_PARTIES, [EVIL_THEME], {EVIL: 1}, frozenset(), [EVIL]), PositionsView((EVIL,), (EVIL,)), NL
        ),
        bar_html(EVIL_COMPARISON, Narrowing(since=2023), True, EVIL_SETTING),
    ],
)
def test_nothing_that_comes_from_outside_works_as_markup(html: str) -> None:
    read = Reader(html)
    assert set(read.elements) <= OWN_ELEMENTS
    assert not [name for name in read.attributes if name.startswith("on")]
    assert "javascript:" not in re.sub(r"\(javascript:b\)", "", html)
