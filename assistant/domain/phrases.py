"""Sentences that are made deep inside and shown in the language of whoever reads them."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from functools import cache
from string import Formatter
from typing import Any, Self


class Phrase(str):
    """A Dutch text with its gaps filled, which can still be said in another language.

    ``template`` is the text with named gaps, by which a catalogue has it. What fills a gap may be a phrase too.
    """

    template: str
    details: Mapping[str, object]

    def __new__(cls, template: str, /, **details: object) -> Self:
        phrase = super().__new__(cls, _filled(template, details))
        phrase.template, phrase.details = template, details
        return phrase

    def __getnewargs_ex__(self) -> tuple[tuple[Any, ...], dict[str, Any]]:
        """For copies, which would else take the filled text for a template."""
        return (self.template,), dict(self.details)

    def said(self, sentences: Mapping[str, str]) -> str:
        """In the language of a catalogue from Dutch templates to its own; Dutch where it lacks this one."""
        details = {
            name: said(each, sentences) if isinstance(each, str) else each for name, each in self.details.items()
        }
        return _filled(sentences.get(self.template, self.template), details)


def _filled(template: str, details: Mapping[str, object]) -> str:
    """A sentence that nothing fills may hold any sign, such as one that another program made."""
    return template.format(**details) if details else template


def said(text: str, sentences: Mapping[str, str]) -> str:
    """A phrase in another language; any other text as it is."""
    return text.said(sentences) if isinstance(text, Phrase) else text


def said_again(text: str, sentences: Mapping[str, str]) -> str:
    """A text that was kept without its template, by the first of these templates that it may have been made of."""
    found = ((template, _pattern(template).fullmatch(text)) for template in sentences)
    return next((Phrase(template, **match.groupdict()).said(sentences) for template, match in found if match), text)


@cache
def _pattern(template: str) -> re.Pattern[str]:
    return re.compile(
        "".join(
            re.escape(literal) + (f"(?P<{name}>.+)" if name else "")
            for literal, name, _, _ in Formatter().parse(template)
        )
    )


def joined(between: str, texts: Sequence[str]) -> Phrase:
    """Several as one, each of which is said for itself; ``between`` holds no word."""
    named = {f"text{number}": text for number, text in enumerate(texts)}
    return Phrase(between.join(f"{{{name}}}" for name in named), **named)
