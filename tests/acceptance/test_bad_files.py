"""Files, folders and addresses that cannot be read: one sentence for each, and the rest goes on."""

from __future__ import annotations

import os
import re
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pypdf
import pytest

from tests.acceptance.files import write_pdf, write_scan
from tests.acceptance.garden import ASKED, GARDEN, still_answers
from tests.acceptance.mixed import READ, REFUSED
from tests.acceptance.program import Ended, Program

NOBODY = 65534  # a user without rights


@pytest.mark.parametrize("name", REFUSED)
def test_a_file_that_cannot_be_read_gets_one_sentence_with_what_to_do(mixed: tuple[Program, Ended], name: str) -> None:
    _, ended = mixed
    (report,) = [line for line in ended.lines if Path(line["path"]).name == name]
    assert report["outcome"] == "failed"
    assert f"{name} {REFUSED[name]}" in report["message"]
    assert [line for line in ended.err.splitlines() if name in line] == [f"Niet toegevoegd: {report['message']}"]


def test_files_are_read_as_what_they_are_whatever_they_are_called(mixed: tuple[Program, Ended]) -> None:
    program, ended = mixed
    added = {line["document"] for line in ended.lines if line["outcome"] == "added"}
    assert added == {*READ}
    tree = {name: sentence.split()[1] for name, sentence in READ.items()}
    for name, sentence in READ.items():
        assert program.quotes(f"Van wie is de {tree[name]}?") == [sentence]


def test_every_file_of_a_folder_is_reported_once_and_those_that_are_none_are_passed_over(
    mixed: tuple[Program, Ended],
) -> None:
    _, ended = mixed
    names = [Path(line["path"]).name for line in ended.lines]
    assert ended.status == 1
    assert len(names) == len(set(names)) == len(REFUSED) + len(READ)


def test_of_a_file_that_could_not_be_read_nothing_is_kept(mixed: tuple[Program, Ended]) -> None:
    program, _ = mixed
    assert {*program.documents()} == {"tuin", *READ}
    assert len([*(program.data / "files").iterdir()]) == 1 + len(READ)
    assert program.is_whole()
    assert still_answers(program)


def test_a_file_of_two_thousand_pages_is_read_to_its_last(program: Program, tmp_path: Path) -> None:
    pages = [[f"Op bladzijde {number} staat het Zonnehuis.", "Het levert peren."] for number in range(1, 2001)]
    pages[1998] = ["De sleutel van de kluis hangt bij Van den Berg."]
    ended = program("ingest", write_pdf(tmp_path / "dik.pdf", *pages))
    assert (ended.status, ended.out) == (0, "dik: toegevoegd, 2000 pagina's\n")
    (citation,) = program.answer("Bij wie hangt de sleutel van de kluis?")["citations"]
    assert (citation["page"], citation["quote"]) == (1999, pages[1998][0])


def test_a_file_whose_every_page_is_a_scan_is_kept_with_its_problems(program: Program, tmp_path: Path) -> None:
    ended = program("ingest", write_scan(tmp_path / "scan.pdf", 3), "--json")
    reasons = [f"pagina {number} is een scan zonder tekst; gebruik OCR" for number in (1, 2, 3)]
    problems = [{"page": number, "reason": reason} for number, reason in enumerate(reasons, start=1)]
    assert (ended.status, ended.json["outcome"], ended.json["problems"]) == (0, "added", problems)
    assert program.documents()["scan"]["problems"] == problems
    assert program("documents").out.splitlines()[1].endswith("1-3")
    assert program("status").out.splitlines()[-1] == f"scan, p. 1-3: {reasons[0]}"
    assert program("ingest", tmp_path / "scan.pdf").out.startswith("scan: ongewijzigd, 3 pagina's, 3 pagina's konden")


def test_an_answer_says_which_pages_could_not_be_read(garden: Program, tmp_path: Path) -> None:
    garden("ingest", write_scan(tmp_path / "scan.pdf", 2))
    unreadable = [
        {"document": "scan", "page": page, "reason": f"pagina {page} is een scan zonder tekst; gebruik OCR"}
        for page in (1, 2)
    ]
    found = garden.answer(ASKED)
    assert (found["status"], found["searched"]["unreadable"]) == ("answered", unreadable)
    nothing = garden.answer("Wie betaalt het nieuwe zwembad?")
    assert (nothing["status"], nothing["searched"]["unreadable"]) == ("abstained", unreadable)
    assert "scan" in nothing["text"]
    assert "scan, p. 1-2: pagina 1 is een scan zonder tekst; gebruik OCR" in garden("ask", ASKED).out


def test_where_nothing_but_scans_is_known_the_answer_says_that_they_were_not_read(
    program: Program, tmp_path: Path
) -> None:
    program("ingest", write_scan(tmp_path / "scan.pdf", 2))
    answer = program.answer(ASKED)
    assert (answer["status"], answer["searched"]["documents"]) == ("abstained", ["scan"])
    assert "Niet gelezen: scan p. 1, scan p. 2." in answer["text"]


def test_names_and_titles_of_files_steer_no_terminal(program: Program, tmp_path: Path) -> None:
    """ESC begins what colours a terminal, and U+202E turns what follows it around."""
    (tmp_path / "rood\x1b[31m\ntuin.txt").write_text(GARDEN)
    (tmp_path / "leeg\x1b[31m\n.txt").touch()
    titled = pypdf.PdfWriter(clone_from=write_pdf(tmp_path / "titel.pdf", ["De perenboom bloeit."]))
    titled.add_metadata({"/Title": "Nota \u202efruit"})
    titled.write(tmp_path / "titel.pdf")
    read = program("ingest", tmp_path)
    told = [read.out, read.err, program("documents").out, program("ask", ASKED).out]
    assert not re.search("[\x1b\u202e]", "".join(told))
    assert read.complaint.startswith("Niet toegevoegd: leeg [31m .txt is leeg")
    assert {each["title"] for each in program.documents().values()} == {"rood [31m tuin", "Nota fruit"}
    again = program("ingest", tmp_path / "rood\x1b[31m\ntuin.txt", "--json").json
    assert (again["outcome"], again["message"]) == ("unchanged", "")


def test_a_file_whose_name_is_no_utf_8_is_read(program: Program, tmp_path: Path) -> None:
    path = Path(os.fsdecode(bytes(tmp_path) + b"/tuin\xff.txt"))
    path.write_text(GARDEN)
    assert program("ingest", path).status == 0
    assert program("ingest", path, "--json").json["outcome"] == "unchanged"
    assert still_answers(program)


# --- folders and addresses


def test_an_empty_folder_is_said_to_be_empty(garden: Program, tmp_path: Path) -> None:
    (tmp_path / "niets").mkdir()
    ended = garden("ingest", tmp_path / "niets")
    assert ended.status == 1
    assert "staan geen bestanden" in ended.complaint


def test_the_data_folder_is_not_read_as_a_document(program: Program, tmp_path: Path) -> None:
    (tmp_path / "tuin.txt").write_text(GARDEN)
    for outcome in ("added", "unchanged"):
        ended = program("ingest", tmp_path, "--json")
        assert [(line["document"], line["outcome"]) for line in ended.lines] == [("tuin", outcome)]


@pytest.fixture
def open_folder() -> Iterator[Path]:
    """A folder for everyone, also for a user without rights."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        folder.chmod(0o777)
        yield folder


@pytest.fixture
def without_rights() -> Iterator[None]:
    """Nothing binds root, so it becomes nobody for a while."""
    before = os.geteuid()
    if before == 0:
        os.seteuid(NOBODY)
    yield
    os.seteuid(before)


@pytest.mark.parametrize("rights", [0o000, 0o444])
def test_a_folder_that_may_not_be_read_costs_itself_only(
    corpus: Program, open_folder: Path, without_rights: None, rights: int
) -> None:
    """With 444 its names can be read and nothing else; ``corpus`` has loaded what the program loads."""
    (open_folder / "map" / "dicht").mkdir(parents=True)
    (open_folder / "map" / "dicht" / "geheim.txt").write_text("De perenboom.")
    (open_folder / "map" / "tuin.txt").write_text(GARDEN)
    (open_folder / "map" / "slot.txt").write_text("Op slot.")
    (open_folder / "map" / "slot.txt").chmod(0)
    (open_folder / "map" / "dicht").chmod(rights)
    program = Program(open_folder / "gegevens")
    ended = program("ingest", open_folder / "map", "--json")
    (open_folder / "map" / "dicht").chmod(0o700)
    assert [line["outcome"] for line in ended.lines] == ["failed", "failed", "added"]
    assert all("controleer of u" in line["message"] for line in ended.lines[:2])
    assert still_answers(program)


def test_an_id_of_the_catalogue_without_an_address_says_how_to_get_the_document(garden: Program) -> None:
    ended = garden("ingest", "unl-llo")
    assert (ended.status, ended.out) == (1, "unl-llo: mislukt\n")
    assert "geen adres bekend: haal het document op bij de uitgever" in ended.complaint


@pytest.mark.parametrize("address", ["http://", "ftp://voorbeeld.nl/stuk.pdf", "file:///etc/passwd", "http://[::1"])
def test_an_address_that_is_none_is_refused(garden: Program, address: str) -> None:
    ended = garden("ingest", address)
    assert ended.status == 1
    assert "adres" in ended.complaint
