"""Who has how much to do in which step."""

from __future__ import annotations

from dataclasses import replace

from assistant.domain.agenda import RegisteredAction, RegisteredAgenda
from assistant.texts import texts_in
from assistant.web.agenda_words import Setting
from assistant.web.workload import Column, Load, Workload, workload_html
from tests.fakes.agenda import AGENDAS, MICROCREDENTIALS, STAKEHOLDERS
from tests.fakes.application import TODAY

NL = texts_in("nl")
ACTIONS = [action for agenda in AGENDAS for action in agenda.actions]
FIRST = [each for each in ACTIONS if each.agenda.document == "kst-30012-157"]
SETTING = Setting(TODAY, {each.id: each for each in STAKEHOLDERS}, NL)


def loads(actions: list[RegisteredAction]) -> dict[str, list[str]]:
    workload = Workload(actions, NL)
    return {party: [each.short for each in workload.loads(party)] for party in workload.parties()}


def many(agenda: RegisteredAgenda, copies: int) -> list[RegisteredAction]:
    return [
        replace(each, agenda=replace(each.agenda, document=f"plan-{number}", title=f"Plan {number}"))
        for number in range(copies)
        for each in agenda.actions
    ]


def test_a_party_is_counted_once_for_each_action_in_the_column_of_its_step() -> None:
    assert [each.short for each in Workload(FIRST, NL).columns] == ["1", "4"]
    assert loads(FIRST)["ocw"] == ["2", "2"]
    assert loads(FIRST)["duo"] == ["1", "1"]
    assert loads(FIRST)["sbb"] == ["", "2"]


def test_members_of_a_group_are_counted_apart_from_owners() -> None:
    assert loads(FIRST)["sectorverenigingen"] == ["", "1"]
    assert loads(FIRST)["unl"] == ["", "+1"]


def test_parties_that_a_row_only_touches_are_counted_with_the_members() -> None:
    row = next(each for each in FIRST if each.action is MICROCREDENTIALS)
    touched = replace(row, touched=(FIRST[4].owners[0],))
    assert loads([touched])["unl"] == ["+1"]
    assert Workload([touched], NL).total("unl") == Load(0, 1)


def test_an_owner_that_is_no_known_party_has_a_row_under_its_own_name() -> None:
    html = workload_html(ACTIONS, 100, SETTING)
    assert '<th class="unknown" scope="row">Gemeente Zuid</th>' in html
    assert 'data-party="=Gemeente Zuid"' in html


def test_the_busiest_party_stands_first() -> None:
    assert Workload(ACTIONS, NL).parties()[:3] == ["ocw", "sbb", "duo"]


def test_a_number_leads_to_its_actions() -> None:
    html = workload_html(FIRST, 100, SETTING)
    assert 'data-action="cell" data-party="sbb" data-document="kst-30012-157" data-step="4">2</button>' in html


def test_the_darkest_shade_is_that_of_the_most_actions() -> None:
    html = workload_html(FIRST, 100, SETTING)
    assert html.count('class="shade-4"') == 3  # the two of the ministry in both steps, and of SBB in one
    assert 'class="shade-2"' in html


def test_steps_of_several_agendas_stand_under_their_agendas() -> None:
    html = workload_html(ACTIONS, 100, SETTING)
    assert 'scope="colgroup" colspan="2">Actieplan bij- en omscholing (juni 2025)</th>' in html


def test_too_many_steps_become_agendas_and_too_many_agendas_one_column() -> None:
    columns = Workload(many(AGENDAS[1], 30), NL).columns
    assert [each.short for each in columns] == [*map(str, range(1, 25)), "…"]
    assert columns[0] == Column("1", "Plan 0 (2023)", document="plan-0")
    assert columns[-1].title == "Overige agenda's (6)"
    assert "per partij en per agenda" in workload_html(many(AGENDAS[1], 30), 100, SETTING)
    assert Workload(many(AGENDAS[1], 30), NL).total("ocw").total == 30 * 4


def test_actions_without_any_party_are_a_sentence() -> None:
    assert "Bij geen van deze acties staat een partij." in workload_html([replace(FIRST[0], owners=())], 100, SETTING)


def test_the_parties_with_the_least_to_do_can_be_asked_for() -> None:
    html = workload_html(ACTIONS, 10, SETTING)
    assert html.count('scope="row"') == 4
    assert "Toon meer partijen (5)" in html
