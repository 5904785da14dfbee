"""Dutch verbs that come apart: 'waarom doen zo weinig mensen mee?' asks of 'meedoen'."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from assistant.index.analyzer import fold

_PARTICLE = re.compile(
    r"(?<=\s)(?:aan|achter|af|bij|door|in|mee|na|neer|om|onder|op|over|samen|tegen|terug|toe|uit|voor|vast|weg)"
    r"(?=\s*[?.!,;:]|\s*$|\s+(?:aan|als|bij|dan|dat|door|en|in|met|naar|of|om|op|over|te|tegen|van|voor|wanneer|zodat)\b)",
    re.IGNORECASE,
)
_WORD = re.compile(r"[^\W\d_]{3,}")
_IRREGULAR = {"doet": "doen", "gaat": "gaan", "slaat": "slaan", "staat": "staan", "ziet": "zien"}
_VOICED = {"f": "v", "s": "z"}


def rejoined(text: str, is_known: Callable[[str], bool]) -> str:
    """The text with the halves of each verb in one word, where its first half stood, if that is a known word."""
    for particle in reversed(list(_PARTICLE.finditer(text))):
        for verb in _WORD.finditer(text, 0, particle.start()):
            joined = next(filter(is_known, _joined(fold(verb[0]), fold(particle[0]))), "")
            if joined:
                between = text[verb.end() : particle.start()].rstrip()
                text = f"{text[: verb.start()]}{joined}{between}{text[particle.end() :]}"
                break
    return text


def _joined(verb: str, particle: str) -> Iterator[str]:
    return (particle + infinitive for infinitive in _infinitives(verb))


def _infinitives(verb: str) -> Iterator[str]:
    """What a form of the present tense may be of: 'haakt' of 'haken', 'stelt' of 'stellen', 'geeft' of 'geven'."""
    if verb.endswith("n"):
        yield verb
    if verb in _IRREGULAR:
        yield _IRREGULAR[verb]
    stem = verb.removesuffix("t")
    voiced = stem[:-1] + _VOICED.get(stem[-1:], stem[-1:])
    for base in dict.fromkeys((verb, stem, voiced)):
        yield base + "en"
        yield base + base[-1:] + "en"
        yield re.sub(r"([aeou])\1([^aeiou])$", r"\1\2", base) + "en"
