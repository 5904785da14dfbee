"""The product as the suite meets it."""

from __future__ import annotations

from pathlib import Path

import pytest

from evals import originals
from evals.errors import EvaluationError
from evals.kinds import Documents, Engine
from evals.workbench import corpus_of, opened, page_text, read_in
from tests.evals.products import PreparedProduct


def test_a_page_that_does_not_exist_has_no_text() -> None:
    text = page_text(PreparedProduct({}))
    assert text(("agenda", 6)) == "Een andere bladzijde."
    assert text(("agenda", 99)) is None
    assert text(("onbekend", 1)) is None


def test_a_corpus_is_named_by_its_documents_and_where_they_are_from() -> None:
    assert corpus_of(PreparedProduct({})).documents == ("agenda (digest)", "brief (digest)")


def test_the_corpus_is_the_project_s_digests_unless_a_library_is_given() -> None:
    with opened(None, Documents.DIGESTS) as examined:
        assert "kst-30012-157 (digest)" in corpus_of(examined).documents


def test_originals_that_are_not_there_are_missed(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr(originals, "ORIGINALS", tmp_path)
    with pytest.raises(EvaluationError, match=r"are not at .*shared/documents"), opened(None, Documents.ORIGINALS):
        pass


def test_a_model_that_is_not_set_up_is_refused(tmp_path: Path) -> None:
    with pytest.raises(EvaluationError, match="No language model"), opened(tmp_path, Documents.DIGESTS, Engine.MODEL):
        pass


def test_a_document_that_cannot_be_read_stops_it(tmp_path: Path) -> None:
    (tmp_path / "stuk.pdf").write_bytes(b"%PDF-1.7")
    with pytest.raises(EvaluationError, match=r"stuk.pdf could not be read"):
        read_in(tmp_path / "data", [str(tmp_path / "stuk.pdf")])
