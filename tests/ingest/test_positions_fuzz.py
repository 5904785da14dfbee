"""Positions from texts that are shuffled and damaged: reading never fails, and every word stands on its page."""

from __future__ import annotations

from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from assistant.domain.documents import Document, Origin, Source
from assistant.domain.text import masked
from ingest.positions import read_views
from ingest.readers.page_builder import FootnoteMark, PageBuilder
from ingest.stakeholders import load_stakeholders
from ingest.themes import load_themes

STAKEHOLDERS, THEMES = load_stakeholders(), load_themes()
PHASES = (Phase.explicit, Phase.reuse, Phase.generate)
WORDS = [
    *("UNL", "de universiteiten", "Wij", "NRTO", "en", "private opleiders", "het kabinet", "volgens", "ons", "de"),
    *(
        "pleiten",
        "pleit voor",
        "willen",
        "moeten",
        "niet",
        "geen",
        "mits",
        "steunen",
        "verkennen",
        "hebben zorgen over",
    ),
    *("bekostiging", "leerrechten", "een wettelijke taak", "modules", "dat", "die", "is noodzakelijk", "van belang"),
    *(
        ".",
        ". ",
        "?",
        ":",
        ";",
        ",",
        "“",
        "”",
        "(Zicht op Later, p. 3)",
        "zei:",
        "‘",
        "’",
        "2030",
        "1.",
        "é",
        "\u2028",
        "-",
    ),
]
TITLES = [
    "Werkgroep roosters",
    "Keynote Anna de Boer Arbeid",
    "Waar pleiten we voor?",
    "Wat werkt niet",
    "Advies:",
    "é",
]

sentence = st.lists(
    st.one_of(st.sampled_from(WORDS), st.sampled_from("12").map(FootnoteMark), st.text(max_size=6)), max_size=14
)


@st.composite
def documents(draw: st.DrawFn) -> Document:
    pages = []
    for number in range(1, draw(st.integers(1, 3)) + 1):
        builder = PageBuilder(number)
        for _ in range(draw(st.integers(0, 7))):
            pieces = draw(sentence)
            text = [piece if isinstance(piece, FootnoteMark) else f"{piece} " for piece in pieces]
            match draw(st.sampled_from(["heading", "paragraph", "paragraph", "item", "item", "row"])):
                case "heading":
                    builder.heading(draw(st.sampled_from(TITLES)), draw(st.integers(1, 3)))
                case "paragraph":
                    builder.paragraph(text, continues=draw(st.booleans()))
                case "item":
                    builder.list_item(text, draw(st.sampled_from(["•", "1.", "a)", ""])))
                case _:
                    builder.table_row([text, "OCW, SBB"])
        pages.append(builder.page())
    kind = draw(st.sampled_from(["document", "position-paper", "kamerbrief", "congresbundel", "artikel"]))
    source = Source("stuk", "Stuk", kind=kind, publishers=draw(st.sampled_from([(), ("UNL",), ("VH", "Niemand")])))
    return Document(source, "v1", Origin.ORIGINAL, "stuk.pdf", "test", tuple(pages))


@settings(max_examples=300, deadline=None, phases=PHASES, suppress_health_check=[HealthCheck.too_slow])
@given(documents())
def test_every_position_stands_literally_on_its_page(document: Document) -> None:
    views = read_views(document, STAKEHOLDERS, THEMES)
    texts = {page.number: page.text for page in document.pages}
    for each in views.positions:
        page = texts[each.quotation.page]
        assert page[each.start : each.end] == each.text
        assert all(words in page for words in each.quotation.text.split(" … ") if "…" not in each.text + each.lead_in)
        assert not each.lead_in or any(each.lead_in in text for text in texts.values())
        assert each.speaker.name
        assert 1 <= each.strength <= 3
    assert len({each.id for each in views.positions}) == len(views.positions)


@settings(max_examples=300, deadline=None, phases=PHASES, suppress_health_check=[HealthCheck.too_slow])
@given(documents())
def test_nobody_speaks_whom_the_document_does_not_name(document: Document) -> None:
    views = read_views(document, STAKEHOLDERS, THEMES)
    published = {each.id for name in document.source.publishers if (each := STAKEHOLDERS.find(name))}
    named = {each.stakeholder for page in document.pages for each in STAKEHOLDERS.mentions(masked(page))}
    for position in views.positions:
        assert set(position.speaker.stakeholders) <= published | named
    for naming in views.namings:
        words = naming.quotation.text.split(" | ")
        page = next(page for page in document.pages if page.number == naming.quotation.page)
        assert all(each in page.text for each in words)
