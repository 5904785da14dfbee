"""Text as HTML: what is shown is the text, and nothing in it works as markup."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.domain.answers import RejectedStatement, Searched, UnreadablePage
from assistant.domain.documents import Block, BlockKind, Mark, Page, Span
from assistant.texts import texts_in
from assistant.web.answers import answer_html, notice_html, question_html, stages
from assistant.web.documents import documents_html, report_html
from assistant.web.pages import page_html
from assistant.web.prose import prose_html
from tests.assistant.web.markup_reading import EVIL, Reader
from tests.fakes.answers import SHOWN_ROW, WORKING_GROUP, citation
from tests.fakes.application import FakeApplication
from tests.fakes.documents import AGENDA, TABLE_PAGE

NL = texts_in("nl")


@given(st.text())
def test_a_question_is_shown_as_it_was_typed(question: str) -> None:
    html = question_html(question)
    read = Reader(html)
    assert set(read.elements) <= {"div", "br"}
    assert read.text == "".join(question.splitlines())
    assert "\n" not in html


@pytest.mark.parametrize(
    "html",
    [
        question_html(EVIL),
        notice_html(EVIL),
        answer_html(
            replace(
                WORKING_GROUP,
                text=f"{EVIL} [1]\n- {EVIL} [1]\n{EVIL}: {EVIL} | {EVIL} [1]",
                citations=(replace(citation(1, 2, EVIL), title=EVIL),),
                rejected=(RejectedStatement(EVIL, EVIL),),
                searched=Searched((EVIL,), (UnreadablePage(EVIL, 1, EVIL),)),
            ),
            0,
            NL,
        ),
        documents_html([replace(AGENDA, id=EVIL, title=EVIL, kind=EVIL, publishers=(EVIL,), date=EVIL)], EVIL, NL),
        page_html(Page(1, EVIL, blocks=(Block(BlockKind.HEADING, 0, 12),)), [Span(3, 20)]),
    ],
)
def test_nothing_that_came_from_outside_works_as_markup(html: str) -> None:
    read = Reader(html)
    assert not {"script", "b", "a", "code"} & {*read.elements}
    assert not any(name.startswith("on") for name in read.attributes)
    assert "alert(1)" in read.text


def test_an_answer_has_a_button_for_every_citation_and_none_for_other_numbers() -> None:
    answer = replace(WORKING_GROUP, text="Zie noot [7] en artikel [1]. [2]")
    html = answer_html(answer, 3, NL)
    assert 'name="citation" value="3.2"' in html
    assert "noot [7]" in html


def test_an_answer_grows_by_sentences_and_ends_whole() -> None:
    assert list(stages(WORKING_GROUP)) == [
        f"{SHOWN_ROW} [1]",
        WORKING_GROUP.text,
    ]
    assert list(stages(replace(WORKING_GROUP, text="Niets gevonden."))) == ["Niets gevonden."]


@given(st.text(alphabet="ab [1]2\n."))
def test_every_stage_of_an_answer_begins_like_the_whole(text: str) -> None:
    shown = list(stages(replace(WORKING_GROUP, text=text)))
    assert all(text.startswith(each) for each in shown)
    assert shown[-1] == text


def test_what_could_not_be_shown_or_read_is_counted_below_the_answer() -> None:
    text = Reader(answer_html(WORKING_GROUP, 0, NL)).text
    assert "Doorzocht: 2 documenten" in text
    assert "1 pagina kon niet worden gelezen" in text
    assert "1 uitspraak niet getoond" in text
    assert "het jaar 2022 staat niet in de bron" in text


def test_rows_that_name_their_columns_become_one_table_with_a_head() -> None:
    text = "Wat: Pilots | Wie: Werkgroep: OCW | Wanneer: 2024 [1]\nWat: Overleg | Wanneer: 2025 [2]"
    html = prose_html(text, lambda html: html)
    read = Reader(html)
    assert (read.elements.count("table"), read.elements.count("tr")) == (1, 3)
    assert '<th scope="col">Wie</th>' in html
    assert ">Werkgroep: OCW</td>" in html
    assert '<td title="Wie"></td>' in html


def test_rows_without_names_become_a_table_without_a_head() -> None:
    html = prose_html("Pilots | OCW: DUO | 2024 [1]", lambda html: html)
    assert "<th" not in html
    assert "<td>OCW: DUO</td>" in html


def test_lines_that_begin_with_a_bullet_become_one_list() -> None:
    html = prose_html("Drie doelen:\n- kansen [1]\n- knelpunten [2]\nMeer niet.", lambda html: html)
    assert html == "<p>Drie doelen:</p><ul><li>kansen [1]</li><li>knelpunten [2]</li></ul><p>Meer niet.</p>"


def test_a_page_shows_its_table_with_the_cells_marked_and_footnote_marks_raised() -> None:
    mark = TABLE_PAGE.text.index("onderwijsveld1") + len("onderwijsveld")
    page = replace(TABLE_PAGE, marks=(Mark(mark, mark + 1, "1"),))
    html = page_html(page, [Span(mark - len("onderwijsveld"), mark + 1)])
    assert "<mark>onderwijsveld<sup>1</sup></mark>" in html
    assert Reader(html).elements.count("table") == 1
    assert '<th colspan="3">4 Bevorderen' in html


@given(st.text(), st.lists(st.integers(0, 40), max_size=6))
def test_a_page_shows_all_of_its_text(text: str, edges: list[int]) -> None:
    """Whatever is a block, quoted or a footnote mark: every letter is shown once, in order."""
    places = sorted(min(edge, len(text)) for edge in edges)
    spans = [Span(a, b) for a, b in zip(places[::2], places[1::2], strict=False)]
    blocks = tuple(Block(BlockKind.LIST_ITEM, span.start, span.end) for span in spans)
    marks = tuple(Mark(span.start, min(span.start + 1, span.end), "1") for span in spans)
    html = page_html(Page(1, text, blocks=blocks, marks=marks), [Span(0, len(text) // 2)])
    assert "".join(Reader(html).text.split()) == "".join(text.split())


def test_a_report_of_an_upload_is_one_line_under_the_name_of_the_file() -> None:
    (report,) = FakeApplication().ingest(["stuk.pdf"])
    assert Reader(report_html(report, "stuk.pdf", NL)).text == (
        "Niet toegevoegd: stuk.pdf is beschadigd; sla het opnieuw op."
    )


def test_removing_asks_for_a_confirmation_of_that_document_alone() -> None:
    html = documents_html(FakeApplication().documents(), "werkverslag", NL)
    assert html.count('data-action="confirm"') == 1
    assert 'data-action="confirm" data-document="werkverslag"' in html
    assert 'data-action="remove" data-document="kst-30012-157"' in html
