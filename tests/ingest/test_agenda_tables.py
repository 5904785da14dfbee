"""Agendas read from documents."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from assistant.domain.agenda import Action, Agenda, Note, Owner, ProblemKind, Quotation, Role, RowPart
from assistant.domain.documents import Document, Origin, Page, Source, Span
from assistant.domain.periods import Precision
from evals.benchmarks.agendas import DIGEST, KAMERBRIEF, agendas, compared, read
from ingest.agenda_tables import read_agenda
from ingest.readers.html import HtmlReader
from ingest.readers.markdown import MarkdownReader
from ingest.stakeholders import StakeholderRegister, load_stakeholders

AGENDAS = Path(__file__).parents[1] / "agendas"
OWN = [path for path, _ in agendas(AGENDAS) if path not in (KAMERBRIEF, DIGEST)]
HEADER = "| Actie | Wie | Wanneer |\n|---|---|---|\n"

Read = Callable[[str], Agenda | None]


@pytest.fixture(scope="module")
def stakeholders() -> StakeholderRegister:
    return load_stakeholders()


@pytest.fixture
def markdown(tmp_path: Path, stakeholders: StakeholderRegister) -> Read:
    """The agenda of a Markdown file with this text."""

    def read_text(text: str) -> Agenda | None:
        path = tmp_path / "agenda.md"
        path.write_text(text, encoding="utf-8")
        reading = MarkdownReader().read(path)
        return read_agenda(_document(reading.pages, "Agenda"), stakeholders)

    return read_text


def _document(pages: tuple[Page, ...], title: str) -> Document:
    return Document(Source("agenda", title), "1", Origin.ORIGINAL, "agenda.md", "test", pages)


def known(agenda: Agenda | None) -> Agenda:
    assert agenda is not None
    return agenda


def rows(agenda: Agenda | None) -> list[tuple[int | None, str, list[str], str]]:
    return [
        (step.number, action.what, [owner.name for owner in action.owners], action.when.text)
        for step in known(agenda).steps
        for action in step.actions
    ]


def problems(agenda: Agenda | None) -> list[tuple[ProblemKind, str]]:
    return [(problem.kind, problem.text) for problem in known(agenda).problems]


# --- whole agendas


@pytest.mark.parametrize("path", OWN, ids=[path.name for path in OWN])
def test_an_agenda_of_ours_is_read_as_people_read_it(path: Path) -> None:
    """All rows and terms; 95 % of the owners of all of them together are asked for below."""
    expected = next(expected for each, expected in agendas(AGENDAS) if each == path)
    score = compared(read(path), expected)
    assert (score.found, score.too_many, score.terms, score.ends, score.problems) == (
        score.expected, 0, score.expected, score.dated, 0,
    )  # fmt: skip
    assert not [sentence for sentence in score.wrong if not sentence.startswith("owners")]


def test_nineteen_of_twenty_rows_have_exactly_the_right_owners() -> None:
    scores = [compared(read(path), expected) for path, expected in agendas(AGENDAS) if path in OWN]
    assert sum(score.owners for score in scores) >= 0.95 * sum(score.expected for score in scores)


def test_the_agenda_of_the_kamerbrief_is_read_exactly(shared_documents: Path) -> None:
    expected = next(expected for path, expected in agendas(AGENDAS) if path == DIGEST)
    score = compared(read(shared_documents / KAMERBRIEF.name), expected)
    assert (score.found, score.too_many, score.wrong) == (18, 0, ())


def test_the_agenda_of_the_digest_is_the_same() -> None:
    expected = next(expected for path, expected in agendas(AGENDAS) if path == DIGEST)
    score = compared(read(DIGEST), expected)
    assert (score.found, score.too_many, score.wrong) == (18, 0, ())


@pytest.mark.parametrize("path", OWN, ids=[path.name for path in OWN])
def test_footnotes_are_found_at_the_words_that_carry_their_marks(path: Path) -> None:
    expected = next(expected for each, expected in agendas(AGENDAS) if each == path)
    actions = known(read(path)).actions
    notes = {(note.word, note.label) for action in actions for note in action.notes}
    notes |= {(note.word, note.label) for action in actions for owner in action.owners if (note := owner.note)}
    assert notes == {(word, label) for word, label in expected.get("notes", [])}


# --- one action


def test_an_action_has_its_place_its_words_and_what_cites_it(markdown: Read) -> None:
    (action,) = known(markdown(HEADER + "| Loket openen | OCW, SBB | 2026 |\n")).actions
    page = "Actie\tWie\tWanneer\nLoket openen\tOCW, SBB\t2026"
    assert action.id == "agenda:1.1"
    assert action.what == "Loket openen"
    assert action.owners == (Owner("OCW"), Owner("SBB"))
    assert (action.when.start, action.when.end) == (date(2026, 1, 1), date(2026, 12, 31))
    assert action.quotation == Quotation("agenda", 1, "Loket openen | OCW, SBB | 2026")
    start = page.index("Loket")
    assert action.parts == (
        RowPart(1, (Span(start, start + 12), Span(start + 13, start + 21), Span(start + 22, start + 26))),
    )


def test_columns_stand_in_any_order_and_each_gives_its_owners_a_role(markdown: Read) -> None:
    agenda = markdown(
        "| Gereed | Trekker | Betrokkenen | Stand van zaken | Maatregel | Kosten |\n|---|---|---|---|---|---|\n"
        "| 2026 | OCW | SBB en UWV | loopt | Loket openen | € 1 mln |\n"
    )
    (action,) = known(agenda).actions
    assert action.owners == (Owner("OCW", Role.LEAD), Owner("SBB", Role.INVOLVED), Owner("UWV", Role.INVOLVED))
    assert (action.what, action.when.text, action.status) == ("Loket openen", "2026", "loopt")
    assert action.others == (("Kosten", "€ 1 mln"),)


def test_a_term_in_two_columns_goes_from_the_one_to_the_other(markdown: Read) -> None:
    agenda = markdown("| Actie | Start | Einde |\n|---|---|---|\n| Loket | maart 2026 | 2027 |\n")
    (action,) = known(agenda).actions
    assert action.when.text == "maart 2026 | 2027"
    assert (action.when.start, action.when.end) == (date(2026, 3, 1), date(2027, 12, 31))


def test_a_sign_leads_to_the_note_that_begins_with_it(markdown: Read) -> None:
    rows_of = "| Loket openen | scholen\\*, NOC\\*NSF | 2026\\*\\* |\n| Wet | SBB | 2027 |\n\n"
    agenda = known(markdown(f"{HEADER}{rows_of}\\* Scholen in po en vo. \\*\\* Onder voorbehoud.\n"))
    (action, _) = agenda.actions
    assert [owner.name for owner in action.owners] == ["scholen", "NOC*NSF"]
    assert action.owners[0].note == Note("scholen", "*", Quotation("agenda", 1, "Scholen in po en vo."))
    assert action.when.text == "2026"
    assert action.notes == (Note("2026", "**", Quotation("agenda", 1, "Onder voorbehoud.")),)


def test_a_figure_that_is_raised_by_itself_is_a_mark_and_one_behind_a_unit_is_none(markdown: Read) -> None:
    row = "| Park van 3 km² | scholen² | 2026 |\n\n² Scholen in po en vo.\n"
    (action,) = known(markdown(HEADER + row)).actions
    assert (action.what, action.notes) == ("Park van 3 km²", ())
    assert action.owners == (
        Owner("scholen", note=Note("scholen", "2", Quotation("agenda", 1, "Scholen in po en vo."))),
    )


def test_a_row_that_begins_as_a_header_does_is_a_row(markdown: Read) -> None:
    text = HEADER + "| Loket | OCW | 2026 |\n| Afspraken maken | partijen | begin 2027 |\n| Wet | SBB | 2028 |\n"
    assert rows(markdown(text)) == [
        (None, "Loket", ["OCW"], "2026"),
        (None, "Afspraken maken", ["partijen"], "begin 2027"),
        (None, "Wet", ["SBB"], "2028"),
    ]


def test_a_sign_that_begins_several_texts_is_a_bullet(markdown: Read) -> None:
    rows_of = "| Loket openen | scholen | 2026\\* |\n\n\\* Eerst dit.\n\n\\* Dan dat.\n"
    (action,) = known(markdown(HEADER + rows_of)).actions
    assert (action.when.text, action.notes) == ("2026*", ())


def test_a_column_that_holds_terms_or_parties_says_when_or_who_whatever_it_is_called(markdown: Read) -> None:
    text = "| Actie | Rol | Planning |\n|---|---|---|\n| Loket | OCW | 2026 |\n| Wet | SBB | 2027 |\n"
    assert rows(markdown(text)) == [(None, "Loket", ["OCW"], "2026"), (None, "Wet", ["SBB"], "2027")]
    text = "| Actie | Wie | Moment |\n|---|---|---|\n| Loket | OCW | Q1 2026 |\n| Wet | SBB | continu |\n"
    assert rows(markdown(text)) == [(None, "Loket", ["OCW"], "Q1 2026"), (None, "Wet", ["SBB"], "continu")]


def test_a_word_has_its_footnote_where_its_mark_is_missing_too(markdown: Read) -> None:
    agenda = markdown(
        HEADER + "| Eén | het veld[^1] | 2026 |\n| Twee met de koepels[^2] | veld, OCW | 2027 |\n\n"
        "[^1]: Alle instellingen.\n[^2]: De drie verenigingen.\n"
    )
    one, two = known(agenda).actions
    veld = Note(one.owners[0].name, "1", Quotation("agenda", 1, "Alle instellingen."))
    assert one.owners[0].note == veld
    assert [(owner.name, owner.note) for owner in two.owners] == [("veld", veld), ("OCW", None)]
    assert two.notes == (Note("koepels", "2", Quotation("agenda", 1, "De drie verenigingen.")),)
    assert two.what == "Twee met de koepels"


# --- steps


@pytest.mark.parametrize(
    ("title", "number", "shown"),
    [
        ("Stap 3: Wonen", 3, "Wonen"),
        ("Lijn 2 - Zorg", 2, "Zorg"),
        ("1 Wonen", 1, "Wonen"),
        ("II. Zorg", 2, "Zorg"),
        ("B. Zorg", 2, "Zorg"),
        ("Wonen en zorg", None, "Wonen en zorg"),
    ],
)
def test_a_row_with_one_filled_cell_is_the_title_of_a_step(
    markdown: Read, title: str, number: int | None, shown: str
) -> None:
    agenda = known(markdown(HEADER + f"| {title} | | |\n| Loket | OCW | 2026 |\n"))
    assert [(step.number, step.title, len(step.actions)) for step in agenda.steps] == [(number, shown, 1)]
    assert agenda.steps[0].quotation == Quotation("agenda", 1, title)


def test_without_parts_there_is_one_step_without_a_name(markdown: Read) -> None:
    agenda = known(markdown(HEADER + "| Loket | OCW | 2026 |\n"))
    assert [(step.number, step.title, step.quotation) for step in agenda.steps] == [(None, "", None)]


def test_numbers_of_actions_tell_the_steps_where_nothing_else_does(markdown: Read) -> None:
    table = "| Nr. | Actie | Wie |\n|---|---|---|\n| 1.1 | Eén | OCW |\n| 1.2 | Twee | OCW |\n| 2.1 | Drie | OCW |\n"
    agenda = known(markdown(table))
    assert [(step.number, [action.number for action in step.actions]) for step in agenda.steps] == [
        (1, ["1.1", "1.2"]),
        (2, ["2.1"]),
    ]
    assert [action.id for action in agenda.actions] == ["agenda:1.1", "agenda:1.2", "agenda:2.1"]


def test_a_column_of_steps_may_repeat_them_or_leave_them_out(markdown: Read) -> None:
    table = "| Thema | Actie | Wie |\n|---|---|---|\n"
    table += "| 1. Wonen | Eén | OCW |\n| 1. Wonen | Twee | OCW |\n| 2. Zorg | Drie | OCW |\n| | Vier | OCW |\n"
    assert [(step, what) for step, what, *_ in rows(markdown(table))] == [
        (1, "Eén"), (1, "Twee"), (2, "Drie"), (2, "Vier"),
    ]  # fmt: skip


def test_tables_under_headings_of_their_own_are_steps(markdown: Read) -> None:
    one, two = HEADER + "| Eén | OCW | 2026 |\n", HEADER + "| Twee | SZW | 2027 |\n"
    agenda = known(markdown(f"## Lijn 1: Wonen\n\n{one}\n## Lijn 2: Zorg\n\n{two}"))
    assert [(step.number, step.title, len(step.actions)) for step in agenda.steps] == [(1, "Wonen", 1), (2, "Zorg", 1)]


# --- page breaks


def test_a_table_and_its_section_go_on_over_a_page_with_the_header_again(markdown: Read) -> None:
    agenda = markdown(
        f"<!-- pagina 1 -->\n{HEADER}| 1 Wonen | | |\n| Eén | OCW | 2026 |\n\n"
        f"<!-- pagina 2 -->\n{HEADER}| Twee | SZW | 2027 |\n| 2 Zorg | | |\n| Drie | SZW | 2027 |\n"
    )
    assert [(step, what) for step, what, *_ in rows(agenda)] == [(1, "Eén"), (1, "Twee"), (2, "Drie")]


def test_a_row_goes_on_over_a_page_and_its_words_are_joined(markdown: Read) -> None:
    agenda = known(
        markdown(
            f"<!-- pagina 1 -->\n{HEADER}| Een landelijk loket voor onder- | OCW, | 2026 |\n\n"
            f"<!-- pagina 2 -->\n{HEADER}| wijs en opleiding | SBB | |\n| Twee | SZW | 2027 |\n"
        )
    )
    assert rows(agenda) == [
        (None, "Een landelijk loket voor onderwijs en opleiding", ["OCW", "SBB"], "2026"),
        (None, "Twee", ["SZW"], "2027"),
    ]
    first = agenda.actions[0]
    assert [part.page for part in first.parts] == [1, 2]
    assert first.quotation == Quotation(
        "agenda", 1, "Een landelijk loket voor onder- | OCW, | 2026 … wijs en opleiding | SBB"
    )


def test_a_row_longer_than_a_page_is_one_action(markdown: Read) -> None:
    parts = [
        f"<!-- pagina {page} -->\n{HEADER}| {text} | {who} | {when} |\n\n"
        for page, text, who, when in (
            (1, "Eerst dit,", "OCW", "2026"),
            (2, "dan dat en", "", ""),
            (3, "tot slot", "", ""),
        )
    ]
    (action,) = known(markdown("".join(parts))).actions
    assert action.what == "Eerst dit, dan dat en tot slot"
    assert [part.page for part in action.parts] == [1, 2, 3]


def test_a_row_that_has_all_its_cells_is_no_rest_of_another(markdown: Read) -> None:
    agenda = markdown(
        f"<!-- pagina 1 -->\n{HEADER}| verkenning van | OCW | 2026 |\n\n"
        f"<!-- pagina 2 -->\n{HEADER}| pilots | SZW | 2027 |\n"
    )
    assert len(known(agenda).actions) == 2


# --- merged cells


def test_a_merged_cell_counts_for_all_its_rows(tmp_path: Path, stakeholders: StakeholderRegister) -> None:
    path = tmp_path / "agenda.html"
    path.write_text(
        "<table><tr><th>Actie</th><th>Wie</th><th>Wanneer</th></tr>"
        "<tr><td>Eén</td><td rowspan=2>OCW<br>SBB</td><td>2026</td></tr><tr><td>Twee</td><td>2027</td></tr>"
        "<tr><td>Drie</td><td></td><td>2028</td></tr></table>",
        encoding="utf-8",
    )
    agenda = known(read_agenda(_document(HtmlReader().read(path).pages, "Agenda"), stakeholders))
    assert rows(agenda) == [
        (None, "Eén", ["OCW", "SBB"], "2026"),
        (None, "Twee", ["OCW", "SBB"], "2027"),
        (None, "Drie", [], "2028"),
    ]
    assert agenda.actions[1].quotation.text == "Twee | OCW SBB | 2027"


# --- what is no agenda, and what cannot be read


@pytest.mark.parametrize(
    "text",
    [
        "Lopende tekst zonder tabel.\n",
        "| Naam | Partij | Zetels |\n|---|---|---|\n| A | B | 3 |\n",
        "| Actie | Kosten |\n|---|---|\n| Loket | € 1 mln |\n",
        "| Organisatie | Taak | Telefoon |\n|---|---|---|\n| GGD | Vragen | 088 |\n",
        "| Project | Opdrachtgever | Looptijd |\n|---|---|---|\n| Brug | VNG | 2025 |\n| Weg | IPO | 2026 |\n",
        "| Onderwerp | Wie | Wanneer |\n|---|---|---|\n| Opening | OCW | 10.00 uur |\n| Slot | SBB | 16.00 uur |\n",
        "1. Jansen beschrijft dit (Jansen, 2019).\n2. Ook een ander doet dat (CBS, 2021).\n",
    ],
)
def test_what_is_no_agenda_is_left_alone(markdown: Read, text: str) -> None:
    assert markdown(text) is None


def test_a_column_that_is_merged_over_rows_before_the_action_names_the_steps(
    tmp_path: Path, stakeholders: StakeholderRegister
) -> None:
    path = tmp_path / "agenda.html"
    path.write_text(
        "<table><tr><th rowspan=2>Doelgroep<th rowspan=2>Actie<th colspan=2>Uitvoering<th rowspan=2>Gereed</tr>"
        "<tr><th>Initiatief<th>Hulp</tr>"
        "<tr><td rowspan=2>Jongeren<td>Loket<td>OCW<td>SBB<td>2026</tr><tr><td>Wet<td>SZW<td>UWV<td>2027</tr>"
        "<tr><td>Ouderen<td>Bus<td>VNG<td><td>2028</tr><tr><td colspan=5>Vastgesteld in mei.</td></tr></table>",
        encoding="utf-8",
    )
    agenda = known(read_agenda(_document(HtmlReader().read(path).pages, "Agenda"), stakeholders))
    assert [(step.title, [action.what for action in step.actions]) for step in agenda.steps] == [
        ("Jongeren", ["Loket", "Wet"]), ("Ouderen", ["Bus"]),
    ]  # fmt: skip
    assert [owner.name for owner in agenda.actions[0].owners] == ["OCW", "SBB"]


def test_an_agenda_is_found_right_below_another_table_of_as_many_columns(markdown: Read) -> None:
    other = "| Naam | Rol | Zetels |\n|---|---|---|\n| A | B | 3 |\n| C | D | 4 |\n| E | F | 5 |\n\n"
    assert rows(markdown(f"{other}{HEADER}| Loket | OCW | 2026 |\n")) == [(None, "Loket", ["OCW"], "2026")]


def test_a_header_without_rows_is_reported(markdown: Read) -> None:
    agenda = markdown(HEADER)
    assert known(agenda).steps == ()
    assert problems(agenda) == [(ProblemKind.NO_ROWS, "Actie | Wie | Wanneer")]


def test_a_row_without_an_action_is_reported(markdown: Read) -> None:
    agenda = markdown(HEADER + "| Eén | OCW | 2026 |\n| | SBB | 2027 |\n")
    assert len(known(agenda).actions) == 1
    assert problems(agenda) == [(ProblemKind.NO_ACTION, "SBB | 2027")]


def test_a_term_in_the_column_of_owners_is_reported_and_no_owner_is_made_of_it(markdown: Read) -> None:
    agenda = markdown(HEADER + "| Eén | 2026 | OCW |\n| Twee | OCW | 2027 |\n")
    assert [action.what for action in known(agenda).actions] == ["Twee"]
    assert problems(agenda) == [(ProblemKind.SWAPPED, "Eén | 2026 | OCW")]


def test_a_date_that_does_not_exist_is_reported_and_the_action_kept(markdown: Read) -> None:
    agenda = known(markdown(HEADER + "| Eén | OCW | 31-02-2026 |\n"))
    assert agenda.actions[0].when.precision is Precision.IMPOSSIBLE
    assert problems(agenda) == [(ProblemKind.TERM, "Eén | OCW | 31-02-2026")]


def test_a_header_that_says_the_same_again_is_no_row(markdown: Read) -> None:
    agenda = markdown(HEADER + "| Eén | OCW | 2026 |\n| Actie | Wie | Wanneer |\n| Twee | SZW | 2027 |\n")
    assert [action.what for action in known(agenda).actions] == ["Eén", "Twee"]
    assert problems(agenda) == []


def test_a_second_header_that_contradicts_the_first_is_reported(markdown: Read) -> None:
    agenda = markdown(HEADER + "| Wie | Actie | Deadline |\n| OCW | Eén | 2026 |\n")
    assert problems(agenda) == [(ProblemKind.HEADER, "Actie | Wie | Wanneer")]
    assert rows(agenda) == [(None, "Eén", ["OCW"], "2026")]


def test_names_below_a_header_say_more_of_its_columns(markdown: Read) -> None:
    agenda = markdown(
        "| Actie | Wie | | Wanneer |\n|---|---|---|---|\n| | Trekker | Betrokken | |\n| Loket | OCW | SBB | 2026 |\n"
    )
    (action,) = known(agenda).actions
    assert action.owners == (Owner("OCW", Role.LEAD), Owner("SBB", Role.INVOLVED))


def test_rows_below_another_header_are_read_by_that_one(markdown: Read) -> None:
    agenda = markdown(HEADER + "| Eén | OCW | 2026 |\n| Wie | Actie | Deadline |\n| SZW | Twee | 2027 |\n")
    assert rows(agenda) == [(None, "Eén", ["OCW"], "2026"), (None, "Twee", ["SZW"], "2027")]


def test_reading_twice_gives_the_same(markdown: Read) -> None:
    text = HEADER + "| 1 Wonen | | |\n| Eén | OCW | 2026 |\n| Twee | SZW | 2027 |\n"
    assert markdown(text) == markdown(text)


def quoted(action: Action) -> list[str]:
    return action.quotation.text.split(" | ")


def test_a_quotation_holds_the_words_of_each_filled_cell(markdown: Read) -> None:
    (action,) = known(markdown(HEADER + "| Loket **openen** | | medio 2026 |\n")).actions
    assert quoted(action) == ["Loket openen", "medio 2026"]
