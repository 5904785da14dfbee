"""The catalogues of texts."""

from __future__ import annotations

import ast
import inspect
from collections.abc import Iterator, Mapping
from dataclasses import fields, is_dataclass
from functools import cache

from assistant.domain import errors
from assistant.domain.phrases import Phrase
from assistant.texts import texts_in
from tests.written_sentences import ROOT, gaps, gaps_as_written, left_open, template, written

# What argparse says in English already, and what turns Dutch documents into an answer in another language.
# Errors are Dutch where they are raised.
ONE_LANGUAGE_ONLY = {"parser_messages", "lead", "columns", "errors", "page_problems"}


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


def test_both_languages_have_the_same_texts_with_the_same_gaps() -> None:
    dutch, english = dict(texts(texts_in("nl"))), dict(texts(texts_in("en")))
    assert {path: gaps(text) for path, text in dutch.items()} == {path: gaps(text) for path, text in english.items()}


def test_no_text_is_empty() -> None:
    assert [path for language in ("nl", "en") for path, text in texts(texts_in(language)) if not text.strip()] == []


SENTENCES = {name for name, each in inspect.getmembers(errors, inspect.isclass) if issubclass(each, Exception)} | {
    Phrase.__name__
}
OF_PHRASES = {"BadCorrection"}  # its sentences are phrases already
HOMES = {ROOT / "assistant/domain/errors.py", ROOT / "assistant/domain/phrases.py"}


@cache
def sentences() -> dict[str, ast.Call]:
    """Every sentence of an error in the program, by where it stands."""
    files = {file for folder in ("assistant", "ingest") for file in (ROOT / folder).rglob("*.py")}
    return written(files - HOMES, SENTENCES - OF_PHRASES)


def test_the_sentence_of_every_error_stands_where_it_is_raised() -> None:
    assert len(sentences()) > 100
    assert [place for place, call in sentences().items() if not template(call)] == []


def test_every_gap_of_an_error_is_filled() -> None:
    assert left_open(sentences()) == []


def test_every_error_has_an_english_sentence_with_the_same_gaps() -> None:
    texts = texts_in("en")
    english = {**texts.errors, **texts.source.page_problems}
    raised = {template(call) for call in sentences().values()}
    assert raised - {*english, ""} == set()
    assert {*english} - raised == set()
    assert [each for each in english if gaps_as_written(each) != gaps_as_written(english[each])] == []
