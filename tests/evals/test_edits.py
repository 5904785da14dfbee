"""Edits of evidence."""

from __future__ import annotations

from evals.edits import STRANGER, Duty, Edit, Kind, edits_of, page_of
from evals.questions import Fact, GoldPlace, OwnerName, Question
from tests.evals.samples import question

DIGEST = """<!-- pagina 1 -->
# Agenda

<!-- pagina 2 -->
| Wat | Wie | Wanneer |
|---|---|---|
| Verkenning walstroom | HavenRaad, TNO | 2024/2025 |

De proef kost 12 miljoen euro.
"""
DIGESTS = {"agenda": DIGEST, "brief": "<!-- pagina 1 -->\nHavens zijn druk.\n"}
ROW = question(
    text="Wie verkent walstroom?",
    gold=((GoldPlace("agenda", 2, ("walstroom",)),),),
    facts=(Fact("HavenRaad", ("HavenRaad",)),),
    owners=(OwnerName("HavenRaad"), OwnerName("TNO")),
    term="2024/2025",
)
COST = question(
    type="number",
    gold=((GoldPlace("agenda", 2, ("12 miljoen",)),),),
    facts=(Fact("kosten", (r"12\s+miljoen",)),),
    owners=(),
    term="",
)


def edits(asked: Question) -> dict[Kind, list[Edit]]:
    found: dict[Kind, list[Edit]] = {}
    for each in edits_of(asked, DIGESTS):
        found.setdefault(each.kind, []).append(each)
    return found


def test_an_owner_and_a_term_are_replaced_in_their_row_alone() -> None:
    found = edits(ROW)
    (owner,), (term,) = found[Kind.OWNER], found[Kind.TERM]
    assert owner.text == DIGEST.replace("HavenRaad", STRANGER)
    assert (term.old, term.new) == ("2024/2025", "2031/2032")
    assert term.text == DIGEST.replace("2024/2025", "2031/2032")
    assert owner.duty is Duty.FOLLOW


def test_a_number_becomes_another() -> None:
    (edit,) = edits(COST)[Kind.NUMBER]
    assert (edit.old, edit.new) == ("12 miljoen", "19 miljoen")
    assert "De proef kost 19 miljoen euro." in edit.text


def test_the_line_is_deleted_when_no_other_line_states_the_fact() -> None:
    (edit,) = edits(COST)[Kind.DELETION]
    assert edit.text == DIGEST.replace("De proef kost 12 miljoen euro.", "")
    repeated = DIGESTS | {"brief": "<!-- pagina 1 -->\nHet kost 12 miljoen.\n"}
    assert Kind.DELETION not in {each.kind for each in edits_of(COST, repeated)}


def test_an_older_document_says_otherwise_beside_the_evidence() -> None:
    (edit,) = edits(COST)[Kind.OLDER]
    assert edit.document not in DIGESTS
    assert "vervangen" in edit.text
    assert "19 miljoen" in edit.text
    assert edit.duty is Duty.HOLD


def test_a_distractor_has_the_words_of_the_question_and_no_answer() -> None:
    (edit,) = edits(ROW)[Kind.DISTRACTOR]
    assert ROW.text in edit.text
    assert "HavenRaad" not in edit.text


def test_evidence_at_several_places_cannot_be_edited_alone() -> None:
    two = question(gold=(ROW.gold[0], COST.gold[0]))
    either = question(gold=((*ROW.gold[0], *COST.gold[0]),))
    assert [*edits_of(two, DIGESTS), *edits_of(either, DIGESTS)] == []


def test_pages_are_told_apart_by_their_markers() -> None:
    assert page_of(DIGEST, 1) == "# Agenda"
    assert page_of(DIGEST, 2).endswith("De proef kost 12 miljoen euro.")
    assert page_of(DIGEST, 9) == ""
