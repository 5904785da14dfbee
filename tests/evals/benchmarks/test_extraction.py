"""The benchmark of reading PDFs."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from evals.benchmarks.extraction import main


def test_it_prints_pages_a_second_and_names_what_cannot_be_read(
    make_pdf: Callable[[list[list[str]]], Path], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    make_pdf([["Een."], ["Twee."]]).rename(tmp_path / "goed.pdf")
    (tmp_path / "stuk.pdf").write_bytes(b"%PDF-1.7")
    main([str(tmp_path), "--rounds", "1"])
    refused, places, whole = capsys.readouterr().out.splitlines()
    assert refused.startswith("stuk.pdf is beschadigd")
    assert [line.split()[-1] for line in (places, whole)] == ["pages/s"] * 2


def test_a_folder_without_pdfs_is_asked_wrongly(tmp_path: Path) -> None:
    with pytest.raises(SystemExit):
        main([str(tmp_path)])
