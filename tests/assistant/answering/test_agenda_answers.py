"""Questions about agendas, answered from a register over real stores: rows that are proven, counted and framed."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, date, datetime
from itertools import count
from pathlib import Path

import pytest

from assistant.answering.agenda_finding import AgendaFinder
from assistant.answering.composing import ExtractiveComposer
from assistant.answering.glossary import Glossary
from assistant.answering.retrieving import Retriever
from assistant.answering.service import AnsweringService
from assistant.domain.agenda import Correction, Note, Owner, Quotation, RecordedStatus, RegisteredAgenda, ResolvedOwner
from assistant.domain.agenda import Status as ActionStatus
from assistant.domain.answers import Answer, Status, Turn
from assistant.index.hybrid import HybridIndex
from assistant.index.lexical import LexicalIndex
from assistant.ingestion import Archive
from assistant.library.library import Library
from assistant.shelf import LibraryShelf
from tests.assistant.answering.agendas import Names, Register, agenda_of
from tests.assistant.answering.material import Piece, read, understood

TODAY = date(2026, 6, 1)
GLOSSARY = Glossary(
    strong={("inspection",): ("schouw",), ("dikes",): ("dijken",)},
    weak={("onderzoekt",): ("verkenning",), ("controle",): ("schouw",)},
)
NAMES = Names(
    {
        "Waterschap": "waterschap",
        "provincie": "provincie",
        "gemeente": "gemeente",
        "Rijkswaterstaat": "rws",
        "politie": "politie",
        "Vissersbond": "vissersbond",
    },
    {"visserij": ("vissersbond",)},
)
PLAN = """
<!-- pagina 1 -->
## Waarom

De schouw van de dijken is nodig, omdat de winter van 2023 schade gaf.

<!-- pagina 2 -->
| Wat | Wie | Wanneer |
|---|---|---|
| **1 Sterke dijken** | | |
| Verkenning nieuwe keringen | Waterschap, provincie | 2024/2025 |
| Schouw van de dijken | Waterschap | Continu |
| **2 Leven in het water** | | |
| Aanleg vistrappen voor de visserij[^1] | Rijkswaterstaat, provincie | 2023/2026 |
| Herstel van rietkragen | gemeente | 2027 |

[^1]: Visserij is hier de Vissersbond en de hengelclubs.
"""
ROADS = """
<!-- pagina 1 -->
| Actie | Trekker | Planning |
|---|---|---|
| **1 Veilige wegen** | | |
| Rotonde bij de school | gemeente | 2026 |
| Verkenning fietsbrug | provincie | 2025/2026 |
"""


def service_over(
    folder: Path, pieces: Sequence[Piece], agendas: Sequence[RegisteredAgenda], names: Names = NAMES
) -> AnsweringService:
    folder.mkdir(exist_ok=True)
    lexical, library = LexicalIndex(folder / "lexical"), Library(folder / "library.sqlite")
    archive = Archive(folder, library, [lexical], HybridIndex(lexical))
    for piece in pieces:
        archive.store(piece.document, piece.passages)
    shelf = LibraryShelf(library)
    seconds = map(float, count())
    return AnsweringService(
        GLOSSARY,
        Retriever(archive, lexical, shelf.agenda_rows),
        shelf.agenda_rows,
        shelf,
        ExtractiveComposer(),
        lambda: next(seconds),
        AgendaFinder(Register(tuple(agendas)), names, lambda: TODAY),
    )


@pytest.fixture(scope="module")
def plan(tmp_path_factory: pytest.TempPathFactory) -> Piece:
    return read(tmp_path_factory.mktemp("plan"), PLAN, "Waterplan", "waterplan")


@pytest.fixture(scope="module")
def service(tmp_path_factory: pytest.TempPathFactory, plan: Piece) -> AnsweringService:
    return service_over(tmp_path_factory.mktemp("data"), [plan], [agenda_of(plan, NAMES, "2024")])


KERINGEN = "Wat: Verkenning nieuwe keringen | Wie: Waterschap, provincie | Wanneer: 2024/2025"
SCHOUW = "Wat: Schouw van de dijken | Wie: Waterschap | Wanneer: Continu"
VISTRAPPEN = "Wat: Aanleg vistrappen voor de visserij | Wie: Rijkswaterstaat, provincie | Wanneer: 2023/2026"
RIET = "Wat: Herstel van rietkragen | Wie: gemeente | Wanneer: 2027"
UNCLEAR = "Deze voorwaarden samen begrijp ik niet: vraag naar een stap, een partij, een jaar of een stand."
DIJKEN, WATER = "1 Sterke dijken", "2 Leven in het water"


def shown(answer: Answer) -> list[str]:
    return [sentence.text for sentence in answer.sentences]


def asked(service: AnsweringService, *questions: str) -> Answer:
    return service.ask(questions[-1], [Turn(text) for text in questions[:-1]])


# --- which rows


@pytest.mark.parametrize(
    ("question", "rows"),
    [
        ("Wie verkent de nieuwe keringen?", [KERINGEN]),
        ("Wanneer worden de vistrappen aangelegd?", [VISTRAPPEN]),
        ("looptijd herstel rietkragen", [RIET]),
        ("Who does the inspection of the dikes?", [SCHOUW]),
        ("Wie herstelt de rietkraagen?", [RIET]),
        ("Bij welke stap horen de vistrappen?", [WATER, VISTRAPPEN]),
        ("Wat houdt stap 1 in en wie doen mee?", [DIJKEN, KERINGEN, SCHOUW]),
        ("Welke acties heeft de provincie?", [DIJKEN, KERINGEN, WATER, VISTRAPPEN]),
        ("Welke acties heeft de provincie in stap 2?", [WATER, VISTRAPPEN]),
        ("Wat loopt er in 2026?", [DIJKEN, SCHOUW, WATER, VISTRAPPEN]),
        ("Welke acties zijn afgelopen?", [DIJKEN, KERINGEN]),
        ("Wat is continu?", [DIJKEN, SCHOUW]),
        ("Welke acties moeten eind 2026 klaar zijn?", [DIJKEN, KERINGEN, WATER, VISTRAPPEN]),
        ("leden verkenning keringen", [KERINGEN]),
        ("Is de verkenning van keringen al afgelopen?", [KERINGEN]),
        ("Welke acties staan er in stap 1 en 2?", [DIJKEN, KERINGEN, SCHOUW, WATER, VISTRAPPEN, RIET]),
        ("Welke acties moeten voor 1 maart 2026 klaar zijn?", [DIJKEN, KERINGEN]),
        ("Welke acties beginnen in 2027?", [WATER, RIET]),
        ("Welke acties gaan over dijken?", [DIJKEN, SCHOUW]),
        ("Welke acties hebben het waterschap en de provincie samen?", [DIJKEN, KERINGEN]),
        ("Welke acties heeft de provincie niet?", [DIJKEN, SCHOUW, WATER, RIET]),
        ("Bij welke acties van stap 2 is de gemeente niet betrokken?", [WATER, VISTRAPPEN]),
        ("Which actions do not involve the provincie?", [DIJKEN, SCHOUW, WATER, RIET]),
        ("Welke acties heeft het waterschap zonder de provincie?", [DIJKEN, SCHOUW]),
        ("Welke acties doet het waterschap alleen?", [DIJKEN, SCHOUW]),
        ("Welke actie duurt het langst?", [WATER, VISTRAPPEN]),
        ("Welke actie eindigt het laatst?", [WATER, RIET]),
        ("Welke actie van de provincie is het eerst klaar?", [DIJKEN, KERINGEN]),
        ("Wat is de laatste actie van stap 1?", [DIJKEN, SCHOUW]),
        ("Wat is actie 2.1?", [WATER, VISTRAPPEN]),
        ("Welke acties beginnen in 2024 en eindigen in 2025?", [DIJKEN, KERINGEN]),
        ("Welke acties zijn inmiddels voorbij?", [DIJKEN, KERINGEN]),
        ("In welke stappen zit de gemeente?", [WATER, RIET]),
        ("Noem elke verkenning uit het waterplan", [DIJKEN, KERINGEN]),
        ("Heeft de gemeente taken?", [WATER, RIET]),
        ("Waaraan werkt de provincie in 2026?", [WATER, VISTRAPPEN]),
        ("Welke acties gaan over leven in het water?", [WATER, VISTRAPPEN, RIET]),
        ("Welke acties staan nog open?", [DIJKEN, SCHOUW, WATER, VISTRAPPEN]),
        ("Welke acties hebben het waterschap en de provincie gemeen?", [DIJKEN, KERINGEN]),
        ("Aan welke acties werken het waterschap en de provincie samen?", [DIJKEN, KERINGEN]),
        ("Welke acties lopen af in 2025 of 2026?", [DIJKEN, KERINGEN, WATER, VISTRAPPEN]),
        ("Welke stappen beginnen in 2027?", [WATER, RIET]),
        ("Welke actie begint het laatst?", [WATER, RIET]),
        ("Wie zijn de actiehouders van de vistrappen?", [VISTRAPPEN]),
        ("Which actions should be done by the end of 2025?", [DIJKEN, KERINGEN]),
    ],
)
def test_the_rows_that_are_asked_for_are_shown_and_no_other(
    service: AnsweringService, question: str, rows: list[str]
) -> None:
    answer = asked(service, question)
    words = [
        text.replace("What: ", "Wat: ").replace("Who: ", "Wie: ").replace("When: ", "Wanneer: ")
        for text in shown(answer)
    ]
    assert (answer.status, words) == (Status.ANSWERED, rows)


def test_a_row_is_proven_by_the_words_of_its_cells(service: AnsweringService) -> None:
    answer = asked(service, "Wie verkent de nieuwe keringen?")
    (citation,) = answer.citations
    assert (citation.document, citation.title, citation.page) == ("waterplan", "Waterplan", 2)
    assert citation.quote == "Verkenning nieuwe keringen | Waterschap, provincie | 2024/2025"
    assert (answer.kind, answer.engine) == ("owner", "extractive")


@pytest.mark.parametrize(
    ("conversation", "rows"),
    [
        (("Wie verkent de nieuwe keringen?", "En wanneer?"), [KERINGEN]),
        (("Welke acties heeft de provincie in 2024?", "En in 2026?"), [WATER, VISTRAPPEN]),
        (("Welke acties heeft het waterschap?", "En Rijkswaterstaat?"), [WATER, VISTRAPPEN]),
        (("Wat staat er in stap 1?", "en stap 2?"), [WATER, VISTRAPPEN, RIET]),
    ],
)
def test_a_conversation_goes_on(service: AnsweringService, conversation: tuple[str, ...], rows: list[str]) -> None:
    assert shown(asked(service, *conversation)) == rows


# --- what is said around them


@pytest.mark.parametrize(
    ("question", "opening"),
    [
        ("Hoeveel acties heeft stap 2?", "Van de 4 acties in ‘Waterplan’ passen er 2 bij stap 2."),
        ("Hoeveel acties heeft de gemeente?", "Van de 4 acties in ‘Waterplan’ past er 1 bij partij gemeente."),
        ("Noem alle acties van de agenda", "‘Waterplan’: 4 acties."),
        ("Hoeveel stappen zijn er?", "‘Waterplan’ telt 2 stappen."),
        (
            "Hoeveel verkenningen staan er in de agenda?",
            "Van de 4 acties in ‘Waterplan’ past er 1 bij onderwerp verkenningen.",
        ),
        (
            "Welke acties zijn afgelopen?",
            "Van de 4 acties in ‘Waterplan’ past er 1 bij stand op 1-6-2026: termijn voorbij. "
            "Of een actie ook klaar is, zegt haar termijn niet.",
        ),
        ("Which actions end in 2026?", "Of the 4 actions in ‘Waterplan’, 1 matches end in 2026."),
        ("In hoeveel stappen zit de provincie?", "Van de 2 stappen in ‘Waterplan’ passen er 2 bij partij provincie."),
        (
            "Welke stap heeft de meeste acties?",
            "Stap 1, stap 2: elk bij 2 van de 4 acties in ‘Waterplan’, meer dan elke andere stap.",
        ),
        (
            "Wie heeft de minste acties?",
            "Rijkswaterstaat, gemeente: elk bij 1 van de 4 acties in ‘Waterplan’, minder dan elke andere partij.",
        ),
        (
            "Welke partijen doen mee aan stap 1?",
            "Van de 4 acties in ‘Waterplan’ passen er 2 bij stap 1. Er staan 2 partijen bij: Waterschap, provincie.",
        ),
        (
            "Welke actie duurt het langst?",
            "Van de 4 acties in ‘Waterplan’ past er 1 bij langste termijn. "
            "Acties zonder einddatum tellen hierbij niet mee: 1.",
        ),
        (
            "Heeft de provincie meer acties dan de gemeente?",
            "Van de 4 acties in ‘Waterplan’ passen er 3 bij partij provincie, gemeente. provincie: 2, gemeente: 1.",
        ),
        (
            "Welke acties waren op 1 februari 2025 nog niet begonnen?",
            "Van de 4 acties in ‘Waterplan’ past er 1 bij stand op 1-2-2025: nog niet begonnen.",
        ),
    ],
)
def test_a_count_stands_above_the_rows_that_are_counted(service: AnsweringService, question: str, opening: str) -> None:
    answer = asked(service, question)
    assert answer.text.splitlines()[0] == opening
    assert answer.sentences


@pytest.mark.parametrize(
    ("question", "row", "said"),
    [
        ("Is de provincie betrokken bij de vistrappen?", VISTRAPPEN, "provincie staat bij deze actie."),
        ("Doet de gemeente mee aan de verkenning van keringen?", KERINGEN, "gemeente staat niet bij deze actie."),
        ("Loopt de verkenning van keringen nog in 2026?", KERINGEN, "Volgens de termijn niet: termijn in 2026."),
        (
            "Hoe staat het met de verkenning van keringen?",
            KERINGEN,
            "Stand op 1-6-2026: termijn voorbij. Of een actie ook klaar is, zegt haar termijn niet.",
        ),
        ("Loopt de aanleg van vistrappen in 2026?", VISTRAPPEN, "Volgens de termijn wel: termijn in 2026."),
    ],
)
def test_whether_something_is_so_is_told_behind_the_row(
    service: AnsweringService, question: str, row: str, said: str
) -> None:
    answer = asked(service, question)
    assert (shown(answer), answer.text.splitlines()[1]) == ([row], said)


def test_the_party_with_most_actions_is_shown_with_them(tmp_path: Path) -> None:
    piece = read(tmp_path, PLAN.replace("| gemeente |", "| Waterschap |"), "Waterplan", "waterplan")
    answer = asked(service_over(tmp_path, [piece], [agenda_of(piece, NAMES)]), "Wie heeft de meeste acties?")
    assert answer.text.splitlines()[0] == (
        "Waterschap: bij 3 van de 4 acties in ‘Waterplan’, meer dan elke andere partij."
    )
    assert len(answer.citations) == 5  # three rows, in two steps


def test_parties_with_as_many_actions_have_not_most(service: AnsweringService) -> None:
    assert "meer dan elke andere" not in asked(service, "Wie heeft de meeste acties?").text


def test_a_group_is_explained_by_the_documents_own_footnote(tmp_path: Path, plan: Piece) -> None:
    noted = agenda_of(plan, NAMES)
    actions = [
        replace(each, touched=tuple(replace(owner, definition=FOOTNOTE) for owner in each.touched))
        for each in noted.actions
    ]
    answer = asked(
        service_over(tmp_path, [plan], [replace(noted, actions=tuple(actions))]), "Welke acties raken de Vissersbond?"
    )
    assert shown(answer) == [WATER, VISTRAPPEN, "Visserij is hier de Vissersbond en de hengelclubs."]
    assert "Vissersbond valt onder ‘visserij’, dat het document zo omschrijft:" in answer.text
    assert answer.citations[-1].quote == "Visserij is hier de Vissersbond en de hengelclubs."


FOOTNOTE = Quotation("waterplan", 2, "Visserij is hier de Vissersbond en de hengelclubs.")


@pytest.mark.parametrize("question", ["Wie vallen er onder de visserij?", "Wie wordt er bedoeld met visserij?"])
def test_who_a_group_is_says_the_footnote_and_no_row(tmp_path: Path, plan: Piece, question: str) -> None:
    names = Names({**NAMES.ids, "visserij": "visserij"}, NAMES.members)
    noted = agenda_of(plan, names)
    actions = [
        replace(each, touched=tuple(replace(owner, definition=FOOTNOTE) for owner in each.touched))
        for each in noted.actions
    ]
    service = service_over(tmp_path, [plan], [replace(noted, actions=tuple(actions))], names)
    assert shown(asked(service, question)) == [FOOTNOTE.text]


def test_a_group_of_the_list_of_parties_is_told_apart(tmp_path: Path, plan: Piece) -> None:
    """No document puts the bond in the group: its rows are counted beside those that name it, or shown as such."""
    listed = agenda_of(plan, NAMES)
    first, second, *others = listed.actions
    group = ResolvedOwner(Owner("belangengroepen"), "belangengroepen", ("vissersbond",))
    itself = ResolvedOwner(Owner("Vissersbond"), "vissersbond")
    grouped = [replace(each, owners=(group,), touched=()) for each in (first, second)]
    named = [replace(each, owners=(itself,), touched=()) for each in others]
    both = service_over(tmp_path / "both", [plan], [replace(listed, actions=(*grouped, *named))])
    answer = asked(both, "Welke acties heeft de Vissersbond?")
    assert shown(answer) == [WATER, VISTRAPPEN, RIET]
    assert answer.text.splitlines()[-1] == (
        "Nog 2 acties noemen ‘belangengroepen’, waar Vissersbond volgens de lijst van partijen bij hoort."
    )
    alone = service_over(tmp_path / "alone", [plan], [replace(listed, actions=tuple(grouped))])
    answer = asked(alone, "Welke acties heeft de Vissersbond?")
    assert shown(answer) == [DIJKEN, KERINGEN, SCHOUW]
    assert answer.text.splitlines()[-1] == "Vissersbond valt onder ‘belangengroepen’ volgens de lijst van partijen."


def test_who_stands_in_a_footnote_alone_is_found_there(tmp_path: Path, plan: Piece) -> None:
    noted = agenda_of(plan, NAMES)
    note = Note("Rijkswaterstaat", "1", Quotation("waterplan", 2, FOOTNOTE.text))
    actions = [
        replace(each, owners=tuple(replace(own, owner=replace(own.owner, note=note)) for own in each.owners))
        if each.action.what.startswith("Aanleg")
        else each
        for each in noted.actions
    ]
    service = service_over(tmp_path, [plan], [replace(noted, actions=tuple(actions))])
    assert shown(asked(service, "Welke acties hebben de hengelclubs?")) == [WATER, VISTRAPPEN, FOOTNOTE.text]


def test_a_correction_stands_beside_the_literal_words(tmp_path: Path, plan: Piece) -> None:
    agenda = agenda_of(plan, NAMES)
    first, *others = agenda.actions
    correction = Correction(
        first.action.id, "when", "2025/2026", "J. de Wit", datetime(2026, 3, 4, tzinfo=UTC), "brief van maart"
    )
    corrected = replace(first, corrections=(correction,))
    service = service_over(tmp_path, [plan], [replace(agenda, actions=(corrected, *others))])
    answer = asked(service, "Wanneer is de verkenning van nieuwe keringen?")
    assert shown(answer) == [KERINGEN]
    assert answer.text.splitlines()[1] == (
        "Gecorrigeerd op 4-3-2026 door J. de Wit: Wanneer moet zijn ‘2025/2026’ (brief van maart)."
    )


def test_a_recorded_status_is_shown_with_its_proof(tmp_path: Path, plan: Piece) -> None:
    agenda = agenda_of(plan, NAMES)
    first, *others = agenda.actions
    proof = Quotation("waterplan", 1, "De schouw van de dijken is nodig")
    status = RecordedStatus(first.action.id, ActionStatus.DONE, proof, "J. de Wit", datetime(2026, 3, 4, tzinfo=UTC))
    service = service_over(tmp_path, [plan], [replace(agenda, actions=(replace(first, statuses=(status,)), *others))])
    answer = asked(service, "Wie verkent de nieuwe keringen?")
    assert "Vastgelegd op 4-3-2026 door J. de Wit: voldaan. Het bewijs:" in answer.text
    assert [citation.page for citation in answer.citations] == [2, 1]


def test_why_is_put_to_the_passages_behind_the_row(service: AnsweringService) -> None:
    answer = asked(service, "Wie doet de schouw van de dijken en waarom?")
    assert shown(answer)[0] == SCHOUW
    assert any("schade gaf" in text for text in shown(answer)[1:])


# --- nothing, and not sure


@pytest.mark.parametrize(
    ("question", "said"),
    [
        ("Wat is stap 8?", "Stap 8 staat in geen van de documenten. De agenda telt 2 stappen (1 tot en met 2)."),
        ("Welke acties heeft de politie?", "Van de 4 acties in ‘Waterplan’ past er geen bij partij politie."),
        ("Welke acties heeft de imkersvereniging?", "Geen van de 4 acties in ‘Waterplan’ noemt imkersvereniging."),
        ("Wat is stap nul?", "Stap 0 staat in geen van de documenten. De agenda telt 2 stappen (1 tot en met 2)."),
        ("Welke acties gaan niet over dijken?", UNCLEAR),
        ("Welke acties duren langer dan twee jaar?", UNCLEAR),
        ("Wie is er niet betrokken bij stap 2?", UNCLEAR),
        ("Wat is actie 2.9?", "Van de 4 acties in ‘Waterplan’ past er geen bij actie 2.9."),
        ("Welke acties lopen op 31-02-2026?", "De datum 31-02-2026 bestaat niet."),
        ("Welke acties staan er in 2041 gepland?", "Van de 4 acties in ‘Waterplan’ past er geen bij termijn in 2041."),
    ],
)
def test_silence_says_what_was_looked_in(service: AnsweringService, question: str, said: str) -> None:
    answer = asked(service, question)
    assert (answer.status, answer.text) == (Status.ABSTAINED, f"{said} Doorzocht: 1 document.")


@pytest.mark.parametrize(
    "question",
    [
        "Wie betaalt de vistrappen?",
        "Wie is de voorzitter van de verkenning van keringen?",
        "Wanneer zijn de vistrappen geëvalueerd?",
    ],
)
def test_what_no_row_says_is_not_answered_with_a_row(service: AnsweringService, question: str) -> None:
    assert not any("Wie: " in text for text in shown(asked(service, question)))


@pytest.mark.parametrize(
    "question",
    [
        "Zijn er acties over de winterdijkenaanleg?",
        "Wat vindt de provincie van de vistrappen?",
        "Wat is een vistrap?",
        "Hoeveel vissen zwemmen er in het water?",
        "Waarom worden er vistrappen aangelegd?",
        "Wer ist verantwortlich für die Verkenning von Keringen und wann?",
    ],
)
def test_what_is_not_the_registers_is_left_to_the_passages(plan: Piece, question: str) -> None:
    finder = AgendaFinder(Register((agenda_of(plan, NAMES),)), NAMES, lambda: TODAY)
    assert finder.find(understood(question, glossary=GLOSSARY)) is None


# --- more agendas than one


def test_each_row_is_of_an_agenda_that_is_named(tmp_path: Path, plan: Piece) -> None:
    roads = read(tmp_path, ROADS, "Wegenagenda", "wegen")
    service = service_over(tmp_path, [plan, roads], [agenda_of(roads, NAMES), agenda_of(plan, NAMES)])
    answer = asked(service, "Welke acties heeft de gemeente?")
    lines = answer.text.splitlines()
    assert lines[0] == "Van de 6 acties in ‘Wegenagenda’, ‘Waterplan’ passen er 2 bij partij gemeente."
    assert [line for line in lines if line.startswith("Uit ")] == ["Uit ‘Wegenagenda’:", "Uit ‘Waterplan’:"]
    assert shown(asked(service, "Welke acties heeft de gemeente in de wegenagenda?")) == [
        "1 Veilige wegen",
        "Actie: Rotonde bij de school | Trekker: gemeente | Planning: 2026",
    ]


def test_the_newest_version_answers_and_the_older_is_mentioned(tmp_path: Path, plan: Piece) -> None:
    newer = read(tmp_path, PLAN.replace("2024/2025", "2025/2027"), "Waterplan", "waterplan-2026")
    service = service_over(tmp_path, [plan, newer], [agenda_of(newer, NAMES, "2026"), agenda_of(plan, NAMES, "2024")])
    answer = asked(service, "Wanneer is de verkenning van nieuwe keringen?")
    assert shown(answer) == [KERINGEN.replace("2024/2025", "2025/2027")]
    assert answer.text.splitlines()[-1] == "Er zijn ook eerdere versies: ‘Waterplan’ (2024)."


def test_what_the_register_learns_later_answers_the_next_question(tmp_path: Path, plan: Piece) -> None:
    register = Register(())
    finder = AgendaFinder(register, NAMES, lambda: TODAY)
    service = service_over(tmp_path, [plan], [])
    service._agendas = finder
    assert asked(service, "Hoeveel stappen zijn er?").text.startswith("‘Waterplan’") is False
    register.held = (agenda_of(plan, NAMES),)
    assert asked(service, "Hoeveel stappen zijn er?").text.startswith("‘Waterplan’ telt 2 stappen.")
