"""Reads ``catalogue.yaml`` and says of each mistake in it on which line it stands."""

from __future__ import annotations

import re
from pathlib import Path

import yaml

from assistant.domain.documents import Source
from assistant.domain.errors import DamagedFile, ReadError
from ingest.recognition import Original

_LONGEST_PHRASE = 8  # words; longer ones would be quotations
_TEXTS = {
    "id": (r"[a-z0-9]+(?:-[a-z0-9]+)*", "bestaat uit kleine letters, cijfers en koppeltekens"),
    "title": (r".+", "is een tekst"),
    "kind": (r".+", "is een tekst"),
    "date": (r"\d{4}(?:-\d{2}(?:-\d{2})?)?", "is een jaar, maand of dag zoals 2023, 2023-11 of 2023-11-30"),
    "date_note": (r".+", "is een tekst"),
    "language": (r"[a-z]{2}", "is een taalcode van twee letters zoals nl"),
    "kamerstuk": (r"\d{5}(?:-[IVXLC]+)?-\d+", "is dossier en nummer zoals 30012-157"),
    "address": (r"https?://\S+", "is een adres dat met http begint"),
    "rights": (r".+", "is een tekst"),
    "pages": (r"[1-9]\d*", "is een aantal bladzijden"),
}
_LISTS = ("aliases", "publishers", "recognised_by")
_REQUIRED = ("id", "title")


def read_originals(path: Path) -> tuple[Original, ...]:
    try:
        root = yaml.compose(path.read_text(encoding="utf-8"), Loader=yaml.SafeLoader)
    except OSError as error:
        raise ReadError(f"{path.name} kan niet worden gelezen: controleer of het in {path.parent} staat.") from error
    except UnicodeDecodeError as error:
        raise DamagedFile(f"{path.name} is geen UTF-8: sla het als UTF-8 op.") from error
    except yaml.MarkedYAMLError as error:
        line = error.problem_mark.line + 1 if error.problem_mark else 1
        raise DamagedFile(f"{path.name}, regel {line}: dit is geen geldige YAML; controleer de inspringing.") from error
    return _Reader(path.name).originals(root)


class _Reader:
    def __init__(self, name: str) -> None:
        self._name = name

    def originals(self, root: yaml.Node | None) -> tuple[Original, ...]:
        top = self._fields(root, ("sources",))
        listed = top.get("sources")
        if not isinstance(listed, yaml.SequenceNode):
            raise self._mistake(root, "'sources' met een lijst van bronnen ontbreekt")
        originals = tuple(self._original(node) for node in listed.value)
        self._refuse_doubles(originals, listed.value)
        return originals

    def _original(self, node: yaml.Node) -> Original:
        fields = self._fields(node, (*_TEXTS, *_LISTS))
        for name in _REQUIRED:
            if name not in fields:
                raise self._mistake(node, f"een bron heeft altijd een '{name}'")
        texts = {name: self._text(name, fields[name]) for name in fields if name in _TEXTS}
        lists = {name: self._list(name, fields[name]) for name in fields if name in _LISTS}
        phrases, pages = lists.pop("recognised_by", ()), texts.pop("pages", "0")
        texts.pop("date_note", None)  # a word to whoever maintains the catalogue
        source = Source(**texts, **lists)  # type: ignore[arg-type]  # the names of both were checked above
        return Original(source, int(pages), phrases)

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
        if not isinstance(node, yaml.ScalarNode) or not re.fullmatch(pattern, node.value, re.DOTALL):
            raise self._mistake(node, f"'{name}' {rule}")
        return str(node.value)

    def _list(self, name: str, node: yaml.Node) -> tuple[str, ...]:
        if not isinstance(node, yaml.SequenceNode):
            raise self._mistake(node, f"'{name}' is een lijst")
        for item in node.value:
            if not isinstance(item, yaml.ScalarNode) or not item.value.strip():
                raise self._mistake(item, f"'{name}' is een lijst van teksten")
            if name == "recognised_by" and len(item.value.split()) > _LONGEST_PHRASE:
                raise self._mistake(item, f"een zinsdeel in 'recognised_by' telt ten hoogste {_LONGEST_PHRASE} woorden")
        return tuple(str(item.value) for item in node.value)

    def _refuse_doubles(self, originals: tuple[Original, ...], nodes: list[yaml.Node]) -> None:
        seen: set[str] = set()
        for original, node in zip(originals, nodes, strict=True):
            for name in {original.source.id, original.source.kamerstuk} - {""}:
                if name in seen:
                    raise self._mistake(node, f"'{name}' is ook van een andere bron")
                seen.add(name)

    def _mistake(self, node: yaml.Node | None, rule: str) -> DamagedFile:
        line = node.start_mark.line + 1 if node is not None else 1
        return DamagedFile(f"{self._name}, regel {line}: {rule}.")
