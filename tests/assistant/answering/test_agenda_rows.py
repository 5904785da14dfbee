"""Which row of the register a question describes, and when that is not sure."""

from __future__ import annotations

import pytest

from assistant.answering.agenda_rows import Row, Rows, about, described, leading
from assistant.answering.agenda_subject import misspells_asking, titles_in
from tests.assistant.answering.agendas import Names, agenda_of
from tests.assistant.answering.material import read, understood

PLAN = """
<!-- pagina 1 -->
| Wat | Wie | Wanneer |
|---|---|---|
| **1 Sterke dijken** | | |
| Verkenning nieuwe keringen | Waterschap | 2024 |
| Resultaten meenemen van de verkenning nieuwe keringen | provincie | 2025 |
| Mkb-route voor aannemers | gemeente | 2026 |
"""


@pytest.fixture(scope="module")
def rows(tmp_path_factory: pytest.TempPathFactory) -> Rows:
    return Rows([agenda_of(read(tmp_path_factory.mktemp("plan"), PLAN), Names())])


def wanted(row: Row) -> bool:
    return True


def numbers(rows: Rows, question: str, how: str) -> list[int]:
    matches = rows.holding(rows.weighed(understood(question).terms), wanted)
    if how == "about":
        return [row.place + 1 for row in about(matches)]
    return [match.row.place + 1 for match in (described if how == "described" else leading)(matches)]


@pytest.mark.parametrize(
    ("question", "how", "found"),
    [
        ("aannemers", "described", [3]),
        ("mkbroute", "described", [3]),
        ("verkenning keringen", "described", [1]),  # the first word of the row is what is done
        ("nieuwe keringen", "described", [1, 2]),  # both hold all of it
        ("meenemen aannemers", "described", []),  # each holds half
        ("aannemers fietspad tunnel", "described", []),
        ("aannemers fietspad tunnel", "leading", [3]),
        ("fietspad tunnel", "leading", []),
        ("keringen", "about", [1, 2]),
        ("keringen fietspad", "about", []),
    ],
)
def test_a_row_is_found_by_what_only_it_holds(rows: Rows, question: str, how: str, found: list[int]) -> None:
    assert numbers(rows, question, how) == found


def test_a_word_that_only_asks_is_known_misspelt(rows: Rows) -> None:
    terms = rows.weighed(understood("aannemers verantwoordlijk").terms)
    assert [misspells_asking(term) for term in terms] == [False, True]


@pytest.mark.parametrize(
    ("question", "named", "rest"),
    [
        ("Wat staat er in het waterplan?", {"waterplan"}, "Wat staat er in het ?"),
        ("Acties van Waterplan Linge 2030 in 2027", {"waterplan", "linge"}, "Acties van in 2027"),
        ("Wie doet veilig wonen?", {"veilig", "wonen"}, "Wie doet ?"),
        ("Wie oefent het evacuatieplan langs de Linge?", set(), "Wie oefent het evacuatieplan langs de Linge?"),
    ],
)
def test_an_agenda_is_named_by_words_of_its_title(question: str, named: set[str], rest: str) -> None:
    titles = [("waterplan", "linge", "2030"), ("programma", "veilig", "wonen")]
    found, left = titles_in(question, titles)
    assert (set(found), " ".join(left.split())) == (named, rest)
