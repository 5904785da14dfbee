"""The filter of the agenda tab as fields, and what is looked at."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.domain.agenda import ActionFilter, Standing, Status
from assistant.web.agenda_view import FIELDS, PAGE_SIZE, AgendaView, fields_of, filter_from


def test_a_filter_is_made_of_the_fields_of_the_form() -> None:
    fields = {"document": "plan", "step": "4", "party": "sbb", "year": "2025", "standing": "ended", "on": "2026-03-01"}
    assert filter_from(fields) == ActionFilter(
        document="plan", step=4, stakeholder="sbb", year=2025, standings=(Standing.ENDED,), on=date(2026, 3, 1)
    )


def test_an_owner_that_is_no_known_party_is_meant_by_its_name() -> None:
    assert filter_from({"party": "=Gemeente Zuid"}) == ActionFilter(owner="Gemeente Zuid")


def test_a_recorded_status_is_chosen_where_the_standing_is() -> None:
    assert filter_from({"standing": "done"}) == ActionFilter(statuses=(Status.DONE,))


@pytest.mark.parametrize(
    "fields",
    [
        {"step": "vier"},
        {"step": "-1"},
        {"year": "0"},
        {"year": "10000"},
        {"year": "9" * 5000},
        {"standing": "klaar"},
        {"on": "31-02-2026"},
        {"on": "2026-02-31"},
        {"unheard": "of"},
    ],
)
def test_a_field_that_says_nothing_sensible_excludes_nothing(fields: dict[str, str]) -> None:
    assert filter_from(fields) == ActionFilter()


@given(st.dictionaries(st.sampled_from(FIELDS), st.text()))
def test_whatever_is_sent_makes_a_filter_that_its_own_fields_make_again(fields: dict[str, str]) -> None:
    wanted = filter_from(fields)
    assert filter_from(fields_of(wanted)) == wanted


def test_another_filter_begins_at_the_first_actions_again() -> None:
    view = AgendaView(shown=500).filtered(ActionFilter(year=2025))
    assert (view.shown, view.wanted.year) == (PAGE_SIZE, 2025)


def test_the_day_is_today_unless_another_is_chosen() -> None:
    today = date(2025, 11, 1)
    assert AgendaView().on(today) == today
    assert AgendaView(ActionFilter(on=date(2024, 1, 1))).on(today) == date(2024, 1, 1)
