"""How deep titles without a number stand."""

from __future__ import annotations

import pytest

from assistant.domain.documents import Block, BlockKind, Page
from ingest.headings import with_depths

PLAIN, SECTION, SUBSECTION = 2, 3, 4


def levels(*titles: tuple[str, int]) -> list[int]:
    """The levels that these titles get, each on a page of its own."""
    pages = [
        Page(number, text, blocks=(Block(BlockKind.HEADING, 0, len(text), level),))
        for number, (text, level) in enumerate(titles, 1)
    ]
    return [block.level for page in with_depths(pages, PLAIN) for block in page.blocks]


def test_titles_between_numbered_sections_are_parts_of_them() -> None:
    found = levels(("1. Inleiding", SECTION), ("Reactie:", PLAIN), ("2. Noodzaak", SECTION), ("Reactie:", PLAIN))
    assert found == [SECTION, 6, SECTION, 6]


def test_what_stands_before_the_first_section_is_not_a_part_of_one() -> None:
    sections = [("1. Inleiding", SECTION), ("Reactie:", PLAIN), ("Slot", PLAIN), ("2. Noodzaak", SECTION)]
    assert levels(("Advies", PLAIN), *sections) == [PLAIN, SECTION, 6, 6, SECTION]


@pytest.mark.parametrize(
    "titles",
    [
        [("Toelichting", PLAIN), ("1. Doel", SECTION), ("2. Taak", SECTION), ("Tot slot", PLAIN)],
        [("1. Doel", SECTION), ("Deel B", PLAIN), ("1. Doel", SECTION), ("Deel C", PLAIN)],
        [("Kansen", PLAIN), ("Knelpunten", PLAIN)],
        [("1 Doel", SECTION), ("1.1 Reikwijdte", SUBSECTION), ("2 Taak", SECTION)],
        [],
    ],
)
def test_numbered_sections_that_are_parts_of_a_titled_chapter_stay_so(titles: list[tuple[str, int]]) -> None:
    assert levels(*titles) == [level for _, level in titles]
