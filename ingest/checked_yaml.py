"""Reads a YAML file of the corpus or of a user, and says of each mistake in it on which line it stands."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import yaml

from assistant.domain.errors import DamagedFile, ReadError
from assistant.domain.phrases import Phrase

_LOADER: type[Any] = getattr(yaml, "CSafeLoader", yaml.SafeLoader)  # C is ten times as fast, where it is built


def compose(path: Path) -> yaml.Node | None:
    """Raises ``ReadError`` that names the file and, where it is known, the line."""
    try:
        return yaml.compose(path.read_text(encoding="utf-8"), Loader=_LOADER)
    except OSError as error:
        raise ReadError(
            "{file} kan niet worden gelezen: controleer of het in {folder} staat.", file=path.name, folder=path.parent
        ) from error
    except UnicodeDecodeError as error:
        raise DamagedFile("{file} is geen UTF-8: sla het als UTF-8 op.", file=path.name) from error
    except yaml.MarkedYAMLError as error:
        line = error.problem_mark.line + 1 if error.problem_mark else 1
        raise DamagedFile(
            "{file}, regel {line}: dit is geen geldige YAML; controleer de inspringing.", file=path.name, line=line
        ) from error
    except yaml.YAMLError as error:
        raise DamagedFile(
            "{file} is geen geldige YAML: er staan tekens in die daar niet horen.", file=path.name
        ) from error


class NodeChecker:
    """Takes values out of nodes; whatever is not of the form that is asked for raises ``DamagedFile``."""

    def __init__(self, file: str) -> None:
        self._file = file

    def fields(self, node: yaml.Node | None, known: tuple[str, ...]) -> dict[str, yaml.Node]:
        if not isinstance(node, yaml.MappingNode):
            raise self.mistake(node, Phrase("hier horen velden te staan: {known}", known=", ".join(known)))
        fields: dict[str, yaml.Node] = {}
        for key, value in node.value:
            if key.value not in known:
                rule = Phrase("'{name}' is geen veld; bekend zijn {known}", name=key.value, known=", ".join(known))
                raise self.mistake(key, rule)
            if key.value in fields:
                raise self.mistake(key, Phrase("'{name}' staat er twee keer", name=key.value))
            fields[key.value] = value
        return fields

    def items(self, root: yaml.Node | None, name: str, of: Phrase) -> list[yaml.Node]:
        """The list that is all there is in the file."""
        listed = self.fields(root, (name,)).get(name)
        if not isinstance(listed, yaml.SequenceNode):
            raise self.mistake(root, Phrase("'{name}' met een lijst van {of} ontbreekt", name=name, of=of))
        return list(listed.value)

    def text(self, name: str, node: yaml.Node, pattern: str, rule: Phrase) -> str:
        if not isinstance(node, yaml.ScalarNode) or not re.fullmatch(pattern, node.value, re.DOTALL):
            raise self.mistake(node, Phrase("'{name}' {rule}", name=name, rule=rule))
        return str(node.value)

    def texts(self, name: str, node: yaml.Node) -> tuple[str, ...]:
        if not isinstance(node, yaml.SequenceNode):
            raise self.mistake(node, Phrase("'{name}' is een lijst", name=name))
        for item in node.value:
            if not isinstance(item, yaml.ScalarNode) or not item.value.strip():
                raise self.mistake(item, Phrase("'{name}' is een lijst van teksten", name=name))
        return tuple(str(item.value) for item in node.value)

    def mistake(self, node: yaml.Node | None, rule: Phrase) -> DamagedFile:
        return mistake(self._file, line_of(node), rule)


def line_of(node: yaml.Node | None) -> int:
    return node.start_mark.line + 1 if node is not None else 1


def mistake(file: str, line: int, rule: Phrase) -> DamagedFile:
    return DamagedFile("{file}, regel {line}: {mistake}.", file=file, line=line, mistake=rule)
