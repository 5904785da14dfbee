"""A comparison as a Word document: a table for each theme, each statement with its source as a footnote."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from docx.document import Document as WordDocument
from docx.shared import Cm
from docx.table import _Cell

from assistant.domain.agenda import Quotation
from assistant.domain.positions import Cell, CellState, Comparison, Contrast, Position, Theme
from assistant.domain.reports import DocumentSummary
from assistant.exports.docx_file import add_row, add_table, add_words, clean, new_document, saved
from assistant.exports.docx_notes import Footnotes
from assistant.positions import wording
from assistant.texts import Texts

_WIDTHS = tuple(Cm(width) for width in (4.5, 4.0, 17.2))


def comparison_as_docx(comparison: Comparison, documents: Sequence[DocumentSummary], on: date, texts: Texts) -> bytes:
    """``documents`` are those of the library, which have titles and dates; ``on`` is the day on which it is made."""
    title = texts.register.headline.format(title=texts.positions.headline)
    document = new_document(title, on, texts)
    document.add_paragraph(clean(", ".join(party.name for party in comparison.stakeholders)))
    document.add_paragraph(texts.register.on_date.format(date=on.isoformat()))
    document.add_paragraph(texts.positions.silence)
    if not comparison.themes:
        document.add_paragraph(texts.positions.no_themes)
    sheet = _Sheet(document, comparison, {each.id: each for each in documents}, texts)
    for theme in comparison.themes:
        sheet.add(theme)
    return saved(document)


class _Sheet:
    """The themes of one comparison, as they are written into its document."""

    def __init__(
        self, document: WordDocument, comparison: Comparison, documents: wording.Documents, texts: Texts
    ) -> None:
        self._document = document
        self._comparison = comparison
        self._documents = documents
        self._texts = texts
        self._notes = Footnotes(document)

    def add(self, theme: Theme) -> None:
        words = self._texts.positions
        self._document.add_heading(clean(wording.title(theme, self._texts)), level=1)
        table = add_table(self._document, (words.party, words.state, words.statements), _WIDTHS)
        for party in self._comparison.stakeholders:
            cell = self._comparison.cell(party.id, theme.id)
            row = add_row(table)
            for place, width in zip(row.cells, _WIDTHS, strict=True):
                place.width = width
            add_words(row.cells[0].paragraphs[0], party.name, bold=True)
            add_words(row.cells[1].paragraphs[0], words.states[cell.state.value])
            self._fill(row.cells[2], cell)
        for contrast in self._comparison.contrasts:
            if contrast.theme == theme.id:
                self._add_contrast(contrast)

    def _fill(self, place: _Cell, cell: Cell) -> None:
        said = [(wording.statement(each, self._texts), self._note(each)) for each in cell.positions]
        if cell.state is CellState.MENTIONED:
            said = [(f"“{' '.join(each.text.split())}”", self._source(each)) for each in cell.mentions]
        for number, (words, note) in enumerate(said):
            paragraph = place.add_paragraph() if number else place.paragraphs[0]
            add_words(paragraph, words)
            self._notes.add(paragraph, note)

    def _add_contrast(self, contrast: Contrast) -> None:
        paragraph = self._document.add_paragraph()
        for side, words in zip((contrast.one, contrast.other), wording.contrast(contrast, self._texts), strict=True):
            add_words(paragraph, words)
            self._notes.add(paragraph, self._note(side))

    def _note(self, position: Position) -> str:
        """Who says it and where, with the literal words of the page."""
        speaker = wording.speaker_known(position, self._texts)
        return f"{speaker}. {self._source(position.quotation)}"

    def _source(self, quotation: Quotation) -> str:
        return self._texts.positions.quoted_source.format(
            source=wording.source(quotation, self._documents, self._texts), quote=" ".join(quotation.text.split())
        )
