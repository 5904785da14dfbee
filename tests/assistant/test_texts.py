"""The catalogues of texts."""

from __future__ import annotations

import ast
import inspect
from collections.abc import Iterator, Mapping
from dataclasses import fields, is_dataclass
from functools import cache
from pathlib import Path
from string import Formatter

from assistant.domain import errors
from assistant.domain.phrases import Phrase
from assistant.texts import texts_in

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


def blanks(text: str) -> set[str]:
    return {name for _, name, _, _ in Formatter().parse(text) if name}


def test_both_languages_have_the_same_texts_with_the_same_blanks() -> None:
    dutch, english = dict(texts(texts_in("nl"))), dict(texts(texts_in("en")))
    assert {path: blanks(text) for path, text in dutch.items()} == {
        path: blanks(text) for path, text in english.items()
    }


def test_no_text_is_empty() -> None:
    assert [path for language in ("nl", "en") for path, text in texts(texts_in(language)) if not text.strip()] == []


ROOT = Path(__file__).parents[2]
SENTENCES = {name for name, each in inspect.getmembers(errors, inspect.isclass) if issubclass(each, Exception)} | {
    Phrase.__name__
}
OF_PHRASES = {"BadCorrection"}  # its sentences are phrases already
HOMES = {"assistant/domain/errors.py", "assistant/domain/phrases.py"}


def blanks_as_written(text: str) -> set[tuple[str, str, str]]:
    """With how they are written, such as between quotes."""
    return {(name, form or "", way or "") for _, name, form, way in Formatter().parse(text) if name}


@cache
def sentences() -> dict[str, ast.Call]:
    """Every sentence of an error in the program, by where it stands."""
    return {
        f"{path.relative_to(ROOT)}:{node.lineno}": node
        for folder in ("assistant", "ingest")
        for path in sorted((ROOT / folder).rglob("*.py"))
        if str(path.relative_to(ROOT)) not in HOMES
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id in SENTENCES - OF_PHRASES
    }


def template(call: ast.Call) -> str:
    """Empty for what is put together when it runs, and then can be in no catalogue."""
    match call.args:
        case [ast.Constant(value=str() as text)]:
            return text
    return ""


def test_the_sentence_of_every_error_stands_where_it_is_raised() -> None:
    assert len(sentences()) > 100
    assert [place for place, call in sentences().items() if not template(call)] == []


def test_every_gap_of_an_error_is_filled() -> None:
    assert [
        place
        for place, call in sentences().items()
        if blanks(template(call)) != {each.arg for each in call.keywords} and template(call)
    ] == []


def test_every_error_has_an_english_sentence_with_the_same_gaps() -> None:
    texts = texts_in("en")
    english = {**texts.errors, **texts.source.page_problems}
    raised = {template(call) for call in sentences().values()}
    assert raised - {*english, ""} == set()
    assert {*english} - raised == set()
    assert [each for each in english if blanks_as_written(each) != blanks_as_written(english[each])] == []
