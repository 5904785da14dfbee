"""What the words of a question may be replaced by."""

from __future__ import annotations

from pathlib import Path

import pytest

from assistant.answering.glossary import Equivalent, Glossary
from assistant.domain.errors import SettingsError

ENTRIES = """
entries:
  - term: leven lang ontwikkelen
    acronyms: [LLO]
    english: [lifelong learning]
  - term: bedrijfstak
    synonyms: [sector]
  - term: ontwikkelen
    synonyms: [bouwen]
"""
EVERYDAY = """
groups:
  - [bedrag, geldbedrag]
  - [sector, hoek]
english:
  - [amount, bedrag]
"""


@pytest.fixture
def glossary(tmp_path: Path) -> Glossary:
    return load(tmp_path, ENTRIES, EVERYDAY)


def load(folder: Path, entries: str, everyday: str = "") -> Glossary:
    (folder / "glossary.yaml").write_text(entries, encoding="utf-8")
    if everyday:
        (folder / "synonyms.yaml").write_text(everyday, encoding="utf-8")
    return Glossary.load(folder / "glossary.yaml", folder / "synonyms.yaml")


def test_an_acronym_stands_for_its_term_and_not_for_itself(glossary: Glossary) -> None:
    assert glossary.equivalents("Wat is LLO?") == [Equivalent(2, 3, ("leven lang ontwikkelen",))]


def test_english_is_replaced_by_dutch_and_dutch_never_by_english(glossary: Glossary) -> None:
    assert glossary.equivalents("lifelong learning") == [Equivalent(0, 2, ("leven lang ontwikkelen", "LLO"))]
    assert glossary.equivalents("leven lang ontwikkelen")[0].phrases == ("LLO",)


def test_the_longest_phrase_comes_first_and_its_words_keep_their_own(glossary: Glossary) -> None:
    assert glossary.equivalents("een leven lang ontwikkelen") == [
        Equivalent(1, 4, ("LLO",)),
        Equivalent(3, 4, ("bouwen",)),
    ]


def test_everyday_synonyms_are_weak_beside_what_the_glossary_says(glossary: Glossary) -> None:
    assert glossary.equivalents("sector") == [
        Equivalent(0, 1, ("bedrijfstak",)),
        Equivalent(0, 1, ("hoek",), strong=False),
    ]
    assert glossary.equivalents("amount") == [Equivalent(0, 1, ("bedrag",), strong=False)]


def test_a_word_in_another_form_is_looked_up_by_its_stem(glossary: Glossary) -> None:
    assert glossary.equivalents("bedrijfstakken") == [Equivalent(0, 1, ("bedrijfstak", "sector"))]


def test_case_and_accents_do_not_matter(glossary: Glossary) -> None:
    assert glossary.equivalents("Sectór")[0].phrases == ("bedrijfstak",)


def test_words_that_nobody_listed_have_no_equivalents(glossary: Glossary) -> None:
    assert glossary.equivalents("Waar is de kat?") == []
    assert glossary.equivalents("") == []


def test_a_user_may_have_no_synonyms(tmp_path: Path) -> None:
    assert load(tmp_path, ENTRIES).weak == {}


@pytest.mark.parametrize("entries", ["entries: [{acronyms: [LLO]}]", "[1, 2]", "entries: 5"])
def test_a_file_of_another_form_is_refused_by_name(tmp_path: Path, entries: str) -> None:
    with pytest.raises(SettingsError, match=r"glossary\.yaml heeft niet de vorm"):
        load(tmp_path, entries)


@pytest.mark.parametrize("entries", ["entries: [", "entries: \t- x"])
def test_a_file_that_is_no_yaml_is_refused_by_name(tmp_path: Path, entries: str) -> None:
    with pytest.raises(SettingsError, match=r"glossary\.yaml kan niet worden gelezen"):
        load(tmp_path, entries)


def test_a_file_that_is_not_there_is_refused_by_name(tmp_path: Path) -> None:
    with pytest.raises(SettingsError, match=r"none\.yaml kan niet worden gelezen"):
        Glossary.load(tmp_path / "none.yaml", tmp_path / "synonyms.yaml")
