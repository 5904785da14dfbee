"""Parties and themes of a user, in the data folder of a real application."""

from __future__ import annotations

from pathlib import Path

import pytest

from assistant.bootstrap import build_application
from assistant.domain.errors import DamagedFile
from assistant.local_application import LocalApplication
from assistant.settings import Settings

THEMES = "themes:\n  - {id: haven, title: Haven, vocabulary: [haven]}\n"
PARTIES = (
    "parties:\n  - {id: havenbond, kind: union, names: [Havenbond]}\n  - {id: kade, kind: company, names: [Kade BV]}\n"
)


@pytest.fixture
def paper(tmp_path: Path) -> Path:
    path = tmp_path / "stuk.txt"
    path.write_text("De Havenbond pleit voor een diepere haven. Kade BV ligt aan de haven.", encoding="utf-8")
    return path


def application(folder: Path) -> LocalApplication:
    return build_application(Settings(folder / "data", embedder="none"))


def test_they_count_from_the_next_ingest_on(tmp_path: Path, paper: Path) -> None:
    before = application(tmp_path)
    assert [each.outcome for each in before.ingest([str(paper)])] == ["added"]
    assert before.positions(theme="wettelijke-taak") == ()
    (tmp_path / "data" / "themes.yaml").write_text(THEMES, encoding="utf-8")
    (tmp_path / "data" / "stakeholders.yaml").write_text(PARTIES, encoding="utf-8")
    after = application(tmp_path)
    assert after.status().outdated == ("stuk",)
    assert [each.outcome for each in after.ingest([str(paper)])] == ["replaced"]
    assert after.status().outdated == ()
    [position] = after.positions("Havenbond", "haven")
    assert position.text == "De Havenbond pleit voor een diepere haven."
    cells = after.compare(["havenbond", "Kade BV"], ["haven"]).cells
    assert [each.state for each in cells] == ["position", "mentioned"]


def test_a_mistake_in_one_is_told_with_its_line(tmp_path: Path) -> None:
    (tmp_path / "data").mkdir()
    (tmp_path / "data" / "themes.yaml").write_text("themes:\n  - {id: haven, title: Haven}\n", encoding="utf-8")
    with pytest.raises(DamagedFile, match=r"themes\.yaml, regel 2"):
        application(tmp_path).themes()


def test_a_mistake_in_one_is_told_before_any_document_is_read(tmp_path: Path, paper: Path) -> None:
    (tmp_path / "data").mkdir()
    (tmp_path / "data" / "stakeholders.yaml").write_text(PARTIES.replace("union", "bond"), encoding="utf-8")
    broken = application(tmp_path)
    with pytest.raises(DamagedFile, match=r"stakeholders\.yaml, regel 2"):
        list(broken.ingest([str(paper)]))
    assert broken.documents() == ()
