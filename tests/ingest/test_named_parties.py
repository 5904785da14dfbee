"""Where a document names parties."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from assistant.domain.stakeholders import Name, NamedAt, Stakeholder
from assistant.testing import make_passage
from ingest.catalogue import load_catalogue
from ingest.named_parties import named_in
from ingest.pipeline import Pipeline
from ingest.stakeholders import StakeholderRegister

UNL = Stakeholder("unl", (Name("UNL"), Name("VSNU", until=2021)), "association")
PARTIES = StakeholderRegister((UNL,))


def test_places_are_those_in_the_text_of_the_page() -> None:
    first = make_passage("De VSNU heet UNL.", 0, "v", "a")
    second = replace(make_passage("UNL wil dat.", 1, "v", "a"), page=2, start=100, end=112)
    assert named_in([first, second], PARTIES) == (
        NamedAt("unl", "a", 1, 3, 7),
        NamedAt("unl", "a", 1, 13, 16),
        NamedAt("unl", "a", 2, 100, 103),
    )


def test_every_place_that_is_kept_with_a_document_holds_the_name(tmp_path: Path) -> None:
    path = tmp_path / "brief.md"
    path.write_text("# Brief\n\nUNL schreef dit.\n\nDe VSNU niet, zegt UNL.\n", encoding="utf-8")
    pipeline = Pipeline(load_catalogue(), lambda: PARTIES)
    document = pipeline.read(path)
    named = pipeline.views(document, pipeline.cut(document)).named
    assert [document.pages[each.page - 1].text[each.start : each.end] for each in named] == ["UNL", "VSNU", "UNL"]
