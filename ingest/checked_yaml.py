"""Reads a YAML file of the corpus or of a user, and says of each mistake in it on which line it stands."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import yaml

from assistant.domain.errors import DamagedFile, ReadError

_LOADER: type[Any] = getattr(yaml, "CSafeLoader", yaml.SafeLoader)  # C is ten times as fast, where it is built


def compose(path: Path) -> yaml.Node | None:
    """Raises ``ReadError`` that names the file and, where it is known, the line."""
    try:
        return yaml.compose(path.read_text(encoding="utf-8"), Loader=_LOADER)
    except OSError as error:
        raise ReadError(f"{path.name} kan niet worden gelezen: controleer of het in {path.parent} staat.") from error
    except UnicodeDecodeError as error:
        raise DamagedFile(f"{path.name} is geen UTF-8: sla het als UTF-8 op.") from error
    except yaml.MarkedYAMLError as error:
        line = error.problem_mark.line + 1 if error.problem_mark else 1
        raise DamagedFile(f"{path.name}, regel {line}: dit is geen geldige YAML; controleer de inspringing.") from error
    except yaml.YAMLError as error:
        raise DamagedFile(f"{path.name} is geen geldige YAML: er staan tekens in die daar niet horen.") from error


class NodeChecker:
    """Takes values out of nodes; whatever is not of the form that is asked for raises ``DamagedFile``."""

    def __init__(self, file: str) -> None:
        self._file = file

    def fields(self, node: yaml.Node | None, known: tuple[str, ...]) -> dict[str, yaml.Node]:
        if not isinstance(node, yaml.MappingNode):
            raise self.mistake(node, f"hier horen velden te staan: {', '.join(known)}")
        fields: dict[str, yaml.Node] = {}
        for key, value in node.value:
            if key.value not in known:
                raise self.mistake(key, f"'{key.value}' is geen veld; bekend zijn {', '.join(known)}")
            if key.value in fields:
                raise self.mistake(key, f"'{key.value}' staat er twee keer")
            fields[key.value] = value
        return fields

    def items(self, root: yaml.Node | None, name: str, of: str) -> list[yaml.Node]:
        """The list that is all there is in the file."""
        listed = self.fields(root, (name,)).get(name)
        if not isinstance(listed, yaml.SequenceNode):
            raise self.mistake(root, f"'{name}' met een lijst van {of} ontbreekt")
        return list(listed.value)

    def text(self, name: str, node: yaml.Node, pattern: str, rule: str) -> str:
        if not isinstance(node, yaml.ScalarNode) or not re.fullmatch(pattern, node.value, re.DOTALL):
            raise self.mistake(node, f"'{name}' {rule}")
        return str(node.value)

    def texts(self, name: str, node: yaml.Node) -> tuple[str, ...]:
        if not isinstance(node, yaml.SequenceNode):
            raise self.mistake(node, f"'{name}' is een lijst")
        for item in node.value:
            if not isinstance(item, yaml.ScalarNode) or not item.value.strip():
                raise self.mistake(item, f"'{name}' is een lijst van teksten")
        return tuple(str(item.value) for item in node.value)

    def mistake(self, node: yaml.Node | None, rule: str) -> DamagedFile:
        return mistake(self._file, line_of(node), rule)


def line_of(node: yaml.Node | None) -> int:
    return node.start_mark.line + 1 if node is not None else 1


def mistake(file: str, line: int, rule: str) -> DamagedFile:
    return DamagedFile(f"{file}, regel {line}: {rule}.")
