"""PDFs as people have them: what is read of the file, its pages and the places of its words."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable
from itertools import pairwise
from pathlib import Path

import pypdf
import pytest
from pypdf.constants import PageLabelStyle
from pypdf.generic import RectangleObject
from reportlab.lib.pagesizes import A4
from reportlab.pdfgen.canvas import Canvas

from assistant.domain.documents import BlockKind, Page
from ingest.clean_text import raw_indices
from ingest.layout import Box
from ingest.readers.pdf import PdfReader, boxes, raw_pages

Draw = Callable[[Canvas], None]
TEXT = ["De eerste regel van deze brief", "en de tweede regel."]


@pytest.fixture
def drawn(tmp_path: Path) -> Callable[[Draw], Path]:
    """Makes a PDF of what is drawn on an A4 page."""

    def make(draw: Draw) -> Path:
        path = tmp_path / "getekend.pdf"
        canvas = Canvas(str(path), pagesize=A4, invariant=1)
        draw(canvas)
        canvas.save()
        return path

    return make


def written(canvas: Canvas) -> None:
    """Two lines at 50 points from the left, with their base lines at 100 and 112 points from the top."""
    for number, line in enumerate(TEXT):
        canvas.setFont("Helvetica", 10)
        canvas.drawString(50, A4[1] - 100 - 12 * number, line)


def rewritten(path: Path, change: Callable[[pypdf.PdfWriter], object]) -> Path:
    writer = pypdf.PdfWriter(clone_from=path)
    change(writer)
    changed = path.with_name("veranderd.pdf")
    writer.write(changed)
    return changed


def turn_page(writer: pypdf.PdfWriter, degrees: int) -> None:
    writer.pages[0].rotate(degrees)


def pages(path: Path) -> tuple[Page, ...]:
    return PdfReader().read(path).pages


def box_of(path: Path, words: str) -> Box:
    """The box of the first letter of these words on the first page."""
    page = pages(path)[0]
    start = page.text.index(words)
    (box,) = boxes(path, 1, raw_indices(page.runs, start, start + 1))
    return box


def test_pages_are_numbered_from_one_and_keep_their_text(make_pdf: Callable[[list[list[str]]], Path]) -> None:
    found = pages(make_pdf([["Een."], [], ["Drie."]]))
    assert [(page.number, page.text, page.problem) for page in found] == [
        (1, "Een.", ""),
        (2, "", ""),
        (3, "Drie.", ""),
    ]


def test_the_reader_says_which_library_gave_the_text(make_pdf: Callable[[list[list[str]]], Path]) -> None:
    assert PdfReader().read(make_pdf([["Een."]])).extractor.split()[0] == "pypdfium2"


@pytest.mark.parametrize(
    ("title", "read"), [(" Plan  van\taanpak ", "Plan van aanpak"), ("untitled", ""), ("plan.html", "")]
)
def test_the_title_is_what_the_file_says_unless_it_says_nothing(
    drawn: Callable[[Draw], Path], title: str, read: str
) -> None:
    def titled(canvas: Canvas) -> None:
        written(canvas)
        canvas.setTitle(title)

    assert PdfReader().read(drawn(titled)).title == read


def test_labels_are_those_that_the_file_defines(make_pdf: Callable[[list[list[str]]], Path]) -> None:
    path = rewritten(
        make_pdf([["Een."], ["Twee."], ["Drie."]]),
        lambda writer: writer.set_page_label(0, 1, PageLabelStyle.LOWERCASE_ROMAN),
    )
    assert [page.label for page in pages(path)][:2] == ["i", "ii"]


def test_a_page_without_a_label_gets_the_number_that_is_printed_on_it(drawn: Callable[[Draw], Path]) -> None:
    def numbered(canvas: Canvas) -> None:
        written(canvas)
        canvas.drawString(300, 30, "- 12 -")

    (page,) = pages(drawn(numbered))
    assert page.label == "12"
    assert page.text == " ".join(TEXT)


def test_bookmarks_are_headings_without_text_of_their_own(make_pdf: Callable[[list[list[str]]], Path]) -> None:
    path = rewritten(
        make_pdf([["Een."], ["Twee."]]), lambda writer: writer.add_outline_item(title="Deel  twee", page_number=1)
    )
    first, second = pages(path)
    assert [block.label for block in first.blocks] == [""]
    assert (second.blocks[0].kind, second.blocks[0].label) == (BlockKind.HEADING, "Deel twee")
    assert (second.blocks[0].start, second.blocks[0].end) == (0, 0)


def test_a_character_stands_where_it_is_printed(drawn: Callable[[Draw], Path]) -> None:
    """Helvetica of 10 points reaches 7 to 9 points above its base line."""
    box = box_of(drawn(written), "De eerste")
    assert box.left == pytest.approx(50, abs=1)
    assert 88 < box.top < 94 < 98 < box.bottom < 104


def test_a_crop_box_moves_the_origin_and_not_the_text(drawn: Callable[[Draw], Path]) -> None:
    def crop(writer: pypdf.PdfWriter) -> None:
        writer.pages[0].cropbox = RectangleObject((20, 0, A4[0], A4[1] - 30))

    whole = drawn(written)
    cropped = rewritten(whole, crop)
    assert pages(cropped)[0].text == pages(whole)[0].text
    before, after = box_of(whole, "De eerste"), box_of(cropped, "De eerste")
    assert [before.left - after.left, before.top - after.top] == pytest.approx([20, 30])


@pytest.mark.parametrize("turn", [90, 180, 270])
def test_a_page_that_is_shown_turned_is_read_like_one_that_is_not(drawn: Callable[[Draw], Path], turn: int) -> None:
    """As copiers make them: the text runs another way in the file, and the page is turned to show it upright."""

    def turned(canvas: Canvas) -> None:
        width, height = A4
        canvas.setPageSize(A4 if turn == 180 else (height, width))
        canvas.translate(*{90: (height, 0), 180: (width, height), 270: (0, width)}[turn])
        canvas.rotate(turn)
        written(canvas)

    upright = drawn(written)
    expected, box = pages(upright)[0], box_of(upright, "en de tweede")
    path = rewritten(drawn(turned), lambda writer: turn_page(writer, turn))
    (page,) = pages(path)
    assert (page.text, page.blocks) == (expected.text, expected.blocks)
    assert box_of(path, "en de tweede") == pytest.approx(box, abs=0.1)


@pytest.mark.parametrize("turn", [90, 180, 270])
def test_text_that_lies_on_its_side_is_read_all_the_same(drawn: Callable[[Draw], Path], turn: int) -> None:
    path = rewritten(drawn(written), lambda writer: turn_page(writer, turn))
    assert pages(path)[0].text == " ".join(TEXT)


def test_a_raised_number_that_begins_a_line_begins_a_footnote(drawn: Callable[[Draw], Path]) -> None:
    def notes(canvas: Canvas) -> None:
        written(canvas)
        for number in (1, 2):
            canvas.setFont("Helvetica", 4)
            canvas.drawString(50, 102 - 9 * number, str(number))
            canvas.setFont("Helvetica", 7)
            canvas.drawString(55, 100 - 9 * number, f"Voetnoot met nummer {number}.")

    notes_found = [block for block in pages(drawn(notes))[0].blocks if block.kind is BlockKind.FOOTNOTE]
    assert [block.label for block in notes_found] == ["1", "2"]


@pytest.mark.parametrize(("size", "raised"), [(4, 3), (6, 4)])
def test_a_label_and_the_text_beside_it_are_one_line(drawn: Callable[[Draw], Path], size: float, raised: float) -> None:
    """Word sets a raised number and its note in two pieces; others raise one that is hardly smaller than its note."""

    def labelled(canvas: Canvas) -> None:
        written(canvas)
        canvas.setFont("Helvetica", size)
        canvas.drawString(50, 100 + raised, "1")
        canvas.setFont("Helvetica", 7)
        canvas.drawString(70, 100, "Een voetnoot.")

    assert pages(drawn(labelled))[0].text.endswith("\n1 Een voetnoot.")


def test_type_is_bold_by_the_name_of_its_font_where_its_weight_is_not_told() -> None:
    """A browser leaves the weight out of the file."""
    agenda = Path(__file__).parents[2] / "agendas" / "wonen.pdf"
    bold = {raw.text(line) for raw in raw_pages(agenda) for line in raw.lines if line.bold}
    assert "Opgave 1. Sneller bouwen" in bold
    assert not any("samen werken aan" in line for line in bold)


def test_a_raised_number_that_is_not_a_mark_is_part_of_its_word(drawn: Callable[[Draw], Path]) -> None:
    """'CO2' has its number set low; 'ISO 25010' is followed by mark 4, of which the last digit alone is raised."""

    def low_and_high(canvas: Canvas) -> None:
        text = canvas.beginText(50, 700)
        for piece, size, rise in (
            ("De uitstoot van CO", 10, 0),
            ("2", 6, -2),
            (" volgens ISO 25010", 10, 0),
            ("4", 6, 4),
        ):
            text.setFont("Helvetica", size)
            text.setRise(rise)
            text.textOut(piece)
        canvas.drawText(text)

    (page,) = pages(drawn(low_and_high))
    assert page.text == "De uitstoot van CO2 volgens ISO 250104"
    assert [(page.text[: mark.start][-5:], mark.label) for mark in page.marks] == [("25010", "4")]


def test_what_is_stamped_slantwise_over_a_page_is_left_out(drawn: Callable[[Draw], Path]) -> None:
    """A large title and the small slanted words of a drawing stay."""

    def stamped(canvas: Canvas) -> None:
        def slanted(words: str, size: int, x: int, y: int) -> None:
            canvas.saveState()
            canvas.translate(x, y)
            canvas.rotate(45)
            canvas.setFont("Helvetica-Bold", size)
            canvas.drawString(0, 0, words)
            canvas.restoreState()

        canvas.setFont("Helvetica-Bold", 30)
        canvas.drawString(50, 780, "Nota verlichting")
        canvas.setFont("Helvetica", 10)
        canvas.drawString(50, 740, TEXT[0])
        slanted("CONCEPT", 60, 200, 300)
        canvas.setFont("Helvetica", 10)
        canvas.drawString(50, 728, TEXT[1])
        slanted("oost", 9, 50, 100)

    (page,) = pages(drawn(stamped))
    assert page.text == f"Nota verlichting\n{' '.join(TEXT)}\noost"


@pytest.mark.slow
def test_two_thousand_pages_are_read_in_reasonable_time(make_pdf: Callable[[list[list[str]]], Path]) -> None:
    """Ten seconds on a quiet machine; what grows with the square of the pages takes minutes."""
    path = make_pdf([[f"Regel {line} van pagina {number}." for line in range(20)] for number in range(2000)])
    started = time.perf_counter()
    assert len(pages(path)) == 2000
    assert time.perf_counter() - started < 60


def test_documents_can_be_read_in_several_threads(make_pdf: Callable[[list[list[str]]], Path]) -> None:
    paths = [make_pdf([[f"Document {number}, alinea {'x' * page}."] for page in range(20)]) for number in range(4)]
    found: dict[int, str] = {}

    def read(number: int) -> None:
        found[number] = pages(paths[number])[19].text

    threads = [threading.Thread(target=read, args=[number]) for number in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert found == {number: f"Document {number}, alinea {'x' * 19}." for number in range(4)}


def test_every_letter_of_the_real_documents_is_the_letter_of_the_file(shared_documents: Path) -> None:
    """Bullets and ligatures are spelt in the usual way; there are few of them."""
    for path in sorted(shared_documents.rglob("*.pdf")):
        for page, raw in zip(pages(path), raw_pages(path), strict=True):
            mapped = [index for run in page.runs for index in range(run.clean, run.clean + run.length)]
            indices = raw_indices(page.runs, 0, len(page.text))
            assert len(indices) == len(mapped)
            same = sum(page.text[clean] == raw.chars[index] for clean, index in zip(mapped, indices, strict=True))
            assert same >= 0.98 * len(mapped)
            unmapped = {*range(len(page.text))} - {*mapped}
            assert {page.text[index] for index in unmapped} <= {" ", "\n", "\t", "-"}


def test_words_of_the_letter_are_whole_again(shared_documents: Path) -> None:
    """A hyphen at a word's end is left only where a part of the word is left out: 'bij- en omscholing'."""
    text = " ".join(page.text for page in pages(shared_documents / "kst-30012-157.pdf"))
    assert "\x02" not in text
    assert {after for word, after in pairwise(text.split()) if word[-1] == "-" and word[-2:-1].isalpha()} == {
        "en",
        "of",
    }
