"""Words that mean the same: acronyms, synonyms and translations, from the corpus and from a user's own file."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path
from typing import Any

import yaml

from assistant.domain.errors import SettingsError
from assistant.index.analyzer import stem, tokens

LONGEST_PHRASE = 6  # words
_OPENING = 3  # letters that all forms of a word share
LEAST_INFLECTED = 5  # letters that a word must have to be looked up by its stem: shorter ones fall together too easily

Phrase = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Equivalent:
    """Words ``start`` to ``end`` (half open) of a text mean the same as each of ``phrases``; ``strong`` for an entry of
    the glossary, weak for an everyday synonym. An entry's own term without any other Dutch form has no phrases."""

    start: int
    end: int
    phrases: tuple[str, ...]
    strong: bool = True


@dataclass(frozen=True)
class Glossary:
    """Phrases by their folded words; a key's phrases are what may stand in its place, the key itself left out.

    A single word that is no key is looked up in its other forms: 'bedrijfstakken' as 'bedrijfstak'.
    """

    strong: Mapping[Phrase, tuple[str, ...]] = field(default_factory=dict)
    weak: Mapping[Phrase, tuple[str, ...]] = field(default_factory=dict)

    @classmethod
    def load(cls, glossary: Path, synonyms: Path) -> Glossary:
        """Raises ``SettingsError`` for a file that is not of the form that the corpus's README gives."""
        try:
            entries = _read(glossary).get("entries", [])
            everyday = _read(synonyms) if synonyms.exists() else {}
            return cls(_entries(entries), _everyday(everyday))
        except (AttributeError, KeyError, TypeError) as error:
            raise SettingsError(
                "De begrippenlijst {path} heeft niet de vorm die corpus/README.md noemt.", path=glossary
            ) from error

    def equivalents(self, text: str) -> list[Equivalent]:
        """What the words of a text may be replaced by; the longest phrase at a place wins over its parts."""
        found: list[Equivalent] = []
        found_words = tokens(text)
        covered = [False] * len(found_words)
        for length in range(min(LONGEST_PHRASE, len(found_words)), 0, -1):
            for start in range(len(found_words) - length + 1):
                span = range(start, start + length)
                key = tuple(found_words[start : start + length])
                if length > 1 and all(covered[i] for i in span):
                    continue
                for table, strong in ((self.strong, True), (self.weak, False)):
                    phrases = table[key] if key in table else self._of_other_forms(key, table)
                    if phrases is not None:
                        found.append(Equivalent(start, start + length, phrases, strong))
                        for i in span:
                            covered[i] = True
        return sorted(found, key=lambda item: (item.start, -item.end))

    def has_word(self, word: str) -> bool:
        """Whether a folded word is a key itself."""
        return (word,) in self.strong or (word,) in self.weak

    def _of_other_forms(self, key: Phrase, table: Mapping[Phrase, tuple[str, ...]]) -> tuple[str, ...] | None:
        """The phrases of single words with the same stem, and these words themselves; None where there are none."""
        word = key[0]
        if len(key) > 1 or len(word) < LEAST_INFLECTED:
            return None
        related = self._by_opening.get(word[:_OPENING], ())
        forms = [form for form in related if (form,) in table and stem(form) == stem(word)]
        phrases = dict.fromkeys(phrase for form in forms for phrase in (form, *table[form,]))
        return tuple(phrases) or None

    @cached_property
    def _by_opening(self) -> Mapping[str, list[str]]:
        """All single words by their first letters, so that few of them are stemmed."""
        found: dict[str, list[str]] = defaultdict(list)
        for key in dict.fromkeys([*self.strong, *self.weak]):
            if len(key) == 1:
                found[key[0][:_OPENING]].append(key[0])
        return found


def _read(path: Path) -> dict[str, Any]:
    try:
        content = yaml.load(path.read_text(encoding="utf-8"), Loader=_Loader)
    except (OSError, UnicodeDecodeError, yaml.YAMLError) as error:
        raise SettingsError("{path} kan niet worden gelezen: {reason}", path=path, reason=str(error)) from error
    return content or {}


_Loader: type[Any] = getattr(yaml, "CSafeLoader", yaml.SafeLoader)  # C is ten times as fast, where it is built


def _entries(entries: Iterable[Mapping[str, Any]]) -> dict[Phrase, tuple[str, ...]]:
    table: dict[Phrase, list[str]] = defaultdict(list)
    for entry in entries:
        dutch = [entry["term"], *entry.get("acronyms", []), *entry.get("synonyms", [])]
        for form in [*dutch, *entry.get("english", [])]:
            _add(table, form, dutch)
    return {key: tuple(phrases) for key, phrases in table.items()}


def _everyday(content: Mapping[str, Any]) -> dict[Phrase, tuple[str, ...]]:
    table: dict[Phrase, list[str]] = defaultdict(list)
    for group in content.get("groups", []):
        for form in group:
            _add(table, form, group)
    for english, *dutch in content.get("english", []):
        _add(table, english, dutch)
    return {key: tuple(phrases) for key, phrases in table.items()}


def _add(table: dict[Phrase, list[str]], form: str, phrases: Iterable[str]) -> None:
    key = tuple(tokens(str(form)))
    known = table[key]
    known += [str(p) for p in phrases if p != form and str(p) not in known]
