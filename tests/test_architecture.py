"""The lines that the design draws between packages and around outside libraries, read from the source."""

from __future__ import annotations

import ast
import subprocess
import sys
from collections.abc import Iterator
from fnmatch import fnmatch
from functools import cache
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
PACKAGES = ("assistant", "corpus", "evals", "ingest")
TOP_LEVEL_FOLDERS = {*PACKAGES, ".ci", "docs", "tests"}
VAGUE_NAMES = {"common", "helper", "helpers", "misc", "util", "utils"}
HEAVY = {
    "chromadb",
    "docx",
    "gradio",
    "icalendar",
    "langchain",
    "langchain_core",
    "numpy",
    "pypdfium2",
    "sqlalchemy",
    "tantivy",
}

# Which of our own packages a package may import, by the longest prefix that fits; itself is always allowed.
MAY_IMPORT = {
    "assistant.domain": (),
    "assistant": ("corpus", "ingest"),
    "ingest": ("assistant.domain", "corpus"),
    "evals": ("assistant", "corpus", "ingest"),
    "corpus": (),
    "app": ("assistant",),
}

# The only files that may import a library.
HOMES = {
    "bs4": ["ingest/readers/*"],
    "chromadb": ["assistant/index/*", "evals/benchmarks/peers/*"],  # peers are what others would put together
    "docx": [
        "ingest/readers/*",
        "assistant/exports/docx*.py",
        "assistant/agenda/exports/docx*.py",
        "assistant/positions/exports/docx*.py",
    ],
    "gradio": ["assistant/web/*"],
    "haystack": ["evals/benchmarks/peers/*"],
    "httpx": ["assistant/fetching.py"],
    "ir_measures": ["evals/metrics/retrieval.py"],
    "jsonschema": ["evals/questions.py"],
    "icalendar": ["assistant/agenda/exports/ics*.py"],
    "langchain": ["assistant/index/embeddings*.py", "assistant/answering/model*.py"],
    "langchain_*": ["assistant/index/embeddings*.py", "assistant/answering/model*.py", "evals/benchmarks/peers/*"],
    "markdown_it": ["ingest/readers/*"],
    "mdit_py_plugins": ["ingest/readers/*"],
    "pypdf": ["ingest/readers/*"],
    "pypdfium2": ["ingest/readers/*"],
    "scipy": ["evals/statistics.py"],
    "sqlalchemy": ["assistant/library/*"],
    "tantivy": ["assistant/index/*"],
    "tiktoken": ["ingest/token_count.py"],
    "tokenizers": ["ingest/vocabulary/train.py"],
}

FILES = sorted(
    path.relative_to(ROOT).as_posix()
    for path in (ROOT / "app.py", *(file for package in PACKAGES for file in (ROOT / package).rglob("*.py")))
)


@pytest.mark.parametrize("file", FILES)
def test_dependencies_point_one_way(file: str) -> None:
    module = _module(file)
    owner = next(prefix for prefix in MAY_IMPORT if _is_within(module, prefix))
    allowed = (owner, *MAY_IMPORT[owner])
    own = [name for name in _imports(file) if name.partition(".")[0] in {*PACKAGES, "app"}]
    assert [name for name in own if not any(_is_within(name, prefix) for prefix in allowed)] == []


@pytest.mark.parametrize("file", [file for file in FILES if file.startswith("assistant/domain/")])
def test_the_domain_needs_the_standard_library_alone(file: str) -> None:
    outside = {name.partition(".")[0] for name in _imports(file)} - sys.stdlib_module_names
    assert outside <= {"assistant"}


@pytest.mark.parametrize("library", HOMES)
def test_a_library_is_imported_in_its_home_alone(library: str) -> None:
    users = [file for file in FILES if any(fnmatch(name.partition(".")[0], library) for name in _imports(file))]
    assert [file for file in users if not any(fnmatch(file, home) for home in HOMES[library])] == []


def test_no_module_has_a_name_that_says_nothing() -> None:
    assert [file for file in FILES if VAGUE_NAMES & {*_module(file).split(".")}] == []


def test_the_command_line_imports_nothing_heavy() -> None:
    """Heavy libraries load when a command needs them, so that ``--help`` answers at once."""
    script = "import sys, assistant.cli; print(*{name.partition('.')[0] for name in sys.modules})"
    loaded = subprocess.run([sys.executable, "-c", script], cwd=ROOT, capture_output=True, text=True, check=True)
    assert HEAVY & {*loaded.stdout.split()} == set()


def test_the_top_level_folders_are_those_of_the_design() -> None:
    listed = subprocess.run(["git", "ls-files"], cwd=ROOT, capture_output=True, text=True, check=False)
    if listed.returncode != 0:
        pytest.skip("this is not a git checkout")
    assert {name.partition("/")[0] for name in listed.stdout.splitlines() if "/" in name} <= TOP_LEVEL_FOLDERS


@cache
def _imports(file: str) -> tuple[str, ...]:
    """The full dotted names that a file imports, wherever in it: ``from a.b import c`` is ``a.b.c``."""
    tree = ast.parse((ROOT / file).read_text(encoding="utf-8"), filename=file)
    return tuple(name for node in ast.walk(tree) for name in _imported_names(node, _package(file)))


def _imported_names(node: ast.AST, package: list[str]) -> Iterator[str]:
    if isinstance(node, ast.Import):
        yield from (alias.name for alias in node.names)
    elif isinstance(node, ast.ImportFrom):
        above = package[: len(package) - node.level + 1] if node.level else []
        base = [*above, *([node.module] if node.module else [])]
        yield from (".".join([*base, alias.name]) for alias in node.names)


def _module(file: str) -> str:
    return file.removesuffix(".py").removesuffix("/__init__").replace("/", ".")


def _package(file: str) -> list[str]:
    return file.split("/")[:-1]


def _is_within(name: str, prefix: str) -> bool:
    return name == prefix or name.startswith(f"{prefix}.")
