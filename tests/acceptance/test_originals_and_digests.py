"""What replaces what: digests and their originals, changed files, and files that only share a name."""

from __future__ import annotations

import shutil
import threading
from collections.abc import Callable, Iterator
from dataclasses import replace
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest

from assistant.bootstrap import build_application
from assistant.settings import Settings
from assistant.texts import texts_in
from assistant.web.answers import answer_html
from ingest.catalogue import CORPUS, Catalogue, load_catalogue
from tests.acceptance.files import write_docx, write_pdf
from tests.acceptance.program import Program

LETTER = "kst-30012-157"
PHRASES = next(each.recognised_by for each in load_catalogue().originals if each.source.id == LETTER)
NEW = "De kwartiermaker van het zonnepark is mevrouw Van Buuren."
ASKED = "Wie is de kwartiermaker van het zonnepark?"


def write_letter(path: Path, sentence: str = NEW) -> Path:
    """What passes for the Kamerbrief, with a sentence that the real one lacks."""
    return write_pdf(path, [*PHRASES, "", sentence])


def origins(program: Program) -> dict[str, str]:
    return {name: document["origin"] for name, document in program.documents().items()}


def outcomes(program: Program, *targets: str | Path) -> dict[str, str]:
    """What became of each document, by id."""
    ended = program("ingest", *targets, "--json")
    assert ended.status == 0, ended
    return {line["document"]: line["outcome"] for line in ended.lines}


# --- digests


def test_a_fresh_folder_holds_five_digests_and_every_citation_of_them_says_so(corpus: Program) -> None:
    assert [*origins(corpus).values()] == ["digest"] * 5
    question = "Wat is een microcredential?"
    shown = [line for line in corpus("ask", question).out.splitlines() if line.startswith("[")]
    assert len(shown) == len(corpus.answer(question)["citations"]) > 0
    assert all(line.endswith("(samenvatting)") for line in shown)
    answer = build_application(Settings(corpus.data)).ask(question)
    page = answer_html(answer, 0, texts_in("nl"))
    places = {(citation.document, citation.page) for citation in answer.citations}
    assert page.count('<span class="badge digest">samenvatting</span>') == len(places)


def test_an_original_under_any_name_takes_the_place_of_its_digest(changeable_corpus: Program, tmp_path: Path) -> None:
    assert outcomes(changeable_corpus, write_letter(tmp_path / "download (3).pdf")) == {LETTER: "replaced"}
    letter = changeable_corpus.documents()[LETTER]
    assert (letter["origin"], letter["filename"], letter["pages"]) == ("original", "download (3).pdf", 1)
    assert (letter["title"], letter["date"]) == ("Onderwijsagenda LLO", "2023")  # as the catalogue has them
    assert changeable_corpus.quotes(ASKED)[0] == NEW
    assert "samenvatting" not in changeable_corpus("ask", ASKED).out
    assert sorted(origins(changeable_corpus).values()) == ["digest"] * 4 + ["original"]
    assert changeable_corpus.is_whole()


def test_a_second_run_changes_nothing_and_brings_no_digest_back(changeable_corpus: Program, tmp_path: Path) -> None:
    letter = write_letter(tmp_path / "brief.pdf")
    outcomes(changeable_corpus, letter)
    assert outcomes(changeable_corpus, letter) == {LETTER: "unchanged"}
    assert set(outcomes(changeable_corpus).values()) == {"unchanged"}
    assert origins(changeable_corpus)[LETTER] == "original"


def test_the_digest_returns_when_the_original_was_removed(changeable_corpus: Program, tmp_path: Path) -> None:
    outcomes(changeable_corpus, write_letter(tmp_path / "brief.pdf"))
    changeable_corpus("remove", LETTER)
    assert LETTER not in origins(changeable_corpus)
    assert outcomes(changeable_corpus)[LETTER] == "added"
    assert origins(changeable_corpus)[LETTER] == "digest"
    assert changeable_corpus.quotes(ASKED) == []


def test_a_newer_original_takes_the_place_of_the_older(changeable_corpus: Program, tmp_path: Path) -> None:
    outcomes(changeable_corpus, write_letter(tmp_path / "oud.pdf", "De kwartiermaker is de heer Smit."))
    assert outcomes(changeable_corpus, write_letter(tmp_path / "nieuw.pdf")) == {LETTER: "replaced"}
    assert changeable_corpus.quotes(ASKED)[0] == NEW


def test_of_two_originals_in_one_folder_the_first_counts_at_every_run(program: Program, tmp_path: Path) -> None:
    """Else each run would replace the one by the other."""
    folder = tmp_path / "map"
    folder.mkdir()
    write_letter(folder / "a.pdf")
    write_letter(folder / "b.pdf", "De kwartiermaker is de heer Smit.")
    first, again = (program("ingest", folder, "--json").lines for _ in range(2))
    assert [line["outcome"] for line in first] == ["added", "unchanged"]
    assert [line["outcome"] for line in again] == ["unchanged", "unchanged"]
    assert str(folder / "a.pdf") in first[1]["message"]
    assert outcomes(program, folder / "b.pdf") == {LETTER: "replaced"}


def test_a_digest_that_is_given_as_a_file_stays_a_digest(program: Program, tmp_path: Path) -> None:
    copy = shutil.copy(CORPUS / "digests" / f"{LETTER}.md", tmp_path / "brief.md")
    assert outcomes(program, copy) == {LETTER: "added"}
    assert origins(program) == {LETTER: "digest"}


def test_the_real_letter_gives_the_row_on_the_page_where_the_digest_has_it(
    changeable_corpus: Program, shared_documents: Path, tmp_path: Path
) -> None:
    file = shutil.copy(shared_documents / f"{LETTER}.pdf", tmp_path / "kamerbrief.pdf")
    question = "Wie zit er in de werkgroep die microcredentials verkent, en wanneer?"

    def row() -> set[tuple[str, int]]:
        cited = changeable_corpus.answer(question)["citations"]
        return {(each["document"], each["page"]) for each in cited if each["quote"].endswith(" | 2023/2024")}

    from_digest = row()
    assert outcomes(changeable_corpus, file) == {LETTER: "replaced"}
    assert changeable_corpus.documents()[LETTER]["pages"] == 13
    assert row() == from_digest == {(LETTER, 5)}


# --- files that the catalogue does not know


def test_a_changed_file_takes_the_place_of_its_older_version(program: Program, tmp_path: Path) -> None:
    note = tmp_path / "Verslag 3 mei.txt"
    note.write_text("De voorzitter van het zonnepark is Bakker.")
    assert outcomes(program, note) == {"verslag-3-mei": "added"}
    note.write_text("De voorzitter van het zonnepark is De Vries.")
    assert outcomes(program, note) == {"verslag-3-mei": "replaced"}
    assert program.quotes("Wie is voorzitter van het zonnepark?") == ["De voorzitter van het zonnepark is De Vries."]
    assert "Bakker" not in program("search", "voorzitter Bakker", "--json").out.partition("hits")[2]
    assert [path.read_text() for path in (program.data / "files").iterdir()] == [note.read_text()]
    assert program.is_whole()


@pytest.fixture
def namesakes(program: Program, tmp_path: Path) -> tuple[Program, Path, Path]:
    """Two files of one name in two folders, read in one after the other."""
    north, south = tmp_path / "noord" / "verslag.txt", tmp_path / "zuid" / "verslag.txt"
    for path, chair in ((north, "Bakker"), (south, "De Vries")):
        path.parent.mkdir()
        path.write_text(f"De voorzitter van {path.parent.name} is {chair}.")
        program("ingest", path)
    return program, north, south


def test_two_files_of_one_name_are_two_documents(namesakes: tuple[Program, Path, Path]) -> None:
    program, north, south = namesakes
    assert sorted(program.documents()) == ["verslag", "verslag-2"]
    assert program.quotes("Wie is voorzitter van noord?")[0] == north.read_text()
    assert program.quotes("Wie is voorzitter van zuid?")[0] == south.read_text()
    assert outcomes(program, north, south) == {"verslag": "unchanged", "verslag-2": "unchanged"}


def test_a_changed_file_replaces_its_own_older_version_and_not_its_namesake(
    namesakes: tuple[Program, Path, Path],
) -> None:
    program, north, south = namesakes
    south.write_text("De voorzitter van zuid is Jansen.")
    assert outcomes(program, south) == {"verslag-2": "replaced"}
    north.write_text("De voorzitter van noord is Visser.")
    assert outcomes(program, north) == {"verslag": "replaced"}
    program("remove", "verslag")
    south.write_text("De voorzitter van zuid is Smit.")
    assert outcomes(program, south) == {"verslag-2": "replaced"}


def test_the_report_tells_of_the_namesake(program: Program, tmp_path: Path) -> None:
    (tmp_path / "Verslag.txt").write_text("De voorzitter van noord is Bakker.")
    write_docx(tmp_path / "verslag.docx", "De voorzitter van zuid is De Vries.")
    program("ingest", tmp_path / "Verslag.txt")
    ended = program("ingest", tmp_path / "verslag.docx")
    assert ended.out.startswith("verslag-2: toegevoegd, 1 pagina. Er is al een ander document verslag, dat blijft")
    write_docx(tmp_path / "verslag.docx", "De voorzitter van zuid is Jansen.")
    assert program("ingest", tmp_path / "verslag.docx").out == "verslag-2: vervangen, 1 pagina\n"


def test_a_file_that_was_moved_or_uploaded_anew_replaces_what_it_was(program: Program, tmp_path: Path) -> None:
    """An upload is gone from its folder as soon as it was read."""
    for folder, outcome in (("een", "added"), ("twee", "replaced")):
        (tmp_path / folder).mkdir()
        path = tmp_path / folder / "verslag.txt"
        path.write_text(f"Dit is uitgave {folder}.")
        assert outcomes(program, path) == {"verslag": outcome}
        path.unlink()


def test_a_copy_of_a_file_is_the_same_document(namesakes: tuple[Program, Path, Path]) -> None:
    program, north, south = namesakes
    copy = shutil.copy(north, south.with_name("afschrift.txt"))
    ended = program("ingest", copy)
    assert ended.out == "verslag: ongewijzigd, 1 pagina. afschrift.txt heeft dezelfde inhoud als verslag.txt.\n"


def test_a_strangers_name_never_gives_it_the_place_of_a_known_source(
    changeable_corpus: Program, tmp_path: Path
) -> None:
    stranger = tmp_path / "unl-llo-я.txt"
    stranger.write_text(NEW)
    assert outcomes(changeable_corpus, stranger) == {"unl-llo-2": "added"}
    assert origins(changeable_corpus)["unl-llo"] == "digest"


# --- documents that are fetched


class QuietHandler(SimpleHTTPRequestHandler):
    def log_message(self, *_: object) -> None:
        pass


@pytest.fixture
def publisher(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[tuple[str, Path]]:
    """The address of a server on this machine, and the folder that it serves."""
    folder = tmp_path / "uitgever"
    folder.mkdir()
    monkeypatch.setenv("NO_PROXY", "*")
    with ThreadingHTTPServer(("127.0.0.1", 0), partial(QuietHandler, directory=folder)) as server:
        thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01})
        thread.start()
        yield f"http://127.0.0.1:{server.server_port}", folder
        server.shutdown()
        thread.join()


@pytest.fixture
def published_at(monkeypatch: pytest.MonkeyPatch) -> Callable[[str], None]:
    """Gives the Kamerbrief another address in the catalogue."""

    def publish(address: str) -> None:
        known = load_catalogue()
        moved = [replace(each, source=replace(each.source, address=address)) for each in known.originals]
        monkeypatch.setattr("assistant.bootstrap.load_catalogue", lambda: Catalogue(known.folder, tuple(moved)))

    return publish


def test_an_id_of_the_catalogue_is_fetched_from_its_address(
    changeable_corpus: Program, publisher: tuple[str, Path], published_at: Callable[[str], None]
) -> None:
    address, folder = publisher
    write_letter(folder / "blg-1.pdf")
    published_at(f"{address}/blg-1.pdf")
    assert outcomes(changeable_corpus, LETTER) == {LETTER: "replaced"}
    assert origins(changeable_corpus)[LETTER] == "original"
    assert changeable_corpus.quotes(ASKED)[0] == NEW
    assert outcomes(changeable_corpus, LETTER) == {LETTER: "unchanged"}


def test_an_address_that_gives_no_document_gives_a_sentence_and_the_digest_stays(
    changeable_corpus: Program, publisher: tuple[str, Path], published_at: Callable[[str], None]
) -> None:
    address, folder = publisher
    (folder / "stuk.pdf").write_text("<!doctype html><html><body><p>Log eerst in.</p></body></html>")
    for path, sentence in (
        ("weg.pdf", "bestaat niet (meer): zoek het nieuwe adres op"),
        ("stuk.pdf", "gaf een webpagina in plaats van het document"),
    ):
        published_at(f"{address}/{path}")
        ended = changeable_corpus("ingest", LETTER)
        assert (ended.status, ended.out) == (1, f"{LETTER}: mislukt\n")
        assert sentence in ended.complaint
    published_at("http://127.0.0.1:1/dicht.pdf")
    assert "is niet bereikbaar" in changeable_corpus("ingest", LETTER).complaint
    assert origins(changeable_corpus)[LETTER] == "digest"


def test_what_comes_from_an_address_replaces_what_came_from_there(
    program: Program, publisher: tuple[str, Path]
) -> None:
    address, folder = publisher
    for year in ("2030", "2031"):
        (folder / year).mkdir()
        (folder / year / "plan.txt").write_text(f"Dit plan is van {year}.")
    assert outcomes(program, f"{address}/2030/plan.txt") == {"plan": "added"}
    assert outcomes(program, f"{address}/2031/plan.txt") == {"plan-2": "added"}
    (folder / "2030" / "plan.txt").write_text("Dit plan is herzien.")
    assert outcomes(program, f"{address}/2030/plan.txt") == {"plan": "replaced"}
