"""The library keeps agendas with their documents, and what people said of actions whatever happens to these."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from assistant.domain import agenda as domain
from assistant.domain.documents import Span
from assistant.domain.periods import Period, Precision
from assistant.library.library import Library
from assistant.testing import make_document

AT = datetime.fromisoformat("2026-01-02T03:04:05")
CORRECTION = domain.Correction("doc:1.1", "when", "2027", "M. de Wit", AT, "verlengd", "Pilots starten")
RECORDED = domain.RecordedStatus(
    "doc:1.1", domain.Status.DONE, domain.Quotation("b", 2, "Gereed."), "M. de Wit", AT, "mooi", "Pilots"
)

texts = st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0"), max_size=12)
days = st.dates(date(1990, 1, 1), date(2090, 12, 31))


def period(text: str, first: date | None, last: date | None, precision: Precision) -> Period:
    """The two days in order."""
    if first and last:
        first, last = sorted((first, last))
    return Period(text, first, last, precision)


periods = st.builds(period, texts, st.none() | days, st.none() | days, st.sampled_from(Precision))
quotations = st.builds(domain.Quotation, texts, st.integers(1, 999), texts)
notes = st.builds(domain.Note, texts, texts, quotations)
owners = st.builds(domain.Owner, texts, st.sampled_from(domain.Role), st.none() | notes)
spans = st.builds(Span, st.integers(0, 9999), st.integers(0, 9999))
parts = st.builds(domain.RowPart, st.integers(1, 999), st.lists(spans, max_size=3).map(tuple))
actions = st.builds(
    domain.Action,
    *(texts, texts, st.lists(owners, max_size=2).map(tuple), periods, quotations),
    parts=st.lists(parts, max_size=2).map(tuple),
    number=texts,
    status=texts,
    others=st.lists(st.tuples(texts, texts), max_size=2).map(tuple),
    notes=st.lists(notes, max_size=2).map(tuple),
)
steps = st.builds(
    domain.Step, st.none() | st.integers(0, 99), texts, st.lists(actions, max_size=2).map(tuple), st.none() | quotations
)
problems = st.builds(domain.RowProblem, st.integers(1, 999), texts, st.sampled_from(domain.ProblemKind))
agendas = st.builds(
    domain.Agenda,
    *(st.just("doc"), st.just("v1"), texts),
    st.lists(steps, max_size=2).map(tuple),
    st.lists(problems, max_size=2).map(tuple),
)


def agenda(version: str = "v1", title: str = "Actieplan") -> domain.Agenda:
    return domain.Agenda("doc", version, title, ())


@given(agendas)
@settings(deadline=None, max_examples=50)
def test_an_agenda_comes_out_as_it_went_in(found: domain.Agenda) -> None:
    library = Library()
    library.put(make_document(), [], agenda=found)
    assert library.agendas(["doc"]) == (found,)
    library.close()


def test_a_new_version_of_a_document_has_its_own_agenda_or_none() -> None:
    library = Library()
    library.put(make_document("v1"), [], agenda=agenda("v1", "Eerste"))
    library.put(make_document("v2"), [], agenda=agenda("v2", "Tweede"))
    assert library.agenda_versions() == {"doc": "v2"}
    assert [each.title for each in library.agendas(["doc", "unknown"])] == ["Tweede"]
    library.put(make_document("v3"), [])
    assert (library.agenda_versions(), library.agendas(["doc"])) == ({}, ())


def test_an_agenda_of_another_version_is_refused_and_nothing_is_changed() -> None:
    library = Library()
    with pytest.raises(ValueError, match="another document or version"):
        library.put(make_document("v1"), [], agenda=agenda("v2"))
    assert (library.changes(), library.versions()) == (0, {})


def test_more_agendas_than_one_query_takes_come_in_order_of_document() -> None:
    library = Library()
    ids = [f"doc-{number:04d}" for number in range(501)]
    for name in ids:
        library.put(make_document(f"v-{name}", name), [], agenda=replace(agenda(f"v-{name}"), document=name))
    assert [each.document for each in library.agendas(ids[::-1])] == ids


def test_what_people_said_outlives_the_document(tmp_path: Path) -> None:
    library = Library(tmp_path / "library.sqlite")
    library.put(make_document("v1"), [], agenda=agenda())
    library.annotations.add_corrections([CORRECTION, replace(CORRECTION, value="2028")])
    library.annotations.add_status(RECORDED)
    library.put(make_document("v2"), [])
    library.remove("doc")
    library.close()
    annotations = Library(tmp_path / "library.sqlite").annotations
    assert [each.value for each in annotations.corrections()] == ["2027", "2028"]
    assert (annotations.corrections()[0], annotations.statuses()) == (CORRECTION, (RECORDED,))
    assert annotations.count() == 3


def test_no_corrections_change_nothing() -> None:
    annotations = Library().annotations
    annotations.add_corrections([])
    assert (annotations.count(), annotations.corrections(), annotations.statuses()) == (0, (), ())
