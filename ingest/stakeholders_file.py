"""Reads ``stakeholders.yaml`` and says of each mistake in it on which line it stands."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml

from assistant.domain.errors import DamagedFile, ReadError
from assistant.domain.stakeholders import Name, Stakeholder
from ingest.party_names import key_of

GROUP = "group"
KINDS = (
    *("ministry", "government", "parliament", "inspectorate", "agency", "regulator", "association", "union"),
    *("employers", "students", "advisory", "research", "programme", "institution", "company", "international", GROUP),
)
_TEXTS = {
    "id": (r"[a-z0-9]+(?:-[a-z0-9]+)*", "bestaat uit kleine letters, cijfers en koppeltekens"),
    "kind": ("|".join(KINDS), f"is een van {', '.join(KINDS)}"),
    "tooi": (r"[a-z]{2,10}\d{3,6}", "is een code zoals mnre1109"),
}
_LISTS = ("aliases", "groups", "traps", "context")
_YEARS = ("since", "until")
_YEAR = re.compile(r"1[89]\d\d|20\d\d")
_LOADER: type[Any] = getattr(yaml, "CSafeLoader", yaml.SafeLoader)  # C is ten times as fast, where it is built


@dataclass(frozen=True, slots=True)
class Entry:
    """A party, and where it stands in which file."""

    party: Stakeholder
    file: str
    line: int


def read_entries(path: Path) -> tuple[Entry, ...]:
    try:
        root = yaml.compose(path.read_text(encoding="utf-8"), Loader=_LOADER)
    except OSError as error:
        raise ReadError(f"{path.name} kan niet worden gelezen: controleer of het in {path.parent} staat.") from error
    except UnicodeDecodeError as error:
        raise DamagedFile(f"{path.name} is geen UTF-8: sla het als UTF-8 op.") from error
    except yaml.MarkedYAMLError as error:
        line = error.problem_mark.line + 1 if error.problem_mark else 1
        raise DamagedFile(f"{path.name}, regel {line}: dit is geen geldige YAML; controleer de inspringing.") from error
    except yaml.YAMLError as error:
        raise DamagedFile(f"{path.name} is geen geldige YAML: er staan tekens in die daar niet horen.") from error
    return _Reader(path.name).entries(root)


def check(entries: Iterable[Entry]) -> None:
    """Raises ``DamagedFile`` for names that two parties share, unknown groups and groups within themselves."""
    by_id = {entry.party.id: entry for entry in entries}
    owners: dict[str, str] = {}
    for entry in by_id.values():
        for name in (*(each.text for each in entry.party.names), *entry.party.aliases):
            owner = owners.setdefault(key_of(name), entry.party.id)
            if owner != entry.party.id:
                raise _mistake(entry, f"'{name}' is ook een naam van '{owner}'")
        for group in entry.party.groups:
            if group not in by_id:
                raise _mistake(entry, f"'{group}' is geen partij in deze lijst")
            if by_id[group].party.kind != GROUP:
                raise _mistake(entry, f"'{group}' is geen groep")
    for entry in by_id.values():
        _refuse_circle(entry, by_id)


def _refuse_circle(entry: Entry, by_id: Mapping[str, Entry]) -> None:
    above = [*entry.party.groups]
    seen: set[str] = set()
    while above:
        group = above.pop()
        if group == entry.party.id:
            raise _mistake(entry, f"de groep '{group}' hoort via haar groepen bij zichzelf")
        if group not in seen:
            seen.add(group)
            above += by_id[group].party.groups


def _mistake(entry: Entry, rule: str) -> DamagedFile:
    return DamagedFile(f"{entry.file}, regel {entry.line}: {rule}.")


class _Reader:
    def __init__(self, file: str) -> None:
        self._file = file

    def entries(self, root: yaml.Node | None) -> tuple[Entry, ...]:
        listed = self._fields(root, ("parties",)).get("parties")
        if not isinstance(listed, yaml.SequenceNode):
            raise self._mistake(root, "'parties' met een lijst van partijen ontbreekt")
        entries = tuple(self._entry(node) for node in listed.value)
        seen: set[str] = set()
        for entry in entries:
            if entry.party.id in seen:
                raise _mistake(entry, f"'{entry.party.id}' staat er twee keer")
            seen.add(entry.party.id)
        return entries

    def _entry(self, node: yaml.Node) -> Entry:
        fields = self._fields(node, (*_TEXTS, "names", *_LISTS))
        for name in ("id", "kind", "names"):
            if name not in fields:
                raise self._mistake(node, f"een partij heeft altijd een '{name}'")
        texts = {name: self._text(name, fields[name]) for name in fields if name in _TEXTS}
        lists = {name: self._list(name, fields[name]) for name in fields if name in _LISTS}
        party = Stakeholder(
            id=texts["id"],
            names=self._names(fields["names"]),
            kind=texts["kind"],
            tooi=texts.get("tooi", ""),
            **lists,
        )
        return Entry(party, self._file, node.start_mark.line + 1)

    def _names(self, node: yaml.Node) -> tuple[Name, ...]:
        if not isinstance(node, yaml.SequenceNode) or not node.value:
            raise self._mistake(node, "'names' is een lijst met ten minste één naam")
        return tuple(self._name(item) for item in node.value)

    def _name(self, node: yaml.Node) -> Name:
        if isinstance(node, yaml.ScalarNode):
            return Name(self._word("names", node))
        fields = self._fields(node, ("name", *_YEARS))
        if "name" not in fields:
            raise self._mistake(node, "een naam met jaren heeft een 'name'")
        since, until = (self._year(name, fields.get(name)) for name in _YEARS)
        if since and until and since > until:
            raise self._mistake(node, f"deze naam zou in {until} eindigen, voor het begin in {since}")
        return Name(self._word("name", fields["name"]), since, until)

    def _year(self, name: str, node: yaml.Node | None) -> int | None:
        if node is None:
            return None
        if not isinstance(node, yaml.ScalarNode) or not _YEAR.fullmatch(node.value):
            raise self._mistake(node, f"'{name}' is een jaar van vier cijfers zoals 2021")
        return int(node.value)

    def _fields(self, node: yaml.Node | None, known: tuple[str, ...]) -> dict[str, yaml.Node]:
        if not isinstance(node, yaml.MappingNode):
            raise self._mistake(node, f"hier horen velden te staan: {', '.join(known)}")
        fields: dict[str, yaml.Node] = {}
        for key, value in node.value:
            if key.value not in known:
                raise self._mistake(key, f"'{key.value}' is geen veld; bekend zijn {', '.join(known)}")
            if key.value in fields:
                raise self._mistake(key, f"'{key.value}' staat er twee keer")
            fields[key.value] = value
        return fields

    def _text(self, name: str, node: yaml.Node) -> str:
        pattern, rule = _TEXTS[name]
        if not isinstance(node, yaml.ScalarNode) or not re.fullmatch(pattern, node.value):
            raise self._mistake(node, f"'{name}' {rule}")
        return str(node.value)

    def _list(self, name: str, node: yaml.Node) -> tuple[str, ...]:
        if not isinstance(node, yaml.SequenceNode):
            raise self._mistake(node, f"'{name}' is een lijst")
        return tuple(self._word(name, item) for item in node.value)

    def _word(self, name: str, node: yaml.Node) -> str:
        if not isinstance(node, yaml.ScalarNode) or not any(mark.isalnum() for mark in node.value):
            raise self._mistake(node, f"in '{name}' staan teksten met letters of cijfers")
        return str(node.value)

    def _mistake(self, node: yaml.Node | None, rule: str) -> DamagedFile:
        line = node.start_mark.line + 1 if node is not None else 1
        return DamagedFile(f"{self._file}, regel {line}: {rule}.")
