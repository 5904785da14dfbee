"""The themes: those of the corpus, with what a user's own file adds or overrides, and where a text speaks of them."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

import yaml

from assistant.domain.phrases import Phrase
from assistant.domain.positions import Theme
from ingest.catalogue import CORPUS
from ingest.checked_yaml import NodeChecker, compose

THEMES = CORPUS / "themes.yaml"
_TEXTS = {
    "id": (r"[a-z0-9]+(?:-[a-z0-9]+)*", Phrase("bestaat uit kleine letters, cijfers en koppeltekens")),
    "title": (r".*\w.*", Phrase("is een tekst met letters of cijfers")),
    "english": (r".*\w.*", Phrase("is een tekst met letters of cijfers")),
}
_WORD = re.compile(r"\w+(?:[-'’&]\w+)*")
_FEWEST_LETTERS = 2  # of a word of the vocabulary; fewer would be found everywhere


@dataclass(frozen=True)
class ThemeRegister:
    """Known themes, in the order of their file."""

    all: tuple[Theme, ...]

    def within(self, text: str) -> tuple[str, ...]:
        """The ids of the themes that a text, or a question, speaks of: the one with most of its words first."""
        counts: Counter[str] = Counter()
        for word in _WORD.findall(text):
            counts.update(self._of(word))
        for theme, phrases in self._phrases:
            counts[theme] += len(phrases.findall(text))
        return tuple(theme for theme, count in counts.most_common() if count)

    def _of(self, word: str) -> tuple[str, ...]:
        """A word with hyphens is on the themes of its parts too."""
        if word not in self._known:  # documents repeat the same few thousand words
            forms = {word, *word.split("-")}
            found = (theme for theme, each in self._words if any(map(each.fullmatch, forms)))
            self._known[word] = tuple(dict.fromkeys(found))
        return self._known[word]

    @cached_property
    def _known(self) -> dict[str, tuple[str, ...]]:
        return {}

    @cached_property
    def _words(self) -> tuple[tuple[str, re.Pattern[str]], ...]:
        """Abbreviations count in capitals only."""
        return tuple(
            (theme.id, re.compile("|".join(map(_expression, chosen)), flags))
            for theme in self.all
            for flags, abbreviated in ((re.IGNORECASE, False), (re.NOFLAG, True))
            if (chosen := [word for word in theme.vocabulary if " " not in word and word.isupper() is abbreviated])
        )

    @cached_property
    def _phrases(self) -> tuple[tuple[str, re.Pattern[str]], ...]:
        return tuple(
            (theme.id, re.compile(rf"(?<!\w)(?:{'|'.join(map(_expression, phrases))})(?!\w)", re.IGNORECASE))
            for theme in self.all
            if (phrases := [phrase for phrase in theme.vocabulary if " " in phrase])
        )


def load_themes(path: Path = THEMES, extra: Path | None = None) -> ThemeRegister:
    """Raises ``ReadError`` that names the line. A theme of ``extra`` takes the place of the one with its id."""
    themes = {theme.id: theme for theme in _Reader(path.name).themes(compose(path))}
    if extra:
        themes |= {theme.id: theme for theme in _Reader(extra.name).themes(compose(extra))}
    return ThemeRegister(tuple(themes.values()))


def _expression(word: str) -> str:
    parts = (r"\s+".join(map(re.escape, part.split(" "))) for part in word.split("*"))
    return r"[\w-]*".join(parts)


class _Reader:
    def __init__(self, file: str) -> None:
        self._check = NodeChecker(file)

    def themes(self, root: yaml.Node | None) -> tuple[Theme, ...]:
        themes: dict[str, Theme] = {}
        for node in self._check.items(root, "themes", of=Phrase("thema's")):
            theme = self._theme(node)
            if theme.id in themes:
                raise self._check.mistake(node, Phrase("'{name}' staat er twee keer", name=theme.id))
            themes[theme.id] = theme
        return tuple(themes.values())

    def _theme(self, node: yaml.Node) -> Theme:
        fields = self._check.fields(node, (*_TEXTS, "vocabulary", "steps"))
        for name in ("id", "title", "vocabulary"):
            if name not in fields:
                raise self._check.mistake(node, Phrase("een thema heeft altijd een '{name}'", name=name))
        texts = {name: self._check.text(name, fields[name], *_TEXTS[name]) for name in fields if name in _TEXTS}
        vocabulary = self._vocabulary(fields["vocabulary"])
        steps = self._steps(fields["steps"]) if "steps" in fields else ()
        return Theme(texts["id"], texts["title"], vocabulary, steps, texts.get("english", ""))

    def _vocabulary(self, node: yaml.Node) -> tuple[str, ...]:
        words = tuple(" ".join(word.split()) for word in self._check.texts("vocabulary", node))
        if not words:
            raise self._check.mistake(node, Phrase("'vocabulary' is een lijst met ten minste één woord"))
        seen: set[str] = set()
        for item, word in zip(node.value, words, strict=True):
            if sum(map(str.isalnum, word)) < _FEWEST_LETTERS:
                rule = Phrase("een woord heeft ten minste {fewest} letters", fewest=_FEWEST_LETTERS)
                raise self._check.mistake(item, rule)
            if word in seen:
                raise self._check.mistake(item, Phrase("'{name}' staat er twee keer", name=word))
            seen.add(word)
        return words

    def _steps(self, node: yaml.Node) -> tuple[int, ...]:
        steps = self._check.texts("steps", node)
        for item, step in zip(node.value, steps, strict=True):
            rule = Phrase("is een lijst van nummers; {step!r} is er geen", step=step)
            self._check.text("steps", item, r"[1-9]\d?", rule)
        return tuple(map(int, steps))
