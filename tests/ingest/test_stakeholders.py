"""The register of parties: how its file is read, and which names it knows in texts."""

from __future__ import annotations

import time
from pathlib import Path

import pytest

from assistant.domain.errors import DamagedFile, ReadError
from assistant.domain.stakeholders import Name, Stakeholder
from ingest.stakeholders import StakeholderRegister, load_stakeholders


@pytest.fixture(scope="module")
def parties() -> StakeholderRegister:
    return load_stakeholders()


def load(folder: Path, text: str, extra: str = "") -> StakeholderRegister:
    (folder / "partijen.yaml").write_text(text, encoding="utf-8")
    (folder / "eigen.yaml").write_text(extra, encoding="utf-8")
    return load_stakeholders(folder / "partijen.yaml", folder / "eigen.yaml" if extra else None)


def named(parties: StakeholderRegister, text: str) -> list[tuple[str, str]]:
    return [(mention.stakeholder, text[mention.start : mention.end]) for mention in parties.mentions(text)]


# --- the file


ONE = "parties:\n  - {id: a, kind: union, names: [Bond A]}\n"


def test_an_entry_becomes_a_party(tmp_path: Path) -> None:
    parties = load(
        tmp_path,
        """
        parties:
          - id: unl
            kind: association
            names: [{name: Universiteiten van Nederland, since: 2021}, {name: VSNU, until: 2021}]
            aliases: [UNL]
            groups: [koepels]
            traps: [UNL-straat]
            context: [hoger onderwijs]
            tooi: oorg10001
          - {id: koepels, kind: group, names: [Koepels]}
        """,
    )
    assert parties.get("unl") == Stakeholder(
        id="unl",
        names=(Name("Universiteiten van Nederland", since=2021), Name("VSNU", until=2021)),
        kind="association",
        aliases=("UNL",),
        groups=("koepels",),
        traps=("UNL-straat",),
        tooi="oorg10001",
        context=("hoger onderwijs",),
    )


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ("", "regel 1: hier horen velden te staan: parties."),
        ("parties: 3\n", "regel 1: 'parties' met een lijst van partijen ontbreekt."),
        ("parties:\n  - {id: a, kind: union}\n", "regel 2: een partij heeft altijd een 'names'."),
        ("parties:\n  - {id: A, kind: union, names: [B]}\n", "regel 2: 'id' bestaat uit kleine letters"),
        ("parties:\n  - {id: a, kind: club, names: [B]}\n", "regel 2: 'kind' is een van ministry,"),
        ("parties:\n  - id: a\n    soort: union\n", "regel 3: 'soort' is geen veld; bekend zijn id,"),
        ("parties:\n  - {id: a, kind: union, names: []}\n", "regel 2: 'names' is een lijst met ten minste één naam."),
        ("parties:\n  - {id: a, kind: union, names: ['-']}\n", "regel 2: in 'names' staan teksten met letters"),
        (
            "parties:\n  - id: a\n    kind: union\n    names:\n      - {name: B, since: '21'}\n",
            "regel 5: 'since' is een jaar van vier cijfers zoals 2021.",
        ),
        (
            "parties:\n  - id: a\n    kind: union\n    names:\n      - {name: B, since: 2021, until: 2020}\n",
            "regel 5: deze naam zou in 2020 eindigen, voor het begin in 2021.",
        ),
        (ONE + "  - {id: a, kind: union, names: [Bond C]}\n", "regel 3: 'a' staat er twee keer."),
        (
            ONE + "  - {id: c, kind: union, names: [C], aliases: [bond-a]}\n",
            "regel 3: 'bond-a' is ook een naam van 'a'.",
        ),
        (ONE + "  - {id: c, kind: union, names: [C], groups: [x]}\n", "regel 3: 'x' is geen partij in deze lijst."),
        (ONE + "  - {id: c, kind: union, names: [C], groups: [a]}\n", "regel 3: 'a' is geen groep."),
        (
            "parties:\n  - {id: a, kind: group, names: [A], groups: [b]}\n"
            "  - {id: b, kind: group, names: [B], groups: [a]}\n",
            "regel 2: de groep 'a' hoort via haar groepen bij zichzelf.",
        ),
        ("parties:\n  - id: [a\n", "regel 3: dit is geen geldige YAML"),
    ],
)
def test_a_mistake_is_told_with_its_line(tmp_path: Path, text: str, sentence: str) -> None:
    with pytest.raises(DamagedFile) as mistake:
        load(tmp_path, text)
    assert str(mistake.value).startswith(f"partijen.yaml, {sentence}")


def test_a_file_that_is_not_there_is_named(tmp_path: Path) -> None:
    with pytest.raises(ReadError, match=r"weg\.yaml kan niet worden gelezen"):
        load_stakeholders(tmp_path / "weg.yaml")


def test_bytes_that_are_no_text_are_refused(tmp_path: Path) -> None:
    for content in (b"\xff\xfe\x00", b"parties:\n  - \x00"):
        (tmp_path / "partijen.yaml").write_bytes(content)
        with pytest.raises(DamagedFile):
            load_stakeholders(tmp_path / "partijen.yaml")


def test_a_user_s_file_adds_and_overrides(tmp_path: Path) -> None:
    own = "parties:\n  - {id: a, kind: union, names: [Bond A en B]}\n  - {id: c, kind: union, names: [Bond C]}\n"
    parties = load(tmp_path, ONE, own)
    assert [party.name for party in parties.all] == ["Bond A en B", "Bond C"]


def test_a_mistake_in_a_user_s_file_names_that_file(tmp_path: Path) -> None:
    with pytest.raises(DamagedFile, match=r"eigen\.yaml, regel 2: 'Bond A' is ook een naam van 'a'"):
        load(tmp_path, ONE, "parties:\n  - {id: c, kind: union, names: [Bond A]}\n")


def test_a_mistake_in_what_overrides_is_told_of_the_user_s_file(tmp_path: Path) -> None:
    known = ONE + "  - {id: b, kind: union, names: [Bond B]}\n"
    with pytest.raises(DamagedFile, match=r"eigen\.yaml, regel 2: 'Bond B' is ook een naam van 'b'"):
        load(tmp_path, known, "parties:\n  - {id: a, kind: union, names: [Bond B]}\n")


def test_a_name_that_two_parties_share_is_told_with_the_line_of_the_name(tmp_path: Path) -> None:
    own = "parties:\n  - id: c\n    kind: union\n    names: [C]\n    aliases:\n      - D\n      - Bond A\n"
    with pytest.raises(DamagedFile, match=r"eigen\.yaml, regel 7: 'Bond A' is ook een naam van 'a'"):
        load(tmp_path, ONE, own)


def test_the_corpus_knows_at_least_seventy_organisations(parties: StakeholderRegister) -> None:
    assert len([party for party in parties.all if party.kind != "group"]) >= 70


def test_the_corpus_loads_at_once() -> None:
    started = time.perf_counter()
    load_stakeholders().find("OCW")
    assert time.perf_counter() - started < 0.5  # 15 ms; a slow machine is no failure


# --- whole names


@pytest.mark.parametrize(
    ("name", "party"),
    [
        ("OCW", "ocw"),
        ("het ministerie van OCW", "ocw"),
        ("Ministerie van Onderwijs, Cultuur en Wetenschap (OCW)", "ocw"),
        ("Min. OCW", "ocw"),
        ("de minister van Sociale Zaken en Werkgelegenheid", "szw"),
        ("Sociaal-Economische Raad", "ser"),
        ("sociaal economische raad", "ser"),
        ("SBB's", "sbb"),
        ("VSNU", "unl"),
        ("HBO-raad", "vh"),
        ("Bve Raad", "mbo-raad"),
        ("EZK", "ez"),
        ("MBO-\nRaad", "mbo-raad"),
        ("de sectorverenigingen", "sectorverenigingen"),
        ("Netherlands Enterprise Agency", "rvo"),
        ("Ministerie van Financien", "financien"),
    ],
)
def test_a_whole_name_finds_its_party(parties: StakeholderRegister, name: str, party: str) -> None:
    found = parties.find(name)
    assert found is not None
    assert found.id == party


@pytest.mark.parametrize("name", ["", "de", "politie", "OCW en SZW", "ministerie van", "raad", "()"])
def test_what_is_no_name_finds_nobody(parties: StakeholderRegister, name: str) -> None:
    assert parties.find(name) is None


def test_a_group_has_its_members_and_those_of_its_groups(tmp_path: Path) -> None:
    parties = load(
        tmp_path,
        """
        parties:
          - {id: alle, kind: group, names: [Alle]}
          - {id: bonden, kind: group, names: [Bonden], groups: [alle]}
          - {id: a, kind: union, names: [A], groups: [bonden]}
          - {id: b, kind: union, names: [B], groups: [bonden, alle]}
          - {id: leeg, kind: group, names: [Leeg]}
        """,
    )
    assert [party.id for party in parties.members("alle")] == ["a", "b"]
    assert parties.members("leeg") == ()
    assert parties.members("onbekend") == ()


# --- mentions


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Ministers van SZW en OCW.", [("szw", "SZW"), ("ocw", "OCW")]),
        ("het OCW-beleid en SBB’s rol", [("ocw", "OCW"), ("sbb", "SBB")]),
        ("de SERs advies", [("ser", "SERs")]),
        ("VH/VSNU", [("vh", "VH"), ("unl", "VSNU")]),
        ("de Minister van Economische Zaken en Klimaat", [("ez", "Minister van Economische Zaken en Klimaat")]),
        ("Universiteiten\nvan Nederland en universiteiten", [
            ("unl", "Universiteiten\nvan Nederland"), ("universiteiten", "universiteiten"),
        ]),
        ("VNO-\nNCW, roc’s", [("vno-ncw", "VNO-\nNCW"), ("mbo-instellingen", "roc’s")]),
        ("nvao en Npuls", [("nvao", "nvao"), ("npuls", "Npuls")]),
        ("de EC volgt het Europese kader", [("europese-commissie", "EC")]),
    ],
)  # fmt: skip
def test_names_are_found_in_a_text(parties: StakeholderRegister, text: str, expected: list[tuple[str, str]]) -> None:
    assert named(parties, text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "een serie over vh, ap en duo",
        "OCWX en XOCW",
        "60 EC in een Europees kader",
        "de EC van deze module",
        "ISO 9001 en ISO-certificering voor studenten",
        "AP Hogeschool en privacy",
        "zie https://www.ser.nl/SER en info@OCW.nl",
        "kabinetsformatie",
        "een rijk aanbod in het Kabinet van de Koning",
        "een laks beleid",
    ],
)
def test_what_only_looks_like_a_name_is_not_found(parties: StakeholderRegister, text: str) -> None:
    assert named(parties, text) == []


def test_a_question_names_parties_in_small_letters_too(parties: StakeholderRegister) -> None:
    asked = "wat vinden de vh, unl en het ministerie van ocw van duo's en aanvragen?"
    assert [mention.stakeholder for mention in parties.asked(asked)] == ["vh", "unl", "ocw", "duo"]
    assert named(parties, asked) == []
    assert parties.asked("is de mkb-route al klaar?") == ()
