"""Three small documents: an agenda, a report and a position paper, with their pages."""

from __future__ import annotations

from dataclasses import replace

from assistant.domain.documents import Block, BlockKind, Mark, Origin, Page, Span
from assistant.domain.reports import DocumentSummary, PageProblem
from tests.fakes import positions

AGENDA = DocumentSummary(
    id="kst-30012-157",
    title="Onderwijsagenda LLO",
    kind="kamerbrief",
    publishers=("Minister van Onderwijs, Cultuur en Wetenschap",),
    date="2023",
    origin=Origin.DIGEST,
    filename="kst-30012-157.md",
    version="1",
    pages=3,
    passages=9,
)
REPORT = DocumentSummary(
    id="werkverslag",
    title="Werkverslag",
    kind="document",
    publishers=(),
    date="",
    origin=Origin.ORIGINAL,
    filename="werkverslag.pdf",
    version="1",
    pages=2,
    passages=3,
    problems=(PageProblem(2, "de bladzijde is een plaatje"),),
)
PAPER = replace(
    REPORT,
    id=positions.PAPER,
    title="Positie UNL",
    kind="position-paper",
    publishers=("Universiteiten van Nederland",),
    date="2023",
    filename="positie-unl.pdf",
    pages=4,
    problems=(),
)


def page_of(number: int, *blocks: tuple[BlockKind, str | tuple[str, ...]], label: str = "") -> Page:
    """A page of blocks, one per line; the cells of a row are joined with a space."""
    text, made = "", []
    for kind, content in blocks:
        start = len(text)
        cells: tuple[Span, ...] = ()
        if isinstance(content, tuple):
            cells = _cells(content, start)
            content = " ".join(content)
        text += content
        level = 1 if kind is BlockKind.HEADING else 0
        made.append(Block(kind, start, len(text), level=level, cells=cells))
        text += "\n"
    return Page(number, text, label or str(number), tuple(made))


def _cells(cells: tuple[str, ...], start: int) -> tuple[Span, ...]:
    spans = []
    for cell in cells:
        spans.append(Span(start, start + len(cell)))
        start += len(cell) + 1
    return tuple(spans)


ROW = (
    "Verkenning rol en gebruik microcredentials",
    "Werkgroep: OCW, DUO, onderwijsveld1, SBB, sociale partners",
    "2023/2024",
)
TABLE_PAGE = page_of(
    2,
    (BlockKind.HEADING, "Bijlage: overzicht van de acties"),
    (BlockKind.PARAGRAPH, "De acties lopen in 2023/2024 en de jaren daarna. " * 12),
    (BlockKind.TABLE_HEADER, ("Wat", "Wie", "Wanneer")),
    (BlockKind.TABLE_SECTION, ("4 Bevorderen gebruik microcredentials en certificaten",)),
    (BlockKind.TABLE_ROW, ("Verkenning doorontwikkeling van certificaten", "OCW, SBB", "2023/2024")),
    (BlockKind.TABLE_ROW, ROW),
    (BlockKind.FOOTNOTE, "1 Bekostigde en niet-bekostigde opleiders."),
    label="5",
)
_MARK = TABLE_PAGE.text.index("onderwijsveld1") + len("onderwijsveld")
PAGES = {
    AGENDA.id: (
        page_of(
            1,
            (BlockKind.HEADING, "Doel"),
            (BlockKind.PARAGRAPH, "De ministers willen de deelname stap voor stap vergroten."),
            (BlockKind.PARAGRAPH, positions.EXPLORED.text),
        ),
        replace(TABLE_PAGE, marks=(Mark(_MARK, _MARK + 1, "1"),)),
        page_of(3, (BlockKind.PARAGRAPH, "Een microcredential is een digitaal certificaat.")),
    ),
    PAPER.id: (
        page_of(2, (BlockKind.PARAGRAPH, positions.FUNDING.text)),
        page_of(
            4,
            (BlockKind.PARAGRAPH, positions.RECOGNITION.lead_in),
            (BlockKind.LIST_ITEM, positions.RECOGNITION.text),
        ),
    ),
    REPORT.id: (
        page_of(
            1,
            (BlockKind.PARAGRAPH, positions.AGAINST.text),
            (BlockKind.PARAGRAPH, "Dit verslag bevat <b>opmaak</b> & tekens."),
            (BlockKind.PARAGRAPH, positions.SKETCHED.text),
            (BlockKind.PARAGRAPH, positions.ADVISED.text),
        ),
        Page(2, "", "2", problem="de bladzijde is een plaatje"),
    ),
}
