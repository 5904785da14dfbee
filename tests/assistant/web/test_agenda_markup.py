"""What the agenda tab makes of actions: what it says, and that nothing in it works as markup."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime

import pytest

from assistant.agenda.diffing import diff
from assistant.domain.agenda import (
    ActionFilter,
    ActionMention,
    AgendaInfo,
    Correction,
    Note,
    Owner,
    ProblemKind,
    Quotation,
    RecordedStatus,
    RegisteredAction,
    RegisteredAgenda,
    ResolvedOwner,
    Role,
    RowProblem,
    Standing,
    Status,
    Step,
)
from assistant.domain.documents import Page
from assistant.domain.periods import Period, Precision
from assistant.domain.stakeholders import Name, Stakeholder
from assistant.texts import texts_in
from assistant.web.action_forms import forms_html, missing
from assistant.web.action_panel import Shown, emphasised, panel_html
from assistant.web.agenda_filters import filters_html
from assistant.web.agenda_results import detached_html, download_address, results_html
from assistant.web.agenda_table import table_html
from assistant.web.agenda_view import AgendaView, Form, Opened, Part
from assistant.web.agenda_words import (
    Setting,
    known_date_in_words,
    owners_html,
    period_in_words,
    standing_counts,
    step_title,
)
from assistant.web.party_words import short_name
from assistant.web.versions import choice_html, diff_html
from tests.assistant.web.markup_reading import EVIL, Reader
from tests.fakes.agenda import AGENDAS, CERTIFICATES, CONTINUOUS, FIRST, OPEN, PILOTS, SECOND, STAKEHOLDERS, years
from tests.fakes.application import TODAY
from tests.fakes.documents import AGENDA, PAGES, REPORT

NL, EN = texts_in("nl"), texts_in("en")
SETTING = Setting(TODAY, {each.id: each for each in STAKEHOLDERS}, NL)
ACTIONS = {each.action.id: each for agenda in AGENDAS for each in agenda.actions}
WHEN = datetime.fromisoformat("2025-09-01T10:00")

EVIL_OWNER = Owner(EVIL, Role.LEAD, Note(EVIL, EVIL, Quotation(EVIL, 1, EVIL)))
EVIL_STEP = Step(4, EVIL, ())
EVIL_ACTION = RegisteredAction(
    AgendaInfo(EVIL, EVIL, EVIL, digest=True),
    EVIL_STEP,
    replace(
        PILOTS,
        id=EVIL,
        what=EVIL,
        number=EVIL,
        status=EVIL,
        others=((EVIL, EVIL),),
        when=Period(EVIL, None, None, Precision.OPEN),
    ),
    replace(PILOTS, what=f"{EVIL}!", owners=(EVIL_OWNER,)),
    (ResolvedOwner(EVIL_OWNER), ResolvedOwner(EVIL_OWNER, EVIL, (EVIL,), Quotation(EVIL, 1, EVIL))),
    (ResolvedOwner(EVIL_OWNER, EVIL),),
    (Correction(EVIL, "what", EVIL, EVIL, WHEN, EVIL, EVIL),),
    (RecordedStatus(EVIL, Status.DONE, Quotation(EVIL, 1, EVIL), EVIL, WHEN, EVIL, EVIL),),
)
EVIL_AGENDA = RegisteredAgenda(
    EVIL_ACTION.agenda,
    replace(AGENDAS[0].agenda, steps=(EVIL_STEP,), problems=(RowProblem(1, EVIL, ProblemKind.CELLS),)),
    (EVIL_ACTION,),
)
EVIL_SETTING = Setting(TODAY, {EVIL: Stakeholder(EVIL, (Name(EVIL),), "group")}, NL)
EVIL_FILTER = ActionFilter(document=EVIL, owner=EVIL, theme=EVIL)
EVIL_FORM = Form("record", {"words": EVIL, "document": EVIL, "by": EVIL}, problem=EVIL)
MENTION = ActionMention(EVIL, Quotation(EVIL, 1, EVIL), EVIL, ("alert(1)", EVIL))


def nothing(document: str, number: int) -> Page | None:
    return None


def page_of(document: str, number: int) -> Page | None:
    return next((page for page in PAGES.get(document, ()) if page.number == number), None)


def panel(action: RegisteredAction, mentions: tuple[ActionMention, ...] = (), mention: int | None = None) -> str:
    shown = Shown(action, mentions, {AGENDA.id: AGENDA.title}, Opened(action.action.id, mention))
    return panel_html(shown, page_of, "", SETTING)


@pytest.mark.parametrize(
    "html",
    [
        *[results_html([EVIL_AGENDA], [EVIL_ACTION], AgendaView(EVIL_FILTER, part), EVIL_SETTING) for part in Part],
        filters_html([EVIL_AGENDA, *AGENDAS], EVIL_FILTER, EVIL_SETTING),
        detached_html([*EVIL_ACTION.corrections, *EVIL_ACTION.statuses], NL),
        choice_html([EVIL_AGENDA, EVIL_AGENDA], EVIL, EVIL, NL),
        diff_html(diff(EVIL_AGENDA, AGENDAS[0]), EVIL_SETTING),
        panel_html(
            Shown(EVIL_ACTION, (MENTION,), {}, Opened(EVIL, 0, EVIL_FORM)),
            lambda document, number: Page(1, EVIL),
            forms_html(EVIL_ACTION, [replace(REPORT, id=EVIL, title=EVIL)], EVIL_FORM, EVIL, NL),
            EVIL_SETTING,
        ),
    ],
)
def test_nothing_that_came_from_outside_works_as_markup(html: str) -> None:
    read = Reader(html)
    assert not {"script", "code", "img"} & {*read.elements}
    assert not any(name.startswith("on") for name in read.attributes)
    assert "alert(1)" in read.text


def test_a_row_says_who_does_what_when_and_where_it_stands() -> None:
    html = table_html([ACTIONS[CERTIFICATES.id]], 100, SETTING)
    text = Reader(html).text
    assert "Stap 4: Bevorderen gebruik microcredentials en certificaten" in text
    assert "Verkenning doorontwikkeling van certificatenOCW, SBB2023/2024termijn voorbij deels voldaanp. 2" in text


@pytest.mark.parametrize(
    ("name", "aliases", "short"),
    [
        ("Dienst Uitvoering Onderwijs", ("DUO", "IB-Groep"), "DUO"),
        ("Ministerie van Onderwijs, Cultuur en Wetenschap", ("Ministerie van Onderwijs", "OCW"), "OCW"),
        ("Inspectie van het Onderwijs", ("IvhO", "Onderwijsinspectie"), "IvhO"),
        ("MBO Raad", ("MBO-raad",), "MBO Raad"),
        ("Gemeenten", ("municipalities",), "Gemeenten"),
    ],
)
def test_a_party_is_called_by_its_abbreviation(name: str, aliases: tuple[str, ...], short: str) -> None:
    assert short_name(Stakeholder("id", (Name(name),), "agency", aliases)) == short


def test_another_present_name_is_short_for_a_party_and_a_former_one_is_not() -> None:
    names = (Name("Universiteiten van Nederland", 2021), Name("VSNU", until=2021), Name("UNL", 2021))
    assert short_name(Stakeholder("unl", names, "association")) == "UNL"


def test_the_filter_offers_a_party_by_both_of_its_names() -> None:
    service = Stakeholder("duo", (Name("Dienst Uitvoering Onderwijs"),), "agency", ("DUO",))
    html = filters_html(AGENDAS, ActionFilter(), Setting(TODAY, {"duo": service}, NL))
    assert '<option value="duo">DUO (Dienst Uitvoering Onderwijs)</option>' in html


def test_a_row_that_was_corrected_says_so() -> None:
    assert "gecorrigeerd" in table_html([ACTIONS[PILOTS.id]], 100, SETTING)
    assert "gecorrigeerd" not in table_html([ACTIONS[CERTIFICATES.id]], 100, SETTING)


def test_the_table_shows_as_many_actions_as_it_is_told_and_counts_the_rest() -> None:
    html = table_html([*ACTIONS.values()], 3, SETTING)
    assert html.count("data-row=") == 3
    assert "Toon meer (5)" in html
    assert "Toon meer" not in table_html([*ACTIONS.values()], 8, SETTING)


def test_owners_stand_under_their_roles_and_a_group_says_for_whom_it_stands() -> None:
    lead = ResolvedOwner(Owner("OCW", Role.LEAD), "ocw")
    group = ResolvedOwner(Owner("sectoren", Role.INVOLVED), "", ("mbo-raad", "unl"))
    nobody = ResolvedOwner(Owner("buurthuis", Role.INVOLVED))
    html = owners_html([lead, group, nobody], SETTING)
    assert Reader(html).text == "Trekker: OCW; Betrokken: sectoren, buurthuis"
    assert 'title="staat voor MBO Raad, UNL"' in html
    assert 'title="niet herkend als partij"' in html


@pytest.mark.parametrize(
    ("period", "words"),
    [
        (years(2023, 2024), "1 januari 2023 t/m 31 december 2024"),
        (Period("1-9-2026", date(2026, 9, 1), date(2026, 9, 1), Precision.DAY), "1 september 2026"),
        (CONTINUOUS, "loopt door, zonder einddatum"),
        (
            Period("vanaf 2025", date(2025, 1, 1), None, Precision.CONTINUOUS),
            "vanaf 1 januari 2025, loopt door, zonder einddatum",
        ),
        (Period("voor 2029", None, date(2028, 12, 31), Precision.SPAN), "uiterlijk 31 december 2028"),
        (OPEN, "noemt geen datum"),
        (Period("31-02-2026", None, None, Precision.IMPOSSIBLE), "noemt geen datum"),
    ],
)
def test_a_term_is_said_in_dates(period: Period, words: str) -> None:
    assert period_in_words(period, NL) == words


@pytest.mark.parametrize(
    ("iso", "words"),
    [
        ("2023", "2023"),
        ("2025-06", "juni 2025"),
        ("2025-05-15", "15 mei 2025"),
        ("2025-13", "2025-13"),
        ("", ""),
        ("ooit", "ooit"),
    ],
)
def test_a_date_is_said_as_precisely_as_it_is_known(iso: str, words: str) -> None:
    assert known_date_in_words(iso, NL) == words


def test_a_step_without_number_or_title_still_has_a_name() -> None:
    assert step_title(Step(None, "", ()), NL) == "Zonder stap"
    assert step_title(Step(None, "Opmaat", ()), NL) == "Opmaat"
    assert step_title(Step(3, "", ()), EN) == "Step 3"


def test_standings_are_counted_in_the_order_of_time() -> None:
    assert standing_counts([*ACTIONS.values()], date(2025, 11, 1)) == {
        Standing.NOT_BEGUN: 1, Standing.RUNNING: 2, Standing.ENDED: 2, Standing.CONTINUOUS: 2, Standing.OPEN: 1
    }  # fmt: skip


def test_the_filter_offers_what_occurs_and_holds_what_is_chosen() -> None:
    html = filters_html(AGENDAS, ActionFilter(stakeholder="sbb", year=2025), SETTING)
    assert '<option value="sbb" selected>SBB</option>' in html
    assert '<option value="unl">UNL</option>' in html  # through the sectorverenigingen
    assert '<optgroup label="Niet herkend"><option value="=Gemeente Zuid">Gemeente Zuid</option>' in html
    assert '<option value="2025" selected>' in html
    assert '<option value="2022">' not in html
    assert '<option value="4">Stap 4</option>' in html


def test_the_steps_of_one_agenda_have_their_titles() -> None:
    html = filters_html(AGENDAS, ActionFilter(document=SECOND.document), SETTING)
    assert '<option value="2">Stap 2: Overstappen naar een tekortberoep</option>' in html
    assert '<option value="4">' not in html


def test_rows_that_could_not_be_read_are_told_with_their_reason() -> None:
    problem = RowProblem(3, "OCW | 2025", ProblemKind.NO_ACTION)
    flawed = replace(AGENDAS[1], agenda=replace(AGENDAS[1].agenda, problems=(problem,)))
    html = results_html([flawed], [*flawed.actions], AgendaView(), SETTING)
    text = Reader(html).text
    assert "1 rij is niet of niet helemaal gelezen" in text
    assert "Onderwijsagenda LLO (2023), p. 3: er staat niet bij wat er moet gebeuren.OCW | 2025" in text
    other = AgendaView(ActionFilter(document=SECOND.document))
    assert "niet helemaal" not in results_html([flawed], [*AGENDAS[0].actions], other, SETTING)


def test_the_files_hold_what_is_on_screen_on_the_day_that_is_on_screen() -> None:
    address = download_address("docx", ActionFilter(stakeholder="sbb", year=2025), SETTING)
    assert address == "agenda/export?format=docx&language=nl&party=sbb&year=2025&on=2025-11-01"


def test_the_calendar_says_what_it_leaves_out() -> None:
    html = results_html(AGENDAS, [*ACTIONS.values()], AgendaView(), SETTING)
    assert 'title="3 acties hebben geen einddatum en staan niet in het kalenderbestand."' in html


def test_nothing_found_is_a_sentence_without_files() -> None:
    html = results_html(AGENDAS, [], AgendaView(), SETTING)
    assert "Geen enkele actie past bij deze filters" in html
    assert "agenda/export" not in html


def test_the_panel_marks_the_row_on_its_page() -> None:
    row = next(each for each in ACTIONS.values() if each.action.what == "Verkenning rol en gebruik microcredentials")
    html = panel(row)
    assert "<mark>Verkenning rol en gebruik microcredentials</mark>" in html
    assert "Onderwijsagenda LLO, pagina 2 (gedrukt: 5)" in html


def test_a_page_that_is_gone_is_a_sentence() -> None:
    shown = Shown(ACTIONS[PILOTS.id], (), {}, Opened(PILOTS.id))
    assert "Deze bladzijde is er niet meer" in panel_html(shown, nothing, "", SETTING)


def test_the_panel_shows_what_was_read_beside_what_it_should_be_and_who_said_so() -> None:
    text = Reader(panel(ACTIONS[PILOTS.id])).text
    assert "2023/20261 januari 2023 t/m 31 december 2026Gelezen als: 2023/2025" in text
    assert "Wanneer gecorrigeerdM. de Wit, 2 september 20252023/2026Gelezen als: 2023/2025verlengd" in text


def test_a_recorded_status_stands_with_its_proof() -> None:
    text = Reader(panel(ACTIONS[CERTIFICATES.id])).text
    assert "Status: deels voldaanM. de Wit, 1 september 2025tweede deel volgt" in text
    assert "De verkenning van certificaten is half gereed.Bewijs: werkverslag, p. 1" in text


def test_mentions_are_quoted_and_their_page_can_be_shown() -> None:
    mention = ActionMention(
        PILOTS.id, Quotation(FIRST.document, 3, "Een microcredential is"), "2025-06", ("microcredential",)
    )
    closed, opened = panel(ACTIONS[PILOTS.id], (mention,)), panel(ACTIONS[PILOTS.id], (mention,), 0)
    assert "Een <strong>microcredential</strong> is" in closed
    assert "<mark>Een microcredential is</mark>" in opened
    assert "Toon de rij in de agenda" in opened
    assert "Geen later document noemt deze actie." in panel(ACTIONS[PILOTS.id])


def test_a_mention_that_is_no_longer_there_shows_the_row() -> None:
    assert "Toon de rij" not in panel(ACTIONS[PILOTS.id], (), 7)


def test_terms_are_emphasised_as_they_are_written_the_longest_first() -> None:
    assert emphasised("LLO en llo-katalysator", ("llo", "LLO-katalysator")) == (
        "<strong>LLO</strong> en <strong>llo-katalysator</strong>"
    )
    assert emphasised("a & b", ()) == "a &amp; b"


def test_what_is_not_filled_in_is_named() -> None:
    values = {"status": "done", "document": "", "words": "  ", "by": "J. de Vries"}
    assert missing("record", values, NL) == "Vul ook in: Document, Woorden die het bewijzen."
    assert missing("record", {**values, "document": "x", "words": "y"}, NL) == ""


def test_a_refused_form_keeps_what_stood_in_it_and_an_accepted_one_does_not() -> None:
    refused = Form("record", {"words": "half gereed", "by": "J"}, problem="Deze woorden staan er niet.")
    html = forms_html(ACTIONS[PILOTS.id], [REPORT], refused, "J", NL)
    assert 'data-value="half gereed"' in html
    assert "Deze woorden staan er niet." in html
    accepted = forms_html(ACTIONS[PILOTS.id], [REPORT], replace(refused, problem="", done="Vastgelegd."), "J", NL)
    assert "half gereed" not in accepted
    assert 'data-value="J"' in accepted


def test_two_versions_say_what_changed_with_both_sources() -> None:
    html = diff_html(diff(AGENDAS[1], AGENDAS[0]), SETTING)
    text = Reader(html).text
    assert "andere termijnPilots met een skillspaspoort" in text
    assert "<ins>2023/2026</ins>" in html
    assert "<ins>2025/2027</ins>" in html
    assert "nieuwStaat niet in deze versie.Beurzen voor zij-instromers" in text


def test_one_agenda_has_no_versions_to_compare() -> None:
    assert "Er is één agenda" in choice_html(AGENDAS[:1], "", "", NL)


def test_an_agenda_without_steps_has_no_heading_for_them_but_actions_after_a_step_do() -> None:
    row, loose = ACTIONS[PILOTS.id], replace(ACTIONS[CERTIFICATES.id], step=Step(None, "", ()))
    assert "Zonder stap" not in table_html([loose, row], 100, SETTING)
    assert "Zonder stap" in table_html([row, loose], 100, SETTING)
    assert "Zonder stap" not in panel(loose)
