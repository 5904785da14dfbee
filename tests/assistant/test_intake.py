"""Reading documents in with the agendas that they hold."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

import ingest.pipeline
from assistant.bootstrap import build_application
from assistant.clock import utc_now
from assistant.domain.agenda import Correction, ProblemKind, Status
from assistant.domain.reports import Outcome
from assistant.presentation import report_in
from assistant.settings import Settings
from assistant.texts import texts_in

PLAN = """# Actieplan oevers

| Actie | Trekker | Planning |
|---|---|---|
| Oevers herstellen | Gemeente Zuid | 2027 |
| Bomen planten | OCW | 31-02-2026 |
|  | SBB | 2026 |
"""


@pytest.fixture
def plan(tmp_path: Path) -> Path:
    path = tmp_path / "oevers.md"
    path.write_text(PLAN)
    return path


def settings(folder: Path) -> Settings:
    return Settings(folder / "data", embedder="none")


def test_an_agenda_is_read_with_its_document_and_kept(tmp_path: Path, plan: Path) -> None:
    application = build_application(settings(tmp_path))
    (report,) = application.ingest([str(plan)])
    assert (report.outcome, report.actions) == (Outcome.ADDED, 2)
    assert [each.kind for each in report.unread_rows] == [ProblemKind.TERM, ProblemKind.NO_ACTION]
    again = build_application(settings(tmp_path))
    assert [each.action.what for each in again.actions()] == ["Oevers herstellen", "Bomen planten"]
    (unchanged,) = again.ingest([str(plan)])
    assert (unchanged.outcome, unchanged.actions) == (Outcome.UNCHANGED, 2)
    again.remove("oevers")
    assert again.agendas() == ()


def test_a_failing_reader_of_agendas_costs_no_document(
    tmp_path: Path, plan: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*_: object) -> None:
        raise RuntimeError("a fault that nobody foresaw")

    monkeypatch.setattr(ingest.pipeline, "read_agenda", fail)
    application = build_application(settings(tmp_path))
    (report,) = application.ingest([str(plan)])
    assert (report.outcome, report.actions) == (Outcome.ADDED, 0)
    assert "nobody foresaw" in report.message
    assert [each.id for each in application.documents()] == ["oevers"]
    assert application.search("oevers herstellen")


def test_a_correction_outlives_removing_and_reading_anew(
    tmp_path: Path, plan: Path, make_pdf: Callable[[list[list[str]]], Path]
) -> None:

    application = build_application(settings(tmp_path))
    proof = make_pdf([["De oevers zijn in mei hersteld."]])
    list(application.ingest([str(plan), str(proof)]))
    (first, _) = application.actions()
    application.correct([Correction(first.action.id, "when", "2028", "M. de Wit", utc_now(), "uitgesteld")])
    application.record_status(first.action.id, Status.DONE, proof.stem, "oevers zijn in mei hersteld", "M. de Wit")
    application.remove("oevers")
    assert len(application.detached()) == 2
    assert application.status().detached == 2
    list(application.ingest([str(plan)]))
    found = application.action(first.action.id)
    assert (found.action.when.text, found.read.when.text) == ("2028", "2027")
    assert found.status is not None
    assert found.status.proof.text == "De oevers zijn in mei hersteld."
    assert application.detached() == ()


def test_what_became_of_a_file_is_told_in_the_language_of_the_page(tmp_path: Path) -> None:
    application = build_application(settings(tmp_path))
    (tmp_path / "leeg.md").write_bytes(b"")
    (tmp_path / "een.md").write_text("# Oevers\n\nDe oevers zijn hersteld.\n")
    (tmp_path / "twee.md").write_text("# Oevers\n\nDe oevers zijn hersteld.\n")
    reports = application.ingest([str(tmp_path / name) for name in ("leeg.md", "een.md", "twee.md")])
    messages = [(each.message, report_in(each, texts_in("en")).message) for each in reports]
    assert messages == [
        ("leeg.md is leeg: voeg het bestand met inhoud toe.", "leeg.md is empty: add the file with content."),
        ("", ""),
        ("twee.md heeft dezelfde inhoud als een.md.", "twee.md has the same content as een.md."),
    ]


def test_a_failing_reader_of_positions_costs_no_document(
    tmp_path: Path, plan: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*_: object) -> None:
        raise RuntimeError("a fault that nobody foresaw")

    monkeypatch.setattr(ingest.pipeline, "read_views", fail)
    application = build_application(settings(tmp_path))
    (report,) = application.ingest([str(plan)])
    assert (report.outcome, report.actions) == (Outcome.ADDED, 2)
    assert "a fault that nobody foresaw" in report.message
    assert application.positions() == ()
