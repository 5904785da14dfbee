"""The sentences of errors and phrases, as they are written in the program."""

from __future__ import annotations

import ast
from collections.abc import Iterable
from pathlib import Path
from string import Formatter

ROOT = Path(__file__).parents[1]


def written(files: Iterable[Path], names: set[str]) -> dict[str, ast.Call]:
    """Every call of one of these names in files of the project, by where it stands."""
    return {
        f"{path.relative_to(ROOT)}:{node.lineno}": node
        for path in sorted(files)
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id in names
    }


def template(call: ast.Call) -> str:
    """Empty for what is put together when it runs, and then can be in no catalogue."""
    match call.args:
        case [ast.Constant(value=str() as text)]:
            return text
    return ""


def gaps(text: str) -> set[str]:
    return {name for _, name, _, _ in Formatter().parse(text) if name}


def gaps_as_written(text: str) -> set[tuple[str, str, str]]:
    """With how they are written, such as between quotes."""
    return {(name, form or "", way or "") for _, name, form, way in Formatter().parse(text) if name}


def left_open(calls: dict[str, ast.Call]) -> list[str]:
    """Where a sentence has gaps that nothing fills, or is given what fills none."""
    return [
        place
        for place, call in calls.items()
        if template(call)
        and not _is_filled_elsewhere(call)
        and gaps(template(call)) != {each.arg for each in call.keywords}
    ]


def _is_filled_elsewhere(call: ast.Call) -> bool:
    """With ``**``, of which the source says no names."""
    return any(each.arg is None for each in call.keywords)
