"""The catalogues of texts."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import fields, is_dataclass
from string import Formatter

from assistant.texts import texts_in

# What argparse says in English already, and what turns Dutch documents into an answer in another language.
ONE_LANGUAGE_ONLY = {"parser_messages", "lead", "columns"}


def texts(value: object, path: str = "") -> Iterator[tuple[str, str]]:
    """Every text with its place in the catalogue."""
    if isinstance(value, str):
        yield path, value
    elif isinstance(value, Mapping):
        for key, each in value.items():
            yield from texts(each, f"{path}.{key}")
    elif is_dataclass(value):
        for field in fields(value):
            if field.name not in ONE_LANGUAGE_ONLY:
                yield from texts(getattr(value, field.name), f"{path}.{field.name}")
    elif isinstance(value, tuple):
        for number, each in enumerate(value):
            yield from texts(each, f"{path}.{number}")


def blanks(text: str) -> set[str]:
    return {name for _, name, _, _ in Formatter().parse(text) if name}


def test_both_languages_have_the_same_texts_with_the_same_blanks() -> None:
    dutch, english = dict(texts(texts_in("nl"))), dict(texts(texts_in("en")))
    assert {path: blanks(text) for path, text in dutch.items()} == {
        path: blanks(text) for path, text in english.items()
    }


def test_no_text_is_empty() -> None:
    assert [path for language in ("nl", "en") for path, text in texts(texts_in(language)) if not text.strip()] == []
