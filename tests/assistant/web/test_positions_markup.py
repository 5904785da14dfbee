"""What the tab of positions makes of a comparison: the matrix, what is pointed out, and the choice."""

from __future__ import annotations

import re
from dataclasses import replace

from assistant.domain.positions import Contrast, ContrastKind, PositionKind
from assistant.positions.narrowing import Narrowing, narrowed
from assistant.texts import texts_in
from assistant.web.positions_contrasts import contrasts_html
from assistant.web.positions_filters import Choices, filters_html
from assistant.web.positions_matrix import matrix_html
from assistant.web.positions_results import bar_html, download_address
from assistant.web.positions_view import Opened, PositionsView
from assistant.web.signs import contrast_sign, kind_sign, strength_sign
from tests.assistant.web.markup_reading import Reader
from tests.assistant.web.positions_shown import SETTING, WHOLE, panel
from tests.fakes.agenda import STAKEHOLDERS
from tests.fakes.positions import AGAINST, FUNDING, THEMES, compare

NL, EN = texts_in("nl"), texts_in("en")


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
