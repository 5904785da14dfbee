"""Agendas from tables that are shuffled, split and damaged: reading never fails and never makes anything up."""

from __future__ import annotations

import re
from collections.abc import Sequence

from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from assistant.domain.documents import Block, BlockKind, Document, Mark, Origin, Page, Source
from ingest.agenda_tables import read_agenda
from ingest.readers.page_builder import FootnoteMark, PageBuilder, Piece
from ingest.stakeholders import load_stakeholders

STAKEHOLDERS = load_stakeholders()
NAMES = ["Actie", "Wat", "Wie", "Trekker", "Betrokkenen", "Planning", "Wanneer", "Nr.", "Stap", "Status", "Budget", ""]
WORDS = [
    *("Loket", "openen", "verkenning", "van", "het", "mbo-", "onderwijs", "1 Wonen", "Stap 2: Zorg", "1.1", "2.3", "-"),
    *("OCW", "SBB,", "sociale partners", "Werkgroep: OCW, UWV", "en", "VNG/IPO", "2026", "31-02-2026", "medio 2027"),
    *("2025-2028", "continu", "n.t.b.", "(VNG, eind 2026)", "é", "\u2028"),
]
PHASES = (Phase.explicit, Phase.reuse, Phase.generate)  # to shrink a document takes minutes

cell = st.lists(
    st.one_of(st.sampled_from(WORDS), st.sampled_from("12").map(FootnoteMark), st.text(max_size=8)), max_size=4
)
any_names = st.lists(st.sampled_from(NAMES), min_size=1, max_size=6)
agenda_names = st.lists(st.sampled_from(NAMES), max_size=4).flatmap(
    lambda others: st.permutations(["Actie", "Wie", "Wanneer", *others])
)
names = st.one_of(agenda_names, agenda_names, agenda_names, any_names)


@st.composite
def documents(draw: st.DrawFn) -> Document:
    """Pages of tables and lists, some with a header that names an agenda, some with rows of another width."""
    pages: list[Page] = []
    header = draw(names)
    for number in range(1, draw(st.integers(1, 3)) + 1):
        builder = PageBuilder(number)
        if draw(st.booleans()):
            builder.heading(draw(st.sampled_from(["Actieagenda", "Lijn 1: Wonen", "2 Zorg"])), 2)
        if draw(st.integers(0, 3)):
            builder.table_header(header)
        for _ in range(draw(st.integers(0, 6))):
            _add(draw, builder, header)
        for label in draw(st.sets(st.sampled_from("12"))):
            builder.footnote(label, "De scholen en het bedrijfsleven.")
        pages.append(_damaged(draw, builder.page()))
    return Document(Source("agenda", "Actieagenda"), "1", Origin.ORIGINAL, "agenda.pdf", "test", tuple(pages))


def _add(draw: st.DrawFn, builder: PageBuilder, header: Sequence[str]) -> None:
    width = draw(st.sampled_from([len(header)] * 6 + [1, 2, 7]))
    cells = [_spaced(draw(cell)) for _ in range(width)]
    match draw(st.sampled_from(["row"] * 6 + ["header", "again", "section", "item"])):
        case "header":
            builder.table_header(draw(any_names))
        case "again":
            builder.table_header(header)
        case "section":
            builder.table_section(cells[0])
        case "item":
            builder.list_item(cells[0], draw(st.sampled_from(["1.", "2.", "•"])))
        case _:
            builder.table_row(cells, draw(st.sets(st.integers(0, width - 1), max_size=2)))


def _spaced(pieces: Sequence[Piece]) -> list[Piece]:
    return [each for piece in pieces for each in (piece, "" if isinstance(piece, FootnoteMark) else " ")]


def _damaged(draw: st.DrawFn, page: Page) -> Page:
    """Blocks in another order, or some of them lost; marks where none are."""
    blocks = list(page.blocks)
    if draw(st.booleans()):
        blocks = draw(st.permutations(blocks))
    kept = tuple(block for block in blocks if draw(st.integers(0, 9)))
    marks = page.marks
    if page.text and draw(st.booleans()):
        at = draw(st.integers(0, len(page.text) - 1))
        marks = tuple(sorted({*marks, Mark(at, at + 1, "9")}, key=lambda mark: mark.start))
    return Page(page.number, page.text, blocks=kept, marks=marks)


def folded(text: str) -> str:
    return re.sub(r"[\s\-]+", "", text)


def stands(cell: str, words: str) -> bool:
    """Whether a cell stands in the words of a document, in parts where page breaks cut it at a space."""
    cuts = [len(cell), *(match.start() for match in re.finditer(" ", cell))]
    return not cell or any(folded(cell[:cut]) in words and stands(cell[cut + 1 :], words) for cut in cuts)


def unmarked(document: Document) -> str:
    """The words of all tables and lists, in the order of the blocks, without footnote marks."""
    return folded(" ".join(_without_marks(page, block) for page in document.pages for block in page.blocks))


def _without_marks(page: Page, block: Block) -> str:
    marked = {place for mark in page.marks for place in range(mark.start, mark.end)}
    return "".join(page.text[place] for place in range(block.start, block.end) if place not in marked)


@settings(max_examples=300, deadline=None, phases=PHASES, suppress_health_check=[HealthCheck.too_slow])
@given(documents())
def test_nothing_that_is_read_was_not_there(document: Document) -> None:
    agenda = read_agenda(document, STAKEHOLDERS)
    if agenda is None:
        return
    pages = {page.number: page for page in document.pages}
    words = unmarked(document)
    for action in agenda.actions:
        parts = [
            [folded(_without_marks_at(pages[part.page], span.start, span.end)) for span in part.cells]
            for part in action.parts
        ]
        assert action.what
        joined = "".join(text for part in parts for text in part)
        whole = [
            "".join(column) for column in zip(*parts, strict=True)
        ]  # a page break may cut a cell, and a name in it
        for name in (owner.name for owner in action.owners):
            assert any(folded(name) in text for text in (*whole, joined))
        for text in (action.when.text, action.number, action.status, *(text for _, text in action.others)):
            assert all(folded(piece) in joined for piece in re.split(r" \| | ", text) if folded(piece) != "|")
        assert all(piece in joined for piece in map(folded, action.what.split()))
        for quoted in re.split(r" \| | … ", action.quotation.text):
            assert folded(quoted) in folded("".join(page.text for page in document.pages))
    assert all(stands(cell, words) for problem in agenda.problems for cell in problem.text.split(" | "))


def _without_marks_at(page: Page, start: int, end: int) -> str:
    return _without_marks(page, Block(BlockKind.TABLE_ROW, start, end))


@settings(max_examples=150, deadline=None, phases=PHASES, suppress_health_check=[HealthCheck.too_slow])
@given(documents())
def test_no_two_actions_have_one_id(document: Document) -> None:
    agenda = read_agenda(document, STAKEHOLDERS)
    ids = [action.id for action in agenda.actions] if agenda else []
    assert len(ids) == len({*ids})


@settings(max_examples=150, deadline=None, phases=PHASES, suppress_health_check=[HealthCheck.too_slow])
@given(agenda_names, st.data())
def test_every_row_of_an_agenda_is_an_action_a_title_or_a_problem(header: list[str], data: st.DataObject) -> None:
    builder = PageBuilder(1)
    builder.table_header(header)
    for _ in range(data.draw(st.integers(1, 6))):
        builder.table_row([[f"{piece} " for piece in data.draw(cell) if isinstance(piece, str)] for _ in header])
    page = builder.page()
    document = Document(Source("agenda", "Agenda"), "1", Origin.ORIGINAL, "agenda.pdf", "test", (page,))
    agenda = read_agenda(document, STAKEHOLDERS)
    assert agenda is not None
    kept = [action.quotation.text for action in agenda.actions]
    kept += [step.quotation.text for step in agenda.steps if step.quotation]
    kept += [problem.text for problem in agenda.problems]
    for block in page.blocks[1:]:
        words = folded(page.text[block.start : block.end]).replace("|", "")
        if any(character.isalnum() for character in words):
            assert any(words == folded(text).replace("|", "") for text in kept)
