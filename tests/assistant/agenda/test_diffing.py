"""Two versions of an agenda, matched action by action."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from assistant.agenda.diffing import diff
from assistant.domain.agenda import RegisteredAgenda
from assistant.domain.agenda_diff import Change
from assistant.library.library import Library
from tests.assistant.agenda.plans import Row, keep, plan, register_of

PILOTS = ("Pilots met een skillspaspoort", "OCW, SBB", "2023/2025")
CERTIFICATES = ("Verkenning doorontwikkeling van certificaten", "SBB", "2024")
CREDITS = ("Verkenning rol van microcredentials", "OCW", "Continu")
ADVICE = ("Advies over bekostiging", "VSNU", "na de kabinetsformatie")
STEPS = ("Vaardigheden", [PILOTS, CERTIFICATES]), ("Geld", [CREDITS, ADVICE])


def made(*steps: tuple[str, Sequence[Row]], name: str = "a") -> RegisteredAgenda:
    library = Library()
    keep(library, plan(name, *steps))
    return register_of(library).agenda(name)


def changes(*steps: tuple[str, Sequence[Row]]) -> list[tuple[str, tuple[Change, ...]]]:
    """From the agenda above to these steps: what changed, with the new words, or the old ones for what is gone."""
    found = diff(made(*STEPS), made(*steps, name="b"))
    assert found.related
    return [(shown.action.what, each.changes) for each in found.changed if (shown := each.new or each.old)]


def test_an_agenda_is_the_same_as_itself() -> None:
    found = diff(made(*STEPS), made(*STEPS))
    assert (found.related, found.changed, len(found.actions)) == (True, (), 4)


@pytest.mark.parametrize(
    ("row", "kinds"),
    [
        (("Pilots met een skillspaspoort", "OCW, SBB", "2023/2026"), (Change.TERM,)),
        (("Pilots met een skillspaspoort", "OCW, MBO Raad", "2023/2025"), (Change.OWNERS,)),
        (("Uitbreiding pilots skillspaspoort", "OCW, SBB", "2023/2025"), (Change.WORDING,)),
        (("Pilots  met een Skillspaspoort", "SBB, OCW", "2023-2025"), ()),  # the same, written in another way
        (("Nieuwe pilots skillspaspoort", "MBO Raad", "2030"), (Change.TERM, Change.OWNERS, Change.WORDING)),
    ],
)
def test_what_changed_of_an_action_is_told(row: Row, kinds: tuple[Change, ...]) -> None:
    expected = [(row[0], kinds)] if kinds else []
    assert changes(("Vaardigheden", [row, CERTIFICATES]), STEPS[1]) == expected


def test_a_party_under_a_new_name_is_no_other_party() -> None:
    assert changes(STEPS[0], ("Geld", [CREDITS, ("Advies over bekostiging", "UNL", "na de kabinetsformatie")])) == []


def test_a_term_without_a_date_is_compared_by_its_words() -> None:
    later = ("Advies over bekostiging", "VSNU", "n.t.b.")
    assert changes(STEPS[0], ("Geld", [CREDITS, later])) == [(ADVICE[0], (Change.TERM,))]


def test_new_and_gone_actions_are_told_the_gone_ones_last() -> None:
    bridges = ("Bruggen herstellen", "OCW", "2026")
    assert changes(("Vaardigheden", [PILOTS]), ("Geld", [CREDITS, bridges, ADVICE])) == [
        ("Bruggen herstellen", (Change.NEW,)),
        (CERTIFICATES[0], (Change.GONE,)),
    ]


def test_an_action_that_moved_to_another_step_is_not_gone() -> None:
    assert changes(("Vaardigheden", [PILOTS]), ("Geld", [CREDITS, ADVICE, CERTIFICATES])) == [
        (CERTIFICATES[0], (Change.STEP,))
    ]


def test_a_step_put_in_between_moves_nothing() -> None:
    bridges = ("Bruggen herstellen", "OCW", "2026")
    assert changes(STEPS[0], ("Wegen", [bridges]), STEPS[1]) == [("Bruggen herstellen", (Change.NEW,))]


def test_a_word_that_all_actions_share_pairs_none_of_them() -> None:
    found = diff(
        made(("Een", [("Verkenning certificaten", "OCW", "2024"), ("Verkenning toezicht", "OCW", "2024")])),
        made(("Een", [("Verkenning toezicht", "OCW", "2024"), ("Verkenning bruggen", "OCW", "2024")]), name="b"),
    )
    assert [each.changes for each in found.actions] == [(), (Change.NEW,), (Change.GONE,)]


def test_both_sources_are_given_the_older_first() -> None:
    found = diff(made(*STEPS), made(("Vaardigheden", [("Pilots met een skillspaspoort", "OCW", "2030")]), name="b"))
    (moved,) = [each for each in found.actions if each.old and each.new]
    assert [(each.document, each.text) for each in moved.sources] == [
        ("a", "Pilots met een skillspaspoort | OCW, SBB | 2023/2025"),
        ("b", "Pilots met een skillspaspoort | OCW | 2030"),
    ]


def test_agendas_on_other_subjects_are_no_versions_of_one() -> None:
    found = diff(made(*STEPS), made(("Wegen", [("Bruggen herstellen", "OCW", "2026")]), name="b"))
    assert not found.related
    assert [each.changes for each in found.actions] == [(Change.NEW,), *[(Change.GONE,)] * 4]
