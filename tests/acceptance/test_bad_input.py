"""What people and disks get wrong: one sentence for each, the rest goes on, and what was there before stays."""

from __future__ import annotations

import os
import shutil
import sqlite3
import subprocess
import tempfile
import zipfile
from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path

import pytest

from tests.acceptance.files import lock, write_bomb, write_docm, write_docx, write_pdf, write_scan
from tests.acceptance.program import DATA, Ended, Program, called

GARDEN = "De tuinman snoeit de appelboom in maart 2031."
ASKED = "Wie snoeit de appelboom?"
NOBODY = 65534  # a user without rights
DISK = 6 * 2**20  # bytes of a small disk

MakeDisk = Callable[..., Path]


@pytest.fixture
def garden(program: Program, tmp_path: Path) -> Program:
    """Holds one document, of one sentence."""
    assert program("ingest", write_pdf(tmp_path / "tuin.pdf", [GARDEN])).status == 0
    return program


def still_answers(program: Program) -> bool:
    return program.quotes(ASKED) == [GARDEN]


# --- files

REFUSED = {
    "leeg.pdf": "is leeg: voeg het bestand met inhoud toe",
    "afgekapt.pdf": "is beschadigd of onvolledig: haal het opnieuw op bij de bron",
    "rommel.pdf": "is beschadigd of onvolledig: haal het opnieuw op bij de bron",
    "dicht.pdf": "is met een wachtwoord beveiligd: sla het zonder wachtwoord op",
    "bom.pdf": "wordt bij het uitpakken te groot om veilig te lezen: sla het opnieuw op",
    "kapot.docx": "is beschadigd: open het in Word, sla het opnieuw op",
    "hol.docx": "is beschadigd: open het in Word, sla het opnieuw op",
    "macro.docm": "is een Word-bestand met macro's of een sjabloon: sla het in Word op als .docx",
    "werkblad.xlsx": "is van een soort die hier niet gelezen wordt: sla het op als PDF, DOCX, HTML",
    "foto.jpg": "is van een soort die hier niet gelezen wordt: sla het op als PDF, DOCX, HTML",
    "groot.pdf": "is groter dan 300 MB: splits het en voeg de delen toe",
    "weg.pdf": "bestaat niet: controleer de naam en de map",
    "pijp.pdf": "is geen bestand: kies een bestand of een map met bestanden",
}
READ = {
    "open": "De perenboom achter de schuur is van Bakker.",
    "pdf-als": "De kersenboom bij de poort is van De Vries.",
    "tekst-als": "De pruimenboom aan de sloot is van Jansen.",
    "html-als": "De vijgenboom in de kas is van Visser.",
    "echt": "De walnotenboom op het erf is van Smit.",
}


def make_mixed_folder(folder: Path) -> Path:
    (folder / "onder").mkdir(parents=True)
    whole = write_pdf(folder / "geheel.pdf", *[[GARDEN]] * 5).read_bytes()
    (folder / "geheel.pdf").unlink()
    (folder / "leeg.pdf").touch()
    (folder / "afgekapt.pdf").write_bytes(whole[: len(whole) // 2])
    (folder / "rommel.pdf").write_bytes(b"%PDF-1.7\n" + bytes(range(256)) * 8)
    lock(write_pdf(folder / "dicht.pdf", [GARDEN]), "geheim")
    write_bomb(folder / "bom.pdf")
    word = write_docx(folder / "echt.docx", READ["echt"]).read_bytes()
    (folder / "kapot.docx").write_bytes(word[: len(word) // 2])
    with zipfile.ZipFile(folder / "hol.docx", "w") as hollow:
        hollow.writestr("word/document.xml", "")
    write_docm(folder / "macro.docm", GARDEN)
    with zipfile.ZipFile(folder / "werkblad.xlsx", "w") as sheet:
        sheet.writestr("xl/workbook.xml", "<workbook/>")
    (folder / "foto.jpg").write_bytes(b"\xff\xd8\xff\xe0" + bytes(range(256)))
    with (folder / "groot.pdf").open("wb") as large:  # most of it is nowhere on the disk
        large.write(whole)
        large.truncate(400_000_000)
    (folder / "weg.pdf").symlink_to(folder / "nergens.pdf")
    os.mkfifo(folder / "pijp.pdf")
    lock(write_pdf(folder / "onder" / "open.pdf", [READ["open"]]), "")
    write_pdf(folder / "onder" / "pdf-als.docx", [READ["pdf-als"]])
    (folder / "onder" / "tekst-als.pdf").write_text(READ["tekst-als"])
    (folder / "onder" / "html-als.txt").write_text(
        f"<!doctype html><html><body><p>{READ['html-als']}</p></body></html>"
    )
    (folder / "onder" / "rondje").symlink_to(folder)
    (folder / ".verborgen.txt").write_text(GARDEN)
    (folder / "~$echt.docx").write_bytes(b"\x05Naam van wie het open heeft")
    return folder


@pytest.fixture(scope="module")
def mixed(tmp_path_factory: pytest.TempPathFactory) -> tuple[Program, Ended]:
    """A library of one document after a folder of good and bad files was read in, and what was said of it."""
    home = tmp_path_factory.mktemp("gemengd")
    program = Program(home / "gegevens")
    program("ingest", write_pdf(home / "tuin.pdf", [GARDEN]))
    return program, program("ingest", make_mixed_folder(home / "map"), "--json")


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


# --- questions


@pytest.mark.parametrize("question", ["", " \t\n", "?!… — *", "🌳🌳🌳", "x" * 20_000, "wie " * 5_000])
def test_what_is_no_question_is_asked_wrongly(corpus: Program, question: str) -> None:
    for command in ("ask", "search"):
        ended = corpus(command, question)
        assert (ended.status, ended.out) == (2, "")
        assert "vraag" in ended.complaint.lower()


@pytest.mark.parametrize(
    ("question", "language"),
    [
        ("Wer ist für die Microcredentials verantwortlich und wann ist das fertig?", "de"),
        ("Quels sont les partenaires de la formation et quand est-ce que cela commence?", "fr"),
    ],
)
def test_a_question_in_another_language_is_told_which_ones_are_spoken(
    corpus: Program, question: str, language: str
) -> None:
    answer = corpus.answer(question)
    assert (answer["status"], answer["language"]) == ("abstained", language)
    assert "Nederlands en het Engels" in answer["text"]
    in_words = corpus("ask", question)
    assert (in_words.status, in_words.err) == (0, "")
    assert "Nederlands en het Engels" in in_words.out


@pytest.mark.parametrize(
    "question",
    [
        "'; DELETE FROM documents; -- wie snoeit de appelboom?",
        "wie snoeit de appelboom' OR '1'='1",
        'wie snoeit "de appelboom" AND (text:x OR *)^3 ~2 \\',
        "<script>alert(1)</script> wie snoeit de <b>appelboom</b>?",
        "**wie** snoeit de [appelboom](http://voorbeeld.nl)? | a | b |\n# kop\n```",
        "{0} {detail} %s wie snoeit de appelboom {",
        "wie snoeit\u200b de \u202eappelboom\u2026?",
        "stap 99999999999999999999: wie snoeit de appelboom?",
    ],
)
def test_signs_that_mean_something_elsewhere_mean_nothing_in_a_question(
    mixed: tuple[Program, Ended], question: str
) -> None:
    program, _ = mixed
    answer = program.answer(question)
    assert answer["question"] == question
    assert {each["quote"] for each in answer["citations"]} <= {GARDEN, *READ.values()}
    assert answer["status"] in ("answered", "abstained")
    assert still_answers(program)


# --- the data folder


def refused_by_all(data: Path, file: Path) -> str:
    """The sentence that every command gives, at the least."""
    calls = (["ask", ASKED], ["search", ASKED], ["documents"], ["status"], ["remove", "tuin"], ["ingest", file])
    ended = [called(*call, **{DATA: str(data)}) for call in calls]
    assert [(each.status, each.out) for each in ended] == [(1, "")] * len(calls)
    (sentence,) = {each.complaint for each in ended}
    return sentence


def test_data_of_a_newer_version_is_refused_and_left_alone(garden: Program, tmp_path: Path) -> None:
    def set_schema(version: int) -> None:
        with closing(sqlite3.connect(garden.data / "library.sqlite")) as library, library:
            library.execute("update numbers set value = ? where name = 'schema'", [version])

    set_schema(99)
    assert "van een nieuwere versie" in refused_by_all(garden.data, tmp_path / "tuin.pdf")
    set_schema(1)
    assert still_answers(garden)


@pytest.mark.parametrize("below", ["", "map"])
def test_a_file_is_no_data_folder(tmp_path: Path, below: str) -> None:
    file = tmp_path / "bestand.txt"
    file.write_text("Dit blijft staan.")
    assert "is geen map" in refused_by_all(file / below, file)
    assert file.read_text() == "Dit blijft staan."


def test_a_library_that_is_no_database_is_named(tmp_path: Path) -> None:
    (tmp_path / "gegevens").mkdir()
    (tmp_path / "gegevens" / "library.sqlite").write_bytes(bytes(range(256)) * 16)
    sentence = refused_by_all(tmp_path / "gegevens", tmp_path)
    assert "library.sqlite" in sentence
    assert "controleer de map met gegevens" in sentence


@pytest.fixture
def make_disk(tmp_path: Path) -> Iterator[MakeDisk]:
    """Mounts something at a new place, which only root may do, and not everywhere."""
    mounted: list[Path] = []

    def mount(*arguments: str) -> Path:
        place = tmp_path / f"schijf-{len(mounted)}"
        place.mkdir()
        done = subprocess.run(["mount", *arguments, str(place)], capture_output=True, text=True, check=False)
        if done.returncode:
            pytest.skip(f"no disk can be mounted here: {done.stderr.strip()}")
        mounted.append(place)
        return place

    if not shutil.which("mount"):
        pytest.skip("no disk can be mounted here: there is no mount")
    yield mount
    for place in reversed(mounted):
        subprocess.run(["umount", "-l", str(place)], check=True)


def test_a_folder_that_is_mounted_read_only_still_answers_and_says_why_it_takes_nothing_in(
    garden: Program, tmp_path: Path, make_disk: MakeDisk
) -> None:
    place = make_disk("--bind", str(garden.data))
    subprocess.run(["mount", "-o", "remount,bind,ro", str(place)], check=True)
    read_only = Program(place)
    assert still_answers(read_only)
    assert [*read_only.documents()] == ["tuin"]
    assert read_only.is_whole()
    new = write_pdf(tmp_path / "nieuw.pdf", ["De perenboom bloeit."])
    for call in (["ingest", new], ["remove", "tuin"], ["ingest", "--rebuild"]):
        ended = read_only(*call)
        assert (ended.status, ended.out) == (1, "")
        assert "kan niet worden geschreven: geef schrijfrechten" in ended.complaint
    assert still_answers(garden)


def fill(disk: Path, left: int) -> None:
    """Leaves so many bytes."""
    state = os.statvfs(disk)
    (disk / "vulling").write_bytes(bytes(max(0, state.f_bavail * state.f_frsize - left)))


@pytest.mark.parametrize("left", [0, 2**20])
def test_a_full_disk_is_said_to_be_full_and_what_was_there_still_answers(
    tmp_path: Path, make_disk: MakeDisk, left: int
) -> None:
    """From too full to begin with to full half-way."""
    disk = make_disk("-t", "tmpfs", "-o", f"size={DISK}", "tmpfs")
    program = Program(disk / "gegevens")
    assert program("ingest", write_pdf(tmp_path / "tuin.pdf", [GARDEN])).status == 0
    big = write_pdf(tmp_path / "groot.pdf", *[[f"Peer {n} en appel {m}." for m in range(50)] for n in range(200)])
    fill(disk, left)
    ended = program("ingest", big)
    assert (ended.status, ended.out) == (1, "")
    assert "is vol: maak ruimte vrij" in ended.complaint
    assert still_answers(program)
    assert [*program.documents()] == ["tuin"]
    (disk / "vulling").unlink()
    assert still_answers(program)
    assert program("ingest", write_pdf(tmp_path / "klein.pdf", ["De perenboom bloeit."])).status == 0
    assert program.is_whole()
