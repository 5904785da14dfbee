"""The command line as scripts and people meet it."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from assistant.application import Application
from assistant.cli import COMMANDS
from assistant.domain.errors import StorageError
from assistant.domain.phrases import Phrase
from assistant.library.failures import storage_error
from assistant.texts import LANGUAGES, texts_in
from tests.fakes.application import FakeApplication
from tests.fakes.command_line import Bench, json_lines

ANSWER_KEYS = [
    "question", "language", "kind", "engine", "status", "text", "sentences", "citations", "rejected", "searched",
    "seconds",
]  # fmt: skip


@pytest.fixture
def application() -> FakeApplication:
    return FakeApplication()


@pytest.fixture
def run(capsys: pytest.CaptureFixture[str], application: FakeApplication) -> Bench[str]:
    return Bench(capsys, application)


def test_an_answer_as_json_has_exactly_the_fields_of_the_contract(run: Bench[str]) -> None:
    status, out, _ = run("ask", "microcredential", "--json")
    answer = json.loads(out)
    assert status == 0
    assert list(answer) == ANSWER_KEYS
    assert answer["status"] == "answered"
    assert answer["sentences"][0]["citations"] == [1]
    assert list(answer["citations"][0]) == ["number", "document", "title", "page", "page_label", "quote", "match"]
    assert answer["rejected"] == [
        {"text": "De werkgroep is in 2022 begonnen.", "reason": "het jaar 2022 staat niet in de bron"}
    ]
    assert answer["searched"] == {
        "documents": ["kst-30012-157", "werkverslag"],
        "unreadable": [{"document": "werkverslag", "page": 2, "reason": "de bladzijde is een plaatje"}],
    }


def test_hits_as_json_have_exactly_the_fields_of_the_contract(run: Bench[str]) -> None:
    status, out, _ = run("search", "wat is een microcredential", "--json", "-k", "1")
    assert status == 0
    assert json.loads(out) == {
        "question": "wat is een microcredential",
        "hits": [
            {
                "document": "kst-30012-157",
                "page": 3,
                "score": 0.5,
                "text": "Een microcredential is een digitaal certificaat.",
            }
        ],
    }


def test_an_answer_for_people_lists_its_sources_with_page_and_words(run: Bench[str]) -> None:
    _, out, _ = run("ask", "microcredential")
    assert "[2] Onderwijsagenda LLO, p. 3 (samenvatting)" in out
    assert "“Een microcredential is een digitaal certificaat.”" in out
    assert "Doorzocht: 2 documenten" in out


def test_an_english_question_is_framed_in_english(run: Bench[str]) -> None:
    _, out, _ = run("ask", "Who decides?")
    assert "Searched: 2 documents" in out


@pytest.mark.parametrize("command", [["ask", "wat"], ["search", "wat"], ["ask", "--batch", "-"]])
def test_an_empty_library_is_told_how_to_fill_it(capsys: pytest.CaptureFixture[str], command: list[str]) -> None:
    status, out, err = Bench(capsys, FakeApplication(documents=()))(*command)
    assert (status, out) == (1, "")
    assert "wiewatwanneer ingest" in err


def test_ingest_reports_every_document_and_fails_when_one_failed(run: Bench[str]) -> None:
    status, out, err = run("ingest", "een.pdf", "stuk.pdf", "twee.pdf")
    assert status == 1
    assert out.splitlines() == ["een: toegevoegd, 1 pagina", "stuk.pdf: mislukt", "twee: toegevoegd, 1 pagina"]
    assert err == "Niet toegevoegd: stuk.pdf is beschadigd; sla het opnieuw op.\n"


def test_ingest_reports_as_json_lines(run: Bench[str]) -> None:
    status, out, _ = run("ingest", "--json", "een.pdf", "twee.pdf")
    assert status == 0
    assert [(each["path"], each["outcome"]) for each in json_lines(out)] == [
        ("een.pdf", "added"),
        ("twee.pdf", "added"),
    ]


def test_rebuilding_is_asked_of_the_application(run: Bench[str]) -> None:
    run("ingest", "--rebuild")
    run("ingest")
    assert run.rebuilds == [True, False]


def test_documents_status_and_remove_report_in_words_and_in_json(run: Bench[str]) -> None:
    assert "Onderwijsagenda LLO  Kamerbrief" in run("documents")[1]
    assert [each["id"] for each in json.loads(run("documents", "--json")[1])] == [
        "kst-30012-157",
        "positie-unl",
        "werkverslag",
    ]
    assert "1 ontbraken" in run("status")[1]
    assert json.loads(run("status", "--json")[1])["stores"][1] == {
        "name": "lexical", "passages": 11, "missing": 1, "surplus": 0,
    }  # fmt: skip
    assert run("remove", "werkverslag")[1] == "werkverslag: verwijderd\n"


def test_removing_an_unknown_document_was_asked_wrongly_and_names_the_known(run: Bench[str]) -> None:
    status, out, err = run("remove", "onbekend")
    assert (status, out) == (2, "")
    assert "kst-30012-157" in err


@pytest.mark.parametrize(
    "arguments",
    [
        [],
        ["vraag"],
        ["ask"],
        ["ask", "wat", "--batch", "-"],
        ["ask", "wat", "nog wat"],
        ["ask", "   "],
        ["search", "wat", "-k", "0"],
        ["search", "wat", "-k", "1001"],
        ["search", "wat", "-k", "veel"],
        ["ask", "--batch", "bestaat-niet.jsonl"],
        ["serve", "--port", "65536"],
        ["documents", "--data"],
        ["documents", "--chroma", "localhost:8000"],
        ["documents", "--embedder", " "],
        ["documents", "--dat", "x"],
    ],
)
def test_a_call_of_the_wrong_form_gives_one_sentence_and_status_2(run: Bench[str], arguments: list[str]) -> None:
    status, out, err = run(*arguments)
    assert (status, out) == (2, "")
    assert err.count("\n") == 1
    assert not any(english in err for english in ("required", "unrecognized", "invalid", "expected"))


def test_settings_are_accepted_before_and_after_the_command(run: Bench[str], tmp_path: Path) -> None:
    run("--data", str(tmp_path / "a"), "documents")
    run("documents", "--data", str(tmp_path / "b"))
    run("--data", str(tmp_path / "a"), "documents", "--data", str(tmp_path / "c"), "--embedder", "none")
    assert [each.data.name for each in run.settings] == ["a", "b", "c"]
    assert run.settings[2].embedder == "none"


def test_errors_of_the_application_become_one_sentence_and_status_1(
    run: Bench[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_: object, **__: object) -> Application:
        raise StorageError("De schijf is vol; maak ruimte.")

    monkeypatch.setattr(run, "bootstrap", refuse)
    assert run("documents") == (1, "", "De schijf is vol; maak ruimte.\n")


def test_an_unforeseen_fault_shows_its_traceback_to_those_who_ask_for_it_alone(
    run: Bench[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    status, _, err = run("ask", "stuk")
    assert (status, err.count("\n")) == (1, 1)
    assert "Traceback" not in err
    monkeypatch.setenv("WIEWATWANNEER_DEBUG", "1")
    assert "Traceback" in run("ask", "stuk")[2]


def test_ctrl_c_ends_with_one_sentence(run: Bench[str], monkeypatch: pytest.MonkeyPatch) -> None:
    def interrupt(*_: object, **__: object) -> Application:
        raise KeyboardInterrupt

    monkeypatch.setattr(run, "bootstrap", interrupt)
    assert run("documents") == (1, "", "Afgebroken.\n")


def test_the_program_speaks_english_when_set_to(run: Bench[str]) -> None:
    run.environment["WIEWATWANNEER_LANGUAGE"] = "en"
    assert "Documents: 3" in run("status")[1]
    run.environment["WIEWATWANNEER_LANGUAGE"] = "fy"
    status, _, err = run("status")
    assert status == 2
    assert "nl, en" in err


@pytest.mark.parametrize(
    ("arguments", "sentence"),
    [
        (["serve", "--port", "70000"], "The port must be a number from 0 to 65535, not '70000'."),
        (["ask"], "give a question or --batch FILE, not both; see 'wiewatwanneer ask --help'."),
        (["agenda", "--owner", "zwembad"], "There is no party or owner 'zwembad'; 'wiewatwanneer stakeholders' shows"),
        (["ask", "--batch", "nergens.jsonl"], "The file nergens.jsonl cannot be read (No such file or directory); "),
    ],
)
def test_what_is_asked_wrongly_is_told_in_english_too(run: Bench[str], arguments: list[str], sentence: str) -> None:
    run.environment["WIEWATWANNEER_LANGUAGE"] = "en"
    status, _, err = run(*arguments)
    assert status == 2
    assert sentence in err


def test_errors_deep_inside_are_told_in_english_too(run: Bench[str], monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object, **__: object) -> Application:
        raise storage_error(OSError("no space left on device"), Phrase("de zoekindex"))

    monkeypatch.setattr(run, "bootstrap", refuse)
    run.environment["WIEWATWANNEER_LANGUAGE"] = "en"
    assert run("documents") == (1, "", "The disk of the search index is full: make room and try again.\n")


def test_help_is_shown_for_the_program_and_for_every_command(run: Bench[str]) -> None:
    assert run("--help")[0] == 0
    for command in COMMANDS:
        status, out, _ = run(command.name, "--help")
        assert status == 0
        assert out.startswith(f"gebruik: wiewatwanneer {command.name}")


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_command_is_explained_in_every_language(language: str) -> None:
    assert set(texts_in(language).command.commands) == {command.name for command in COMMANDS}
