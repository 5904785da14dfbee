"""What scripts rely on: commands, the shape of their JSON, exit status, and what goes to which stream."""

from __future__ import annotations

import json
import os
import re
import signal
import subprocess
import termios
from contextlib import closing
from http.client import HTTPConnection
from pathlib import Path
from typing import Any

import pytest

from assistant.domain.answers import MatchTier, Status
from tests.acceptance.program import DATA, Program, called

SOURCES = ["kst-30012-157", "unl-llo", "leerrechten-2021", "vh-congresbundel-2025", "mbo-artikel-llo"]
PAGES_OF_DIGESTS = [13, 4, 5, 31, 2]
WORKING_GROUP = "Wie zit er in de werkgroep die microcredentials verkent, en wanneer?"
ROW = (
    "Verkenning rol en gebruik microcredentials | Werkgroep: OCW, DUO, onderwijsveld, SBB, sociale partners | 2023/2024"
)

ANSWER = {
    "question": str, "language": str, "kind": str, "engine": str, "status": str, "text": str, "sentences": list,
    "citations": list, "rejected": list, "searched": dict, "seconds": float,
}  # fmt: skip
CITATION = {
    "number": int, "document": str, "title": str, "page": int, "page_label": str, "quote": str, "match": str,
}  # fmt: skip
REPORT = {
    "path": str, "outcome": str, "document": str, "title": str, "pages": int, "passages": int, "problems": list,
    "actions": int, "unread_rows": list, "message": str, "seconds": float,
}  # fmt: skip


def shape(fields: dict[str, Any]) -> dict[str, type]:
    """Names in order, and types."""
    return {name: type(value) for name, value in fields.items()}


def of_shape(fields: dict[str, Any], wanted: dict[str, type]) -> bool:
    return [*shape(fields).items()] == [*wanted.items()]


def a_batch(folder: Path, *lines: str) -> Path:
    path = folder / "vragen.jsonl"
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")
    return path


# --- ingest, documents, status, remove


def test_ingest_without_arguments_reads_the_corpus_and_reports_each_document(changeable_corpus: Program) -> None:
    """The corpus is there already, so that every one of them is unchanged."""
    ended = changeable_corpus("ingest", "--json")
    assert (ended.status, ended.err) == (0, "")
    assert all(of_shape(line, REPORT) for line in ended.lines)
    assert [line["document"] for line in ended.lines] == SOURCES
    assert [line["pages"] for line in ended.lines] == PAGES_OF_DIGESTS
    assert {line["outcome"] for line in ended.lines} == {"unchanged"}
    in_words = changeable_corpus("ingest").out.splitlines()
    assert in_words[1:3] == ["unl-llo: ongewijzigd, 4 pagina's", "leerrechten-2021: ongewijzigd, 5 pagina's"]


def test_documents_and_status_tell_what_is_known(corpus: Program) -> None:
    documents = corpus("documents", "--json").json
    assert sorted(each["id"] for each in documents) == sorted(SOURCES)
    letter = corpus.documents()["kst-30012-157"]
    assert (letter["title"], letter["kind"], letter["origin"]) == ("Onderwijsagenda LLO", "kamerbrief", "digest")
    assert len(letter["publishers"]) == 3
    status = corpus("status", "--json").json
    assert [*status] == ["data", "embedder", "documents", "stores", "repaired", "outdated", "detached"]
    assert (status["outdated"], status["detached"]) == ([], 0)
    assert (status["data"], status["embedder"], status["repaired"]) == (str(corpus.data), "hashed", False)
    assert status["documents"] == documents
    assert [each["name"] for each in status["stores"]] == ["library", "lexical", "vectors"]
    assert len({each["passages"] for each in status["stores"]}) == 1
    assert corpus.is_whole()


def test_a_removed_document_is_gone_everywhere(changeable_corpus: Program) -> None:
    ended = changeable_corpus("remove", "vh-congresbundel-2025")
    assert (ended.status, ended.out, ended.err) == (0, "vh-congresbundel-2025: verwijderd\n", "")
    assert sorted(changeable_corpus.documents()) == sorted(set(SOURCES) - {"vh-congresbundel-2025"})
    hits = changeable_corpus("search", "congresbundel", "-k", "1000", "--json").json["hits"]
    assert "vh-congresbundel-2025" not in {hit["document"] for hit in hits}
    assert "vh-congresbundel-2025" not in changeable_corpus.answer(WORKING_GROUP)["searched"]["documents"]
    assert changeable_corpus.is_whole()


def test_the_copy_of_a_removed_file_is_gone_too(program: Program, tmp_path: Path) -> None:
    note = tmp_path / "notitie.txt"
    note.write_text("De fietsenstalling krijgt in 2031 een dak.")
    program("ingest", note)
    assert [path.read_text() for path in (program.data / "files").iterdir()] == [note.read_text()]
    program("remove", "notitie")
    assert not [*(program.data / "files").iterdir()]


# --- search and ask


def test_hits_have_exactly_the_shape_of_the_contract(corpus: Program) -> None:
    ended = corpus("search", "microcredential", "-k", "3", "--json")
    found = ended.json
    assert (ended.status, ended.err, ended.out.count("\n")) == (0, "", 1)
    assert of_shape(found, {"question": str, "hits": list})
    assert len(found["hits"]) == 3
    assert all(of_shape(hit, {"document": str, "page": int, "score": float, "text": str}) for hit in found["hits"])
    assert all("microcredential" in hit["text"].lower() for hit in found["hits"])
    scores = [hit["score"] for hit in found["hits"]]
    assert scores == sorted(scores, reverse=True)


def test_an_answer_has_exactly_the_shape_of_the_contract(corpus: Program) -> None:
    ended = corpus("ask", WORKING_GROUP, "--json")
    answer = ended.json
    assert (ended.status, ended.err, ended.out.count("\n")) == (0, "", 1)
    assert of_shape(answer, ANSWER)
    assert (answer["question"], answer["language"], answer["kind"]) == (WORKING_GROUP, "nl", "owner")
    assert answer["status"] in {each.value for each in Status}
    assert all(of_shape(each, {"text": str, "citations": list}) for each in answer["sentences"])
    assert all(of_shape(each, CITATION) for each in answer["citations"])
    assert all(of_shape(each, {"text": str, "reason": str}) for each in answer["rejected"])
    assert answer["searched"] == {"documents": sorted(SOURCES), "unreadable": []}


def test_every_sentence_cites_and_every_citation_has_its_page_and_words(corpus: Program) -> None:
    answer = corpus.answer(WORKING_GROUP)
    numbers = [each["number"] for each in answer["citations"]]
    assert numbers == [*range(1, len(numbers) + 1)]
    assert all(each["citations"] and set(each["citations"]) <= set(numbers) for each in answer["sentences"])
    assert {each["match"] for each in answer["citations"]} <= {each.value for each in MatchTier}
    assert ("kst-30012-157", 5, ROW) in {
        (each["document"], each["page"], each["quote"]) for each in answer["citations"]
    }


def test_an_abstention_has_the_same_shape_and_status_0(corpus: Program) -> None:
    ended = corpus("ask", "Wie is de burgemeester van Timboektoe?", "--json")
    assert ended.status == 0
    assert of_shape(ended.json, ANSWER)
    assert (ended.json["status"], ended.json["sentences"], ended.json["citations"]) == ("abstained", [], [])
    assert "Doorzocht: 5 documenten" in ended.json["text"]


def test_a_batch_of_questions_gives_an_answer_a_line_in_order_with_its_id(corpus: Program, tmp_path: Path) -> None:
    questions = [{"id": 7, "question": "Wat is een microcredential?"}, {"id": "b", "question": WORKING_GROUP}]
    batch = a_batch(tmp_path, json.dumps(questions[0]), "", json.dumps(questions[1]))
    answers = corpus("ask", "--batch", batch, "--json")
    assert (answers.status, answers.err) == (0, "")
    assert [line["id"] for line in answers.lines] == [7, "b"]
    assert all(of_shape({**line, "id": 0}, {"id": int} | ANSWER) for line in answers.lines)
    hits = corpus("search", "--batch", batch, "-k", "2")
    assert (hits.status, hits.err) == (0, "")
    assert [[*line] for line in hits.lines] == [["id", "question", "hits"]] * 2
    assert [len(line["hits"]) for line in hits.lines] == [2, 2]


@pytest.mark.parametrize("command", ["ask", "search"])
def test_bad_lines_of_a_batch_cost_themselves_only(corpus: Program, tmp_path: Path, command: str) -> None:
    batch = a_batch(
        tmp_path,
        "geen json",
        '["een lijst"]',
        '{"id": 3}',
        '{"id": 4, "question": 5}',
        '{"id": 5, "question": ""}',
        '{"id": 6, "question": "' + "x" * 20_000 + '"}',
        '{"id": 7, "question": "Wat is een micro\\u0000credential \\ud800?"}',
        '{"id": {"a": [8]}, "question": "Wat is een microcredential?"}',
    )
    ended = corpus(command, "--batch", batch)
    assert ended.status == 1
    assert [line["id"] for line in ended.lines] == [None, None, 3, 4, 5, 6, 7, {"a": [8]}]
    assert ["error" in line for line in ended.lines] == [True] * 6 + [False] * 2
    assert all([*line] == ["id", "error"] for line in ended.lines[:6])
    assert not any("voorzien" in line["error"] for line in ended.lines[:6])
    assert ended.complaint == "Regels zonder antwoord: 6 van 8; 'error' zegt bij elk waarom."


# --- where the data is


def test_the_data_folder_is_named_before_or_after_the_command_or_by_the_environment(tmp_path: Path) -> None:
    def data(*arguments: str, **environment: str) -> str:
        return str(Path(called(*arguments, "--json", **environment).json["data"]).name)

    one, two = str(tmp_path / "een"), str(tmp_path / "twee")
    assert data("--data", one, "status") == "een"
    assert data("status", "--data", one) == "een"
    assert data("status", **{DATA: two}) == "twee"
    assert data("status", "--data", one, **{DATA: two}) == "een"


# --- exit status and streams


@pytest.mark.parametrize(
    ("arguments", "status"),
    [
        (["status"], 0),
        (["documents"], 0),
        (["ask", "Wat is een microcredential?"], 0),
        (["search", "microcredential"], 0),
        (["ingest", "bestaat-niet.pdf"], 1),
        (["ask"], 2),
        (["ask", " "], 2),
        (["ask", "--batch", "bestaat-niet.jsonl"], 2),
        (["search", "microcredential", "-k", "0"], 2),
        (["search", "microcredential", "-k", "-1"], 2),
        (["search", "microcredential", "-k", "drie"], 2),
        (["remove", "bestaat-niet"], 2),
        (["raad"], 2),
        (["status", "--dta", "x"], 2),
        (["serve", "--port", "abc"], 2),
        (["serve", "--port", "70000"], 2),
    ],
)
def test_the_exit_status_says_done_failed_or_asked_wrongly(corpus: Program, arguments: list[str], status: int) -> None:
    ended = corpus(*arguments)
    assert ended.status == status
    assert bool(ended.err) == bool(status)
    if status:
        assert ended.complaint
        assert not ended.out or arguments[0] == "ingest"


def test_a_process_of_its_own_writes_one_sentence_and_nothing_of_its_libraries(corpus: Program) -> None:
    answered = corpus.ran("ask", WORKING_GROUP, "--json")
    assert (answered.status, answered.err) == (0, "")
    assert of_shape(answered.json, ANSWER)
    refused = corpus.ran("remove", "bestaat-niet")
    assert (refused.status, refused.out) == (2, "")
    assert "wiewatwanneer documents" in refused.complaint


def test_a_file_that_fails_is_a_line_of_the_report_and_a_sentence_on_standard_error(
    program: Program, tmp_path: Path
) -> None:
    good, bad = tmp_path / "goed.txt", tmp_path / "leeg.pdf"
    good.write_text("De fietsenstalling krijgt in 2031 een dak.")
    bad.touch()
    in_words = program("ingest", bad, good)
    assert (in_words.status, in_words.out) == (1, f"{bad}: mislukt\ngoed: toegevoegd, 1 pagina\n")
    assert in_words.complaint.startswith("Niet toegevoegd: leeg.pdf is leeg")
    as_json = program("ingest", bad, good, "--json")
    assert as_json.status == 1
    assert all(of_shape(line, REPORT) for line in as_json.lines)
    assert [line["outcome"] for line in as_json.lines] == ["failed", "unchanged"]
    assert as_json.lines[0]["path"] == str(bad)
    assert as_json.lines[0]["message"] in as_json.complaint


def test_progress_is_shown_on_standard_error_alone(program: Program, tmp_path: Path) -> None:
    note = tmp_path / "notitie.txt"
    note.write_text("De fietsenstalling krijgt in 2031 een dak.")
    watching, terminal = os.openpty()
    termios.tcsetwinsize(terminal, (24, 80))
    out, _ = program.started("ingest", note, stderr=terminal).communicate(timeout=60)
    assert out.decode() == "notitie: toegevoegd, 1 pagina\n"
    assert b"0/1 [" in os.read(watching, 10_000)
    os.close(terminal)
    os.close(watching)


def test_serve_says_where_it_is_answers_there_and_stops_when_told(corpus: Program) -> None:
    process = corpus.started("serve", "--port", "0", stderr=subprocess.STDOUT)
    assert process.stdout is not None
    address = re.search(r"http://(127\.0\.0\.1:\d+)", process.stdout.readline().decode())
    assert address
    with closing(HTTPConnection(address[1], timeout=60)) as browser:
        browser.request("GET", "/")
        assert b"WieWatWanneer" in browser.getresponse().read()
    process.send_signal(signal.SIGTERM)
    out, _ = process.communicate(timeout=30)
    assert (process.returncode, out) == (0, b"")
