"""The score of reading positions, worked out by hand, and the sample itself."""

from __future__ import annotations

import pytest

from assistant.domain.documents import Document, Origin, Source
from assistant.domain.positions import PositionKind, Speaker, SpeakerBasis
from evals.benchmarks.positions import BARS, OWN, SAMPLE, filled, read
from evals.positions import OTHER, TUNING, Label, mistakes, read_labels, scored
from ingest.catalogue import load_catalogue
from ingest.pipeline import Pipeline
from ingest.positions import read_positions
from ingest.readers.page_builder import PageBuilder
from ingest.stakeholders import load_stakeholders
from ingest.themes import load_themes
from tests.fakes.positions import UNL, position

TEXT = "Het fonds moet er komen. Het regent. De bond wil meer. Hij komt niet."


def document() -> Document:
    builder = PageBuilder(1)
    builder.paragraph(TEXT)
    return Document(Source("a", "A"), "1", Origin.ORIGINAL, "a.pdf", "test", (builder.page(),))


def test_scores_count_what_is_found_missed_and_wrong() -> None:
    labels = (
        Label("a", 1, "Het fonds moet", TUNING, ("demand",), ("geld",), (("unl",),)),
        Label("a", 1, "Het regent.", TUNING),
        Label("a", 1, "De bond wil", TUNING, ("wish",), ("geld",), ((),), name="bond"),
        Label("a", 1, "Hij komt", OTHER, ("demand",), (), ((),), unsure=True),
    )
    bond = Speaker((), "De bond", SpeakerBasis.REPORTED)
    found = (
        position("Het fonds moet er komen.", UNL, PositionKind.DEMAND, ("geld", "tijd"), ("a", 1, 0)),
        position("Het regent.", UNL, PositionKind.WISH, ("geld",), ("a", 1, TEXT.index("Het regent"))),
        position("De bond wil meer.", bond, PositionKind.DEMAND, ("tijd",), ("a", 1, TEXT.index("De bond"))),
    )
    scores = scored(labels, {"a": document()}, lambda _: found)
    tuning, other = scores[TUNING], scores[OTHER]
    assert (tuning.labels, tuning.right, tuning.missed, len(tuning.wrong)) == (3, 2, [], 1)
    assert (round(tuning.precision, 3), tuning.recall) == (0.667, 1.0)
    assert (tuning.kinds, tuning.themes, round(tuning.themes_labelled, 3), tuning.speakers) == (0.5, 0.5, 0.333, 1.0)
    assert (other.recall, other.missed) == (0.0, ["a p. 1: Hij komt"])
    assert [each.split()[0] for each in mistakes(tuning)] == ["wrong", "other_kind", "other_theme"]


@pytest.mark.parametrize(
    ("speaker", "right"),
    [
        (UNL, False),
        (Speaker((), "Stuk", SpeakerBasis.DOCUMENT), True),
        (Speaker(("unl",), "Stuk", SpeakerBasis.DOCUMENT), False),
    ],
)
def test_who_is_unsure_is_not_named(speaker: Speaker, right: bool) -> None:
    label = Label("a", 1, "Het fonds", TUNING, ("demand",), (), ((),), unsure=True)
    found = position("Het fonds moet er komen.", speaker, PositionKind.DEMAND, (), ("a", 1, 0))
    scores = scored([label], {"a": document()}, lambda _: [found])[TUNING]
    assert (scores.speakers == 1.0) is right


def test_words_that_open_no_sentence_are_refused() -> None:
    with pytest.raises(ValueError, match="Er was eens"):
        scored([Label("a", 1, "Er was eens", TUNING)], {"a": document()}, lambda _: ())


def test_the_sample_has_enough_sentences_in_two_halves_that_share_no_page() -> None:
    labels = read_labels(SAMPLE)
    assert len(labels) >= 150
    assert len({label.document for label in labels}) == 7
    assert all(len(label.words.split()) <= 6 for label in labels)
    halves = [{(each.document, each.page) for each in labels if each.half == half} for half in (TUNING, OTHER)]
    assert all(halves)
    assert not halves[0] & halves[1]
    assert {kind for label in labels for kind in label.kinds} <= {each.value for each in PositionKind}
    assert {theme for label in labels for theme in label.themes} <= {each.id for each in load_themes().all}
    assert all(load_stakeholders().get(party) for label in labels for each in label.speakers for party in each)


def test_our_own_documents_are_read_as_they_are_labelled() -> None:
    parties, themes, pipeline = load_stakeholders(), load_themes(), Pipeline(load_catalogue())
    own = {path.stem: read(path.stem, OWN, pipeline) for path in OWN.glob("*.md")}
    labels = [each for each in read_labels(SAMPLE) if each.document in own]
    for scores in scored(labels, own, lambda document: read_positions(document, parties, themes)).values():
        assert scores.precision >= BARS["precision"]
        assert scores.recall >= BARS["recall"]
        assert scores.speakers >= BARS["speakers"]


def test_the_library_of_the_matrix_differs_from_document_to_document() -> None:
    library = filled(None, 3, 4, load_themes())
    views = library.views(["stuk-0000", "stuk-0001", "stuk-0002"])
    assert len({position.text for each in views for position in each.positions}) == 12
