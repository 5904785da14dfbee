"""PDFs that are broken, closed, empty, hostile or mere pictures: an error of ours, or pages with a problem."""

from __future__ import annotations

import base64
import io
import random
import subprocess
import sys
import zlib
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

import pypdf
import pytest
from reportlab.lib.pagesizes import A4
from reportlab.lib.utils import ImageReader
from reportlab.pdfgen.canvas import Canvas

from assistant.domain.errors import DamagedFile, EmptyFile, EncryptedFile, ReadError, TooLarge
from ingest.readers.pdf import PdfReader

ROOT = Path(__file__).parents[3]
MakePdf = Callable[[list[list[str]]], Path]
Write = Callable[[bytes], Path]

CATALOGUE = b"<</Type/Catalog/Pages 2 0 R>>"
FLATE = b"/Filter/FlateDecode"
TWICE = b"/Filter[/FlateDecode/FlateDecode]"
PAGES = b"<</Type/Pages/Kids[3 0 R]/Count 1>>"
PAGE = b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 600 800]>>"


@pytest.fixture
def write(tmp_path: Path) -> Write:
    def to_file(data: bytes) -> Path:
        path = tmp_path / "stuk.pdf"
        path.write_bytes(data)
        return path

    return to_file


def pdf(*objects: bytes) -> bytes:
    """A file of these objects, numbered from 1; the first is the catalogue."""
    data, places = b"%PDF-1.7\n", []
    for number, content in enumerate(objects, 1):
        places.append(b"%010d 00000 n \n" % len(data))
        data += b"%d 0 obj\n%b\nendobj\n" % (number, content)
    table = b"xref\n0 %d\n0000000000 65535 f \n%b" % (len(objects) + 1, b"".join(places))
    return data + table + b"trailer\n<</Size %d/Root 1 0 R>>\nstartxref\n%d\n%%%%EOF" % (len(objects) + 1, len(data))


def stream(data: bytes, entries: bytes) -> bytes:
    return b"<<%b/Length %d>>stream\n%b\nendstream" % (entries, len(data), data)


def of_one_page(content: bytes, entries: bytes = b"") -> bytes:
    page = b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 600 800]/Contents 4 0 R/Resources<</Font<</F1 5 0 R>>>>>>"
    font = b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>"
    return pdf(CATALOGUE, PAGES, page, stream(content, entries), font)


def with_outline(*items: bytes) -> bytes:
    """One page and bookmarks, which are objects 5 and on; their outline is object 4."""
    outline = b"<</Type/Outlines/First 5 0 R/Last %d 0 R>>" % (4 + len(items))
    return pdf(b"<</Type/Catalog/Pages 2 0 R/Outlines 4 0 R>>", PAGES, PAGE, outline, *items)


def refusal(path: Path) -> ReadError:
    with pytest.raises(ReadError) as caught:
        PdfReader().read(path)
    return caught.value


def bookmarks(path: Path) -> list[str]:
    return [block.label for page in PdfReader().read(path).pages for block in page.blocks if block.start == block.end]


def picture(canvas: Canvas, left: float, width: float) -> None:
    """A grey picture of A4's height."""
    pixel = ImageReader(io.BytesIO(b"P5 1 1 255 \x80"))
    canvas.drawImage(pixel, left, 0, width, A4[1])


# --- broken and empty files


@pytest.mark.parametrize(
    ("data", "error"),
    [
        (b"", EmptyFile),
        (b"%PDF-1.7\n" + b"abc " * 100, DamagedFile),
        (pdf(CATALOGUE, b"<</Type/Pages/Kids[]/Count 0>>"), EmptyFile),
        (pdf(b"<</Type/Catalog>>"), DamagedFile),
    ],
)
def test_a_file_without_pages_is_refused_in_one_dutch_sentence(
    write: Write, data: bytes, error: type[ReadError]
) -> None:
    refused = refusal(write(data))
    assert type(refused) is error
    assert str(refused).startswith("stuk.pdf ")
    assert str(refused).count(".") == 2  # that of the name and the last
    assert ": " in str(refused)  # what to do


def test_a_file_that_is_gone_is_an_error_of_ours(tmp_path: Path) -> None:
    assert "kan niet worden geopend" in str(refusal(tmp_path / "weg.pdf"))


def test_a_file_that_is_cut_off_is_refused(make_pdf: MakePdf, write: Write) -> None:
    data = make_pdf([["Een zin."]] * 10).read_bytes()
    assert {type(refusal(write(data[: len(data) * part // 10]))) for part in range(1, 10)} == {DamagedFile}


def test_a_file_of_which_only_the_last_lines_are_lost_is_read(make_pdf: MakePdf, write: Write) -> None:
    data = make_pdf([["Een zin."]]).read_bytes()
    assert PdfReader().read(write(data[:-20])).pages[0].text == "Een zin."


def test_whatever_bytes_are_wrong_there_are_pages_or_an_error_of_ours(make_pdf: MakePdf, write: Write) -> None:
    data = make_pdf([["Een zin."], ["Nog een zin."]]).read_bytes()
    chance = random.Random(157)
    for _ in range(150):
        broken = bytearray(data)
        for _ in range(chance.randint(1, 30)):
            broken[chance.randrange(len(broken))] = chance.randrange(256)
        with suppress(ReadError):
            assert PdfReader().read(write(bytes(broken))).pages


def test_garbage_before_the_header_is_passed_over(make_pdf: MakePdf, write: Write) -> None:
    assert PdfReader().read(write(b"HTTP/1.1 200 OK\r\n\r\n" + make_pdf([["Een zin."]]).read_bytes())).pages[0].text


def test_pages_that_are_not_there_are_problems_of_those_pages(write: Write) -> None:
    data = of_one_page(b"BT /F1 10 Tf 50 700 Td (Een zin.) Tj ET").replace(b"/Count 1>>", b"/Count 3>>")
    first, *others = PdfReader().read(write(data)).pages
    assert (first.text, first.problem) == ("Een zin.", "")
    assert [page.problem for page in others] == [
        "pagina 2 is beschadigd en kon niet worden gelezen",
        "pagina 3 is beschadigd en kon niet worden gelezen",
    ]


def test_a_file_of_too_many_pages_says_how_to_go_on(make_pdf: MakePdf, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("ingest.readers.pdf.MAX_PAGES", 2)
    refused = refusal(make_pdf([["a"], ["b"], ["c"]]))
    assert isinstance(refused, TooLarge)
    assert "3 pagina's: splits het in delen van ten hoogste 2 pagina's" in str(refused)


# --- passwords


@pytest.mark.parametrize("algorithm", ["RC4-40", "RC4-128", "AES-128", "AES-256"])
def test_a_file_with_a_password_is_refused_and_one_with_only_an_owners_password_is_read(
    make_pdf: MakePdf, tmp_path: Path, algorithm: str
) -> None:
    for password, name in (("geheim", "dicht.pdf"), ("", "open.pdf")):
        writer = pypdf.PdfWriter(clone_from=make_pdf([["Een zin."]]))
        writer.add_metadata({"/Title": "Plan"})
        writer.encrypt(user_password=password, owner_password="eigenaar", algorithm=algorithm)
        writer.write(tmp_path / name)
    refused = refusal(tmp_path / "dicht.pdf")
    assert isinstance(refused, EncryptedFile)
    assert "wachtwoord" in str(refused)
    reading = PdfReader().read(tmp_path / "open.pdf")
    assert (reading.title, reading.pages[0].text) == ("Plan", "Een zin.")


# --- pages without text that can be read


def test_a_page_that_is_a_picture_has_a_problem_and_the_others_are_read(tmp_path: Path) -> None:
    canvas = Canvas(str(tmp_path / "scan.pdf"), pagesize=A4)
    canvas.drawString(50, 700, "Een zin.")
    canvas.showPage()
    canvas.showPage()  # an empty page is not a problem
    picture(canvas, 0, A4[0])
    canvas.showPage()
    picture(canvas, 0, A4[0])
    canvas.drawString(50, 20, "Gescand op 1 mei 2024, pagina 4")
    canvas.showPage()
    picture(canvas, 0, A4[0])
    canvas.drawString(50, 500, "Een zin op een foto.")
    canvas.showPage()
    canvas.save()
    found = PdfReader().read(tmp_path / "scan.pdf").pages
    assert [page.text for page in found] == ["Een zin.", "", "", "", "Een zin op een foto."]
    assert [page.problem for page in found] == [
        "",
        "",
        "pagina 3 is een scan zonder tekst; gebruik OCR",
        "pagina 4 is een scan zonder tekst; gebruik OCR",
        "",
    ]


def test_a_font_that_does_not_say_which_letters_it_draws_is_a_problem_of_the_page(write: Write) -> None:
    """Each code stands for a sign of the private use area, as in a font of icons."""
    cmap = b"1 beginbfrange <01> <09> <E001> endbfrange"
    page = b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 600 800]/Contents 4 0 R/Resources<</Font<</F1 5 0 R>>>>>>"
    text = b"BT /F1 10 Tf 50 700 Td <010203040506070809> Tj ET"
    font = b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica/ToUnicode 6 0 R>>"
    data = pdf(CATALOGUE, PAGES, page, stream(text, b""), font, stream(cmap, b""))
    (found,) = PdfReader().read(write(data)).pages
    assert found.problem == "pagina 1 heeft tekst in een lettertype zonder leesbare codering; gebruik OCR"
    assert found.text == ""


def test_letters_that_are_the_numbers_of_drawings_are_a_problem_of_the_page(make_pdf: MakePdf) -> None:
    """What is read of a TrueType font without a table of its letters: each code is 29 too low."""
    text = "Het is de bedoeling dat iedereen in Nederland deze zin kan lezen en begrijpen."
    shifted = "".join(chr(ord(letter) - 29) if letter.isalpha() else letter for letter in text)
    wrong, right = PdfReader().read(make_pdf([[shifted] * 6, [text] * 6])).pages
    assert wrong.problem == "pagina 1 heeft tekst in een lettertype zonder leesbare codering; gebruik OCR"
    assert right.problem == ""


def test_a_page_of_more_signs_than_a_newspaper_is_a_problem_of_that_page(
    make_pdf: MakePdf, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("ingest.readers.pdfium_page.MAX_CHARS", 20)
    found = PdfReader().read(make_pdf([["Dit is een lange zin van veel tekens."], ["Kort."]])).pages
    assert [bool(page.problem) for page in found] == [True, False]


def test_a_page_of_a_hundred_thousand_lines_is_read(write: Write) -> None:
    lines = b"0 0 m 100 100 l S\n" * 100_000
    data = of_one_page(zlib.compress(lines + b"BT /F1 10 Tf 50 700 Td (Een kaart.) Tj ET"), FLATE)
    assert PdfReader().read(write(data)).pages[0].text == "Een kaart."


# --- bookmarks


@pytest.mark.parametrize(
    ("data", "titles"),
    [
        pytest.param(
            with_outline(
                b"<</Title(Een)/Parent 4 0 R/Next 6 0 R/Dest[3 0 R/Fit]>>",
                b"<</Title(Twee)/Parent 4 0 R/Next 5 0 R/First 5 0 R/Dest[3 0 R/Fit]>>",
            ),
            ["Een"],
            id="in a circle",
        ),
        pytest.param(
            with_outline(b"<</Title(Een)/Parent 4 0 R/First 5 0 R/Next 5 0 R/Dest[3 0 R/Fit]>>"),
            ["Een"],
            id="inside itself",
        ),
        pytest.param(
            with_outline(
                b"<</Title(Een)/Parent 4 0 R/Next 6 0 R/Dest[99 0 R/Fit]>>",
                b"<</Title(Twee)/Parent 4 0 R/Next 7 0 R/Dest(nergens)>>",
                b"<</Title(Drie)/Parent 4 0 R/Dest[3 0 R/Fit]>>",
            ),
            ["Drie"],
            id="that lead nowhere",
        ),
        pytest.param(with_outline(b"(geen bladwijzer)"), [], id="that are none"),
    ],
)
def test_broken_bookmarks_do_not_keep_a_file_from_being_read_and_are_not_complained_of(
    write: Write, data: bytes, titles: list[str], caplog: pytest.LogCaptureFixture
) -> None:
    assert bookmarks(write(data)) == titles
    assert caplog.text == ""


# --- files that unpack to gigabytes


def bombs() -> dict[str, bytes]:
    """Files of a hundred kilobytes or less."""
    filling = zlib.compress(b"0 " * (150 * 2**19))  # 150 MB
    return {
        "once": of_one_page(filling, FLATE),
        "twice": of_one_page(zlib.compress(zlib.compress(b" " * (400 * 2**20))), TWICE),
        "written in letters": of_one_page(base64.a85encode(filling) + b"~>", b"/Filter[/ASCII85Decode/FlateDecode]"),
        "abbreviated": of_one_page(filling.hex().encode() + b">", b"/Filter[/AHx/Fl]"),
        "spelt oddly": of_one_page(filling, b"/Filter/Fl#61teDecode"),
        "behind another word": of_one_page(zlib.compress(filling), TWICE + b"/X(obj)"),
        "with a false length": of_one_page(filling, FLATE).replace(b"/Length %d" % len(filling), b"/Length 9"),
        "as objects": pdf(CATALOGUE, PAGES, PAGE, stream(filling, b"/Type/ObjStm/N 1/First 4" + FLATE)),
    }


READ_WITHIN = """
import resource, sys
from pathlib import Path
from assistant.domain.errors import TooLarge
from ingest.readers.pdf import PdfReader
resource.setrlimit(resource.RLIMIT_AS, (600 * 2**20, 600 * 2**20))
for path in sys.argv[1:]:
    try:
        PdfReader().read(Path(path))
    except TooLarge:
        print("refused")
"""


def test_files_that_unpack_to_gigabytes_are_refused_before_they_take_memory(tmp_path: Path) -> None:
    """One process reads them all; it may have 600 MB, libraries included."""
    paths = []
    for name, data in bombs().items():
        paths.append(tmp_path / f"{name}.pdf")
        paths[-1].write_bytes(data)
    run = [sys.executable, "-c", READ_WITHIN, *map(str, paths)]
    done = subprocess.run(run, cwd=ROOT, capture_output=True, text=True, check=True)
    assert done.stdout.split() == ["refused"] * len(paths)


def test_a_file_that_is_encrypted_does_not_hide_what_it_unpacks_to(write: Write, tmp_path: Path) -> None:
    writer = pypdf.PdfWriter(clone_from=write(bombs()["once"]))
    writer.encrypt(user_password="", owner_password="eigenaar", algorithm="AES-256")
    writer.write(tmp_path / "dicht.pdf")
    assert isinstance(refusal(tmp_path / "dicht.pdf"), TooLarge)


def test_a_large_picture_is_not_refused(tmp_path: Path) -> None:
    """A page of A4 in colours at 300 dots an inch: 26 MB."""
    canvas = Canvas(str(tmp_path / "foto.pdf"), pagesize=A4)
    canvas.drawImage(ImageReader(io.BytesIO(b"P6 2480 3508 255 " + bytes(2480 * 3508 * 3))), 0, 0, *A4)
    canvas.drawString(50, 500, "Een zin op een foto.")
    canvas.save()
    assert PdfReader().read(tmp_path / "foto.pdf").pages[0].text == "Een zin op een foto."
