"""A filter finds the actions that it describes, and no other."""

from __future__ import annotations

from datetime import date

import pytest

from assistant.agenda.filtering import matching
from assistant.domain.agenda import ActionFilter, Standing, Status
from tests.fakes.agenda import AGENDAS

ACTIONS = [action for agenda in AGENDAS for action in agenda.actions]
TODAY = date(2025, 11, 1)
LETTER, LATER = "kst-30012-157", "actieplan-2025"


@pytest.mark.parametrize(
    ("wanted", "ids"),
    [
        (ActionFilter(document=LATER), ["1.1", "1.2", "2.1"]),
        (ActionFilter(document=LETTER, step=4), ["4.1", "4.2", "4.3"]),
        (ActionFilter(step=9), []),
        (ActionFilter(stakeholder="duo"), ["1.2", "4.2"]),
        (ActionFilter(stakeholder="mbo-raad"), ["4.3"]),  # through the footnote at 'sectorverenigingen'
        (ActionFilter(owner="gemeente  zuid"), ["2.1"]),
        (ActionFilter(owner="gemeente"), []),
        (ActionFilter(year=2024, document=LETTER), ["1.1", "1.2", "4.1", "4.2"]),  # 1.2 has no end
        (ActionFilter(year=2022, document=LETTER), ["1.2"]),
        (ActionFilter(standings=(Standing.NOT_BEGUN,)), ["2.1"]),
        (ActionFilter(standings=(Standing.NOT_BEGUN,), on=date(2026, 1, 1)), []),
        (ActionFilter(standings=(Standing.OPEN, Standing.ENDED)), ["4.1", "4.2", "4.3"]),
        (ActionFilter(current=True, on=date(2024, 12, 31), document=LETTER), ["1.1", "1.2", "4.1", "4.2"]),
        (ActionFilter(statuses=(Status.PARTLY_DONE,)), ["4.1"]),
        (ActionFilter(theme="certificaat", document=LETTER, stakeholder="sbb"), ["4.1", "4.2"]),  # by the step's title
        (ActionFilter(theme="skillspaspoort pilot"), ["1.1", "1.1"]),
        (ActionFilter(theme="de het"), []),
    ],
)
def test_actions_are_found_by_what_is_wanted(wanted: ActionFilter, ids: list[str]) -> None:
    assert [each.action.id.partition(":")[2] for each in matching(ACTIONS, wanted, TODAY)] == ids


def test_an_empty_filter_leaves_everything_in_order() -> None:
    assert matching(ACTIONS, ActionFilter(), TODAY) == tuple(ACTIONS)
