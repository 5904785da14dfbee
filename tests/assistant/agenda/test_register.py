"""The register: what documents say of actions, with what people corrected and recorded."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from assistant.agenda.register import AgendaRegister
from assistant.domain.agenda import ActionFilter, Standing, Status
from assistant.domain.errors import BadCorrection, NoAgenda, NotProven, UnknownAction, UnknownDocument
from assistant.library.library import Library
from tests.assistant.agenda.plans import correction, keep, paper, plan, register_of

PILOTS = ("Pilots met een skillspaspoort", "OCW, SBB", "2023/2025")
ADVICE = ("Advies over bekostiging", "sectorverenigingen", "na de kabinetsformatie")
BRIDGES = ("Bruggen herstellen langs de kust", "OCW", "2026")
DONE = ("werkverslag", "v1", "2025-06-01", ("De pilots zijn afgerond.", "Het advies is nog niet gereed."))


@pytest.fixture
def library() -> Library:
    library = Library()
    keep(library, plan("a", ("Vaardigheden", [PILOTS]), ("Geld", [ADVICE])), "2023")
    keep(library, plan("b", ("Wegen", [BRIDGES])), "2025-05-15")
    library.put(paper(*DONE), [])
    return library


@pytest.fixture
def register(library: Library) -> AgendaRegister:
    return register_of(library)


def ids(register: AgendaRegister, wanted: ActionFilter | None = None) -> list[str]:
    return [each.action.id for each in register.actions(wanted or ActionFilter())]


def test_agendas_come_newest_first_with_their_actions_in_order(register: AgendaRegister) -> None:
    assert [each.info.document for each in register.agendas()] == ["b", "a"]
    assert ids(register) == ["b:1.1", "a:1.1", "a:2.1"]
    assert [each.stakeholder for each in register.action("a:1.1").owners] == ["ocw", "sbb"]
    assert register.action("a:2.1").owners[0].members == ("mbo-raad",)


def test_unknown_actions_and_documents_without_an_agenda_are_named(register: AgendaRegister) -> None:
    with pytest.raises(UnknownAction, match=r"a:9\.9"):
        register.action("a:9.9")
    with pytest.raises(NoAgenda, match="kies uit a, b"):
        register.agenda("werkverslag")


def test_a_new_version_of_a_document_is_seen_at_once(library: Library, register: AgendaRegister) -> None:
    assert register.action("b:1.1").action.what == BRIDGES[0]
    keep(library, plan("b", ("Wegen", [("Tunnels graven", "SBB", "2027")]), version="v2"), "2025-05-15")
    assert register.action("b:1.1").action.what == "Tunnels graven"
    library.remove("b")
    assert [each.info.document for each in register.agendas()] == ["a"]


def test_standing_is_by_the_term_on_the_day_that_is_set(register: AgendaRegister) -> None:
    begun, on = (ActionFilter(standings=(Standing.RUNNING,), on=day) for day in (date(2026, 3, 1), date(2024, 3, 1)))
    assert (ids(register, begun), ids(register, on)) == (["b:1.1"], ["a:1.1"])
    assert ids(register, ActionFilter(standings=(Standing.OPEN,))) == ["a:2.1"]


def test_a_correction_counts_and_the_original_stays_beside_it(register: AgendaRegister) -> None:
    register.correct([correction("a:1.1", "when", "2023/2024"), correction("a:1.1", "what", "Proeven")])
    register.correct([correction("a:1.1", "when", "2023/2026")])
    found = register.action("a:1.1")
    assert (found.action.when.text, found.action.when.end) == ("2023/2026", date(2026, 12, 31))
    assert (found.action.what, found.read.what, found.read.when.text) == ("Proeven", PILOTS[0], "2023/2025")
    assert [each.value for each in found.corrections] == ["2023/2026", "Proeven", "2023/2024"]


def test_a_corrected_owner_is_found_and_the_former_one_is_not(register: AgendaRegister) -> None:
    register.correct([correction("a:1.1", "owners", "MBO Raad")])
    assert ids(register, ActionFilter(stakeholder="mbo-raad")) == ["a:1.1", "a:2.1"]
    assert ids(register, ActionFilter(stakeholder="sbb")) == []


def test_an_action_in_another_step_stands_among_that_steps_actions(register: AgendaRegister) -> None:
    register.correct([correction("a:1.1", "step", "2")])
    found = register.action("a:1.1")
    assert (found.step.title, found.read_step.title if found.read_step else "") == ("Geld", "Vaardigheden")
    assert ids(register, ActionFilter(step=2, document="a")) == ["a:1.1", "a:2.1"]
    register.correct([correction("a:1.1", "step", "vaardigheden")])
    assert register.action("a:1.1").read_step is None


IMPOSSIBLE = [
    (correction("a:9.9", "what", "x"), "geen actie"),
    (correction("a:1.1", "wat", "x"), "geen kolom"),
    (correction("a:1.1", "what", " "), "geen waarde"),
    (correction("a:1.1", "when", "31-02-2026"), "geen termijn die bestaat"),
    (correction("a:1.1", "owners", "n.t.b."), "geen naam van een partij"),
    (correction("a:1.1", "step", "8"), "kies uit 1, 2"),
    (correction("a:1.1", "step", ""), "geen waarde"),
    (correction("a:1.1", "what", "x", by=" "), "wie haar doet"),
    (correction("a:1.1", "what", "x", why=""), "waarom"),
]


@pytest.mark.parametrize(("bad", "sentence"), IMPOSSIBLE)
def test_one_correction_that_cannot_be_made_keeps_them_all_out(
    register: AgendaRegister, bad: object, sentence: str
) -> None:
    good = correction("a:1.1", "what", "Proeven")
    with pytest.raises(BadCorrection, match=sentence) as raised:
        register.correct([good, bad])  # type: ignore[list-item]
    assert [place for place, _ in raised.value.problems] == [1]
    assert register.action("a:1.1").corrections == ()


def test_corrections_outlive_reading_anew_and_are_reported_when_their_action_is_gone(
    library: Library, register: AgendaRegister
) -> None:
    register.correct([correction("a:1.1", "when", "2027"), correction("a:2.1", "what", "Rapport over bekostiging")])
    keep(library, plan("a", ("Vaardigheden", [PILOTS]), ("Geld", [ADVICE]), version="v2"), "2023")
    assert register.action("a:1.1").action.when.text == "2027"
    assert register.detached() == ()
    keep(library, plan("a", ("Vaardigheden", [BRIDGES, PILOTS]), version="v3"), "2023")
    assert register.action("a:1.1").action == register.action("a:1.1").read
    assert [each.action for each in register.detached()] == ["a:1.1", "a:2.1"]
    library.remove("a")
    assert len(register.detached()) == 2


def test_a_status_is_recorded_with_the_sentence_that_proves_it(register: AgendaRegister) -> None:
    recorded = register.record("a:1.1", Status.DONE, "werkverslag", "pilots  zijn afgerond", "M. de Wit", "mooi")
    assert (recorded.proof.page, recorded.proof.text) == (1, "De pilots zijn afgerond.")
    assert recorded.at.isoformat() == "2025-11-01T12:00:00"
    assert register.action("a:1.1").status == recorded
    register.record("a:1.1", Status.LAPSED, "werkverslag", "De pilots zijn afgerond.", "M. de Wit")
    assert [each.status for each in register.action("a:1.1").statuses] == [Status.LAPSED, Status.DONE]
    assert ids(register, ActionFilter(statuses=(Status.LAPSED,))) == ["a:1.1"]
    assert ids(register, ActionFilter(statuses=(Status.DONE,))) == []


@pytest.mark.parametrize("words", ["De pilots zijn begonnen.", "", "de het", "advies is gereed"])
def test_a_status_without_words_that_stand_in_the_document_is_refused(register: AgendaRegister, words: str) -> None:
    with pytest.raises(NotProven):
        register.record("a:1.1", Status.DONE, "werkverslag", words, "M. de Wit")
    assert register.action("a:1.1").status is None


def test_words_that_their_sentence_denies_prove_nothing(register: AgendaRegister) -> None:
    with pytest.raises(NotProven, match="niet"):
        register.record("a:2.1", Status.DONE, "werkverslag", "gereed", "M. de Wit")


def test_few_words_that_several_pages_have_prove_nothing(library: Library, register: AgendaRegister) -> None:
    twice = paper("brief", "v1", "2025-08-01", ("De pilots zijn voldaan.",))
    library.put(replace(twice, pages=(twice.pages[0], replace(twice.pages[0], number=2))), [])
    with pytest.raises(NotProven, match="‘pilots’ staat op pagina 1, 2 van brief"):
        register.record("a:1.1", Status.DONE, "brief", "pilots", "M. de Wit")
    assert register.record("a:1.1", Status.DONE, "brief", "De pilots zijn voldaan", "M. de Wit").proof.page == 1


def test_the_row_of_the_action_itself_proves_nothing(library: Library, register: AgendaRegister) -> None:
    row = paper("a", "v1", "2023", (" | ".join(PILOTS),))
    library.put(row, [], agenda=plan("a", ("Vaardigheden", [PILOTS])))
    with pytest.raises(NotProven, match="de rij van de actie zelf"):
        register.record("a:1.1", Status.DONE, "a", PILOTS[0], "M. de Wit")


def test_a_status_needs_a_known_action_a_known_document_and_a_name(register: AgendaRegister) -> None:
    words = "De pilots zijn afgerond."
    with pytest.raises(UnknownAction):
        register.record("a:9.9", Status.DONE, "werkverslag", words, "M. de Wit")
    with pytest.raises(UnknownDocument):
        register.record("a:1.1", Status.DONE, "elders", words, "M. de Wit")
    with pytest.raises(NotProven, match="naam"):
        register.record("a:1.1", Status.DONE, "werkverslag", words, " ")


def test_what_another_register_of_the_same_folder_keeps_is_seen(tmp_path: Path) -> None:
    one, other = (register_of(Library(tmp_path / "library.sqlite")) for _ in range(2))
    keep(Library(tmp_path / "library.sqlite"), plan("a", ("Vaardigheden", [PILOTS])))
    assert ids(one) == ids(other) == ["a:1.1"]
    one.correct([correction("a:1.1", "what", "Proeven")])
    assert other.action("a:1.1").action.what == "Proeven"


def test_many_threads_read_while_one_changes(tmp_path: Path) -> None:
    library = Library(tmp_path / "library.sqlite")
    register = register_of(library)
    keep(library, plan("a", ("Vaardigheden", [PILOTS])))

    def read(_: int) -> str:
        return register.action("a:1.1").action.what

    with ThreadPoolExecutor(8) as pool:
        results = pool.map(read, range(200))
        for number in range(10):
            keep(library, plan("a", ("Vaardigheden", [(f"Pilot {number}", "OCW", "2024")]), version=f"v{number}"))
        seen = {*results}
    assert seen <= {PILOTS[0], *(f"Pilot {number}" for number in range(10))}
    assert register.action("a:1.1").action.what == "Pilot 9"
