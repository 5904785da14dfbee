"""The themes: how their file is read, and which texts speak of them."""

from __future__ import annotations

from pathlib import Path

import pytest

from assistant.domain.errors import DamagedFile, ReadError
from assistant.domain.positions import Theme
from ingest.themes import ThemeRegister, load_themes

HOUSING = """
themes:
  - id: wonen
    title: Wonen
    english: Housing
    vocabulary: [woningbouw, "*huur*", sociale woning*, WOZ]
    steps: [1, 4]
"""


def load(folder: Path, text: str, extra: str = "") -> ThemeRegister:
    (folder / "themas.yaml").write_text(text, encoding="utf-8")
    (folder / "eigen.yaml").write_text(extra, encoding="utf-8")
    return load_themes(folder / "themas.yaml", folder / "eigen.yaml" if extra else None)


def test_an_entry_becomes_a_theme(tmp_path: Path) -> None:
    vocabulary = ("woningbouw", "*huur*", "sociale woning*", "WOZ")
    assert load(tmp_path, HOUSING).all == (Theme("wonen", "Wonen", vocabulary, (1, 4), "Housing"),)


@pytest.mark.parametrize(
    "text",
    [
        "Meer Woningbouw is nodig.",
        "De verhuurder wacht.",
        "Een sociale\nwoningcorporatie bouwt.",
        "De WOZ-waarde stijgt.",
        "Het plan voor woningbouw-locaties",
    ],
)
def test_a_word_of_the_vocabulary_puts_a_text_on_its_theme(tmp_path: Path, text: str) -> None:
    assert load(tmp_path, HOUSING).within(text) == ("wonen",)


@pytest.mark.parametrize("text", ["", "De woz stijgt.", "Woningbouwers staken.", "Een asociale woningbouwer"])
def test_other_words_do_not(tmp_path: Path, text: str) -> None:
    assert load(tmp_path, HOUSING).within(text) == ()


def test_the_theme_with_most_words_comes_first(tmp_path: Path) -> None:
    both = HOUSING + "  - {id: zorg, title: Zorg, vocabulary: ['zorg*']}\n"
    assert load(tmp_path, both).within("Woningbouw met zorgwoningen en zorg") == ("zorg", "wonen")


def test_a_users_own_file_adds_and_overrides(tmp_path: Path) -> None:
    own = "themes:\n  - {id: zorg, title: Zorg, vocabulary: [zorg]}\n  - {id: wonen, title: Huis, vocabulary: [huis]}\n"
    themes = load(tmp_path, HOUSING, own)
    assert [each.title for each in themes.all] == ["Huis", "Zorg"]
    assert themes.within("Woningbouw bij een huis met zorg") == ("wonen", "zorg")


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ("themes:\n  - {id: a, vocabulary: [bb]}", "regel 2: een thema heeft altijd een 'title'"),
        ("themes:\n  - {id: A!, title: A, vocabulary: [bb]}", "regel 2: 'id' bestaat uit kleine letters"),
        ("themes:\n  - id: a\n    title: A\n    vocabulary: []", "regel 4: 'vocabulary' is een lijst met ten minste"),
        (
            "themes:\n  - id: a\n    title: A\n    vocabulary:\n      - bb\n      - '*'",
            "regel 6: een woord heeft ten minste",
        ),
        (
            "themes:\n  - id: a\n    title: A\n    vocabulary:\n      - bb\n      - bb",
            "regel 6: 'bb' staat er twee keer",
        ),
        ("themes:\n  - {id: a, title: A, vocabulary: [bb], steps: [een]}", "regel 2: 'steps' is een lijst van nummers"),
        (
            "themes:\n  - {id: a, title: A, vocabulary: [bb]}\n  - {id: a, title: B, vocabulary: [cc]}",
            "regel 3: 'a' staat er twee keer",
        ),
        ("themes:\n  - {id: a, title: A, vocabulary: [bb], kleur: rood}", "regel 2: 'kleur' is geen veld"),
        ("partijen: []", "regel 1: 'partijen' is geen veld"),
        ("themes: [", "geen geldige YAML"),
    ],
)
def test_a_mistake_is_told_with_its_line(tmp_path: Path, text: str, sentence: str) -> None:
    with pytest.raises(DamagedFile, match=r"themas\.yaml") as refused:
        load(tmp_path, text)
    assert sentence in str(refused.value)


def test_a_missing_file_is_told(tmp_path: Path) -> None:
    with pytest.raises(ReadError, match=r"nergens\.yaml"):
        load_themes(tmp_path / "nergens.yaml")


def test_the_corpus_has_the_themes_of_the_agenda_and_more() -> None:
    themes = load_themes()
    assert len(themes.all) >= 12
    assert {step for theme in themes.all for step in theme.steps} == {1, 2, 3, 4, 5, 6, 7}
    assert all(theme.english for theme in themes.all)


@pytest.mark.parametrize(
    ("text", "theme"),
    [
        ("De wet geeft scholen een wettelijke taak.", "wettelijke-taak"),
        ("Who pays: funding and learning entitlements", "bekostiging"),
        ("Leerrechten voor iedere werkende", "bekostiging"),
        ("een gelijk speelveld tussen publieke en private opleiders", "publiek-privaat"),
        ("een mbo-certificaat of microcredential", "microcredentials"),
        ("validering op basis van leeruitkomsten", "leeruitkomsten"),
        ("stapelbare modules en deeltijdopleidingen", "flexibiliteit"),
        ("samenwerkingsverbanden in een regionaal ecosysteem", "samenwerking"),
        ("leren op de werkplek via bbl", "werken-en-leren"),
        ("de bedrijfsvoering en administratieve processen", "organisatie"),
    ],
)
def test_the_corpus_knows_the_words_of_its_themes(text: str, theme: str) -> None:
    assert load_themes().within(text)[0] == theme
