"""Reads ``stakeholders.yaml`` and says of each mistake in it on which line it stands."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path

import yaml

from assistant.domain.errors import DamagedFile
from assistant.domain.phrases import Phrase
from assistant.domain.stakeholders import Name, Stakeholder
from ingest.checked_yaml import NodeChecker, compose, line_of, mistake
from ingest.party_names import key_of

GROUP = "group"
KINDS = (
    *("ministry", "government", "parliament", "inspectorate", "agency", "regulator", "association", "union"),
    *("employers", "students", "advisory", "research", "programme", "institution", "company", "international", GROUP),
)
_TEXTS = {
    "id": (r"[a-z0-9]+(?:-[a-z0-9]+)*", Phrase("bestaat uit kleine letters, cijfers en koppeltekens")),
    "kind": ("|".join(KINDS), Phrase("is een van {known}", known=", ".join(KINDS))),
    "tooi": (r"[a-z]{2,10}\d{3,6}", Phrase("is een code zoals mnre1109")),
}
_LISTS = ("aliases", "groups", "traps", "context")
_YEARS = ("since", "until")


@dataclass(frozen=True, slots=True)
class Entry:
    """A party, and where it stands in which file; ``lines`` are those of its names, aliases and groups."""

    party: Stakeholder
    file: str
    line: int
    lines: Mapping[str, int] = field(default_factory=dict)


def read_entries(path: Path) -> tuple[Entry, ...]:
    return _Reader(path.name).entries(compose(path))


def check(entries: Iterable[Entry]) -> None:
    """Raises ``DamagedFile`` for names that two parties share, unknown groups and groups within themselves."""
    by_id = {entry.party.id: entry for entry in entries}
    owners: dict[str, str] = {}
    for entry in by_id.values():
        for name in (*(each.text for each in entry.party.names), *entry.party.aliases):
            owner = owners.setdefault(key_of(name), entry.party.id)
            if owner != entry.party.id:
                raise _mistake(entry, Phrase("'{name}' is ook een naam van '{owner}'", name=name, owner=owner), name)
        for group in entry.party.groups:
            if group not in by_id:
                raise _mistake(entry, Phrase("'{group}' is geen partij in deze lijst", group=group), group)
            if by_id[group].party.kind != GROUP:
                raise _mistake(entry, Phrase("'{group}' is geen groep", group=group), group)
    for entry in by_id.values():
        _refuse_circle(entry, by_id)


def _refuse_circle(entry: Entry, by_id: Mapping[str, Entry]) -> None:
    above = [*entry.party.groups]
    seen: set[str] = set()
    while above:
        group = above.pop()
        if group == entry.party.id:
            raise _mistake(entry, Phrase("de groep '{group}' hoort via haar groepen bij zichzelf", group=group))
        if group not in seen:
            seen.add(group)
            above += by_id[group].party.groups


def _mistake(entry: Entry, rule: Phrase, text: str = "") -> DamagedFile:
    return mistake(entry.file, entry.lines.get(text, entry.line), rule)


def _lines(node: yaml.Node | None) -> Iterator[tuple[str, int]]:
    """The texts in a list with the lines that they stand on; of a name with years the name."""
    for item in node.value if isinstance(node, yaml.SequenceNode) else ():
        texts = [value for _, value in item.value] if isinstance(item, yaml.MappingNode) else [item]
        yield from ((str(text.value), line_of(text)) for text in texts)


class _Reader:
    def __init__(self, file: str) -> None:
        self._file = file
        self._check = NodeChecker(file)

    def entries(self, root: yaml.Node | None) -> tuple[Entry, ...]:
        entries = tuple(self._entry(node) for node in self._check.items(root, "parties", of=Phrase("partijen")))
        seen: set[str] = set()
        for entry in entries:
            if entry.party.id in seen:
                raise _mistake(entry, Phrase("'{name}' staat er twee keer", name=entry.party.id))
            seen.add(entry.party.id)
        return entries

    def _entry(self, node: yaml.Node) -> Entry:
        fields = self._check.fields(node, (*_TEXTS, "names", *_LISTS))
        for name in ("id", "kind", "names"):
            if name not in fields:
                raise self._check.mistake(node, Phrase("een partij heeft altijd een '{name}'", name=name))
        texts = {name: self._check.text(name, fields[name], *_TEXTS[name]) for name in fields if name in _TEXTS}
        lists = {name: self._check.texts(name, fields[name]) for name in fields if name in _LISTS}
        for name in ("aliases", "traps", "context"):
            self._refuse_signs(fields.get(name), name, lists.get(name, ()))
        names = self._names(fields["names"])
        party = Stakeholder(id=texts["id"], names=names, kind=texts["kind"], tooi=texts.get("tooi", ""), **lists)
        lines = {text: line for name in ("names", "aliases", "groups") for text, line in _lines(fields.get(name))}
        return Entry(party, self._file, line_of(node), lines)

    def _names(self, node: yaml.Node) -> tuple[Name, ...]:
        if not isinstance(node, yaml.SequenceNode) or not node.value:
            raise self._check.mistake(node, Phrase("'names' is een lijst met ten minste één naam"))
        return tuple(self._name(item) for item in node.value)

    def _name(self, node: yaml.Node) -> Name:
        if isinstance(node, yaml.ScalarNode):
            self._refuse_signs(node, "names", (node.value,))
            return Name(str(node.value))
        fields = self._check.fields(node, ("name", *_YEARS))
        if "name" not in fields:
            raise self._check.mistake(node, Phrase("een naam met jaren heeft een 'name'"))
        name = self._check.text("name", fields["name"], r".*\w.*", Phrase("is een tekst met letters of cijfers"))
        since, until = (self._year(each, fields.get(each)) for each in _YEARS)
        if since and until and since > until:
            rule = Phrase("deze naam zou in {until} eindigen, voor het begin in {since}", until=until, since=since)
            raise self._check.mistake(node, rule)
        return Name(name, since, until)

    def _year(self, name: str, node: yaml.Node | None) -> int | None:
        if node is None:
            return None
        rule = Phrase("is een jaar van vier cijfers zoals 2021")
        return int(self._check.text(name, node, r"1[89]\d\d|20\d\d", rule))

    def _refuse_signs(self, node: yaml.Node | None, name: str, texts: Iterable[str]) -> None:
        """Names without a letter or figure would be found everywhere."""
        if not all(any(mark.isalnum() for mark in text) for text in texts):
            raise self._check.mistake(node, Phrase("in '{name}' staan teksten met letters of cijfers", name=name))
