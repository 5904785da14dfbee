"""Which documents name which parties, and what their names are."""

from __future__ import annotations

from dataclasses import replace

from assistant.agenda.asking import close_names, with_owner
from assistant.agenda.parties import KnownParties
from assistant.agenda.party_mentions import PartyMentions
from assistant.domain.agenda import ActionFilter
from assistant.domain.positions import Views
from assistant.domain.stakeholders import Name, NamedAt, Stakeholder
from assistant.library.known_views import KnownViews
from assistant.library.library import Library
from assistant.testing import make_document, make_passage
from ingest.stakeholders import StakeholderRegister
from tests.assistant.agenda.plans import PARTIES
from tests.fakes.agenda import AGENDAS

ACTIONS = [action for agenda in AGENDAS for action in agenda.actions]


def test_documents_that_name_a_party_are_found_by_any_of_its_names() -> None:
    library = Library()
    for name, text in (("a", "De VSNU en SBB."), ("b", "Volgens UNL niet."), ("c", "Niemand.")):
        library.put(make_document(f"v-{name}", name, [text]), [make_passage(text, 0, f"v-{name}", name)])
    mentions = PartyMentions(library, KnownViews(library), lambda: PARTIES)
    expected = {"unl": ("a", "b"), "sbb": ("a",), "ocw": ()}
    assert mentions.documents(["unl", "sbb", "ocw"]) == expected
    library.put(make_document("v-d", "b", ["OCW."]), [make_passage("OCW.", 0, "v-d", "b")])
    assert mentions.documents(["unl", "ocw"]) == {"unl": ("a",), "ocw": ("b",)}


def test_the_places_of_a_name_are_those_in_the_text_of_its_page() -> None:
    library, text = Library(), "De VSNU en SBB."
    passage = replace(make_passage(text, 0, "v-a", "a"), start=40, end=40 + len(text), page=3)
    library.put(make_document("v-a", "a", ["", "", " " * 40 + text]), [passage])
    mentions = PartyMentions(library, KnownViews(library), lambda: PARTIES)
    assert mentions.places("unl") == (NamedAt("unl", "a", 3, 43, 47),)
    assert mentions.places("ocw") == ()


def test_what_was_found_at_ingest_is_not_looked_for_again() -> None:
    library = Library()
    found = NamedAt("unl", "a", 1, 3, 7)
    passage = make_passage("De VSNU.", 0, "v-a", "a")
    library.put(make_document("v-a", "a", ["De VSNU."]), [passage], views=Views("a", "v-a", named=(found,)))
    library.put(make_document("v-b", "b", ["SBB."]), [make_passage("SBB.", 0, "v-b", "b")], views=Views("b", "v-b"))
    mentions = PartyMentions(library, KnownViews(library), lambda: PARTIES)
    assert mentions.places("unl") == (found,)
    assert mentions.documents(["sbb"]) == {"sbb": ()}  # none was found in it then


def test_a_programme_is_named_by_all_its_names_and_another_party_by_none() -> None:
    programme = Stakeholder("golfslag", (Name("Golfslag"),), "programme", ("programma Golfslag",))
    parties = KnownParties(lambda: replace(PARTIES, all=(*PARTIES.all, programme)))
    assert parties.named_in("Start van Golfslag met SBB") == {
        "Golfslag": ("Golfslag", "programma Golfslag"),
        "SBB": (),
    }


def test_an_owner_is_a_known_party_or_stands_in_an_action() -> None:
    known = PARTIES.all
    assert with_owner(ActionFilter(), "vsnu", known, ACTIONS) == ActionFilter(stakeholder="unl")
    assert with_owner(ActionFilter(step=2), "gemeente zuid", known, ACTIONS) == ActionFilter(
        step=2, owner="gemeente zuid"
    )
    assert with_owner(ActionFilter(), "Gemeente Noord", known, ACTIONS) is None


def test_names_much_like_an_unknown_one_are_offered_each_once() -> None:
    both = StakeholderRegister((Stakeholder("mbo-raad", (Name("MBO Raad"),), "association", ("MBO-raad",)),))
    assert close_names("mboraad", both.all) == ("MBO Raad",)
    assert close_names("Gemeente Zuit", PARTIES.all, ACTIONS) == ("Gemeente Zuid",)
    assert close_names("zwembad", PARTIES.all, ACTIONS) == ()
