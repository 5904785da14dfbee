"""The catalogue: how it is read, and which documents are recognised as its originals."""

from __future__ import annotations

from pathlib import Path

import pytest

from assistant.domain.documents import Source
from assistant.domain.errors import DamagedFile, ReadError
from ingest.catalogue import Catalogue, load_catalogue, slug
from ingest.readers.registry import reader_for

ORIGINALS = ("kst-30012-157", "unl-llo", "leerrechten-2021", "vh-congresbundel-2025", "mbo-artikel-llo")
STRANGERS = ("other/kst-35538-4_advies-raad-van-state.pdf", "other/vws_programma-van-eisen_2020.pdf")
FOOTER = "Tweede Kamer, vergaderjaar 2023–2024, 30 012, nr. 157 {}"
TITLE = "De rol van universiteiten in een leven lang ontwikkelen voor een maatschappij in verandering"
PROSE = "Dit is gewone tekst van een ander stuk, over iets heel anders dan de bron. " * 30


@pytest.fixture(scope="module")
def catalogue() -> Catalogue:
    return load_catalogue()


def matched(catalogue: Catalogue, filename: str = "download (3).pdf", title: str = "", *pages: str) -> str:
    source = catalogue.match(filename, title, pages)
    return source.id if source else ""


def load(folder: Path, text: str) -> Catalogue:
    (folder / "catalogue.yaml").write_text(text, encoding="utf-8")
    return load_catalogue(folder)


# --- reading


def test_an_entry_becomes_a_source(tmp_path: Path) -> None:
    catalogue = load(
        tmp_path,
        """
        sources:
          - id: brief-2024
            title: "Brief: de stand"
            aliases: [de brief]
            kind: kamerbrief
            publishers: [OCW, SZW]
            date: 2024-05
            kamerstuk: 36410-VIII-3
            address: https://voorbeeld.nl/brief.pdf
            pages: 12
            recognised_by: [een kort zinsdeel]
        """,
    )
    assert catalogue.sources == (
        Source(
            id="brief-2024",
            title="Brief: de stand",
            aliases=("de brief",),
            kind="kamerbrief",
            publishers=("OCW", "SZW"),
            date="2024-05",
            kamerstuk="36410-VIII-3",
            address="https://voorbeeld.nl/brief.pdf",
        ),
    )
    assert (catalogue.originals[0].pages, catalogue.originals[0].recognised_by) == (12, ("een kort zinsdeel",))


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ("sources:\n  - id: a\n", "regel 2: een bron heeft altijd een 'title'."),
        ("sources:\n  - id: a\n    titel: A\n", "regel 3: 'titel' is geen veld; bekend zijn id, title,"),
        ("sources:\n  - id: A b\n    title: A\n", "regel 2: 'id' bestaat uit kleine letters"),
        ("sources:\n  - id: a\n    title: A\n    date: mei 2024\n", "regel 4: 'date' is een jaar, maand of dag"),
        ("sources:\n  - id: a\n    title: A\n    aliases: B\n", "regel 4: 'aliases' is een lijst."),
        ("sources:\n  - id: a\n    title: A\n    title: B\n", "regel 4: 'title' staat er twee keer."),
        ("sources:\n  - id: a\n    title: A\n  - id: a\n    title: B\n", "regel 4: 'a' is ook van een andere bron."),
        (
            "sources:\n  - id: a\n    title: A\n    recognised_by:\n      - a b c d e f g h i\n",
            "regel 5: een zinsdeel in 'recognised_by' telt ten hoogste 8 woorden.",
        ),
        ("sources: 3\n", "regel 1: 'sources' met een lijst van bronnen ontbreekt."),
        ("", "regel 1: hier horen velden te staan: sources."),
        ("sources:\n  - id: [a\n", "regel 3: dit is geen geldige YAML"),
    ],
)
def test_a_mistake_is_told_with_its_line(tmp_path: Path, text: str, sentence: str) -> None:
    with pytest.raises(DamagedFile) as mistake:
        load(tmp_path, text)
    assert str(mistake.value).startswith(f"catalogue.yaml, {sentence}")


def test_a_folder_without_catalogue_says_so(tmp_path: Path) -> None:
    with pytest.raises(ReadError, match=r"catalogue\.yaml kan niet worden gelezen"):
        load_catalogue(tmp_path)


def test_every_source_of_the_corpus_has_its_digest(catalogue: Catalogue) -> None:
    assert {source.id for source in catalogue.sources} == set(ORIGINALS)
    assert all(catalogue.digest_path(source).is_file() for source in catalogue.sources)


# --- recognising originals


@pytest.mark.parametrize("name", ORIGINALS)
def test_an_original_is_recognised_by_its_text_alone(catalogue: Catalogue, shared_documents: Path, name: str) -> None:
    path = shared_documents / f"{name}.pdf"
    pages = [page.text for page in reader_for(path).read(path).pages]
    assert matched(catalogue, "download (3).pdf", "", *pages) == name


@pytest.mark.parametrize("name", STRANGERS)
def test_a_stranger_is_not_recognised(catalogue: Catalogue, shared_documents: Path, name: str) -> None:
    path = shared_documents / name
    reading = reader_for(path).read(path)
    assert catalogue.match(path.name, reading.title, [page.text for page in reading.pages]) is None


@pytest.mark.parametrize("name", ORIGINALS)
def test_a_digest_under_another_name_is_no_original(catalogue: Catalogue, name: str) -> None:
    path = next(catalogue.digest_path(source) for source in catalogue.sources if source.id == name)
    reading = reader_for(path).read(path)
    assert matched(catalogue, "samenvatting.md", reading.title, *(page.text for page in reading.pages)) == ""


@pytest.mark.parametrize(
    "filename",
    [
        "kst-30012-157.pdf",
        "kst-30012-157 (1).pdf",
        "KST_30012_157.PDF",
        "30 012, nr. 157.pdf",
        "Kamerstuk 30012 nr 157.docx",
        "Kamerbrief Onderwijsagenda LLO (30012-157) - kopie.pdf",
        "2023-11-30 kst-30012-157.pdf",
    ],
)
def test_a_file_named_by_its_kamerstuk_is_recognised(catalogue: Catalogue, filename: str) -> None:
    assert matched(catalogue, filename) == "kst-30012-157"


@pytest.mark.parametrize(
    "filename",
    [
        "reactie op kst-30012-157.pdf",
        "kst-30012-157-bijlage.pdf",
        "kst-30012-157-b1.pdf",
        "kst-30012-1570.pdf",
        "kst-130012-157.pdf",
        "kst-30012-15.pdf",
        "download.pdf",
    ],
)
def test_a_name_that_makes_it_another_document_is_not(catalogue: Catalogue, filename: str) -> None:
    assert matched(catalogue, filename) == ""


@pytest.mark.parametrize("filename", ["unl-llo.pdf", "UNL_LLO (2).docx", "unl llo - kopie.pdf"])
def test_a_file_named_by_its_id_is_recognised(catalogue: Catalogue, filename: str) -> None:
    assert matched(catalogue, filename) == "unl-llo"


def test_a_number_in_the_running_footer_is_the_document_s_own(catalogue: Catalogue) -> None:
    pages = [f"Een heel gewone bladzijde.\nMet tekst.\n{FOOTER.format(number)}" for number in (1, 2, 3)]
    assert matched(catalogue, "scan.pdf", "", *pages) == "kst-30012-157"


def test_a_number_in_the_title_lines_is_the_document_s_own(catalogue: Catalogue) -> None:
    first = (
        "Tweede Kamer der Staten-Generaal 2\nVergaderjaar 2023–2024\n30 012 Leven Lang Leren\n"
        "Nr. 157 BRIEF VAN DE MINISTERS VAN OCW EN SZW\nAan de Voorzitter"
    )
    assert matched(catalogue, "scan.pdf", "", first, PROSE) == "kst-30012-157"
    assert matched(catalogue, "scan.pdf", "", first.replace("157", "158"), PROSE) == ""


def test_a_number_that_is_only_referred_to_is_not(catalogue: Catalogue) -> None:
    """In a footnote at the bottom of each page, in running text, and once on a line of its own."""
    notes = [f"{PROSE}\n{n} Tweede Kamer, vergaderjaar 2023–2024, 30 012, nr. 157." for n in (1, 2, 3)]
    assert matched(catalogue, "scan.pdf", "", *notes) == ""
    assert matched(catalogue, "scan.pdf", "", f"Wij reageren op 30 012, nr. 157 van de minister.\n{PROSE}", PROSE) == ""
    assert matched(catalogue, "scan.pdf", "", f"30 012, nr. 157\n{PROSE}", PROSE, PROSE) == ""


def test_a_title_in_the_metadata_is_recognised(catalogue: Catalogue) -> None:
    assert matched(catalogue, "a.pdf", TITLE.upper()) == "unl-llo"
    assert matched(catalogue, "a.pdf", f"Reactie op {TITLE}") == ""
    assert matched(catalogue, "a.pdf", "Onderwijsagenda LLO (Kamerstuk 30 012, nr. 157)") == "kst-30012-157"
    assert matched(catalogue, "a.pdf", "Reactie op de Onderwijsagenda (Kamerstuk 30 012, nr. 157)") == ""


def test_a_title_on_lines_of_its_own_at_the_top_is_recognised(catalogue: Catalogue) -> None:
    broken = (
        TITLE.replace(" een leven", "\neen leven").replace(" voor", "\nvoor").replace("maatschappij", "maat-\nschappij")
    )
    assert matched(catalogue, "a.pdf", "", f"{broken}\nGrote uitdagingen.") == "unl-llo"
    assert matched(catalogue, "a.pdf", "", f"Universiteiten van Nederland\nmei 2023\n{TITLE}\nTekst.") == "unl-llo"
    assert matched(catalogue, "a.pdf", "", "Universiteiten van Nederland", f"{TITLE}\nTekst.") == "unl-llo"


def test_a_title_that_is_only_mentioned_is_not(catalogue: Catalogue) -> None:
    assert matched(catalogue, "a.pdf", "", f"Reactie op\n{TITLE}\n{PROSE}") == ""
    assert matched(catalogue, "a.pdf", "", f"UNL schreef {TITLE} in 2023.") == ""
    assert matched(catalogue, "a.pdf", "", PROSE, f"{TITLE}\nIn dit hoofdstuk bespreken wij het paper.") == ""
    assert matched(catalogue, "a.pdf", "", f"Onderwijsagenda LLO\n{PROSE}") == ""


def test_a_title_over_a_long_text_without_any_known_phrase_is_of_another_document(catalogue: Catalogue) -> None:
    assert matched(catalogue, "a.pdf", TITLE, f"{TITLE}\n{PROSE}") == ""


def test_phrases_must_all_stand_on_the_first_pages(catalogue: Catalogue) -> None:
    phrases = next(original.recognised_by for original in catalogue.originals if original.source.id == "unl-llo")
    assert matched(catalogue, "a.pdf", "", PROSE + "\n".join(phrases)) == "unl-llo"
    assert matched(catalogue, "a.pdf", "", PROSE + "\n".join(phrases[1:])) == ""
    assert matched(catalogue, "a.pdf", "", *[PROSE] * 5, "\n".join(phrases)) == ""


def test_a_sign_that_fits_two_sources_decides_nothing(tmp_path: Path) -> None:
    twins = load(
        tmp_path, "sources:\n  - {id: a, title: Een en dezelfde titel}\n  - {id: b, title: Een en dezelfde titel}"
    )
    assert twins.match("x.pdf", "Een en dezelfde titel", []) is None
    assert twins.match("b.pdf", "Een en dezelfde titel", []) == twins.sources[1]


@pytest.mark.parametrize(
    ("filename", "identifier"),
    [
        ("Verslag 3 mei (v2).pdf", "verslag-3-mei-v2"),
        ("Coördinatie & financiën.docx", "coordinatie-financien"),
        ("???.pdf", "document"),
        ("a" * 200 + ".txt", "a" * 80),
    ],
)
def test_an_unknown_document_is_called_after_its_file(filename: str, identifier: str) -> None:
    assert slug(filename) == identifier
